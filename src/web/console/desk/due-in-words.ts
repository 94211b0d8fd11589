import { type WorkingTime, workingHoursBetween } from '../../../base/working-time.ts';
import type { StateWords } from './wording.ts';

/** How long there is until an answer is due, in hours in which somebody works: `còn 3 giờ làm việc`. */
export function dueInWords(dueAt: Date, now: Date, time: WorkingTime, words: StateWords): string {
  const hours = Math.abs(workingHoursBetween(now, dueAt, time));
  const whole = Math.floor(hours);
  if (now > dueAt) return whole === 0 ? words.lateLess : words.late(whole);
  return whole === 0 ? words.leftLess : words.left(whole);
}
