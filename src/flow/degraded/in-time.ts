import { StoreFault } from '../../base/store-fault.ts';

/** How long the database may take while a person waits. With what follows they read something within two seconds. */
const PATIENCE_MS = 1_200;

/**
 * Gives the database as long as a person can wait.
 *
 * @param work Its signal comes when that time is over: what is not committed by then must not be, for the person is told
 *   that it was not kept.
 * @throws StoreFault `slow` when it took too long.
 */
export async function inTime<T>(work: (late: AbortSignal) => Promise<T>): Promise<T> {
  const late = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const fault = new StoreFault('slow');
      late.abort(fault);
      reject(fault);
    }, PATIENCE_MS);
  });
  try {
    return await Promise.race([work(late.signal), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
