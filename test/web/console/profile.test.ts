import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codesOf, Office, secretOf, type Worker } from './office.ts';
import { fieldOf, type Visitor } from './visitor.ts';

let office: Office;
let me: Visitor;
let worker: Worker;
/** The same account elsewhere. */
let phone: Visitor;
beforeEach(async () => {
  office = await Office.open();
  const first = await office.admin();
  me = first.at;
  worker = first.worker;
  phone = await office.signIn(
    worker,
    office.visitor({ userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1' }),
  );
});
afterEach(async () => {
  expect(office.faults).toEqual([]);
  await office.close();
});

const NEXT = 'sáu con gà gáy sáng';
const isIn = async (by: Visitor) => (await by.get('/console/profile')).status === 200;

describe('one’s own password', () => {
  it('is changed by who knows it, and everybody else is signed out', async () => {
    const form = { current: worker.password, password: NEXT, again: NEXT };
    const done = await me.post('/console/profile/password', form);
    expect((await me.get(done.to ?? '')).text).toContain('Đã đổi mật khẩu');
    expect([await isIn(me), await isIn(phone)]).toEqual([true, false]);
    const by = office.visitor();
    expect((await by.post('/console/sign-in', { login: worker.login, password: worker.password })).status).toBe(422);
    expect((await by.post('/console/sign-in', { login: worker.login, password: NEXT })).status).toBe(303);
    expect(await office.audited()).toContain('password-changed');
  });

  it.each([
    ['the present one is wrong', { current: 'không phải', password: NEXT, again: NEXT }, 'đang dùng chưa đúng'],
    ['the new one is short', { password: 'ngắn', again: 'ngắn' }, 'ít nhất 12 ký tự'],
    ['it was not typed the same twice', { password: NEXT, again: `${NEXT}!` }, 'khác nhau'],
  ])('stays as it is where %s', async (_, form, told) => {
    const answer = await me.post('/console/profile/password', { current: worker.password, ...form });
    expect([answer.status, answer.text.includes(told)]).toEqual([422, true]);
    expect(await isIn(phone)).toBe(true);
    const by = office.visitor();
    expect((await by.post('/console/sign-in', { login: worker.login, password: worker.password })).status).toBe(303);
  });

  it('cannot be guessed in a browser that was left open', async () => {
    const guess = () => me.post('/console/profile/recovery-codes', { current: 'đoán bừa' });
    for (let nth = 0; nth < 10; nth += 1) await guess();
    const locked = await me.post('/console/profile/recovery-codes', { current: worker.password });
    expect(locked.text).toContain('tạm dừng');
    expect(codesOf(locked.html)).toEqual([]);
  });
});

describe('one’s own second factor', () => {
  it('is set up anew with the password and a code of the new app', async () => {
    const page = await me.get('/console/profile/second-factor');
    const [seed, secret] = [fieldOf(page, 'seed'), secretOf(page.text)];
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(page.html).toContain('<svg class="qr"');
    const form = { seed, current: worker.password };
    const wrong = await me.post('/console/profile/second-factor', { ...form, code: office.code(worker.secret) });
    expect([wrong.status, secretOf(wrong.text)]).toEqual([422, secret]);
    const noPassword = await me.post('/console/profile/second-factor', {
      seed,
      current: 'không phải',
      code: office.code(secret),
    });
    expect(noPassword.status).toBe(422);
    const code = office.code(secret);
    expect((await me.post('/console/profile/second-factor', { ...form, code })).to).toContain('told=second-factor');
    expect([await isIn(me), await isIn(phone)]).toEqual([true, false]);

    const by = office.visitor();
    await by.post('/console/sign-in', { login: worker.login, password: worker.password });
    expect((await by.post('/console/sign-in/code', { code })).status).toBe(422); // it served to set up
    expect((await by.post('/console/sign-in/code', { code: office.code(worker.secret) })).status).toBe(422);
    expect((await by.post('/console/sign-in/code', { code: office.code(secret) })).status).toBe(303);
    expect(await office.audited()).toContain('second-factor-changed');
  });

  it('takes no secret of somebody else', async () => {
    const token = await office.invite(me, 'curator');
    const other = office.visitor();
    await office.accept(token, { login: 'cu@trogiup.example', by: other });
    const foreign = await other.get('/console/profile/second-factor');
    const answer = await me.post('/console/profile/second-factor', {
      seed: fieldOf(foreign, 'seed'),
      current: worker.password,
      code: office.code(secretOf(foreign.text)),
    });
    expect(answer.status).toBe(422);
  });
});

describe('one’s own recovery codes', () => {
  it('are renewed with the password; the old ones are over', async () => {
    const page = await me.post('/console/profile/recovery-codes', { current: worker.password });
    const fresh = codesOf(page.html);
    expect(fresh).toHaveLength(10);
    expect(fresh.filter((code) => worker.recoveryCodes.includes(code))).toEqual([]);
    const by = office.visitor();
    await by.post('/console/sign-in', { login: worker.login, password: worker.password });
    const [old = '', valid = ''] = [worker.recoveryCodes[0], fresh[0]];
    expect((await by.post('/console/sign-in/code', { recovery: old })).status).toBe(422);
    expect((await by.post('/console/sign-in/code', { recovery: valid })).status).toBe(303);
  });

  it('are not given to who does not know the password', async () => {
    const page = await me.post('/console/profile/recovery-codes', { current: '' });
    expect([page.status, codesOf(page.html)]).toEqual([422, []]);
  });

  it('that run out are told of', async () => {
    for (const recovery of worker.recoveryCodes.slice(0, 7)) {
      const by = office.visitor();
      await by.post('/console/sign-in', { login: worker.login, password: worker.password });
      await by.post('/console/sign-in/code', { recovery });
    }
    const page = await me.get('/console/profile');
    expect(page.text).toContain('Còn 3 mã');
    expect(page.text).toContain('Sắp hết mã dự phòng');
  });
});

describe('one’s own sessions', () => {
  it('are listed with their device, and can be ended one by one', async () => {
    const page = await me.get('/console/profile');
    expect(page.text).toContain('Chrome, Windows');
    expect(page.text).toContain('Safari, iOS');
    expect(page.text).toContain('Máy này');
    const session = fieldOf(page, 'session');
    await me.post('/console/profile/sessions/end', { session });
    expect([await isIn(me), await isIn(phone)]).toEqual([true, false]);
  });

  it('can all be ended but this one', async () => {
    const third = await office.signIn(worker);
    await me.post('/console/profile/sessions/end');
    expect([await isIn(me), await isIn(phone), await isIn(third)]).toEqual([true, false, false]);
  });

  it('of others cannot be ended', async () => {
    const other = office.visitor();
    await office.accept(await office.invite(me, 'curator'), { login: 'cu@trogiup.example', by: other });
    const session = fieldOf(await me.get('/console/profile'), 'session');
    await other.post('/console/profile/sessions/end', { session });
    expect([await isIn(me), await isIn(phone)]).toEqual([true, true]);
  });
});

it.each(['constructor', '__proto__', '<script>'])('tells nothing that it does not know: %s', async (told) => {
  const page = await me.get(`/console/profile?told=${encodeURIComponent(told)}`);
  expect(page.status).toBe(200);
  expect(page.html).not.toContain('notice good');
  expect((await office.visitor().get(`/console/sign-in?told=${encodeURIComponent(told)}`)).status).toBe(200);
});
