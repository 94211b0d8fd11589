import { setImmediate as others, setTimeout as sleep } from 'node:timers/promises';

export interface Loop {
  /** One step of work. @returns `false` when there was nothing to do, so that the loop rests. */
  readonly step: (signal: AbortSignal) => Promise<boolean>;
  /** The rest after an empty step; may end early. */
  readonly rest: (signal: AbortSignal) => Promise<void>;
  readonly onFault: (fault: unknown) => void;
}

/** Rest after the first fault; it doubles with each one that follows, so that nothing broken is hammered. */
const AFTER_FAULT_MS = 1_000;
const LONGEST_REST_MS = 60_000;

/** Repeats a step until the signal comes. A fault is reported and the loop goes on after a rest. */
export async function runUntilStopped({ step, rest, onFault }: Loop, signal: AbortSignal): Promise<void> {
  let faults = 0;
  while (!signal.aborted) {
    try {
      const worked = await step(signal);
      faults = 0;
      // SQLite answers without giving anybody else a turn: a long queue would keep the network waiting until its end.
      if (worked) await others();
      else await rest(signal);
    } catch (fault) {
      if (signal.aborted) return;
      onFault(fault);
      const restMs = Math.min(LONGEST_REST_MS, AFTER_FAULT_MS * 2 ** faults);
      faults += 1;
      await sleep(restMs, undefined, { signal }).catch(() => {});
    }
  }
}
