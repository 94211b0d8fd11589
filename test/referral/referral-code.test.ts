import { describe, expect, it } from 'vitest';
import { codeIn, referralCode } from '../../src/referral/referral-code.ts';
import { fc } from '../support/property.ts';

describe('referralCode', () => {
  it('is made of letters and digits that nobody mistakes for each other', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 4, maxLength: 8 }), (bytes) => {
        expect(referralCode(bytes)).toMatch(/^HQ-[2-9A-HJKMNP-TV-Z]{4}$/);
      }),
    );
  });

  it('is the same for the same bytes, and another for others', () => {
    expect(referralCode(Uint8Array.of(0, 1, 2, 3))).toBe(referralCode(Uint8Array.of(0, 1, 2, 3)));
    expect(referralCode(Uint8Array.of(0, 1, 2, 3))).not.toBe(referralCode(Uint8Array.of(0, 1, 2, 4)));
  });

  it('is found again in whatever way a person writes it down', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 4, maxLength: 4 }).map(referralCode),
        fc.constantFrom(
          (code: string) => code,
          (code: string) => code.toLowerCase(),
          (code: string) => code.replace('-', ''),
          (code: string) => code.replace('-', ' '),
          (code: string) => code.replace('-', ' - '),
          (code: string) => code.replace('-', '–'),
          (code: string) => `rút ${code} giúp em`,
          (code: string) => `/trangthai ${code}`,
          (code: string) => `(${code}).`,
        ),
        (code, write) => {
          expect(codeIn(write(code))).toBe(code);
        },
      ),
    );
  });
});

describe('codeIn', () => {
  it.each([
    ['HQ-7K3M', 'HQ-7K3M'],
    ['hq7k3m', 'HQ-7K3M'],
    ['mã của em là Hq 7k3m ạ', 'HQ-7K3M'],
    ['hq-7k3m'.normalize('NFD'), 'HQ-7K3M'],
  ])('%s', (text, code) => {
    expect(codeIn(text)).toBe(code);
  });

  it.each(['HQ', 'HQ-7K3', 'HQ-7K3MA', 'HQ-7KOM', 'AHQ-7K3M', 'rút', '', 'hoi quyen'])('finds none: %j', (text) => {
    expect(codeIn(text)).toBeUndefined();
  });
});
