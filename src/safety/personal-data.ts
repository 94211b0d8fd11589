import { handlesIn } from './personal/handles.ts';
import { linksIn } from './personal/links.ts';
import { namesIn } from './personal/names.ts';
import { atHome, numbersIn } from './personal/numbers.ts';
import { placesIn } from './personal/places.ts';
import { type Finding, type PersonalKind, type Reading, type ReadNeeds, read } from './personal/reading.ts';

export type { PersonalKind } from './personal/reading.ts';

/** Personal data found in a text, in UTF-16 units of it; the end no longer belongs to it. */
export interface PersonalData {
  readonly kind: PersonalKind;
  readonly start: number;
  readonly end: number;
}

/** A text without what it says of a person, and where that stood before. */
export interface Masked {
  readonly text: string;
  /** In the order of the original text; they do not overlap. */
  readonly found: readonly PersonalData[];
}

/** What stands in the place of what was found, in the words of those who read it. */
export const PLACEHOLDERS: Readonly<Record<PersonalKind, string>> = {
  name: '[tên]',
  phone: '[số điện thoại]',
  paper: '[số giấy tờ]',
  account: '[tài khoản]',
  number: '[dãy số]',
  address: '[địa chỉ]',
  birthday: '[ngày sinh]',
  plate: '[biển số]',
  email: '[email]',
  link: '[liên kết]',
  handle: '[tài khoản mạng]',
};

const ANY_PLACEHOLDER = new RegExp(
  Object.values(PLACEHOLDERS)
    .flatMap((placeholder) => [placeholder.normalize('NFC'), placeholder.normalize('NFD')])
    .map((placeholder) => placeholder.replace(/[[\]]/g, '\\$&'))
    .join('|'),
  'g',
);

/**
 * Finding one thing can uncover the next: where a name was, another name no longer stands beside a strange word. More often
 * than this nobody writes so.
 */
const MOST_ROUNDS = 12;

/** What is not personal although it looks so. */
export interface NotPersonal {
  /** Telephone numbers of centres and hotlines, however they are written. */
  readonly publicNumbers?: readonly string[] | undefined;
}

/**
 * Finds names, numbers, addresses, dates of birth, plates and links of people in what somebody wrote, with or without tone
 * marks, composed or decomposed. In doubt it is personal. Hotlines, sums of money, places in the law, dates of events and
 * names of provinces are not.
 *
 * It is a help, not a promise: before a text is published, a person reads it.
 */
export function findPersonalData(text: string, { publicNumbers = [] }: NotPersonal = {}): readonly PersonalData[] {
  const numbers = new Set(publicNumbers.map(atHome));
  const placeholders = [...text.matchAll(ANY_PLACEHOLDER)].map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
  let found: readonly PersonalData[] = [];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const masked = inOrder([...placeholders, ...found]);
    const fresh = [...linksBetween(text, masked)];
    if (fresh.length === 0) fresh.push(...wordsBetween(text, { masked, publicNumbers: numbers }));
    if (fresh.length === 0) break;
    found = inOrder([...found, ...fresh]);
  }
  return found;
}

/** Puts placeholders in the place of personal data. Masking what is masked changes nothing. */
export function maskPersonalData(text: string, notPersonal: NotPersonal = {}): Masked {
  const found = findPersonalData(text, notPersonal);
  let masked = '';
  let end = 0;
  for (const one of found) {
    masked += text.slice(end, one.start) + PLACEHOLDERS[one.kind];
    end = one.end;
  }
  return { text: masked + text.slice(end), found };
}

/** A masked text without the placeholders: what is left of what was asked. */
export function withoutPlaceholders(text: string): string {
  return text.replace(ANY_PLACEHOLDER, ' ');
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function inOrder<T extends Stretch>(stretches: readonly T[]): readonly T[] {
  return [...stretches].sort((a, b) => a.start - b.start);
}

/** Looked for in each piece by itself: what is masked ends an address as the placeholder will. */
function* linksBetween(text: string, masked: readonly Stretch[]): Generator<PersonalData> {
  for (const [nth, { start }] of [...masked, { start: text.length }].entries()) {
    const from = masked[nth - 1]?.end ?? 0;
    for (const link of linksIn(text.slice(from, start))) {
      yield { kind: link.kind, start: from + link.start, end: from + link.end };
    }
  }
}

function wordsBetween(text: string, needs: ReadNeeds): readonly PersonalData[] {
  const reading = read(text, needs);
  const findings = [...numbersIn(reading), ...handlesIn(reading), ...placesIn(reading), ...namesIn(reading)];
  return withoutOverlaps(findings).map((finding) => inText(finding, reading, text));
}

/** Of two that overlap, the one that was found first: numbers before places before names. */
function withoutOverlaps(findings: readonly Finding[]): readonly Finding[] {
  const taken = new Set<number>();
  return findings.filter(({ from, to }) => {
    const own = Array.from({ length: to - from }, (_, nth) => from + nth);
    if (own.some((at) => taken.has(at))) return false;
    for (const at of own) taken.add(at);
    return true;
  });
}

function inText({ kind, from, to }: Finding, { tokens }: Reading, text: string): PersonalData {
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? start;
  const before = text[start - 1];
  // the plus of `+84…` and the bracket of `(024) …` belong to the number
  const belongs = kind === 'phone' && (before === '+' || (before === '(' && text.slice(start, end).includes(')')));
  return { kind, start: belongs ? start - 1 : start, end };
}
