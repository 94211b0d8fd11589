import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MessageId, ReferralCode, TicketId } from '../../src/base/ids.ts';
import { type Conversation, NEW_CONVERSATION } from '../../src/conversation/conversation.ts';
import type { Heard, IncomingMessage, OutgoingMessage } from '../../src/ports/channel.ts';
import type { Choosing, NewOwed, NewTicket, Records, Store, Waiting, Whereabouts } from '../../src/ports/store.ts';

/** A store that a test may fill. */
export interface OpenStore {
  readonly store: Store;
  /** Removes every row. */
  empty(): Promise<void>;
  close(): Promise<void>;
}

const NINE = new Date('2026-11-21T02:00:00.000Z'); // nine o'clock in Vietnam
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const later = (ms: number): Date => new Date(NINE.getTime() + ms);

const LAN: Whereabouts = { channel: 'telegram', address: '5012345678' };
const HUNG: Whereabouts = { channel: 'telegram', address: '5098765432' };
const LAN_ON_ZALO: Whereabouts = { channel: 'zalo', address: LAN.address };
const GROUP: Whereabouts = { channel: 'telegram', address: '-1001234567890' };

const said = (text: string): Heard => ({ kind: 'text', text });
const plain = (text: string): OutgoingMessage => ({ text, bold: [], choices: [] });

let externalIds = 0;
function aMessage(from: string, heard: Heard | string, more: Partial<IncomingMessage> = {}): IncomingMessage {
  externalIds += 1;
  return {
    externalId: `${from}/${externalIds}`,
    from,
    heard: typeof heard === 'string' ? said(heard) : heard,
    sentAt: NINE,
    inGroup: false,
    ...more,
  };
}

function anOwed(key: string, text: string, more: Partial<NewOwed> = {}): NewOwed {
  return { ...LAN, key, message: plain(text), at: NINE, ...more };
}

function aTicket(more: Partial<NewTicket> = {}): NewTicket {
  return {
    id: 't1' as TicketId,
    code: 'HQ-7K3M' as ReferralCode,
    who: LAN,
    province: '01',
    lines: ['Chồng tui nhậu về là đánh', 'tui ở Đông Anh'],
    contact: '0912 345 678, gọi buổi trưa',
    consent: 'Tôi đồng ý chuyển các dòng trên tới trung tâm.',
    at: NINE,
    day: '2026-11-21',
    ...more,
  };
}

/** What every `Store` must do. A new store is ready when this passes. */
export function storeContract(name: string, open: () => Promise<OpenStore>): void {
  describe(`Store contract: ${name}`, () => {
    let opened: OpenStore;
    let store: Store;
    beforeAll(async () => {
      opened = await open();
      store = opened.store;
    });
    beforeEach(() => opened.empty());
    afterAll(() => opened.close());

    const within = <T>(work: (records: Records) => Promise<T>): Promise<T> => store.transaction(work);
    const textOf = (message: Waiting | undefined): string | undefined =>
      message?.heard.kind === 'text' ? message.heard.text : undefined;

    describe('the inbox', () => {
      const add = (who: Whereabouts, message: IncomingMessage, at = NINE): Promise<boolean> =>
        within(({ inbox }) => inbox.add(who.channel, message, at));
      const take = (now: Date): Promise<Waiting | undefined> =>
        within(({ inbox }) => inbox.take(now, new Date(now.getTime() + MINUTE)));
      const answer = (id: MessageId): Promise<boolean> => within(({ inbox }) => inbox.markAnswered(id, later(SECOND)));

      it('keeps a message that the platform delivers twice only once', async () => {
        const message = aMessage(LAN.address, 'cty nợ lương');
        expect([await add(LAN, message), await add(LAN, message)]).toEqual([true, false]);
        expect(await within(({ inbox }) => inbox.countWaiting())).toBe(1);
      });

      it('keeps it once also when it comes twice at the same time', async () => {
        const message = aMessage(LAN.address, 'cty nợ lương');
        const stored = await Promise.all([add(LAN, message), add(LAN, message), add(LAN, message)]);
        expect(stored.filter(Boolean)).toEqual([true]);
      });

      it('does not offer a message again that was answered and is delivered once more', async () => {
        const message = aMessage(LAN.address, 'cty nợ lương');
        await add(LAN, message);
        await answer((await take(NINE))!.id);
        expect(await add(LAN, message)).toBe(false);
        expect(await take(later(MINUTE))).toBeUndefined();
      });

      it('stores many at once, in their order, and of those that come twice one', async () => {
        const [first, second] = [aMessage(LAN.address, 'một'), aMessage(LAN.address, 'hai')];
        await add(LAN, first);
        const addAll = (...messages: readonly IncomingMessage[]) =>
          within(({ inbox }) => inbox.addAll('telegram', messages, NINE));
        expect(await addAll(first, second, aMessage(HUNG.address, 'ba'), second)).toBe(2);
        expect([await addAll(first, second), await addAll()]).toEqual([0, 0]);
        await answer((await take(NINE))!.id);
        expect(await take(NINE)).toMatchObject({ heard: said('hai') });
        expect(await take(NINE)).toMatchObject({ heard: said('ba') });
      });

      it('takes the same number on two platforms for two messages', async () => {
        const message = aMessage(LAN.address, 'cty nợ lương');
        expect([await add(LAN, message), await add(LAN_ON_ZALO, message)]).toEqual([true, true]);
      });

      it.each<[string, Heard]>([
        ['chữ', said('Chồng tui nhậu về là đánh tui, giờ kêu ai?')],
        ['nút', { kind: 'press', press: 'entry:qa/lao-dong/bi-no-luong' }],
        ['ảnh', { kind: 'unreadable', what: 'photo' }],
        ['chặn bot', { kind: 'blocked' }],
      ])('gives back what was heard: %s', async (_, heard) => {
        await add(LAN, aMessage(LAN.address, heard));
        expect(await take(NINE)).toEqual({
          ...LAN,
          id: expect.any(String),
          heard,
          inGroup: false,
          repliesTo: undefined,
          attempts: 1,
          receivedAt: NINE,
        });
      });

      it('tells when the nth newest message of one person came that was answered, and the newest that was set aside', async () => {
        const came = (nth: number, who: Whereabouts = LAN) => within(({ inbox }) => inbox.answeredBefore(who, nth));
        const setAside = (who: Whereabouts = LAN) => within(({ inbox }) => inbox.lastSetAside(who));
        for (const [nth, text] of ['một', 'hai', 'ba', 'bốn'].entries()) {
          await add(LAN, aMessage(LAN.address, text), later(nth * SECOND));
          const { id } = (await take(later(nth * SECOND)))!;
          if (nth < 3) await answer(id);
          else expect(await within(({ inbox }) => inbox.markSetAside(id, later(nth * SECOND)))).toBe(true);
        }
        expect([await came(1), await came(3), await came(4)]).toEqual([later(2 * SECOND), NINE, undefined]);
        expect([await came(1, HUNG), await came(1, LAN_ON_ZALO)]).toEqual([undefined, undefined]);
        expect([await setAside(), await setAside(HUNG)]).toEqual([later(3 * SECOND), undefined]);
      });

      it('knows whether a message of somebody waits for its answer', async () => {
        const waits = () => within(({ inbox }) => inbox.isWaitingFrom(LAN));
        await add(HUNG, aMessage(HUNG.address, 'chào'));
        expect(await waits()).toBe(false);
        await add(LAN, aMessage(LAN.address, 'cty nợ lương'), later(1));
        expect(await waits()).toBe(true);
        await take(later(1));
        const { id } = (await take(later(1)))!;
        expect(await waits()).toBe(true);
        await answer(id);
        expect(await waits()).toBe(false);
      });

      it('does not offer again what was set aside, and sets nothing aside that was answered', async () => {
        await add(LAN, aMessage(LAN.address, 'alo'));
        const { id } = (await take(NINE))!;
        await within(({ inbox }) => inbox.markSetAside(id, NINE));
        expect(await take(later(60 * MINUTE))).toBeUndefined();
        expect(await answer(id)).toBe(false);
        await add(HUNG, aMessage(HUNG.address, 'alo'));
        const answered = (await take(NINE))!.id;
        await answer(answered);
        expect(await within(({ inbox }) => inbox.markSetAside(answered, NINE))).toBe(false);
      });

      it('gives back which of our messages was answered in which group', async () => {
        await add(GROUP, aMessage(GROUP.address, 'mời chị tới', { inGroup: true, repliesTo: `${GROUP.address}/17` }));
        expect(await take(NINE)).toMatchObject({ ...GROUP, inGroup: true, repliesTo: `${GROUP.address}/17` });
      });

      it('keeps the messages of a person in order, and lets others pass', async () => {
        await add(LAN, aMessage(LAN.address, 'cty nợ lương'));
        await add(LAN, aMessage(LAN.address, 'còn BHXH thì sao?'), later(1));
        await add(HUNG, aMessage(HUNG.address, 'chào'), later(2));
        const taken = [await take(later(9)), await take(later(9)), await take(later(9))];
        expect(taken.map(textOf)).toEqual(['cty nợ lương', 'chào', undefined]);
      });

      it('offers the next message of a person as soon as the one before is answered', async () => {
        for (const text of ['một', 'hai', 'ba']) await add(LAN, aMessage(LAN.address, text));
        const heard: (string | undefined)[] = [];
        for (let message = await take(NINE); message; message = await take(NINE)) {
          heard.push(textOf(message));
          await answer(message.id);
        }
        expect(heard).toEqual(['một', 'hai', 'ba']);
      });

      it('does not let a message of the same number on another platform wait', async () => {
        await add(LAN, aMessage(LAN.address, 'hỏi ở Telegram'));
        await add(LAN_ON_ZALO, aMessage(LAN.address, 'hỏi ở Zalo'));
        expect([textOf(await take(NINE)), textOf(await take(NINE))]).toEqual(['hỏi ở Telegram', 'hỏi ở Zalo']);
      });

      it('gives a message to one of many who ask at the same time', async () => {
        await add(LAN, aMessage(LAN.address, 'cty nợ lương'));
        const taken = await Promise.all([take(NINE), take(NINE), take(NINE), take(NINE)]);
        expect(taken.map(textOf).filter((text) => text !== undefined)).toEqual(['cty nợ lương']);
      });

      it('gives a message to nobody else until its lease has passed', async () => {
        await add(LAN, aMessage(LAN.address, 'cty nợ lương'));
        const taken = [await take(NINE), await take(later(MINUTE - 1)), await take(later(MINUTE))];
        expect(taken.map((message) => message?.attempts)).toEqual([1, undefined, 2]);
      });

      it('does not count an attempt that failed through no fault of the message', async () => {
        await add(LAN, aMessage(LAN.address, 'cty nợ lương'));
        const first = await take(NINE);
        await within(({ inbox }) => inbox.spare(first!.id));
        const second = await take(later(MINUTE));
        expect(second?.attempts).toBe(1);
        await answer(second!.id);
        await within(({ inbox }) => inbox.spare(second!.id));
        expect(await take(later(2 * MINUTE))).toBeUndefined();
      });

      it('lets a message be answered once, even by two who took it', async () => {
        await add(LAN, aMessage(LAN.address, 'cty nợ lương'));
        const first = await take(NINE);
        const second = await take(later(MINUTE));
        expect(second?.id).toBe(first?.id);
        expect([await answer(first!.id), await answer(second!.id)]).toEqual([true, false]);
        expect(await within(({ inbox }) => inbox.countWaiting())).toBe(0);
      });

      it('knows that a message which it never had is not answered', async () => {
        expect(await answer('không có' as MessageId)).toBe(false);
      });

      it('frees what a dead process had taken, and nothing that was answered', async () => {
        await add(LAN, aMessage(LAN.address, 'cty nợ lương'));
        await add(HUNG, aMessage(HUNG.address, 'bị đuổi việc'));
        await answer((await take(NINE))!.id);
        await take(NINE);
        expect(await take(later(SECOND))).toBeUndefined();
        expect(await within(({ inbox }) => inbox.makeAllDue(later(SECOND)))).toBe(1);
        expect(await take(later(SECOND))).toMatchObject({ heard: said('bị đuổi việc'), attempts: 2 });
      });

      it('frees nothing when nothing is taken', async () => {
        await add(LAN, aMessage(LAN.address, 'cty nợ lương'));
        expect(await within(({ inbox }) => inbox.makeAllDue(later(SECOND)))).toBe(0);
      });

      it('tells which id sorts behind all others', async () => {
        expect(await within(({ inbox }) => inbox.latestId())).toBeUndefined();
        await add(LAN, aMessage(LAN.address, 'cty nợ lương'));
        await add(LAN, aMessage(LAN.address, 'bị đuổi việc'));
        const ids = (await within(({ inbox }) => inbox.heardFrom(LAN, 10))).map(({ id }) => id);
        expect(await within(({ inbox }) => inbox.latestId())).toBe(ids.at(-1));
      });

      it('shows the last messages of one person, oldest first, and which are answered', async () => {
        for (const text of ['một', 'hai', 'ba']) await add(LAN, aMessage(LAN.address, text));
        await add(HUNG, aMessage(HUNG.address, 'của người khác'));
        await add(LAN_ON_ZALO, aMessage(LAN.address, 'ở nơi khác'));
        await answer((await take(NINE))!.id);
        await answer((await take(NINE))!.id);
        const heard = (limit: number) => within(({ inbox }) => inbox.heardFrom(LAN, limit));
        expect(await heard(10)).toMatchObject([
          { heard: said('một'), answered: true },
          { heard: said('hai'), answered: true },
          { heard: said('ba'), answered: false },
        ]);
        expect((await heard(2)).map((one) => one.heard)).toEqual([said('hai'), said('ba')]);
      });
    });

    describe('the outbox', () => {
      const add = (owed: NewOwed): Promise<void> => within(({ outbox }) => outbox.add(owed));
      const take = (now: Date, limit = 10, channel = LAN.channel) =>
        within(({ outbox }) => outbox.take(channel, now, limit));
      const keys = async (now: Date, limit?: number): Promise<readonly string[]> =>
        (await take(now, limit)).map(({ key }) => key);
      const sent = (key: string, externalId = `${LAN.address}/${key}`): Promise<unknown> =>
        within(({ outbox }) => outbox.markSent(key, externalId, later(SECOND)));
      const counts = () => within(({ outbox }) => outbox.counts());

      it('gives a message as it was put in', async () => {
        const message: OutgoingMessage = {
          text: 'Việc cần làm\n1. Đang nguy hiểm thì gọi 113.',
          bold: [[0, 12]],
          choices: [{ label: 'Gặp trợ giúp viên', press: 'refer' }],
        };
        await add(anOwed('1/0', '', { message }));
        expect(await take(later(SECOND))).toEqual([
          { ...LAN, key: '1/0', message, attempts: 1, uncertain: 0, addedAt: NINE },
        ]);
      });

      it('queues a message once, however often it is added', async () => {
        await add(anOwed('1/0', 'Bạn có quyền đòi lương.'));
        await add(anOwed('1/0', 'Câu khác'));
        expect(await take(NINE)).toMatchObject([{ message: plain('Bạn có quyền đòi lương.') }]);
        await sent('1/0');
        await add(anOwed('1/0', 'Câu khác'));
        expect(await keys(later(MINUTE))).toEqual([]);
        expect(await counts()).toMatchObject({ waiting: 0, sent: 1 });
      });

      it('gives one message for each address at a time, oldest first', async () => {
        await add(anOwed('lan/0', 'một'));
        await add(anOwed('lan/1', 'hai'));
        await add(anOwed('hung/0', 'một', HUNG));
        await add(anOwed('lan/2', 'ba'));
        expect(await keys(NINE)).toEqual(['lan/0', 'hung/0']);
      });

      it('gives a person’s messages in the order in which they were written', async () => {
        for (const nth of [0, 1, 2, 3]) await add(anOwed(`${nth}`, `phần ${nth}`));
        const order: string[] = [];
        for (let [next] = await keys(NINE); next !== undefined; [next] = await keys(NINE)) {
          order.push(next);
          await sent(next);
        }
        expect(order).toEqual(['0', '1', '2', '3']);
      });

      it('gives no more than asked for, and the others next time', async () => {
        for (const address of ['5000000001', '5000000002', '5000000003']) {
          await add(anOwed(address, 'chào bạn', { address }));
        }
        expect([await keys(NINE, 2), await keys(NINE, 2)]).toEqual([['5000000001', '5000000002'], ['5000000003']]);
      });

      it('lets hotlines go before answers, answers before posts to groups, and within each the oldest', async () => {
        await add(anOwed('nhóm', 'phiếu mới', { ...GROUP, rank: 'group' }));
        await add(anOwed('hùng', 'chào bạn', HUNG));
        await add(anOwed('mai', 'chào bạn', { address: '5000000003' }));
        await add(anOwed('lan', 'Gọi 113 ngay.', { rank: 'urgent' }));
        expect(await keys(NINE)).toEqual(['lan', 'hùng', 'mai', 'nhóm']);
      });

      it('lets nothing urgent pass an older message to the same person', async () => {
        await add(anOwed('lan/0', 'một'));
        await add(anOwed('lan/1', 'Gọi 113 ngay.', { rank: 'urgent' }));
        expect(await keys(NINE)).toEqual(['lan/0']);
      });

      it('gives only what is chosen: nothing to addresses that rest, or one rank', async () => {
        const choosing = (choice: Choosing) =>
          within(async ({ outbox }) => (await outbox.take('telegram', NINE, 10, choice)).map(({ key }) => key));
        await add(anOwed('lan', 'chào bạn'));
        await add(anOwed('hùng', 'chào bạn', HUNG));
        await add(anOwed('nhóm', 'phiếu mới', { ...GROUP, rank: 'group' }));
        expect(await choosing({ rank: 'group' })).toEqual(['nhóm']);
        expect(await choosing({ resting: [LAN.address, GROUP.address] })).toEqual(['hùng']);
        expect(await choosing({ resting: [] })).toEqual(['lan']);
      });

      it('tells since when somebody waits for what is sent', async () => {
        await add(anOwed('1/0', 'chào bạn', { causedAt: NINE, at: later(SECOND) }));
        expect(await take(later(SECOND))).toMatchObject([{ causedAt: NINE, addedAt: later(SECOND) }]);
      });

      it('gives each channel its own', async () => {
        await add(anOwed('ở telegram', 'chào bạn'));
        await add(anOwed('ở zalo', 'chào bạn', LAN_ON_ZALO));
        expect((await take(NINE, 10, 'zalo')).map(({ key }) => key)).toEqual(['ở zalo']);
        expect(await keys(NINE)).toEqual(['ở telegram']);
      });

      it('gives nothing before its time', async () => {
        await add(anOwed('1/0', 'chào bạn', { at: later(MINUTE) }));
        expect([await keys(later(MINUTE - 1)), await keys(later(MINUTE))]).toEqual([[], ['1/0']]);
      });

      it('gives a message to one of many who ask at the same time', async () => {
        await add(anOwed('1/0', 'chào bạn'));
        expect((await Promise.all([keys(NINE), keys(NINE), keys(NINE)])).flat()).toEqual(['1/0']);
      });

      it('takes back what was taken and is sent by nobody, and nothing else', async () => {
        await add(anOwed('earlier', 'một', { at: later(-SECOND) }));
        await keys(later(-SECOND));
        await add(anOwed('1/0', 'một', HUNG));
        await add(anOwed('1/1', 'hai', HUNG));
        await add(anOwed('under way', 'ba', { address: 'mai' }));
        await add(anOwed('zalo', 'bốn', LAN_ON_ZALO));
        await keys(NINE);
        await take(NINE, 10, 'zalo');
        await within(({ outbox }) => outbox.untake('telegram', NINE, ['mai']));
        expect(await take(NINE)).toMatchObject([{ key: '1/0', attempts: 1, uncertain: 0 }]);
        expect(await counts()).toMatchObject({ waiting: 1, sending: 4, uncertain: 0 });
      });

      it('lets nothing pass a message that is being sent', async () => {
        await add(anOwed('1/0', 'một'));
        await add(anOwed('1/1', 'hai'));
        expect([await keys(NINE), await keys(later(60 * MINUTE))]).toEqual([['1/0'], []]);
      });

      it('lets nothing pass a message that waits to be tried again', async () => {
        await add(anOwed('1/0', 'một'));
        await add(anOwed('1/1', 'hai'));
        await keys(NINE);
        await within(({ outbox }) => outbox.tryAgain('1/0', later(10 * MINUTE), 'rate'));
        expect([await keys(later(9 * MINUTE)), await keys(later(10 * MINUTE))]).toEqual([[], ['1/0']]);
      });

      it('goes on to the next message when one was given up', async () => {
        await add(anOwed('1/0', 'một'));
        await add(anOwed('1/1', 'hai'));
        await keys(NINE);
        await within(({ outbox }) => outbox.giveUp('1/0', 'rejected'));
        expect(await keys(NINE)).toEqual(['1/1']);
        expect(await counts()).toEqual({ waiting: 0, sending: 1, sent: 0, givenUp: 1, uncertain: 0 });
      });

      it('counts how often a send began, and apart how often it may have arrived', async () => {
        await add(anOwed('1/0', 'một'));
        const tries: unknown[] = [];
        const attempt = async (now: Date) =>
          tries.push(...(await take(now)).map(({ attempts, uncertain }) => [attempts, uncertain]));
        await attempt(NINE);
        await within(({ outbox }) => outbox.tryAgain('1/0', later(MINUTE), 'down'));
        await attempt(later(MINUTE));
        await within(({ outbox }) => outbox.tryAgainUncertain('1/0', later(2 * MINUTE)));
        await attempt(later(2 * MINUTE - 1));
        await attempt(later(2 * MINUTE));
        expect(tries).toEqual([
          [1, 0],
          [2, 0],
          [3, 1],
        ]);
        expect(await counts()).toMatchObject({ sending: 1, uncertain: 1 });
      });

      it('gives up everything that waits for somebody who left, and nothing else', async () => {
        await add(anOwed('lan/0', 'một'));
        await add(anOwed('lan/1', 'hai'));
        await add(anOwed('lan/2', 'ba'));
        await add(anOwed('hung/0', 'một', HUNG));
        await add(anOwed('zalo/0', 'một', LAN_ON_ZALO));
        await keys(NINE, 1);
        await sent('lan/0');
        expect(await within(({ outbox }) => outbox.giveUpAllTo(LAN, 'person-left'))).toBe(2);
        expect(await keys(later(MINUTE))).toEqual(['hung/0']);
        expect((await take(later(MINUTE), 10, 'zalo')).map(({ key }) => key)).toEqual(['zalo/0']);
        expect(await counts()).toMatchObject({ sent: 1, givenUp: 2 });
      });

      it('recovers only sends that began long ago, as uncertain and due at once', async () => {
        await add(anOwed('dead', 'một'));
        await add(anOwed('alive', 'một', HUNG));
        await keys(NINE, 1);
        await keys(later(5 * MINUTE));
        const recover = () => within(({ outbox }) => outbox.recover(later(6 * MINUTE), later(MINUTE)));
        expect([await recover(), await recover()]).toEqual([1, 0]);
        expect(await counts()).toMatchObject({ waiting: 1, sending: 1, uncertain: 1 });
        expect(await take(later(6 * MINUTE))).toMatchObject([{ key: 'dead', attempts: 2, uncertain: 1 }]);
      });

      it('makes due at once what waits for its moment, and nothing else', async () => {
        for (const [key, address] of [
          ['refused', '5000000001'],
          ['on the wire', '5000000002'],
          ['sent', '5000000003'],
        ] as const) {
          await add(anOwed(key, 'chào bạn', { address }));
        }
        await keys(NINE);
        await sent('sent');
        await within(({ outbox }) => outbox.tryAgain('refused', later(120 * MINUTE), 'rate'));
        expect(await keys(later(MINUTE))).toEqual([]);
        expect(await within(({ outbox }) => outbox.makeAllDue(later(MINUTE)))).toBe(1);
        expect(await keys(later(MINUTE))).toEqual(['refused']);
      });

      it('tells which place in the order is behind all others', async () => {
        expect(await within(({ outbox }) => outbox.latestId())).toBeUndefined();
        for (const nth of [0, 1]) await add(anOwed(`${nth}`, `phần ${nth}`));
        await keys(NINE);
        await sent('0');
        await keys(NINE);
        await sent('1');
        const places = (await within(({ outbox }) => outbox.sentTo(LAN, 10))).map(({ seq }) => seq);
        expect(await within(({ outbox }) => outbox.latestId())).toBe(places.at(-1));
      });

      it('recovers nothing that is sent, given up or waiting', async () => {
        for (const [key, address] of [
          ['sent', '5000000001'],
          ['given up', '5000000002'],
          ['waiting', '5000000003'],
        ] as const) {
          await add(anOwed(key, 'chào bạn', { address }));
        }
        await keys(NINE, 2);
        await sent('sent');
        await within(({ outbox }) => outbox.giveUp('given up', 'rejected'));
        expect(await within(({ outbox }) => outbox.recover(later(60 * MINUTE), later(60 * MINUTE)))).toBe(0);
        expect(await counts()).toEqual({ waiting: 1, sending: 0, sent: 1, givenUp: 1, uncertain: 0 });
      });

      it('shows what one person was sent, in the order of writing, the last ones only', async () => {
        for (const nth of [0, 1, 2]) {
          await add(anOwed(`${nth}`, `phần ${nth}`));
          await keys(NINE);
          await sent(`${nth}`);
        }
        await add(anOwed('owed', 'chưa gửi'));
        await add(anOwed('other', 'của người khác', HUNG));
        await keys(NINE);
        await sent('other');
        const shown = async (limit: number) =>
          (await within(({ outbox }) => outbox.sentTo(LAN, limit))).map(({ message }) => message.text);
        expect(await shown(10)).toEqual(['phần 0', 'phần 1', 'phần 2']);
        expect(await shown(2)).toEqual(['phần 1', 'phần 2']);
      });

      it('makes ids that put a talk in order across inbox and outbox', async () => {
        await within(({ inbox }) => inbox.add(LAN.channel, aMessage(LAN.address, 'cty nợ lương'), NINE));
        await add(anOwed('1', 'Bạn có quyền đòi lương.'));
        await within(({ inbox }) => inbox.add(LAN.channel, aMessage(LAN.address, 'đòi ở đâu?'), NINE));
        await add(anOwed('2', 'Ở công ty trước.'));
        for (const key of ['1', '2']) {
          await keys(NINE);
          await sent(key);
        }
        const talk = await within(async ({ inbox, outbox }) => [
          ...(await inbox.heardFrom(LAN, 9)).map(({ id, heard }) => ({
            id,
            text: heard.kind === 'text' && heard.text,
          })),
          ...(await outbox.sentTo(LAN, 9)).map(({ seq, message }) => ({ id: seq, text: message.text })),
        ]);
        talk.sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(talk.map(({ text }) => text)).toEqual([
          'cty nợ lương',
          'Bạn có quyền đòi lương.',
          'đòi ở đâu?',
          'Ở công ty trước.',
        ]);
      });

      it('knows whether more is waiting for somebody', async () => {
        const more = () => within(({ outbox }) => outbox.moreFor(LAN));
        await add(anOwed('hung/0', 'một', HUNG));
        await add(anOwed('zalo/0', 'một', LAN_ON_ZALO));
        expect(await more()).toBe(false);
        await add(anOwed('lan/0', 'một'));
        expect(await more()).toBe(true);
        await keys(NINE);
        expect(await more()).toBe(false);
      });

      it('knows whether anything is on its way to somebody, also while it is being sent', async () => {
        const onItsWay = () => within(({ outbox }) => outbox.isOnItsWayTo(LAN));
        await add(anOwed('hung/0', 'một', HUNG));
        expect(await onItsWay()).toBe(false);
        await add(anOwed('lan/0', 'một'));
        expect(await onItsWay()).toBe(true);
        await keys(NINE);
        expect(await onItsWay()).toBe(true);
        await sent('lan/0');
        expect(await onItsWay()).toBe(false);
      });

      it('finds the ticket that a message in a group was about', async () => {
        await add(anOwed('with', 'Yêu cầu mới HQ-7K3M', { ...GROUP, ticket: 't1' as TicketId }));
        await add(anOwed('without', 'Đã nối nhóm', GROUP));
        for (const key of ['with', 'without']) {
          await keys(NINE);
          await sent(key, `${GROUP.address}/${key}`);
        }
        const ticket = (to: Whereabouts, externalId: string) => within(({ outbox }) => outbox.ticketOf(to, externalId));
        expect(await ticket(GROUP, `${GROUP.address}/with`)).toBe('t1');
        expect(await ticket(GROUP, `${GROUP.address}/without`)).toBeUndefined();
        expect(await ticket(GROUP, `${GROUP.address}/other`)).toBeUndefined();
        expect(await ticket(LAN, `${GROUP.address}/with`)).toBeUndefined();
        const keeps = (to: Whereabouts, externalId: string) => within(({ outbox }) => outbox.keeps(to, externalId));
        expect(await keeps(GROUP, `${GROUP.address}/without`)).toBe(true);
        expect(await keeps(GROUP, `${GROUP.address}/other`)).toBe(false);
        expect(await keeps(LAN, `${GROUP.address}/without`)).toBe(false);
      });

      it('counts every state, and nothing when empty', async () => {
        expect(await counts()).toEqual({ waiting: 0, sending: 0, sent: 0, givenUp: 0, uncertain: 0 });
        for (const nth of [1, 2, 3, 4]) await add(anOwed(`${nth}`, 'chào', { address: `500000000${nth}` }));
        await keys(NINE, 3);
        await sent('1');
        await within(({ outbox }) => outbox.giveUp('2', 'rejected'));
        expect(await counts()).toEqual({ waiting: 1, sending: 1, sent: 1, givenUp: 1, uncertain: 0 });
      });

      it('counts as due what is due or on the wire', async () => {
        await add(anOwed('on the wire', 'một'));
        await keys(NINE);
        await add(anOwed('due', 'một', HUNG));
        await add(anOwed('not yet', 'một', { ...LAN_ON_ZALO, at: later(MINUTE) }));
        const due = (now: Date) => within(({ outbox }) => outbox.countDue(now));
        expect([await due(NINE), await due(later(MINUTE))]).toEqual([2, 3]);
      });

      it('does not count as due what waits behind a message that is tried again later', async () => {
        await add(anOwed('1/0', 'một'));
        await add(anOwed('1/1', 'hai'));
        await keys(NINE);
        await within(({ outbox }) => outbox.tryAgain('1/0', later(10 * MINUTE), 'quota'));
        const due = (now: Date) => within(({ outbox }) => outbox.countDue(now));
        expect([await due(later(MINUTE)), await due(later(10 * MINUTE))]).toEqual([0, 1]);
      });
    });

    describe('the conversations', () => {
      const talk: Conversation = {
        step: { at: 'reviewing', draft: { lines: ['công ty nợ lương ba tháng'], province: '33', contact: 'Zalo này' } },
        menu: ['consent:yes'],
        recent: ['công ty nợ lương ba tháng'],
      };
      const of = (who: Whereabouts) => within(({ conversations }) => conversations.of(who));
      const save = (who: Whereabouts, conversation: Conversation, at = NINE) =>
        within(({ conversations }) => conversations.save(who, conversation, at));

      it('begins a new one with somebody who never wrote', async () => {
        expect(await of(LAN)).toEqual(NEW_CONVERSATION);
      });

      it('gives back where the talk stands, to this person on this channel only', async () => {
        await save(LAN, talk);
        expect(await of(LAN)).toEqual(talk);
        expect(await of(HUNG)).toEqual(NEW_CONVERSATION);
        expect(await of(LAN_ON_ZALO)).toEqual(NEW_CONVERSATION);
      });

      it('keeps the newest', async () => {
        await save(LAN, talk);
        await save(LAN, NEW_CONVERSATION, later(MINUTE));
        expect(await of(LAN)).toEqual(NEW_CONVERSATION);
      });

      it('forgets nothing when the person blocks the bot and comes back', async () => {
        await save(LAN, talk);
        await within(({ conversations }) => conversations.markBlocked(LAN, true, later(SECOND)));
        await within(({ conversations }) => conversations.markBlocked(LAN, false, later(MINUTE)));
        expect(await of(LAN)).toEqual(talk);
      });

      it('know who blocked the bot until they write or come back, whatever staff write meanwhile', async () => {
        const isBlocked = () => within(({ conversations }) => conversations.isBlocked(LAN));
        const block = () => within(({ conversations }) => conversations.markBlocked(LAN, true, later(SECOND)));
        expect(await isBlocked()).toBe(false);
        await save(LAN, talk);
        await block();
        await within(({ conversations }) => conversations.save(LAN, talk, later(MINUTE), 'staff'));
        expect(await isBlocked()).toBe(true);
        await save(LAN, talk, later(2 * MINUTE));
        expect(await isBlocked()).toBe(false);
        await block();
        await within(({ conversations }) => conversations.markBlocked(LAN, false, later(MINUTE)));
        expect(await isBlocked()).toBe(false);
      });

      it('does not mind that somebody unknown blocks the bot', async () => {
        await within(({ conversations }) => conversations.markBlocked(HUNG, true, NINE));
        expect(await of(HUNG)).toEqual(NEW_CONVERSATION);
      });
    });

    describe('the tickets', () => {
      const open = (ticket: NewTicket) => within(({ tickets }) => tickets.open(ticket));
      const find = (id: string) => within(({ tickets }) => tickets.find(id as TicketId));

      it('gives a ticket back by its id and by its code', async () => {
        await open(aTicket());
        const ticket = {
          id: 't1',
          code: 'HQ-7K3M',
          state: 'waiting',
          province: '01',
          openedOn: '2026-11-21',
          who: LAN,
          lines: ['Chồng tui nhậu về là đánh', 'tui ở Đông Anh'],
          contact: '0912 345 678, gọi buổi trưa',
        };
        expect(await find('t1')).toEqual(ticket);
        expect(await within(({ tickets }) => tickets.findByCode('HQ-7K3M' as ReferralCode))).toEqual(ticket);
      });

      it('gives back that no contact was left', async () => {
        await open(aTicket({ contact: undefined }));
        expect((await find('t1'))?.contact).toBeUndefined();
      });

      it('knows no ticket that was not opened', async () => {
        expect(await find('t9')).toBeUndefined();
        expect(await within(({ tickets }) => tickets.findByCode('HQ-9999' as ReferralCode))).toBeUndefined();
      });

      it('gives a code to one ticket only', async () => {
        const taken = () => within(({ tickets }) => tickets.codeTaken('HQ-7K3M' as ReferralCode));
        expect(await taken()).toBe(false);
        await open(aTicket());
        expect(await taken()).toBe(true);
        await expect(open(aTicket({ id: 't2' as TicketId }))).rejects.toThrow();
        expect(await find('t2')).toBeUndefined();
      });

      it('shows a person their own, newest first', async () => {
        await open(aTicket());
        await open(aTicket({ id: 't2' as TicketId, code: 'HQ-2222' as ReferralCode }));
        await open(aTicket({ id: 't3' as TicketId, code: 'HQ-3333' as ReferralCode, who: HUNG }));
        await open(aTicket({ id: 't4' as TicketId, code: 'HQ-4444' as ReferralCode, who: LAN_ON_ZALO }));
        const own = await within(({ tickets }) => tickets.ofPerson(LAN));
        expect(own.map(({ code }) => code)).toEqual(['HQ-2222', 'HQ-7K3M']);
      });

      it('shows a centre the open ones of its province, oldest first', async () => {
        for (const [nth, province] of ['01', '33', '01', '01', '01'].entries()) {
          await open(aTicket({ id: `t${nth}` as TicketId, code: `HQ-222${nth}` as ReferralCode, province }));
        }
        await within(async ({ tickets }) => {
          await tickets.addWords({ ticket: 't0' as TicketId, by: 'staff', words: 'Chào chị.', at: later(MINUTE) });
          await tickets.end('t2' as TicketId, 'closed', later(MINUTE));
          await tickets.end('t3' as TicketId, 'withdrawn', later(MINUTE));
        });
        const shown = await within(({ tickets }) => tickets.openIn('01'));
        expect(shown.map(({ id, state }) => [id, state])).toEqual([
          ['t0', 'answered'],
          ['t4', 'waiting'],
        ]);
        expect(await within(({ tickets }) => tickets.countOpen())).toBe(3);
      });

      it('keeps what was said about it, in order, and whose words they are', async () => {
        await open(aTicket());
        await open(aTicket({ id: 't2' as TicketId, code: 'HQ-2222' as ReferralCode }));
        await within(async ({ tickets }) => {
          const [t1, t2] = ['t1' as TicketId, 't2' as TicketId];
          await tickets.addWords({ ticket: t1, by: 'person', words: 'hôm qua ổng lại đánh nữa', at: NINE });
          await tickets.addWords({ ticket: t2, by: 'person', words: 'việc khác', at: NINE });
          await tickets.addWords({ ticket: t1, by: 'staff', words: 'Chị ghé trung tâm sáng mai nhé.', at: NINE });
        });
        expect(await within(({ tickets }) => tickets.wordsOf('t1' as TicketId))).toEqual([
          { by: 'person', words: 'hôm qua ổng lại đánh nữa' },
          { by: 'staff', words: 'Chị ghé trung tâm sáng mai nhé.' },
        ]);
      });

      it('takes no words for a ticket that it does not have', async () => {
        await expect(
          within(({ tickets }) =>
            tickets.addWords({ ticket: 't9' as TicketId, by: 'person', words: 'có ai không?', at: NINE }),
          ),
        ).rejects.toThrow();
      });

      it('is rated without changing its state', async () => {
        await open(aTicket());
        await within(async ({ tickets }) => {
          await tickets.end('t1' as TicketId, 'closed', NINE);
          await tickets.rate('t1' as TicketId, 'partly');
        });
        expect((await find('t1'))?.state).toBe('closed');
      });
    });

    describe('the groups of staff', () => {
      const CODE = 'K7M2-P9QX';
      const use = (code: string, now = NINE) => within(({ staffGroups }) => staffGroups.useLinkCode(code, now));
      const addCode = (code = CODE, province = '01') =>
        within(({ staffGroups }) => staffGroups.addLinkCode(code, province, later(MINUTE)));
      const link = (group: Whereabouts, province: string, at = NINE) =>
        within(({ staffGroups }) => staffGroups.link(group, province, at));
      const groupsOf = (province: string) => within(({ staffGroups }) => staffGroups.groupsOf(province));

      it('use a code once', async () => {
        await addCode();
        expect([await use(CODE), await use(CODE)]).toEqual(['01', undefined]);
      });

      it('use a code once, also when two do so at the same time', async () => {
        await addCode();
        const provinces = await Promise.all([use(CODE), use(CODE), use(CODE)]);
        expect(provinces.filter((province) => province !== undefined)).toEqual(['01']);
      });

      it('may type the code in small letters', async () => {
        await addCode();
        expect(await use(CODE.toLowerCase())).toBe('01');
      });

      it.each([
        ['too old', CODE, MINUTE],
        ['unknown', 'AAAA-BBBB', 0],
        ['nothing', '', 0],
      ])('cannot use a code that is %s', async (_, code, after) => {
        await addCode();
        expect(await use(code, later(after))).toBeUndefined();
      });

      it('can use a code up to its last moment', async () => {
        await addCode();
        expect(await use(CODE, later(MINUTE - 1))).toBe('01');
      });

      it('belong to the centre that they were linked to', async () => {
        await link(GROUP, '01');
        const provinceOf = (group: Whereabouts) => within(({ staffGroups }) => staffGroups.provinceOf(group));
        expect(await provinceOf(GROUP)).toBe('01');
        expect(await provinceOf({ ...GROUP, channel: 'zalo' })).toBeUndefined();
        expect(await groupsOf('01')).toEqual([GROUP]);
        expect(await groupsOf('33')).toEqual([]);
      });

      it('move when they are linked to another centre', async () => {
        await link(GROUP, '01');
        await link(GROUP, '33', later(SECOND));
        expect([await groupsOf('01'), await groupsOf('33')]).toEqual([[], [GROUP]]);
      });

      it('stand in the order in which they were linked', async () => {
        const second = { ...GROUP, address: '-1000000000001' };
        await link(GROUP, '01', later(SECOND));
        await link(second, '01', NINE);
        expect(await groupsOf('01')).toEqual([second, GROUP]);
      });

      it('can be unlinked, and unlinking again changes nothing', async () => {
        await link(GROUP, '01');
        for (const _ of [1, 2]) await within(({ staffGroups }) => staffGroups.unlink(GROUP));
        expect(await groupsOf('01')).toEqual([]);
      });

      it('name each linked province once', async () => {
        await link(GROUP, '01');
        await link({ ...GROUP, address: '-1000000000001' }, '01');
        await link({ ...GROUP, address: '-1000000000002' }, '33');
        const linked = await within(({ staffGroups }) => staffGroups.linkedProvinces());
        expect([...linked].sort()).toEqual(['01', '33']);
      });
    });

    describe('a transaction', () => {
      const everything = async ({ inbox, outbox, conversations, tickets, staffGroups }: Records): Promise<void> => {
        await inbox.add(LAN.channel, aMessage(LAN.address, 'cty nợ lương'), NINE);
        await outbox.add(anOwed('1/0', 'Bạn có quyền đòi lương.'));
        await conversations.save(LAN, { ...NEW_CONVERSATION, recent: ['cty nợ lương'] }, NINE);
        await tickets.open(aTicket());
        await staffGroups.link(GROUP, '01', NINE);
      };
      const left = () =>
        within(async ({ inbox, outbox, conversations, tickets, staffGroups }) => ({
          inbox: await inbox.countWaiting(),
          outbox: (await outbox.counts()).waiting,
          recent: (await conversations.of(LAN)).recent,
          tickets: await tickets.countOpen(),
          groups: await staffGroups.linkedProvinces(),
        }));

      it('that ends well leaves everything, and gives what its work gave', async () => {
        expect(await within((records) => everything(records).then(() => 'xong'))).toBe('xong');
        expect(await left()).toEqual({ inbox: 1, outbox: 1, recent: ['cty nợ lương'], tickets: 1, groups: ['01'] });
      });

      it('that throws leaves nothing, and says why', async () => {
        const fault = new Error('mất điện');
        const work = within(async (records) => {
          await everything(records);
          throw fault;
        });
        await expect(work).rejects.toBe(fault);
        expect(await left()).toEqual({ inbox: 0, outbox: 0, recent: [], tickets: 0, groups: [] });
      });

      it('that breaks a rule of the database leaves nothing, and the next one works', async () => {
        const work = within(async (records) => {
          await everything(records);
          await records.tickets.open(aTicket());
        });
        await expect(work).rejects.toThrow();
        await within(everything);
        expect(await left()).toMatchObject({ inbox: 1, tickets: 1 });
      });

      it('sees what it wrote itself', async () => {
        const seen = await within(async (records) => {
          await everything(records);
          return records.inbox.take(NINE, later(MINUTE));
        });
        expect(textOf(seen)).toBe('cty nợ lương');
      });
    });

    it('says that it can be written to, without changing anything', async () => {
      await within(({ staffGroups }) => staffGroups.addLinkCode('K7M2-P9QX', '01', later(MINUTE)));
      await store.checkWritable();
      expect(await within(({ staffGroups }) => staffGroups.useLinkCode('K7M2-P9QX', NINE))).toBe('01');
    });
  });
}
