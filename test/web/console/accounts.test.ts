import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AccountId } from '../../../src/base/ids.ts';
import { NINE, opened } from '../../support/desk-values.ts';
import { Office, tokenOn, type Worker } from './office.ts';
import { fieldOf, type Visitor } from './visitor.ts';

let office: Office;
let admin: Visitor;
let adminWorker: Worker;
let staff: Visitor;
let staffWorker: Worker;
beforeEach(async () => {
  office = await Office.open();
  const first = await office.admin();
  admin = first.at;
  adminWorker = first.worker;
  staff = office.visitor({ address: '203.0.113.20' });
  staffWorker = await office.accept(await office.invite(admin, 'staff', '33'), {
    login: 'hoa@trogiup.example',
    by: staff,
  });
});
afterEach(async () => {
  expect(office.faults).toEqual([]);
  await office.close();
});

/** The page of the account with this name. */
async function pathOf(name: string, query = ''): Promise<string> {
  const list = await admin.get(`/console/accounts${query}`);
  return new RegExp(`href="(/console/accounts/[a-z0-9]+)">${name}<`).exec(list.html)?.[1] ?? 'not listed';
}
const isIn = async (by: Visitor, path = '/console/inbox') => (await by.get(path)).status === 200;

describe('an account', () => {
  it('that is disabled is out at once, and in again when it is enabled', async () => {
    const path = await pathOf('Trần Thị Hoa');
    expect(await isIn(staff)).toBe(true);
    expect((await admin.post(`${path}/state`, { state: 'disabled' })).to).toBe(`${path}?told=saved`);
    expect(await isIn(staff)).toBe(false);
    expect((await staff.post('/console/sign-in', staffWorker as never)).status).toBe(422);
    expect((await admin.get(path)).text).toContain('Đã khoá');
    await admin.post(`${path}/state`, { state: 'active' });
    expect(await isIn(staff)).toBe(false); // signs in anew
    expect(await isIn(await office.signIn(staffWorker, staff))).toBe(true);
    expect((await office.audited()).filter((action) => action.startsWith('account-'))).toEqual([
      'account-made',
      'account-made',
      'account-disabled',
      'account-enabled',
    ]);
  });

  it.each([
    ['is disabled', 'state', { state: 'disabled' }],
    ['goes to another centre', 'role', { role: 'staff', province: '01' }],
  ])('that %s gives back the open referrals that it had', async (_, form, fields) => {
    const path = await pathOf('Trần Thị Hoa');
    const hoa = { id: path.split('/').at(-1) as AccountId, name: 'Trần Thị Hoa', province: '33' };
    const [open, closed] = await office.store.transaction(async (records) => {
      const tickets = [await opened(records), await opened(records)] as const;
      for (const { id } of tickets) await records.desk.claim(id, hoa, NINE);
      await records.tickets.end(tickets[1].id, 'closed', NINE);
      return tickets;
    });
    await admin.post(`${path}/${form}`, fields);
    const seen = await office.store.transaction(async ({ desk }) => [
      await desk.view(open.code, '33'),
      await desk.view(closed.code, '33'),
    ]);
    expect(seen.map((ticket) => ticket?.claimedBy)).toEqual([undefined, hoa.id]);
    expect(seen.map((ticket) => ticket?.events.map(({ kind }) => kind))).toEqual([['released'], []]);
  });

  it('gets another role and has to sign in again; what it may see changes with it', async () => {
    const path = await pathOf('Trần Thị Hoa');
    expect((await admin.post(`${path}/role`, { role: 'admin', province: '' })).to).toBe(`${path}?told=saved`);
    expect(await isIn(staff)).toBe(false);
    await office.signIn(staffWorker, staff);
    expect([await isIn(staff), await isIn(staff, '/console/accounts')]).toEqual([false, true]);
    const lines = await office.store.transaction(({ audit }) => audit.find({ action: 'account-role' }, 9));
    expect(lines[0]?.detail).toEqual({ from: 'staff', to: 'admin' });
  });

  it('gets another centre', async () => {
    const path = await pathOf('Trần Thị Hoa');
    await admin.post(`${path}/role`, { role: 'staff', province: '01' });
    expect(await pathOf('Trần Thị Hoa', '?province=01')).toBe(path);
    expect(await pathOf('Trần Thị Hoa', '?province=33')).toBe('not listed');
  });

  it.each([
    ['staff without a centre', { role: 'staff', province: '' }, 'Bạn chọn trung tâm'],
    ['a curator with one', { role: 'curator', province: '33' }, 'Bạn để trống trung tâm'],
    ['staff of a centre that is not there', { role: 'staff', province: '99' }, 'Bạn chọn trung tâm'],
    ['no role', { role: 'owner', province: '' }, 'Bạn chưa chọn vai trò'],
  ])('cannot be %s', async (_, place, told) => {
    const path = await pathOf('Trần Thị Hoa');
    const changed = await admin.post(`${path}/role`, place);
    expect([changed.status, changed.text.includes(told)]).toEqual([422, true]);
    const invited = await admin.post('/console/accounts/invite', { ...place, note: 'anh Bình' });
    expect([invited.status, invited.text.includes(told)]).toEqual([422, true]);
    expect(fieldOf(invited, 'note')).toBe('anh Bình');
    expect(tokenOn(invited.text)).toBe('');
    expect(await isIn(staff)).toBe(true);
  });

  it('has sessions that an admin can end, one or all', async () => {
    const path = await pathOf('Trần Thị Hoa');
    const phone = await office.signIn(
      staffWorker,
      office.visitor({
        userAgent: 'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/148.0.0.0 Mobile Safari/537.36',
      }),
    );
    const page = await admin.get(path);
    expect(page.text).toContain('Chrome, Windows');
    expect(page.text).toContain('Chrome, Android');
    const [session = ''] = /(?<=name="session" value=")[^"]+/.exec(page.html) ?? []; // last seen first: the phone
    await admin.post(`${path}/sessions/end`, { session });
    expect([await isIn(phone), await isIn(staff)]).toEqual([false, true]);
    await admin.post(`${path}/sessions/end`);
    expect(await isIn(staff)).toBe(false);
    expect((await admin.get(path)).text).toContain('không đăng nhập ở đâu');
    expect((await office.audited()).slice(-2)).toEqual(['session-ended', 'session-ended']);
  });

  it('of somebody else does not end with a session id that is not theirs', async () => {
    const [own = ''] = /(?<=name="session" value=")[^"]+/.exec((await admin.get(await pathOf('Quản trị'))).html) ?? [];
    await admin.post(`${await pathOf('Trần Thị Hoa')}/sessions/end`, { session: own });
    expect(await isIn(admin, '/console/accounts')).toBe(true);
  });

  it('that does not exist is not found', async () => {
    for (const path of ['', '/state', '/role', '/reset', '/sessions/end']) {
      const form = { state: 'disabled', role: 'curator', province: '' };
      const answer =
        path === '' ? await admin.get('/console/accounts/x1') : await admin.post(`/console/accounts/x1${path}`, form);
      expect(answer.status).toBe(404);
    }
    expect((await admin.post(`${await pathOf('Quản trị')}/state`, { state: 'owner' })).status).toBe(404);
  });
});

describe('the last admin', () => {
  it('can be neither disabled nor given another role', async () => {
    const path = await pathOf('Quản trị');
    for (const [what, form] of [
      ['state', { state: 'disabled' }],
      ['role', { role: 'curator', province: '' }],
    ] as const) {
      const answer = await admin.post(`${path}/${what}`, form);
      expect([answer.status, answer.text.includes('người quản trị cuối cùng')]).toEqual([422, true]);
    }
    expect(await isIn(admin, '/console/accounts')).toBe(true);
  });

  it('is the last one also beside an admin who is disabled', async () => {
    await office.accept(await office.invite(admin, 'admin'), { login: 'hai@trogiup.example', name: 'Quản trị Hai' });
    await admin.post(`${await pathOf('Quản trị Hai')}/state`, { state: 'disabled' });
    expect((await admin.post(`${await pathOf('Quản trị')}/state`, { state: 'disabled' })).status).toBe(422);
  });

  it('remains when two admins take each other’s role at the same moment', async () => {
    const second = office.visitor();
    await office.accept(await office.invite(admin, 'admin'), {
      login: 'hai@trogiup.example',
      name: 'Quản trị Hai',
      by: second,
    });
    const [one, two] = [await pathOf('Quản trị'), await pathOf('Quản trị Hai')];
    await Promise.all([
      admin.post(`${two}/role`, { role: 'curator', province: '' }),
      second.post(`${one}/role`, { role: 'curator', province: '' }),
    ]);
    const admins = await office.store.transaction(({ accounts }) =>
      accounts.list({ role: 'admin', state: 'active' }, 9),
    );
    expect(admins).toHaveLength(1);
  });
});

describe('the list of accounts', () => {
  it('shows who has which role, and filters', async () => {
    const list = await admin.get('/console/accounts');
    expect(list.text).toContain('hoa@trogiup.example');
    expect(list.text).toContain('Trung tâm Hưng Yên');
    expect(await pathOf('Trần Thị Hoa', '?role=staff&state=active')).not.toBe('not listed');
    expect(await pathOf('Quản trị', '?role=staff')).toBe('not listed');
    expect((await admin.get('/console/accounts?state=disabled')).text).toContain('Không có tài khoản nào như vậy');
    expect((await admin.get('/console/accounts?role=<script>&province=xyz&state=1&before=%27')).status).toBe(200);
  });

  it('goes page by page', async () => {
    await office.store.transaction(async ({ accounts }) => {
      for (let nth = 0; nth < 30; nth += 1) {
        await accounts.add({
          login: `nguoi-${nth}@trogiup.example`,
          name: `Người ${nth}`,
          role: 'curator',
          province: undefined,
          language: 'vi',
          passwordHash: 'x',
          totpSecret: 'AAAA',
          totpLastStep: 0,
          by: undefined,
          at: new Date('2026-11-21T02:00:00.000Z'),
        });
      }
    });
    const seen: string[] = [];
    let path: string | undefined = '/console/accounts?role=curator';
    for (let page = 0; path !== undefined && page < 5; page += 1) {
      const shown = await admin.get(path);
      seen.push(...[...shown.html.matchAll(/>(Người \d+)</g)].map(([, name = '']) => name));
      path = /rel="next" href="([^"]+)"/.exec(shown.html)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen).toHaveLength(30);
    expect(new Set(seen).size).toBe(30);
  });

  it('is for admins alone, and so is everything below it', async () => {
    const path = await pathOf('Quản trị');
    for (const page of [
      '/console/accounts',
      '/console/accounts/invite',
      path,
      '/console/audit',
      '/console/audit/file',
    ]) {
      expect((await staff.get(page)).status).toBe(403);
      expect((await office.visitor().get(page)).status).toBe(303);
    }
    for (const form of [
      '/console/accounts/invite',
      `${path}/state`,
      `${path}/role`,
      `${path}/reset`,
      `${path}/sessions/end`,
      '/console/accounts/invitations/x/withdraw',
      '/console/audit/check',
    ]) {
      expect((await staff.post(form, { state: 'disabled', role: 'curator' })).status).toBe(403);
      expect((await office.visitor().post(form, { state: 'disabled' })).status).toBe(401);
      expect((await admin.post(form, {}, { origin: 'https://ke-xau.example' })).status).toBe(403);
    }
    expect(await isIn(admin, '/console/accounts')).toBe(true);
  });
});

describe('a link', () => {
  it('is shown once, under the address by which people reach us, and never in the log', async () => {
    const open = await Office.open({ publicUrl: 'https://hoiquyen.example' });
    const { at } = await open.admin();
    const page = await at.post('/console/accounts/invite', { role: 'curator', province: '', note: 'anh Bình' });
    const token = tokenOn(page.text);
    expect(page.text).toContain(`https://hoiquyen.example/console/invitation?token=${token}`);
    expect(page.text).toContain('trong 7 ngày');
    const lines = await open.store.transaction(({ audit }) => audit.find({}, 99));
    expect(JSON.stringify(lines)).not.toContain(token);
    expect((await at.get('/console/accounts')).html).not.toContain(token);
    await open.close();
  });
});

it('in English too', async () => {
  await admin.post('/console/language', { language: 'en', back: '/console/accounts' });
  expect((await admin.get('/console/accounts')).text).toContain('Invite somebody');
  expect((await admin.get('/console/accounts')).html).toContain('<html lang="en">');
  const again = await office.signIn(adminWorker);
  expect((await again.get('/console/profile')).text).toContain('My account');
});
