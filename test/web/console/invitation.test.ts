import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codesOf, Office, secretOf, tokenOn } from './office.ts';
import { fieldOf, type Visitor } from './visitor.ts';

let office: Office;
let admin: Visitor;
beforeEach(async () => {
  office = await Office.open();
  admin = (await office.admin()).at;
});
afterEach(async () => {
  expect(office.faults).toEqual([]);
  await office.close();
});

const LOGIN = 'hoa@trogiup.example';
const PASSWORD = 'bốn con mèo ngủ trưa';

/** The form of a link as somebody fills it in; say only what the test is about. */
async function filledIn(token: string, by: Visitor, more: Readonly<Record<string, string>> = {}) {
  const page = await by.get(`/console/invitation?token=${token}`);
  const secret = secretOf(page.text);
  return {
    token,
    name: 'Trần Thị Hoa',
    login: LOGIN,
    password: PASSWORD,
    again: PASSWORD,
    seed: fieldOf(page, 'seed'),
    code: secret === '' ? '' : office.code(secret),
    ...more,
  };
}
const accept = async (token: string, more: Readonly<Record<string, string>> = {}, by = office.visitor()) =>
  by.post('/console/invitation', await filledIn(token, by, more));

describe('the first start', () => {
  it('gives a link that makes the first admin, and none once there is an account', async () => {
    const fresh = await Office.open();
    const lost = await fresh.firstLink();
    const token = await fresh.firstLink();
    expect((await fresh.visitor().get(`/console/invitation?token=${lost}`)).status).toBe(410);
    const by = fresh.visitor();
    await fresh.accept(token ?? '', { login: 'admin@trogiup.example', by });
    expect((await by.get('/console/dashboard')).status).toBe(200);
    expect(await fresh.firstLink()).toBeUndefined();
    await fresh.close();
  });

  it('gives a link that is good for a day', async () => {
    const fresh = await Office.open();
    const token = await fresh.firstLink();
    fresh.wait(24 * 60 - 1);
    expect((await fresh.visitor().get(`/console/invitation?token=${token}`)).status).toBe(200);
    fresh.wait(2);
    expect((await fresh.visitor().get(`/console/invitation?token=${token}`)).status).toBe(410);
    await fresh.close();
  });
});

describe('an invitation', () => {
  it('makes an account of the given role and centre, signed in at once, with recovery codes shown this once', async () => {
    const token = await office.invite(admin, 'staff', '33');
    const by = office.visitor();
    expect((await by.get(`/console/invitation?token=${token}`)).text).toContain('Cán bộ trung tâm, Trung tâm Hưng Yên');
    const done = await accept(token, {}, by);
    expect(done.status).toBe(200);
    expect(codesOf(done.html)).toHaveLength(10);
    expect(new Set(codesOf(done.html)).size).toBe(10);
    expect(done.html).toContain('download="ma-du-phong-hoi-quyen.txt"');
    expect((await by.get('/console/inbox')).text).toBe('Chào Trần Thị Hoa');
    expect((await by.get('/console/profile')).text).toContain('Trung tâm Hưng Yên');
    expect((await by.get('/console/accounts')).status).toBe(403);
    expect((await office.audited()).slice(-2)).toEqual(['invitation-made', 'account-made']);
  });

  it('opens once, also when it is sent twice at the same moment', async () => {
    const token = await office.invite(admin, 'curator');
    const [one, two] = [office.visitor(), office.visitor()];
    const forms = [await filledIn(token, one), await filledIn(token, two, { login: 'khac@trogiup.example' })];
    const code = { code: office.code(await secretFor(forms[0]?.seed ?? '')) };
    const sent = await Promise.all([
      one.post('/console/invitation', { ...forms[0], ...code } as Record<string, string>),
      one.post('/console/invitation', { ...forms[0], ...code, login: 'khac@trogiup.example' } as Record<
        string,
        string
      >),
    ]);
    expect(sent.map(({ status }) => status).toSorted()).toEqual([200, 410]);
    expect((await accept(token)).status).toBe(410);
    expect((await two.get(`/console/invitation?token=${token}`)).text).toContain('không dùng được nữa');

    /** The picture of a seed is the same whenever the form comes back. */
    async function secretFor(seed: string): Promise<string> {
      const back = await one.post('/console/invitation', { ...forms[0], seed, again: 'khác' } as Record<
        string,
        string
      >);
      return secretOf(back.text);
    }
  });

  it('opens for a week', async () => {
    const token = await office.invite(admin, 'curator');
    office.wait(7 * 24 * 60 - 1);
    expect((await office.visitor().get(`/console/invitation?token=${token}`)).status).toBe(200);
    office.wait(2);
    expect((await accept(token)).status).toBe(410);
  });

  it('opens no more once it was withdrawn', async () => {
    const token = await office.invite(admin, 'curator', '', 'anh Bình');
    const list = await admin.get('/console/accounts');
    expect(list.text).toContain('anh Bình');
    const [path = ''] = /\/console\/accounts\/invitations\/\w+\/withdraw/.exec(list.html) ?? [];
    expect((await admin.post(path)).to).toBe('/console/accounts?told=withdrawn');
    expect((await admin.post(path)).to).toBe('/console/accounts?told=withdrawn-before');
    expect((await accept(token)).status).toBe(410);
    expect((await admin.get('/console/accounts')).text).not.toContain('anh Bình');
  });

  it('of an admin who was disabled opens no more', async () => {
    const second = office.visitor();
    await office.accept(await office.invite(admin, 'admin'), {
      login: 'hai@trogiup.example',
      name: 'Quản trị Hai',
      by: second,
    });
    const token = await office.invite(second, 'admin');
    const [id = ''] = /accounts\/[a-z0-9]+(?=">Quản trị Hai)/.exec((await admin.get('/console/accounts')).html) ?? [];
    await admin.post(`/console/${id}/state`, { state: 'disabled' });
    expect((await accept(token)).status).toBe(410);
  });

  it.each(['', 'x', 'a'.repeat(43), "' or 1=1 --"])('that was never made opens nothing: %s', async (token) => {
    const by = office.visitor();
    expect((await by.get(`/console/invitation?token=${encodeURIComponent(token)}`)).status).toBe(410);
    expect((await by.post('/console/invitation', { token })).status).toBe(410);
  });
});

describe('whoever fills in an invitation', () => {
  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['no name', { name: '  ' }, 'Bạn chưa ghi họ và tên.'],
    ['no address', { login: 'hoa' }, 'Địa chỉ thư điện tử chưa đúng'],
    ['an address that is taken', { login: 'ADMIN@trogiup.example' }, 'Địa chỉ này đã có tài khoản'],
    ['a short password', { password: 'ngắn quá', again: 'ngắn quá' }, 'cần ít nhất 12 ký tự'],
    ['a common password', { password: 'Matkhau@2026', again: 'Matkhau@2026' }, 'nhiều người dùng'],
    ['the address as password', { password: LOGIN, again: LOGIN }, 'không được giống thư điện tử'],
    ['two passwords', { again: 'năm con mèo ngủ trưa' }, 'khác nhau'],
    ['a wrong code', { code: '000000' }, 'Mã chưa đúng'],
  ])('is told what to mend, keeps what they typed and the picture that they scanned: %s', async (_, more, told) => {
    const token = await office.invite(admin, 'curator');
    const by = office.visitor();
    const form = await filledIn(token, by, more);
    const answer = await by.post('/console/invitation', form);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(told);
    expect(answer.html).toContain('role="alert"');
    expect(fieldOf(answer, 'seed')).toBe(form.seed);
    expect(fieldOf(answer, 'login')).toBe(form.login);
    expect(/type="password"[^>]* value=/.test(answer.html)).toBe(false);
    // and can mend it, with the app as it is
    const mended = { ...form, name: 'Hoa', login: LOGIN, password: PASSWORD, again: PASSWORD };
    const done = await by.post('/console/invitation', { ...mended, code: office.code(secretOf(answer.text)) });
    expect(done.status).toBe(200);
  });

  it('cannot bring a secret from elsewhere', async () => {
    const [mine, other] = [await office.invite(admin, 'curator'), await office.invite(admin, 'curator')];
    const by = office.visitor();
    const foreign = await by.get(`/console/invitation?token=${other}`);
    const seed = fieldOf(foreign, 'seed');
    const answer = await accept(mine, { seed, code: office.code(secretOf(foreign.text)) });
    expect(answer.status).toBe(422);
  });

  it('may write anything: it is shown as text', async () => {
    const name = '<script>alert("xin chào")</script>';
    const token = await office.invite(admin, 'curator', '', '<img src=x onerror=alert(1)>');
    expect((await admin.get('/console/accounts')).html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    const by = office.visitor();
    await accept(token, { name }, by);
    for (const page of [
      await admin.get('/console/accounts'),
      await admin.get('/console/audit'),
      await by.get('/console/profile'),
    ]) {
      expect(page.html).not.toMatch(/<script>alert|<img src=x/);
      expect(page.html).toContain('&lt;script&gt;alert');
    }
  });
});

describe('a link that renews an account', () => {
  it('gives a new password and second factor, ends every session, and opens once', async () => {
    const at = office.visitor();
    const worker = await office.accept(await office.invite(admin, 'curator'), { login: LOGIN, by: at });
    const [path = ''] =
      /\/console\/accounts\/[a-z0-9]+(?=">Trần Thị Hoa)/.exec((await admin.get('/console/accounts')).html) ?? [];
    const old = tokenOn((await admin.post(`${path}/reset`)).text);
    const made = (await admin.post(`${path}/reset`)).text;
    expect(made).toContain('trong 24 giờ');
    const token = tokenOn(made);
    expect((await accept(old)).status).toBe(410);
    expect((await at.get('/console/profile')).status).toBe(200); // until the link is used

    const by = office.visitor();
    const form = await by.get(`/console/invitation?token=${token}`);
    expect(form.text).toContain('Đặt lại cách đăng nhập');
    expect(form.text).toContain(LOGIN);
    const next = 'sáu con gà gáy sáng';
    const done = await accept(token, { login: 'ke-khac@trogiup.example', password: next, again: next }, by);
    expect(done.status).toBe(200);
    expect((await at.get('/console/profile')).status).toBe(303);
    expect((await by.get('/console/profile')).text).toContain(LOGIN);

    const later = office.visitor();
    expect((await later.post('/console/sign-in', { login: LOGIN, password: worker.password })).status).toBe(422);
    await later.post('/console/sign-in', { login: LOGIN, password: next });
    expect((await later.post('/console/sign-in/code', { code: office.code(worker.secret) })).status).toBe(422);
    expect((await later.post('/console/sign-in/code', { recovery: worker.recoveryCodes[0] ?? '' })).status).toBe(422);
    expect((await later.post('/console/sign-in/code', { recovery: codesOf(done.html)[0] ?? '' })).status).toBe(303);
    expect((await accept(token)).status).toBe(410);
    expect(await office.audited()).toContain('account-renewed');
  });

  it('opens nothing while the account is disabled', async () => {
    await office.accept(await office.invite(admin, 'curator'), { login: LOGIN });
    const [path = ''] =
      /\/console\/accounts\/[a-z0-9]+(?=">Trần Thị Hoa)/.exec((await admin.get('/console/accounts')).html) ?? [];
    const token = tokenOn((await admin.post(`${path}/reset`)).text);
    await admin.post(`${path}/state`, { state: 'disabled' });
    expect((await accept(token)).status).toBe(410);
    expect((await admin.post(`${path}/reset`)).status).toBe(404);
  });
});
