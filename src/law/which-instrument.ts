import type { Day } from '../base/days.ts';
import type { StatedChange } from './stated.ts';

/** An instrument as laws may name it. */
export interface NamedInstrument {
  readonly code: string;
  /** Folded, without number (`foldedName`). */
  readonly name: string;
  readonly number: string | undefined;
  readonly adoptedOn: Day | undefined;
}

/**
 * Which instrument a law means by a name, with or without a number.
 *
 * @param adoptedOn The day on which the law that names it was passed: it cannot mean a later one.
 * @returns Its code; `undefined` where it is not known, or could be several.
 */
export function instrumentMeant(
  { name, number }: Pick<StatedChange, 'name' | 'number'>,
  adoptedOn: Day | undefined,
  known: readonly NamedInstrument[],
): string | undefined {
  if (number !== undefined) return known.find((one) => one.number === number)?.code;
  const named = known.filter((one) => one.name === name);
  if (new Set(named.map(({ code }) => code)).size <= 1) return named[0]?.code;
  const dated = named.filter((one) => one.adoptedOn !== undefined);
  if (adoptedOn === undefined || dated.length < named.length) return undefined;
  const earlier = dated.filter((one) => (one.adoptedOn ?? '') < adoptedOn);
  return earlier.sort((a, b) => ((a.adoptedOn ?? '') < (b.adoptedOn ?? '') ? 1 : -1))[0]?.code;
}
