import { Secret } from 'otpauth';
import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { qrCode } from '../../src/sign-in/qr-code.ts';
import { TotpSecondFactor } from '../../src/sign-in/totp-second-factor.ts';

const factor = new TotpSecondFactor('mot-bi-mat-du-dai-de-giu-phien-lam-viec');

describe('a code of the app', () => {
  // RFC 6238, appendix B: the secret "12345678901234567890", eight digits there, the last six of them here
  const secret = Secret.fromLatin1('12345678901234567890').base32;

  it.each([
    [59, '287082', 1],
    [1111111109, '081804', 37037036],
    [1111111111, '050471', 37037037],
    [1234567890, '005924', 41152263],
    [2000000000, '279037', 66666666],
    [20000000000, '353130', 666666666],
  ])('is the one of RFC 6238 at %i seconds', (seconds, code, step) => {
    expect(factor.stepOf(secret, code, new Date(seconds * 1000))).toBe(step);
  });

  it('belongs to its own step, also when it is looked at one step early or late, and to no step after that', () => {
    const at = (seconds: number) => factor.stepOf(secret, '050471', new Date(seconds * 1000));
    expect([at(1111111109), at(1111111111), at(1111111169)]).toEqual([37037037, 37037037, 37037037]);
    expect([at(1111111111 - 62), at(1111111111 + 60)]).toEqual([undefined, undefined]);
  });

  it.each(['', '28708', '2870822', 'abcdef', '28708२', '-87082'])('is not "%s"', (code) => {
    expect(factor.stepOf(secret, code, new Date(59_000))).toBeUndefined();
  });
});

describe('a secret', () => {
  it('is the same for the same seed, another for another seed or another key', () => {
    const secret = factor.secretOf('phiếu 1');
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(factor.secretOf('phiếu 1')).toBe(secret);
    expect(factor.secretOf('phiếu 2')).not.toBe(secret);
    expect(new TotpSecondFactor('mot-bi-mat-khac-cung-du-dai-nhu-the-nay').secretOf('phiếu 1')).not.toBe(secret);
  });
});

describe('the picture that an app scans', () => {
  it('draws every dark square of the code, and no other', () => {
    const text = 'otpauth://totp/H%E1%BB%8Fi%20Quy%E1%BB%81n:hoa@trogiup.example?secret=GEZDGNBVGY3TQOJQ';
    const { size, data } = encode(text, { ecc: 'M', border: 4 });
    const drawn = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
    const { path, size: given } = qrCode(text);
    for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
      drawn[Number(y)]?.fill(true, Number(x), Number(x) + Number(width));
    }
    expect(given).toBe(size);
    expect(drawn).toEqual(data);
    expect(data.slice(0, 4).flat().some(Boolean)).toBe(false); // the quiet edge
  });
});
