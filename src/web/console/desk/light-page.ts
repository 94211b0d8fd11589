/*
 * A page stays light on an old phone however long a story is: of each part so much is shown, the rest on request. In
 * characters; a Vietnamese one takes about one and a half bytes. One item is always shown, however long it is.
 */
export const LINES_CHARS = 12_000;
export const WORDS_CHARS = 14_000;
export const MERGED_CHARS = 3_000;
export const NOTES_CHARS = 5_000;
export const EARLIER_CHARS = 1_200;
export const MOST_EVENTS = 40;
export const MOST_OTHERS = 10;

/** The first items that fit. */
export function firstWithin<T>(items: readonly T[], size: (item: T) => number, most: number): readonly T[] {
  let left = most;
  const end = items.findIndex((item) => {
    left -= size(item);
    return left < 0;
  });
  return end < 0 ? items : items.slice(0, Math.max(1, end));
}

/** The last items that fit, in their order. */
export function lastWithin<T>(items: readonly T[], size: (item: T) => number, most: number): readonly T[] {
  return firstWithin(items.toReversed(), size, most).toReversed();
}

/** A text, or where it is long its beginning. */
export function beginningOf(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most).trimEnd()}…` : text;
}
