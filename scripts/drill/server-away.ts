import { setTimeout as sleep } from 'node:timers/promises';
import { type Drill, runOn } from './drill.ts';
import { inParts } from './people.ts';

const TIMES = 6;
const FEWEST_TIMES = 3;
const AWAY_MS = [7_000, 1_000, 12_000];
const BEFORE_MS = 1_500;

/** The server is restarted, or the network to it is cut: connections break in the middle, new ones are refused. */
export const serverAway: Drill = {
  name: 'server-away',
  on: 'postgres',
  about: 'connections to the server are cut and new ones refused for 1 to 12 seconds, again and again',
  share: 1_500,
  run: (needs) =>
    runOn(serverAway.name, needs, { telegramUpdates: 'polling' }, async (stand) => {
      const times = Math.max(FEWEST_TIMES, Math.round(TIMES * needs.size));
      const people = needs.people.calm(needs.messages);
      const figures = { times_away: times, seconds_away: 0 };
      for (const [nth, some] of inParts(people, times).entries()) {
        const [early = [], late = []] = inParts(some, 2);
        const earlyOnes = stand.write(early);
        await sleep(BEFORE_MS * needs.random());
        await stand.postgres.goAway();
        const lateOnes = stand.write(late);
        const awayMs = AWAY_MS[nth % AWAY_MS.length] ?? 0;
        await sleep(awayMs);
        await stand.postgres.comeBack();
        figures.seconds_away += awayMs / 1000;
        await Promise.all([earlyOnes, lateOnes]);
      }
      return { people, figures };
    }),
};
