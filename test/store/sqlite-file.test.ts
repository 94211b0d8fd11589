import { copyFileSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StoreFault } from '../../src/base/store-fault.ts';
import { openDatabase } from '../../src/store/open.ts';
import { troubleIn } from '../../src/store/store-faults.ts';
import { heldByAnother } from '../support/held-by-another.ts';

const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-file-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Db = Kysely<{ notes: { words: string } }>;
let files = 0;
let file: string;
let db: Db;

const open = (patienceMs?: number) => openDatabase(`file:${file}`, patienceMs) as unknown as Db;
const note = (words: string, into: Db = db) => into.insertInto('notes').values({ words }).execute();
const notes = async (of: Db = db) => (await of.selectFrom('notes').select('words').execute()).map(({ words }) => words);
const troubleOf = (work: Promise<unknown>) => work.then(() => 'none', troubleIn);

beforeEach(async () => {
  files += 1;
  file = join(folder, `${files}.db`);
  db = open(60_000);
  await sql`create table notes (words text)`.execute(db);
});
afterEach(() => db.destroy());

describe('a file that another process holds', () => {
  it('is waited for without holding up anybody, and what waits is done once', async () => {
    const letGo = await heldByAnother(file);
    let done = false;
    let works = 0;
    const writing = db
      .transaction()
      .execute(async (within) => {
        works += 1;
        await note('đã chờ', within);
      })
      .then(() => {
        done = true;
      });
    // If it held up the process, nothing here would happen before it is done, and it would never be.
    await new Promise((resolve) => setImmediate(resolve));
    expect(done).toBe(false);
    await letGo();
    await writing;
    expect(works).toBe(1);
    expect(await notes()).toEqual(['đã chờ']);
  });

  it('says so when it takes too long, shows what it holds, and is written again when it is free', async () => {
    const impatient = open(20);
    await note('có trước', impatient);
    const letGo = await heldByAnother(file);
    expect(await troubleOf(note('không kịp', impatient))).toBe('locked');
    const within = impatient.transaction().execute((inside) => notes(inside));
    expect(await within).toEqual(['có trước']);
    await letGo();
    await note('viết lại được', impatient);
    expect(await notes(impatient)).toEqual(['có trước', 'viết lại được']);
    await impatient.destroy();
  });
});

describe('a file that is not there any more', () => {
  it('takes nothing, is not made anew, and goes on when it is back', async () => {
    await note('có trước');
    const writing = db.transaction().execute(async (within) => {
      await note('không ai tìm thấy', within);
      renameSync(file, `${file}.away`);
    });
    await expect(writing).rejects.toThrow(new StoreFault('gone'));
    expect(await troubleOf(note('cũng vậy'))).toBe('gone');
    expect(existsSync(file)).toBe(false);
    renameSync(`${file}.away`, file);
    await note('có sau');
    expect(await notes()).toEqual(['có trước', 'có sau']);
  });

  it('takes nothing that was begun before another took its place, and tells so once', async () => {
    await note('bản cũ');
    await sql`pragma wal_checkpoint(truncate)`.execute(db);
    const writing = db.transaction().execute(async (within) => {
      copyFileSync(file, `${file}.copy`);
      renameSync(`${file}.copy`, file);
      await note('vào bản cũ', within);
    });
    await expect(writing).rejects.toThrow(new StoreFault('replaced'));
    await note('vào bản mới');
    expect(await notes()).toEqual(['bản cũ', 'vào bản mới']);
  });

  it('is opened anew when another is in its place, and its log does not spoil the other', async () => {
    await note('bản cũ');
    await sql`pragma wal_checkpoint(truncate)`.execute(db);
    copyFileSync(file, `${file}.copy`);
    for (let nth = 0; nth < 50; nth += 1) await note(`chỉ có trong bản bị thay ${nth}`);
    renameSync(`${file}.copy`, file);
    expect(await troubleOf(note('mất'))).toBe('replaced');
    expect(await notes()).toEqual(['bản cũ']);
    expect((await sql<object>`pragma integrity_check`.execute(db)).rows).toEqual([{ integrity_check: 'ok' }]);
    expect(readdirSync(folder).filter((name) => name.startsWith(`${files}.db-wal.before-`))).toHaveLength(1);
  });
});

describe('troubleIn', () => {
  const pg = (code: string) => Object.assign(new Error('from the server'), { code });
  it.each([
    ['53100', 'full'],
    ['53300', 'unreachable'],
    ['57P01', 'unreachable'],
    ['08006', 'unreachable'],
    ['ECONNREFUSED', 'unreachable'],
    ['25006', 'read-only'],
    ['XX001', 'damaged'],
    ['28P01', 'refused'],
    ['3D000', 'refused'],
    ['23505', undefined],
    ['42P01', undefined],
  ])('tells what PostgreSQL and the network say: %s', (code, trouble) => {
    expect(troubleIn(pg(code))).toBe(trouble);
  });

  it('finds no trouble in a fault of ours', () => {
    expect(troubleIn(new Error('undefined is not a function'))).toBeUndefined();
    expect(troubleIn('locked')).toBeUndefined();
  });
});
