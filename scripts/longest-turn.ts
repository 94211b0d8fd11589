/** What a piece of work cost those who had to wait for it. */
export interface Turns {
  /** The most that was done in one go, while nobody else had a turn, in milliseconds of the processor. */
  readonly longestMs: number;
  /** From beginning to end, by the clock. */
  readonly tookMs: number;
}

/**
 * Does some work and looks how long others had to wait for their turn. Counted in time of the processor, so that what else
 * runs on the machine does not count.
 */
export async function longestTurn(work: () => Promise<unknown>): Promise<Turns> {
  let longest = 0;
  let ended = false;
  const look = (): void => {
    const from = process.cpuUsage();
    setImmediate(() => {
      const { user, system } = process.cpuUsage(from);
      longest = Math.max(longest, (user + system) / 1000);
      if (!ended) look();
    });
  };
  look();
  const began = performance.now();
  await work();
  const tookMs = performance.now() - began;
  ended = true;
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  return { longestMs: Math.round(longest), tookMs: Math.round(tookMs) };
}
