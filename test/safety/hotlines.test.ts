import { describe, expect, it } from 'vitest';
import { DANGERS } from '../../src/base/danger.ts';
import { type Hotline, hotlinesFor } from '../../src/safety/hotlines.ts';
import { readKnowledge } from '../../src/store/knowledge-files.ts';

const line = (number: string, dangers: Hotline['dangers']): Hotline => ({
  id: `so-${number}`,
  number,
  name: 'Tổng đài',
  purpose: 'gọi khi cần',
  hours: '24/7',
  cost: 'miễn phí',
  dangers,
});
const shipped = readKnowledge('knowledge').hotlines;
const numbers = (found: readonly Hotline[]) => found.map(({ number }) => number);

describe('hotlinesFor', () => {
  it('gives those of the danger in the order of the file, and no other', () => {
    const file = [line('115', ['medical', 'violence']), line('113', ['violence']), line('111', ['child'])];
    expect(numbers(hotlinesFor('violence', file))).toEqual(['115', '113']);
    expect(numbers(hotlinesFor('child', file))).toEqual(['111']);
    expect(hotlinesFor('trafficking', file)).toEqual([]);
  });

  it.each(DANGERS)('has somebody to call for every danger: %s', (danger) => {
    expect(hotlinesFor(danger, shipped)).not.toEqual([]);
  });

  it.each([
    ['violence', '113'],
    ['child', '113'],
    ['self-harm', '115'],
    ['medical', '115'],
  ] as const)('names first whoever can come at once: %s → %s', (danger, number) => {
    expect(hotlinesFor(danger, shipped)[0]?.number).toBe(number);
  });

  it.each(['child', 'trafficking'] as const)('names 111 for %s', (danger) => {
    expect(numbers(hotlinesFor(danger, shipped))).toContain('111');
  });
});
