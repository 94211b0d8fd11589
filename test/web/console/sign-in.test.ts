import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Office, type OfficeOptions, type Worker } from './office.ts';
import type { Visitor } from './visitor.ts';

let office: Office;
let worker: Worker;
let owner: Visitor;
async function open(options: OfficeOptions = {}): Promise<void> {
  office = await Office.open(options);
  const admin = await office.admin();
  worker = admin.worker;
  owner = admin.at;
}
beforeEach(() => open());
afterEach(async () => {
  expect(office.faults).toEqual([]);
  await office.close();
});

const password = (by: Visitor, login: string, typed: string) =>
  by.post('/console/sign-in', { login, password: typed, next: '/console' });
const isIn = async (by: Visitor) => (await by.get('/console/dashboard')).status === 200;

describe('signing in', () => {
  it('takes the password and a code, and leads to where one wanted to go', async () => {
    const by = office.visitor();
    const asked = await by.get('/console/profile');
    expect(asked.to).toBe('/console/sign-in?next=%2Fconsole%2Fprofile');
    const form = await by.get(asked.to ?? '');
    expect(form.html).toContain('name="next" value="/console/profile"');
    const half = await by.post('/console/sign-in', { ...worker, recoveryCodes: '', next: '/console/profile' });
    expect(half.to).toBe('/console/sign-in/code?next=%2Fconsole%2Fprofile');
    const done = await by.post('/console/sign-in/code', { code: office.code(worker.secret), next: '/console/profile' });
    expect(done.to).toBe('/console/profile');
    expect((await by.get('/console/profile')).text).toContain('Quản trị');
  });

  it.each(['https://ke-xau.example', '//ke-xau.example', '/console\\@ke-xau.example', '/console.ke-xau.example', ''])(
    'never leads to another site: %s',
    async (next) => {
      const by = office.visitor();
      await by.post('/console/sign-in', { login: worker.login, password: worker.password, next });
      const done = await by.post('/console/sign-in/code', { code: office.code(worker.secret), next });
      expect(done.to).toBe('/console/dashboard');
    },
  );

  it.each([
    ['chữ hoa và khoảng trắng', '  Admin@TroGiup.example '],
    ['nguyên văn', 'admin@trogiup.example'],
  ])('knows the login however it is typed: %s', async (_, login) => {
    expect((await password(office.visitor(), login, worker.password)).status).toBe(303);
  });

  it('knows the password whether the keyboard composes its letters or not', async () => {
    const typed = worker.password.normalize('NFD');
    expect(typed).not.toBe(worker.password);
    expect((await password(office.visitor(), worker.login, typed)).status).toBe(303);
  });

  it('says the same to a wrong password, to a login that nobody has and to a disabled account', async () => {
    const token = await office.invite(owner, 'curator');
    const other = await office.accept(token, { login: 'cu@trogiup.example' });
    const [id = ''] = /accounts\/[a-z0-9]+(?=">Trần Thị Hoa)/.exec((await owner.get('/console/accounts')).html) ?? [];
    expect((await owner.post(`/console/${id}/state`, { state: 'disabled' })).status).toBe(303);

    const answers = await Promise.all([
      password(office.visitor(), worker.login, 'không phải mật khẩu'),
      password(office.visitor({ address: '203.0.113.8' }), 'ai-do@trogiup.example', 'không phải mật khẩu'),
      password(office.visitor({ address: '203.0.113.9' }), other.login, other.password),
    ]);
    const logins = [worker.login, 'ai-do@trogiup.example', other.login];
    const bodies = answers.map(({ html }, nth) => html.replaceAll(logins[nth] ?? '', 'LOGIN'));
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422]);
    expect(bodies[0]).toContain('chưa đúng');
    expect([bodies[1], bodies[2]]).toEqual([bodies[0], bodies[0]]);
    expect((await office.audited()).slice(-3)).toEqual(['sign-in-refused', 'sign-in-refused', 'sign-in-refused']);
  });

  it('shows what was typed as text and never gives a password back', async () => {
    const answer = await password(office.visitor(), '"><script>alert(1)</script>', 'mật khẩu bí mật');
    expect(answer.html).not.toContain('<script>alert');
    expect(answer.html).toContain('&lt;script&gt;');
    expect(answer.html).not.toContain('mật khẩu bí mật');
  });

  it.each([
    [{}],
    [{ login: 'a@b.example' }],
    [{ password: 'x' }],
    [{ login: 'a'.repeat(9000), password: 'b'.repeat(9000) }],
  ])('refuses a form that lacks something, without a fault', async (form) => {
    expect((await office.visitor().post('/console/sign-in', form as Record<string, string>)).status).toBe(422);
    expect((await office.visitor().post('/console/sign-in/code', form as Record<string, string>)).status).toBe(303);
  });
});

describe('the password alone', () => {
  it('opens no page', async () => {
    const by = office.visitor();
    await password(by, worker.login, worker.password);
    for (const path of ['/console', '/console/dashboard', '/console/profile', '/console/accounts', '/console/audit']) {
      expect((await by.get(path)).to).toMatch(/^\/console\/sign-in/);
    }
    expect((await by.post('/console/profile/sessions/end')).status).toBe(401);
  });

  it('is forgotten after ten minutes', async () => {
    const by = office.visitor();
    await password(by, worker.login, worker.password);
    office.wait(9);
    expect((await by.post('/console/sign-in/code', { code: '000000' })).status).toBe(422);
    office.wait(2);
    const late = await by.post('/console/sign-in/code', { code: office.code(worker.secret) });
    expect(late.to).toBe('/console/sign-in?told=late');
    expect((await by.get(late.to ?? '')).text).toContain('Đã quá 10 phút');
    expect(await isIn(by)).toBe(false);
  });

  it('is worth nothing once the password was changed', async () => {
    const by = office.visitor();
    await password(by, worker.login, worker.password);
    const next = 'năm con mèo ngủ trưa';
    const changed = await owner.post('/console/profile/password', {
      current: worker.password,
      password: next,
      again: next,
    });
    expect(changed.to).toBe('/console/profile?told=password');
    expect((await by.post('/console/sign-in/code', { code: office.code(worker.secret) })).to).toContain('told=late');
    expect(await isIn(by)).toBe(false);
  });
});

describe('the code', () => {
  const offer = async (code: string): Promise<number> => {
    const by = office.visitor();
    await password(by, worker.login, worker.password);
    return (await by.post('/console/sign-in/code', { code })).status;
  };

  it('that is wrong is refused, with a word that helps', async () => {
    const by = office.visitor();
    await password(by, worker.login, worker.password);
    const answer = await by.post('/console/sign-in/code', { code: '12345' });
    expect(answer.status).toBe(422);
    expect(answer.html).toMatch(/id="code-fault" role="alert"[^>]*>Mã chưa đúng hoặc đã dùng rồi/);
    expect(await isIn(by)).toBe(false);
  });

  it('counts once, also when it is offered twice at the same moment', async () => {
    const code = office.code(worker.secret);
    expect([await offer(code), await offer(code)]).toEqual([303, 422]);
    const fresh = office.code(worker.secret);
    const both = await Promise.all([offer(fresh), offer(fresh)]);
    expect(both.toSorted()).toEqual([303, 422]);
  });

  it('may be one step early or late, and no more', async () => {
    office.wait(5);
    expect(await offer(office.codeAt(worker.secret, -2))).toBe(422);
    expect(await offer(office.codeAt(worker.secret, 2))).toBe(422);
    expect(await offer(office.codeAt(worker.secret, -1))).toBe(303);
    expect(await offer(office.codeAt(worker.secret, 1))).toBe(303);
    // a later code was used: the earlier ones are over
    expect(await offer(office.codeAt(worker.secret, 0))).toBe(422);
  });

  it('may be typed with a space, as the app shows it', async () => {
    const code = office.code(worker.secret);
    expect(await offer(`${code.slice(0, 3)} ${code.slice(3)}`)).toBe(303);
  });
});

describe('a recovery code', () => {
  const offer = async (recovery: string, by = office.visitor()) => {
    await password(by, worker.login, worker.password);
    return by.post('/console/sign-in/code', { recovery });
  };

  it('stands in for the phone once, however it is typed', async () => {
    const [first = '', second = ''] = worker.recoveryCodes;
    const by = office.visitor();
    const done = await offer(first.toLowerCase().replace('-', ' '), by);
    expect(done.to).toBe('/console/profile?told=recovered');
    const page = await by.get(done.to ?? '');
    expect(page.text).toContain('vừa đăng nhập bằng mã dự phòng');
    expect(page.text).toContain('Còn 9 mã');
    const again = await offer(first);
    expect([again.status, again.text.includes('Mã dự phòng chưa đúng hoặc đã dùng rồi')]).toEqual([422, true]);
    expect((await offer(second)).status).toBe(303);
  });

  it('of somebody else does not count', async () => {
    const other = await office.accept(await office.invite(owner, 'curator'), { login: 'cu@trogiup.example' });
    expect((await offer(other.recoveryCodes[0] ?? '')).status).toBe(422);
  });

  it.each(['', '7K3MP', '7K3MP-QX2TR', 'không nhớ'])('that was never given out does not count: "%s"', async (code) => {
    expect((await offer(code)).status).toBe(422);
  });
});

describe('the session', () => {
  it('is a new one after signing in, whatever the browser held before', async () => {
    const attacker = office.visitor();
    await password(attacker, worker.login, worker.password);
    const planted = attacker.cookies.get('hq_console') ?? '';
    const victim = office.visitor();
    victim.cookies.set('hq_console', planted);
    await office.signIn(worker, victim);
    expect(victim.cookies.get('hq_console')).not.toBe(planted);
    expect(await isIn(victim)).toBe(true);
    expect(await isIn(attacker)).toBe(false);
  });

  it('that was halfway is over once both factors were given', async () => {
    const by = office.visitor();
    await password(by, worker.login, worker.password);
    const halfway = by.cookies.get('hq_console') ?? '';
    await by.post('/console/sign-in/code', { code: office.code(worker.secret) });
    const other = office.visitor();
    other.cookies.set('hq_console', halfway);
    expect((await other.post('/console/sign-in/code', { code: office.code(worker.secret) })).to).toContain('told=late');
    expect(await isIn(by)).toBe(true);
  });

  it('ends with signing out, for whoever has the cookie', async () => {
    const copy = office.visitor();
    copy.cookies.set('hq_console', owner.cookies.get('hq_console') ?? '');
    expect(await isIn(copy)).toBe(true);
    expect((await owner.post('/console/sign-out')).to).toBe('/console/sign-in?told=out');
    expect([await isIn(owner), await isIn(copy)]).toEqual([false, false]);
    expect((await office.audited()).at(-1)).toBe('session-ended');
  });

  it('ends after an hour without a look, and after twelve in any case', async () => {
    office.wait(59);
    expect(await isIn(owner)).toBe(true);
    office.wait(59);
    expect(await isIn(owner)).toBe(true);
    office.wait(61);
    expect(await isIn(owner)).toBe(false);
    const by = await office.signIn(worker);
    for (let hour = 0; hour < 12; hour += 1) {
      expect(await isIn(by)).toBe(true);
      office.wait(59.9);
    }
    office.wait(2);
    expect(await isIn(by)).toBe(false);
  });

  it.each(['', 'x', 'a.b.c.d.e', 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..x.y'])(
    'is nothing that a browser makes up: "%s"',
    async (cookie) => {
      const by = office.visitor();
      by.cookies.set('hq_console', cookie);
      expect((await by.get('/console/dashboard')).to).toContain('/console/sign-in');
    },
  );

  it('carries nothing but a token that only we can read', async () => {
    const cookie = decodeURIComponent(owner.cookies.get('hq_console') ?? '');
    const readable = cookie.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'));
    expect(readable[0]).toContain('A256GCM');
    expect(readable.slice(1).join()).not.toMatch(/token|admin|trogiup/);
  });
});

describe('the cookies', () => {
  it('are out of reach of scripts and of other sites', () => {
    for (const name of ['hq_console', 'hq_device']) {
      expect(owner.given.get(name)).toMatch(/HttpOnly; SameSite=Lax/);
    }
    expect(owner.given.get('hq_console')).not.toMatch(/Max-Age|Expires/i);
  });

  it('go over https alone, bound to this host, where people reach us by https', async () => {
    await office.close();
    await open({ publicUrl: 'https://hoiquyen.example' });
    for (const name of ['__Host-hq_console', '__Host-hq_device']) {
      expect(owner.given.get(name)).toMatch(/Path=\/; HttpOnly; Secure; SameSite=Lax/);
    }
    expect([...owner.cookies.keys()].sort()).toEqual(['__Host-hq_console', '__Host-hq_device']);
    expect(await isIn(owner)).toBe(true);
  });
});

describe('a form of another site', () => {
  it.each(['/console/sign-in', '/console/sign-in/code', '/console/sign-out', '/console/invitation'])(
    'is not taken: %s',
    async (path) => {
      const answer = await owner.post(path, {}, { origin: 'https://ke-xau.example' });
      expect(answer.status).toBe(403);
      expect(await isIn(owner)).toBe(true);
    },
  );
});
