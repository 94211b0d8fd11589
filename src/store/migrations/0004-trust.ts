import { type Kysely, sql } from 'kysely';

/**
 * What people are promised: consent with its wording, time and end; where somebody may safely be reached; erasing that also
 * holds after a backup is restored; keys that can be changed; and forgetting by age.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Telegram's own id of a message of ours: only with it can the message be taken from the person's screen again.
  await db.schema.alterTable('outbox').addColumn('external_sealed', 'text').execute();
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
    .addColumn('withdrawn_by', 'text')
    .execute();
  await db.schema.createIndex('consents_of_person').on('consents').columns(['chat_hash', 'id']).execute();
  await db.schema.createIndex('consents_of_ticket').on('consents').columns(['ticket_id']).execute();
  // Referrals that were passed on before: each was, with the terms that the ticket holds.
  await sql`insert into consents (id, chat_hash, ticket_id, about, wording, given_at, withdrawn_at, withdrawn_by)
    select id, chat_hash, id, 'referral', consent, opened_at,
      case when state = 'withdrawn' then changed_at end, case when state = 'withdrawn' then 'withdraw' end
    from tickets`.execute(db);
  await db.schema
    .createTable('erasures')
    .addColumn('chat_hash', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('erasures_key', ['chat_hash', 'at'])
    .execute();
  await db.schema
    .createTable('vault_keys')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('conversations_by_age').on('conversations').columns(['updated_at']).execute();
  await db.schema.createIndex('inbox_by_age').on('inbox').columns(['received_at']).execute();
  await db.schema.createIndex('tickets_by_end').on('tickets').columns(['state', 'changed_at']).execute();
}
