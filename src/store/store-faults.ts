import Database from 'better-sqlite3';
import { StoreFault, type StoreTrouble } from '../base/store-fault.ts';

/** https://sqlite.org/rescode.html: a code, or the beginning of a family of codes. */
const SQLITE: readonly (readonly [string, StoreTrouble])[] = [
  ['SQLITE_BUSY', 'locked'],
  ['SQLITE_LOCKED', 'locked'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_FULL', 'full'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_IOERR', 'disk'],
  ['SQLITE_CANTOPEN', 'unopened'],
  ['SQLITE_PERM', 'unopened'],
];

/** https://www.postgresql.org/docs/current/errcodes-appendix.html, and what the network says. */
const POSTGRES: readonly (readonly [string, StoreTrouble])[] = [
  ['53100', 'full'],
  ['53', 'unreachable'],
  ['08', 'unreachable'],
  ['57P', 'unreachable'],
  ['58', 'disk'],
  ['XX001', 'damaged'],
  ['XX002', 'damaged'],
  ['25006', 'read-only'],
  ['55P03', 'locked'],
  ['28', 'refused'],
  ['3D000', 'refused'],
];
const NETWORK =
  /^(?:ECONNREFUSED|ECONNRESET|ECONNABORTED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH|ENOENT)$/;
/** Faults of `pg` and `pg-pool` that carry no code. */
const CUT_OFF = /^(?:Connection terminated|timeout expired|Client has encountered a connection)/;

/** What a fault says of the database; `undefined` where it says nothing, such as a row that is there already. */
export function troubleIn(fault: unknown): StoreTrouble | undefined {
  if (fault instanceof StoreFault) return fault.trouble;
  if (!(fault instanceof Error)) return undefined;
  const code = 'code' in fault && typeof fault.code === 'string' ? fault.code : '';
  if (fault instanceof Database.SqliteError) {
    return SQLITE.find(([begins]) => code.startsWith(begins))?.[1];
  }
  if (NETWORK.test(code) || CUT_OFF.test(fault.message)) return 'unreachable';
  return /^[0-9A-Z]{5}$/.test(code) ? POSTGRES.find(([begins]) => code.startsWith(begins))?.[1] : undefined;
}

/** Does work in the database. @throws StoreFault in place of what the driver says where the database cannot be used. */
export async function withStoreFaults<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const trouble = cause instanceof StoreFault ? undefined : troubleIn(cause);
    throw trouble === undefined ? cause : new StoreFault(trouble, { cause });
  }
}
