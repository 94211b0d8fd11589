import type { AccountId, SessionId } from '../base/ids.ts';

/** How far somebody has come: the password alone opens nothing but the question for the second factor. */
export type SessionStage = 'halfway' | 'signed-in';

export interface NewSession {
  /** Only its hash is stored. */
  readonly token: string;
  readonly account: AccountId;
  readonly stage: SessionStage;
  /** As its owner would recognise it: `Chrome, Windows`. */
  readonly device: string;
  readonly at: Date;
  readonly expiresAt: Date;
}

export interface KeptSession {
  readonly id: SessionId;
  readonly account: AccountId;
  readonly device: string;
  readonly createdAt: Date;
  readonly seenAt: Date;
}

/** Who is signed in where. A session is looked up with every call, so that one that was ended is over at once. */
export interface Sessions {
  add(session: NewSession): Promise<SessionId>;
  /**
   * The session that a token opens, neither ended nor too old.
   *
   * @param idleSince Not seen since this moment, it is over.
   */
  find(token: string, stage: SessionStage, now: Date, idleSince: Date): Promise<KeptSession | undefined>;
  seen(id: SessionId, at: Date): Promise<void>;
  /** Sessions of an account that are signed in, last seen first. */
  of(account: AccountId, now: Date, idleSince: Date): Promise<readonly KeptSession[]>;
  /** @returns `false` when it is no session of this account, or was over before. */
  end(account: AccountId, id: SessionId, at: Date): Promise<boolean>;
  /** Every session of an account, halfway or signed in. @returns how many were ended. */
  endAll(account: AccountId, at: Date, except?: SessionId): Promise<number>;
  /** Deletes what was over before this moment. */
  forget(before: Date): Promise<void>;
}
