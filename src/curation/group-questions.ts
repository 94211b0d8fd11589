import type { Day } from '../base/days.ts';
import type { EntryId } from '../base/ids.ts';
import { LikenessIndex, likeness, type Weighed, WordWeights } from '../language/likeness.ts';
import { foldedLine } from '../language/terms.ts';
import { withoutPlaceholders } from '../safety/personal-data.ts';

/** An entry that the bot found for a question, with the probability (0 to 1) that it answers it. */
export interface FoundEntry {
  readonly entry: EntryId;
  readonly confidence: number;
}

/** What is read of a kept question: masked, and without a trace of who asked. */
export interface Groupable {
  readonly id: string;
  readonly words: string;
  readonly day: Day;
  /** What the search found for it, best first. */
  readonly candidates: readonly FoundEntry[];
}

/** Questions that ask about the same. */
export interface QuestionGroup<Q extends Groupable> {
  /** The most central one: it has most of what the others share. */
  readonly representative: Q;
  /** All of them, oldest first. */
  readonly members: readonly Q[];
  /** The entries that the bot found for them, at most five, best first, with the mean confidence over all members. */
  readonly nearest: readonly FoundEntry[];
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/**
 * From here on two questions are one matter (see `mostAlike`). Both numbers were chosen on labelled questions, where no two
 * are alike (of 21 pairs that come together 15 rest on an article that answers both), and by reading the groups of some
 * 4,500 questions of real people.
 */
const SAME_MATTER = 0.28;
/** What it counts when the bot surely found the same entries for both: enough, nearly without a common word. */
const SAME_ENTRIES = 0.4;
/** What is found with less is not worth looking up: it cannot make up for few common words. */
const WORTH_LOOKING_UP = 0.3;
const MOST_NEAREST = 5;

type Some<T> = readonly [T, ...T[]];

/** Questions in the same words, oldest first. */
interface Wording<Q> {
  readonly line: string;
  readonly questions: Some<Q>;
  readonly weighed: Weighed;
  readonly found: readonly FoundEntry[];
  /** Of the confidences: the highest, and the length of all as a vector. */
  readonly surest: number;
  readonly length: number;
}

/**
 * Puts questions together that ask about the same, most frequent first. Text without marks, in chat spelling or in
 * regional words falls together with the standard form. The same questions give the same groups, in whatever order they
 * come.
 */
export function groupQuestions<Q extends Groupable>(questions: readonly Q[]): readonly QuestionGroup<Q>[] {
  const steps = groupingOf(questions);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The same in steps of less than some milliseconds each, for whoever lets others have their turn between.
 *
 * @returns after the last step, what `groupQuestions` gives.
 */
export function* groupingOf<Q extends Groupable>(questions: readonly Q[]): Steps<readonly QuestionGroup<Q>[]> {
  const wordings = yield* wordingsOf(questions);
  // Twice: the first leaders are guesses, the second are the most central of what gathered around the first.
  const leaders = (yield* gather(mostTypicalFirst(wordings), [])).map(mostTypical);
  const groups: QuestionGroup<Q>[] = [];
  for (const group of yield* gather(wordings, leaders)) {
    groups.push(groupOf(group));
    yield;
  }
  return groups.sort(mostFrequentFirst);
}

/** Work that can be set down after every step. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

function* wordingsOf<Q extends Groupable>(questions: readonly Q[]): Steps<readonly Wording<Q>[]> {
  const byLine = new Map<string, [Q, ...Q[]]>();
  for (const question of oldestFirst(questions)) {
    yield;
    const line = foldedLine(withoutPlaceholders(question.words));
    const same = byLine.get(line);
    if (same) same.push(question);
    else byLine.set(line, [question]);
  }
  const weights = new WordWeights([...byLine.keys()]);
  const wordings: Wording<Q>[] = [];
  for (const [line, questions] of byLine) {
    yield;
    const found = meanOfFound(questions).slice(0, MOST_NEAREST);
    const confidences = found.map(({ confidence }) => confidence);
    wordings.push({
      line,
      questions,
      weighed: weights.weigh(line),
      found,
      surest: Math.max(0, ...confidences),
      length: Math.hypot(...confidences),
    });
  }
  return wordings;
}

interface Group<Q> {
  readonly leader: Wording<Q>;
  readonly members: Wording<Q>[];
}

/** Each wording joins the leader that is most like it; who is like none leads a group of its own. */
function* gather<Q>(
  wordings: readonly Wording<Q>[],
  leaders: readonly Wording<Q>[],
): Steps<readonly Some<Wording<Q>>[]> {
  const groups: Group<Q>[] = [];
  const byWords = new LikenessIndex<Group<Q>>(SAME_MATTER);
  const byEntry = new Map<EntryId, Group<Q>[]>();
  const lead = (leader: Wording<Q>): Group<Q> => {
    const group: Group<Q> = { leader, members: [] };
    groups.push(group);
    byWords.add(leader.weighed, group);
    for (const entry of surelyFound(leader)) {
      const known = byEntry.get(entry);
      if (known) known.push(group);
      else byEntry.set(entry, [group]);
    }
    return group;
  };
  for (const leader of leaders) lead(leader);
  for (const wording of wordings) {
    yield;
    const near = [
      ...byWords.near(wording.weighed).map(({ value }) => value),
      ...new Set(surelyFound(wording).flatMap((entry) => byEntry.get(entry) ?? [])),
    ];
    (mostAlike(wording, near) ?? lead(wording)).members.push(wording);
  }
  return groups.flatMap(({ members: [first, ...others] }) => (first ? [[first, ...others] as const] : []));
}

function surelyFound({ found }: Wording<unknown>): readonly EntryId[] {
  return found.filter(({ confidence }) => confidence >= WORTH_LOOKING_UP).map(({ entry }) => entry);
}

/** The group whose leader has most in common with the wording, in words and in what the bot found for both. */
function mostAlike<Q>(wording: Wording<Q>, groups: readonly Group<Q>[]): Group<Q> | undefined {
  let best: { readonly group: Group<Q>; readonly alike: number } | undefined;
  for (const group of groups) {
    const understood = SAME_ENTRIES * agreement(wording, group.leader);
    const alike = understood + likeness(wording.weighed, group.leader.weighed);
    if (alike >= SAME_MATTER && (best === undefined || alike > best.alike)) best = { group, alike };
  }
  return best?.group;
}

/**
 * 1 where the bot surely found the same entries, in the same proportion; 0 where it found none in common. What it doubts
 * counts less: the less it knows of a question, the less its entries say of it.
 */
function agreement(a: Wording<unknown>, b: Wording<unknown>): number {
  let shared = 0;
  for (const one of a.found) {
    for (const other of b.found) if (one.entry === other.entry) shared += one.confidence * other.confidence;
  }
  return shared === 0 ? 0 : (Math.min(a.surest, b.surest) * shared) / (a.length * b.length);
}

/** Who has most of what many have comes first: the cosine to the sum of the others, rarer words weighing more. */
function mostTypicalFirst<Q>(wordings: readonly Wording<Q>[]): readonly Wording<Q>[] {
  const times = new Map<number, number>();
  for (const { weighed, questions } of wordings) {
    for (const place of weighed.places) times.set(place, (times.get(place) ?? 0) + questions.length);
  }
  const typicality = ({ weighed: { places, weights } }: Wording<Q>): number => {
    const shared = weights.reduce(
      (sum, weight, nth) => sum + weight * weight * ((times.get(places[nth] ?? -1) ?? 1) - 1),
      0,
    );
    return shared / Math.hypot(...weights);
  };
  return wordings
    .map((wording) => ({ wording, typicality: typicality(wording) }))
    .sort((a, b) => b.typicality - a.typicality || compare(a.wording.line, b.wording.line))
    .map(({ wording }) => wording);
}

function mostTypical<Q>(wordings: Some<Wording<Q>>): Wording<Q> {
  return mostTypicalFirst(wordings)[0] ?? wordings[0];
}

function groupOf<Q extends Groupable>(wordings: Some<Wording<Q>>): QuestionGroup<Q> {
  const members = oldestFirst(wordings.flatMap(({ questions }) => questions));
  const representative = mostTypical(wordings).questions[0];
  return {
    representative,
    members,
    nearest: meanOfFound(members).slice(0, MOST_NEAREST),
    firstDay: members[0]?.day ?? representative.day,
    lastDay: members.at(-1)?.day ?? representative.day,
  };
}

/** An entry that was found for one of ten questions has a tenth of its confidence there. */
function meanOfFound(questions: readonly Groupable[]): readonly FoundEntry[] {
  const sums = new Map<EntryId, number>();
  for (const { entry, confidence } of questions.flatMap(({ candidates }) => candidates)) {
    sums.set(entry, (sums.get(entry) ?? 0) + confidence);
  }
  return [...sums]
    .map(([entry, sum]) => ({ entry, confidence: sum / questions.length }))
    .sort((a, b) => b.confidence - a.confidence || compare(a.entry, b.entry));
}

function oldestFirst<Q extends Groupable>(questions: readonly Q[]): readonly Q[] {
  return [...questions].sort((a, b) => compare(a.day, b.day) || compare(a.id, b.id));
}

/** Of two that are equally frequent, the one that was asked last. */
function mostFrequentFirst(a: QuestionGroup<Groupable>, b: QuestionGroup<Groupable>): number {
  return (
    b.members.length - a.members.length ||
    compare(b.lastDay, a.lastDay) ||
    compare(a.representative.id, b.representative.id)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
