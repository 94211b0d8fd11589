import { articleHeading, divisionHeading, isAppendixHeading, isClosing } from './headings.ts';
import type { Warning } from './law-text.ts';
import { isBlank, isCapitals, seen } from './lines.ts';

/** Lines as they were before a printer broke them, and what was done to them. */
export interface Unwrapped {
  readonly lines: readonly string[];
  readonly warnings: readonly Warning[];
}

const GAZETTE = /^(?:\d{1,4} )?CÔNG BÁO\/Số .{1,60}(?:Ngày|ngày) \d{1,2}-\d{1,2}-\d{4}(?: \d{1,4})?$/u;
const SIGNATURE_STAMP = /^(?:Ký bởi|Email|Cơ quan|Thời gian ký|Người ký) ?: ?\S/u;
const NOTE =
  /^(\d{1,3}) (?=(?:Điều|Khoản|Điểm|Cụm từ|Các cụm từ|Đoạn|Mục|Chương|Tên|Luật|Bộ luật|Nghị định|Nội dung|Từ|Tiêu đề|Phần|Quy định|Câu|Các)\b)/u;

/**
 * Joins the lines of a text that was taken from printed pages, where a line ends at the edge of the paper: running heads and page
 * numbers of the Official Gazette fall away, notes at the foot of a page go to the end as `[n]`. A text whose lines are its
 * paragraphs comes back as it is.
 */
export function unwrap(lines: readonly string[]): Unwrapped {
  const pages = pagesOf(lines);
  if (pages.length < 2 && !isWrapped(lines)) return { lines, warnings: [] };
  const width = widthOf(lines);
  const notes: string[] = [];
  const body: string[] = [];
  for (const page of pages) {
    const from = noteStart(page, notes.length);
    for (const [nth, line] of page.entries()) (nth < from ? body : notes).push(line);
  }
  const noteLines = notes.map((line) => line.trim().replace(NOTE, '[$1] ')).filter(Boolean);
  const joined = [...join(body, width), ...join(noteLines, width)];
  const dropped = lines.length - pages.reduce((sum, page) => sum + page.length, 0);
  return {
    lines: joined,
    warnings: [
      {
        kind: 'lines-joined',
        message: `Văn bản bị ngắt dòng theo khổ giấy: đã nối ${body.length + noteLines.length - joined.length} dòng bằng một dấu cách.`,
      },
      ...(dropped > 0
        ? [
            {
              kind: 'page-furniture-left-out',
              message: `Đã bỏ ${dropped} dòng đầu trang, số trang hoặc chữ ký số của Công báo.`,
            } as const,
          ]
        : []),
      ...(noteLines.length > 0
        ? [
            {
              kind: 'unmarked-notes',
              message: 'Chú thích ở chân trang được chuyển xuống cuối; số chú thích trong câu còn dính liền với chữ.',
            } as const,
          ]
        : []),
    ],
  };
}

/** The text between running heads, without page numbers and stamps. One page where there are no running heads. */
function pagesOf(lines: readonly string[]): readonly (readonly string[])[] {
  const heads = lines.filter((line) => GAZETTE.test(seen(line))).length;
  if (heads < 2) return [lines];
  const pages: string[][] = [[]];
  for (const [nth, line] of lines.entries()) {
    const text = seen(line);
    if (GAZETTE.test(text)) pages.push([]);
    else if (SIGNATURE_STAMP.test(text)) continue;
    else if (/^\d{1,4}$/.test(text) && isBesideHead(lines, nth)) continue;
    else pages.at(-1)?.push(line);
  }
  return pages;
}

function isBesideHead(lines: readonly string[], nth: number): boolean {
  for (let away = 1; away <= 3; away += 1) {
    if ([nth - away, nth + away].some((at) => GAZETTE.test(seen(lines[at] ?? '')))) return true;
  }
  return false;
}

/** Where the notes of a page begin: the first line that is numbered like one and talks of a change. */
function noteStart(page: readonly string[], before: number): number {
  const from = page.findIndex((line, nth) => {
    const found = NOTE.exec(seen(line));
    if (!found) return false;
    const words = page.slice(nth, nth + 4).join(' ');
    return /(?:được|có) (?:sửa đổi|bổ sung|bãi bỏ|thay thế|bỏ|căn cứ)|hết hiệu lực/u.test(words);
  });
  return from === -1 || before > page.length * 500 ? page.length : from;
}

/** Most long lines end without a stop, and none is much longer than the others. */
function isWrapped(lines: readonly string[]): boolean {
  const filled = lines.filter((line) => !isBlank(line)).map(seen);
  if (filled.length < 20) return false;
  const lengths = filled.map((line) => line.length).sort((a, b) => a - b);
  const longest = lengths[Math.floor(lengths.length * 0.99)] ?? 0;
  const long = filled.filter((line) => line.length >= longest * 0.6);
  const open = long.filter((line) => !/[.;:!?”"]$/u.test(line));
  return longest <= 150 && long.length >= filled.length * 0.3 && open.length >= long.length * 0.5;
}

function widthOf(lines: readonly string[]): number {
  const lengths = lines
    .map((line) => seen(line).length)
    .filter((length) => length > 0)
    .sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length * 0.9)] ?? 80;
}

function join(lines: readonly string[], width: number): readonly string[] {
  const joined: string[][] = [];
  let before: string | undefined;
  for (const line of lines) {
    const text = seen(line);
    if (text === '') continue;
    if (before !== undefined && goesOn(before, text, width)) joined.at(-1)?.push(line.trim());
    else joined.push([line.trim()]);
    before = text;
  }
  return joined.map((parts) => parts.join(' '));
}

/** Does a line only go on with the one before? */
function goesOn(before: string, line: string, width: number): boolean {
  if (opensParagraph(line)) return false;
  if (isCapitals(before) !== isCapitals(line) && isCapitals(before) && before.length < width) return false;
  const firstWord = line.split(' ', 1)[0] ?? '';
  const edge = articleHeading(before) ? width * 0.97 : width * 0.85;
  const wasFull = before.length + firstWord.length + 1 > edge;
  if (/^\p{Ll}/u.test(line)) return before.length > width * 0.4 || !/[.;:]$/u.test(before);
  if (/[.;:]$/u.test(before)) return false;
  return wasFull;
}

function opensParagraph(line: string): boolean {
  return (
    /^(?:\d{1,3}[a-zđ]?\.(?:\s|\d{1,3} )|[a-zđ]{1,2}\) |[-–+•] |[“"]|\[\d{1,3}\] |\(\d{1,3}\) )/u.test(line) ||
    (articleHeading(line)?.strong ?? false) ||
    (articleHeading(line) !== undefined && /^Điều \d+$/.test(line) === false) ||
    divisionHeading(line) !== undefined ||
    isAppendixHeading(line) ||
    isClosing(line)
  );
}
