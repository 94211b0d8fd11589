import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningApp } from '../running-app.ts';
import { ENTRY, withThing } from './things.ts';
import { PEOPLE, type Person, WholeOffice } from './whole-office.ts';

/** What opens a thing: the route it belongs to, and a name or id that somebody could have seen, guessed or made up. */
interface Handle {
  readonly of: string;
  readonly id: string;
}

const UNKNOWN = 'khong-he-co-that';
const UNKNOWN_CODE = 'HQ-ZZZZ';
const STORY = 'Chủ trọ giữ giấy tờ của tôi';

let office: WholeOffice<RunningApp>;
let handles: readonly Handle[];
beforeAll(async () => {
  office = await WholeOffice.open();
  const ticket = await office.ticket();
  const kinds: Readonly<Record<string, string>> = {
    '/console/tickets/': ticket,
    '/console/accounts/': await office.account('staff', '33'),
    '/console/accounts/invitations/': await office.invitation(),
    '/console/canned/': await office.canned(),
    '/console/questions/': office.question(),
    '/console/entries/': ENTRY,
    '/console/regressions/': await office.regression(),
    '/console/revisions/': await office.draft('in-review'),
    '/console/drafts/': await office.draft(),
    '/console/candidates/': await office.candidate(),
  };
  handles = [
    ...Object.entries(kinds).map(([of, id]) => ({ of, id })),
    // One letter beside something that is there, and what programs try first.
    ...Object.values(kinds).map((id) => ({ of: '', id: `${id.slice(0, -1)}${id.endsWith('2') ? '3' : '2'}` })),
    ...['00000', '-10000', 'constructor', '__proto__'].map((id) => ({
      of: '',
      id,
    })),
  ];
});
afterAll(() => office?.app.stop());

/** Enough for any form, so that no handler stops at a field before it looks for the thing. */
const form = () => ({
  once: randomUUID(),
  version: '',
  words: 'Chào bạn.',
  note: 'Ghi chú',
  to: '01',
  reason: 'Chị ấy đã chuyển nhà',
  other: UNKNOWN_CODE,
  q: 'khiếu nại',
  state: 'disabled',
  role: 'curator',
  province: '',
  title: 'Hẹn',
  body: 'Mời bạn đến.',
  citations: 'luat-khieu-nai-2011:9',
  doing: 'writing',
});

/** What belongs to the whole service, is known by name, or is made with the id that the form brings (a canned reply). */
const OF_EVERYBODY: readonly string[] = [
  'GET /console/work/',
  'GET /console/law/',
  'POST /console/law/',
  'GET /console/settings/',
  'POST /console/settings/',
  'GET /console/centres/',
  'POST /console/centres/',
  'GET /console/dashboard/',
  'POST /console/canned/',
];
const withParameter = () => {
  const names = office.app.web.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/console/') && path.includes('/:'))
    .map(({ method, path }) => `${method} ${path}`)
    .filter((name) => !OF_EVERYBODY.some((one) => name.startsWith(one)));
  return [...new Set(names)].map((name) => {
    const [method = '', path = ''] = name.split(' ');
    return { method, path };
  });
};

async function seen(person: Person, method: string, path: string, handle: string) {
  const response = await (method === 'GET' ? office.get(person, path) : office.post(person, path, form()));
  const hide = (text: string) =>
    [handle, encodeURIComponent(handle), decodeURIComponent(handle), encodeURIComponent(path), path]
      .filter((one) => one.length > 2)
      .sort((a, b) => b.length - a.length)
      .reduce((shown, one) => shown.replaceAll(one, '…'), text);
  return {
    status: response.status,
    headers: [...response.headers]
      .filter(([name]) => name !== 'set-cookie' && name !== 'content-length')
      .map(([name, value]) => [name, hide(value)]),
    body: hide(await response.text()),
  };
}

/** Routes that speak of one kind of thing under several names: a draft is a revision that nobody has reviewed yet. */
const ONE_KIND = ['/console/revisions/', '/console/drafts/', '/console/reviews/'];

/** Does a route speak of this kind of thing? */
function isOfThisKind(route: string, { of }: Handle): boolean {
  if (ONE_KIND.includes(of)) return ONE_KIND.some((one) => route.startsWith(one));
  if (of === '/console/accounts/' && route.startsWith('/console/accounts/invitations/')) return false;
  return of !== '' && route.startsWith(of);
}

describe('what somebody guesses', () => {
  it('is answered like what does not exist: ids beside real ones, of other kinds, and made up', {
    timeout: 240_000,
  }, async () => {
    const routes = withParameter();
    expect(routes.length).toBeGreaterThan(30);
    for (const { method, path } of routes) {
      for (const person of PEOPLE.filter((one) => one !== 'nobody')) {
        const unknown = await seen(person, method, withThing(path, UNKNOWN), UNKNOWN);
        const strange = handles.filter((one) => !isOfThisKind(path, one) && !isOtherEntry(path, one));
        // A role that may not come in is turned away before anything is looked for.
        for (const handle of unknown.status === 403 ? strange.slice(0, 2) : strange) {
          const guessed = await seen(person, method, withThing(path, handle.id), handle.id);
          expect({ method, path, person, handle: handle.id, ...guessed }).toEqual({
            method,
            path,
            person,
            handle: handle.id,
            ...unknown,
          });
        }
      }
    }
  });

  it('of another centre leaves no trace of having been looked at, and shows nothing', async () => {
    const code = handles.find(({ of }) => of === '/console/tickets/')?.id ?? '';
    for (const { method, path } of withParameter().filter((one) => one.path.startsWith('/console/tickets/'))) {
      const { body } = await seen('staff elsewhere', method, withThing(path, code), '');
      expect(body).not.toContain(STORY);
    }
    const lines = await office.app.store.transaction(({ audit }) =>
      audit.find({ by: office.id('staff elsewhere') }, 100),
    );
    expect(lines.filter(({ object }) => object === `ticket/${code}`)).toEqual([]);
  });

  it('costs nothing to whoever has it: the referral is as it was', async () => {
    const code = handles.find(({ of }) => of === '/console/tickets/')?.id ?? '';
    const ticket = await office.app.store.transaction(({ tickets }) => tickets.findByCode(code as never));
    expect(ticket).toMatchObject({ code, province: '33', state: 'waiting', lines: [STORY] });
    expect(ticket?.claimedBy).toBeUndefined();
  });
});

/** Ids of entries have a form of their own, which decides whether the route is met at all. */
function isOtherEntry(path: string, { id }: Handle): boolean {
  return path.startsWith('/console/entries/') || id.includes('/');
}
