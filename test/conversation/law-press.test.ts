import { describe, expect, it } from 'vitest';
import {
  contentsPress,
  contentsPressed,
  lawPress,
  lawPressed,
  lookPress,
  lookPressed,
} from '../../src/conversation/law-press.ts';
import { type Citation, citationOf } from '../../src/knowledge/citation.ts';
import { library } from '../answering/shipped.ts';
import { fc } from '../support/property.ts';

const CODES = [
  ...library.instruments.keys(),
  'luat-nhap-canh-xuat-canh-qua-canh-cu-tru-cua-nguoi-nuoc-ngoai-tai-viet-nam-2014',
  // the beginning alone does not tell these apart
  'luat-nguoi-lao-dong-viet-nam-di-lam-viec-o-nuoc-ngoai-theo-hop-dong-2020',
  'luat-nguoi-lao-dong-viet-nam-di-lam-viec-o-nuoc-ngoai-theo-hop-dong-2026',
];
const FITS_EVERY_BUTTON = /^[\x21-\x7e]{1,60}$/;
const place = fc.record({
  article: fc
    .tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom('', 'a', 'd', 'đ'))
    .map((parts) => parts.join('')),
  clause: fc.option(
    fc.tuple(fc.integer({ min: 1, max: 99 }), fc.constantFrom('', 'b', 'đ')).map((parts) => parts.join('')),
    {
      nil: undefined,
    },
  ),
  point: fc.option(fc.constantFrom('a', 'd', 'đ', 'z'), { nil: undefined }),
});

describe('A button that leads to the law', () => {
  it('carries any place in any instrument, and fits every messenger', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CODES), place, fc.integer({ min: 1, max: 999 }), (code, at, page) => {
        const { article, clause, point } = at;
        const wanted = { article, ...(clause && { clause }), ...(point && { point }) };
        const citation = citationOf(code, wanted);
        for (const press of [
          lawPress(citation),
          contentsPress(code, page),
          lookPress(code, wanted),
          lookPress(code, undefined),
        ]) {
          expect(press).toMatch(FITS_EVERY_BUTTON);
        }
        expect(lawPressed(lawPress(citation), CODES)).toBe(citation);
        expect(contentsPressed(contentsPress(code, page), CODES)).toEqual({ code, page });
        expect(lookPressed(lookPress(code, wanted), CODES)).toMatchObject({ code, place: wanted });
        expect(lookPressed(lookPress(code, undefined), CODES)).toEqual({ code, place: undefined });
      }),
    );
  });

  it.each(CODES)('has room for the longest place, in %s', (code) => {
    const place = { article: '999đ', clause: '99đ', point: 'đ' };
    for (const press of [lawPress(citationOf(code, place)), lookPress(code, place), contentsPress(code, 999)]) {
      expect(press).toMatch(FITS_EVERY_BUTTON);
    }
  });

  it('can be read where the code is short', () => {
    expect(lawPress('bo-luat-lao-dong-2019:145.1.a' as Citation)).toBe('law:bo-luat-lao-dong-2019:145.1.a');
  });

  it.each([
    'law:luat-khong-co-2020:5',
    'law:bo-luat-lao-dong-2019',
    'law:bo-luat-lao-dong-2019:',
    'law:bo-luat-lao-dong-2019:năm',
    'law:bo-luat-lao-dong-2019:5:6',
    'law:luat-nguoi-lao-dong-viet-nam-di-la~0000000:5',
    'entry:qa/lao-dong/no-luong',
    '',
  ])('that was made up is none: %s', (press) => {
    expect(lawPressed(press, CODES)).toBeUndefined();
    expect(contentsPressed(press, CODES)).toBeUndefined();
    expect(lookPressed(press, CODES)).toBeUndefined();
  });
});
