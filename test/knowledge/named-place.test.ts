import { describe, expect, it } from 'vitest';
import { asksForWords, placeIn } from '../../src/knowledge/named-place.ts';
import { fold } from '../../src/language/fold.ts';

describe('placeIn', () => {
  it.each([
    ['điều 145 bộ luật lao động khoản 2', { article: '145', clause: '2' }],
    ['khoản 1 điều 20 HP', { article: '20', clause: '1' }],
    ['điểm a khoản 2 điều 3 luật trẻ em', { article: '3', clause: '2', point: 'a' }],
    ['Điểm Đ Khoản 1 Điều 12 Nghị quyết 326', { article: '12', clause: '1', point: 'đ' }],
    ['điểm d khoản 1 điều 12 nghị quyết 326', { article: '12', clause: '1', point: 'd' }],
    ['k2 đ145 blld', { article: '145', clause: '2' }],
    ['k. 2 điều 145', { article: '145', clause: '2' }],
    ['điều 4a luật hiv', { article: '4a' }],
    ['khoản 1a điều 5', { article: '5', clause: '1a' }],
    ['điều 7', { article: '7' }],
    ['article 14 ICCPR', { article: '14' }],
    ['khoản 2 luật lao động', undefined],
    ['quan điểm cá nhân của em về luật', undefined],
    ['', undefined],
  ])('%s', (question, place) => {
    expect(placeIn(question)).toEqual(place);
    expect(placeIn(question.normalize('NFD'))).toEqual(place);
  });

  it('without marks tells everything but d from đ', () => {
    expect(placeIn(fold('điểm a khoản 2 điều 3 luật trẻ em'))).toEqual({ article: '3', clause: '2', point: 'a' });
    expect(placeIn(fold('điểm đ khoản 2 điều 3 luật trẻ em'))).toEqual({ article: '3', clause: '2', point: 'd' });
  });
});

describe('asksForWords', () => {
  it.each([
    ['cho xem nguyên văn điều 7', true],
    ['nguyen van dieu 7 luat tgpl', true],
    ['đọc toàn văn luật trẻ em', true],
    ['điều 7 luật trợ giúp pháp lý', false],
    ['anh Nguyễn Văn Nam bị bắt', false],
    ['NGUYÊN VĂN ĐIỀU 7', true],
  ])('%s', (question, asks) => {
    expect(asksForWords(question)).toBe(asks);
  });
});
