import { fold } from '../language/fold.ts';
import type { DivisionLevel } from './law-text.ts';
import { isCapitals, seen } from './lines.ts';

/** A line that may open an article. */
export interface ArticleHeading {
  readonly number: string;
  /** Pages of portals carry a translation below the original. */
  readonly language: 'vi' | 'en';
  /** What stands after the number on the same line, as printed. */
  readonly rest: string;
  /** With a full stop or colon after the number, as most laws print it; without, it stands alone on its line. */
  readonly strong: boolean;
}

const START = /^[^\p{L}\p{N}“”"'«]{0,4}\p{L} ?\p{L} ?\p{L} ?\p{L} ?\p{L}? ?\p{L}? ?\p{L}?/u;
const VIETNAMESE =
  /^[^\p{L}\p{N}“”"'«]{0,4}[ĐÐƉDđd]\s?[iìíI]\s?[\p{L}\p{M}]{1,3}\s{0,4}(?:thứ\s)?(\d{1,4})\s?([a-zđ]{0,2}?)(?:\s{0,2}[.:]((?:\[\d{1,3}\])?\s*[^\d].*|(?:\[\d{1,3}\])?\s*)$|(\s*(?:\[\d{1,3}\])?\s*)$|(\s{0,2}\[\d{1,3}\]\s?[.:].*)$|(\s?[-–] .*)$|(\s\(.*\)\.?\s*)$)/su;
const ENGLISH =
  /^[^\p{L}\p{N}“”"'«]{0,4}(?:Article|ARTICLE)\s{1,4}(\d{1,4})\s?([a-z]?)(?:\s{0,2}[.:]((?:\[\d{1,3}\])?\s*[^\d].*|\s*)$|(\s*)$|(?!)()|(\s?[-–] .*)$|(\s\(.*\)\.?\s*)$)/su;

/** @returns The heading, or `undefined` where the line does not open an article: “Điều 12 của Luật này” does not. */
export function articleHeading(line: string): ArticleHeading | undefined {
  if (line.length > 100_000) line = line.slice(0, 100_000);
  const start = START.exec(line.slice(0, 24))?.[0];
  if (start === undefined) return undefined;
  const folded = fold(start).replace(/[^a-z]/g, '');
  const language = folded.startsWith('dieu') ? 'vi' : 'en';
  const match = language === 'vi' ? VIETNAMESE.exec(line) : folded.startsWith('artic') ? ENGLISH.exec(line) : null;
  if (!match) return undefined;
  const [, digits = '', letter = '', afterStop, alone, afterMark, afterDash, inBrackets] = match;
  const rest = afterStop ?? afterMark ?? afterDash ?? inBrackets ?? alone ?? '';
  return {
    number: `${Number(digits)}${letter}`,
    language,
    rest,
    strong: alone === undefined,
  };
}

export interface DivisionHeading {
  readonly level: DivisionLevel;
  readonly label: string;
  readonly title: string;
}

const ORDINAL = 'thứ (?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười(?: \\p{L}{2,4})?)';
const DIVISION = new RegExp(
  `^(?<label>(?<part>Phần (?:${ORDINAL}|[IVXLC]+[a-z]?|\\d+|chung|các tội phạm)|PART [IVXLC\\d]+)|(?<chapter>(?:Chương|CHAPTER) (?:[IVXLC]+[a-z]?|\\d+[a-z]?|thứ \\p{L}+))|(?<subsection>Tiểu mục \\d+[a-z]?)|(?<section>(?:Mục|SECTION) (?:\\d+[a-z]?|[IVXLC]+[a-z]?)))\\s*(?:\\[\\d{1,3}\\])?\\s*(?<stop>[.:–-]?)\\s*(?:\\[\\d{1,3}\\])?\\s*(?<title>.*)$`,
  'iu',
);

/**
 * @returns A part, chapter or section; `undefined` for a sentence that only begins like one: “Chương II của Luật này quy định…”.
 */
export function divisionHeading(line: string): DivisionHeading | undefined {
  if (line.length > 400) return undefined;
  const text = seen(line);
  const groups = DIVISION.exec(text)?.groups;
  if (!groups) return undefined;
  const { label = '', title = '', stop = '', part, chapter, subsection } = groups;
  if (!/^\p{Lu}/u.test(text)) return undefined;
  const isTitle = title === '' || stop !== '' || isCapitals(title) || /^\(.*\)$/.test(title);
  if (!isTitle || /[;,]$/.test(title) || (/\.$/.test(title) && !isCapitals(title))) return undefined;
  const level =
    part !== undefined
      ? 'part'
      : chapter !== undefined
        ? 'chapter'
        : subsection !== undefined
          ? 'subsection'
          : 'section';
  return { level, label, title };
}

const APPENDIX =
  /^(?:(?:PHỤ LỤC|Phụ lục|APPENDIX|ANNEX|Annex)(?: (?:SỐ |số |Số )?[IVXLC\d]+[a-zA-Z]?)?|(?:Mẫu|MẪU|Biểu mẫu|BIỂU MẪU)(?: số| SỐ)?:? ?\d[\dA-Za-z./-]*)(?:\[\d{1,3}\])? ?[.:]?(?: ?(?:\(.*\)|\p{Lu}[^\p{Ll}]*))?$/u;

/** Does an appendix or a form begin here? */
export function isAppendixHeading(line: string): boolean {
  return line.length <= 300 && APPENDIX.test(seen(line));
}

const PASSED =
  /^(?:Luật|Bộ luật|Hiến pháp|Nghị quyết|Pháp lệnh)\b.{0,120}?(?:được|đã được) (?:Quốc hội|Ủy ban thường vụ Quốc hội)\b.{0,200}?thông qua/iu;
const SIGNED =
  /^(?:TM\. |KT\. |TL\. |TUQ\. |Q\. )?(?:CHỦ TỊCH|CHÍNH PHỦ|THỦ TƯỚNG|BỘ TRƯỞNG|CHỦ NHIỆM|TỔNG KIỂM TOÁN|CHÁNH ÁN|VIỆN TRƯỞNG|TỔNG THANH TRA|PHÓ CHỦ TỊCH|ỦY BAN|UỶ BAN|HỘI ĐỒNG THẨM PHÁN|PHÓ THỦ TƯỚNG|THỨ TRƯỞNG|THỐNG ĐỐC|VĂN PHÒNG QUỐC HỘI|VĂN PHÒNG CHÍNH PHỦ)(?![\p{Ll}])[^\p{Ll}]*(?:\([Đđ]ã ký\))? ?(?:(?:\p{Lu}\p{Ll}+ ?){2,6})?$/u;
const SIGNED_FOR = /^(?:TM\.|KT\.|TL\.|TUQ\.) ?\p{Lu}/u;
const RECIPIENTS = /^Nơi nhận ?:/u;
const CONSOLIDATED = /XÁC THỰC VĂN BẢN HỢP NHẤT|^Số ?: ?\d{1,4}\/VBHN/u;
const WITNESS = /^IN (?:WITNESS|FAITH) (?:THEREOF|WHEREOF)/u;

/** “Luật này được Quốc hội … thông qua ngày …”: nothing of the law comes after it but signatures and what is attached. */
export function isPassedFormula(line: string): boolean {
  return line.length <= 600 && PASSED.test(seen(line));
}

const CONTINUED = /^\((?:Xem tiếp|Tiếp) (?:theo )?Công báo số .{1,60}\)$/u;

/** “(Xem tiếp theo Công báo số 1205 + 1206)”: the Official Gazette prints the rest, or printed the beginning, in another number. */
export function isContinuedElsewhere(line: string): boolean {
  return line.length < 120 && CONTINUED.test(seen(line));
}

/** Does the law end here: “Luật này được Quốc hội … thông qua”, the signature, the recipients? */
export function isClosing(line: string): boolean {
  if (line.length > 600) return false;
  const text = seen(line);
  return [PASSED, SIGNED, SIGNED_FOR, RECIPIENTS, CONSOLIDATED, WITNESS, CONTINUED].some((form) => form.test(text));
}
