import { randomBytes } from 'node:crypto';

/**
 * Ids that sort in the order in which they were made, within a process to the single id and between processes to the
 * millisecond: `<time, 9 characters><counter, 4><random, 8>` in base 36.
 */
export function idMaker(now: () => Date): () => string {
  let last = 0;
  let counter = 0;
  return () => {
    const time = Math.max(now().getTime(), last);
    counter = time === last ? counter + 1 : 0;
    last = time;
    const random = randomBytes(6).readUIntBE(0, 6).toString(36).padStart(10, '0').slice(-8);
    return time.toString(36).padStart(9, '0') + counter.toString(36).padStart(4, '0') + random;
  };
}
