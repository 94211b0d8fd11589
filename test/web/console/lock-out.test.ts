import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Office, type Worker } from './office.ts';
import type { Visitor } from './visitor.ts';

let office: Office;
let worker: Worker;
/** The browser in which the account was made. */
let owner: Visitor;
beforeEach(async () => {
  office = await Office.open();
  const admin = await office.admin();
  worker = admin.worker;
  owner = admin.at;
});
afterEach(async () => {
  expect(office.faults).toEqual([]);
  await office.close();
});

const attempt = async (by: Visitor, login = worker.login, password = 'đoán bừa một cái') =>
  (await by.post('/console/sign-in', { login, password })).status;
const attempts = async (by: Visitor, times: number, login = worker.login) => {
  const all: number[] = [];
  for (let nth = 0; nth < times; nth += 1) all.push(await attempt(by, login));
  return all;
};
const REFUSED = 422;
const LOCKED = 429;
const HALFWAY = 303;

describe('whoever guesses a password', () => {
  it('may fail five times, then waits, and is told how long', async () => {
    const guesser = office.visitor({ address: '198.51.100.1' });
    expect(await attempts(guesser, 5)).toEqual([REFUSED, REFUSED, REFUSED, REFUSED, REFUSED]);
    const locked = await guesser.post('/console/sign-in', { login: worker.login, password: worker.password });
    expect(locked.status).toBe(LOCKED); // the right one does not help either
    expect(locked.text).toMatch(/chờ 1[45] phút/);
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(800);
  });

  it('gains nothing by trying many at the same moment', async () => {
    const guesser = office.visitor({ address: '198.51.100.1' });
    const all = await Promise.all(Array.from({ length: 20 }, () => attempt(guesser)));
    expect(all.filter((status) => status === REFUSED)).toHaveLength(5);
    expect(all.filter((status) => status === LOCKED)).toHaveLength(15);
  });

  it('learns nothing about which logins exist', async () => {
    const guesser = office.visitor({ address: '198.51.100.1' });
    expect(await attempts(guesser, 6, 'khong-ai@trogiup.example')).toEqual(
      await attempts(office.visitor({ address: '198.51.100.2' }), 6),
    );
  });

  it('is not let off by dropping cookies or changing the browser', async () => {
    await attempts(office.visitor({ address: '198.51.100.1' }), 5);
    const other = office.visitor({ address: '198.51.100.1', userAgent: 'Mozilla/5.0 (X11; Linux) Firefox/150.0' });
    expect(await attempt(other)).toBe(LOCKED);
  });

  it('has fifty failures from one address, whosever password it is', async () => {
    const all: number[] = [];
    for (let nth = 0; nth < 51; nth += 1) {
      all.push(await attempt(office.visitor({ address: '198.51.100.1' }), `nguoi-${nth}@trogiup.example`));
    }
    expect(all.slice(0, 50)).toEqual(Array(50).fill(REFUSED));
    expect(all[50]).toBe(LOCKED);
    expect(await attempt(office.visitor({ address: '198.51.100.2' }), 'nguoi-99@trogiup.example')).toBe(REFUSED);
  });

  it('has one count for a whole IPv6 connection', async () => {
    for (let nth = 0; nth < 5; nth += 1) {
      await attempt(office.visitor({ address: `2001:db8:0:7::${nth}` }));
    }
    expect(await attempt(office.visitor({ address: '2001:db8:0:7:ffff::1' }))).toBe(LOCKED);
    expect(await attempt(office.visitor({ address: '2001:db8:0:8::1' }))).toBe(REFUSED);
  });
});

describe('nobody is locked out by guesses of others', () => {
  it('the owner gets in on a device that they used before, while the account is guessed from everywhere', async () => {
    for (let nth = 0; nth < 8; nth += 1) await attempts(office.visitor({ address: `198.51.100.${nth}` }), 5);
    const elsewhere = office.visitor({ address: '192.0.2.1' });
    expect(await attempt(elsewhere, worker.login, worker.password)).toBe(LOCKED);
    await owner.post('/console/sign-out');
    expect(await attempt(owner, worker.login, worker.password)).toBe(HALFWAY);
  });

  it('nor by guesses from the same address, as in one office or one mobile network', async () => {
    await attempts(office.visitor(), 5);
    for (let nth = 0; nth < 46; nth += 1) await attempt(office.visitor(), `nguoi-${nth}@trogiup.example`);
    expect(await attempt(office.visitor(), 'nguoi-99@trogiup.example')).toBe(LOCKED);
    await owner.post('/console/sign-out');
    expect(await attempt(owner, worker.login, worker.password)).toBe(HALFWAY);
  });

  it('one address alone cannot use up the failures of an account', async () => {
    await attempts(office.visitor({ address: '198.51.100.1' }), 60);
    const newDevice = office.visitor({ address: '192.0.2.1' });
    expect(await attempt(newDevice, worker.login, worker.password)).toBe(HALFWAY);
  });

  it('right passwords count for nothing', async () => {
    const by = office.visitor({ address: '192.0.2.1' });
    for (let nth = 0; nth < 12; nth += 1) expect(await attempt(by, worker.login, worker.password)).toBe(HALFWAY);
  });
});

describe('a device that is known', () => {
  it('has a count of its own, which ends too', async () => {
    await owner.post('/console/sign-out');
    expect((await attempts(owner, 11)).at(-2)).toBe(REFUSED);
    expect(await attempt(owner)).toBe(LOCKED);
    expect(await attempt(office.visitor({ address: '192.0.2.1' }), worker.login, worker.password)).toBe(HALFWAY);
  });

  it('is known for the account that signed in on it, and for no other', async () => {
    const other = await office.accept(await office.invite(owner, 'curator'), { login: 'cu@trogiup.example' });
    await owner.post('/console/sign-out');
    expect((await attempts(owner, 6, other.login)).at(-1)).toBe(LOCKED);
    expect(await attempt(owner, worker.login, worker.password)).toBe(HALFWAY);
  });

  it('can be shared by two accounts', async () => {
    const token = await office.invite(owner, 'curator');
    const other = await office.accept(token, { login: 'cu@trogiup.example', by: owner });
    await owner.post('/console/sign-out');
    expect((await attempts(owner, 7, other.login)).at(-1)).toBe(REFUSED);
    expect((await attempts(owner, 7, worker.login)).at(-1)).toBe(REFUSED);
  });

  it('cannot be made up', async () => {
    const forged = office.visitor({ address: '198.51.100.1' });
    const [value = ''] = decodeURIComponent(owner.cookies.get('hq_device') ?? '').split('.');
    forged.cookies.set('hq_device', encodeURIComponent(`${value}.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=`));
    expect((await attempts(forged, 6)).at(-1)).toBe(LOCKED);
  });
});

describe('whoever guesses the code', () => {
  const guess = async (by: Visitor, form: Record<string, string>): Promise<number> => {
    await attempt(by, worker.login, worker.password);
    return (await by.post('/console/sign-in/code', form)).status;
  };

  it('may fail five times, then waits; recovery codes count with it', async () => {
    const guesser = office.visitor({ address: '198.51.100.1' });
    for (const form of [{ code: '000000' }, { recovery: '22222-22222' }, { code: '1' }, { code: '2' }, { code: '3' }]) {
      expect(await guess(guesser, form)).toBe(REFUSED);
    }
    expect(await guess(guesser, { code: office.code(worker.secret) })).toBe(LOCKED);
    expect(await guess(guesser, { recovery: worker.recoveryCodes[0] ?? '' })).toBe(LOCKED);
  });

  it('has twenty failures a day from wherever they come, and the owner still gets in', async () => {
    for (let nth = 0; nth < 20; nth += 1) {
      expect(await guess(office.visitor({ address: `198.51.100.${nth}` }), { code: '000000' })).toBe(REFUSED);
    }
    expect(await guess(office.visitor({ address: '198.51.100.99' }), { code: office.code(worker.secret) })).toBe(
      LOCKED,
    );
    await owner.post('/console/sign-out');
    expect(await guess(owner, { code: office.code(worker.secret) })).toBe(HALFWAY);
    expect((await owner.get('/console/dashboard')).status).toBe(200);
  });
});

describe('the address', () => {
  it('is that of the connection: what a caller writes about itself counts for nothing', async () => {
    const guesser = office.visitor({ address: '198.51.100.1' });
    const all: number[] = [];
    for (let nth = 0; nth < 6; nth += 1) {
      const headers = { origin: 'http://localhost', 'x-forwarded-for': `192.0.2.${nth}` };
      all.push((await guesser.post('/console/sign-in', { login: worker.login, password: 'sai' }, headers)).status);
    }
    expect(all.at(-1)).toBe(LOCKED);
  });

  it('is what our own proxy wrote, where there is one, and nothing that stands before it', async () => {
    const proxied = await Office.open({ proxies: 1 });
    const { worker: other } = await proxied.admin();
    const from = async (forwarded: string) => {
      const by = proxied.visitor({ address: '10.0.0.1' });
      const headers = { origin: 'http://localhost', 'x-forwarded-for': forwarded };
      return (await by.post('/console/sign-in', { login: other.login, password: 'sai' }, headers)).status;
    };
    for (let nth = 0; nth < 5; nth += 1) expect(await from(`192.0.2.${nth}, 198.51.100.1`)).toBe(REFUSED);
    expect(await from('192.0.2.77, 198.51.100.1')).toBe(LOCKED);
    expect(await from('198.51.100.1, 198.51.100.2')).toBe(REFUSED);
    await proxied.close();
  });
});
