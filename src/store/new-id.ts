import { randomBytes } from 'node:crypto';

const TIME_LENGTH = 9;
const COUNTER_LENGTH = 4;
const MOST_IN_A_MILLISECOND = 36 ** COUNTER_LENGTH;

/** Makes ids. */
export interface IdMaker {
  (): string;
  /** Ids that are made from now on sort behind this one, whatever the clock says. */
  readonly after: (id: string) => void;
}

/**
 * Ids that sort in the order in which they were made, within a process to the single id and between processes to the
 * millisecond: `<time, 9 characters><counter, 4><random, 8>` in base 36. A clock that is set back changes nothing of that:
 * time then stands still here until the clock is where it was.
 */
export function idMaker(now: () => Date): IdMaker {
  let last = 0;
  let counter = 0;
  const newId = () => {
    const time = Math.max(now().getTime(), last);
    counter = time === last ? counter + 1 : 0;
    last = time;
    if (counter === MOST_IN_A_MILLISECOND) {
      last += 1;
      counter = 0;
    }
    const random = randomBytes(6).readUIntBE(0, 6).toString(36).padStart(10, '0').slice(-8);
    return last.toString(36).padStart(TIME_LENGTH, '0') + counter.toString(36).padStart(COUNTER_LENGTH, '0') + random;
  };
  return Object.assign(newId, {
    after(id: string) {
      const made = timeOfId(id);
      if (!(made >= last)) return;
      last = made + 1;
      counter = 0;
    },
  });
}

/** When an id was made, by the clock of then, in milliseconds since 1970; `NaN` for what is no id of ours. */
export function timeOfId(id: string): number {
  return Number.parseInt(id.slice(0, TIME_LENGTH), 36);
}
