import { z } from 'zod';
import { addWorkingDays, addWorkingHours, type WorkingTime } from '../base/working-time.ts';
import type { ProvinceCode } from '../referral/legal-aid-centre.ts';

/** How soon a person who was passed on to a centre is answered. */
export interface Targets {
  /** Working days until the first answer, 1 to 10. */
  readonly answerDays: number;
  /** Of centres for which another number was agreed. */
  readonly answerDaysOf: Readonly<Record<ProvinceCode, number>>;
  /** Working hours before the answer is due at which staff are reminded. */
  readonly remindHours: number;
  /** Working days after it was due at which the admin is told. */
  readonly escalateDays: number;
}

export const USUAL_TARGETS: Targets = { answerDays: 1, answerDaysOf: {}, remindHours: 2, escalateDays: 1 };
export const MOST_DAYS = 10;
export const MOST_REMIND_HOURS = 8;

const Days = z.number().int().min(1).max(MOST_DAYS);

export const StoredTargets = z.object({
  answerDays: Days,
  answerDaysOf: z.record(z.string().regex(/^\d{2}$/), Days),
  remindHours: z.number().min(0.5).max(MOST_REMIND_HOURS),
  escalateDays: Days,
});

/** Working days that a centre has for its first answer. */
function answerDaysOf(province: ProvinceCode, { answerDays, answerDaysOf: own }: Targets): number {
  return own[province] ?? answerDays;
}

/** When the first answer to a ticket is due that came to this centre at a moment. */
export function dueAt(at: Date, province: ProvinceCode, targets: Targets, time: WorkingTime): Date {
  return addWorkingDays(at, answerDaysOf(province, targets), time);
}

/** What is due before this moment is so near that staff are reminded now. */
export function remindedUntil(now: Date, targets: Targets, time: WorkingTime): Date {
  return addWorkingHours(now, targets.remindHours, time);
}

/** When the admin is told of an answer that was due at a moment and did not come. */
export function escalatedAt(due: Date, targets: Targets, time: WorkingTime): Date {
  return addWorkingDays(due, targets.escalateDays, time);
}
