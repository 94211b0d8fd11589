import { describe, expect, it } from 'vitest';
import { checkVariants, countWords } from '../../src/knowledge/check-variants.ts';
import type { KnowledgeEntry } from '../../src/knowledge/entry.ts';
import { anEntry } from '../support/knowledge-values.ts';
import { NEGATIVE_TWIN, ORDINARY, PHRASINGS, STORIES, VERY_SHORT, WITHOUT_MARKS } from '../support/phrasings.ts';

const FILE = 'qa/lao-dong/no-luong.md';
const aQuestion = (change: Partial<Pick<KnowledgeEntry, 'variants' | 'negativeTwin' | 'kind'>> = {}) =>
  anEntry({ variants: PHRASINGS, negativeTwin: NEGATIVE_TWIN, ...change });
const faultsOf = (variants: readonly string[]) => checkVariants(aQuestion({ variants }));
const aFault = (message: string, field = 'variants') => ({ file: FILE, field, message });

/** One long story, cut to so many words. */
const told = (words: number): string =>
  Array.from({ length: 4 }, () => STORIES[0])
    .join(', rồi ')
    .split(' ', words)
    .join(' ');

describe('checkVariants', () => {
  it('finds nothing wrong with phrasings as different as people are', () => {
    expect(checkVariants(aQuestion())).toEqual([]);
  });

  it('asks for three long stories', () => {
    expect(faultsOf([...STORIES.slice(1), ...WITHOUT_MARKS, ...VERY_SHORT, ...ORDINARY])).toEqual([
      aFault('có 2 chuyện kể dài 40–120 từ, cần ít nhất 3'),
    ]);
  });

  it.each([
    [39, false],
    [40, true],
    [120, true],
    [121, false],
  ])('a text of %i words is a long story: %s', (words, counts) => {
    const story = told(words);
    expect(countWords(story)).toBe(words);
    const faults = faultsOf([story, ...STORIES.slice(1), ...WITHOUT_MARKS, ...VERY_SHORT]);
    expect(faults).toEqual(counts ? [] : [aFault('có 2 chuyện kể dài 40–120 từ, cần ít nhất 3')]);
  });

  it.each([
    ['with a mark on one word', 'cong ty nợ luong em hai thang roi', false],
    ['with đ and no other mark', 'đi lam ma khong ai tra tien cho', false],
    ['typed in capitals', 'CONG TY NO LUONG EM HAI THANG ROI', true],
    ['of four words', 'no luong thang muoi', true],
    ['of three words, which may be without marks by chance', 'xin visa lao', false],
  ])('tells a phrasing without tone marks from others: %s', (_, variant, counts) => {
    const faults = faultsOf([...STORIES, WITHOUT_MARKS[0] ?? '', variant, ...VERY_SHORT]);
    expect(faults).toEqual(counts ? [] : [aFault('có 1 câu không dấu, cần ít nhất 2')]);
  });

  it('does not care whether letters are composed', () => {
    const decomposed = 'công ty nợ lương em hai tháng rồi'.normalize('NFD');
    expect(faultsOf([...STORIES, WITHOUT_MARKS[0] ?? '', decomposed, ...VERY_SHORT])).toEqual([
      aFault('có 1 câu không dấu, cần ít nhất 2'),
    ]);
  });

  it.each([
    [7, 'công ty chậm lương thì báo ai', true],
    [8, 'công ty chậm lương thì báo ai ạ', false],
  ])('a phrasing of %i words is very short: %s', (words, variant, counts) => {
    expect(countWords(variant)).toBe(words);
    expect(faultsOf([...STORIES, ...WITHOUT_MARKS, variant])).toEqual(
      counts ? [] : [aFault('có 0 câu rất ngắn (đến 7 từ), cần ít nhất 1')],
    );
  });

  it('says everything that is missing at once', () => {
    const faults = checkVariants(aQuestion({ variants: ORDINARY, negativeTwin: undefined }));
    expect(faults.map(({ field, message }) => `${field}: ${message}`)).toEqual([
      'variants: có 0 chuyện kể dài 40–120 từ, cần ít nhất 3',
      'variants: có 0 câu không dấu, cần ít nhất 2',
      'variants: có 0 câu rất ngắn (đến 7 từ), cần ít nhất 1',
      'negativeTwin: thiếu: ghi một câu hỏi gần giống mà mục này không được trả lời',
    ]);
  });

  it.each([
    ['a phrasing', VERY_SHORT[0] ?? ''],
    ['a phrasing in capitals and without marks', 'CTY KO TRA LUONG'],
    ['a phrasing in decomposed letters', (ORDINARY[0] ?? '').normalize('NFD')],
    ['the question itself', 'Công ty nợ lương thì phải làm gì?'],
  ])('does not take for a twin what the entry itself answers: %s', (_, negativeTwin) => {
    expect(checkVariants(aQuestion({ negativeTwin }))).toEqual([
      aFault('trùng với một cách nói của chính mục này, hãy đổi câu khác', 'negativeTwin'),
    ]);
  });

  it.each(['guide', 'article'] as const)('does not judge a %s', (kind) => {
    expect(checkVariants(aQuestion({ kind, variants: ORDINARY, negativeTwin: undefined }))).toEqual([]);
    expect(checkVariants(aQuestion({ kind: 'qa', variants: ORDINARY, negativeTwin: undefined }))).not.toEqual([]);
  });
});

describe('countWords', () => {
  it.each([
    ['', 0],
    ['  \n ', 0],
    ['lương', 1],
    [' công ty\nnợ  lương, ạ? ', 5],
  ])('counts by spaces: %j', (text, words) => {
    expect(countWords(text)).toBe(words);
  });
});
