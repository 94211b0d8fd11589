import type { Answer, Judgement } from '../answering/answer.ts';
import type { KnownLaw } from '../answering/known-law.ts';
import type { Danger } from '../base/danger.ts';
import type { EntryId, ReferralCode, TicketId } from '../base/ids.ts';
import { type Citation, citationOf, partsOf } from '../knowledge/citation.ts';
import type { KnowledgeEntry } from '../knowledge/entry.ts';
import { clean } from '../language/clean.ts';
import { isEnglish } from '../language/english.ts';
import type { LegalAidCentre, Province, ProvinceCode } from '../referral/legal-aid-centre.ts';
import { codeIn, withoutCode } from '../referral/referral-code.ts';
import { isOpen } from '../referral/ticket.ts';
import { dangerIn } from '../safety/danger.ts';
import { type Hotline, hotlinesFor } from '../safety/hotlines.ts';
import { type Command, commandIn } from './command.ts';
import { type Conversation, type Effect, type OwnTicket, RECENT, type Say, type Turn } from './conversation.ts';
import { contentsPressed, lawPressed, lookPressed } from './law-press.ts';
import { chosenFrom, menuOf } from './menu.ts';
import type { Press } from './press.ts';
import type { Service } from './service.ts';
import { smallTalkIn } from './small-talk.ts';
import { discreetly } from './steps/discreet.ts';
import { asksAgain, gave, giveReason, isFree, mayRateLast, pressedReason, rateAnswer } from './steps/feedback.ts';
import { callOff, handOver, startHandOver } from './steps/hand-over.ts';
import { leave } from './steps/leave.ts';
import { offered, showContents, showText, textAsked, textsOf } from './steps/official-text.ts';
import { answerErase, askToErase, notAsked, showOwnData } from './steps/own-data.ts';
import { pausedTurn, worksWhilePaused } from './steps/paused.ts';
import { centreOf, findCentre } from './steps/referrals-off.ts';
import { answerTransfer, answerTransferByCode, transferPending } from './steps/transfer.ts';
import { agrees, didNotHelp, helped, isNo, isYes, reasonIn } from './yes.ts';

/** What a turn may use: what we know, who can help, and the ids that a ticket would get. */
export interface Given {
  readonly judge: (question: string, danger?: Danger) => Judgement;
  /** An entry that may be shown today. */
  readonly entry: (id: EntryId) => KnowledgeEntry | undefined;
  readonly hotlines: readonly Hotline[];
  readonly provinces: readonly Province[];
  readonly centre: (province: ProvinceCode) => LegalAidCentre;
  /** The official texts that are held. */
  readonly law: KnownLaw;
  /** Does the centre of the province receive questions through us? */
  readonly linked: (province: ProvinceCode) => boolean;
  /** The person's own referrals, newest first. */
  readonly tickets: readonly OwnTicket[];
  readonly nextTicket: TicketId;
  readonly nextCode: ReferralCode;
  /** A group has no private hand-over: others read along. */
  readonly inGroup: boolean;
  readonly now: Date;
  readonly service: Service;
}

/** What the person did, as far as the talk is concerned. */
export type Event =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'press'; readonly press: string }
  | { readonly kind: 'unreadable'; readonly what: string };

/** The steps in which what the person writes goes to staff. */
type WithStaff = Extract<Conversation['step'], { readonly at: 'with-staff' | 'asked-transfer' }>;

function isWithStaff(step: Conversation['step']): step is WithStaff {
  return step.at === 'with-staff' || step.at === 'asked-transfer';
}

/**
 * Longest message that is worked on, in characters: the longest of a messenger. Telegram's apps cut a long story into pieces
 * of exactly so many, and none of them may be turned away. Only the web could send more.
 */
export const LONGEST_MESSAGE = 4096;

/** Moves a conversation by one event. Pure: equal arguments give an equal turn. */
export function takeTurn(conversation: Conversation, event: Event, given: Given): Turn {
  const left = leave(conversation, event, given);
  return left ?? discreetly(conversation, event, given, (from) => usualTurn(from, event, given));
}

function usualTurn(before: Conversation, event: Event, given: Given): Turn {
  const erased = answerErase(before, event);
  if (erased) return erased;
  const conversation = notAsked(before);
  if (given.service.mode !== 'open' && !worksWhilePaused(conversation, event, given)) {
    const danger = event.kind === 'text' ? dangerIn(clean(event.text.slice(0, LONGEST_MESSAGE))) : undefined;
    return urgentFirst(danger, pausedTurn(conversation, event, danger, given), given);
  }
  const turn = turnAfter(conversation, event, given);
  // Where something else came between: whoever says "Đồng ý" next must know to what.
  const asks = (...kinds: readonly Say['say'][]): boolean => turn.say.some(({ say }) => kinds.includes(say));
  const { step } = turn.conversation;
  if (step.at === 'consenting' && !asks('ask-consent', 'say-agree', 'ask-erase')) {
    return { ...turn, say: [...turn.say, { say: 'say-agree' }] };
  }
  if (step.at === 'asked-transfer' && !asks('ask-transfer', 'transfer-pending')) {
    return { ...turn, say: [...turn.say, transferPending(step, given)] };
  }
  return turn;
}

function turnAfter(conversation: Conversation, event: Event, given: Given): Turn {
  switch (event.kind) {
    case 'unreadable':
      return stay(conversation, [{ say: 'unreadable', what: event.what }]);
    case 'press':
      return press(conversation, event.press, given);
    case 'text':
      return event.text.length > LONGEST_MESSAGE
        ? tooLong(conversation, event.text, given)
        : text(conversation, clean(event.text), given);
  }
}

/** Too long to be worked on, but not for danger to be seen in its beginning. */
function tooLong(conversation: Conversation, words: string, given: Given): Turn {
  const danger = dangerIn(clean(words.slice(0, LONGEST_MESSAGE)));
  return urgentFirst(danger, stay(conversation, [{ say: 'too-long', most: LONGEST_MESSAGE }]), given);
}

function text(conversation: Conversation, words: string, given: Given): Turn {
  const pressed = chosenFrom(conversation.menu, words);
  if (pressed) return press(conversation, pressed, given);

  const danger = dangerIn(words);
  return urgentFirst(danger, withoutDanger(conversation, words, danger, given), given);
}

function urgentFirst(danger: Danger | undefined, turn: Turn, given: Given): Turn {
  if (!danger) return turn;
  const urgent: Say = { say: 'urgent', danger, hotlines: hotlinesFor(danger, given.hotlines) };
  return { ...turn, say: [urgent, ...turn.say] };
}

function withoutDanger(conversation: Conversation, words: string, danger: Danger | undefined, given: Given): Turn {
  const transfer = answerTransferByCode(conversation, words, given);
  if (transfer) return transfer;
  const command = commandIn(words) ?? stopIn(words);
  if (command) return obey(conversation, command, words, given);
  const named = ticketNamed(words, given);
  if (named) return toNamedTicket(conversation, named, words, given);
  const { step } = conversation;
  switch (step.at) {
    case 'with-staff':
      return toStaff(conversation, step, words, given);
    case 'asked-transfer':
      if (agrees(words)) return answerTransfer(conversation, step.ticket, step.to, 'yes', given);
      if (isNo(words)) return answerTransfer(conversation, step.ticket, step.to, 'no', given);
      // A yes is not enough, and is no news for staff either.
      return isYes(words) ? stay(conversation, []) : toStaff(conversation, step, words, given);
    case 'offered-referral':
      if (isYes(words)) return startHandOver(conversation, given);
      if (isNo(words)) return listen(conversation, [{ say: 'declined' }]);
      return ask(conversation, words, danger, given);
    case 'finding-centre':
      if (isNo(words)) return listen(conversation, [{ say: 'declined' }]);
      return findCentre(conversation, words, given) ?? ask(conversation, words, danger, given);
    case 'giving-reason': {
      const reason = reasonIn(words);
      if (reason) return giveReason(conversation, step, reason, canRefer(given));
      if (isNo(words)) return listen(conversation, [{ say: 'declined' }]);
      return ask(conversation, words, danger, given);
    }
    case 'reviewing':
    case 'giving-province':
    case 'giving-contact':
    case 'giving-reach':
    case 'consenting':
      return handOver(conversation, step, words, given);
    case 'rating':
    case 'listening':
      return ask(conversation, words, danger, given);
  }
}

/** With its marks, for `đúng` is another word. */
const STOP = /^(?:dừng|ngừng)(?: (?:lại|thôi|đi|ạ|nhé))*[.!]*$/;

function stopIn(words: string): Command | undefined {
  return STOP.test(words.toLowerCase()) ? 'cancel' : undefined;
}

/** What a question, or small talk, comes to. */
function ask(conversation: Conversation, words: string, danger: Danger | undefined, given: Given): Turn {
  const read = danger ? undefined : textAsked(conversation, words, given);
  if (read) return read;
  const judgement = given.judge(words, danger);
  const { candidates } = judgement;
  const talk = danger ? undefined : smallTalkIn(words);
  const rated = danger || (talk && talk !== 'thanks') ? undefined : ratedInWords(conversation, words, given);
  if (rated) return rated;
  if (talk) {
    const refused = talk === 'others-data' || talk === 'make-up-law';
    const outcome =
      talk === 'help' || talk === 'machine-or-person' || talk === 'privacy'
        ? 'help'
        : refused
          ? 'out-of-scope'
          : 'greeting';
    return { ...listen(conversation, [{ say: 'small-talk', talk }]), asked: { outcome, candidates } };
  }
  const asking: Conversation = { ...conversation, lastFailed: undefined };
  const heard: Conversation = { ...asking, recent: [...conversation.recent, words].slice(-RECENT) };
  const again = !given.inGroup && asksAgain(conversation, firstOf(judgement.answer) ?? candidates[0]?.entry, given.now);
  return sayAnswer(judgement, { asking, heard, danger, again, english: isEnglish(words) }, given);
}

/** Where a question leaves the talk. */
interface Asking {
  /** The talk, where what was asked is nothing that a referral would pass on. */
  readonly asking: Conversation;
  /** The talk, with what was asked. */
  readonly heard: Conversation;
  readonly danger: Danger | undefined;
  readonly again: boolean;
  readonly english: boolean;
}

function sayAnswer(
  { answer, candidates, related = [] }: Judgement,
  { asking, heard, danger, again, english }: Asking,
  given: Given,
): Turn {
  const mayRefer = canRefer(given);
  const asked = { urgent: danger, candidates, again };
  switch (answer.kind) {
    case 'answered': {
      const { entry, language, place } = answer;
      // Whoever may be in danger is not asked how they liked the answer.
      const mayRate = !given.inGroup && danger === undefined;
      const turn = listen(gave(heard, entry.id, mayRate, given.now), [
        { say: 'entry', entry, language, mayRefer, mayRate, ...readable(entry, place, given) },
      ]);
      return { ...turn, asked: { ...asked, outcome: 'answer' } };
    }
    case 'official-text': {
      // Somebody who asks for the words gets them; whether they help is another matter where nothing explains them.
      const outcome = answer.alone ? 'unresolved' : 'answer';
      return { ...showText(asking, answer.citation, given, answer.alone), asked: { ...asked, outcome } };
    }
    case 'contents':
      return { ...showContents(asking, answer.instrument.code, 0, given), asked: { ...asked, outcome: 'unresolved' } };
    case 'which-law': {
      const { instruments, place } = answer;
      const turn = listen(asking, [{ say: 'which-law', instruments, place, mayRefer }]);
      return { ...turn, asked: { ...asked, outcome: 'unresolved' } };
    }
    case 'law-replaced': {
      const { old, by, place } = answer;
      const text = place && typeof old !== 'number' ? citationOf(old.code, place) : undefined;
      const isHeld =
        text !== undefined && given.law.held.wordings(partsOf(text).code, partsOf(text).article).length > 0;
      const turn = listen(asking, [{ say: 'law-replaced', old, by, place, text: isHeld ? text : undefined, mayRefer }]);
      return { ...turn, asked: { ...asked, outcome: 'unresolved' } };
    }
    case 'which-one': {
      const turn = listen(heard, [{ say: 'which-one', choices: answer.choices, mayRefer }]);
      return { ...turn, asked: { ...asked, outcome: 'choices' } };
    }
    case 'article-not-held':
    case 'no-such-article': {
      const { instrument, article } = answer;
      const turn = listen(asking, [{ say: answer.kind, instrument, article }]);
      return { ...turn, asked: { ...asked, outcome: 'unresolved' } };
    }
    case 'not-known': {
      const texts = related.flatMap((citation) => offered(citation, given));
      const say: Say = { say: 'not-known', mayRefer, english, ...(texts.length > 0 && { related: texts }) };
      return { ...offer(heard, [say], mayRefer), asked: { ...asked, outcome: 'unresolved' } };
    }
    case 'out-of-scope':
      return { ...listen(asking, [{ say: 'out-of-scope' }]), asked: { ...asked, outcome: 'out-of-scope' } };
  }
}

/** The words of the law that an answer offers to read, where there are any. */
function readable(entry: KnowledgeEntry, place: Citation | undefined, given: Given) {
  const texts = textsOf(entry, place, given);
  return texts.length > 0 ? { texts } : {};
}

/** What the person says of the last answer, where that is all they say. Others in a group may mean something else. */
function ratedInWords(conversation: Conversation, words: string, given: Given): Turn | undefined {
  const { step, lastEntry } = conversation;
  if (given.inGroup || lastEntry === undefined || step.at === 'rating') return undefined;
  if (didNotHelp(words)) return rateAnswer(conversation, lastEntry, 'unhelpful', canRefer(given));
  return helped(words) && mayRateLast(conversation)
    ? rateAnswer(conversation, lastEntry, 'helpful', canRefer(given))
    : undefined;
}

/** The entry that an answer gives or offers first. */
function firstOf(answer: Answer): KnowledgeEntry | undefined {
  if (answer.kind === 'answered') return answer.entry;
  return answer.kind === 'which-one' ? answer.choices[0] : undefined;
}

function canRefer(given: Given): boolean {
  return !given.inGroup && given.service.referrals;
}

function press(conversation: Conversation, pressed: string, given: Given): Turn {
  const { step } = conversation;
  if (pressed.startsWith('entry:'))
    return showEntry(conversation, pressed.slice('entry:'.length) as EntryId, undefined, given);
  if (pressed.startsWith('language:')) {
    const [, language, ...id] = pressed.split(':');
    return showEntry(conversation, id.join(':') as EntryId, language, given);
  }
  const helpfulOrNot = /^h([+-]):(.+)$/.exec(pressed);
  if (helpfulOrNot) {
    const [, sign, entry] = helpfulOrNot;
    return rateAnswer(conversation, entry as EntryId, sign === '+' ? 'helpful' : 'unhelpful', canRefer(given));
  }
  const reason = pressedReason(conversation, pressed);
  if (reason && step.at === 'giving-reason') return giveReason(conversation, step, reason, canRefer(given));
  const { held } = given.law;
  const citation = lawPressed(pressed, held.codes());
  if (citation) return showText(conversation, citation, given);
  const contents = contentsPressed(pressed, held.codes());
  if (contents) return showContents(conversation, contents.code, contents.page, given);
  if (pressed.startsWith('look:')) return look(conversation, pressed, given);
  if (pressed.startsWith('withdraw:'))
    return withdraw(conversation, pressed.slice('withdraw:'.length) as TicketId, given);
  if (pressed.startsWith('transfer:')) {
    const [, answer, to = '', ticket] = pressed.split(':');
    return answerTransfer(conversation, ticket as TicketId, to, answer === 'yes' ? 'yes' : 'no', given);
  }
  switch (pressed as Press) {
    case 'referral':
      return obey(conversation, 'referral', '', given);
    case 'cancel':
      return obey(conversation, 'cancel', '', given);
    case 'back-to-bot':
      return obey(conversation, 'back-to-bot', '', given);
    case 'offer:no':
      return step.at === 'offered-referral' ? listen(conversation, [{ say: 'declined' }]) : stale(conversation);
    case 'rate:helpful':
    case 'rate:partly':
    case 'rate:not-helpful': {
      if (step.at !== 'rating') return stale(conversation);
      const rating = pressed.slice('rate:'.length) as 'helpful' | 'partly' | 'not-helpful';
      return listen(conversation, [{ say: 'rated' }], [{ effect: 'rate-ticket', ticket: step.ticket, rating }]);
    }
  }
  if (
    step.at === 'reviewing' ||
    step.at === 'giving-province' ||
    step.at === 'giving-contact' ||
    step.at === 'giving-reach' ||
    step.at === 'consenting'
  ) {
    return handOver(conversation, step, { press: pressed as Press }, given);
  }
  if (step.at === 'finding-centre' && pressed.startsWith('province:')) {
    return centreOf(conversation, pressed.slice('province:'.length), given);
  }
  return stale(conversation);
}

/** One of several laws of a name was chosen: the question once more, with the law's full name. */
function look(conversation: Conversation, pressed: string, given: Given): Turn {
  if (!isFree(conversation.step)) return stale(conversation);
  const looked = lookPressed(pressed, given.law.instruments());
  const instrument = looked && given.law.instrument(looked.code);
  if (!instrument) return stale(conversation);
  const { place } = looked;
  const words = [
    place?.point && `điểm ${place.point}`,
    place?.clause && `khoản ${place.clause}`,
    place && `điều ${place.article}`,
    instrument.shortName,
  ];
  const judgement = given.judge(words.filter(Boolean).join(' '));
  const asking = { asking: conversation, heard: conversation, danger: undefined, again: false, english: false };
  return sayAnswer(judgement, asking, given);
}

function obey(conversation: Conversation, command: Command, words: string, given: Given): Turn {
  const { step } = conversation;
  switch (command) {
    case 'start':
      return {
        ...stay(conversation, [{ say: 'small-talk', talk: 'greeting' }]),
        asked: { outcome: 'greeting', candidates: [] },
      };
    case 'help':
      return {
        ...stay(conversation, [{ say: 'small-talk', talk: 'help' }]),
        asked: { outcome: 'help', candidates: [] },
      };
    case 'privacy':
      return {
        ...stay(conversation, [{ say: 'small-talk', talk: 'privacy' }]),
        asked: { outcome: 'help', candidates: [] },
      };
    case 'my-data':
      return showOwnData(conversation, words, given);
    case 'erase':
      return askToErase(conversation, given);
    case 'cancel':
      if (step.at === 'with-staff') return askStop(conversation, step, given);
      if (step.at === 'asked-transfer') return answerTransfer(conversation, step.ticket, step.to, 'no', given);
      if ('draft' in step) return callOff(conversation, step);
      return step.at === 'listening' || step.at === 'rating'
        ? stay(conversation, [{ say: 'nothing-to-cancel', open: openOf(given) }])
        : listen(conversation, [{ say: 'cancelled', kept: false }]);
    case 'referral':
      if (given.inGroup && given.service.referrals) return stay(conversation, [{ say: 'only-in-private' }]);
      if (isWithStaff(step) && given.tickets.some(({ id, state }) => id === step.ticket && isOpen(state))) {
        return stay(conversation, [{ say: 'with-staff-again', code: step.code }]);
      }
      return startHandOver(conversation, given);
    case 'back-to-bot':
      if (step.at === 'asked-transfer') {
        // Outside of the matter "Đồng ý" could mean anything.
        return listen(conversation, [
          { say: 'back-to-bot', code: step.code },
          { ...transferPending(step, given), byCode: true },
        ]);
      }
      return step.at === 'with-staff'
        ? listen(conversation, [{ say: 'back-to-bot', code: step.code }])
        : stay(conversation, [{ say: 'small-talk', talk: 'help' }]);
    case 'status': {
      const code = codeIn(words);
      const shown = given.tickets.filter((ticket) => code === undefined || ticket.code === code);
      return stay(conversation, [shown.length > 0 ? { say: 'status', tickets: shown } : { say: 'no-tickets' }]);
    }
    case 'withdraw': {
      const code = codeIn(words);
      const open = given.tickets.filter(
        (ticket) => isOpen(ticket.state) && (code === undefined || ticket.code === code),
      );
      const [first, second] = open;
      if (!first) return stay(conversation, [{ say: 'no-tickets' }]);
      if (second) return stay(conversation, [{ say: 'which-ticket', tickets: open, to: 'withdraw' }]);
      return withdraw(conversation, first.id, given);
    }
  }
}

/** What should stop is not said, and a question that was taken back is gone: so it is asked. */
function askStop(conversation: Conversation, { ticket, code }: WithStaff, given: Given): Turn {
  return given.tickets.some(({ id, state }) => id === ticket && isOpen(state))
    ? stay(conversation, [{ say: 'ask-stop', ticket, code }])
    : listen(conversation, [{ say: 'nothing-to-cancel', open: openOf(given) }]);
}

function openOf({ tickets }: Given): readonly ReferralCode[] {
  return tickets.filter(({ state }) => isOpen(state)).map(({ code }) => code);
}

function withdraw(conversation: Conversation, id: TicketId, given: Given): Turn {
  const ticket = given.tickets.find((own) => own.id === id && isOpen(own.state));
  if (!ticket) return stale(conversation);
  const own = isWithStaff(conversation.step) && conversation.step.ticket === id;
  const say: Say[] = [{ say: 'withdrawn', code: ticket.code }];
  const effects: Effect[] = [{ effect: 'withdraw-ticket', ticket: id }];
  return own ? listen(conversation, say, effects) : { conversation, say, effects };
}

/**
 * While a person of the centre has the matter, the bot passes words on and keeps quiet. Until the first answer it says
 * once that they were added, so that nobody talks into a void without knowing.
 */
function toStaff(conversation: Conversation, step: WithStaff, words: string, given: Given): Turn {
  if (words === '') return stay(conversation, []); // only invisible characters
  const ticket = given.tickets.find(({ id }) => id === step.ticket);
  if (!ticket || !isOpen(ticket.state))
    return ask({ ...conversation, step: { at: 'listening' } }, words, dangerIn(words), given);
  const tell = ticket.state === 'waiting' && step.at === 'with-staff' && !step.told;
  return {
    conversation: { ...conversation, step: step.at === 'with-staff' ? { ...step, told: true } : step, menu: [] },
    say: tell ? [{ say: 'added', code: step.code }] : [],
    effects: [{ effect: 'add-to-ticket', ticket: step.ticket, words }],
  };
}

/** An open referral of the person's own that the message begins with: `HQ-7K3M tôi có thêm giấy tờ`. */
function ticketNamed(words: string, given: Given): OwnTicket | undefined {
  const code = /^\s*hq/i.test(words) ? codeIn(words) : undefined;
  const named = given.tickets.find((ticket) => ticket.code === code);
  const meant = named?.mergedInto === undefined ? named : given.tickets.find(({ id }) => id === named.mergedInto);
  return meant && isOpen(meant.state) ? meant : undefined;
}

/** The code alone turns back to the staff who hold the matter; words after it are added to it. */
function toNamedTicket(conversation: Conversation, ticket: OwnTicket, words: string, given: Given): Turn {
  const { id, code } = ticket;
  const added = withoutCode(words);
  if (added !== '') {
    return {
      ...stay(conversation, [{ say: 'added-by-code', code }]),
      effects: [{ effect: 'add-to-ticket', ticket: id, words: added }],
    };
  }
  if (!given.linked(ticket.province)) return stay(conversation, [{ say: 'status', tickets: [ticket] }]);
  return {
    conversation: { ...conversation, step: { at: 'with-staff', ticket: id, code, told: true }, menu: [] },
    say: [{ say: 'with-staff-again', code }],
    effects: [],
  };
}

function showEntry(conversation: Conversation, id: EntryId, language: string | undefined, given: Given): Turn {
  const entry = given.entry(id);
  if (!entry) return stay(conversation, [{ say: 'entry-gone' }]);
  const free = isFree(conversation.step);
  const mayRate = free && !given.inGroup;
  const texts = readable(entry, undefined, given);
  const say: Say = { say: 'entry', entry, language, mayRefer: canRefer(given), mayRate, ...texts };
  return free ? listen(gave(conversation, id, mayRate, given.now), [say]) : stay(conversation, [say]);
}

/** The step stays; the menu is what these words offer. */
function stay(conversation: Conversation, say: readonly Say[]): Turn {
  return { conversation: { ...conversation, menu: menuOf(say, conversation.menu) }, say, effects: [] };
}

function listen(conversation: Conversation, say: readonly Say[], effects: readonly Effect[] = []): Turn {
  return { conversation: { ...conversation, step: { at: 'listening' }, menu: menuOf(say, []) }, say, effects };
}

function offer(conversation: Conversation, say: readonly Say[], mayRefer = true): Turn {
  if (!mayRefer) return listen(conversation, say);
  return {
    conversation: { ...conversation, step: { at: 'offered-referral' }, menu: menuOf(say, []) },
    say,
    effects: [],
  };
}

function stale(conversation: Conversation): Turn {
  return stay(conversation, [{ say: 'stale-button' }]);
}
