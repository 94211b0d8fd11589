import type { Refusal } from './law-text.ts';

/** Control characters, private-use letters and the mark for “could not be read”: none of them is printed in a law. */
const UNREADABLE = /[\p{Cc}\p{Co}\p{Cn}\uFFFD]/gu;
const ENGLISH_WORD = /\b(?:the|of|and|to|shall|in|or)\b/giu;
const VIETNAMESE_LETTER = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/giu;
/** “Điều”, “Luật”, “Quốc hội” in the encodings used before Unicode (TCVN3, VNI). */
const LEGACY = /§iÒu|LuËt|Quèc|®iÒu|Ñieàu|Luaät|Quoác|ñieàu/gu;

/** One unreadable character in so many is too much: a law of 50,000 characters with 100 holes in it must not be quoted. */
const UNREADABLE_SHARE = 1 / 500;
/** In printed Vietnamese about three letters in ten carry a mark; where not even one in ten does, letters were lost. */
const MARKED_SHARE = 0.1;

/** Can these words be trusted to be the words of the document? */
export function refusalOfText(lines: readonly string[], source: 'pdf' | 'other'): Refusal | undefined {
  const text = lines.join('\n');
  const letters = count(text, /\p{L}/gu);
  if (letters === 0) {
    return source === 'pdf'
      ? {
          code: 'scan',
          message: 'Tệp PDF chỉ có hình ảnh (bản chụp, bản quét), không có chữ để đọc. Hãy tìm bản có chữ.',
        }
      : { code: 'empty', message: 'Tệp không có chữ nào.' };
  }
  if (count(text, LEGACY) >= 3) {
    return {
      code: 'legacy-encoding',
      message: 'Chữ trong tệp theo bảng mã cũ (TCVN3 hoặc VNI). Hãy chuyển sang Unicode rồi nhập lại.',
    };
  }
  const unreadable = count(text.replace(/[\n\t]/g, ''), UNREADABLE);
  const english = count(text, ENGLISH_WORD) / Math.max(1, count(text, /\p{L}+/gu)) > 0.08;
  const marked = count(text, VIETNAMESE_LETTER) / letters;
  if (unreadable > letters * UNREADABLE_SHARE || (!english && letters > 200 && marked < MARKED_SHARE)) {
    return {
      code: 'broken-text-layer',
      message:
        source === 'pdf'
          ? 'Lớp chữ của tệp PDF bị hỏng: mất chữ có dấu hoặc có ký tự lạ. Không nhập được; hãy tìm bản khác.'
          : 'Chữ trong tệp bị hỏng: mất chữ có dấu hoặc có ký tự lạ. Không nhập được; hãy tìm bản khác.',
    };
  }
  return undefined;
}

function count(text: string, form: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(form)) found += 1;
  return found;
}
