import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ReferralCode, TicketId } from '../../src/base/ids.ts';
import { NEW_CONVERSATION } from '../../src/conversation/conversation.ts';
import type { Whereabouts } from '../../src/ports/store.ts';
import { migrate } from '../../src/store/migrate.ts';
import { idMaker } from '../../src/store/new-id.ts';
import { openDatabase } from '../../src/store/open.ts';
import { openVault } from '../../src/store/open-vault.ts';
import { SqlStore } from '../../src/store/sql-store.ts';
import { opened } from '../support/desk-values.ts';

const KEY = Buffer.alloc(32, 'khoá để thử').toString('base64');
const LAN: Whereabouts = { channel: 'web', address: 'trang-cua-lan' };
const HUE: Whereabouts = { channel: 'web', address: 'trang-cua-hue' };

let folder: string;
let path: string;
let backups: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-restore-'));
  path = join(folder, 'hoi-quyen.db');
  backups = join(folder, 'ban-sao');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(script: string, ...options: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', `scripts/${script}.ts`, ...options], {
    env: {
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'development',
      DATABASE_URL: `file:${path}`,
      DATA_KEY: KEY,
      BACKUP_DIR: backups,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let told = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (told += chunk));
  const [code] = await once(child, 'close');
  return { code: code as number, told };
}

async function within<T>(work: (store: SqlStore) => Promise<T>): Promise<T> {
  const db = openDatabase(`file:${path}`);
  await migrate(db);
  const store = new SqlStore(
    db,
    await openVault(db, { DATA_KEY: KEY }),
    idMaker(() => new Date()),
  );
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
const write = (who: Whereabouts, text: string) =>
  within((store) =>
    store.transaction(async ({ inbox }) => {
      const message = { externalId: text, from: who.address, heard: { kind: 'text', text }, inGroup: false } as const;
      await inbox.add(who.channel, { ...message, sentAt: new Date() }, new Date());
      const taken = await inbox.take(new Date(), new Date());
      if (taken) await inbox.markAnswered(taken.id, new Date());
    }),
  );
const erase = (who: Whereabouts) =>
  within((store) => store.transaction(({ forgetting }) => forgetting.erase(who, new Date())));
const heard = (who: Whereabouts) =>
  within((store) => store.transaction(({ inbox }) => inbox.heardFrom(who, 10))).then((all) => all.length);

async function backup(): Promise<string> {
  const { told } = await run('backup', '--json');
  return (JSON.parse(told) as { path: string }).path;
}

it('whoever erased everything after the backup is erased in it again', async () => {
  await write(LAN, 'chồng tui đánh tui');
  await write(HUE, 'cty nợ lương hai tháng');
  const file = await backup();
  await erase(LAN);
  const { told, code } = await run('restore', file, '--yes');
  expect(told).toContain('1 erasures since then were done again, known from the database.');
  expect(code).toBe(0);
  expect([await heard(LAN), await heard(HUE)]).toEqual([0, 1]);
  // known also to a backup of the restored database
  expect(await within((store) => store.transaction(({ forgetting }) => forgetting.erasures()))).toHaveLength(1);
});

it('also where the database is lost: from the newest backup that can be read, and says what is not covered', async () => {
  await write(LAN, 'chồng tui đánh tui');
  const file = join(folder, 'truoc.backup');
  renameSync(await backup(), file); // else the next one, made in the same second, would have its name
  await erase(LAN);
  const newer = await backup();
  writeFileSync(path, 'hỏng');
  const { told } = await run('restore', file, '--yes');
  expect(told).toContain(`known from ${newer}`);
  expect(told).toMatch(/!! Erasures after 20\S+Z are known to nobody/);
  expect(await heard(LAN)).toBe(0);
});

it('says plainly that erasures are lost where neither is there', async () => {
  await write(LAN, 'chồng tui đánh tui');
  const file = await backup();
  rmSync(path);
  const { told, code } = await run('restore', file, '--yes');
  expect(told).toMatch(/!! Who erased everything after 20\S+Z is known to nobody/);
  expect(told).toContain('who wrote since then gets no answer to it');
  expect(code).toBe(0);
  expect(await heard(LAN)).toBe(1);
});

it('who stopped everything after the backup, or told of violence at home, is written to as they want', async () => {
  const since = '2026-11-30T01:00:00.000Z';
  const answer = (key: string, who: Whereabouts, ticket?: TicketId) => ({
    ...{ key, ...who, at: new Date(), ticket },
    message: { text: 'Chị ghé trung tâm nhé', bold: [], choices: [] },
  });
  const ticket = await within((store) =>
    store.transaction(async (records) => {
      for (const who of [LAN, HUE]) await records.conversations.save(who, NEW_CONVERSATION, new Date(since));
      const { id } = await opened(records, { who: LAN });
      await records.outbox.add(answer('về hồ sơ của Lan', LAN, id));
      await records.outbox.add(answer('tin khác cho Lan', LAN));
      return id;
    }),
  );
  const file = await backup();
  await within((store) =>
    store.transaction(async ({ conversations }) => {
      await conversations.save(LAN, { ...NEW_CONVERSATION, discreet: { since, stoppedAt: since } }, new Date());
      await conversations.save(HUE, { ...NEW_CONVERSATION, discreet: { since } }, new Date());
    }),
  );
  const { told, code } = await run('restore', file, '--yes');
  expect(told).toContain('Whoever chose since then how they are written to');
  expect(code).toBe(0);
  await within((store) =>
    store.transaction(async ({ conversations, outbox, heldMessages, desk, tickets }) => {
      expect((await conversations.of(HUE)).discreet).toEqual({ since });
      expect((await conversations.of(LAN)).discreet).toEqual({ since, stoppedAt: since, unseen: { asked: 0 } });
      expect(await outbox.take('web', new Date(), 9)).toEqual([]);
      const { code: named, province } = (await tickets.find(ticket)) ?? { code: 'none' as ReferralCode, province: '' };
      expect((await desk.view(named, province))?.contactStopped).toBe(true);
      await heldMessages.release(LAN, new Date());
      expect((await outbox.take('web', new Date(), 9)).map(({ key }) => key)).toEqual(['về hồ sơ của Lan']);
    }),
  );
});

it('says plainly that this is not known where the database is lost', async () => {
  await write(LAN, 'chồng tui đánh tui');
  const file = await backup();
  writeFileSync(path, 'hỏng');
  const { told } = await run('restore', file, '--yes');
  expect(told).toMatch(
    /!! Who stopped everything \(“dừng”\) or told of violence at home after 20\S+Z is known to nobody/,
  );
});

it('--to puts it somewhere else and leaves the database alone', async () => {
  await write(LAN, 'chồng tui đánh tui');
  const file = await backup();
  await write(LAN, 'thêm một câu');
  const { told } = await run('restore', file, '--yes', '--to', `file:${join(folder, 'cho-khac.db')}`);
  expect(told).toContain('No database stood there before.');
  expect(await heard(LAN)).toBe(2);
  expect(readdirSync(folder).filter((name) => name.endsWith('.db'))).toEqual(['cho-khac.db', 'hoi-quyen.db']);
});

it('says what is wrong, and asks before it changes anything', async () => {
  await write(LAN, 'chồng tui đánh tui');
  const file = await backup();
  expect((await run('restore', file)).told).toContain('give --yes');
  expect((await run('restore')).told).toContain('Which backup?');
  const missing = await run('restore', join(folder, 'khong-co.backup'), '--yes');
  expect(missing.told).toContain('khong-co.backup');
  expect(missing.code).toBe(1);
});

it.each<[string, 'backup' | 'restore', () => readonly string[], string]>([
  ['no such backup', 'restore', () => ['/khong-co/ban-sao.backup', '--yes'], '/khong-co/ban-sao.backup is not there.'],
  ['a folder in place of a backup', 'restore', () => [folder, '--yes'], ' is a folder, not a file. Name a file in it.'],
  [
    'a file in place of a folder',
    'backup',
    () => ['--to', path],
    'hoi-quyen.db is a file, not a folder. Name a folder.',
  ],
  ['a folder in a file', 'backup', () => ['--to', join(path, 'x')], 'lies in something that is a file, not a folder.'],
])('says what is wrong with a path and what to do: %s', async (_, script, options, said) => {
  await write(LAN, 'chồng tui đánh tui');
  const { told, code } = await run(script, ...options());
  expect(told).toContain(said);
  expect(told).not.toMatch(/E[A-Z]{4,}|no such file/);
  expect(code).toBe(1);
});

it('a place for the database that cannot be one is told as well', async () => {
  await write(LAN, 'chồng tui đánh tui');
  const file = await backup();
  const { told, code } = await run('restore', file, '--yes', '--to', `file:${join(file, 'x.db')}`);
  expect(told).toContain(`${file} is a file, not a folder. Name a folder.`);
  expect(code).toBe(1);
});

it.each(['backup', 'restore'])('%s --help tells how it is used', async (script) => {
  const { told, code } = await run(script, '--help');
  expect(told).toContain(`npm run ${script}`);
  expect(code).toBe(0);
});
