import type { Kysely } from 'kysely';
import { type Conversation, NEW_CONVERSATION } from '../conversation/conversation.ts';
import type { Conversations } from '../ports/store.ts';
import { isSqlite } from './is-sqlite.ts';
import type { OnUnreadable, Tables } from './tables.ts';
import type { Vault } from './vault.ts';

/** Where each talk stands. `db` is a transaction. */
export function conversationsIn(db: Kysely<Tables>, vault: Vault, onUnreadable: OnUnreadable): Conversations {
  return {
    async of({ channel, address }) {
      const chat = vault.hash(channel, address);
      const row = await db
        .selectFrom('conversations')
        .select('state_sealed')
        .where('chat_hash', '=', chat)
        // Whoever goes on with the talk meanwhile, such as staff who answer, must build on what is written here. SQLite has
        // one writer at a time anyway.
        .$if(!isSqlite(db), (query) => query.forUpdate())
        .executeTakeFirst();
      if (!row) return NEW_CONVERSATION;
      try {
        return vault.openJson(row.state_sealed) as Conversation;
      } catch {
        // Where the talk stood is lost; the person must not be left without answers because of it.
        onUnreadable('conversation', chat);
        return NEW_CONVERSATION;
      }
    },

    async save({ channel, address }, conversation, at, by = 'person') {
      const state_sealed = vault.sealJson(conversation);
      const updated_at = at.toISOString();
      await db
        .insertInto('conversations')
        .values({ chat_hash: vault.hash(channel, address), channel, state_sealed, updated_at, blocked_at: null })
        .onConflict((conflict) =>
          conflict
            .column('chat_hash')
            .doUpdateSet({ state_sealed, updated_at, ...(by === 'person' && { blocked_at: null }) }),
        )
        .execute();
    },

    async markBlocked({ channel, address }, blocked, at) {
      await db
        .updateTable('conversations')
        .set({ blocked_at: blocked ? at.toISOString() : null })
        .where('chat_hash', '=', vault.hash(channel, address))
        .execute();
    },

    async isBlocked({ channel, address }) {
      const row = await db
        .selectFrom('conversations')
        .select('blocked_at')
        .where('chat_hash', '=', vault.hash(channel, address))
        .executeTakeFirst();
      return row !== undefined && row.blocked_at !== null;
    },
  };
}
