/** A piece of a text, as [start, end) in UTF-16 units. */
export type Piece = readonly [start: number, end: number];

/** From best to worst place to cut: between paragraphs, lines, sentences, words. */
const GAPS = [/\n\n+/g, /\n/g, /(?<=[.!?;:])\s/g, /\s+/g];

/**
 * Cuts a text into pieces of at most `limit` UTF-16 units, at the best place there is. A longer word is cut, but never
 * between the two halves of a surrogate pair. Pieces neither begin nor end with white space; only white space is lost.
 *
 * @param whole Parts of the text of which not even white space may be lost, in order: at a cut inside of them it stays at the
 *   end of the piece before.
 */
export function split(text: string, limit: number, whole: readonly Piece[] = []): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = skipSpace(text, 0, whole);
  const end = withoutSpace(text, 0, text.length, whole);
  while (end - start > limit) {
    const cut = cutAfter(text, start, limit, whole);
    pieces.push([start, withoutSpace(text, start, cut, whole)]);
    start = skipSpace(text, cut, whole);
  }
  return start < end ? [...pieces, [start, end]] : pieces;
}

function cutAfter(text: string, start: number, limit: number, whole: readonly Piece[]): number {
  const { at } = bestCut(text, start, limit, 'before');
  if (!inside(at, whole)) return at;
  const kept = bestCut(text, start, limit, 'behind');
  return inside(kept.at, whole) ? kept.end : kept.at;
}

/** @param space Whether the white space at the cut must have room too. */
function bestCut(
  text: string,
  start: number,
  limit: number,
  space: 'before' | 'behind',
): { readonly at: number; readonly end: number } {
  const head = text.slice(start, start + limit + 1);
  const lastGap = (gap: RegExp, after: number) =>
    [...head.matchAll(gap)]
      .map(({ 0: { length }, index }) => ({ at: index, end: index + length }))
      .findLast(({ at, end }) => at > after && (space === 'before' ? at : end) <= limit);
  for (const gap of GAPS) {
    // A cut in the first third would leave a stub; a worse place further on is better.
    const found = lastGap(gap, limit / 3);
    if (found) return { at: start + found.at, end: start + found.end };
  }
  const stub = lastGap(/\s+/g, 0); // still better than a word in two
  if (stub) return { at: start + stub.at, end: start + stub.end };
  const code = text.charCodeAt(start + limit - 1);
  const at = start + (code >= 0xd800 && code <= 0xdbff ? limit - 1 : limit);
  return { at, end: at };
}

/** Is something of a part that must stay whole on both sides? */
function inside(at: number, whole: readonly Piece[]): boolean {
  return whole.some(([from, to]) => from < at && at < to);
}

function skipSpace(text: string, from: number, whole: readonly Piece[]): number {
  const part = whole.find(([, to]) => from < to);
  const next = from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0);
  return part ? Math.max(from, Math.min(next, part[0])) : next;
}

function withoutSpace(text: string, start: number, end: number, whole: readonly Piece[]): number {
  const part = whole.findLast(([from]) => from < end);
  return Math.max(start + text.slice(start, end).trimEnd().length, part ? Math.min(part[1], end) : 0);
}
