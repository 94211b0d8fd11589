import { setTimeout as sleep } from 'node:timers/promises';
import { type Drill, runOn } from './drill.ts';

const STORMS = 12;
const FEWEST_STORMS = 2;
const STORM_MS = 4_000;
const LONGEST_CALM_MS = 6_000;
const LONGEST_WAIT_S = 3;
/** Clocks of two processes, and the milliseconds of one call. */
const CLOCK_MS = 50;

/** Telegram says "Too Many Requests" to everything for seconds, again and again, and tells how long to wait. */
export const telegram429: Drill = {
  name: 'telegram-429',
  about: 'storms in which every send is refused with 429 and a retry_after of 1 to 3 seconds',
  share: 14_000,
  run: (needs) =>
    runOn(telegram429.name, needs, { telegramUpdates: 'polling' }, async (stand) => {
      const { random } = needs;
      const people = needs.people.writing(needs.messages, 'telegram');
      const figures = { storms: 0, refused: 0, before_their_time: 0 };
      const notBefore = new Map<unknown, number>();
      let storming = false;
      stand.fails({
        telegram({ method, body }) {
          if (method !== 'sendMessage') return undefined;
          const now = performance.now();
          const early = now + CLOCK_MS < (notBefore.get(body.chat_id) ?? 0);
          if (early) figures.before_their_time += 1;
          if (!early && !storming) return undefined;
          figures.refused += 1;
          const retry_after = 1 + Math.floor(random() * LONGEST_WAIT_S);
          notBefore.set(body.chat_id, now + retry_after * 1000);
          return {
            error: 429,
            description: `Too Many Requests: retry after ${retry_after}`,
            parameters: { retry_after },
          };
        },
      });
      let writing = true;
      const writers = stand.write(people).finally(() => {
        writing = false;
      });
      const storms = Math.max(FEWEST_STORMS, Math.round(STORMS * needs.size));
      while (writing && figures.storms < storms) {
        await sleep(LONGEST_CALM_MS * random());
        figures.storms += 1;
        storming = true;
        await sleep(STORM_MS);
        storming = false;
      }
      await writers;
      await stand.settled(60_000);
      const early = figures.before_their_time;
      return { people, figures, faults: early > 0 ? [`${early} sends came before Telegram allowed them`] : [] };
    }),
};
