import type { WholeOffice } from './whole-office.ts';

/** The entry that the drafts of the office are about. */
export const ENTRY = 'qa/lao-dong/bi-no-luong';

type Thing = (office: WholeOffice) => string | Promise<string>;

/** What stands in place of a parameter: a thing that is there, made for one call alone. The longest beginning counts. */
const THINGS: Readonly<Record<string, Thing>> = {
  '/console/tickets/:code': (office) => office.ticket(),
  '/console/tickets/:code/release': (office) => office.ticket({ held: true }),
  '/console/tickets/:code/reopen': (office) => office.ticket({ closed: true }),
  '/console/tickets/:code/candidate': (office) => office.ticket({ closed: true }),
  '/console/accounts/invitations/:id': (office) => office.invitation(),
  '/console/accounts/:id': (office) => office.account('staff', '33'),
  '/console/canned/:id': (office) => office.canned(),
  '/console/questions/:id': (office) => office.question(),
  '/console/entries/:id': () => ENTRY,
  '/console/regressions/:id': (office) => office.regression(),
  '/console/revisions/:id': (office) => office.draft('in-review'),
  '/console/drafts/:id': (office) => office.draft(),
  '/console/reviews/:id': (office) => office.draft('in-review'),
  '/console/candidates/:id': (office) => office.candidate(),
  '/console/dashboard/table/:file': () => 'cau-hoi-theo-ngay',
  '/console/centres/:province': () => '33',
  '/console/settings/switches/:name': () => 'referrals',
  '/console/settings/hotlines/:id': () => 'ngoi-nha-binh-yen',
  '/console/settings/texts/:key': () => 'closed',
  '/console/law/of/:code': () => 'luat-khong-co',
  '/console/law/tasks/:id': () => 'viec-khong-co',
  '/console/law/uploads/:id': () => 'tep-khong-co',
  '/console/work/:id': () => 'viec-khong-co',
};

/** Makes a thing for a route; undefined where the route has no parameter. */
export type MakeThing = (beginning: string) => string | Promise<string> | undefined;

/** A new thing for each call. */
export function aThing(office: WholeOffice): MakeThing {
  return (beginning) => THINGS[beginning]?.(office);
}

/** The address of a route with a thing in it that is there. */
export async function pathOf(route: string, make: MakeThing): Promise<string> {
  const beginning = Object.keys(THINGS)
    .filter((one) => route.startsWith(one))
    .sort((a, b) => b.length - a.length)[0];
  const thing = beginning && (await make(beginning));
  return withThing(route, thing ?? '');
}

/** The address of a route with anything in place of its parameter. */
export function withThing(route: string, thing: string): string {
  return route.replace(/:[a-z]+(?:\{.*\})?/, () => thing);
}
