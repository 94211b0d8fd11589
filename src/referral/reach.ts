import { minuteOfDay, QUIET } from '../base/night.ts';
import { fold } from '../language/fold.ts';

/** Minutes since midnight in Vietnam; the end no longer belongs to it. */
export type Hours = readonly [from: number, to: number];

/** When and how somebody may be reached without harm, as they told it. */
export interface Reach {
  /** Their own words. Staff read these; what is read out of them only guides the bot. */
  readonly words: string;
  /** The hours they named, in order; empty where they named none. */
  readonly hours: readonly Hours[];
  /** `false`: nobody should write before they do. */
  readonly messages: boolean;
  /** `false`: nobody should call. */
  readonly calls: boolean;
}

const DAY = 24 * 60;
const MINUTE_MS = 60_000;
/** Where nobody said otherwise: not at night. */
const DAYTIME: Hours = [QUIET.toHour * 60, QUIET.fromHour * 60];

const TIME = '(\\d{1,2}) ?(?:(h|gio|g|:) ?(\\d{2}|ruoi)?)? ?(sang|trua|chieu|toi|dem|khuya)?';
const RANGE = new RegExp(`(?<!\\d)${TIME} ?(?:-|–|—|den luc|toi luc|den|toi) ?${TIME}(?![\\da-z])`, 'g');
const AFTER = new RegExp(`(?:sau|tu) (?:luc )?${TIME}(?![\\da-z])`, 'g');
const BEFORE = new RegExp(`truoc (?:luc )?${TIME}(?![\\da-z])`, 'g');

/** Parts of a day by their names, as offices and families mean them. `sang nhà mẹ` is no morning, and `tôi` no evening. */
const PARTS: readonly (readonly [RegExp, Hours])[] = [
  [/gio (?:hanh chinh|lam viec)/g, [8 * 60, 17 * 60]],
  [/ban ngay/g, [7 * 60, 17 * 60]],
  [/(?:buoi|nhan|goi|vao|luc|moi) sang(?! nay)/g, [7 * 60, 11 * 60]],
  [/(?:buoi|nhan|goi|vao|luc|moi) trua(?! nay)/g, [11 * 60, 13 * 60]],
  [/(?:buoi|nhan|goi|vao|luc|moi) chieu(?! nay)/g, [13 * 60, 17 * 60]],
  [/buoi toi/g, [18 * 60, 21 * 60]],
  [/(?:ban|buoi|nua|vao) dem/g, [21 * 60, DAY + 5 * 60]],
];

const NOT = /(?<![a-z])(?:dung|khong|ko|hong|cam|tranh|chang)(?![a-z])/;
const CALLS = /(?<![a-z])(?:goi|dien thoai|alo)(?![a-z])/;
const MESSAGES = /(?<![a-z])(?:nhan|tin|zalo|telegram)(?![a-z])/;
const EITHER = /lien (?:he|lac)/;

/**
 * Reads hours and what must not be done out of a person's own words: `chỉ nhắn 8–11 giờ sáng, đừng gọi`. What is not
 * understood limits nothing, and the words stay for staff to read.
 */
export function readReach(words: string): Reach {
  let messages = true;
  let calls = true;
  const wanted: Hours[] = [];
  const unwanted: Hours[] = [];
  for (const clause of clausesOf(words)) {
    const hours = hoursIn(clause);
    const either = EITHER.test(clause);
    if (!NOT.test(clause)) wanted.push(...hours);
    else if (hours.length > 0) unwanted.push(...hours);
    else {
      if (either || CALLS.test(clause)) calls = false;
      if (either || MESSAGES.test(clause)) messages = false;
    }
  }
  return { words, messages, calls, hours: left(wanted, unwanted) };
}

/**
 * The first moment from `at` on in which a word of ours does no harm: in the hours that the person named, else by day.
 *
 * @returns `undefined` where they want nobody to write first.
 */
export function nextSafe(at: Date, reach: Reach | undefined): Date | undefined {
  if (reach?.messages === false && reach.hours.length === 0) return undefined;
  const hours = reach && reach.hours.length > 0 ? reach.hours : [DAYTIME];
  const minute = minuteOfDay(at);
  if (hours.some(([from, to]) => from <= minute && minute < to)) return at;
  const wait = Math.min(...hours.map(([from]) => (from - minute + DAY) % DAY));
  return new Date((Math.floor(at.getTime() / MINUTE_MS) + wait) * MINUTE_MS);
}

function clausesOf(words: string): readonly string[] {
  return fold(words)
    .split(/[,.;!\n]+| nhung | con | va (?=dung|khong|ko|chi)/)
    .map((clause) => clause.trim())
    .filter(Boolean);
}

function hoursIn(clause: string): readonly Hours[] {
  let rest = clause;
  const found: Hours[] = [];
  const take = (pattern: RegExp, read: (match: RegExpMatchArray) => Hours | undefined): void => {
    for (const match of rest.matchAll(pattern)) {
      const hours = read(match);
      if (!hours) continue;
      found.push(hours);
      rest = rest.replace(match[0], ' ');
    }
  };
  take(RANGE, ([, h1, unit1, m1, part1, h2, unit2, m2, part2]) => {
    if (!unit1 && !unit2 && !part1 && !part2) return undefined;
    const to = minuteIn(h2, m2, part2);
    const alike = minuteIn(h1, m1, part1 ?? part2);
    return spanOf(
      part1 === undefined && alike !== undefined && to !== undefined && alike >= to
        ? minuteIn(h1, m1, undefined)
        : alike,
      to,
    );
  });
  take(AFTER, ([, hour, unit, minute, part]) => (unit || part ? spanOf(minuteIn(hour, minute, part), DAY) : undefined));
  take(BEFORE, ([, hour, unit, minute, part]) =>
    unit || part ? spanOf(DAYTIME[0], minuteIn(hour, minute, part)) : undefined,
  );
  for (const [pattern, hours] of PARTS) take(pattern, () => hours);
  return found;
}

/** @returns `undefined` where no clock shows it. */
function minuteIn(hour: string | undefined, minutes: string | undefined, part: string | undefined): number | undefined {
  const told = Number(hour);
  const after = minutes === 'ruoi' ? 30 : Number(minutes ?? 0);
  if (!Number.isInteger(told) || told > 24 || after > 59) return undefined;
  return hourOfDay(told, part) * 60 + after;
}

function hourOfDay(told: number, part: string | undefined): number {
  switch (part) {
    case 'trua':
      return told <= 2 ? told + 12 : told;
    case 'chieu':
    case 'toi':
      return told < 12 ? told + 12 : told;
    case 'dem':
    case 'khuya':
      return told === 12 ? 24 : told >= 6 && told < 12 ? told + 12 : told;
    default:
      return told;
  }
}

/** Over midnight where the end is before the beginning. */
function spanOf(from: number | undefined, to: number | undefined): Hours | undefined {
  if (from === undefined || to === undefined || from === to) return undefined;
  return to > from ? [from, to] : [from, to + DAY];
}

/** What was wanted, or else the day, without what was not. */
function left(wanted: readonly Hours[], unwanted: readonly Hours[]): readonly Hours[] {
  if (wanted.length + unwanted.length === 0) return [];
  const covers = (hours: readonly Hours[], minute: number): boolean =>
    hours.some(([from, to]) => (from <= minute && minute < to) || minute + DAY < to);
  const basis = wanted.length > 0 ? wanted : [DAYTIME];
  const hours: [number, number][] = [];
  for (let minute = 0; minute < DAY; minute += 1) {
    if (!covers(basis, minute) || covers(unwanted, minute)) continue;
    const last = hours.at(-1);
    if (last?.[1] === minute) last[1] = minute + 1;
    else hours.push([minute, minute + 1]);
  }
  return hours;
}
