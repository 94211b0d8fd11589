import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Visit, visits } from '../../../scripts/console/pages.ts';
import type { RunningApp } from '../running-app.ts';
import { type FormField, formsOf, whatRuns } from './page-forms.ts';
import { type Person, WholeOffice } from './whole-office.ts';

/** Closes an attribute, a tag and a text, and would run. */
const HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>\' javascript:alert(1)';
const ESCAPED = '&lt;script&gt;alert(1)&lt;/script&gt;';
/** What a field must hold so that the others of its form are looked at. */
const FITTING: Readonly<Record<string, string>> = {
  citations: 'luat-khieu-nai-2011:9',
  login: 'ai-do@tgpl.vn',
  phone: '0221 3863 000',
  number: '111',
};

let office: WholeOffice<RunningApp>;
let pages: readonly Visit[];
/** Pages on which it was seen as text after it was stored. */
const shownOn = new Set<string>();
beforeAll(async () => {
  office = await WholeOffice.open(HOSTILE);
  const named = await office.account('admin', undefined, HOSTILE);
  pages = visits({
    ticket: await office.ticket({ lines: [HOSTILE], held: true }),
    closedTicket: await office.ticket({ lines: [HOSTILE], closed: true }),
    account: named,
    entry: 'qa/lao-dong/bi-no-luong',
    draft: await office.draft(),
    inReview: await office.draft('in-review'),
    published: await office.draft('in-review'),
    candidate: await office.candidate(HOSTILE),
    question: office.question(),
    canned: await office.canned(),
  });
});
afterAll(() => office?.app.stop());

const personOf = ({ as }: Visit): Person => as ?? 'nobody';

/** Opens a page and whatever it leads to, and looks that nothing on it runs. */
async function look(person: Person, answer: Response | Promise<Response>, what: string, path = ''): Promise<string> {
  let response = await answer;
  let at = path;
  for (let hop = 0; hop < 3; hop += 1) {
    const to = response.headers.get('location');
    if (!to?.startsWith('/')) break;
    response = await office.get(person, to);
    at = to;
  }
  const type = response.headers.get('content-type') ?? '';
  const body = await response.text();
  expect([what, response.status < 500]).toEqual([what, true]);
  if (type.startsWith('text/html')) expect([what, whatRuns(body)]).toEqual([what, []]);
  const route = pages.find((page) => page.path === at.replace(/[?#].*/, ''))?.route;
  if (route !== undefined && response.status === 200 && body.includes(ESCAPED)) shownOn.add(route);
  return body;
}

/** Everything hostile at once, and each field alone with the others fitting. */
function fillings(fields: readonly FormField[]): readonly Readonly<Record<string, string>>[] {
  const free = fields.filter((field) => field.free);
  const fill = (hostile: (name: string) => boolean) =>
    Object.fromEntries(
      fields.map(({ name, value, free: open }) => [
        name,
        open && hostile(name) ? HOSTILE : open ? value || FITTING[name] || 'Chữ thường thôi' : value,
      ]),
    );
  return free.length < 2 || free.length > 8
    ? [fill(() => true)]
    : [fill(() => true), ...free.map(({ name: one }) => fill((name) => name === one))];
}

it.each([
  '<script>1</script>',
  '<p onclick=a()>',
  '<a href=" javascript:a()">',
  '<iframe srcdoc=x>',
  '<style>p{}</style>',
])('is noticed, else the looks below would see nothing: %s', (html) => expect(whatRuns(html)).toHaveLength(1));

it('what is typed into any field of any form is shown as text wherever it is shown', { timeout: 300_000 }, async () => {
  const tried = new Set<string>();
  // The lists of questions are sorted by ids of chance, and a form on them may take this question away.
  for (const page of pages.filter(({ route }) => route === '/console/questions/:id')) {
    await look(personOf(page), office.get(personOf(page), page.path), page.path, page.path);
  }
  for (const page of pages) {
    const person = personOf(page);
    const html = await look(person, office.get(person, page.path), page.path, page.path);
    for (const { method, actions, fields } of formsOf(html, page.path)) {
      for (const action of actions.filter((one) => !tried.has(one))) {
        tried.add(action);
        for (const form of fillings(fields)) {
          const query = new URLSearchParams(form);
          const sent =
            method === 'post' ? office.post(person, action, form) : office.get(person, `${action}?${query.toString()}`);
          await look(person, sent, `${page.path} → ${action} ${Object.keys(form).join()}`);
        }
      }
    }
  }
  for (const page of pages) {
    await look(personOf(page), office.get(personOf(page), page.path), page.path, page.path);
  }
  // Else nothing was stored, and the look above saw nothing.
  expect([...shownOn]).toEqual(
    expect.arrayContaining([
      '/console/accounts',
      '/console/audit',
      '/console/candidates',
      '/console/canned',
      '/console/drafts/:id',
      '/console/entries/:id{(?:qa|guide|article)/.+}',
      '/console/inbox',
      '/console/questions/:id',
      '/console/revisions/:id',
      '/console/settings/switches',
      '/console/tickets/:code',
      '/console/tickets/:code/talk',
    ]),
  );
});

it('what stands in an address is shown as text', async () => {
  const query = new URLSearchParams(
    [
      'next',
      'told',
      'q',
      'words',
      'list',
      'from',
      'to',
      'page',
      'before',
      'after',
      'quick',
      'token',
      'entry',
      'object',
    ].map((name) => [name, HOSTILE] as [string, string]),
  );
  for (const page of pages) {
    await look(personOf(page), office.get(personOf(page), `${page.path.split('?')[0]}?${query}`), page.path);
  }
});

/** What people and programs type that forms were not made for. */
const ODD: Readonly<Record<string, string>> = {
  nothing: '',
  spaces: ' \t\r\n ',
  'decomposed letters': 'Trả lương chậm'.normalize('NFD'),
  emoji: '👩‍👩‍👧‍👦🇻🇳 nợ lương 😡',
  'what no text should hold': 'a\u0000b\u202ec\ufffe\u0007',
  'half a letter': '\ud83d',
  'a path': '../../../etc/passwd',
  'a pattern': "(a+)+$ %' OR 1=1 -- \\ $(x) {{x}}",
  'far too much': 'chữ '.repeat(60_000),
};

it.each(Object.entries(ODD))('no form breaks on %s, also sent twice at once', { timeout: 120_000 }, async (_, odd) => {
  const tried = new Set<string>();
  for (const page of pages) {
    const person = personOf(page);
    const html = await (await office.get(person, page.path)).text();
    for (const { method, actions, fields } of formsOf(html, page.path)) {
      const form = Object.fromEntries(fields.map(({ name, value, free }) => [name, free ? odd : value]));
      for (const action of actions.filter((one) => method === 'post' && !tried.has(one))) {
        tried.add(action);
        for (const sent of [office.post(person, action, form), office.post(person, action, form)]) {
          await look(person, sent, `${page.path} → ${action}`);
        }
      }
    }
  }
  expect(office.app.logged.filter((line) => line.includes('console page failed'))).toEqual([]);
});
