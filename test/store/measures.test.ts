import { describe, expect, it } from 'vitest';
import type { Records, Whereabouts } from '../../src/ports/store.ts';
import { onBothDatabases } from '../support/both-databases.ts';
import { HA_NOI, HOUR, HUNG, HUNG_YEN, LAN, later, NINE, opened } from '../support/desk-values.ts';

const FROM = NINE;
const TO = later(24 * HOUR);

onBothDatabases('Measures', (empty) => {
  const within = <T>(work: (records: Records) => Promise<T>): Promise<T> => empty().store.transaction(work);
  /** A referral and its first answer, in hours after nine. */
  async function answered(
    records: Records,
    hours: number | undefined,
    dueHours: number | undefined,
    province = HUNG_YEN,
  ) {
    const dueAt = dueHours === undefined ? undefined : later(dueHours * HOUR);
    const { id } = await opened(records, { province, dueAt });
    if (hours !== undefined) {
      const words = { ticket: id, by: 'staff', words: 'Chị gọi 1800 1233 nhé', at: later(hours * HOUR) } as const;
      await records.tickets.addWords(words);
    }
    return id;
  }

  describe('first answers', () => {
    it('are told with when they were due, of the period and of the centre alone', async () => {
      await within(async (records) => {
        await answered(records, 2, 8);
        await answered(records, 9, 8);
        await answered(records, 3, 8, HA_NOI);
        await answered(records, 24, 8); // the next day
        await answered(records, 2, undefined); // nothing was due
        await answered(records, undefined, 8);
        const all = await records.measures.firstAnswers(FROM, TO);
        expect(all.map(({ answeredAt }) => answeredAt).sort()).toEqual(
          [2, 3, 9].map((hours) => later(hours * HOUR)).sort(),
        );
        expect(await records.measures.firstAnswers(FROM, TO, HA_NOI)).toEqual([
          { openedAt: NINE, answeredAt: later(3 * HOUR), dueAt: later(8 * HOUR) },
        ]);
      });
    });
  });

  describe('overdue', () => {
    it('is what was due, had no answer and was still open at that moment', async () => {
      await within(async (records) => {
        const { tickets, measures } = records;
        await answered(records, undefined, 8);
        await answered(records, undefined, 8, HA_NOI);
        await answered(records, undefined, 11); // not due yet
        await answered(records, 9, 8); // late, but answered
        await answered(records, 12, 8); // answered after that moment
        await tickets.end(await answered(records, undefined, 8), 'withdrawn', later(9 * HOUR));
        await tickets.end(await answered(records, undefined, 8), 'closed', later(12 * HOUR));
        const ten = later(10 * HOUR);
        expect(await measures.countOverdue(ten)).toBe(4);
        expect(await measures.countOverdue(ten, HA_NOI)).toBe(1);
        expect(await measures.countOverdue(later(7 * HOUR))).toBe(0);
      });
    });
  });

  describe('messages', () => {
    const text = (words: string) => ({ text: words, bold: [], choices: [] });
    const GROUP: Whereabouts = { channel: 'telegram', address: '-100998877' };

    it('are counted by what became of them, those to staff not among them', async () => {
      await within(async ({ outbox, staffGroups, measures }) => {
        await staffGroups.link(GROUP, HUNG_YEN, NINE);
        const add = (key: string, to: Whereabouts, hours = 1) =>
          outbox.add({ key, ...to, message: text('chào chị'), at: later(hours * HOUR) });
        for (const key of ['a', 'b', 'c', 'd']) await add(key, LAN);
        await add('e', HUNG);
        await add('nhóm', GROUP);
        await add('hôm qua', LAN, -1);
        await add('ngày mai', LAN, 24);
        await outbox.markSent('a', 'tin-1', later(HOUR));
        await outbox.markSent('nhóm', 'tin-2', later(HOUR));
        await outbox.giveUp('b', 'person-left');
        await outbox.giveUp('c', 'person-left');
        await outbox.take('zalo', later(2 * HOUR), 5);
        const counted = await measures.messages(FROM, TO);
        expect(counted.toSorted((a, b) => (`${a.state}${a.n}` < `${b.state}${b.n}` ? -1 : 1))).toEqual([
          { state: 'given-up', reason: 'person-left', n: 2 },
          { state: 'sent', reason: undefined, n: 1 },
          { state: 'waiting', reason: undefined, n: 1 },
          { state: 'waiting', reason: undefined, n: 1 },
        ]);
      });
    });

    it('to a group that is unlinked later stay messages to staff', async () => {
      await within(async ({ outbox, staffGroups, measures }) => {
        await staffGroups.link(GROUP, HUNG_YEN, NINE);
        await outbox.add({ key: 'nhóm', ...GROUP, message: text('Câu hỏi mới'), at: later(HOUR) });
        await outbox.markSent('nhóm', 'tin-2', later(HOUR));
        await staffGroups.unlink(GROUP);
        expect(await measures.messages(FROM, TO)).toEqual([]);
      });
    });
  });
});
