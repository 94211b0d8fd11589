/** How many turns others had while some work was done. */
export async function turnsDuring<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly turns: number; readonly result: Result }> {
  let turns = 0;
  let ended = false;
  const take = (): void => {
    setImmediate(() => {
      if (ended) return;
      turns += 1;
      take();
    });
  };
  take();
  try {
    const result = await work();
    return { turns, result };
  } finally {
    ended = true;
  }
}
