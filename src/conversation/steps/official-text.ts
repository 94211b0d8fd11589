import { vietnamDay } from '../../base/days.ts';
import { articleOf, type Citation, citationOf, partsOf } from '../../knowledge/citation.ts';
import type { KnowledgeEntry } from '../../knowledge/entry.ts';
import { wordingToShow } from '../../knowledge/held-law.ts';
import { asksForWords, placeIn } from '../../knowledge/named-place.ts';
import { plainWords } from '../../language/plain-words.ts';
import type { Conversation, OfferedText, Reading, Say, Turn } from '../conversation.ts';
import { menuOf } from '../menu.ts';
import type { Given } from '../take-turn.ts';
import { isFree } from './feedback.ts';

/*
 * The law itself, word for word: from an answer to the articles it rests on, from one article to the next, and by the
 * contents of an instrument. Nothing of it is said in other words, and only what was imported is shown.
 */

/** An answer rests on some articles; the first of them are offered. Every other is one message away. */
const OFFERED = 3;
/** Articles on one page of contents: as many buttons as a phone shows. */
const ON_A_PAGE = 10;

const NEXT = /^(?:xem |doc )?(?:dieu )?(?:tiep|sau|tiep theo|ke tiep)$/;
const PREVIOUS = /^(?:xem |doc )?(?:dieu )?(?:truoc|lien truoc|truoc do)$/;
const PAGE = /^(?:xem )?trang (sau|tiep|truoc|\d{1,3})$/;
const CONTENTS = /^(?:(?:cho|xin|xem|toi|em|minh) )*muc luc(?: |$)/;
/** An article by its number and nothing besides, or the words of whatever was answered last. */
const ONLY_A_PLACE =
  /^(?:(?:cho|xin|xem|doc|toi|em|minh|muon|nguyen van|toan van) )*(?:(?:diem [a-z]|khoan \d{1,2}[a-z]?) )*dieu \d{1,3}[a-z]?(?: (?:diem [a-z]|khoan \d{1,2}[a-z]?))*(?: (?:do|nay|a|nhe|voi|di))*$/;
const ONLY_WORDS = /^(?:(?:cho|xin|xem|doc|toi|em|minh|muon) )*(?:nguyen van|toan van)(?: (?:di|nhe|voi|dieu luat))*$/;

/** The articles that an answer rests on and whose words bind today; first the one that was asked for. */
export function textsOf(entry: KnowledgeEntry, place: Citation | undefined, given: Given): readonly OfferedText[] {
  const shown = new Set(entry.quotes.map(({ citation }) => articleOf(citation)));
  const articles = new Map<string, Citation>();
  if (place) articles.set(articleOf(place), place);
  for (const citation of entry.citations) {
    const article = articleOf(citation);
    // Two clauses of one article: the article as a whole.
    if (place === undefined || article !== articleOf(place))
      articles.set(article, articles.has(article) ? (article as Citation) : citation);
  }
  return [...articles]
    .filter(([article]) => !shown.has(article))
    .flatMap(([, citation]) => offered(citation, given))
    .slice(0, OFFERED);
}

/** The article with its name, where its words are held and bind today. */
export function offered(citation: Citation, { law, now }: Given): readonly OfferedText[] {
  const { code, article } = partsOf(citation);
  const head = law.held.head(code, article, vietnamDay(now));
  const instrument = law.instrument(code);
  return head && instrument ? [{ citation, instrument, heading: head.heading }] : [];
}

/**
 * Shows the words of an article: those that bind today, else the last that did, else the first that will.
 *
 * @param alone No entry speaks of the article, so people are offered too.
 */
export function showText(conversation: Conversation, citation: Citation, given: Given, alone = false): Turn {
  const { code, article } = partsOf(citation);
  const { held } = given.law;
  const day = vietnamDay(given.now);
  const head = wordingToShow(held, code, article, day);
  const instrument = given.law.instrument(code);
  if (!head || !instrument) return turn(conversation, { say: 'entry-gone' });
  const { previous, next } = held.neighbours(code, article, day);
  const at = (other: typeof next) => other && citationOf(code, other);
  const mayRefer = !given.inGroup && given.service.referrals;
  return turn(
    conversation,
    { say: 'official-text', citation, instrument, head, day, previous: at(previous), next: at(next), alone, mayRefer },
    { code, article },
  );
}

/** Shows a page of the contents of an instrument; page 0 is the one that holds the article read last. */
export function showContents(conversation: Conversation, code: string, page: number, given: Given): Turn {
  const day = vietnamDay(given.now);
  const articles = given.law.held.contents(code, day);
  const instrument = given.law.instrument(code);
  if (articles.length === 0 || !instrument) return turn(conversation, { say: 'entry-gone' });
  const { reading } = conversation;
  const read = reading?.code === code ? articles.findIndex(({ article }) => article === reading.article) : -1;
  const pages = Math.ceil(articles.length / ON_A_PAGE);
  const wanted = page === 0 ? Math.floor(Math.max(0, read) / ON_A_PAGE) + 1 : Math.min(page, pages);
  const shown = articles.slice((wanted - 1) * ON_A_PAGE, wanted * ON_A_PAGE);
  return turn(
    conversation,
    { say: 'law-contents', instrument, articles: shown, day, page: wanted, pages },
    { code, article: reading?.code === code ? reading.article : undefined, page: wanted },
  );
}

/** What a message asks for that speaks of the law read or given last: `điều sau`, `mục lục`, `nguyên văn điều 7`. */
export function textAsked(conversation: Conversation, words: string, given: Given): Turn | undefined {
  const line = plainWords(words);
  const { reading } = conversation;
  const day = vietnamDay(given.now);
  if (reading) {
    const page = PAGE.exec(line)?.[1];
    if (page !== undefined && reading.page !== undefined) {
      return showContents(conversation, reading.code, pageAfter(page, reading.page), given);
    }
    const direction = NEXT.test(line) ? 'next' : PREVIOUS.test(line) ? 'previous' : undefined;
    if (direction && reading.article !== undefined)
      return beside(conversation, reading.code, reading.article, direction, given);
  }
  if (CONTENTS.test(line)) {
    const named = given.law.lookUps?.read(words, day);
    const code =
      named?.asks === 'instrument'
        ? named.instrument.code
        : line.endsWith('muc luc')
          ? codeOf(conversation, given)
          : undefined;
    if (code !== undefined && given.law.held.contents(code, day).length > 0)
      return showContents(conversation, code, 0, given);
    return undefined;
  }
  if (ONLY_WORDS.test(line) && asksForWords(words)) {
    const [first] = textsAtHand(conversation, given);
    return first && showText(conversation, first, given);
  }
  if (!ONLY_A_PLACE.test(line)) return undefined;
  const place = placeIn(words);
  if (!place || !(reading || asksForWords(words))) return undefined;
  const cited = textsAtHand(conversation, given).filter((citation) => partsOf(citation).article === place.article);
  const code = [
    reading?.code,
    ...cited.map((citation) => partsOf(citation).code),
    ...codesGiven(conversation, given),
  ].find((one) => one !== undefined && wordingToShow(given.law.held, one, place.article, day) !== undefined);
  if (code !== undefined) return showText(conversation, citationOf(code, place), given);
  return asksForWords(words) ? turn(conversation, { say: 'of-which-law', article: place.article }) : undefined;
}

function beside(
  conversation: Conversation,
  code: string,
  article: string,
  direction: 'next' | 'previous',
  given: Given,
): Turn | undefined {
  const beside = given.law.held.neighbours(code, article, vietnamDay(given.now))[direction];
  if (beside) return showText(conversation, citationOf(code, beside), given);
  const instrument = given.law.instrument(code);
  return instrument && turn(conversation, { say: 'law-end', at: direction === 'next' ? 'last' : 'first', instrument });
}

function pageAfter(asked: string, shown: number): number {
  if (asked === 'truoc') return Math.max(1, shown - 1);
  return /^\d/.test(asked) ? Math.max(1, Number(asked)) : shown + 1;
}

/** The instrument that is spoken of: the one read last, else the first that the last answer rests on. */
function codeOf(conversation: Conversation, given: Given): string | undefined {
  return conversation.reading?.code ?? codesGiven(conversation, given)[0];
}

function codesGiven(conversation: Conversation, given: Given): readonly string[] {
  return [...new Set(textsAtHand(conversation, given).map((citation) => partsOf(citation).code))];
}

/** What the last answer rests on and is held. */
function textsAtHand({ lastEntry }: Conversation, given: Given): readonly Citation[] {
  const entry = lastEntry && given.entry(lastEntry);
  return (entry?.citations ?? []).filter((citation) => offered(citation, given).length > 0);
}

function turn(conversation: Conversation, say: Say, reading: Reading | undefined = conversation.reading): Turn {
  const free = isFree(conversation.step);
  return {
    conversation: {
      ...conversation,
      step: free ? { at: 'listening' } : conversation.step,
      menu: menuOf([say], free ? [] : conversation.menu),
      reading,
    },
    say: [say],
    effects: [],
  };
}
