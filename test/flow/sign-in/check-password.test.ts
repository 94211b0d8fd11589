import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AccountId } from '../../../src/base/ids.ts';
import { type CheckPasswordNeeds, checkPassword } from '../../../src/flow/sign-in/check-password.ts';
import { Argon2Passwords } from '../../../src/sign-in/argon2-passwords.ts';
import { MemoryLockOut } from '../../../src/sign-in/memory-lock-out.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { openDatabase } from '../../../src/store/open.ts';
import { SqlStore } from '../../../src/store/sql-store.ts';
import { Vault } from '../../../src/store/vault.ts';
import { countingIds } from '../../store/counting-ids.ts';

const NOW = new Date('2026-11-21T02:00:00.000Z');
const PASSWORD = 'bốn con mèo ngủ trưa';
const FROM = { address: '203.0.113.7', device: 'Chrome, Windows', knownDevice: () => undefined };
const argon2 = new Argon2Passwords();

let db: ReturnType<typeof openDatabase>;
let store: SqlStore;
let account: AccountId;
/** Whether there was a hash to compare with, for each comparison that was made. */
let compared: boolean[];
let needs: CheckPasswordNeeds;

beforeEach(async () => {
  db = openDatabase('file::memory:');
  await migrate(db);
  store = new SqlStore(db, new Vault(Buffer.alloc(32, 'khoá để thử')), countingIds());
  compared = [];
  needs = {
    store,
    passwords: {
      hash: (password) => argon2.hash(password),
      matches: (password, hash) => {
        compared.push(hash !== undefined);
        return argon2.matches(password, hash);
      },
    },
    lockOut: new MemoryLockOut(),
    newToken: countingIds(),
    now: () => NOW,
  };
  const passwordHash = await argon2.hash(PASSWORD);
  const added = await store.transaction(({ accounts }) =>
    accounts.add({
      login: 'hoa@trogiup.example',
      name: 'Hoa',
      role: 'curator',
      province: undefined,
      language: 'vi',
      passwordHash,
      totpSecret: 'GEZDGNBVGY3TQOJQ',
      totpLastStep: 0,
      by: undefined,
      at: NOW,
    }),
  );
  if (added === undefined) throw new Error('not added');
  account = added;
});
afterEach(() => db.destroy());

it('does for a login that nobody has all that it does for a wrong password: one comparison, one line', async () => {
  const work: unknown[] = [];
  for (const login of ['hoa@trogiup.example', 'khong-ai@trogiup.example']) {
    compared = [];
    const before = await store.transaction(({ audit }) => audit.count());
    const result = await checkPassword({ login, password: 'sai rồi nhé bạn' }, FROM, needs);
    const lines = (await store.transaction(({ audit }) => audit.count())) - before;
    work.push({ result, comparisons: compared.length, lines });
  }
  expect(work[0]).toEqual({ result: { kind: 'refused' }, comparisons: 1, lines: 1 });
  expect(work[1]).toEqual(work[0]);
});

it('writes down whose account was tried, and neither login nor password', async () => {
  for (const login of ['hoa@trogiup.example', 'khong-ai@trogiup.example']) {
    await checkPassword({ login, password: 'sai rồi nhé bạn' }, FROM, needs);
  }
  const lines = await store.transaction(({ audit }) => audit.find({ action: 'sign-in-refused' }, 9));
  expect(lines.map(({ object }) => object)).toEqual(['account/unknown', `account/${account}`]);
  expect(JSON.stringify(lines)).not.toMatch(/trogiup|sai rồi/);
});

it('takes no password that was changed while it was compared', async () => {
  const next = await argon2.hash('năm con mèo ngủ trưa');
  const changing: CheckPasswordNeeds = {
    ...needs,
    passwords: {
      hash: (password) => argon2.hash(password),
      async matches(password, hash) {
        const isRight = await argon2.matches(password, hash);
        await store.transaction(({ accounts }) => accounts.setPassword(account, next));
        return isRight;
      },
    },
  };
  const result = await checkPassword({ login: 'hoa@trogiup.example', password: PASSWORD }, FROM, changing);
  expect(result).toEqual({ kind: 'refused' });
});
