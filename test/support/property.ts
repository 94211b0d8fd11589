import { randomInt } from 'node:crypto';
import fc from 'fast-check';

export { default as fc } from 'fast-check';

/** How many values of each property are tried where its test does not say. */
const USUAL_RUNS = 100;
/** So that a test which nobody touched says today what it said yesterday. */
const USUAL_SEED = 20_261_130;

/** How properties are tried. */
export interface PropertySettings {
  /** From which fast-check draws all values; told by it when a property fails. */
  readonly seed: number;
  /** So many times more values than usual. */
  readonly times: number;
}

/**
 * What `PROPERTY_SEED` (a whole number or `random`) and `PROPERTY_TIMES` (1 or more) ask for.
 *
 * @throws Error where they are anything else.
 */
export function propertySettings(environment: NodeJS.ProcessEnv): PropertySettings {
  const { PROPERTY_SEED: seed = String(USUAL_SEED), PROPERTY_TIMES: times = '1' } = environment;
  if (seed !== 'random' && !/^-?\d{1,10}$/.test(seed)) {
    throw new Error(`PROPERTY_SEED must be a whole number or random, not ${seed}`);
  }
  if (!/^[1-9]\d{0,4}$/.test(times)) throw new Error(`PROPERTY_TIMES must be a whole number from 1, not ${times}`);
  return { seed: seed === 'random' ? randomInt(2 ** 31) : Number(seed), times: Number(times) };
}

/** As fast-check wants it. */
export function parametersOf({ seed, times }: PropertySettings): { readonly numRuns: number; readonly seed: number } {
  return { numRuns: USUAL_RUNS * times, seed };
}

const settings = propertySettings(process.env);
fc.configureGlobal(parametersOf(settings));

/** For a property that is tried more or less often than usual: `{ numRuns: runs(12) }`. */
export function runs(usual: number): number {
  return usual * settings.times;
}
