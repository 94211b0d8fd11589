import { z } from 'zod';
import { vietnamDay } from '../../../base/days.ts';
import type { EntryId, RevisionId } from '../../../base/ids.ts';
import type { Revision } from '../../../curation/draft.ts';
import { refusal } from '../../../curation/review.ts';
import { beginNew, editEntry } from '../../../flow/curation/begin-draft.ts';
import type { Checks } from '../../../flow/curation/checks.ts';
import { explain } from '../../../flow/curation/explain.ts';
import { discardWithSources } from '../../../flow/curation/learn-wordings.ts';
import { previewsOf } from '../../../flow/curation/preview.ts';
import { sentBackTo } from '../../../flow/curation/sent-back.ts';
import { LONGEST_TEXT, saveDraft, submitDraft } from '../../../flow/entries/edit-entry.ts';
import { tryQuestion } from '../../../flow/entries/trial.ts';
import { findCitations } from '../../../flow/find-citations.ts';
import { ENTRY_KINDS } from '../../../knowledge/entry.ts';
import { type EntryForm, readEntryForm, writeEntryForm } from '../../../knowledge/entry-form.ts';
import { type Fault, parseEntry } from '../../../knowledge/parse-entry.ts';
import { clean } from '../../../language/clean.ts';
import { dangerIn } from '../../../safety/danger.ts';
import { ConsolePage } from '../kit/console-page.tsx';
import { notFound } from '../kit/guard.tsx';
import type { ConsoleNeeds } from '../kit/needs.ts';
import { type ConsoleContext, type ConsoleRoute, WRITERS } from '../kit/route.ts';
import { DraftPage, type DraftPageProps } from './draft-page.tsx';
import { CitationHits, PreviewPanel, type TriedOnPage, TryPanel } from './draft-panels.tsx';
import { DRAFT_WORDS } from './draft-wording.ts';
import { DraftsPage } from './entry-list-pages.tsx';
import { NewDraftPage } from './new-draft-page.tsx';
import { ROWS, withQuery } from './paging.ts';
import { Checked } from './review-pages.tsx';

const HERE = '/console/drafts';
const LONGEST_QUESTION = 120;
const SHORTEST_QUESTION = 5;
const LONGEST_TRIED = 1_000;
const PLACE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const text = z.string().catch('');
const texts = z
  .union([z.string(), z.array(z.string())])
  .transform((one) => [one].flat())
  .catch([]);
const BeginForm = z.object({ entry: text });
const NewForm = z.object({ kind: z.enum(ENTRY_KINDS).catch('qa'), place: text, question: text });
const ListQuery = z.object({
  of: z.literal('all').optional().catch(undefined),
  before: z.string().optional(),
  told: z.literal('discarded').optional().catch(undefined),
});
const WrittenForm = z.object({
  tab: z.enum(['form', 'file']).optional().catch(undefined),
  text: z.string().optional().catch(undefined),
  note: text,
  question: text,
  article: text,
  title: z.string().optional().catch(undefined),
  variants: text,
  negativeTwin: text,
  shortAnswer: text,
  heading: texts,
  passage: texts,
  basis: text,
  topic: texts,
  validFrom: text,
  validTo: text,
  reviewedOn: text,
  reviewBy: text,
  sources: text,
  confidence: text,
  urgent: text,
  englishQuestion: text,
  englishVariants: text,
  englishAnswer: text,
});
type Written = z.infer<typeof WrittenForm>;

export type DraftNeeds = Pick<
  ConsoleNeeds,
  'store' | 'knowledge' | 'knowledgeOn' | 'capabilities' | 'topics' | 'now'
> & { readonly checks: Checks };

/** Writing an entry: beginning, saving, looking at what people will read and what the bot will do, sending to review. */
export function draftRoutes(needs: DraftNeeds): readonly ConsoleRoute[] {
  const { store, knowledge, knowledgeOn, capabilities, topics, checks, now } = needs;
  const today = () => vietnamDay(now());
  const named = topics.map(({ topic, name }) => ({ value: topic, label: name }));
  const find = (c: ConsoleContext) =>
    store.transaction(({ revisions }) => revisions.find((c.req.param('id') ?? '') as RevisionId));
  const written = async (c: ConsoleContext) => WrittenForm.parse(await c.req.parseBody({ all: true }));
  const isFragment = (c: ConsoleContext) => c.req.header('hx-request') === 'true';

  return [
    {
      method: 'GET',
      path: '/drafts',
      may: WRITERS,
      handle: async (c) => {
        const { of, before, told } = ListQuery.parse(c.req.query());
        const { id } = c.get('account');
        const filter = { state: 'draft', author: of === 'all' ? undefined : id } as const;
        const { drafts, sentBack, names } = await store.transaction(async (records) => {
          const drafts = await records.revisions.list(filter, ROWS + 1, before as RevisionId | undefined);
          const sentBack = of === 'all' || before !== undefined ? [] : await sentBackTo(id, records);
          const people = [
            ...drafts.map(({ author }) => author),
            ...sentBack.flatMap(({ decidedBy }) => decidedBy ?? []),
          ];
          return { drafts, sentBack, names: await records.accounts.names([...new Set(people)]) };
        });
        const shown = drafts.slice(0, ROWS);
        return c.html(
          <DraftsPage
            shell={c.get('shell')}
            of={of ?? 'mine'}
            drafts={shown}
            sentBack={sentBack}
            told={told && DRAFT_WORDS[c.get('language')].discarded}
            name={(account) => names.get(account) ?? account}
            previous={before === undefined ? undefined : withQuery(HERE, { of })}
            next={drafts.length > ROWS ? withQuery(HERE, { of, before: shown.at(-1)?.id }) : undefined}
          />,
        );
      },
    },
    {
      method: 'POST',
      path: '/drafts',
      may: WRITERS,
      handle: async (c) => {
        const { entry } = BeginForm.parse(await c.req.parseBody());
        if ((knowledge.library().entry(entry as EntryId)?.quotes.length ?? 1) > 0) return notFound(c);
        const begun = await editEntry(entry as EntryId, c.get('account'), needs);
        return begun.result === 'gone' ? notFound(c) : c.redirect(`${HERE}/${begun.revision}`, 303);
      },
    },
    {
      method: 'GET',
      path: '/drafts/new',
      may: WRITERS,
      handle: (c) => c.html(<NewDraftPage shell={c.get('shell')} form={{ kind: 'qa', place: '', question: '' }} />),
    },
    {
      method: 'POST',
      path: '/drafts/new',
      may: WRITERS,
      handle: async (c) => {
        const form = NewForm.parse(await c.req.parseBody());
        const question = clean(form.question);
        const place = form.place.trim();
        const faults = {
          question: question.length < SHORTEST_QUESTION || question.length > LONGEST_QUESTION,
          place: !PLACE.test(place) || place.length > 30,
        };
        if (faults.question || faults.place) {
          return c.html(<NewDraftPage shell={c.get('shell')} form={form} faults={faults} />, 422);
        }
        const { revision } = await beginNew({ kind: form.kind, place, question }, c.get('account'), needs);
        return c.redirect(`${HERE}/${revision}`, 303);
      },
    },
    {
      method: 'GET',
      path: '/drafts/:id',
      may: WRITERS,
      handle: async (c) => {
        const draft = await find(c);
        if (!draft) return notFound(c);
        // Whoever may not write on it reads it.
        if (refusal('save', draft, c.get('account'))) return c.redirect(`/console/revisions/${draft.id}`, 303);
        const tab = c.req.query('tab') === 'file' ? 'file' : 'form';
        const told = c.req.query('told') === 'saved' ? 'saved' : undefined;
        return c.html(await page(c, draft, { text: draft.text, note: draft.note, tab, told }));
      },
    },
    {
      method: 'POST',
      path: '/drafts/:id',
      may: WRITERS,
      handle: async (c) => {
        const draft = await find(c);
        if (!draft) return notFound(c);
        const form = await written(c);
        const kept = await keep(c, draft, form);
        return kept ?? c.redirect(withQuery(`${HERE}/${draft.id}`, { tab: form.tab, told: 'saved' }), 303);
      },
    },
    {
      method: 'POST',
      path: '/drafts/:id/preview',
      may: WRITERS,
      handle: async (c) => {
        const draft = await find(c);
        if (!draft) return notFound(c);
        const form = await written(c);
        const typed = textOf(form, draft.text);
        if (!isFragment(c)) {
          return c.html(await page(c, draft, { text: typed, note: form.note, tab: form.tab ?? 'form' }));
        }
        const parsed = parseEntry(`${draft.entry}.md`, typed);
        const { rendering } = knowledgeOn(today());
        const shown = parsed.ok
          ? { previews: previewsOf(parsed.value, { rendering, capabilities }) }
          : { faults: parsed.faults };
        return c.html(<PreviewPanel shell={c.get('shell')} shown={shown} />);
      },
    },
    {
      method: 'POST',
      path: '/drafts/:id/citations',
      may: WRITERS,
      handle: async (c) => {
        const draft = await find(c);
        if (!draft) return notFound(c);
        const form = await written(c);
        const found = findCitations(form.article.slice(0, LONGEST_TRIED), knowledgeOn(today()), today());
        if (!isFragment(c)) {
          const searched = { words: form.article, found };
          const typed = textOf(form, draft.text);
          return c.html(await page(c, draft, { text: typed, note: form.note, tab: form.tab ?? 'form', searched }));
        }
        return c.html(
          <CitationHits
            shell={c.get('shell')}
            found={found}
            into="basis"
            insert={({ citation, says }) => `${citation}: ${says ?? ''}\n`}
          />,
        );
      },
    },
    {
      method: 'POST',
      path: '/drafts/:id/try',
      may: WRITERS,
      handle: async (c) => {
        const draft = await find(c);
        if (!draft) return notFound(c);
        const form = await written(c);
        const typed = textOf(form, draft.text);
        const tried = await trying(clean(form.question).slice(0, LONGEST_TRIED), draft, typed);
        if (isFragment(c)) return c.html(<TryPanel shell={c.get('shell')} tried={tried} entry={draft.entry} />);
        const note = form.title === undefined && form.text === undefined ? draft.note : form.note;
        return c.html(await page(c, draft, { text: typed, note, tab: form.tab ?? 'form', tried }));
      },
    },
    {
      method: 'POST',
      path: '/drafts/:id/check',
      may: WRITERS,
      handle: async (c) => {
        const draft = await find(c);
        if (!draft) return notFound(c);
        const kept = await keep(c, draft, await written(c));
        return kept ?? c.redirect(`${HERE}/${draft.id}/check`, 303);
      },
    },
    {
      method: 'GET',
      path: '/drafts/:id/check',
      may: WRITERS,
      handle: async (c) => {
        const draft = await find(c);
        if (!draft) return notFound(c);
        const words = DRAFT_WORDS[c.get('language')];
        return c.html(
          <ConsolePage shell={c.get('shell')} title={words.check} here="/console/entries" lead={words.checkLead}>
            <Checked
              shell={c.get('shell')}
              check={checks.of(draft)}
              path={`${HERE}/${draft.id}/check`}
              entry={draft.entry}
              titleOf={titleOf}
            />
            <p>
              <a href={`${HERE}/${draft.id}`}>{words.title(titleOf(draft.entry))}</a>
            </p>
          </ConsolePage>,
        );
      },
    },
    {
      method: 'POST',
      path: '/drafts/:id/submit',
      may: WRITERS,
      handle: async (c) => {
        const draft = await find(c);
        if (!draft) return notFound(c);
        const form = await written(c);
        const kept = await keep(c, draft, form);
        if (kept) return kept;
        const saved = { text: textOf(form, draft.text), note: form.note, tab: form.tab ?? 'form' } as const;
        if (form.note.trim() === '') return c.html(await page(c, draft, { ...saved, noteMissing: true }), 422);
        const submitted = await submitDraft(draft.id, c.get('account'), needs);
        switch (submitted.result) {
          case 'done':
            return c.redirect(`/console/reviews/${draft.id}?told=submitted`, 303);
          case 'faulty':
            return c.html(await page(c, draft, { ...saved, told: 'not-sound' }), 422);
          case 'refused':
            return c.html(await page(c, draft, { ...saved, told: 'not-saved' }), 409);
        }
      },
    },
    {
      method: 'POST',
      path: '/drafts/:id/discard',
      may: WRITERS,
      handle: async (c) => {
        const draft = await find(c);
        if (!draft) return notFound(c);
        const discarded = await discardWithSources(draft.id, c.get('account'), needs);
        if (discarded.result === 'done') {
          return c.redirect(
            draft.state === 'draft' ? `${HERE}?told=discarded` : '/console/reviews?told=withdrawn',
            303,
          );
        }
        return c.redirect(`/console/revisions/${draft.id}`, 303);
      },
    },
  ];

  function titleOf(entry: EntryId): string {
    return knowledge.library().entry(entry)?.title ?? entry;
  }

  /** Saves what was typed. @returns The page with all of it where it could not be saved. */
  async function keep(c: ConsoleContext, draft: Revision, form: Written): Promise<Response | undefined> {
    const typed = textOf(form, draft.text);
    const shown = { text: typed, note: form.note, tab: form.tab ?? 'form' } as const;
    if (typed.length > LONGEST_TEXT) return c.html(await page(c, draft, { ...shown, told: 'too-long' }), 422);
    const saved = await saveDraft(draft.id, { text: typed, note: form.note.trim() }, c.get('account'), needs);
    if (saved.result === 'done') return undefined;
    return c.html(await page(c, draft, { ...shown, told: 'not-saved' }), 409);
  }

  async function trying(question: string, draft: Revision, typed: string): Promise<TriedOnPage> {
    const { edition } = knowledge;
    const { thresholds } = edition.on(today());
    const danger = dangerIn(question);
    const trialed = await knowledge.trial(draft.entry, typed, dayOf(typed, draft.entry));
    if (!trialed.ok) {
      const before = {
        judgement: edition.on(today()).judge(question, danger),
        matches: edition.indexOn(today()).search(question),
      };
      return {
        question,
        danger: danger !== undefined,
        before: explain(question, before, thresholds),
        after: undefined,
      };
    }
    const { before, after } = tryQuestion(question, trialed.trial);
    return {
      question,
      danger: danger !== undefined,
      before: explain(question, before, thresholds),
      after: explain(question, after, thresholds),
    };
  }

  /** Today, or the first day of an entry that does not hold yet: before, nobody would find it. */
  function dayOf(typed: string, entry: EntryId): string {
    const parsed = parseEntry(`${entry}.md`, typed);
    return parsed.ok && parsed.value.valid.from > today() ? parsed.value.valid.from : today();
  }

  async function page(
    c: ConsoleContext,
    draft: Revision,
    shown: Pick<DraftPageProps, 'text' | 'note' | 'tab'> &
      Partial<Pick<DraftPageProps, 'tried' | 'searched' | 'told' | 'noteMissing'>>,
  ) {
    const parsed = parseEntry(`${draft.entry}.md`, shown.text);
    const { rendering } = knowledgeOn(today());
    const faults: readonly Fault[] = parsed.ok ? [] : parsed.faults;
    return (
      <DraftPage
        {...shown}
        told={shown.told}
        shell={c.get('shell')}
        draft={draft}
        form={readEntryForm(shown.text)}
        faults={faults}
        previews={parsed.ok ? previewsOf(parsed.value, { rendering, capabilities }) : undefined}
        topics={named}
      />
    );
  }
}

/** The file that a page's fields come to: the whole text where that was edited, else the fields written into it. */
function textOf(form: Written, saved: string): string {
  if (form.text !== undefined) return form.text.replaceAll('\r\n', '\n');
  const before = readEntryForm(saved);
  if (form.title === undefined || before === undefined) return saved;
  return writeEntryForm(formOf(form, before), saved);
}

function formOf(form: Written, before: EntryForm): EntryForm {
  return {
    id: before.id,
    title: oneLine(form.title ?? ''),
    variants: linesOf(form.variants),
    negativeTwin: oneLine(form.negativeTwin),
    english: {
      question: oneLine(form.englishQuestion),
      variants: linesOf(form.englishVariants),
      answer: oneLine(form.englishAnswer),
    },
    topics: [
      ...before.topics.filter((one) => form.topic.includes(one)),
      ...form.topic.filter((one) => !before.topics.includes(one)),
    ],
    validFrom: form.validFrom.trim(),
    validTo: form.validTo.trim(),
    reviewedOn: form.reviewedOn.trim(),
    reviewBy: form.reviewBy.trim(),
    sources: linesOf(form.sources),
    confidence: form.confidence,
    urgent: form.urgent,
    shortAnswer: paragraphs(form.shortAnswer),
    passages: form.heading
      .map((heading, nth) => ({ heading: oneLine(heading), text: paragraphs(form.passage[nth] ?? '') }))
      .filter(({ heading, text: passage }) => heading !== '' || passage !== ''),
    basis: linesOf(form.basis),
  };
}

function linesOf(typed: string): readonly string[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function oneLine(typed: string): string {
  return typed.replace(/\s+/g, ' ').trim();
}

function paragraphs(typed: string): string {
  return typed.replaceAll('\r\n', '\n').trim();
}
