import { z } from 'zod';
import { type Day, isDay } from '../base/days.ts';
import type { Hotline } from '../safety/hotlines.ts';

/** What an admin set in front of a row of `knowledge/hotlines.yaml`. */
export interface HotlineChange {
  readonly number: string;
  readonly name: string;
  readonly hours: string;
  readonly cost: string;
  /** Not shown any more: nobody answers there. */
  readonly off: boolean;
  /** Where it was checked. */
  readonly source: string;
  readonly verifiedOn: Day;
}

export const StoredHotline = z.object({
  number: z.string().regex(/^\+?\d(?: ?\d){2,14}$/),
  name: z.string().min(1),
  hours: z.string(),
  cost: z.string(),
  off: z.boolean(),
  source: z.string().min(1),
  verifiedOn: z.string().refine(isDay),
});

/**
 * Numbers that nobody can hide or change here: the emergency numbers, and the line of the Ministry of Justice, which stands
 * in the texts of the bot and of the knowledge base as well. They change with a release.
 */
export const FIXED_NUMBERS: readonly string[] = ['113', '114', '115', '111', '1800 1233'];

export function isFixed({ number }: Pick<Hotline, 'number'>): boolean {
  return FIXED_NUMBERS.includes(number);
}

/** The hotlines as they are shown: rows of the file with what was changed, without those that are off. */
export function withHotlineChanges(
  hotlines: readonly Hotline[],
  changes: ReadonlyMap<string, HotlineChange>,
): readonly Hotline[] {
  return hotlines.flatMap((hotline) => {
    const change = isFixed(hotline) ? undefined : changes.get(hotline.id);
    if (!change) return [hotline];
    const { off, number, name, hours, cost } = change;
    return off ? [] : [{ ...hotline, number, name, hours, cost }];
  });
}
