import type { Kysely } from 'kysely';
import type { Records, Store } from '../ports/store.ts';
import { auditIn } from './audit.ts';
import { configurationIn } from './configuration.ts';
import { conversationsIn } from './conversations.ts';
import { countsIn } from './counts.ts';
import { inboxIn } from './inbox.ts';
import { outboxIn } from './outbox.ts';
import { staffGroupsIn } from './staff-groups.ts';
import type { OnUnreadable, Tables } from './tables.ts';
import { ticketsIn } from './tickets.ts';
import type { Vault } from './vault.ts';

/** The store on SQLite or PostgreSQL. Inside `transaction` only the given records may be used. */
export class SqlStore implements Store {
  readonly #db: Kysely<Tables>;
  readonly #vault: Vault;
  readonly #newId: () => string;
  readonly #onUnreadable: OnUnreadable;

  constructor(db: Kysely<Tables>, vault: Vault, newId: () => string, onUnreadable: OnUnreadable = () => {}) {
    this.#db = db;
    this.#vault = vault;
    this.#newId = newId;
    this.#onUnreadable = onUnreadable;
  }

  transaction<T>(work: (records: Records) => Promise<T>): Promise<T> {
    return this.#db.transaction().execute((db) => {
      const [vault, newId] = [this.#vault, this.#newId];
      return work({
        inbox: inboxIn(db, vault, newId, this.#onUnreadable),
        outbox: outboxIn(db, vault, newId, this.#onUnreadable),
        conversations: conversationsIn(db, vault, this.#onUnreadable),
        tickets: ticketsIn(db, vault, newId),
        staffGroups: staffGroupsIn(db, vault),
        audit: auditIn(db, vault, newId),
        counts: countsIn(db),
        configuration: configurationIn(db, newId),
      });
    });
  }

  async checkWritable(): Promise<void> {
    // Changes no row, but has to get the right to write.
    await this.#db.updateTable('link_codes').set({ used_at: null }).where('code_hash', '=', '').execute();
  }

  close(): Promise<void> {
    return this.#db.destroy();
  }
}
