/** How many failures are allowed in a window of time that begins with the first of them. */
export interface Limit {
  readonly failures: number;
  readonly minutes: number;
}

/**
 * Where failures are counted. Somebody who guesses is slowed down wherever they are, and can lock out nobody but themselves:
 * - who signed in on a device before is counted on that device alone, so guesses made elsewhere never shut them out
 *   (OWASP, "Device cookies");
 * - on any other device the narrowest count comes first, and an attempt that one count refuses reaches no wider one: a single
 *   address can use up 20 of the 30 failures of an account in an hour, and never those of another address.
 */
export interface Limits {
  readonly knownDevice: Limit;
  readonly accountAndAddress: Limit;
  readonly address: Limit;
  readonly account: Limit;
}

/** What is tried: the password, or afterwards the second factor. */
export type Attempted = 'password' | 'code';

export const LIMITS: Readonly<Record<Attempted, Limits>> = {
  password: {
    knownDevice: { failures: 10, minutes: 15 },
    accountAndAddress: { failures: 5, minutes: 15 },
    address: { failures: 50, minutes: 60 },
    account: { failures: 30, minutes: 60 },
  },
  // Whoever gets here knows the password. Three of a million codes are right at a time: 20 tries a day hit one in
  // forty years.
  code: {
    knownDevice: { failures: 10, minutes: 60 },
    accountAndAddress: { failures: 5, minutes: 15 },
    address: { failures: 50, minutes: 60 },
    account: { failures: 20, minutes: 24 * 60 },
  },
};
