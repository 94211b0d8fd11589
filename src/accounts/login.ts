import { clean } from '../language/clean.ts';

/** A login however it is typed: without spaces around it, in lower case. Two spellings of one address are one login. */
export function loginOf(typed: string): string {
  return clean(typed).toLowerCase();
}
