import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * Is the secret of a call ours? The comparison takes the same time whatever was given, so a caller cannot find our
 * secret letter by letter. Nothing given, or no secret of ours, is never the same.
 */
export function sameSecret(given: string | null | undefined, ours: string | undefined): boolean {
  if (!given || !ours) return false;
  return timingSafeEqual(digest(given), digest(ours));
}

/** Equal length for every text: `timingSafeEqual` refuses anything else, and the length is nobody's business. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
