import { vietnamDay } from '../../../base/days.ts';
import type { KnowledgeOn } from '../../../flow/knowledge-on.ts';
import type { Store } from '../../../ports/store.ts';
import { ConsolePage } from '../kit/console-page.tsx';
import { Card, DataTable, EmptyState, Mark, Pager, When } from '../kit/parts.tsx';
import { ADMINS, type ConsoleRoute } from '../kit/route.ts';
import { numberInWords } from '../kit/words.ts';
import { CLOCK_WORDS } from './wording.ts';

const PATH = '/clock';
const PAGE = 50;
const HOUR_MS = 60 * 60 * 1000;

export interface ClockPageNeeds {
  readonly store: Store;
  readonly knowledgeOn: KnowledgeOn;
  readonly now: () => Date;
}

/** What is overdue, for admins: counts by centre, and codes with their age. Nothing of what anybody wrote. */
export function clockRoutes({ store, knowledgeOn, now }: ClockPageNeeds): readonly ConsoleRoute[] {
  return [
    {
      method: 'GET',
      path: PATH,
      may: ADMINS,
      handle: async (c) => {
        const page = Math.max(1, Number.parseInt(c.req.query('page') ?? '1', 10) || 1);
        const at = now();
        const { counts, late } = await store.transaction(async ({ ticketClock }) => ({
          counts: await ticketClock.lateCounts(at),
          late: await ticketClock.late(at, { limit: PAGE + 1, offset: (page - 1) * PAGE }),
        }));
        const { language } = c.get('shell');
        const words = CLOCK_WORDS[language];
        const { provinces } = knowledgeOn(vietnamDay(at)).rendering;
        // Short, so that a row fits a phone.
        const named = (code: string) => provinces.find((one) => one.code === code)?.shortName ?? code;
        const n = (count: number) => numberInWords(count, language);
        const pageHref = (nth: number) => `/console${PATH}?page=${nth}`;
        return c.html(
          <ConsolePage shell={c.get('shell')} title={words.title} here="/console/clock" lead={words.lead}>
            {counts.length === 0 ? (
              <EmptyState>{words.none}</EmptyState>
            ) : (
              <>
                <Card heading={words.byCentre}>
                  <DataTable
                    caption={words.byCentre}
                    columns={[
                      { label: words.centre },
                      { label: words.late, numeric: true },
                      { label: words.escalated, numeric: true },
                      { label: words.oldest },
                    ]}
                    rows={counts.map(({ province, late: count, escalated, oldestDueAt }) => [
                      <a href={`/console/centres/${province}`}>{named(province)}</a>,
                      n(count),
                      n(escalated),
                      <When at={oldestDueAt} language={language} />,
                    ])}
                  />
                </Card>
                <Card heading={words.each}>
                  <DataTable
                    caption={words.each}
                    columns={[words.code, words.centre, words.opened, words.due, words.lateBy, words.state].map(
                      (label) => ({ label }),
                    )}
                    rows={late.slice(0, PAGE).map((ticket) => [
                      <Mark>{ticket.code}</Mark>,
                      named(ticket.province),
                      <When at={ticket.openedAt} language={language} />,
                      <When at={ticket.dueAt} language={language} />,
                      words.lateFor(Math.floor((at.getTime() - ticket.dueAt.getTime()) / HOUR_MS)),
                      <>
                        {ticket.urgent && <Mark kind="danger">{words.urgent}</Mark>}{' '}
                        {ticket.claimed ? words.taken : words.nobody}
                        {ticket.escalated && <> · {words.told}</>}
                      </>,
                    ])}
                  />
                  <Pager
                    language={language}
                    previous={page > 1 ? pageHref(page - 1) : undefined}
                    next={late.length > PAGE ? pageHref(page + 1) : undefined}
                  />
                </Card>
              </>
            )}
            <p>
              <a href="/console/settings/groups">{words.linkGroup}</a>
            </p>
          </ConsolePage>,
        );
      },
    },
  ];
}
