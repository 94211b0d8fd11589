import { describe, expect, it } from 'vitest';
import { type FoundLaw, NO_LAW } from '../../src/answering/known-law.ts';
import { clearlyRelated } from '../../src/answering/related-law.ts';
import type { Citation } from '../../src/knowledge/citation.ts';
import { FEATURES } from '../../src/search/compare.ts';
import { knowledgeOn, TODAY } from './shipped.ts';

/** An article in which nearly all of a question stands. */
function found(nth: number, change: Partial<FoundLaw['evidence']> & { score?: number } = {}): FoundLaw {
  const { score = 22, ...evidence } = change;
  const none = Object.fromEntries(FEATURES.map((name) => [name, 0])) as FoundLaw['evidence'];
  return {
    citation: `bo-luat-dan-su-2015:${nth}` as Citation,
    score,
    evidence: { ...none, words: 1, pairs: 0.9, clauseWords: 0.8, ...evidence },
  };
}
const articles = (all: readonly FoundLaw[], telling = 8) =>
  clearlyRelated(all, telling).map(({ citation }) => citation);

describe('clearlyRelated', () => {
  it('takes an article that holds the question, and those that come as near, three at most', () => {
    expect(articles([found(1)])).toEqual(['bo-luat-dan-su-2015:1']);
    expect(articles([found(1), found(2, { score: 21 }), found(3, { score: 20.4 })])).toEqual([
      'bo-luat-dan-su-2015:1',
      'bo-luat-dan-su-2015:2',
    ]);
    expect(articles([1, 2, 3, 4].map((nth) => found(nth)))).toHaveLength(3);
  });

  it.each([
    ['little of the question', { words: 0.8 }],
    ['its words, but not together', { pairs: 0.4 }],
    ['its words, each in another clause', { clauseWords: 0.3 }],
    ['a question of words that no law knows', { unknown: 0.3 }],
    ['a low score', { score: 18 }],
  ])('takes none for %s', (_, change) => {
    expect(articles([found(1, change)])).toEqual([]);
  });

  it('takes none for a few words, nor where nothing was found', () => {
    expect(articles([found(1)], 3)).toEqual([]);
    expect(articles([])).toEqual([]);
  });
});

describe('An article of law', () => {
  const law = { ...NO_LAW, find: () => [found(404)] };
  const judge = (question: string) => knowledgeOn(TODAY).judge(question, undefined, law);

  it('stands beside a question that no entry answers', () => {
    const question = 'Kích thước séc và việc bố trí vị trí các nội dung trên séc được quy định thế nào?';
    expect(judge(question)).toMatchObject({ answer: { kind: 'not-known' }, related: ['bo-luat-dan-su-2015:404'] });
  });

  it.each([
    ['is answered', 'công ty nợ lương 2 tháng nay thì phải làm gì'],
    ['has nothing to do with rights', 'hôm nay trời mưa không, chiều đá bóng mấy giờ'],
    ['is asked back', 'ly hôn'],
    ['is in English', 'What is the size of a cheque and where do the words on it go?'],
  ])('does not where the question %s', (_, question) => {
    expect(judge(question).related).toBeUndefined();
  });
});
