import { confidenceNeeded, type Thresholds } from '../../answering/answer-question.ts';
import type { EntryId } from '../../base/ids.ts';
import { type WhyFound, whyFound } from '../../curation/why-found.ts';
import type { KnowledgeEntry } from '../../knowledge/entry.ts';
import type { Evidence } from '../../search/search-index.ts';
import type { Tried } from '../entries/trial.ts';

/** An entry that the bot thought of, and what speaks for it. */
export interface ExplainedCandidate {
  readonly entry: KnowledgeEntry;
  /** Probability that it answers the question, 0 to 1. */
  readonly confidence: number;
  /** The confidence from which on it is given as the answer. */
  readonly needed: number;
  readonly why: WhyFound;
  /** Undefined where the entry was found in another way: by the article that is named, or by the danger. */
  readonly found: { readonly score: number; readonly evidence: Evidence } | undefined;
}

/** Why the bot would answer so. */
export interface Explained {
  readonly decision: Tried['judgement']['answer']['kind'];
  /** The entry that is given, or those that are offered. */
  readonly given: readonly EntryId[];
  readonly candidates: readonly ExplainedCandidate[];
}

/** What stands behind an answer, for somebody who writes entries. */
export function explain(question: string, { judgement, matches }: Tried, thresholds: Thresholds): Explained {
  const { answer, candidates } = judgement;
  const found = new Map(matches.map(({ entry, score, evidence }) => [entry.id, { score, evidence }]));
  const given = answer.kind === 'answered' ? [answer.entry] : answer.kind === 'which-one' ? answer.choices : [];
  return {
    decision: answer.kind,
    given: given.map(({ id }) => id),
    candidates: candidates.map(({ entry, confidence }) => ({
      entry,
      confidence,
      needed: confidenceNeeded(entry, thresholds),
      why: whyFound(question, entry),
      found: found.get(entry.id),
    })),
  };
}
