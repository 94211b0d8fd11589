import { clausesOf } from './clauses.ts';
import { articleHeading } from './headings.ts';
import { isBlank, withoutMarks } from './lines.ts';
import type { StatedAmendment, StatedText } from './stated.ts';

/** The words of an article. */
export type ArticleWords = Pick<StatedText, 'heading' | 'headingLine' | 'text'>;

/** What a change makes of an article: other words, or no article any more. */
export interface Changed {
  readonly words: ArticleWords | undefined;
  /** Words that stood there before still stand there. */
  readonly keeps: boolean;
}

/**
 * Carries out a change in the words of an article, word for word: the words that the amending law quotes take exactly the
 * place of those it names. Nothing is rephrased, renumbered or filled in.
 *
 * @param before The words that bind until then; undefined where there are none.
 * @returns `undefined` where the place cannot be found for certain: then only a consolidated text can tell.
 */
export function applyChange(before: ArticleWords | undefined, change: StatedAmendment): Changed | undefined {
  const { act, article, clause, point, text } = change;
  if (act === 'unclear') return undefined;
  if (clause === undefined && point !== undefined) return undefined;
  if (clause === undefined) {
    if (act === 'repealed') return { words: undefined, keeps: false };
    return text === undefined ? undefined : wholeArticle(before, article, text);
  }
  if (before === undefined) return undefined;
  const changed = point === undefined ? inClauses(before.text, change, clause) : inPoints(before.text, change, clause);
  return changed === undefined ? undefined : { words: { ...before, text: changed }, keeps: true };
}

function wholeArticle(before: ArticleWords | undefined, article: string, text: string): Changed | undefined {
  const [line = '', ...more] = text.split('\n');
  const heading = articleHeading(line);
  if (heading?.number !== article) return undefined;
  const body = trimmed(more).join('\n');
  const title = withoutMarks(heading.rest).trim();
  if (body !== '' && !/^\d{1,2}\. |[.;:,]$/u.test(title)) {
    return { words: { heading: title, headingLine: line, text: body }, keeps: false };
  }
  // A line alone is a new heading where the article had one; its text then stays.
  if (body === '' && before && before.heading !== '') {
    return { words: { heading: title, headingLine: line, text: before.text }, keeps: true };
  }
  if (title === '') return undefined;
  const at = line.length - heading.rest.length;
  const words = [heading.rest.trimStart(), body].filter(Boolean).join('\n');
  return { words: { heading: '', headingLine: line.slice(0, at), text: words }, keeps: false };
}

interface Part {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

function inClauses(text: string, { act, text: words }: StatedAmendment, clause: string): string | undefined {
  const clauses = clausesOf(text);
  const parts = clauses.map(
    ({ number, at }, nth): Part => ({ name: number, from: at, to: clauses[nth + 1]?.at ?? text.length }),
  );
  if (act !== 'repealed' && (words === undefined || !new RegExp(`^\\s*${clause}\\s?[.)]`, 'u').test(words)))
    return undefined;
  return act === 'inserted'
    ? inserted(text, parts, clause, words ?? '')
    : put(text, parts, clause, act === 'repealed' ? undefined : words);
}

const POINT_START = /^\s{0,8}([a-zđ]{1,2}\d?)\s?\)/u;

function inPoints(text: string, { act, point = '', text: words }: StatedAmendment, clause: string): string | undefined {
  const clauses = clausesOf(text).map((one, nth, all) => ({ ...one, to: all[nth + 1]?.at ?? text.length }));
  const [within, another] = clauses.filter(({ number }) => number === clause);
  if (!within || another) return undefined;
  const parts = within.points.map(
    ({ letter, at }, nth): Part => ({ name: letter, from: at, to: within.points[nth + 1]?.at ?? within.to }),
  );
  // What stands below the last point may belong to the whole clause.
  const last = parts.at(-1);
  if (last && text.slice(last.from, last.to).trimEnd().includes('\n')) return undefined;
  if (act === 'repealed') return put(text, parts, point, undefined);
  const pieces = pointsIn(words ?? '');
  if (pieces?.[0]?.name !== point) return undefined;
  const places = pieces.map(({ name }) => parts.findIndex((part) => part.name === name));
  if (act === 'inserted') {
    return places.every((place) => place === -1) ? inserted(text, parts, point, words ?? '') : undefined;
  }
  if (places.some((place, nth) => place === -1 || place <= (places[nth - 1] ?? -1))) return undefined;
  // From the last to the first, so that places before stay where they are.
  return pieces.reduceRight<string | undefined>(
    (changed, piece) => (changed === undefined ? undefined : put(changed, parts, piece.name, piece.words)),
    text,
  );
}

/** “b) … c) …” in one quotation are two points. */
function pointsIn(words: string): readonly { readonly name: string; readonly words: string }[] | undefined {
  const points: { name: string; words: string }[] = [];
  for (const line of words.split('\n')) {
    const name = POINT_START.exec(line)?.[1];
    const open = points.at(-1);
    if (name !== undefined) points.push({ name, words: line });
    else if (open) open.words += `\n${line}`;
    else return undefined;
  }
  return points;
}

/** In place of the part with this name, which must stand there once; without words it falls away. */
function put(text: string, parts: readonly Part[], name: string, words: string | undefined): string | undefined {
  const [part, another] = parts.filter((one) => one.name === name);
  if (!part || another) return undefined;
  const before = text.slice(0, part.from);
  const after = text.slice(part.to);
  if (words === undefined) return after === '' ? before.replace(/\n+$/, '') : `${before}${after}`;
  return after === '' ? `${before}${words.trimEnd()}` : `${before}${words.trimEnd()}\n${after}`;
}

/** After the part that comes before it by its own name: `6a` after `6`, `5` after `4`, `e` after `đ`. */
function inserted(text: string, parts: readonly Part[], name: string, words: string): string | undefined {
  const before = nameBefore(name);
  const at = parts.findIndex((part) => part.name === before);
  const found = parts[at];
  if (!found || parts.some((part) => part.name === name) || parts.filter((part) => part.name === before).length > 1)
    return undefined;
  const head = text.slice(0, found.to).replace(/\n$/, '');
  const after = text.slice(found.to);
  return `${head}\n${words.trimEnd()}${after === '' ? '' : `\n${after}`}`;
}

const POINTS = [...'abcdđeghiklmnopqrstuvxy'];

function nameBefore(name: string): string | undefined {
  const [, digits, letter] = /^(\d+)([a-zđ]?)$/u.exec(name) ?? [];
  if (digits !== undefined) {
    if (!letter) return String(Number(digits) - 1);
    return letter === 'a' ? digits : `${digits}${POINTS[POINTS.indexOf(letter) - 1]}`;
  }
  const [, own, number] = /^([a-zđ])(\d?)$/u.exec(name) ?? [];
  if (own === undefined) return undefined;
  if (number) return number === '1' ? own : `${own}${Number(number) - 1}`;
  return POINTS[POINTS.indexOf(own) - 1];
}

function trimmed(lines: readonly string[]): readonly string[] {
  const from = lines.findIndex((line) => !isBlank(line));
  const to = lines.findLastIndex((line) => !isBlank(line));
  return from === -1 ? [] : lines.slice(from, to + 1);
}
