import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi as vitest } from 'vitest';
import { ChildBot } from '../../emulators/child-bot.ts';

let folder: string;
let bot: ChildBot;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-night-'));
});
afterEach(async () => {
  await bot.end('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

async function startWith(backups: string): Promise<string> {
  bot = new ChildBot({
    NODE_ENV: 'development',
    DATABASE_URL: `file:${join(folder, 'hoi-quyen.db')}`,
    BACKUP_DIR: backups,
  });
  bot.start();
  return bot.address();
}
const metric = async (address: string, name: string) => {
  const text = await (await fetch(`${address}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]?.replace('+Inf', 'Infinity'));
};
const hasLogged = (event: string) =>
  vitest.waitFor(() => expect(bot.log.some((line) => line.includes(`"msg":"${event}"`))).toBe(true), 50_000);

it('the program makes the backup that is missing by itself, and tells its age, also after a restart', async () => {
  const backups = join(folder, 'ban-sao');
  let address = await startWith(backups);
  await hasLogged('backup made');
  expect(readdirSync(backups)).toHaveLength(1);
  const made = await metric(address, 'hoi_quyen_backup_last_success_timestamp_seconds');
  expect(made).toBeGreaterThan(0);
  expect(await metric(address, 'hoi_quyen_backup_age_seconds')).toBeGreaterThanOrEqual(0);
  expect(await bot.end('SIGTERM')).toEqual({ code: 0, signal: null });
  address = await startWith(backups);
  expect(await metric(address, 'hoi_quyen_backup_last_success_timestamp_seconds')).toBe(made);
  expect(readdirSync(backups)).toHaveLength(1);
});

it('a backup that cannot be made is logged and counted, and the program goes on', async () => {
  const backups = join(folder, 'ban-sao');
  writeFileSync(backups, 'một tệp, không phải thư mục');
  const address = await startWith(backups);
  await hasLogged('backup failed');
  expect(await metric(address, 'hoi_quyen_backups_failed_total')).toBeGreaterThan(0);
  expect(await metric(address, 'hoi_quyen_backup_age_seconds')).toBe(Number.POSITIVE_INFINITY);
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
});
