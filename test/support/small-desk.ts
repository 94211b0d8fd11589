import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { CAPABILITIES } from '../../src/channels/capabilities.ts';
import { ticketTerms } from '../../src/flow/desk/ticket-terms.ts';
import { know } from '../../src/know.ts';
import type { AuditLine } from '../../src/ports/audit.ts';
import type { NewTicket, Records } from '../../src/ports/store.ts';
import { migrate } from '../../src/store/migrate.ts';
import { idMaker } from '../../src/store/new-id.ts';
import { openDatabase } from '../../src/store/open.ts';
import { SqlStore } from '../../src/store/sql-store.ts';
import type { Tables } from '../../src/store/tables.ts';
import { Vault } from '../../src/store/vault.ts';
import type { DeskApp } from './at-the-desk.ts';
import { NINE, opened } from './desk-values.ts';

/** Read once for a file of tests. */
let known: ReturnType<typeof know> | undefined;
function knowledge(): ReturnType<typeof know> {
  known ??= know('knowledge');
  return known;
}

/** The shipped knowledge and a database of its own, without channels: enough for the pages of the desk. Its clock stands. */
export class SmallDesk implements DeskApp {
  readonly store: SqlStore;
  readonly desk: DeskApp['desk'];
  readonly db: Kysely<Tables>;
  readonly #folder: string;
  #now = NINE;

  private constructor(db: Kysely<Tables>, folder: string) {
    this.db = db;
    this.#folder = folder;
    const now = () => this.#now;
    this.store = new SqlStore(db, new Vault(Buffer.alloc(32, 'khoá để thử')), idMaker(now));
    this.desk = {
      store: this.store,
      knowledgeOn: knowledge().knowledgeOn,
      capabilities: (channel) => CAPABILITIES[channel],
      now,
      onOwed: () => {},
    };
  }

  static async open(): Promise<SmallDesk> {
    const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-desk-'));
    const db = openDatabase(`file:${join(folder, 'test.db')}`);
    await migrate(db);
    return new SmallDesk(db, folder);
  }

  now(): Date {
    return this.#now;
  }

  /** The clock goes on. */
  wait(ms: number): void {
    this.#now = new Date(this.#now.getTime() + ms);
  }

  within<T>(work: (records: Records) => Promise<T>): Promise<T> {
    return this.store.transaction(work);
  }

  /** A ticket as the bot opens it, found by its words. */
  ticket(more: Partial<NewTicket> = {}): Promise<NewTicket> {
    return this.within(async (records) => {
      const ticket = await opened(records, { at: this.#now, ...more });
      await records.ticketTerms.add(ticket.id, ticketTerms(ticket.lines));
      return ticket;
    });
  }

  /** The audit log, oldest first. */
  async audited(): Promise<readonly AuditLine[]> {
    return (await this.within(({ audit }) => audit.find({}, 10_000))).toReversed();
  }

  async close(): Promise<void> {
    await this.store.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
