import type { Candidate } from '../answering/answer.ts';
import type { Danger } from '../base/danger.ts';
import type { Day } from '../base/days.ts';
import type { EntryId, ReferralCode, TicketId } from '../base/ids.ts';
import type { ArticlePlace, Citation } from '../knowledge/citation.ts';
import type { KnowledgeEntry } from '../knowledge/entry.ts';
import type { HeldArticle } from '../knowledge/held-law.ts';
import type { Instrument } from '../knowledge/instrument.ts';
import type { LegalAidCentre, Province, ProvinceCode } from '../referral/legal-aid-centre.ts';
import type { Reach } from '../referral/reach.ts';
import type { TicketState } from '../referral/ticket.ts';
import type { Hotline } from '../safety/hotlines.ts';
import type { Press } from './press.ts';
import type { Way } from './service.ts';

/** What a person may pass on to a centre, while they are still deciding. Nothing of it has left. */
export interface Draft {
  /** The person's own messages, as they will be passed on. */
  readonly lines: readonly string[];
  readonly province?: ProvinceCode | undefined;
  /** Given freely; `undefined` when the person gave none. */
  readonly contact?: string | undefined;
  /** When and how they may be reached without harm, in their words; asked only of those who may not be alone. */
  readonly reach?: string | undefined;
}

/** Where a person's talk with the bot stands. Each step carries exactly what the next turn needs. */
export type Step =
  | { readonly at: 'listening' }
  | { readonly at: 'offered-referral' }
  /** Nothing is passed on at present, and the person was asked for their province to be told where their centre is. */
  | { readonly at: 'finding-centre' }
  /** The person said that this answer did not help, and is asked why. */
  | { readonly at: 'giving-reason'; readonly entry: EntryId }
  | { readonly at: 'reviewing'; readonly draft: Draft }
  | { readonly at: 'giving-province'; readonly draft: Draft }
  | { readonly at: 'giving-contact'; readonly draft: Draft }
  | { readonly at: 'giving-reach'; readonly draft: Draft }
  /** `linked`: what was said about the centre when consent was asked. */
  | { readonly at: 'consenting'; readonly draft: Draft; readonly linked: boolean }
  | {
      readonly at: 'with-staff';
      readonly ticket: TicketId;
      readonly code: ReferralCode;
      /** The person was told once that more words were added and that nobody has answered yet. */
      readonly told: boolean;
    }
  /** Staff want to pass the matter to another centre, and the person has not said yet whether they may. */
  | {
      readonly at: 'asked-transfer';
      readonly ticket: TicketId;
      readonly code: ReferralCode;
      readonly to: ProvinceCode;
      /** What was said about the other centre when the person was asked. */
      readonly linked: boolean;
    }
  | { readonly at: 'rating'; readonly ticket: TicketId; readonly code: ReferralCode };

/** One person's (or one group's) talk with the bot, as it is stored between messages. */
export interface Conversation {
  readonly step: Step;
  /** What the last reply offered with numbers; a bare number chooses from it. */
  readonly menu: readonly Press[];
  /**
   * What the person wrote since the last hand-over, oldest first; what a referral would pass on. At most `RECENT`, or the
   * lines of a hand-over that they stopped.
   */
  readonly recent: readonly string[];
  readonly lastEntry?: EntryId | undefined;
  /** When `lastEntry` was given, ISO 8601. */
  readonly lastEntryAt?: string | undefined;
  /** The person said that `lastEntry` did not help, and has asked nothing since. */
  readonly lastFailed?: boolean | undefined;
  /** Entries that were given and may still be rated, oldest first. At most `RECENT`. */
  readonly unrated?: readonly EntryId[] | undefined;
  /** The official text that was shown last: what “điều sau” and “mục lục” speak of, until something else is answered. */
  readonly reading?: Reading | undefined;
  /** When the person was last told that the bot is paused, ISO 8601, and why. */
  readonly toldOfPause?: { readonly because: 'channel-off' | 'hotlines-only'; readonly at: string } | undefined;
  /** Whoever they fear may look at their telephone. Kept here alone, sealed: no table, list, count or log tells it. */
  readonly discreet?: Discreet | undefined;
  /** The person was asked whether to erase everything; only the very next message answers it. */
  readonly askedToErase?: true | undefined;
  /** They said that messages may look as usual; then nothing makes them discreet again. */
  readonly openly?: true | undefined;
}

/** How somebody is written to whose telephone another person may look at. Times are ISO 8601. */
export interface Discreet {
  readonly since: string;
  readonly reach?: Reach | undefined;
  /** They are surely there until then: words of staff come at once. */
  readonly openUntil?: string | undefined;
  /** They said "dừng": nothing is sent until they write again. */
  readonly stoppedAt?: string | undefined;
  readonly unseen?: Unseen | undefined;
}

/** Words of staff that wait for the person to say that they may come. The words themselves are held in the outbox. */
export interface Unseen {
  /** Where the talk stands once they were seen; undefined where they lead nowhere. */
  readonly then?: Pick<Conversation, 'step' | 'menu'> | undefined;
  /** How often the person was asked whether this is a good moment. */
  readonly asked: number;
  /** When they were last told that something waits, or will be; undefined where nobody may write first. */
  readonly toldAt?: string | undefined;
}

/** A place in an instrument: an article, or a page of its contents, from 1. */
export interface Reading {
  readonly code: string;
  readonly article?: string | undefined;
  readonly page?: number | undefined;
}

/** Words of the law that may be read, one press away. */
export interface OfferedText {
  readonly citation: Citation;
  readonly instrument: Instrument;
  /** Name of the article; empty where it has none. */
  readonly heading: string;
}

export const RECENT = 8;

export const NEW_CONVERSATION: Conversation = { step: { at: 'listening' }, menu: [], recent: [] };

/** A referral of this person, as far as they may know it. */
export interface OwnTicket {
  readonly id: TicketId;
  readonly code: ReferralCode;
  readonly state: TicketState;
  readonly province: ProvinceCode;
  readonly openedOn: string;
  /** The centre to which staff want to pass it, while the person has not said whether they may. */
  readonly transferTo?: ProvinceCode | undefined;
  /** The one that goes on in its place, where staff put two into one. */
  readonly mergedInto?: TicketId | undefined;
}

export type SmallTalk =
  | 'greeting'
  | 'help'
  | 'thanks'
  | 'goodbye'
  | 'machine-or-person'
  | 'others-data'
  | 'make-up-law'
  | 'privacy';

/** What the bot means to say. No wording here: that is the business of `reply/`. */
export type Say =
  | {
      readonly say: 'entry';
      readonly entry: KnowledgeEntry;
      readonly language?: string | undefined;
      readonly mayRefer: boolean;
      /** The person is asked whether it helped. */
      readonly mayRate: boolean;
      /** Articles that it rests on and whose words are held. */
      readonly texts?: readonly OfferedText[] | undefined;
    }
  | { readonly say: 'urgent'; readonly danger: Danger; readonly hotlines: readonly Hotline[] }
  | { readonly say: 'which-one'; readonly choices: readonly KnowledgeEntry[]; readonly mayRefer: boolean }
  /** `english`: the question was, and the answers are in Vietnamese. */
  | {
      readonly say: 'not-known';
      readonly mayRefer: boolean;
      readonly english: boolean;
      /** Articles that have to do with the question; no answer to what to do. */
      readonly related?: readonly OfferedText[] | undefined;
    }
  /**
   * One wording of an article, word for word. The words themselves are read where it is put into words.
   * `alone`: no entry speaks of it, so people are offered too.
   */
  | {
      readonly say: 'official-text';
      readonly citation: Citation;
      readonly instrument: Instrument;
      readonly head: HeldArticle;
      /** The day on which it is asked for. */
      readonly day: Day;
      readonly previous: Citation | undefined;
      readonly next: Citation | undefined;
      readonly alone: boolean;
      readonly mayRefer: boolean;
    }
  /** One page of the articles of an instrument. `day`: as it binds then. */
  | {
      readonly say: 'law-contents';
      readonly instrument: Instrument;
      readonly articles: readonly HeldArticle[];
      readonly day: Day;
      readonly page: number;
      readonly pages: number;
    }
  | { readonly say: 'law-end'; readonly at: 'first' | 'last'; readonly instrument: Instrument }
  /** An article was asked for, and of no law. */
  | { readonly say: 'of-which-law'; readonly article: string }
  | {
      readonly say: 'which-law';
      readonly instruments: readonly Instrument[];
      readonly place: ArticlePlace | undefined;
      readonly mayRefer: boolean;
    }
  /** `old`: the law itself where we know it, else the year that was named. `text`: the words of the old one, where held. */
  | {
      readonly say: 'law-replaced';
      readonly old: Instrument | number;
      readonly by: Instrument;
      readonly place: ArticlePlace | undefined;
      readonly text: Citation | undefined;
      readonly mayRefer: boolean;
    }
  | { readonly say: 'article-not-held'; readonly instrument: Instrument; readonly article: string }
  | { readonly say: 'no-such-article'; readonly instrument: Instrument; readonly article: string }
  | { readonly say: 'out-of-scope' }
  | { readonly say: 'small-talk'; readonly talk: SmallTalk }
  | { readonly say: 'entry-gone' }
  | { readonly say: 'unreadable'; readonly what: string }
  | { readonly say: 'too-long'; readonly most: number }
  | { readonly say: 'ask-reason'; readonly entry: EntryId; readonly mayRefer: boolean }
  | { readonly say: 'thanks-for-rating' }
  | { readonly say: 'offer-referral' }
  | { readonly say: 'only-in-private' }
  | { readonly say: 'review'; readonly lines: readonly string[] }
  | { readonly say: 'nothing-to-pass-on' }
  | { readonly say: 'ask-province' }
  | { readonly say: 'province-unknown' }
  | { readonly say: 'which-province'; readonly provinces: readonly Province[] }
  | { readonly say: 'ask-contact' }
  | { readonly say: 'ask-reach' }
  | {
      readonly say: 'ask-consent';
      readonly draft: Draft;
      readonly centre: LegalAidCentre;
      /** Does the centre receive questions through us today? Said before anybody agrees. */
      readonly linked: boolean;
    }
  | {
      readonly say: 'passed-on';
      readonly code: ReferralCode;
      readonly centre: LegalAidCentre;
      readonly linked: boolean;
    }
  /** A yes is not enough to pass somebody's story on. */
  | { readonly say: 'say-agree' }
  /** `kept`: the lines of a hand-over are still there, and it can be begun again with them. */
  | { readonly say: 'cancelled'; readonly kept: boolean }
  /** `open`: what is still with staff, and stays there. */
  | { readonly say: 'nothing-to-cancel'; readonly open: readonly ReferralCode[] }
  | { readonly say: 'declined' }
  | { readonly say: 'status'; readonly tickets: readonly OwnTicket[] }
  | { readonly say: 'no-tickets' }
  | { readonly say: 'added'; readonly code: ReferralCode }
  | { readonly say: 'added-by-code'; readonly code: ReferralCode }
  | { readonly say: 'withdrawn'; readonly code: ReferralCode }
  /** They want something to stop while staff have the matter. Nothing was changed, and nothing went to staff. */
  | { readonly say: 'ask-stop'; readonly ticket: TicketId; readonly code: ReferralCode }
  | { readonly say: 'which-ticket'; readonly tickets: readonly OwnTicket[]; readonly to: 'withdraw' }
  | { readonly say: 'back-to-bot'; readonly code: ReferralCode }
  | { readonly say: 'with-staff-again'; readonly code: ReferralCode }
  | {
      readonly say: 'staff-message';
      readonly words: string;
      readonly centre: LegalAidCentre;
      readonly code: ReferralCode;
    }
  /** `byCode`: the person is busy with something else, so their answer must name the referral. */
  | {
      readonly say: 'ask-transfer';
      readonly ticket: TicketId;
      readonly code: ReferralCode;
      readonly from: LegalAidCentre;
      readonly to: LegalAidCentre;
      /** In the words of staff. */
      readonly reason: string;
      readonly linked: boolean;
      readonly byCode: boolean;
    }
  /** A reminder: whoever says "Đồng ý" next must know to what. */
  | {
      readonly say: 'transfer-pending';
      readonly ticket: TicketId;
      readonly code: ReferralCode;
      readonly to: LegalAidCentre;
      readonly byCode: boolean;
    }
  | {
      readonly say: 'transferred';
      readonly code: ReferralCode;
      readonly to: LegalAidCentre;
      readonly linked: boolean;
    }
  /** It stays where it is: the person said no, staff thought better of it, or the other centre receives nothing any more. */
  | {
      readonly say: 'not-transferred';
      readonly because: 'declined' | 'staff' | 'centre-left';
      readonly code: ReferralCode;
      readonly centre: LegalAidCentre;
    }
  | { readonly say: 'merged'; readonly closed: ReferralCode; readonly into: ReferralCode }
  | { readonly say: 'reopened'; readonly code: ReferralCode }
  | { readonly say: 'closed'; readonly code: ReferralCode }
  | { readonly say: 'rated' }
  /** Staff are late: the person is told once, honestly. `linked`: somebody reads at the centre. */
  | {
      readonly say: 'takes-longer';
      readonly code: ReferralCode;
      readonly centre: LegalAidCentre;
      readonly linked: boolean;
    }
  /** `again`: it was told already in the last hours. No hotlines where they stand above. */
  | {
      readonly say: 'paused';
      readonly because: 'channel-off' | 'hotlines-only';
      readonly again: boolean;
      readonly hotlines: readonly Hotline[];
      readonly otherWays: readonly Way[];
    }
  | { readonly say: 'referrals-off'; readonly asksProvince: boolean }
  | { readonly say: 'centre-contact'; readonly centre: LegalAidCentre }
  | { readonly say: 'stale-button' }
  | { readonly say: 'trouble' }
  /** Everything that is kept about the person; read where it is put into words. `page` of what they wrote, from 1. */
  | { readonly say: 'own-data'; readonly page: number }
  /** Others read along here. */
  | { readonly say: 'own-data-in-private' }
  /** `open`: how many referrals would be withdrawn by it. */
  | { readonly say: 'ask-erase'; readonly open: number }
  | { readonly say: 'erased' }
  | { readonly say: 'not-erased' }
  /** More messages came in a minute than can be answered. */
  | { readonly say: 'slow-down' }
  /** Said once: how messages look from now on, and the word that stops them. */
  | { readonly say: 'discreet-begins' }
  /** They look as usual again. */
  | { readonly say: 'discreet-ends' }
  /** Is this a good moment? Names nothing. */
  | { readonly say: 'discreet-question' }
  /** Something of staff still waits: said to somebody who writes about something else. */
  | { readonly say: 'discreet-waiting' }
  | { readonly say: 'discreet-later'; readonly asksAgain: boolean }
  /** They want to see, or to put off, what is not there. */
  | { readonly say: 'discreet-nothing'; readonly asked: 'see' | 'later' }
  | { readonly say: 'stopped' };

/** What a turn changes outside the conversation. Written in the same transaction. */
export type Effect =
  | {
      readonly effect: 'open-ticket';
      readonly id: TicketId;
      readonly code: ReferralCode;
      readonly draft: Draft;
      readonly province: ProvinceCode;
    }
  | { readonly effect: 'add-to-ticket'; readonly ticket: TicketId; readonly words: string }
  | { readonly effect: 'withdraw-ticket'; readonly ticket: TicketId }
  | { readonly effect: 'transfer-ticket'; readonly ticket: TicketId; readonly to: ProvinceCode }
  /** It does not go to the other centre. */
  | { readonly effect: 'keep-ticket'; readonly ticket: TicketId; readonly because: 'declined' | 'centre-left' }
  | { readonly effect: 'rate-ticket'; readonly ticket: TicketId; readonly rating: Rating }
  | { readonly effect: 'erase-person' }
  /** The person is there and may read: what was held for them goes out. */
  | { readonly effect: 'release-held' }
  /** The person is asked at this moment, ISO 8601, whether what is held may come; not before, and not twice. */
  | { readonly effect: 'ask-later'; readonly at: string }
  /** Nothing more is sent to the person; staff of their open referrals are told. */
  | { readonly effect: 'stop-contact' }
  | { readonly effect: 'resume-contact' };

export type Rating = 'helpful' | 'partly' | 'not-helpful';

/** Why an answer did not help, in the order in which the reasons are offered. */
export const UNHELPFUL_REASONS = ['wrong-matter', 'unclear', 'no-steps', 'wrong-or-old', 'other'] as const;
export type UnhelpfulReason = (typeof UNHELPFUL_REASONS)[number];

/** What a person said of an answer of the bot. It is counted and not kept with the person. */
export type Feedback =
  | { readonly says: 'helpful' | 'unhelpful'; readonly entry: EntryId }
  /** Comes after `unhelpful`, at most once. */
  | { readonly says: 'reason'; readonly entry: EntryId; readonly reason: UnhelpfulReason };

/** What a question came to, for `ask` and for counting (contracts §3). */
export type Outcome = 'answer' | 'choices' | 'unresolved' | 'out-of-scope' | 'greeting' | 'help';

/** The whole effect of one message: the new state, the things to say, what changes elsewhere. */
export interface Turn {
  readonly conversation: Conversation;
  readonly say: readonly Say[];
  readonly effects: readonly Effect[];
  /** Set when the message was a question or small talk, not a step of a hand-over. */
  readonly asked?:
    | {
        readonly outcome: Outcome;
        readonly urgent?: Danger | undefined;
        readonly candidates: readonly Candidate[];
        /** The person asked this before: see `asksAgain`. */
        readonly again?: boolean | undefined;
      }
    | undefined;
  readonly feedback?: Feedback | undefined;
}
