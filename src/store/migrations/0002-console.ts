import { type Kysely, SqliteAdapter, sql } from 'kysely';

/**
 * The console: who may sign in, what staff do with a ticket, revisions of entries, counts, what admins set, and the audit
 * log. The same statements run on SQLite and PostgreSQL; only the guard of the audit log is written twice.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('accounts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('login_hash', 'text', (column) => column.notNull().unique())
    .addColumn('login_sealed', 'text', (column) => column.notNull())
    .addColumn('name_sealed', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('province', 'text')
    .addColumn('password_hash', 'text', (column) => column.notNull())
    .addColumn('totp_sealed', 'text', (column) => column.notNull())
    .addColumn('totp_last_step', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text')
    .addColumn('signed_in_at', 'text')
    .execute();
  await db.schema
    .createTable('recovery_codes')
    .addColumn('code_hash', 'text', (column) => column.primaryKey())
    .addColumn('account_id', 'text', (column) => column.notNull().references('accounts.id').onDelete('cascade'))
    .addColumn('used_at', 'text')
    .execute();
  await db.schema
    .createTable('invitations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('province', 'text')
    .addColumn('note_sealed', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text')
    .addColumn('created_by', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('used_at', 'text')
    .addColumn('withdrawn_at', 'text')
    .execute();
  await db.schema
    .createTable('sessions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('account_id', 'text', (column) => column.notNull().references('accounts.id').onDelete('cascade'))
    .addColumn('stage', 'text', (column) => column.notNull())
    .addColumn('device', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('seen_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('revoked_at', 'text')
    .execute();
  await db.schema.createIndex('sessions_of_account').on('sessions').columns(['account_id', 'id']).execute();

  await db.schema
    .createTable('audit')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text')
    .addColumn('role', 'text')
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('object', 'text', (column) => column.notNull())
    .addColumn('province', 'text')
    .addColumn('detail', 'text', (column) => column.notNull())
    .addColumn('chain', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('audit_by_object').on('audit').columns(['object', 'id']).execute();
  await db.schema.createIndex('audit_by_account').on('audit').columns(['account_id', 'id']).execute();
  await db.schema.createIndex('audit_by_action').on('audit').columns(['action', 'id']).execute();
  await guardAudit(db);

  const tickets: readonly (readonly [string, 'text'])[] = [
    ['urgent', 'text'],
    ['claimed_by', 'text'],
    ['claimed_at', 'text'],
    ['answered_at', 'text'],
    ['due_at', 'text'],
    ['reopened_due_at', 'text'],
    ['reminded_at', 'text'],
    ['alarmed_at', 'text'],
    ['told_at', 'text'],
    ['escalated_at', 'text'],
    ['merged_into', 'text'],
    ['transfer_to', 'text'],
    ['transfer_reason_sealed', 'text'],
    ['transfer_by', 'text'],
  ];
  for (const [name, type] of tickets) await db.schema.alterTable('tickets').addColumn(name, type).execute();
  // Whose turn it is. A ticket from before was asked and, where it was answered, waits for the person.
  await db.schema
    .alterTable('tickets')
    .addColumn('awaits', 'text', (column) => column.notNull().defaultTo('staff'))
    .execute();
  await sql`update tickets set awaits = 'person' where state = 'answered'`.execute(db);
  // Holds all that lists and counts of a centre look at: the rows, long with sealed words, are read only where shown.
  await db.schema
    .createIndex('tickets_of_desk')
    .on('tickets')
    .columns([
      'province',
      'state',
      'awaits',
      'claimed_by',
      'urgent',
      'answered_at',
      'due_at',
      'reopened_due_at',
      'opened_at',
      'id',
    ])
    .execute();
  await db.schema
    .createIndex('tickets_by_change')
    .on('tickets')
    .columns(['province', 'state', 'changed_at', 'id'])
    .execute();
  await db.schema.createIndex('tickets_merged').on('tickets').columns(['merged_into']).execute();
  // Holds all that the clock counts and looks for; `escalated_at` for the number in the navigation.
  await db.schema
    .createIndex('tickets_due')
    .on('tickets')
    .columns(['state', 'answered_at', 'reopened_due_at', 'due_at', 'escalated_at', 'province'])
    .execute();
  for (const name of ['cause', 'account_id', 'via']) {
    await db.schema.alterTable('ticket_words').addColumn(name, 'text').execute();
  }
  // One answer for each form, also when it is sent twice at the same moment.
  await db.schema.createIndex('ticket_words_cause').on('ticket_words').columns(['cause']).unique().execute();
  await db.schema.createIndex('outbox_of_ticket').on('outbox').columns(['ticket_id', 'seq']).execute();
  // Hold all that is measured for the dashboard.
  await db.schema
    .createIndex('tickets_answered')
    .on('tickets')
    .columns(['answered_at', 'due_at', 'opened_at', 'province', 'state', 'changed_at'])
    .execute();
  await db.schema
    .createIndex('outbox_by_time')
    .on('outbox')
    .columns(['added_at', 'state', 'note', 'chat_hash'])
    .execute();
  await db.schema
    .createTable('ticket_notes')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('ticket_id', 'text', (column) => column.notNull().references('tickets.id').onDelete('cascade'))
    .addColumn('province', 'text', (column) => column.notNull())
    .addColumn('once', 'text', (column) => column.notNull().unique())
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('words_sealed', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('ticket_notes_of').on('ticket_notes').columns(['ticket_id', 'id']).execute();
  await db.schema
    .createTable('ticket_events')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('ticket_id', 'text', (column) => column.notNull().references('tickets.id').onDelete('cascade'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text')
    .addColumn('detail_sealed', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('ticket_events_of').on('ticket_events').columns(['ticket_id', 'id']).execute();
  await db.schema
    .createTable('ticket_presence')
    .addColumn('ticket_id', 'text', (column) => column.notNull().references('tickets.id').onDelete('cascade'))
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('doing', 'text', (column) => column.notNull())
    .addColumn('seen_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('ticket_presence_key', ['ticket_id', 'account_id'])
    .execute();
  await db.schema
    .createTable('ticket_terms')
    .addColumn('ticket_id', 'text', (column) => column.notNull().references('tickets.id').onDelete('cascade'))
    .addColumn('term_hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('ticket_terms_key', ['term_hash', 'ticket_id'])
    .execute();
  await db.schema.createIndex('ticket_terms_of').on('ticket_terms').columns(['ticket_id']).execute();
  await db.schema
    .createTable('canned_replies')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('province', 'text')
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('citations', 'text', (column) => column.notNull())
    .addColumn('changed_by', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addColumn('removed_at', 'text')
    .execute();

  await db.schema
    .createTable('revisions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('entry_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('base_text', 'text')
    .addColumn('stands_on', 'text')
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('submitted_at', 'text')
    .addColumn('decided_by', 'text')
    .addColumn('decided_at', 'text')
    .addColumn('decision', 'text')
    .addColumn('taken_back_by', 'text')
    .addColumn('taken_back_at', 'text')
    .addColumn('taken_back_why', 'text')
    .addUniqueConstraint('revision_number', ['entry_id', 'number'])
    .execute();
  await db.schema.createIndex('revisions_by_state').on('revisions').columns(['state', 'entry_id']).execute();
  await db.schema
    .createTable('live_entries')
    .addColumn('entry_id', 'text', (column) => column.primaryKey())
    .addColumn('revision_id', 'text', (column) => column.notNull().references('revisions.id'))
    .addColumn('since', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('regressions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('entry_id', 'text', (column) => column.notNull())
    .addColumn('question_sealed', 'text', (column) => column.notNull())
    .addColumn('expects', 'text', (column) => column.notNull())
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('added_by', 'text', (column) => column.notNull())
    .addColumn('added_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('regressions_of').on('regressions').columns(['entry_id', 'id']).execute();
  await db.schema
    .createTable('kept_questions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('words_sealed', 'text', (column) => column.notNull())
    .addColumn('why', 'text', (column) => column.notNull())
    .addColumn('candidates', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('settled_at', 'text')
    .addColumn('settled_by', 'text')
    .addColumn('settled_as', 'text')
    // SQLite would number the rows, and so tell the order in which the questions came.
    .$call((table) => (isSqlite(db) ? table.modifyEnd(sql`without rowid`) : table))
    .execute();
  await db.schema.createIndex('kept_questions_open').on('kept_questions').columns(['settled_at', 'day']).execute();
  await db.schema.createIndex('kept_questions_taken').on('kept_questions').columns(['settled_as']).execute();
  await db.schema
    .createTable('candidates')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('ticket_id', 'text', (column) => column.notNull().unique())
    .addColumn('question_sealed', 'text', (column) => column.notNull())
    .addColumn('answer_sealed', 'text', (column) => column.notNull())
    .addColumn('citations', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('made_by', 'text', (column) => column.notNull())
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addColumn('settled_by', 'text')
    .addColumn('settled_at', 'text')
    .addColumn('revision_id', 'text')
    .execute();
  await db.schema.createIndex('candidates_taken').on('candidates').columns(['revision_id']).execute();

  await db.schema
    .createTable('counts')
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('metric', 'text', (column) => column.notNull())
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('n', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('counts_key', ['metric', 'label', 'day'])
    .execute();
  await db.schema
    .createTable('configuration')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('changed_by', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('configuration_of').on('configuration').columns(['name', 'id']).execute();
}

/**
 * Nobody changes what was logged, and nobody deletes it before two years have passed: not by a slip in our own code, nor
 * by hand without removing the guard first.
 */
async function guardAudit(db: Kysely<unknown>): Promise<void> {
  if (isSqlite(db)) {
    await sql`create trigger audit_unchanged before update on audit
      begin select raise(abort, 'the audit log is never changed'); end`.execute(db);
    await sql`create trigger audit_kept before delete on audit
      when old.at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-24 months')
      begin select raise(abort, 'the audit log is kept for 24 months'); end`.execute(db);
    return;
  }
  await sql`create function audit_guard() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' then raise exception 'the audit log is never changed'; end if;
      if old.at > to_char(now() at time zone 'utc' - interval '24 months', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') then
        raise exception 'the audit log is kept for 24 months';
      end if;
      return old;
    end $$`.execute(db);
  await sql`create trigger audit_guarded before update or delete on audit
    for each row execute function audit_guard()`.execute(db);
}

function isSqlite(db: Kysely<unknown>): boolean {
  return db.getExecutor().adapter instanceof SqliteAdapter;
}
