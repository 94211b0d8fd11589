import { describe, expect, it } from 'vitest';
import type { Answer, Judgement } from '../../src/answering/answer.ts';
import type { EntryId } from '../../src/base/ids.ts';
import { passes, questionsOf, type RegressionQuestion, resultOf } from '../../src/curation/regression.ts';
import type { KnowledgeEntry } from '../../src/knowledge/entry.ts';
import { anEntry } from '../support/knowledge-values.ts';

const WAGES = anEntry({ negativeTwin: 'Công ty không tăng lương thì sao?' });
const OTHER = anEntry({ id: 'qa/lao-dong/bi-duoi-viec', title: 'Bị đuổi việc thì sao?' });

const judged = (kind: 'answered' | 'which-one' | 'not-known', ...found: readonly KnowledgeEntry[]): Judgement => {
  const [first] = found;
  const answer: Answer =
    kind === 'answered' && first
      ? { kind, entry: first }
      : kind === 'which-one'
        ? { kind, choices: found }
        : { kind: 'not-known' };
  return { answer, candidates: found.map((entry) => ({ entry, confidence: 0.5 })) };
};
const asks = (more: Partial<RegressionQuestion> = {}): RegressionQuestion => ({
  question: 'cty ko trả lương',
  entry: WAGES.id,
  expects: 'wins',
  from: 'variant',
  ...more,
});

describe('the questions of an entry', () => {
  it('are its title, its phrasings, its negative twin, and what was kept with it', () => {
    const kept = [
      { entry: WAGES.id, question: 'sếp ém lương', expects: 'wins' },
      { entry: WAGES.id, question: 'xin tăng lương', expects: 'loses' },
      { entry: OTHER.id, question: 'bị cho nghỉ ngang', expects: 'wins' },
    ] as const;
    expect(questionsOf(WAGES, kept).map(({ question, expects, from }) => [from, expects, question])).toEqual([
      ['title', 'wins', WAGES.title],
      ['variant', 'wins', 'cty ko trả lương 2 tháng'],
      ['variant', 'wins', 'cong ty no luong'],
      ['twin', 'loses', 'Công ty không tăng lương thì sao?'],
      ['kept', 'wins', 'sếp ém lương'],
      ['kept', 'loses', 'xin tăng lương'],
    ]);
    expect(questionsOf(OTHER).every(({ entry, from }) => entry === OTHER.id && from !== 'twin')).toBe(true);
  });
});

describe('a question passes', () => {
  it.each<[string, Judgement, boolean]>([
    ['given as the answer', judged('answered', WAGES, OTHER), true],
    ['first of the choices', judged('which-one', WAGES, OTHER), true],
    ['first, though the bot would not say it', judged('not-known', WAGES), true],
    ['second of the choices', judged('which-one', OTHER, WAGES), false],
    ['another is given', judged('answered', OTHER, WAGES), false],
    ['nothing is found', judged('not-known'), false],
  ])('that the entry must win: %s', (_, judgement, expected) => {
    expect(passes(asks(), judgement)).toBe(expected);
  });

  it.each<[string, Judgement, boolean]>([
    ['given as the answer', judged('answered', WAGES), false],
    ['offered as a choice', judged('which-one', WAGES, OTHER), true],
    ['another is given', judged('answered', OTHER, WAGES), true],
  ])('that the entry must lose: %s', (_, judgement, expected) => {
    expect(passes(asks({ expects: 'loses', from: 'twin' }), judgement)).toBe(expected);
  });
});

describe('an edit', () => {
  const right = judged('answered', WAGES);
  const wrong = judged('answered', OTHER, WAGES);
  const edited = WAGES.id;

  it.each<[string, Partial<RegressionQuestion>, EntryId, Judgement | undefined, Judgement, string]>([
    ['mends a phrasing', {}, edited, wrong, right, 'passes'],
    ['leaves a phrasing as right as it was', {}, edited, right, right, 'passes'],
    ['leaves a phrasing as wrong as it was', {}, edited, wrong, wrong, 'not-worse'],
    ['breaks a phrasing', {}, edited, right, wrong, 'broken'],
    ['adds a phrasing that leads elsewhere', {}, edited, undefined, wrong, 'broken'],
    ['leaves the wording of a citizen wrong', { from: 'kept' }, edited, wrong, wrong, 'broken'],
    ['leaves a kept question of a neighbour as wrong as it was', { from: 'kept' }, OTHER.id, wrong, wrong, 'not-worse'],
    ['takes a question from a neighbour', {}, OTHER.id, right, wrong, 'broken'],
  ])('%s', (_, question, of, before, after, result) => {
    expect(resultOf(asks(question), of, before, after).result).toBe(result);
  });

  it('tells which entry comes first instead', () => {
    expect(resultOf(asks(), edited, right, wrong).instead).toBe(OTHER.id);
    expect(resultOf(asks(), edited, right, judged('not-known')).instead).toBeUndefined();
    expect(resultOf(asks(), edited, wrong, right).instead).toBeUndefined();
    const twin = asks({ expects: 'loses', from: 'twin' });
    expect(resultOf(twin, edited, wrong, right)).toMatchObject({ result: 'broken', instead: undefined });
  });
});
