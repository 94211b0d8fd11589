import type { Role } from '../../../accounts/account.ts';
import { vietnamDay } from '../../../base/days.ts';
import { type ShownFigures, shownFigures } from '../../../reporting/shown-figures.ts';
import type { ShownTable } from '../../../reporting/small-numbers.ts';
import { notFound } from '../kit/guard.tsx';
import type { ConsoleContext, ConsoleRoute } from '../kit/route.ts';
import { type ChosenPeriod, chosenPeriod, type PeriodChoice } from './chosen-period.ts';
import { DashboardPage, TablePage } from './dashboard-page.tsx';
import { type FigurePageNeeds, figuresOf } from './figures-of.ts';
import { PARTS } from './wording.ts';

const ADMINS: readonly Role[] = ['admin'];
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The dashboard, each of its tables by itself, and each table as a file. */
export function dashboardRoutes(needs: FigurePageNeeds): readonly ConsoleRoute[] {
  const { documents, now } = needs;
  const asked = (c: ConsoleContext): { readonly typed: PeriodChoice; readonly chosen: ChosenPeriod } => {
    const typed = { quick: c.req.query('quick'), from: c.req.query('from'), to: c.req.query('to') };
    return { typed, chosen: chosenPeriod(typed, vietnamDay(now()), '30') };
  };
  const figuresFor = async (chosen: ChosenPeriod): Promise<ShownFigures | undefined> =>
    chosen.ok ? shownFigures(await figuresOf(chosen.period, undefined, needs)) : undefined;

  return [
    {
      method: 'GET',
      path: '/dashboard',
      may: ADMINS,
      handle: async (c) => {
        const { typed, chosen } = asked(c);
        const part = PARTS.find((one) => one === c.req.query('part')) ?? 'questions';
        return c.html(
          <DashboardPage
            shell={c.get('shell')}
            part={part}
            chosen={chosen}
            typed={typed}
            figures={await figuresFor(chosen)}
            chartSvg={documents.chartSvg}
          />,
          chosen.ok ? 200 : 422,
        );
      },
    },
    {
      method: 'GET',
      path: '/dashboard/table/:file',
      may: ADMINS,
      handle: async (c) => {
        const [, name, ending] = /^([a-z-]+)(?:\.(csv|xlsx))?$/.exec(c.req.param('file') ?? '') ?? [];
        const { chosen } = asked(c);
        const figures = await figuresFor(chosen);
        const table = figures && tablesIn(figures).find((one) => one.name === name);
        if (!figures || !table) return notFound(c);
        if (ending === undefined) {
          return c.html(
            <TablePage
              shell={c.get('shell')}
              table={table}
              chosen={chosen}
              figures={figures}
              chartSvg={documents.chartSvg}
            />,
          );
        }
        const { from, to } = figures.period;
        c.header('content-disposition', `attachment; filename="${name}-${from}-${to}.${ending}"`);
        if (ending === 'csv')
          return c.body(await documents.tableCsv(table), 200, { 'content-type': 'text/csv; charset=utf-8' });
        return c.body(new Uint8Array(await documents.tableXlsx(table)), 200, { 'content-type': XLSX });
      },
    },
  ];
}

function tablesIn({ tables }: ShownFigures): readonly ShownTable[] {
  return Object.values(tables).filter((table): table is ShownTable => table !== undefined);
}
