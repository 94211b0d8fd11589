import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DANGERS } from '../../src/base/danger.ts';
import { checkLibrary } from '../../src/knowledge/check-library.ts';
import { Library } from '../../src/knowledge/library.ts';
import { hotlinesFor } from '../../src/safety/hotlines.ts';
import { readKnowledge } from '../../src/store/knowledge-files.ts';

/** The day on which the shipped content was reviewed; a fixed one, so that the test does not change with the calendar. */
const TODAY = '2026-11-21';
const CONVENTIONS = ['iccpr', 'icescr', 'cedaw', 'cerd', 'crc', 'crpd', 'cat'];
/** Numbers that were checked, outside the repository; not everybody who runs the tests has it. */
const CHECKED_NUMBERS = '/work/shared/reference/hotlines.json';

const shipped = readKnowledge('knowledge');
const library = new Library(shipped.entries, shipped.instruments);
const digits = (number: string): string => number.replace(/\D/g, '').replace(/^84/, '0');
const digestsOf = (code: string) =>
  shipped.entries.filter(({ id, quotes }) => id.startsWith(`article/${code}/`) && quotes.length === 0);

describe('the shipped knowledge', () => {
  it('is read without a fault', () => {
    expect(shipped.faults).toEqual([]);
  });

  it('has no fault across its files', () => {
    const { entries, instruments, hotlines } = shipped;
    expect(
      checkLibrary({ entries, instruments, publishedNumbers: hotlines.map(({ number }) => number), today: TODAY }),
    ).toEqual([]);
  });

  it('answers at least sixty questions on that day', () => {
    const questions = library.currentOn(TODAY).filter(({ kind }) => kind === 'qa');
    expect(questions.length).toBeGreaterThanOrEqual(60);
  });

  it.each(Array.from({ length: 36 }, (_, nth) => nth + 14))(
    'has a digest of article %i of the Constitution',
    (article) => {
      expect(library.digestOf(`hp2013:${article}`, TODAY)?.id).toBe(`article/hp2013/${article}`);
    },
  );

  it.each(CONVENTIONS)('has at least ten digests and a card of %s', (code) => {
    expect(digestsOf(code).length).toBeGreaterThanOrEqual(10);
    const card = library.instruments.get(code)?.card;
    expect(card && library.entry(card) && library.isCurrent(library.entry(card)!, TODAY)).toBe(true);
  });

  it('gives every entry an id of its own', () => {
    const ids = shipped.entries.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each([
    ['2026-12-31', '2027-01-01'],
    ['2027-02-28', '2027-03-01'],
  ])('loses no answer in the night from %s to %s: each that ends has one that follows', (before, after) => {
    const subject = (id: string): string => id.replace(/-tu-2027(?=$|-)/, '');
    const followed = new Set(library.currentOn(after).map(({ id }) => subject(id)));
    const ended = library
      .currentOn(before)
      .filter((entry) => entry.kind !== 'article' && !library.isCurrent(entry, after))
      .map(({ id }) => id);
    expect(ended.filter((id) => !followed.has(subject(id)))).toEqual([]);
  });

  it('has thirty-four provinces, and a centre in each', () => {
    expect(shipped.provinces).toHaveLength(34);
    const codes = shipped.provinces.map(({ code }) => code);
    expect(new Set(codes).size).toBe(34);
    expect(shipped.centres.map(({ province }) => province).sort()).toEqual([...codes].sort());
  });

  it.each(DANGERS)('has a number to call in danger: %s', (danger) => {
    expect(hotlinesFor(danger, shipped.hotlines)).not.toEqual([]);
  });

  it('names hotlines first where the matter itself can be dangerous: the entry says so', () => {
    const urgent = shipped.entries.filter(({ urgent }) => urgent !== undefined);
    expect(urgent.length).toBeGreaterThanOrEqual(10);
    expect(urgent.filter(({ urgent }) => hotlinesFor(urgent!, shipped.hotlines).length === 0)).toEqual([]);
  });

  it.skipIf(!existsSync(CHECKED_NUMBERS))(
    `shows only numbers that were checked (skipped where ${CHECKED_NUMBERS} is not there)`,
    () => {
      const rows = JSON.parse(readFileSync(CHECKED_NUMBERS, 'utf8')) as readonly { number: string; publish: boolean }[];
      const checked = new Set(rows.filter(({ publish }) => publish).map(({ number }) => digits(number)));
      expect(shipped.hotlines.map(({ number }) => number).filter((number) => !checked.has(digits(number)))).toEqual([]);
    },
  );
});
