declare const name: unique symbol;

/** A string that the compiler keeps apart from other strings of another `Name`. */
export type Id<Name extends string> = string & { readonly [name]: Name };

/** The path of an entry below `knowledge/` without its ending, for example `qa/lao-dong/no-luong`. Stable for ever. */
export type EntryId = Id<'entry'>;
export type MessageId = Id<'message'>;
export type TicketId = Id<'ticket'>;

/** What is written on a ticket so that a person can name it: `HQ-7K3M`. */
export type ReferralCode = Id<'referral-code'>;

/** Somebody who may sign in. */
export type AccountId = Id<'account'>;
export type InvitationId = Id<'invitation'>;
export type SessionId = Id<'session'>;
export type RevisionId = Id<'revision'>;

/** A file of an official text that was imported. */
export type LawSourceId = Id<'law-source'>;
export type ReviewTaskId = Id<'review-task'>;
