import { z } from 'zod';
import { vietnamDay } from '../../../base/days.ts';
import type { EntryId, RevisionId } from '../../../base/ids.ts';
import type { Revision } from '../../../curation/draft.ts';
import { refusal } from '../../../curation/review.ts';
import type { Checks } from '../../../flow/curation/checks.ts';
import { learnWordings, sourcesOf } from '../../../flow/curation/learn-wordings.ts';
import { previewsOf } from '../../../flow/curation/preview.ts';
import { currentText } from '../../../flow/entries/edit-entry.ts';
import { publish, reject } from '../../../flow/entries/publish-entry.ts';
import { parseEntry } from '../../../knowledge/parse-entry.ts';
import { notFound } from '../kit/guard.tsx';
import type { ConsoleNeeds } from '../kit/needs.ts';
import { type ConsoleContext, type ConsoleRoute, WRITERS } from '../kit/route.ts';
import { ROWS, withQuery } from './paging.ts';
import { ReviewPage, type ReviewPageProps, ReviewsPage } from './review-pages.tsx';
import { REVIEW_WORDS } from './review-wording.ts';

const HERE = '/console/reviews';

const ListQuery = z.object({ before: z.string().optional(), told: z.string().optional() });
const text = z.string().catch('');
const PublishForm = z.object({ comment: text });
const SendBackForm = z.object({ why: text });

export type ReviewNeeds = Pick<
  ConsoleNeeds,
  'store' | 'knowledge' | 'knowledgeOn' | 'capabilities' | 'works' | 'now' | 'log'
> & { readonly checks: Checks };

/** Four eyes: what waits for a second person, and what they decide. */
export function reviewRoutes(needs: ReviewNeeds): readonly ConsoleRoute[] {
  const { store, knowledge, knowledgeOn, capabilities, works, checks, now } = needs;
  const titleOf = (entry: EntryId): string => knowledge.library().entry(entry)?.title ?? entry;
  const find = (c: ConsoleContext): Promise<Revision | undefined> =>
    store.transaction(({ revisions }) => revisions.find((c.req.param('id') ?? '') as RevisionId));

  return [
    {
      method: 'GET',
      path: '/reviews',
      may: WRITERS,
      handle: async (c) => {
        const { before, told } = ListQuery.parse(c.req.query());
        const { waiting, names } = await store.transaction(async ({ revisions, accounts }) => {
          const waiting = await revisions.list({ state: 'in-review' }, ROWS + 1, before as RevisionId | undefined);
          return { waiting, names: await accounts.names([...new Set(waiting.map(({ author }) => author))]) };
        });
        const shown = waiting.slice(0, ROWS);
        return c.html(
          <ReviewsPage
            shell={c.get('shell')}
            waiting={shown}
            name={(account) => names.get(account) ?? account}
            titleOf={titleOf}
            previous={before === undefined ? undefined : HERE}
            next={waiting.length > ROWS ? withQuery(HERE, { before: shown.at(-1)?.id }) : undefined}
            told={told}
          />,
        );
      },
    },
    {
      method: 'GET',
      path: '/reviews/:id',
      may: WRITERS,
      handle: async (c) => {
        const revision = await find(c);
        if (!revision) return notFound(c);
        if (revision.state !== 'in-review') return c.redirect(`/console/revisions/${revision.id}`, 303);
        return c.html(await page(c, revision));
      },
    },
    {
      method: 'POST',
      path: '/reviews/:id/publish',
      may: WRITERS,
      handle: async (c) => {
        const revision = await find(c);
        if (!revision) return notFound(c);
        const { comment } = PublishForm.parse(await c.req.parseBody());
        const by = c.get('account');
        const because = refusal('publish', revision, by);
        if (because) return refused(c, revision);
        const words = REVIEW_WORDS[c.get('language')];
        const href = works.begin(by.id, words.publishing(titleOf(revision.entry)), async (progress) => {
          const published = await publish(
            revision.id,
            comment.trim(),
            by,
            { ...needs, progress: (done, of) => progress(done, of, words.step) },
            (going, records) => learnWordings(going, by, records, needs.now()),
          );
          switch (published.result) {
            case 'published': {
              const told = published.searchable ? 'published' : 'published-late';
              return { kind: 'page', href: `/console/entries/${revision.entry}?told=${told}` };
            }
            case 'stopped':
              return { kind: 'page', href: `${HERE}/${revision.id}?told=stopped` };
            case 'refused':
              return { kind: 'page', href: `${HERE}/${revision.id}?told=refused` };
          }
        });
        return c.redirect(href, 303);
      },
    },
    {
      method: 'POST',
      path: '/reviews/:id/send-back',
      may: WRITERS,
      handle: async (c) => {
        const revision = await find(c);
        if (!revision) return notFound(c);
        const why = SendBackForm.parse(await c.req.parseBody()).why.trim();
        if (refusal('reject', revision, c.get('account'))) return refused(c, revision);
        if (why === '') return c.html(await page(c, revision, { sendBack: { why, fault: true } }), 422);
        const rejected = await reject(revision.id, why, c.get('account'), needs);
        return rejected.result === 'done' ? c.redirect(`${HERE}?told=rejected`, 303) : refused(c, revision);
      },
    },
  ];

  /** The same for who may not and for who comes too late: the page says which. */
  async function refused(c: ConsoleContext, revision: Revision): Promise<Response> {
    if (revision.state !== 'in-review') return c.redirect(`/console/revisions/${revision.id}`, 303);
    const because = refusal('publish', revision, c.get('account'));
    return c.html(await page(c, revision, { told: 'refused' }), because === 'state' ? 409 : 403);
  }

  async function page(
    c: ConsoleContext,
    revision: Revision,
    more: Partial<Pick<ReviewPageProps, 'told' | 'sendBack'>> = {},
  ) {
    const { names, sources } = await store.transaction(async (records) => ({
      names: await records.accounts.names([revision.author]),
      sources: await sourcesOf(revision.id, records),
    }));
    const parsed = parseEntry(`${revision.entry}.md`, revision.text);
    const { rendering } = knowledgeOn(vietnamDay(now()));
    return (
      <ReviewPage
        shell={c.get('shell')}
        revision={revision}
        title={parsed.ok ? parsed.value.title : titleOf(revision.entry)}
        current={await currentText(revision.entry, needs)}
        previews={parsed.ok ? previewsOf(parsed.value, { rendering, capabilities }) : undefined}
        check={checks.of(revision)}
        sources={sources}
        name={(account) => names.get(account) ?? account}
        titleOf={titleOf}
        isKnown={knowledge.library().entry(revision.entry) !== undefined}
        refusal={refusal('publish', revision, c.get('account'))}
        told={more.told ?? c.req.query('told')}
        sendBack={more.sendBack}
      />
    );
  }
}
