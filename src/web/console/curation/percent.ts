import type { Language } from '../../../accounts/account.ts';
import { numberInWords } from '../kit/words.ts';

/** A share from 0 to 1 as people read it: `64%` for 0.64. */
export function percentInWords(share: number, language: Language): string {
  return `${numberInWords(Math.round(share * 100), language)}%`;
}
