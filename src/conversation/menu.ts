import { citationOf, partsOf } from '../knowledge/citation.ts';
import { type Say, UNHELPFUL_REASONS } from './conversation.ts';
import { contentsPress, lawPress, lookPress } from './law-press.ts';
import type { Press } from './press.ts';

/** What a person may choose after these words, in the order in which it is shown and numbered. */
export function menuFor(say: Say): readonly Press[] {
  switch (say.say) {
    case 'entry': {
      const shown = say.language ?? say.entry.quotes[0]?.language;
      const others = say.entry.quotes.filter(({ language }) => language !== shown);
      return [
        ...others.map(({ language }): Press => `language:${language}:${say.entry.id}`),
        ...(say.texts ?? []).map(({ citation }) => lawPress(citation)),
        ...(say.mayRate ? ([`h+:${say.entry.id}`, `h-:${say.entry.id}`] as const) : []),
        ...(say.mayRefer ? (['referral'] as const) : []),
      ];
    }
    case 'which-one':
      return [...say.choices.map(({ id }): Press => `entry:${id}`), ...(say.mayRefer ? (['referral'] as const) : [])];
    case 'not-known':
      return [
        ...(say.mayRefer ? (['referral', 'offer:no'] as const) : []),
        ...(say.related ?? []).map(({ citation }) => lawPress(citation)),
      ];
    case 'official-text': {
      const { previous, next, citation, alone, mayRefer } = say;
      return [
        ...[next, previous].flatMap((other) => (other === undefined ? [] : [lawPress(other)])),
        contentsPress(partsOf(citation).code, 0),
        ...(alone && mayRefer ? (['referral'] as const) : []),
      ];
    }
    case 'law-contents': {
      const { articles, instrument, page, pages } = say;
      return [
        ...articles.map(({ code, article }) => lawPress(citationOf(code, { article }))),
        ...(page < pages ? [contentsPress(instrument.code, page + 1)] : []),
        ...(page > 1 ? [contentsPress(instrument.code, page - 1)] : []),
      ];
    }
    case 'which-law':
      return [
        ...say.instruments.map(({ code }) => lookPress(code, say.place)),
        ...(say.mayRefer ? (['referral'] as const) : []),
      ];
    case 'law-replaced':
      return [
        lookPress(say.by.code, undefined),
        ...(say.text ? [lawPress(say.text)] : []),
        ...(say.mayRefer ? (['referral'] as const) : []),
      ];
    case 'ask-reason':
      return [
        ...UNHELPFUL_REASONS.map((_, nth): Press => `r${nth + 1}:${say.entry}`),
        ...(say.mayRefer ? (['referral'] as const) : []),
      ];
    case 'offer-referral':
      return ['referral', 'offer:no'];
    case 'review':
      return ['review:next', 'cancel'];
    case 'which-province':
      return say.provinces.map(({ code }): Press => `province:${code}`);
    case 'ask-contact':
      return ['contact:skip', 'cancel'];
    case 'ask-reach':
      return ['reach:skip', 'cancel'];
    case 'discreet-question':
    case 'discreet-waiting':
      return ['discreet:see', 'discreet:later'];
    case 'ask-consent':
    case 'say-agree':
      return ['consent:yes', 'cancel'];
    case 'ask-stop':
      return [`withdraw:${say.ticket}`, 'back-to-bot'];
    case 'cancelled':
      return say.kept ? ['referral'] : [];
    case 'which-ticket':
      return say.tickets.map(({ id }): Press => `withdraw:${id}`);
    case 'added':
    case 'with-staff-again':
      return ['back-to-bot'];
    case 'ask-transfer':
    case 'transfer-pending':
      return [`transfer:yes:${say.to.province}:${say.ticket}`, `transfer:no:${say.to.province}:${say.ticket}`];
    case 'closed':
      return ['rate:helpful', 'rate:partly', 'rate:not-helpful'];
    default:
      return [];
  }
}

/** The choice that a bare number makes, `2` or `số 2`. */
export function chosenFrom(menu: readonly Press[], words: string): Press | undefined {
  const number = /^\s*(?:số |chọn )?(\d{1,2})\s*[.)]?\s*$/i.exec(words)?.[1];
  return number === undefined ? undefined : menu[Number(number) - 1];
}

/** The menu that a bare number chooses from after a whole turn: that of its last words that show one with numbers. */
export function menuOf(say: readonly Say[], otherwise: readonly Press[]): readonly Press[] {
  return say.map(numberedMenuFor).findLast((menu) => menu.length > 0) ?? otherwise;
}

/**
 * Where the person's own lines, the steps of an answer or the clauses of a law are numbered, `2` means one of those, and while staff have the
 * matter it may be an answer to them: there nothing is chosen by number. Consent above all needs its words.
 */
function numberedMenuFor(say: Say): readonly Press[] {
  switch (say.say) {
    case 'review':
    case 'ask-contact':
    case 'ask-reach':
    case 'ask-consent':
    case 'say-agree':
    case 'discreet-question':
    case 'discreet-waiting':
    case 'added':
    case 'ask-stop':
    case 'cancelled':
    case 'with-staff-again':
    case 'ask-transfer':
    case 'transfer-pending':
    case 'official-text':
    case 'law-contents':
      return [];
    case 'entry':
      return say.entry.quotes.length > 1 ? menuFor(say) : [];
    default:
      return menuFor(say);
  }
}
