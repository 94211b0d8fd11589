import { describe, expect, it } from 'vitest';
import type { AnswerNeeds } from '../../src/answering/answer-question.ts';
import { crossValidate } from '../../src/evaluation/cross-validate.ts';
import type { Given, Labelled } from '../../src/evaluation/evaluate.ts';
import { holdOut } from '../../src/evaluation/held-out.ts';
import { EntryIndex } from '../../src/search/entry-index.ts';
import { Lexicon } from '../../src/search/lexicon.ts';
import { SMALL_LIBRARY } from './small-library.ts';

const LEXICON = new Lexicon([]);
const INDEX = EntryIndex.build(SMALL_LIBRARY, LEXICON);
const HELD_OUT = holdOut(SMALL_LIBRARY, LEXICON, 1);
const QUESTIONS: readonly Labelled[] = SMALL_LIBRARY.filter(({ kind }) => kind === 'qa').flatMap(
  ({ citations, title, variants }): readonly Labelled[] =>
    [title, variants[0] ?? ''].map((text) => ({ id: text, text, kind: 'direct', expect: 'answer', accept: citations })),
);

/** Cross-validates, and keeps which question was asked under which decision. */
function run(questions: readonly Labelled[]) {
  const asked: (readonly [text: string, decision: AnswerNeeds])[] = [];
  const told: (readonly [number, number])[] = [];
  const pairs = crossValidate({
    questions,
    index: INDEX,
    heldOut: HELD_OUT,
    ask: (text, decision): Given => {
      asked.push([text, decision]);
      return { outcome: 'answer', urgent: null, answers: [{ citations: [text], confidence: 0.5 }] };
    },
    progress: (fold, folds) => told.push([fold, folds]),
  });
  return { asked, told, pairs };
}
/** The same question with a label that makes its answer wrong. */
const wronged = (question: Labelled): Labelled => ({ ...question, accept: ['luat-thue:1'] });

describe('crossValidate', () => {
  const { asked, told, pairs } = run(QUESTIONS);
  const decisionOf = (text: string, of = asked) => of.find(([one]) => one === text)?.[1];

  it('asks each question once, and gives what came of it', () => {
    expect(asked.map(([text]) => text).sort()).toEqual(QUESTIONS.map(({ text }) => text).sort());
    expect(pairs).toHaveLength(QUESTIONS.length);
    for (const [question, given] of pairs) expect(given.answers[0]?.citations).toEqual([question.text]);
  });

  it('makes a decision for each of five parts', () => {
    expect(new Set(asked.map(([, decision]) => decision)).size).toBe(5);
    expect(told).toEqual([1, 2, 3, 4, 5].map((fold) => [fold, 5]));
  });

  it.each([0, 3])('asks question %i under a decision that knows nothing of its label', (nth) => {
    const changed = QUESTIONS.map((question, at) => (at === nth ? wronged(question) : question));
    const again = run(changed).asked;
    const same = QUESTIONS.filter(({ text }) => {
      return JSON.stringify(decisionOf(text, again)) === JSON.stringify(decisionOf(text));
    });
    // Its own part is decided as before; all others were fitted on it, and are not.
    expect(same.map(({ text }) => text)).toEqual(
      QUESTIONS.filter((_, at) => at % 5 === nth % 5).map(({ text }) => text),
    );
  });
});
