import { cellForm } from './number-form.ts';
import type { ShownTable } from './small-numbers.ts';

/** A picture of a table. It shows what the table shows: a hidden number has a mark and no height. */
export interface Chart {
  /** Unique within a report, like the table's. */
  readonly name: string;
  /** `bars`: one bar for each row and column. `line`: the rows are days or months in order. */
  readonly kind: 'bars' | 'line';
  readonly title: string;
  readonly unit: string;
  readonly columns: readonly string[];
  readonly rows: ShownTable['rows'];
  /** For those who cannot see it: the first numbers in words. */
  readonly description: string;
}

/** More bars than this are hard to read; the table has them all. */
const MOST_BARS = 15;
const NUMBERS_IN_WORDS = 5;

/** The chart of a table, or `undefined` where the table shows no number. */
export function chartOf(table: ShownTable | undefined, kind: Chart['kind']): Chart | undefined {
  if (table?.state !== 'full') return undefined;
  const { name, title, unit, columns } = table;
  const rows = kind === 'bars' ? table.rows.slice(0, MOST_BARS) : table.rows;
  const all = rows.length === table.rows.length;
  return {
    name,
    kind,
    title: all ? title : `${title} (${MOST_BARS} dòng đầu của bảng)`,
    unit,
    columns,
    rows,
    description: describe(kind, { unit, columns, rows }),
  };
}

function describe(kind: Chart['kind'], { unit, columns, rows }: Pick<Chart, 'unit' | 'columns' | 'rows'>): string {
  const first = rows.slice(0, NUMBERS_IN_WORDS).map(({ label, cells }) => {
    const numbers = cells.map((cell, nth) =>
      columns.length > 1 ? `${columns[nth]} ${cellForm(cell)}` : cellForm(cell),
    );
    return `${label}: ${numbers.join(', ')}`;
  });
  const more = rows.length > NUMBERS_IN_WORDS ? ' Các số còn lại ở bảng.' : '';
  return `Biểu đồ ${kind === 'bars' ? 'thanh ngang' : 'đường'}, đơn vị: ${unit}. ${first.join('; ')}.${more}`;
}
