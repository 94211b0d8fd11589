import { describe, expect, it } from 'vitest';
import type { EntryId } from '../../src/base/ids.ts';
import type { Citation } from '../../src/knowledge/citation.ts';
import { Library } from '../../src/knowledge/library.ts';
import { anEntry, anInstrument } from '../support/knowledge-values.ts';

/** The two nights on which law changes: religion at the turn of 2027, civil status on 1 March 2027. */
const INSTRUMENTS = [
  anInstrument(),
  anInstrument({
    code: 'luat-tin-nguong-ton-giao-2016',
    shortName: 'Luật Tín ngưỡng, tôn giáo 2016',
    inForce: { from: '2018-01-01', to: '2026-12-31' },
  }),
  anInstrument({
    code: 'luat-tin-nguong-ton-giao-2026',
    shortName: 'Luật Tín ngưỡng, tôn giáo 2026',
    inForce: { from: '2027-01-01' },
  }),
  anInstrument({
    code: 'luat-ho-tich-2014',
    shortName: 'Luật Hộ tịch 2014',
    inForce: { from: '2016-01-01', to: '2027-02-28' },
  }),
  anInstrument({ code: 'luat-ho-tich-2026', shortName: 'Luật Hộ tịch 2026', inForce: { from: '2027-03-01' } }),
];
const wages = anEntry();
const faithBefore = anEntry({
  id: 'qa/ton-giao/nhom',
  citations: ['luat-tin-nguong-ton-giao-2016:17'],
  valid: { from: '2018-01-01', to: '2026-12-31' },
});
const faithAfter = anEntry({
  id: 'qa/ton-giao/nhom-tu-2027',
  citations: ['luat-tin-nguong-ton-giao-2026:17'],
  valid: { from: '2027-01-01' },
});
const birthBefore = anEntry({
  id: 'article/luat-ho-tich-2014/13',
  citations: ['luat-ho-tich-2014:13'],
  valid: { from: '2016-01-01', to: '2027-02-28' },
});
/** Says that it is valid from 2020, but its law is in force only from March 2027. */
const tooEarly = anEntry({
  id: 'article/luat-ho-tich-2026/13',
  citations: ['luat-ho-tich-2026:13'],
  valid: { from: '2020-01-01' },
});
const lost = anEntry({ id: 'qa/khac/luat-la', citations: ['luat-khong-co-2020:1'] });
const library = new Library([wages, faithBefore, faithAfter, birthBefore, tooEarly, lost], INSTRUMENTS);
const currentOn = (day: string) => library.currentOn(day).map(({ id }) => id);

describe('a Library', () => {
  it.each([
    ['2026-12-31', ['qa/lao-dong/no-luong', 'qa/ton-giao/nhom', 'article/luat-ho-tich-2014/13']],
    ['2027-01-01', ['qa/lao-dong/no-luong', 'qa/ton-giao/nhom-tu-2027', 'article/luat-ho-tich-2014/13']],
    ['2027-02-28', ['qa/lao-dong/no-luong', 'qa/ton-giao/nhom-tu-2027', 'article/luat-ho-tich-2014/13']],
    ['2027-03-01', ['qa/lao-dong/no-luong', 'qa/ton-giao/nhom-tu-2027', 'article/luat-ho-tich-2026/13']],
    ['2020-12-31', ['qa/ton-giao/nhom', 'article/luat-ho-tich-2014/13']],
  ])('shows on %s only what is law on that day', (day, ids) => {
    expect(currentOn(day)).toEqual(ids);
  });

  it('does not show an entry outside its own days, though its law goes on', () => {
    const wageOf2026 = anEntry({
      id: 'qa/lao-dong/luong-toi-thieu-2026',
      valid: { from: '2026-01-01', to: '2026-12-31' },
    });
    const days = ['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'];
    expect(days.map((day) => library.isCurrent(wageOf2026, day))).toEqual([false, true, true, false]);
  });

  it('does not show an entry whose law is not in force, whatever the entry says', () => {
    expect(library.isCurrent(tooEarly, '2027-02-28')).toBe(false);
    expect(library.isCurrent(tooEarly, '2027-03-01')).toBe(true);
  });

  it('does not show an entry that rests on an article of other days', () => {
    const span = new Map([['97', { from: '2027-01-01' }]]);
    const amended = new Library([wages], [anInstrument({ articleSpans: span })]);
    expect(['2026-12-31', '2027-01-01'].map((day) => amended.isCurrent(wages, day))).toEqual([false, true]);
  });

  it('never shows an entry whose instrument it does not hold', () => {
    expect(library.isCurrent(lost, '2026-11-21')).toBe(false);
  });

  it.each([
    ['2026-11-21', '2026-12-31', true],
    ['2026-12-31', '2027-01-01', false],
    ['2027-01-01', '2027-02-28', true],
    ['2027-02-28', '2027-03-01', false],
    ['2027-03-01', '2030-01-01', true],
  ])('keeps one epoch while the law is the same: %s and %s share one: %s', (a, b, same) => {
    expect(library.epochOf(a) === library.epochOf(b)).toBe(same);
    if (same) expect(currentOn(a)).toEqual(currentOn(b));
  });

  it.each([
    ['2026-11-21', '2027-01-01'],
    ['2026-12-31', '2027-01-01'],
    ['2027-01-01', '2027-03-01'],
    ['2027-03-01', undefined],
  ])('knows the next change of the law after %s: %s', (day, next) => {
    expect(library.nextEpochAfter(day)).toBe(next);
  });

  it('lets an entry that follows another be asked in the words of the one before, once that has ended', () => {
    const before = anEntry({
      id: 'qa/a/can-ngheo',
      variants: ['cận nghèo có được luật sư không'],
      valid: { from: '2021-01-01', to: '2026-12-31' },
    });
    const after = anEntry({
      id: 'qa/a/can-ngheo-tu-2027',
      variants: ['năm 2027 cận nghèo được chưa'],
      valid: { from: '2027-01-01' },
    });
    const both = new Library([before, after], [anInstrument()]);
    const said = (day: string) => both.searchableOn(day).map(({ id, variants }) => [id, variants.length]);
    expect(said('2026-12-31')).toEqual([['qa/a/can-ngheo', 1]]);
    expect(said('2027-01-01')).toEqual([['qa/a/can-ngheo-tu-2027', 3]]); // its own, and the title and phrasing before
  });

  it('has an epoch before anything began', () => {
    expect(library.epochOf('1900-01-01')).toBe('');
  });

  it.each([
    ['luat-ho-tich-2014:13', '2027-02-28', 'article/luat-ho-tich-2014/13'],
    ['luat-ho-tich-2014:13', '2027-03-01', undefined],
    ['luat-ho-tich-2026:13', '2027-03-01', 'article/luat-ho-tich-2026/13'],
    ['bo-luat-lao-dong-2019:97', '2027-03-01', undefined],
  ])('finds the digest of %s on %s', (article, day, id) => {
    expect(library.digestOf(article, day)?.id).toBe(id);
  });

  it('labels a citation, and gives the bare code where the instrument is unknown', () => {
    expect(library.label('luat-ho-tich-2014:13.1' as Citation)).toBe('Điều 13 khoản 1 Luật Hộ tịch 2014');
    expect(library.label('luat-khong-co-2020:1' as Citation)).toBe('luat-khong-co-2020:1');
  });

  it('finds an entry by its id', () => {
    expect(library.entry('qa/ton-giao/nhom' as EntryId)).toBe(faithBefore);
    expect(library.entry('qa/khong-co' as EntryId)).toBeUndefined();
  });
});
