import { closeSync, mkdirSync, openSync, renameSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { StoreFault } from '../base/store-fault.ts';
import { troubleIn } from './store-faults.ts';

/** An open file and where it lies on the disk. */
interface Opened {
  readonly database: Database.Database;
  readonly place: Stats | undefined;
}

const MEMORY = ':memory:';

/**
 * A SQLite file that may vanish, be replaced, or be damaged while it is open. SQLite itself would go on writing into the
 * file that it once opened, also when nobody can find that any more; so it is looked at again and again.
 *
 * A file that was open once is never made anew: an empty database in the place of a lost one would look like success.
 */
export class SqliteFile {
  readonly #path: string;
  #opened: Opened | undefined;
  #wasOpen = false;
  /** The write-ahead log of the open file. */
  #log: Stats | undefined;
  /** How the damaged file looked; it is opened again when it looks otherwise. `undefined`: it is not damaged. */
  #damaged: string | undefined;
  #suspicious = false;
  #toldOfReplaced = false;

  constructor(path: string) {
    this.#path = path;
  }

  /**
   * The open database. Opens it where it is not.
   *
   * @throws StoreFault when it cannot be used. After `replaced` the next call opens the new file, whose tables may be
   *   those of another version.
   */
  database(): Database.Database {
    if (this.#suspicious) this.#giveUp();
    const told = this.#toldOfReplaced;
    this.#toldOfReplaced = false;
    if (this.#opened && !this.#isReplaced()) return this.#opened.database;
    if (this.#opened) {
      this.#giveUp();
      this.#setLogAside();
      if (!told) throw new StoreFault('replaced');
    }
    const there = this.#stats();
    if (this.#wasOpen && !there) throw new StoreFault('gone');
    if (this.#damaged !== undefined && this.#damaged === looksOf(there)) throw new StoreFault('damaged');
    if (this.#damaged !== undefined) this.#setLogAside();
    this.#opened = this.#open();
    this.#wasOpen = true;
    return this.#opened.database;
  }

  /** The open database as it is, without a look whether it is still there; `undefined` when it is not open. */
  get openDatabase(): Database.Database | undefined {
    return this.#opened?.database;
  }

  /** @throws StoreFault `gone` or `replaced` when what is written now would be found by nobody. */
  checkThere(): void {
    if (!this.#isReplaced()) return;
    this.#toldOfReplaced = true;
    throw new StoreFault('replaced');
  }

  /** Is another file under the path of the open one? @throws StoreFault `gone` when none is. */
  #isReplaced(): boolean {
    if (this.#path === MEMORY || !this.#opened) return false;
    const there = this.#stats();
    if (!there) throw new StoreFault('gone');
    if (!isSame(there, this.#opened.place)) return true;
    this.#log ??= statOf(`${this.#path}-wal`);
    return false;
  }

  /** Told of every fault of a statement: after some of them the file must be opened again before it can be trusted. */
  notice(fault: unknown): void {
    const trouble = troubleIn(fault);
    if (trouble === 'damaged') this.#damaged = looksOf(this.#stats());
    if (trouble === 'damaged' || trouble === 'disk') this.#suspicious = true;
  }

  close(): void {
    this.#opened?.database.close();
    this.#opened = undefined;
  }

  #open(): Opened {
    try {
      if (this.#path !== MEMORY && !this.#wasOpen) {
        mkdirSync(dirname(this.#path), { recursive: true });
        // Closed to other accounts of this machine from the first byte; what SQLite writes beside it takes over its rights.
        closeSync(openSync(this.#path, 'a', 0o600));
      }
      // No waiting in here: it would hold up everybody else who is talking to the program.
      const database = new Database(this.#path, { timeout: 0, fileMustExist: this.#wasOpen });
      try {
        database.pragma('journal_mode = WAL');
        database.pragma('synchronous = FULL');
        database.pragma('foreign_keys = ON');
        // What is erased, or sealed with another key, is overwritten and does not stay in unused parts of the file.
        database.pragma('secure_delete = ON');
        // A damaged file came back: all of it must be sound, or people would be told one thing now and another then.
        if (this.#damaged !== undefined && database.pragma('quick_check(1)', { simple: true }) !== 'ok') {
          throw new StoreFault('damaged');
        }
      } catch (fault) {
        database.close();
        throw fault;
      }
      this.#damaged = undefined;
      return { database, place: this.#stats() };
    } catch (cause) {
      const trouble = troubleIn(cause) ?? 'unopened';
      if (trouble === 'damaged') this.#damaged = looksOf(this.#stats());
      throw new StoreFault(trouble, {
        message: `The database file ${this.#path} cannot be opened (${trouble}). ${TO_DO[trouble] ?? TO_DO.unopened}`,
        cause,
      });
    }
  }

  #giveUp(): void {
    this.#suspicious = false;
    try {
      this.close();
    } catch {
      this.#opened = undefined;
    }
    this.#log = statOf(`${this.#path}-wal`);
  }

  /** The log of the file before, beside another one, would be read as its own and spoil it. */
  #setLogAside(): void {
    const there = statOf(`${this.#path}-wal`);
    if (there && isSame(there, this.#log)) renameSync(`${this.#path}-wal`, `${this.#path}-wal.before-${there.ino}`);
    this.#log = undefined;
  }

  #stats(): Stats | undefined {
    return this.#path === MEMORY ? undefined : statOf(this.#path);
  }
}

const TO_DO: Readonly<Record<string, string>> = {
  unopened: 'Check that its folder may be written.',
  damaged: 'It is damaged or no SQLite database: restore a backup.',
  locked: 'Another process holds it.',
};

/** What cannot be looked at is not there for us either. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function isSame(a: Stats, b: Stats | undefined): boolean {
  return a.ino === b?.ino && a.dev === b.dev;
}

function looksOf(stats: Stats | undefined): string {
  return stats ? [stats.dev, stats.ino, stats.size, stats.mtimeMs].join(' ') : 'missing';
}
