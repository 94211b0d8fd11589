import type { Account } from '../../accounts/account.ts';
import type { LinkedGroup, Store } from '../../ports/store.ts';
import type { ProvinceCode } from '../../referral/legal-aid-centre.ts';
import { LINK_CODE_BYTES, linkCode } from '../../referral/link-code.ts';

/** How long a code is good for that is shown on a page. */
const CODE_MINUTES = 60;
/** Under this name the reasons are kept for which groups were linked and unlinked. */
export const GROUPS_HISTORY = 'groups';

/** What was done to a group, as it is kept. */
export interface GroupChange {
  readonly did: 'code-made' | 'unlinked';
  /** Or the admins' own. */
  readonly province: ProvinceCode;
}

export interface LinkNeeds {
  readonly store: Store;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly now: () => Date;
}

interface Asked {
  /** Why, in the words of the admin. */
  readonly reason: string;
  readonly by: Account;
}

/**
 * A code with which a group is linked once. Only its hash is kept: it is shown once.
 *
 * @param province Or `ADMIN_GROUPS`.
 */
export async function makeLinkCode(
  { province, reason, by }: Asked & { readonly province: ProvinceCode },
  { store, randomBytes, now }: LinkNeeds,
): Promise<{ readonly code: string; readonly validUntil: Date }> {
  const code = linkCode(randomBytes(LINK_CODE_BYTES));
  const at = now();
  const validUntil = new Date(at.getTime() + CODE_MINUTES * 60_000);
  await store.transaction(async ({ staffGroups, configuration, audit }) => {
    await staffGroups.addLinkCode(code, province, validUntil);
    const value: GroupChange = { did: 'code-made', province };
    await configuration.set({ name: GROUPS_HISTORY, value, reason, by: by.id, at });
    await audit.add({ at, by: by.id, role: by.role, action: 'link-code-made', object: `group/${province}`, province });
  });
  return { code, validUntil };
}

/** From now on nothing is posted there, and nobody answers from there. @returns `undefined` when it was unlinked before. */
export async function unlinkGroup(
  { id, reason, by }: Asked & { readonly id: string },
  { store, now }: Pick<LinkNeeds, 'store' | 'now'>,
): Promise<LinkedGroup | undefined> {
  const at = now();
  return store.transaction(async ({ staffGroups, configuration, audit }) => {
    const group = await staffGroups.unlinkById(id);
    if (!group) return undefined;
    const { province } = group;
    const value: GroupChange = { did: 'unlinked', province };
    await configuration.set({ name: GROUPS_HISTORY, value, reason, by: by.id, at });
    await audit.add({ at, by: by.id, role: by.role, action: 'group-unlinked', object: `group/${province}`, province });
    return group;
  });
}
