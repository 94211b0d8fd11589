import { setTimeout as sleep } from 'node:timers/promises';
import { type Drill, runOn } from './drill.ts';
import { inParts } from './people.ts';

const TIMES = 6;
const FEWEST_TIMES = 3;
/** None is left, then fewer than the program would like. */
const LEFT = [0, 3, 1];
const SHORT_MS = 5_000;
const BEFORE_MS = 1_500;

/** Others use up the connections: the server says "too many connections" to the program, and takes its own away. */
export const tooManyConnections: Drill = {
  name: 'too-many-connections',
  on: 'postgres',
  about:
    'the server refuses connections (“too many connections”) for 5 seconds and leaves the program none, three or one',
  share: 1_000,
  run: (needs) =>
    runOn(tooManyConnections.name, needs, { telegramUpdates: 'webhook' }, async (stand) => {
      const times = Math.max(FEWEST_TIMES, Math.round(TIMES * needs.size));
      const people = needs.people.calm(needs.messages);
      const figures = { times_short: times };
      for (const [nth, some] of inParts(people, times).entries()) {
        const [early = [], late = []] = inParts(some, 2);
        const earlyOnes = stand.write(early);
        await sleep(BEFORE_MS * needs.random());
        const free = await stand.postgres.useUpConnections(LEFT[nth % LEFT.length] ?? 0);
        const lateOnes = stand.write(late);
        await sleep(SHORT_MS);
        await free();
        await Promise.all([earlyOnes, lateOnes]);
      }
      return { people, figures };
    }),
};
