import type { Judgement } from '../answering/answer.ts';
import type { EntryId } from '../base/ids.ts';
import type { KnowledgeEntry } from '../knowledge/entry.ts';

/** A question that an entry must pass. */
export interface RegressionQuestion {
  readonly question: string;
  /** Whose question it is. */
  readonly entry: EntryId;
  /** `wins`: it is given, or at least the first candidate; `loses`: it is not given as the answer. */
  readonly expects: 'wins' | 'loses';
  /** `kept`: the wording of a citizen, or what a curator added. */
  readonly from: 'title' | 'variant' | 'twin' | 'kept';
}

/** A question that was kept with an entry. */
export type KeptQuestionOf = Pick<RegressionQuestion, 'question' | 'entry' | 'expects'>;

/** What an entry must pass by its own words: its title and phrasings find it, its negative twin is not answered by it. */
export function questionsOf(
  { id, title, variants, negativeTwin }: KnowledgeEntry,
  kept: readonly KeptQuestionOf[] = [],
): readonly RegressionQuestion[] {
  const wins = { entry: id, expects: 'wins' } as const;
  return [
    { ...wins, question: title, from: 'title' },
    ...variants.map((question) => ({ ...wins, question, from: 'variant' }) as const),
    ...(negativeTwin ? [{ entry: id, expects: 'loses', question: negativeTwin, from: 'twin' } as const] : []),
    ...kept.filter(({ entry }) => entry === id).map((one) => ({ ...one, from: 'kept' }) as const),
  ];
}

/**
 * Does the entry get what it should? To win is to be the first candidate, even where the bot would rather ask back: of the
 * shipped entries 95 in 100 pass in all their phrasings so, and half if each had to be given at once.
 */
export function passes({ entry, expects }: RegressionQuestion, { answer, candidates }: Judgement): boolean {
  const given = answer.kind === 'answered' && answer.entry.id === entry;
  return expects === 'wins' ? given || candidates[0]?.entry.id === entry : !given;
}

export interface RegressionResult extends RegressionQuestion {
  /**
   * `not-worse`: it fails, and failed before the edit; shown, and in nobody's way. `broken`: it fails and did not before,
   * or was not asked before.
   */
  readonly result: 'passes' | 'not-worse' | 'broken';
  /** What comes first instead; undefined where it passes, or nothing was found. */
  readonly instead: EntryId | undefined;
}

/**
 * @param edited The entry that is edited: what was kept with it on purpose must pass, however it was before. Who thinks
 *   otherwise removes the question. To its neighbours nothing may be done that was not so before.
 * @param before What the question came to before the edit, where it was asked before.
 * @param after What it comes to with the edit in place.
 */
export function resultOf(
  question: RegressionQuestion,
  edited: EntryId,
  before: Judgement | undefined,
  after: Judgement,
): RegressionResult {
  if (passes(question, after)) return { ...question, result: 'passes', instead: undefined };
  const first = after.answer.kind === 'answered' ? after.answer.entry : after.candidates[0]?.entry;
  const failedBefore = before !== undefined && !passes(question, before);
  const mustPass = question.from === 'kept' && question.entry === edited;
  return {
    ...question,
    result: failedBefore && !mustPass ? 'not-worse' : 'broken',
    instead: question.expects === 'wins' ? first?.id : undefined,
  };
}
