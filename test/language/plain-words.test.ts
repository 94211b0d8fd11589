import { describe, expect, it } from 'vitest';
import { plainWords } from '../../src/language/plain-words.ts';
import { fc } from '../support/property.ts';

describe('plainWords leaves words alone', () => {
  it.each([
    ['Dạ, đồng ý ạ!', 'da dong y a'],
    ['  xoá   HẾT…\n', 'xoa het'],
    ['HQ-7K3M', 'hq 7k3m'],
    ['👍', ''],
    ['', ''],
  ])('%s → %s', (text, plain) => {
    expect(plainWords(text)).toBe(plain);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(plainWords(plainWords(text))).toBe(plainWords(text));
      }),
    );
  });
});
