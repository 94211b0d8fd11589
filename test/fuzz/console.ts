import fc from 'fast-check';
import { type Visit, visits } from '../../scripts/console/pages.ts';
import type { App } from '../../src/wiring.ts';
import { formsOf } from '../web/console/page-forms.ts';
import { aThing, type MakeThing, pathOf, withThing } from '../web/console/things.ts';
import { PEOPLE, type Person, SECRET, WholeOffice } from '../web/console/whole-office.ts';
import type { Entrance, OpenEntrance } from './entrance.ts';
import { FuzzedProgram } from './fuzzed-program.ts';
import { hostileText } from './hostile-text.ts';
import { asHeader, type FormKind, formBody, formKinds, oddHeaders, oddQuery } from './http-parts.ts';

/** One call of somebody. */
interface Call {
  /** Which of the routes. */
  readonly route: number;
  /** Who calls: whoever may, or this one. */
  readonly as: Person | undefined;
  /** Stands for the parameter of the route; undefined: a thing that is there. */
  readonly thing: string | undefined;
  /** What is typed into the fields of the form, in turn; a field beyond is left as it was. */
  readonly typed: readonly (string | undefined)[];
  /** Fields that no form has. */
  readonly more: readonly (readonly [string, string])[];
  readonly kind: FormKind;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: string;
}

interface Route {
  readonly method: string;
  readonly path: string;
  readonly fields: ReadonlyMap<string, string>;
  /** Whoever was seen to get in. */
  readonly by: Person;
}

/** A thing is used so often before a new one is made: some forms end what they are about. */
const USES = 12;
/** Things of which the office has only some. */
const FEW = ['/console/questions/:id'];
const NAMES = [
  'once',
  'version',
  'words',
  'text',
  'id',
  'entry',
  'to',
  'reason',
  'next',
  'language',
  'back',
  'token',
  '__proto__',
  'a[]',
  '',
];

const origins = fc.oneof(
  { weight: 12, arbitrary: fc.constant('http://localhost') },
  fc.constantFrom('https://evil.example', 'null', ''),
  hostileText(60).map(asHeader),
);

function calls(routes: readonly Route[]): fc.Arbitrary<Call> {
  const posts = routes.flatMap(({ method }, nth) => (method === 'POST' ? [nth] : []));
  return fc.record({
    route: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...posts) },
      { weight: 1, arbitrary: fc.nat(routes.length - 1) },
    ),
    as: fc.oneof(
      { weight: 8, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constantFrom(...PEOPLE) },
    ),
    thing: fc.oneof(
      { weight: 4, arbitrary: fc.constant(undefined) },
      fc.constantFrom('HQ-ZZZZ', 'khong-co', '0', '-1', '..', '%00', '01', 'qa/khong/co'),
      hostileText(300).map((text) => encodeURIComponent(Buffer.from(text).toString()).slice(0, 3_000)),
    ),
    typed: fc.array(fc.oneof(hostileText(3_000), fc.constant(undefined)), { minLength: 1, maxLength: 12 }),
    more: fc.array(fc.tuple(fc.constantFrom(...NAMES), hostileText(300)), { maxLength: 3 }),
    kind: formKinds,
    headers: fc
      .tuple(oddHeaders, origins, fc.boolean())
      .map(([odd, origin, enhanced]) => ({ ...odd, origin, ...(enhanced && { 'hx-request': 'true' }) })),
    query: fc.oneof({ weight: 6, arbitrary: fc.constant('') }, oddQuery),
  });
}

/** Every route of the console, with the fields of its form where a page shows one. */
async function routesOf(office: WholeOffice): Promise<readonly Route[]> {
  const shown = await shownIn(office);
  const known = new Map<string, { fields: Map<string, string>; by: Person }>();
  const routes = new Map(
    office.app.web.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/console'))
      .map(({ method, path }) => [`${method} ${path}`, { method, path }]),
  );
  const routeOf = (method: string, path: string) =>
    [...routes.values()].find((one) => one.method === method && patternOf(one.path).test(path.split('?')[0] ?? ''));
  for (const { path, as = 'nobody' } of shown) {
    known.set(`GET ${routeOf('GET', path)?.path}`, { fields: new Map(), by: as });
    const html = await (await office.get(as, path)).text();
    for (const { method, actions, fields } of formsOf(html, path)) {
      for (const action of actions) {
        const route = routeOf(method.toUpperCase(), action);
        if (!route) continue;
        const name = `${route.method} ${route.path}`;
        const { fields: before } = known.get(name) ?? { fields: new Map<string, string>() };
        known.set(name, {
          fields: new Map([...before, ...fields.map(({ name, value }) => [name, value] as const)]),
          by: as,
        });
      }
    }
  }
  return [...routes].map(([name, route]) => ({
    ...route,
    fields: new Map(),
    by: personFor(route.path),
    ...known.get(name),
  }));
}

function patternOf(route: string): RegExp {
  return new RegExp(`^${route.replace(/:[a-z]+(?:\{([^}]*)\})?/g, (_, one = '[^/]+') => one)}$`);
}

/** Who may use what no page leads to. */
function personFor(path: string): Person {
  if (/^\/console\/(?:tickets|inbox|canned)/.test(path)) return 'staff';
  if (/^\/console\/(?:accounts|audit|settings|centres|clock|dashboard|report)/.test(path)) return 'admin';
  return /^\/console\/(?:sign-in|invitation)/.test(path) ? 'nobody' : 'reviewer';
}

async function shownIn(office: WholeOffice): Promise<readonly Visit[]> {
  return visits({
    ticket: await office.ticket({ held: true }),
    closedTicket: await office.ticket({ closed: true }),
    account: await office.account('staff'),
    entry: 'qa/lao-dong/bi-no-luong',
    draft: await office.draft(),
    inReview: await office.draft('in-review'),
    published: await office.draft('in-review'),
    candidate: await office.candidate(),
    question: office.question(),
    canned: await office.canned(),
  });
}

/** Things that are used some times before new ones are made. */
function things(office: WholeOffice): MakeThing {
  const make = aThing(office);
  const made = new Map<string, { thing: string; uses: number }>();
  return async (beginning) => {
    const known = made.get(beginning);
    if (known && (known.uses < USES || FEW.includes(beginning))) {
      known.uses += 1;
      return known.thing;
    }
    const thing = (await make(beginning)) ?? '';
    made.set(beginning, { thing, uses: 1 });
    return thing;
  };
}

/** Cookies of sessions that last until a form ends them. */
class Sessions {
  readonly #office: WholeOffice;
  readonly #cookies = new Map<Person, string>();

  constructor(office: WholeOffice) {
    this.#office = office;
  }

  async of(person: Person): Promise<string> {
    const known = this.#cookies.get(person);
    if (known !== undefined) return known;
    const cookie = await this.#office.cookie(person);
    this.#cookies.set(person, cookie);
    return cookie;
  }

  forget(person: Person): void {
    this.#cookies.delete(person);
  }
}

export const consoleForms: Entrance = {
  name: 'console',
  about: 'every route of the console, as whoever may use it, as others, and as nobody',
  async open(): Promise<OpenEntrance<Call>> {
    const program = await FuzzedProgram.open({ live: true, environment: { SESSION_SECRET: SECRET } });
    const office: WholeOffice<App> = await WholeOffice.in(program.app);
    const routes = await routesOf(office);
    const make = things(office);
    const sessions = new Sessions(office);
    return {
      inputs: calls(routes),
      async put({ route: nth, as, thing, typed, more, kind, headers, query }) {
        const route = routes[nth];
        if (!route) throw new Error('There is no such route');
        const person = as ?? route.by;
        const address = thing === undefined ? await pathOf(route.path, make) : withThing(route.path, thing);
        const fields = [...route.fields].map(([name, value], at): [string, string] => [name, typed[at] ?? value]);
        const { type, body } = formBody(kind, [...fields, ...more]);
        const isPost = route.method === 'POST';
        const cookie = await sessions.of(person);
        const response = await program.fetch(`${address}${query}`, {
          method: route.method,
          headers: {
            ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, asHeader(value)])),
            ...(isPost && type !== undefined && { 'content-type': type }),
            ...(cookie !== '' && { cookie }),
          },
          ...(isPost && { body }),
        });
        if (response.status === 401 || response.headers.get('location')?.startsWith('/console/sign-in'))
          sessions.forget(person);
        await program.judge(response);
      },
      check: () => program.checkStored(),
      close: () => program.close(),
    };
  },
};
