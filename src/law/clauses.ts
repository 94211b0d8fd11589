import type { Clause, Point } from './law-text.ts';
import { quotations } from './quotations.ts';

const CLAUSE = /^\s{0,8}(\d{1,3}[a-zđ]?)\s?[.)]\s?(?:\[\d{1,3}\])?\s?(?=\S|$)/u;
const POINT = /^\s{0,8}([a-zđ]{1,2}\d?)\s?[)/]\s?/u;

/** Where clauses and points begin in the text of an article. What is quoted from another law is not looked at. */
export function clausesOf(text: string): readonly Clause[] {
  const lines = text.split('\n');
  const quoted = new Set<number>();
  for (const { from, to } of quotations(lines)) for (let line = from; line < to; line += 1) quoted.add(line);
  const clauses: { number: string; at: number; points: Point[] }[] = [];
  let at = 0;
  for (const [nth, line] of lines.entries()) {
    if (!quoted.has(nth)) {
      const number = CLAUSE.exec(line)?.[1];
      const letter = POINT.exec(line)?.[1];
      if (number !== undefined && follows(number, clauses.at(-1)?.number)) clauses.push({ number, at, points: [] });
      else if (letter !== undefined) clauses.at(-1)?.points.push({ letter, at });
    }
    at += line.length + 1;
  }
  return clauses;
}

/** `2` after `1`, `2a` after `2`, `3` after `2a`; the first may be any. */
function follows(number: string, before: string | undefined): boolean {
  if (before === undefined) return true;
  const [now, then] = [Number.parseInt(number, 10), Number.parseInt(before, 10)];
  return now > then || (now === then && number > before);
}
