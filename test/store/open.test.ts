import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../src/base/errors.ts';
import { openDatabase, openForReading, sqlitePath } from '../../src/store/open.ts';

const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-open-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a person at the keyboard would be told. */
async function faultOf(url: string): Promise<AppError> {
  try {
    const db = openDatabase(url);
    await sql`select 1`.execute(db).finally(() => db.destroy());
  } catch (fault) {
    if (fault instanceof AppError) return fault;
    throw fault;
  }
  throw new Error(`${url} was opened`);
}

describe('openDatabase', () => {
  it.each(['', 'file:', 'data/hoi-quyen.db', 'mysql://root@localhost/x', 'sqlite:x.db', 'http://postgres://x'])(
    'refuses what is neither file: nor postgres://: "%s"',
    async (url) => {
      const { kind, message } = await faultOf(url);
      expect([kind, message]).toEqual(['invalid-input', expect.stringContaining('DATABASE_URL')]);
    },
  );

  it('does not repeat a refused address, which may hold a password', async () => {
    expect((await faultOf('mysql://root:mat-khau@localhost/x')).message).not.toContain('mat-khau');
  });

  it('makes the folders on the way', async () => {
    const path = join(folder, 'chưa', 'có', 'x.db');
    const db = openDatabase(`file:${path}`);
    await sql`create table t (a int)`.execute(db);
    await db.destroy();
    expect(existsSync(path)).toBe(true);
  });

  it.each([
    ['in a folder that cannot be made', () => join(aFile('không phải thư mục'), 'x.db')],
    ['that is a folder', () => folder],
    ['that holds something else', () => aFile('đây là một bức thư, không phải cơ sở dữ liệu. '.repeat(50))],
  ])('says which file cannot be opened: one %s', async (_, make) => {
    const path = make();
    const { kind, message, cause } = await faultOf(`file:${path}`);
    expect([kind, message]).toEqual(['unavailable', expect.stringContaining(path)]);
    expect(cause).toBeInstanceOf(Error);
  });

  it('keeps what was acknowledged on the disk, whatever happens to the power', async () => {
    const db = openDatabase(`file:${join(folder, 'an-toan.db')}`);
    const pragma = async (name: string) => (await sql<object>`pragma ${sql.raw(name)}`.execute(db)).rows[0];
    expect(await pragma('journal_mode')).toEqual({ journal_mode: 'wal' });
    expect(await pragma('synchronous')).toEqual({ synchronous: 2 });
    expect(await pragma('foreign_keys')).toEqual({ foreign_keys: 1 });
    await db.destroy();
  });

  it('holds a database in memory that is gone at the end', async () => {
    const first = openDatabase('file::memory:');
    await sql`create table t (a int)`.execute(first);
    await first.destroy();
    const second = openDatabase('file::memory:');
    expect(await second.introspection.getTables()).toEqual([]);
    await second.destroy();
  });

  it.each(['postgres', 'postgresql'])('does not wait for a server: %s://', async (scheme) => {
    const db = openDatabase(`${scheme}://nobody@127.0.0.1:1/hoi-quyen`);
    await expect(sql`select 1`.execute(db)).rejects.toThrow('ECONNREFUSED');
    await db.destroy();
  });

  it.each([
    ['that nobody uses', 'between'],
    ['in the middle of a query', 'during'],
  ])('lives on when the PostgreSQL server ends a connection %s', async (_, when) => {
    const server = await aServerThatAnswersNothing();
    const db = openDatabase(`postgres://bot@127.0.0.1:${server.port}/hoi-quyen`);
    const ask = () => sql`select`.execute(db);
    await ask();
    if (when === 'between') server.connections[0]?.destroy();
    else await expect(sql`hang up`.execute(db)).rejects.toThrow('Connection terminated');
    await vi.waitFor(ask, 60_000);
    expect(server.connections).toHaveLength(2);
    await db.destroy();
    await server.stop();
  });

  function aFile(text: string): string {
    const path = join(folder, `${text.length}.txt`);
    writeFileSync(path, text);
    return path;
  }
});

describe('the files of a database', () => {
  it('are closed to other accounts of the machine from the first byte', async () => {
    const inside = join(folder, 'rieng');
    const db = openDatabase(`file:${join(inside, 'x.db')}`);
    await sql`create table t (a int)`.execute(db);
    const rights = readdirSync(inside).map((name) => [name, statSync(join(inside, name)).mode & 0o077]);
    await db.destroy();
    expect(rights).toEqual([
      ['x.db', 0],
      ['x.db-shm', 0],
      ['x.db-wal', 0],
    ]);
  });
});

describe('openForReading', () => {
  it('reads what a program holds open, and changes nothing', async () => {
    const url = `file:${join(folder, 'chi-doc.db')}`;
    const program = openDatabase(url);
    await sql`create table t (a int)`.execute(program);
    await sql`insert into t values (7)`.execute(program);
    const db = openForReading(url);
    expect((await sql`select a from t`.execute(db)).rows).toEqual([{ a: 7 }]);
    await expect(sql`insert into t values (8)`.execute(db)).rejects.toThrow('readonly');
    await db.destroy();
    await program.destroy();
  });

  it('makes no file', () => {
    const path = join(folder, 'khong-co.db');
    expect(() => openForReading(`file:${path}`)).toThrow(expect.objectContaining({ kind: 'not-found' }));
    expect(existsSync(path)).toBe(false);
  });
});

describe('sqlitePath', () => {
  it.each([
    ['file:./data/hoi-quyen.db', './data/hoi-quyen.db'],
    ['file::memory:', ':memory:'],
    ['postgres://localhost/hoi-quyen', undefined],
    ['postgresql://localhost/hoi-quyen', undefined],
  ])('%s: %s', (url, path) => {
    expect(sqlitePath(url)).toBe(path);
  });
});

/** As much of PostgreSQL's protocol as a query without rows needs; to be ended at will. */
async function aServerThatAnswersNothing() {
  const message = (type: string, body: string) => {
    const length = Buffer.alloc(4);
    length.writeInt32BE(body.length + 4);
    return Buffer.concat([Buffer.from(type), length, Buffer.from(body, 'latin1')]);
  };
  const signedIn = message('R', '\0\0\0\0');
  const ready = message('Z', 'I');
  const connections: Socket[] = [];
  const server = createServer((socket) => {
    connections.push(socket);
    socket.once('data', () => {
      socket.write(Buffer.concat([signedIn, ready]));
      socket.on('data', (call) => {
        const words = call.toString('latin1');
        if (words.includes('hang up')) socket.destroy();
        else if (words.startsWith('Q')) socket.write(Buffer.concat([message('C', 'SELECT 0\0'), ready]));
      });
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    connections,
    stop: async () => {
      for (const socket of connections) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
