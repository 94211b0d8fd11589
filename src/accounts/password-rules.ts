import { fold } from '../language/fold.ts';
import { COMMON_WORDS, KEY_ROWS } from './common-passwords.ts';

/**
 * Length is what protects (NIST SP 800-63B): no rule asks for digits or signs, which only make people write
 * `Matkhau@2026`. Counted in characters as people see them typed; a phrase of four words has more than enough.
 */
export const SHORTEST_PASSWORD = 12;
/** Longer than any password that a person types or a manager makes; what is longer only costs time to hash. */
export const LONGEST_PASSWORD = 128;

/** Why a password is not taken. */
export type PasswordFault = 'too-short' | 'too-long' | 'common' | 'is-login';

/** The same password however a keyboard composes its letters: `ế` may arrive as one character or as three. */
export function passwordAsTyped(password: string): string {
  return password.normalize('NFKC');
}

/** @returns What is wrong with a new password; undefined when it may be used. */
export function passwordFault(password: string, login: string): PasswordFault | undefined {
  const typed = passwordAsTyped(password);
  const { length } = [...typed];
  if (length < SHORTEST_PASSWORD) return 'too-short';
  if (length > LONGEST_PASSWORD) return 'too-long';
  if (isLogin(typed, login)) return 'is-login';
  return isCommon(typed) ? 'common' : undefined;
}

/** The login itself, its part before the @, or one of them with digits and signs around it. */
function isLogin(password: string, login: string): boolean {
  const name = login.split('@')[0] ?? login;
  const own = [login, name].map(lettersOf).filter((letters) => letters.length >= 4);
  return fold(password) === fold(login) || own.includes(lettersOf(password));
}

function isCommon(password: string): boolean {
  const plain = fold(password).replace(/\s/g, '');
  const letters = lettersOf(password);
  return (
    new Set(plain).size <= 3 ||
    KEY_ROWS.some((row) => row.includes(plain)) ||
    isRepeated(plain) ||
    (letters !== '' &&
      (COMMON_WORDS.has(letters) || KEY_ROWS.some((row) => letters.length >= 4 && row.includes(letters))))
  );
}

/** One short piece over and over: `matkhaumatkhau`, `hoa123hoa123hoa123`. */
function isRepeated(text: string): boolean {
  return [2, 3, 4, 5, 6].some(
    (size) =>
      text ===
      text
        .slice(0, size)
        .repeat(Math.ceil(text.length / size))
        .slice(0, text.length),
  );
}

/** Only the letters, without marks, with what is commonly typed in their place: `M@tkh4u2026!` is `matkhau`. */
function lettersOf(text: string): string {
  return fold(text)
    .replace(/[@4](?=[a-z])/g, 'a')
    .replace(/0(?=[a-z])/g, 'o')
    .replace(/[1!](?=[a-z])/g, 'i')
    .replace(/[$5](?=[a-z])/g, 's')
    .replace(/3(?=[a-z])/g, 'e')
    .replace(/[^a-z]/g, '');
}
