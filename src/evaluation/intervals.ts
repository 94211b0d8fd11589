import { type Evaluated, evaluate, type Given, type Labelled, type Measures } from './evaluate.ts';
import { randomFrom } from './fit-ranker.ts';

const ROUNDS = 500;
const SEED = 20_261_129;
const OUTER = 0.025;

/** Lower and upper end of the 95 % interval of a measure. */
export type Intervals = Readonly<Partial<Record<keyof Measures, readonly [number, number]>>>;

/** Bootstrap over the questions: drawn anew with replacement, the same way every time. None where nothing can be counted. */
export function intervals(
  pairs: readonly (readonly [Labelled, Given])[],
  names: readonly (keyof Measures)[],
): Intervals {
  const random = randomFrom(SEED);
  const rounds = Array.from({ length: ROUNDS }, (): Evaluated['overall'] => {
    const drawn = pairs.map(() => pairs[Math.floor(random() * pairs.length)]).filter((pair) => pair !== undefined);
    return evaluate(drawn).overall;
  });
  return Object.fromEntries(
    names.flatMap((name) => {
      const values = rounds
        .map((measures) => measures[name])
        .filter((value) => value !== null)
        .sort((a, b) => a - b);
      const at = (share: number): number => values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 0;
      return values.length === 0 ? [] : [[name, [at(OUTER), at(1 - OUTER)]]];
    }),
  );
}
