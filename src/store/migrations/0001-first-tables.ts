import type { Kysely } from 'kysely';

/** Inbox, outbox, conversations, tickets and the groups of staff. The same statements run on SQLite and PostgreSQL. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('inbox')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('chat_hash', 'text', (column) => column.notNull())
    .addColumn('address_sealed', 'text', (column) => column.notNull())
    .addColumn('message_hash', 'text', (column) => column.notNull().unique())
    .addColumn('heard_sealed', 'text', (column) => column.notNull())
    .addColumn('in_group', 'integer', (column) => column.notNull())
    .addColumn('replies_to_sealed', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addColumn('answered_at', 'text')
    .execute();
  await db.schema.createIndex('inbox_of_chat').on('inbox').columns(['chat_hash', 'id']).execute();
  await db.schema.createIndex('inbox_waiting').on('inbox').columns(['state', 'chat_hash', 'id']).execute();
  await db.schema
    .createTable('outbox')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('seq', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('chat_hash', 'text', (column) => column.notNull())
    .addColumn('address_sealed', 'text', (column) => column.notNull())
    .addColumn('message_sealed', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('uncertain', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('added_at', 'text', (column) => column.notNull())
    .addColumn('sent_at', 'text')
    .addColumn('external_hash', 'text')
    .addColumn('note', 'text')
    .addColumn('ticket_id', 'text')
    .execute();
  await db.schema.createIndex('outbox_due').on('outbox').columns(['state', 'channel', 'chat_hash', 'seq']).execute();
  await db.schema.createIndex('outbox_of_chat').on('outbox').columns(['chat_hash', 'seq']).execute();
  await db.schema
    .createTable('conversations')
    .addColumn('chat_hash', 'text', (column) => column.primaryKey())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('state_sealed', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addColumn('blocked_at', 'text')
    .execute();
  await db.schema
    .createTable('tickets')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('code', 'text', (column) => column.notNull().unique())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('chat_hash', 'text', (column) => column.notNull())
    .addColumn('address_sealed', 'text', (column) => column.notNull())
    .addColumn('province', 'text', (column) => column.notNull())
    .addColumn('lines_sealed', 'text', (column) => column.notNull())
    .addColumn('contact_sealed', 'text')
    .addColumn('consent', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('rating', 'text')
    .addColumn('opened_at', 'text', (column) => column.notNull())
    .addColumn('opened_on', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('tickets_of_person').on('tickets').columns(['chat_hash', 'id']).execute();
  await db.schema.createIndex('tickets_of_province').on('tickets').columns(['province', 'state']).execute();
  await db.schema
    .createTable('ticket_words')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('ticket_id', 'text', (column) => column.notNull().references('tickets.id').onDelete('cascade'))
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('words_sealed', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('ticket_words_of').on('ticket_words').columns(['ticket_id', 'id']).execute();
  await db.schema
    .createTable('staff_groups')
    .addColumn('chat_hash', 'text', (column) => column.primaryKey())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('address_sealed', 'text', (column) => column.notNull())
    .addColumn('province', 'text', (column) => column.notNull())
    .addColumn('linked_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('link_codes')
    .addColumn('code_hash', 'text', (column) => column.primaryKey())
    .addColumn('province', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('used_at', 'text')
    .execute();
}
