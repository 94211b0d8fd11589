import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint, KeptValues } from '../../src/store/kept-values.ts';

const root = mkdtempSync(join(tmpdir(), 'hoi-quyen-kept-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let folder: string;
let made: number;
beforeEach(() => {
  folder = mkdtempSync(join(root, 'case-'));
  made = 0;
});

/** What takes seconds to make in truth: text, a map, and rows of numbers. */
const VALUE = { words: ['nợ lương', 'khai sinh'], numberOf: new Map([['lương', 3]]), weights: Float32Array.of(0.5, 2) };
/** Gets the value as a newly started program does, and counts how often it had to be made. */
function get(name: string, value: unknown = VALUE, at = folder): unknown {
  return new KeptValues(at).get(name, () => {
    made += 1;
    return value;
  });
}
const fileOf = (name: string): string => join(folder, `${name}.bin`);

describe('KeptValues', () => {
  it('makes a value once, and reads it from then on', () => {
    expect([get('a'), get('a'), get('a')]).toEqual([VALUE, VALUE, VALUE]);
    expect(made).toBe(1);
  });

  it('gives every row of numbers memory of its own, so that none keeps the file in memory', () => {
    const rows = {
      inner: { bytes: new Uint8Array(1000).fill(7), numbers: Uint32Array.from({ length: 500 }, (_, nth) => nth) },
    };
    get('a', rows);
    const again = get('a') as typeof rows;
    expect(again).toEqual(rows);
    expect(again.inner.bytes.buffer.byteLength).toBe(1000);
    expect(again.inner.numbers.buffer.byteLength).toBe(2000);
    expect(made).toBe(1);
  });

  it('gives back maps and rows of numbers as they were', () => {
    get('a');
    const again = get('a') as typeof VALUE;
    expect(again.numberOf).toBeInstanceOf(Map);
    expect(again.weights).toBeInstanceOf(Float32Array);
    expect(again).toEqual(VALUE);
    expect(made).toBe(1);
  });

  it('makes the folder where it is not there yet', () => {
    const deep = join(folder, 'data', 'kept');
    get('a', VALUE, deep);
    expect(get('a', VALUE, deep)).toEqual(VALUE);
    expect(made).toBe(1);
  });

  it('makes anew what has another fingerprint, and keeps both', () => {
    expect([get('a', 'old'), get('b', 'new'), get('a'), get('b')]).toEqual(['old', 'new', 'old', 'new']);
    expect(made).toBe(2);
  });

  it('knows what is kept, without making it', () => {
    get('a');
    const kept = new KeptValues(folder);
    expect([kept.has('a'), kept.has('b'), new KeptValues(join(folder, 'nowhere')).has('a')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('finds what is kept, and only that', () => {
    get('a');
    const kept = new KeptValues(folder);
    expect([kept.find('a'), kept.find('b')]).toEqual([VALUE, undefined]);
    truncateSync(fileOf('a'), 3);
    expect(kept.find('a')).toBeUndefined();
  });

  it('drops what is of no more use', () => {
    get('a');
    const kept = new KeptValues(folder);
    kept.drop('a');
    kept.drop('never kept');
    expect([kept.has('a'), readdirSync(folder)]).toEqual([false, []]);
  });

  it('keeps longest what was used last', () => {
    get('used', 'in front of all');
    utimesSync(fileOf('used'), 1_700_000_000, 1_700_000_000);
    for (let nth = 0; nth < 20; nth += 1) {
      get(`other ${nth}`, nth);
      utimesSync(fileOf(`other ${nth}`), 1_700_000_000 + nth, 1_700_000_000 + nth);
      expect(get('used')).toBe('in front of all');
    }
    expect(made).toBe(21);
  });

  it.each<[string, (file: string) => void]>([
    ['cut short', (file) => truncateSync(file, Math.floor(readFileSync(file).length / 2))],
    ['empty', (file) => writeFileSync(file, '')],
    ['something else', (file) => writeFileSync(file, '{"words":["nợ lương"]}')],
    [
      'noise',
      (file) =>
        writeFileSync(
          file,
          Uint8Array.from({ length: 200 }, (_, nth) => (nth * 37) % 256),
        ),
    ],
  ])('makes a value anew when its file is damaged (%s), and then reads it again', (_, damage) => {
    get('a');
    damage(fileOf('a'));
    expect(get('a')).toEqual(VALUE);
    expect(made).toBe(2);
    expect(get('a')).toEqual(VALUE);
    expect(made).toBe(2);
  });

  it('works where nothing can be written: it makes the value every time', () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, 'not a folder');
    for (const nowhere of [file, join(file, 'kept')]) {
      made = 0;
      expect([get('a', VALUE, nowhere), get('a', VALUE, nowhere)]).toEqual([VALUE, VALUE]);
      expect(made).toBe(2);
    }
    expect(readFileSync(file, 'utf8')).toBe('not a folder');
  });

  it('works with a value that cannot be written: it makes it every time, and leaves nothing behind', () => {
    const value = { ask: () => 'nợ lương' };
    expect([get('a', value), get('a', value)]).toEqual([value, value]);
    expect(made).toBe(2);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('does not hide what goes wrong while a value is made, and keeps nothing then', () => {
    const kept = new KeptValues(folder);
    expect(() =>
      kept.get('a', () => {
        throw new RangeError('kho hỏng');
      }),
    ).toThrow('kho hỏng');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('removes the oldest files when there are many, and nothing that is not its own', () => {
    writeFileSync(join(folder, 'README.md'), 'do not touch');
    const names = Array.from({ length: 30 }, (_, nth) => `v${String(nth).padStart(2, '0')}`);
    for (const [nth, name] of names.entries()) {
      get(name, nth);
      utimesSync(fileOf(name), 1_800_000_000, 1_700_000_000 + nth * 60); // a minute after the one before, all past
    }
    const kept = readdirSync(folder).filter((name) => name !== 'README.md');
    expect(kept.length).toBeGreaterThan(1);
    expect(kept.length).toBeLessThan(20);
    expect(kept.sort()).toEqual(names.slice(-kept.length).map((name) => `${name}.bin`)); // the newest
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe('do not touch');
    expect([get('v29'), made]).toEqual([29, 30]);
    get('v00', 'made anew');
    expect(made).toBe(31);
  });
});

describe('fingerprint', () => {
  it('is equal for equal contents, and a name that a file can have', () => {
    expect(fingerprint(['nợ lương', 'khai sinh'])).toBe(fingerprint(['nợ lương', 'khai sinh']));
    expect(fingerprint(['nợ lương'])).toMatch(/^[0-9a-f]{32}$/);
  });

  it.each([
    ['another text', ['nợ lương', 'khai tử']],
    ['another order', ['khai sinh', 'nợ lương']],
    ['one text more', ['nợ lương', 'khai sinh', '']],
    ['the same letters divided otherwise', ['nợ lươngkhai', ' sinh']],
    ['the same letters in one', ['nợ lươngkhai sinh']],
    ['nothing', []],
  ])('is another for %s', (_, contents) => {
    expect(fingerprint(contents)).not.toBe(fingerprint(['nợ lương', 'khai sinh']));
  });
});
