import { setTimeout as sleep } from 'node:timers/promises';
import { type Drill, runOn } from './drill.ts';

const TIMES = 100;
const FEWEST_TIMES = 10;
const LONGEST_CALM_MS = 2_500;

/** An operator, or a server that is short of memory, ends the sessions of the program, whatever they are in the middle of. */
export const sessionsEnded: Drill = {
  name: 'sessions-ended',
  on: 'postgres',
  about:
    'all sessions of the program are ended (`pg_terminate_backend`) at 100 random moments, also within transactions',
  share: 1_500,
  run: (needs) =>
    runOn(sessionsEnded.name, needs, { telegramUpdates: 'webhook' }, async (stand) => {
      const people = needs.people.calm(needs.messages);
      const times = Math.max(FEWEST_TIMES, Math.round(TIMES * needs.size));
      const figures = { times: 0, sessions: 0, in_a_transaction: 0 };
      let writing = true;
      const writers = stand.write(people).finally(() => {
        writing = false;
      });
      while (figures.times < times && (writing || (await stand.unfinished()) !== 0)) {
        await sleep(LONGEST_CALM_MS * needs.random());
        const { ended, inTransaction } = await stand.postgres.endSessions();
        figures.times += 1;
        figures.sessions += ended;
        figures.in_a_transaction += inTransaction;
      }
      await writers;
      return { people, figures };
    }),
};
