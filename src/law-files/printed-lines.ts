/** A piece of text where it stands on a page, in points; `y` grows upwards. */
export interface PrintedPiece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of the letters. */
  readonly size: number;
}

export interface PrintedPage {
  readonly pieces: readonly PrintedPiece[];
}

interface PrintedLine {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly size: number;
  /** Pieces from left to right. A raised small number may be the mark of a note. */
  readonly parts: readonly { readonly text: string; readonly raised: string | undefined }[];
  readonly firstWordWidth: number;
}

export interface LaidOut {
  readonly lines: readonly string[];
  /** Line breaks of the page that were joined by one space. */
  readonly joined: number;
  /** Running heads and page numbers left out. */
  readonly dropped: number;
}

/**
 * Paragraphs from the places of letters on paper: lines go on where the next word would not have fitted; notes, printed smaller at the
 * foot, come at the end as `[n] …`, and the raised number in the text as `[n]` where such a note exists.
 *
 * @param isHeading Which lines open an article; their size is the size of the text.
 */
export function layOut(pages: readonly PrintedPage[], isHeading: (line: string) => boolean): LaidOut {
  const all = pages.map((page, nth) => linesOfPage(page, nth));
  const furniture = furnitureOf(all);
  const kept = all.map((lines) => lines.filter((line) => !furniture.has(line)));
  const textSize = sizeOfText(kept.flat(), isHeading);
  const { body, notes } = partNotes(kept, textSize);
  const numbers = new Set(notes.map((line) => line.parts[0]?.raised ?? '').filter(Boolean));
  const bodyLines = paragraphs(body, { isHeading, words: marksIn(numbers) });
  const noteLines = paragraphs(notes, {
    isHeading,
    words: noteWords,
    startsNote: (line) => line.parts[0]?.raised !== undefined,
  });
  return {
    lines: [...bodyLines, ...noteLines],
    joined: body.length + notes.length - bodyLines.length - noteLines.length,
    dropped: furniture.size,
  };
}

function linesOfPage({ pieces }: PrintedPage, page: number): readonly PrintedLine[] {
  const sorted = pieces.filter(({ text }) => text !== '').sort((a, b) => b.y - a.y || a.x - b.x);
  const rows: { y: number; size: number; pieces: PrintedPiece[] }[] = [];
  for (const piece of sorted) {
    const row = rows.at(-1);
    const isSpace = piece.text.trim() === '';
    if (row && Math.abs(row.y - piece.y) <= Math.max(row.size, piece.size) * 0.45) {
      row.pieces.push(piece);
      if (!isSpace && piece.size > row.size) [row.y, row.size] = [piece.y, piece.size];
    } else rows.push({ y: piece.y, size: isSpace ? 0 : piece.size, pieces: [piece] });
  }
  return rows.flatMap((row) => lineOf(row, page) ?? []);
}

function lineOf(row: { y: number; size: number; pieces: PrintedPiece[] }, page: number): PrintedLine | undefined {
  const pieces = row.pieces.sort((a, b) => a.x - b.x);
  const filled = pieces.filter(({ text }) => text.trim() !== '');
  const [first] = filled;
  const last = filled.at(-1);
  if (!first || !last) return undefined;
  const parts: { text: string; raised: string | undefined }[] = [];
  let right = first.x;
  let endsInSpace = true;
  for (const piece of pieces) {
    const isSpace = piece.text.trim() === '';
    if (isSpace && (piece.x < first.x || endsInSpace)) continue;
    const gap = piece.x - right;
    if (!isSpace && gap > row.size * 2.5) parts.push({ text: '\t', raised: undefined });
    else if (!isSpace && !endsInSpace && gap > row.size * 0.2) parts.push({ text: ' ', raised: undefined });
    const isRaised =
      piece.size < row.size * 0.8 && piece.y > row.y + row.size * 0.1 && /^\d{1,3}$/.test(piece.text.trim());
    parts.push({ text: piece.text, raised: isRaised ? piece.text.trim() : undefined });
    right = Math.max(right, piece.x + piece.width);
    endsInSpace = /\s$/.test(piece.text);
  }
  return {
    page,
    x: first.x,
    y: row.y,
    right: last.x + last.width,
    size: row.size,
    parts,
    firstWordWidth: firstWordWidth(filled),
  };
}

function firstWordWidth(pieces: readonly PrintedPiece[]): number {
  let width = 0;
  let right = pieces[0]?.x ?? 0;
  for (const { text, x, width: own, size } of pieces) {
    if (x - right > size * 0.2) break;
    const word = /^\S+/.exec(text)?.[0] ?? '';
    if (word.length < text.length) return width + (own * word.length) / text.length;
    width += own;
    right = x + own;
  }
  return width;
}

const textOf = (line: PrintedLine): string =>
  line.parts
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

const GAZETTE = /CÔNG BÁO\/Số .{1,60}Ngày \d{1,2}-\d{1,2}-\d{4}/iu;
const STAMP = /^(?:Ký bởi|Người ký|Thời gian ký|Email|Cơ quan) ?: ?\S/u;

/** What stands at the same height of several pages and differs in numbers only; page numbers; heads of the Official Gazette. */
function furnitureOf(pages: readonly (readonly PrintedLine[])[]): ReadonlySet<PrintedLine> {
  const seen = new Map<string, number>();
  const key = (line: PrintedLine): string => `${Math.round(line.y / 4)} ${textOf(line).replace(/\d+/g, '#')}`;
  const edges = pages.map((lines) => [...lines.slice(0, 2), ...lines.slice(-2)]);
  for (const line of edges.flatMap((lines) => [...new Set(lines)])) seen.set(key(line), (seen.get(key(line)) ?? 0) + 1);
  const often = Math.max(3, pages.length * 0.3);
  return new Set(
    pages.flatMap((lines, nth) =>
      lines.filter((line) => {
        const text = textOf(line);
        if (GAZETTE.test(text) || STAMP.test(text)) return true;
        const isEdge = edges[nth]?.includes(line) ?? false;
        const isOuter = line === lines[0] || line === lines.at(-1);
        return (
          (isEdge && (seen.get(key(line)) ?? 0) >= often) ||
          (isOuter && /^(?:Trang |Page )?[-–]? ?\d{1,4} ?[-–]?$/.test(text))
        );
      }),
    ),
  );
}

function sizeOfText(lines: readonly PrintedLine[], isHeading: (line: string) => boolean): number {
  const headings = lines.filter((line) => isHeading(textOf(line)));
  const letters = new Map<number, number>();
  for (const line of headings.length > 0 ? headings : lines) {
    const size = Math.round(line.size * 2) / 2;
    letters.set(size, (letters.get(size) ?? 0) + (headings.length > 0 ? 1 : textOf(line).length));
  }
  return [...letters].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

/** Notes are printed smaller, below the text; the first begins with its raised number, and they may fill pages. */
function partNotes(
  pages: readonly (readonly PrintedLine[])[],
  textSize: number,
): { readonly body: readonly PrintedLine[]; readonly notes: readonly PrintedLine[] } {
  const body: PrintedLine[] = [];
  const notes: PrintedLine[] = [];
  const isSmall = (line: PrintedLine): boolean => line.size < textSize - 0.9;
  for (const lines of pages) {
    const lastText = lines.findLastIndex((line) => !isSmall(line));
    const firstNote = lines.findIndex((line, nth) => nth > lastText && line.parts[0]?.raised !== undefined);
    const from = notes.length > 0 ? lastText + 1 : firstNote;
    const cut = firstNote === -1 && notes.length === 0 ? lines.length : from;
    for (const [nth, line] of lines.entries()) (nth < cut ? body : notes).push(line);
  }
  return { body, notes };
}

interface ParagraphNeeds {
  readonly isHeading: (line: string) => boolean;
  readonly words: (line: PrintedLine) => string;
  readonly startsNote?: (line: PrintedLine) => boolean;
}

function paragraphs(
  lines: readonly PrintedLine[],
  { isHeading, words, startsNote }: ParagraphNeeds,
): readonly string[] {
  const left = edgeByPage(lines);
  const right = quantile(
    lines.map((line) => line.right),
    0.97,
  );
  const gaps = lines.map((line, nth) => (lines[nth - 1]?.y ?? 0) - line.y).filter((gap) => gap > 0);
  const usualGap = quantile(gaps, 0.4);
  const found: string[][] = [];
  for (const [nth, line] of lines.entries()) {
    const before = lines[nth - 1];
    const joins =
      before !== undefined &&
      !startsNote?.(line) &&
      goesOn(before, line, { left: left.get(line.page) ?? 0, right, usualGap, isHeading });
    if (joins) found.at(-1)?.push(words(line));
    else found.push([words(line)]);
  }
  return found.map((parts) => parts.join(' '));
}

interface Edges {
  readonly left: number;
  readonly right: number;
  readonly usualGap: number;
  readonly isHeading: (line: string) => boolean;
}

/** Does this line go on with the one before? It stands at the edge, and its first word had no room on the line before. */
function goesOn(before: PrintedLine, line: PrintedLine, { left, right, usualGap, isHeading }: Edges): boolean {
  if (Math.abs(before.size - line.size) > 1 || line.x > left + 5) return false;
  const hadRoom = before.right + line.size * 0.2 + line.firstWordWidth < right - 2;
  if (hadRoom) return false;
  if (before.page === line.page && before.y - line.y > usualGap * 1.35 + 1) return false;
  const ended = /[.;:”"]\s*$/.test(textOf(before));
  return !(ended && (isHeading(textOf(line)) || /^(?:\d{1,3}[a-zđ]?\.|[a-zđ]{1,2}\)|[-–+] )/u.test(textOf(line))));
}

function edgeByPage(lines: readonly PrintedLine[]): ReadonlyMap<number, number> {
  const edges = new Map<number, number>();
  for (const { page, x } of lines) edges.set(page, Math.min(edges.get(page) ?? x, x));
  return edges;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Notes are marked in the order of their numbers; one or another may be marked in what is left out. */
const MARKS_APART = 3;

/**
 * Words of lines of the text, taken from the first on, with raised numbers as `[n]` where they can be marks of notes: such a note
 * exists and its turn has come. The raised 2 of “m²” is neither.
 */
function marksIn(numbers: ReadonlySet<string>): (line: PrintedLine) => string {
  let last = 0;
  return (line) => {
    let before = '';
    for (const { text, raised } of line.parts) {
      const number = Number(raised);
      const isUnit = /(?:^|[\s\d])(?:[cdkm]?m|ha)$/u.test(before) && (number === 2 || number === 3);
      if (raised !== undefined && numbers.has(raised) && !isUnit && number >= last && number <= last + MARKS_APART) {
        before += `[${raised}]`;
        last = number;
      } else before += text;
    }
    return oneSpace(before);
  };
}

/** Words of lines of notes; the raised number in front of a note is its own. */
function noteWords({ parts }: PrintedLine): string {
  const [first, ...others] = parts;
  const opening = first?.raised === undefined ? (first?.text ?? '') : `[${first.raised}] `;
  return oneSpace(opening + others.map(({ text }) => text).join(''));
}

function oneSpace(text: string): string {
  return text.replace(/ {2,}/g, ' ').trim();
}
