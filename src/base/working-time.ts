import { type Day, nextDay, vietnamDay } from './days.ts';
import { AppError } from './errors.ts';

/** Monday is 1, Sunday is 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Hours in which somebody works, on a Vietnamese clock: `07:30` to `11:30`. The end no longer belongs to it. */
export interface OpenHours {
  readonly from: string;
  readonly to: string;
}

/** When an office works. */
export interface WorkingTime {
  /** The hours of each weekday, in order; an empty list where nobody works. */
  readonly days: Readonly<Record<Weekday, readonly OpenHours[]>>;
  /** Days on which nobody works, with the name that people read: `Tết Dương lịch`. */
  readonly holidays: ReadonlyMap<Day, string>;
  /**
   * Rest days that are worked in exchange for another day, with the hours of the first weekday that has any. A day that is
   * also a holiday stays a holiday.
   */
  readonly extraWorkingDays: ReadonlySet<Day>;
}

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const FIRST_MIDNIGHT = Date.parse('1970-01-01T00:00:00+07:00');
const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/**
 * Can deadlines be counted with it? Every hour is written `HH:MM`, spans stand in order and do not overlap, and on at
 * least one weekday somebody works.
 */
export function isCountable({ days }: Pick<WorkingTime, 'days'>): boolean {
  return WEEKDAYS.every((weekday) => areInOrder(days[weekday])) && WEEKDAYS.some((weekday) => days[weekday].length > 0);
}

/** Does somebody work at this moment? */
export function isWorking(at: Date, time: WorkingTime): boolean {
  return spansOf(vietnamDay(at), time).some(({ from, to }) => from <= at.getTime() && at.getTime() < to);
}

/**
 * This moment where somebody works, else the next opening.
 *
 * @throws AppError `invalid-input` when deadlines cannot be counted with these hours (see `isCountable`).
 */
export function nextWorkingMoment(at: Date, time: WorkingTime): Date {
  for (const { from, to } of openSpansFrom(at, time))
    if (at.getTime() < to) return new Date(Math.max(from, at.getTime()));
  throw uncountable();
}

/**
 * The moment at which so many hours have been worked. What comes outside working hours counts from the next opening; an
 * end that falls on a closing is that closing, not the next opening.
 *
 * @param hours 0 or more; 1.5 is ninety minutes.
 * @throws AppError `invalid-input` when `hours` is negative or no number, or the hours are not countable.
 */
export function addWorkingHours(from: Date, hours: number, time: WorkingTime): Date {
  if (!(hours >= 0 && hours < Number.POSITIVE_INFINITY))
    throw new AppError('invalid-input', 'Hours to add must be 0 or more');
  const start = nextWorkingMoment(from, time).getTime();
  let leftMs = Math.round(hours * HOUR_MS);
  for (const span of openSpansFrom(new Date(start), time)) {
    const begins = Math.max(span.from, start);
    if (span.to <= begins) continue;
    if (leftMs <= span.to - begins) return new Date(begins + leftMs);
    leftMs -= span.to - begins;
  }
  throw uncountable();
}

/**
 * The same time of day so many working days later: one working day from Friday 16:00 ends on Monday 16:00. What comes
 * outside working hours counts from the next opening; where nobody works at that time of day, the end is the next opening.
 *
 * @param days A whole number, 0 or more.
 * @throws AppError `invalid-input` when `days` is not, or the hours are not countable.
 */
export function addWorkingDays(from: Date, days: number, time: WorkingTime): Date {
  if (!(Number.isSafeInteger(days) && days >= 0))
    throw new AppError('invalid-input', 'Days to add must be whole, 0 or more');
  const start = nextWorkingMoment(from, time);
  let day = vietnamDay(start);
  for (let left = days; left > 0; left -= 1) day = nextWorkingDay(day, time);
  return nextWorkingMoment(new Date(midnight(day) + (start.getTime() - midnight(vietnamDay(start)))), time);
}

/** How many hours are worked between two moments; negative where `to` lies before `from`. */
export function workingHoursBetween(from: Date, to: Date, time: WorkingTime): number {
  return workingHoursMeter(time)(from, to);
}

/** `workingHoursBetween` for many pairs of moments: each day is looked up once. */
export function workingHoursMeter(time: WorkingTime): (from: Date, to: Date) => number {
  const known = new Map<number, readonly OpenSpan[]>();
  const spans = (dayBegins: number): readonly OpenSpan[] => {
    const found = known.get(dayBegins) ?? spansOf(vietnamDay(new Date(dayBegins)), time);
    known.set(dayBegins, found);
    return found;
  };
  return function worked(from: Date, to: Date): number {
    if (to < from) return -worked(to, from);
    let workedMs = 0;
    for (let dayBegins = midnightBefore(from); dayBegins <= to.getTime(); dayBegins += DAY_MS) {
      for (const span of spans(dayBegins)) {
        workedMs += Math.max(0, Math.min(span.to, to.getTime()) - Math.max(span.from, from.getTime()));
      }
    }
    return workedMs / HOUR_MS;
  };
}

/** The weekday of a calendar day. */
export function weekdayOf(day: Day): Weekday {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() || 7) as Weekday;
}

/** One span of a day, in milliseconds since 1970. */
interface OpenSpan {
  readonly from: number;
  readonly to: number;
}

/** The spans of the day of a moment and of the days after it. Ends only where nobody will ever work. */
function* openSpansFrom(moment: Date, time: WorkingTime): Generator<OpenSpan> {
  if (!isCountable(time)) return;
  for (let day = vietnamDay(moment); ; day = nextDay(day)) yield* spansOf(day, time);
}

function nextWorkingDay(day: Day, time: WorkingTime): Day {
  let next = nextDay(day);
  while (hoursOf(next, time).length === 0) next = nextDay(next);
  return next;
}

function spansOf(day: Day, time: WorkingTime): readonly OpenSpan[] {
  const start = midnight(day);
  return hoursOf(day, time).map(({ from, to }) => ({ from: start + clockMs(from), to: start + clockMs(to) }));
}

function hoursOf(day: Day, { days, holidays, extraWorkingDays }: WorkingTime): readonly OpenHours[] {
  if (holidays.has(day)) return [];
  const own = days[weekdayOf(day)];
  if (own.length > 0 || !extraWorkingDays.has(day)) return own;
  return days[WEEKDAYS.find((weekday) => days[weekday].length > 0) ?? 1];
}

/** When the day of a moment began in Vietnam, where every day has 24 hours. */
function midnightBefore(moment: Date): number {
  const sinceFirst = moment.getTime() - FIRST_MIDNIGHT;
  return FIRST_MIDNIGHT + Math.floor(sinceFirst / DAY_MS) * DAY_MS;
}

/** When a day begins in Vietnam. */
function midnight(day: Day): number {
  return Date.parse(`${day}T00:00:00+07:00`);
}

function clockMs(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
}

function areInOrder(hours: readonly OpenHours[]): boolean {
  const clocks = hours.flatMap(({ from, to }) => [from, to]);
  return clocks.every((clock, nth) => {
    const before = clocks[nth - 1];
    // The next span may begin where the one before ended; a span itself lasts.
    return CLOCK.test(clock) && (before === undefined || (nth % 2 === 0 ? before <= clock : before < clock));
  });
}

function uncountable(): AppError {
  return new AppError('invalid-input', 'Nobody works in these hours, or they are not written HH:MM and in order');
}
