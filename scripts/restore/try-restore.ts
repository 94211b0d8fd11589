import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { ChildBot } from '../../emulators/child-bot.ts';
import { ZaloPlatform } from '../../emulators/zalo-platform.ts';
import { makeLog } from '../../src/log.ts';
import { settingsFrom } from '../../src/settings.ts';
import { makeBackup } from '../../src/store/backup/make-backup.ts';
import { openDatabase, openForReading } from '../../src/store/open.ts';
import { openVault } from '../../src/store/open-vault.ts';
import { makeOldDatabase, type OldSize } from './old-database.ts';
import { putBack } from './put-back.ts';

const KEY = Buffer.alloc(32, 'khoá của buổi diễn tập');
const SECRET = 'bi-mat-cua-webhook-0123456789';
const WRITERS = 4;
const LOOK_EVERY_MS = 50;
const LONGEST_WAIT_MS = 120_000;

/** Asked of the program before, and of the program on the restored copy. */
const QUESTIONS = [
  'cty nợ lương 2 tháng',
  'chồng đánh thì gọi ai',
  'điều 20 hiến pháp',
  'bị công an mời lên làm việc có phải đi không',
  'nghi viec bao truoc bao nhieu ngay',
  'chủ nhà giữ tiền cọc không trả',
  'con tôi bị bạn đánh ở trường',
  'làm sao được trợ giúp pháp lý miễn phí',
  'can my boss keep my passport',
  'xin chào',
];

/** What the trial found. */
export interface RestoreTried {
  readonly rows: number;
  readonly bytes: number;
  readonly backupSeconds: number;
  readonly restoreSeconds: number;
  /** Messages that the program took while the backup was made. */
  readonly meanwhile: number;
  readonly questions: number;
  readonly faults: readonly string[];
}

/**
 * Runs the program on a database with talks and referrals, makes a backup while people write, restores it to another
 * place, starts the program there and compares: what was acknowledged before the backup is in it, all that it counted is
 * there, and every question gets the same answer.
 */
export async function tryRestore(folder: string, size: OldSize): Promise<RestoreTried> {
  const original = `file:${join(folder, 'original.db')}`;
  const copy = `file:${join(folder, 'copy.db')}`;
  const keys = { DATA_KEY: KEY.toString('base64') };
  const old = openDatabase(original);
  await makeOldDatabase(old, KEY, size);
  await old.destroy();

  const zalo = await ZaloPlatform.start();
  const botOn = (url: string) =>
    new ChildBot({
      NODE_ENV: 'development',
      LOG_LEVEL: 'warn',
      DATABASE_URL: url,
      ...keys,
      SESSION_SECRET: 'phiên làm việc của buổi diễn tập',
      ZALO_BOT_TOKEN: zalo.token,
      ZALO_API_ROOT: zalo.apiRoot,
      ZALO_UPDATES: 'webhook',
      ZALO_WEBHOOK_SECRET: SECRET,
    });
  const bots: ChildBot[] = [];
  const start = async (url: string) => {
    const bot = botOn(url);
    bots.push(bot);
    bot.start();
    return { bot, address: await bot.address() };
  };
  try {
    const { bot, address } = await start(original);
    const answers = await ask(zalo, address, original, 'trước');

    const acknowledged: { readonly id: string; readonly at: number }[] = [];
    const enough = new AbortController();
    const writing = Array.from({ length: WRITERS }, (_, nth) =>
      writeUntil(enough.signal, zalo, address, `người viết ${nth}`, (id) =>
        acknowledged.push({ id, at: performance.now() }),
      ),
    );
    while (acknowledged.length < WRITERS * 3) await sleep(LOOK_EVERY_MS);
    const began = performance.now();
    const backup = await makeBackup({
      settings: { DATABASE_URL: original, ...keys },
      folder: join(folder, 'backups'),
      keepDays: 14,
      now: () => new Date(),
    });
    const backupSeconds = secondsSince(began);
    const ended = performance.now();
    enough.abort();
    await Promise.all(writing);
    await bot.end('SIGTERM');

    const restoring = performance.now();
    const settings = settingsFrom({ ...keys, DATABASE_URL: copy });
    const log = makeLog({ level: 'silent', secrets: [] });
    const restored = await putBack({ file: backup.path, settings, target: copy, log, now: () => new Date() });
    const restoreSeconds = secondsSince(restoring);

    const faults = await missingIn(
      copy,
      keys,
      acknowledged.filter(({ at }) => at < began).map(({ id }) => id),
    );
    const counted = await countIn(copy);
    for (const [table, n] of Object.entries(backup.rows)) {
      // the program’s own bookkeeping, written while the copy was made ready
      if (counted[table] !== n && !table.startsWith('kysely_'))
        faults.push(`${table}: ${n} rows, then ${counted[table]}`);
    }
    const second = await start(copy);
    const again = await ask(zalo, second.address, copy, 'sau');
    for (const [nth, question] of QUESTIONS.entries()) {
      if (answers[nth] === '' || answers[nth] !== again[nth]) faults.push(`another answer: ${question}`);
    }
    await second.bot.end('SIGTERM');
    return {
      rows: Object.values(restored.rows).reduce((sum, n) => sum + n, 0),
      bytes: backup.bytes,
      backupSeconds,
      restoreSeconds,
      meanwhile: acknowledged.filter(({ at }) => at >= began && at <= ended).length,
      questions: QUESTIONS.length,
      faults,
    };
  } finally {
    for (const bot of bots) await bot.end('SIGKILL');
    await zalo.stop();
  }
}

/** Asks every question, each as somebody else. @returns what they read. */
async function ask(zalo: ZaloPlatform, address: string, url: string, who: string): Promise<readonly string[]> {
  const chatOf = (nth: number) => `${who} ${nth}`;
  for (const [nth, question] of QUESTIONS.entries()) await post(address, zalo.textFrom(chatOf(nth), question));
  const until = performance.now() + LONGEST_WAIT_MS;
  while (unfinishedIn(url) > 0) {
    if (performance.now() > until) throw new Error(`The program did not answer ${QUESTIONS.length} questions`);
    await sleep(LOOK_EVERY_MS);
  }
  return QUESTIONS.map((_, nth) =>
    zalo.sent
      .filter(({ chatId }) => chatId === chatOf(nth))
      .map(({ text }) => text)
      .join('\n'),
  );
}

async function writeUntil(
  signal: AbortSignal,
  zalo: ZaloPlatform,
  address: string,
  chat: string,
  onAcknowledged: (externalId: string) => void,
): Promise<void> {
  for (let nth = 0; !signal.aborted; nth += 1) {
    const from = `${chat} ${nth}`;
    const update = zalo.textFrom(from, 'cảm ơn bạn');
    await post(address, update);
    onAcknowledged(`${from}/${update.message?.message_id}`);
  }
}

async function post(address: string, update: object): Promise<void> {
  const headers = { 'content-type': 'application/json', 'x-bot-api-secret-token': SECRET };
  const answer = await fetch(`${address}/webhooks/zalo`, { method: 'POST', headers, body: JSON.stringify(update) });
  if (!answer.ok) throw new Error(`The webhook answered ${answer.status}`);
}

function unfinishedIn(url: string): number {
  const file = new Database(url.slice('file:'.length), { readonly: true });
  try {
    return file
      .prepare(
        `select (select count(*) from inbox where state = 'waiting')
              + (select count(*) from outbox where state in ('waiting', 'sending'))`,
      )
      .pluck()
      .get() as number;
  } finally {
    file.close();
  }
}

/** Faults: messages that were acknowledged and are not there. */
async function missingIn(url: string, keys: { DATA_KEY: string }, ids: readonly string[]): Promise<string[]> {
  const db = openForReading(url);
  try {
    const vault = await openVault(db, keys);
    const rows = await db.selectFrom('inbox').select('message_hash').where('channel', '=', 'zalo').execute();
    const held = new Set(rows.map(({ message_hash }) => message_hash));
    const missing = ids.filter((id) => !held.has(vault.hash('zalo', 'message', id)));
    return missing.length === 0 ? [] : [`${missing.length} of ${ids.length} acknowledged messages are missing`];
  } finally {
    await db.destroy();
  }
}

async function countIn(url: string): Promise<Readonly<Record<string, number>>> {
  const file = new Database(url.slice('file:'.length), { readonly: true });
  try {
    const names = file.prepare(`select name from sqlite_master where type = 'table'`).pluck().all() as string[];
    return Object.fromEntries(
      names.map((name) => [name, file.prepare(`select count(*) from "${name}"`).pluck().get() as number]),
    );
  } finally {
    file.close();
  }
}

function secondsSince(began: number): number {
  return Math.round((performance.now() - began) / 10) / 100;
}
