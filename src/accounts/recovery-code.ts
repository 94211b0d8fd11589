/** How many somebody gets at once. */
export const RECOVERY_CODES = 10;
/** Random bytes that one code needs. */
const RECOVERY_CODE_BYTES = 10;

/** Thirty letters and digits, without 0 O 1 I L U: they are misread on paper. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const HALF = RECOVERY_CODE_BYTES / 2;
/** A byte from here on would make the first letters of the alphabet likelier than the others. */
const FAIR = 256 - (256 % LETTERS.length);

/**
 * A code that stands in for the second factor once, for whoever lost their phone: `7K3MP-QX2TR`, 49 bits.
 *
 * @param bytes As many random bytes as it takes; drawn anew where one of them would not be fair.
 */
export function recoveryCode(bytes: (count: number) => Uint8Array): string {
  let letters = '';
  while (letters.length < RECOVERY_CODE_BYTES) {
    for (const byte of bytes(RECOVERY_CODE_BYTES - letters.length)) {
      if (byte < FAIR) letters += LETTERS[byte % LETTERS.length];
    }
  }
  return `${letters.slice(0, HALF)}-${letters.slice(HALF)}`;
}

/** The code as it was given out, however it is typed: any case, with or without the dash or spaces. */
export function recoveryCodeIn(typed: string): string | undefined {
  const letters = typed.toUpperCase().replace(/[\s\-–—.]/g, '');
  const isCode = letters.length === RECOVERY_CODE_BYTES && [...letters].every((letter) => LETTERS.includes(letter));
  return isCode ? `${letters.slice(0, HALF)}-${letters.slice(HALF)}` : undefined;
}
