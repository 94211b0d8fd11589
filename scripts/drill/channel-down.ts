import { setTimeout as sleep } from 'node:timers/promises';
import { type Drill, runOn } from './drill.ts';

const MINUTE_MS = 60_000;
const DOWN_MINUTES = 60;
/** What a minute of the program takes here. */
const PER_MINUTE_MS = 250;
/** The longest that anything waits for its next try. */
const LAST_RETRY_MINUTES = 11;

/** Telegram cannot be reached for an hour. Zalo's people must not notice, and Telegram's get everything afterwards, in order. */
export const channelDown: Drill = {
  name: 'channel-down',
  about: 'Telegram is down for an hour (the program’s clock runs faster), then it is back; Zalo works all the while',
  share: 1_500,
  run: (needs) =>
    runOn(channelDown.name, needs, { telegramUpdates: 'webhook', clock: true }, async (stand) => {
      const people = needs.people.writing(needs.messages);
      const onZalo = people.filter(({ on }) => on === 'zalo');
      const owedOnZalo = onZalo.reduce((sum, { expected }) => sum + expected.length, 0);
      // They write through the web hook, which works: it is we who cannot reach Telegram.
      await stand.telegram.goDown();
      let minutes = 0;
      const clock = async () => {
        for (; minutes < DOWN_MINUTES; minutes += 1) {
          await stand.jump(MINUTE_MS);
          await sleep(PER_MINUTE_MS);
        }
      };
      await Promise.all([stand.write(people), clock()]);
      while (stand.zalo.sent.length < owedOnZalo && minutes < 10 * DOWN_MINUTES) {
        minutes += 1;
        await sleep(PER_MINUTE_MS);
      }
      const figures = {
        minutes_down: DOWN_MINUTES,
        arrived_on_zalo_meanwhile: stand.zalo.sent.length,
        owed_on_zalo: owedOnZalo,
        arrived_on_telegram_meanwhile: stand.telegram.sent.length,
        owed_on_telegram: people.reduce((sum, { expected }) => sum + expected.length, 0) - owedOnZalo,
      };
      await stand.telegram.comeBack();
      await stand.jump(LAST_RETRY_MINUTES * MINUTE_MS);
      const slow = figures.arrived_on_zalo_meanwhile < owedOnZalo;
      return { people, figures, faults: slow ? ['Zalo’s people waited because Telegram was down'] : [] };
    }),
};
