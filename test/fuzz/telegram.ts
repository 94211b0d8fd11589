import fc from 'fast-check';
import { vietnamDay } from '../../src/base/days.ts';
import type { TicketId } from '../../src/base/ids.ts';
import { referralCode } from '../../src/referral/referral-code.ts';
import type { Entrance } from './entrance.ts';
import { BOT_ID, FuzzedProgram, WEBHOOK_SECRET } from './fuzzed-program.ts';
import { hostileText } from './hostile-text.ts';
import type { Json } from './mutate-json.ts';
import { peopleFor, presses } from './people.ts';
import { webhook } from './webhook.ts';

const GROUPS = ['-1001', '-1002'] as const;
const LINKED_TO = ['33', '01'] as const;
const REFERRALS = 90;

/** What a message can hold in place of words. */
const CONTENT = fc.constantFrom<Readonly<Record<string, Json>>>(
  { photo: [] },
  { sticker: {} },
  { voice: { duration: 3 } },
  { document: { file_name: 'đơn.docx' } },
  { location: { latitude: 0, longitude: 0 } },
  { new_chat_title: 'x' },
  {},
);

/** Any update that Telegram may send for these people and groups. */
function updates(people: number, staff: boolean): fc.Arbitrary<Json> {
  const person = fc.integer({ min: 1, max: people });
  const common = { update_id: fc.nat(), message_id: fc.nat(2 ** 31), date: fc.constant(1_796_000_000) };
  const inPrivate = fc
    .record({ ...common, person, text: hostileText(), caption: fc.boolean() })
    .map(({ update_id, message_id, date, person, text, caption }): Json => {
      const chat = { id: person, type: 'private', first_name: text.slice(0, 20) };
      const from = { id: person, is_bot: false, first_name: text.slice(0, 20) };
      return {
        update_id,
        message: { message_id, date, chat, from, ...(caption ? { caption: text, photo: [] } : { text }) },
      };
    });
  const pressed = fc
    .record({ ...common, person, data: presses, ours: fc.boolean() })
    .map(({ update_id, message_id, person, data, ours }): Json => {
      const chat = { id: person, type: 'private' };
      const from = { id: person, is_bot: false };
      const callback = { id: `${message_id}`, from, message: { message_id, chat }, data: ours ? `v1:${data}` : data };
      return { update_id, callback_query: callback };
    });
  const other = fc
    .record({ ...common, person, content: CONTENT, status: fc.constantFrom('member', 'kicked', 'left', 'x') })
    .map(({ update_id, message_id, date, person, content, status }): Json => {
      const chat = { id: person, type: 'private' };
      return Object.keys(content).length === 0
        ? { update_id, my_chat_member: { chat, date, new_chat_member: { status } } }
        : { update_id, message: { message_id, date, chat, from: { id: person }, ...content } };
    });
  const inGroup = fc
    .record({
      ...common,
      group: fc.constantFrom(...GROUPS),
      text: staff ? fc.oneof(hostileText(), staffWords) : hostileText(),
      repliesTo: fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined }),
      topic: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined, freq: 6 }),
      mentioned: fc.boolean(),
    })
    .map(({ update_id, message_id, date, group, text, repliesTo, topic, mentioned }): Json => {
      const chat = { id: Number(group), type: 'supergroup' };
      const to = repliesTo !== undefined && {
        reply_to_message: { message_id: repliesTo, from: { id: BOT_ID, is_bot: true } },
      };
      const where = topic !== undefined && { message_thread_id: topic, is_topic_message: true };
      const message = {
        message_id,
        date,
        chat,
        from: { id: 5_000, is_bot: false },
        text: mentioned ? `@hoi_quyen_bot ${text}` : text,
      };
      return { update_id, message: { ...message, ...(to || {}), ...(where || {}) } };
    });
  return staff
    ? fc.oneof({ weight: 6, arbitrary: inGroup }, { weight: 1, arbitrary: inPrivate }, { weight: 1, arbitrary: other })
    : fc.oneof(
        { weight: 8, arbitrary: inPrivate },
        { weight: 4, arbitrary: pressed },
        { weight: 1, arbitrary: other },
        { weight: 1, arbitrary: inGroup },
      );
}

/** What staff write in the group of their centre. */
const staffWords = fc.oneof(
  fc.constantFrom(
    '/lienket 7K3MPQ2X9B',
    '/lienket',
    '/link x',
    '/vangui Chào bạn.',
    '/vangui',
    '/dong',
    '/dong HQ-ZZZZ',
    '/dong@hoi_quyen_bot',
  ),
  fc
    .tuple(fc.constantFrom('/vangui ', '/dong ', '/lienket ', 'HQ-'), hostileText(500))
    .map(([begin, text]) => begin + text),
  hostileText(6_000),
);

const MESSENGER = { TELEGRAM_UPDATES: 'webhook', TELEGRAM_WEBHOOK_SECRET: WEBHOOK_SECRET } as const;

export const telegram: Entrance = {
  name: 'telegram',
  about: 'bodies posted to /webhooks/telegram, each answered to the end',
  open: async (inputs) =>
    webhook('telegram', await FuzzedProgram.open({ environment: MESSENGER }), updates(peopleFor(inputs), false)),
};

export const staffGroups: Entrance = {
  name: 'staff-groups',
  about: 'what is written in the Telegram groups of two centres that have open referrals',
  async open(inputs) {
    const program = await FuzzedProgram.open({ environment: MESSENGER });
    await linkGroups(program);
    return webhook('telegram', program, updates(peopleFor(inputs), true));
  },
};

/** Referrals, and two groups of staff in which they are posted: the replies of staff find something. */
async function linkGroups(program: FuzzedProgram): Promise<void> {
  const { store, desk, channels, receive } = program.app;
  const channel = channels.find(({ name }) => name === 'telegram');
  if (!channel) throw new Error('There is no Telegram');
  const at = desk.now();
  await store.transaction(async ({ tickets }) => {
    for (let nth = 0; nth < REFERRALS; nth += 1) {
      await tickets.open({
        id: `phieu-${nth}` as TicketId,
        code: referralCode(Uint8Array.of(0, 0, nth / 30, nth % 30)),
        who: { channel: nth % 2 === 0 ? 'telegram' : 'zalo', address: `${1 + (nth % 20)}` },
        province: LINKED_TO[nth % 3 === 0 ? 1 : 0],
        lines: ['Chủ trọ giữ giấy tờ của tôi'],
        consent: 'Tôi đồng ý.',
        at,
        day: vietnamDay(at),
        dueAt: at,
      });
    }
  });
  for (const [nth, from] of GROUPS.entries()) {
    const code = `7K3MPQ2X9${nth + 2}`;
    await store.transaction(({ staffGroups: groups }) =>
      groups.addLinkCode(code, LINKED_TO[nth] ?? '33', new Date(at.getTime() + 60_000)),
    );
    const heard = { kind: 'text', text: `/lienket ${code}` } as const;
    await receive(channel, [{ externalId: `link-${nth}`, from, heard, sentAt: at, inGroup: true }]);
  }
  await program.settle();
}
