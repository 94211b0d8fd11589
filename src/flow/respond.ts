import type { Danger } from '../base/danger.ts';
import { vietnamDay } from '../base/days.ts';
import type { MessageId, ReferralCode, TicketId } from '../base/ids.ts';
import { StoreFault } from '../base/store-fault.ts';
import type { WorkingTime } from '../base/working-time.ts';
import { type Effect, NEW_CONVERSATION, type Outcome, type Turn } from '../conversation/conversation.ts';
import type { Service } from '../conversation/service.ts';
import { type Event, type Given, takeTurn } from '../conversation/take-turn.ts';
import { troubleTurn } from '../conversation/trouble-turn.ts';
import type { ChannelName } from '../ports/channel.ts';
import type { Log } from '../ports/log.ts';
import type { Rank, Records, Store, Waiting, Whereabouts, Writing } from '../ports/store.ts';
import { referralCode } from '../referral/referral-code.ts';
import { messagesFor } from '../reply/discreet.ts';
import type { Capabilities } from '../reply/message.ts';
import { dangerIn } from '../safety/danger.ts';
import { answerStaff } from './answer-staff.ts';
import { countTurn } from './count-turn.ts';
import { carryOutTransfer, type DueAt } from './desk/move-ticket.ts';
import { postTicket } from './desk/post-ticket.ts';
import { ticketTerms } from './desk/ticket-terms.ts';
import { carryOutDiscreet, knowingHeld } from './discreet-effects.ts';
import { erasePerson } from './erase-person.ts';
import { questionToKeep } from './keep-question.ts';
import type { KnowledgeOn } from './knowledge-on.ts';
import { officialTexts } from './law/official-texts.ts';
import { postToGroups } from './post-to-groups.ts';
import { receivingCentres } from './receiving-centres.ts';
import { tooMany } from './too-many.ts';

/** A turn takes milliseconds; a message that is not answered by then is offered again. */
const LEASE_MS = 5_000;
/**
 * Of both steps nobody outside sees anything before a message is sent, and that is written to the disk first; with it, they
 * are. Should the power fail before, they are done anew.
 */
const LAZILY: Writing = { flushed: false };
/** After so many failed attempts the person is told, and the message no longer blocks theirs. */
const LAST_ATTEMPT = 3;

export interface RespondNeeds {
  readonly store: Store;
  /** What we know, with the law of a day. */
  readonly knowledgeOn: KnowledgeOn;
  readonly capabilities: (channel: ChannelName) => Capabilities;
  /** What admins switched, for who writes on a channel. */
  readonly serviceOn: (channel: ChannelName) => Service;
  readonly newId: () => string;
  /** Random bytes for referral codes. */
  readonly randomBytes: (count: number) => Uint8Array;
  readonly now: () => Date;
  readonly log: Log;
  /** How many messages of one person are answered in a minute. Without it: all. */
  readonly perMinute?: number | undefined;
  /** Messages whose last attempt failed because of the database; it is not theirs. Without it, it counts. */
  readonly spared?: Set<MessageId> | undefined;
  /** Told that a message is kept and cannot be answered now, because the database cannot be used. */
  readonly onStuck?: ((message: Waiting) => void) | undefined;
  /** Told that a message was set aside because too many came. */
  readonly onSetAside?: ((channel: ChannelName) => void) | undefined;
  /** Working hours, as the dashboard counts them. */
  readonly workingTime: () => WorkingTime;
  /** When the first answer to a referral is due; where it is undefined nothing is due. */
  readonly dueAt?: DueAt | undefined;
  /** Told when something waits to be sent. */
  readonly onOwed: () => void;
  /** Told what became of a question, for counting. */
  readonly onAsked: (asked: { channel: ChannelName; outcome: Outcome; urgent: Danger | undefined }) => void;
}

/**
 * Answers one waiting message: reads the state, takes one pure turn, writes its whole effect in one transaction. If
 * the process dies in between, the message is offered again and the turn is taken anew.
 *
 * @returns `false` when no message was waiting.
 */
export async function respond(needs: RespondNeeds): Promise<boolean> {
  const { store, now, log } = needs;
  const lease = new Date(now().getTime() + LEASE_MS);
  const message = await store.transaction(async ({ inbox }) => {
    for (const id of needs.spared ?? []) await inbox.spare(id);
    return inbox.take(now(), lease);
  }, LAZILY);
  needs.spared?.clear();
  if (!message) return false;
  let erased = false;
  try {
    await store.transaction(async (records) => {
      const much = needs.perMinute === undefined ? 'no' : await tooMany(message, needs.perMinute, records.inbox);
      if (much !== 'no') await setAside(message, much, records, needs);
      else if (await records.inbox.markAnswered(message.id, now())) erased = await answer(message, records, needs);
    }, LAZILY);
    needs.onOwed();
    if (erased) await store.writeThrough();
  } catch (fault) {
    // No fault of the message: it waits until the database can be used.
    if (fault instanceof StoreFault) {
      // Where something in the database is damaged, it may be just what this one needs: others must not wait for ever.
      if (fault.trouble !== 'damaged') needs.spared?.add(message.id);
      needs.onStuck?.(message);
      throw fault;
    }
    // The message keeps waiting: its lease runs out and it is tried again, at most LAST_ATTEMPT times.
    log.fault('turn failed', fault, { channel: message.channel, message: message.id, attempt: message.attempts });
  }
  return true;
}

/** Told once, and then not until they wrote slowly for a minute. Where the talk stands does not change. */
async function setAside(message: Waiting, much: 'tell' | 'told', records: Records, needs: RespondNeeds): Promise<void> {
  if (!(await records.inbox.markSetAside(message.id, needs.now()))) return;
  needs.onSetAside?.(message.channel);
  if (much === 'tell')
    await owe(
      { conversation: await records.conversations.of(message), say: [{ say: 'slow-down' }] },
      message,
      records,
      needs,
    );
}

/** @returns Did the person have everything erased? */
async function answer(message: Waiting, records: Records, needs: RespondNeeds): Promise<boolean> {
  const { now, log } = needs;
  const who: Whereabouts = { channel: message.channel, address: message.address };
  const { heard } = message;
  if (heard.kind === 'blocked' || heard.kind === 'unblocked') {
    await records.conversations.markBlocked(who, heard.kind === 'blocked', now());
    if (heard.kind === 'blocked') await records.outbox.giveUpAllTo(who, 'person left');
    return false;
  }
  if (message.attempts > LAST_ATTEMPT) {
    await tellTrouble(who, message, records, needs);
    return false;
  }
  if (message.inGroup && (await answerStaff({ message, records, ...needs }))) return false;

  const knowledge = needs.knowledgeOn(vietnamDay(now()));
  const conversation = await records.conversations.of(who);
  const ticket = needs.newId() as TicketId;
  const given: Given = {
    judge: knowledge.judge,
    entry: knowledge.entry,
    hotlines: knowledge.rendering.hotlines,
    provinces: knowledge.rendering.provinces,
    centre: knowledge.centre,
    law: knowledge.law,
    linked: await receivingCentres(records),
    tickets: await records.tickets.ofPerson(who),
    nextTicket: ticket,
    nextCode: await freeCode(records, needs),
    inGroup: message.inGroup,
    now: now(),
    service: needs.serviceOn(who.channel),
  };
  const turn = await knowingHeld(takeTurn(conversation, heard satisfies Event, given), who, { records, now });
  await records.conversations.save(who, turn.conversation, now());
  for (const effect of turn.effects) await carryOut(effect, who, message.id, records, needs, given);
  const erased = turn.effects.some(({ effect }) => effect === 'erase-person');
  // That everything was erased is read on the same telephone as all before.
  const read = erased ? { ...turn, conversation } : turn;
  await owe(read, message, records, needs, turn.asked?.urgent ? 'urgent' : 'answer');
  const { instruments } = knowledge.rendering.library;
  const { tickets } = given;
  await countTurn(turn, { counts: records.counts, instruments, channel: who.channel, tickets, day: vietnamDay(now()) });
  const { channel, inGroup } = message;
  const kept = questionToKeep({
    heard,
    before: conversation,
    turn,
    knowledge,
    channel,
    inGroup,
    day: vietnamDay(now()),
  });
  if (kept) await records.keptQuestions.keep(kept);
  if (turn.asked) needs.onAsked({ channel: who.channel, outcome: turn.asked.outcome, urgent: turn.asked.urgent });
  log.info('turn taken', logFacts(message, turn));
  return erased;
}

/** The way out for a message on which every attempt failed. Reads as little as it can, for that may be what fails. */
async function tellTrouble(who: Whereabouts, message: Waiting, records: Records, needs: RespondNeeds): Promise<void> {
  const turn = troubleTurn(await records.conversations.of(who).catch(() => NEW_CONVERSATION));
  await records.conversations.save(who, turn.conversation, needs.now());
  await owe(turn, message, records, needs);
  needs.log.info('turn taken', logFacts(message, turn));
}

/** Queues what is said, in order, cut to the channel's limits. The key makes a repeat harmless. */
async function owe(
  { say, conversation }: Pick<Turn, 'say' | 'conversation'>,
  { id: cause, channel, address, receivedAt }: Waiting,
  records: Records,
  needs: RespondNeeds,
  rank: Rank = 'answer',
): Promise<void> {
  const who: Whereabouts = { channel, address };
  const forgetWhenSent = say.some((one) => one.say === 'erased');
  const knowledge = needs.knowledgeOn(vietnamDay(needs.now())).rendering;
  const officialText = await officialTexts(say, records.laws, knowledge.library);
  const ownData = say.some((one) => one.say === 'own-data') ? await records.ownData.of(who, cause) : undefined;
  const rendering = { ...knowledge, officialText, ownData, on: channel };
  const messages = say.flatMap((what) =>
    messagesFor(what, conversation.discreet !== undefined, needs.capabilities(who.channel), rendering),
  );
  for (const [nth, message] of messages.entries()) {
    const causedAt = nth === 0 ? receivedAt : undefined;
    const key = `${cause}/${nth}`;
    await records.outbox.add({ key, ...who, message, at: needs.now(), rank, causedAt, forgetWhenSent });
  }
}

async function carryOut(
  effect: Effect,
  who: Whereabouts,
  cause: MessageId,
  records: Records,
  needs: RespondNeeds,
  given: Given,
): Promise<void> {
  const { now } = needs;
  const { wording } = needs.knowledgeOn(vietnamDay(now())).rendering;
  switch (effect.effect) {
    case 'open-ticket': {
      const { id, code, province, draft } = effect;
      const consent = wording.consentTerms(given.linked(province));
      await records.tickets.open({
        id,
        code,
        who,
        province,
        lines: draft.lines,
        contact: draft.contact,
        reach: draft.reach,
        consent,
        at: now(),
        day: vietnamDay(now()),
        urgent: dangerInAny(draft.lines),
        dueAt: needs.dueAt?.(now(), province),
      });
      await records.consents.give({ who, about: 'referral', ticket: id, wording: consent, at: now() });
      if (draft.reach !== undefined) {
        await records.consents.give({ who, about: 'reach', ticket: id, wording: wording.askReach(), at: now() });
      }
      await records.ticketTerms.add(id, ticketTerms(draft.lines));
      await postTicket({ ...draft, id, code, province }, { ...needs, records, cause });
      return;
    }
    case 'add-to-ticket': {
      const ticket = await records.tickets.find(effect.ticket);
      if (!ticket) return;
      const urgent = dangerIn(effect.words);
      await records.tickets.addWords({ ticket: ticket.id, by: 'person', words: effect.words, at: now(), urgent });
      await records.ticketTerms.add(ticket.id, ticketTerms([effect.words]));
      await postToGroups({ ...needs, records, ticket: ticket.id, province: ticket.province, cause }, [
        { block: 'heading', text: wording.staff.added(ticket.code) },
        { block: 'text', text: effect.words },
      ]);
      return;
    }
    case 'withdraw-ticket': {
      const ticket = await records.tickets.find(effect.ticket);
      if (!ticket) return;
      await records.tickets.end(ticket.id, 'withdrawn', now());
      await records.consents.withdraw({ who, ticket: ticket.id, at: now() });
      await records.candidates.dropOf(ticket.id, now());
      await records.desk.addEvent(ticket.id, { kind: 'withdrawn', by: undefined, at: now(), detail: {} });
      await postToGroups({ ...needs, records, ticket: ticket.id, province: ticket.province, cause }, [
        { block: 'text', text: wording.staff.withdrawn(ticket.code) },
      ]);
      return;
    }
    case 'transfer-ticket':
    case 'keep-ticket':
      return carryOutTransfer(effect, { ...needs, records, cause, dueAt: needs.dueAt });
    case 'rate-ticket':
      return records.tickets.rate(effect.ticket, effect.rating);
    case 'erase-person':
      return erasePerson(who, { ...needs, records });
    case 'release-held':
    case 'ask-later':
    case 'stop-contact':
    case 'resume-contact':
      return carryOutDiscreet(effect, who, { ...needs, records, cause });
  }
}

/** The lines were said one after the other; each is looked at as it was said. */
function dangerInAny(lines: readonly string[]): Danger | undefined {
  return lines.map(dangerIn).find((danger) => danger !== undefined);
}

async function freeCode({ tickets }: Records, { randomBytes }: RespondNeeds): Promise<ReferralCode> {
  let code = referralCode(randomBytes(4));
  while (await tickets.codeTaken(code)) code = referralCode(randomBytes(4));
  return code;
}

/** Says and steps that only those meet whose telephone others may look at: the log tells of nobody that they are one. */
const UNTOLD = /^(?:discreet-.+|stopped|ask-reach)$/;

/** Without the id of the message: what somebody asked for must not be led back to their row. */
function logFacts(message: Waiting, turn: Turn) {
  const { step } = turn.conversation;
  return {
    channel: message.channel,
    heard: message.heard.kind,
    step: step.at === 'giving-reach' ? 'giving-contact' : step.at,
    outcome: turn.asked?.outcome,
    urgent: turn.asked?.urgent,
    says: turn.say.flatMap(({ say }) => (UNTOLD.test(say) ? [] : say)).join(','),
  };
}
