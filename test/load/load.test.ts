import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomFrom } from '../../emulators/random-from.ts';
import { burst } from '../../scripts/load/burst.ts';
import { Stage } from '../../scripts/load/stage.ts';
import { steady } from '../../scripts/load/steady.ts';

const MINUTE_MS = 60_000;
const quietly = () => {};

/** A few seconds of `npm run load`: how fast it is depends on the machine, what arrives does not. */
describe('the program under load', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
  }, 2 * MINUTE_MS);
  afterAll(() => stage?.close());

  it(
    'answers people of all channels, loses and doubles nothing, and provokes no refusal',
    async () => {
      const rates = { telegram: 4, zalo: 3, web: 3 };
      const result = await steady({ stage, rates, seconds: 4, random: randomFrom(7), progress: quietly });
      expect(result).toMatchObject({ lost: 0, doubled: 0, refused: 0, failed: 0, queuedAtEnd: 0 });
      expect(result.received).toBeGreaterThan(20);
      for (const on of ['telegram', 'zalo', 'web'] as const) {
        expect(result.latency[on].messages).toBeGreaterThan(0);
        expect(result.latency[on].p50Ms).toBeGreaterThan(0);
      }
      expect(result.charts.map(({ name }) => name)).toEqual(['memory', 'latency']);
    },
    2 * MINUTE_MS,
  );

  it(
    'answers far more at once than the messengers take, in order',
    async () => {
      const perSecond = { telegram: 25, zalo: 20 };
      const needs = { stage, messages: 60, seconds: 1, perSecond, random: randomFrom(7), progress: quietly };
      const result = await burst(needs);
      expect(result).toMatchObject({
        received: 60,
        lost: 0,
        doubled: 0,
        reordered: 0,
        refused: 0,
        failed: 0,
        queuedAtEnd: 0,
      });
      expect(result.replies).toBeGreaterThan(60);
      expect(result.drainedS).toBeGreaterThanOrEqual(result.leastS);
    },
    3 * MINUTE_MS,
  );
});
