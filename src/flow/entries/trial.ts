import type { Judgement } from '../../answering/answer.ts';
import type { Danger } from '../../base/danger.ts';
import type { Day } from '../../base/days.ts';
import type { KnowledgeEntry } from '../../knowledge/entry.ts';
import type { Fault } from '../../knowledge/parse-entry.ts';
import { clean } from '../../language/clean.ts';
import { dangerIn } from '../../safety/danger.ts';
import type { Match } from '../../search/search-index.ts';
import type { Edition } from './edition.ts';

/** What a question comes to, and what was found for it. */
export interface Tried {
  readonly judgement: Judgement;
  /** What the search found, best first, with what speaks for it. */
  readonly matches: readonly Match[];
}

export interface TriedBoth {
  /** The danger that the words show: then hotlines come first, and entries for that danger. */
  readonly danger: Danger | undefined;
  /** As the bot answers now. */
  readonly before: Tried;
  /** As it would with the text in place. */
  readonly after: Tried;
}

/** The knowledge with one text in place, beside the knowledge as it is. */
export interface Trial {
  readonly entry: KnowledgeEntry;
  /** The entry as it is now; undefined where it is new. */
  readonly entryBefore: KnowledgeEntry | undefined;
  readonly day: Day;
  readonly before: Edition;
  readonly after: Edition;
}

export type TrialOrFaults =
  | { readonly ok: true; readonly trial: Trial }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** A question as somebody would ask it, answered with and without the text. Some milliseconds. */
export function tryQuestion(question: string, { before, after, day }: Trial): TriedBoth {
  const words = clean(question);
  const danger = dangerIn(words);
  const tried = (edition: Edition): Tried => ({
    judgement: edition.on(day).judge(words, danger),
    matches: edition.indexOn(day).search(words),
  });
  return { danger, before: tried(before), after: tried(after) };
}
