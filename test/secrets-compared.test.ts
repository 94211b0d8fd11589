import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/**
 * A comparison that ends at the first letter that differs tells a caller, letter by letter, what ours is. So secrets are
 * compared by `same-secret.ts`, or looked up by their keyed hash, or proved by the library that made them.
 */
const COMPARED =
  /\b[\w.?#[\]]*(?:secret|token|password|passwordhash|tokenhash|signature|hmac|apikey)\b(?:\(\))?\s*[!=]==?(?!=|\s*(?:undefined|null|true|false)\b|\s*'')|[!=]==?\s*[\w.?#]*(?:secret|token|password|passwordhash|tokenhash|signature|hmac|apikey)\b(?!\s*\()|\.(?:startsWith|endsWith|includes|localeCompare)\([\w.?#]*(?:secret|token|password|signature)\b/i;

/** Folders in which `token` is a word of a sentence. */
const OF_LANGUAGE = /^src\/(?:search|safety|language|law|law-files|answering|knowledge|reply|evaluation)\//;

/** Neither side is a secret of ours that a caller could find out. */
const ALLOWED: readonly (readonly [file: string, line: string])[] = [
  // Two hashes out of the database: was the password changed while this one was checked?
  ['src/flow/sign-in/check-password.ts', 'still.passwordHash === found?.passwordHash'],
  // Both sides were typed by the same person.
  ['src/web/console/sign-in/invitation-routes.tsx', 'form.password === form.again'],
  ['src/web/console/profile/profile-routes.tsx', 'form.password !== form.again'],
];

const lines = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => `src/${file.replaceAll('\\', '/')}`)
  .filter((file) => /\.tsx?$/.test(file))
  .filter((file) => !OF_LANGUAGE.test(file))
  .flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => ({ file, line: line.trim() }))
      .filter(({ line }) => !/^(?:\*|\/\/|\/\*)/.test(line)),
  );

it.each([
  'if (given === this.#secret) return true;',
  'return token !== kept.token;',
  'if (row.tokenHash == hash) x();',
  'if (header.startsWith(secret)) x();',
  'const ok = settings.TELEGRAM_WEBHOOK_SECRET === given;',
])('would be seen: %s', (line) => expect(COMPARED.test(line.replace(/_SECRET/, '.secret'))).toBe(true));

it('no secret is compared letter by letter', () => {
  expect(lines.length).toBeGreaterThan(10_000);
  const found = lines
    .filter(({ line }) => COMPARED.test(line.replace(/_(SECRET|TOKEN)\b/g, '.$1')))
    .filter(({ file, line }) => !ALLOWED.some(([where, what]) => where === file && line.includes(what)));
  expect(found).toEqual([]);
});

it('what is allowed is still there', () => {
  for (const [where, what] of ALLOWED)
    expect(lines.some(({ file, line }) => file === where && line.includes(what))).toBe(true);
});
