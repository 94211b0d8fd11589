import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Kysely, sql } from 'kysely';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkDatabase } from '../../scripts/doctor/check-database.ts';
import type { Finding } from '../../scripts/doctor/finding.ts';
import type { ReferralCode, TicketId } from '../../src/base/ids.ts';
import { NEW_CONVERSATION } from '../../src/conversation/conversation.ts';
import type { Whereabouts } from '../../src/ports/store.ts';
import { type Settings, settingsFrom } from '../../src/settings.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openDatabase, PROGRAM } from '../../src/store/open.ts';
import { SqlStore } from '../../src/store/sql-store.ts';
import type { Tables } from '../../src/store/tables.ts';
import { Vault } from '../../src/store/vault.ts';
import { countingIds } from '../store/counting-ids.ts';
import { ownKeys } from '../support/own-keys.ts';
import { hasPostgres, PostgresServer } from '../support/postgres-server.ts';

const NOW = new Date('2026-11-29T03:00:00Z');
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const ago = (ms: number) => new Date(NOW.getTime() - ms);
const LAN: Whereabouts = { channel: 'telegram', address: '900123' };
const KEYS = ownKeys();

const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-doctor-db-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let file: string;
let files = 0;
let db: Kysely<Tables>;
let store: SqlStore;
beforeEach(async () => {
  files += 1;
  file = join(folder, `${files}.db`);
  db = openDatabase(`file:${file}`);
  await migrate(db);
  store = new SqlStore(db, new Vault(Buffer.from(KEYS.DATA_KEY, 'base64')), countingIds());
});
afterEach(() => db.destroy());

function settings(change: Readonly<Record<string, string>> = {}): Settings {
  return settingsFrom({ NODE_ENV: 'production', ...KEYS, DATABASE_URL: `file:${file}`, ...change });
}

async function finding(check: string, change?: Readonly<Record<string, string>>): Promise<Finding | undefined> {
  return (await checkDatabase(settings(change), NOW)).find((one) => one.check === check);
}

const write = (externalId: string, at: Date) =>
  store.transaction(({ inbox }) =>
    inbox.add(
      LAN.channel,
      { externalId, from: LAN.address, heard: { kind: 'text', text: 'chồng đánh' }, sentAt: at, inGroup: false },
      at,
    ),
  );
const owe = (key: string, at: Date) =>
  store.transaction(({ outbox }) =>
    outbox.add({ key, ...LAN, message: { text: 'Gọi 113', bold: [], choices: [] }, at }),
  );
const account = (login: string, role: 'admin' | 'staff') =>
  store.transaction(({ accounts }) =>
    accounts.add({
      login,
      name: 'Chị Hoa',
      role,
      province: role === 'staff' ? '33' : undefined,
      language: 'vi',
      by: undefined,
      at: NOW,
      passwordHash: '$argon2id$',
      totpSecret: 'JBSWY3DPEHPK3PXP',
      totpLastStep: 0,
    }),
  );

describe('the database', () => {
  it('is there, sound, of this version, and ours', async () => {
    await write('1', NOW);
    const findings = await checkDatabase(settings(), NOW);
    expect(findings.slice(0, 4).map(({ check, verdict }) => `${check}: ${verdict}`)).toEqual([
      'database: good',
      'tables: good',
      'write-ahead log: good',
      'DATA_KEY: good',
    ]);
  });

  it('is not there yet, and is not made', async () => {
    const gone = join(folder, 'khong-co.db');
    const [only, ...others] = await checkDatabase(settings({ DATABASE_URL: `file:${gone}` }), NOW);
    expect([only, others]).toMatchObject([{ check: 'database', verdict: 'look' }, []]);
  });

  it('is damaged', async () => {
    const broken = join(folder, 'hong.db');
    const made = new Database(broken);
    made.exec('create table t (a text); create index i on t (a)');
    for (let row = 0; row < 2000; row += 1) made.prepare('insert into t values (?)').run(`dòng ${row}`);
    made.close();
    const whole = new Database(broken).serialize();
    whole.fill(0x5a, 4096 * 3, 4096 * 6);
    writeFileSync(broken, whole);
    expect(await checkDatabase(settings({ DATABASE_URL: `file:${broken}` }), NOW)).toMatchObject([
      { check: 'database', verdict: 'mend', saw: expect.stringContaining('damaged') },
    ]);
  });

  it('is a letter', async () => {
    const letter = join(folder, 'thu.db');
    writeFileSync(letter, 'đây là một bức thư, không phải cơ sở dữ liệu. '.repeat(50));
    const [only] = await checkDatabase(settings({ DATABASE_URL: `file:${letter}` }), NOW);
    expect(only).toMatchObject({ check: 'database', verdict: 'mend' });
  });

  it('is a server that does not answer; its password is not told', async () => {
    const findings = await checkDatabase(settings({ DATABASE_URL: 'postgres://bot:mat-khau@127.0.0.1:1/x' }), NOW);
    expect(findings).toMatchObject([{ verdict: 'mend', saw: expect.stringContaining('server does not answer') }]);
    expect(JSON.stringify(findings)).not.toContain('mat-khau');
  });

  it('is older or newer than the program', async () => {
    await sql`delete from kysely_migration where name = '0004-trust'`.execute(db);
    expect(await finding('tables')).toMatchObject({ verdict: 'look', saw: expect.stringContaining('0004-trust') });
    await sql`insert into kysely_migration values ('9999-tomorrow', '2030')`.execute(db);
    expect(await finding('tables')).toMatchObject({ verdict: 'mend', saw: expect.stringContaining('9999-tomorrow') });
    expect(await finding('service')).toMatchObject({ verdict: 'not tried' });
  });
});

describe('DATA_KEY', () => {
  const OTHER = ownKeys().DATA_KEY;

  it('is another one', async () => {
    await write('1', NOW);
    expect(await finding('DATA_KEY', { DATA_KEY: OTHER })).toMatchObject({ verdict: 'mend' });
    const both = { DATA_KEY: OTHER, DATA_KEY_OLD: KEYS.DATA_KEY };
    expect(await finding('DATA_KEY', both)).toMatchObject({ verdict: 'good' });
  });

  it('was changed on the way', async () => {
    await write('1', NOW);
    store = new SqlStore(db, new Vault(Buffer.from(OTHER, 'base64')), countingIds());
    await owe('sau khi đổi', NOW);
    expect(await finding('DATA_KEY')).toMatchObject({ verdict: 'look', saw: expect.stringContaining('2 of 4') });
  });

  it('fits a database in which nothing is sealed', async () => {
    expect(await finding('DATA_KEY')).toMatchObject({ verdict: 'good', saw: 'nothing is sealed yet' });
  });
});

describe('the service', () => {
  it('has answered everything, or somebody waits', async () => {
    expect(await finding('messages received')).toMatchObject({ verdict: 'good' });
    await write('1', ago(MINUTE_MS));
    expect(await finding('messages received')).toMatchObject({ verdict: 'good' });
    await write('2', ago(20 * MINUTE_MS));
    expect(await finding('messages received')).toMatchObject({
      verdict: 'mend',
      saw: '2 messages wait for an answer, the oldest for 20 minutes',
    });
  });

  it('has sent everything, or owes for long', async () => {
    expect(await finding('messages to send')).toMatchObject({ verdict: 'good', saw: 'none waits' });
    await owe('1', ago(10 * MINUTE_MS));
    expect(await finding('messages to send')).toMatchObject({ verdict: 'good' });
    await owe('2', ago(90 * MINUTE_MS));
    expect(await finding('messages to send')).toMatchObject({ verdict: 'mend', saw: 'telegram 2 (oldest 90 minutes)' });
  });

  it.each([
    ['person-left', 60, 'good'],
    ['rejected', 60, 'look'],
    ['rejected', 8 * 24 * 60, 'good'],
  ])('gave up a message, “%s”, %i minutes ago', async (reason, minutes, verdict) => {
    await owe('1', ago(minutes * MINUTE_MS));
    await store.transaction(({ outbox }) => outbox.giveUp('1', reason));
    expect(await finding('given up in 7 days')).toMatchObject({ verdict });
  });

  it('has no admin, one, or two', async () => {
    const verdicts: (string | undefined)[] = [];
    for (const login of ['a@trogiup.example', 'b@trogiup.example']) {
      verdicts.push((await finding('admins'))?.verdict);
      await account(login, 'admin');
    }
    expect([...verdicts, (await finding('admins'))?.verdict]).toEqual(['mend', 'look', 'good']);
  });

  it('passes nobody on, unless a centre has staff or a group', async () => {
    const link = (province: string) =>
      store.transaction(({ staffGroups }) =>
        staffGroups.link({ channel: 'telegram', address: `-100${province}` }, province, NOW),
      );
    expect(await finding('centres')).toMatchObject({ verdict: 'mend' });
    await link('admin');
    expect(await finding('centres')).toMatchObject({ verdict: 'mend' });
    await account('hoa@trogiup.example', 'staff');
    await link('33');
    expect(await finding('centres')).toMatchObject({ verdict: 'good', saw: '1 receive referrals' });
    await link('01');
    expect(await finding('centres')).toMatchObject({ saw: '2 receive referrals' });
  });

  it('forgets in time, or does not', async () => {
    const talkOf = async (address: string, days: number) =>
      store.transaction(({ conversations }) =>
        conversations.save({ channel: 'zalo', address }, NEW_CONVERSATION, ago(days * DAY_MS)),
      );
    await talkOf('mới', 31);
    expect(await finding('forgetting')).toMatchObject({ verdict: 'good' });
    await talkOf('cũ', 40);
    expect(await finding('forgetting')).toMatchObject({
      verdict: 'mend',
      saw: '1 talks are older than 30 days',
    });
    expect(await finding('forgetting', { KEEP_CONVERSATIONS_DAYS: '60' })).toMatchObject({ verdict: 'good' });
  });

  it('keeps the talk of a referral that is open, and no ended one for ever', async () => {
    const id = 'T1' as TicketId;
    const at = ago(400 * DAY_MS);
    await store.transaction(async ({ conversations, tickets }) => {
      await conversations.save(LAN, NEW_CONVERSATION, at);
      await tickets.open({
        id,
        code: 'HQ-ABCD' as ReferralCode,
        who: LAN,
        province: '33',
        lines: ['đốt pháo bông đám cưới'],
        consent: 'Đồng ý',
        at,
        day: '2025-10-25',
      });
    });
    expect(await finding('forgetting')).toMatchObject({ verdict: 'good' });
    await store.transaction(({ tickets }) => tickets.end(id, 'closed', at));
    expect(await finding('forgetting')).toMatchObject({
      verdict: 'mend',
      saw: '1 talks are older than 30 days; 1 referrals ended more than 12 months ago',
    });
  });
});

/** Needs the programs of a PostgreSQL server. */
describe.skipIf(!hasPostgres)('a database of a PostgreSQL server', () => {
  it('is found to be used by none, by one, by two processes', async () => {
    const server = await PostgresServer.start();
    const url = server.url('postgres');
    const programs = ['', 'of another machine'].map((end) => openDatabase(url, 1_000, `${PROGRAM.prefix}${end}`));
    try {
      const db = openDatabase(url);
      await migrate(db);
      await db.destroy();
      const settings = settingsFrom({ ...KEYS, DATABASE_URL: url });
      const processes = async () =>
        (await checkDatabase(settings, NOW)).filter(({ check }) => check === 'processes').map(({ verdict }) => verdict);
      const found = [await processes()];
      for (const program of programs) {
        await sql`select 1`.execute(program);
        found.push(await processes());
      }
      expect(found).toEqual([['good'], ['good'], ['mend']]);
    } finally {
      await Promise.all(programs.map((program) => program.destroy()));
      server.stop();
    }
  }, 180_000);
});
