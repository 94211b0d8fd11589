import { describe, expect, it } from 'vitest';
import { fitLatentSpace, LatentIndex, type LatentSpace, latentTerms } from '../../src/search/latent-space.ts';

/** Two matters. In each the first text and the second share no word; a third one joins them. */
const TEXTS = [
  'nợ lương',
  'quỵt thù lao',
  'nợ lương nghĩa là quỵt thù lao',
  'giấy khai sinh',
  'chứng sinh bệnh viện',
  'giấy khai sinh theo chứng sinh bệnh viện',
];
const [WAGES, PAY, JOINED, BIRTH] = [0, 1, 2, 3] as const;
const OPTIONS = { dimensions: 2, fewestTexts: 2 };
const asked = (question: string, share = 1): ReadonlyMap<string, number> =>
  new Map(latentTerms(question).map((term) => [term, share]));
const rowsOf = ({ texts, dimensions }: LatentSpace): readonly Float32Array[] =>
  Array.from({ length: texts.length / dimensions }, (_, nth) =>
    texts.subarray(nth * dimensions, (nth + 1) * dimensions),
  );
const lengthOf = (row: Float32Array): number => Math.hypot(...row);

describe('latentTerms', () => {
  it('are the telling words and the pairs that hold one, without marks', () => {
    expect(latentTerms('Công ty nợ lương')).toEqual(['cong', 'ti', 'cong_ti', 'no', 'ti_no', 'luong', 'no_luong']);
  });

  it('keep a pair of a stop word with a telling one, and none of two stop words', () => {
    expect(latentTerms('tôi có lương')).toEqual(['luong', 'co_luong']);
  });

  it('join no words over the end of a line', () => {
    expect(latentTerms('nợ\nlương')).toEqual(['no', 'luong']);
  });
});

describe('A latent space', () => {
  const space = fitLatentSpace(TEXTS, OPTIONS);
  const index = new LatentIndex(space);

  it('brings a text near that shares no word with the question, where another text joins them', () => {
    const near = index.nearness(asked('nợ lương'));
    expect(near[PAY]).toBeGreaterThan(0.9);
    expect(near[WAGES]).toBeGreaterThan(0.9);
    expect(near[JOINED]).toBeGreaterThan(0.9);
    for (const other of near.subarray(BIRTH)) expect(Math.abs(other)).toBeLessThan(0.1);
  });

  it('places a text that it learned from where it stands, and one with the same words beside it', () => {
    for (const [nth, text] of TEXTS.entries()) {
      const placed = index.place(text);
      expect(lengthOf(placed)).toBeCloseTo(1, 5);
      expect(index.nearnessTo(placed)[nth]).toBeGreaterThan(0.999);
    }
    const near = index.nearnessTo(index.place('bị nợ lương và quỵt thù lao, kêu ai bây giờ'));
    expect(near[JOINED]).toBeGreaterThan(0.99);
  });

  it('places a text of unknown words nowhere', () => {
    expect([...index.place('đàn ong mật')]).toEqual([0, 0]);
  });

  it('holds other texts while its terms keep their meaning', () => {
    const other = index.withTexts(
      Float32Array.from([...index.place(TEXTS[BIRTH] ?? ''), ...index.place(TEXTS[WAGES] ?? '')]),
    );
    const [birth, wages] = other.nearness(asked('thù lao'));
    expect(wages).toBeGreaterThan(0.9);
    expect(Math.abs(birth ?? 1)).toBeLessThan(0.1);
    expect(index.nearness(asked('thù lao'))).toHaveLength(TEXTS.length);
  });

  it('leaves it far where no other text joins them', () => {
    const apart = TEXTS.filter((_, nth) => nth !== JOINED).flatMap((text) => [text, text]);
    const near = new LatentIndex(fitLatentSpace(apart, { dimensions: 4, fewestTexts: 2 })).nearness(asked('nợ lương'));
    expect(near[0]).toBeGreaterThan(0.9);
    expect(Math.abs(near[2] ?? 1)).toBeLessThan(0.1);
  });

  it('gives zeros for a question of which no word is known', () => {
    for (const question of ['zirconi xeton', '', 'dạ vâng ạ']) {
      expect([...index.nearness(asked(question))]).toEqual(TEXTS.map(() => 0));
    }
  });

  it('is not led astray by unknown words beside known ones', () => {
    expect(index.nearness(asked('nợ lương zirconi'))).toEqual(index.nearness(asked('nợ lương')));
  });

  it('takes only the direction of a question, not how loud it is', () => {
    const [loud, soft] = [index.nearness(asked('nợ lương')), index.nearness(asked('nợ lương', 0.25))];
    for (const [nth, value] of loud.entries()) expect(soft[nth]).toBeCloseTo(value, 5);
  });

  it('leans to the words with the larger share', () => {
    const both = (wages: number, birth: number) =>
      index.nearness(new Map([...asked('nợ lương', wages), ...asked('giấy khai sinh', birth)]));
    expect(both(1, 0.25)[WAGES]).toBeGreaterThan(both(1, 0.25)[BIRTH] ?? 1);
    expect(both(0.25, 1)[WAGES]).toBeLessThan(both(0.25, 1)[BIRTH] ?? 0);
  });

  it('keeps its texts as unit vectors', () => {
    expect(rowsOf(space)).toHaveLength(TEXTS.length);
    for (const row of rowsOf(space)) expect(lengthOf(row)).toBeCloseTo(1, 5);
  });

  it('keeps a text as zeros when it holds no learned term', () => {
    const alone = rowsOf(fitLatentSpace([...TEXTS, 'zirconi xeton'], OPTIONS)).at(-1);
    expect([...(alone ?? [])]).toEqual([0, 0]);
  });

  it('likens texts as their vectors lie: itself 1, the same matter near 1, another near 0', () => {
    expect(index.likeness(WAGES, WAGES)).toBeCloseTo(1, 5);
    expect(index.likeness(WAGES, PAY)).toBeGreaterThan(0.9);
    expect(index.likeness(PAY, WAGES)).toBe(index.likeness(WAGES, PAY));
    expect(Math.abs(index.likeness(WAGES, BIRTH))).toBeLessThan(0.1);
  });

  it('learns a term from so many texts on, and no other', () => {
    const terms = (fewestTexts: number) => fitLatentSpace(TEXTS, { dimensions: 2, fewestTexts }).terms;
    expect(terms(1)).toContain('luong_nghia');
    expect(terms(2)).not.toContain('luong_nghia');
    expect(terms(2)).toContain('luong');
    expect(terms(3)).toEqual(['sinh']);
  });

  it('has no more dimensions than texts', () => {
    expect(fitLatentSpace(TEXTS, { dimensions: 200, fewestTexts: 1 }).dimensions).toBe(TEXTS.length);
  });

  it('is equal for equal texts, whatever was fitted in between', () => {
    const again = () => fitLatentSpace(TEXTS, OPTIONS);
    fitLatentSpace([...TEXTS].reverse(), OPTIONS);
    expect(again()).toEqual(space);
    expect(again()).toEqual(again());
  });

  it.each([
    ['no text', []],
    ['texts without a word', ['', '?!', '😭']],
    ['one text', ['nợ lương']],
  ])('finds nothing in %s, and does not break', (_, texts) => {
    const near = new LatentIndex(fitLatentSpace(texts, { dimensions: 8, fewestTexts: 2 })).nearness(asked('nợ lương'));
    expect([...near]).toEqual(texts.map(() => 0));
  });
});
