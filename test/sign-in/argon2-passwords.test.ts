import { describe, expect, it } from 'vitest';
import { Argon2Passwords } from '../../src/sign-in/argon2-passwords.ts';

const passwords = new Argon2Passwords();
const PASSWORD = 'bốn con mèo ngủ trưa';

describe('a stored password', () => {
  it('is an Argon2id hash with the parameters that OWASP asks for, another one each time', async () => {
    const [one, two] = [await passwords.hash(PASSWORD), await passwords.hash(PASSWORD)];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(two).not.toBe(one);
    expect(one).not.toContain(PASSWORD);
  });

  it('is matched by the same password, however its letters are composed, and by no other', async () => {
    const hash = await passwords.hash(PASSWORD.normalize('NFD'));
    expect(await passwords.matches(PASSWORD, hash)).toBe(true);
    for (const other of ['', 'bon con meo ngu trua', PASSWORD.toUpperCase(), `${PASSWORD} `]) {
      expect(await passwords.matches(other, hash)).toBe(false);
    }
  });

  it('that is not there is matched by none', async () => {
    for (const any of ['', PASSWORD]) expect(await passwords.matches(any, undefined)).toBe(false);
  });
});
