import { setImmediate as breathe } from 'node:timers/promises';
import fc from 'fast-check';
import { type Breakage, Broken, type Entrance, type OpenEntrance } from './entrance.ts';

/** An input that broke something, as small as it could be made. */
export interface Found {
  readonly how: Breakage;
  readonly what: string;
  /** With this seed and as many inputs the entrance meets it again. */
  readonly seed: number;
  /** The input as fast-check writes it. */
  readonly input: string;
}

export interface EntranceRun {
  readonly entrance: string;
  readonly inputs: number;
  readonly found: readonly Found[];
  /** What took longest, from putting it in until nothing more came of it, whoever else used the machine meanwhile. */
  readonly longestMs: number;
  /** The input on which the process worked longest: milliseconds of processor time, of all its threads. */
  readonly slowest: { readonly cpuMs: number; readonly input: string };
  /** Heap after everything was cleared away, at a tenth of the run and at its end; undefined without `--expose-gc`. */
  readonly heapMb: { readonly first: number; readonly last: number } | undefined;
}

export interface RunOptions {
  readonly inputs: number;
  readonly seed: number;
  /** Called now and then; a caller that is not called for long knows that one input hangs, and with which seed. */
  readonly progress?: ((done: number, seed: number) => void) | undefined;
}

/** After a failure the rest of its batch is not tried; the next one is. */
const BATCH = 250;
/** Longer than anything but a loop that does not end. */
const HANG_MS = 30_000;
/** Making an input smaller is worth so much time. */
const SHRINK_MS = 60_000;
/** Enough to know that something is wrong. */
const MOST_FOUND = 10;

/** Puts many generated inputs into an entrance. Says what broke; throws only when the entrance cannot be opened. */
export async function runEntrance(entrance: Entrance, { inputs, seed, progress }: RunOptions): Promise<EntranceRun> {
  const open = await entrance.open(inputs);
  const unhandled: unknown[] = [];
  const note = (fault: unknown) => void unhandled.push(fault);
  process.on('unhandledRejection', note);
  const found: Found[] = [];
  let slowest: { cpuMs: number; input: unknown } = { cpuMs: 0, input: undefined };
  let longestMs = 0;
  let done = 0;
  let first: number | undefined;
  const put = async (input: unknown): Promise<void> => {
    const began = performance.now();
    const before = process.cpuUsage();
    await within(open.put(input));
    longestMs = Math.max(longestMs, performance.now() - began);
    const { user, system } = process.cpuUsage(before);
    const cpuMs = (user + system) / 1000;
    if (cpuMs > slowest.cpuMs) slowest = { cpuMs, input };
    done += open.countIn?.(input) ?? 1;
    // As between two calls over the network: what waits for its turn gets it, and what is over can be cleared away.
    await breathe();
    if (unhandled.length > 0) throw new Broken('crash', 'a rejection that nobody handled', unhandled.shift());
  };
  try {
    for (let nth = 0; done < inputs && found.length < MOST_FOUND; nth += 1) {
      progress?.(done, seed + nth);
      const runs = Math.ceil(Math.min(BATCH, inputs - done) / (open.together ?? 1));
      found.push(...(await runBatch(open, put, runs, seed + nth)));
      if (first === undefined && done >= inputs / 10) first = await heapMb();
    }
    await open.check().catch((fault: unknown) => found.push(foundIn(fault, seed, 'everything')));
    const last = await heapMb();
    return {
      entrance: entrance.name,
      inputs: done,
      found,
      longestMs: tenths(longestMs),
      slowest: { cpuMs: tenths(slowest.cpuMs), input: written(slowest.input) },
      heapMb: first === undefined || last === undefined ? undefined : { first, last },
    };
  } finally {
    process.off('unhandledRejection', note);
    await open.close();
  }
}

async function runBatch(
  { inputs }: OpenEntrance,
  put: (input: unknown) => Promise<void>,
  numRuns: number,
  seed: number,
): Promise<readonly Found[]> {
  const { failed, counterexample, errorInstance } = await fc.check(fc.asyncProperty(inputs, put), {
    numRuns,
    seed,
    interruptAfterTimeLimit: numRuns * 1_000 + SHRINK_MS,
  });
  if (!failed) return [];
  return [foundIn(errorInstance, seed, counterexample === null ? 'time ran out' : written(counterexample[0]))];
}

function foundIn(fault: unknown, seed: number, input: string): Found {
  const how = fault instanceof Broken ? fault.how : 'crash';
  const cause = fault instanceof Error && fault.cause !== undefined ? ` (${told(fault.cause)})` : '';
  return { how, what: `${told(fault)}${cause}`, seed, input };
}

function tenths(number: number): number {
  return Math.round(number * 10) / 10;
}

function written(input: unknown): string {
  return fc.stringify(input).slice(0, 4_000);
}

function told(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  return fault instanceof Broken ? fault.message : (fault.stack?.split('\n').slice(0, 6).join(' | ') ?? fault.message);
}

async function within(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Broken('hang', `not done after ${HANG_MS / 1000} seconds`)), HANG_MS);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

async function heapMb(): Promise<number | undefined> {
  if (!globalThis.gc) return undefined;
  for (let round = 0; round < 4; round += 1) {
    globalThis.gc();
    await breathe();
  }
  return Math.round((process.memoryUsage().heapUsed / 2 ** 20) * 10) / 10;
}
