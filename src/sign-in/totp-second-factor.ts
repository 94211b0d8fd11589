import { createHmac, hkdfSync } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { QrCode, SecondFactor } from '../ports/sign-in.ts';
import { qrCode } from './qr-code.ts';

const ISSUER = 'Hỏi Quyền';
/** What every app for codes understands; some ignore other values without a word. */
const FORM = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const SECRET_BYTES = 20;
const SIX_DIGITS = /^[0-9]{6}$/;
/** Steps before and after the present one: the clocks of phones are not quite right, and typing takes a while. */
const WINDOW = 1;

/** Six digits of an app on the phone. */
export class TotpSecondFactor implements SecondFactor {
  readonly #key: Buffer;

  /** @param sessionSecret `SESSION_SECRET`; the key is derived from it and serves nothing else. */
  constructor(sessionSecret: string) {
    this.#key = Buffer.from(hkdfSync('sha256', sessionSecret, '', 'hoi-quyen/second-factor', 32));
  }

  secretOf(seed: string): string {
    const bytes = createHmac('sha256', this.#key).update(seed).digest().subarray(0, SECRET_BYTES);
    return new Secret({ buffer: Uint8Array.from(bytes).buffer }).base32;
  }

  qrOf(secret: string, label: string): QrCode {
    return qrCode(new TOTP({ ...FORM, issuer: ISSUER, label, secret: Secret.fromBase32(secret) }).toString());
  }

  stepOf(secret: string, code: string, at: Date): number | undefined {
    const token = code.replace(/\s/g, '');
    // The library throws at six characters that are more than six bytes.
    if (!SIX_DIGITS.test(token)) return undefined;
    const timestamp = at.getTime();
    const totp = new TOTP({ ...FORM, secret: Secret.fromBase32(secret) });
    const beside = totp.validate({ token, timestamp, window: WINDOW });
    return beside === null ? undefined : totp.counter({ timestamp }) + beside;
  }
}
