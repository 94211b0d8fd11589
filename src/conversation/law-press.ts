import { type ArticlePlace, type Citation, parseCitation, partsOf } from '../knowledge/citation.ts';

/*
 * A place in the law on a button: ASCII, and with `law:`, `contents:` or `look:` at most 60 bytes, though the codes of some
 * instruments are longer. Those are cut and get a checksum, so that a button of an old message is understood or refused,
 * never misread.
 */

/** What is left of 60 bytes beside `look:`, a colon and the longest place: `100dd.10dd.dd`. */
const LONGEST_CODE = 41;
const CHECKSUM_AND_MARK = 8;

export type LawPress = `law:${string}`;
export type ContentsPress = `contents:${string}:${number}`;
export type LookPress = `look:${string}`;

/** `law:bo-luat-lao-dong-2019:145.1.a`. */
export function lawPress(citation: Citation): LawPress {
  const parts = partsOf(citation);
  return `law:${shortCode(parts.code)}:${writtenPlace(parts)}`;
}

/** The citation that a button carries, of one of these instruments. */
export function lawPressed(press: string, codes: Iterable<string>): Citation | undefined {
  if (!press.startsWith('law:')) return undefined;
  const [, short = '', place = '', more] = press.split(':');
  const code = longCode(short, codes);
  return code === undefined || more !== undefined ? undefined : readPlace(code, place);
}

/** A page of the contents of an instrument, from 1. */
export function contentsPress(code: string, page: number): ContentsPress {
  return `contents:${shortCode(code)}:${page}`;
}

export function contentsPressed(
  press: string,
  codes: Iterable<string>,
): { readonly code: string; readonly page: number } | undefined {
  const [, short = '', page] = /^contents:([a-z0-9~-]+):(\d{1,3})$/.exec(press) ?? [];
  const code = longCode(short, codes);
  return code === undefined ? undefined : { code, page: Number(page) };
}

/** Which of several laws was meant; with the place asked for where there is one. */
export function lookPress(code: string, place: ArticlePlace | undefined): LookPress {
  return `look:${shortCode(code)}${place ? `:${writtenPlace(place)}` : ''}`;
}

export function lookPressed(
  press: string,
  codes: Iterable<string>,
): { readonly code: string; readonly place: ArticlePlace | undefined } | undefined {
  if (!press.startsWith('look:')) return undefined;
  const [, short = '', place] = press.split(':');
  const code = longCode(short, codes);
  if (code === undefined) return undefined;
  const citation = place && readPlace(code, place);
  return { code, place: citation ? partsOf(citation) : undefined };
}

function writtenPlace({ article, clause, point }: ArticlePlace): string {
  return [article, clause, point].flatMap((part) => (part === undefined ? [] : [inAscii(part)])).join('.');
}

function readPlace(code: string, written: string): Citation | undefined {
  const citation = `${code}:${written.split('.').map(fromAscii).join('.')}`;
  return parseCitation(citation) ? (citation as Citation) : undefined;
}

function shortCode(code: string): string {
  if (code.length <= LONGEST_CODE) return code;
  return `${code.slice(0, LONGEST_CODE - CHECKSUM_AND_MARK)}~${checksum(code)}`;
}

function longCode(short: string, codes: Iterable<string>): string | undefined {
  for (const code of codes) if (shortCode(code) === short) return code;
  return undefined;
}

/** FNV-1a over the code, which is ASCII: seven characters of base 36. */
function checksum(code: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < code.length; at += 1) hash = Math.imul(hash ^ code.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(36).padStart(CHECKSUM_AND_MARK - 1, '0');
}

/** No letter doubles otherwise: `4đ` and point `đ` become `4dd` and `dd`. */
function inAscii(part: string): string {
  return part.replace('đ', 'dd');
}

function fromAscii(part: string): string {
  return part.replace('dd', 'đ');
}
