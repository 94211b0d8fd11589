import { type Kysely, PostgresAdapter, type Selectable, sql } from 'kysely';
import type { Span } from '../base/days.ts';
import type { AccountId, LawSourceId } from '../base/ids.ts';
import type { InstrumentFacts } from '../law/law-text.ts';
import type { StatedChange, StatedText } from '../law/stated.ts';
import type { TextLanguage } from '../law/timeline.ts';
import type { ArticleHead, LawSource, Laws, Wording } from '../ports/laws.ts';
import type { Tables } from './tables.ts';

type ArticleRow = Selectable<Tables['law_articles']>;
const HEAD = ['code', 'article', 'place', 'heading', 'divisions', 'in_force_from', 'in_force_to'] as const;

/** Official texts in SQL. They are public, so nothing of them is sealed. `db` is a transaction. */
export function lawsIn(db: Kysely<Tables>, newId: () => string): Laws {
  const article = (code: string, number: string) =>
    db.selectFrom('law_articles').selectAll().where('code', '=', code).where('article', '=', number);
  const sources = () => db.selectFrom('law_sources').selectAll();

  return {
    async addSource(source) {
      const id = newId();
      await db
        .insertInto('law_sources')
        .values({ id, ...sourceRow(source) })
        .execute();
      return id as LawSourceId;
    },

    async restate({ id, ...source }) {
      await db.updateTable('law_sources').set(sourceRow(source)).where('id', '=', id).execute();
      await db.deleteFrom('law_statements').where('source_id', '=', id).execute();
      await db.deleteFrom('law_changes').where('source_id', '=', id).execute();
    },

    async addStatements(source, texts, changes) {
      const statements = texts.map((text) => ({ id: newId(), source_id: source, body: JSON.stringify(text) }));
      for (const some of inPieces(statements)) await db.insertInto('law_statements').values(some).execute();
      const does = changes.map((change) => ({
        id: newId(),
        source_id: source,
        name: change.name,
        number: change.number ?? null,
        body: JSON.stringify(change),
      }));
      for (const some of inPieces(does)) await db.insertInto('law_changes').values(some).execute();
    },

    async evidence(code) {
      const rows = await db
        .selectFrom('law_statements')
        .innerJoin('law_sources', 'law_sources.id', 'law_statements.source_id')
        .where('law_sources.code', '=', code)
        .select(['law_statements.source_id', 'law_statements.body'])
        .orderBy('law_statements.source_id')
        .orderBy('law_statements.id')
        .execute();
      const bySource = new Map<string, StatedText[]>();
      for (const { source_id, body } of rows) {
        const texts = bySource.get(source_id) ?? [];
        bySource.set(source_id, texts);
        texts.push(JSON.parse(body) as StatedText);
      }
      const from = await sources().where('code', '=', code).orderBy('id').execute();
      return from.map(sourceFrom).map(({ id, language, startsOn, facts }) => ({
        source: id,
        language,
        startsOn,
        takesIn: facts.amendedBy.map(({ number }) => number),
        texts: bySource.get(id) ?? [],
      }));
    },

    async changesBy(source) {
      const rows = await db
        .selectFrom('law_changes')
        .select('body')
        .where('source_id', '=', source)
        .orderBy('id')
        .execute();
      return rows.map(({ body }) => JSON.parse(body) as StatedChange);
    },

    async changesTo(names, numbers) {
      const rows = await db
        .selectFrom('law_changes')
        .innerJoin('law_sources', 'law_sources.id', 'law_changes.source_id')
        .where((eb) =>
          eb.or([
            ...(names.length > 0 ? [eb('law_changes.name', 'in', names)] : []),
            ...(numbers.length > 0 ? [eb('law_changes.number', 'in', numbers)] : []),
          ]),
        )
        .select(['law_changes.source_id', 'law_changes.body', 'law_sources.facts', 'law_sources.code'])
        .orderBy('law_changes.source_id')
        .orderBy('law_changes.id')
        .execute();
      return rows.map(({ source_id, body, facts, code }) => {
        const { number, adoptedOn } = JSON.parse(facts) as InstrumentFacts;
        return { source: source_id as LawSourceId, number, code, adoptedOn, change: JSON.parse(body) as StatedChange };
      });
    },

    async source(id) {
      const row = await sources().where('id', '=', id).executeTakeFirst();
      return row && sourceFrom(row);
    },

    async sourceWith(fileSha256) {
      const row = await sources().where('file_sha256', '=', fileSha256).orderBy('id').executeTakeFirst();
      return row && sourceFrom(row);
    },

    async sources(code) {
      const all = sources().orderBy('id', 'desc');
      return (await (code === undefined ? all : all.where('code', '=', code)).execute()).map(sourceFrom);
    },

    async put(wording) {
      const values = {
        place: wording.place,
        heading: wording.heading,
        heading_line: wording.headingLine,
        text: wording.text,
        sha256: wording.sha256,
        divisions: JSON.stringify(wording.divisions),
        in_force_to: wording.inForce.to ?? null,
        source_id: wording.source,
        base_source_id: wording.base ?? null,
      };
      const { code, article: number, inForce } = wording;
      await db
        .insertInto('law_articles')
        .values({ id: newId(), code, article: number, in_force_from: inForce.from, ...values })
        .onConflict((conflict) => conflict.columns(['code', 'article', 'in_force_from']).doUpdateSet(values))
        .execute();
    },

    async remove(code, number, from) {
      await db
        .deleteFrom('law_articles')
        .where('code', '=', code)
        .where('article', '=', number)
        .where('in_force_from', '=', from)
        .execute();
    },

    async wordings(code, number) {
      return (await article(code, number).orderBy('in_force_from').execute()).map(wordingFrom);
    },

    async on(code, number, day) {
      const row = await article(code, number)
        .where('in_force_from', '<=', day)
        .where((eb) => eb.or([eb('in_force_to', 'is', null), eb('in_force_to', '>=', day)]))
        .orderBy('in_force_from', 'desc')
        .executeTakeFirst();
      return row && wordingFrom(row);
    },

    async ofInstrument(code) {
      const rows = await db
        .selectFrom('law_articles')
        .selectAll()
        .where('code', '=', code)
        .orderBy('place')
        .orderBy('article')
        .orderBy('in_force_from')
        .execute();
      return rows.map(wordingFrom);
    },

    async counts() {
      const rows = await db
        .selectFrom('law_articles')
        .select((eb) => [
          'code',
          eb.fn.count<number | string>('article').distinct().as('articles'),
          eb.fn.countAll<number | string>().as('wordings'),
        ])
        .groupBy('code')
        .orderBy('code')
        .execute();
      return rows.map(({ code, articles, wordings }) => ({
        code,
        articles: Number(articles),
        wordings: Number(wordings),
      }));
    },

    async heads() {
      const rows = await db
        .selectFrom('law_articles')
        .select(HEAD)
        .orderBy('code')
        .orderBy('place')
        .orderBy('article')
        .orderBy('in_force_from')
        .execute();
      return rows.map(headFrom);
    },

    async fingerprints() {
      const rows = await db
        .selectFrom('law_articles')
        .select(['code', 'article', 'in_force_from', 'sha256'])
        .orderBy('code')
        .orderBy('place')
        .orderBy('article')
        .orderBy('in_force_from')
        .execute();
      return rows.map((row) => `${row.code}:${row.article}@${row.in_force_from} ${row.sha256}`);
    },

    async each(perTime, use) {
      for (let from = 0; ; from += perTime) {
        const rows = await db
          .selectFrom('law_articles')
          .selectAll()
          .orderBy('code')
          .orderBy('place')
          .orderBy('article')
          .orderBy('in_force_from')
          .limit(perTime)
          .offset(from)
          .execute();
        if (rows.length > 0) use(rows.map(wordingFrom));
        if (rows.length < perTime) return;
      }
    },

    async version() {
      // An import adds a source or says one anew, and only an import changes wordings.
      const row = await db
        .selectFrom('law_sources')
        .select((eb) => [
          eb.fn.max('id').as('newest'),
          eb.fn.max('imported_at').as('at'),
          eb.fn.countAll<number | string>().as('n'),
        ])
        .executeTakeFirst();
      return `${row?.newest ?? ''}/${row?.at ?? ''}/${row?.n ?? 0}`;
    },

    async ask({ code, article: number, place, from, until, because }) {
      const values = { place, until: until ?? null, because, settled_at: null };
      await db
        .insertInto('law_asked_for')
        .values({ id: newId(), code, article: number, from_day: from, ...values })
        .onConflict((conflict) => conflict.columns(['code', 'article', 'from_day']).doUpdateSet(values))
        .execute();
    },

    async settle({ code, article: number, from }, at) {
      await db
        .updateTable('law_asked_for')
        .set({ settled_at: at.toISOString() })
        .where('code', '=', code)
        .where('article', '=', number)
        .where('from_day', '=', from)
        .where('settled_at', 'is', null)
        .execute();
    },

    async askedFor(code) {
      const all = db.selectFrom('law_asked_for').selectAll().where('settled_at', 'is', null);
      const rows = await (code === undefined ? all : all.where('code', '=', code))
        .orderBy('code')
        .orderBy('place')
        .orderBy('from_day')
        .execute();
      return rows.map(({ code: of, article: number, place, from_day: from, until, because }) => ({
        code: of,
        article: number,
        place,
        from,
        until: until ?? undefined,
        because,
      }));
    },

    async lock() {
      // SQLite lets one transaction write at a time anyway.
      if (db.getExecutor().adapter instanceof PostgresAdapter) {
        await sql`select pg_advisory_xact_lock(hashtext('hoi-quyen/laws'))`.execute(db);
      }
    },
  };
}

/** A database takes only so many values in one statement. */
function* inPieces<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) yield rows.slice(from, from + ROWS_AT_ONCE);
}
const ROWS_AT_ONCE = 100;

function spanFrom(row: Pick<ArticleRow, 'in_force_from' | 'in_force_to'>): Span {
  return { from: row.in_force_from, to: row.in_force_to ?? undefined };
}

function headFrom(row: Pick<ArticleRow, (typeof HEAD)[number]>): ArticleHead {
  return {
    code: row.code,
    article: row.article,
    place: row.place,
    heading: row.heading,
    divisions: JSON.parse(row.divisions) as string[],
    inForce: spanFrom(row),
  };
}

function wordingFrom(row: ArticleRow): Wording {
  return {
    ...headFrom(row),
    headingLine: row.heading_line,
    text: row.text,
    sha256: row.sha256,
    source: row.source_id as LawSourceId,
    base: (row.base_source_id ?? undefined) as LawSourceId | undefined,
  };
}

function sourceRow({ code, fileName, fileSha256, url, facts, language, startsOn, by, at }: Omit<LawSource, 'id'>) {
  return {
    code,
    file_name: fileName,
    file_sha256: fileSha256,
    url: url ?? null,
    facts: JSON.stringify(facts),
    language,
    starts_on: startsOn,
    imported_by: by ?? null,
    imported_at: at.toISOString(),
  };
}

function sourceFrom(row: Selectable<Tables['law_sources']>): LawSource {
  return {
    id: row.id as LawSourceId,
    code: row.code,
    fileName: row.file_name,
    fileSha256: row.file_sha256,
    url: row.url ?? undefined,
    facts: JSON.parse(row.facts) as InstrumentFacts,
    language: row.language as TextLanguage,
    startsOn: row.starts_on,
    by: (row.imported_by ?? undefined) as AccountId | undefined,
    at: new Date(row.imported_at),
  };
}
