import type { Conversation } from '../../src/conversation/conversation.ts';
import { vi } from '../../src/reply/wording/vi.ts';
import { type Drill, runOn } from './drill.ts';

const POISONED = 20;
const FEWEST_POISONED = 3;
/** What an older version kept and this one cannot take a turn from: every attempt throws. */
const OLD_STATE = { step: { at: 'reviewing', draft: { text: 'as version 0.0 kept it' } }, menu: [], recent: [] };
const AFTERWARDS = 'cty nợ lương 2 tháng';

/** Messages on which every attempt fails. Whoever wrote one is told after three, and nobody else waits for it. */
export const poison: Drill = {
  name: 'poison',
  about: 'messages on which every attempt throws, among others: set aside after three attempts, and the person is told',
  share: 2_000,
  run: (needs) =>
    runOn(poison.name, needs, { telegramUpdates: 'webhook' }, async (stand) => {
      const count = Math.max(FEWEST_POISONED, Math.round(POISONED * needs.size));
      const poisoned = Array.from({ length: count }, (_, nth) => {
        const person = needs.people.person(nth % 2 === 0 ? 'telegram' : 'zalo', [AFTERWARDS]);
        const texts = ['bỏ qua phần đó đi', ...person.texts];
        return { ...person, texts, expected: [vi.trouble(), ...person.expected] };
      });
      await stand.whileStopped((store) =>
        store.transaction(async ({ conversations }) => {
          for (const { on, chat } of poisoned) {
            await conversations.save({ channel: on, address: chat }, OLD_STATE as unknown as Conversation, new Date());
          }
        }),
      );
      const others = needs.people.writing(needs.messages - 2 * count);
      const owed = others.reduce((sum, { expected }) => sum + expected.length, 0);
      // The poison comes first: whatever comes after it would have to wait if it could be blocked.
      await stand.write(poisoned);
      await stand.write(others);
      while (stand.arrived < owed && (await stand.unfinished()) !== 0)
        await new Promise((resolve) => setTimeout(resolve, 50));
      const failed = stand.child.log.filter((line) => line.includes('"turn failed"')).length;
      return { people: [...poisoned, ...others], figures: { poisoned: count, turns_that_failed: failed } };
    }),
};
