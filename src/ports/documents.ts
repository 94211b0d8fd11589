import type { Chart } from '../reporting/chart.ts';
import type { Report } from '../reporting/report.ts';
import type { ShownTable } from '../reporting/small-numbers.ts';

/** Figures as pictures and files. All are made of what may be shown, so none of them has to hide anything. */
export interface Documents {
  /** An `<svg>` element for a page, escaped, without styles or script. */
  chartSvg(chart: Chart): Promise<string>;
  /** UTF-8 with a byte order mark. */
  tableCsv(table: ShownTable): Promise<string>;
  tableXlsx(table: ShownTable): Promise<Uint8Array>;
  reportDocx(report: Report): Promise<Uint8Array>;
  reportXlsx(report: Report): Promise<Uint8Array>;
}
