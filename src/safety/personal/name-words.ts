import { follows, type Reading, type Token } from './reading.ts';
import {
  BEFORE_OTHER_NAMES,
  BEFORE_OTHER_NAMES_UNMARKED,
  BIRTH_ORDER,
  CAPITAL_PAIRS,
  CLEAR_GIVEN_NAMES,
  CLEAR_UNMARKED_NAMES,
  COMMON_WORDS,
  COMMON_WORDS_UNMARKED,
  COUNTRIES_AND_NAMES,
  FAMILY_NAMES,
  FAMILY_NAMES_UNMARKED,
  GIVEN_NAMES,
  GIVEN_NAMES_UNMARKED,
  MIDDLE_NAMES,
  ORDINARY_PAIRS,
  PEOPLES,
} from './word-lists.ts';

/** Syllables of the longest name that is looked for. */
export const LONGEST_NAME = 5;

/** A capital word that is no frequent word, no office and no people. */
export function looksLikeName(reading: Reading, at: number): boolean {
  const [token, next] = [reading.tokens[at], reading.tokens[at + 1]];
  if (!token || !isCapitalName(reading, at)) return false;
  // `ông K` is nobody, and `chồng Hàn` anybody; `Y Blô` is somebody.
  const needsMore = token.written.length === 1 || PEOPLES.has(token.marked) || isCountryOfSpouse(reading, at);
  return !needsMore || (follows(next) && isCapitalName(reading, at + 1));
}

/** The same inside a name, where another word says already that it is one. */
export function isCapitalName({ tokens, capitalsTell }: Reading, at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (!token?.capital || !capitalsTell || token.kind !== 'word' || token.place) return false;
  const known = GIVEN_NAMES.has(token.marked) || FAMILY_NAMES.has(token.marked);
  if (!known && token.written.length > 1 && (token.allCapitals || COMMON_WORDS.has(token.marked))) return false;
  return !(follows(next) && CAPITAL_PAIRS.has(`${token.marked} ${next.marked}`));
}

/** The end of a name in capitals that begins at a place. */
export function endOfCapitals(reading: Reading, at: number): number {
  let to = at + 1;
  while (to < at + LONGEST_NAME && follows(reading.tokens[to])) {
    if (!isCapitalName(reading, to) && !completes(reading, to)) break;
    to += 1;
  }
  return to;
}

/** After `Thị`, `Văn` or `A` comes a given name, even where it is a frequent word: `Vàng A Chứ`. */
function completes({ tokens }: Reading, at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  const middle = before?.written.length === 1 || MIDDLE_NAMES.has(before?.marked ?? '');
  return middle && token?.kind === 'word' && token.capital && !token.place;
}

/** `chồng Đức`, `vợ Nga`: small, and after any other word, these are names. */
export function isCountryOfSpouse({ tokens, capitalsTell }: Reading, at: number): boolean {
  const [before, token] = [tokens[at - 1]?.marked, tokens[at]];
  if (!token?.capital || !capitalsTell || !COUNTRIES_AND_NAMES.has(token.marked)) return false;
  return before === 'chồng' || before === 'vợ';
}

/** Is it the name of a street, a school, a people? */
export function ofSomethingElse({ tokens, unmarked }: Reading, at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined || !follows(tokens[at])) return false;
  return BEFORE_OTHER_NAMES.has(before.marked) || (unmarked && BEFORE_OTHER_NAMES_UNMARKED.has(before.plain));
}

export function isFamily(reading: Reading, at: number): boolean {
  const token = wordAt(reading, at);
  return (
    token !== undefined &&
    (FAMILY_NAMES.has(token.marked) || (reading.unmarked && FAMILY_NAMES_UNMARKED.has(token.plain)))
  );
}

/** Is somebody called so, whatever else the word may mean? `hai`, `ba` … are names only with a capital. */
export function mayBeGiven(reading: Reading, at: number): boolean {
  const token = wordAt(reading, at);
  if (!token || BIRTH_ORDER.has(token.marked)) return false;
  return GIVEN_NAMES.has(token.marked) || (reading.unmarked && GIVEN_NAMES_UNMARKED.has(token.plain));
}

/** The same, and it does not make an ordinary word with the next one. */
export function isGiven(reading: Reading, at: number): boolean {
  return mayBeGiven(reading, at) && !isOrdinary(reading, at);
}

/** Believed to be a given name however it is written. */
export function isClearGiven(reading: Reading, at: number): boolean {
  const token = wordAt(reading, at);
  if (!token || isOrdinary(reading, at)) return false;
  return reading.unmarked ? CLEAR_UNMARKED_NAMES.has(token.plain) : CLEAR_GIVEN_NAMES.has(token.marked);
}

/** Does it make an ordinary word together with the next one: `ngân hàng`? */
export function isOrdinary({ tokens }: Reading, at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  return token !== undefined && follows(next) && (ORDINARY_PAIRS.get(token.plain)?.has(next.plain) ?? false);
}

export function isCommon(reading: Reading, at: number): boolean {
  const { marked = '', plain = '' } = reading.tokens[at] ?? {};
  return COMMON_WORDS.has(marked) || (reading.unmarked && COMMON_WORDS_UNMARKED.has(plain));
}

/** A word that no place is called by. */
export function wordAt({ tokens }: Reading, at: number): Token | undefined {
  const token = tokens[at];
  return token?.kind === 'word' && !token.place ? token : undefined;
}
