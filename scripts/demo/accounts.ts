import type { Role } from '../../src/accounts/account.ts';
import type { AccountId } from '../../src/base/ids.ts';
import type { Citation } from '../../src/knowledge/citation.ts';
import type { StaffMember } from '../../src/ports/desk.ts';
import type { Passwords } from '../../src/ports/sign-in.ts';
import type { Store } from '../../src/ports/store.ts';
import { CANNED } from './stories.ts';

/** Everybody can read it here: good for invented data on one's own machine and for nothing else. */
export const DEMO_PASSWORD = 'bốn con mèo ngủ trưa';

/** Somebody who works with the demonstration. */
export interface DemoWorker {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly province?: string;
  /** Who it is, for the list that is printed. */
  readonly what: string;
  /** Of the second factor, base32. */
  readonly secret: string;
}

export const WORKERS: readonly DemoWorker[] = [
  {
    login: 'hoa@demo.example',
    name: 'Trần Thị Hoa',
    role: 'staff',
    province: '33',
    what: 'staff of the centre of Hưng Yên',
    secret: 'MRSW23ZNNBXWCLLIMFXGOLLZMVXA',
  },
  {
    login: 'nam@demo.example',
    name: 'Lê Văn Nam',
    role: 'staff',
    province: '33',
    what: 'staff of the centre of Hưng Yên',
    secret: 'MRSW23ZNNZQW2LLIMFXGOLLZMVXA',
  },
  {
    login: 'minh@demo.example',
    name: 'Phạm Thị Minh',
    role: 'staff',
    province: '01',
    what: 'staff of the centre of Hà Nội',
    secret: 'MRSW23ZNNVUW42BNNBQS23TPNEWQ',
  },
  {
    login: 'bien-soan@demo.example',
    name: 'Vũ Thị Lan',
    role: 'curator',
    what: 'curator',
    secret: 'MRSW23ZNMJUWK3RNONXWC3RNNRQW',
  },
  {
    login: 'duyet@demo.example',
    name: 'Đỗ Văn Sơn',
    role: 'reviewer',
    what: 'reviewer',
    secret: 'MRSW23ZNMR2XSZLUFVZW63RNOZQW',
  },
  {
    login: 'quan-tri@demo.example',
    name: 'Ngô Thị Hạnh',
    role: 'admin',
    what: 'admin',
    secret: 'MRSW23ZNOF2WC3RNORZGSLLIMFXG',
  },
];

/** Makes the accounts and marks the database as a demonstration. @returns The staff among them. */
export async function demoAccounts(store: Store, passwords: Passwords, at: Date): Promise<readonly StaffMember[]> {
  const passwordHash = await passwords.hash(DEMO_PASSWORD);
  return store.transaction(async ({ accounts, configuration, cannedReplies }) => {
    const staff: StaffMember[] = [];
    let admin: AccountId | undefined;
    for (const { login, name, role, province, secret } of WORKERS) {
      const account = {
        login,
        name,
        role,
        province,
        language: 'vi',
        passwordHash,
        totpSecret: secret,
        totpLastStep: 0,
        by: undefined,
        at,
      } as const;
      const id = await accounts.add(account);
      if (id !== undefined && role === 'staff' && province !== undefined) staff.push({ id, name, province });
      if (id !== undefined && role === 'admin') admin = id;
    }
    const [first] = staff;
    for (const reply of first ? CANNED : []) {
      await cannedReplies.save({
        ...reply,
        citations: reply.citations as readonly string[] as readonly Citation[],
        province: first?.province,
        changedBy: first?.id as AccountId,
        changedAt: at,
      });
    }
    if (admin) await configuration.set({ name: 'demo', value: true, reason: 'npm run demo', by: admin, at });
    return staff;
  });
}
