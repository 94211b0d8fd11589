import { convertToHtml } from 'mammoth';
import type { Warning } from '../law/law-text.ts';
import { linesOf } from '../law/lines.ts';
import { htmlLines } from './html-lines.ts';
import { Refused } from './refused.ts';
import { unpackedSize } from './unpacked-size.ts';

/** Unpacked, a law of 500 articles has 5 MB; a file that swells to more than this is not one. */
const LARGEST_UNPACKED_BYTES = 200 * 1024 * 1024;

/**
 * The paragraphs of a Word file. Its footnotes stand as `[n]` in the text and as numbered lines at the end, as consolidated texts
 * print them.
 *
 * @throws Refused `corrupt` or `too-large`.
 */
export async function docxLines(
  bytes: Uint8Array,
): Promise<{ readonly lines: readonly string[]; readonly warnings: readonly Warning[] }> {
  const size = unpackedSize(bytes, LARGEST_UNPACKED_BYTES);
  if (size === 'too-large') throw new Refused('too-large', 'Tệp Word phình ra quá lớn khi giải nén.');
  if (size === 'odd') throw new Refused('corrupt', 'Tệp Word bị hỏng, không đọc được.');
  const html = await convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      styleMap: ['br[type="page"] => ', 'u => ', 'strike => '],
      includeDefaultStyleMap: true,
      ignoreEmptyParagraphs: true,
    },
  ).then(
    ({ value }) => value,
    (cause: unknown) => {
      throw new Refused('corrupt', 'Tệp Word bị hỏng, không đọc được.', cause);
    },
  );
  const notes = [...html.matchAll(/<li id="(?:foot|end)note-(\d+)">([\s\S]*?)<\/li>/g)];
  const body = html.replace(/<ol>(?:<li id="(?:foot|end)note-)[\s\S]*$/, '');
  const noteLines = notes.flatMap(([, number = '', text = '']) => {
    const [first = '', ...more] = htmlLines(text.replace(/<a href="#(?:foot|end)note-ref-\d+">↑<\/a>/g, ''), {
      keepSpaces: true,
    });
    return [`[${number}] ${first.trim()}`, ...more];
  });
  const lines = [...htmlLines(body.replace(/<(\/?)sup>/g, ''), { keepSpaces: true }), ...noteLines];
  return {
    lines: linesOf(lines.join('\n')),
    warnings: /<[ou]l>/.test(body)
      ? [
          {
            kind: 'automatic-numbering',
            message:
              'Word tự đánh số hoặc gạch đầu dòng một số đoạn; dấu đó không nằm trong chữ nên bị mất. Hãy so lại với bản chính thức.',
          },
        ]
      : [],
  };
}
