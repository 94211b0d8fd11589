import type { Role } from '../../../accounts/account.ts';
import type { StaffMember } from '../../../ports/desk.ts';
import type { ConsoleNeeds } from '../kit/needs.ts';
import type { ConsoleContext } from '../kit/route.ts';

/** What the pages of staff are made of. */
export type DeskPagesNeeds = Pick<
  ConsoleNeeds,
  'store' | 'knowledgeOn' | 'capabilities' | 'now' | 'newId' | 'onOwed' | 'dueAt' | 'centres'
> & {
  /** Of what admins set, the hours in which staff work. */
  readonly live: { readonly current: Pick<ConsoleNeeds['live']['current'], 'workingTime'> };
};

/** Who works on tickets. */
export const STAFF: readonly Role[] = ['staff'];

/** The code itself where no centre is listed. */
export function centreName(province: string, centres: ReturnType<DeskPagesNeeds['centres']>): string {
  return centres.find((centre) => centre.province === province)?.name ?? province;
}

/** Who is signed in, as a member of staff; the guard lets nobody else reach a page that asks. */
export function staffOf(c: ConsoleContext): StaffMember {
  const { id, name, province } = c.get('account');
  if (province === undefined) throw new TypeError('An account of staff has no centre');
  return { id, name, province };
}
