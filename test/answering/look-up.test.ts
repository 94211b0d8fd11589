import { describe, expect, it } from 'vitest';
import { LookUps, languageAsked } from '../../src/answering/look-up.ts';
import { articleOf } from '../../src/knowledge/citation.ts';
import { hasArticle } from '../../src/knowledge/instrument.ts';
import { fold } from '../../src/language/fold.ts';
import { ask, judge, library, TODAY } from './shipped.ts';

const answered = (question: string) => {
  const { answer } = judge(question);
  return answer.kind === 'answered' ? answer.entry : answer.kind;
};
const instrument = (code: string) => library.instruments.get(code)!;

describe('Tra một điều', () => {
  it.each([
    ['điều 20 hiến pháp', 'article/hp2013/20'],
    ['hiến pháp điều 20 nói gì', 'article/hp2013/20'],
    ['cho em xem điều 20 hiến pháp 2013 với ạ', 'article/hp2013/20'],
    ['d20 hp', 'article/hp2013/20'],
    ['công ước quyền trẻ em điều 32', 'article/crc/32'],
    ['Điều 32 CRC', 'article/crc/32'],
    ['crc 32', 'article/crc/32'],
    ['dieu 14 ICCPR', 'article/iccpr/14'],
    ['article 14 ICCPR', 'article/iccpr/14'],
    ['công ước người khuyết tật điều 24', 'article/crpd/24'],
    ['công ước chống tra tấn điều số 2', 'article/cat/2'],
    ['điều 5 tuyên ngôn nhân quyền', 'article/udhr/5'],
  ])('%s', (question, entry) => {
    for (const typed of [question, fold(question), question.normalize('NFD'), question.toUpperCase()]) {
      expect([typed, answered(typed)]).toMatchObject([typed, { id: entry }]);
    }
    expect(ask(question).outcome).toBe('answer');
  });

  it.each([
    ['điều 51 luật hôn nhân và gia đình', 'luat-hon-nhan-va-gia-dinh-2014:51'],
    ['dieu 51 luat hon nhan va gia dinh 2014', 'luat-hon-nhan-va-gia-dinh-2014:51'],
    ['điều 97 bộ luật lao động', 'bo-luat-lao-dong-2019:97'],
    ['điều 7 luật trợ giúp pháp lý', 'luat-tro-giup-phap-ly-2017:7'],
  ])('%s: không có tóm lược riêng thì đưa mục dựa trên điều ấy', (question, article) => {
    const entry = answered(question);
    expect(typeof entry === 'string' ? entry : entry.citations.map(articleOf)).toContain(article);
  });

  it.each([
    ['điều 500 hiến pháp', 'hp2013', '500'],
    ['dieu 500 hien phap', 'hp2013', '500'],
    ['điều 0 hiến pháp', 'hp2013', '0'],
    ['điều 99 CRC', 'crc', '99'],
    ['điều 31 tuyên ngôn nhân quyền', 'udhr', '31'],
    ['điều 300 bộ luật lao động', 'bo-luat-lao-dong-2019', '300'],
  ])('%s: không có điều ấy thì nói là không có', (question, code, article) => {
    expect(judge(question).answer).toEqual({ kind: 'no-such-article', instrument: instrument(code), article });
    const { outcome, messages } = ask(question);
    expect(outcome).toBe('unresolved');
    expect(messages[0]?.text).toContain(`${instrument(code).shortName} không có Điều ${article}`);
  });

  it('có điều ấy mà kho chưa có thì nói là chưa có, không đưa điều khác', () => {
    const civil = instrument('bo-luat-dan-su-2015');
    const cited = new Set(library.entries.flatMap(({ citations }) => citations.map(articleOf)));
    const missing = Array.from({ length: civil.articles ?? 0 }, (_, nth) => String(nth + 1)).find(
      (article) => hasArticle(civil, article) && !cited.has(`${civil.code}:${article}`),
    );
    const question = `điều ${missing} bộ luật dân sự`;
    expect(judge(question).answer).toEqual({ kind: 'article-not-held', instrument: civil, article: missing });
    expect(ask(question).messages[0]?.text).toContain(`Điều ${missing} ${civil.shortName}`);
  });
});

describe('Tra một văn kiện', () => {
  it.each([
    ['CEDAW là gì', 'qa/dieu-uoc/cedaw-la-gi'],
    ['cedaw la gi vay ad', 'qa/dieu-uoc/cedaw-la-gi'],
    ['ICCPR là gì', 'qa/dieu-uoc/iccpr-la-gi'],
    ['công ước về quyền trẻ em là gì', 'qa/dieu-uoc/crc-la-gi'],
    ['tuyên ngôn nhân quyền có bao nhiêu điều', 'qa/dieu-uoc/udhr-la-gi'],
    ['Hiến pháp', 'qa/hien-phap/hien-phap-2013-la-gi'],
    ['Tuyên ngôn quốc tế về quyền con người (UDHR) là gì?', 'qa/dieu-uoc/udhr-la-gi'],
    ['công ước về quyền trẻ em crc gồm mấy điều', 'qa/dieu-uoc/crc-la-gi'],
  ])('%s', (question, entry) => {
    expect(answered(question)).toMatchObject({ id: entry });
  });

  it('có chủ đề thì tìm trong văn kiện ấy', () => {
    expect(answered('công ước quyền trẻ em nói gì về bóc lột lao động trẻ em')).toMatchObject({ id: 'article/crc/32' });
  });
});

describe('Đọc bằng tiếng khác', () => {
  it.each([
    ['điều 1 tuyên ngôn nhân quyền bằng tiếng Khmer', 'km', /[\u1780-\u17ff]{10}/],
    ['điều 1 tuyên ngôn nhân quyền tiếng khơ me', 'km', /[\u1780-\u17ff]{10}/],
    ['điều 1 tuyên ngôn nhân quyền tiếng Lào', 'lo', /[\u0e80-\u0eff]{10}/],
    ['điều 1 tuyên ngôn nhân quyền tiếng Trung', 'zh', /[\u4e00-\u9fff]{10}/],
    ['udhr article 1 in english', 'en', /All human beings are born free/],
    ['điều 1 tuyên ngôn nhân quyền', undefined, /sinh ra/],
  ])('%s', (question, language, script) => {
    expect(judge(question).answer).toMatchObject({ kind: 'answered', entry: { id: 'article/udhr/1' } });
    expect(languageAsked(question)).toBe(language);
    expect(ask(question).messages[0]?.text.normalize('NFC')).toMatch(script);
  });
});

describe('LookUps', () => {
  const lookUps = new LookUps(library.instruments.values());
  const read = (question: string, day = TODAY) => lookUps.read(question, day);

  it.each([
    ['luật tín ngưỡng tôn giáo điều 6', '2026-12-31', 'luat-tin-nguong-ton-giao-2016'],
    ['luật tín ngưỡng tôn giáo điều 6', '2027-01-01', 'luat-tin-nguong-ton-giao-2026'],
    ['điều 15 luật hộ tịch', '2027-02-28', 'luat-ho-tich-2014'],
    ['điều 15 luật hộ tịch', '2027-03-01', 'luat-ho-tich-2026'],
  ])('%s ngày %s là %s', (question, day, code) => {
    expect(read(question, day)).toMatchObject({ asks: 'article', instrument: { code } });
  });

  it.each([
    ['crc 32', { asks: 'article', article: '32' }],
    ['điều 4a luật phòng chống hiv', { asks: 'article', article: '4a' }],
    ['hiến pháp 2013', { asks: 'instrument' }],
    ['CRC nói gì về học tập', { asks: 'subject' }],
  ])('%s', (question, wanted) => {
    expect(read(question)).toMatchObject(wanted);
  });

  it.each([
    ['điều 145 bộ luật lao động khoản 2', 'bo-luat-lao-dong-2019', { article: '145', clause: '2' }],
    ['khoản 1 điều 20 HP', 'hp2013', { article: '20', clause: '1' }],
    ['điểm a khoản 2 điều 3 luật trẻ em', 'luat-tre-em-2016', { article: '3', clause: '2', point: 'a' }],
    ['k2 đ145 blld', 'bo-luat-lao-dong-2019', { article: '145', clause: '2' }],
    ['điểm đ khoản 1 điều 12 nghị quyết 326/2016', 'nghi-quyet-326-2016-ubtvqh14', { article: '12', point: 'đ' }],
    ['nguyên văn điều 7 luật TGPL', 'luat-tro-giup-phap-ly-2017', { article: '7' }],
    ['điều 8 luật trợ giúp', 'luat-tro-giup-phap-ly-2017', { article: '8' }],
    ['điều 51 luật hôn nhân và', 'luat-hon-nhan-va-gia-dinh-2014', { article: '51' }],
  ])('%s: điều, khoản, điểm của đúng luật', (question, code, place) => {
    expect(read(question)).toMatchObject({ asks: 'article', instrument: { code }, ...place });
    const { point: _, ...withoutPoint } = place as { point?: string };
    expect(read(fold(question))).toMatchObject({ asks: 'article', instrument: { code }, ...withoutPoint });
  });

  it.each([
    ['luật bảo hiểm', undefined],
    ['điều 5 luật bảo hiểm', { article: '5' }],
    ['khoản 2 điều 5 luật bảo hiểm', { article: '5', clause: '2' }],
    ['cho em xem luật bảo hiểm', undefined],
  ])('%s: nhiều luật gọi gần như vậy', (question, place) => {
    for (const typed of [question, fold(question)]) {
      const found = read(typed);
      expect(found).toMatchObject({ asks: 'which-law', place });
      expect(found?.asks === 'which-law' && found.instruments.map(({ code }) => code).sort()).toEqual([
        'luat-bao-hiem-xa-hoi-2024',
        'luat-bao-hiem-y-te-2008',
      ]);
    }
    expect(judge(question).answer).toMatchObject({ kind: 'which-law', place });
    const { outcome, messages } = ask(question);
    expect(outcome).toBe('unresolved');
    expect(messages[0]?.text).toMatch(/1\. Luật Bảo hiểm .*\n2\. Luật Bảo hiểm .*\n3\. .*chuyển cho cán bộ/);
  });

  it.each([
    ['bộ luật lao động 2012', 2012, 'bo-luat-lao-dong-2019'],
    ['điều 36 bộ luật lao động năm 2012', 2012, 'bo-luat-lao-dong-2019'],
    ['BLLĐ 2012', 2012, 'bo-luat-lao-dong-2019'],
    ['luat tro giup phap ly 2006', 2006, 'luat-tro-giup-phap-ly-2017'],
    ['luật giao thông đường bộ 2008', 2008, 'luat-trat-tu-an-toan-giao-thong-duong-bo-2024'],
    ['điều 54 luật BHXH số 58/2014/QH13', 2014, 'luat-bao-hiem-xa-hoi-2024'],
    ['hiến pháp 1992', 1992, 'hp2013'],
  ])('%s: luật cũ thì nói đã thay bằng luật nào', (question, old, code) => {
    expect(read(question)).toMatchObject({ asks: 'replaced', old, by: { code } });
    const { outcome, messages } = ask(question);
    expect(outcome).toBe('unresolved');
    expect(messages[0]?.text).toContain(
      `Bản năm ${old} không còn áp dụng. Hiện nay áp dụng ${instrument(code).shortName}`,
    );
  });

  it('luật trong kho hết hiệu lực từ hôm nào thì từ hôm ấy mới nói', () => {
    expect(read('điều 6 luật tín ngưỡng tôn giáo 2016', '2026-12-31')).toMatchObject({ asks: 'article' });
    expect(read('điều 6 luật tín ngưỡng tôn giáo 2016', '2027-01-01')).toMatchObject({
      asks: 'replaced',
      old: { code: 'luat-tin-nguong-ton-giao-2016' },
      by: { code: 'luat-tin-nguong-ton-giao-2026' },
    });
  });

  it.each([
    'luật bhyt 2024', // people name a law by the year of its last change
    'bộ luật lao động 2019',
    'luật trợ giúp pháp lý 11/2017/QH14',
  ])('%s: không phải luật cũ', (question) => {
    expect(read(question)).toMatchObject({ asks: 'instrument' });
  });

  it.each([
    'mức phạt theo luật bảo hiểm là bao nhiêu nếu công ty trốn đóng',
    'luật có cho đuổi việc bà bầu không',
    'công ty nợ lương em 2 tháng',
    'điều này có đúng luật không',
    'em hai mươi tuổi',
    'chồng em dọa đánh, nói là hiến pháp cho phép dạy vợ, mà hàng xóm biết hết cũng không ai dám can ngăn giúp mẹ con em',
  ])('%s: không tra gì, hoặc chỉ nhắc qua', (question) => {
    expect(read(question)).toBeUndefined();
  });
});
