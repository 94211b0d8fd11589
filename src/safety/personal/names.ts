import { fullName, type Name } from './full-names.ts';
import {
  endOfCapitals,
  isCapitalName,
  isClearGiven,
  isCommon,
  isCountryOfSpouse,
  isGiven,
  isOrdinary,
  LONGEST_NAME,
  looksLikeName,
  mayBeGiven,
  ofSomethingElse,
  wordAt,
} from './name-words.ts';
import { type Finding, follows, type Reading } from './reading.ts';
import {
  BIRTH_ORDER,
  CAPITAL_PAIRS,
  CAPITAL_TITLES,
  CLEAR_AFTER_TITLES,
  CLEAR_GIVEN_NAMES,
  COUNTRIES_AND_NAMES,
  DEEDS,
  FAMILY_NAMES,
  GIVEN_NAMES,
  MANY_PEOPLE,
  NAMED,
  NAMED_UNMARKED,
  NAMES_AND_VERBS,
  NAMES_AND_VERBS_UNMARKED,
  NAMES_OF_THINGS,
  NEAR_PEOPLE,
  PEOPLES,
  SMALL_TITLES,
  TITLE_ENDS,
  TITLES,
  TRUE_TITLES,
  UNMARKED_TITLES,
} from './word-lists.ts';

/** What may stand after `tên`, and between the words up to the name. */
const NAMED_BY = /^ {0,2}[:=]? {0,2}$/;
/** Words between `tên` and the name. */
const MOST_BETWEEN = 5;

/**
 * Finds names of people: full names by their family name (`nguyễn văn an`), after kinship words and titles (`chị Hoa`,
 * `bác sĩ Minh`), after `tên`, and single names inside a sentence (`tôi với Hùng`). In doubt it is a name.
 */
export function* namesIn(reading: Reading): Generator<Finding> {
  for (const at of reading.tokens.keys()) {
    const found =
      fullName(reading, at) ??
      capitalAfterTitle(reading, at) ??
      smallAfterTitle(reading, at) ??
      afterTen(reading, at) ??
      byItself(reading, at);
    if (found) yield { kind: 'name', ...found };
  }
}

/** `chị Hoa`, `bác sĩ Minh`, `chồng em là Hùng`, `chị Sao`. */
function capitalAfterTitle(reading: Reading, at: number): Name {
  const [beforeThat, before, name] = [reading.tokens[at - 2], reading.tokens[at - 1], wordAt(reading, at)];
  if (!before || before.place || !name || !follows(name)) return undefined;
  const titled = TITLES.has(before.marked) || (beforeThat && TITLE_ENDS.get(before.marked)?.has(beforeThat.marked));
  if (looksLikeName(reading, at)) {
    const isNamed = before.marked === 'là' && beforeThat !== undefined && NEAR_PEOPLE.has(beforeThat.marked);
    const known = GIVEN_NAMES.has(name.marked) || FAMILY_NAMES.has(name.marked) || name.written.length === 1;
    const likely = titled || ((isNamed || NEAR_PEOPLE.has(before.marked)) && known);
    return likely ? { from: at, to: endOfCapitals(reading, at) } : undefined;
  }
  return TITLES.has(before.marked) && isFrequentName(reading, at) ? { from: at, to: at + 1 } : undefined;
}

/** `chị Sao`: where capitals are rare, one makes a name of a frequent word, if it is no office. */
function isFrequentName(reading: Reading, at: number): boolean {
  const [name, next] = [wordAt(reading, at), reading.tokens[at + 1]];
  if (!name?.capital || !reading.capitalsMean || name.allCapitals || name.written.length === 1) return false;
  if (isCountryOfSpouse(reading, at)) return false;
  if (PEOPLES.has(name.marked) || CAPITAL_TITLES.has(name.marked) || isOrdinary(reading, at)) return false;
  return !(follows(next) && (next.capital || CAPITAL_PAIRS.has(`${name.marked} ${next.marked}`)));
}

/** `chị hoa`, `bé bảo ngọc`, `chi mai no tien`: in small letters fewer names are believed. */
function smallAfterTitle(reading: Reading, at: number): Name {
  const [beforeThat, before, name] = [reading.tokens[at - 2], reading.tokens[at - 1], wordAt(reading, at)];
  const titles = reading.unmarked ? UNMARKED_TITLES : SMALL_TITLES;
  if (!before || before.place || !name || !follows(name) || !titles.has(before.marked)) return undefined;
  if (titles.has(name.marked) || isCountryOfSpouse(reading, at)) return undefined;
  if (MANY_PEOPLE.has(`${beforeThat?.marked} ${before.marked}`)) return undefined;
  if (isHero(beforeThat?.plain, before.plain, name.plain)) return undefined;
  const to = endOfSmallName(reading, at);
  return to > at ? { from: at, to } : undefined;
}

function endOfSmallName(reading: Reading, at: number): number {
  if (isPairOfNames(reading, at)) return endOfClear(reading, at + 2, at);
  if (isClearGiven(reading, at)) return endOfClear(reading, at + 1, at);
  return isAfterTrueTitle(reading, at) ? at + 1 : at;
}

/** `bé bảo ngọc`: the first of two may be an ordinary word, but not what somebody does (`em sang Đức`, `chị bảo …`). */
function isPairOfNames(reading: Reading, at: number): boolean {
  const [name, next] = [wordAt(reading, at), reading.tokens[at + 1]];
  if (!name || name.capital !== next?.capital || !isGiven(reading, at) || isCommon(reading, at)) return false;
  const acts = NAMES_AND_VERBS.has(name.marked) && reading.tokens[at - 1]?.marked !== 'bé';
  return !acts && isClearGiven(reading, at + 1);
}

function endOfClear(reading: Reading, from: number, at: number): number {
  let to = from;
  while (to < at + LONGEST_NAME - 2 && follows(reading.tokens[to]) && isClearGiven(reading, to)) to += 1;
  return to;
}

/** `chị hiền`, `anh nam đánh em`: not after `em` or `con`, who act themselves as often as they are named. */
function isAfterTrueTitle(reading: Reading, at: number): boolean {
  const [title, name, next] = [reading.tokens[at - 1]?.marked ?? '', wordAt(reading, at), reading.tokens[at + 1]];
  if (!name || !(reading.unmarked ? UNMARKED_TITLES : TITLES).has(title) || isOrdinary(reading, at)) return false;
  if (CLEAR_AFTER_TITLES.has(name.marked) && !reading.unmarked) return true;
  const verbs = reading.unmarked ? NAMES_AND_VERBS_UNMARKED : NAMES_AND_VERBS;
  if (isOrdinary(reading, at - 1) || verbs.has(name.marked) || !TRUE_TITLES.has(title)) return false;
  return isGiven(reading, at) && follows(next) && DEEDS.has(next.marked);
}

/** `bà mẹ Việt Nam anh hùng`, `danh hiệu anh hùng`. */
function isHero(beforeThat: string | undefined, before: string, name: string): boolean {
  return before === 'anh' && name === 'hung' && /^(?:nam|phong|danh|hieu|tang)$/.test(beforeThat ?? '');
}

/** `tên con tôi là Minh`, `họ tên: …`, `bạn em tên tèo`. */
function afterTen(reading: Reading, at: number): Name {
  const word = wordAt(reading, at);
  if (!word || !(word.marked === 'tên' || (reading.unmarked && word.plain === 'ten'))) return undefined;
  // Told that it is one, nearly anything is the name: `bạn em tên …`, `tên em là …`, `họ tên: …`.
  let told =
    NEAR_PEOPLE.has(reading.tokens[at - 1]?.marked ?? '') || SMALL_TITLES.has(reading.tokens[at - 1]?.marked ?? '');
  let from = at + 1;
  for (; from <= at + 1 + MOST_BETWEEN; from += 1) {
    const next = reading.tokens[from];
    if (!next || !NAMED_BY.test(next.gap)) return undefined;
    told ||= next.gap.includes(':');
    const between = NAMED.has(next.marked) || (reading.unmarked && NAMED_UNMARKED.has(next.plain));
    if (!between || looksLikeName(reading, from)) break;
    told ||= next.plain === 'la';
  }
  const [first, second] = [wordAt(reading, from), reading.tokens[from + 1]];
  if (!first) return undefined;
  const two = first.capital && follows(second) && isCapitalName(reading, from + 1); // `tên con là Đại Phát`
  if (looksLikeName(reading, from) || two) return { from, to: endOfCapitals(reading, from) };
  if (!told && first.marked === 'trang') return undefined; // of a page in the web
  let to = fullName(reading, from)?.to ?? from;
  while (to < from + LONGEST_NAME && (to === from || follows(reading.tokens[to]))) {
    if (!(told ? isUncommon(reading, to) : isClearGiven(reading, to))) break;
    to += 1;
  }
  return to > from ? { from, to } : undefined;
}

/** A name without any word before it that tells so, where a capital is no beginning of a sentence or somebody does something. */
function byItself(reading: Reading, at: number): Name {
  const [before, name, next] = [reading.tokens[at - 1], wordAt(reading, at), reading.tokens[at + 1]];
  if (!name || !looksLikeName(reading, at) || name.allCapitals || isOrdinary(reading, at)) return undefined;
  if (ofSomethingElse(reading, at) || BIRTH_ORDER.has(name.marked) || COUNTRIES_AND_NAMES.has(name.marked)) {
    return undefined;
  }
  if (before?.capital && follows(name)) return undefined;
  const inside = before?.kind === 'word' && follows(name);
  if (follows(next) && isCapitalName(reading, at + 1)) {
    const both = mayBeGiven(reading, at) && CLEAR_GIVEN_NAMES.has(next.marked) && endOfCapitals(reading, at) === at + 2;
    return both && inside ? { from: at, to: at + 2 } : undefined;
  }
  const acts = follows(next) && DEEDS.has(next.marked) && CLEAR_GIVEN_NAMES.has(name.marked);
  if (!acts && NAMES_OF_THINGS.has(name.marked)) return undefined;
  return acts || (inside && mayBeGiven(reading, at)) ? { from: at, to: at + 1 } : undefined;
}

/** No frequent word, or one that people are called by and that makes no other word with the next; `a` in `giàng a tủa`. */
function isUncommon(reading: Reading, at: number): boolean {
  const token = wordAt(reading, at);
  if (!token) return false;
  if (token.written.length === 1)
    return follows(reading.tokens[at + 1]) && isUncommonWord(reading, at + 1) && isUncommonWord(reading, at - 1);
  return isUncommonWord(reading, at);
}

function isUncommonWord(reading: Reading, at: number): boolean {
  const token = wordAt(reading, at);
  return token !== undefined && token.written.length > 1 && (isGiven(reading, at) || !isCommon(reading, at));
}
