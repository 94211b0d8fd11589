import type { Kysely, Selectable } from 'kysely';
import type { AccountId, EntryId, RevisionId } from '../base/ids.ts';
import type { NewDraft, Revision, RevisionHead } from '../curation/draft.ts';
import type { LiveEntry, RevisionFilter, Revisions } from '../ports/revisions.ts';
import type { Tables } from './tables.ts';

/** All but the texts, which are long. */
const HEAD = [
  'id',
  'entry_id',
  'number',
  'state',
  'origin',
  'note',
  'author',
  'created_at',
  'submitted_at',
  'decided_by',
  'decided_at',
  'decision',
  'taken_back_by',
  'taken_back_at',
  'taken_back_why',
] as const;
type Row = Selectable<Tables['revisions']>;

/** A statement may hold only so many parameters. */
const AT_ONCE = 500;

/** Revisions of entries and which are live. `db` is a transaction. */
export function revisionsIn(db: Kysely<Tables>, newId: () => string): Revisions {
  const matching = ({ state, entry, author }: RevisionFilter) => {
    let query = db.selectFrom('revisions');
    if (state !== undefined) query = query.where('state', '=', state);
    if (entry !== undefined) query = query.where('entry_id', '=', entry);
    if (author !== undefined) query = query.where('author', '=', author);
    return query;
  };
  const newest = async (): Promise<number> => {
    const row = await db
      .selectFrom('live_entries')
      .select((eb) => eb.fn.max('since').as('since'))
      .executeTakeFirst();
    return row?.since ? new Date(row.since).getTime() : 0;
  };

  const liveOf = async (entry: EntryId): Promise<LiveEntry | undefined> => {
    const row = await db.selectFrom('live_entries').selectAll().where('entry_id', '=', entry).executeTakeFirst();
    return row && live(row);
  };

  const add = async (
    { entry, text, baseText, standsOn, origin, note, author, at }: NewDraft,
    more: Partial<Row>,
  ): Promise<Revision> => {
    const last = await db
      .selectFrom('revisions')
      .select((eb) => eb.fn.max('number').as('number'))
      .where('entry_id', '=', entry)
      .executeTakeFirst();
    const row: Row = {
      id: newId(),
      entry_id: entry,
      number: (last?.number ?? 0) + 1,
      state: 'draft',
      text,
      base_text: baseText ?? null,
      stands_on: standsOn ?? null,
      origin,
      note,
      author,
      created_at: at.toISOString(),
      submitted_at: null,
      decided_by: null,
      decided_at: null,
      decision: null,
      taken_back_by: null,
      taken_back_at: null,
      taken_back_why: null,
      ...more,
    };
    await db.insertInto('revisions').values(row).execute();
    return whole(row);
  };

  return {
    draft: (begun) => add(begun, {}),

    addPublished: (imported, why) =>
      add(imported, {
        state: 'published',
        submitted_at: imported.at.toISOString(),
        decided_by: imported.author,
        decided_at: imported.at.toISOString(),
        decision: why,
      }),

    async save(id, author, { text, note }) {
      const { numUpdatedRows } = await db
        .updateTable('revisions')
        .set({ text, note })
        .where('id', '=', id)
        .where('author', '=', author)
        .where('state', '=', 'draft')
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async submit(id, author, at) {
      const { numUpdatedRows } = await db
        .updateTable('revisions')
        .set({ state: 'in-review', submitted_at: at.toISOString() })
        .where('id', '=', id)
        .where('author', '=', author)
        .where('state', '=', 'draft')
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async discard(id, author, at) {
      const { numUpdatedRows } = await db
        .updateTable('revisions')
        .set({ state: 'discarded', decided_by: author, decided_at: at.toISOString() })
        .where('id', '=', id)
        .where('author', '=', author)
        .where('state', 'in', ['draft', 'in-review'])
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async decide(id, { state, by, at, why }) {
      const { numUpdatedRows } = await db
        .updateTable('revisions')
        .set({ state, decided_by: by, decided_at: at.toISOString(), decision: why })
        .where('id', '=', id)
        .where('author', '!=', by)
        .where('state', '=', 'in-review')
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async find(id) {
      const row = await db.selectFrom('revisions').selectAll().where('id', '=', id).executeTakeFirst();
      return row && whole(row);
    },

    async list(filter, limit, before) {
      let query = matching(filter).select(HEAD).orderBy('id', 'desc').limit(limit);
      if (before !== undefined) query = query.where('id', '<', before);
      return (await query.execute()).map(head);
    },

    async count(filter) {
      const row = await matching(filter)
        .select((eb) => eb.fn.countAll<number | string>().as('n'))
        .executeTakeFirst();
      return Number(row?.n ?? 0);
    },

    async texts(ids) {
      const texts = new Map<RevisionId, Pick<Revision, 'text' | 'baseText'>>();
      for (let from = 0; from < ids.length; from += AT_ONCE) {
        const rows = await db
          .selectFrom('revisions')
          .select(['id', 'text', 'base_text'])
          .where('id', 'in', ids.slice(from, from + AT_ONCE))
          .execute();
        for (const row of rows) {
          texts.set(row.id as RevisionId, { text: row.text, baseText: row.base_text ?? undefined });
        }
      }
      return texts;
    },

    async live() {
      const rows = await db.selectFrom('live_entries').selectAll().orderBy('entry_id').execute();
      return rows.map(live);
    },

    liveOf,

    async liveVersion() {
      const row = await db
        .selectFrom('live_entries')
        .select((eb) => [eb.fn.countAll<number | string>().as('n'), eb.fn.max('since').as('since')])
        .executeTakeFirst();
      return `${row?.n ?? 0} ${row?.since ?? ''}`;
    },

    async putLive(entry, revision, instead, at) {
      // Later than all others, so that `liveVersion` tells of it whatever the clocks of several machines say.
      const since = new Date(Math.max(at.getTime(), (await newest()) + 1)).toISOString();
      if (instead === undefined) {
        const { numInsertedOrUpdatedRows = 0n } = await db
          .insertInto('live_entries')
          .values({ entry_id: entry, revision_id: revision, since })
          .onConflict((conflict) => conflict.column('entry_id').doNothing())
          .executeTakeFirst();
        return numInsertedOrUpdatedRows > 0n;
      }
      const { numUpdatedRows } = await db
        .updateTable('live_entries')
        .set({ revision_id: revision, since })
        .where('entry_id', '=', entry)
        .where('revision_id', '=', instead)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async takeBack(entry, { by, at, why }) {
      const standing = await liveOf(entry);
      if (!standing) return undefined;
      const { numDeletedRows } = await db
        .deleteFrom('live_entries')
        .where('entry_id', '=', entry)
        .where('revision_id', '=', standing.revision)
        .executeTakeFirst();
      if (numDeletedRows === 0n) return undefined;
      await db
        .updateTable('revisions')
        .set({ taken_back_by: by, taken_back_at: at.toISOString(), taken_back_why: why })
        .where('id', '=', standing.revision)
        .execute();
      return standing.revision;
    },
  };
}

function whole(row: Row): Revision {
  return {
    ...head(row),
    text: row.text,
    baseText: row.base_text ?? undefined,
    standsOn: (row.stands_on ?? undefined) as RevisionId | undefined,
  };
}

function head(row: Pick<Row, (typeof HEAD)[number]>): RevisionHead {
  const moment = (at: string | null): Date | undefined => (at === null ? undefined : new Date(at));
  return {
    id: row.id as RevisionId,
    entry: row.entry_id as EntryId,
    number: row.number,
    state: row.state,
    origin: row.origin,
    note: row.note,
    author: row.author as AccountId,
    createdAt: new Date(row.created_at),
    submittedAt: moment(row.submitted_at),
    decidedBy: (row.decided_by ?? undefined) as AccountId | undefined,
    decidedAt: moment(row.decided_at),
    decision: row.decision ?? undefined,
    takenBack:
      row.taken_back_by === null || row.taken_back_at === null
        ? undefined
        : { by: row.taken_back_by as AccountId, at: new Date(row.taken_back_at), why: row.taken_back_why ?? '' },
  };
}

function live(row: Tables['live_entries']): LiveEntry {
  return { entry: row.entry_id as EntryId, revision: row.revision_id as RevisionId, since: new Date(row.since) };
}
