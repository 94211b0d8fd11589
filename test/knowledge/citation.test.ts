import { describe, expect, it } from 'vitest';
import { articleOf, type Citation, parseCitation, partsOf } from '../../src/knowledge/citation.ts';
import { citationLabel, hasArticle, inForce } from '../../src/knowledge/instrument.ts';
import { anInstrument } from '../support/knowledge-values.ts';

describe('parseCitation', () => {
  it.each([
    ['crc:32', { code: 'crc', article: '32' }],
    ['bo-luat-lao-dong-2019:145.1.a', { code: 'bo-luat-lao-dong-2019', article: '145', clause: '1', point: 'a' }],
    ['bo-luat-lao-dong-2019:145.1.đ', { code: 'bo-luat-lao-dong-2019', article: '145', clause: '1', point: 'đ' }],
    ['nghi-dinh-144-2017-nd-cp:4.2', { code: 'nghi-dinh-144-2017-nd-cp', article: '4', clause: '2' }],
    ['luat-hoa-giai-2013:4a', { code: 'luat-hoa-giai-2013', article: '4a' }],
    ['hp2013:31.2', { code: 'hp2013', article: '31', clause: '2' }],
  ])('%s', (text, parts) => {
    expect(parseCitation(text)).toEqual(parts);
  });

  it.each([
    'Điều 97 Bộ luật Lao động',
    'crc',
    'crc:',
    'crc:ba',
    'CRC:32',
    'crc 32',
    'crc:32.',
    'crc:32.1.1',
    'crc:1000',
    '-crc:32',
    'crc--x:32',
    'crc:32 ',
    '',
  ])('is no citation: %j', (text) => {
    expect(parseCitation(text)).toBeUndefined();
  });

  it('leaves clause and point away for the article', () => {
    expect(articleOf('bo-luat-lao-dong-2019:145.1.a' as Citation)).toBe('bo-luat-lao-dong-2019:145');
  });

  it('is a mistake of ours to take apart what was never checked', () => {
    expect(() => partsOf('Điều 97' as Citation)).toThrow(TypeError);
  });
});

describe('an instrument', () => {
  it.each([
    [{ code: 'x', article: '145', clause: '1', point: 'a' }, 'Điều 145 khoản 1 điểm a Bộ luật Lao động 2019'],
    [{ code: 'x', article: '97' }, 'Điều 97 Bộ luật Lao động 2019'],
    [{ code: 'x', article: '4a', clause: '2' }, 'Điều 4a khoản 2 Bộ luật Lao động 2019'],
  ])('is cited as a lawyer writes it: %o', (parts, label) => {
    expect(citationLabel(anInstrument(), parts)).toBe(label);
  });

  it('holds the articles it has, with gaps and insertions', () => {
    const law = anInstrument({ articles: 10, missingArticles: ['7'], insertedArticles: ['4a'] });
    expect(['1', '10', '4a'].map((article) => hasArticle(law, article))).toEqual([true, true, true]);
    expect(['0', '11', '7', '4b', '1.5', ''].map((article) => hasArticle(law, article))).toEqual(Array(6).fill(false));
  });

  it('does not doubt an article where we never saw the whole text', () => {
    expect(hasArticle(anInstrument({ articles: undefined }), '999')).toBe(true);
  });

  it('binds while it is in force, and an article only within its own days', () => {
    const law = anInstrument({
      inForce: { from: '2018-01-01', to: '2027-02-28' },
      articleSpans: new Map([['5', { from: '2027-01-01' }]]),
    });
    expect(['2017-12-31', '2018-01-01', '2027-02-28', '2027-03-01'].map((day) => inForce(law, '4', day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(['2026-12-31', '2027-01-01', '2027-03-01'].map((day) => inForce(law, '5', day))).toEqual([
      false,
      true,
      false,
    ]);
  });
});
