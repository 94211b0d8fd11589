import { type Kysely, sql } from 'kysely';
import type { Records, Store, Writing } from '../ports/store.ts';
import { accountsIn } from './accounts.ts';
import { auditIn } from './audit.ts';
import { candidatesIn } from './candidates.ts';
import { cannedRepliesIn } from './canned-replies.ts';
import { configurationIn } from './configuration.ts';
import { consentsIn } from './consents.ts';
import { conversationsIn } from './conversations.ts';
import { countsIn } from './counts.ts';
import { deskIn } from './desk.ts';
import { forgettingIn } from './forgetting.ts';
import { heldMessagesIn } from './held-messages.ts';
import { inboxIn } from './inbox.ts';
import { invitationsIn } from './invitations.ts';
import { isSqlite } from './is-sqlite.ts';
import { keptQuestionsIn } from './kept-questions.ts';
import { lawsIn } from './laws.ts';
import { measuresIn } from './measures.ts';
import { outboxIn } from './outbox.ts';
import { ownDataIn } from './own-data.ts';
import { regressionsIn } from './regressions.ts';
import { reviewTasksIn } from './review-tasks.ts';
import { revisionsIn } from './revisions.ts';
import { sessionsIn } from './sessions.ts';
import { staffGroupsIn } from './staff-groups.ts';
import { withStoreFaults } from './store-faults.ts';
import type { OnUnreadable, Tables } from './tables.ts';
import { takeBacksIn } from './take-backs.ts';
import { ticketClockIn } from './ticket-clock.ts';
import { ticketTermsIn } from './ticket-terms.ts';
import { ticketsIn } from './tickets.ts';
import type { Vault } from './vault.ts';

/** As long as a long message: where that fits, people's messages do. */
const PROBE_LENGTH = 32 * 1024;

/** Of PostgreSQL, for one of two transactions that wait for each other; nothing of it was done. */
const DEADLOCK = '40P01';
const MOST_ATTEMPTS = 3;

/** How soon it is tried again to empty the log of SQLite. */
const WRITE_THROUGH_AGAIN_MS = 5_000;

/** The store on SQLite or PostgreSQL. Inside `transaction` only the given records may be used. */
export class SqlStore implements Store {
  readonly #db: Kysely<Tables>;
  readonly #vault: Vault;
  readonly #newId: () => string;
  readonly #onUnreadable: OnUnreadable;
  #later: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(db: Kysely<Tables>, vault: Vault, newId: () => string, onUnreadable: OnUnreadable = () => {}) {
    this.#db = db;
    this.#vault = vault;
    this.#newId = newId;
    this.#onUnreadable = onUnreadable;
  }

  transaction<T>(work: (records: Records) => Promise<T>, { flushed = true }: Writing = {}): Promise<T> {
    const inTransaction = (db: Kysely<Tables>): Promise<T> => {
      const [vault, newId] = [this.#vault, this.#newId];
      return work({
        inbox: inboxIn(db, vault, newId, this.#onUnreadable),
        outbox: outboxIn(db, vault, newId, this.#onUnreadable),
        heldMessages: heldMessagesIn(db, vault, newId),
        conversations: conversationsIn(db, vault, this.#onUnreadable),
        tickets: ticketsIn(db, vault, newId),
        consents: consentsIn(db, vault, newId),
        desk: deskIn(db, vault, newId),
        ticketTerms: ticketTermsIn(db, vault),
        cannedReplies: cannedRepliesIn(db),
        ticketClock: ticketClockIn(db, vault),
        staffGroups: staffGroupsIn(db, vault),
        accounts: accountsIn(db, vault, newId),
        invitations: invitationsIn(db, vault, newId),
        sessions: sessionsIn(db, vault, newId),
        audit: auditIn(db, vault, newId),
        counts: countsIn(db),
        measures: measuresIn(db),
        configuration: configurationIn(db, newId),
        laws: lawsIn(db, newId),
        reviewTasks: reviewTasksIn(db, newId),
        revisions: revisionsIn(db, newId),
        regressions: regressionsIn(db, vault, newId),
        keptQuestions: keptQuestionsIn(db, vault),
        candidates: candidatesIn(db, vault, newId),
        forgetting: forgettingIn(db, vault, newId),
        takeBacks: takeBacksIn(db, vault),
        ownData: ownDataIn(db, vault, newId),
      });
    };
    return withStoreFaults(() =>
      againAfterDeadlock(() => (flushed ? this.#db.transaction().execute(inTransaction) : this.#lazily(inTransaction))),
    );
  }

  /** SQLite takes this setting only between transactions, PostgreSQL only within one. */
  #lazily<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    if (!isSqlite(this.#db)) {
      return this.#db.transaction().execute(async (db) => {
        await sql`set local synchronous_commit to off`.execute(db);
        return work(db);
      });
    }
    return this.#db.connection().execute(async (db) => {
      await sql`pragma synchronous = normal`.execute(db);
      try {
        return await db.transaction().execute(work);
      } finally {
        await sql`pragma synchronous = full`.execute(db);
      }
    });
  }

  async writeThrough(): Promise<void> {
    // The log of SQLite holds what was written before it was deleted. PostgreSQL clears up by itself.
    if (!isSqlite(this.#db)) return;
    const { rows } = await sql<{ readonly busy: number }>`pragma wal_checkpoint(truncate)`.execute(this.#db);
    if (rows[0]?.busy === 1) this.#writeThroughLater();
  }

  /** Somebody else reads an older state, such as a backup that is being made. */
  #writeThroughLater(): void {
    if (this.#closed || this.#later !== undefined) return;
    this.#later = setTimeout(() => {
      this.#later = undefined;
      this.writeThrough().catch(() => this.#writeThroughLater());
    }, WRITE_THROUGH_AGAIN_MS);
    this.#later.unref();
  }

  async checkWritable(): Promise<void> {
    // Leaves nothing behind, and is really written: a full disk is found out by nothing less.
    const row = { code_hash: 'written to see whether it can be', province: '-'.repeat(PROBE_LENGTH), expires_at: '' };
    await withStoreFaults(() =>
      this.#db.transaction().execute(async (db) => {
        await db
          .insertInto('link_codes')
          .values({ ...row, used_at: '' })
          .execute();
        await db.deleteFrom('link_codes').where('code_hash', '=', row.code_hash).execute();
      }),
    );
  }

  close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#later);
    return this.#db.destroy();
  }
}

async function againAfterDeadlock<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (fault) {
      const deadlock = fault instanceof Error && 'code' in fault && fault.code === DEADLOCK;
      if (!deadlock || attempt === MOST_ATTEMPTS) throw fault;
    }
  }
}
