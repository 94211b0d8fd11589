import { z } from 'zod';
import type { Role } from '../../../accounts/account.ts';
import { vietnamDay } from '../../../base/days.ts';
import type { AccountId, EntryId, RevisionId } from '../../../base/ids.ts';
import type { Revision } from '../../../curation/draft.ts';
import { mayPublish, refusal } from '../../../curation/review.ts';
import { goOnFrom } from '../../../flow/curation/begin-draft.ts';
import type { Checks } from '../../../flow/curation/checks.ts';
import { releaseSources, sourcesOf } from '../../../flow/curation/learn-wordings.ts';
import { ENTRY_STATES, listEntries, statesOf } from '../../../flow/curation/list-entries.ts';
import { previewsOf } from '../../../flow/curation/preview.ts';
import { rollBack } from '../../../flow/entries/edit-entry.ts';
import { takeBack } from '../../../flow/entries/publish-entry.ts';
import { type Citation, partsOf } from '../../../knowledge/citation.ts';
import { ENTRY_KINDS, type KnowledgeEntry } from '../../../knowledge/entry.ts';
import type { Records } from '../../../ports/store.ts';
import { notFound } from '../kit/guard.tsx';
import type { ConsoleNeeds } from '../kit/needs.ts';
import { type ConsoleContext, type ConsoleRoute, WRITERS } from '../kit/route.ts';
import { EntriesPage } from './entry-list-pages.tsx';
import { EntryPage, type EntryRefusal, type Source } from './entry-page.tsx';
import { ENTRY_WORDS } from './entry-wording.ts';
import { pageOf, withQuery } from './paging.ts';
import { REVIEW_WORDS } from './review-wording.ts';
import { RevisionPage } from './revision-page.tsx';

const HERE = '/console/entries';
const REVIEWERS: readonly Role[] = ['reviewer'];
/** Revisions shown with an entry. */
const HISTORY = 50;
const LONGEST_REASON = 300;
const LONGEST_QUESTION = 500;
const SHORTEST_QUESTION = 3;

const some = z
  .string()
  .max(300)
  .transform((text) => text.trim() || undefined)
  .optional()
  .catch(undefined);
const ListQuery = z.object({
  words: some,
  kind: z.enum(ENTRY_KINDS).optional().catch(undefined),
  topic: some,
  instrument: some,
  state: z.enum(ENTRY_STATES).optional().catch(undefined),
  page: z.string().optional(),
});
const text = z.string().catch('');
const EntryField = z.object({ entry: text });
const WhyForm = z.object({ entry: text, why: text });
const RegressionForm = z.object({ entry: text, question: text, expects: z.enum(['wins', 'loses']).catch('wins') });

export type EntryNeeds = Pick<
  ConsoleNeeds,
  'store' | 'knowledge' | 'knowledgeOn' | 'capabilities' | 'topics' | 'now' | 'log'
> & { readonly checks: Checks };

/** Entries as they are live, their revisions, and the questions that each revision must pass. */
export function entryRoutes(needs: EntryNeeds): readonly ConsoleRoute[] {
  const { store, knowledge, knowledgeOn, capabilities, topics, checks, now } = needs;
  const today = () => vietnamDay(now());
  const topicName = (topic: string) => topics.find((one) => one.topic === topic)?.name ?? topic;
  const named = topics.map(({ topic, name }) => ({ value: topic, label: name }));
  const listed = () => ({
    library: knowledge.library(),
    search: knowledgeOn(today()).search,
    day: today(),
    revised: new Set(knowledge.state().live.map(({ entry }) => entry)),
  });

  return [
    {
      method: 'GET',
      path: '/entries',
      may: WRITERS,
      handle: (c) => {
        const { page, ...filter } = ListQuery.parse(c.req.query());
        const around = listed();
        const found = listEntries(filter, around);
        const { rows, previous, next } = pageOf(found, page, (nth) => withQuery(HERE, { ...filter, page: nth }));
        const instruments = [...around.library.instruments.values()]
          .map(({ code, shortName }) => ({ value: code, label: shortName }))
          .sort((a, b) => a.label.localeCompare(b.label, 'vi'));
        return c.html(
          <EntriesPage
            shell={c.get('shell')}
            filter={filter}
            entries={rows.map((entry) => ({ entry, states: statesOf(entry, around) }))}
            total={found.length}
            topics={named}
            instruments={instruments}
            previous={previous}
            next={next}
          />,
        );
      },
    },
    {
      method: 'GET',
      path: '/entries/:id{(?:qa|guide|article)/.+}',
      may: WRITERS,
      handle: (c) => entryPage(c, c.req.param('id') ?? ''),
    },
    {
      method: 'POST',
      path: '/entries/take-back',
      may: REVIEWERS,
      handle: async (c) => {
        const form = WhyForm.parse(await c.req.parseBody());
        const why = form.why.trim().slice(0, LONGEST_REASON);
        if (why === '') {
          const because = ENTRY_WORDS[c.get('language')].reasonMissing;
          return entryPage(c, form.entry, { form: 'take-back', why, because });
        }
        const taken = await takeBack(form.entry as EntryId, why, c.get('account'), needs);
        if (taken.result === 'refused') return notFound(c);
        const stillThere = knowledge.library().entry(form.entry as EntryId) !== undefined;
        return c.redirect(stillThere ? `${HERE}/${form.entry}?told=taken-back` : `${HERE}?told=taken-back`, 303);
      },
    },
    {
      method: 'POST',
      path: '/regressions',
      may: WRITERS,
      handle: async (c) => {
        const { entry, question, expects } = RegressionForm.parse(await c.req.parseBody());
        if (!knowledge.library().entry(entry as EntryId)) return notFound(c);
        const asked = question.trim();
        if (asked.length < SHORTEST_QUESTION || asked.length > LONGEST_QUESTION) {
          const because = ENTRY_WORDS[c.get('language')].questionMissing;
          return entryPage(c, entry, { form: 'regression', question, expects, because });
        }
        const { id: by, role } = c.get('account');
        const at = now();
        await store.transaction(async ({ regressions, audit }) => {
          await regressions.add({ entry: entry as EntryId, question: asked, expects, origin: 'curator', by, at });
          await audit.add({ at, by, role, action: 'regression-added', object: `entry/${entry}` });
        });
        checks.forget();
        return c.redirect(`${HERE}/${entry}?told=added#cau-hoi-kiem`, 303);
      },
    },
    {
      method: 'POST',
      path: '/regressions/:id/remove',
      may: WRITERS,
      handle: async (c) => {
        const { entry } = EntryField.parse(await c.req.parseBody());
        const { id: by, role } = c.get('account');
        const at = now();
        const removed = await store.transaction(async ({ regressions, audit }) => {
          const question = (await regressions.of(entry as EntryId)).find(({ id }) => id === c.req.param('id'));
          const removed = question !== undefined && (await regressions.remove(question.id));
          if (removed) await audit.add({ at, by, role, action: 'regression-removed', object: `entry/${entry}` });
          return removed;
        });
        if (!removed) return notFound(c);
        checks.forget();
        return c.redirect(`${HERE}/${entry}?told=removed#cau-hoi-kiem`, 303);
      },
    },
    {
      method: 'GET',
      path: '/revisions/:id',
      may: WRITERS,
      handle: (c) => revisionPage(c),
    },
    {
      method: 'POST',
      path: '/revisions/:id/go-on',
      may: WRITERS,
      handle: async (c) => {
        const begun = await goOnFrom(idOf(c), c.get('account'), needs);
        return begun.result === 'gone' ? notFound(c) : c.redirect(`/console/drafts/${begun.revision}`, 303);
      },
    },
    {
      method: 'POST',
      path: '/revisions/:id/bring-back',
      may: WRITERS,
      handle: async (c) => {
        const why = WhyForm.parse(await c.req.parseBody())
          .why.trim()
          .slice(0, LONGEST_REASON);
        if (why === '') return revisionPage(c, { why, because: ENTRY_WORDS[c.get('language')].reasonMissing });
        const old = await store.transaction(({ revisions }) => revisions.find(idOf(c)));
        if (!old) return notFound(c);
        const back = await rollBack(old.id, why, c.get('account'), needs);
        if (back.result === 'faulty') {
          return revisionPage(c, { why, because: back.faults.map(({ message }) => message).join('; ') });
        }
        return c.redirect(`/console/reviews/${back.revision.id}?told=submitted`, 303);
      },
    },
    {
      method: 'POST',
      path: '/revisions/:id/release',
      may: WRITERS,
      handle: async (c) => {
        const released = await releaseSources(idOf(c), needs);
        return released === 0 ? notFound(c) : c.redirect(`/console/revisions/${idOf(c)}?told=released`, 303);
      },
    },
  ];

  async function entryPage(c: ConsoleContext, id: string, refused?: EntryRefusal): Promise<Response> {
    const entry = knowledge.library().entry(id as EntryId);
    if (!entry) return notFound(c);
    const { revisions, regressions, names } = await store.transaction(async (records) => {
      const revisions = await records.revisions.list({ entry: entry.id }, HISTORY);
      const regressions = await records.regressions.of(entry.id);
      const who = [
        ...revisions.flatMap(({ author, decidedBy }) => (decidedBy ? [author, decidedBy] : [author])),
        ...regressions.map(({ by }) => by),
      ];
      return { revisions, regressions, names: await records.accounts.names([...new Set(who)]) };
    });
    const around = listed();
    const { rendering } = knowledgeOn(today());
    const page = (
      <EntryPage
        shell={c.get('shell')}
        entry={entry}
        states={statesOf(entry, around)}
        source={sourceOf(entry, revisions)}
        previews={previewsOf(entry, { rendering, capabilities })}
        citation={(citation: Citation) => ({
          label: around.library.label(citation),
          instrument: around.library.instruments.get(partsOf(citation).code),
        })}
        topicName={topicName}
        revisions={revisions}
        regressions={regressions}
        name={(account) => names.get(account) ?? account}
        mayPublish={mayPublish(c.get('account'))}
        told={c.req.query('told')}
        refused={refused}
      />
    );
    return c.html(page, refused ? 422 : 200);
  }

  function sourceOf(entry: KnowledgeEntry, revisions: readonly { id: RevisionId; number: number }[]): Source {
    if (entry.quotes.length > 0) return { from: 'package' };
    const live = knowledge.state().live.find((one) => one.entry === entry.id);
    if (!live) return { from: 'file' };
    const number = revisions.find(({ id }) => id === live.revision)?.number ?? 0;
    return { from: 'revision', id: live.revision, number, hasFile: knowledge.shippedText(entry.id) !== undefined };
  }

  async function revisionPage(
    c: ConsoleContext,
    refused?: { readonly why: string; readonly because: string },
  ): Promise<Response> {
    const found = await store.transaction(async (records) => {
      const revision = await records.revisions.find(idOf(c));
      if (!revision) return undefined;
      const live = await records.revisions.liveOf(revision.entry);
      const other = await comparedWith(c.req.query('with'), revision, live?.revision, records);
      const who = [revision.author, ...(revision.decidedBy ? [revision.decidedBy] : [])];
      const history = await records.revisions.list({ entry: revision.entry }, HISTORY);
      return {
        revision,
        other,
        isLive: live?.revision === revision.id,
        history,
        sources: await sourcesOf(revision.id, records),
        names: await records.accounts.names(who),
      };
    });
    if (!found) return notFound(c);
    const { revision, other, isLive, history, sources, names } = found;
    const by = c.get('account');
    const page = (
      <RevisionPage
        shell={c.get('shell')}
        revision={revision}
        title={knowledge.library().entry(revision.entry)?.title ?? revision.entry}
        other={other}
        isLive={isLive}
        isKnown={knowledge.library().entry(revision.entry) !== undefined}
        history={history}
        sources={sources}
        isOwn={refusal('save', revision, by) === undefined}
        name={(account: AccountId) => names.get(account) ?? account}
        told={REVIEW_WORDS[c.get('language')].told[c.req.query('told') ?? '']}
        refused={refused}
      />
    );
    return c.html(page, refused ? 422 : 200);
  }

  /** What a revision is compared with: what is live, the shipped file, or another revision of the same entry. */
  async function comparedWith(
    asked: string | undefined,
    revision: Revision,
    live: RevisionId | undefined,
    { revisions }: Pick<Records, 'revisions'>,
  ): Promise<{ readonly what: string; readonly number?: number; readonly text: string | undefined }> {
    if (asked === 'file' || (asked === undefined && live === undefined)) {
      return { what: 'file', text: knowledge.shippedText(revision.entry) };
    }
    const id = asked === undefined || asked === 'live' ? live : (asked as RevisionId);
    const other = id && (await revisions.find(id));
    return other?.entry === revision.entry
      ? { what: other.id, number: other.number, text: other.text }
      : { what: 'file', text: knowledge.shippedText(revision.entry) };
  }
}

function idOf(c: ConsoleContext): RevisionId {
  return (c.req.param('id') ?? '') as RevisionId;
}
