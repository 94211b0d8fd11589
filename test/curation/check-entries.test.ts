import { describe, expect, it } from 'vitest';
import { checkEntries } from '../../src/curation/check-entries.ts';
import { anEntry, anInstrument } from '../support/knowledge-values.ts';

const NEEDS = {
  entries: [],
  instruments: [anInstrument()],
  topics: [{ topic: 'lao-dong', name: 'Lao động' }],
  publishedNumbers: [],
  today: '2026-11-21',
};
const maskedIn = (change: Parameters<typeof anEntry>[0]): readonly string[] =>
  checkEntries([anEntry(change)], NEEDS)
    .filter(({ message }) => message.startsWith('còn chỗ che'))
    .map(({ field }) => field);

describe('a text that came from one person', () => {
  it('is not published while something in it is masked', () => {
    expect(maskedIn({})).toEqual([]);
    expect(maskedIn({ title: 'Chủ [tên] nợ lương thì sao?' })).toEqual(['question']);
    expect(maskedIn({ variants: ['gọi [số điện thoại] không ai nghe'] })).toEqual(['variants']);
    expect(maskedIn({ shortAnswer: 'Chào [tên], gửi đơn cho chủ.' })).toEqual(['câu trả lời ngắn']);
    const passages = [{ heading: 'Việc cần làm', lines: ['Đến [địa chỉ].'], numbered: true }];
    expect(maskedIn({ passages })).toEqual(['Việc cần làm']);
  });

  it('may have brackets of its own', () => {
    expect(maskedIn({ shortAnswer: 'Ghi vào ô [họ và tên].' })).toEqual([]);
  });
});
