import type { EntryId } from '../../base/ids.ts';
import type { KnowledgeEntry } from '../../knowledge/entry.ts';
import {
  type Conversation,
  type Feedback,
  RECENT,
  type Say,
  type Step,
  type Turn,
  UNHELPFUL_REASONS,
  type UnhelpfulReason,
} from '../conversation.ts';
import { menuOf } from '../menu.ts';

/*
 * Did an answer help? Each answer is rated at most once; what was said is counted and not kept with the person. Whoever says
 * no is asked for one reason and offered people, like everybody for whom the bot has no answer.
 */

const DAY_MS = 24 * 60 * 60 * 1000;

/** May the talk turn to something else? In any other step the person is on the way to people, or with them. */
export function isFree({ at }: Step): boolean {
  return (
    at === 'listening' ||
    at === 'offered-referral' ||
    at === 'finding-centre' ||
    at === 'giving-reason' ||
    at === 'rating'
  );
}

/** Remembers what was given, so that it can be rated and a question that is put again is recognised. */
export function gave(conversation: Conversation, entry: EntryId, mayRate: boolean, now: Date): Conversation {
  const others = (conversation.unrated ?? []).filter((one) => one !== entry);
  return {
    ...conversation,
    lastEntry: entry,
    lastEntryAt: now.toISOString(),
    lastFailed: undefined,
    reading: undefined,
    unrated: mayRate ? [...others, entry].slice(-RECENT) : others,
  };
}

/**
 * Does the person ask again? That is: within 24 hours of an answer, where the same entry comes first again or they have
 * said that it did not help.
 *
 * @param first The entry that answers now, or comes nearest.
 */
export function asksAgain(
  { lastEntry, lastEntryAt, lastFailed }: Conversation,
  first: KnowledgeEntry | undefined,
  now: Date,
): boolean {
  if (lastEntry === undefined || lastEntryAt === undefined) return false;
  const isRecent = now.getTime() - Date.parse(lastEntryAt) <= DAY_MS;
  return isRecent && (lastFailed === true || first?.id === lastEntry);
}

/** May the last answer still be rated? */
export function mayRateLast({ lastEntry, unrated = [] }: Conversation): boolean {
  return lastEntry !== undefined && unrated.includes(lastEntry);
}

/** The person says whether an answer helped. An answer that was rated before, or long ago, counts no more. */
export function rateAnswer(
  conversation: Conversation,
  entry: EntryId,
  says: 'helpful' | 'unhelpful',
  mayRefer: boolean,
): Turn {
  const { step, unrated = [], lastEntry } = conversation;
  const counts = unrated.includes(entry);
  const feedback: Feedback | undefined = counts ? { says, entry } : undefined;
  const rated: Conversation = {
    ...conversation,
    unrated: unrated.filter((one) => one !== entry),
    ...(says === 'unhelpful' && entry === lastEntry && { lastFailed: true }),
  };
  if (says === 'helpful' || !isFree(step)) return turn(rated, step, [{ say: 'thanks-for-rating' }], feedback);
  if (!counts) return offerPeople(rated, mayRefer);
  return turn(rated, { at: 'giving-reason', entry }, [{ say: 'ask-reason', entry, mayRefer }], feedback);
}

/** Why it did not help. */
export function giveReason(
  conversation: Conversation,
  { entry }: Extract<Step, { readonly at: 'giving-reason' }>,
  reason: UnhelpfulReason,
  mayRefer: boolean,
): Turn {
  return offerPeople(conversation, mayRefer, { says: 'reason', entry, reason });
}

/** The reason on a button, `r3:qa/…`, where it was asked for this entry last. */
export function pressedReason({ step }: Conversation, pressed: string): UnhelpfulReason | undefined {
  const [, nth, entry] = /^r(\d):(.+)$/.exec(pressed) ?? [];
  return step.at === 'giving-reason' && step.entry === entry ? UNHELPFUL_REASONS[Number(nth) - 1] : undefined;
}

function offerPeople(conversation: Conversation, mayRefer: boolean, feedback?: Feedback): Turn {
  return mayRefer
    ? turn(conversation, { at: 'offered-referral' }, [{ say: 'offer-referral' }], feedback)
    : turn(conversation, { at: 'listening' }, [{ say: 'thanks-for-rating' }], feedback);
}

function turn(conversation: Conversation, step: Step, say: readonly Say[], feedback: Feedback | undefined): Turn {
  const menu = menuOf(say, step === conversation.step ? conversation.menu : []);
  return { conversation: { ...conversation, step, menu }, say, effects: [], feedback };
}
