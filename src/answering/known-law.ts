import type { Day } from '../base/days.ts';
import type { Citation } from '../knowledge/citation.ts';
import { type HeldLaw, NOTHING_HELD } from '../knowledge/held-law.ts';
import type { Instrument } from '../knowledge/instrument.ts';
import type { FoundArticle } from '../search/article-index.ts';
import type { LookUps } from './look-up.ts';

/** The official texts, as far as answering and talking need them: what is held, what it is called, how it is found. */
export interface KnownLaw {
  readonly held: HeldLaw;
  /** Of the library, or of a text that is held. */
  readonly instrument: (code: string) => Instrument | undefined;
  /** Codes of all that `instrument` knows. */
  readonly instruments: () => Iterable<string>;
  /** By the names of the library and of all texts that are held. Absent: those of the library alone. */
  readonly lookUps?: LookUps | undefined;
  /** Articles whose words bind on the day and come near to a question, best first. Absent while no index is there. */
  readonly find?: ((question: string, day: Day) => readonly FoundLaw[]) | undefined;
}

/** An article that a question points to. */
export interface FoundLaw extends Omit<FoundArticle, 'id'> {
  readonly citation: Citation;
}

/** Where no official text is held. */
export const NO_LAW: KnownLaw = { held: NOTHING_HELD, instrument: () => undefined, instruments: () => [] };
