import { describe, expect, it } from 'vitest';
import { NEW_CONVERSATION } from '../../src/conversation/conversation.ts';
import type { IncomingMessage } from '../../src/ports/channel.ts';
import type { Records, Whereabouts } from '../../src/ports/store.ts';
import { onBothDatabases } from '../support/both-databases.ts';
import { HOA, HOUR, HUNG, HUNG_YEN, LAN, later, MINUTE, NINE, opened } from '../support/desk-values.ts';

const DAY = 24 * HOUR;
const GROUP: Whereabouts = { channel: 'telegram', address: '-100998877' };
const text = (words: string) => ({ text: words, bold: [], choices: [] });

let messages = 0;
function aMessage({ address }: Whereabouts, words: string): IncomingMessage {
  messages += 1;
  const heard = { kind: 'text', text: words } as const;
  return { externalId: `${address}/${messages}`, from: address, heard, sentAt: NINE, inGroup: false };
}

onBothDatabases('Forgetting', (empty) => {
  const within = <T>(work: (records: Records) => Promise<T>): Promise<T> => empty().store.transaction(work);

  /** Somebody wrote, was answered and passed a question on, which was posted to the group of the centre. */
  async function lives(who: Whereabouts, records: Records, at = NINE) {
    const { inbox, outbox, conversations, consents, desk, tickets, ticketTerms, candidates, staffGroups } = records;
    const { channel } = who;
    const heard = aMessage(who, 'chồng tui nhậu về là đánh');
    await inbox.add(channel, heard, at);
    const taken = await inbox.take(at, new Date(at.getTime() + MINUTE));
    if (taken) await inbox.markAnswered(taken.id, at);
    await conversations.save(who, { ...NEW_CONVERSATION, recent: ['chồng tui nhậu về là đánh'] }, at);
    if ((await staffGroups.provinceOf(GROUP)) === undefined) await staffGroups.link(GROUP, HUNG_YEN, NINE);
    const ticket = await opened(records, {
      who,
      at,
      contact: '0912 345 678',
      dueAt: new Date(at.getTime() + 8 * HOUR),
    });
    await consents.give({ who, about: 'referral', ticket: ticket.id, wording: 'Tên bạn không được chuyển.', at });
    await ticketTerms.add(ticket.id, ['chong', 'danh']);
    await tickets.addWords({ ticket: ticket.id, by: 'person', words: 'cháu 12 tuổi cũng bị', at });
    await desk.addNote({ ticket: ticket.id, by: HOA, words: 'Gọi lại sáng mai', once: ticket.id, at });
    await desk.addEvent(ticket.id, { kind: 'claimed', by: HOA.id, at, detail: { to: 'hoa' } });
    await desk.see(ticket.id, HOA.id, 'reading', at, at);
    await candidates.offer({
      ticket: ticket.id,
      question: 'bị đánh thì sao',
      answer: 'gọi 113',
      citations: [],
      by: HOA.id,
      at,
    });
    await outbox.add({ key: `${ticket.id}/tin`, ...who, message: text('Bạn không có lỗi'), at });
    await outbox.add({ key: `${ticket.id}/nhóm`, ...GROUP, message: text('Câu hỏi mới'), at, ticket: ticket.id });
    for (const one of ['tin', 'nhóm']) {
      await outbox.markSent(
        `${ticket.id}/${one}`,
        `${one === 'tin' ? who.address : GROUP.address}/${ticket.id}`,
        at,
        true,
      );
    }
    return { ticket, heard };
  }

  /** Every row of every table, but for what nobody lives in. */
  async function rows(): Promise<ReadonlyMap<string, readonly Record<string, unknown>[]>> {
    const { db } = empty();
    const tables = (await db.introspection.getTables()).map(({ name }) => name);
    const found = new Map<string, readonly Record<string, unknown>[]>();
    for (const table of tables) {
      const all = await db
        .selectFrom(table as 'counts')
        .selectAll()
        .execute();
      if (all.length > 0) found.set(table, all as unknown as readonly Record<string, unknown>[]);
    }
    return found;
  }

  describe('erasing a person', () => {
    it('leaves nothing of them but a keyed hash, and everything of everybody else', async () => {
      await within((records) => lives(HUNG, records));
      const before = await rows();
      const { heard, ticket } = await within((records) => lives(LAN, records));
      await within(({ forgetting }) => forgetting.erase(LAN, later(MINUTE)));
      const after = await rows();
      expect([...after.keys()].sort()).toEqual(
        [...before.keys(), 'counts', 'erasures', 'heard_before', 'take_backs'].sort(),
      );
      for (const [table, all] of before) expect([table, after.get(table)]).toEqual([table, all]);
      expect(after.get('counts')).toEqual([{ day: '2026-11-21', metric: 'message', label: 'sent', n: 1 }]);
      const taken = await within(({ takeBacks }) => takeBacks.due('telegram', later(MINUTE), 9));
      expect(taken.map(({ externalId }) => externalId)).toEqual([
        `${LAN.address}/${ticket.id}`,
        `${GROUP.address}/${ticket.id}`,
      ]);
      // The platform sends the same message again: it is not new.
      expect(await within(({ inbox }) => inbox.add('telegram', heard, later(HOUR)))).toBe(false);
    });

    it('keeps what waits for an answer, and what is on the wire only until it was sent', async () => {
      await within(async (records) => {
        const { inbox, outbox, forgetting, takeBacks } = records;
        await lives(LAN, records);
        await inbox.add('telegram', aMessage(LAN, 'còn một câu nữa ạ'), NINE);
        await outbox.add({ key: 'đang gửi', ...LAN, message: text('Trả lời của cán bộ'), at: NINE });
        await outbox.add({ key: 'chờ', ...LAN, message: text('và thêm'), at: NINE });
        const sending = await outbox.take('telegram', NINE, 1);
        expect(sending.map(({ key }) => key)).toEqual(['đang gửi']);
        await forgetting.erase(LAN, later(MINUTE));
        expect((await inbox.heardFrom(LAN, 9)).map(({ answered }) => answered)).toEqual([false]);
        expect(await outbox.moreFor(LAN)).toBe(false);
        expect(await outbox.counts()).toMatchObject({ sending: 1, waiting: 0, sent: 0 });
        await outbox.markSent('đang gửi', `${LAN.address}/99`, later(MINUTE), true);
        expect(await outbox.counts()).toMatchObject({ sending: 0, sent: 0 });
        const due = await takeBacks.due('telegram', later(HOUR), 9);
        expect(due.map(({ externalId }) => externalId)).toContain(`${LAN.address}/99`);
      });
    });

    it.each(['tryAgain', 'tryAgainUncertain', 'recover'] as const)('does not send again after %s', async (fate) => {
      await within(async ({ outbox, forgetting }) => {
        await outbox.add({ key: 'đang gửi', ...LAN, message: text('Trả lời của cán bộ'), at: NINE });
        await outbox.take('telegram', NINE, 1);
        await forgetting.erase(LAN, later(MINUTE));
        if (fate === 'recover') await outbox.recover(later(HOUR), later(HOUR));
        else if (fate === 'tryAgain') await outbox.tryAgain('đang gửi', later(HOUR), 'down');
        else await outbox.tryAgainUncertain('đang gửi', later(HOUR));
        expect(await outbox.counts()).toMatchObject({ waiting: 0, sending: 0, sent: 0, givenUp: 0 });
      });
    });

    it('is done once more in a backup, and leaves what was written since', async () => {
      await within((records) => lives(LAN, records));
      const [erasure] = await within(async ({ forgetting }) => {
        await forgetting.erase(LAN, later(HOUR));
        return forgetting.erasures();
      });
      // An older backup: everything is there again, and nothing is known of the erasing.
      await empty().db.deleteFrom('erasures').execute();
      await within((records) => lives(LAN, records));
      const { ticket } = await within((records) => lives(LAN, records, later(2 * HOUR)));
      await within(({ forgetting }) => forgetting.eraseAgain(erasure ?? { chatHash: '', at: NINE }));
      await within(async ({ tickets, inbox, forgetting }) => {
        expect((await tickets.ofPerson(LAN)).map(({ id }) => id)).toEqual([ticket.id]);
        expect(await inbox.heardFrom(LAN, 9)).toHaveLength(1);
        expect(await forgetting.erasures()).toEqual([erasure]);
      });
    });
  });

  describe('by age', () => {
    const all = (records: Records) => records.forgetting.talks(later(30 * DAY), 100);

    it('takes talks in which nothing was said since, with both sides of them', async () => {
      await within(async (records) => {
        const { ticket } = await lives(LAN, records);
        await lives(HUNG, records);
        await records.tickets.end(ticket.id, 'closed', later(DAY));
        expect((await all(records)).rows).toBe(1); // Hùng’s referral is open
        expect(await records.inbox.heardFrom(LAN, 9)).toEqual([]);
        expect(await records.outbox.sentTo(LAN, 9)).toEqual([]);
        expect(await records.conversations.of(LAN)).toEqual(NEW_CONVERSATION);
        expect(await records.inbox.heardFrom(HUNG, 9)).toHaveLength(1);
        expect((await all(records)).rows).toBe(0);
        // The referral itself is kept longer.
        expect((await records.tickets.find(ticket.id))?.lines).toHaveLength(2);
      });
    });

    it.each([
      [
        'the person wrote since',
        async ({ inbox }: Records) => void (await inbox.add('telegram', aMessage(LAN, 'a'), later(30 * DAY))),
      ],
      [
        'something waits to be answered',
        async ({ inbox }: Records) => void (await inbox.add('telegram', aMessage(LAN, 'a'), NINE)),
      ],
      [
        'something waits to be sent',
        ({ outbox }: Records) => outbox.add({ key: 'k', ...LAN, message: text('chị ơi'), at: NINE }),
      ],
    ])('leaves a talk in which %s', async (_, happens) => {
      await within(async (records) => {
        const { ticket } = await lives(LAN, records);
        await records.tickets.end(ticket.id, 'closed', later(DAY));
        await happens(records);
        expect((await all(records)).rows).toBe(0);
      });
    });

    it('never takes an open referral, however long nobody touched it, nor the post by which staff answer it', async () => {
      await within(async (records) => {
        const { ticket } = await lives(LAN, records);
        const tenYears = later(3650 * DAY);
        expect((await records.forgetting.talks(tenYears, 100)).rows).toBe(0);
        expect((await records.forgetting.referrals(tenYears, 100)).rows).toBe(0);
        await records.forgetting.messages(tenYears, 100);
        expect(await records.outbox.ticketOf(GROUP, `${GROUP.address}/${ticket.id}`)).toBe(ticket.id);
      });
    });

    it('takes referrals that ended, with everything that belongs to them', async () => {
      await within(async (records) => {
        const { ticket } = await lives(LAN, records);
        const { ticket: other } = await lives(HUNG, records);
        await records.tickets.end(ticket.id, 'closed', later(DAY));
        await records.tickets.end(other.id, 'withdrawn', later(3 * DAY));
        expect((await records.forgetting.referrals(later(2 * DAY), 100)).rows).toBe(1);
        expect(await records.tickets.find(ticket.id)).toBeUndefined();
        expect(await records.tickets.find(other.id)).toBeDefined();
      });
      const left = await rows();
      for (const table of ['ticket_words', 'ticket_notes', 'ticket_events', 'consents', 'candidates', 'tickets']) {
        expect([table, left.get(table)?.length]).toEqual([table, 1]);
      }
    });

    it('keeps what was put into another referral as long as that one', async () => {
      await within(async (records) => {
        const [one, other] = [await opened(records), await opened(records)];
        await records.desk.merge(other.id, one.id, later(HOUR));
        expect((await records.forgetting.referrals(later(DAY), 100)).rows).toBe(0);
        await records.tickets.end(one.id, 'closed', later(2 * HOUR));
        expect((await records.forgetting.referrals(later(DAY), 100)).rows).toBe(2);
      });
    });

    it('takes posts to groups and words of groups one by one', async () => {
      await within(async (records) => {
        const { ticket } = await lives(LAN, records);
        await records.tickets.end(ticket.id, 'closed', later(DAY));
        const inGroup = { ...aMessage(GROUP, '/dong'), inGroup: true };
        await records.inbox.add('telegram', inGroup, NINE);
        const taken = await records.inbox.take(NINE, later(MINUTE));
        if (taken) await records.inbox.markAnswered(taken.id, NINE);
        expect((await records.forgetting.messages(later(30 * DAY), 100)).rows).toBe(2);
        expect(await records.inbox.heardFrom(GROUP, 9)).toEqual([]);
        expect(await records.outbox.sentTo(GROUP, 9)).toEqual([]);
        expect(await records.outbox.sentTo(LAN, 9)).toHaveLength(1);
      });
    });

    it('lets go of the ids by which messages are taken back, of codes, and of who was erased', async () => {
      await within(async (records) => {
        await lives(LAN, records);
        await lives(HUNG, records);
        await records.staffGroups.addLinkCode('HUNGYEN234', HUNG_YEN, NINE);
        await records.forgetting.erase(LAN, later(MINUTE));
        const soon = later(HOUR);
        const small = { heardBefore: soon, erasures: soon, takeBacks: soon, presence: soon, codes: soon };
        expect(await records.forgetting.small(small)).toBeGreaterThan(4);
        await records.forgetting.erase(HUNG, soon);
        expect(await records.takeBacks.countDue(later(DAY))).toBe(0);
      });
      expect([...(await rows()).keys()].sort()).toEqual(['counts', 'erasures', 'heard_before', 'staff_groups']);
    });

    it('takes the oldest lines of the audit log, never young ones, and the chain stays whole', async () => {
      const line = (object: string, at: Date) => ({
        at,
        by: undefined,
        role: undefined,
        action: 'ticket-viewed',
        object,
        province: '33',
      });
      const years = (ago: number) => new Date(Date.now() - ago * 366 * DAY);
      await within(async ({ audit, forgetting }) => {
        for (const [nth, ago] of [5, 4, 3, 1, 4, 0].entries()) await audit.add(line(`ticket/${nth}`, years(ago)));
        // Asked for everything: the guard of the log decides, and a younger line in front keeps the older one behind it.
        expect(await forgetting.audit(new Date(), 2)).toBe(2);
        expect(await forgetting.audit(new Date(), 100)).toBe(1);
        expect(await forgetting.audit(new Date(), 100)).toBe(0);
        expect((await audit.find({}, 9)).map(({ object }) => object)).toEqual(['ticket/5', 'ticket/4', 'ticket/3']);
        expect(await audit.checkChain(9)).toEqual({ kind: 'whole', lines: 3, goOnAt: undefined });
        await audit.add(line('ticket/6', new Date()));
        expect(await audit.checkChain(9)).toEqual({ kind: 'whole', lines: 4, goOnAt: undefined });
      });
    });

    it('takes no line of the audit log before the time that is set', async () => {
      const at = new Date(Date.now() - 3 * 366 * DAY);
      await within(async ({ audit, forgetting }) => {
        await audit.add({ at, by: undefined, role: undefined, action: 'a', object: 'ticket/1', province: '33' });
        expect(await forgetting.audit(new Date(Date.now() - 5 * 366 * DAY), 9)).toBe(0);
      });
    });
  });
});
