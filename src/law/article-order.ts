const ALPHABET = 'aăâbcdđeêghiklmnoôơpqrstuưvxyfjwz';
const LETTERS = ALPHABET.length + 1;

/**
 * A number that rises with the articles of an instrument: `4` < `4a` < `4b` < `5`. It depends on the article alone, so an
 * article that is inserted later moves no other.
 */
export function placeOf(article: string): number {
  const [, digits = '0', letters = ''] = /^(\d+)(.*)$/su.exec(article) ?? [];
  const [first = 0, second = 0] = [...letters].map((letter) => ALPHABET.indexOf(letter) + 1);
  return Number(digits) * LETTERS * LETTERS + first * LETTERS + second;
}
