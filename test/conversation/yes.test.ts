import { describe, expect, it } from 'vitest';
import { agrees, didNotHelp, helped, isNo, isYes, reasonIn } from '../../src/conversation/yes.ts';

describe('isYes', () => {
  it.each([
    'có',
    'Có ạ',
    'dạ có',
    'vâng',
    'Dạ vâng ạ',
    'ừ',
    'uh',
    'ok',
    'OKE',
    'ok nhé',
    'đồng ý',
    'dong y nhe',
    'được',
    'có!',
    'CÓ',
  ])('yes: %s', (words) => {
    expect(isYes(words)).toBe(true);
    expect(isYes(words.normalize('NFD'))).toBe(true);
  });

  it.each([
    'cơ quan nào lo việc này?',
    'co quan nao lo viec nay',
    'cô tôi bị đánh',
    'co toi bi danh',
    'có phải nộp tiền không',
    'được bao nhiêu tiền',
    'ừm để em hỏi lại',
    'không',
    'vâng nhưng em chưa có giấy tờ',
    '',
    '👍',
    '?',
  ])('not a yes: %s', (words) => {
    expect(isYes(words)).toBe(false);
  });
});

describe('isNo', () => {
  it.each(['không', 'ko', 'Không ạ', 'thôi', 'dạ không', 'khong can', 'chưa', 'không đồng ý'])('no: %s', (words) => {
    expect(isNo(words)).toBe(true);
  });

  it.each(['không ai trả lương', 'thôi việc thì sao', 'chưa có giấy khai sinh', 'có', ''])('not a no: %s', (words) => {
    expect(isNo(words)).toBe(false);
  });

  it('is never a yes as well', () => {
    const both = ['có', 'không', 'ok', 'đồng ý', 'không đồng ý', 'thôi', 'được', 'dạ', 'dạ không'].filter(
      (words) => isYes(words) && isNo(words),
    );
    expect(both).toEqual([]);
  });
});

describe('agrees', () => {
  it.each([
    'Đồng ý',
    'đồng ý ạ',
    'ĐỒNG Ý',
    'dong y',
    'Tôi đồng ý',
    'dạ em đồng ý ạ',
    'tui đồng ý nha',
    'đồng ý!',
    'Đồng ý.',
  ])('consent: %s', (words) => {
    expect(agrees(words)).toBe(true);
    expect(agrees(words.normalize('NFD'))).toBe(true);
  });

  it.each([
    'ok',
    'có',
    'ừ',
    'dạ',
    'vâng',
    'được',
    '👍',
    '1',
    'yes',
    'chuyển đi',
    'gửi đi',
    'không đồng ý',
    'chưa đồng ý',
    'đồng ý nhưng đừng ghi tên em',
    'đồng ý thì sao',
    'em có cần đồng ý không',
    '',
  ])('no consent: %s', (words) => {
    expect(agrees(words)).toBe(false);
  });
});

describe('didNotHelp', () => {
  it.each([
    'không đúng',
    'ko phải',
    'chưa hiểu',
    'trả lời sai',
    'lạc đề rồi',
    'không giúp được gì',
    'chưa đúng',
    'Chưa đúng việc của tôi',
    'không có ích',
    'ko huu ich',
    'vô ích',
  ])('%s', (words) => {
    expect(didNotHelp(words)).toBe(true);
  });

  it.each([
    'công ty không đúng hẹn trả lương',
    'có đúng không',
    'cảm ơn',
    'sai tên trong sổ đỏ thì sửa ở đâu',
    'không phải con tôi thì có được làm khai sinh không',
  ])('%s says something else', (words) => {
    expect(didNotHelp(words)).toBe(false);
  });
});

describe('helped', () => {
  it.each([
    'có ích',
    'Có ích ạ',
    'co ich lam',
    'hữu ích quá bạn',
    'dạ rất bổ ích',
    'câu trả lời hữu ích, cảm ơn bạn nhiều',
    'giúp được em nhiều',
    'đúng rồi',
    'đúng việc của em',
    'có ích'.normalize('NFD'),
  ])('%s', (words) => {
    expect(helped(words)).toBe(true);
  });

  it.each([
    'không có ích',
    'chưa đúng',
    'có',
    'đúng',
    'có ích không?',
    'đúng việc nhưng tôi làm ở đâu',
    'có ích gì cho tôi',
    'công ty cổ ích lợi là gì',
    'đúng rồi, còn bảo hiểm thì sao',
    'giúp được người khuyết tật không',
  ])('%s says something else', (words) => {
    expect(helped(words)).toBe(false);
  });
});

describe('reasonIn', () => {
  it.each([
    ['không đúng việc của tôi', 'wrong-matter'],
    ['em hỏi việc khác', 'wrong-matter'],
    ['ko phai chuyen em hoi', 'wrong-matter'],
    ['khó hiểu quá ạ', 'unclear'],
    ['chưa rõ', 'unclear'],
    ['không hiểu gì hết', 'unclear'],
    ['thiếu cách làm', 'no-steps'],
    ['không nói rõ làm thế nào', 'no-steps'],
    ['có chỗ sai hoặc cũ', 'wrong-or-old'],
    ['luật cũ rồi', 'wrong-or-old'],
    ['lý do khác', 'other'],
    ['Khác', 'other'],
  ])('%s: %s', (words, reason) => {
    expect(reasonIn(words)).toBe(reason);
  });

  it.each([
    'công ty trả sai lương',
    'con tôi khai sinh sai tên',
    'nhà cũ bán thế nào',
    'thiếu giấy tờ thì làm sao',
    'người khác đứng tên đất',
    'không biết nộp đơn ở đâu cho đúng',
    '',
  ])('%s is no reason', (words) => {
    expect(reasonIn(words)).toBeUndefined();
  });
});
