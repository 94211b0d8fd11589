import { setTimeout as sleep } from 'node:timers/promises';
import { badWeather } from './bad-weather.ts';
import { type Drill, runOn } from './drill.ts';

const HOUR_MS = 60 * 60_000;
/** So much later nothing may still wait because of the clock. */
const SOON_MS = 90_000;
const PAGE = '<html>502</html>';

/** The clock is a day ahead at once, and then two hours back, while messages wait; then the program is started again. */
export const clockJump: Drill = {
  name: 'clock-jump',
  about: 'the clock jumps a day ahead and two hours back while messages wait; after that the program is started again',
  share: 3_000,
  run: (needs) =>
    runOn(clockJump.name, needs, { telegramUpdates: 'webhook', clock: true }, async (stand) => {
      const people = needs.people.writing(needs.messages);
      // Some sends fail, so that at each jump messages wait for their next try.
      const sky = badWeather([{ share: 0.2, trouble: { status: 502, body: PAGE } }], needs.random);
      stand.fails({ telegram: sky.rule, zalo: sky.rule });
      const third = Math.floor(people.length / 3);
      const [before, between, after] = [
        people.slice(0, third),
        people.slice(third, 2 * third),
        people.slice(2 * third),
      ];
      const figures = { waiting_at_jump_ahead: 0, waiting_at_jump_back: 0, seconds_until_nothing_waited: 0 };

      await stand.write(before);
      figures.waiting_at_jump_ahead = (await stand.unfinished()) ?? -1;
      await stand.jump(24 * HOUR_MS);
      await stand.write(between);
      figures.waiting_at_jump_back = (await stand.unfinished()) ?? -1;
      await stand.jump(-2 * HOUR_MS);
      const began = performance.now();
      // The same people go on while the clock stands before what it showed them last.
      await stand.write(after.slice(0, third / 2));
      stand.fails({});
      const soon = await stand.settled(SOON_MS);
      figures.seconds_until_nothing_waited = Math.round((performance.now() - began) / 1000);

      // What waits over a restart is older by its id, and younger by the clock.
      stand.fails({ telegram: down, zalo: down });
      const last = after.slice(third / 2);
      const firstHalf = last.map((person) => ({ ...person, texts: person.texts.slice(0, 2) }));
      const secondHalf = last.map((person) => ({ ...person, texts: person.texts.slice(2) }));
      await stand.write(firstHalf);
      await stand.jump(-2 * HOUR_MS);
      await stand.whileStopped(async () => {});
      await stand.write(secondHalf);
      stand.fails({});
      await sleep(1_000);
      return {
        people,
        figures,
        faults: soon ? [] : [`messages still waited ${SOON_MS / 1000} seconds after the jump`],
      };
    }),
};

const down = ({ method }: { readonly method: string }) =>
  method === 'sendMessage' ? ({ status: 502, body: PAGE } as const) : undefined;
