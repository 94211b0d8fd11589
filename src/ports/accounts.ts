import type { Account, Language, Role } from '../accounts/account.ts';
import type { Invitation } from '../accounts/invitation.ts';
import type { AccountId, InvitationId } from '../base/ids.ts';

/** An account as an admin sees it. */
export interface KeptAccount extends Account {
  readonly createdAt: Date;
  readonly signedInAt: Date | undefined;
}

/** What somebody proves who they are with. Never leaves `flow/`. */
export interface Credentials {
  readonly account: Account;
  /** Argon2id, in its own notation. */
  readonly passwordHash: string;
  /** Base32. */
  readonly totpSecret: string;
  /** The last time step whose code was used: no code counts twice. */
  readonly totpLastStep: number;
}

/** What a new password and second factor consist of. */
export interface NewCredentials {
  readonly passwordHash: string;
  readonly totpSecret: string;
  readonly totpLastStep: number;
}

export interface NewAccount extends NewCredentials {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly province: string | undefined;
  readonly language: Language;
  readonly by: AccountId | undefined;
  readonly at: Date;
}

export interface AccountFilter {
  readonly role?: Role | undefined;
  readonly province?: string | undefined;
  readonly state?: Account['state'] | undefined;
}

/** Who may sign in, and what they prove it with. */
export interface Accounts {
  /** @returns `undefined` when somebody has this login already: then nothing changes. */
  add(account: NewAccount): Promise<AccountId | undefined>;
  find(id: AccountId): Promise<KeptAccount | undefined>;
  findByLogin(login: string): Promise<KeptAccount | undefined>;
  /** Newest first. `before`: the last account of the page before. */
  list(filter: AccountFilter, limit: number, before?: AccountId): Promise<readonly KeptAccount[]>;
  /** Names by id, for pages that tell who did something. */
  names(ids: readonly AccountId[]): Promise<ReadonlyMap<AccountId, string>>;
  count(): Promise<number>;
  /**
   * Counts the admins who can sign in and holds their rows until the transaction ends, so that two admins cannot take each
   * other's role away at the same moment.
   */
  countAdmins(): Promise<number>;

  credentials(id: AccountId): Promise<Credentials | undefined>;
  credentialsByLogin(login: string): Promise<Credentials | undefined>;
  setPassword(id: AccountId, hash: string): Promise<void>;
  setSecondFactor(id: AccountId, factor: Omit<NewCredentials, 'passwordHash'>): Promise<void>;
  /** Uses up the code of a time step. @returns `false` when it, or a later one, was used before. */
  useStep(id: AccountId, step: number): Promise<boolean>;
  /** In place of all codes that there were. */
  setRecoveryCodes(id: AccountId, codes: readonly string[]): Promise<void>;
  /** @returns `false` when this account has no such code, or it was used before. */
  useRecoveryCode(id: AccountId, code: string, at: Date): Promise<boolean>;
  countRecoveryCodes(id: AccountId): Promise<number>;

  setState(id: AccountId, state: Account['state']): Promise<void>;
  setRole(id: AccountId, role: Role, province: string | undefined): Promise<void>;
  setLanguage(id: AccountId, language: Language): Promise<void>;
  markSignedIn(id: AccountId, at: Date): Promise<void>;
}

export interface NewInvitation extends Omit<Invitation, 'id'> {
  /** Only its hash is stored. */
  readonly token: string;
}

/** Links that make an account or renew one. */
export interface Invitations {
  add(invitation: NewInvitation): Promise<InvitationId>;
  /** The invitation that a token opens: neither used nor withdrawn nor too old. */
  findOpen(token: string, now: Date): Promise<Invitation | undefined>;
  /** Newest first. */
  open(now: Date): Promise<readonly Invitation[]>;
  /** @returns `false` when it was used or withdrawn before. */
  use(id: InvitationId, at: Date): Promise<boolean>;
  /** @returns `false` when it was used or withdrawn before. */
  withdraw(id: InvitationId, at: Date): Promise<boolean>;
  /** Withdraws every open link that renews this account. */
  withdrawResets(account: AccountId, at: Date): Promise<void>;
  /** Withdraws every open link that somebody made who no longer may. */
  withdrawBy(account: AccountId, at: Date): Promise<void>;
  /** Withdraws every open link by which the program itself offers a first account. */
  withdrawFirst(at: Date): Promise<void>;
}
