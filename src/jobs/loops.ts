import { StoreFault } from '../base/store-fault.ts';
import { Doorbell } from '../flow/doorbell.ts';
import type { Log } from '../ports/log.ts';
import { type Loop, runUntilStopped } from './run-until-stopped.ts';

export interface LoopsNeeds {
  /** Resolves when the database can be used, or when the signal comes. */
  readonly works: (signal: AbortSignal) => Promise<void>;
  /** Comes when the program is to stop. */
  readonly stopping: AbortSignal;
  readonly log: Log;
}

/** One step of a loop. `true`: there may be more to do at once; anything else lets it rest. */
export type Step = (signal: AbortSignal) => Promise<unknown>;

/** Everything that the program does by itself until it stops. */
export class Loops {
  readonly #needs: LoopsNeeds;
  readonly #running: Promise<void>[] = [];

  constructor(needs: LoopsNeeds) {
    this.#needs = needs;
  }

  /**
   * A loop that goes on also while the database cannot be used.
   *
   * @param name Stands in the log when a step fails.
   */
  always(name: string, step: Step, rest: Loop['rest']): void {
    const { log, stopping } = this.#needs;
    this.join(
      runUntilStopped(
        {
          step: async (signal) => (await step(signal)) === true,
          rest,
          onFault: (fault) => log.fault(`${name} failed`, fault),
        },
        stopping,
      ),
    );
  }

  /** A loop that rests while the database cannot be used; the log tells that once, for all of them. */
  add(name: string, step: Step, rest: Loop['rest']): void {
    this.always(
      name,
      async (signal) => {
        await this.#needs.works(signal);
        if (signal.aborted) return false;
        try {
          return await step(signal);
        } catch (fault) {
          if (fault instanceof StoreFault) return true;
          throw fault;
        }
      },
      rest,
    );
  }

  /** Work that ends by itself when the program stops. */
  join(work: Promise<void>): void {
    this.#running.push(work);
  }

  /** Resolves when everything has ended. */
  async ended(): Promise<void> {
    await Promise.all(this.#running);
  }
}

/** The rest of a loop that nobody wakes. */
export function every(ms: number): Loop['rest'] {
  return (signal) => new Doorbell().wait(ms, signal);
}
