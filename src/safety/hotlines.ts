import type { Danger } from '../base/danger.ts';

/** A number that a person may call. Only numbers that were checked are in `knowledge/hotlines.yaml`. */
export interface Hotline {
  readonly id: string;
  /** As people dial it: `111`, `1900 969 680`. */
  readonly number: string;
  readonly name: string;
  /** When to call it, in a few words. */
  readonly purpose: string;
  /** Hours as told to people; empty when not known, then nothing is said. */
  readonly hours: string;
  readonly cost: string;
  /** The dangers it is for, in the order in which it is named there. */
  readonly dangers: readonly Danger[];
}

/** The numbers for a danger, most urgent first, as listed in the file. */
export function hotlinesFor(danger: Danger, hotlines: readonly Hotline[]): readonly Hotline[] {
  return hotlines.filter(({ dangers }) => dangers.includes(danger));
}
