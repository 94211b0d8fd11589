import type { Log } from '../../ports/log.ts';
import type { Store } from '../../ports/store.ts';
import {
  type ServiceSettings,
  type StoredFault,
  settingsFrom,
  USUAL_SETTINGS,
} from '../../service/service-settings.ts';

/** What admins set, as it is now. Read again when something was set: here at once, elsewhere within seconds. */
export class LiveSettings {
  readonly #store: Store;
  readonly #log: Log;
  #current: ServiceSettings = USUAL_SETTINGS;
  #faults: readonly StoredFault[] = [];
  /** Id of the newest change that was read. */
  #read: string | undefined;

  constructor({ store, log }: { readonly store: Store; readonly log: Log }) {
    this.#store = store;
    this.#log = log;
  }

  get current(): ServiceSettings {
    return this.#current;
  }

  /** What is stored and cannot be read. */
  get faults(): readonly StoredFault[] {
    return this.#faults;
  }

  /** Looks whether something was set since the last look. @returns `true` when it was. */
  async refresh(): Promise<boolean> {
    const changed = await this.#store.transaction(async ({ configuration }) => {
      const latest = await configuration.latest();
      return latest === this.#read ? undefined : { latest, stored: await configuration.all() };
    });
    if (!changed) return false;
    const { settings, faults } = settingsFrom(changed.stored);
    for (const { name } of faults) this.#log.warn('a setting cannot be read; the usual one holds', { name });
    this.#log.info('settings read', { faults: faults.length });
    this.#current = settings;
    this.#faults = faults;
    this.#read = changed.latest;
    return true;
  }
}
