import { stringify } from 'csv-stringify/sync';
import type { ShownTable } from '../reporting/small-numbers.ts';
import { type Cell, cellText, tableLines } from '../reporting/table-lines.ts';

/**
 * A table as CSV (RFC 4180, UTF-8). Begins with a byte order mark, so that Excel reads Vietnamese; what Excel could take
 * for a formula gets an apostrophe. Counts are plain digits, and there are no shares: what a comma or a point means in
 * a number depends on the machine that opens the file.
 */
export function tableCsv(table: ShownTable): string {
  const { headings, rows, total } = tableLines(table);
  const lines = [...rows, ...(total ? [total] : [])];
  return stringify([headings.slice(0, 1 + table.columns.length), ...lines.map(forMachines)], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}

function forMachines(line: readonly Cell[]): readonly string[] {
  return line
    .filter(({ cell }) => cell !== 'share')
    .map((cell) =>
      cell.cell === 'count' && cell.count.shown === 'exactly' ? String(cell.count.count) : cellText(cell),
    );
}
