import { type Day, vietnamDay } from '../../base/days.ts';
import type { EntryId } from '../../base/ids.ts';
import { checkEntries } from '../../curation/check-entries.ts';
import { changedFields, type EntryField } from '../../curation/compare.ts';
import type { Revision } from '../../curation/draft.ts';
import {
  type KeptQuestionOf,
  questionsOf,
  type RegressionQuestion,
  type RegressionResult,
  resultOf,
} from '../../curation/regression.ts';
import { type ReleaseConflict, releaseConflict } from '../../curation/three-versions.ts';
import type { KnowledgeEntry } from '../../knowledge/entry.ts';
import { type Fault, parseEntry } from '../../knowledge/parse-entry.ts';
import type { Store } from '../../ports/store.ts';
import type { NearEntry } from '../../search/entry-index.ts';
import { breath } from './breath.ts';
import type { Edition } from './edition.ts';
import type { LiveKnowledge } from './live-knowledge.ts';
import type { Trial } from './trial.ts';

/** Everything that a second person looks at before a revision is published. */
export interface RevisionCheck {
  /** What must be mended: the text cannot be read, or says what may not be published. */
  readonly faults: readonly Fault[];
  /** A release changed the shipped file since the revision was begun. */
  readonly conflict: ReleaseConflict | undefined;
  /** Another revision of the entry went live, or was taken back, since this one was begun: it would undo that. */
  readonly overtaken: boolean;
  /** Entries that ask nearly the same, most alike first: perhaps the matter is written already. */
  readonly near: readonly NearEntry[];
  readonly changed: readonly EntryField[];
  /** The day whose law was asked: today, or the first on which the entry applies; undefined where it applies no more. */
  readonly day: Day | undefined;
  /** Its own questions, all of them. */
  readonly own: readonly RegressionResult[];
  /** Questions of neighbours that the edit would take from them. */
  readonly taken: readonly RegressionResult[];
  /** How many questions of neighbours were asked. */
  readonly neighbourQuestions: number;
  /** May it be published? */
  readonly passes: boolean;
}

export interface CheckNeeds {
  readonly store: Store;
  readonly knowledge: LiveKnowledge;
  readonly now: () => Date;
  /** Told how many of all questions were asked. */
  readonly progress?: ((done: number, of: number) => void) | undefined;
}

/** Entries whose questions an edit could take away: those most like the entry as it is, and as it was. */
const NEIGHBOURS = 8;
const NEAR_SHOWN = 5;
/** From this cosine on an entry is shown as near. */
const NEAR = 0.6;
/** Questions that are asked before others get their turn: some ten milliseconds. */
const AT_ONCE = 4;

/** Checks a text as if it were published now. Some seconds; others are answered meanwhile. */
export async function checkRevision(
  revision: Pick<Revision, 'entry' | 'text' | 'baseText' | 'standsOn'>,
  needs: CheckNeeds,
): Promise<RevisionCheck> {
  const { store, knowledge, now } = needs;
  const { entry: id, text } = revision;
  const { edition } = knowledge;
  const today = vietnamDay(now());
  const live = await store.transaction(({ revisions }) => revisions.liveOf(id));
  const stands = {
    conflict: releaseConflict(revision, knowledge.shippedText(id)),
    overtaken: live?.revision !== revision.standsOn,
  };
  const nothing = { near: [], changed: [], day: undefined, own: [], taken: [], neighbourQuestions: 0, passes: false };
  const parsed = parseEntry(`${id}.md`, text);
  if (!parsed.ok) return { ...nothing, ...stands, faults: parsed.faults };
  const entry = parsed.value;
  const day = firstDayOf(entry, edition, today);
  const trialed = await knowledge.trial(id, text, day ?? today);
  if (!trialed.ok) return { ...nothing, ...stands, faults: trialed.faults };
  const { trial } = trialed;
  const faults = checkEntries([entry], {
    entries: edition.files.entries,
    instruments: edition.files.instruments,
    topics: edition.files.topics,
    publishedNumbers: edition.files.hotlines.map(({ number }) => number),
    today,
  });
  await breath();
  const neighbours = neighboursOf(trial);
  const kept = await keptWith([id, ...neighbours.map(({ id: other }) => other)], store);
  const ownQuestions = day === undefined ? [] : questionsOf(entry, kept);
  const theirQuestions = neighbours.flatMap((neighbour) => questionsOf(neighbour, kept));
  const results = await ask([...ownQuestions, ...theirQuestions], trial, needs.progress);
  const own = results.slice(0, ownQuestions.length);
  const taken = results.slice(ownQuestions.length).filter(({ result }) => result === 'broken');
  return {
    ...stands,
    faults,
    near: trial.after
      .indexOn(trial.day)
      .nearestTo(entry, NEAR_SHOWN)
      .filter(({ likeness }) => likeness >= NEAR),
    changed: changedFields(trial.entryBefore, entry),
    day,
    own,
    taken,
    neighbourQuestions: theirQuestions.length,
    passes:
      faults.length === 0 &&
      !stands.conflict &&
      !stands.overtaken &&
      taken.length === 0 &&
      own.every(({ result }) => result !== 'broken'),
  };
}

/** Today where the entry applies today, else the first day on which it will. */
function firstDayOf(entry: KnowledgeEntry, { library }: Edition, today: Day): Day | undefined {
  let day: Day | undefined = entry.valid.from > today ? entry.valid.from : today;
  while (day !== undefined && !library.isCurrent(entry, day)) {
    day = library.nextEpochAfter(day);
    if (day !== undefined && entry.valid.to !== undefined && day > entry.valid.to) return undefined;
  }
  return day;
}

function neighboursOf({ entry, entryBefore, after, day }: Trial): readonly KnowledgeEntry[] {
  const index = after.indexOn(day);
  const near = [entry, ...(entryBefore ? [entryBefore] : [])].flatMap((one) => index.nearestTo(one, NEIGHBOURS));
  return [...new Map(near.map(({ entry: neighbour }) => [neighbour.id, neighbour])).values()];
}

async function keptWith(entries: readonly EntryId[], store: Store): Promise<readonly KeptQuestionOf[]> {
  return store.transaction(async ({ regressions }) => {
    const kept: KeptQuestionOf[] = [];
    for (const entry of entries) kept.push(...(await regressions.of(entry)));
    return kept;
  });
}

async function ask(
  questions: readonly RegressionQuestion[],
  { entry, entryBefore, before, after, day }: Trial,
  progress: CheckNeeds['progress'],
): Promise<readonly RegressionResult[]> {
  const askedBefore = new Set((entryBefore ? questionsOf(entryBefore) : []).map(keyOf));
  const results: RegressionResult[] = [];
  for (const question of questions) {
    const asked = question.entry !== entry.id || askedBefore.has(keyOf(question));
    const judged = asked ? before.on(day).judge(question.question) : undefined;
    results.push(resultOf(question, entry.id, judged, after.on(day).judge(question.question)));
    if (results.length % AT_ONCE === 0) {
      progress?.(results.length, questions.length);
      await breath();
    }
  }
  progress?.(questions.length, questions.length);
  return results;
}

/** A title that became a phrasing is the same question. */
function keyOf({ question, expects }: RegressionQuestion): string {
  return `${expects} ${question}`;
}
