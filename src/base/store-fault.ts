import { AppError } from './errors.ts';

/** What is wrong with the database, as operators are told it. */
export type StoreTrouble =
  /** Not opened yet: its folder or its server does not let us. */
  | 'unopened'
  /** The file is not under its path any more. */
  | 'gone'
  /** Another file is under its path. */
  | 'replaced'
  | 'damaged'
  | 'locked'
  | 'full'
  | 'read-only'
  /** The disk reports faults. */
  | 'disk'
  | 'unreachable'
  /** Another process answers and sends on it. */
  | 'taken'
  /** The server lets nobody in with this user, password or name. */
  | 'refused'
  /** Its tables could not be brought to those of this version. */
  | 'not-migrated'
  /** It did not answer in the time that somebody who waits has. */
  | 'slow';

const IN_WORDS: Readonly<Record<StoreTrouble, string>> = {
  unopened: 'The database cannot be opened: check its folder and the rights on it',
  gone: 'The database file is gone: bring it back, or restart to begin with an empty one',
  replaced: 'The database file was replaced by another: it is opened anew',
  damaged: 'The database is damaged: restore a backup over it',
  locked: 'The database is locked by another process',
  full: 'The disk of the database is full',
  'read-only': 'The database may only be read',
  disk: 'The disk of the database reports faults',
  unreachable: 'The database server cannot be reached',
  taken: 'Another process answers and sends on this database',
  refused: 'The database server refuses the user, the password or the name in DATABASE_URL',
  'not-migrated': 'The tables of the database could not be brought to this version',
  slow: 'The database does not answer in time',
};

/** The database cannot be used now. Nothing of what was to be written is written. */
export class StoreFault extends AppError {
  readonly trouble: StoreTrouble;

  constructor(trouble: StoreTrouble, options: { readonly message?: string; readonly cause?: unknown } = {}) {
    super('unavailable', options.message ?? IN_WORDS[trouble], { facts: { trouble }, cause: options.cause });
    this.trouble = trouble;
  }
}
