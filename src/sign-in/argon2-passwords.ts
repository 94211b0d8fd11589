import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { passwordAsTyped } from '../accounts/password-rules.ts';
import type { Passwords } from '../ports/sign-in.ts';

/** What one hash costs: KiB of memory, passes over it, threads. */
export interface HashCost {
  readonly memoryCost: number;
  readonly timeCost: number;
  readonly parallelism: number;
}

/**
 * Argon2id (the library's own choice of algorithm) with 19 MiB, two passes, one lane: the first of the settings that the
 * OWASP Password Storage Cheat Sheet calls equally strong, and the one that asks least of a small server.
 */
const OWASP: HashCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Passwords as Argon2id hashes. */
export class Argon2Passwords implements Passwords {
  readonly #cost: HashCost;
  /** Of a password that nobody has, made at once so that the first unknown login does not take longer than the next. */
  readonly #nobody: Promise<string>;

  constructor(cost: HashCost = OWASP) {
    this.#cost = cost;
    this.#nobody = this.hash(randomBytes(32).toString('base64'));
  }

  hash(password: string): Promise<string> {
    return hash(passwordAsTyped(password), this.#cost);
  }

  async matches(password: string, known: string | undefined): Promise<boolean> {
    const isRight = await verify(known ?? (await this.#nobody), passwordAsTyped(password));
    return known !== undefined && isRight;
  }
}
