import type { Kysely, Selectable } from 'kysely';
import type { Span } from '../base/days.ts';
import type { AccountId, LawSourceId } from '../base/ids.ts';
import type { InstrumentFacts } from '../law/law-text.ts';
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
    async addSource({ code, fileName, fileSha256, url, facts, by, at }) {
      const id = newId();
      await db
        .insertInto('law_sources')
        .values({
          id,
          code,
          file_name: fileName,
          file_sha256: fileSha256,
          url: url ?? null,
          facts: JSON.stringify(facts),
          imported_by: by ?? null,
          imported_at: at.toISOString(),
        })
        .execute();
      return id as LawSourceId;
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

    async add(wording) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('law_articles')
        .values({
          id: newId(),
          code: wording.code,
          article: wording.article,
          place: wording.place,
          heading: wording.heading,
          heading_line: wording.headingLine,
          text: wording.text,
          sha256: wording.sha256,
          divisions: JSON.stringify(wording.divisions),
          in_force_from: wording.inForce.from,
          in_force_to: wording.inForce.to ?? null,
          source_id: wording.source,
        })
        .onConflict((conflict) => conflict.columns(['code', 'article', 'in_force_from']).doNothing())
        .executeTakeFirst();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n;
    },

    async end(code, number, from, lastDay) {
      await db
        .updateTable('law_articles')
        .set({ in_force_to: lastDay ?? null })
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
      // An import adds a source, and only an import changes wordings.
      const row = await db
        .selectFrom('law_sources')
        .select((eb) => [eb.fn.max('id').as('newest'), eb.fn.countAll<number | string>().as('n')])
        .executeTakeFirst();
      return `${row?.newest ?? ''}/${row?.n ?? 0}`;
    },

    async ask({ code, article: number, until, source }) {
      await db
        .insertInto('law_asked_for')
        .values({ id: newId(), code, article: number, until, source_id: source, settled_at: null })
        .onConflict((conflict) => conflict.columns(['code', 'article', 'until']).doNothing())
        .execute();
    },

    async settle({ code, article: number, until }, at) {
      await db
        .updateTable('law_asked_for')
        .set({ settled_at: at.toISOString() })
        .where('code', '=', code)
        .where('article', '=', number)
        .where('until', '=', until)
        .where('settled_at', 'is', null)
        .execute();
    },

    async askedFor() {
      return db
        .selectFrom('law_asked_for')
        .select(['code', 'article', 'until'])
        .where('settled_at', 'is', null)
        .orderBy('code')
        .orderBy('id')
        .execute();
    },
  };
}

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
    by: (row.imported_by ?? undefined) as AccountId | undefined,
    at: new Date(row.imported_at),
  };
}
