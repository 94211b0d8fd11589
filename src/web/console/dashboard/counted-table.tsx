import type { Language } from '../../../accounts/account.ts';
import { SIGNS } from '../../../reporting/number-form.ts';
import { hidesNumbers, type ShownTable } from '../../../reporting/small-numbers.ts';
import { cellText, tableLines } from '../../../reporting/table-lines.ts';
import { DataTable } from '../kit/parts.tsx';
import { numberInWords } from '../kit/words.ts';
import { DASHBOARD_WORDS } from './wording.ts';

/** Rows that stand on a page with many tables; the page of the table itself has them all. */
export const FIRST_ROWS = 20;

/**
 * A table of counts as the report has it, in Vietnamese, or in words why there is none.
 *
 * @param most Rows to show; beyond them `whole` leads to all of them, or to the file that has them.
 */
export function CountedTable({
  table,
  language,
  most = Number.POSITIVE_INFINITY,
  whole,
}: {
  readonly table: ShownTable | undefined;
  readonly language: Language;
  readonly most?: number;
  readonly whole?: string | undefined;
}) {
  const words = DASHBOARD_WORDS[language];
  if (!table) return <p class="hint">{words.notMeasured}</p>;
  if (table.state === 'empty') return <p class="hint">{words.nothing}</p>;
  if (table.state === 'kept-back') return <p class="hint">{words.tooSmall}</p>;
  const { headings, rows, total } = tableLines(table);
  const shown = rows.slice(0, most);
  const count = (n: number) => numberInWords(n, language);
  return (
    <>
      <div class="counted" lang="vi">
        <DataTable
          caption={table.title}
          columns={headings.map((label, nth) => ({ label, numeric: nth > 0 }))}
          rows={[...shown, ...(total ? [total] : [])].map((line) => line.map(cellText))}
        />
      </div>
      {shown.length < rows.length && (
        <p class="hint">
          {words.firstRows(count(shown.length), count(rows.length))} {whole && <a href={whole}>{words.wholeTable}</a>}
        </p>
      )}
      {hidesNumbers(table) && (
        <p class="hint" lang="vi">
          {SIGNS}
        </p>
      )}
    </>
  );
}
