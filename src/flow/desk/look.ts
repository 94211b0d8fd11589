import { vietnamDay } from '../../base/days.ts';
import type { AccountId, ReferralCode } from '../../base/ids.ts';
import type { CannedReply } from '../../ports/canned-replies.ts';
import type {
  DeskList,
  DeskPage,
  EarlierAnswer,
  ListedTicket,
  Presence,
  StaffMember,
  TicketView,
} from '../../ports/desk.ts';
import type { Records, Store } from '../../ports/store.ts';
import type { ProvinceCode } from '../../referral/legal-aid-centre.ts';
import { codeIn } from '../../referral/referral-code.ts';
import { receivingCentres } from '../receiving-centres.ts';
import { ticketTerms } from './ticket-terms.ts';

export interface LookNeeds {
  readonly store: Store;
  readonly now: () => Date;
}

/** Looking again within this time is the same look. */
const SAME_LOOK_MS = 5 * 60_000;
/** Whoever was not seen for so long has left. */
const PRESENT_MS = 45_000;
/** A page that is open tells of itself every fifteen seconds; writing is noted every ten. */
const WRITING_MS = 20_000;
/** More than any centre has. */
const MOST_COLLEAGUES = 500;
const EARLIER_SHOWN = 3;
/** How a review task names a canned reply. */
const CANNED = 'canned/';

/** Names of the staff of a centre by account; also of those who have left. */
export type Names = ReadonlyMap<AccountId, string>;

export interface SeenList {
  readonly tickets: readonly ListedTicket[];
  readonly counts: Readonly<Record<DeskList, number>>;
  readonly names: Names;
}

/** A page of a list. It shows beginnings of what people wrote, so that it was looked at is logged. */
export function lookAtList(list: DeskList, page: DeskPage, by: StaffMember, needs: LookNeeds): Promise<SeenList> {
  const { store, now } = needs;
  return store.transaction(async (records) => {
    const tickets = await records.desk.list(list, by, now(), page);
    await noteLook(records, by, 'tickets-listed', `inbox/${list}`, now());
    return { tickets, counts: await records.desk.counts(by, now()), names: await namesIn(records, by.province) };
  });
}

/** Tickets by a code or by words. `understood: false`: nothing of what was typed can be searched for. */
export function searchDesk(
  typed: string,
  page: DeskPage,
  by: StaffMember,
  needs: LookNeeds,
): Promise<SeenList & { readonly understood: boolean }> {
  const { store, now } = needs;
  return store.transaction(async (records) => {
    const code = codeIn(typed);
    const terms = code === undefined ? ticketTerms([typed]) : [];
    const named = code && (await records.desk.view(code, by.province));
    const tickets = named ? [named] : await records.ticketTerms.search(by.province, terms, page);
    await noteLook(records, by, 'tickets-searched', 'inbox/search', now());
    return {
      tickets,
      understood: code !== undefined || terms.length > 0,
      counts: await records.desk.counts(by, now()),
      names: await namesIn(records, by.province),
    };
  });
}

/** Everything that the page of a ticket shows. */
export interface SeenTicket {
  readonly view: TicketView;
  readonly names: Names;
  /** Who may be given the ticket, by name. */
  readonly colleagues: readonly Pick<StaffMember, 'id' | 'name'>[];
  readonly present: readonly Presence[];
  readonly canned: readonly CannedReply[];
  /** Ids of those that rest on an article that has changed, until a curator has read them again. */
  readonly doubted: ReadonlySet<string>;
  readonly earlier: readonly EarlierAnswer[];
  /** Does anybody read at a centre? */
  readonly receives: (province: ProvinceCode) => boolean;
}

/** @returns `undefined` when there is no such ticket, or it belongs to another centre. */
export function lookAtTicket(code: string, by: StaffMember, needs: LookNeeds): Promise<SeenTicket | undefined> {
  const { store, now } = needs;
  return store.transaction(async (records) => {
    const { desk, accounts, ticketTerms: terms, cannedReplies } = records;
    const named = codeIn(code);
    const view = named && (await desk.view(named, by.province));
    if (!view) return undefined;
    await noteLook(records, by, 'ticket-viewed', `ticket/${view.code}`, now());
    await desk.see(view.id, by.id, 'reading', now(), before(now(), WRITING_MS));
    const earlier = view.state === 'withdrawn' ? [] : await terms.earlierAnswers(view.id, by.province, EARLIER_SHOWN);
    // What other people wrote is shown beside it: that was looked at too.
    for (const other of earlier) await noteLook(records, by, 'ticket-viewed', `ticket/${other.code}`, now());
    const active = await accounts.list({ role: 'staff', province: by.province, state: 'active' }, MOST_COLLEAGUES);
    return {
      view,
      names: await namesIn(records, by.province),
      colleagues: active.map(({ id, name }) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'vi')),
      present: await desk.present(view.id, by.id, before(now(), PRESENT_MS)),
      canned: await cannedReplies.usableIn(by.province),
      doubted: await doubtedIn(records, now()),
      earlier,
      receives: await receivingCentres(records),
    };
  });
}

export interface SeenPresence {
  readonly code: ReferralCode;
  readonly present: readonly Presence[];
  readonly names: Names;
  /** See `TicketView.version`. */
  readonly version: string;
}

/** Notes that somebody is at a ticket, and tells who else is. @returns `undefined` as for `lookAtTicket`. */
export function beAtTicket(
  code: string,
  doing: Presence['doing'],
  by: StaffMember,
  needs: LookNeeds,
): Promise<SeenPresence | undefined> {
  const { store, now } = needs;
  return store.transaction(async (records) => {
    const { desk, tickets } = records;
    const named = codeIn(code);
    const ticket = named && (await tickets.findByCode(named));
    if (ticket?.province !== by.province) return undefined;
    await desk.see(ticket.id, by.id, doing, now(), before(now(), WRITING_MS));
    return {
      code: ticket.code,
      present: await desk.present(ticket.id, by.id, before(now(), PRESENT_MS)),
      names: await namesIn(records, by.province),
      version: await tickets.lastWords(ticket.id),
    };
  });
}

async function doubtedIn({ reviewTasks }: Records, at: Date): Promise<ReadonlySet<string>> {
  const today = vietnamDay(at);
  const changed = (await reviewTasks.list()).filter(({ object, day }) => object.startsWith(CANNED) && day <= today);
  return new Set(changed.map(({ object }) => object.slice(CANNED.length)));
}

async function namesIn({ accounts }: Records, province: ProvinceCode): Promise<Names> {
  const staff = await accounts.list({ role: 'staff', province }, MOST_COLLEAGUES);
  return new Map(staff.map(({ id, name }) => [id, name]));
}

/** A line in the audit log, unless the same person looked at the same thing a moment ago. */
async function noteLook({ audit }: Records, by: StaffMember, action: string, object: string, at: Date): Promise<void> {
  const [last] = await audit.find({ by: by.id, action, object }, 1);
  if (last && last.at > before(at, SAME_LOOK_MS)) return;
  await audit.add({ at, by: by.id, role: 'staff', action, object, province: by.province });
}

function before(at: Date, ms: number): Date {
  return new Date(at.getTime() - ms);
}
