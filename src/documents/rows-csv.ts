import { stringify } from 'csv-stringify/sync';

/**
 * Rows as a piece of a CSV file (RFC 4180, UTF-8). The first piece begins with a byte order mark, so that Excel reads
 * Vietnamese; what Excel could take for a formula gets an apostrophe.
 */
export function rowsCsv(rows: readonly (readonly string[])[], isFirst: boolean): string {
  return stringify(
    rows.map((row) => [...row]),
    { bom: isFirst, escape_formulas: true, record_delimiter: 'windows' },
  );
}
