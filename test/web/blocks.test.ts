import { describe, expect, it } from 'vitest';
import { CAPABILITIES } from '../../src/channels/capabilities.ts';
import { layOut } from '../../src/reply/lay-out.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { vi } from '../../src/reply/wording/vi.ts';
import { type Block, blocksOf } from '../../src/web/chat/blocks.ts';
import { fc } from '../support/property.ts';

const shown = (reply: Reply) => layOut(reply, CAPABILITIES.web, vi).map(blocksOf);
const textOf = (block: Block) =>
  block.block === 'list' ? block.items.map(({ mark, text }) => mark + text).join('\n') : block.text;

describe('a message on the page', () => {
  it('has the headings and lists that it was made of', () => {
    expect(
      shown([
        { block: 'text', text: 'Chủ phải trả lương.\nĐúng hẹn.' },
        { block: 'heading', text: 'Việc cần làm' },
        { block: 'steps', steps: ['Gom bằng chứng.', 'Nhắn tin đòi.'] },
        { block: 'heading', text: 'Căn cứ:' },
        { block: 'points', points: ['Điều 97'] },
        { block: 'text', text: 'Đã kiểm tra.' },
      ]),
    ).toEqual([
      [
        { block: 'text', text: 'Chủ phải trả lương.\nĐúng hẹn.' },
        { block: 'heading', text: 'Việc cần làm' },
        {
          block: 'list',
          items: [
            { mark: '1. ', text: 'Gom bằng chứng.' },
            { mark: '2. ', text: 'Nhắn tin đòi.' },
          ],
        },
        { block: 'heading', text: 'Căn cứ:' },
        { block: 'list', items: [{ mark: '• ', text: 'Điều 97' }] },
        { block: 'text', text: 'Đã kiểm tra.' },
      ],
    ]);
  });

  it('keeps the lines of one step together', () => {
    expect(shown([{ block: 'steps', steps: ['Chủ nợ lương\ntừ tháng 5', 'Còn giữ giấy tờ'] }])).toMatchObject([
      [{ block: 'list', items: [{ text: 'Chủ nợ lương\ntừ tháng 5' }, { text: 'Còn giữ giấy tờ' }] }],
    ]);
  });

  it('loses no word', () => {
    const words = fc.constantFrom('quyền', '• điểm', '1. bước', '\n', '\n\n', ' ', '12. a', '•', '\n\n\n', '<b>');
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 40 }),
        fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 3 }),
        (parts, bold) => {
          const text = parts.join('');
          const blocks = blocksOf({ text, bold });
          expect(blocks.map(textOf).join('\n').split(/\n+/).filter(Boolean)).toEqual(text.split(/\n+/).filter(Boolean));
        },
      ),
    );
  });
});
