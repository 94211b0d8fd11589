import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DANGERS } from '../../src/base/danger.ts';
import { covers } from '../../src/base/days.ts';
import { checkLibrary } from '../../src/knowledge/check-library.ts';
import { type Citation, partsOf } from '../../src/knowledge/citation.ts';
import type { KnowledgeEntry } from '../../src/knowledge/entry.ts';
import { Glossary, type GlossaryTerm } from '../../src/knowledge/glossary.ts';
import { hasArticle, inForce } from '../../src/knowledge/instrument.ts';
import { inForceTogether, Library } from '../../src/knowledge/library.ts';
import { fold } from '../../src/language/fold.ts';
import { hotlinesFor } from '../../src/safety/hotlines.ts';
import { readKnowledge } from '../../src/store/knowledge-files.ts';

/** The day on which the shipped content was reviewed; a fixed one, so that the test does not change with the calendar. */
const TODAY = '2026-11-21';
/** Before and after each change of the law that is known today. */
const DAYS = [TODAY, '2026-12-31', '2027-01-01', '2027-02-28', '2027-03-01', '2027-07-01'];
/** Each with the number of its articles. */
const CONVENTIONS: readonly (readonly [string, number])[] = [
  ['iccpr', 53],
  ['icescr', 31],
  ['cedaw', 30],
  ['cerd', 25],
  ['crc', 54],
  ['crpd', 50],
  ['cat', 33],
];
/** Numbers that were checked, outside the repository; not everybody who runs the tests has it. */
const CHECKED_NUMBERS = '/work/shared/reference/hotlines.json';

const shipped = readKnowledge('knowledge');
const library = new Library(shipped.entries, shipped.instruments);
const digits = (number: string): string => number.replace(/\D/g, '').replace(/^84/, '0');
/** What we wrote; the rest is quoted. */
const own = shipped.entries.filter(({ quotes }) => quotes.length === 0);
/** A phrasing without marks, capitals and signs: only the words count. */
const alone = (said: string): string =>
  fold(said)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

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

  it.each([
    ['qa', 700],
    ['guide', 60],
  ] as const)('holds on that day enough of each kind: %s, at least %i', (kind, fewest) => {
    const current = own.filter((entry) => entry.kind === kind && library.isCurrent(entry, TODAY));
    expect(current.length).toBeGreaterThanOrEqual(fewest);
  });

  it.each(Array.from({ length: 120 }, (_, nth) => nth + 1))(
    'has a digest of article %i of the Constitution',
    (article) => {
      expect(library.digestOf(`hp2013:${article}`, TODAY)?.id).toBe(`article/hp2013/${article}`);
    },
  );

  it.each(CONVENTIONS)('has a digest of every article and a card of %s', (code, articles) => {
    expect(library.instruments.get(code)?.articles).toBe(articles);
    const numbers = Array.from({ length: articles }, (_, nth) => nth + 1);
    const digests = numbers.map((number) => library.digestOf(`${code}:${number}`, TODAY)?.id);
    expect(digests).toEqual(numbers.map((number) => `article/${code}/${number}`));
    const card = library.instruments.get(code)?.card;
    expect(card && library.entry(card) && library.isCurrent(library.entry(card)!, TODAY)).toBe(true);
  });

  it('answers at least eighty questions in English too, and names every instrument in English', () => {
    expect(own.filter(({ kind, english }) => kind === 'qa' && english !== undefined).length).toBeGreaterThanOrEqual(80);
    expect(shipped.instruments.length).toBeGreaterThan(100);
    expect(shipped.instruments.filter(({ english }) => english === undefined).map(({ code }) => code)).toEqual([]);
  });

  it('has for every question a near one that it does not answer', () => {
    expect(own.filter(({ kind, negativeTwin }) => kind === 'qa' && !negativeTwin).map(({ id }) => id)).toEqual([]);
  });

  it('gives no phrasing to two entries that hold on the same day', () => {
    const bySaid = new Map<string, KnowledgeEntry[]>();
    for (const entry of own) {
      for (const said of new Set([entry.title, ...entry.variants].map(alone))) {
        bySaid.set(said, [...(bySaid.get(said) ?? []), entry]);
      }
    }
    expect(bySaid.size).toBeGreaterThan(10_000);
    const shared = [...bySaid].flatMap(([said, entries]) =>
      entries.flatMap((second, nth) =>
        entries
          .slice(0, nth)
          .filter((first) => inForceTogether(first, second))
          .map((first) => `${first.id} ~ ${second.id}: ${said}`),
      ),
    );
    expect(shared).toEqual([]);
  });

  it('has at least two hundred groups of words for the same matter', () => {
    expect(shipped.lexicon.length).toBeGreaterThanOrEqual(200);
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

  describe('glossary', () => {
    const { terms } = shipped.glossary;

    it('has at least 150 terms', () => {
      expect(terms.length).toBeGreaterThanOrEqual(150);
      expect(terms.filter(({ plain }) => plain.trim() === '')).toEqual([]);
    });

    it('rests on articles that exist and bind on every day on which the term is explained', () => {
      const days = (term: GlossaryTerm) =>
        [...DAYS, term.validFrom, term.validTo].filter(
          (day) => day !== undefined && covers({ from: term.validFrom ?? '', to: term.validTo }, day),
        ) as readonly string[];
      const binds = (citation: Citation, day: string): boolean => {
        const { code, article } = partsOf(citation);
        const instrument = library.instruments.get(code);
        return instrument !== undefined && hasArticle(instrument, article) && inForce(instrument, article, day);
      };
      const loose = terms.flatMap((term) =>
        days(term).flatMap((day) =>
          term.citations
            .filter((citation) => !binds(citation, day))
            .map((citation) => `${term.term}: ${citation} ${day}`),
        ),
      );
      expect(loose).toEqual([]);
      expect(terms.filter((term) => days(term).length === 0)).toEqual([]);
    });

    it.each([
      ['… là gì', (name: string) => `${name} là gì?`],
      ['with courtesy', (name: string) => `dạ cho em hỏi ${name} là gì vậy ạ`],
      ['without marks', (name: string) => `${fold(name)} la gi`],
      ['in capitals', (name: string) => `THẾ NÀO LÀ ${name.toUpperCase()}`],
    ])('explains every term by each of its names, on every day on which it holds: %s', (_, asked) => {
      const glossary = new Glossary(shipped.glossary);
      const held = terms.flatMap((term) =>
        DAYS.filter((day) => covers({ from: term.validFrom ?? '', to: term.validTo }, day)).flatMap((day) =>
          [term.term, ...term.also].map((name) => ({ term, name, day })),
        ),
      );
      const lost = held.filter(
        ({ term, name, day }) => glossary.read(asked(name), day)?.shortAnswer !== `${term.term}: ${term.plain}`,
      );
      expect(lost.map(({ term, name, day }) => `${asked(name)} ${day} → ${term.term}`)).toEqual([]);
    });
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
