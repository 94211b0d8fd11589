import { placeIn } from '../../referral/place.ts';
import type { Conversation, Turn } from '../conversation.ts';
import { menuOf } from '../menu.ts';
import type { Given } from '../take-turn.ts';

/** A place is named in few words; a longer message is a question, whatever place it names. */
const MOST_WORDS = 7;

/** Nothing is passed on at present: how to reach people without us, and, where we surely know one, at which address. */
export function referralsOff(conversation: Conversation, given: Given): Turn {
  const asksProvince = !given.inGroup && given.provinces.some(({ code }) => given.centre(code).contact !== undefined);
  return {
    conversation: { ...conversation, step: { at: asksProvince ? 'finding-centre' : 'listening' }, menu: [] },
    say: [{ say: 'referrals-off', asksProvince }],
    effects: [],
  };
}

/** The province that the person names when asked for it. @returns `undefined` where the words name none. */
export function findCentre(conversation: Conversation, words: string, given: Given): Turn | undefined {
  if (words.split(/\s+/).length > MOST_WORDS) return undefined;
  const place = placeIn(words, given.provinces);
  switch (place.kind) {
    case 'found':
      return centreOf(conversation, place.province.code, given);
    case 'several': {
      const say = [{ say: 'which-province', provinces: place.provinces.slice(0, 6) } as const];
      return { conversation: { ...conversation, menu: menuOf(say, []) }, say, effects: [] };
    }
    case 'unknown':
      return undefined;
  }
}

/** Where the centre of a province is. */
export function centreOf(conversation: Conversation, province: string, given: Given): Turn {
  return {
    conversation: { ...conversation, step: { at: 'listening' }, menu: [] },
    say: [{ say: 'centre-contact', centre: given.centre(province) }],
    effects: [],
  };
}
