import { type Finding, follows, type Reading, type Token } from './reading.ts';
import {
  BEFORE_OTHER_NAMES,
  CAPITAL_PAIRS,
  CLEAR_AFTER_TITLES,
  CLEAR_FAMILY_NAMES,
  CLEAR_GIVEN_NAMES,
  CLEAR_UNMARKED_NAMES,
  COMMON_WORDS,
  COMMON_WORDS_UNMARKED,
  COUNTRIES_AND_NAMES,
  DEEDS,
  FAMILY_NAMES,
  GIVEN_NAMES,
  MANY_PEOPLE,
  MIDDLE_NAMES,
  NAMED,
  NEAR_PEOPLE,
  ORDINARY_PAIRS,
  PEOPLES,
  SMALL_TITLES,
  TITLE_ENDS,
  TITLES,
  UNMARKED_TITLES,
} from './word-lists.ts';

/** Syllables of the longest name that is looked for. */
const LONGEST = 5;
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
    const found = fullName(reading, at) ?? afterTitle(reading, at) ?? afterTen(reading, at) ?? byItself(reading, at);
    if (found) yield { kind: 'name', ...found };
  }
}

type Name = Pick<Finding, 'from' | 'to'> | undefined;

function fullName(reading: Reading, at: number): Name {
  const [family, second] = [reading.tokens[at], reading.tokens[at + 1]];
  if (family?.kind !== 'word' || family.place || !follows(second) || second.kind !== 'word') return undefined;
  if (!CLEAR_FAMILY_NAMES.has(family.marked) && !FAMILY_NAMES.has(family.marked)) return undefined;
  return inCapitals(reading, at) ?? withMiddleName(reading, at) ?? inSmallLetters(reading, at);
}

/** `Nguyễn Huy Hoàng`, `Thạch Sô Phia`. Not `trường Mai Châu`. */
function inCapitals(reading: Reading, at: number): Name {
  const [family, second] = [reading.tokens[at], reading.tokens[at + 1]];
  if (!family || !second || !looksLikeName(reading, at) || !isCapitalName(reading, at + 1)) return undefined;
  const clear = CLEAR_FAMILY_NAMES.has(family.marked);
  const middle = MIDDLE_NAMES.has(second.marked);
  if (!clear && !middle && ofSomethingElse(reading, at)) return undefined;
  const to = endOfCapitals(reading, at);
  const last = reading.tokens[to - 1];
  const enough = clear || to > at + 2 || (!middle && last !== undefined && isGiven(last));
  return enough ? { from: at, to } : undefined;
}

/** `nguyễn văn an`, `le thi bich`: with the middle name it is one in any letters. */
function withMiddleName(reading: Reading, at: number): Name {
  const [family, second, third] = reading.tokens.slice(at, at + 3);
  if (!family || !second || !MIDDLE_NAMES.has(second.marked) || !follows(third) || third.kind !== 'word')
    return undefined;
  // `vo van danh` (vợ vẫn đánh), `lễ thi hành án`: without marks only a clear family name, and no ordinary word after it.
  const clear = CLEAR_FAMILY_NAMES.has(family.marked);
  if (!clear && (second.marked === second.plain || isOrdinary(reading, at + 1))) return undefined;
  if (family.marked === 'le' && isOrdinary(reading, at + 1)) return undefined;
  if (!clear && isCommon(reading, third) && !isGiven(third)) return undefined;
  const four = follows(reading.tokens[at + 3]) && isClearGiven(reading, at + 3);
  return { from: at, to: at + (four ? 4 : 3) };
}

/** `lê minh tuấn`. */
function inSmallLetters(reading: Reading, at: number): Name {
  const [family, , third] = reading.tokens.slice(at, at + 3);
  if (!family || !CLEAR_FAMILY_NAMES.has(family.marked) || isOrdinary(reading, at)) return undefined;
  if (!isClearGiven(reading, at + 1) || !follows(third) || third.kind !== 'word' || isOrdinary(reading, at + 2))
    return undefined;
  const given = isClearGiven(reading, at + 2) || (isGiven(third) && !isCommon(reading, third));
  return given ? { from: at, to: at + 3 } : undefined;
}

function afterTitle(reading: Reading, at: number): Name {
  const [beforeThat, before, name] = [reading.tokens[at - 2], reading.tokens[at - 1], reading.tokens[at]];
  if (!before || before.place || !follows(name) || name.kind !== 'word' || name.place) return undefined;
  const titled = TITLES.has(before.marked) || (beforeThat && TITLE_ENDS.get(before.marked)?.has(beforeThat.marked));
  if (looksLikeName(reading, at)) {
    const named = before.marked === 'là' && beforeThat !== undefined && NEAR_PEOPLE.has(beforeThat.marked);
    const known = isGiven(name) || FAMILY_NAMES.has(name.marked) || name.written.length === 1;
    const likely = titled || ((named || NEAR_PEOPLE.has(before.marked)) && known);
    return likely ? { from: at, to: endOfCapitals(reading, at) } : undefined;
  }
  const titles = reading.unmarked ? UNMARKED_TITLES : SMALL_TITLES;
  if (!titles.has(before.marked) || titles.has(name.marked) || isHero(beforeThat, before, name)) return undefined;
  if (isCountryOfSpouse(reading, at)) return undefined;
  if (MANY_PEOPLE.has(`${beforeThat?.marked} ${before.marked}`)) return undefined;
  // `bé bảo ngọc`: the first of two may be an ordinary word
  const two = isGiven(name) && !isCommon(reading, name) && !isOrdinary(reading, at) && isClearGiven(reading, at + 1);
  const one = TITLES.has(before.marked) && CLEAR_AFTER_TITLES.has(name.marked) && !isOrdinary(reading, at);
  let to = two ? at + 2 : one ? at + 1 : at;
  while (to < at + 3 && isClearGiven(reading, to) && (to === at || follows(reading.tokens[to]))) to += 1;
  return to > at ? { from: at, to } : undefined;
}

/** `bà mẹ Việt Nam anh hùng`, `danh hiệu anh hùng`. */
function isHero(beforeThat: Token | undefined, before: Token, name: Token): boolean {
  return (
    before.plain === 'anh' && name.plain === 'hung' && /^(?:nam|phong|danh|hieu|tang)$/.test(beforeThat?.plain ?? '')
  );
}

/** `tên con tôi là Minh`, `họ tên: …`, `tên hùng`. */
function afterTen(reading: Reading, at: number): Name {
  const word = reading.tokens[at];
  if (word?.kind !== 'word' || !(word.marked === 'tên' || (reading.unmarked && word.plain === 'ten'))) return undefined;
  let from = at + 1;
  let told = false; // by a colon or `là`: then nearly anything is the name
  for (; from <= at + 1 + MOST_BETWEEN; from += 1) {
    const next = reading.tokens[from];
    if (!next || !NAMED_BY.test(next.gap)) return undefined;
    told ||= next.gap.includes(':');
    if (!NAMED.has(next.marked) || looksLikeName(reading, from)) break;
    told ||= next.marked === 'là' || next.marked === 'la';
  }
  const [first, second] = [reading.tokens[from], reading.tokens[from + 1]];
  if (first?.kind !== 'word' || first.place) return undefined;
  const two = first.capital && follows(second) && isCapitalName(reading, from + 1); // `tên con là Đại Phát`
  if (looksLikeName(reading, from) || two) return { from, to: endOfCapitals(reading, from) };
  if (!told && first.marked === 'trang') return undefined; // of a page in the web
  let to = from;
  while (to < from + LONGEST && (to === from || follows(reading.tokens[to]))) {
    if (!(told ? isUncommon(reading, to) : isClearGiven(reading, to))) break;
    to += 1;
  }
  return to > from ? { from, to } : undefined;
}

/** A name without any word before it that tells so. Only clear ones, and only where a capital is no beginning of a sentence. */
function byItself(reading: Reading, at: number): Name {
  const [before, name, next] = [reading.tokens[at - 1], reading.tokens[at], reading.tokens[at + 1]];
  if (
    !name ||
    !looksLikeName(reading, at) ||
    name.allCapitals ||
    isOrdinary(reading, at) ||
    ofSomethingElse(reading, at)
  ) {
    return undefined;
  }
  const inside = before?.kind === 'word' && follows(name) && !before.capital;
  if (follows(next) && isCapitalName(reading, at + 1)) {
    const both = isGiven(name) && CLEAR_GIVEN_NAMES.has(next.marked) && endOfCapitals(reading, at) === at + 2;
    return both && inside ? { from: at, to: at + 2 } : undefined;
  }
  if (!CLEAR_GIVEN_NAMES.has(name.marked) || (before?.capital && follows(name))) return undefined;
  return inside || (next && follows(next) && DEEDS.has(next.marked)) ? { from: at, to: at + 1 } : undefined;
}

/** A capital word that is no frequent word, no office and no people. */
function looksLikeName(reading: Reading, at: number): boolean {
  const [token, next] = [reading.tokens[at], reading.tokens[at + 1]];
  if (!token || !isCapitalName(reading, at)) return false;
  // `ông K` is nobody, and `chồng Hàn` anybody; `Y Blô` is somebody.
  const needsMore = token.written.length === 1 || PEOPLES.has(token.marked) || isCountryOfSpouse(reading, at);
  return !needsMore || (follows(next) && isCapitalName(reading, at + 1));
}

/** `chồng Đức`, `vợ Nga`: small, and after any other word, these are names. */
function isCountryOfSpouse({ tokens, capitalsTell }: Reading, at: number): boolean {
  const [before, token] = [tokens[at - 1]?.marked, tokens[at]];
  if (!token?.capital || !capitalsTell || !COUNTRIES_AND_NAMES.has(token.marked)) return false;
  return before === 'chồng' || before === 'vợ';
}

function isCapitalName({ tokens, capitalsTell }: Reading, at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (!token?.capital || !capitalsTell || token.kind !== 'word' || token.place) return false;
  const known = isGiven(token) || FAMILY_NAMES.has(token.marked);
  if (!known && token.written.length > 1 && (token.allCapitals || COMMON_WORDS.has(token.marked))) return false;
  return !(follows(next) && CAPITAL_PAIRS.has(`${token.marked} ${next.marked}`));
}

function endOfCapitals(reading: Reading, at: number): number {
  let to = at + 1;
  while (to < at + LONGEST && follows(reading.tokens[to]) && (isCapitalName(reading, to) || completes(reading, to)))
    to += 1;
  return to;
}

/** After `Thị`, `Văn` or `A` comes a given name, even where it is a frequent word: `Vàng A Chứ`. */
function completes({ tokens }: Reading, at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  const middle = before?.written.length === 1 || MIDDLE_NAMES.has(before?.marked ?? '');
  return middle && token?.kind === 'word' && token.capital && !token.place;
}

/** Is it the name of a street, a school, a people? */
function ofSomethingElse(reading: Reading, at: number): boolean {
  const before = reading.tokens[at - 1];
  return before !== undefined && follows(reading.tokens[at]) && BEFORE_OTHER_NAMES.has(before.marked);
}

function isGiven({ marked }: Token): boolean {
  return GIVEN_NAMES.has(marked);
}

/** Believed to be a given name however it is written. */
function isClearGiven(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  if (token?.kind !== 'word' || token.place || isOrdinary(reading, at)) return false;
  return reading.unmarked ? CLEAR_UNMARKED_NAMES.has(token.plain) : CLEAR_GIVEN_NAMES.has(token.marked);
}

/** Does it make an ordinary word together with the next one: `ngân hàng`? */
function isOrdinary(reading: Reading, at: number): boolean {
  const [token, next] = [reading.tokens[at], reading.tokens[at + 1]];
  return token !== undefined && follows(next) && (ORDINARY_PAIRS.get(token.plain)?.has(next.plain) ?? false);
}

function isUncommon(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  if (token?.kind !== 'word' || token.place || token.written.length === 1) return false;
  return isClearGiven(reading, at) || !isCommon(reading, token);
}

function isCommon(reading: Reading, { marked, plain }: Token): boolean {
  return COMMON_WORDS.has(marked) || (reading.unmarked && COMMON_WORDS_UNMARKED.has(plain));
}
