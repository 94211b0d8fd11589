import { raw } from 'hono/html';
import type { Documents } from '../../../ports/documents.ts';
import { type Chart, chartOf } from '../../../reporting/chart.ts';
import { cellForm, decimalForm, percentForm } from '../../../reporting/number-form.ts';
import { periodName } from '../../../reporting/period.ts';
import { outcomeCell, type ShownFigures, type ShownTables } from '../../../reporting/shown-figures.ts';
import { type ShownCount, type ShownTable, share } from '../../../reporting/small-numbers.ts';
import { ConsolePage } from '../kit/console-page.tsx';
import { Card, Facts, Tabs } from '../kit/parts.tsx';
import type { Shell } from '../kit/shell.ts';
import type { ChosenPeriod, PeriodChoice, QuickPeriod } from './chosen-period.ts';
import { CountedTable, FIRST_ROWS } from './counted-table.tsx';
import { PeriodForm, periodQuery } from './period-form.tsx';
import { DASHBOARD_WORDS, type DashboardPart, PARTS } from './wording.ts';

const DASHBOARD = '/console/dashboard';
const QUICK: readonly QuickPeriod[] = ['7', '30', '90', 'this-year'];
/** So many bars are read at a glance; the table below has all. */
const MOST_BARS = 10;

interface Figure {
  readonly table: keyof ShownTables;
  readonly chart: Chart['kind'];
}

const FIGURES: Readonly<Record<DashboardPart, readonly Figure[]>> = {
  questions: [
    { table: 'overTime', chart: 'line' },
    { table: 'byChannel', chart: 'bars' },
    { table: 'byOutcome', chart: 'bars' },
    { table: 'byTopic', chart: 'bars' },
    { table: 'byGroup', chart: 'bars' },
    { table: 'byArticle', chart: 'bars' },
    { table: 'urgent', chart: 'bars' },
  ],
  answers: [
    { table: 'answerRatings', chart: 'bars' },
    { table: 'unhelpfulReasons', chart: 'bars' },
    { table: 'unmet', chart: 'bars' },
  ],
  referrals: [
    { table: 'referrals', chart: 'bars' },
    { table: 'firstAnswers', chart: 'bars' },
    { table: 'referralRatings', chart: 'bars' },
  ],
  delivery: [{ table: 'delivery', chart: 'bars' }],
};

export interface DashboardPageProps {
  readonly shell: Shell;
  readonly part: DashboardPart;
  readonly chosen: ChosenPeriod;
  readonly typed: PeriodChoice;
  /** Undefined where the period could not be read. */
  readonly figures: ShownFigures | undefined;
  readonly chartSvg: Documents['chartSvg'];
}

/** What was counted in a period: each figure as a picture, with its table below and as a file. */
export function DashboardPage({ shell, part, chosen, typed, figures, chartSvg }: DashboardPageProps) {
  const { language } = shell;
  const words = DASHBOARD_WORDS[language];
  const period = periodQuery(chosen);
  return (
    <ConsolePage
      shell={shell}
      title={words.title}
      here={DASHBOARD}
      {...(figures && { lead: words.lead(periodName(figures.period)) })}
    >
      <PeriodForm language={language} action={DASHBOARD} quick={QUICK} chosen={chosen} typed={typed} keep={{ part }} />
      {figures && (
        <>
          <Card heading={words.keyFigures}>
            <KeyFigures figures={figures} shell={shell} />
            <p class="hint">{words.privacy}</p>
          </Card>
          <Tabs
            label={words.parts}
            language={language}
            tabs={PARTS.map((one) => ({
              href: `${DASHBOARD}?${new URLSearchParams({ part: one, ...period })}`,
              label: words.part[one],
              current: one === part,
            }))}
          />
          {FIGURES[part].map(({ table, chart }) => (
            <FigureCard
              shell={shell}
              table={figures.tables[table]}
              kind={chart}
              period={period}
              chartSvg={chartSvg}
              most={chart === 'line' ? undefined : FIRST_ROWS}
            />
          ))}
        </>
      )}
    </ConsolePage>
  );
}

export interface TablePageProps {
  readonly shell: Shell;
  readonly table: ShownTable;
  readonly chosen: ChosenPeriod;
  readonly figures: ShownFigures;
  readonly chartSvg: Documents['chartSvg'];
}

/** One table with all its rows. */
export function TablePage({ shell, table, chosen, figures, chartSvg }: TablePageProps) {
  const words = DASHBOARD_WORDS[shell.language];
  const period = periodQuery(chosen);
  const part = PARTS.find((one) => FIGURES[one].some((figure) => figures.tables[figure.table] === table));
  return (
    <ConsolePage shell={shell} title={words.title} here={DASHBOARD} lead={words.lead(periodName(figures.period))}>
      <p>
        <a href={`${DASHBOARD}?${new URLSearchParams({ ...(part && { part }), ...period })}`}>{words.back}</a>
      </p>
      <FigureCard shell={shell} table={table} kind="bars" period={period} chartSvg={chartSvg} />
    </ConsolePage>
  );
}

function FigureCard({
  shell,
  table,
  kind,
  period,
  chartSvg,
  most,
}: {
  readonly shell: Shell;
  readonly table: ShownTable | undefined;
  readonly kind: Chart['kind'];
  readonly period: Readonly<Record<string, string>>;
  readonly chartSvg: Documents['chartSvg'];
  /** Rows of the table; undefined for all. */
  readonly most?: number | undefined;
}) {
  if (!table) return null;
  const words = DASHBOARD_WORDS[shell.language];
  const chart = chartOf(kind === 'bars' ? asBars(table) : table, kind);
  const query = new URLSearchParams(period);
  const place = `${DASHBOARD}/table/${table.name}`;
  return (
    <section class="card" id={table.name}>
      <h2 lang="vi">{table.title}</h2>
      {chart && (
        // It scrolls where the screen is narrow: smaller, nobody could read it.
        <section class="chart" tabindex={0} aria-label={`${words.chart}: ${chart.title}`}>
          <Drawn chart={chart} chartSvg={chartSvg} />
        </section>
      )}
      <CountedTable
        table={table}
        language={shell.language}
        {...(most !== undefined && { most, whole: `${place}?${query}` })}
      />
      {table.state === 'full' && table.counting === 'several-times' && <p class="hint">{words.several}</p>}
      {table.state === 'full' && (
        <p class="buttons">
          <a href={`${place}.csv?${query}`}>
            {words.csv}
            <span class="who" lang="vi">{`: ${table.title}`}</span>
          </a>
          <a href={`${place}.xlsx?${query}`}>
            {words.xlsx}
            <span class="who" lang="vi">{`: ${table.title}`}</span>
          </a>
        </p>
      )}
    </section>
  );
}

/** What is drawn of a table: its first column, its first rows. */
function asBars(table: ShownTable): ShownTable {
  const [column] = table.columns;
  return {
    ...table,
    title: table.columns.length > 1 ? `${table.title}: ${column.toLocaleLowerCase('vi')}` : table.title,
    columns: [column],
    rows: table.rows.slice(0, MOST_BARS).map(({ label, cells, share }) => ({ label, cells: cells.slice(0, 1), share })),
  };
}

function KeyFigures({ figures, shell }: { readonly figures: ShownFigures; readonly shell: Shell }) {
  const { tables, questions, askedAgain, overdue, medianHours } = figures;
  const words = DASHBOARD_WORDS[shell.language];
  const count = (cell: ShownCount | undefined): string => {
    if (cell === undefined) return words.notMeasured;
    return cell.shown === 'kept-back' ? words.notShown : cellForm(cell);
  };
  const rate = (cell: ShownCount | undefined, whole: ShownCount | undefined): string => {
    const part = cell && whole && share(cell, whole);
    return part === undefined ? words.notShown : percentForm(part);
  };
  const ofQuestions = (cell: ShownCount | undefined): string => {
    const part = cell && questions && share(cell, questions);
    return `${count(cell)}${part === undefined ? '' : ` (${percentForm(part)})`}`;
  };
  return (
    <Facts
      facts={[
        [words.key.questions, count(questions)],
        [words.key.answered, ofQuestions(outcomeCell(tables.byOutcome, 'answer'))],
        [words.key.unresolved, ofQuestions(outcomeCell(tables.byOutcome, 'unresolved'))],
        [words.key.again, ofQuestions(askedAgain)],
        [words.key.helpful, rate(tables.answerRatings?.rows[0]?.cells[0], tables.answerRatings?.totals[0])],
        [words.key.opened, count(tables.referrals?.totals[0])],
        [words.key.median, medianHours === undefined ? words.notShown : words.key.hours(decimalForm(medianHours))],
        [words.key.overdue, count(overdue)],
      ]}
    />
  );
}

async function Drawn({ chart, chartSvg }: { readonly chart: Chart; readonly chartSvg: Documents['chartSvg'] }) {
  return <div lang="vi">{raw(await chartSvg(chart))}</div>;
}
