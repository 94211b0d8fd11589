import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LawLibrary } from '../../../src/flow/law/law-library.ts';
import { LiveLaw } from '../../../src/flow/law/live-law.ts';
import { ThreadIndexMaker } from '../../../src/index-maker.ts';
import { ARTICLE_WEIGHTS } from '../../../src/know.ts';
import { Library } from '../../../src/knowledge/library.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { openDatabase } from '../../../src/store/open.ts';
import { SqlStore } from '../../../src/store/sql-store.ts';
import { Vault } from '../../../src/store/vault.ts';
import { collectingLog } from '../../channels/collecting-log.ts';
import { countingIds } from '../../store/counting-ids.ts';
import { anInstrument } from '../../support/knowledge-values.ts';
import { BOOK_ARTICLES, BOOKS, FACTS, holdLaw } from '../../support/small-law.ts';

const TODAY = '2026-11-21';
const QUESTION = 'trẻ em có cần thẻ để mượn sách thư viện xã không';
const library = new Library([], [anInstrument()]);

const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-laws-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
let store: SqlStore;
let keptIn: string;
const makers: ThreadIndexMaker[] = [];
beforeEach(async () => {
  files += 1;
  const db = openDatabase(`file:${join(folder, `${files}.db`)}`);
  await migrate(db);
  store = new SqlStore(db, new Vault(Buffer.alloc(32, 'khoá để thử')), countingIds());
  keptIn = join(folder, `kept-${files}`);
});
afterEach(async () => {
  for (const maker of makers.splice(0)) await maker.close();
  await store.close();
});

/** A program that starts on what is stored. */
async function start() {
  const log = collectingLog();
  const maker = new ThreadIndexMaker(keptIn);
  makers.push(maker);
  const live = await LiveLaw.open({ store, log });
  const laws = await LawLibrary.open({ store, live, maker, weights: ARTICLE_WEIGHTS, log });
  const found = (question = QUESTION, day = TODAY) =>
    laws
      .known(library)
      .find?.(question, day)
      .map(({ citation }) => citation);
  return { laws, found, log };
}

describe('The imported texts', () => {
  it('are found by their words once their index is made, which nobody waits for', async () => {
    await holdLaw(store);
    const { laws, found } = await start();
    expect(found()).toBeUndefined();
    await laws.made();
    expect(found()?.[0]).toBe(`${BOOKS}:2`);
  });

  it('are ready at the next start', async () => {
    await holdLaw(store);
    const first = await start();
    await first.laws.made();
    const next = await start();
    expect(next.found()).toEqual(first.found());
    expect(next.log.lines.filter(({ event }) => /making/.test(event))).toEqual([]);
  });

  it('of a day are found in the wording of that day', async () => {
    await holdLaw(store);
    const { laws } = await start();
    await laws.made();
    const evidence = (day: string) =>
      laws
        .known(library)
        .find?.(QUESTION, day)
        .filter(({ citation }) => citation === `${BOOKS}:2`);
    expect(evidence('2026-12-31')).toHaveLength(1);
    expect(evidence('2027-01-01')).toHaveLength(1);
    // Only the older wording speaks of children.
    const before = evidence('2026-12-31')?.[0]?.evidence.words;
    expect(before).toBeGreaterThan(evidence('2027-01-01')?.[0]?.evidence.words ?? 1);
    expect(evidence('2020-12-31')).toEqual([]);
  });

  it('that come in while the program runs are taken up, and the index before is asked until then', async () => {
    await holdLaw(store, BOOK_ARTICLES.slice(0, 3));
    const { laws, found } = await start();
    await laws.made();
    await holdLaw(
      store,
      [{ article: '1', heading: 'Trả sách muộn', text: 'Trả sách muộn bị nhắc, không bị phạt tiền.' }],
      {
        code: 'luat-tra-sach-2022',
        facts: { ...FACTS, name: 'Luật Trả sách', number: '2/2022/QH15', adoptedOn: '2022-06-20' },
      },
    );
    await laws.follow();
    expect(found()?.[0]).toBe(`${BOOKS}:2`);
    expect(found('trả sách muộn có bị phạt tiền không')).not.toContain('luat-tra-sach-2022:1');
    await laws.made();
    expect(found('trả sách muộn có bị phạt tiền không')?.[0]).toBe('luat-tra-sach-2022:1');
  });

  it('are called by their names, also those that no file of the knowledge knows', async () => {
    await holdLaw(store);
    const { laws } = await start();
    const { lookUps, instrument, held } = laws.known(library);
    expect(lookUps?.read('điều 2 luật mượn sách', TODAY)).toMatchObject({
      asks: 'article',
      instrument: { code: BOOKS },
    });
    expect(lookUps?.read('luat muon sach', TODAY)).toMatchObject({ asks: 'instrument' });
    expect(lookUps?.read('điều 97 bộ luật lao động', TODAY)).toMatchObject({
      instrument: { code: 'bo-luat-lao-dong-2019' },
    });
    expect(instrument(BOOKS)).toMatchObject({ shortName: 'Luật Mượn sách 2020', number: '1/2020/QH14' });
    expect(held.head(BOOKS, '3a', TODAY)?.heading).toBe('Gia hạn');
  });

  it('of a law that another has replaced are not offered, and it is said by what', async () => {
    await holdLaw(store);
    const { laws } = await start();
    await laws.made();
    const successor = anInstrument({
      code: 'luat-thu-vien-xa-2025',
      name: 'Luật Thư viện xã',
      shortName: 'Luật Thư viện xã 2025',
      adoptedOn: '2025-06-20',
      inForce: { from: '2026-01-01' },
      replaces: [BOOKS],
      aliases: [],
    });
    const known = laws.known(new Library([], [successor]));
    expect(known.lookUps?.read('điều 2 luật mượn sách 2020', TODAY)).toMatchObject({
      asks: 'replaced',
      old: { code: BOOKS, inForce: { to: '2025-12-31' } },
      by: { code: 'luat-thu-vien-xa-2025' },
    });
    expect(known.find?.(QUESTION, TODAY)).toEqual([]);
    expect(known.find?.(QUESTION, '2025-12-31')).not.toEqual([]);
  });

  it('that are none leave everything as it was', async () => {
    const { laws, found } = await start();
    await laws.made();
    expect(found()).toBeUndefined();
    expect(laws.known(library).held.codes()).toEqual([]);
  });

  it('whose index is not done when the program stops are no fault', async () => {
    await holdLaw(store);
    const { laws, log } = await start();
    await Promise.all([makers[0]?.close(), laws.close()]);
    expect(log.lines.filter(({ fault }) => fault !== undefined)).toEqual([]);
  });
});
