const MINUTE_MS = 60_000;

/** From signing in to the end, whatever is done meanwhile: a working day. */
export const SESSION_MS = 12 * 60 * MINUTE_MS;
/** Without a look at any page. */
export const IDLE_MS = 60 * MINUTE_MS;
/** Between the password and the second factor. */
export const HALFWAY_MS = 10 * MINUTE_MS;
/** A session's last look is written down at most so often. */
export const SEEN_EVERY_MS = MINUTE_MS;
/** Sessions that ended so long ago are forgotten. */
export const ENDED_KEPT_MS = 30 * 24 * 60 * MINUTE_MS;
