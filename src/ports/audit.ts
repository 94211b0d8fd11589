import type { AccountId } from '../base/ids.ts';

/** One line of the audit log. It says who did what to which thing, never what a person wrote. */
export interface AuditLine {
  readonly at: Date;
  /** Undefined for what the program did by itself. */
  readonly by: AccountId | undefined;
  readonly role: string | undefined;
  /** Verb and noun, `ticket-viewed`, `entry-published`. */
  readonly action: string;
  /** The thing: `ticket/HQ-7K3M`, `entry/qa/no-luong`, `account/…`, `configuration/switches`. */
  readonly object: string;
  /** Of the centre that it concerns. */
  readonly province?: string | undefined;
  /** Safe facts: ids, counts, names of settings. */
  readonly detail?: Readonly<Record<string, string | number | boolean>> | undefined;
}

export interface KeptAuditLine extends AuditLine {
  readonly id: string;
}

/** What a page of the log is filtered by; each given part must hold. */
export interface AuditFilter {
  readonly by?: AccountId | undefined;
  /** Beginning of the action: `ticket` for all that was done to tickets. */
  readonly action?: string | undefined;
  /** Beginning of the object. */
  readonly object?: string | undefined;
  readonly province?: string | undefined;
  /** First and last day in Vietnam, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** From where a check of the chain goes on. */
export interface ChainPoint {
  readonly id: string;
  readonly chain: string;
}

/** What a piece of the chain was found to be. */
export type ChainCheck =
  /** `goOnAt` where there may be more. */
  | { readonly kind: 'whole'; readonly lines: number; readonly goOnAt: ChainPoint | undefined }
  /** The first line that does not fit the one before. */
  | { readonly kind: 'broken'; readonly at: string };

/** The audit log: lines are added and never changed; each is chained to the one before by a keyed hash. */
export interface Audit {
  add(line: AuditLine): Promise<void>;
  /** Newest first. `before`: id of the last line of the page before. */
  find(filter: AuditFilter, limit: number, before?: string): Promise<readonly KeptAuditLine[]>;
  count(): Promise<number>;
  /** Checks up to `limit` lines, oldest first, in pieces, so that nobody has to wait for the whole log. */
  checkChain(limit: number, after?: ChainPoint): Promise<ChainCheck>;
}
