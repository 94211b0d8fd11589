import { z } from 'zod';
import { covers, type Day, dayBefore, isDay, vietnamDay } from '../../../base/days.ts';
import type { AccountId, EntryId, ReviewTaskId } from '../../../base/ids.ts';
import { citingOf } from '../../../flow/law/citing.ts';
import { clearReview, isSameChange } from '../../../flow/law/clear-review.ts';
import { type ImportNeeds, importLaw, type LawFile, previewImport } from '../../../flow/law/import-law.ts';
import { type Citation, partsOf } from '../../../knowledge/citation.ts';
import { clean } from '../../../language/clean.ts';
import { touchedBy } from '../../../law/impact.ts';
import { isNeeded } from '../../../law/law-changes.ts';
import type { LawSource } from '../../../ports/laws.ts';
import type { ReviewTask } from '../../../ports/review-tasks.ts';
import type { Records } from '../../../ports/store.ts';
import { pageOf, withQuery } from '../curation/paging.ts';
import { notFound } from '../kit/guard.tsx';
import type { ConsoleNeeds } from '../kit/needs.ts';
import { type ConsoleContext, type ConsoleRoute, WRITERS } from '../kit/route.ts';
import {
  ArticlePage,
  AskedTable,
  HeldTable,
  InstrumentPage,
  isWebAddress,
  LAW,
  LawListPage,
  lawHref,
} from './law-pages.tsx';
import { type NamedTask, TaskPage, TaskTable } from './task-pages.tsx';
import { PreviewPage, type PreviewPageProps, RefusedPage, UploadPage } from './upload-pages.tsx';
import { Uploads } from './uploads.ts';
import { LAW_WORDS } from './wording.ts';

export type LawPagesNeeds = Pick<ConsoleNeeds, 'store' | 'knowledge' | 'works' | 'law' | 'newId' | 'now' | 'log'>;

/** Longer files, and those that have to wait, are read while a page shows how far it is. */
const AT_ONCE_BYTES = 400_000;
const LONGEST_NAME = 200;

const typed = z
  .string()
  .transform((text) => text.trim().slice(0, 500))
  .catch('');
const StoreForm = z.object({
  code: typed,
  inForceFrom: typed,
  url: typed,
  lettersChecked: z.string().optional().catch(undefined),
  act: z.enum(['store', 'preview']).catch('preview'),
});
const NoteForm = z.object({
  note: z
    .string()
    .transform((text) => clean(text.slice(0, 1000)))
    .catch(''),
  others: z.string().optional().catch(undefined),
});

/** Official texts for those who write entries: what is held, importing, wordings side by side, and what to read again. */
export function lawRoutes(needs: LawPagesNeeds): readonly ConsoleRoute[] {
  const { store, knowledge, works, law, newId, now } = needs;
  const uploads = new Uploads({ newId, now });
  const importing: ImportNeeds = {
    store,
    instruments: () => knowledge.library().instruments.values(),
    citing: citingOf(() => knowledge.library().entries),
    sha256: law.sha256,
    now,
  };
  const today = (): Day => vietnamDay(now());
  const route = (
    method: 'GET' | 'POST',
    path: string,
    handle: (c: ConsoleContext) => Response | Promise<Response>,
  ): ConsoleRoute => ({
    method,
    path: `/law${path}`,
    may: WRITERS,
    handle,
  });
  const asOfIn = (c: ConsoleContext): Day => {
    const asked = c.req.query('as-of') ?? '';
    return isDay(asked) ? asked : today();
  };

  return [
    route('GET', '', async (c) => {
      const { held, sources, counts } = await store.transaction(async (records) => ({
        held: await records.laws.counts(),
        sources: await records.laws.sources(),
        counts: await countsIn(records),
      }));
      const rows = held.map((one) => {
        const own = sources.filter(({ code }) => code === one.code);
        return { ...one, ...titled(one.code, own[0]), sources: own };
      });
      const page = pageOf(rows, c.req.query('page'), (nth) => withQuery(LAW, { page: nth }));
      const code = c.req.query('stored');
      const told = code === undefined ? undefined : LAW_WORDS[c.get('language')].stored(code);
      return c.html(
        <LawListPage shell={c.get('shell')} list="held" counts={counts} told={told} {...page}>
          <HeldTable shell={c.get('shell')} rows={page.rows} />
        </LawListPage>,
      );
    }),

    route('GET', '/asked', async (c) => {
      const { asked, counts } = await store.transaction(async (records) => ({
        asked: await neededIn(records),
        counts: await countsIn(records),
      }));
      const page = pageOf(asked, c.req.query('page'), (nth) => withQuery(`${LAW}/asked`, { page: nth }));
      return c.html(
        <LawListPage shell={c.get('shell')} list="asked" counts={counts} {...page}>
          <AskedTable shell={c.get('shell')} rows={page.rows} />
        </LawListPage>,
      );
    }),

    route('GET', '/tasks', async (c) => {
      const { tasks, counts } = await store.transaction(async (records) => ({
        tasks: await records.reviewTasks.list(),
        counts: await countsIn(records),
      }));
      const page = pageOf(tasks, c.req.query('page'), (nth) => withQuery(`${LAW}/tasks`, { page: nth }));
      const rows = await store.transaction((records) => Promise.all(page.rows.map((task) => named(task, records))));
      const told = c.req.query('told') === 'cleared' ? LAW_WORDS[c.get('language')].cleared : undefined;
      return c.html(
        <LawListPage shell={c.get('shell')} list="tasks" counts={counts} told={told} {...page}>
          <TaskTable shell={c.get('shell')} rows={rows} />
        </LawListPage>,
      );
    }),
    route('GET', '/tasks/:id', (c) => taskPage(c, '', undefined)),
    route('POST', '/tasks/:id', async (c) => {
      const { note, others } = NoteForm.parse(await c.req.parseBody());
      if (note === '') return taskPage(c, '', LAW_WORDS[c.get('language')].noteMissing);
      const known = await store.transaction(({ reviewTasks }) => reviewTasks.find(idIn(c)));
      if (!known) return notFound(c);
      await clearReview(idIn(c), { note, others: others !== undefined }, c.get('account'), { store, now });
      await law.changed();
      return c.redirect(`${LAW}/tasks?told=cleared`, 303);
    }),

    route('GET', '/upload', (c) => c.html(<UploadPage shell={c.get('shell')} fault={undefined} />)),
    route('POST', '/upload', async (c) => {
      const words = LAW_WORDS[c.get('language')];
      const body = await c.req.parseBody();
      const { file, code: given } = body;
      if (!(file instanceof File) || file.size === 0) {
        return c.html(<UploadPage shell={c.get('shell')} fault={words.noFile} />, 422);
      }
      const name = clean(file.name).slice(0, LONGEST_NAME) || 'van-ban';
      const code = typed.parse(given) || undefined;
      const bytes = new Uint8Array(await file.arrayBuffer());
      const by = c.get('account').id;
      if (bytes.length <= AT_ONCE_BYTES && !law.isReading()) {
        return c.redirect(await readIn({ bytes, name, code, by }), 303);
      }
      const href = works.begin(by, words.reading(name), async (progress) => ({
        kind: 'page',
        href: await readIn({ bytes, name, code, by, onPage: (page, of) => progress(page, of, words.readingPage) }),
      }));
      return c.redirect(href, 303);
    }),
    route('GET', '/uploads/:id', async (c) => {
      const handedIn = uploads.of(idIn(c), c.get('account').id);
      if (!handedIn) return gone(c);
      if (handedIn.is === 'refused') {
        const { fileName, message } = handedIn;
        return c.html(<RefusedPage shell={c.get('shell')} name={fileName} message={message} />, 422);
      }
      const { file } = handedIn;
      return c.html(
        <PreviewPage
          {...previewed(c, file)}
          outcome={await previewImport(file, importing)}
          typed={{ code: file.code ?? '', inForceFrom: '', url: '', lettersChecked: false }}
          faults={{}}
        />,
      );
    }),
    route('POST', '/uploads/:id', async (c) => {
      const handedIn = uploads.of(idIn(c), c.get('account').id);
      if (handedIn?.is !== 'read') return gone(c);
      const { file } = handedIn;
      const form = StoreForm.parse(await c.req.parseBody());
      const words = LAW_WORDS[c.get('language')];
      const faults: PreviewPageProps['faults'] = {
        inForceFrom: form.inForceFrom !== '' && !isDay(form.inForceFrom) ? words.badDay : undefined,
        url: form.url !== '' && !isWebAddress(form.url) ? words.badUrl : undefined,
      };
      const isFaulty = Object.values(faults).some((fault) => fault !== undefined);
      const said: LawFile = {
        ...file,
        code: form.code || undefined,
        inForceFrom: faults.inForceFrom === undefined ? form.inForceFrom || undefined : undefined,
        url: faults.url === undefined ? form.url || undefined : undefined,
        lettersChecked: form.lettersChecked !== undefined,
      };
      if (form.act === 'store' && !isFaulty) {
        const outcome = await importLaw(said, c.get('account'), importing);
        if (outcome.result !== 'refused') {
          uploads.drop(idIn(c));
          await law.changed();
          return c.redirect(withQuery(lawHref(outcome.code), { told: 'stored' }), 303);
        }
      }
      const outcome = await previewImport(said, importing);
      const status = isFaulty || (form.act === 'store' && outcome.result === 'refused') ? 422 : 200;
      return c.html(
        <PreviewPage
          {...previewed(c, said)}
          outcome={outcome}
          typed={{ ...form, lettersChecked: form.lettersChecked !== undefined }}
          faults={faults}
        />,
        status,
      );
    }),

    route('GET', '/of/:code', async (c) => {
      const code = c.req.param('code') ?? '';
      const asOf = asOfIn(c);
      const { sources, wordings, asked, names } = await store.transaction(async (records) => {
        const from = await records.laws.sources(code);
        return {
          sources: from,
          wordings: await records.laws.ofInstrument(code),
          asked: await neededIn(records, code),
          names: await namesIn(
            records,
            from.flatMap(({ by }) => by ?? []),
          ),
        };
      });
      if (sources.length === 0 && wordings.length === 0) return notFound(c);
      const contents = wordings.filter(({ inForce }) => covers(inForce, asOf));
      const page = pageOf(contents, c.req.query('page'), (nth) =>
        withQuery(lawHref(code), { 'as-of': asOf, page: nth }),
      );
      return c.html(
        <InstrumentPage
          shell={c.get('shell')}
          code={code}
          title={Object.values(titled(code, sources[0])).filter(Boolean).join(' – ')}
          asOf={asOf}
          sources={sources}
          nameOf={(id) => names.get(id) ?? LAW_WORDS[c.get('language')].unknown}
          contents={page.rows}
          asked={asked}
          told={c.req.query('told') === 'stored' ? LAW_WORDS[c.get('language')].stored(code) : undefined}
          previous={page.previous}
          next={page.next}
        />,
      );
    }),

    route('GET', '/of/:code/:article', async (c) => {
      const code = c.req.param('code') ?? '';
      const article = c.req.param('article') ?? '';
      const { wordings, all, asked, citing } = await store.transaction(async (records) => ({
        wordings: await records.laws.wordings(code, article),
        all: await records.laws.sources(),
        asked: (await neededIn(records, code)).filter((one) => one.article === article),
        citing: await importing.citing(records),
      }));
      if (wordings.length === 0 && asked.length === 0) return notFound(c);
      const numbers = new Map(all.map(({ id, facts }) => [id, facts.number]));
      return c.html(
        <ArticlePage
          shell={c.get('shell')}
          code={code}
          name={
            titled(
              code,
              all.find((source) => source.code === code),
            ).name
          }
          article={article}
          asOf={asOfIn(c)}
          wordings={wordings}
          numberOf={({ source }) => numbers.get(source)}
          asked={asked}
          touched={touchedBy(code, article, citing, today())}
        />,
      );
    }),
  ];

  /** As the knowledge calls it, which tells two laws of one name apart; else as its newest file does. */
  function titled(code: string, newest: LawSource | undefined) {
    const instrument = knowledge.library().instruments.get(code);
    return {
      name: instrument?.shortName ?? newest?.facts.name ?? code,
      number: instrument?.number ?? newest?.facts.number,
    };
  }

  async function countsIn(records: Records) {
    return { tasks: await records.reviewTasks.countOpen(), asked: (await neededIn(records)).length };
  }

  async function neededIn({ laws }: Records, code?: string) {
    return (await laws.askedFor(code)).filter((one) => isNeeded(one, today()));
  }

  async function namesIn({ accounts }: Records, ids: readonly AccountId[]): Promise<ReadonlyMap<AccountId, string>> {
    const found = await Promise.all([...new Set(ids)].map((id) => accounts.find(id)));
    return new Map(found.flatMap((account) => (account ? [[account.id, account.name] as const] : [])));
  }

  async function named(task: ReviewTask, { cannedReplies }: Records): Promise<NamedTask> {
    const [kind, ...rest] = task.object.split('/');
    const id = rest.join('/');
    const library = knowledge.library();
    const title = kind === 'canned' ? (await cannedReplies.find(id))?.title : library.entry(id as EntryId)?.title;
    return { task, title, label: library.label(task.citation as Citation) };
  }

  async function taskPage(c: ConsoleContext, note: string, fault: string | undefined): Promise<Response> {
    const found = await store.transaction(async (records) => {
      const task = await records.reviewTasks.find(idIn(c));
      if (!task) return undefined;
      const { code, article } = partsOf(task.citation as Citation);
      const wordings = await records.laws.wordings(code, article);
      return {
        ...(await named(task, records)),
        before: wordings.find(({ inForce }) => covers(inForce, dayBefore(task.day))),
        after: wordings.find(({ inForce }) => covers(inForce, task.day)),
        others: (await records.reviewTasks.list()).filter((one) => one.id !== task.id && isSameChange(one, task))
          .length,
      };
    });
    if (!found) return notFound(c);
    return c.html(
      <TaskPage shell={c.get('shell')} {...found} note={note} fault={fault} />,
      fault === undefined ? 200 : 422,
    );
  }

  function previewed(c: ConsoleContext, file: LawFile) {
    return { shell: c.get('shell'), id: idIn(c), file } as const;
  }

  function gone(c: ConsoleContext) {
    return c.html(<UploadPage shell={c.get('shell')} fault={LAW_WORDS[c.get('language')].gone} />, 404);
  }

  /** Reads a file. @returns The page of what became of it. */
  async function readIn({
    bytes,
    name,
    code,
    by,
    onPage,
  }: {
    readonly bytes: Uint8Array;
    readonly name: string;
    readonly code: string | undefined;
    readonly by: AccountId;
    readonly onPage?: (done: number, of: number) => void;
  }): Promise<string> {
    const read = await law.read({ bytes, name }, { code, asOf: today(), onPage });
    const id = uploads.keep(
      by,
      read.ok
        ? { is: 'read', file: { reading: read.law, fileName: name, fileSha256: read.law.fileSha256, code } }
        : { is: 'refused', fileName: name, message: read.refusal.message },
    );
    return `${LAW}/uploads/${id}`;
  }
}

function idIn(c: ConsoleContext): ReviewTaskId {
  return (c.req.param('id') ?? '') as ReviewTaskId;
}
