import { deserialize, serialize } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/fold.ts';
import { Vocabulary } from '../../src/search/vocabulary.ts';
import { fc } from '../support/property.ts';

const SENTENCES = [
  'Công ty nợ lương tôi ba tháng nay',
  'cong ty no luong toi 3 thang nay',
  'Con tôi chưa có giấy khai sinh, năm nay 6 tuổi',
  'chồng tui nhậu về là đánh tui hoài',
  'uỷ ban xã thu hồi đất, đền bù rẻ quá!!!',
  'Điều 97 khoản 1 Bộ luật Lao động 2019',
];
const learned = (...texts: readonly string[]): Vocabulary => {
  const vocabulary = new Vocabulary();
  for (const text of texts) vocabulary.learn(text);
  return vocabulary;
};
/** As it comes back from the disk. */
const restored = (vocabulary: Vocabulary): Vocabulary => new Vocabulary(deserialize(serialize(vocabulary.stored())));

describe('Vocabulary', () => {
  it('gives each new form the next number, the plain form before the marked one', () => {
    const vocabulary = new Vocabulary();
    expect(vocabulary.learn('Nợ lương 2 tháng')).toEqual([1, 3, 4, 6]); // no nợ luong lương 2 thang tháng
    expect(vocabulary.learn('lương tháng 2')).toEqual([3, 6, 4]);
    expect(vocabulary.size).toBe(7);
  });

  it('reads marked words by both their numbers', () => {
    expect(learned('Nợ lương').read('nợ lương')).toEqual({ marked: [1, 3], plain: [0, 2] });
  });

  it('reads words without marks by their plain numbers alone', () => {
    expect(learned('Nợ lương').read('no luong')).toEqual({ marked: [0, 2], plain: [0, 2] });
  });

  it('knows the plain form of a word that stands there with other marks', () => {
    expect(learned('Nợ lương').read('nở lượng')).toEqual({ marked: [-1, -1], plain: [0, 2] });
  });

  it.each([
    ['a word that was never seen', 'thuế'],
    ['a name that JavaScript knows', 'constructor'],
    ['another', '__proto__'],
  ])('reads %s as -1: %s', (_, word) => {
    const { marked, plain } = learned(...SENTENCES).read(word);
    expect(marked.length).toBeGreaterThan(0);
    expect([...marked, ...plain].every((number) => number === -1)).toBe(true);
  });

  it.each(['', ' \n', '?!…', '😭'])('reads nothing in %j', (text) => {
    expect(learned(...SENTENCES).read(text)).toEqual({ marked: [], plain: [] });
  });

  it('learns nothing by reading', () => {
    const vocabulary = learned('Nợ lương');
    vocabulary.read('thuế nhà đất');
    expect([vocabulary.size, vocabulary.read('thuế').plain]).toEqual([4, [-1]]);
  });

  it.each([
    ['chat spelling', 'cty ko trả lg', 'công ty không trả lương'],
    ['regional words', 'chồng tui', 'chồng tôi'],
    ['two schools of spelling', 'hòa giải lí do', 'hoà giải lý do'],
    ['capitals', 'NỢ LƯƠNG', 'nợ lương'],
    ['decomposed letters (NFD)', 'nợ lương'.normalize('NFD'), 'nợ lương'],
  ])('reads %s as the standard words: %s', (_, typed, standard) => {
    const vocabulary = learned(standard);
    const { marked, plain } = vocabulary.read(typed);
    expect({ marked, plain }).toEqual(vocabulary.read(standard));
    expect(marked).not.toContain(-1);
  });

  it.each(SENTENCES)('leads from each marked form to its plain form: %s', (sentence) => {
    const vocabulary = learned(...SENTENCES);
    const { marked, plain } = vocabulary.read(sentence);
    expect(marked.map((number) => vocabulary.plainOf(number))).toEqual(plain);
    expect(vocabulary.read(fold(sentence)).plain).toEqual(plain);
    expect(plain.map((number) => vocabulary.plainOf(number))).toEqual(plain); // a plain form is its own
  });

  it('has no plain form for a number it never gave', () => {
    expect([learned('Nợ lương').plainOf(4), learned('Nợ lương').plainOf(-1)]).toEqual([-1, -1]);
  });

  it('reads the same after it was kept, and goes on with the next number', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...SENTENCES), fc.string({ unit: 'binary', maxLength: 30 })), {
          maxLength: 12,
        }),
        (texts) => {
          const vocabulary = learned(...texts);
          const again = restored(vocabulary);
          expect(again.size).toBe(vocabulary.size);
          for (const text of [...texts, ...SENTENCES]) expect(again.read(text)).toEqual(vocabulary.read(text));
          expect(again.learn('zirconi')).toEqual(vocabulary.learn('zirconi'));
        },
      ),
    );
  });
});
