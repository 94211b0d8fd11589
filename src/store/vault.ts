import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { AppError } from '../base/errors.ts';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** More than the one key, in a database whose `DATA_KEY` is being, or was, changed. */
export interface MoreKeys {
  /** `DATA_KEY_OLD`, 32 bytes: opens what was sealed before the change; nothing is sealed with it. */
  readonly old?: Buffer | undefined;
  /** The key of the hashes, 32 bytes, where it is not derived from `key`. See `open-vault.ts`. */
  readonly hashing?: Buffer | undefined;
}

/**
 * Seals what a person wrote and who they are before it reaches the disk (AES-256-GCM), and makes keyed hashes to find
 * rows by (HMAC-SHA-256). Both keys are derived from `DATA_KEY` (HKDF-SHA-256), so neither says anything of the other.
 */
export class Vault {
  readonly #sealing: Buffer;
  readonly #old: Buffer | undefined;
  readonly #hashing: Buffer;

  /** @param key 32 bytes. */
  constructor(key: Buffer, { old, hashing }: MoreKeys = {}) {
    this.#sealing = derive(key, 'sealing');
    this.#old = old && derive(old, 'sealing');
    this.#hashing = hashing ?? Vault.hashingKeyOf(key);
  }

  /** The key of the hashes as it is derived from a `DATA_KEY`. */
  static hashingKeyOf(key: Buffer): Buffer {
    return derive(key, 'hashing');
  }

  /** Base64 of nonce, tag and cipher text. The same text is sealed differently each time. */
  seal(text: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#sealing, iv);
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64');
  }

  /** @throws AppError `unavailable` when the text was sealed with another key or changed since. */
  open(sealed: string): string {
    try {
      return openWith(this.#sealing, sealed);
    } catch (cause) {
      const text = this.#openedWithOld(sealed);
      if (text !== undefined) return text;
      throw new AppError('unavailable', 'A stored text cannot be opened: it was sealed with another DATA_KEY', {
        cause,
      });
    }
  }

  /**
   * The same text sealed with `DATA_KEY`; `undefined` where that is how it is sealed already.
   *
   * @throws AppError `unavailable` when neither key opens it.
   */
  resealed(sealed: string): string | undefined {
    try {
      openWith(this.#sealing, sealed);
      return undefined;
    } catch {
      return this.seal(this.open(sealed));
    }
  }

  sealJson(value: unknown): string {
    return this.seal(JSON.stringify(value));
  }

  openJson(sealed: string): unknown {
    return JSON.parse(this.open(sealed));
  }

  /** The same parts always give the same hash; without the key nobody can try addresses out. */
  hash(...parts: readonly string[]): string {
    return createHmac('sha256', this.#hashing).update(JSON.stringify(parts)).digest('base64url');
  }

  #openedWithOld(sealed: string): string | undefined {
    if (this.#old === undefined) return undefined;
    try {
      return openWith(this.#old, sealed);
    } catch {
      return undefined;
    }
  }
}

function derive(key: Buffer, use: string): Buffer {
  if (key.length !== 32) throw new AppError('invalid-input', 'DATA_KEY must be 32 bytes, base64');
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `hoi-quyen/${use}`, 32));
}

/** @throws when it was sealed with another key or changed since. */
function openWith(key: Buffer, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES, // else a shorter tag, easier to forge, would do
  });
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
}
