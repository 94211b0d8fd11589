import { describe, expect, it } from 'vitest';
import { fc } from '../support/property.ts';
import { Broken, type Entrance } from './entrance.ts';
import { hostileText, MARK } from './hostile-text.ts';
import { runEntrance } from './run-entrance.ts';

const entranceWhere = (
  put: (text: string) => Promise<void>,
  check: () => Promise<void> = async () => {},
): Entrance => ({
  name: 'thu',
  about: 'an entrance with a fault',
  open: async () => ({ inputs: hostileText(), put, check, close: async () => {} }),
});
const run = (entrance: Entrance) => runEntrance(entrance, { inputs: 500, seed: 1 });

describe('a fault behind an entrance is found', () => {
  it('with a small input that shows it', async () => {
    const { found } = await run(
      entranceWhere(async (text) => {
        if (text.includes('\u202e')) throw new RangeError('turned around');
      }),
    );
    expect(found[0]).toMatchObject({ how: 'crash', seed: 1, what: expect.stringContaining('turned around') });
    expect(found[0]?.input.length).toBeLessThan(400);
  });

  it('where something is broken only afterwards', async () => {
    const { found, inputs } = await run(
      entranceWhere(
        async () => {},
        async () => {
          throw new Broken('inconsistent', 'a row without its table');
        },
      ),
    );
    expect(inputs).toBe(500);
    expect(found).toMatchObject([{ how: 'inconsistent' }]);
  });
});

it('inputs carry the mark by which a leak is seen', () => {
  expect(fc.sample(hostileText(), 2_000).filter((text) => text.includes(MARK)).length).toBeGreaterThan(20);
});
