import type { Danger } from '../../base/danger.ts';
import type { Conversation, Rating, SmallTalk, UnhelpfulReason } from '../../conversation/conversation.ts';
import type { ConsentAbout } from '../../conversation/own-data.ts';
import type { Way } from '../../conversation/service.ts';
import type { CheckedContact } from '../../referral/legal-aid-centre.ts';
import type { TicketState } from '../../referral/ticket.ts';

/** Every sentence the bot can say. A language is complete when it fills this type. */
export interface Wording {
  readonly urgentLead: Readonly<Record<Danger, string>>;
  /** Two or three safest next steps. */
  readonly urgentSteps: Readonly<Record<Danger, readonly string[]>>;
  readonly hotline: (number: string, name: string, purpose: string, hours: string, cost: string) => string;
  readonly urgentThen: () => string;
  /** One line for a matter that may be a danger. The number for people held answers in working hours only. */
  readonly ifInDanger: (danger: Danger, numbers: readonly string[]) => string;

  readonly basisHeading: () => string;
  readonly quoteHeading: (label: string, languageName: string) => string;
  readonly quoteSource: (source: string) => string;
  readonly checkedOn: (day: string, validTo: string | undefined) => string;
  /** @param ahead The day is still to come. */
  readonly lawChanged: (day: string, ahead: boolean) => string;
  readonly machineNotice: (mayRefer: boolean) => string;
  /** While nothing is passed on to centres. */
  readonly machineNoticeAlone: () => string;
  readonly inLanguage: (languageName: string) => string;

  /** The words of the law. What to type to read them, where there are no buttons: `điều 7`, each with its law where there are several. */
  readonly readHow: (articles: readonly string[]) => string;
  readonly article: (article: string) => string;
  readonly clause: (clause: string) => string;
  readonly point: (point: string) => string;
  /** Above words that no entry explains. */
  readonly textAlone: (label: string, mayRefer: boolean) => string;
  readonly textGone: () => string;
  /** Where the clause or point that was asked for begins in the words below. */
  readonly partBegins: (part: string, beginning: string) => string;
  readonly noSuchPart: (part: string) => string;
  /** `when`: whether the wording binds on the day of the question. */
  readonly binds: (from: string, to: string | undefined, when: 'now' | 'not-yet' | 'no-more') => string;
  readonly publishedText: (
    name: string,
    number: string | undefined,
    adoptedOn: string | undefined,
    url: string | undefined,
  ) => string;
  /** Laws that changed the instrument, with the day from which they bind, and of whose changes no text is held. */
  readonly perhapsChanged: (laws: readonly (readonly [number: string, from: string])[]) => string;
  readonly textSource: (sources: readonly string[]) => string;
  readonly fingerprint: (sha256: string) => string;
  readonly readOnHow: (next: boolean, previous: boolean) => string;
  readonly contentsHeading: (instrument: string, page: number, pages: number) => string;
  readonly articleLine: (article: string, heading: string) => string;
  /** `example`: the number of an article on this page. */
  readonly contentsHow: (example: string, before: boolean, after: boolean) => string;
  readonly lawEnd: (at: 'first' | 'last', instrument: string) => string;
  readonly ofWhichLaw: (article: string) => string;
  readonly whichLaw: (article: string | undefined) => string;
  readonly oldYear: (year: number) => string;
  readonly lawEnded: (instrument: string, to: string | undefined) => string;
  readonly lawNow: (instrument: string, number: string | undefined, from: string) => string;
  readonly otherNumbers: (article: string) => string;
  /** Above articles that have to do with a question that has no answer. */
  readonly relatedLead: () => string;

  readonly whichOne: () => string;
  readonly notKnown: (mayRefer: boolean) => string;
  /** While nothing is passed on to centres. */
  readonly notKnownAlone: () => string;
  readonly articleNotHeld: (instrument: string, article: string) => string;
  readonly noSuchArticle: (instrument: string, article: string, articles: number | undefined) => string;
  readonly outOfScope: () => string;
  readonly smallTalk: Readonly<Record<SmallTalk, string>>;
  readonly entryGone: () => string;
  readonly unreadable: (what: string) => string;
  readonly tooLong: (most: number) => string;
  readonly trouble: () => string;
  /** The database cannot be used: nothing that was written is kept. */
  readonly notKept: () => string;
  /** What was written is kept, and cannot be answered before the database can be used again. */
  readonly keptForLater: () => string;
  /** Above numbers to call. */
  readonly callNow: () => string;
  readonly slowDown: () => string;
  readonly staleButton: () => string;

  /** What to type where there are no buttons. */
  readonly rateHow: () => string;
  readonly askReason: () => string;
  readonly thanksForRating: () => string;

  readonly offerReferral: () => string;
  readonly onlyInPrivate: () => string;
  readonly reviewLead: () => string;
  readonly reviewHow: () => string;
  readonly nothingToPassOn: () => string;
  readonly askProvince: () => string;
  readonly provinceUnknown: () => string;
  readonly whichProvince: () => string;
  readonly askContact: () => string;
  /** Asked of those whose telephone others may look at. */
  readonly askReach: () => string;
  readonly consentLead: (centre: string, province: string) => string;
  readonly consentContact: (contact: string | undefined) => string;
  readonly consentReach: (reach: string) => string;
  readonly consentTerms: (linked: boolean) => string;
  readonly consentHow: () => string;
  readonly passedOn: (code: string, centre: string, linked: boolean) => string;
  readonly sayAgree: () => string;
  readonly cancelled: () => string;
  /** After it, where a hand-over was stopped that can be begun again. */
  readonly linesKept: () => string;
  readonly askStop: (code: string) => string;
  readonly nothingToCancel: () => string;
  /** After it, where something is still with staff. */
  readonly stillOpen: (codes: readonly string[]) => string;
  readonly declined: () => string;
  readonly status: (code: string, state: TicketState, openedOn: string) => string;
  readonly noTickets: () => string;
  readonly added: (code: string) => string;
  readonly addedByCode: (code: string) => string;
  readonly withdrawn: (code: string) => string;
  readonly whichTicket: () => string;
  readonly backToBot: (code: string) => string;
  readonly withStaffAgain: (code: string) => string;
  readonly staffMessage: (centre: string, code: string) => string;
  readonly askTransfer: (code: string, from: string, to: string) => string;
  readonly transferReason: (reason: string) => string;
  readonly transferTerms: (from: string, linked: boolean) => string;
  /** What to type; with the code where the person is busy with something else. */
  readonly transferHow: (code: string | undefined) => string;
  readonly transferPending: (code: string, to: string) => string;
  readonly transferred: (code: string, to: string, linked: boolean) => string;
  readonly notTransferred: (because: 'declined' | 'staff' | 'centre-left', code: string, centre: string) => string;
  readonly merged: (closed: string, into: string) => string;
  readonly reopened: (code: string) => string;
  /** `linked`: somebody reads at the centre. */
  readonly takesLonger: (code: string, centre: string, linked: boolean) => string;
  /** Where a centre is and how it is reached. What is not known is empty. */
  readonly centreContact: (contact: CheckedContact, checkedOn: string) => string;
  readonly noCentreContact: (centre: string) => string;
  readonly channelOff: (otherWays: readonly Way[]) => string;
  /** The numbers follow. */
  readonly hotlinesOnly: () => string;
  readonly hotlinesOnlyStill: () => string;
  readonly referralsOff: (asksProvince: boolean) => string;
  readonly closed: (code: string) => string;
  readonly rated: () => string;

  /** What is kept about a person, and erasing it. Times as people write them. */
  readonly ownData: {
    readonly heading: () => string;
    readonly nothing: () => string;
    /** `from`, `to`: which of `all` follow. */
    readonly heard: (all: number, from: number, to: number) => string;
    readonly heardLine: (at: string, words: string | undefined) => string;
    /** How to see the ones before. */
    readonly earlier: (page: number) => string;
    readonly sent: (count: number) => string;
    readonly talk: () => string;
    readonly step: (step: Conversation['step']['at']) => string;
    readonly recent: () => string;
    readonly lastAnswer: (title: string) => string;
    readonly discreet: (reach: string | undefined) => string;
    readonly stopped: () => string;
    readonly referral: (code: string, openedAt: string, centre: string, state: TicketState) => string;
    readonly lines: () => string;
    readonly contact: (contact: string) => string;
    readonly reach: (reach: string) => string;
    readonly said: () => string;
    readonly saidLine: (by: 'person' | 'staff', at: string, words: string) => string;
    readonly rating: (rating: Rating) => string;
    readonly transfer: (to: string, reason: string) => string;
    readonly notes: (count: number) => string;
    readonly drafted: () => string;
    readonly consents: () => string;
    readonly consentLine: (
      about: ConsentAbout,
      code: string | undefined,
      givenAt: string,
      withdrawnAt: string | undefined,
      wording: string,
    ) => string;
    readonly howLong: () => string;
    readonly howLongLines: () => readonly string[];
    readonly eraseHow: () => string;
    readonly inPrivate: () => string;
    /** `open`: how many referrals are withdrawn by it. `on`: the channel, where it is known. */
    readonly askErase: (open: number, on: string | undefined) => string;
    readonly erased: (on: string | undefined) => string;
    readonly notErased: () => string;
  };

  readonly label: {
    readonly referral: string;
    readonly noneOfThese: string;
    readonly no: string;
    readonly next: string;
    readonly cancel: string;
    readonly skip: string;
    readonly see: string;
    readonly later: string;
    readonly agree: string;
    readonly declineTransfer: string;
    readonly withdraw: string;
    readonly backToBot: string;
    readonly helpful: string;
    readonly partly: string;
    readonly notHelpful: string;
    readonly answerHelpful: string;
    readonly answerUnhelpful: string;
    readonly reason: Readonly<Record<UnhelpfulReason, string>>;
    readonly readText: (article: string) => string;
    readonly readTextOf: (article: string, instrument: string) => string;
    readonly article: (article: string) => string;
    readonly nextArticle: (article: string) => string;
    readonly previousArticle: (article: string) => string;
    readonly contents: string;
    readonly nextPage: string;
    readonly previousPage: string;
    readonly oldText: string;
  };
  readonly typeNumber: (count: number) => string;

  /** To those whose telephone others may look at. What is shown before a message is opened names nothing. */
  readonly discreet: {
    /** Above every message; longer than what is shown of a message before it is opened. */
    readonly lead: () => string;
    /** The same in an emergency, with the numbers to call. */
    readonly urgentLead: (numbers: readonly string[]) => string;
    readonly begins: () => string;
    readonly ends: () => string;
    /** These stand without a lead: nothing in them says what it is about. */
    readonly question: () => string;
    readonly waiting: () => string;
    readonly nothing: () => string;
    readonly later: (asksAgain: boolean) => string;
    readonly stopped: () => string;
  };

  /** To those who write in English. */
  readonly english: {
    readonly notice: string;
    readonly vietnameseFollows: string;
    readonly noAnswer: string;
  };

  /** To staff, in the linked group of their centre. */
  readonly staff: {
    readonly newReferral: (code: string, province: string) => string;
    readonly lines: string;
    readonly contact: (contact: string | undefined) => string;
    /** When and how the person may safely be reached, in their words. */
    readonly reach: (reach: string) => string;
    readonly how: string;
    readonly added: (code: string) => string;
    readonly withdrawn: (code: string) => string;
    /** The person had everything erased. */
    readonly erased: (code: string) => string;
    /** An answer that staff gave before, in a post of the whole matter. */
    readonly answeredBefore: (words: string) => string;
    readonly delivered: (code: string) => string;
    /** Taken, and kept until the person wants to read it. */
    readonly waitsForPerson: (code: string) => string;
    readonly contactStopped: (code: string) => string;
    readonly contactResumed: (code: string) => string;
    /** Not sent: see `contactStopped`. It is kept until they write again. */
    readonly keptWhileStopped: (code: string) => string;
    /** Not sent: the person blocked the bot or left. It is kept until they write again. */
    readonly keptWhileGone: (code: string) => string;
    /** Above the lines of a referral that was put into the one that is shown. */
    readonly mergedLines: (code: string) => string;
    readonly notOpen: (code: string) => string;
    /** Not sent: the post that was replied to is about a matter of another centre now, or of somebody who had all erased. */
    readonly noLongerHere: string;
    readonly closed: (code: string) => string;
    readonly whichToClose: string;
    readonly onlyText: string;
    readonly linked: (centre: string) => string;
    readonly badLinkCode: string;
    readonly linkedAdmins: string;
    /** `at`: when the answer is due. `claimed`: somebody of the centre has it. */
    readonly dueSoon: (code: string, at: string, claimed: boolean) => string;
    readonly late: (code: string, claimed: boolean) => string;
    /** To admins: the late tickets follow. */
    readonly lateForAdmins: (count: number) => string;
    readonly lateTicket: (code: string, province: string, dueAt: string) => string;
    readonly andMore: (count: number) => string;
    /** What the centre did in the console, so that its group knows. `who`: name of the colleague. */
    readonly answeredInConsole: (code: string, who: string) => string;
    readonly closedInConsole: (code: string, who: string) => string;
    readonly reopenedInConsole: (code: string, who: string) => string;
    readonly mergedInConsole: (closed: string, into: string, who: string) => string;
    readonly transferAsked: (code: string, to: string, who: string) => string;
    readonly transferDropped: (code: string, who: string) => string;
    readonly transferDone: (code: string, to: string) => string;
    readonly transferRefused: (code: string, because: 'declined' | 'centre-left') => string;
    readonly transferredHere: (from: string, reason: string) => string;
    /** Not sent: a colleague holds it. How to send anyway. */
    readonly heldBy: (code: string, who: string) => string;
    /** Where a colleague's name is not known any more. */
    readonly colleague: string;
    readonly personLeft: (code: string) => string;
  };
}
