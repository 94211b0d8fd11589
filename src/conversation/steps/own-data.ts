import { clean } from '../../language/clean.ts';
import { plainWords } from '../../language/plain-words.ts';
import { isOpen } from '../../referral/ticket.ts';
import { commandIn } from '../command.ts';
import { type Conversation, NEW_CONVERSATION, type Turn } from '../conversation.ts';
import type { Event, Given } from '../take-turn.ts';
import { isNo } from '../yes.ts';

/*
 * Everybody may see what is kept about them, and have it erased, alone and at once, wherever the talk stands. Nothing is erased
 * by one slip: it takes a second message of two words, and only the very next one counts.
 */

const ERASE_ALL = /^xoa het(?: (?:ca|du lieu|di|nhe|a|giup (?:toi|em|minh)))*$/;

/** Shows everything. A long list comes in pieces: `/dulieu 2` shows the second. */
export function showOwnData(conversation: Conversation, words: string, given: Given): Turn {
  if (given.inGroup) return onlyInPrivate(conversation);
  const page = Number(/\s(\d{1,3})\s*$/.exec(words)?.[1] ?? 1);
  return { conversation, say: [{ say: 'own-data', page: Math.max(1, page) }], effects: [] };
}

/** Says what would be erased and what cannot be, and asks for two words. The step of the talk stays as it is. */
export function askToErase(conversation: Conversation, given: Given): Turn {
  if (given.inGroup) return onlyInPrivate(conversation);
  const open = given.tickets.filter(({ state }) => isOpen(state)).length;
  return { conversation: { ...conversation, askedToErase: true }, say: [{ say: 'ask-erase', open }], effects: [] };
}

/** The answer to `askToErase`; undefined where it is none. */
export function answerErase(conversation: Conversation, event: Event): Turn | undefined {
  if (!conversation.askedToErase || event.kind !== 'text') return undefined;
  const words = clean(event.text);
  if (confirmsErasing(words)) {
    return { conversation: NEW_CONVERSATION, say: [{ say: 'erased' }], effects: [{ effect: 'erase-person' }] };
  }
  return isNo(words) || commandIn(words) === 'cancel'
    ? { conversation: notAsked(conversation), say: [{ say: 'not-erased' }], effects: [] }
    : undefined;
}

/** Are these the two words that erase everything, where they were asked for? */
export function confirmsErasing(text: string): boolean {
  return ERASE_ALL.test(plainWords(text));
}

/** The question whether to erase is over once anything else was said. */
export function notAsked(conversation: Conversation): Conversation {
  return conversation.askedToErase ? { ...conversation, askedToErase: undefined } : conversation;
}

function onlyInPrivate(conversation: Conversation): Turn {
  return { conversation, say: [{ say: 'own-data-in-private' }], effects: [] };
}
