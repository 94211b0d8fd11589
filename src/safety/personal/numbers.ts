import { type Finding, follows, type PersonalKind, type Reading, type Token } from './reading.ts';

/** What people put between the parts of a number. Never a line break. */
const WITHIN_NUMBER = /^(?:[ \u00A0.·\-–—_()]{1,3}|)$/;
const WITHIN_PHONE = /^(?:[ \u00A0.,·\-–—_()]{1,3}|)$/;
const MOST_PARTS = 14;

const HOTLINE = /^1[89]00\d{4,6}$/;
/** Mobile and landline numbers of Vietnam, also old mobile numbers of eleven digits, with 0, 84 or 0084 before. */
const PHONE = /^(?:(?:0084|84)0?|0)(?:[35789]\d{8}|2\d{9}|1\d{9})$/;
const FOREIGN_PHONE = /^\d{8,15}$/;
const YEAR = /^(?:19|20)\d\d$/;

/** A letter or three and a long number: passport, health insurance, new identity papers of foreigners. */
const PAPER_CODE = /^[a-zđ]{1,3}\d{7,}$/;
/** Not `k`, `tr` or `ty`: after so long a number they are other words. */
const UNIT = /^(?:đồng|dong|đ|vnđ|vnd|usd|đô|euro|won|tệ)$/;

const PLATE_START = /^\d{2}[a-zđ]{1,2}\d?$/;
const PLATE_SERIES = /^[a-zđ]{1,2}\d?$/;
const WHOLE_PLATE = /^\d{2}[a-zđ]{1,2}\d?\d{4,5}$/;
const WITHIN_PLATE = /^[ .-]{0,2}$/;
/** `60m2`, `10h`, `20k`, `30tr` are no plates. */
const UNIT_AT_END = /^\d{2}(?:m2|[hkmtgđ]|tr|ty|kg|km|cm|ha)$/;

/** How many words before a number may stand the one that says what it is. */
const CUE_DISTANCE = 7;
type Cue = Extract<PersonalKind, 'account' | 'paper' | 'phone' | 'plate'>;
const FEWEST_DIGITS: Readonly<Record<Cue, number>> = { account: 6, paper: 6, phone: 7, plate: 5 };

const words = (kind: Cue, text: string): readonly (readonly [string, Cue])[] =>
  text.split(' ').map((word) => [word, kind] as const);
const CUES: ReadonlyMap<string, Cue> = new Map([
  ...words(
    'account',
    'stk tk vcb vietcombank bidv agribank techcombank mbbank acb vietinbank sacombank tpbank vpbank vib',
  ),
  ...words('account', 'tai_khoan so_tk chuyen_khoan ngan_hang so_the'),
  ...words(
    'paper',
    'cccd cmnd cmt cmtnd mst bhxh bhyt gplx passport can_cuoc chung_minh ho_chieu ma_so dinh_danh so_so',
  ),
  ...words('paper', 'so_giay ma_ho so_ho bien_nhan bao_hiem lai_xe bao_danh bang_lai'),
  ...words(
    'phone',
    'sdt dt dtdd zalo alo phone tel mobile viber momo dien_thoai so_may lien_he lien_lac goi_so so_goi',
  ),
  ...words('plate', 'bks bsx bien_so bien_xe so_xe'),
]);

const DIGIT_WORDS = new Set(
  'không khong một mot mốt hai ba bốn bon tư tu năm nam lăm lam nhăm sáu sau bảy bay bẩy tám tam chín chin'.split(' '),
);
/** Nobody says so many digits in a row that are not somebody's number. */
const FEWEST_SPOKEN = 8;

const MOST_SPOKEN = 30;
const ZERO = /^(?:không|khong|0)/;

/** `kept` is a number that is nobody's own: it is passed over as a whole. */
type Found = { readonly kind: PersonalKind | 'kept'; readonly from: number; readonly to: number } | undefined;

/** Finds telephone numbers, numbers of papers, accounts and plates, dates of birth, and any other long row of digits. */
export function* numbersIn(reading: Reading): Generator<Finding> {
  const { tokens } = reading;
  for (let at = 0; at < tokens.length; ) {
    const found =
      birthday(tokens, at) ?? plate(tokens, at) ?? spoken(tokens, at) ?? code(tokens, at) ?? number(reading, at);
    if (found && found.kind !== 'kept') yield { kind: found.kind, from: found.from, to: found.to };
    at = found?.to ?? at + 1;
  }
}

/** Numbers that belong together, with the digits up to each of them. */
interface Part {
  readonly digits: string;
  readonly length: number;
  readonly to: number;
  readonly gap: string;
}

function partsFrom(tokens: readonly Token[], at: number): readonly [Part, ...Part[]] | undefined {
  const first = tokens[at];
  if (first?.kind !== 'number') return undefined;
  const within = first.marked.startsWith('0') ? WITHIN_PHONE : WITHIN_NUMBER;
  const parts: [Part, ...Part[]] = [{ digits: first.marked, length: first.marked.length, to: at + 1, gap: '' }];
  for (let to = at + 1; parts.length < MOST_PARTS; to += 1) {
    const next = tokens[to];
    if (next?.kind !== 'number' || !within.test(next.gap)) break;
    const digits = (parts.at(-1) as Part).digits + next.marked;
    parts.push({ digits, length: next.marked.length, to: to + 1, gap: next.gap });
  }
  return parts;
}

function number({ tokens, publicNumbers }: Reading, at: number): Found {
  const parts = partsFrom(tokens, at);
  if (!parts) return undefined;
  const [first] = parts;
  const whole = parts.at(-1) ?? first;
  const kept = (to: number): Found => ({ kind: 'kept', from: at, to });
  const longest = (fits: (digits: string) => boolean): Part | undefined => parts.findLast(({ digits }) => fits(digits));

  const known = longest((digits) => HOTLINE.test(digits) || publicNumbers.has(atHome(digits)));
  if (known) return kept(known.to);
  const day = dateOf(parts);
  if (day) return kept(day.to);

  const cue = cueBefore(tokens, at);
  if (isSum(parts, tokens[whole.to], cue)) return kept(whole.to);
  if (cue && cue !== 'phone' && whole.digits.length >= FEWEST_DIGITS[cue]) return { kind: cue, from: at, to: whole.to };
  const abroad = tokens[at]?.gap.endsWith('+') ? longest((digits) => FOREIGN_PHONE.test(digits)) : undefined;
  const phone = longest((digits) => PHONE.test(digits)) ?? abroad;
  if (phone) return { kind: 'phone', from: at, to: phone.to };
  if (cue === 'phone' && whole.digits.length >= FEWEST_DIGITS.phone) return { kind: 'phone', from: at, to: whole.to };

  if (first.length >= 9) return { kind: kindOf(tokens, first), from: at, to: first.to };
  const inParts = parts.every(({ length }) => length >= (first.digits.startsWith('0') ? 2 : 3));
  const years = parts.every((_, nth) => YEAR.test(tokens[at + nth]?.marked ?? ''));
  if (whole.digits.length >= 9 && inParts && !years) return { kind: kindOf(tokens, whole), from: at, to: whole.to };
  return undefined;
}

/** Of a long number that nothing before it explains. */
function kindOf(tokens: readonly Token[], { digits, to }: Part): PersonalKind {
  const after = [0, 1, 2].map((nth) => cueAt(tokens, to + nth)).find((cue) => cue === 'account');
  return after ?? (digits.length === 9 || (digits.length <= 12 && digits.startsWith('0')) ? 'paper' : 'number');
}

/** `5.000.000`, `120000000`, `150000000 đồng`. */
function isSum(parts: readonly [Part, ...Part[]], next: Token | undefined, cue: Cue | undefined): boolean {
  const [first, ...others] = parts;
  const { digits } = parts.at(-1) ?? first;
  if (digits.startsWith('0')) return false;
  if (next && /^[ \u00A0]?$/.test(next.gap) && UNIT.test(next.marked)) return true;
  const inThousands =
    others.length > 0 && first.length <= 3 && others.every(({ gap, length }) => gap === '.' && length === 3);
  if (inThousands) return cue === undefined || digits.endsWith('000');
  // An identity card of before 2016 and some accounts have nine digits: announced, only a rounder number is a sum.
  const round = cue && digits.length < 9 ? '000' : '00000';
  return others.length === 0 && digits.endsWith(round) && !(cue && digits.length > 9);
}

/** `01-01-2027`, `2026.11.20`, `12.2025`: the time of something. */
function dateOf(parts: readonly Part[]): Part | undefined {
  const [one, two, three] = parts;
  if (!one || !two) return undefined;
  const [a, b, c] = [one.digits, own(two), three ? own(three) : ''];
  if (isOneOf(a, 12) && YEAR.test(b)) return two;
  const dayFirst = isOneOf(a, 31) && isOneOf(b, 12) && YEAR.test(c);
  return dayFirst || (YEAR.test(a) && isOneOf(b, 12) && isOneOf(c, 31)) ? three : undefined;
}

function own({ digits, length }: Part): string {
  return digits.slice(-length);
}

function isOneOf(digits: string, most: number): boolean {
  return digits.length <= 2 && Number(digits) >= 1 && Number(digits) <= most;
}

/** The digits as they are dialled in Vietnam: `+84 24…` and `024…` are the same number. */
export function atHome(number: string): string {
  return number.replace(/\D/g, '').replace(/^(?:0084|84)(?=\d{9})/, '0');
}

function code(tokens: readonly Token[], at: number): Found {
  const token = tokens[at];
  if (token?.kind !== 'code') return undefined;
  const digits = token.marked.replace(/\D/g, '').length;
  const paper = PAPER_CODE.test(token.marked) || (digits >= 5 && cueBefore(tokens, at) === 'paper');
  return paper ? { kind: 'paper', from: at, to: at + 1 } : undefined;
}

/** `29A-123.45`, `59X1 23456`, `51F12345`, `29-B1 234.56`. Small letters only where they cannot be a unit. */
function plate(tokens: readonly Token[], at: number): Found {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (!first || (first.kind !== 'code' && first.kind !== 'number')) return undefined;
  const told = cueBefore(tokens, at) === 'plate';
  const clear = (token: Token): boolean => told || /\p{Lu}/u.test(token.written);
  if (WHOLE_PLATE.test(first.marked) && clear(first)) return { kind: 'plate', from: at, to: at + 1 };
  if (PLATE_START.test(first.marked) && (told || !UNIT_AT_END.test(first.written))) {
    const to = plateNumber(tokens, at + 1, clear(first) ? 4 : 5);
    if (to) return { kind: 'plate', from: at, to };
  }
  if (
    /^\d{2}$/.test(first.marked) &&
    second &&
    WITHIN_PLATE.test(second.gap) &&
    PLATE_SERIES.test(second.marked) &&
    clear(second)
  ) {
    const to = plateNumber(tokens, at + 2, second.kind === 'code' ? 4 : 5);
    if (to) return { kind: 'plate', from: at, to };
  }
  return undefined;
}

/** The four or five digits of a plate, in one piece or as `123.45`. */
function plateNumber(tokens: readonly Token[], at: number, fewest: number): number | undefined {
  const [one, two] = [tokens[at], tokens[at + 1]];
  if (one?.kind !== 'number' || !WITHIN_PLATE.test(one.gap)) return undefined;
  if (one.marked.length >= fewest && one.marked.length <= 5 && !YEAR.test(one.marked)) return at + 1;
  return one.marked.length === 3 && two?.kind === 'number' && two.gap === '.' && two.marked.length === 2
    ? at + 2
    : undefined;
}

/** `không chín một hai…`, also mixed with digits. */
function spoken(tokens: readonly Token[], at: number): Found {
  let to = at;
  let digits = 0;
  let asWords = 0;
  for (; to === at || (to < at + MOST_SPOKEN && follows(tokens[to])); to += 1) {
    const token = tokens[to];
    if (token?.kind === 'word' && DIGIT_WORDS.has(token.marked)) {
      digits += 1;
      asWords += 1;
    } else if (token?.kind === 'number' && token.marked.length <= 3) digits += token.marked.length;
    else break;
  }
  const fromZero = ZERO.test(tokens[at]?.marked ?? '') && digits >= 9 && asWords >= 2;
  return fromZero || (digits >= FEWEST_SPOKEN && asWords >= FEWEST_SPOKEN - 2)
    ? { kind: 'phone', from: at, to }
    : undefined;
}

/** Words between `sinh` and the date: `sinh con ngày`, `ngày sinh của bé là`. */
const BORN_ON = new Set(
  'ngày ngay năm nam vào vao hôm hom là la nhật nhat con bé be cháu chau em nó no ra của cua tôi toi'.split(' '),
);
/** `khai sinh`, `học sinh`, `phát sinh` are no births, and a day that is expected is none yet. */
const NOT_BORN = new Set(
  'nam khai học hoc phát phat vệ ve hi hy dân dan thí thi tái tai phục phuc nữ nu môn mon ký ký kí mưu muu dự du sản san hộ ho'.split(
    ' ',
  ),
);
const BIRTH = new Set(['sinh', 'sanh', 'sn', 'dob']);

function birthday(tokens: readonly Token[], at: number): Found {
  const to = dateFrom(tokens, at);
  if (to === undefined) return undefined;
  let before = at - 1;
  while (before >= 0 && at - before < 6 && BORN_ON.has(tokens[before]?.marked ?? '')) before -= 1;
  const born = BIRTH.has(tokens[before]?.marked ?? '') && !NOT_BORN.has(tokens[before - 1]?.marked ?? '');
  return born ? { kind: 'birthday', from: at, to } : undefined;
}

/** The end of a date with a month in it: `12/3/1990`, `12-03-90`, `3/1990`, `5 tháng 3 năm 1990`. A year alone is none. */
function dateFrom(tokens: readonly Token[], at: number): number | undefined {
  const [day, two, three] = tokens.slice(at, at + 3);
  if (day?.kind !== 'number' || !isOneOf(day.marked, 31) || !two) return undefined;
  if (two.kind === 'number' && /^ ?[/.-] ?$/.test(two.gap)) {
    if (YEAR.test(two.marked)) return at + 2;
    if (!isOneOf(two.marked, 12)) return undefined;
    return three?.kind === 'number' && three.gap === two.gap && /^(?:\d\d){1,2}$/.test(three.marked) ? at + 3 : at + 2;
  }
  if ((two.marked !== 'tháng' && two.marked !== 'thang') || three?.kind !== 'number') return undefined;
  const [word, year] = tokens.slice(at + 3, at + 5);
  const withYear = word && /^n[aă]m$/.test(word.marked) && year?.kind === 'number' && YEAR.test(year.marked);
  return withYear ? at + 5 : at + 3;
}

function cueBefore(tokens: readonly Token[], at: number): Cue | undefined {
  for (let before = at - 1; before >= Math.max(0, at - CUE_DISTANCE); before -= 1) {
    if (/[!?;\n]|\. /.test(tokens[before + 1]?.gap ?? '') || tokens[before]?.kind === 'mask') return undefined;
    const cue = cueAt(tokens, before);
    if (cue) return cue;
  }
  return undefined;
}

/** The word says what a number is, by itself or with the one before it. */
function cueAt(tokens: readonly Token[], at: number): Cue | undefined {
  const plain = tokens[at]?.plain ?? '';
  return CUES.get(plain) ?? CUES.get(`${tokens[at - 1]?.plain}_${plain}`);
}
