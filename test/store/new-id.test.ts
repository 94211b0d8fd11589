import { describe, expect, it } from 'vitest';
import { idMaker, timeOfId } from '../../src/store/new-id.ts';
import { fc } from '../support/property.ts';

const NINE = new Date('2026-11-21T02:00:00.000Z').getTime();
const at = (ms: number) => () => new Date(ms);

function sorted(ids: readonly string[]): boolean {
  return ids.every((id, nth) => nth === 0 || (ids[nth - 1] ?? '') < id);
}

describe('idMaker', () => {
  it('makes ids of 21 small letters and digits', () => {
    expect(idMaker(at(NINE))()).toMatch(/^[0-9a-z]{21}$/);
  });

  it('makes ten thousand ids in one millisecond that all differ and stand in order', () => {
    const newId = idMaker(at(NINE));
    const ids = Array.from({ length: 10_000 }, () => newId());
    expect(sorted(ids)).toBe(true);
  });

  it('keeps the order whatever the clock does, also when it is set back', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 2, maxLength: 50 }), (moments) => {
        let nth = 0;
        const newId = idMaker(() => new Date(NINE + (moments[nth++] ?? 0)));
        expect(sorted(moments.map(() => newId()))).toBe(true);
      }),
    );
  });

  it('keeps the order between processes, to the millisecond', () => {
    const first = idMaker(at(NINE));
    for (let nth = 0; nth < 100; nth += 1) first();
    expect(sorted([first(), idMaker(at(NINE + 1))()])).toBe(true);
  });

  it('keeps the order over the years', () => {
    const years = ['1970-01-02', '2001-09-09', '2026-11-21', '2059-12-31', '2999-01-01'];
    expect(sorted(years.map((day) => idMaker(at(Date.parse(day)))()))).toBe(true);
  });

  it('goes on behind the ids of a process whose clock was ahead', () => {
    const ahead = idMaker(at(NINE + 2 * 60 * 60_000))();
    const newId = idMaker(at(NINE));
    newId.after(ahead);
    expect(sorted([ahead, newId(), newId()])).toBe(true);
  });

  it('goes by the clock behind an id of before, and behind what is no id at all', () => {
    const newId = idMaker(at(NINE));
    for (const id of [idMaker(at(NINE - 1))(), '', '!', 'không phải mã']) newId.after(id);
    expect(timeOfId(newId())).toBe(NINE);
  });

  it('keeps the order and the length when more are made in a moment than its counter can tell apart', () => {
    const newId = idMaker(at(NINE));
    let [before, inOrder] = ['', true];
    for (let nth = 0; nth < 36 ** 4 + 10; nth += 1) {
      const id = newId();
      inOrder &&= before < id && id.length === 21;
      before = id;
    }
    expect(inOrder).toBe(true);
  });

  it('makes different ids in two processes at the same moment', () => {
    const ids = Array.from({ length: 200 }, () => idMaker(at(NINE))());
    expect(new Set(ids).size).toBe(200);
  });
});
