import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { recoveryCode, recoveryCodeIn } from '../../src/accounts/recovery-code.ts';

describe('a recovery code', () => {
  it('is ten letters that nobody misreads, and as many different ones as can be', () => {
    const codes = Array.from({ length: 500 }, () => recoveryCode((count) => randomBytes(count)));
    expect(codes.every((code) => /^[2-9A-HJKMNP-TV-Z]{5}-[2-9A-HJKMNP-TV-Z]{5}$/.test(code))).toBe(true);
    expect(new Set(codes).size).toBe(500);
  });

  it('draws again where a byte would make some letters likelier', () => {
    const drawn = [Uint8Array.from([255, 240, 254, 0, 1, 2, 3, 4, 5, 6]), Uint8Array.from([7, 8, 239])];
    expect(recoveryCode(() => drawn.shift() ?? new Uint8Array())).toBe('23456-789AZ');
  });

  it.each([
    ['nguyên văn', '7K3MP-QX2TR'],
    ['chữ thường', '7k3mp-qx2tr'],
    ['không gạch', '7K3MPQX2TR'],
    ['gạch dài của điện thoại', '7K3MP—QX2TR'],
    ['khoảng trắng', '  7K3 MP QX2 TR '],
  ])('is read however it is typed: %s', (_, typed) => {
    expect(recoveryCodeIn(typed)).toBe('7K3MP-QX2TR');
  });

  it.each(['', '7K3MP', '7K3MP-QX2T', '7K3MP-QX2TRR', '0K3MP-QX2TR', 'ơK3MP-QX2TR'])('is not %s', (typed) => {
    expect(recoveryCodeIn(typed)).toBeUndefined();
  });
});
