import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { sqliteIn } from './database.ts';
import { type Drill, runOn } from './drill.ts';
import { inParts } from './people.ts';

const LOCKS = 6;
const FEWEST_LOCKS = 2;
/** Longer than the program waits for a lock (2 seconds), and as long. */
const HELD_MS = [7_000, 2_000, 12_000];
const BEFORE_MS = 1_500;
const OTHER_WAITS_MS = 10_000;

/** Another process, such as a careless backup, holds the database for itself, again and again. */
export const databaseLocked: Drill = {
  name: 'database-locked',
  on: 'sqlite',
  about: 'another process holds the database (`begin exclusive`) for 2 to 12 seconds, again and again',
  share: 3_000,
  run: (needs) =>
    runOn(databaseLocked.name, needs, { telegramUpdates: 'polling' }, async (stand) => {
      const times = Math.max(FEWEST_LOCKS, Math.round(LOCKS * needs.size));
      const people = needs.people.calm(needs.messages);
      const figures = { locks: times, locked_seconds: 0 };
      const other = new Database(sqliteIn(stand.folder).file, { timeout: OTHER_WAITS_MS });
      try {
        for (const [nth, some] of inParts(people, times).entries()) {
          const [early = [], late = []] = inParts(some, 2);
          const earlyOnes = stand.write(early);
          await sleep(BEFORE_MS * needs.random());
          const heldMs = HELD_MS[nth % HELD_MS.length] ?? 0;
          other.exec('begin exclusive');
          const lateOnes = stand.write(late);
          await sleep(heldMs);
          other.exec('commit');
          figures.locked_seconds += heldMs / 1000;
          await Promise.all([earlyOnes, lateOnes]);
        }
      } finally {
        other.close();
      }
      return { people, figures };
    }),
};
