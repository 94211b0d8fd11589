import { expect, it } from 'vitest';
import { StoreFault } from '../../src/base/store-fault.ts';
import { every, Loops } from '../../src/jobs/loops.ts';
import type { Log } from '../../src/ports/log.ts';

/** Loops beside a database that can be used once `mend` was called. */
function someLoops() {
  const faults: string[] = [];
  const log: Log = { info: () => {}, warn: () => {}, fault: (event) => faults.push(event) };
  const stopping = new AbortController();
  let mend = () => {};
  const mended = new Promise<void>((resolve) => {
    mend = resolve;
  });
  const loops = new Loops({ works: () => mended, stopping: stopping.signal, log });
  return { loops, faults, mend, stop: () => stopping.abort() };
}

it('a loop rests until the database can be used, and another one that needs none goes on', async () => {
  const { loops, mend, stop } = someLoops();
  const done: string[] = [];
  loops.add(
    'answering',
    async () => {
      done.push('answered');
      stop();
    },
    every(60_000),
  );
  loops.always(
    'watching',
    async () => {
      done.push('watched');
      mend();
    },
    every(60_000),
  );
  await loops.ended();
  expect(done).toEqual(['watched', 'answered']);
});

it('trouble of the database is no fault of a loop: the log tells of it elsewhere', async () => {
  const { loops, faults, mend, stop } = someLoops();
  mend();
  let attempts = 0;
  loops.add(
    'answering',
    async () => {
      attempts += 1;
      if (attempts < 3) throw new StoreFault('locked');
      stop();
    },
    every(60_000),
  );
  await loops.ended();
  expect([attempts, faults]).toEqual([3, []]);
});

it('any other fault stands in the log with the name of the loop', async () => {
  const { loops, faults, stop } = someLoops();
  loops.always(
    'watching',
    async () => {
      setImmediate(stop);
      throw new TypeError('hỏng');
    },
    every(60_000),
  );
  await loops.ended();
  expect(faults).toEqual(['watching failed']);
});
