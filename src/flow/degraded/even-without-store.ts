import { StoreFault } from '../../base/store-fault.ts';

/** Looks something up that the program can begin without: when the database cannot be used, it is looked up later. */
export async function evenWithoutStore(look: () => Promise<unknown>): Promise<void> {
  try {
    await look();
  } catch (fault) {
    if (!(fault instanceof StoreFault)) throw fault;
  }
}
