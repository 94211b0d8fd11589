import { type Day, isDay } from '../../../base/days.ts';
import type { Period } from '../../../reporting/figures.ts';

/** Periods that are chosen with one press. `half`, `year`: the last ones that are over. */
const QUICK_PERIODS = ['7', '30', '90', 'half', 'year', 'this-year'] as const;
export type QuickPeriod = (typeof QUICK_PERIODS)[number];

/** What stands in the address or the form of a page. */
export interface PeriodChoice {
  readonly quick?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export type ChosenPeriod =
  | { readonly ok: true; readonly period: Period; readonly quick: QuickPeriod | undefined }
  | { readonly ok: false; readonly fault: 'no-day' | 'turned-round' | 'too-long' };

/** Longer periods say nothing that a row of reports does not say better. */
const LONGEST_YEARS = 5;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Reads the choice of a period: from–to where both stand there, else a quick one, else `otherwise`. */
export function chosenPeriod(
  { quick, from = '', to = '' }: PeriodChoice,
  today: Day,
  otherwise: QuickPeriod,
): ChosenPeriod {
  if (from === '' && to === '') {
    const chosen = QUICK_PERIODS.find((one) => one === quick) ?? otherwise;
    return { ok: true, period: quickPeriod(chosen, today), quick: chosen };
  }
  if (!isDay(from) || !isDay(to)) return { ok: false, fault: 'no-day' };
  if (to < from) return { ok: false, fault: 'turned-round' };
  if (to >= yearsLater(from, LONGEST_YEARS)) return { ok: false, fault: 'too-long' };
  return { ok: true, period: { from, to }, quick: undefined };
}

function quickPeriod(quick: QuickPeriod, today: Day): Period {
  const year = Number(today.slice(0, 4));
  switch (quick) {
    case '7':
    case '30':
    case '90':
      return { from: daysBefore(today, Number(quick) - 1), to: today };
    case 'half':
      return today.slice(5) <= '06-30'
        ? { from: `${year - 1}-07-01`, to: `${year - 1}-12-31` }
        : { from: `${year}-01-01`, to: `${year}-06-30` };
    case 'year':
      return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` };
    case 'this-year':
      return { from: `${year}-01-01`, to: today };
  }
}

function daysBefore(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10);
}

function yearsLater(day: Day, years: number): Day {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
}
