import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { followClock, WatchedClock } from '../../src/flow/follow-clock.ts';
import type { Log } from '../../src/ports/log.ts';
import { migrate } from '../../src/store/migrate.ts';
import { idMaker } from '../../src/store/new-id.ts';
import { openDatabase } from '../../src/store/open.ts';
import { SqlStore } from '../../src/store/sql-store.ts';
import { Vault } from '../../src/store/vault.ts';
import { HOUR, LAN, later, MINUTE, NINE } from '../support/desk-values.ts';

const SECOND = 1_000;

let store: SqlStore;
let now: Date;
let watched: WatchedClock;
let due: number;
const warnings: unknown[] = [];
const log: Log = { info() {}, fault() {}, warn: (_event, facts) => void warnings.push(facts) };

beforeEach(async () => {
  now = NINE;
  watched = new WatchedClock(() => now);
  watched.now();
  due = 0;
  warnings.length = 0;
  const db = openDatabase('file::memory:');
  await migrate(db);
  store = new SqlStore(db, new Vault(Buffer.alloc(32, 'khoá để thử')), idMaker(watched.now));
});
afterEach(() => store.close());

/** Looks at the clock as it is now. */
function clock(): () => Promise<void> {
  return followClock({
    store,
    clock: watched,
    log,
    onDue: () => {
      due += 1;
    },
  });
}

/** A message that Telegram wants in five minutes. */
async function owedInFiveMinutes(): Promise<void> {
  await store.transaction(async ({ outbox }) => {
    await outbox.add({ key: 'một', ...LAN, message: { text: 'chào bạn', bold: [], choices: [] }, at: now });
    await outbox.take('telegram', now, 1);
    await outbox.tryAgain('một', new Date(now.getTime() + 5 * MINUTE), 'rate');
  });
}

const taken = () => store.transaction(({ outbox }) => outbox.take('telegram', now, 1));

describe('Đồng hồ của máy bị chỉnh lùi', () => {
  it('tin đang chờ tới giờ thì được gửi ngay, không phải chờ thêm hai giờ', async () => {
    await owedInFiveMinutes();
    const look = clock();
    now = later(-2 * HOUR);
    expect(await taken()).toEqual([]);
    await look();
    expect(due).toBe(1);
    expect(await taken()).toMatchObject([{ key: 'một' }]);
    expect(warnings).toEqual([{ seconds: 7200, due: 1 }]);
  });

  it('chỉ một lần cho mỗi lần chỉnh: sau đó lại chờ như thường', async () => {
    const look = clock();
    now = later(-2 * HOUR);
    await look();
    await owedInFiveMinutes();
    now = later(-2 * HOUR + SECOND);
    await look();
    expect(await taken()).toEqual([]);
    expect(due).toBe(1);
  });

  it('chỉnh tới rồi chỉnh lùi giữa hai lần nhìn cũng thấy: ai đã hỏi giờ lúc ấy thì đồng hồ nhớ', async () => {
    const look = clock();
    await look();
    now = later(24 * HOUR);
    watched.now();
    await owedInFiveMinutes();
    now = later(22 * HOUR);
    await look();
    expect(await taken()).toMatchObject([{ key: 'một' }]);
  });

  it('đồng hồ đi tới, hay lùi chưa tới một giây, thì không đụng tới gì', async () => {
    await owedInFiveMinutes();
    const look = clock();
    for (const ms of [SECOND, SECOND - 900, 24 * HOUR, 24 * HOUR - 900]) {
      now = later(ms);
      await look();
    }
    expect([due, warnings]).toEqual([0, []]);
  });

  it('không ghi được lúc đó thì lần nhìn sau làm lại', async () => {
    await owedInFiveMinutes();
    let broken = true;
    const sometimes: Pick<SqlStore, 'transaction'> = {
      transaction: (work) => (broken ? Promise.reject(new Error('đĩa đầy')) : store.transaction(work)),
    };
    const look = followClock({ store: sometimes as SqlStore, clock: watched, log, onDue: () => {} });
    now = later(-2 * HOUR);
    await expect(look()).rejects.toThrow('đĩa đầy');
    broken = false;
    await look();
    expect(await taken()).toMatchObject([{ key: 'một' }]);
  });
});
