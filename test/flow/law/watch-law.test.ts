import { expect, it } from 'vitest';
import { citingOf } from '../../../src/flow/law/citing.ts';
import { importLaw } from '../../../src/flow/law/import-law.ts';
import { watchLaw } from '../../../src/flow/law/watch-law.ts';
import type { Store } from '../../../src/ports/store.ts';
import { collectingLog } from '../../channels/collecting-log.ts';
import { onBothDatabases } from '../../support/both-databases.ts';
import { anEntry, anInstrument } from '../../support/knowledge-values.ts';
import {
  aLawFile,
  importNeeds,
  LENDING,
  LENDING_AMENDMENT,
  LENDING_INSTRUMENT,
  LENDING_LAW,
} from '../../support/small-laws.ts';

const ENTRIES = [
  anEntry({ id: 'qa/sach/tra-muon', citations: [`${LENDING}:4`] }),
  anEntry({ id: 'qa/sach/den-cuoi-nam', citations: [`${LENDING}:4`], valid: { from: '2021-01-01', to: '2026-12-31' } }),
  anEntry({ id: 'qa/sach/han-muon', citations: [`${LENDING}:3`] }),
  anEntry({ id: 'qa/phim/ve', citations: ['luat-phim-2019:2'] }),
  anEntry({ id: 'qa/phim/rap', citations: ['luat-phim-2019:9.1', 'luat-phim-2019:9.2'] }),
  anEntry({ id: 'qa/phim/cu', citations: ['luat-phim-2019:2'], valid: { from: '2019-01-01', to: '2026-01-01' } }),
];
const FILMS = anInstrument({
  code: 'luat-phim-2019',
  inForce: { from: '2019-01-01' },
  articleSpans: new Map([
    ['2', { from: '2019-01-01', to: '2026-06-30' }],
    ['9', { from: '2019-01-01', to: '2027-03-31' }],
  ]),
});

onBothDatabases('every day', (empty) => {
  const watch = (store: Store, day: string) =>
    watchLaw({
      store,
      instruments: () => [LENDING_INSTRUMENT, FILMS],
      citing: citingOf(() => ENTRIES),
      now: () => new Date(`${day}T05:00:00.000Z`),
      log: collectingLog(),
    });
  const tasks = (store: Store) =>
    store.transaction(async ({ reviewTasks }) =>
      (await reviewTasks.list()).map(({ object, citation, why, day }) => `${object} ${citation} ${why} ${day}`),
    );

  it('what is said longer than its law is to be read again, from sixty days before', async () => {
    const { store } = empty();
    const needs = { ...importNeeds(store, { instruments: [LENDING_INSTRUMENT] }) };
    for (const law of [LENDING_LAW, LENDING_AMENDMENT]) await importLaw(aLawFile(law), undefined, needs);
    expect(await tasks(store)).toEqual([]); // nothing rested on it when it was imported

    expect(await watch(store, '2026-11-29')).toBe(2);
    const expected = [
      'entry/qa/phim/ve luat-phim-2019:2 ends 2026-07-01',
      `entry/qa/sach/tra-muon ${LENDING}:4 ends 2027-01-01`,
    ];
    expect(await tasks(store)).toEqual(expected);
    expect(await watch(store, '2026-11-30')).toBe(0);
    expect(await watch(store, '2027-01-31')).toBe(1);
    expect(await tasks(store)).toEqual([...expected, 'entry/qa/phim/rap luat-phim-2019:9.1 ends 2027-04-01']);
  });

  it('an article whose next words are only not held does not end', async () => {
    const { store } = empty();
    const needs = importNeeds(store, { instruments: [LENDING_INSTRUMENT] });
    const vague = LENDING_AMENDMENT.replace('4. Bãi bỏ Điều 4.', '4. Bỏ từ “bìa” tại Điều 4.');
    for (const law of [LENDING_LAW, vague]) await importLaw(aLawFile(law), undefined, needs);
    expect(await watch(store, '2026-11-29')).toBe(1);
    expect(await tasks(store)).toEqual(['entry/qa/phim/ve luat-phim-2019:2 ends 2026-07-01']);
  });
});
