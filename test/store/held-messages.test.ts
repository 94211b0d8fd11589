import { describe, expect, it } from 'vitest';
import { NEW_CONVERSATION } from '../../src/conversation/conversation.ts';
import type { NewOwed, Records } from '../../src/ports/store.ts';
import { onBothDatabases } from '../support/both-databases.ts';
import { HUNG, LAN, later, MINUTE, NINE, opened } from '../support/desk-values.ts';

const HOUR = 60 * MINUTE;

onBothDatabases('held messages', (empty) => {
  const within = <T>(work: (records: Records) => Promise<T>): Promise<T> => empty().store.transaction(work);
  const owe = (key: string, more: Partial<NewOwed> = {}) =>
    within(({ outbox }) =>
      outbox.add({ ...LAN, key, message: { text: key, bold: [], choices: [] }, at: NINE, ...more }),
    );
  /** Sends whatever is due, one after the other, as a channel would. */
  async function sent(now: Date, channel: 'telegram' | 'zalo' = 'telegram'): Promise<readonly string[]> {
    const keys: string[] = [];
    for (;;) {
      const [one] = await within(({ outbox }) => outbox.take(channel, now, 1));
      if (!one) return keys;
      await within(({ outbox }) => outbox.markSent(one.key, one.key, now));
      keys.push(one.key);
    }
  }
  const states = async () =>
    Object.fromEntries(
      (await empty().db.selectFrom('outbox').select(['key', 'state', 'note']).orderBy('key').execute()).map(
        ({ key, state, note }) => [key, note === null ? state : `${state}: ${note}`],
      ),
    );

  it('are not sent, hold up no other, and are nothing that is due', async () => {
    await owe('answer', { held: 'until-opened' });
    await owe('reply');
    expect(await within(({ outbox }) => outbox.countDue(later(HOUR)))).toBe(1);
    expect(await sent(later(HOUR))).toEqual(['reply']);
    expect(await within(({ outbox }) => outbox.moreFor(LAN))).toBe(false);
    expect(await states()).toEqual({ answer: 'held', reply: 'sent' });
  });

  it('come when they are released, in the order in which they were written, behind what is owed already', async () => {
    for (const key of ['answer/0', 'answer/1', 'closed']) await owe(key, { held: 'until-opened' });
    await owe('of Hùng', { ...HUNG, held: 'until-opened' });
    await owe('reply');
    expect(await within(({ heldMessages }) => heldMessages.release(LAN, later(HOUR)))).toBe(3);
    expect(await sent(later(HOUR))).toEqual(['reply', 'answer/0', 'answer/1', 'closed']);
    expect(await sent(later(HOUR), 'zalo')).toEqual([]);
    expect(await within(({ heldMessages }) => heldMessages.release(LAN, later(HOUR)))).toBe(0);
  });

  it('are as fresh as their release: what waited for three days is not too old to be tried again', async () => {
    await owe('answer', { held: 'until-opened' });
    await within(({ heldMessages }) => heldMessages.release(LAN, later(72 * HOUR)));
    const [taken] = await within(({ outbox }) => outbox.take('telegram', later(72 * HOUR), 1));
    expect(taken?.addedAt).toEqual(later(72 * HOUR));
  });

  it('a planned one comes at its moment and not before', async () => {
    await owe('question', { held: later(HOUR) });
    await owe('answer', { held: 'until-opened' });
    expect(await within(({ heldMessages }) => heldMessages.wake(later(HOUR - 1)))).toBe(0);
    expect(await sent(later(HOUR - 1))).toEqual([]);
    expect(await within(({ heldMessages }) => heldMessages.wake(later(HOUR)))).toBe(1);
    expect(await sent(later(HOUR))).toEqual(['question']);
  });

  it('a planned one is not needed once the person opened what waits, or is asked later', async () => {
    await owe('question', { held: later(HOUR) });
    await owe('answer', { held: 'until-opened' });
    await within(({ heldMessages }) => heldMessages.dropPlanned(LAN));
    await owe('question again', { held: later(2 * HOUR) });
    await within(({ heldMessages }) => heldMessages.release(LAN, later(MINUTE)));
    expect(await within(({ heldMessages }) => heldMessages.wake(later(3 * HOUR)))).toBe(0);
    expect(await sent(later(3 * HOUR))).toEqual(['answer']);
  });

  describe('when the person stops everything', () => {
    it('nothing that is owed goes out: words about a referral wait, and nothing tells why the rest is gone', async () => {
      const ticket = await within((records) => opened(records));
      await owe('answer', { ticket: ticket.id });
      await owe('reply');
      await owe('question', { held: later(HOUR) });
      await owe('of Hùng', HUNG);
      expect(await within(({ heldMessages }) => heldMessages.stop(LAN))).toBe(1);
      await within(({ heldMessages }) => heldMessages.wake(later(2 * HOUR)));
      expect(await sent(later(2 * HOUR))).toEqual([]);
      expect(await sent(later(2 * HOUR), 'zalo')).toEqual(['of Hùng']);
      expect(await states()).toEqual({ answer: 'held', 'of Hùng': 'sent' });
    });

    it.each<[string, (records: Records) => Promise<unknown>]>([
      ['was refused for now', ({ outbox }) => outbox.tryAgain('answer', later(MINUTE), 'rate')],
      ['may have arrived', ({ outbox }) => outbox.tryAgainUncertain('answer', later(MINUTE))],
      ['died with its process', ({ outbox }) => outbox.recover(later(HOUR), later(HOUR))],
    ])('what was on the wire and %s is not tried again before they want it', async (_, fails) => {
      await owe('answer');
      await within(({ outbox }) => outbox.take('telegram', NINE, 1));
      await within(({ heldMessages }) => heldMessages.stop(LAN));
      await within(fails);
      await within(({ heldMessages }) => heldMessages.wake(later(2 * HOUR)));
      expect(await sent(later(2 * HOUR))).toEqual([]);
      await within(({ heldMessages }) => heldMessages.release(LAN, later(3 * HOUR)));
      expect(await sent(later(3 * HOUR))).toEqual(['answer']);
    });
  });

  it('what was still on the wire when the person stopped and wanted to read again is tried again', async () => {
    await owe('answer');
    await within(({ outbox }) => outbox.take('telegram', NINE, 1));
    await within(({ heldMessages }) => heldMessages.stop(LAN));
    await within(({ heldMessages }) => heldMessages.release(LAN, later(MINUTE)));
    await within(({ outbox }) => outbox.tryAgain('answer', later(2 * MINUTE), 'rate'));
    expect(await within(({ heldMessages }) => heldMessages.waits(LAN))).toBe(false);
    expect(await sent(later(2 * MINUTE))).toEqual(['answer']);
  });

  it('wait for the person’s word, and not for a moment', async () => {
    await owe('question', { held: later(HOUR) });
    expect(await within(({ heldMessages }) => heldMessages.waits(LAN))).toBe(false);
    await owe('answer', { held: 'until-opened' });
    expect(await within(({ heldMessages }) => heldMessages.waits(LAN))).toBe(true);
    expect(await within(({ heldMessages }) => heldMessages.waits(HUNG))).toBe(false);
  });

  it('staff see that an answer waits for the person, until it arrived', async () => {
    const ticket = await within((records) => opened(records));
    const delivery = async () =>
      (await within(({ desk }) => desk.view(ticket.code, ticket.province)))?.words[0]?.delivery?.state;
    await within(({ tickets }) =>
      tickets.addWords({ ticket: ticket.id, by: 'staff', words: 'Chị ghé nhé', at: NINE, cause: 'desk/1/person' }),
    );
    await owe('desk/1/person/0', { ticket: ticket.id, held: 'until-opened' });
    await owe('desk/1/person/1', { ticket: ticket.id, held: 'until-opened' });
    expect(await delivery()).toBe('held');
    await within(({ heldMessages }) => heldMessages.release(LAN, later(MINUTE)));
    expect(await delivery()).toBe('queued');
    await sent(later(MINUTE));
    expect(await delivery()).toBe('sent');
  });

  it('staff see that it did not arrive where the person blocked the bot, and nothing is lost', async () => {
    const ticket = await within((records) => opened(records));
    const delivery = async () =>
      (await within(({ desk }) => desk.view(ticket.code, ticket.province)))?.words[0]?.delivery?.state;
    await within(async ({ tickets, conversations }) => {
      await conversations.save(LAN, NEW_CONVERSATION, NINE);
      await tickets.addWords({
        ticket: ticket.id,
        by: 'staff',
        words: 'Chị ghé nhé',
        at: NINE,
        cause: 'desk/1/person',
      });
    });
    await owe('desk/1/person/0', { ticket: ticket.id, held: 'until-opened' });
    // The platform refuses the question whether this is a good moment, or tells of it by itself.
    await within(async ({ conversations, outbox }) => {
      await conversations.markBlocked(LAN, true, later(MINUTE));
      await outbox.giveUpAllTo(LAN, 'person-left');
    });
    expect(await delivery()).toBe('blocked');
    await within(({ conversations }) => conversations.markBlocked(LAN, false, later(2 * MINUTE)));
    expect(await delivery()).toBe('held');
    await within(({ heldMessages }) => heldMessages.release(LAN, later(3 * MINUTE)));
    expect(await sent(later(3 * MINUTE))).toEqual(['desk/1/person/0']);
  });

  it('staff see whether the person wants to be reached, and how; sealed in the database', async () => {
    const reach = 'chỉ nhắn 8–11 giờ sáng, đừng gọi';
    const ticket = await within((records) => opened(records, { reach }));
    const view = () => within(({ desk }) => desk.view(ticket.code, ticket.province));
    const event = (kind: 'contact-stopped' | 'contact-resumed', at: Date) =>
      within(({ desk }) => desk.addEvent(ticket.id, { kind, by: undefined, at, detail: {} }));
    expect(await view()).toMatchObject({ reach, contactStopped: false });
    expect(await within(({ tickets }) => tickets.find(ticket.id))).toMatchObject({ reach });
    await event('contact-stopped', later(MINUTE));
    expect(await view()).toMatchObject({ contactStopped: true });
    await event('contact-resumed', later(2 * MINUTE));
    expect(await view()).toMatchObject({ contactStopped: false });
    const row = await empty().db.selectFrom('tickets').select('reach_sealed').executeTakeFirstOrThrow();
    expect(row.reach_sealed).not.toContain('sáng');
    await within(({ tickets }) => tickets.end(ticket.id, 'withdrawn', later(3 * MINUTE)));
    expect(await view()).toMatchObject({ reach: undefined });
  });
});
