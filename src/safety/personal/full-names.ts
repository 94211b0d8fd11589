import {
  endOfCapitals,
  isCapitalName,
  isClearGiven,
  isCommon,
  isFamily,
  isGiven,
  isOrdinary,
  looksLikeName,
  mayBeGiven,
  ofSomethingElse,
  wordAt,
} from './name-words.ts';
import { type Finding, follows, type Reading } from './reading.ts';
import {
  CLEAR_FAMILY_NAMES,
  CLEAR_UNMARKED_FAMILY_NAMES,
  GIVEN_NAMES,
  MIDDLE_NAMES,
  NEAR_PEOPLE,
  NO_FAMILY_AFTER,
  NOT_AFTER_MIDDLE,
  SMALL_TITLES,
  TRUE_TITLES,
  UNMARKED_TITLES,
} from './word-lists.ts';

/** Family names that are more often a word when written without marks: `vợ`, `họ`, `đỡ`, `là`. */
const WORDS_UNMARKED = new Set([
  'vo',
  'ho',
  'do',
  'la',
  'tu',
  'to',
  'ta',
  'mua',
  'hang',
  'co',
  'cu',
  'gia',
  'ma',
  'be',
  'tien',
  'nong',
  'dinh',
  'chu',
]);
/** Family names that are no word at all. */
const NEVER_WORDS = new Set(['nguyễn', 'lê', 'phạm', 'huỳnh', 'phan', 'nguyen', 'pham', 'huynh']);

export type Name = Pick<Finding, 'from' | 'to'> | undefined;

/** A name that its family name shows, in any letters. */
export function fullName(reading: Reading, at: number): Name {
  const next = reading.tokens[at + 1];
  if (!isFamily(reading, at) || isOtherWord(reading, at) || next?.kind !== 'word' || !follows(next)) return undefined;
  return inCapitals(reading, at) ?? withMiddleName(reading, at) ?? inSmallLetters(reading, at);
}

/** `vi phạm …`, `nghỉ lễ …`: the family name is part of another word. */
function isOtherWord({ tokens, capitalsTell }: Reading, at: number): boolean {
  const [before, family] = [tokens[at - 1], tokens[at]];
  if (!before || !family || !follows(family) || (capitalsTell && family.capital)) return false;
  return NO_FAMILY_AFTER.get(family.plain)?.has(before.plain) ?? false;
}

function isClearFamily(reading: Reading, at: number): boolean {
  const { marked = '', plain = '' } = reading.tokens[at] ?? {};
  if (marked !== plain) return CLEAR_FAMILY_NAMES.has(marked);
  return CLEAR_UNMARKED_FAMILY_NAMES.has(plain) || (!reading.unmarked && CLEAR_FAMILY_NAMES.has(marked));
}

/** `Nguyễn Huy Hoàng`, `Thạch Sô Phia`. Not `trường Mai Châu`. */
function inCapitals(reading: Reading, at: number): Name {
  const [family, second] = [wordAt(reading, at), wordAt(reading, at + 1)];
  if (!family || !second || !looksLikeName(reading, at) || !isCapitalName(reading, at + 1)) return undefined;
  const clear = isClearFamily(reading, at);
  const middle = MIDDLE_NAMES.has(second.marked);
  if (!clear && !middle && ofSomethingElse(reading, at)) return undefined;
  const to = endOfCapitals(reading, at);
  const enough = clear || to > at + 2 || (!middle && GIVEN_NAMES.has(reading.tokens[to - 1]?.marked ?? ''));
  return enough ? { from: at, to } : undefined;
}

/** `nguyễn văn an`, `le thi bich`: nearly anything may follow the middle name. */
function withMiddleName(reading: Reading, at: number): Name {
  const [family, middle, given] = [wordAt(reading, at), wordAt(reading, at + 1), wordAt(reading, at + 2)];
  if (!family || !middle || !given || !follows(given)) return undefined;
  if (NOT_AFTER_MIDDLE.get(middle.marked)?.has(given.marked) ?? true) return undefined;
  if (middle.marked === middle.plain && !isClearFamily(reading, at) && !isMiddleUnmarked(reading, at)) return undefined;
  const four = follows(reading.tokens[at + 3]) && isClearGiven(reading, at + 3);
  return { from: at, to: at + (four ? 4 : 3) };
}

/**
 * Without marks `vo van danh` is `vợ vẫn đánh`, and `le thi hanh an` `lễ thi hành án`: only where a name is announced, or
 * after `le`, and where no ordinary word stands there.
 */
function isMiddleUnmarked(reading: Reading, at: number): boolean {
  const { plain = '' } = reading.tokens[at] ?? {};
  if (isOrdinary(reading, at + 1)) return false;
  return plain === 'le' || (!WORDS_UNMARKED.has(plain) && isAnnounced(reading, at));
}

/** `trần quốc toản`, `vũ đức anh`: a clear or announced family name and two given names. */
function inSmallLetters(reading: Reading, at: number): Name {
  const third = wordAt(reading, at + 2);
  if (!follows(third) || isOrdinary(reading, at) || !mayBeGiven(reading, at + 1) || !isGiven(reading, at + 2)) {
    return undefined;
  }
  // `trần hoa hồng` is a ceiling; `phan thành công` is somebody
  if (isOrdinary(reading, at + 1) && !NEVER_WORDS.has(wordAt(reading, at)?.marked ?? '')) return undefined;
  const uncommon = [at + 1, at + 2].every((nth) => isGiven(reading, nth) && !isCommon(reading, nth));
  const shown = uncommon && !reading.unmarked && (isClearGiven(reading, at + 1) || isClearGiven(reading, at + 2));
  const announced = isAnnounced(reading, at) && !WORDS_UNMARKED.has(reading.tokens[at]?.marked ?? '');
  if (!isClearFamily(reading, at) && !shown && !announced) return undefined;
  const four = follows(reading.tokens[at + 3]) && isClearGiven(reading, at + 3);
  return { from: at, to: at + (four ? 4 : 3) };
}

/** After a title, after `tên`, after `tôi là`. */
function isAnnounced({ tokens, unmarked }: Reading, at: number): boolean {
  const [beforeThat = '', before = ''] = [tokens[at - 2]?.marked, tokens[at - 1]?.marked];
  if (!follows(tokens[at])) return false;
  const isPerson = (word: string): boolean =>
    SMALL_TITLES.has(word) || NEAR_PEOPLE.has(word) || (unmarked && (UNMARKED_TITLES.has(word) || word === 'toi'));
  if (before === 'là' || before === 'la') return isPerson(beforeThat);
  const titles = unmarked ? TRUE_TITLES : SMALL_TITLES;
  return before === 'tên' || (unmarked && before === 'ten') || titles.has(before);
}
