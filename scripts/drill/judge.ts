/** One message as it came to a person. */
export interface Arrival {
  readonly text: string;
  /** Of `performance.now()`. */
  readonly at: number;
  /** Was the program told that it arrived? */
  readonly answered: boolean;
}

/** What a person should have read, and what they did read. */
export interface Talk {
  readonly expected: readonly string[];
  readonly read: readonly Arrival[];
}

export interface Circumstances {
  /** When the process was killed, of `performance.now()`, in order. */
  readonly kills: readonly number[];
  /** How many messages the program sends at the same time. */
  readonly workers: number;
  /** Does a text only tell that no answer can be given now? */
  readonly isNotice: (text: string) => boolean;
}

export interface Tally {
  /** Replies that never came. */
  readonly lost: number;
  /** Replies that came again, where nothing excuses it. */
  readonly doubled: number;
  /** Replies that came after a later one. */
  readonly reordered: number;
  /** Messages that nobody had to get. */
  readonly foreign: number;
  /** Came again because the process was killed while they were being sent: nobody can know whether they had arrived. */
  readonly onTheWire: number;
  /** Came again because the platform took them and never said so. */
  readonly unanswered: number;
  /** "No answer can be given now": no answers. */
  readonly notices: number;
}

/**
 * Judges what people read against what they should have read, from outside: the program’s own records count for nothing
 * here. A repeat is excused where the platform never told that it had the first one, or where the process was killed
 * between the two; of those, no kill excuses more than there are workers.
 */
export function judge(talks: Iterable<Talk>, { kills, workers, isNotice }: Circumstances): Tally {
  const tally = { lost: 0, doubled: 0, reordered: 0, foreign: 0, onTheWire: 0, unanswered: 0, notices: 0 };
  const ofKill = new Map<number, number>();
  for (const { expected, read } of talks) {
    const placeOf = new Map(expected.map((text, place) => [text, place]));
    const before = new Map<string, Arrival>();
    let furthest = -1;
    for (const arrival of read) {
      const place = placeOf.get(arrival.text);
      const earlier = before.get(arrival.text);
      if (place === undefined) {
        if (isNotice(arrival.text)) tally.notices += 1;
        else tally.foreign += 1;
        continue;
      }
      before.set(arrival.text, arrival);
      if (!earlier) {
        if (place < furthest) tally.reordered += 1;
        furthest = Math.max(furthest, place);
        continue;
      }
      const kill = kills.find((at) => at >= earlier.at && at <= arrival.at);
      if (!earlier.answered) tally.unanswered += 1;
      else if (kill !== undefined && (ofKill.get(kill) ?? 0) < workers) {
        ofKill.set(kill, (ofKill.get(kill) ?? 0) + 1);
        tally.onTheWire += 1;
      } else tally.doubled += 1;
    }
    tally.lost += expected.filter((text) => !before.has(text)).length;
  }
  return tally;
}
