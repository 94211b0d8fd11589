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

export interface KeptConfigurationChange extends ConfigurationChange {
  readonly id: string;
}

/**
 * What admins set in the console: switches, working hours, targets, contacts, texts. Names are `switches`, `working-time`,
 * `targets`, `wording`, `centre/<province>`, `hotline/<id>`; each value has a schema where it is read.
 */
export interface Configuration {
  /** The newest value of each name. One that is damaged comes as the text that is stored. */
  all(): Promise<ReadonlyMap<string, unknown>>;
  set(change: ConfigurationChange): Promise<void>;
  /** Newest first. */
  history(name: string, limit?: number): Promise<readonly KeptConfigurationChange[]>;
  /** Id of the newest change of a name, or of all: another one means that something was set since. */
  latest(name?: string): Promise<string | undefined>;
}
