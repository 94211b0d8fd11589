import { describe, expect, it } from 'vitest';
import type { TicketId } from '../../src/base/ids.ts';
import type { Records } from '../../src/ports/store.ts';
import type { ClockMark } from '../../src/ports/ticket-clock.ts';
import { onBothDatabases } from '../support/both-databases.ts';
import { BINH, HA_NOI, HOA, HOUR, HUNG, HUNG_YEN, later, MINUTE, NINE, opened } from '../support/desk-values.ts';

const PAGE = { limit: 50, offset: 0 };
const idsOf = (tickets: readonly { readonly id: TicketId }[]) => tickets.map(({ id }) => id);

onBothDatabases('the clock of the tickets', (empty) => {
  const within = <T>(work: (records: Records) => Promise<T>): Promise<T> => empty().store.transaction(work);
  const looks = (now: Date) =>
    within(async ({ ticketClock: clock }) => ({
      reminded: idsOf(await clock.toRemind(now, new Date(now.getTime() + 2 * HOUR), 9)),
      alarmed: idsOf(await clock.toAlarm(now, 9)),
      told: idsOf(await clock.toTell(now, 9)),
      escalated: idsOf(await clock.toEscalate(now, 9)),
    }));

  it('finds what waits for its first answer, first due first', async () => {
    const put = await within(async (records) => ({
      soon: await opened(records, { dueAt: later(2 * HOUR) }),
      sooner: await opened(records, { dueAt: later(HOUR), who: HUNG }),
      notSoon: await opened(records, { dueAt: later(2 * HOUR + 1) }),
      late: await opened(records, { dueAt: later(-MINUTE) }),
      now: await opened(records, { dueAt: NINE }),
      untimed: await opened(records, {}),
    }));
    const late = [put.late.id, put.now.id];
    expect(await looks(NINE)).toEqual({
      reminded: [put.sooner.id, put.soon.id],
      alarmed: late,
      told: late,
      escalated: late,
    });
    const [found] = await within(({ ticketClock }) => ticketClock.toRemind(NINE, later(HOUR), 9));
    expect(found).toEqual({
      id: put.sooner.id,
      code: put.sooner.code,
      province: HUNG_YEN,
      who: HUNG,
      dueAt: later(HOUR),
      claimed: false,
    });
  });

  it('a ticket that somebody has, and does not answer, is late all the same', async () => {
    const { id } = await within(async (records) => {
      const ticket = await opened(records, { dueAt: later(-MINUTE) });
      await records.desk.claim(ticket.id, HOA, later(-HOUR));
      return ticket;
    });
    expect(await within(({ ticketClock }) => ticketClock.toAlarm(NINE, 9))).toMatchObject([{ id, claimed: true }]);
  });

  it('what was answered, closed, withdrawn or merged is not late', async () => {
    await within(async (records) => {
      const [answered, closed, withdrawn, merged, into] = [
        await opened(records, { dueAt: later(-MINUTE) }),
        await opened(records, { dueAt: later(-MINUTE) }),
        await opened(records, { dueAt: later(-MINUTE) }),
        await opened(records, { dueAt: later(-MINUTE) }),
        await opened(records, { dueAt: later(HOUR * 50) }),
      ];
      const { tickets, desk } = records;
      await tickets.addWords({ ticket: answered.id, by: 'staff', words: 'Chị ghé nhé.', at: NINE });
      // Words of the person make it staff's turn again, but the first answer was given.
      await tickets.addWords({ ticket: answered.id, by: 'person', words: 'dạ', at: NINE });
      await tickets.addWords({ ticket: into.id, by: 'staff', words: 'Chị ghé nhé.', at: NINE });
      await tickets.end(closed.id, 'closed', NINE);
      await tickets.end(withdrawn.id, 'withdrawn', NINE);
      await desk.merge(merged.id, into.id, NINE);
    });
    expect(await looks(later(HOUR * 100))).toEqual({ reminded: [], alarmed: [], told: [], escalated: [] });
    expect(await within(({ ticketClock }) => ticketClock.lateCounts(later(HOUR * 100)))).toEqual([]);
  });

  it.each<ClockMark>(['reminded', 'alarmed', 'told', 'escalated'])('%s once, whoever looks', async (mark) => {
    const due = mark === 'reminded' ? later(HOUR) : later(-MINUTE);
    const ticket = await within((records) => opened(records, { dueAt: due }));
    const tries = [];
    for (let nth = 0; nth < 2; nth += 1) {
      tries.push(await within(({ ticketClock }) => ticketClock.mark(ticket.id, mark, later(nth))));
    }
    expect(tries).toEqual([true, false]);
    expect((await looks(later(1)))[mark]).toEqual([]);
  });

  it('nothing is noted of what has its answer by now', async () => {
    const ticket = await within(async (records) => {
      const one = await opened(records, { dueAt: later(-MINUTE) });
      await records.tickets.addWords({ ticket: one.id, by: 'staff', words: 'Chị ghé nhé.', at: NINE });
      return one;
    });
    expect(await within(({ ticketClock }) => ticketClock.mark(ticket.id, 'alarmed', NINE))).toBe(false);
  });

  it('at another centre everything begins anew', async () => {
    const { id } = await within(async (records) => {
      const ticket = await opened(records, { dueAt: later(-MINUTE) });
      for (const mark of ['reminded', 'alarmed', 'told', 'escalated'] as const) {
        await records.ticketClock.mark(ticket.id, mark, NINE);
      }
      await records.desk.moveTo(ticket.id, HA_NOI, later(MINUTE), later(30 * HOUR));
      return ticket;
    });
    expect(await looks(later(MINUTE))).toEqual({ reminded: [], alarmed: [], told: [], escalated: [] });
    expect((await looks(later(29 * HOUR))).reminded).toEqual([id]);
    expect(await looks(later(31 * HOUR))).toEqual({ reminded: [], alarmed: [id], told: [id], escalated: [id] });
    expect(await within(({ ticketClock }) => ticketClock.countEscalated())).toBe(0);
  });

  it('opened again, a ticket owes an answer anew, and how soon the first one came stays as it was', async () => {
    const { answered, unanswered } = await within(async (records) => {
      const { desk, tickets, ticketClock } = records;
      const put = {
        answered: await opened(records, { dueAt: later(HOUR) }),
        unanswered: await opened(records, { dueAt: later(HOUR) }),
      };
      await tickets.addWords({ ticket: put.answered.id, by: 'staff', words: 'Chị ghé nhé.', at: later(MINUTE) });
      for (const { id } of Object.values(put)) {
        await ticketClock.mark(id, 'reminded', NINE);
        await tickets.end(id, 'closed', later(2 * HOUR));
        await desk.reopen(id, HOA.id, later(3 * HOUR), later(10 * HOUR));
      }
      return put;
    });
    const both = [answered.id, unanswered.id];
    expect((await looks(later(9 * HOUR))).reminded).toEqual(both);
    expect((await looks(later(10 * HOUR))).alarmed).toEqual(both);
    const overdue = () =>
      within(({ desk }) => desk.list('overdue', { id: HOA.id, province: HUNG_YEN }, later(11 * HOUR), PAGE));
    expect(await overdue()).toMatchObject(both.map((id) => ({ id, dueAt: later(10 * HOUR) })));
    await within(async ({ tickets }) => {
      for (const id of both) await tickets.addWords({ ticket: id, by: 'staff', words: 'Đây ạ.', at: later(12 * HOUR) });
    });
    expect([await overdue(), (await looks(later(13 * HOUR))).alarmed]).toEqual([[], []]);
    const view = await within(({ desk }) => desk.view(answered.code, HUNG_YEN));
    expect([view?.answeredAt, view?.dueAt]).toEqual([later(MINUTE), undefined]);
  });

  it('who blocked the bot is not told, the others are', async () => {
    const there = await within(async (records) => {
      const { conversations } = records;
      await opened(records, { dueAt: later(-MINUTE), who: HUNG });
      await conversations.save(HUNG, await conversations.of(HUNG), NINE);
      await conversations.markBlocked(HUNG, true, NINE);
      return opened(records, { dueAt: later(-MINUTE) });
    });
    const { told, alarmed } = await looks(NINE);
    expect([told, alarmed.length]).toEqual([[there.id], 2]);
  });

  it('shows the admin counts by centre and codes with their age, and nothing that was written', async () => {
    const put = await within(async (records) => {
      const first = await opened(records, { dueAt: later(-3 * HOUR), urgent: 'violence' });
      const second = await opened(records, { dueAt: later(-2 * HOUR) });
      const elsewhere = await opened(records, { dueAt: later(-HOUR), province: HA_NOI });
      await opened(records, { dueAt: later(HOUR) });
      await records.desk.claim(second.id, BINH, NINE);
      await records.ticketClock.mark(first.id, 'escalated', NINE);
      return { first, second, elsewhere };
    });
    const { counts, page, next, escalated } = await within(async ({ ticketClock: clock }) => ({
      counts: await clock.lateCounts(NINE),
      page: await clock.late(NINE, PAGE),
      next: await clock.late(NINE, { limit: 1, offset: 1 }),
      escalated: await clock.countEscalated(),
    }));
    expect(counts).toEqual([
      { province: HA_NOI, late: 1, escalated: 0, oldestDueAt: later(-HOUR) },
      { province: HUNG_YEN, late: 2, escalated: 1, oldestDueAt: later(-3 * HOUR) },
    ]);
    expect(page).toEqual([
      {
        code: put.first.code,
        province: HUNG_YEN,
        openedAt: NINE,
        dueAt: later(-3 * HOUR),
        urgent: 'violence',
        claimed: false,
        escalated: true,
      },
      expect.objectContaining({ code: put.second.code, claimed: true, escalated: false }),
      expect.objectContaining({ code: put.elsewhere.code, urgent: undefined }),
    ]);
    expect(next.map(({ code }) => code)).toEqual([put.second.code]);
    expect(escalated).toBe(1);
  });

  describe('a row that cannot be opened', () => {
    it('holds up no other', async () => {
      const [broken, whole] = await within(async (records) => [
        await opened(records, { dueAt: later(-HOUR) }),
        await opened(records, { dueAt: later(-MINUTE) }),
      ]);
      await empty()
        .db.updateTable('tickets')
        .set({ address_sealed: 'hỏng' })
        .where('id', '=', broken?.id ?? '')
        .execute();
      expect((await looks(NINE)).alarmed).toEqual([whole?.id]);
    });
  });
});
