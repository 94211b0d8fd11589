/** Says on standard error why nothing happens for some seconds. */
export function tellLearning(day: string): void {
  process.stderr.write(`Learning the index for ${day}: some seconds, once for each change of the knowledge …\n`);
}
