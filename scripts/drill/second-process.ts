import { type Drill, runOn } from './drill.ts';
import { inParts } from './people.ts';

const TIMES = 10;
const FEWEST_TIMES = 2;

/** An upgrade without a pause, or an operator who starts the program twice: two processes on one database. */
export const secondProcess: Drill = {
  name: 'second-process',
  on: 'postgres',
  about: 'a second process is started beside the first, which is then stopped or killed, again and again under load',
  share: 1_000,
  run: (needs) =>
    runOn(secondProcess.name, needs, { telegramUpdates: 'webhook' }, async (stand) => {
      const people = needs.people.writing(needs.messages);
      const times = Math.max(FEWEST_TIMES, Math.round(TIMES * needs.size));
      for (const [nth, some] of inParts(people, times).entries()) {
        await Promise.all([stand.write(some), stand.handOver(nth % 2 === 0 ? 'SIGTERM' : 'SIGKILL')]);
      }
      return { people, figures: { handed_over: times } };
    }),
};
