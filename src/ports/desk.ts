import type { Danger } from '../base/danger.ts';
import type { AccountId, ReferralCode, TicketId } from '../base/ids.ts';
import type { Rating } from '../conversation/conversation.ts';
import type { ProvinceCode } from '../referral/legal-aid-centre.ts';
import type { TicketState } from '../referral/ticket.ts';
import type { ChannelName } from './channel.ts';

/** Somebody of the staff of one centre, at work. */
export interface StaffMember {
  readonly id: AccountId;
  /** As colleagues know them. Never told to the person. */
  readonly name: string;
  /** Of their centre. */
  readonly province: ProvinceCode;
}

/**
 * The lists of a centre. `new`: nobody has taken it and it is staff's turn · `mine` · `held`: a colleague has it and it is
 * staff's turn · `waiting`: the person's turn · `overdue`: the first answer is late · `closed`: also what was withdrawn.
 */
export const DESK_LISTS = ['new', 'mine', 'held', 'waiting', 'overdue', 'closed'] as const;
export type DeskList = (typeof DESK_LISTS)[number];

/** A ticket as a row of a list. */
export interface ListedTicket {
  readonly id: TicketId;
  readonly code: ReferralCode;
  readonly state: TicketState;
  /** Whose turn it is while it is open. */
  readonly awaits: 'staff' | 'person';
  readonly urgent: Danger | undefined;
  readonly openedAt: Date;
  readonly changedAt: Date;
  /** When the first answer is due, or the first after the ticket was opened again; undefined once there is one. */
  readonly dueAt: Date | undefined;
  readonly answeredAt: Date | undefined;
  readonly claimedBy: AccountId | undefined;
  /** The centre to which it goes when the person agrees. */
  readonly transferTo: ProvinceCode | undefined;
  /** Of the one that goes on in its place. */
  readonly mergedInto: ReferralCode | undefined;
  /** The first of the lines that the person passed on; empty when they took them back. */
  readonly firstLine: string;
}

/** What became of a message of staff on its way to the person. */
export type DeliveryState =
  | { readonly state: 'queued' }
  /** Kept until the person opens it. */
  | { readonly state: 'held' }
  | { readonly state: 'sent'; readonly at: Date }
  | { readonly state: 'failed'; readonly because: 'too-old' | 'rejected' | 'may-have-arrived' | 'other' }
  /** The person blocked the bot or left. */
  | { readonly state: 'blocked' };

/** Something that was written about a ticket after it was opened. */
export interface TicketWords {
  readonly id: string;
  readonly by: 'person' | 'staff';
  readonly words: string;
  readonly at: Date;
  /** Of staff: where it was written, and by whom where that is known. */
  readonly via: 'console' | 'group' | undefined;
  readonly account: AccountId | undefined;
  /** Of staff; undefined where nothing is known any more. */
  readonly delivery: DeliveryState | undefined;
}

export interface TicketNote {
  readonly id: string;
  readonly by: AccountId;
  readonly words: string;
  readonly at: Date;
}

const TICKET_EVENTS = [
  'claimed',
  'released',
  'assigned',
  'closed',
  'reopened',
  'withdrawn',
  'merged',
  'transfer-proposed',
  'transfer-dropped',
  'transfer-declined',
  'transfer-failed',
  'transferred',
  'contact-stopped',
  'contact-resumed',
] as const;
export type TicketEventKind = (typeof TICKET_EVENTS)[number];

/** What happened to a ticket. */
export interface TicketEvent {
  readonly kind: TicketEventKind;
  /** Undefined for the person, the group and the program. */
  readonly by: AccountId | undefined;
  readonly at: Date;
  /** `to`, `from`: a province, account or code; `reason`, `consent`: words. */
  readonly detail: Readonly<Record<string, string>>;
}

/** What the person passed on and what was said since. */
export interface TicketTalk {
  readonly code: ReferralCode;
  readonly openedAt: Date;
  readonly lines: readonly string[];
  readonly contact: string | undefined;
  /** When and how the person may safely be reached, in their words. */
  readonly reach: string | undefined;
  readonly words: readonly TicketWords[];
}

/**
 * A ticket as its centre may see it: what the person agreed to pass on and nothing that says who they are. There is no
 * field for an address, an id of a platform or a name. Of a ticket that was withdrawn only its course is left.
 */
export interface TicketView extends ListedTicket, TicketTalk {
  readonly province: ProvinceCode;
  /** Which kind of messenger the answer goes to; decides how it is cut. */
  readonly channel: ChannelName;
  readonly rating: Rating | undefined;
  readonly transfer: { readonly to: ProvinceCode; readonly reason: string; readonly by: AccountId } | undefined;
  readonly events: readonly TicketEvent[];
  /** The person wants nobody to write or call until they write again. */
  readonly contactStopped: boolean;
  /** Of this centre. */
  readonly notes: readonly TicketNote[];
  /** Others of the same person that were put into this one. */
  readonly merged: readonly TicketTalk[];
  /** Other open ones of the same person at this centre. */
  readonly samePerson: readonly ListedTicket[];
  /** Changes when anybody writes; a form that was made before then is out of date. */
  readonly version: string;
}

/** The centre's own closed answer to a question in similar words. */
export interface EarlierAnswer {
  /** For the audit log; no page shows it. */
  readonly code: ReferralCode;
  readonly question: string;
  readonly answers: readonly string[];
  readonly closedAt: Date;
}

/** Who else is at a ticket now. */
export interface Presence {
  readonly by: AccountId;
  readonly doing: 'reading' | 'writing';
}

export interface DeskPage {
  readonly limit: number;
  readonly offset: number;
}

/** What staff do with tickets. Nothing here crosses from one centre to another except `moveTo`. */
export interface Desk {
  /** Urgent ones first, then what is due first; closed ones by their last change, newest first. */
  list(
    list: DeskList,
    of: Pick<StaffMember, 'id' | 'province'>,
    now: Date,
    page: DeskPage,
  ): Promise<readonly ListedTicket[]>;
  counts(of: Pick<StaffMember, 'id' | 'province'>, now: Date): Promise<Readonly<Record<DeskList, number>>>;
  /** @returns `undefined` when there is none, or it belongs to another centre. */
  view(code: ReferralCode, province: ProvinceCode): Promise<TicketView | undefined>;

  /**
   * Takes a ticket that nobody has, in one statement: of two who do so at the same moment one gets it.
   *
   * @returns Who has it now; `undefined` when it is not open at this centre.
   */
  claim(id: TicketId, by: StaffMember, at: Date): Promise<AccountId | undefined>;
  /** @returns `false` when somebody else has it. */
  release(id: TicketId, by: AccountId, at: Date): Promise<boolean>;
  /** Gives back every open ticket that somebody has. @returns Which. */
  releaseAllOf(by: AccountId, at: Date): Promise<readonly TicketId[]>;
  /** Gives it from whoever is believed to have it to a colleague. @returns `false` when somebody else has it by now. */
  assign(id: TicketId, from: AccountId | undefined, to: AccountId, at: Date): Promise<boolean>;
  /** Open again, staff's turn; their answer is due anew. */
  reopen(id: TicketId, by: AccountId, at: Date, dueAt: Date | undefined): Promise<void>;
  proposeTransfer(id: TicketId, to: ProvinceCode, reason: string, by: AccountId): Promise<void>;
  dropTransfer(id: TicketId): Promise<void>;
  /** To another centre, which begins anew: nobody has it, and its own first answer is due. */
  moveTo(id: TicketId, to: ProvinceCode, at: Date, dueAt: Date | undefined): Promise<void>;
  /** Closes one ticket in favour of another, and leads there whatever was put into it before. */
  merge(id: TicketId, into: TicketId, at: Date): Promise<void>;

  /** @returns `false` when this form was sent before. */
  addNote(note: {
    readonly ticket: TicketId;
    readonly by: StaffMember;
    readonly words: string;
    readonly once: string;
    readonly at: Date;
  }): Promise<boolean>;
  addEvent(ticket: TicketId, event: TicketEvent): Promise<void>;

  /** Notes that somebody is at a ticket. Reading does not replace what was noted after `unlessSince`: who writes also reads. */
  see(ticket: TicketId, by: AccountId, doing: Presence['doing'], at: Date, unlessSince: Date): Promise<void>;
  /** Who else was seen at it since a moment. */
  present(ticket: TicketId, except: AccountId, since: Date): Promise<readonly Presence[]>;

  /** Provinces whose centre has somebody who can sign in. */
  staffedProvinces(): Promise<readonly ProvinceCode[]>;
}

/** Finding tickets by their words. Only keyed hashes of words are kept; see `flow/desk/ticket-terms.ts` for what a word is. */
export interface TicketTerms {
  /** Adds to what the ticket is found by. */
  add(ticket: TicketId, terms: readonly string[]): Promise<void>;
  /** Tickets of the centre that hold every one of the terms, newest first. */
  search(province: ProvinceCode, terms: readonly string[], page: DeskPage): Promise<readonly ListedTicket[]>;
  /** Closed tickets of the centre that share the rarer terms of this one and were answered; most alike first. */
  earlierAnswers(ticket: TicketId, province: ProvinceCode, limit: number): Promise<readonly EarlierAnswer[]>;
  /** Tickets without any term, in order, from after one on: what was opened before terms were kept. */
  without(
    after: TicketId | undefined,
    limit: number,
  ): Promise<readonly { readonly id: TicketId; readonly texts: readonly string[] }[]>;
}
