import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  backupName,
  backupsIn,
  expireBackups,
  newestBackup,
  unfinishedName,
} from '../../../src/store/backup/backup-folder.ts';

const NOW = new Date('2026-11-29T20:00:00.000Z');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 24 * 60 * 60_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-backups-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, content = 'niêm phong') => writeFileSync(join(folder, name), content);

describe('the folder of backups', () => {
  it('tells the newest finished one, its size and its age, also to another process', async () => {
    put(backupName(daysAgo(3)));
    put(backupName(daysAgo(0.5)), '12345');
    put(unfinishedName(daysAgo(0.1)));
    put('ghi-chu.txt');
    expect(await newestBackup(folder, NOW)).toEqual({
      path: join(folder, 'hoi-quyen-2026-11-29T08-00-00Z.backup'),
      madeAt: daysAgo(0.5),
      bytes: 5,
      ageSeconds: 12 * 60 * 60,
    });
    expect((await backupsIn(folder)).map(({ madeAt }) => madeAt)).toEqual([daysAgo(0.5), daysAgo(3)]);
  });

  it('says that there is none, also where there is no folder', async () => {
    expect(await newestBackup(folder, NOW)).toBeUndefined();
    expect(await newestBackup(join(folder, 'chua-co'), NOW)).toBeUndefined();
  });

  it('a clock that was set back makes no age below zero', async () => {
    put(backupName(daysAgo(-1)));
    expect((await newestBackup(folder, NOW))?.ageSeconds).toBe(0);
  });

  it('removes what is too old and what was left unfinished, and nothing of others', async () => {
    for (const days of [1, 13.9, 14.1, 400]) put(backupName(daysAgo(days)));
    put(unfinishedName(daysAgo(2)));
    put('ghi-chu.txt');
    expect(await expireBackups(folder, 14, NOW)).toHaveLength(3);
    expect(readdirSync(folder).sort()).toEqual(
      [backupName(daysAgo(13.9)), backupName(daysAgo(1)), 'ghi-chu.txt'].sort(),
    );
  });

  it('never removes the newest, however old it is', async () => {
    put(backupName(daysAgo(400)));
    put(backupName(daysAgo(500)));
    await expireBackups(folder, 14, NOW);
    expect(readdirSync(folder)).toEqual([backupName(daysAgo(400))]);
  });
});
