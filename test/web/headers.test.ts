import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionOf } from '../../scripts/console/session-of.ts';
import { WAGES } from '../support/questions.ts';
import { whatRuns } from './console/page-forms.ts';
import { SECRET, WholeOffice } from './console/whole-office.ts';
import { type RunningApp, runApp } from './running-app.ts';

const OURS = 'https://hoi-quyen.example';

let folder: string;
let app: RunningApp;
let admin: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-headers-'));
  app = await runApp({ PUBLIC_URL: OURS, SESSION_SECRET: SECRET, DATABASE_URL: `file:${join(folder, 'test.db')}` });
  const office = await WholeOffice.in(app);
  admin = await sessionOf(office.id('admin'), {
    store: app.store,
    secret: SECRET,
    now: () => new Date(),
    secure: true,
  });
});
afterAll(async () => {
  await app?.stop();
  rmSync(folder, { recursive: true, force: true });
});

type Headers = Readonly<Record<string, string>>;
interface Kind {
  readonly path: string;
  readonly status: number;
  readonly form?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly headers?: Headers;
  readonly asAdmin?: true;
  /** Says nothing of a person. */
  readonly open?: true;
}

const OWN: Headers = { origin: OURS, 'sec-fetch-site': 'same-origin' };
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** Every kind of answer that the program gives over HTTP. */
const KINDS: Readonly<Record<string, Kind>> = {
  'the page of the chat': { path: '/', status: 200 },
  'the talk alone': { path: '/chat/messages', status: 200, headers: { 'hx-request': 'true' } },
  'an answer': {
    path: '/chat',
    status: 200,
    form: { once: 'mot', text: WAGES },
    headers: { ...OWN, 'hx-request': 'true' },
  },
  'a first answer without script': { path: '/chat', status: 200, form: { once: 'hai', text: WAGES }, headers: OWN },
  'a form that was refused': { path: '/chat', status: 422, form: { once: 'ba', text: '' }, headers: OWN },
  'a form of another site': {
    path: '/chat',
    status: 403,
    form: { text: 'x' },
    headers: { 'sec-fetch-site': 'cross-site' },
    open: true,
  },
  'the way out': { path: '/chat/thoat', status: 303 },
  'a body that is too large': {
    path: '/chat',
    status: 413,
    body: 'a'.repeat(1_100_000),
    headers: { ...OWN, ...FORM },
    open: true,
  },
  'a page that there is not': { path: '/khong-co', status: 404, open: true },
  'a file of ours': { path: '/assets/app.css', status: 200, open: true },
  'a file that there is not': { path: '/assets/khong-co.js', status: 404, open: true },
  health: { path: '/healthz', status: 200, open: true },
  readiness: { path: '/readyz', status: 200, open: true },
  metrics: { path: '/metrics', status: 200, open: true },
  'a webhook that is off': { path: '/webhooks/zalo', status: 404, body: '{}', open: true },
  'a webhook': { path: '/webhooks/telegram', status: 200, body: '{}', open: true },
  'the way to sign in': { path: '/console/inbox', status: 303 },
  'the page to sign in': { path: '/console/sign-in', status: 200 },
  'a sign-in that failed': {
    path: '/console/sign-in',
    status: 422,
    form: { login: 'ai@do.vn', password: 'x' },
    headers: OWN,
  },
  'the second step without the first': { path: '/console/sign-in/code', status: 303 },
  'an invitation that is over': { path: '/console/invitation?token=x', status: 410 },
  'a form without being signed in': { path: '/console/accounts/invite', status: 401, form: {}, headers: OWN },
  'a form of another site in the console': {
    path: '/console/sign-in',
    status: 403,
    form: {},
    headers: { origin: 'https://evil.example' },
  },
  'a page of the console': { path: '/console/dashboard', status: 200, asAdmin: true },
  'a page of another role': { path: '/console/inbox', status: 403, asAdmin: true },
  'a page of the console that there is not': { path: '/console/khong-co', status: 404, asAdmin: true },
  'a file of the console': { path: '/console/audit/file', status: 200, asAdmin: true },
  'a table as a file': { path: '/console/dashboard/table/cau-hoi-theo-ngay.csv', status: 200, asAdmin: true },
  'an account': { path: '/console/accounts', status: 200, asAdmin: true },
  'a language': {
    path: '/console/language',
    status: 303,
    form: { language: 'en', back: '/console/profile' },
    headers: OWN,
    asAdmin: true,
  },
  'signing out': { path: '/console/sign-out', status: 303, form: {}, headers: OWN },
};

function ask({ path, form, body, headers, asAdmin }: Kind): Response | Promise<Response> {
  const sent = body ?? (form && new URLSearchParams(form).toString());
  return app.web.request(`${OURS}${path}`, {
    ...(sent !== undefined && { method: 'POST', body: sent }),
    headers: { ...(form && FORM), ...headers, ...(asAdmin && { cookie: admin }) },
  });
}

describe('every answer', () => {
  it.each(Object.entries(KINDS))('keeps to itself: %s', async (_, kind) => {
    const response = await ask(kind);
    expect(response.status).toBe(kind.status);
    expectToKeepToItself(response);
    if (!kind.open) expect(response.headers.get('cache-control')).toMatch(/no-store/);
    await expectToRunNothing(response);
  });

  it('also when something broke inside, without a word of what', async () => {
    const database = new Database(join(folder, 'test.db'));
    database.exec('ALTER TABLE audit RENAME TO audit_away');
    try {
      const response = await ask({ path: '/console/audit', status: 500, asAdmin: true });
      expect(response.status).toBeGreaterThanOrEqual(500);
      expectToKeepToItself(response);
      expect(await response.clone().text()).not.toMatch(/audit_away|no such table|sqlite|\bat .*\.ts|node_modules/i);
      await expectToRunNothing(response);
    } finally {
      database.exec('ALTER TABLE audit_away RENAME TO audit');
      database.close();
    }
  });
});

function expectToKeepToItself({ headers }: Response): void {
  const policy = headers.get('content-security-policy') ?? '';
  for (const part of [
    "default-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "script-src 'self'",
  ])
    expect(policy).toContain(part);
  expect(policy).not.toMatch(/unsafe-|\*|https?:/);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('referrer-policy')).toBe('same-origin');
  expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{7,}/);
  expect(headers.get('access-control-allow-origin')).toBeNull();
  expect(headers.get('x-powered-by')).toBeNull();
  for (const cookie of headers.getSetCookie()) {
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=(?:Lax|Strict)/);
    expect(cookie).toMatch(/; Secure/);
  }
}

async function expectToRunNothing(response: Response): Promise<void> {
  if (!response.headers.get('content-type')?.startsWith('text/html')) return;
  const html = await response.text();
  expect(whatRuns(html)).toEqual([]);
  expect(html).not.toMatch(/<script(?![^>]* src="\/assets\/)|<style|\sstyle=|\son[a-z]+=|javascript:/i);
}

describe('forms that change something', () => {
  /** Calls of messengers carry a secret in place of the origin of a page. */
  const BY_SECRET = /^\/webhooks\//;
  const forms = () =>
    [
      ...new Set(
        app.web.routes
          .filter(({ method }) => method !== 'GET' && method !== 'ALL')
          .map(({ method, path }) => `${method} ${path}`),
      ),
    ].filter((one) => !BY_SECRET.test(one.split(' ')[1] ?? ''));

  it('are posts, each of them', () => {
    expect(forms().length).toBeGreaterThan(60);
    expect(forms().filter((one) => !one.startsWith('POST '))).toEqual([]);
  });

  it.each([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['another site, in an old browser', { origin: 'https://evil.example' }],
    ['a site beside ours', { origin: 'https://kia.hoi-quyen.example', 'sec-fetch-site': 'same-site' }],
    ['a frame without origin', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
  ])('are taken from nowhere else: %s', async (_, headers) => {
    const answers: Record<string, number> = {};
    for (const one of forms()) {
      const path = (one.split(' ')[1] ?? '').replace(/:[a-z]+(?:\{[^}]*\})?/g, 'khong-co');
      answers[one] = (await ask({ path, status: 403, form: { a: 'b' }, headers, asAdmin: true })).status;
    }
    expect(Object.entries(answers).filter(([, status]) => status !== 403)).toEqual([]);
  });
});
