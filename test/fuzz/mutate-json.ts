import fc from 'fast-check';
import { hostileText } from './hostile-text.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What may stand where something else was expected. */
const anything: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    false,
    0,
    -1,
    0.5,
    1e308,
    -1e308,
    2 ** 53,
    2 ** 63,
    4_102_444_800_000,
    '',
    '0',
    [],
    {},
  ),
  fc.constantFrom<Json>([[[[[[[[]]]]]]]], { toString: null }, { length: -1 }, { constructor: { prototype: {} } }),
  fc.integer(),
  hostileText(),
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>,
);

const KEYS = ['__proto__', 'constructor', 'id', 'text', 'chat', 'from', 'message', 'date', 'type', 'toString', ''];

type Edit =
  | { readonly edit: 'replace' | 'wrap'; readonly value: Json }
  | { readonly edit: 'remove' }
  | { readonly edit: 'add'; readonly key: string; readonly value: Json };

const anEdit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ edit: fc.constant('replace' as const), value: anything }) },
  { weight: 2, arbitrary: fc.constant({ edit: 'remove' } as const) },
  { weight: 1, arbitrary: fc.record({ edit: fc.constant('wrap' as const), value: anything }) },
  {
    weight: 1,
    arbitrary: fc.record({ edit: fc.constant('add' as const), key: fc.constantFrom(...KEYS), value: anything }),
  },
);

/** A valid value in which up to three places, anywhere in the tree, are not as they should be. */
export function mutated(valid: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  return fc
    .tuple(valid, fc.array(fc.tuple(fc.nat(999), anEdit), { minLength: 1, maxLength: 3 }))
    .map(([value, edits]) => edits.reduce<Json>((now, [at, edit]) => editedAt(now, at % countOf(now), edit), value));
}

function countOf(value: Json): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, child) => sum + countOf(child), 1);
}

/** @param at Place in the tree, counted from the root in the order of writing. */
function editedAt(value: Json, at: number, edit: Edit): Json {
  if (at === 0) return edited(value, edit);
  if (typeof value !== 'object' || value === null) return value;
  let before = 1;
  const children = Object.entries(value as { readonly [key: string]: Json }).flatMap(([key, child]) => {
    const inside = at - before;
    const count = countOf(child);
    before += count;
    if (inside < 0 || inside >= count) return [[key, child] as const];
    return inside === 0 && edit.edit === 'remove' ? [] : [[key, editedAt(child, inside, edit)] as const];
  });
  return Array.isArray(value) ? children.map(([, child]) => child) : Object.fromEntries(children);
}

function edited(value: Json, edit: Edit): Json {
  switch (edit.edit) {
    case 'replace':
      return edit.value;
    case 'wrap':
      return [value, edit.value];
    case 'remove':
      return null;
    case 'add':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries([...Object.entries(value), [edit.key, edit.value]])
        : value;
  }
}

/** Bytes of a body: as they should be, broken off, changed here and there, or nothing of the kind. */
export function bodyOf(value: fc.Arbitrary<Json>): fc.Arbitrary<Uint8Array> {
  const written = value.map((one) => new TextEncoder().encode(JSON.stringify(one)));
  return fc.oneof(
    { weight: 12, arbitrary: written },
    { weight: 2, arbitrary: damagedBytes(written) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(
          '',
          ' ',
          'null',
          '[]',
          '"a"',
          '{',
          `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
          '{"a":'.repeat(3_000),
          'a=1&b=2',
        )
        .map((text) => new TextEncoder().encode(text)),
    },
  );
}

/** Bytes with pieces cut out, changed, doubled or put in. */
export function damagedBytes(whole: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> {
  const damage = fc.tuple(
    fc.constantFrom('cut-off', 'cut-out', 'change', 'double', 'put-in'),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.nat(64),
    fc.uint8Array({ minLength: 1, maxLength: 16 }),
  );
  return fc.tuple(whole, fc.array(damage, { minLength: 1, maxLength: 3 })).map(([bytes, damages]) =>
    damages.reduce((now, [how, where, length, other]) => {
      const at = Math.floor(where * now.length);
      const [head, tail] = [now.subarray(0, at), now.subarray(at)];
      switch (how) {
        case 'cut-off':
          return head;
        case 'cut-out':
          return joined(head, tail.subarray(length));
        case 'change':
          return joined(head, other, tail.subarray(other.length));
        case 'double':
          return joined(head, tail.subarray(0, length), tail);
        default:
          return joined(head, other, tail);
      }
    }, bytes),
  );
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
