import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../src/base/errors.ts';
import { StoreFault, type StoreTrouble } from '../../../src/base/store-fault.ts';
import { WatchedStore } from '../../../src/flow/degraded/watched-store.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { openDatabase } from '../../../src/store/open.ts';
import { SqlStore } from '../../../src/store/sql-store.ts';
import { Vault } from '../../../src/store/vault.ts';
import { type CollectingLog, collectingLog } from '../../channels/collecting-log.ts';
import { countingIds } from '../../store/counting-ids.ts';

const never = new AbortController().signal;
let log: CollectingLog;
let store: WatchedStore;
/** What is wrong with the database now. */
let trouble: StoreTrouble | 'wrong key' | undefined;
let opened: number;
let mended: number;

beforeEach(() => {
  log = collectingLog();
  [trouble, opened, mended] = [undefined, 0, 0];
  const db = openDatabase('file::memory:');
  const check = () => {
    if (trouble === 'wrong key') throw new AppError('invalid-input', 'DATA_KEY does not fit this database');
    if (trouble !== undefined) throw new StoreFault(trouble);
  };
  store = new WatchedStore({
    async open() {
      check();
      await migrate(db);
      opened += 1;
      return new SqlStore(db, new Vault(Buffer.alloc(32, 'khoá để thử')), countingIds());
    },
    look: async () => check(),
    onOpened: async () => {},
    close: () => db.destroy(),
    onMended: () => {
      mended += 1;
    },
    log,
  });
});

const counts = () => store.transaction(({ outbox }) => outbox.counts());
const events = () => log.lines.map(({ event }) => event);

describe('WatchedStore', () => {
  it('can be used when it opened at once, and tells nobody', async () => {
    expect(await store.mend()).toBe(true);
    expect([store.trouble, opened, mended, events()]).toEqual([undefined, 1, 0, []]);
    expect(await counts()).toBeDefined();
  });

  it('is used by nobody before it is opened', async () => {
    trouble = 'unreachable';
    expect(await store.mend()).toBe(false);
    await expect(counts()).rejects.toThrow(StoreFault);
    trouble = undefined;
    await expect(counts()).rejects.toThrow(StoreFault);
    expect(await store.mend()).toBe(true);
    expect(await counts()).toBeDefined();
  });

  it('tells once that it begins, and once that it ends, however many run into it', async () => {
    await store.mend();
    trouble = 'unreachable';
    for (let nth = 0; nth < 5; nth += 1) await store.watch();
    for (let nth = 0; nth < 5; nth += 1) store.notice(new StoreFault('slow'));
    trouble = undefined;
    await store.watch();
    await store.watch();
    expect(events()).toEqual(['degraded: people are answered from memory', 'no longer degraded']);
    expect(mended).toBe(1);
  });

  it.each([
    ['replaced', 2],
    ['damaged', 2],
    ['unreachable', 2],
    ['locked', 1],
    ['full', 1],
  ] as const)('is opened again where it must be: %s', async (what, times) => {
    await store.mend();
    store.notice(new StoreFault(what));
    await store.watch();
    expect([store.trouble, opened]).toEqual([undefined, times]);
  });

  it('is not taken for mended when it breaks while it is tried', async () => {
    await store.mend();
    store.notice(new StoreFault('slow'));
    const mending = store.mend();
    store.notice(new StoreFault('unreachable'));
    expect([await mending, store.trouble]).toEqual([false, 'unreachable']);
    expect(await store.mend()).toBe(true);
    expect([opened, events()]).toEqual([2, ['degraded: people are answered from memory', 'no longer degraded']]);
  });

  it('lets whoever needs it wait until it works, or until the program stops', async () => {
    await store.mend();
    trouble = 'locked';
    await store.watch();
    const order: string[] = [];
    const stopping = new AbortController();
    const waiting = store.works(never).then(() => order.push('works'));
    const stopped = store.works(stopping.signal).then(() => order.push('stopped'));
    stopping.abort();
    await stopped;
    trouble = undefined;
    await store.watch();
    await waiting;
    expect(order).toEqual(['stopped', 'works']);
  });

  it('does not hide a key that does not fit behind “degraded”', async () => {
    trouble = 'wrong key';
    await expect(store.mend()).rejects.toThrow('DATA_KEY');
    expect(events()).toEqual([]);
  });
});
