import { describe, expect, it } from 'vitest';
import { countKnowledge } from '../../src/knowledge/count-knowledge.ts';
import { readKnowledge } from '../../src/store/knowledge-files.ts';
import { anEntry, anInstrument } from '../support/knowledge-values.ts';

describe('countKnowledge', () => {
  it('counts nothing where there is nothing', () => {
    expect(countKnowledge([], [])).toEqual({
      entries: { article: 0, qa: 0, guide: 0 },
      instruments: {},
      topics: {},
      variants: 0,
    });
  });

  it('counts entries by kind, topics by name, and phrasings', () => {
    const entries = [
      anEntry({ id: 'qa/lao-dong/a', topics: ['lao-dong', 'tien-luong'], variants: ['cty nợ lương', 'no luong'] }),
      anEntry({ id: 'guide/lao-dong/b', kind: 'guide', topics: ['lao-dong'], variants: ['đòi lương ở đâu'] }),
      anEntry({ id: 'article/crc/32', topics: ['tre-em'], variants: [] }),
    ];
    expect(countKnowledge(entries, [])).toMatchObject({
      entries: { article: 1, qa: 1, guide: 1 },
      topics: { 'lao-dong': 2, 'tien-luong': 1, 'tre-em': 1 },
      variants: 3,
    });
    expect(Object.keys(countKnowledge(entries, []).topics)).toEqual(['lao-dong', 'tien-luong', 'tre-em']);
  });

  it.each([
    ['every number is an article', { articles: 54 }, 54],
    ['some were repealed', { articles: 54, missingArticles: ['7', '8'] }, 52],
    ['some were inserted', { articles: 54, insertedArticles: ['4a', '4b', '4c'] }, 57],
    ['both', { articles: 54, missingArticles: ['7'], insertedArticles: ['4a', '4b'] }, 55],
    ['we never saw the text', { articles: undefined }, 0],
  ])('counts the articles of an instrument: %s', (_, change, articles) => {
    expect(countKnowledge([], [anInstrument({ code: 'crc', ...change })]).instruments).toEqual({
      crc: { articles, digests: 0 },
    });
  });

  it('counts an article as digested once: by its main citation, also when two wordings follow each other', () => {
    const entries = [
      anEntry({ id: 'article/crc/32', citations: ['crc:32', 'crc:33'] }),
      anEntry({ id: 'article/crc/32-tu-2027', citations: ['crc:32.1'] }),
      anEntry({ id: 'article/crc/34', citations: ['crc:34'] }),
      anEntry({ id: 'qa/tre-em/lam-thue', citations: ['crc:35'] }),
    ];
    const instruments = [anInstrument({ code: 'crc', articles: 54 }), anInstrument({ code: 'crpd', articles: 50 })];
    expect(countKnowledge(entries, instruments).instruments).toEqual({
      crc: { articles: 54, digests: 2 },
      crpd: { articles: 50, digests: 0 },
    });
  });

  it('finds in the shipped knowledge what the treaties are known to have', () => {
    const { entries, instruments } = readKnowledge('knowledge');
    const counts = countKnowledge(entries, instruments);
    const articles = Object.fromEntries(
      ['udhr', 'iccpr', 'icescr', 'cedaw', 'cerd', 'crc', 'crpd', 'cat', 'hp2013'].map((code) => [
        code,
        counts.instruments[code]?.articles,
      ]),
    );
    expect(articles).toEqual({
      udhr: 30,
      iccpr: 53,
      icescr: 31,
      cedaw: 30,
      cerd: 25,
      crc: 54,
      crpd: 50,
      cat: 33,
      hp2013: 120,
    });
    expect(counts.instruments.udhr?.digests).toBe(30);
    expect(counts.entries.article + counts.entries.qa + counts.entries.guide).toBe(entries.length);
  });
});
