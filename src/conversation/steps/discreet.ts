import type { Danger } from '../../base/danger.ts';
import type { KnowledgeEntry } from '../../knowledge/entry.ts';
import { clean } from '../../language/clean.ts';
import { plainWords } from '../../language/plain-words.ts';
import { nextSafe } from '../../referral/reach.ts';
import { isOpen } from '../../referral/ticket.ts';
import { tellsOfViolenceAtHome } from '../../safety/violence-at-home.ts';
import type { Conversation, Discreet, Effect, Say, Turn, Unseen } from '../conversation.ts';
import type { Event, Given } from '../take-turn.ts';
import { withLinesOf } from './hand-over.ts';
import { notAsked } from './own-data.ts';
import { transferPending } from './transfer.ts';

/*
 * Whoever is hurt at home may share the telephone with the one who hurts them. Once their words tell of it, what the bot
 * writes begins with a line that names nothing (`reply/discreet.ts`); what staff write waits until the person says that this
 * is a good moment; and one word stops everything until they write again.
 */

/** So long after "xem", or after their own words to staff, the person is there and further words of staff come at once. */
const OPEN_MS = 15 * 60_000;
/** "Để sau": not asked again before so much time has passed. */
const LATER_MS = 3 * 60 * 60_000;
/** Somebody who was told so recently that something waits is not told again. */
const QUIET_MS = 60 * 60_000;
/** News after a question that was left unanswered for so long are worth another one. */
const FORGOTTEN_MS = 24 * 60 * 60_000;
/** Asked so often at most, for the same unread words. */
const MOST_QUESTIONS = 3;

/** Characters of a message in which words of home are looked for. */
const MOST_READ = 4000;

/** Dangers at the hands of people who may hold the telephone. */
const DANGERS: readonly Danger[] = ['violence', 'child'];
const TOPICS = ['bao-luc-gia-dinh', 'bao-luc-tinh-duc'];

/** With its marks where they were typed: `đúng` and `đứng` are other words. `dung` without any means this one. */
const STOP =
  /^\/?(?:dừng|ngừng|dung|ngung|stop|đừng nhắn|dung nhan)(?: (?:lại|lai|ạ|a|nhé|nhe|ngay|hết|het|đi|di|nhắn|nhan|tin|nữa|nua))*[.!…]*$/;
const SEE = /^(?:da |co |vang )?xem(?: (?:a|nhe|di|ngay|luon|duoc|bay gio))*$/;
const LATER = /^(?:da |thoi )?de sau(?: (?:a|nhe|di|da))*$/;
const USUAL = /^nhan (?:nhu |binh )?thuong(?: (?:a|nhe|di|thoi))*$/;

/**
 * The turn as it is taken for somebody whose telephone others may look at: their words of stopping, reading and waiting come
 * before anything else. Begins where the turn shows violence at home, in private only.
 *
 * @param take The usual turn, from where the talk stands.
 */
export function discreetly(
  conversation: Conversation,
  event: Event,
  given: Given,
  take: (from: Conversation) => Turn,
): Turn {
  const { discreet } = conversation;
  if (given.inGroup) return take(conversation);
  if (!discreet) {
    if (conversation.openly) return openly(conversation, event, given) ?? take(conversation);
    const turn = take(conversation);
    return tellsOfHome(event, turn) ? begin(turn, given) : turn;
  }
  const means = meantBy(event, { ...conversation, discreet }, given.now);
  if (means === 'stop') return stop(notAsked(conversation), discreet, given);
  const from = means === undefined ? conversation : notAsked(conversation);
  const here = { ...from, discreet: { ...discreet, stoppedAt: undefined } };
  const turn = answer(here, means, given, take);
  const wasStopped = discreet.stoppedAt !== undefined;
  // Words to staff do not open what waits when they are the first after a stop: that takes a word of its own.
  const opened = wasStopped ? turn : there(turn, given);
  const { effects, ...rest } = means === undefined ? withReminder(opened, given) : opened;
  return { ...rest, effects: wasStopped ? [{ effect: 'resume-contact' }, ...effects] : effects };
}

/** Is the whole message the word that stops everything? Whoever it is for, it must never have to wait. */
export function isStopWord(text: string): boolean {
  return STOP.test(clean(text).toLowerCase().replace(/\s+/g, ' '));
}

/** Do words of staff come to the person at once, or are they held? */
export function comesAtOnce({ discreet }: Conversation, now: Date): boolean {
  if (!discreet) return true;
  return discreet.stoppedAt === undefined && discreet.openUntil !== undefined && now < new Date(discreet.openUntil);
}

/** The talk as it will be once everything that is held was seen. */
export function onceSeen(conversation: Conversation): Conversation {
  const then = conversation.discreet?.unseen?.then;
  return then && !('draft' in conversation.step) ? { ...conversation, ...then } : conversation;
}

/**
 * Words of staff are held: the talk stays where the person knows it to be.
 *
 * @param after The talk as it would be after these words.
 * @returns `askAt`: when the person is asked, without a word of what it is about, whether this is a good moment; undefined
 *   where they were asked before, or nobody may write first.
 */
export function holdBack(
  conversation: Conversation,
  after: Conversation,
  now: Date,
): { readonly conversation: Conversation; readonly askAt: Date | undefined } {
  const { discreet } = conversation;
  if (!discreet) return { conversation: after, askAt: undefined };
  const { unseen, reach, stoppedAt } = discreet;
  const asked = unseen?.asked ?? 0;
  const forgotten = toldBefore(unseen, now, FORGOTTEN_MS) && asked < MOST_QUESTIONS;
  const askAt = stoppedAt === undefined && forgotten ? nextSafe(now, reach) : undefined;
  // In the middle of another hand-over they lead nowhere, so that it is not lost.
  const then = 'draft' in after.step ? unseen?.then : { step: after.step, menu: after.menu };
  return {
    askAt,
    conversation: {
      ...conversation,
      discreet: {
        ...discreet,
        unseen: {
          then,
          asked: askAt ? asked + 1 : asked,
          toldAt: askAt?.toISOString() ?? unseen?.toldAt,
        },
      },
    },
  };
}

/** Words that were on their way when everything was stopped are held like those that come later. */
export function withUnseen(conversation: Conversation): Conversation {
  const { discreet } = conversation;
  if (!discreet || discreet.unseen) return conversation;
  return { ...conversation, discreet: { ...discreet, unseen: { asked: 0 } } };
}

/**
 * The turn of somebody for whom something waits that the talk does not know of, because a send failed after they had stopped
 * everything: they are told, or nobody would ever ask for it.
 */
export function tellingOfUnseen(turn: Turn, now: Date): Turn {
  const { discreet } = turn.conversation;
  if (!discreet) return turn;
  const asked = turn.say.find((one) => one.say === 'discreet-nothing')?.asked;
  const say = turn.say.filter((one) => one.say !== 'discreet-nothing');
  if (asked === 'see') {
    const conversation = { ...turn.conversation, discreet: { ...discreet, openUntil: openUntil(now) } };
    return { ...turn, conversation, say, effects: [...turn.effects, { effect: 'release-held' }] };
  }
  const unseen: Unseen = { asked: 0, toldAt: now.toISOString() };
  return {
    ...turn,
    conversation: { ...turn.conversation, discreet: { ...discreet, unseen } },
    say: [...say, { say: 'discreet-waiting' }],
  };
}

/** May something wait for the person of which this talk knows nothing? */
export function mayWaitUnknown({ conversation: { discreet }, effects }: Turn): boolean {
  if (!discreet || discreet.unseen || discreet.stoppedAt !== undefined) return false;
  return !effects.some(({ effect }) => effect === 'release-held');
}

type HeldTalk = Conversation & { readonly discreet: Discreet };
type Meant = 'stop' | 'see' | 'later' | 'usual';

/** What the whole message says about how the person is written to. */
function meantBy(event: Event, conversation: HeldTalk, now: Date): Meant | undefined {
  if (event.kind === 'text' && isStopWord(event.text)) return 'stop';
  const wanted = wantedBy(event);
  if (event.kind === 'press' || wanted === 'usual' || conversation.discreet.unseen) return wanted;
  // Nothing waits: then it may be an answer to what staff just wrote, or to what the bot asks.
  if (wanted === 'see') return isWithStaff(conversation) && comesAtOnce(conversation, now) ? undefined : 'see';
  return wanted === 'later' && isIdle(conversation) ? 'later' : undefined;
}

function wantedBy(event: Event): Exclude<Meant, 'stop'> | undefined {
  if (event.kind === 'unreadable') return undefined;
  if (event.kind === 'press') {
    return event.press === 'discreet:see' ? 'see' : event.press === 'discreet:later' ? 'later' : undefined;
  }
  const words = plainWords(event.text);
  if (USUAL.test(words)) return 'usual';
  return SEE.test(words) ? 'see' : LATER.test(words) ? 'later' : undefined;
}

/** Messages look as usual again: who asks for what waits, or for that once more, learns that there is nothing to do. */
function openly(conversation: Conversation, event: Event, given: Given): Turn | undefined {
  const wanted = wantedBy(event);
  // In the middle of a hand-over it may be an answer to what is asked there.
  if (wanted === 'usual' && !('draft' in conversation.step)) {
    return { conversation, say: [{ say: 'discreet-ends' }], effects: [] };
  }
  if (wanted === undefined || wanted === 'usual' || (event.kind === 'text' && !isIdle(conversation))) return undefined;
  return nothingWaits(conversation, wanted, given);
}

function isWithStaff({ step }: Conversation): boolean {
  return step.at === 'with-staff' || step.at === 'asked-transfer';
}

/** Nobody waits for an answer of the person. */
function isIdle({ step }: Conversation): boolean {
  return step.at === 'listening' || step.at === 'rating';
}

function answer(
  conversation: HeldTalk,
  means: Meant | undefined,
  given: Given,
  take: (from: Conversation) => Turn,
): Turn {
  switch (means) {
    case 'see':
      return conversation.discreet.unseen ? see(conversation, [], given) : nothingWaits(conversation, 'see', given);
    case 'later':
      return later(conversation, conversation.discreet, given);
    case 'usual': {
      const turn = see(conversation, [{ say: 'discreet-ends' }], given);
      return {
        ...turn,
        conversation: { ...turn.conversation, discreet: undefined, openly: true },
        // Also what the talk does not know of: from now on nobody would ask for it.
        effects: [{ effect: 'release-held' }],
      };
    }
    default:
      return take(conversation);
  }
}

/** Plain look-ups begin nothing: an article read is no word about one's own home. */
function tellsOfHome(event: Event, { say }: Turn): boolean {
  if (event.kind === 'text' && tellsOfViolenceAtHome(event.text.slice(0, MOST_READ))) return true;
  return say.some(
    (one) =>
      (one.say === 'urgent' && DANGERS.includes(one.danger)) ||
      (one.say === 'entry' && isOfHome(one.entry)) ||
      // What is asked is not sure yet; the likeliest reading tells enough.
      (one.say === 'which-one' && one.choices.slice(0, 1).some(isOfHome)),
  );
}

function isOfHome({ kind, urgent, topics }: KnowledgeEntry): boolean {
  return kind !== 'article' && (urgent === 'violence' || topics.some((topic) => TOPICS.includes(topic)));
}

function begin(turn: Turn, given: Given): Turn {
  const discreet: Discreet = { since: given.now.toISOString() };
  const begun = there({ ...turn, conversation: { ...turn.conversation, discreet } }, given);
  return { ...begun, say: [...begun.say, { say: 'discreet-begins' }] };
}

/** Nothing that waits is lost; it waits until the person writes again. */
function stop(conversation: Conversation, discreet: Discreet, given: Given): Turn {
  const { step } = conversation;
  return {
    conversation: {
      ...('draft' in step ? { ...withLinesOf(conversation, step), step: { at: 'listening' } } : conversation),
      menu: [],
      discreet: { ...discreet, openUntil: undefined, stoppedAt: discreet.stoppedAt ?? given.now.toISOString() },
    },
    say: [{ say: 'stopped' }],
    effects: discreet.stoppedAt === undefined ? [{ effect: 'stop-contact' }] : [],
  };
}

/** Everything that is held comes now, and the talk stands where it leads. */
function see(conversation: HeldTalk, say: readonly Say[], given: Given): Turn {
  const { discreet, step } = conversation;
  const { unseen } = discreet;
  if (!unseen) return { conversation, say, effects: [] };
  const seen = onceSeen(conversation);
  return {
    conversation: { ...seen, discreet: { ...discreet, unseen: undefined, openUntil: openUntil(given.now) } },
    say: [...say, ...afterSeen(step, unseen, given)],
    effects: [{ effect: 'release-held' }],
  };
}

/** What the person must know besides the words themselves: where their next words go, and to what a "Đồng ý" would be. */
function afterSeen(step: Conversation['step'], { then }: Unseen, given: Given): readonly Say[] {
  const next = then?.step;
  if ('draft' in step) {
    const stillAsked: readonly Say[] =
      next?.at === 'asked-transfer' ? [{ ...transferPending(next, given), byCode: true }] : [];
    return step.at === 'consenting' ? [...stillAsked, { say: 'say-agree' }] : stillAsked;
  }
  if (next?.at !== 'with-staff' && next?.at !== 'asked-transfer') return [];
  const open = given.tickets.some(({ id, state }) => id === next.ticket && isOpen(state));
  const known = 'ticket' in step && step.ticket === next.ticket && step.at !== 'rating';
  return open && !known ? [{ say: 'with-staff-again', code: next.code }] : [];
}

function later(conversation: Conversation, discreet: Discreet, given: Given): Turn {
  const { unseen, reach } = discreet;
  if (!unseen) return nothingWaits(conversation, 'later', given);
  const again = unseen.asked < MOST_QUESTIONS ? nextSafe(new Date(given.now.getTime() + LATER_MS), reach) : undefined;
  const effects: readonly Effect[] = again ? [{ effect: 'ask-later', at: again.toISOString() }] : [];
  const waits: readonly Say[] = [{ say: 'discreet-later', asksAgain: again !== undefined }];
  return {
    conversation: {
      ...conversation,
      discreet: {
        ...discreet,
        openUntil: undefined,
        unseen: {
          ...unseen,
          asked: again ? unseen.asked + 1 : unseen.asked,
          toldAt: (again ?? given.now).toISOString(),
        },
      },
    },
    say: conversation.step.at === 'consenting' ? [...waits, { say: 'say-agree' }] : waits,
    effects,
  };
}

/** One kind line, and what the talk still waits for: "Đồng ý" must keep its meaning. */
function nothingWaits(conversation: Conversation, asked: 'see' | 'later', given: Given): Turn {
  const { step } = conversation;
  const stillAsked: readonly Say[] =
    step.at === 'consenting'
      ? [{ say: 'say-agree' }]
      : step.at === 'asked-transfer'
        ? [transferPending(step, given)]
        : [];
  return { conversation, say: [{ say: 'discreet-nothing', asked }, ...stillAsked], effects: [] };
}

/** Whoever writes to staff is there, and may read what staff wrote. */
function there(turn: Turn, given: Given): Turn {
  const { conversation, effects } = turn;
  const { discreet } = conversation;
  if (!discreet || !effects.some(({ effect }) => effect === 'add-to-ticket')) return turn;
  const open = { ...conversation, discreet: { ...discreet, openUntil: openUntil(given.now) } };
  if (!discreet.unseen) return { ...turn, conversation: open };
  const seen = see(open, turn.say, given);
  return { ...turn, conversation: seen.conversation, say: seen.say, effects: [...effects, ...seen.effects] };
}

/** Whoever writes about something else is told, now and then, that something waits. */
function withReminder(turn: Turn, given: Given): Turn {
  const { conversation, say } = turn;
  const { discreet } = conversation;
  if (!discreet?.unseen) return turn;
  const { toldAt } = discreet.unseen;
  // Whoever is here now need not wait for the question of seven o'clock.
  const isPlanned = toldAt !== undefined && new Date(toldAt) > given.now;
  if (!isPlanned && !toldBefore(discreet.unseen, given.now, QUIET_MS)) return turn;
  const unseen = { ...discreet.unseen, toldAt: given.now.toISOString() };
  return {
    ...turn,
    conversation: { ...conversation, discreet: { ...discreet, unseen } },
    say: [...say, { say: 'discreet-waiting' }],
  };
}

/** Was the person never told that something waits, or so long ago? A question that is only planned tells nothing yet. */
function toldBefore(unseen: Unseen | undefined, now: Date, forMs: number): boolean {
  if (unseen?.toldAt === undefined) return true;
  return Math.abs(now.getTime() - Date.parse(unseen.toldAt)) >= forMs;
}

function openUntil(now: Date): string {
  return new Date(now.getTime() + OPEN_MS).toISOString();
}
