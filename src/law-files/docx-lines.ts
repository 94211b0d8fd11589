import { convertToHtml } from 'mammoth';
import type { Warning } from '../law/law-text.ts';
import { linesOf } from '../law/lines.ts';
import { htmlLines } from './html-lines.ts';
import { Refused } from './refused.ts';

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
  if (unpackedBytes(bytes) > LARGEST_UNPACKED_BYTES)
    throw new Refused('too-large', 'Tệp Word phình ra quá lớn khi giải nén.');
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

/** The sum of unpacked sizes that the directory of a zip file gives. */
function unpackedBytes(bytes: Uint8Array): number {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let sum = 0;
  for (
    let at = view.indexOf('PK\u0001\u0002', 0, 'latin1');
    at !== -1;
    at = view.indexOf('PK\u0001\u0002', at + 4, 'latin1')
  ) {
    if (at + 28 <= view.length) sum += view.readUInt32LE(at + 24);
  }
  return sum;
}
