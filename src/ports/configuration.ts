import type { AccountId } from '../base/ids.ts';

/** A setting as it was made. */
export interface ConfigurationChange {
  readonly name: string;
  readonly value: unknown;
  /** In the words of the admin; required. */
  readonly reason: string;
  readonly by: AccountId;
  readonly at: Date;
}

/**
 * What admins set in the console: switches, working hours, targets, contacts, texts. Names are `switches`, `working-time`,
 * `targets`, `wording`, `centre/<province>`, `hotline/<id>`; each value has a schema where it is read.
 */
export interface Configuration {
  /** The newest value of each name. */
  all(): Promise<ReadonlyMap<string, unknown>>;
  set(change: ConfigurationChange): Promise<void>;
  /** Newest first. */
  history(name: string): Promise<readonly ConfigurationChange[]>;
}
