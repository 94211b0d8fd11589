import { know } from '../../src/know.ts';

/** The days that tests ask about: before and after each change of the law. */
const DAYS = ['2026-11-21', '2026-11-29', '2027-01-01', '2027-03-01'];

/** Run once before all tests: what is learned from the shipped knowledge is kept, so that no worker learns it again. */
export function setup(): void {
  const { indexOn } = know('knowledge');
  for (const day of DAYS) indexOn(day);
}
