import { fold } from '../../language/fold.ts';
import { placeIn } from '../../referral/place.ts';
import { readReach } from '../../referral/reach.ts';
import type { Conversation, Draft, Say, Step, Turn } from '../conversation.ts';
import { menuOf } from '../menu.ts';
import type { Press } from '../press.ts';
import type { Given } from '../take-turn.ts';
import { agrees, isNo, isYes } from '../yes.ts';
import { referralsOff } from './referrals-off.ts';

/*
 * The way of a question to a centre: see what would be passed on, drop lines, say the province, give a contact or not,
 * say "Đồng ý". Until then nothing leaves the conversation (Luật Trợ giúp pháp lý 2017, Điều 6 khoản 1 điểm c; Luật
 * Bảo vệ dữ liệu cá nhân 2025, Điều 9: consent is express, silence is none).
 */

type HandOverStep = Extract<Step, { readonly draft: Draft }>;

const LONGEST_CONTACT = 200;
const MOST_LINES = 20;
const SKIP = /^(bo qua|de sau|khong|ko|k|thoi|khong can|khong co|skip|khong de lai)( a| nhe| nha)?$/;
const NEXT = /^(tiep|tiep tuc|tiep di|xong|gui|chuyen|dung roi|het roi|ok|oke)( a| nhe| nha)?$/;
const DROP = /^(?:bo|xoa|bot)(?: dong| so| cau)?((?:[ ,;va]+\d{1,2})+)(?: (?:a|nhe|nha|di|giup em|giup toi))*$/;

/** Begins with what the person wrote since the last hand-over. */
export function startHandOver(conversation: Conversation, given: Given): Turn {
  if (!given.service.referrals) return referralsOff(conversation, given);
  if (given.inGroup) return { conversation, say: [{ say: 'only-in-private' }], effects: [] };
  const draft: Draft = { lines: conversation.recent };
  return draft.lines.length === 0
    ? at(conversation, { at: 'reviewing', draft }, [{ say: 'nothing-to-pass-on' }])
    : review(conversation, draft);
}

/** One event inside the hand-over. Words that fit no answer of the step are taken as the person meant them there. */
export function handOver(
  conversation: Conversation,
  step: HandOverStep,
  said: string | { readonly press: Press },
  given: Given,
): Turn {
  // Switched off since it began: then nothing leaves, and the person must not believe that it did.
  if (!given.service.referrals) return referralsOff(conversation, given);
  const words = typeof said === 'string' ? said : '';
  const press = typeof said === 'string' ? undefined : said.press;
  const { draft } = step;
  const plain = bare(words);

  switch (step.at) {
    case 'reviewing': {
      if (press === 'review:next' || NEXT.test(plain) || isYes(words)) {
        return draft.lines.length > 0
          ? at(conversation, { at: 'giving-province', draft }, [{ say: 'ask-province' }])
          : at(conversation, step, [{ say: 'nothing-to-pass-on' }]);
      }
      if (isNo(words)) return callOff(conversation, step);
      const dropped = DROP.exec(plain)?.[1]?.match(/\d+/g)?.map(Number);
      if (dropped) {
        const lines = draft.lines.filter((_, nth) => !dropped.includes(nth + 1));
        return lines.length > 0
          ? review(conversation, { ...draft, lines })
          : at(conversation, { at: 'reviewing', draft: { ...draft, lines } }, [{ say: 'nothing-to-pass-on' }]);
      }
      if (words === '') return stale(conversation);
      // A bare number is no word of the matter: which line is meant, and for what, is not said.
      if (/^\d{1,2}$/.test(plain) && draft.lines.length > 0) return review(conversation, draft);
      return review(conversation, { ...draft, lines: [...draft.lines, words].slice(-MOST_LINES) });
    }
    case 'giving-province': {
      const place = press?.startsWith('province:')
        ? given.provinces.filter(({ code }) => press === `province:${code}`)
        : words !== ''
          ? placesIn(words, given)
          : undefined;
      if (place === undefined) return stale(conversation);
      const [province, other] = place;
      if (!province) return at(conversation, step, [{ say: 'province-unknown' }]);
      if (other) return at(conversation, step, [{ say: 'which-province', provinces: place }]);
      return at(conversation, { at: 'giving-contact', draft: { ...draft, province: province.code } }, [
        { say: 'ask-contact' },
      ]);
    }
    case 'giving-contact': {
      if (press === 'contact:skip' || SKIP.test(plain))
        return askReach(conversation, { ...draft, contact: undefined }, given);
      if (words === '') return stale(conversation);
      return askReach(conversation, { ...draft, contact: words.slice(0, LONGEST_CONTACT) }, given);
    }
    case 'giving-reach': {
      if (press === 'reach:skip' || SKIP.test(plain))
        return askConsent(conversation, { ...draft, reach: undefined }, given);
      if (words === '') return stale(conversation);
      const reach = words.slice(0, LONGEST_CONTACT);
      // The bot itself keeps to it from now on, whatever becomes of the hand-over.
      const discreet = conversation.discreet && { ...conversation.discreet, reach: readReach(reach) };
      return askConsent({ ...conversation, discreet }, { ...draft, reach }, given);
    }
    case 'consenting': {
      if (press === 'consent:yes' || agrees(words)) return passOn(conversation, step, given);
      if (isNo(words)) return callOff(conversation, step);
      return words === '' ? stale(conversation) : at(conversation, step, [{ say: 'say-agree' }]);
    }
  }
}

/** Stops it. What was written for it stays with the bot, so that one word begins it again. */
export function callOff(conversation: Conversation, step: HandOverStep): Turn {
  const kept = withLinesOf(conversation, step);
  return at(kept, { at: 'listening' }, [{ say: 'cancelled', kept: kept.recent.length > 0 }]);
}

/** The talk with the lines that would have been passed on, and without those that the person dropped. */
export function withLinesOf(conversation: Conversation, { draft }: HandOverStep): Conversation {
  return { ...conversation, recent: draft.lines };
}

function review(conversation: Conversation, draft: Draft): Turn {
  return at(conversation, { at: 'reviewing', draft }, [{ say: 'review', lines: draft.lines }]);
}

/** Asked only of those whose telephone somebody else may look at. */
function askReach(conversation: Conversation, draft: Draft, given: Given): Turn {
  return conversation.discreet
    ? at(conversation, { at: 'giving-reach', draft }, [{ say: 'ask-reach' }])
    : askConsent(conversation, draft, given);
}

/** Shows what would leave, to whom, on which terms; only the next "Đồng ý" passes it on. */
function askConsent(conversation: Conversation, draft: Draft, given: Given): Turn {
  const { province } = draft;
  if (province === undefined) return at(conversation, { at: 'giving-province', draft }, [{ say: 'ask-province' }]);
  const linked = given.linked(province);
  return at(conversation, { at: 'consenting', draft, linked }, [
    { say: 'ask-consent', draft, centre: given.centre(province), linked },
  ]);
}

function passOn(
  conversation: Conversation,
  { draft, linked }: Extract<Step, { readonly at: 'consenting' }>,
  given: Given,
): Turn {
  const { province } = draft;
  // The centre was linked or left since: the terms are others now, and nobody agreed to those.
  if (province === undefined || linked !== given.linked(province)) return askConsent(conversation, draft, given);
  const { nextTicket: id, nextCode: code } = given;
  const say: Say[] = [{ say: 'passed-on', code, centre: given.centre(province), linked }];
  return {
    // Nobody reads at a centre that is not linked yet: then the bot goes on answering.
    conversation: {
      ...conversation,
      step: linked ? { at: 'with-staff', ticket: id, code, told: false } : { at: 'listening' },
      recent: [],
      menu: [],
    },
    say,
    effects: [{ effect: 'open-ticket', id, code, draft, province }],
  };
}

function placesIn(words: string, given: Given): readonly (typeof given.provinces)[number][] {
  const place = placeIn(words, given.provinces);
  switch (place.kind) {
    case 'found':
      return [place.province];
    case 'several':
      return place.provinces.slice(0, 6);
    case 'unknown':
      return [];
  }
}

function at(conversation: Conversation, step: Step, say: readonly Say[]): Turn {
  return { conversation: { ...conversation, step, menu: menuOf(say, []) }, say, effects: [] };
}

function stale(conversation: Conversation): Turn {
  return { conversation, say: [{ say: 'stale-button' }], effects: [] };
}

function bare(words: string): string {
  return fold(words)
    .replace(/[^a-z0-9,; ]/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}
