import { describe, expect, it } from 'vitest';
import { runUntilStopped } from '../../src/jobs/run-until-stopped.ts';

describe('a loop with much to do', () => {
  it('lets others have their turn between two steps, however quickly each is done', async () => {
    const stopping = new AbortController();
    let steps = 0;
    let atTheirTurn: number | undefined;
    setImmediate(() => {
      atTheirTurn = steps;
    });
    await runUntilStopped(
      {
        step: async () => {
          steps += 1;
          return steps < 1_000;
        },
        rest: async () => stopping.abort(),
        onFault: (fault) => {
          throw fault;
        },
      },
      stopping.signal,
    );
    expect(steps).toBe(1_000);
    expect(atTheirTurn).toBeLessThan(10);
  });
});
