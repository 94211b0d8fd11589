import fc from 'fast-check';
import type { Entrance, OpenEntrance } from './entrance.ts';
import { FuzzedProgram } from './fuzzed-program.ts';
import { hostileText } from './hostile-text.ts';
import { asHeader, formBody, formKinds, headerValue, oddHeaders, oddPath, oddQuery } from './http-parts.ts';
import { peopleFor, presses } from './people.ts';

interface Visit {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | undefined;
  readonly person: number;
}

/** So many visits at the same time: an answer is waited for on the page, and people do not wait for each other. */
const AT_ONCE = 60;

function visits(people: number): fc.Arbitrary<Visit> {
  const person = fc.integer({ min: 1, max: people });
  const cookie = fc.oneof(
    { weight: 8, arbitrary: person.map((nth) => `hq_chat=${cookieOf(nth)}`) },
    headerValue.map((value) => `hq_chat=${value}`),
    headerValue,
    fc.constant(''),
  );
  const site = fc.oneof(
    { weight: 12, arbitrary: fc.constant({ 'sec-fetch-site': 'same-origin' }) },
    fc.constantFrom(
      {},
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://localhost' },
    ),
    headerValue.map((origin) => ({ origin })),
  );
  const headers = fc.tuple(oddHeaders, site, cookie, fc.boolean()).map(([odd, from, known, enhanced]) => ({
    ...odd,
    ...from,
    ...(known !== '' && { cookie: known }),
    ...(enhanced && { 'hx-request': 'true' }),
  }));
  const fields = fc
    .record({
      once: fc.oneof({ weight: 8, arbitrary: fc.uuid() }, fc.constantFrom('', 'mot-lan'), hostileText(200)),
      text: hostileText(5_000),
      extra: fc.oneof(
        { weight: 6, arbitrary: fc.constant([]) },
        presses.map((press): readonly (readonly [string, string])[] => [['press', press]]),
        hostileText().map((example): readonly (readonly [string, string])[] => [['example', example]]),
        fc.array(fc.tuple(fc.constantFrom('text', 'once', 'press', 'text[]', '__proto__', 'a.b'), hostileText(200)), {
          maxLength: 4,
        }),
      ),
    })
    .map(({ once, text, extra }) => [['once', once] as const, ['text', text] as const, ...extra]);
  const written = fc
    .record({
      person,
      headers,
      fields,
      kind: formKinds,
      query: fc.oneof({ weight: 9, arbitrary: fc.constant('') }, oddQuery),
    })
    .map(({ person, headers, fields, kind, query }): Visit => {
      const { type, body } = formBody(kind, fields);
      return {
        person,
        method: 'POST',
        path: `/chat${query}`,
        headers: { ...headers, ...(type !== undefined && { 'content-type': type }) },
        body,
      };
    });
  const looked = fc
    .record({
      person,
      headers,
      query: oddQuery,
      path: fc.oneof(
        {
          weight: 4,
          arbitrary: fc.constantFrom('/', '/chat/messages', '/chat/thoat', '/chat', '/healthz', '/assets/chat.js'),
        },
        oddPath,
        oddPath.map((end) => `/assets${end}`),
        oddPath.map((end) => `/chat${end}`),
      ),
      method: fc.oneof(
        { weight: 9, arbitrary: fc.constant('GET') },
        fc.constantFrom('HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'PROPFIND'),
      ),
    })
    .map(({ person, headers, query, path, method }): Visit => ({ person, headers, method, path: path + query }));
  return fc.oneof({ weight: 3, arbitrary: written }, { weight: 2, arbitrary: looked });
}

function cookieOf(person: number): string {
  return `nguoi-hoi-tren-trang-mang-so-${String(person).padStart(8, '0')}`;
}

export const webChat: Entrance = {
  name: 'web-chat',
  about: 'pages, forms, cookies, queries and headers of the web chat, up to 60 at the same time',
  async open(count): Promise<OpenEntrance<readonly Visit[]>> {
    const program = await FuzzedProgram.open({ live: true });
    const put = async ({ method, path, headers, body, person }: Visit): Promise<void> => {
      const address = `10.${(person >> 16) & 255}.${(person >> 8) & 255}.${person & 255}`;
      const safe = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, asHeader(value)]));
      const response = await program.fetch(path, { method, headers: safe, ...(body && { body }) }, address);
      await program.judge(response);
    };
    return {
      inputs: fc.array(visits(peopleFor(count) * 10), { minLength: 1, maxLength: AT_ONCE, size: 'max' }),
      together: AT_ONCE / 2,
      countIn: (all) => all.length,
      put: async (all) => void (await Promise.all(all.map(put))),
      check: () => program.check(),
      close: () => program.close(),
    };
  },
};
