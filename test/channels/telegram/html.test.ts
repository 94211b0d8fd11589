import { describe, expect, it } from 'vitest';
import { toHtml } from '../../../src/channels/telegram/html.ts';
import { fc } from '../../support/property.ts';

/** A text of Vietnamese, markup signs and emoji, and parts of it that are bold: in order, never overlapping. */
const message = fc
  .array(
    fc.constantFrom(
      'Điều 97',
      '<b>',
      '</b>',
      '&',
      '&amp;',
      '<',
      '>',
      '"',
      '\n',
      'lương',
      '👨‍👩‍👧',
      'ế'.normalize('NFD'),
    ),
  )
  .map((pieces) => pieces.join(''))
  .chain((text) =>
    fc.record({
      text: fc.constant(text),
      bold: fc
        .uniqueArray(fc.nat({ max: text.length }), { maxLength: 8 })
        .map((ends) => ends.sort((a, b) => a - b))
        .map((ends) => ends.flatMap((end, nth) => (nth % 2 === 1 ? [[ends[nth - 1] ?? 0, end] as const] : []))),
    }),
  );

const SIGNS: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };
const asShown = (html: string) =>
  html.replace(/<\/?b>/g, '').replace(/&(amp|lt|gt);/g, (entity) => SIGNS[entity] ?? '');

describe('toHtml', () => {
  it.each([
    ['không có gì đặc biệt', 'Gọi 111', [], 'Gọi 111'],
    ['tiêu đề đậm', 'Việc cần làm\n1. Gọi 111', [[0, 12]], '<b>Việc cần làm</b>\n1. Gọi 111'],
    ['ký tự của HTML', 'lương < 5 & "nợ" > 3', [], 'lương &lt; 5 &amp; "nợ" &gt; 3'],
    ['người dân viết thẻ', '<script>', [[0, 8]], '<b>&lt;script&gt;</b>'],
    [
      'hai chỗ đậm',
      'Một hai ba',
      [
        [0, 3],
        [8, 10],
      ],
      '<b>Một</b> hai <b>ba</b>',
    ],
  ] as const)('%s', (_, text, bold, html) => {
    expect(toHtml({ text, bold })).toBe(html);
  });

  it('shows the text as it was, with bold where it was asked for and no other tag', () => {
    fc.assert(
      fc.property(message, ({ text, bold }) => {
        const html = toHtml({ text, bold });
        const boldParts = [...html.matchAll(/<b>(.*?)<\/b>/gs)].map(([, inner = '']) => asShown(inner));
        expect(asShown(html)).toBe(text);
        expect(boldParts).toEqual(bold.map(([start, end]) => text.slice(start, end)));
        expect(html.replace(/<b>[^<>]*<\/b>/g, '')).not.toMatch(/[<>]/);
      }),
    );
  });
});
