import { deserialize, serialize } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { PairTable } from '../../src/search/pair-table.ts';
import { fc, runs } from '../support/property.ts';

/** Few ids, so that pairs come again, and ids up to the largest that a table can hold. */
const id = fc.oneof(
  { weight: 4, arbitrary: fc.nat(12) },
  fc.nat(70_000),
  fc.integer({ min: 2 ** 26 - 9, max: 2 ** 26 - 1 }),
);
const pairs = fc.array(fc.tuple(id, id), { maxLength: 1500, size: 'max' });
/** As it comes back from the disk. */
const restored = (table: PairTable): PairTable => new PairTable(deserialize(serialize(table.stored())));

/** The numbers that a `Map` gives: each new pair the next one. */
function numbersOf(given: readonly (readonly [number, number])[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const pair of given) if (!numbers.has(pair.join())) numbers.set(pair.join(), numbers.size);
  return numbers;
}

describe('PairTable', () => {
  it('numbers pairs as a Map would, and finds each of them again', () => {
    fc.assert(
      fc.property(pairs, pairs, (given, others) => {
        const numbers = numbersOf(given);
        const table = new PairTable();
        for (const [first, second] of given)
          expect(table.number(first, second)).toBe(numbers.get(`${first},${second}`));
        expect(table.size).toBe(numbers.size);
        for (const [first, second] of [...given, ...others]) {
          expect(table.find(first, second)).toBe(numbers.get(`${first},${second}`) ?? -1);
        }
      }),
      { numRuns: runs(40) },
    );
  });

  it('grows without losing a pair', () => {
    const table = new PairTable();
    for (let nth = 0; nth < 20_000; nth += 1) table.number(nth % 141, Math.floor(nth / 141));
    expect(table.size).toBe(20_000);
    const lost = Array.from({ length: 20_000 }, (_, nth) => nth).filter(
      (nth) => table.find(nth % 141, Math.floor(nth / 141)) !== nth,
    );
    expect(lost).toEqual([]);
  });

  it('tells a pair from the same pair turned round', () => {
    const table = new PairTable();
    expect([table.number(3, 7), table.number(7, 3), table.find(3, 7), table.find(7, 3)]).toEqual([0, 1, 0, 1]);
  });

  it('finds nothing before anything was put in', () => {
    expect([new PairTable().find(0, 0), new PairTable().size]).toEqual([-1, 0]);
  });

  it('does not number a pair by looking for it', () => {
    const table = new PairTable();
    table.find(1, 2);
    expect([table.size, table.find(1, 2)]).toEqual([0, -1]);
  });

  it('finds the same after it was kept, and goes on with the next number', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const numbers = numbersOf(given);
        const table = new PairTable();
        for (const [first, second] of given) table.number(first, second);
        const again = restored(table);
        for (const [first, second] of given) {
          expect(again.find(first, second)).toBe(numbers.get(`${first},${second}`));
        }
        expect(again.number(500_000, 500_000)).toBe(numbers.size);
      }),
      { numRuns: runs(40) },
    );
  });
});
