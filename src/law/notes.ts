import type { Day } from '../base/days.ts';
import type { AmendingLaw, Note } from './law-text.ts';
import { dayIn, seen } from './lines.ts';

/** `[3] Khoản này…`, also where an editor left the number beside its mark: `3[3] Khoản này…`. */
const NOTE_START = /^\s{0,8}(?:\d{1,3})?\[(\d{1,3})\]\s{0,4}(?=\S)/u;

/** Where the numbered notes of a consolidated text begin: at the last `[1]` that opens a line; else at the end. */
export function notesBegin(lines: readonly string[]): number {
  for (let line = lines.length - 1; line >= 0; line -= 1) {
    if (NOTE_START.exec(lines[line] ?? '')?.[1] === '1') return line;
  }
  return lines.length;
}

/** The notes in these lines. A number that does not follow the one before belongs to the note it stands in. */
export function notesIn(lines: readonly string[]): readonly Note[] {
  const notes: { number: string; lines: string[] }[] = [];
  for (const line of lines) {
    const number = NOTE_START.exec(line)?.[1];
    const expected = Number(notes.at(-1)?.number ?? 0) + 1;
    if (number !== undefined && Number(number) >= expected && Number(number) <= expected + 3) {
      notes.push({ number, lines: [line.replace(NOTE_START, '')] });
    } else notes.at(-1)?.lines.push(line);
  }
  return notes.map((note) => ({ number: note.number, text: note.lines.join('\n').trim() }));
}

const CHANGED =
  /(?:được|bị) (?:sửa đổi|bổ sung|bãi bỏ|thay thế|thay|bỏ|hủy bỏ|huỷ bỏ|đính chính|chuyển|điều chỉnh|đổi|sửa)|hết hiệu lực/iu;
const QUOTED = /[“"][^”"]{0,20000}[”"]/gu;
const IN_FORCE = /có hiệu lực (?:thi hành )?(?:kể )?từ (ngày \d{1,2} tháng \d{1,2} năm \d{4})/giu;
const LAW_NUMBER = /\d{1,4}\/\d{4}\/[\p{Lu}\d-]+/gu;

/**
 * The day from which the wording binds that a note explains: the latest day it gives for an amending law. A note that only
 * quotes what another law says gives none.
 *
 * @param amendedBy For notes that name a law without its day.
 */
export function boundFrom(note: Note, amendedBy: readonly AmendingLaw[]): Day | undefined {
  const days = ownWords(note).flatMap((line): readonly Day[] => {
    const plain = line.replace(QUOTED, '');
    if (!CHANGED.test(plain)) return [];
    const given = [...plain.matchAll(IN_FORCE)].map(([, day = '']) => dayIn(day) ?? '');
    if (given.length > 0) return given;
    const numbers: readonly string[] = plain.match(LAW_NUMBER) ?? [];
    return amendedBy.filter(({ number }) => numbers.includes(number)).map(({ inForceFrom }) => inForceFrom ?? '');
  });
  return days.filter(Boolean).sort().at(-1);
}

/** The lines of a note up to where it begins to quote another law. */
function ownWords(note: Note): readonly string[] {
  const lines = note.text.split('\n').map(seen);
  const quotes = lines.findIndex((line) => /như sau ?:?$/u.test(line));
  return quotes === -1 ? lines : lines.slice(0, quotes);
}
