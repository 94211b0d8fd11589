import writeXlsx, { type Row as SheetRow } from 'write-excel-file/node';
import { SIGNS } from '../reporting/number-form.ts';
import { hidesNumbers, type ShownTable } from '../reporting/small-numbers.ts';
import { type Cell, cellText, tableLines } from '../reporting/table-lines.ts';

/** The font of administrative documents, in a size for sheets. */
export const SHEET_FONT = { fontFamily: 'Times New Roman', fontSize: 12 } as const;

/** The longest name that Excel takes for a sheet. */
const NAME_LETTERS = 31;
/** In digits of the font, so that three columns fit on a printed page. */
const LABEL_WIDTH = 44;
const COUNT_WIDTH = 16;
/** Points. Written into the file, because not every program finds the height of wrapped text itself. */
const LINE_HEIGHT = 16;
const BORDER = { borderStyle: 'thin', borderColor: '#808080' } as const;

/** A table as an Excel file of one sheet. */
export function tableXlsx(table: ShownTable): Promise<Buffer> {
  return writeXlsx([tableSheet(table, sheetName(table.title))], SHEET_FONT).toBuffer();
}

/** How high a row must be for a text that wraps in a column of so many digits: text is a little narrower than digits. */
export function heightFor(text: string, width: number): number {
  return Math.ceil(text.length / width) * LINE_HEIGHT;
}

/** A table as a sheet: title, headings, one row for each line, the total, and what the signs mean. */
export function tableSheet(table: ShownTable, name: string) {
  const { headings, rows, total } = tableLines(table);
  const signsWidth = LABEL_WIDTH + COUNT_WIDTH * (headings.length - 1);
  const title: SheetRow = [{ value: table.title, fontWeight: 'bold', fontSize: 14 }];
  return {
    sheet: name,
    ...(table.columns.length > 1 && { orientation: 'landscape' as const }),
    columns: headings.map((_, nth) => ({ width: nth === 0 ? LABEL_WIDTH : COUNT_WIDTH })),
    data: [
      title,
      headings.map((value, nth) => ({
        value,
        fontWeight: 'bold' as const,
        align: nth === 0 ? ('left' as const) : ('right' as const),
        backgroundColor: '#e6e6e6',
        wrap: true,
        ...BORDER,
      })),
      ...rows.map((row) => row.map((cell) => asNumbers(cell))),
      ...(total ? [total.map((cell) => ({ ...asNumbers(cell), fontWeight: 'bold' as const }))] : []),
      ...(hidesNumbers(table)
        ? [
            [],
            [
              {
                value: SIGNS,
                fontStyle: 'italic' as const,
                wrap: true,
                columnSpan: headings.length,
                height: heightFor(SIGNS, signsWidth),
              },
            ],
          ]
        : []),
    ] satisfies SheetRow[],
  };
}

/** A name that Excel takes: no `[ ] : * ? / \`, at most 31 letters. */
export function sheetName(title: string): string {
  return title
    .replace(/[[\]:*?/\\]/g, ' ')
    .slice(0, NAME_LETTERS)
    .trim();
}

/** Numbers stay numbers, so that people can go on calculating; everything else is text and never a formula. */
function asNumbers(cell: Cell) {
  if (cell.cell === 'label')
    return { value: cell.label, type: String, wrap: true, height: heightFor(cell.label, LABEL_WIDTH), ...BORDER };
  if (cell.cell === 'share' && cell.share !== undefined)
    return { value: cell.share, type: Number, format: '0.0%', ...BORDER };
  if (cell.cell === 'count' && cell.count.shown === 'exactly') {
    return { value: cell.count.count, type: Number, format: '#,##0', ...BORDER };
  }
  return { value: cellText(cell), type: String, align: 'right' as const, ...BORDER };
}
