import type { Attempted } from '../accounts/lock-out.ts';

/** Turns passwords into what may be stored, slowly, so that whoever steals it can try few. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes as long when there is no hash, so that nobody learns from the time whether a login exists. */
  matches(password: string, hash: string | undefined): Promise<boolean>;
}

/** A QR code with its quiet edge. */
export interface QrCode {
  /** Width and height in squares. */
  readonly size: number;
  /** The dark squares as a path of SVG, one square one unit. */
  readonly path: string;
}

/** Codes of six digits that change every 30 seconds (RFC 6238). */
export interface SecondFactor {
  /**
   * The secret that belongs to a seed, in base32. The same seed always gives the same: a form that comes back with a fault
   * shows the picture that was scanned already, and nothing is stored before the app has proved that it has the secret.
   */
  secretOf(seed: string): string;
  /** What an app for codes scans. `label` is how it names the account. */
  qrOf(secret: string, label: string): QrCode;
  /** The time step whose code this is, now or one step beside it; undefined when it is the code of none. */
  stepOf(secret: string, code: string, at: Date): number | undefined;
}

/** Whose attempt it is, and from where. */
export interface Attempt {
  readonly what: Attempted;
  readonly login: string;
  /** IP address; `undefined` where it is not known. */
  readonly address: string | undefined;
  /** Set where this account has signed in on the device before. */
  readonly device: string | undefined;
}

/** Counts failures (see `accounts/lock-out.ts`). In memory: a restart forgets, and each process counts by itself. */
export interface LockOut {
  /**
   * Counts the attempt as a failure before it is made, so that a hundred at the same moment are a hundred.
   *
   * @returns The minutes after which it may be made; undefined when it may be made now.
   */
  begin(attempt: Attempt): Promise<number | undefined>;
  /** It was no failure after all. */
  succeeded(attempt: Attempt): Promise<void>;
}
