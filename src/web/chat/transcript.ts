import type { Choice, OutgoingMessage } from '../../ports/channel.ts';
import type { Records, Whereabouts } from '../../ports/store.ts';

/** One line of the talk as the page shows it. Lines never change once they are shown. */
export interface Line {
  /** Unique in the talk; of letters and digits, so that it can be part of an HTML id. */
  readonly id: string;
  readonly by: 'person' | 'bot';
  readonly text: string;
  readonly bold: OutgoingMessage['bold'];
  readonly quoted?: OutgoingMessage['quoted'];
  /** Said from memory and kept nowhere; it stays on the page until something new is said. */
  readonly passing?: true | undefined;
}

export interface Transcript {
  /** Oldest first. */
  readonly lines: readonly Line[];
  /** What the person may choose now: offered after their last words. */
  readonly choices: readonly Choice[];
  /** An answer to what was written is still on its way. */
  readonly waiting: boolean;
  /** Older lines than these exist. */
  readonly cut: boolean;
}

export const EMPTY: Transcript = { lines: [], choices: [], waiting: false, cut: false };

const MOST_LINES = 60;

/** The talk of one browser session. */
export async function transcriptOf(
  who: Whereabouts,
  { inbox, outbox }: Pick<Records, 'inbox' | 'outbox'>,
): Promise<Transcript> {
  const waiting = await isWaiting(who, { inbox, outbox });
  const heard = await inbox.heardFrom(who, MOST_LINES + 1);
  const sent = await outbox.sentTo(who, MOST_LINES + 1);
  const labels = new Map(
    sent.flatMap(({ message }) => message.choices.map(({ press, label }) => [press, label] as const)),
  );
  const written: readonly (Line & Pick<OutgoingMessage, 'choices'>)[] = heard.map(({ id, heard: one }) => {
    const text = one.kind === 'text' ? one.text : one.kind === 'press' ? (labels.get(one.press) ?? '…') : '…';
    return { id, by: 'person' as const, text, bold: [], choices: [] };
  });
  const answers = sent.map(({ seq, message }) => ({ id: seq, by: 'bot' as const, ...message }));
  const all = [...written, ...answers].sort((a, b) => (a.id < b.id ? -1 : 1));
  const sinceTheirs = all.slice(all.findLastIndex(({ by }) => by === 'person') + 1);
  return {
    lines: all.slice(-MOST_LINES).map(({ id, by, text, bold, quoted }) => ({ id, by, text, bold, quoted })),
    choices: sinceTheirs.findLast(({ choices }) => choices.length > 0)?.choices ?? [],
    waiting,
    cut: all.length > MOST_LINES,
  };
}

/**
 * Is an answer to what was written still on its way? All messages of an answer are there as soon as the question counts as
 * answered, so nothing more comes when this says no.
 */
export async function isWaiting(
  who: Whereabouts,
  { inbox, outbox }: Pick<Records, 'inbox' | 'outbox'>,
): Promise<boolean> {
  return (await inbox.isWaitingFrom(who)) || (await outbox.isOnItsWayTo(who));
}

/** Equal exactly when the page would look the same. */
export function versionOf({ lines: all, waiting }: Transcript): string {
  const lines = all.filter(({ passing }) => !passing);
  return `${lines.length}.${lines.at(-1)?.id ?? ''}.${waiting ? 1 : 0}`;
}
