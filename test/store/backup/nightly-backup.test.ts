import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupsIn } from '../../../src/store/backup/backup-folder.ts';
import { backUpAtNight, isBackupDue } from '../../../src/store/backup/nightly-backup.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { openDatabase } from '../../../src/store/open.ts';

const at = (time: string) => new Date(`2026-11-${time}:00+07:00`);

describe('the backup of a night', () => {
  it.each([
    ['there is none', undefined, at('29T15:00'), true],
    ['it is from before the last two o’clock', at('28T02:00'), at('29T02:00'), true],
    ['it is from yesterday, and the night has not come', at('28T02:05'), at('29T01:59'), false],
    ['it was made this night', at('29T02:01'), at('29T23:00'), false],
    ['it was made by hand in the evening', at('28T20:00'), at('29T02:00'), true],
    ['the program was off for days', at('25T02:00'), at('29T12:00'), true],
  ])('is due or not when %s', (_, newest, now, due) => {
    expect(isBackupDue(newest, now)).toBe(due);
  });
});

describe('backUpAtNight', () => {
  let folder: string;
  let settings: { DATABASE_URL: string; DATA_KEY: string; BACKUP_KEEP_DAYS: number };
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-nightly-'));
    settings = {
      DATABASE_URL: `file:${join(folder, 'hoi-quyen.db')}`,
      DATA_KEY: Buffer.alloc(32, 'khoá để thử').toString('base64'),
      BACKUP_KEEP_DAYS: 14,
    };
    const db = openDatabase(settings.DATABASE_URL);
    await migrate(db);
    await db.destroy();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const night = (now: Date, signal = new AbortController().signal) =>
    backUpAtNight({ settings, folder: join(folder, 'ban-sao'), now: () => now }, signal);
  const made = async () => (await backupsIn(join(folder, 'ban-sao'))).map(({ madeAt }) => madeAt);

  it('makes one each night, and no more', async () => {
    expect(await night(at('28T02:00'))).toBe(true);
    expect(await night(at('28T02:10'))).toBe(false);
    expect(await night(at('29T02:00'))).toBe(true);
    expect(await made()).toEqual([at('29T02:00'), at('28T02:00')]);
  });

  it('removes those that are too old', async () => {
    for (const day of ['10', '29']) await night(at(`${day}T02:00`));
    expect(await made()).toEqual([at('29T02:00')]);
  });

  it('says when it could not be made', async () => {
    rmSync(join(folder, 'hoi-quyen.db'));
    await expect(night(at('28T02:00'))).rejects.toThrow('There is no database file');
    expect(await made()).toEqual([]);
  });

  it('is given up at once when the program stops', async () => {
    const stopping = new AbortController();
    const under = night(at('28T02:00'), stopping.signal);
    stopping.abort();
    await expect(under).rejects.toThrow('abort');
    expect(await made()).toEqual([]);
  });
});
