/** A piece of a text, as [start, end) in UTF-16 units. */
export type Piece = readonly [start: number, end: number];

/** From best to worst place to cut: between paragraphs, lines, sentences, words. */
const GAPS = [/\n\n+/g, /\n/g, /(?<=[.!?;:])\s/g, /\s+/g];

/**
 * Cuts a text into pieces of at most `limit` UTF-16 units, at the best place there is. A longer word is cut, but never
 * between the two halves of a surrogate pair. Pieces neither begin nor end with white space; only white space is lost.
 */
export function split(text: string, limit: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = skipSpace(text, 0);
  const end = text.trimEnd().length;
  while (end - start > limit) {
    const cut = bestCut(text, start, limit);
    pieces.push([start, start + text.slice(start, cut).trimEnd().length]);
    start = skipSpace(text, cut);
  }
  return start < end ? [...pieces, [start, end]] : pieces;
}

function bestCut(text: string, start: number, limit: number): number {
  const head = text.slice(start, start + limit + 1);
  const lastGap = (gap: RegExp, after: number): number | undefined =>
    [...head.matchAll(gap)].map(({ index }) => index).findLast((index) => index > after && index <= limit);
  for (const gap of GAPS) {
    // A cut in the first third would leave a stub; a worse place further on is better.
    const at = lastGap(gap, limit / 3);
    if (at !== undefined) return start + at;
  }
  const stub = lastGap(/\s+/g, 0); // still better than a word in two
  if (stub !== undefined) return start + stub;
  const code = text.charCodeAt(start + limit - 1);
  return start + (code >= 0xd800 && code <= 0xdbff ? limit - 1 : limit);
}

function skipSpace(text: string, from: number): number {
  return from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0);
}
