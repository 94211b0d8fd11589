/** A calendar day as law counts it, `YYYY-MM-DD`. Text order is time order. */
export type Day = string;

/** Indochina Time, UTC+7, no summer time. */
export const VIETNAM_OFFSET_MS = 7 * 60 * 60 * 1000;

/** The calendar day in Vietnam at a moment. A law that starts "on 1 January" starts at midnight there, not in UTC. */
export function vietnamDay(moment: Date): Day {
  return new Date(moment.getTime() + VIETNAM_OFFSET_MS).toISOString().slice(0, 10);
}

/** `2026-11-21` as people write it: `21/11/2026`. */
export function dayForPeople(day: Day): string {
  return day.split('-').reverse().join('/');
}

/** A moment as people in Vietnam write it: `09:20 ngày 21/11/2026`. */
export function timeForPeople(moment: Date): string {
  const time = new Date(moment.getTime() + VIETNAM_OFFSET_MS).toISOString().slice(11, 16);
  return `${time} ngày ${dayForPeople(vietnamDay(moment))}`;
}

/** The day after a day. */
export function nextDay(day: Day): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

/** The day before a day. */
export function dayBefore(day: Day): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

/** Is this a day that exists, written `YYYY-MM-DD`? `2026-02-30` is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** A span of days. Both ends belong to it; an open end is `undefined`. */
export interface Span {
  readonly from: Day;
  readonly to?: Day | undefined;
}

export function covers(span: Span, day: Day): boolean {
  return span.from <= day && (span.to === undefined || day <= span.to);
}

/** Does `outer` last at least as long as `inner` at both ends? */
export function contains(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && (outer.to === undefined || (inner.to !== undefined && inner.to <= outer.to));
}
