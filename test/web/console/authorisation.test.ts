import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../../src/accounts/account.ts';
import type { RunningApp } from '../running-app.ts';
import { aThing, ENTRY, pathOf } from './things.ts';
import { PEOPLE, type Person, roleOf, WholeOffice } from './whole-office.ts';

let office: WholeOffice<RunningApp>;
beforeAll(async () => {
  office = await WholeOffice.open();
});
afterAll(() => office?.app.stop());

type Method = 'GET' | 'POST';
type Statuses = number | Readonly<Partial<Record<Person, number>>>;

/** Who may come in, what they get, and what the form holds that they send. Whoever is not named is kept out. */
interface Expected {
  readonly may: 'anyone' | readonly Role[];
  readonly gives: Statuses;
  readonly form?: Form;
  /** The thing belongs to the centre of `staff`: for others it is not there. */
  readonly ofCentre?: true;
}
type Form = Readonly<Record<string, string>> | (() => Readonly<Record<string, string>>);

const STAFF: readonly Role[] = ['staff'];
const WRITERS: readonly Role[] = ['curator', 'reviewer'];
const ADMIN: readonly Role[] = ['admin'];
const ALL: readonly Role[] = ['staff', 'curator', 'reviewer', 'admin'];
const DESK: readonly Role[] = ['staff', 'curator', 'reviewer'];
const CANNED = { title: 'Hẹn', body: 'Mời bạn đến.', citations: 'luat-khieu-nai-2011:9' };
const ENTRY_PATH = ':id{(?:qa|guide|article)/.+}';

/** The hidden fields of a form on the page of a ticket. */
const once =
  (more: Readonly<Record<string, string>> = {}) =>
  () => ({ once: randomUUID(), version: '', ...more });
const anyone = (gives: Statuses, form: Form = {}): Expected => ({ may: 'anyone', gives, form });
const by = (may: readonly Role[], gives: Statuses = 200, form: Form = {}): Expected => ({ may, gives, form });
const centre = (gives: number, form: Form = {}): Expected => ({ may: STAFF, gives, form, ofCentre: true });

/** Every route of the console. One that is missing here fails the test: somebody has to say who may use it. */
const EXPECTED: Readonly<Record<string, Expected>> = {
  'GET /console': by(ALL, 303),
  'POST /console/language': anyone(303, { language: 'en', back: '/console/profile' }),

  'GET /console/sign-in': anyone({ nobody: 200, staff: 303, curator: 303, reviewer: 303, admin: 303 }),
  'POST /console/sign-in': anyone(422, () => ({ login: randomUUID(), password: '' })),
  'GET /console/sign-in/code': anyone(303),
  'POST /console/sign-in/code': anyone(303),
  'POST /console/sign-out': anyone(303),
  'GET /console/invitation': anyone(410),
  'POST /console/invitation': anyone(410),

  'GET /console/profile': by(ALL),
  'POST /console/profile/password': by(ALL, 422),
  'GET /console/profile/second-factor': by(ALL),
  // Without the seed that the page gave: back to the page.
  'POST /console/profile/second-factor': by(ALL, 303),
  'POST /console/profile/recovery-codes': by(ALL, 422),
  'POST /console/profile/sessions/end': by(ALL, 303),

  'GET /console/accounts': by(ADMIN),
  'GET /console/accounts/invite': by(ADMIN),
  'POST /console/accounts/invite': by(ADMIN, 422),
  'POST /console/accounts/invitations/:id/withdraw': by(ADMIN, 303),
  'GET /console/accounts/:id': by(ADMIN),
  'POST /console/accounts/:id/state': by(ADMIN, 303, { state: 'disabled' }),
  'POST /console/accounts/:id/role': by(ADMIN, 303, { role: 'curator', province: '' }),
  'POST /console/accounts/:id/reset': by(ADMIN, 200),
  'POST /console/accounts/:id/sessions/end': by(ADMIN, 303),
  'GET /console/audit': by(ADMIN),
  'GET /console/audit/file': by(ADMIN),
  'POST /console/audit/check': by(ADMIN, 303),

  'GET /console/inbox': by(STAFF),
  'POST /console/inbox/search': by(STAFF, 200, { q: 'đất' }),
  'GET /console/tickets/:code': centre(200),
  'GET /console/tickets/:code/talk': centre(200),
  'POST /console/tickets/:code/preview': centre(200, { words: 'Chào bạn.' }),
  'POST /console/tickets/:code/find': centre(200, { q: 'khiếu nại' }),
  'POST /console/tickets/:code/insert': centre(200, { insert: '(Điều 9)' }),
  'POST /console/tickets/:code/presence': centre(204, { doing: 'writing' }),
  'POST /console/tickets/:code/answer': centre(303, once({ words: 'Chào bạn.' })),
  'POST /console/tickets/:code/claim': centre(303, once()),
  'POST /console/tickets/:code/release': centre(303, once()),
  'POST /console/tickets/:code/assign': centre(303, () => ({ once: randomUUID(), to: office.id('staff') })),
  'POST /console/tickets/:code/close': centre(303, once()),
  'POST /console/tickets/:code/reopen': centre(303, once()),
  'POST /console/tickets/:code/transfer': centre(303, once({ to: '01', reason: 'Chị ấy đã về Hà Nội' })),
  'POST /console/tickets/:code/transfer/drop': centre(303, once()),
  'POST /console/tickets/:code/merge': centre(409, once({ other: 'HQ-ZZZZ' })),
  'POST /console/tickets/:code/note': centre(303, once({ note: 'Gọi lại chiều mai' })),
  'GET /console/tickets/:code/candidate': centre(200),
  // What is typed is looked at first, and these two say nothing of the referral: see below.
  'POST /console/tickets/:code/candidate': by(STAFF, 422),
  'POST /console/tickets/:code/candidate/citations': by(STAFF),
  'GET /console/canned': by(DESK),
  'GET /console/canned/new': by(DESK),
  // The reply belongs to the centre.
  'GET /console/canned/:id': by(DESK, { staff: 200, 'staff elsewhere': 404, curator: 404, reviewer: 404 }),
  'POST /console/canned/:id': by(DESK, { staff: 303, 'staff elsewhere': 404, curator: 404, reviewer: 404 }, CANNED),
  'POST /console/canned/:id/find': by(DESK, 200, { q: 'khiếu nại' }),
  // For others it changes nothing: see below.
  'POST /console/canned/:id/remove': by(DESK, 303),

  'GET /console/questions': by(WRITERS),
  'GET /console/questions/:id': by(WRITERS),
  'POST /console/questions/:id/draft': by(WRITERS, 303),
  'POST /console/questions/:id/dismiss': by(WRITERS, 422),
  'GET /console/entries': by(WRITERS),
  [`GET /console/entries/${ENTRY_PATH}`]: by(WRITERS),
  'GET /console/entries/files': by(WRITERS),
  'POST /console/entries/export': by(WRITERS, 303),
  'POST /console/entries/import': by(WRITERS, 422),
  'POST /console/entries/take-back': by(WRITERS, { curator: 403, reviewer: 422 }, { entry: ENTRY }),
  'POST /console/regressions': by(WRITERS, 422, { entry: ENTRY }),
  'POST /console/regressions/:id/remove': by(WRITERS, 303, { entry: ENTRY }),
  'GET /console/revisions/:id': by(WRITERS),
  'POST /console/revisions/:id/go-on': by(WRITERS, 303),
  'POST /console/revisions/:id/bring-back': by(WRITERS, 422),
  // Nothing was taken into it.
  'POST /console/revisions/:id/release': by(WRITERS, 404),
  'GET /console/drafts': by(WRITERS),
  'POST /console/drafts': by(WRITERS, 303, { entry: ENTRY }),
  'GET /console/drafts/new': by(WRITERS),
  'POST /console/drafts/new': by(WRITERS, 422),
  // The draft is the curator's: a colleague reads it and cannot write in it.
  'GET /console/drafts/:id': by(WRITERS, { curator: 200, reviewer: 303 }),
  'POST /console/drafts/:id': by(WRITERS, { curator: 303, reviewer: 409 }),
  'POST /console/drafts/:id/preview': by(WRITERS),
  'POST /console/drafts/:id/citations': by(WRITERS),
  'POST /console/drafts/:id/try': by(WRITERS),
  'POST /console/drafts/:id/check': by(WRITERS, { curator: 303, reviewer: 409 }),
  'GET /console/drafts/:id/check': by(WRITERS),
  'POST /console/drafts/:id/submit': by(WRITERS, { curator: 422, reviewer: 409 }),
  'POST /console/drafts/:id/discard': by(WRITERS, 303),
  'GET /console/reviews': by(WRITERS),
  'GET /console/reviews/:id': by(WRITERS),
  // Four eyes: who wrote it decides nothing.
  'POST /console/reviews/:id/publish': by(WRITERS, { curator: 403, reviewer: 303 }),
  'POST /console/reviews/:id/send-back': by(WRITERS, { curator: 403, reviewer: 422 }),
  'GET /console/candidates': by(WRITERS),
  'GET /console/candidates/:id': by(WRITERS),
  'POST /console/candidates/:id/draft': by(WRITERS, 303),
  'POST /console/candidates/:id/dismiss': by(WRITERS, 422),
  'GET /console/due': by(WRITERS),
  'GET /console/due/release': by(WRITERS, 303),
  'POST /console/due/release': by(WRITERS, 303),

  // No law was imported here, and nothing is to be read again.
  'GET /console/law': by(WRITERS),
  'GET /console/law/asked': by(WRITERS),
  'GET /console/law/of/:code': by(WRITERS, 404),
  'GET /console/law/of/:code/:article': by(WRITERS, 404),
  'GET /console/law/tasks': by(WRITERS),
  'GET /console/law/tasks/:id': by(WRITERS, 404),
  'POST /console/law/tasks/:id': by(WRITERS, 404),
  'GET /console/law/upload': by(WRITERS),
  'POST /console/law/upload': by(WRITERS, 422),
  'GET /console/law/uploads/:id': by(WRITERS, 404),
  'POST /console/law/uploads/:id': by(WRITERS, 404),

  'GET /console/dashboard': by(ADMIN),
  'GET /console/dashboard/table/:file': by(ADMIN),
  'GET /console/report': by(ADMIN),
  'POST /console/report': by(ADMIN, 422),
  'GET /console/centres': by(ADMIN),
  'GET /console/centres/:province': by(ADMIN),
  'POST /console/centres/:province': by(ADMIN, 422),
  'GET /console/clock': by(ADMIN),
  'GET /console/settings': by(ADMIN),
  'GET /console/settings/switches': by(ADMIN),
  'POST /console/settings/switches/:name': by(ADMIN, 422, { to: 'off' }),
  'GET /console/settings/hours': by(ADMIN),
  'POST /console/settings/hours': by(ADMIN, 422),
  'GET /console/settings/targets': by(ADMIN),
  'POST /console/settings/targets': by(ADMIN, 422),
  'GET /console/settings/hotlines': by(ADMIN),
  'GET /console/settings/hotlines/:id': by(ADMIN),
  'POST /console/settings/hotlines/:id': by(ADMIN, 422),
  'GET /console/settings/texts': by(ADMIN),
  'GET /console/settings/texts/:key': by(ADMIN),
  'POST /console/settings/texts/:key': by(ADMIN, 422),
  'GET /console/settings/groups': by(ADMIN),
  'POST /console/settings/groups': by(ADMIN, 422),
  'POST /console/settings/groups/unlink': by(ADMIN, 422),

  // Only for the one who began the work, and nobody here did.
  'GET /console/work/:id': by(ALL, 404),
  'GET /console/work/:id/file': by(ALL, 404),
};

const rows = Object.entries(EXPECTED).map(([name, expected]) => {
  const [method = '', route = ''] = name.split(' ');
  return { name, method: method as Method, route, expected };
});
const forms = rows.filter(({ method }) => method === 'POST');
const filled = (form: Form = {}) => (typeof form === 'function' ? form() : form);

function call(person: Person, { method, expected }: (typeof rows)[number], path: string): Promise<Response> {
  return method === 'GET' ? office.get(person, path) : office.post(person, path, filled(expected.form));
}

function statusFor(person: Person, { method, expected }: (typeof rows)[number]): number {
  const { may, gives, ofCentre } = expected;
  const role = person === 'nobody' ? 'nobody' : roleOf(person);
  if (may !== 'anyone') {
    if (role === 'nobody') return method === 'GET' ? 303 : 401;
    if (!may.includes(role)) return 403;
    if (person === 'staff elsewhere' && ofCentre) return 404;
  }
  return typeof gives === 'number' ? gives : (gives[person] ?? gives[role] ?? 403);
}

describe('who may use what', () => {
  it('speaks of every route of the console, and of no other', () => {
    const routes = office.app.web.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/console'))
      .map(({ method, path }) => `${method} ${path}`);
    expect(Object.keys(EXPECTED).toSorted()).toEqual([...new Set(routes)].toSorted());
  });

  it.each(rows)('$name', async (row) => {
    const got: Record<string, number> = {};
    const expected: Record<string, number> = {};
    for (const person of PEOPLE) {
      const response = await call(person, row, await pathOf(row.route, aThing(office)));
      got[person] = response.status;
      expected[person] = statusFor(person, row);
      if (person === 'nobody' && row.expected.may !== 'anyone' && row.method === 'GET') {
        expect(response.headers.get('location')).toMatch(/^\/console\/sign-in\?next=/);
      }
    }
    expect(got).toEqual(expected);
  });
});

describe('forms of other sites', () => {
  const ORIGINS = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    {},
  ] as const;
  const TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'] as const;

  it.each(forms)('$name is not taken from another site', async (row) => {
    const path = await pathOf(row.route, aThing(office));
    for (const person of PEOPLE) {
      const response = await office.post(person, path, filled(row.expected.form), ORIGINS[0]);
      expect([person, response.status]).toEqual([person, 403]);
    }
  });

  it.each(TYPES)('however it is sent: %s', async (type) => {
    const code = await office.ticket();
    for (const origin of ORIGINS) {
      const form = { once: randomUUID(), note: 'Ghi chú của người khác' };
      const sent = await office.post('staff', `/console/tickets/${code}/note`, form, {
        ...origin,
        'content-type': type,
      });
      expect([origin, sent.status]).toEqual([origin, 403]);
    }
    expect(await (await office.get('staff', `/console/tickets/${code}`)).text()).not.toContain(
      'Ghi chú của người khác',
    );
  });
});

describe('what belongs to another centre', () => {
  const UNKNOWN = 'HQ-ZZZZ';
  const ofTickets = rows.filter(({ route }) => route.startsWith('/console/tickets/:code'));

  it.each(ofTickets)('$name is answered as if there were no such referral', async (row) => {
    const path = await pathOf(row.route, aThing(office));
    const code = /HQ-[A-Z0-9]{4}/.exec(path)?.[0] ?? '';
    const send = (to: string) => call('staff elsewhere', row, to);
    const [there, nowhere] = [await send(path), await send(path.replace(code, UNKNOWN))];
    const seen = async (response: Response) => ({
      status: response.status,
      headers: [...response.headers].filter(([name]) => name !== 'set-cookie'),
      body: await response.text(),
    });
    const [real, unreal] = [await seen(there), await seen(nowhere)];
    expect(real).toEqual(JSON.parse(JSON.stringify(unreal).replaceAll(UNKNOWN, code)));
    expect(real.body).not.toContain('Chủ trọ giữ giấy tờ của tôi');
  });

  it('is not removed either', async () => {
    const canned = await office.canned();
    for (const person of ['staff elsewhere', 'curator', 'reviewer'] as const) {
      await office.post(person, `/console/canned/${canned}/remove`);
    }
    expect((await office.get('staff', `/console/canned/${canned}`)).status).toBe(200);
  });

  it('is not discarded by a colleague', async () => {
    const draft = await office.draft();
    await office.post('reviewer', `/console/drafts/${draft}/discard`);
    expect((await office.get('curator', `/console/drafts/${draft}`)).status).toBe(200);
  });
});

describe('around the pages', () => {
  const pages = rows.filter(({ method }) => method === 'GET');

  it.each(pages)('$name keeps to itself', async (row) => {
    for (const person of ['nobody', ...(row.expected.may === 'anyone' ? [] : row.expected.may)] as const) {
      const response = await office.get(person, await pathOf(row.route, aThing(office)));
      const policy = response.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe-|\*/);
      expect(response.headers.get('x-frame-options')).toBe('DENY');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('cache-control')).toBe('no-store');
      const html = await response.text();
      expect(html).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle=|\son[a-z]+=|javascript:/i);
    }
  });
});
