import { z } from 'zod';
import { type Day, isDay } from '../base/days.ts';
import { EXCHANGED_DAYS, PUBLIC_HOLIDAYS, STATE_OFFICE_TIME, withDaysInLieu } from '../base/public-holidays.ts';
import { isCountable, type OpenHours, type WorkingTime } from '../base/working-time.ts';

/** A day on which the offices are closed besides the public holidays. */
export interface ClosedDay {
  readonly day: Day;
  /** Why, as people read it: `Nghỉ Tết thêm một ngày`. */
  readonly name: string;
}

/**
 * When the centres work, as far as an admin decides it. Public holidays are not kept here: they come with each release, and
 * only what differs from them is set.
 */
export interface OfficeTime {
  readonly days: WorkingTime['days'];
  readonly closed: readonly ClosedDay[];
  /** Public holidays, or days in lieu of one, that are worked all the same. */
  readonly worked: readonly Day[];
  /** Rest days that are worked in exchange for another day. */
  readonly exchanged: readonly Day[];
}

export const USUAL_OFFICE_TIME: OfficeTime = { days: STATE_OFFICE_TIME.days, closed: [], worked: [], exchanged: [] };

const StoredDay = z.string().refine(isDay);
const StoredHours = z.array(z.object({ from: z.string(), to: z.string() }));

export const StoredOfficeTime = z
  .object({
    days: z.object({
      1: StoredHours,
      2: StoredHours,
      3: StoredHours,
      4: StoredHours,
      5: StoredHours,
      6: StoredHours,
      7: StoredHours,
    }),
    closed: z.array(z.object({ day: StoredDay, name: z.string().min(1) })),
    worked: z.array(StoredDay),
    exchanged: z.array(StoredDay),
  })
  .refine(isCountable);

/** The working time with which deadlines are counted. */
export function workingTimeOf({ days, closed, worked, exchanged }: OfficeTime): WorkingTime {
  const kept = new Map([...PUBLIC_HOLIDAYS].filter(([day]) => !worked.includes(day)));
  const free = [...withDaysInLieu(kept, days)].filter(([day]) => !worked.includes(day));
  return {
    days,
    holidays: new Map([...free, ...closed.map(({ day, name }) => [day, name] as const)]),
    extraWorkingDays: new Set([...EXCHANGED_DAYS, ...exchanged]),
  };
}

const SPAN = /^(\d{1,2})(?:[:h.](\d{2})?)?\s*(?:-|–|—|đến|to)\s*(\d{1,2})(?:[:h.](\d{2})?)?$/i;

/**
 * The hours of one weekday as people type them: `7:30–11:30, 13h–17h`; nothing typed is a rest day.
 *
 * @returns `undefined` when they cannot be read or do not stand in order.
 */
export function hoursFrom(typed: string): readonly OpenHours[] | undefined {
  const parts = typed
    .normalize('NFC')
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const hours: OpenHours[] = [];
  for (const part of parts) {
    const [, fromHour = '', fromMinute = '00', toHour = '', toMinute = '00'] = SPAN.exec(part) ?? [];
    if (fromHour === '') return undefined;
    hours.push({
      from: `${fromHour.padStart(2, '0')}:${fromMinute}`,
      to: `${toHour.padStart(2, '0')}:${toMinute}`,
    });
  }
  const alone = { 1: hours, 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };
  return hours.length === 0 || isCountable({ days: alone }) ? hours : undefined;
}

/** As they are typed and read: `07:30–11:30, 13:00–17:00`. */
export function hoursInWords(hours: readonly OpenHours[]): string {
  return hours.map(({ from, to }) => `${from}–${to}`).join(', ');
}

/**
 * Days as people type them, one in a line: `30/4/2027 Ngày Chiến thắng`. The words after the day may be missing.
 *
 * @returns The first line that names no day, where there is one.
 */
export function daysFrom(
  typed: string,
): { readonly ok: true; readonly days: readonly ClosedDay[] } | { readonly ok: false; readonly line: string } {
  const days: ClosedDay[] = [];
  for (const line of typed.normalize('NFC').split('\n')) {
    if (line.trim() === '') continue;
    const [, date = '', month = '', year = '', name = ''] =
      /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*[:–-]?\s*(.*?)\s*$/.exec(line) ?? [];
    const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
    if (!isDay(day)) return { ok: false, line: line.trim() };
    days.push({ day, name });
  }
  return { ok: true, days };
}
