import type { ShownTable } from '../reporting/small-numbers.ts';
import { type Cell, cellText, tableLines } from '../reporting/table-lines.ts';
import { rowsCsv } from './rows-csv.ts';

/**
 * A table as a CSV file. Counts are plain digits, and there are no shares: what a comma or a point means in a number
 * depends on the machine that opens the file.
 */
export function tableCsv(table: ShownTable): string {
  const { headings, rows, total } = tableLines(table);
  const lines = [...rows, ...(total ? [total] : [])];
  return rowsCsv([headings.slice(0, 1 + table.columns.length), ...lines.map(forMachines)], true);
}

function forMachines(line: readonly Cell[]): readonly string[] {
  return line
    .filter(({ cell }) => cell !== 'share')
    .map((cell) =>
      cell.cell === 'count' && cell.count.shown === 'exactly' ? String(cell.count.count) : cellText(cell),
    );
}
