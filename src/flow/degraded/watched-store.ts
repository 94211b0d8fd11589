import { StoreFault, type StoreTrouble } from '../../base/store-fault.ts';
import type { Log } from '../../ports/log.ts';
import type { Records, Store, Writing } from '../../ports/store.ts';
import { Doorbell } from '../doorbell.ts';

export interface WatchedStoreNeeds {
  /**
   * Opens the store and brings its tables up to date. Called again after the file was replaced or damaged, or the server
   * was away.
   *
   * @throws StoreFault when it cannot be opened now; anything else when it never can, such as a wrong key.
   */
  readonly open: () => Promise<Store>;
  /** A cheap look whether what was opened is still there. @throws StoreFault when it is not. */
  readonly look: () => Promise<void>;
  /** Done with the opened store before anybody else uses it, after each opening. */
  readonly onOpened: (store: Store) => Promise<void>;
  /** Closes whatever is open. */
  readonly close: () => Promise<void>;
  /** Told when a trouble is over. */
  readonly onMended: () => void;
  readonly log: Log;
}

/** How often it is looked whether the database is there, and, when it was not, whether it works again. */
const LOOK_EVERY_MS = 1_000;
/** After these the store must be opened again before it is used. */
const CLOSES: ReadonlySet<StoreTrouble> = new Set([
  'unopened',
  'replaced',
  'damaged',
  'disk',
  'not-migrated',
  'refused',
  'unreachable',
  'taken',
]);

/**
 * The store, and whether it works. When it does not, the program is degraded: people are answered from memory
 * (`TellFromMemory`), the loops that need the database rest, and it is tried again every second until it works.
 */
export class WatchedStore implements Store {
  readonly #needs: WatchedStoreNeeds;
  #store: Store | undefined;
  #trouble: StoreTrouble | undefined = 'unopened';
  /** The trouble that the log tells of. */
  #logged: StoreTrouble | undefined;
  #waiting = new Set<() => void>();

  constructor(needs: WatchedStoreNeeds) {
    this.#needs = needs;
  }

  /** What is wrong; `undefined` while it works. */
  get trouble(): StoreTrouble | undefined {
    return this.#trouble;
  }

  async transaction<T>(work: (records: Records) => Promise<T>, how?: Writing): Promise<T> {
    return this.#use((store) => store.transaction(work, how));
  }

  async checkWritable(): Promise<void> {
    await this.#use((store) => store.checkWritable());
  }

  async writeThrough(): Promise<void> {
    await this.#use((store) => store.writeThrough());
  }

  async close(): Promise<void> {
    await this.#needs.close();
  }

  /** Told of trouble that showed elsewhere: somebody waited for the store too long. */
  notice(fault: StoreFault): void {
    if (CLOSES.has(fault.trouble)) this.#store = undefined;
    this.#trouble = fault.trouble;
    // One line for one kind of trouble, however many people and loops run into it.
    if (this.#logged !== undefined) return;
    this.#logged = fault.trouble;
    this.#needs.log.fault('degraded: people are answered from memory', fault.cause ?? fault, {
      trouble: fault.trouble,
    });
  }

  /**
   * Tries once whether the store works, and opens it where it is not open.
   *
   * @returns Whether it works.
   * @throws Whatever is no trouble of the store: it will never open with these settings.
   */
  async mend(): Promise<boolean> {
    try {
      const store = this.#store ?? (await this.#opened());
      this.#store = store;
      await store.checkWritable();
      // It was found out meanwhile that it must be opened again.
      if (this.#store !== store) return false;
    } catch (fault) {
      if (!(fault instanceof StoreFault)) throw fault;
      this.notice(fault);
      return false;
    }
    if (this.#trouble === undefined) return true;
    this.#trouble = undefined;
    for (const wake of this.#waiting) wake();
    if (this.#logged === undefined) return true; // opened at the first attempt
    this.#needs.log.info('no longer degraded', { trouble: this.#logged });
    this.#logged = undefined;
    this.#needs.onMended();
    return true;
  }

  /** For a loop: one look, or one attempt. */
  async watch(): Promise<void> {
    if (this.#trouble === undefined) {
      await this.#needs.look().catch((fault: unknown) => {
        if (!(fault instanceof StoreFault)) throw fault;
        this.notice(fault);
      });
    } else await this.mend();
  }

  /** The rest between two looks of that loop. */
  rest(signal: AbortSignal): Promise<void> {
    return new Doorbell().wait(LOOK_EVERY_MS, signal);
  }

  /** Resolves when the store works, or when the signal comes. */
  async works(signal: AbortSignal): Promise<void> {
    while (this.#trouble !== undefined && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const end = () => {
          this.#waiting.delete(end);
          signal.removeEventListener('abort', end);
          resolve();
        };
        this.#waiting.add(end);
        signal.addEventListener('abort', end);
      });
    }
  }

  async #opened(): Promise<Store> {
    const store = await this.#needs.open();
    await this.#needs.onOpened(store);
    return store;
  }

  async #use<T>(use: (store: Store) => Promise<T>): Promise<T> {
    if (!this.#store) throw new StoreFault(this.#trouble ?? 'unopened');
    try {
      return await use(this.#store);
    } catch (fault) {
      if (fault instanceof StoreFault) this.notice(fault);
      throw fault;
    }
  }
}
