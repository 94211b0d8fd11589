import { describe, expect, it } from 'vitest';
import { CONFIDENCE_FEATURES } from '../../src/answering/confidence.ts';
import { askHeldOut, holdOut, restsOnSame } from '../../src/evaluation/held-out.ts';
import type { KnowledgeEntry } from '../../src/knowledge/entry.ts';
import { fold } from '../../src/language/fold.ts';
import { words } from '../../src/language/terms.ts';
import { Lexicon } from '../../src/search/lexicon.ts';
import { anEntry } from '../support/knowledge-values.ts';
import { SMALL_LIBRARY } from './small-library.ts';

const LEXICON = new Lexicon([['nợ lương', 'quỵt lương']]);
const FOLDS = [0, 1, 2, 3];
/** One entry in eight is left out whole; which one depends on the fold. */
const leftOutOf = (fold_: number): readonly KnowledgeEntry[] =>
  SMALL_LIBRARY.filter(({ kind }, nth) => kind !== 'article' && nth % 8 === fold_);

describe('holdOut', () => {
  it.each(FOLDS)('holds one phrasing in four of each entry back, in quarter %i', (quarter) => {
    const { phrasings } = holdOut(SMALL_LIBRARY, LEXICON, quarter);
    const wanted = SMALL_LIBRARY.filter(({ kind }) => kind !== 'article').map(({ id, variants }) => [
      id,
      variants.filter((_, nth) => nth % 4 === quarter).map(fold),
    ]);
    expect(
      wanted.map(([id]) => [
        id,
        phrasings.filter(({ entry }) => entry.id === id).map(({ question }) => fold(question)),
      ]),
    ).toEqual(wanted);
  });

  it('holds every phrasing back in one quarter and no other', () => {
    const held = FOLDS.flatMap((quarter) => holdOut(SMALL_LIBRARY, LEXICON, quarter).phrasings);
    const all = SMALL_LIBRARY.filter(({ kind }) => kind !== 'article').flatMap(({ variants }) => variants);
    expect(held.map(({ question }) => fold(question)).sort()).toEqual(all.map(fold).sort());
  });

  it.each(FOLDS)(
    'has none of the phrasings of quarter %i in its index, nor a word that stands only there',
    (quarter) => {
      const { index, phrasings } = holdOut(SMALL_LIBRARY, LEXICON, quarter);
      const held = new Set(phrasings.map(({ question }) => fold(question)));
      const left = new Set(leftOutOf(quarter).map(({ id }) => id));
      const kept = SMALL_LIBRARY.filter(({ id }) => !left.has(id)).flatMap(({ title, variants, shortAnswer }) =>
        [title, shortAnswer, ...variants].filter((text) => !held.has(fold(text))),
      );
      const mayKnow = new Set(kept.flatMap(words).flatMap((word) => [word, fold(word)]));
      const knows = index.stored().text.vocabulary.forms;
      expect(knows.filter((word) => !mayKnow.has(word))).toEqual([]);
      expect(phrasings.flatMap(({ question }) => words(question)).some((word) => !mayKnow.has(word))).toBe(true);
      for (const { question, entry } of phrasings) {
        const found = index.search(question, 50).find((match) => match.entry.id === entry.id);
        expect(found?.entry.variants.map(fold) ?? []).not.toContain(fold(question));
      }
    },
  );

  it.each(FOLDS)('has the other phrasings in its index, in quarter %i', (quarter) => {
    const { index } = holdOut(SMALL_LIBRARY, LEXICON, quarter);
    const left = new Set(leftOutOf(quarter).map(({ id }) => id));
    for (const { id, kind, variants } of SMALL_LIBRARY) {
      if (kind === 'article' || left.has(id)) continue;
      for (const [nth, phrasing] of variants.entries()) {
        if (nth % 4 !== quarter) expect([phrasing, index.search(phrasing)[0]?.entry.id]).toEqual([phrasing, id]);
      }
    }
  });

  it.each(FOLDS)('has nothing of the entries that quarter %i leaves out, and says so', (quarter) => {
    const { index, phrasings } = holdOut(SMALL_LIBRARY, LEXICON, quarter);
    const left = leftOutOf(quarter);
    expect(left.length).toBeGreaterThan(0);
    for (const { id, title, variants, shortAnswer } of left) {
      for (const text of [title, ...variants, shortAnswer]) {
        expect(index.search(text, 50).map(({ entry }) => entry.id)).not.toContain(id);
      }
    }
    const ids = new Set(left.map(({ id }) => id));
    expect(phrasings.map((one) => one.left)).toEqual(phrasings.map(({ entry }) => ids.has(entry.id)));
  });

  it('keeps articles whole and asks nothing about them', () => {
    const { index, phrasings } = holdOut(SMALL_LIBRARY, LEXICON, 0);
    const articles = SMALL_LIBRARY.filter(({ kind }) => kind === 'article');
    expect(articles.length).toBeGreaterThan(0);
    for (const { id, title } of articles) expect(index.search(title)[0]?.entry.id).toBe(id);
    expect(phrasings.filter(({ entry }) => entry.kind === 'article')).toEqual([]);
  });

  it('asks one phrasing in three without its marks', () => {
    const { phrasings } = holdOut(SMALL_LIBRARY, LEXICON, 1);
    const unmarked = phrasings.filter(({ question }) => question === fold(question));
    expect(unmarked.length / phrasings.length).toBeGreaterThan(0.2);
    expect(unmarked.length / phrasings.length).toBeLessThan(0.5);
  });
});

describe('askHeldOut', () => {
  const held = holdOut(SMALL_LIBRARY, LEXICON, 1);
  const own = (entry: KnowledgeEntry, question: string, left = false) =>
    askHeldOut({ index: held.index, phrasings: [{ question, entry, left }] });
  const [wages, dismissal] = [SMALL_LIBRARY[0]!, SMALL_LIBRARY[2]!];

  it('takes the entry itself for right', () => {
    expect(own(dismissal, dismissal.title)).toMatchObject([{ right: true }]);
  });

  it('takes another entry for wrong', () => {
    expect(own(wages, dismissal.title)).toMatchObject([{ right: false }]);
  });

  it('takes an entry that rests on the same main article for right', () => {
    const sameArticle = { ...wages, citations: dismissal.citations };
    expect(own(sameArticle, dismissal.title)).toMatchObject([{ right: true }]);
  });

  it('tells what the best entry looked like, by the features of the confidence', () => {
    const tried = askHeldOut(held);
    expect(tried.length).toBeGreaterThan(0);
    for (const { features } of tried) {
      expect(features).toHaveLength(CONFIDENCE_FEATURES.length);
      expect(features.every(Number.isFinite)).toBe(true);
    }
  });

  it('leaves out questions of which no word is known', () => {
    expect(own(wages, 'zirconi xeton')).toEqual([]);
  });
});

describe('restsOnSame', () => {
  const resting = (...citations: readonly string[]) => anEntry({ citations });

  it.each<[string, readonly string[], readonly string[], boolean]>([
    ['on the same article', ['crc:32'], ['crc:32'], true],
    ['on another clause of it', ['crc:32.2.a'], ['crc:32.1'], true],
    ['on one of the first three', ['crc:32'], ['crc:1', 'crc:2', 'crc:32'], true],
    ['on the fourth only', ['crc:32'], ['crc:1', 'crc:2', 'crc:3', 'crc:32'], false],
    ['anywhere itself', ['crc:1', 'crc:2', 'crc:3', 'crc:32'], ['crc:32'], true],
    ['on another article', ['crc:3'], ['crc:32'], false],
    ['on another instrument', ['crpd:32'], ['crc:32'], false],
    ['on the Constitution alone', ['hp2013:20'], ['hp2013:20'], false],
    ['on the Constitution and an article', ['hp2013:20', 'crc:32'], ['hp2013:20', 'crc:32'], true],
  ])('when an entry rests %s: %j, wanted %j', (_, given, wanted, same) => {
    expect(restsOnSame(resting(...given), resting(...wanted))).toBe(same);
  });
});
