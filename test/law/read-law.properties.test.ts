import { describe, expect, it } from 'vitest';
import type { LawReading } from '../../src/law/law-text.ts';
import { linesOf } from '../../src/law/lines.ts';
import { unwrap } from '../../src/law/unwrap.ts';
import { fc } from '../support/property.ts';
import { AMENDING_LAW, CONSOLIDATED_KITE_LAW, KITE_LAW, readText } from './invented-laws.ts';

/** Lines as they stand in laws, and what could be taken for them. */
const LINES = [
  ...new Set([KITE_LAW, CONSOLIDATED_KITE_LAW, AMENDING_LAW].flatMap((text) => text.split('\n'))),
  ...['“', '”', '"', '', ' ', '\u00a0', 'Điều', 'Điều 1', 'Điều 5a. Bò', 'Ðiều 7.', 'Điều 3. x', 'Chương III', 'Mục 2'],
  ...[
    'Phụ lục',
    'MỤC LỤC',
    '[1] a',
    '[2]',
    '[9] Điều này được bãi bỏ',
    'Article 1',
    'PHẦN THỨ NHẤT',
    '1.',
    'a)',
    '\t',
    '…',
  ],
];
const line = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...LINES) },
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const someLines = fc.array(line, { maxLength: 80 }).map((all) => all.join('\n'));
const someText = fc.oneof(someLines, fc.string({ unit: 'binary', maxLength: 400 }));

/** Enough Vietnamese around it that the text is not refused as broken. */
const asLaw = (text: string): string => `${KITE_LAW.replace(/\nCHỦ TỊCH[\s\S]*$/, '')}\n${text}`;
const wordsOnly = (text: string): string => text.replace(/\s+/g, '');

function readings(text: string): readonly LawReading[] {
  return [text, asLaw(text), `${text}\n${asLaw('')}`].flatMap((one) => {
    const result = readText(one);
    return result.ok ? [result.law] : [];
  });
}

describe('whatever is read as a law', () => {
  it('never throws', () => {
    fc.assert(fc.property(someText, (text) => void [readText(text), readText(asLaw(text)), unwrap(linesOf(text))]));
  });

  it('loses no line: the segments are the text', () => {
    fc.assert(
      fc.property(someText, (text) => {
        for (const { segments, lines } of readings(text)) {
          expect(segments.flatMap(({ from, to }) => lines.slice(from, to))).toEqual(lines);
          expect(segments.every(({ from, to }) => from < to)).toBe(true);
        }
      }),
    );
  });

  it('loses no letter of an article and adds none', () => {
    fc.assert(
      fc.property(someText, (text) => {
        for (const { segments, lines, articles } of readings(text)) {
          const printed = segments
            .filter(({ kind }) => kind === 'article')
            .map(({ from, to }) => wordsOnly(lines.slice(from, to).join('\n')));
          expect(articles.map((article) => wordsOnly(article.headingLine + article.text))).toEqual(printed);
        }
      }),
    );
  });

  it('gives the words of an article exactly as they stand, line breaks included', () => {
    fc.assert(
      fc.property(someText, (text) => {
        for (const { lines, articles } of readings(text)) {
          const whole = lines.join('\n');
          for (const article of articles) expect(whole).toContain(article.text);
        }
      }),
    );
  });

  it('places clauses and points inside the text', () => {
    fc.assert(
      fc.property(someText, (text) => {
        for (const { articles } of readings(text)) {
          for (const { text: words, clauses } of articles) {
            for (const { number, at, points } of clauses) {
              expect(words.slice(at).trimStart().startsWith(number)).toBe(true);
              for (const point of points) expect(words.slice(point.at).trimStart().startsWith(point.letter)).toBe(true);
            }
          }
        }
      }),
    );
  });

  it('is read the same from its own lines', () => {
    fc.assert(
      fc.property(someText, (text) => {
        for (const law of readings(text)) {
          const again = readText(law.lines.join('\n'));
          expect(again.ok && again.law).toEqual(law);
        }
      }),
    );
  });
});

describe('lines broken at the edge of the paper', () => {
  it('lose no letter when they are joined', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (all) => {
        const broken = all.join('\n').replace(/(.{50,70}) /gu, '$1\n');
        const { lines, warnings } = unwrap(linesOf(broken));
        if (warnings.some(({ kind }) => kind === 'page-furniture-left-out')) return;
        // the brackets around the number of a note are added, and nothing but them
        const letters = (text: string): readonly string[] => [...wordsOnly(text.replace(/[[\]]/g, ''))].sort();
        expect(letters(lines.join('\n'))).toEqual(letters(linesOf(broken).join('\n')));
      }),
    );
  });
});
