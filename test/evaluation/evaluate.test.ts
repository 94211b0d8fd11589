import { describe, expect, it } from 'vitest';
import { evaluate, type Given, type Labelled, meets } from '../../src/evaluation/evaluate.ts';

type Pair = readonly [Labelled, Given];
const WAGES = 'bo-luat-lao-dong-2019:97';
const OTHER = 'luat-dat-dai-2024:96';

/** A question and what came of it; every number below was worked out by hand. */
function pair(
  expects: Labelled['expect'],
  outcome: string,
  /** Citation and confidence of each candidate, best first. */
  candidates: readonly (readonly [citation: string, confidence: number])[] = [],
  change: Partial<Labelled> & { readonly found?: string } = {},
): Pair {
  const { found, ...label } = change;
  return [
    { id: 'Q1', text: 'cty nợ lương', kind: 'story', expect: expects, accept: [WAGES], ...label },
    {
      outcome,
      urgent: found ?? null,
      answers: candidates.map(([citation, confidence]) => ({ citations: [citation], confidence })),
    },
  ];
}
const overall = (pairs: readonly Pair[]) => evaluate(pairs).overall;
const RIGHT = [[WAGES, 0.9]] as const;
const WRONG = [[OTHER, 0.9]] as const;

describe('meets', () => {
  it.each<[string, readonly string[], readonly string[], boolean]>([
    ['đúng điều', ['crc:32'], ['crc:32'], true],
    ['khoản, điểm không kể', ['bo-luat-lao-dong-2019:145.1.a'], ['bo-luat-lao-dong-2019:145'], true],
    ['một trong nhiều căn cứ', ['crc:3', 'crc:32'], ['crc:19', 'crc:32'], true],
    ['điều nào của công ước cũng được', ['crc:7.1'], ['crc:*'], true],
    ['điều khác bắt đầu giống', ['crc:3'], ['crc:32'], false],
    ['điều khác bắt đầu giống', ['crc:32'], ['crc:3'], false],
    ['công ước khác', ['crpd:32'], ['crc:*'], false],
    ['công ước khác có mã bắt đầu giống', ['crc-2:1'], ['crc:*'], false],
    ['không chấp nhận gì', ['crc:32'], [], false],
    ['không có căn cứ', [], ['crc:*'], false],
  ])('%s: %j so với %j', (_, citations, accept, right) => {
    expect(meets(citations, accept)).toBe(right);
  });
});

describe('accuracy', () => {
  it('trong những câu được trả lời, câu đúng; trả lời điều không nên trả lời là sai', () => {
    const measured = overall([
      pair('answer', 'answer', RIGHT),
      pair('answer', 'answer', WRONG),
      pair('abstain', 'answer', RIGHT, { accept: [] }),
      pair('either', 'answer', RIGHT),
      pair('either', 'answer', WRONG, { accept: [] }), // nobody knows what would be right: not counted
      pair('answer', 'choices', RIGHT),
      pair('answer', 'unresolved', RIGHT),
    ]);
    expect([measured.n, measured.answered, measured.accuracy]).toEqual([7, 5, 0.5]);
  });

  it('chỉ tính câu đứng đầu', () => {
    expect(overall([pair('answer', 'answer', [...WRONG, ...RIGHT])]).accuracy).toBe(0);
  });

  it('làm tròn ba chữ số', () => {
    const pairs = [pair('answer', 'answer', RIGHT), pair('answer', 'answer', WRONG), pair('answer', 'answer', WRONG)];
    expect(overall(pairs).accuracy).toBe(0.333);
  });
});

describe('answerRate', () => {
  it('câu đúng nằm trong các lựa chọn được nửa điểm', () => {
    expect(
      overall([
        pair('answer', 'answer', WRONG),
        pair('answer', 'choices', [...WRONG, ...WRONG, ...RIGHT]),
        pair('answer', 'choices', WRONG),
        pair('urgent', 'unresolved', RIGHT),
      ]).answerRate,
    ).toBe(0.375); // (1 + ½ + 0 + 0) / 4
  });

  it('lựa chọn thứ năm không được đưa ra nên không tính', () => {
    const fifth = [...WRONG, ...WRONG, ...WRONG, ...WRONG, ...RIGHT];
    expect(overall([pair('answer', 'choices', fifth)]).answerRate).toBe(0);
  });

  it('không kể câu nên để lại', () => {
    expect(
      overall([pair('answer', 'answer', RIGHT), pair('abstain', 'unresolved'), pair('either', 'help')]).answerRate,
    ).toBe(1);
  });
});

describe('hit', () => {
  it('đúng ở hàng đầu, đúng trong ba hàng đầu, dù bot quyết thế nào', () => {
    const measured = overall([
      pair('answer', 'unresolved', RIGHT),
      pair('answer', 'answer', [...WRONG, ...WRONG, ...RIGHT]),
      pair('answer', 'choices', [...WRONG, ...WRONG, ...WRONG, ...RIGHT]),
      pair('urgent', 'answer', []),
      pair('abstain', 'answer', RIGHT),
    ]);
    expect([measured.hit1, measured.hit3]).toEqual([0.25, 0.5]);
  });
});

describe('abstainRecall', () => {
  it('câu nên để lại: không trả lời, cũng không đưa lựa chọn', () => {
    const pairs = ['unresolved', 'out-of-scope', 'greeting', 'answer', 'choices'].map((outcome) =>
      pair('abstain', outcome, WRONG, { accept: [] }),
    );
    expect(overall(pairs).abstainRecall).toBe(0.6);
  });
});

describe('urgent', () => {
  it('nguy hiểm thật được nhận ra, và báo động nhầm', () => {
    const measured = overall([
      pair('urgent', 'answer', RIGHT, { found: 'violence' }),
      pair('urgent', 'answer', RIGHT),
      pair('answer', 'answer', RIGHT, { found: 'child' }),
      pair('abstain', 'out-of-scope'),
      pair('either', 'help'),
      pair('answer', 'choices', RIGHT),
    ]);
    expect([measured.urgentRecall, measured.urgentFalseAlarms]).toEqual([0.5, 0.25]);
  });
});

describe('ece', () => {
  it('mỗi khoảng một phần mười: độ chắc bình quân lệch bao nhiêu so với tỉ lệ đúng', () => {
    // bin 0.9–1: sure 0.95, right 2/3, weight 3/4 → 0.2125; bin 0.2–0.3: sure 0.25, right 0, weight 1/4 → 0.0625
    expect(
      overall([
        pair('answer', 'answer', [[WAGES, 0.95]]),
        pair('answer', 'answer', [[WAGES, 0.95]]),
        pair('answer', 'answer', [[OTHER, 0.95]]),
        pair('answer', 'unresolved', [[OTHER, 0.25]]),
      ]).ece,
    ).toBe(0.275);
  });

  it('chắc hoàn toàn thuộc khoảng cuối; không có gì là chắc 0', () => {
    expect(overall([pair('answer', 'answer', [[WAGES, 1]]), pair('answer', 'unresolved', [])]).ece).toBe(0);
  });
});

describe('auroc', () => {
  it('độ chắc có phân biệt đúng với sai không; bằng nhau tính nửa', () => {
    // 0.9 beats 0.6 and 0.3; 0.6 ties with 0.6 and beats 0.3: 3½ of 4
    expect(
      overall([
        pair('answer', 'answer', [[WAGES, 0.9]]),
        pair('answer', 'answer', [[WAGES, 0.6]]),
        pair('answer', 'choices', [[OTHER, 0.6]]),
        pair('answer', 'unresolved', [[OTHER, 0.3]]),
        pair('abstain', 'answer', [[OTHER, 0.99]], { accept: [] }),
      ]).aurocRightWrong,
    ).toBe(0.875);
  });

  it('có phân biệt câu trong với câu ngoài phạm vi không', () => {
    expect(
      overall([
        pair('answer', 'answer', [[WAGES, 0.9]]),
        pair('urgent', 'answer', [[OTHER, 0.4]]),
        pair('abstain', 'choices', [[OTHER, 0.4]]),
        pair('abstain', 'out-of-scope', []),
        pair('either', 'answer', [[OTHER, 1]]),
      ]).aurocScope,
    ).toBe(0.875);
  });

  it('ngược hoàn toàn là 0', () => {
    expect(
      overall([pair('answer', 'answer', [[WAGES, 0.2]]), pair('answer', 'answer', [[OTHER, 0.8]])]).aurocRightWrong,
    ).toBe(0);
  });
});

describe('evaluate', () => {
  it('không đếm được thì nói là không, chứ không phải 0', () => {
    expect(overall([])).toEqual({
      n: 0,
      answered: 0,
      accuracy: null,
      answerRate: null,
      hit1: null,
      hit3: null,
      abstainRecall: null,
      urgentRecall: null,
      urgentFalseAlarms: null,
      ece: null,
      aurocRightWrong: null,
      aurocScope: null,
    });
    expect(overall([pair('answer', 'answer', RIGHT)])).toMatchObject({ aurocRightWrong: null, aurocScope: null });
  });

  it('đo riêng từng loại', () => {
    const { overall: all, byKind } = evaluate([
      pair('answer', 'answer', RIGHT, { kind: 'story' }),
      pair('answer', 'answer', WRONG, { kind: 'teencode' }),
      pair('abstain', 'out-of-scope', [], { kind: 'outside' }),
    ]);
    expect(all).toMatchObject({ n: 3, accuracy: 0.5 });
    expect(byKind).toMatchObject({
      story: { n: 1, accuracy: 1 },
      teencode: { n: 1, accuracy: 0 },
      outside: { n: 1, accuracy: null, abstainRecall: 1 },
    });
    expect(Object.keys(byKind)).toEqual(['story', 'teencode', 'outside']);
  });
});
