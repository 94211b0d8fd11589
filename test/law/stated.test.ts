import { describe, expect, it } from 'vitest';
import { statedIn } from '../../src/law/stated.ts';
import {
  CONSOLIDATED_LENDING_LAW,
  LENDING_AMENDMENT,
  LENDING_LAW,
  NEW_LENDING_LAW,
  readSmallLaw,
} from '../support/small-laws.ts';

const said = (text: string, from = '2021-01-01') => statedIn(readSmallLaw(text), from);

describe('what a file says', () => {
  it('of its own articles: an original binds from the first day', () => {
    const { texts, changes } = said(LENDING_LAW);
    expect(texts.map(({ article, from, changedOn }) => [article, from, changedOn])).toEqual(
      ['1', '2', '3', '4', '5'].map((article) => [article, '2021-01-01', []]),
    );
    expect(changes).toEqual([]);
  });

  it('of its own articles: a consolidated text from the last change that a note tells', () => {
    const { texts } = said(CONSOLIDATED_LENDING_LAW);
    expect(texts.map(({ article, from, inserted, repealed }) => [article, from, inserted, repealed])).toEqual([
      ['1', '2021-01-01', false, false],
      ['2', '2027-01-01', false, false],
      ['3', '2027-01-01', false, false],
      ['3a', '2027-01-01', true, false],
      ['4', '2027-01-01', false, true],
      ['5', '2021-01-01', false, false],
    ]);
  });

  it('of another law, which it names by its number and not by its own', () => {
    const { changes } = said(LENDING_AMENDMENT, '2027-01-01');
    expect(changes.map((change) => ({ ...change, text: undefined }))).toEqual(
      [
        { article: '2', act: 'replaced' },
        { article: '3', clause: '1', act: 'replaced' },
        { article: '3a', act: 'inserted' },
        { article: '4', act: 'repealed' },
      ].map((change) => ({
        kind: 'amendment',
        name: 'luat muon sach',
        number: '61/2020/QH14',
        on: '2027-01-01',
        text: undefined,
        ...change,
      })),
    );
  });

  it('of single words that change: the article changes, how is for a consolidated text to tell', () => {
    const words = LENDING_AMENDMENT.replace(
      '4. Bãi bỏ Điều 4.',
      '4. Thay thế cụm từ “quy định tại Điều 9” bằng cụm từ “theo luật” tại khoản 1 Điều 1 và các điều 3, 5.\n5. Bãi bỏ Điều 4.',
    );
    const unclear = said(words, '2027-01-01').changes.filter(
      (change) => change.kind === 'amendment' && change.act === 'unclear',
    );
    expect(unclear.map((change) => change.kind === 'amendment' && change.article)).toEqual(['1', '3', '5']);
  });

  it('of parts that begin on other days: nothing is carried out, from the first of them on', () => {
    const parts = LENDING_AMENDMENT.replace(
      'năm 2027.\nLuật này được',
      'năm 2027, trừ trường hợp quy định tại khoản 2.\n2. Khoản 2 Điều 1 của Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2026.\nLuật này được',
    );
    const { changes } = said(parts, '2027-01-01');
    expect(new Set(changes.map((change) => change.kind === 'amendment' && `${change.act} ${change.on}`))).toEqual(
      new Set(['unclear 2026-07-01']),
    );
  });

  it('of a law that ends with it', () => {
    expect(said(NEW_LENDING_LAW, '2028-07-01').changes).toEqual([
      { kind: 'end', name: 'luat muon sach', number: '61/2020/QH14', on: '2028-07-01', withExceptions: false },
    ]);
    const partly = NEW_LENDING_LAW.replace(
      'Luật này có hiệu lực thi hành.\n',
      'Luật này có hiệu lực thi hành, trừ Điều 3.\n',
    );
    expect(said(partly, '2028-07-01').changes).toMatchObject([{ withExceptions: true }]);
  });

  it('of laws that it changes in a way that was not understood', () => {
    const several = LENDING_LAW.replace(
      'Điều 5. Hiệu lực thi hành',
      'Điều 5. Sửa đổi, bổ sung một số điều của các luật có liên quan\n1. Sửa đổi, bổ sung một số điều của Luật Thư viện số 46/2019/QH14 như sau:\na) Bỏ Điều 9.\nĐiều 6. Hiệu lực thi hành',
    );
    expect(said(several).untraced).toEqual(['Luật Thư viện số 46/2019/QH14']);
  });
});
