/** Without 0 O 1 I L U: they are misread from a screen. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
/** How many random bytes a code is made of. */
export const LINK_CODE_BYTES = 10;

/** A code that links a group once, from random bytes: `7K3MPQ2X9B`. Nobody guesses it while it is valid. */
export function linkCode(bytes: Uint8Array): string {
  return [...bytes.slice(0, LINK_CODE_BYTES)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
}
