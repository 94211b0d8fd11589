import { describe, expect, it } from 'vitest';
import { whyFound } from '../../src/curation/why-found.ts';
import { anEntry } from '../support/knowledge-values.ts';

const ENTRY = anEntry({
  title: 'Công ty nợ lương thì phải làm gì?',
  variants: [
    'cty giam lương hai tháng không trả',
    'quản đốc khất lương hoài, nói đợi khách chuyển tiền rồi mới trả lương',
  ],
  shortAnswer: 'Nhờ hoà giải viên lao động, rồi kiện ra toà.',
});

describe('why an entry was found', () => {
  it('tells which words stand in its phrasings, which only in its answer, and which nowhere', () => {
    expect(whyFound('quản đốc giam lương, có nhờ hoà giải viên được không, em ở Cà Mau', ENTRY)).toMatchObject({
      inPhrasings: expect.arrayContaining(['quản', 'đốc', 'giam', 'lương']),
      inAnswer: expect.arrayContaining(['giải', 'viên']),
      nowhere: expect.arrayContaining(['cà', 'mau']),
    });
  });

  it('finds words typed without marks, and in chat spelling', () => {
    const { inPhrasings, nowhere } = whyFound('cty giam luong', ENTRY);
    expect(inPhrasings).toEqual(expect.arrayContaining(['giam', 'luong', 'công', 'ti']));
    expect(nowhere).toEqual([]);
  });

  it('names the phrasing that shares most, of equals the shortest', () => {
    expect(whyFound('quản đốc khất lương', ENTRY).nearest).toBe(ENTRY.variants[1]);
    expect(whyFound('giam lương hai tháng', ENTRY).nearest).toBe(ENTRY.variants[0]);
    expect(whyFound('lương', ENTRY).nearest).toBe(ENTRY.title);
  });

  it('has nothing to tell of a question without a telling word', () => {
    expect(whyFound('là gì vậy ạ', ENTRY)).toMatchObject({ inPhrasings: [], inAnswer: [], nowhere: [] });
  });

  it('looks into English phrasings too', () => {
    const english = {
      question: 'My boss does not pay',
      variants: ['unpaid wages', 'no salary'],
      answer: 'Ask in writing.',
    };
    const { nearest, inPhrasings } = whyFound('unpaid wages vietnam', { ...ENTRY, english });
    expect(nearest).toBe('unpaid wages');
    expect(inPhrasings).toEqual(['unpaid', 'wages']);
  });
});
