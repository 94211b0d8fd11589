import { describe, expect, it } from 'vitest';
import type { Role } from '../../../src/accounts/account.ts';
import type { ConsoleRoute } from '../../../src/web/console/kit/route.ts';
import { anAccount, consoleAs } from './console-as.ts';

const STAFF: readonly Role[] = ['staff'];
const routes: readonly ConsoleRoute[] = [
  { method: 'GET', path: '/thu', may: STAFF, handle: (c) => c.text(`Chào ${c.get('account').name}`) },
  { method: 'POST', path: '/thu', may: STAFF, handle: (c) => c.text('đã nhận') },
  {
    method: 'GET',
    path: '/hong',
    may: STAFF,
    handle: () => {
      throw new Error('số điện thoại 0912345678');
    },
  },
  { method: 'GET', path: '/ngo', may: 'anyone', handle: (c) => c.text('ai cũng vào') },
];

describe('the frame of the console', () => {
  it('shows a page to its roles and refuses it to the others', async () => {
    const statuses = await Promise.all(
      (['staff', 'curator', 'reviewer', 'admin'] satisfies Role[]).map(
        async (role) => (await consoleAs(anAccount(role), routes).get('/thu')).status,
      ),
    );
    expect(statuses).toEqual([200, 403, 403, 403]);
  });

  it('leads who is not signed in to the sign-in page and back', async () => {
    const answer = await consoleAs(undefined, routes).get('/thu?trang=2');
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      '/console/sign-in?next=%2Fconsole%2Fthu%3Ftrang%3D2',
    ]);
  });

  it('tells who sends a form after the session has ended that nothing was saved', async () => {
    const answer = await consoleAs(undefined, routes).post('/thu', {});
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain('Phiên đăng nhập đã hết nên chưa lưu được');
  });

  it('takes no form that comes from another site', async () => {
    const app = consoleAs(anAccount('staff'), routes);
    expect((await app.post('/thu', {})).status).toBe(200);
    const foreign = await app.raw('/thu', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://ke-xau.example' },
      body: 'a=1',
    });
    expect(foreign.status).toBe(403);
    expect(await foreign.text()).toContain('không đến từ trang quản lý');
  });

  it('says nothing of what does not exist to who is not signed in', async () => {
    expect((await consoleAs(undefined, routes).get('/khong-co')).status).toBe(303);
    expect((await consoleAs(anAccount('staff'), routes).get('/khong-co')).status).toBe(404);
    expect((await consoleAs(undefined, routes).get('/ngo')).status).toBe(200);
  });

  it('shows a reference instead of a fault', async () => {
    const app = consoleAs(anAccount('staff'), routes);
    const answer = await app.get('/hong');
    const page = await answer.text();
    expect(answer.status).toBe(500);
    expect(page).toContain('ma-loi');
    expect(page).not.toContain('0912345678');
    expect(app.faults).toHaveLength(1);
  });

  it('shows only the ways of the role, in the language chosen', async () => {
    const vi = await (await consoleAs(anAccount('admin'), routes).get('/khong-co')).text();
    expect(vi).toContain('<html lang="vi">');
    expect(vi).toContain('Nhật ký');
    expect(vi).not.toContain('href="/console/inbox"');
    const en = await (await consoleAs(anAccount('staff', { language: 'en' }), routes).get('/khong-co')).text();
    expect(en).toContain('<html lang="en">');
    expect(en).toContain('Referrals');
  });

  it('changes the language and goes back to the page, but to no other site', async () => {
    const app = consoleAs(undefined, routes);
    const answer = await app.post('/language', { language: 'en', back: '/console/ngo' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/console/ngo']);
    for (const back of ['https://ke-xau.example', '//ke-xau.example', '/console\\@ke-xau.example']) {
      expect((await app.post('/language', { language: 'en', back })).status).toBe(404);
    }
  });

  it('is never kept by the browser', async () => {
    expect((await consoleAs(anAccount('staff'), routes).get('/thu')).headers.get('cache-control')).toBe('no-store');
  });
});
