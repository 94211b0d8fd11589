import type { Kysely } from 'kysely';
import type { Records, Store } from '../ports/store.ts';
import { accountsIn } from './accounts.ts';
import { auditIn } from './audit.ts';
import { candidatesIn } from './candidates.ts';
import { cannedRepliesIn } from './canned-replies.ts';
import { configurationIn } from './configuration.ts';
import { consentsIn } from './consents.ts';
import { conversationsIn } from './conversations.ts';
import { countsIn } from './counts.ts';
import { deskIn } from './desk.ts';
import { inboxIn } from './inbox.ts';
import { invitationsIn } from './invitations.ts';
import { keptQuestionsIn } from './kept-questions.ts';
import { lawsIn } from './laws.ts';
import { measuresIn } from './measures.ts';
import { outboxIn } from './outbox.ts';
import { regressionsIn } from './regressions.ts';
import { reviewTasksIn } from './review-tasks.ts';
import { revisionsIn } from './revisions.ts';
import { sessionsIn } from './sessions.ts';
import { staffGroupsIn } from './staff-groups.ts';
import type { OnUnreadable, Tables } from './tables.ts';
import { ticketClockIn } from './ticket-clock.ts';
import { ticketTermsIn } from './ticket-terms.ts';
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
