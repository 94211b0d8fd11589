import { VIETNAM_OFFSET_MS } from './days.ts';

/** The hours in which nobody wants to be woken by a message that can wait, on a Vietnamese clock. */
export const QUIET = { fromHour: 21, toHour: 7 } as const;

const MINUTE_MS = 60_000;

/** Is it night in Vietnam? Then what can wait is not sent. */
export function isNight(at: Date): boolean {
  const hour = minuteOfDay(at) / 60;
  return hour >= QUIET.fromHour || hour < QUIET.toHour;
}

/** Minutes since midnight in Vietnam, 0 to 1439. */
export function minuteOfDay(at: Date): number {
  return Math.floor((at.getTime() + VIETNAM_OFFSET_MS) / MINUTE_MS) % (24 * 60);
}
