/**
 * The lines of a text: Unicode NFC and `\n`, nothing else. This is all that is ever done to the words of a law (see `LawReading`).
 */
export function linesOf(text: string): readonly string[] {
  return text
    .replace(/^\uFEFF/, '')
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\u0085\f\v]/g, '\n')
    .split('\n');
}

/** A line as the recognisers look at it: look-alike letters, odd spaces and invisible marks put right. Never stored. */
export function seen(line: string): string {
  return line
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '')
    .replace(/[ÐƉ]/g, 'Đ')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

export function isBlank(line: string): boolean {
  return seen(line) === '';
}

/** Mostly capitals, as titles are printed. */
export function isCapitals(line: string): boolean {
  const letters = line.match(/\p{L}/gu) ?? [];
  const capitals = line.match(/\p{Lu}/gu) ?? [];
  return letters.length > 0 && capitals.length >= letters.length * 0.8;
}

/** Footnote marks: `[3]`, `[12]`. */
export const MARK = /\[(\d{1,3})\]/g;

export function withoutMarks(text: string): string {
  return text.replace(MARK, '');
}

/** A day written in words, `ngày 01 tháng 7 năm 2025` or `01/7/2025`, as `YYYY-MM-DD`; the first one in the text. */
export function dayIn(text: string): string | undefined {
  const found = /ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})|(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/iu.exec(
    text,
  );
  if (!found) return undefined;
  const [day, month, year] = [found[1] ?? found[4], found[2] ?? found[5], found[3] ?? found[6]];
  return `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
}
