import { type Finding, follows, type Reading, type Token } from './reading.ts';
import {
  CAPITAL_PAIRS,
  COMMON_WORDS,
  COMMON_WORDS_UNMARKED,
  ORDINARY_PAIRS,
  PLACE_SYLLABLES,
  PLACE_SYLLABLES_UNMARKED,
} from './word-lists.ts';

/** Syllables of the longest name of a place. */
const LONGEST_NAME = 4;
const LONGEST_ADDRESS = 14;
/** Parts of the longest number of a house: `123/45/6/7A`. */
const MOST_PARTS = 6;

/**
 * Words before a part of an address, and what must follow for it to be one: a number (`ngõ 12/3`); a capital, or two
 * syllables that places are called by (`xã tân lập`); or one (`thôn đoài`).
 */
type Followed = 'number' | 'place' | 'syllable';
const PARTS: ReadonlyMap<string, Followed> = new Map([
  ...parts('number', 'ngõ ngách hẻm hẽm kiệt tổ đội lô phòng'),
  ...parts('syllable', 'thôn xóm ấp khóm'),
  ...parts('place', 'phường xã huyện quận bản làng buôn sóc phum đường phố khu p x q'),
]);
const UNMARKED_PARTS: ReadonlyMap<string, Followed> = new Map([
  ...parts('number', 'ngo ngach hem'),
  ...parts('syllable', 'thon xom'),
  ...parts('place', 'phuong xa huyen quan duong pho ap'),
]);
/** Where the word alone says too little: what must stand before it. */
const LAST_OF: ReadonlyMap<string, ReadonlyMap<string, Followed>> = new Map<string, ReadonlyMap<string, Followed>>([
  ['nhà', new Map([['số', 'number']])],
  ['số', new Map([['nhà', 'number']])],
  ['trấn', new Map([['thị', 'place']])],
  ['cư', new Map([['chung', 'place']])],
  ['hộ', new Map([['căn', 'number']])],
]);
/** `thành phố Huế` and `đường dây` are no parts of an address. */
const NOT_AFTER: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['phố', new Set(['thành'])],
  ['tổ', new Set(['giỗ', 'hùng'])],
  ['xã', new Set(['tác', 'tấn'])],
  ['bản', new Set(['xuất', 'văn', 'phiên', 'kịch'])],
  ['xóm', new Set(['hàng', 'làng', 'bà', 'cả', 'trưởng'])],
  ['thôn', new Set(['cả', 'toàn', 'trưởng'])],
  ['thon', new Set(['ca', 'truong'])],
  ['xom', new Set(['hang', 'lang', 'ba', 'ca', 'truong'])],
]);
/** After these a place is believed in small letters too. */
const SMALL_AFTER = new Set(['xã', 'phường', 'huyện', 'quận', 'trấn', 'xa', 'huyen']);
const ROADS = new Set(['đường', 'phố', 'ngõ', 'ngách', 'hẻm', 'duong', 'pho', 'ngo', 'hem']);
const AT = new Set(['ở', 'tại', 'về', 'nhà', 'trọ']);
/** With a capital they begin the next part. */
const UNITS = new Set('tỉnh tp thị huyện quận phường xã thôn xóm ấp đường phố'.split(' '));
const PROVINCE = new Set(['tỉnh', 'tp']);
const COUNTED = new Set(
  'đêm buổi hôm tuần bữa phần chục người nguoi m m2 mét met tháng thang năm nam ngày ngay triệu trieu tr k tuổi tuoi con giờ gio lần lan cái cai căn can nhà nha hộ ho sào mẫu ha km'.split(
    ' ',
  ),
);

function parts(followed: Followed, words: string): readonly (readonly [string, Followed])[] {
  return words.split(' ').map((word) => [word, followed] as const);
}

/** Finds where somebody lives: house numbers, lanes, streets, hamlets, wards. Names of provinces stay. */
export function* placesIn(reading: Reading): Generator<Finding> {
  const { tokens } = reading;
  for (const at of tokens.keys()) {
    const to = writtenAddress(reading, at) ?? houseInStreet(reading, at) ?? part(reading, at);
    if (to) yield { kind: 'address', ...to };
  }
}

type Found = Pick<Finding, 'from' | 'to'> | undefined;

/** `thôn Đoài`, `ngõ 12/3`, `phường 7`, `xã tân lập`. Only what comes after the word is personal. */
function part(reading: Reading, at: number): Found {
  const { tokens } = reading;
  const word = tokens[at];
  const followed = followedBy(reading, at);
  if (!word || !followed) return undefined;
  const short = word.marked.length === 1; // `P.12`, `Q.3`
  const from = tokens[at + 1]?.plain === 'so' && tokens[at + 2]?.kind !== 'word' ? at + 2 : at + 1;
  const next = tokens[from];
  if (!next || !(short ? /^\. ?$/ : /^ {0,2}:? ?$/).test(next.gap)) return undefined;
  const number = numberOfHouse(tokens, from);
  if (number) return isNumbered(tokens, at, number) ? { from, to: endOfStreet(reading, number) } : undefined;
  if (short && next.allCapitals) return undefined;
  const name = nameOfPlace(reading, from, followed, at);
  return name === undefined ? undefined : { from, to: name };
}

function followedBy({ tokens, unmarked }: Reading, at: number): Followed | undefined {
  const [before, word] = [tokens[at - 1]?.marked ?? '', tokens[at]?.marked ?? ''];
  if (NOT_AFTER.get(word)?.has(before)) return undefined;
  return LAST_OF.get(word)?.get(before) ?? PARTS.get(word) ?? (unmarked ? UNMARKED_PARTS.get(word) : undefined);
}

/** The end of `12`, `12A`, `45/2/7`, `S2.05`. */
function numberOfHouse(tokens: readonly Token[], from: number): number | undefined {
  const first = tokens[from];
  if (first?.kind !== 'number' && first?.kind !== 'code') return undefined;
  let to = from + 1;
  while (to < from + MOST_PARTS && /^[/.-]$/.test(tokens[to]?.gap ?? '') && /number|code/.test(tokens[to]?.kind ?? ''))
    to += 1;
  return to;
}

/** `bản 2`, `phòng 5` and `tổ 3 người` are no addresses. */
function isNumbered(tokens: readonly Token[], word: number, to: number): boolean {
  const number = tokens[to - 1]?.marked ?? '';
  const plain = tokens[word]?.plain;
  return (
    !isCounted(tokens, to) && plain !== 'ban' && (plain !== 'phong' || number.length >= 3) && !/^20\d\d$/.test(number)
  );
}

/** After a number the street may follow without a word for it: `hẻm 123/4 Lê Văn Sỹ`. */
function endOfStreet(reading: Reading, from: number): number {
  let to = from;
  while (to < from + LONGEST_NAME && follows(reading.tokens[to]) && isCapitalPlace(reading, to)) to += 1;
  return to > from + 1 ? to : from;
}

function isCounted(tokens: readonly Token[], at: number): boolean {
  return follows(tokens[at]) && COUNTED.has(tokens[at]?.marked ?? '');
}

function nameOfPlace(reading: Reading, from: number, followed: Followed, word: number): number | undefined {
  const { tokens } = reading;
  if (followed === 'number') return undefined;
  if (isCapitalPlace(reading, from)) {
    let to = from + 1;
    while (to < from + LONGEST_NAME && follows(tokens[to]) && isCapitalPlace(reading, to)) to += 1;
    const last = tokens[to];
    const numbered =
      last?.kind === 'number' && last.gap === ' ' && last.marked.length <= 2 && !isCounted(tokens, to + 1);
    return numbered ? to + 1 : to;
  }
  const inStreet = ROADS.has(tokens[word]?.marked ?? '') && /number|code|mask/.test(tokens[word - 1]?.kind ?? 'word');
  const [first, second] = [isSmallPlace(reading, from), follows(tokens[from + 1]) && isSmallPlace(reading, from + 1)];
  if (inStreet) return first ? from + (second ? 2 : 1) : undefined;
  if (!first || !isPlaceSyllable(reading, from)) return undefined;
  if (followed === 'syllable') return from + (second ? 2 : 1);
  return second && SMALL_AFTER.has(tokens[word]?.marked ?? '') ? from + 2 : undefined;
}

function isCapitalPlace({ tokens, capitalsTell }: Reading, at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token?.kind !== 'word' || !token.capital || !capitalsTell || token.place || UNITS.has(token.marked)) return false;
  // `xã A` is nowhere, and `đường TPHCM` everywhere
  if (token.allCapitals || (token.written.length === 1 && !(follows(next) && next.capital))) return false;
  if (follows(next) && CAPITAL_PAIRS.has(`${token.marked} ${next.marked}`)) return false;
  return !COMMON_WORDS.has(token.marked) || PLACE_SYLLABLES.has(token.marked) || (follows(next) && next.capital);
}

/** A word in small letters of which a place may be called. */
function isSmallPlace(reading: Reading, at: number): boolean {
  const [token, next] = [reading.tokens[at], reading.tokens[at + 1]];
  if (token?.kind !== 'word' || token.place || followedBy(reading, at)) return false;
  if (follows(next) && ORDINARY_PAIRS.get(token.plain)?.has(next.plain)) return false;
  const common = COMMON_WORDS.has(token.marked) || (reading.unmarked && COMMON_WORDS_UNMARKED.has(token.plain));
  return !common || isPlaceSyllable(reading, at);
}

function isPlaceSyllable({ tokens, unmarked }: Reading, at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  return unmarked ? PLACE_SYLLABLES_UNMARKED.has(token.plain) : PLACE_SYLLABLES.has(token.marked);
}

/** `số 5 Nguyễn Trãi`, `ở 12/3 Lê Lợi`, `số 12 đường …`: the number, and the street that follows without a word for it. */
function houseInStreet(reading: Reading, at: number): Found {
  const { tokens } = reading;
  const word = tokens[at]?.marked ?? '';
  const numbered = word === 'số' || word === 'so';
  const to = follows(tokens[at + 1]) ? numberOfHouse(tokens, at + 1) : undefined;
  if (to === undefined || !(numbered || (AT.has(word) && to > at + 2))) return undefined;
  const next = tokens[to];
  if (!next || !/^,? {0,2}$/.test(next.gap)) return undefined;
  if (numbered && ROADS.has(next.marked)) return { from: at + 1, to };
  const end = endOfStreet(reading, to);
  return end > to ? { from: at + 1, to: end } : undefined;
}

/** `địa chỉ: 12 Lê Lợi, phường …`: all of it, up to the province or the next ordinary word. */
function writtenAddress(reading: Reading, at: number): Found {
  const { tokens } = reading;
  if (tokens[at]?.plain !== 'chi' || tokens[at - 1]?.plain !== 'dia') return undefined;
  const from = tokens[at + 1]?.plain === 'la' || tokens[at + 1]?.plain === 'o' ? at + 2 : at + 1;
  let to = from;
  while (to < from + LONGEST_ADDRESS && isOfAddress(reading, to, to === from)) to += 1;
  return to > from && tokens.slice(from, to).some((_, nth) => !followedBy(reading, from + nth))
    ? { from, to }
    : undefined;
}

function isOfAddress(reading: Reading, at: number, first: boolean): boolean {
  const token = reading.tokens[at];
  if (!token || token.kind === 'mask' || token.place || /[\n;!?]|\. /.test(token.gap)) return false;
  if (!first && !/^[ ,/.-]{1,3}$/.test(token.gap)) return false;
  if (PROVINCE.has(token.marked)) return false;
  if (token.kind !== 'word' || isCapitalPlace(reading, at) || followedBy(reading, at) !== undefined) return true;
  return !first && isSmallPlace(reading, at); // `địa chỉ 45 nguyễn trãi`
}
