import { describe, expect, it } from 'vitest';
import type { EntryId } from '../../src/base/ids.ts';
import { checkLibrary } from '../../src/knowledge/check-library.ts';
import type { KnowledgeEntry } from '../../src/knowledge/entry.ts';
import type { Instrument } from '../../src/knowledge/instrument.ts';
import { anEntry, anInstrument } from '../support/knowledge-values.ts';

const faultsOf = (
  entries: readonly KnowledgeEntry[],
  {
    instruments = [anInstrument()],
    today = '2026-11-21',
  }: { instruments?: readonly Instrument[]; today?: string } = {},
) => checkLibrary({ entries, instruments, publishedNumbers: ['113', '111', '1800 1233', '+84 981 84 84 84'], today });

describe('checkLibrary', () => {
  it('finds nothing wrong with a sound library', () => {
    expect(faultsOf([anEntry(), anEntry({ id: 'qa/lao-dong/khac', title: 'Bị đuổi việc thì làm gì?' })])).toEqual([]);
  });

  it('finds a citation of an instrument that is not there', () => {
    expect(faultsOf([anEntry({ citations: ['luat-khong-co-2020:1'] })])).toEqual([
      {
        file: 'qa/lao-dong/no-luong.md',
        field: 'citations',
        message: 'luat-khong-co-2020:1: không có tệp instruments/luat-khong-co-2020.yaml',
      },
    ]);
  });

  it('finds a citation of an article that does not exist', () => {
    expect(faultsOf([anEntry({ citations: ['bo-luat-lao-dong-2019:97', 'bo-luat-lao-dong-2019:221'] })])).toEqual([
      {
        file: 'qa/lao-dong/no-luong.md',
        field: 'citations',
        message: 'bo-luat-lao-dong-2019:221: Bộ luật Lao động 2019 không có Điều 221',
      },
    ]);
  });

  it.each([
    ['the law begins after the answer does', { inForce: { from: '2021-01-02' } }],
    ['the law ends before the answer does', { inForce: { from: '2021-01-01', to: '2026-12-31' } }],
    ['the article begins later', { articleSpans: new Map([['97', { from: '2027-01-01' }]]) }],
    [
      'the law ends, whatever is written of the article',
      { inForce: { from: '2021-01-01', to: '2026-12-31' }, articleSpans: new Map([['97', { from: '2021-01-01' }]]) },
    ],
  ])('finds an answer that outlasts its law: %s', (_, change) => {
    expect(faultsOf([anEntry()], { instruments: [anInstrument(change)] })).toEqual([
      expect.objectContaining({
        field: 'citations',
        message: expect.stringMatching(/không trùm hết validFrom\/validTo/),
      }),
    ]);
  });

  it('accepts an answer that ends with its law', () => {
    const instruments = [anInstrument({ inForce: { from: '2021-01-01', to: '2026-12-31' } })];
    expect(faultsOf([anEntry({ valid: { from: '2021-01-01', to: '2026-12-31' } })], { instruments })).toEqual([]);
  });

  describe('two answers to one question', () => {
    const until = (id: string, from: string, to?: string) =>
      anEntry({ id, title: 'Theo đạo có phải đăng ký không?', valid: { from, to } });

    it('may follow each other', () => {
      expect(faultsOf([until('qa/a', '2021-01-01', '2026-12-31'), until('qa/b', '2027-01-01')])).toEqual([]);
    });

    it.each([
      ['share a day', until('qa/a', '2021-01-01', '2027-01-01'), until('qa/b', '2027-01-01')],
      ['are both open', until('qa/a', '2021-01-01'), until('qa/b', '2022-01-01')],
      [
        'differ in marks and capitals only',
        until('qa/a', '2021-01-01'),
        { ...until('qa/b', '2021-01-01'), title: 'THEO DAO co phai dang ky khong?' },
      ],
    ])('may not at the same time: they %s', (_, first, second) => {
      expect(faultsOf([first, second])).toEqual([
        { file: 'qa/b.md', field: 'question', message: 'trùng câu hỏi và thời gian hiệu lực với qa/a.md' },
      ]);
    });
  });

  describe('phone numbers', () => {
    it.each(['gọi 111 hoặc 113', 'gọi 1800 1233', 'gọi 18001233', 'gọi +84 981 84 84 84'])(
      'that are published may be shown: %s',
      (words) => {
        expect(faultsOf([anEntry({ shortAnswer: words })])).toEqual([]);
      },
    );

    it.each([
      ['0912 345 678'],
      ['0912.345.678'],
      ['024-3943-1234'],
      ['02439431234'],
      ['+84 912 345 678'],
      ['1900 1234'],
      ['1900.1234'],
      ['1800 1567'],
      ['gọi 119'],
      ['tổng đài 112'],
    ])('that nobody verified are found: %s', (number) => {
      const inAnswer = faultsOf([anEntry({ shortAnswer: `Bạn gọi số ${number.replace('gọi ', '')} để hỏi.` })]);
      const inStep = faultsOf([
        anEntry({ passages: [{ heading: 'Việc cần làm', lines: [`Có thể gọi ${number}.`], numbered: true }] }),
      ]);
      for (const faults of [inAnswer, inStep]) {
        expect(faults).toEqual([
          expect.objectContaining({
            file: 'qa/lao-dong/no-luong.md',
            message: expect.stringMatching(/không có trong hotlines\.yaml/),
          }),
        ]);
      }
    });

    it.each([
      'theo Nghị định 144/2017/NĐ-CP và Luật số 11/2017/QH14',
      'từ 01/7/2025 đến 31/12/2026',
      'từ ngày 01.07.2025 đến ngày 31.12.2026',
      'phạt từ 5.000.000 đến 10.000.000 đồng',
      'trong 24 giờ, sau 15 ngày, 100 triệu đồng',
      'Điều 145, khoản 1, năm 2019',
      'giai đoạn 1945-1975, năm 1948',
    ])('are not seen where there are none: %s', (words) => {
      expect(faultsOf([anEntry({ shortAnswer: words })])).toEqual([]);
    });
  });

  it('finds a review that is overdue, from the day after', () => {
    expect(faultsOf([anEntry({ reviewBy: '2026-11-21' })])).toEqual([]);
    expect(faultsOf([anEntry({ reviewBy: '2026-11-20' })])).toEqual([
      { file: 'qa/lao-dong/no-luong.md', field: 'reviewBy', message: 'đã quá hạn kiểm lại 2026-11-20' },
    ]);
  });

  it('finds an instrument whose card is not there', () => {
    const instruments = [anInstrument({ card: 'qa/dieu-uoc/khong-co' as EntryId })];
    expect(faultsOf([anEntry()], { instruments })).toEqual([
      { file: 'instruments/bo-luat-lao-dong-2019.yaml', field: 'card', message: 'không có mục qa/dieu-uoc/khong-co' },
    ]);
  });
});
