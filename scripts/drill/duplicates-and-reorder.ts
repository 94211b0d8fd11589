import { type Drill, runOn } from './drill.ts';

const DUPLICATED = 0.01;
const REORDERED = 0.01;

/** The platforms tell 1 % of messages twice, and 1 % in another order than they were written in. */
export const duplicatesAndReorder: Drill = {
  name: 'duplicates-and-reorder',
  about: '1 % of the updates come twice, 1 % before the one that was written earlier',
  share: 24_000,
  run: (needs) =>
    runOn(duplicatesAndReorder.name, needs, { telegramUpdates: 'polling' }, async (stand) => {
      const { people, random } = needs;
      const figures = { duplicated: 0, reordered_by_platform: 0 };
      // The order that counts is the one in which the platform told it; nobody but the platform knows another.
      const writers = people.writing(needs.messages).map((person) => {
        if (random() >= REORDERED * (person.texts.length - 1)) return person;
        figures.reordered_by_platform += 1;
        const at = Math.floor(random() * (person.texts.length - 2));
        const [first = '', second = ''] = person.texts.slice(at, at + 2);
        return people.reading({ ...person, texts: person.texts.with(at, second).with(at + 1, first) });
      });
      const again: (() => Promise<void>)[] = [];
      await stand.write(writers, async (person, update) => {
        await stand.send(person, update);
        if (random() < DUPLICATED) {
          figures.duplicated += 1;
          // At once, or when much else has come since.
          if (random() < 0.5) await stand.send(person, update);
          else again.push(() => stand.send(person, update));
        }
        if (again.length > 20) await again.shift()?.();
      });
      for (const late of again) await late();
      return { people: writers, figures };
    }),
};
