import type { Danger } from '../base/danger.ts';
import type { Day } from '../base/days.ts';
import type { AccountId, MessageId, ReferralCode, TicketId } from '../base/ids.ts';
import type { Conversation, OwnTicket, Rating } from '../conversation/conversation.ts';
import type { ProvinceCode } from '../referral/legal-aid-centre.ts';
import type { Accounts, Invitations } from './accounts.ts';
import type { Audit } from './audit.ts';
import type { Candidates } from './candidates.ts';
import type { CannedReplies } from './canned-replies.ts';
import type { Address, ChannelName, Heard, IncomingMessage, OutgoingMessage } from './channel.ts';
import type { Configuration } from './configuration.ts';
import type { Consents } from './consents.ts';
import type { Counts } from './counts.ts';
import type { Desk, TicketTerms } from './desk.ts';
import type { Forgetting } from './forgetting.ts';
import type { HeldMessages } from './held-messages.ts';
import type { KeptQuestions } from './kept-questions.ts';
import type { Laws } from './laws.ts';
import type { Measures } from './measures.ts';
import type { OwnData } from './own-data.ts';
import type { ReviewTasks } from './review-tasks.ts';
import type { Regressions, Revisions } from './revisions.ts';
import type { Sessions } from './sessions.ts';
import type { TakeBacks } from './take-backs.ts';
import type { TicketClock } from './ticket-clock.ts';

/** How safe what is written must be when a transaction ends. */
export interface Writing {
  /**
   * Default: `true`, on the disk, also when the power fails in the next moment. `false`: at the latest together with the
   * next transaction that is; until then the end of the process takes nothing, and a power failure undoes it as a whole. For
   * steps that are done anew in that case and of which nobody outside has seen anything.
   */
  readonly flushed?: boolean | undefined;
}

/** All that must survive a crash. Everything inside one `transaction` happens, or nothing does. */
export interface Store {
  transaction<T>(work: (records: Records) => Promise<T>, how?: Writing): Promise<T>;
  /** What was deleted is gone from the files too, as far as the database keeps files of its own. */
  writeThrough(): Promise<void>;
  /** @throws when nothing can be written now. */
  checkWritable(): Promise<void>;
  close(): Promise<void>;
}

export interface Records {
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly heldMessages: HeldMessages;
  readonly conversations: Conversations;
  readonly tickets: Tickets;
  readonly consents: Consents;
  readonly desk: Desk;
  readonly ticketTerms: TicketTerms;
  readonly cannedReplies: CannedReplies;
  readonly ticketClock: TicketClock;
  readonly staffGroups: StaffGroups;
  readonly accounts: Accounts;
  readonly invitations: Invitations;
  readonly sessions: Sessions;
  readonly audit: Audit;
  readonly counts: Counts;
  readonly measures: Measures;
  readonly configuration: Configuration;
  readonly laws: Laws;
  readonly reviewTasks: ReviewTasks;
  readonly revisions: Revisions;
  readonly regressions: Regressions;
  readonly keptQuestions: KeptQuestions;
  readonly candidates: Candidates;
  readonly forgetting: Forgetting;
  readonly takeBacks: TakeBacks;
  readonly ownData: OwnData;
}

/** Where somebody is reached: a channel and its opaque address. */
export interface Whereabouts {
  readonly channel: ChannelName;
  readonly address: Address;
}

/** A message that was taken from the inbox and waits for its answer. */
export interface Waiting extends Whereabouts {
  readonly id: MessageId;
  readonly heard: Heard;
  readonly inGroup: boolean;
  readonly repliesTo?: string | undefined;
  /** How often it was taken, this time included. */
  readonly attempts: number;
  readonly receivedAt: Date;
}

export interface Inbox {
  /** @returns `false` when this message was stored before: then nothing changes. */
  add(channel: ChannelName, message: IncomingMessage, at: Date): Promise<boolean>;
  /** The same for many at once, in this order. @returns How many were new. */
  addAll(channel: ChannelName, messages: readonly IncomingMessage[], at: Date): Promise<number>;
  /**
   * Takes the oldest message that waits and that no older waiting one of the same conversation precedes. Nobody else
   * gets it until `lease` has passed.
   */
  take(now: Date, lease: Date): Promise<Waiting | undefined>;
  /** The last attempt on a message failed through no fault of its own: it does not count. */
  spare(id: MessageId): Promise<void>;
  countWaiting(): Promise<number>;
  /** @returns `false` when it was answered before: then the caller writes nothing. */
  markAnswered(id: MessageId, at: Date): Promise<boolean>;
  /** One that is answered in no other way than by telling that too many came. @returns As `markAnswered`. */
  markSetAside(id: MessageId, at: Date): Promise<boolean>;
  /** When the `nth` newest message of somebody was received that was answered, counted from 1; `undefined`: there are not so many. */
  answeredBefore(who: Whereabouts, nth: number): Promise<Date | undefined>;
  /** Does a message of theirs wait for its answer? */
  isWaitingFrom(who: Whereabouts): Promise<boolean>;
  /** When the newest message of somebody was received that was set aside. */
  lastSetAside(who: Whereabouts): Promise<Date | undefined>;
  /** What somebody wrote, oldest first, for a page that shows the talk. Ids sort together with outbox `seq`. */
  heardFrom(
    who: Whereabouts,
    limit: number,
  ): Promise<readonly { readonly id: string; readonly heard: Heard; readonly answered: boolean }[]>;
  /** Ends the leases of a process that died, so that its messages need not wait. Only where one process uses the store. */
  makeAllDue(now: Date): Promise<number>;
  /** The id that sorts behind all others; `undefined` where there is none. */
  latestId(): Promise<string | undefined>;
}

/** A message that was taken from the outbox to be sent. */
export interface Owed extends Whereabouts {
  readonly key: string;
  readonly message: OutgoingMessage;
  /** Sends begun, this one included. */
  readonly attempts: number;
  /** How many of them may have arrived without our knowing. */
  readonly uncertain: number;
  readonly addedAt: Date;
  readonly causedAt?: Date | undefined;
}

/**
 * What goes first when more is owed than a platform takes: hotlines to somebody in danger, then answers to people, then posts
 * to groups of staff.
 */
export const RANKS = ['urgent', 'answer', 'group'] as const;
export type Rank = (typeof RANKS)[number];

export interface NewOwed extends Whereabouts {
  /** Made from what caused the message. A second call with the same key changes nothing. */
  readonly key: string;
  readonly message: OutgoingMessage;
  readonly at: Date;
  /** The ticket that the message is about, so that an answer to it in a staff group finds the ticket. */
  readonly ticket?: TicketId | undefined;
  /** Not sent before the person asks for it, or before a moment: see `HeldMessages`. Holds up no other message. */
  readonly held?: 'until-opened' | Date | undefined;
  /** Nothing of it is kept once it was sent or given up. */
  readonly forgetWhenSent?: boolean | undefined;
  /** Default: `answer`. */
  readonly rank?: Rank | undefined;
  /** When the words were received that this message begins to answer. */
  readonly causedAt?: Date | undefined;
}

/** Which messages are taken. */
export interface Choosing {
  /** Not those to these addresses. */
  readonly resting?: readonly Address[] | undefined;
  /** Only those of this rank. */
  readonly rank?: Rank | undefined;
}

export interface OutboxCounts {
  readonly waiting: number;
  readonly sending: number;
  readonly sent: number;
  readonly givenUp: number;
  /** Sends that were on the wire when the process died or the network broke: they may have arrived twice. */
  readonly uncertain: number;
}

export interface Outbox {
  add(owed: NewOwed): Promise<void>;
  /**
   * Takes up to `limit` messages of a channel that are due, by rank and then oldest first, and at most one for each address,
   * so that a person reads them in order. They are recorded as being on the wire *before* they are sent.
   */
  take(channel: ChannelName, now: Date, limit: number, choosing?: Choosing): Promise<readonly Owed[]>;
  /**
   * Messages that were taken at `since` or later and that nobody sends, because the database failed before anybody heard of
   * them: they wait as before. Only where one process uses the store.
   *
   * @param sendingTo Addresses to which something is being sent all the same.
   */
  untake(channel: ChannelName, since: Date, sendingTo: readonly string[]): Promise<void>;
  /**
   * @param canTakeBack Keep its id, as long as the platform lets us take it back.
   * @returns `forgotten` where nothing of it is kept from now on.
   */
  markSent(key: string, externalId: string, at: Date, canTakeBack?: boolean): Promise<'kept' | 'forgotten'>;
  /** The send surely did not arrive: try again at `dueAt`. */
  tryAgain(key: string, dueAt: Date, reason: string): Promise<void>;
  /** The send may have arrived: try once more at `dueAt`, and count it apart. */
  tryAgainUncertain(key: string, dueAt: Date): Promise<void>;
  /** Stops trying and keeps the message with the reason. */
  giveUp(key: string, reason: string): Promise<void>;
  /** Nothing more is sent to somebody who left. @returns how many messages were given up. */
  giveUpAllTo(to: Whereabouts, reason: string): Promise<number>;
  /**
   * Sends begun before `begunBefore` whose end was never recorded: their process died. They become uncertain and due
   * again. @returns how many.
   */
  recover(now: Date, begunBefore: Date): Promise<number>;
  /** What waits for a moment to be sent is due now. @returns how many. */
  makeAllDue(now: Date): Promise<number>;
  /** The place in the order of writing behind all others; `undefined` where nothing was written. */
  latestId(): Promise<string | undefined>;
  /** Messages to one address in the order in which they were written, for a page that shows the talk. */
  sentTo(
    to: Whereabouts,
    limit: number,
  ): Promise<readonly { readonly seq: string; readonly message: OutgoingMessage }[]>;
  /** Is anything waiting for this address, or being sent there? */
  isOnItsWayTo(to: Whereabouts): Promise<boolean>;
  /** Is more waiting for this address? */
  moreFor(to: Whereabouts): Promise<boolean>;
  /** The ticket that a message of ours was about. */
  ticketOf(to: Whereabouts, externalId: string): Promise<TicketId | undefined>;
  /** Is a message of ours still kept? */
  keeps(to: Whereabouts, externalId: string): Promise<boolean>;
  counts(): Promise<OutboxCounts>;
  /** Messages that are due or on the wire. */
  countDue(now: Date): Promise<number>;
}

export interface Conversations {
  /** The stored conversation, or a new one. */
  of(who: Whereabouts): Promise<Conversation>;
  /** @param by Whose words brought it there. Only a word of the person tells that they do not block the bot. */
  save(who: Whereabouts, conversation: Conversation, at: Date, by?: 'person' | 'staff'): Promise<void>;
  markBlocked(who: Whereabouts, blocked: boolean, at: Date): Promise<void>;
  /** Did the person block the bot, or leave, and not write since? */
  isBlocked(who: Whereabouts): Promise<boolean>;
}

/** A ticket with the way back to the person. For `flow/` alone; pages get a `TicketView`. */
export interface Ticket extends OwnTicket {
  readonly who: Whereabouts;
  readonly lines: readonly string[];
  readonly contact?: string | undefined;
  /** When and how the person may safely be reached, in their words. */
  readonly reach?: string | undefined;
  readonly claimedBy?: AccountId | undefined;
  /** Why staff want to pass it on, while the person has not said whether they may. */
  readonly transferReason?: string | undefined;
}

export interface NewTicket {
  readonly id: TicketId;
  readonly code: ReferralCode;
  readonly who: Whereabouts;
  readonly province: ProvinceCode;
  readonly lines: readonly string[];
  readonly contact?: string | undefined;
  readonly reach?: string | undefined;
  /** The words of the consent, as they were shown. */
  readonly consent: string;
  readonly at: Date;
  readonly day: Day;
  /** The danger that the lines show. */
  readonly urgent?: Danger | undefined;
  /** When the first answer is due. */
  readonly dueAt?: Date | undefined;
}

/** Something that was written about a ticket. */
export interface NewWords {
  readonly ticket: TicketId;
  readonly by: 'person' | 'staff';
  readonly words: string;
  readonly at: Date;
  /** The danger that words of the person show. */
  readonly urgent?: Danger | undefined;
  /** Of staff: how the keys of the messages begin that carry them to the person. */
  readonly cause?: string | undefined;
  readonly account?: AccountId | undefined;
  readonly via?: 'console' | 'group' | undefined;
}

export interface Tickets {
  open(ticket: NewTicket): Promise<void>;
  codeTaken(code: ReferralCode): Promise<boolean>;
  find(id: TicketId): Promise<Ticket | undefined>;
  findByCode(code: ReferralCode): Promise<Ticket | undefined>;
  /** Reads a ticket and keeps everybody else from changing it until the transaction ends. */
  hold(id: TicketId): Promise<Ticket | undefined>;
  /** The referrals of one person, newest first. */
  ofPerson(who: Whereabouts): Promise<readonly OwnTicket[]>;
  /** Open tickets of a province, oldest first. */
  openIn(province: ProvinceCode): Promise<readonly Ticket[]>;
  /**
   * Adds words and makes it the other side's turn; the first words of staff are the first answer.
   *
   * @returns `false` when words with this cause were added before: then nothing changes.
   */
  addWords(words: NewWords): Promise<boolean>;
  /** Were words with this cause added before? */
  hasWords(cause: string): Promise<boolean>;
  /** The id of what was said last; empty where nothing was said since the ticket was opened. */
  lastWords(id: TicketId): Promise<string>;
  wordsOf(id: TicketId): Promise<readonly { readonly by: 'person' | 'staff'; readonly words: string }[]>;
  /** Closed or withdrawn by one side. A transfer that was asked for is off; what was withdrawn is no longer found by its words. */
  end(id: TicketId, state: 'closed' | 'withdrawn', at: Date): Promise<void>;
  rate(id: TicketId, rating: Rating): Promise<void>;
  countOpen(): Promise<number>;
}

/** Stands in place of a province for the groups of the admins, who are told what no centre answered. */
export const ADMIN_GROUPS: ProvinceCode = 'admin';

/** A linked group as a page may show it: nothing of the platform. */
export interface LinkedGroup {
  /** Ours; says nothing about the group. */
  readonly id: string;
  readonly channel: ChannelName;
  /** Or `ADMIN_GROUPS`. */
  readonly province: ProvinceCode;
  readonly linkedAt: Date;
}

/** The groups in which staff of a centre, or admins, read. Where a province is asked for, it may be `ADMIN_GROUPS`. */
export interface StaffGroups {
  /** Keeps a one-time code. Only its hash is stored. */
  addLinkCode(code: string, province: ProvinceCode, expiresAt: Date): Promise<void>;
  /** Uses a code up. @returns Its province, or `undefined` when it is unknown, used or too old. */
  useLinkCode(code: string, now: Date): Promise<ProvinceCode | undefined>;
  link(group: Whereabouts, province: ProvinceCode, at: Date): Promise<void>;
  /** Also gives up what waits to be posted there about tickets. */
  unlink(group: Whereabouts): Promise<void>;
  /** The province whose centre reads in this group. */
  provinceOf(group: Whereabouts): Promise<ProvinceCode | undefined>;
  groupsOf(province: ProvinceCode): Promise<readonly Whereabouts[]>;
  /** Provinces whose centre has a group. */
  linkedProvinces(): Promise<readonly ProvinceCode[]>;
  /** By province, the ones linked first first. */
  list(): Promise<readonly LinkedGroup[]>;
  /** The same by our own id. @returns What was unlinked; `undefined` where there is no such group any more. */
  unlinkById(id: string): Promise<LinkedGroup | undefined>;
}
