import { describe, expect, it } from 'vitest';
import { layOut } from '../../src/reply/lay-out.ts';
import type { Capabilities, OutgoingMessage } from '../../src/reply/message.ts';
import type { Block, Reply } from '../../src/reply/reply.ts';
import { vi } from '../../src/reply/wording/vi.ts';
import { fc } from '../support/property.ts';

const TELEGRAM: Capabilities = { textLimit: 4000, buttons: { labelLimit: 40 }, markup: true, edit: true, typing: true };
const ZALO: Capabilities = { textLimit: 1900, buttons: undefined, markup: false, edit: false, typing: true };
const tiny = (can: Capabilities, textLimit: number): Capabilities => ({ ...can, textLimit });

const choices = (labels: readonly string[], typed?: string): Block => ({
  block: 'choices',
  choices: labels.map((label, nth) => ({ label, press: `entry:${nth}` })),
  typed,
});
const bolds = (messages: readonly OutgoingMessage[]): readonly string[] =>
  messages.flatMap(({ text, bold }) => bold.map(([start, end]) => text.slice(start, end)));

describe('layOut', () => {
  const reply: Reply = [
    { block: 'text', text: 'Công ty phải trả lương đúng hạn.' },
    { block: 'heading', text: 'Việc cần làm' },
    { block: 'steps', steps: ['Gửi đơn.', 'Báo sở.'] },
    { block: 'heading', text: 'Căn cứ:' },
    { block: 'points', points: ['Điều 97'] },
    choices(['Chuyển cho cán bộ', 'Không, cảm ơn']),
  ];

  it('puts blocks below each other, a heading close to what it heads', () => {
    const [message] = layOut(reply, TELEGRAM, vi);
    expect(message?.text).toBe(
      'Công ty phải trả lương đúng hạn.\n\nViệc cần làm\n1. Gửi đơn.\n2. Báo sở.\n\nCăn cứ:\n• Điều 97',
    );
  });

  it('makes headings bold where there is markup, and nowhere else', () => {
    expect(bolds(layOut(reply, TELEGRAM, vi))).toEqual(['Việc cần làm', 'Căn cứ:']);
    expect(bolds(layOut(reply, ZALO, vi))).toEqual([]);
  });

  it('gives choices as buttons where there are buttons', () => {
    const [message] = layOut(reply, TELEGRAM, vi);
    expect(message?.choices).toEqual([
      { label: 'Chuyển cho cán bộ', press: 'entry:0' },
      { label: 'Không, cảm ơn', press: 'entry:1' },
    ]);
    expect(message?.text).not.toContain('Chuyển cho cán bộ');
  });

  it('numbers choices in the text where there are none', () => {
    const [message] = layOut(reply, ZALO, vi);
    expect(message?.text).toMatch(/\n\n1\. Chuyển cho cán bộ\n2\. Không, cảm ơn\nTrả lời 1 hoặc 2\.$/);
    expect(message?.choices).toEqual([]);
  });

  it('says what to type instead of numbering, where the reply says so', () => {
    const [message] = layOut(
      [{ block: 'text', text: 'Xem lại:' }, choices(['Đồng ý', 'Huỷ'], 'Nhắn: Đồng ý.')],
      ZALO,
      vi,
    );
    expect(message?.text).toBe('Xem lại:\n\nNhắn: Đồng ý.');
  });

  it('writes long choices out and numbers their buttons, shortened', () => {
    const long = 'Công ty nợ lương nhiều tháng liền thì phải làm gì để đòi lại?';
    const [message] = layOut([{ block: 'text', text: 'Bạn hỏi việc nào?' }, choices([long, 'Ly hôn'])], TELEGRAM, vi);
    expect(message?.text).toBe(`Bạn hỏi việc nào?\n\n1. ${long}\n2. Ly hôn`);
    expect(message?.choices.map(({ label }) => label)).toEqual([
      expect.stringMatching(/^1\. Công ty nợ lương.*…$/),
      '2. Ly hôn',
    ]);
    expect(message?.choices.filter(({ label }) => label.length > 40)).toEqual([]);
  });

  it('leaves empty blocks out', () => {
    const [message] = layOut(
      [{ block: 'text', text: '' }, { block: 'text', text: 'Chào bạn.' }, choices([])],
      ZALO,
      vi,
    );
    expect(message?.text).toBe('Chào bạn.');
  });

  it('puts choices on the last message only', () => {
    const messages = layOut(reply, tiny(TELEGRAM, 40), vi);
    expect(messages.length).toBeGreaterThan(1);
    expect(messages.slice(0, -1).flatMap((message) => message.choices)).toEqual([]);
    expect(messages.at(-1)?.choices).toHaveLength(2);
  });

  const anyBlock: fc.Arbitrary<Block> = fc.oneof(
    fc.lorem({ mode: 'sentences' }).map((text): Block => ({ block: 'text', text })),
    fc
      .constantFrom('Việc cần làm', 'Căn cứ:', 'Điều 32 Công ước về quyền trẻ em – nguyên văn tiếng Việt', '😭 Ghi nhớ')
      .map((text): Block => ({ block: 'heading', text })),
    fc
      .array(fc.constantFrom('Gửi đơn cho công ty.', 'Giữ bảng lương, tin nhắn.', '👨‍👩‍👧'), {
        minLength: 1,
        maxLength: 5,
      })
      .map((steps): Block => ({ block: 'steps', steps })),
    fc
      .array(fc.constantFrom('Điều 97 khoản 1', 'gọi 1800 1233'), { minLength: 1, maxLength: 4 })
      .map((points): Block => ({ block: 'points', points })),
  );

  it('keeps the limit, loses no word and makes exactly the headings bold, in whatever pieces', () => {
    fc.assert(
      fc.property(
        fc.array(anyBlock, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 20, max: 300 }),
        (blocks, limit) => {
          const messages = layOut(blocks, tiny(TELEGRAM, limit), vi);
          const whole = layOut(blocks, tiny(TELEGRAM, 1_000_000), vi);
          expect(messages.filter(({ text }) => text.length > limit || text !== text.trim() || text === '')).toEqual([]);
          const words = (some: readonly OutgoingMessage[]) =>
            some.flatMap(({ text }) => text.split(/\s+/)).filter(Boolean);
          expect(words(messages)).toEqual(words(whole));
          const headings = blocks.flatMap((block) => (block.block === 'heading' ? [block.text] : []));
          expect(bolds(whole)).toEqual(headings);
          expect(bolds(messages).join(' ').split(/\s+/)).toEqual(headings.join(' ').split(/\s+/));
          for (const { text, bold } of messages) {
            for (const [nth, [start, end]] of bold.entries()) {
              expect(start).toBeGreaterThanOrEqual(bold[nth - 1]?.[1] ?? 0);
              expect(end).toBeGreaterThan(start);
              expect(end).toBeLessThanOrEqual(text.length);
            }
          }
        },
      ),
    );
  });
});
