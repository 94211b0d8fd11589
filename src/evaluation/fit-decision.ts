import type { AnswerNeeds } from '../answering/answer-question.ts';
import { confidence, featuresOf } from '../answering/confidence.ts';
import type { SearchIndex } from '../search/search-index.ts';
import { type Labelled, meets } from './evaluate.ts';
import { type Evidenced, fitConfidence, type Threshold, thresholdFor } from './fit-confidence.ts';
import type { Tried } from './held-out.ts';

/** Kinds of questions that the search does not decide: look-ups by number and greetings never come to it. */
const NOT_SEARCHED = new Set(['lookup', 'smalltalk', 'english']);
const FOLDS = 10;
/** Upper bounds on the share of wrong answers; docs/evaluation.md says why they are not 5 and 2 %. */
const MOST_WRONG = 0.08;
const MOST_WRONG_STRICT = 0.065;
/** Choices are offered from this probability on that one of them is right. */
const OFFER = 0.5;
const CANDIDATES = 6;

/** A probability and what came of it. */
export interface Sure {
  readonly sure: number;
  readonly right: boolean;
}

/** What decides about answers, and what it rests on. */
export interface FittedDecision {
  readonly decision: AnswerNeeds;
  readonly answer: Threshold;
  readonly strict: Threshold;
  /** Probabilities of labelled questions under models that were not fitted on them. */
  readonly unseen: readonly Sure[];
}

/** Asks one question; nothing where no word of it is known. */
export function tryQuestion(
  index: SearchIndex,
  text: string,
  right: (citations: readonly string[]) => boolean,
): readonly Tried[] {
  const matches = index.search(text, CANDIDATES);
  const [first] = matches;
  return first
    ? [{ features: featuresOf(matches, 0, index.tellingWords(text)), right: right(first.entry.citations) }]
    : [];
}

/** Asks the labelled questions that the search decides. */
export function tryLabelled(index: SearchIndex, questions: readonly Labelled[]): readonly Tried[] {
  return questions
    .filter(({ kind, expect }) => !NOT_SEARCHED.has(kind) && expect !== 'either')
    .flatMap(({ text, expect, accept }) =>
      tryQuestion(index, text, (citations) => expect !== 'abstain' && meets(citations, accept)),
    );
}

/** Fits the model, and chooses the thresholds on questions that the model was not fitted on. */
export function fitDecision(evidenced: Evidenced): FittedDecision {
  const { labelled } = evidenced;
  const unseen = Array.from({ length: FOLDS }, (_, fold) => {
    const model = fitConfidence({ ...evidenced, labelled: labelled.filter((_, nth) => nth % FOLDS !== fold) });
    return labelled
      .filter((_, nth) => nth % FOLDS === fold)
      .map(({ features, right }) => ({ sure: confidence(features, model), right }));
  }).flat();
  const answer = thresholdFor(MOST_WRONG, unseen);
  const strict = thresholdFor(MOST_WRONG_STRICT, unseen);
  const { bias, weights } = fitConfidence(evidenced);
  return {
    decision: {
      model: { bias: rounded(bias), weights: weights.map(rounded) },
      thresholds: {
        answer: rounded(answer.from),
        strict: rounded(Math.max(answer.from, strict.from)),
        offer: OFFER,
      },
    },
    answer,
    strict,
    unseen,
  };
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
