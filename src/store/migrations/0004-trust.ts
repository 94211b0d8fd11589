import { type Kysely, sql } from 'kysely';

/**
 * What people are promised: consent with its wording, time and end; where somebody may safely be reached; erasing that also
 * holds after a backup is restored; keys that can be changed; and forgetting by age.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Telegram's own id of a message of ours: only with it can the message be taken from the person's screen again.
  await db.schema.alterTable('outbox').addColumn('external_sealed', 'text').execute();
  await sql`create index outbox_to_take_back on outbox (sent_at) where external_sealed is not null`.execute(db);
  await db.schema.alterTable('outbox').addColumn('after_sending', 'text').execute();
  // For whom a message was when it was written: a group may be unlinked later, and what was posted there stays a post.
  await db.schema
    .alterTable('outbox')
    .addColumn('for_staff', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await sql`update outbox set for_staff = 1
    where key like '%/group/%' or chat_hash in (select chat_hash from staff_groups)`.execute(db);
  await db.schema.dropIndex('outbox_by_time').execute();
  await db.schema
    .createIndex('outbox_by_time')
    .on('outbox')
    .columns(['added_at', 'state', 'note', 'for_staff'])
    .execute();
  // When and how the person may be reached, in their words. Told to staff, who see it before they write.
  await db.schema.alterTable('tickets').addColumn('reach_sealed', 'text').execute();
  await db.schema
    .createTable('consents')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('chat_hash', 'text', (column) => column.notNull())
    .addColumn('ticket_id', 'text', (column) => column.references('tickets.id').onDelete('cascade'))
    .addColumn('about', 'text', (column) => column.notNull())
    .addColumn('wording', 'text', (column) => column.notNull())
    .addColumn('given_at', 'text', (column) => column.notNull())
    .addColumn('withdrawn_at', 'text')
    .execute();
  await db.schema.createIndex('consents_of_person').on('consents').columns(['chat_hash', 'id']).execute();
  await db.schema.createIndex('consents_of_ticket').on('consents').columns(['ticket_id']).execute();
  // Referrals that were passed on before: each was, with the terms that the ticket holds.
  await sql`insert into consents (id, chat_hash, ticket_id, about, wording, given_at, withdrawn_at)
    select id, chat_hash, id, 'referral', consent, opened_at,
      case when state = 'withdrawn' then changed_at end
    from tickets`.execute(db);
  await db.schema
    .createTable('erasures')
    .addColumn('chat_hash', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('erasures_key', ['chat_hash', 'at'])
    .execute();
  await db.schema
    .createTable('heard_before')
    .addColumn('message_hash', 'text', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('take_backs')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('external_sealed', 'text', (column) => column.notNull())
    .addColumn('sent_at', 'text', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('vault_keys')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('conversations_by_age').on('conversations').columns(['updated_at']).execute();
  await db.schema.createIndex('inbox_by_age').on('inbox').columns(['received_at']).execute();
  // What goes first when more is owed than a platform takes, and since when somebody waits for it.
  await db.schema
    .alterTable('outbox')
    .addColumn('rank', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
  await db.schema.alterTable('outbox').addColumn('caused_at', 'text').execute();
  // Both queues are read from their front, and stop being read where enough is found.
  await db.schema
    .createIndex('outbox_queue')
    .on('outbox')
    .columns(['state', 'channel', 'rank', 'seq', 'uncertain'])
    .execute();
  await db.schema.createIndex('inbox_queue').on('inbox').columns(['state', 'id']).execute();
  await db.schema.createIndex('tickets_by_end').on('tickets').columns(['state', 'changed_at']).execute();
}
