import { randomBytes } from 'node:crypto';

/** Keys as an operator makes them with openssl, other ones each time. */
export function ownKeys(): { readonly DATA_KEY: string; readonly SESSION_SECRET: string } {
  return { DATA_KEY: randomBytes(32).toString('base64'), SESSION_SECRET: randomBytes(48).toString('base64') };
}
