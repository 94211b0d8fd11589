import { describe, expect, it } from 'vitest';
import { PhraseFinder } from '../../src/language/phrase-finder.ts';
import { foldedLine } from '../../src/language/terms.ts';
import { fc } from '../support/property.ts';

const PHRASES = ['nợ lương', 'nợ', 'luật đất đai', 'luật', 'trợ giúp pháp lý', 'đất'];
const finder = new PhraseFinder(PHRASES.map((phrase) => [phrase, phrase] as const));
const found = (text: string): readonly string[] => finder.in(foldedLine(text)).map(({ value }) => value);

describe('PhraseFinder', () => {
  it.each([
    ['longer and shorter phrases at one place', 'công ty nợ lương em', ['nợ lương', 'nợ']],
    ['without marks', 'cong ty no luong em', ['nợ lương', 'nợ']],
    ['at the beginning and at the end', 'luật đất đai nói gì về đất', ['luật đất đai', 'luật', 'đất', 'đất']],
    ['whole words only', 'nợn đất-đai luậtt', ['đất']],
    ['the abbreviation of a phrase', 'xin tgpl', ['trợ giúp pháp lý']],
    ['nothing in nothing', '', []],
  ])('finds %s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('finds what a search of the whole line for each phrase finds', () => {
    const words = fc.constantFrom('nợ', 'lương', 'luật', 'đất', 'đai', 'trợ', 'giúp', 'pháp', 'lý', 'em', 'no');
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (some) => {
        const line = foldedLine(some.join(' '));
        const expected = PHRASES.filter((phrase) => line.includes(foldedLine(phrase)));
        expect(new Set(finder.in(line).map(({ value }) => value))).toEqual(new Set(expected));
      }),
    );
  });

  it('leaves out a phrase without a word', () => {
    expect(new PhraseFinder([['…', 1]]).in(foldedLine('… …'))).toEqual([]);
  });
});
