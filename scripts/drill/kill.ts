import { setTimeout as sleep } from 'node:timers/promises';
import { type Drill, runOn } from './drill.ts';
import type { Stand } from './stand.ts';

const KILLS = 100;
const FEWEST_KILLS = 5;
/** From a send that is under way, up to here: any step of the work. */
const FURTHEST_MS = 60;
/** One kill of so many comes while the program is starting. */
const ONE_AT_START_OF = 10;
const START_MS = 1_500;
/** The last kills come while there is still something to do. */
const UNTIL = 0.95;

/** SIGKILL at random moments under load. Telegram is polled, Zalo posts. */
export const kill: Drill = {
  name: 'kill',
  about: 'SIGKILL at 100 random moments under load, one in ten of them while the program is starting',
  share: 15_000,
  run: (needs) =>
    runOn(kill.name, needs, { telegramUpdates: 'polling' }, async (stand) => {
      const { random, progress } = needs;
      const people = needs.people.writing(needs.messages);
      const owed = people.reduce((sum, { expected }) => sum + expected.length, 0);
      const kills = Math.max(FEWEST_KILLS, Math.round(KILLS * needs.size));
      const figures = { killed_under_load: 0, most_on_the_wire_at_once: 0 };
      const killer = async () => {
        for (let nth = 0; nth < kills; nth += 1) {
          await arrived(stand, Math.floor(((nth + random()) / kills) * owed * UNTIL));
          await sleep(random() * FURTHEST_MS);
          if (((await stand.unfinished()) ?? 1) > 0) figures.killed_under_load += 1;
          await stand.kill();
          if (nth % ONE_AT_START_OF === ONE_AT_START_OF / 2) {
            await sleep(random() * START_MS);
            await stand.kill();
            nth += 1;
          }
          if (nth % 10 === 9) progress(`${nth + 1} of ${kills} kills`);
          await stand.child.address();
        }
      };
      await Promise.all([stand.write(people), killer()]);
      const uncertain = stand.child.log.flatMap((line) => Number(/"uncertain":(\d+)/.exec(line)?.[1] ?? []) || []);
      figures.most_on_the_wire_at_once = Math.max(0, ...uncertain);
      return { people, figures };
    }),
};

async function arrived(stand: Stand, count: number): Promise<void> {
  while (stand.arrived < count) await sleep(1);
}
