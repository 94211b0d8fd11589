/** The hours in which nobody wants to be woken by a message that can wait, on a Vietnamese clock. */
export const QUIET = { fromHour: 21, toHour: 7 } as const;

const VIETNAM_OFFSET_HOURS = 7;
const MINUTE_MS = 60_000;

/** Is it night in Vietnam? Then what can wait is not sent. */
export function isNight(at: Date): boolean {
  const hour = (at.getUTCHours() + VIETNAM_OFFSET_HOURS) % 24;
  return hour >= QUIET.fromHour || hour < QUIET.toHour;
}

/** Minutes since midnight in Vietnam, 0 to 1439. */
export function minuteOfDay(at: Date): number {
  return Math.floor(at.getTime() / MINUTE_MS + VIETNAM_OFFSET_HOURS * 60) % (24 * 60);
}
