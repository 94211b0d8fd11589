import { cellForm, percentForm } from './number-form.ts';
import { type ShownCount, type ShownTable, totalsRow } from './small-numbers.ts';

/** One cell of a table that is written out: on a page, in a document or in a file. */
export type Cell =
  | { readonly cell: 'label'; readonly label: string }
  | { readonly cell: 'count'; readonly count: ShownCount }
  /** From 0 to 1; undefined where it is not shown. */
  | { readonly cell: 'share'; readonly share: number | undefined };

/** A table, line by line, with its headings and its total. */
export interface TableLines {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Undefined where the rows do not add up to anything. */
  readonly total: readonly Cell[] | undefined;
}

/** What every written form of a table has in common: which columns there are and in which order. */
export function tableLines(table: ShownTable): TableLines {
  const totals = totalsRow(table);
  const withShares = totals !== undefined && totals.length === 1;
  return {
    headings: [table.rowHeading, ...table.columns, ...(withShares ? ['Tỷ lệ'] : [])],
    rows: table.rows.map(({ label, cells, share }) => [
      { cell: 'label', label },
      ...cells.map((count): Cell => ({ cell: 'count', count })),
      ...(withShares ? [{ cell: 'share', share } as const] : []),
    ]),
    total: totals && [
      { cell: 'label', label: 'Tổng cộng' },
      ...totals.map((count): Cell => ({ cell: 'count', count })),
      ...(withShares ? [{ cell: 'share', share: wholeShare(totals) } as const] : []),
    ],
  };
}

/** A cell as people read it; `–` where there is no share to show. */
export function cellText(cell: Cell): string {
  switch (cell.cell) {
    case 'label':
      return cell.label;
    case 'count':
      return cellForm(cell.count);
    case 'share':
      return cell.share === undefined ? '–' : percentForm(cell.share);
  }
}

function wholeShare([total]: readonly ShownCount[]): number | undefined {
  return total?.shown === 'exactly' && total.count > 0 ? 1 : undefined;
}
