import { describe, expect, it } from 'vitest';
import { cellForm } from '../../src/reporting/number-form.ts';
import {
  hidesNumbers,
  type ShownCount,
  share,
  shown,
  shownPart,
  shownParts,
  shownTable,
  totalsRow,
} from '../../src/reporting/small-numbers.ts';
import type { Table } from '../../src/reporting/table.ts';
import { fc, runs } from '../support/property.ts';

const inSigns = (cells: readonly ShownCount[]): string => cells.map((cell) => cellForm(cell)).join(' | ');
const total = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

/** Every table of a number of rows whose counts add up to a total. */
function* everyTable(rows: number, sum: number): Generator<readonly number[]> {
  if (rows === 1) yield [sum];
  else
    for (let first = 0; first <= sum; first++)
      for (const rest of everyTable(rows - 1, sum - first)) yield [first, ...rest];
}

/**
 * The numbers that each hidden cell could be, for somebody who knows the total, how many rows there are, what is shown,
 * and exactly how `shownParts` decides: all tables that would look the same.
 */
function lookAlikes(rows: number, sum: number): ReadonlyMap<string, readonly ReadonlySet<number>[]> {
  const possible = new Map<string, readonly Set<number>[]>();
  for (const counts of everyTable(rows, sum)) {
    const signs = inSigns(shownParts(counts));
    const cells = possible.get(signs) ?? counts.map(() => new Set<number>());
    possible.set(signs, cells);
    for (const [index, count] of counts.entries()) cells[index]?.add(count);
  }
  return possible;
}

describe('a count that stands alone', () => {
  it.each([
    [0, '0'],
    [1, '< 5'],
    [4, '< 5'],
    [5, '5'],
    [1234, '1.234'],
  ])('%i is shown as %s', (count, signs) => {
    expect(inSigns([shown(count)])).toBe(signs);
  });

  it.each([-1, 2.5, Number.NaN, Number.POSITIVE_INFINITY])('%d is no count', (count) => {
    expect(() => shown(count)).toThrow(RangeError);
  });
});

describe('the parts of a whole', () => {
  it.each([
    ['nothing to hide', [12, 0, 5], '12 | 0 | 5'],
    ['one small part: the last shown one is told about', [40, 3, 25, 410], '40 | < 5 | 25 | ≈ 411'],
    ['the same, whichever of 1 to 4 the small part is', [40, 1, 25, 412], '40 | < 5 | 25 | ≈ 411'],
    ['zero stays zero and hides nobody', [40, 3, 0, 0], '≈ 41 | < 5 | 0 | 0'],
    ['two small parts hide each other', [40, 2, 3], '40 | < 5 | < 5'],
    ['two ones: their sum alone would tell both', [40, 1, 1], '≈ 37 | < 5 | < 5'],
    ['two fours: likewise', [40, 4, 4], '≈ 43 | < 5 | < 5'],
    ['a one and a two: or two ones would be told apart from them', [40, 2, 1], '≈ 38 | < 5 | < 5'],
    ['a three and a four: which is which stays open', [40, 3, 4], '40 | < 5 | < 5'],
    ['1 and 5 have a sum that only they have: one more goes', [40, 1, 5], 'ẩn | < 5 | ẩn'],
    ['the whole is small: nothing is shown, not even zeros', [3, 0, 0], 'ẩn | ẩn | ẩn'],
    ['no part is large enough to hide behind', [5, 4, 0], 'ẩn | ẩn | ẩn'],
    ['6 cases, 1 and 5', [1, 5], 'ẩn | ẩn'],
    ['a single part is the whole', [3], '< 5'],
    ['nothing happened', [0, 0], '0 | 0'],
    ['no parts', [], ''],
  ])('%s', (_, counts, signs) => {
    expect(inSigns(shownParts(counts))).toBe(signs);
  });

  it.each([
    [1, 40],
    [2, 40],
    [3, 32],
    [4, 26],
    [5, 20],
    [6, 15],
  ])('%i rows, every table up to a total of %i: each hidden number could be another one', (rows, largest) => {
    const toldApart: string[] = [];
    for (let sum = 5; sum <= largest; sum++) {
      for (const [signs, cells] of lookAlikes(rows, sum)) {
        const hidden = signs.split(' | ').map((sign) => !/^\d/.test(sign));
        if (cells.some((numbers, index) => hidden[index] && numbers.size < 2)) toldApart.push(`${sum}: ${signs}`);
      }
    }
    expect(toldApart).toEqual([]);
  });

  it('of a whole under 5 tell nothing at all', () => {
    for (let sum = 1; sum <= 4; sum++) {
      for (const counts of everyTable(4, sum))
        expect(shownParts(counts).every(({ shown }) => shown === 'kept-back')).toBe(true);
    }
  });

  it('larger tables: what is shown is true, and no hidden number follows from the total', () => {
    const count = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 5_000 }));
    fc.assert(
      fc.property(fc.array(count, { minLength: 2, maxLength: 40 }), (counts) => {
        const cells = shownParts(counts);
        const hidden = cells.flatMap(({ shown }, index) =>
          shown === 'exactly' ? [] : [{ shown, count: counts[index] ?? 0 }],
        );
        for (const [index, cell] of cells.entries())
          if (cell.shown === 'exactly') expect(cell.count).toBe(counts[index]);
        for (const { shown, count } of hidden) if (shown === 'under-5') expect([1, 2, 3, 4]).toContain(count);
        expect(cells.some((cell) => cell.shown === 'exactly' && cell.count > 0 && cell.count < 5)).toBe(false);
        if (cells.every(({ shown }) => shown === 'kept-back')) return;
        // what a reader can do: subtract what is shown from the total, and try the least and the most of the others
        const rest = total(hidden.map(({ count }) => count));
        const span = ({ shown }: { shown: ShownCount['shown'] }) =>
          (shown === 'under-5' ? [1, 4] : [5, rest]) as [number, number];
        for (const one of hidden) {
          const others = hidden.filter((other) => other !== one).map(span);
          const least = Math.max(span(one)[0], rest - total(others.map(([, most]) => most)));
          const most = Math.min(span(one)[1], rest - total(others.map(([fewest]) => fewest)));
          expect(most).toBeGreaterThan(least);
        }
      }),
      { numRuns: runs(2_000) },
    );
  });

  it('a small rest hides a large part: 198 of 200 tells of 2', () => {
    expect(shownPart(198, 200)).toEqual({ shown: 'about', count: 198 });
    expect(shownPart(199, 200)).toEqual(shownPart(196, 200));
    expect(shownPart(195, 200)).toEqual({ shown: 'exactly', count: 195 });
    expect(shownPart(3, 200)).toEqual({ shown: 'under-5' });
    expect(() => shownPart(3, 2)).toThrow(RangeError);
  });
});

describe('a table', () => {
  const table = (counts: readonly number[], other: Partial<Table> = {}): Table => ({
    name: 'theo-linh-vuc',
    title: 'Câu hỏi theo lĩnh vực',
    unit: 'câu hỏi',
    rowHeading: 'Lĩnh vực',
    columns: ['Số câu hỏi'],
    rows: counts.map((count, index) => ({ label: `Lĩnh vực ${index + 1}`, counts: [count] })),
    counting: 'once',
    order: 'as-given',
    ...other,
  });

  it('has a total and shares, but none for what is hidden', () => {
    const { rows, totals, state } = shownTable(table([40, 3, 25, 60, 0]));
    expect(rows.map(({ share }) => share)).toEqual([40 / 128, undefined, 25 / 128, undefined, 0]);
    expect([totals, state]).toEqual([[{ shown: 'exactly', count: 128 }], 'full']);
  });

  it('has neither where a case may count in several rows', () => {
    const several = shownTable(table([40, 25], { counting: 'several-times' }));
    expect([several.rows.map(({ share }) => share), totalsRow(several)]).toEqual([[undefined, undefined], undefined]);
  });

  it('hides in each column for itself', () => {
    const rows = [
      { label: 'Hà Nội', counts: [120, 30] },
      { label: 'Huế', counts: [45, 3] },
      { label: 'Sơn La', counts: [9, 12] },
    ];
    const shownRows = shownTable(table([], { rows, columns: ['Mở', 'Đóng'] })).rows;
    expect(shownRows.map(({ cells }) => inSigns(cells))).toEqual(['120 | 30', '45 | < 5', '9 | ≈ 13']);
  });

  it('is sorted by what it shows: hidden numbers keep the order that they were given in', () => {
    const order = (counts: readonly number[]) =>
      shownTable(table(counts, { order: 'largest-first' })).rows.map(
        ({ label, cells }) => `${label}: ${inSigns(cells)}`,
      );
    expect(order([0, 2, 70, 4, 90])).toEqual([
      'Lĩnh vực 5: 90',
      'Lĩnh vực 3: 70',
      'Lĩnh vực 2: < 5',
      'Lĩnh vực 4: < 5',
      'Lĩnh vực 1: 0',
    ]);
    expect(order([0, 4, 70, 2, 90])).toEqual(order([0, 2, 70, 4, 90]));
  });

  it.each([
    ['nothing was counted', [0, 0], 'empty'],
    ['no rows', [], 'empty'],
    ['all too small', [1, 2, 0], 'kept-back'],
    ['a single small one', [3], 'full'],
    ['only hidden rows are left, and their number is known', [7, 2], 'full'],
  ] as const)('%s: %s is %s', (_, counts, state) => {
    expect(shownTable(table(counts)).state).toBe(state);
  });

  it('that divides a hidden number further shows nothing', () => {
    const parts = table([30, 20]);
    expect(shownTable(parts, { shown: 'kept-back' })).toMatchObject({
      state: 'kept-back',
      totals: [{ shown: 'kept-back' }],
    });
    expect(shownTable(parts, { shown: 'exactly', count: 50 }).state).toBe('full');
  });

  it('tells its readers what the signs mean only where there are some', () => {
    expect([hidesNumbers(shownTable(table([30, 20]))), hidesNumbers(shownTable(table([30, 2])))]).toEqual([
      false,
      true,
    ]);
  });

  it('with a row that is too short is a mistake of ours', () => {
    expect(() => shownTable(table([], { rows: [{ label: 'Huế', counts: [] }] }))).toThrow('Huế');
  });
});

describe('a share', () => {
  const exactly = (count: number): ShownCount => ({ shown: 'exactly', count });

  it.each([
    ['both are shown', exactly(5), exactly(20), 0.25],
    ['the part is hidden', shown(4), exactly(20), undefined],
    ['the whole is hidden', exactly(5), { shown: 'kept-back' } as const, undefined],
    ['fewer than 5 cases stand behind it', exactly(0), exactly(0), undefined],
  ])('%s', (_, part, whole, expected) => {
    expect(share(part, whole)).toBe(expected);
  });
});
