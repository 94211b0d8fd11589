import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/fold.ts';
import { ArticleIndex, type ArticleText, documentOf } from '../../src/search/article-index.ts';
import type { RankerWeights } from '../../src/search/ranker.ts';

const WEIGHTS = JSON.parse(
  readFileSync(new URL('../../src/search/weights/articles.json', import.meta.url), 'utf8'),
) as RankerWeights;

const LABOUR = 'Bộ luật Lao động (45/2019/QH14)';
const FAMILY = 'Luật Hôn nhân và gia đình (52/2014/QH13)';
/** Shortened, in the words of the laws. */
const ARTICLES: readonly ArticleText[] = [
  {
    id: 'lao-dong#3',
    title: `${LABOUR}, Điều 3. Giải thích từ ngữ`,
    text: 'Người lao động là người làm việc cho người sử dụng lao động theo thỏa thuận, được trả lương và chịu sự quản lý, điều hành, giám sát của người sử dụng lao động.\nĐình công là sự ngừng việc tạm thời, tự nguyện và có tổ chức của người lao động.',
  },
  {
    id: 'lao-dong#36',
    title: `${LABOUR}, Điều 36. Quyền đơn phương chấm dứt hợp đồng lao động của người sử dụng lao động`,
    text: 'Người sử dụng lao động có quyền đơn phương chấm dứt hợp đồng lao động khi người lao động thường xuyên không hoàn thành công việc.\nKhi đơn phương chấm dứt hợp đồng lao động, người sử dụng lao động phải báo trước cho người lao động ít nhất 45 ngày đối với hợp đồng lao động không xác định thời hạn.',
  },
  {
    id: 'lao-dong#97',
    title: `${LABOUR}, Điều 97. Kỳ hạn trả lương`,
    text: 'Người lao động hưởng lương tháng được trả một tháng một lần hoặc nửa tháng một lần.\nNếu trả lương chậm từ 15 ngày trở lên thì người sử dụng lao động phải đền bù cho người lao động một khoản tiền ít nhất bằng số tiền lãi của số tiền trả chậm.',
  },
  {
    id: 'lao-dong#111',
    title: `${LABOUR}, Điều 111. Nghỉ hằng tuần`,
    text: 'Mỗi tuần, người lao động được nghỉ ít nhất 24 giờ liên tục.',
  },
  {
    id: 'lao-dong#139',
    title: `${LABOUR}, Điều 139. Nghỉ thai sản`,
    text: 'Lao động nữ được nghỉ thai sản trước và sau khi sinh con là 06 tháng; thời gian nghỉ trước khi sinh không quá 02 tháng.',
  },
  {
    id: 'gia-dinh#8',
    title: `${FAMILY}, Điều 8. Điều kiện kết hôn`,
    text: 'Nam từ đủ 20 tuổi trở lên, nữ từ đủ 18 tuổi trở lên.\nViệc kết hôn do nam và nữ tự nguyện quyết định.',
  },
  {
    id: 'gia-dinh#51',
    title: `${FAMILY}, Điều 51. Quyền yêu cầu giải quyết ly hôn`,
    text: 'Vợ, chồng hoặc cả hai người có quyền yêu cầu Tòa án giải quyết ly hôn.\nChồng không có quyền yêu cầu ly hôn trong trường hợp vợ đang có thai, sinh con hoặc đang nuôi con dưới 12 tháng tuổi.',
  },
  {
    id: 'gia-dinh#81',
    title: `${FAMILY}, Điều 81. Việc trông nom, chăm sóc, nuôi dưỡng, giáo dục con sau khi ly hôn`,
    text: 'Con dưới 36 tháng tuổi được giao cho mẹ trực tiếp nuôi, trừ trường hợp người mẹ không đủ điều kiện để trực tiếp trông nom, chăm sóc, nuôi dưỡng, giáo dục con.',
  },
];

describe('documentOf', () => {
  it.each([
    [
      'as it is published',
      'Luật Hộ tịch (03/2026/QH16), Điều 1. Phạm vi điều chỉnh',
      'Luật Hộ tịch (03/2026/QH16)',
      'Phạm vi điều chỉnh',
    ],
    ['without a comma', 'Bộ luật Lao động Điều 97. Kỳ hạn trả lương', 'Bộ luật Lao động', 'Kỳ hạn trả lương'],
    ['with a letter at the number', 'Luật Phòng, chống HIV, Điều 4a. Quyền', 'Luật Phòng, chống HIV', 'Quyền'],
    ['with a number in the heading', 'Luật A, Điều 5. Sửa Điều 7. Phí', 'Luật A', 'Sửa Điều 7. Phí'],
    ['without a heading', 'Hiến pháp, Điều 20', 'Hiến pháp', ''],
    ['without a full stop', 'Hiến pháp, Điều 20 Thân thể', 'Hiến pháp', 'Thân thể'],
    ['without a law', 'Lời nói đầu', '', 'Lời nói đầu'],
    ['over two lines', 'Luật A, Điều 5. Phạm vi\nđiều chỉnh', 'Luật A', 'Phạm vi\nđiều chỉnh'],
    ['nothing', '', '', ''],
  ])('takes a title apart into law and heading: %s', (_, title, group, head) => {
    expect(documentOf({ title, text: '' })).toMatchObject({ group, head });
  });

  it('takes each line of the text for a paragraph, and nothing for a phrasing', () => {
    expect(documentOf({ title: '', text: '1. Nam.\n2. Nữ.' })).toMatchObject({ body: ['1. Nam.', '2. Nữ.'], said: [] });
  });
});

describe('ArticleIndex finds the article', () => {
  const index = new ArticleIndex(ARTICLES, WEIGHTS);

  it.each([
    ['by its heading', 'kỳ hạn trả lương', 'lao-dong#97'],
    ['by what it says', 'Công ty trả lương chậm quá 15 ngày có phải đền bù tiền lãi không?', 'lao-dong#97'],
    ['by both', 'Lao động nữ được nghỉ thai sản mấy tháng', 'lao-dong#139'],
    ['of two on near matters', 'Chồng có được yêu cầu ly hôn khi vợ đang có thai không?', 'gia-dinh#51'],
    ['of two on near matters', 'Sau khi ly hôn, con dưới 36 tháng tuổi giao cho ai nuôi?', 'gia-dinh#81'],
    ['that explains a term', 'Đình công là gì?', 'lao-dong#3'],
    ['of a long heading', 'Công ty đơn phương chấm dứt hợp đồng phải báo trước bao nhiêu ngày', 'lao-dong#36'],
    ['of a short text', 'Mỗi tuần được nghỉ bao nhiêu giờ liên tục?', 'lao-dong#111'],
    ['of numbers', 'Nam bao nhiêu tuổi được kết hôn?', 'gia-dinh#8'],
  ])('%s: %s', (_, question, id) => {
    for (const typed of [question, fold(question), question.toUpperCase(), question.normalize('NFD')]) {
      expect([typed, index.search(typed)[0]]).toEqual([typed, id]);
    }
  });

  it('gives at most as many as asked for, each once, the best first', () => {
    const all = index.search('người lao động nghỉ');
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(2);
    expect(index.search('người lao động nghỉ', 2)).toEqual(all.slice(0, 2));
  });

  it.each(['', '?!', 'dạ cho em hỏi ạ', 'zirconi xeton'])('gives nothing for %j', (question) => {
    expect(index.search(question)).toEqual([]);
  });

  it('gives nothing when it holds nothing', () => {
    expect(new ArticleIndex([], WEIGHTS).search('kết hôn')).toEqual([]);
  });

  it('gives the same from a second index of the same articles', () => {
    const questions = ARTICLES.map(({ text }) => text.slice(0, 60));
    const again = new ArticleIndex(ARTICLES, WEIGHTS);
    for (const question of questions) expect(again.search(question)).toEqual(index.search(question));
  });
});
