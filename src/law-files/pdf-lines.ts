import { articleHeading } from '../law/headings.ts';
import type { Warning } from '../law/law-text.ts';
import { linesOf } from '../law/lines.ts';
import { layOut, type PrintedPage, type PrintedPiece } from './printed-lines.ts';
import { Refused } from './refused.ts';

/** Fewer letters on a page than this is a stamp on a picture, not a page of law. */
const LETTERS_ON_A_PAGE = 40;

export interface PdfOptions {
  /** Called after every page. */
  readonly onPage?: ((done: number, of: number) => void) | undefined;
}

/**
 * The paragraphs of a PDF with a text layer; notes at the foot of pages come at the end as `[n]`, heads and page numbers fall away.
 *
 * @throws Refused `encrypted`, `corrupt` or `scan`.
 */
export async function pdfLines(
  bytes: Uint8Array,
  { onPage }: PdfOptions = {},
): Promise<{ readonly lines: readonly string[]; readonly warnings: readonly Warning[] }> {
  const pages = await printedPages(bytes, onPage);
  const letters = pages.map(({ pieces }) =>
    pieces.reduce((sum, { text }) => sum + text.replace(/[^\p{L}\p{C}]/gu, '').length, 0),
  );
  const empty = letters.filter((count) => count < LETTERS_ON_A_PAGE).length;
  if (empty > pages.length / 2) {
    throw new Refused('scan', 'Tệp PDF chỉ có hình ảnh (bản chụp, bản quét), không có chữ để đọc. Hãy tìm bản có chữ.');
  }
  const { lines, joined, dropped } = layOut(pages, (line) => articleHeading(line)?.strong ?? false);
  return {
    lines: linesOf(lines.join('\n')),
    warnings: [
      { kind: 'lines-joined', message: `Đã nối ${joined} chỗ ngắt dòng của trang in bằng một dấu cách.` },
      ...(dropped > 0
        ? [
            {
              kind: 'page-furniture-left-out',
              message: `Đã bỏ ${dropped} dòng đầu trang, cuối trang và số trang.`,
            } as const,
          ]
        : []),
      ...(empty > 0
        ? [
            {
              kind: 'pages-without-text',
              message: `${empty} trang không có chữ (có lẽ là ảnh): có thể thiếu nội dung.`,
            } as const,
          ]
        : []),
    ],
  };
}

async function printedPages(bytes: Uint8Array, onPage: PdfOptions['onPage']): Promise<readonly PrintedPage[]> {
  // Two hundred megabytes that a program which is shown no PDF never needs.
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    const pages: PrintedPage[] = [];
    for (let nth = 1; nth <= document.numPages; nth += 1) {
      const page = await document.getPage(nth);
      const { items } = await page.getTextContent();
      pages.push({
        pieces: items.flatMap((item): readonly PrintedPiece[] => {
          if (!('str' in item) || item.str === '') return [];
          const [, , skew = 0, height = 0, x = 0, y = 0] = item.transform as readonly number[];
          return [{ text: item.str, x, y, width: item.width, size: Math.hypot(skew, height) }];
        }),
      });
      page.cleanup();
      onPage?.(nth, document.numPages);
    }
    return pages;
  } catch (cause) {
    const name = cause instanceof Error ? cause.name : '';
    throw name === 'PasswordException'
      ? new Refused('encrypted', 'Tệp PDF được đặt mật khẩu: hãy lưu lại không có mật khẩu.', cause)
      : new Refused('corrupt', 'Tệp PDF bị hỏng, không đọc được.', cause);
  } finally {
    await task.destroy();
  }
}
