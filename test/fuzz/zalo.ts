import fc from 'fast-check';
import type { Entrance } from './entrance.ts';
import { FuzzedProgram, WEBHOOK_SECRET } from './fuzzed-program.ts';
import { hostileText } from './hostile-text.ts';
import type { Json } from './mutate-json.ts';
import { peopleFor } from './people.ts';
import { webhook } from './webhook.ts';

const EVENTS = [
  'message.image.received',
  'message.sticker.received',
  'message.voice.received',
  'message.unsupported.received',
  'message.reaction.received',
  'user.followed',
  '',
] as const;

function updates(people: number): fc.Arbitrary<Json> {
  const common = {
    person: fc.integer({ min: 1, max: people }).map((nth) => `chat-${nth}`),
    message_id: fc.oneof(fc.nat().map(String), fc.nat()),
    date: fc.constantFrom(1_796_000_000_000, 1_796_000_000, 0, -1),
    group: fc.oneof({ weight: 8, arbitrary: fc.constant('PRIVATE') }, fc.constant('GROUP')),
  };
  const text = fc.record({ ...common, text: hostileText() }).map(
    ({ person, message_id, date, group, text }): Json => ({
      event_name: 'message.text.received',
      message: {
        message_id,
        date,
        text: group === 'GROUP' ? `@Bot Hỏi Quyền ${text}` : text,
        from: { id: person, display_name: text.slice(0, 20), is_bot: false },
        chat: { id: person, chat_type: group },
      },
    }),
  );
  const other = fc.record({ ...common, event_name: fc.constantFrom(...EVENTS), caption: hostileText(200) }).map(
    ({ person, message_id, date, group, event_name, caption }): Json => ({
      event_name,
      message: { message_id, date, caption, from: { id: person }, chat: { id: person, chat_type: group } },
    }),
  );
  const bare = fc.oneof({ weight: 8, arbitrary: text }, { weight: 2, arbitrary: other });
  return fc.oneof(
    bare,
    bare.map((result): Json => ({ ok: true, result })),
  );
}

export const zalo: Entrance = {
  name: 'zalo',
  about: 'bodies posted to /webhooks/zalo, bare and wrapped, each answered to the end',
  async open(count) {
    const environment = { ZALO_UPDATES: 'webhook', ZALO_WEBHOOK_SECRET: WEBHOOK_SECRET };
    const program = await FuzzedProgram.open({ environment });
    return webhook('zalo', program, updates(peopleFor(count)));
  },
};
