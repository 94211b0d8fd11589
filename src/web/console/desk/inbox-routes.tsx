import { z } from 'zod';
import { lookAtList, type SeenList, searchDesk } from '../../../flow/desk/look.ts';
import { clean } from '../../../language/clean.ts';
import { DESK_LISTS } from '../../../ports/desk.ts';
import type { ConsoleContext, ConsoleRoute } from '../kit/route.ts';
import { centreName, type DeskPagesNeeds, STAFF, staffOf } from './desk-needs.ts';
import { InboxPage, type InboxPageProps } from './inbox-page.tsx';

const PAGE = 25;
const LONGEST_SEARCH = 200;

const Page = z.coerce.number().int().min(1).max(10_000).catch(1);
const Query = z.object({ list: z.enum(DESK_LISTS).catch('new'), page: Page });
const SearchForm = z.object({
  q: z
    .string()
    .transform((typed) => clean(typed).slice(0, LONGEST_SEARCH))
    .catch(''),
  page: Page,
});

/** The lists of a centre and the search in them. */
export function inboxRoutes(needs: DeskPagesNeeds): readonly ConsoleRoute[] {
  const { now, live, centres } = needs;
  // One more than is shown tells whether there is a next page.
  const piece = (page: number) => ({ limit: PAGE + 1, offset: (page - 1) * PAGE });

  return [
    {
      method: 'GET',
      path: '/inbox',
      may: STAFF,
      handle: async (c) => {
        const me = staffOf(c);
        const { list, page } = Query.parse(c.req.query());
        return show(c, { list }, page, await lookAtList(list, piece(page), me, needs));
      },
    },
    {
      // What is searched for may be words of a person, and addresses are kept by browsers: so it is posted.
      method: 'POST',
      path: '/inbox/search',
      may: STAFF,
      handle: async (c) => {
        const { q, page } = SearchForm.parse(await c.req.parseBody());
        if (q === '') return c.redirect('/console/inbox', 303);
        const { understood, ...seen } = await searchDesk(q, piece(page), staffOf(c), needs);
        return show(c, { search: q, understood }, page, seen);
      },
    },
  ];

  function show(c: ConsoleContext, shown: InboxPageProps['shown'], page: number, seen: SeenList) {
    return c.html(
      <InboxPage
        shell={c.get('shell')}
        me={staffOf(c).id}
        shown={shown}
        seen={{ ...seen, tickets: seen.tickets.slice(0, PAGE) }}
        page={page}
        hasNext={seen.tickets.length > PAGE}
        now={now()}
        workingTime={live.current.workingTime}
        centreName={(province) => centreName(province, centres())}
      />,
    );
  }
}
