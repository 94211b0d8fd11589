/**
 * The two schools of placing the tone mark on `oa`, `oe`, `uy` (`hoà`/`hòa`, `khoẻ`/`khỏe`, `thuỷ`/`thủy`) become one,
 * the newer of school books written on the second vowel being turned into the older. Only at the end of a syllable: in
 * `toàn` and `huỷnh` both schools agree.
 */
const PAIRS: readonly (readonly [string, string])[] = [
  ['oà', 'òa'],
  ['oá', 'óa'],
  ['oả', 'ỏa'],
  ['oã', 'õa'],
  ['oạ', 'ọa'],
  ['oè', 'òe'],
  ['oé', 'óe'],
  ['oẻ', 'ỏe'],
  ['oẽ', 'õe'],
  ['oẹ', 'ọe'],
  ['uỳ', 'ùy'],
  ['uý', 'úy'],
  ['uỷ', 'ủy'],
  ['uỹ', 'ũy'],
  ['uỵ', 'ụy'],
];
const ONE_SCHOOL = new Map(PAIRS);
const SECOND_VOWEL = new RegExp(`(?<!q)(?:${PAIRS.map(([from]) => from).join('|')})(?!\\p{L})`, 'gu');

/** Expects lower-case NFC text. `qu` is a consonant, so `quý` stays. */
export function unifyTonePlacement(text: string): string {
  return text.replace(SECOND_VOWEL, (ending) => ONE_SCHOOL.get(ending) ?? ending);
}
