import type { ReferralCode } from '../base/ids.ts';
import { fold } from '../language/fold.ts';

/** Without 0 O 1 I L U: they are misread on paper and on the phone. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 4;

/**
 * A code from random bytes: `HQ-7K3M`. 810,000 codes; the store refuses one that is taken and the caller draws again.
 * A code alone opens nothing: status and withdrawal also need the conversation that it belongs to.
 *
 * @param bytes At least four random bytes.
 */
export function referralCode(bytes: Uint8Array): ReferralCode {
  const letters = [...bytes.slice(0, LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
  return `HQ-${letters}` as ReferralCode;
}

/** The code that a text names, typed in any case, with or without the dash, or with the long one that phones make of it. */
export function codeIn(text: string): ReferralCode | undefined {
  const match = new RegExp(`\\bhq ?[-–—]? ?([${LETTERS.toLowerCase()}]{${LENGTH}})\\b`).exec(fold(text));
  return match?.[1] ? (`HQ-${match[1].toUpperCase()}` as ReferralCode) : undefined;
}

/** What else a text says: `Đồng ý` of `Đồng ý HQ-7K3M`. */
export function withoutCode(text: string): string {
  return text.replace(/\bhq ?[-–—]? ?\w{4}\b\s*[:,.–-]*/i, ' ').trim();
}
