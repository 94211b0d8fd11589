import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AccountId, InvitationId, SessionId } from '../../src/base/ids.ts';
import type { NewAccount, NewInvitation } from '../../src/ports/accounts.ts';
import type { NewSession } from '../../src/ports/sessions.ts';
import type { Records, Store } from '../../src/ports/store.ts';
import type { OpenStore } from './store-contract.ts';

const NINE = new Date('2026-11-21T02:00:00.000Z'); // nine o'clock in Vietnam
const MINUTE = 60_000;
const later = (minutes: number): Date => new Date(NINE.getTime() + minutes * MINUTE);
const NEVER_IDLE = new Date(0);

function anAccount(login: string, more: Partial<NewAccount> = {}): NewAccount {
  return {
    login,
    name: 'Trần Thị Hoa',
    role: 'staff',
    province: '33',
    language: 'vi',
    passwordHash: '$argon2id$…',
    totpSecret: 'GEZDGNBVGY3TQOJQ',
    totpLastStep: 100,
    by: undefined,
    at: NINE,
    ...more,
  };
}

function anInvitation(token: string, more: Partial<NewInvitation> = {}): NewInvitation {
  return {
    token,
    role: 'staff',
    province: '33',
    note: 'chị Hoa, phòng nghiệp vụ',
    account: undefined,
    by: 'tk-1' as AccountId,
    createdAt: NINE,
    expiresAt: later(60),
    ...more,
  };
}

/** What every store must do with accounts, invitations and sessions. */
export function accountsContract(name: string, open: () => Promise<OpenStore>): void {
  describe(`Accounts in ${name}`, () => {
    let opened: OpenStore;
    let store: Store;
    beforeAll(async () => {
      opened = await open();
      store = opened.store;
    });
    beforeEach(() => opened.empty());
    afterAll(() => opened.close());

    const within = <T>(work: (records: Records) => Promise<T>): Promise<T> => store.transaction(work);
    async function added(login: string, more: Partial<NewAccount> = {}): Promise<AccountId> {
      const id = await within(({ accounts }) => accounts.add(anAccount(login, more)));
      expect(id).toBeDefined();
      return id as AccountId;
    }

    describe('accounts', () => {
      it('are given back as they were added', async () => {
        const id = await added('hoa@trogiup.example');
        const whole = {
          id,
          login: 'hoa@trogiup.example',
          name: 'Trần Thị Hoa',
          role: 'staff',
          province: '33',
          language: 'vi',
          state: 'active',
          createdAt: NINE,
          signedInAt: undefined,
        };
        expect(await within(({ accounts }) => accounts.find(id))).toEqual(whole);
        expect(await within(({ accounts }) => accounts.findByLogin('hoa@trogiup.example'))).toEqual(whole);
        const credentials = {
          account: whole,
          passwordHash: '$argon2id$…',
          totpSecret: 'GEZDGNBVGY3TQOJQ',
          totpLastStep: 100,
        };
        expect(await within(({ accounts }) => accounts.credentials(id))).toEqual(credentials);
        expect(await within(({ accounts }) => accounts.credentialsByLogin('hoa@trogiup.example'))).toEqual(credentials);
      });

      it('have a login each, also when two are added at the same moment', async () => {
        const both = await Promise.all(
          ['Hoa', 'Bình'].map((who) => within(({ accounts }) => accounts.add(anAccount('a@b.example', { name: who })))),
        );
        expect(both.filter((id) => id !== undefined)).toHaveLength(1);
        expect(await within(({ accounts }) => accounts.count())).toBe(1);
      });

      it('that are not there are not found', async () => {
        expect(await within(({ accounts }) => accounts.find('khác' as AccountId))).toBeUndefined();
        expect(await within(({ accounts }) => accounts.findByLogin('a@b.example'))).toBeUndefined();
        expect(await within(({ accounts }) => accounts.credentials('khác' as AccountId))).toBeUndefined();
        expect(await within(({ accounts }) => accounts.credentialsByLogin('a@b.example'))).toBeUndefined();
      });

      it('are listed by role, centre and state, newest first, page by page', async () => {
        const a = await added('a@b.example');
        const b = await added('b@b.example', { role: 'curator', province: undefined });
        const c = await added('c@b.example', { province: '01' });
        await within(({ accounts }) => accounts.setState(c, 'disabled'));
        const ids = (filter: Parameters<Records['accounts']['list']>[0], limit = 9, before?: AccountId) =>
          within(async ({ accounts }) => (await accounts.list(filter, limit, before)).map(({ id }) => id));
        expect(await ids({})).toEqual([c, b, a]);
        expect(await ids({ role: 'staff' })).toEqual([c, a]);
        expect(await ids({ province: '33' })).toEqual([a]);
        expect(await ids({ state: 'active' })).toEqual([b, a]);
        expect(await ids({}, 2)).toEqual([c, b]);
        expect(await ids({}, 2, b)).toEqual([a]);
      });

      it('give their names to pages that tell of them', async () => {
        const a = await added('a@b.example', { name: 'An' });
        const b = await added('b@b.example', { name: 'Bình' });
        const names = await within(({ accounts }) => accounts.names([a, b, a, 'khác' as AccountId]));
        expect([...names].toSorted()).toEqual([
          [a, 'An'],
          [b, 'Bình'],
        ]);
        expect(await within(({ accounts }) => accounts.names([]))).toEqual(new Map());
      });

      it('are changed one at a time', async () => {
        const [a, b] = [await added('a@b.example'), await added('b@b.example')];
        await within(async ({ accounts }) => {
          await accounts.setState(a, 'disabled');
          await accounts.setRole(a, 'curator', undefined);
          await accounts.setLanguage(a, 'en');
          await accounts.markSignedIn(a, later(5));
          await accounts.setPassword(a, 'mới');
          await accounts.setSecondFactor(a, { totpSecret: 'MFRGG', totpLastStep: 7 });
        });
        expect(await within(({ accounts }) => accounts.credentials(a))).toMatchObject({
          account: { role: 'curator', province: undefined, language: 'en', state: 'disabled', signedInAt: later(5) },
          passwordHash: 'mới',
          totpSecret: 'MFRGG',
          totpLastStep: 7,
        });
        expect(await within(({ accounts }) => accounts.credentials(b))).toMatchObject({
          account: { role: 'staff', province: '33', language: 'vi', state: 'active', signedInAt: undefined },
          totpLastStep: 100,
        });
      });

      it('count as admins while they can sign in', async () => {
        await added('a@b.example', { role: 'admin', province: undefined });
        const b = await added('b@b.example', { role: 'admin', province: undefined });
        await added('c@b.example');
        expect(await within(({ accounts }) => accounts.countAdmins())).toBe(2);
        await within(({ accounts }) => accounts.setState(b, 'disabled'));
        expect(await within(({ accounts }) => accounts.countAdmins())).toBe(1);
      });

      it('use the code of a time step once, and none before it', async () => {
        const id = await added('a@b.example');
        const use = (step: number) => within(({ accounts }) => accounts.useStep(id, step));
        expect([await use(100), await use(99), await use(101), await use(101), await use(100), await use(103)]).toEqual(
          [false, false, true, false, false, true],
        );
        const both = await Promise.all([use(104), use(104)]);
        expect(both.filter(Boolean)).toHaveLength(1);
      });

      it('use a recovery code once, and only their own', async () => {
        const [a, b] = [await added('a@b.example'), await added('b@b.example')];
        await within(({ accounts }) => accounts.setRecoveryCodes(a, ['7K3MP-QX2TR', 'AAAAA-BBBBB']));
        const use = (id: AccountId, code: string) =>
          within(({ accounts }) => accounts.useRecoveryCode(id, code, later(1)));
        expect([await use(b, '7K3MP-QX2TR'), await use(a, '7K3MP-QX2TR'), await use(a, '7K3MP-QX2TR')]).toEqual([
          false,
          true,
          false,
        ]);
        expect(await within(({ accounts }) => accounts.countRecoveryCodes(a))).toBe(1);
        await within(({ accounts }) => accounts.setRecoveryCodes(a, ['CCCCC-DDDDD']));
        expect([await use(a, 'AAAAA-BBBBB'), await use(a, 'CCCCC-DDDDD')]).toEqual([false, true]);
      });
    });

    describe('invitations', () => {
      const findOpen = (token: string, at = later(1)) => within(({ invitations }) => invitations.findOpen(token, at));
      const add = (token: string, more: Partial<NewInvitation> = {}) =>
        within(({ invitations }) => invitations.add(anInvitation(token, more)));

      it('are given back as they were made, to who has the token', async () => {
        const id = await add('mã-1');
        const { token: _, ...rest } = anInvitation('mã-1');
        expect(await findOpen('mã-1')).toEqual({ ...rest, id });
        expect(await findOpen('mã-2')).toBeUndefined();
        expect(await findOpen(id)).toBeUndefined();
      });

      it('end at their time', async () => {
        await add('mã-1');
        expect(await findOpen('mã-1', later(59))).toBeDefined();
        expect(await findOpen('mã-1', later(60))).toBeUndefined();
      });

      it('are used once, also at the same moment, and then not withdrawn', async () => {
        const id = await add('mã-1');
        const use = () => within(({ invitations }) => invitations.use(id, later(1)));
        expect((await Promise.all([use(), use()])).filter(Boolean)).toHaveLength(1);
        expect(await within(({ invitations }) => invitations.withdraw(id, later(1)))).toBe(false);
        expect(await findOpen('mã-1')).toBeUndefined();
      });

      it('are withdrawn once, and then not used', async () => {
        const id = await add('mã-1');
        const withdraw = () => within(({ invitations }) => invitations.withdraw(id, later(1)));
        expect([await withdraw(), await withdraw()]).toEqual([true, false]);
        expect(await within(({ invitations }) => invitations.use(id, later(1)))).toBe(false);
        expect(await within(({ invitations }) => invitations.use('khác' as InvitationId, NINE))).toBe(false);
      });

      it('are listed while they are open, newest first', async () => {
        await add('mã-1', { note: 'một' });
        const used = await add('mã-2', { note: 'hai' });
        await add('mã-3', { note: 'ba' });
        await add('mã-4', { note: 'bốn', expiresAt: later(1) });
        await within(({ invitations }) => invitations.use(used, NINE));
        const open = await within(({ invitations }) => invitations.open(later(2)));
        expect(open.map(({ note }) => note)).toEqual(['ba', 'một']);
      });

      it('are withdrawn together: resets of an account, links of an admin, links of the program', async () => {
        const hoa = 'tk-hoa' as AccountId;
        await add('đặt lại', { account: hoa });
        await add('của quản trị khác', { by: 'tk-2' as AccountId });
        await add('đầu tiên', { by: undefined });
        await add('lệnh đặt lại', { by: undefined, account: 'tk-3' as AccountId });
        const open = () =>
          within(async ({ invitations }) => (await invitations.open(NINE)).map(({ account, by }) => [account, by]));
        await within(({ invitations }) => invitations.withdrawResets(hoa, NINE));
        expect(await open()).toEqual([
          ['tk-3', undefined],
          [undefined, undefined],
          [undefined, 'tk-2'],
        ]);
        await within(({ invitations }) => invitations.withdrawFirst(NINE));
        await within(({ invitations }) => invitations.withdrawBy('tk-2' as AccountId, NINE));
        expect(await open()).toEqual([['tk-3', undefined]]);
      });
    });

    describe('sessions', () => {
      let hoa: AccountId;
      let binh: AccountId;
      beforeEach(async () => {
        [hoa, binh] = [await added('hoa@b.example'), await added('binh@b.example')];
      });
      const begin = (token: string, more: Partial<NewSession> = {}) =>
        within(({ sessions }) =>
          sessions.add({
            token,
            account: hoa,
            stage: 'signed-in',
            device: 'Chrome, Windows',
            at: NINE,
            expiresAt: later(12 * 60),
            ...more,
          }),
        );
      const find = (token: string, at = later(1), idleSince = NEVER_IDLE) =>
        within(({ sessions }) => sessions.find(token, 'signed-in', at, idleSince));

      it('are found by their token and by nothing else', async () => {
        const id = await begin('mã-1');
        const whole = { id, account: hoa, device: 'Chrome, Windows', createdAt: NINE, seenAt: NINE };
        expect(await find('mã-1')).toEqual(whole);
        expect([await find(id), await find('mã-2'), await find('')]).toEqual([undefined, undefined, undefined]);
      });

      it('that are halfway are no sessions that are signed in, nor the other way round', async () => {
        await begin('nửa', { stage: 'halfway' });
        await begin('đủ');
        const stages = (token: string) =>
          within(async ({ sessions }) => [
            (await sessions.find(token, 'halfway', later(1), NEVER_IDLE)) !== undefined,
            (await sessions.find(token, 'signed-in', later(1), NEVER_IDLE)) !== undefined,
          ]);
        expect([await stages('nửa'), await stages('đủ')]).toEqual([
          [true, false],
          [false, true],
        ]);
        expect(await within(({ sessions }) => sessions.of(hoa, later(1), NEVER_IDLE))).toHaveLength(1);
      });

      it('end at their time, and where nobody looks', async () => {
        const id = await begin('mã-1');
        expect(await find('mã-1', later(12 * 60 - 1))).toBeDefined();
        expect(await find('mã-1', later(12 * 60))).toBeUndefined();
        expect(await find('mã-1', later(60), NINE)).toBeUndefined();
        await within(({ sessions }) => sessions.seen(id, later(30)));
        expect((await find('mã-1', later(60), NINE))?.seenAt).toEqual(later(30));
      });

      it('are listed for their account, last seen first', async () => {
        const [a, b] = [await begin('mã-1'), await begin('mã-2')];
        await begin('mã-3', { account: binh });
        await within(({ sessions }) => sessions.seen(a, later(3)));
        const listed = await within(({ sessions }) => sessions.of(hoa, later(4), NEVER_IDLE));
        expect(listed.map(({ id }) => id)).toEqual([a, b]);
      });

      it('are ended one by one, once, by the account that has them', async () => {
        const id = await begin('mã-1');
        const end = (account: AccountId, which: SessionId) =>
          within(({ sessions }) => sessions.end(account, which, later(1)));
        expect([await end(binh, id), await end(hoa, id), await end(hoa, id)]).toEqual([false, true, false]);
        expect(await find('mã-1')).toBeUndefined();
      });

      it('are ended together, all or all but one, halfway ones too', async () => {
        const kept = await begin('mã-1');
        await begin('mã-2');
        await begin('nửa', { stage: 'halfway' });
        await begin('của Bình', { account: binh });
        expect(await within(({ sessions }) => sessions.endAll(hoa, later(1), kept))).toBe(2);
        expect([await find('mã-1'), await find('mã-2')].map((found) => found?.id)).toEqual([kept, undefined]);
        expect(await within(({ sessions }) => sessions.find('nửa', 'halfway', later(1), NEVER_IDLE))).toBeUndefined();
        expect(await within(({ sessions }) => sessions.endAll(hoa, later(1)))).toBe(1);
        expect(await find('của Bình')).toBeDefined();
      });

      it('that were over long ago are forgotten, the others are not', async () => {
        await begin('cũ', { expiresAt: later(10) });
        const ended = await begin('bị chấm dứt');
        await within(({ sessions }) => sessions.end(hoa, ended, later(5)));
        await begin('còn');
        await within(({ sessions }) => sessions.forget(later(20)));
        expect(await find('còn')).toBeDefined();
        expect(await find('cũ', NINE)).toBeUndefined();
        expect(await within(({ sessions }) => sessions.end(hoa, ended, NINE))).toBe(false);
      });
    });
  });
}
