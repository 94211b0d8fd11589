import { type Drill, runOn } from './drill.ts';

const MOST_AT_ONCE = 4;

/** The platform loses patience and posts the same update again while the first call is still being served. */
export const webhookRetry: Drill = {
  name: 'webhook-retry',
  about: 'every update is posted two to four times at the same moment',
  share: 6_000,
  run: (needs) =>
    runOn(webhookRetry.name, needs, { telegramUpdates: 'webhook' }, async (stand) => {
      const people = needs.people.writing(needs.messages);
      const figures = { calls: 0 };
      await stand.write(people, async (person, update) => {
        const calls = 2 + Math.floor(needs.random() * (MOST_AT_ONCE - 1));
        figures.calls += calls;
        await Promise.all(Array.from({ length: calls }, () => stand.send(person, update)));
      });
      return { people, figures };
    }),
};
