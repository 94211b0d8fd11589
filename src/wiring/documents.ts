import { writeReport } from '../documents/write-report.ts';
import type { Documents } from '../ports/documents.ts';

/**
 * Each with the first chart or file of its kind: the libraries behind them are large, and nobody who asks the bot something
 * needs them. Reports are written in threads of their own.
 */
export const documents: Documents = {
  chartSvg: async (chart) => (await import('../documents/chart-svg.ts')).chartSvg(chart),
  tableCsv: async (table) => (await import('../documents/table-csv.ts')).tableCsv(table),
  tableXlsx: async (table) => (await import('../documents/table-xlsx.ts')).tableXlsx(table),
  reportDocx: (report) => writeReport('docx', report),
  reportXlsx: (report) => writeReport('xlsx', report),
};
