import { expect, it } from 'vitest';
import type { Records } from '../../src/ports/store.ts';
import { onBothDatabases } from '../support/both-databases.ts';
import { HUNG, LAN, later, MINUTE, NINE, opened } from '../support/desk-values.ts';

onBothDatabases('Consents', (empty) => {
  const within = <T>(work: (records: Records) => Promise<T>): Promise<T> => empty().store.transaction(work);

  it('are kept with the words that were shown, and with when they were taken back', async () => {
    await within(async (records) => {
      const { consents } = records;
      const { id } = await opened(records);
      await consents.give({ who: LAN, about: 'referral', ticket: id, wording: 'Tên bạn không được chuyển.', at: NINE });
      await consents.give({ who: LAN, about: 'reach', wording: 'Chỉ nhắn buổi trưa.', at: NINE });
      await consents.give({ who: HUNG, about: 'reach', wording: 'Nhắn lúc nào cũng được.', at: NINE });
      expect(await consents.withdraw({ who: LAN, ticket: id, at: later(MINUTE) })).toBe(1);
      expect(await consents.withdraw({ who: LAN, ticket: id, at: later(2 * MINUTE) })).toBe(0);
      expect(await consents.ofPerson(LAN)).toEqual([
        {
          about: 'referral',
          ticket: id,
          wording: 'Tên bạn không được chuyển.',
          givenAt: NINE,
          withdrawnAt: later(MINUTE),
        },
        {
          about: 'reach',
          ticket: undefined,
          wording: 'Chỉ nhắn buổi trưa.',
          givenAt: NINE,
          withdrawnAt: undefined,
        },
      ]);
      expect(await consents.withdraw({ who: LAN, at: later(MINUTE) })).toBe(1);
      expect((await consents.ofPerson(HUNG)).map(({ withdrawnAt }) => withdrawnAt)).toEqual([undefined]);
    });
  });

  it('end also for what was put into the referral that is taken back, and for nothing else', async () => {
    await within(async (records) => {
      const { consents, desk, tickets } = records;
      const [one, other, third] = [await opened(records), await opened(records), await opened(records)];
      for (const { id } of [one, other, third]) {
        await consents.give({ who: LAN, about: 'referral', ticket: id, wording: 'Đồng ý.', at: NINE });
      }
      await desk.merge(other.id, one.id, later(MINUTE));
      await tickets.end(one.id, 'withdrawn', later(MINUTE));
      expect(await consents.withdraw({ who: LAN, ticket: one.id, at: later(MINUTE) })).toBe(2);
      expect((await consents.ofPerson(LAN)).map(({ ticket, withdrawnAt }) => [ticket, withdrawnAt])).toEqual([
        [one.id, later(MINUTE)],
        [other.id, later(MINUTE)],
        [third.id, undefined],
      ]);
    });
  });
});
