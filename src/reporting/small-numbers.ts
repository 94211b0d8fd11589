import type { Row, Table } from './table.ts';

/** Counts from 1 to 4 could point to a person; from 5 on they are shown. */
export const SMALLEST_SHOWN = 5;

/** A count as others may see it. */
export type ShownCount =
  | { readonly shown: 'exactly'; readonly count: number }
  /** From 1 to 4. */
  | { readonly shown: 'under-5' }
  /** Not exactly, so that nobody can work out a number under 5 from the others and their total. */
  | { readonly shown: 'about'; readonly count: number }
  /** Not at all, for the same reason. */
  | { readonly shown: 'kept-back' };

export interface ShownRow {
  readonly label: string;
  readonly cells: readonly ShownCount[];
  /** Share of the total, 0 to 1; undefined where there is none to show. Only in tables of one column. */
  readonly share: number | undefined;
}

/** A table as others may see it. No number that it hides can be worked out from it. */
export interface ShownTable extends Omit<Table, 'rows' | 'order'> {
  readonly rows: readonly ShownRow[];
  /** One for each column. */
  readonly totals: readonly ShownCount[];
  /**
   * `full`: rows to show, some perhaps hidden. `empty`: nothing was counted. `kept-back`: the numbers are so small that
   * only the totals may be shown.
   */
  readonly state: 'full' | 'empty' | 'kept-back';
}

const KEPT_BACK: ShownCount = { shown: 'kept-back' };

/**
 * A count that stands alone: 0 and 5 or more as they are, 1 to 4 as "under 5".
 *
 * @throws RangeError when it is no whole number from 0.
 */
export function shown(count: number): ShownCount {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`Not a count: ${count}`);
  return isSmall(count) ? { shown: 'under-5' } : { shown: 'exactly', count };
}

/**
 * The parts of a whole whose size everybody may know. Hides 1 to 4, and so much beside it that no hidden part can be
 * worked out from the whole, even by somebody who knows this rule.
 *
 * 1. Nothing to hide, or a single part: as if each stood alone.
 * 2. No part is above 5: all parts are kept back, zeros too. So nothing is told of a whole that is under 5 itself.
 * 3. Two or more small parts whose sum is not at the edge of what it can be (all ones, all ones but a two, all fours)
 *    hide each other: every way to share out the sum looks the same.
 * 4. Otherwise shown parts are hidden too, from the last of the order given, until the hidden ones have at least two
 *    more in sum than the least they could have. The order must not depend on the numbers: "the smallest next" would
 *    tell that the hidden one is not larger than those that are shown. A single one is shown as about what the whole
 *    leaves for it, which everybody could work out; several are kept back.
 * 5. All parts are hidden and that is still not reached: as in 2.
 *
 * That every hidden part could be at least two different numbers is tried for all small tables in
 * `test/reporting/small-numbers.test.ts`; docs/decisions/0006 says why the edges matter.
 */
export function shownParts(counts: readonly number[]): readonly ShownCount[] {
  const alone = counts.map(shown);
  const small = counts.filter(isSmall);
  if (small.length === 0 || counts.length === 1) return alone;

  const nothing = counts.map(() => KEPT_BACK);
  if (Math.max(...counts) <= SMALLEST_SHOWN) return nothing;
  if (hideEachOther(small)) return alone;

  const beside = new Set<number>();
  let hidden = sum(small);
  let least = small.length;
  for (const [index, count] of [...counts.entries()].reverse()) {
    if (count < SMALLEST_SHOWN) continue;
    beside.add(index);
    hidden += count;
    least += SMALLEST_SHOWN;
    if (hidden >= least + 2) {
      const sign = beside.size === 1 ? about(hidden, small.length) : KEPT_BACK;
      return alone.map((one, at) => (beside.has(at) ? sign : one));
    }
  }
  return nothing;
}

/**
 * A part of a whole that stands alone in a sentence: the rest of the whole must not be a small number either.
 *
 * @throws RangeError when the part is larger than the whole.
 */
export function shownPart(part: number, whole: number): ShownCount {
  return shownParts([part, whole - part])[0] ?? KEPT_BACK;
}

/**
 * A table in which nothing small can be read or worked out.
 *
 * @param partOf The count that the table divides further, as it is shown elsewhere. Where that is not shown exactly,
 *   nothing of the table is.
 */
export function shownTable({ rows, order, ...table }: Table, partOf?: ShownCount): ShownTable {
  const mayShow = partOf === undefined || partOf.shown === 'exactly';
  const columns = table.columns.map((_, column) => {
    const counts = rows.map((row) => countIn(row, column));
    return mayShow
      ? { cells: shownParts(counts), total: shown(sum(counts)) }
      : { cells: counts.map(() => KEPT_BACK), total: KEPT_BACK };
  });
  const totals = columns.map(({ total }) => total);
  const [onlyTotal] = columns.length === 1 && table.counting === 'once' ? totals : [];
  const shownRows = rows.map(({ label }, index): ShownRow => {
    const cells = columns.map((column) => column.cells[index] ?? KEPT_BACK);
    return { label, cells, share: cells[0] && onlyTotal && share(cells[0], onlyTotal) };
  });
  return {
    ...table,
    rows: order === 'largest-first' ? largestFirst(shownRows) : shownRows,
    totals,
    state: stateOf(shownRows, totals),
  };
}

/** The line of totals, where there is one to show: several rows whose cases count once. */
export function totalsRow({ counting, rows, totals }: ShownTable): ShownTable['totals'] | undefined {
  return counting === 'once' && rows.length > 1 ? totals : undefined;
}

/** Does the table hide a number? Then its readers are told what the signs mean. */
export function hidesNumbers({ rows, totals }: ShownTable): boolean {
  return [...totals, ...rows.flatMap(({ cells }) => cells)].some((cell) => cell.shown !== 'exactly');
}

/** Part of a whole, 0 to 1. Undefined where one of them is hidden, or where fewer than 5 cases stand behind it. */
export function share(part: ShownCount, whole: ShownCount): number | undefined {
  if (part.shown !== 'exactly' || whole.shown !== 'exactly' || whole.count < SMALLEST_SHOWN) return undefined;
  return part.count / whole.count;
}

function isSmall(count: number): boolean {
  return count > 0 && count < SMALLEST_SHOWN;
}

/** Rule 4: the middle of what a part can be that is hidden together with small ones, from their sum alone. */
function about(hidden: number, small: number): ShownCount {
  const least = Math.max(SMALLEST_SHOWN, hidden - small * (SMALLEST_SHOWN - 1));
  return { shown: 'about', count: Math.round((least + hidden - small) / 2) };
}

/** Rule 3. One above the least counts as the edge too, or it would be told apart from the least. */
function hideEachOther(small: readonly number[]): boolean {
  const least = small.length;
  const most = small.length * (SMALLEST_SHOWN - 1);
  return small.length >= 2 && sum(small) >= least + 2 && sum(small) < most;
}

/** Sorted by what is shown: the true order of hidden numbers would tell about them. */
function largestFirst(rows: readonly ShownRow[]): readonly ShownRow[] {
  const rank = ([first]: readonly ShownCount[]): number => {
    if (first?.shown === 'exactly' || first?.shown === 'about') return first.count;
    return first?.shown === 'kept-back' ? 0.6 : 0.5;
  };
  return rows.toSorted((a, b) => rank(b.cells) - rank(a.cells));
}

function stateOf(rows: readonly ShownRow[], totals: readonly ShownCount[]): ShownTable['state'] {
  const cells = rows.flatMap((row) => row.cells);
  if (totals.every((total) => total.shown === 'exactly' && total.count === 0)) return 'empty';
  return cells.every(({ shown }) => shown === 'kept-back') ? 'kept-back' : 'full';
}

function countIn({ label, counts }: Row, column: number): number {
  const count = counts[column];
  if (count === undefined) throw new RangeError(`No count in column ${column} of "${label}"`);
  return count;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
