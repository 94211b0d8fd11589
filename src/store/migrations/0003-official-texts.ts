import type { Kysely } from 'kysely';

/**
 * Official texts: each imported file with what it says of its articles and of other laws; each wording of each article with
 * the days on which it binds, worked out from all files; wordings that are still asked for; and what has to be read again
 * because the law under it changed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('law_sources')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('file_name', 'text', (column) => column.notNull())
    .addColumn('file_sha256', 'text', (column) => column.notNull())
    .addColumn('url', 'text')
    .addColumn('facts', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('starts_on', 'text', (column) => column.notNull())
    .addColumn('imported_by', 'text')
    .addColumn('imported_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('law_sources_of').on('law_sources').columns(['code', 'id']).execute();
  await db.schema
    .createTable('law_articles')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('article', 'text', (column) => column.notNull())
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('heading', 'text', (column) => column.notNull())
    .addColumn('heading_line', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('divisions', 'text', (column) => column.notNull())
    .addColumn('in_force_from', 'text', (column) => column.notNull())
    .addColumn('in_force_to', 'text')
    .addColumn('source_id', 'text', (column) => column.notNull().references('law_sources.id'))
    .addColumn('base_source_id', 'text', (column) => column.references('law_sources.id'))
    .addUniqueConstraint('law_wording', ['code', 'article', 'in_force_from'])
    .execute();
  await db.schema
    .createTable('law_asked_for')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('article', 'text', (column) => column.notNull())
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('from_day', 'text', (column) => column.notNull())
    .addColumn('until', 'text')
    .addColumn('because', 'text', (column) => column.notNull())
    .addColumn('settled_at', 'text')
    .addUniqueConstraint('law_asked_for_once', ['code', 'article', 'from_day'])
    .execute();
  await db.schema
    .createTable('law_statements')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('source_id', 'text', (column) => column.notNull().references('law_sources.id'))
    .addColumn('body', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('law_statements_of').on('law_statements').columns(['source_id', 'id']).execute();
  await db.schema
    .createTable('law_changes')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('source_id', 'text', (column) => column.notNull().references('law_sources.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('number', 'text')
    .addColumn('body', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('law_changes_of').on('law_changes').columns(['source_id', 'id']).execute();
  await db.schema.createIndex('law_changes_to').on('law_changes').columns(['name', 'number']).execute();
  await db.schema
    .createTable('review_tasks')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('object', 'text', (column) => column.notNull())
    .addColumn('citation', 'text', (column) => column.notNull())
    .addColumn('why', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('opened_at', 'text', (column) => column.notNull())
    .addColumn('cleared_by', 'text')
    .addColumn('cleared_at', 'text')
    .addColumn('note', 'text')
    .addUniqueConstraint('review_task_once', ['object', 'citation', 'why', 'day'])
    .execute();
  await db.schema.createIndex('review_tasks_open').on('review_tasks').columns(['cleared_at', 'object']).execute();
}
