import { expect, it } from 'vitest';
import type { Entrance } from './entrance.ts';
import { runEntrance } from './run-entrance.ts';

/** For each entrance, on every push; `npm run fuzz` puts in many times more. */
const INPUTS = 2_000;
/** The same inputs each time, so that a push fails for what it changes; the runs at night have others. */
const SEED = 1;

/** States that an entrance takes whatever comes. */
export function takesEveryInput(entrance: Entrance): void {
  it(`${entrance.name}: ${INPUTS} generated inputs break nothing`, { timeout: 600_000 }, async () => {
    const { found, inputs } = await runEntrance(entrance, { inputs: INPUTS, seed: SEED });
    expect(found).toEqual([]);
    expect(inputs).toBeGreaterThanOrEqual(INPUTS);
  });
}
