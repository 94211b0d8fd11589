import { z } from 'zod';
import type { Role } from '../../../accounts/account.ts';
import { vietnamDay } from '../../../base/days.ts';
import { type CannedWriter, mayChange, removeCanned, saveCanned } from '../../../flow/desk/change-canned.ts';
import { shownCanned } from '../../../flow/desk/show-canned.ts';
import { findCitations } from '../../../flow/find-citations.ts';
import { clean } from '../../../language/clean.ts';
import { notFound } from '../kit/guard.tsx';
import type { ConsoleContext, ConsoleRoute } from '../kit/route.ts';
import { numberInWords } from '../kit/words.ts';
import { CannedFormPage, type CannedFormPageProps, CannedListPage, FoundCodes } from './canned-pages.tsx';
import type { DeskPagesNeeds } from './desk-needs.ts';
import { CANNED_WORDS } from './wording.ts';

const LONGEST_TITLE = 120;
const LONGEST_BODY = 4000;
const MOST_TYPED = 50_000;
const MAY: readonly Role[] = ['staff', 'curator', 'reviewer'];

const typed = z
  .string()
  .transform((text) => clean(text.slice(0, MOST_TYPED)))
  .catch('');
const Form = z.object({ title: typed, body: typed, citations: typed, q: typed, insert: z.string().max(200).catch('') });
const Id = z.string().regex(/^[a-z0-9-]{8,64}$/);

/** Canned replies: staff keep those of their centre, who writes entries those for all. */
export function cannedRoutes(needs: DeskPagesNeeds): readonly ConsoleRoute[] {
  const { store, now, newId, knowledgeOn } = needs;
  const writer = (c: ConsoleContext): CannedWriter => c.get('account');
  const route = (
    method: 'GET' | 'POST',
    path: string,
    handle: (c: ConsoleContext) => Response | Promise<Response>,
  ): ConsoleRoute => ({ method, path: `/canned${path}`, may: MAY, handle });
  const readForm = async (c: ConsoleContext) => Form.parse(await c.req.parseBody());

  return [
    route('GET', '', async (c) => {
      const by = writer(c);
      return c.html(
        <CannedListPage
          shell={c.get('shell')}
          replies={await shownCanned(by.province, needs)}
          mayChange={(reply) => mayChange(reply, by)}
          told={(['saved', 'removed'] as const).find((one) => one === c.req.query('told'))}
        />,
      );
    }),
    route('GET', '/new', (c) =>
      page(c, { id: newId(), isNew: true, typed: { title: '', body: '', citations: '' }, faults: {} }),
    ),
    route('GET', '/:id', async (c) => {
      const reply = await find(c);
      if (!reply) return notFound(c);
      const { id, title, body, citations } = reply;
      return page(c, { id, isNew: false, typed: { title, body, citations: citations.join('\n') }, faults: {} });
    }),
    route('POST', '/:id', async (c) => {
      const id = Id.safeParse(c.req.param('id'));
      if (!id.success) return notFound(c);
      const form = await readForm(c);
      const words = CANNED_WORDS[c.get('language')].faults;
      const long = (most: number): string => words.long(numberInWords(most, c.get('language')));
      const faults: CannedFormPageProps['faults'] = {
        title: form.title === '' ? words.title : form.title.length > LONGEST_TITLE ? long(LONGEST_TITLE) : undefined,
        body: form.body === '' ? words.body : form.body.length > LONGEST_BODY ? long(LONGEST_BODY) : undefined,
      };
      const again = async (more: CannedFormPageProps['faults']) =>
        page(c, { id: id.data, isNew: !(await find(c)), typed: form, faults: { ...faults, ...more } }, 422);
      if (faults.title !== undefined || faults.body !== undefined) return again({});
      const { title, body, citations } = form;
      const done = await saveCanned({ id: id.data, title, body, citations }, writer(c), needs);
      switch (done.outcome) {
        case 'saved':
          return c.redirect('/console/canned?told=saved', 303);
        case 'not-yours':
          return notFound(c);
        case 'no-citation':
          return again({ citations: words.noCitation });
        case 'unknown-citations':
          return again({ citations: words.unknown(done.lines.join(', ')) });
      }
    }),
    // Looks for law, and takes up what was chosen where there is no script. Changes nothing that is kept.
    route('POST', '/:id/find', async (c) => {
      const id = Id.safeParse(c.req.param('id'));
      if (!id.success) return notFound(c);
      const form = await readForm(c);
      const day = vietnamDay(now());
      const found = findCitations(form.q, knowledgeOn(day), day);
      if (c.req.header('hx-request') === 'true') {
        return c.html(<FoundCodes id={id.data} found={found} shell={c.get('shell')} />);
      }
      const citations = [form.citations, form.insert].filter((part) => part !== '').join('\n');
      return page(c, {
        id: id.data,
        isNew: !(await find(c)),
        typed: { ...form, citations },
        faults: {},
        cite: { typed: form.q, found },
      });
    }),
    route('POST', '/:id/remove', async (c) => {
      const reply = await find(c);
      if (reply) await removeCanned(reply.id, writer(c), needs);
      return c.redirect('/console/canned?told=removed', 303);
    }),
  ];

  /** The one that is named, if this account may change it. */
  async function find(c: ConsoleContext) {
    const reply = await store.transaction(({ cannedReplies }) => cannedReplies.find(c.req.param('id') ?? ''));
    return reply && mayChange(reply, writer(c)) ? reply : undefined;
  }

  function page(c: ConsoleContext, props: Omit<CannedFormPageProps, 'shell'>, status: 200 | 422 = 200) {
    return c.html(<CannedFormPage shell={c.get('shell')} {...props} />, status);
  }
}
