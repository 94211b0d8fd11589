import { vietnamDay } from '../base/days.ts';
import { type WorkingTime, workingHoursMeter } from '../base/working-time.ts';
import type { Counts } from '../ports/counts.ts';
import type { Forgotten } from '../ports/forgetting.ts';
import type { ProvinceCode } from '../referral/legal-aid-centre.ts';
import type { Metric } from '../reporting/metrics.ts';

/** How long a first answer took, without the referral that it answered. */
export interface CountedAnswer {
  readonly province: ProvinceCode;
  readonly inTime: boolean;
  /** Working hours. */
  readonly hours: number;
}

/**
 * Adds what the dashboard measured in rows that go to the counts. Part of the transaction in which they go: figures of past
 * periods are the same before and after.
 */
export async function countForgotten(
  { firstAnswers, late }: Forgotten,
  { counts, workingTime }: { readonly counts: Counts; readonly workingTime: WorkingTime },
): Promise<void> {
  const hours = hoursMeter(workingTime);
  const counted: (readonly [day: string, metric: Metric, label: string])[] = firstAnswers.map(
    ({ province, openedAt, answeredAt, dueAt }) => [
      vietnamDay(answeredAt),
      'first-answer',
      `${province}/${answeredAt <= dueAt ? 'in-time' : 'late'}/${hours(openedAt, answeredAt)}`,
    ],
  );
  for (const { province, from, to } of late) {
    // What was late within one day was late at the end of none.
    if (vietnamDay(from) === vietnamDay(to)) continue;
    counted.push([vietnamDay(from), 'late-since', province], [vietnamDay(to), 'late-until', province]);
  }
  counted.sort();
  for (const [day, metric, label] of counted) await counts.add(day, metric, label);
}

/** A label of `first-answer`, as often as it was counted. */
export function countedAnswer(label: string, n: number): readonly CountedAnswer[] {
  const [province = '', when, hours] = label.split('/');
  return Array.from({ length: n }, () => ({ province, inTime: when === 'in-time', hours: Number(hours) }));
}

/** Working hours to a tenth: fine enough for a median, and the same whether they are measured now or were counted once. */
export function hoursMeter(workingTime: WorkingTime): (from: Date, to: Date) => number {
  const hours = workingHoursMeter(workingTime);
  return (from, to) => Math.round(hours(from, to) * 10) / 10;
}
