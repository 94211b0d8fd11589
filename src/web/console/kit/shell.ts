import type { Account, Language } from '../../../accounts/account.ts';

/** What the frame of a page shows besides the page itself. */
export interface Shell {
  readonly language: Language;
  /** Undefined before signing in. */
  readonly account: Account | undefined;
  /** Name of the centre of a member of staff. */
  readonly centre: string | undefined;
  /** Numbers beside the ways in the navigation, by path: what waits there. */
  readonly waiting: ReadonlyMap<string, number>;
  /** What everybody must know now: a switch is on, data are a demonstration. */
  readonly banners: readonly string[];
  /** Path and query of the page itself, for the switch of languages. */
  readonly here: string;
}
