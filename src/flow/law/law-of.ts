import type { FoundLaw, KnownLaw } from '../../answering/known-law.ts';
import type { LookUps } from '../../answering/look-up.ts';
import type { Day } from '../../base/days.ts';
import { type HeldLaw, withQuotedEntries } from '../../knowledge/held-law.ts';
import type { Instrument } from '../../knowledge/instrument.ts';
import type { Library } from '../../knowledge/library.ts';

/**
 * The official texts as answering and talking need them: those that were imported, and those that stand in entries.
 *
 * @param imported What was imported.
 * @param others Instruments that only a text that was imported tells of, by code.
 * @param lookUps By the names of the library and of these.
 * @param find Absent while no index is there.
 */
export function lawOf(
  { entries, instruments }: Library,
  imported: HeldLaw,
  others: ReadonlyMap<string, Instrument>,
  lookUps: LookUps,
  find?: (question: string, day: Day) => readonly FoundLaw[],
): KnownLaw {
  return {
    held: withQuotedEntries(imported, entries),
    instrument: (code) => instruments.get(code) ?? others.get(code),
    instruments: () => [...instruments.keys(), ...others.keys()],
    lookUps,
    find,
  };
}
