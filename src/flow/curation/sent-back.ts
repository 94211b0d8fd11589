import type { AccountId } from '../../base/ids.ts';
import type { RevisionHead } from '../../curation/draft.ts';
import type { Records } from '../../ports/store.ts';

/** Of these, the newest of an author, few have not been gone on with. */
const MOST_LOOKED_AT = 25;

/**
 * What was sent back to an author and nobody has written anew since. A new entry that is sent back stands in no other list,
 * for there is no entry yet to find it at.
 */
export async function sentBackTo(
  author: AccountId,
  { revisions }: Pick<Records, 'revisions'>,
): Promise<readonly RevisionHead[]> {
  const waiting: RevisionHead[] = [];
  for (const rejected of await revisions.list({ state: 'rejected', author }, MOST_LOOKED_AT)) {
    const [newest] = await revisions.list({ entry: rejected.entry }, 1);
    if (newest?.id === rejected.id) waiting.push(rejected);
  }
  return waiting;
}
