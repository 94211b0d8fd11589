import { fold } from '../language/fold.ts';
import { instrumentCode } from './instrument-code.ts';
import type { Refusal } from './law-text.ts';
import { dayIn, seen } from './lines.ts';

/** One instrument inside a page of the official Codification (Bộ pháp điển), with its articles as plain lines. */
export interface CodifiedInstrument {
  readonly code: string | undefined;
  /** `Luật Trợ giúp pháp lý`. */
  readonly name: string;
  readonly number: string;
  readonly adoptedOn: string | undefined;
  readonly inForceFrom: string | undefined;
  readonly articles: number;
  /** Its articles in the order of their numbers, with the headings they have in the instrument itself. */
  readonly lines: readonly string[];
}

/** `Điều 4.5.LQ.1. Phạm vi điều chỉnh`: subject, heading, kind of source, number. */
const HEADING = /^Điều \d{1,2}\.\d{1,2}\.(\p{Lu}{2,4})((?:\.\d{1,4}[a-zđ]?)+)\.\s*(.*)$/u;
/** `(Điều 1 Luật số 11/2017/QH14 Trợ giúp pháp lý ngày 20/06/2017 của Quốc hội, có hiệu lực thi hành kể từ ngày 01/01/2018)` */
const SOURCE =
  /^\(Điều (\d{1,4}[a-zđ]?) (.{2,60}?) số (\S+?)(?:,? (.*?))?(?:,? (?:có hiệu lực|đã được|được sửa đổi|ngày hiệu lực).*)?\)\.?$/u;
const REFERENCE = /^\(Điều này có nội dung liên quan/u;
/** The name of a file to fetch, below the article whose appendix it is. */
const ATTACHED_FILE = /^\S.{0,200}\.(?:docx?|pdf|xlsx?|rar|zip)$/iu;
const DIVISION = /^(?:Phần|Chương|Mục|Tiểu mục) [\dIVXLC]+/u;

export function isCodification(lines: readonly string[]): boolean {
  return lines.filter(isCodifiedHeading).length >= 3;
}

export function isCodifiedHeading(line: string): boolean {
  return line.length < 2000 && HEADING.test(seen(line));
}

interface Piece {
  readonly article: string;
  readonly heading: string;
  readonly lines: readonly string[];
}

/** Takes a page apart into the instruments that are interleaved in it. */
export function codified(lines: readonly string[]): readonly CodifiedInstrument[] {
  const found = new Map<string, { kind: string; name: string; days: string; start: string; pieces: Piece[] }>();
  for (const { heading, source, body } of piecesIn(lines)) {
    const match = SOURCE.exec(source);
    if (!match) continue;
    const [, article = '', kind = '', number = '', rest = ''] = match;
    const known = found.get(number) ?? { kind, name: '', days: '', start: '', pieces: [] };
    const [name = ''] = rest.split(/ ngày \d/u);
    known.name ||= /^ngày \d/u.test(rest) ? '' : name.trim();
    known.days ||= /ngày \d{1,2}\/\d{1,2}\/\d{4}/u.exec(rest)?.[0] ?? '';
    known.start ||= /có hiệu lực.*$/u.exec(source)?.[0] ?? '';
    known.pieces.push({ article, heading, lines: body });
    found.set(number, known);
  }
  return [...found].map(([number, { kind, name, days, start, pieces }]) => {
    const adoptedOn = dayIn(days);
    const whole = `${kind} ${name}`.trim();
    return {
      code: instrumentCode({
        kind: KINDS[fold(kind)],
        name: whole,
        number,
        year: adoptedOn?.slice(0, 4) ?? /\/(\d{4})\//.exec(number)?.[1],
      }),
      name: whole,
      number,
      adoptedOn,
      inForceFrom: dayIn(start),
      articles: pieces.length,
      lines: [...pieces].sort(byNumber).flatMap((piece) => [`Điều ${piece.article}. ${piece.heading}`, ...piece.lines]),
    };
  });
}

const KINDS: Readonly<Record<string, 'law' | 'code' | 'ordinance' | 'decree' | 'circular' | 'resolution'>> = {
  luat: 'law',
  'bo luat': 'code',
  'phap lenh': 'ordinance',
  'nghi dinh': 'decree',
  'thong tu': 'circular',
  'thong tu lien tich': 'circular',
  'nghi quyet': 'resolution',
};

function byNumber(a: Piece, b: Piece): number {
  return Number.parseInt(a.article, 10) - Number.parseInt(b.article, 10) || (a.article < b.article ? -1 : 1);
}

interface CodifiedPiece {
  readonly heading: string;
  readonly source: string;
  readonly body: readonly string[];
}

function piecesIn(lines: readonly string[]): readonly CodifiedPiece[] {
  const pieces: { heading: string; source: string; body: string[]; isOpen: boolean }[] = [];
  for (const line of lines) {
    const text = seen(line);
    const heading = HEADING.exec(text)?.[3];
    const piece = pieces.at(-1);
    if (heading !== undefined) pieces.push({ heading, source: '', body: [], isOpen: true });
    else if (piece === undefined || text === '') continue;
    else if (piece.source === '' && text.startsWith('(Điều ')) piece.source = text;
    else if (REFERENCE.test(text) || DIVISION.test(text)) piece.isOpen = false;
    else if (piece.isOpen && !ATTACHED_FILE.test(text)) piece.body.push(line);
  }
  return pieces;
}

/**
 * The instrument that was asked for, by code or number.
 *
 * @returns A refusal that names all that are there when none was asked for or none fits.
 */
export function chosen(all: readonly CodifiedInstrument[], wanted: string | undefined): CodifiedInstrument | Refusal {
  const choices = all.map(({ code, name, number, articles }) => ({ code, name, number, articles }));
  const listed = choices
    .map(({ code, name, number, articles }) => `${code ?? number} (${name}, ${articles} điều)`)
    .join('; ');
  if (wanted === undefined) {
    return {
      code: 'several-instruments',
      message: `Trang pháp điển gồm ${all.length} văn bản, hãy chọn một bằng --code: ${listed}`,
      choices,
    };
  }
  const plain = (text: string): string => fold(text).replace(/[^a-z0-9]+/g, '-');
  return (
    all.find(({ code, number }) => code === wanted || plain(number) === plain(wanted)) ?? {
      code: 'instrument-not-found',
      message: `Trang pháp điển không có văn bản ${wanted}. Trong trang có: ${listed}`,
      choices,
    }
  );
}
