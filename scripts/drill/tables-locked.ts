import { setTimeout as sleep } from 'node:timers/promises';
import { type Drill, runOn } from './drill.ts';
import { inParts } from './people.ts';

const LOCKS = 6;
const FEWEST_LOCKS = 3;
/** Longer than the program waits for a lock (2 seconds), shorter, and much longer than a message may be tried anew. */
const HELD_MS = [7_000, 1_500, 25_000];
const BEFORE_MS = 1_500;

/** Somebody else, such as a careless maintenance, holds the tables of messages and talks for themselves. */
export const tablesLocked: Drill = {
  name: 'tables-locked',
  on: 'postgres',
  about:
    'another session holds the tables (`lock table … in access exclusive mode`) for 1.5 to 25 seconds, again and again',
  share: 1_000,
  run: (needs) =>
    runOn(tablesLocked.name, needs, { telegramUpdates: 'polling' }, async (stand) => {
      const times = Math.max(FEWEST_LOCKS, Math.round(LOCKS * needs.size));
      const people = needs.people.calm(needs.messages);
      const figures = { locks: times, locked_seconds: 0 };
      for (const [nth, some] of inParts(people, times).entries()) {
        const [early = [], late = []] = inParts(some, 2);
        const earlyOnes = stand.write(early);
        await sleep(BEFORE_MS * needs.random());
        const letGo = await stand.postgres.lockTables(needs.random() < 0.5 ? 'all' : 'talks');
        const lateOnes = stand.write(late);
        const heldMs = HELD_MS[nth % HELD_MS.length] ?? 0;
        await sleep(heldMs);
        await letGo();
        figures.locked_seconds += heldMs / 1000;
        await Promise.all([earlyOnes, lateOnes]);
      }
      return { people, figures };
    }),
};
