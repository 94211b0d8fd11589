import type { AnswerNeeds } from '../answering/answer-question.ts';
import type { SearchIndex } from '../search/search-index.ts';
import type { Given, Labelled } from './evaluate.ts';
import { fitDecision, tryLabelled, tryQuestion } from './fit-decision.ts';
import { askHeldOut, type holdOut } from './held-out.ts';
import { OUTSIDE_QUESTIONS } from './outside-questions.ts';

const FOLDS = 5;

/**
 * Asks labelled questions, each under a decision (probability and thresholds) that was not fitted on it.
 *
 * @param ask Asks one question under a decision.
 */
export function crossValidate(needs: {
  readonly questions: readonly Labelled[];
  readonly index: SearchIndex;
  readonly heldOut: ReturnType<typeof holdOut>;
  readonly ask: (text: string, decision: AnswerNeeds) => Given;
  readonly progress?: (fold: number, folds: number) => void;
}): readonly (readonly [Labelled, Given])[] {
  const { questions, index, ask, progress } = needs;
  const heldOut = askHeldOut(needs.heldOut);
  const outside = OUTSIDE_QUESTIONS.flatMap((text) => tryQuestion(index, text, () => false));
  return Array.from({ length: FOLDS }, (_, fold) => {
    const others = questions.filter((_, nth) => nth % FOLDS !== fold);
    const { decision } = fitDecision({ heldOut, labelled: tryLabelled(index, others), outside });
    progress?.(fold + 1, FOLDS);
    return questions
      .filter((_, nth) => nth % FOLDS === fold)
      .map((question) => [question, ask(question.text, decision)] as const);
  }).flat();
}
