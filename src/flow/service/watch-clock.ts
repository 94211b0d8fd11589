import { timeForPeople, vietnamDay } from '../../base/days.ts';
import { isNight } from '../../base/night.ts';
import { isWorking } from '../../base/working-time.ts';
import type { ChannelName } from '../../ports/channel.ts';
import type { Log } from '../../ports/log.ts';
import { ADMIN_GROUPS, type Records, type Store } from '../../ports/store.ts';
import type { ClockMark, TicketClock, UnansweredTicket } from '../../ports/ticket-clock.ts';
import { layOut } from '../../reply/lay-out.ts';
import type { Capabilities } from '../../reply/message.ts';
import type { Reply } from '../../reply/reply.ts';
import type { ServiceSettings } from '../../service/service-settings.ts';
import { escalatedAt, remindedUntil } from '../../service/targets.ts';
import { sayToPerson } from '../desk/say-to-person.ts';
import type { KnowledgeOn } from '../knowledge-on.ts';
import { postToGroups } from '../post-to-groups.ts';
import { receivingCentres } from '../receiving-centres.ts';

/** Tickets in one look; the next look comes at once when there were more. */
const MOST_AT_ONCE = 50;
/** Codes in one post to the admins; of the others they read how many there are. */
const MOST_IN_POST = 20;

export interface ClockNeeds {
  readonly store: Store;
  readonly knowledgeOn: KnowledgeOn;
  readonly capabilities: (channel: ChannelName) => Capabilities;
  readonly settings: () => ServiceSettings;
  readonly now: () => Date;
  readonly log: Log;
  /** Told when something waits to be sent. */
  readonly onOwed: () => void;
}

/**
 * Looks once at every ticket that waits for its first answer: reminds staff of what is due soon, tells them what is late,
 * tells the person, tells the admins. Each of these happens once for each due time, whoever looks and however often: it is
 * noted in the transaction that queues the messages. Messages that were planned for a moment that has come go out.
 *
 * @returns `true` when there may be more to do at once.
 */
export async function watchClock(needs: ClockNeeds): Promise<boolean> {
  const { settings, now, log, onOwed } = needs;
  const { workingTime, targets } = settings();
  const at = now();
  const done = {
    reminded: isWorking(at, workingTime)
      ? await each(
          'reminded',
          (clock) => clock.toRemind(at, remindedUntil(at, targets, workingTime), MOST_AT_ONCE),
          needs,
        )
      : 0,
    alarmed: await each('alarmed', (clock) => clock.toAlarm(at, MOST_AT_ONCE), needs),
    // Nobody is woken by it.
    told: isNight(at) ? 0 : await each('told', (clock) => clock.toTell(at, MOST_AT_ONCE), needs),
    escalated: await escalate(at, needs),
  };
  // In no line of the log: nobody is counted by how they are written to.
  if ((await needs.store.transaction(({ heldMessages }) => heldMessages.wake(at))) > 0) onOwed();
  const all = Object.values(done);
  if (all.some((count) => count > 0)) {
    log.info('the clock was watched', done);
    onOwed();
  }
  return all.some((count) => count >= MOST_AT_ONCE);
}

/** One transaction for each ticket, so that one that fails holds up no other. @returns how many were done. */
async function each(
  mark: Exclude<ClockMark, 'escalated'>,
  which: (clock: TicketClock) => Promise<readonly UnansweredTicket[]>,
  needs: ClockNeeds,
): Promise<number> {
  const tickets = await needs.store.transaction(({ ticketClock }) => which(ticketClock));
  let done = 0;
  for (const ticket of tickets) {
    try {
      const marked = await needs.store.transaction(async (records) => {
        if (!(await records.ticketClock.mark(ticket.id, mark, needs.now()))) return false;
        if (mark === 'told') await tellPerson(ticket, records, needs);
        else await tellStaff(mark, ticket, records, needs);
        return true;
      });
      if (marked) done += 1;
    } catch (fault) {
      needs.log.fault('the clock could not tell of a ticket', fault, { ticket: ticket.id, mark });
    }
  }
  return done;
}

async function tellStaff(
  mark: 'reminded' | 'alarmed',
  { id, code, province, dueAt, claimed }: UnansweredTicket,
  records: Records,
  needs: ClockNeeds,
): Promise<void> {
  const { staff } = needs.knowledgeOn(vietnamDay(needs.now())).rendering.wording;
  const text = mark === 'reminded' ? staff.dueSoon(code, timeForPeople(dueAt), claimed) : staff.late(code, claimed);
  const cause = causeOf(mark, dueAt);
  await postToGroups({ ...needs, records, ticket: id, province, cause }, [{ block: 'text', text }]);
}

/** Their talk with the bot stays where it stands: they are told something, and asked nothing. */
async function tellPerson(ticket: UnansweredTicket, records: Records, needs: ClockNeeds): Promise<void> {
  const { id, code, province, who, dueAt } = ticket;
  const { centre } = needs.knowledgeOn(vietnamDay(needs.now()));
  const receives = await receivingCentres(records);
  const cause = `${causeOf('told', dueAt)}/${id}`;
  await sayToPerson({ id, who }, cause, { ...needs, records }, (conversation) => ({
    conversation,
    say: [{ say: 'takes-longer', code, centre: centre(province), linked: receives(province) }],
  }));
}

/** One post for all that are late for long, so that a bad day is not a hundred messages. */
async function escalate(at: Date, needs: ClockNeeds): Promise<number> {
  const { workingTime, targets } = needs.settings();
  return needs.store.transaction(async (records) => {
    const late = await records.ticketClock.toEscalate(at, MOST_AT_ONCE);
    const marked: UnansweredTicket[] = [];
    for (const ticket of late.filter(({ dueAt }) => escalatedAt(dueAt, targets, workingTime) <= at)) {
      if (await records.ticketClock.mark(ticket.id, 'escalated', at)) marked.push(ticket);
    }
    if (marked.length > 0) await tellAdmins(marked, records, needs);
    return marked.length;
  });
}

async function tellAdmins(late: readonly UnansweredTicket[], records: Records, needs: ClockNeeds): Promise<void> {
  const { provinces, wording } = needs.knowledgeOn(vietnamDay(needs.now())).rendering;
  const named = (province: string) => provinces.find(({ code }) => code === province)?.shortName ?? province;
  const shown = late
    .slice(0, MOST_IN_POST)
    .map(({ code, province, dueAt }) => wording.staff.lateTicket(code, named(province), timeForPeople(dueAt)));
  const more = late.length - shown.length;
  const reply: Reply = [
    { block: 'heading', text: wording.staff.lateForAdmins(late.length) },
    { block: 'points', points: more > 0 ? [...shown, wording.staff.andMore(more)] : shown },
  ];
  const [first] = late;
  for (const [group, to] of (await records.staffGroups.groupsOf(ADMIN_GROUPS)).entries()) {
    for (const [nth, message] of layOut(reply, needs.capabilities(to.channel), wording).entries()) {
      const key = `${causeOf('escalated', first?.dueAt ?? needs.now())}/${first?.id}/group/${group}/${nth}`;
      await records.outbox.add({ key, ...to, message, at: needs.now(), rank: 'group' });
    }
  }
}

/** A ticket that got another due time is told of anew. */
function causeOf(mark: ClockMark, dueAt: Date): string {
  return `clock/${mark}/${dueAt.toISOString()}`;
}
