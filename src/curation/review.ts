import type { Account, Role } from '../accounts/account.ts';
import type { RevisionHead, RevisionState } from './draft.ts';

export type Act = 'save' | 'submit' | 'discard' | 'publish' | 'reject';

/** Why somebody may not do something with a revision. */
export type Refusal =
  /** Only who wrote it may go on writing. */
  | 'not-author'
  /** Nobody publishes or rejects what they wrote themselves. */
  | 'own-work'
  /** The role has no part in this. */
  | 'role'
  /** Somebody was faster, or it is too early. */
  | 'state';

interface Rule {
  readonly roles: readonly Role[];
  readonly who: 'author' | 'another';
  readonly from: readonly RevisionState[];
}

const WRITERS: readonly Role[] = ['curator', 'reviewer'];
const RULES: Readonly<Record<Act, Rule>> = {
  save: { roles: WRITERS, who: 'author', from: ['draft'] },
  submit: { roles: WRITERS, who: 'author', from: ['draft'] },
  discard: { roles: WRITERS, who: 'author', from: ['draft', 'in-review'] },
  publish: { roles: ['reviewer'], who: 'another', from: ['in-review'] },
  reject: { roles: ['reviewer'], who: 'another', from: ['in-review'] },
};

/** May this role begin a revision? */
export function mayWrite({ role }: Pick<Account, 'role'>): boolean {
  return WRITERS.includes(role);
}

/** May this role put an entry live or take it back? */
export function mayPublish({ role }: Pick<Account, 'role'>): boolean {
  return RULES.publish.roles.includes(role);
}

/**
 * Four eyes: the author writes and submits, another person who is a reviewer publishes or rejects.
 *
 * @returns Why not; undefined where they may.
 */
export function refusal(
  act: Act,
  { author, state }: Pick<RevisionHead, 'author' | 'state'>,
  by: Pick<Account, 'id' | 'role'>,
): Refusal | undefined {
  const { roles, who, from } = RULES[act];
  if (!roles.includes(by.role)) return 'role';
  if (who === 'author' && author !== by.id) return 'not-author';
  if (who === 'another' && author === by.id) return 'own-work';
  return from.includes(state) ? undefined : 'state';
}
