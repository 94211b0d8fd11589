const COMBINING_MARKS = /\p{Mn}/gu;

/**
 * Removes tone marks and letter marks, and lower-cases: `"Đuổi việc"` → `"duoi viec"`.
 *
 * Accepts composed (NFC) and decomposed (NFD) text alike. Folding loses meaning (`bán`, `bạn` and `bận` all become
 * `ban`), so it helps to *find* an entry and never decides alone between two.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(COMBINING_MARKS, '')
    .replace(/[đĐðÐ]/g, 'd')
    .toLowerCase();
}
