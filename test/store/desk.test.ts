import { describe, expect, it } from 'vitest';
import type { TicketId } from '../../src/base/ids.ts';
import { DESK_LISTS, type DeskList, type TicketView } from '../../src/ports/desk.ts';
import type { NewTicket, Records } from '../../src/ports/store.ts';
import { onBothDatabases } from '../support/both-databases.ts';
import {
  BINH,
  HA_NOI,
  HOA,
  HOUR,
  HUNG,
  HUNG_YEN,
  LAN,
  later,
  MAI,
  MINUTE,
  NINE,
  opened,
} from '../support/desk-values.ts';

const PAGE = { limit: 50, offset: 0 };
const fromStaff = (ticket: NewTicket, more = {}) =>
  ({ ticket: ticket.id, by: 'staff', words: 'Chị ghé trung tâm nhé.', at: later(MINUTE), ...more }) as const;
const fromPerson = (ticket: NewTicket, more = {}) =>
  ({ ticket: ticket.id, by: 'person', words: 'dạ em cảm ơn cô', at: later(2 * MINUTE), ...more }) as const;

onBothDatabases('the desk', (empty) => {
  const within = <T>(work: (records: Records) => Promise<T>): Promise<T> => empty().store.transaction(work);
  const view = (ticket: NewTicket, province = HUNG_YEN): Promise<TicketView | undefined> =>
    within(({ desk }) => desk.view(ticket.code, province));

  describe('lists', () => {
    it('show each ticket where it belongs, count it there, and show nothing of another centre', async () => {
      const put = await within(async (records) => {
        const fresh = await opened(records, { lines: ['công ty nợ lương'] });
        const mine = await opened(records);
        const held = await opened(records);
        const waiting = await opened(records);
        const late = await opened(records, { dueAt: later(-MINUTE) });
        const lateAndAnswered = await opened(records, { dueAt: later(-MINUTE) });
        const closed = await opened(records);
        const withdrawn = await opened(records);
        const elsewhere = await opened(records, { province: HA_NOI, dueAt: later(-MINUTE) });
        const { desk, tickets } = records;
        await desk.claim(mine.id, HOA, NINE);
        await desk.claim(held.id, BINH, NINE);
        for (const ticket of [waiting, lateAndAnswered]) await tickets.addWords(fromStaff(ticket));
        await tickets.end(closed.id, 'closed', later(MINUTE));
        await tickets.end(withdrawn.id, 'withdrawn', later(2 * MINUTE));
        return { fresh, mine, held, waiting, late, lateAndAnswered, closed, withdrawn, elsewhere };
      });
      const expected: Readonly<Record<DeskList, readonly NewTicket[]>> = {
        new: [put.late, put.fresh],
        mine: [put.mine],
        held: [put.held],
        waiting: [put.lateAndAnswered, put.waiting],
        overdue: [put.late],
        closed: [put.withdrawn, put.closed],
      };
      for (const list of DESK_LISTS) {
        const rows = await within(({ desk }) => desk.list(list, HOA, NINE, PAGE));
        expect([list, rows.map(({ code }) => code)]).toEqual([list, expected[list].map(({ code }) => code)]);
      }
      const counts = await within(({ desk }) => desk.counts(HOA, NINE));
      expect(counts).toEqual({ new: 2, mine: 1, held: 1, waiting: 2, overdue: 1, closed: 2 });
      expect(await within(({ desk }) => desk.counts(MAI, NINE))).toMatchObject({ new: 1, overdue: 1, closed: 0 });
    });

    it('put what is urgent on top, then what is due first, then what came first', async () => {
      const codes = await within(async (records) => {
        const plain = await opened(records);
        const dueTomorrow = await opened(records, { dueAt: later(24 * HOUR) });
        const dueToday = await opened(records, { dueAt: later(HOUR), at: later(MINUTE) });
        const urgent = await opened(records, { urgent: 'violence', at: later(2 * MINUTE), dueAt: later(48 * HOUR) });
        const last = await opened(records, { at: later(MINUTE) });
        return [urgent, dueToday, dueTomorrow, plain, last].map(({ code }) => code);
      });
      const list = (limit: number, offset: number) =>
        within(({ desk }) => desk.list('new', HOA, NINE, { limit, offset }));
      expect((await list(9, 0)).map(({ code }) => code)).toEqual(codes);
      expect((await list(2, 2)).map(({ code }) => code)).toEqual(codes.slice(2, 4));
    });

    it('show the first line, and of what was withdrawn none', async () => {
      await within(async (records) => {
        await opened(records);
        const withdrawn = await opened(records);
        await records.tickets.end(withdrawn.id, 'withdrawn', NINE);
      });
      const lines = await within(async ({ desk }) => [
        ...(await desk.list('new', HOA, NINE, PAGE)),
        ...(await desk.list('closed', HOA, NINE, PAGE)),
      ]);
      expect(lines.map(({ firstLine }) => firstLine)).toEqual(['Chồng tui nhậu về là đánh', '']);
    });
  });

  describe('whose turn it is', () => {
    it('follows who wrote last; the first words of staff are the first answer', async () => {
      const ticket = await within((records) => opened(records, { dueAt: later(HOUR) }));
      const turn = async () => {
        const { awaits, state, answeredAt, dueAt } = (await view(ticket))!;
        return [awaits, state, answeredAt, dueAt];
      };
      expect(await turn()).toEqual(['staff', 'waiting', undefined, later(HOUR)]);
      await within(({ tickets }) => tickets.addWords(fromStaff(ticket)));
      expect(await turn()).toEqual(['person', 'answered', later(MINUTE), undefined]);
      await within(({ tickets }) => tickets.addWords(fromPerson(ticket)));
      expect(await turn()).toEqual(['staff', 'answered', later(MINUTE), undefined]);
      await within(({ tickets }) => tickets.addWords(fromStaff(ticket, { at: later(9 * MINUTE) })));
      expect(await turn()).toEqual(['person', 'answered', later(MINUTE), undefined]);
    });

    it('is not changed by words that were added before', async () => {
      const ticket = await within((records) => opened(records));
      const answer = fromStaff(ticket, { cause: 'desk/1/person' });
      const add = (words: typeof answer) => within(({ tickets }) => tickets.addWords(words));
      expect(await add(answer)).toBe(true);
      await within(({ tickets }) => tickets.addWords(fromPerson(ticket)));
      expect(await add({ ...answer, at: later(HOUR) })).toBe(false);
      expect((await view(ticket))?.awaits).toBe('staff');
      expect((await view(ticket))?.words.map(({ by }) => by)).toEqual(['staff', 'person']);
      expect(await within(({ tickets }) => tickets.hasWords('desk/1/person'))).toBe(true);
      expect(await within(({ tickets }) => tickets.hasWords('desk/2/person'))).toBe(false);
    });

    it('may become urgent by what the person adds, and stays so', async () => {
      const ticket = await within((records) => opened(records));
      await within(({ tickets }) => tickets.addWords(fromPerson(ticket, { urgent: 'violence' })));
      await within(({ tickets }) => tickets.addWords(fromPerson(ticket)));
      expect((await view(ticket))?.urgent).toBe('violence');
    });
  });

  describe('a claim', () => {
    it('is got by one of those who make it at the same time, and all learn who', async () => {
      const ticket = await within((records) => opened(records));
      const holders = await Promise.all(
        [HOA, BINH, HOA, BINH].map((by) => within(({ desk }) => desk.claim(ticket.id, by, NINE))),
      );
      expect(new Set(holders).size).toBe(1);
      expect((await view(ticket))?.claimedBy).toBe(holders[0]);
    });

    it.each(['closed', 'withdrawn'] as const)('cannot be made on what is %s', async (state) => {
      const ticket = await within((records) => opened(records));
      await within(({ tickets }) => tickets.end(ticket.id, state, NINE));
      expect(await within(({ desk }) => desk.claim(ticket.id, HOA, NINE))).toBeUndefined();
    });

    it('cannot be made by another centre', async () => {
      const ticket = await within((records) => opened(records));
      expect(await within(({ desk }) => desk.claim(ticket.id, MAI, NINE))).toBeUndefined();
      expect((await view(ticket))?.claimedBy).toBeUndefined();
    });

    it('is given back by the one who has it alone', async () => {
      const ticket = await within((records) => opened(records));
      await within(({ desk }) => desk.claim(ticket.id, HOA, NINE));
      const release = (by: typeof HOA) => within(({ desk }) => desk.release(ticket.id, by.id, NINE));
      expect([await release(BINH), await release(HOA), await release(HOA)]).toEqual([false, true, false]);
      expect((await view(ticket))?.claimedBy).toBeUndefined();
    });

    it('passes to a colleague only from the one who is believed to have it', async () => {
      const ticket = await within((records) => opened(records));
      const assign = (from: typeof HOA | undefined, to: typeof HOA) =>
        within(({ desk }) => desk.assign(ticket.id, from?.id, to.id, NINE));
      expect(await assign(BINH, HOA)).toBe(false);
      expect(await assign(undefined, HOA)).toBe(true);
      expect(await assign(undefined, BINH)).toBe(false);
      expect(await assign(HOA, BINH)).toBe(true);
      expect((await view(ticket))?.claimedBy).toBe(BINH.id);
    });
  });

  describe('the view of a ticket', () => {
    it('holds what the person agreed to pass on and nothing that says who they are', async () => {
      const ticket = await within((records) => opened(records, { contact: '0912 345 678, gọi buổi trưa' }));
      await within(({ tickets }) => tickets.addWords(fromPerson(ticket)));
      const seen = await view(ticket);
      expect(seen).toMatchObject({
        code: ticket.code,
        province: HUNG_YEN,
        lines: ticket.lines,
        contact: '0912 345 678, gọi buổi trưa',
        channel: 'telegram',
        words: [{ by: 'person', words: 'dạ em cảm ơn cô' }],
      });
      expect(JSON.stringify(seen)).not.toContain(LAN.address);
      expect(JSON.stringify(seen)).not.toContain(empty().vault.hash(LAN.channel, LAN.address));
    });

    it('is there for its own centre alone', async () => {
      const ticket = await within((records) => opened(records));
      expect(await view(ticket, HA_NOI)).toBeUndefined();
    });

    it('keeps the course of what was withdrawn, and no words of it, also of what was put into it', async () => {
      const [ticket, other] = await within(async (records) => {
        const [main, second] = [await opened(records, { contact: '0900 000 001' }), await opened(records)];
        await records.desk.merge(second.id, main.id, NINE);
        await records.tickets.addWords(fromPerson(main));
        await records.desk.addNote({ ticket: main.id, by: HOA, words: 'gọi lại sau', once: '1', at: NINE });
        await records.ticketTerms.add(main.id, ['nhau', 'danh']);
        await records.ticketTerms.add(second.id, ['nhau', 'danh']);
        await records.tickets.end(main.id, 'withdrawn', NINE);
        await records.desk.addEvent(main.id, { kind: 'withdrawn', by: undefined, at: NINE, detail: {} });
        return [main, second] as const;
      });
      expect(await view(ticket)).toMatchObject({
        state: 'withdrawn',
        firstLine: '',
        lines: [],
        contact: undefined,
        words: [],
        notes: [],
        merged: [{ lines: [], words: [] }],
        events: [{ kind: 'withdrawn' }],
      });
      expect(await view(other)).toMatchObject({ state: 'withdrawn', lines: [] });
      expect(await within(({ ticketTerms }) => ticketTerms.search(HUNG_YEN, ['nhau'], PAGE))).toEqual([]);
    });

    it('tells what became of each message of staff', async () => {
      const ticket = await within((records) => opened(records));
      const states = await within(async ({ tickets, outbox }) => {
        const message = { text: 'Chị ghé trung tâm nhé.', bold: [], choices: [] };
        const owe = async (name: string, pieces: number) => {
          const cause = `desk/${name}/person`;
          await tickets.addWords(fromStaff(ticket, { cause, via: 'console', account: HOA.id }));
          for (let nth = 0; nth < pieces; nth += 1) {
            await outbox.add({ ...LAN, key: `${cause}/${nth}`, message, at: NINE, ticket: ticket.id });
          }
        };
        await owe('queued', 1);
        await owe('sent', 2);
        await owe('half', 2);
        await owe('rejected', 2);
        await owe('left', 1);
        await owe('unsure', 1);
        await owe('old', 1);
        await outbox.markSent('desk/sent/person/0', '1', later(MINUTE));
        await outbox.markSent('desk/sent/person/1', '2', later(2 * MINUTE));
        await outbox.markSent('desk/half/person/0', '3', later(MINUTE));
        await outbox.markSent('desk/rejected/person/0', '4', later(MINUTE));
        await outbox.giveUp('desk/rejected/person/1', 'rejected');
        await outbox.giveUp('desk/left/person/0', 'person-left');
        await outbox.giveUp('desk/unsure/person/0', 'may have arrived');
        await outbox.giveUp('desk/old/person/0', 'too old');
        return tickets;
      }).then(() => view(ticket));
      expect(states?.words.map(({ delivery }) => delivery)).toEqual([
        { state: 'queued' },
        { state: 'sent', at: later(2 * MINUTE) },
        { state: 'queued' },
        { state: 'failed', because: 'rejected' },
        { state: 'blocked' },
        { state: 'failed', because: 'may-have-arrived' },
        { state: 'failed', because: 'too-old' },
      ]);
      expect(states?.words[0]).toMatchObject({ via: 'console', account: HOA.id });
    });

    it('does not take the message of one answer for that of another whose cause begins alike', async () => {
      const ticket = await within((records) => opened(records));
      await within(async ({ tickets, outbox }) => {
        const message = { text: 'chào', bold: [], choices: [] };
        await tickets.addWords(fromStaff(ticket, { cause: 'desk/1' }));
        await tickets.addWords(fromStaff(ticket, { cause: 'desk/12' }));
        await outbox.add({ ...LAN, key: 'desk/12/0', message, at: NINE, ticket: ticket.id });
      });
      expect((await view(ticket))?.words.map(({ delivery }) => delivery)).toEqual([undefined, { state: 'queued' }]);
    });

    it('shows other open ones of the same person at this centre, and not those of others', async () => {
      const [ticket, other] = await within(async (records) => {
        const first = await opened(records);
        const second = await opened(records, { lines: ['con em chưa có khai sinh'] });
        await opened(records, { who: HUNG });
        await opened(records, { province: HA_NOI });
        const closed = await opened(records);
        await records.tickets.end(closed.id, 'closed', NINE);
        return [first, second] as const;
      });
      expect((await view(ticket))?.samePerson).toMatchObject([
        { code: other.code, firstLine: 'con em chưa có khai sinh' },
      ]);
    });

    it('has another version once anybody wrote', async () => {
      const ticket = await within((records) => opened(records));
      const versions = [(await view(ticket))?.version];
      for (const words of [fromPerson(ticket), fromStaff(ticket)]) {
        await within(({ tickets }) => tickets.addWords(words));
        versions.push((await view(ticket))?.version);
      }
      expect(new Set(versions).size).toBe(3);
      expect(await within(({ tickets }) => tickets.lastWords(ticket.id))).toBe(versions.at(-1));
    });
  });

  it('keeps notes of a form that is sent twice once, and for the centre that wrote them', async () => {
    const ticket = await within((records) => opened(records));
    const note = { ticket: ticket.id, by: HOA, words: 'Đã gọi, hẹn sáng thứ Ba.', once: '1', at: NINE };
    const add = () => within(({ desk }) => desk.addNote(note));
    expect([await add(), await add()]).toEqual([true, false]);
    expect((await view(ticket))?.notes).toMatchObject([{ by: HOA.id, words: 'Đã gọi, hẹn sáng thứ Ba.', at: NINE }]);
    await within(({ desk }) => desk.moveTo(ticket.id, HA_NOI, NINE, undefined));
    expect((await view(ticket, HA_NOI))?.notes).toEqual([]);
  });

  describe('a transfer', () => {
    const asked = async (): Promise<NewTicket> => {
      const ticket = await within((records) => opened(records, { dueAt: later(HOUR) }));
      await within(async ({ desk, tickets }) => {
        await desk.claim(ticket.id, HOA, NINE);
        await tickets.addWords(fromStaff(ticket));
        await desk.proposeTransfer(ticket.id, HA_NOI, 'Việc ở Hà Nội', HOA.id);
      });
      return ticket;
    };

    it('that is asked for changes nothing but that', async () => {
      const ticket = await asked();
      expect(await view(ticket)).toMatchObject({
        claimedBy: HOA.id,
        transferTo: HA_NOI,
        transfer: { to: HA_NOI, reason: 'Việc ở Hà Nội', by: HOA.id },
      });
      expect(await within(({ tickets }) => tickets.ofPerson(LAN))).toMatchObject([{ transferTo: HA_NOI }]);
      expect(await within(({ tickets }) => tickets.find(ticket.id))).toMatchObject({ transferReason: 'Việc ở Hà Nội' });
    });

    it('that is off leaves no trace in the ticket', async () => {
      const ticket = await asked();
      await within(({ desk }) => desk.dropTransfer(ticket.id));
      expect(await view(ticket)).toMatchObject({ transferTo: undefined, transfer: undefined, claimedBy: HOA.id });
    });

    it('that is carried out begins anew at the other centre and ends at this one', async () => {
      const ticket = await asked();
      const merged = await within(async (records) => {
        const other = await opened(records);
        await records.desk.merge(other.id, ticket.id, NINE);
        await records.desk.moveTo(ticket.id, HA_NOI, later(HOUR), later(25 * HOUR));
        return other;
      });
      expect(await view(ticket)).toBeUndefined();
      expect(await view(merged)).toBeUndefined();
      expect(await view(ticket, HA_NOI)).toMatchObject({
        state: 'waiting',
        awaits: 'staff',
        claimedBy: undefined,
        transferTo: undefined,
        answeredAt: undefined,
        dueAt: later(25 * HOUR),
        merged: [{ code: merged.code }],
      });
    });

    it.each(['closed', 'withdrawn'] as const)('is off when the ticket is %s', async (state) => {
      const ticket = await asked();
      await within(({ tickets }) => tickets.end(ticket.id, state, NINE));
      expect(await view(ticket)).toMatchObject({ transferTo: undefined, transfer: undefined });
    });
  });

  describe('tickets put into one', () => {
    it('are shown with the one that goes on, and lead there', async () => {
      const [first, second, third] = await within(async (records) => {
        const tickets = [
          await opened(records, { urgent: 'violence', dueAt: later(HOUR) }),
          await opened(records, { dueAt: later(2 * HOUR) }),
          await opened(records),
        ] as const;
        await records.tickets.addWords(fromPerson(tickets[0]));
        await records.desk.merge(tickets[0].id, tickets[1].id, NINE);
        await records.desk.merge(tickets[1].id, tickets[2].id, NINE);
        return tickets;
      });
      expect(await view(third)).toMatchObject({
        urgent: 'violence',
        dueAt: later(HOUR),
        merged: [
          { code: first.code, lines: first.lines, words: [{ words: 'dạ em cảm ơn cô' }] },
          { code: second.code, lines: second.lines },
        ],
      });
      expect(await view(first)).toMatchObject({ state: 'closed', mergedInto: third.code });
      const own = await within(({ tickets }) => tickets.ofPerson(LAN));
      expect(own.map(({ mergedInto }) => mergedInto)).toEqual([undefined, third.id, third.id]);
    });
  });

  it('opens a closed ticket again for the one who does so', async () => {
    const [answered, unanswered] = await within(async (records) => {
      const tickets = [await opened(records), await opened(records)] as const;
      await records.tickets.addWords(fromStaff(tickets[0]));
      for (const { id } of tickets) {
        await records.tickets.end(id, 'closed', NINE);
        await records.desk.reopen(id, BINH.id, later(HOUR), undefined);
      }
      return tickets;
    });
    expect(await view(answered)).toMatchObject({ state: 'answered', awaits: 'staff', claimedBy: BINH.id });
    expect(await view(unanswered)).toMatchObject({ state: 'waiting', awaits: 'staff', claimedBy: BINH.id });
  });

  it('tells the course of a ticket in order', async () => {
    const ticket = await within((records) => opened(records));
    await within(async ({ desk }) => {
      await desk.addEvent(ticket.id, { kind: 'claimed', by: HOA.id, at: NINE, detail: {} });
      await desk.addEvent(ticket.id, { kind: 'assigned', by: HOA.id, at: later(MINUTE), detail: { to: BINH.id } });
      await desk.addEvent(ticket.id, { kind: 'withdrawn', by: undefined, at: later(HOUR), detail: {} });
    });
    expect((await view(ticket))?.events).toEqual([
      { kind: 'claimed', by: HOA.id, at: NINE, detail: {} },
      { kind: 'assigned', by: HOA.id, at: later(MINUTE), detail: { to: BINH.id } },
      { kind: 'withdrawn', by: undefined, at: later(HOUR), detail: {} },
    ]);
  });

  it('knows who else is at a ticket, and what they did last', async () => {
    const ticket = await within((records) => opened(records));
    await within(async ({ desk }) => {
      await desk.see(ticket.id, HOA.id, 'reading', NINE, NINE);
      await desk.see(ticket.id, BINH.id, 'reading', NINE, NINE);
      await desk.see(ticket.id, BINH.id, 'writing', later(MINUTE), NINE);
      await desk.see(ticket.id, BINH.id, 'reading', later(MINUTE + 1), later(MINUTE));
    });
    const present = (since: Date) => within(({ desk }) => desk.present(ticket.id, HOA.id, since));
    expect(await present(NINE)).toEqual([{ by: BINH.id, doing: 'writing' }]);
    expect(await present(later(MINUTE + 1))).toEqual([]);
    await within(({ desk }) => desk.see(ticket.id, BINH.id, 'reading', later(HOUR), later(2 * MINUTE)));
    expect(await present(later(HOUR))).toEqual([{ by: BINH.id, doing: 'reading' }]);
  });

  it('knows in which provinces somebody of the staff can sign in', async () => {
    await within(async ({ accounts }) => {
      const account = {
        passwordHash: 'x',
        totpSecret: 'x',
        totpLastStep: 0,
        name: 'x',
        language: 'vi',
        by: undefined,
        at: NINE,
      } as const;
      await accounts.add({ ...account, login: 'hoa@tgpl.vn', role: 'staff', province: HUNG_YEN });
      await accounts.add({ ...account, login: 'binh@tgpl.vn', role: 'staff', province: HUNG_YEN });
      await accounts.add({ ...account, login: 'lan@tgpl.vn', role: 'curator', province: undefined });
      const gone = await accounts.add({ ...account, login: 'mai@tgpl.vn', role: 'staff', province: HA_NOI });
      await accounts.setState(gone!, 'disabled');
    });
    expect(await within(({ desk }) => desk.staffedProvinces())).toEqual([HUNG_YEN]);
  });

  it('holds a ticket for one who works on it', async () => {
    const ticket = await within((records) => opened(records));
    expect(await within(({ tickets }) => tickets.hold(ticket.id))).toMatchObject({ code: ticket.code, who: LAN });
    expect(await within(({ tickets }) => tickets.hold('t-none' as TicketId))).toBeUndefined();
  });
});
