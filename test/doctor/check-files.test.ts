import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkBackupDisk, checkBackups, judgeBackupDisk } from '../../scripts/doctor/check-backups.ts';
import { checkDisk, checkFolder, checkPrivate, judgeDisk, sqliteFile } from '../../scripts/doctor/check-files.ts';
import { checkKnowledge } from '../../scripts/doctor/check-knowledge.ts';
import { backupName } from '../../src/store/backup/backup-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-doctor-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function aFile(name: string, mode: number, text = ''): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}

function aFolder(name: string, mode: number): string {
  const path = join(folder, name);
  mkdirSync(path);
  chmodSync(path, mode);
  return path;
}

describe('files', () => {
  it.each([
    ['640', 0o640, 'good'],
    ['600', 0o600, 'good'],
    ['644', 0o644, 'mend'],
    ['602', 0o602, 'mend'],
  ])('with the rights %s', (name, mode, verdict) => {
    expect(checkPrivate('.env', aFile(name, mode))).toMatchObject({ verdict, saw: expect.stringContaining(name) });
  });

  it('need not be there', () => {
    expect(checkPrivate('.env', join(folder, 'khong-co'))).toMatchObject({ verdict: 'good' });
  });

  it('lie in a folder that we may write and others may not', () => {
    expect(checkFolder('data folder', aFolder('rieng', 0o750)).verdict).toBe('good');
    expect(checkFolder('data folder', aFolder('chung', 0o777)).verdict).toBe('mend');
    expect(checkFolder('data folder', join(folder, 'chua-co')).verdict).toBe('look');
    // Where a file stands in place of the folder nobody can enter it, whoever they are.
    expect(checkFolder('data folder', aFile('khong-phai-thu-muc', 0o600)).verdict).toBe('mend');
  });

  it('are told from servers', () => {
    const urls = ['file:./data/x.db', 'file::memory:', 'postgres://bot@db/x'];
    expect(urls.map(sqliteFile)).toEqual(['./data/x.db', undefined, undefined]);
  });
});

describe('the disk', () => {
  const SEEN = { freeBytes: 50e9, wholeBytes: 100e9, databaseBytes: 1e9, backupBytes: 0.5e9 };

  it.each([
    ['has room', {}, 'good'],
    ['gets narrow', { freeBytes: 14e9 }, 'look'],
    ['is nearly full', { freeBytes: 4.9e9 }, 'mend'],
    ['has no room for a second copy of the database', { databaseBytes: 25e9 }, 'mend'],
    ['has room for little more than one copy', { databaseBytes: 15e9 }, 'look'],
  ])('%s', (_, change, verdict) => {
    expect(judgeDisk({ ...SEEN, ...change }).verdict).toBe(verdict);
  });

  it('of this machine is looked at', () => {
    const finding = checkDisk(aFile('co-du-lieu.db', 0o600, 'x'.repeat(3_000)), 0);
    expect(finding).toMatchObject({ check: 'disk', saw: expect.stringContaining('database 3 KB') });
  });
});

describe('backups', () => {
  const NOW = new Date('2026-11-29T03:00:00Z');
  const HOUR_MS = 60 * 60_000;
  const madeHoursAgo = (dir: string, hours: number) =>
    writeFileSync(join(dir, backupName(new Date(NOW.getTime() - hours * HOUR_MS))), 'x'.repeat(2_000));

  it('may be asked for', async () => {
    const { findings } = await checkBackups(undefined, NOW);
    expect(findings).toMatchObject([{ check: 'backups', verdict: 'look' }]);
  });

  it('are missing, old, or young', async () => {
    const dir = aFolder('sao-luu', 0o700);
    const verdict = async () => (await checkBackups(dir, NOW)).findings[0]?.verdict;
    expect(await verdict()).toBe('mend');
    madeHoursAgo(dir, 27);
    expect(await verdict()).toBe('mend');
    madeHoursAgo(dir, 25);
    expect(await verdict()).toBe('good');
    expect((await checkBackups(dir, NOW)).newestBytes).toBe(2_000);
  });

  it('lie where others may not read them', async () => {
    const dir = aFolder('sao-luu-mo', 0o755);
    madeHoursAgo(dir, 1);
    const { findings } = await checkBackups(dir, NOW);
    expect(findings.map(({ verdict }) => verdict)).toEqual(['good', 'good', 'mend']);
  });
});

describe('the disk of backups', () => {
  it('is another than that of the database, or the same', () => {
    expect([judgeBackupDisk(1, 2).verdict, judgeBackupDisk(1, 1).verdict]).toEqual(['good', 'look']);
    const [same] = checkBackupDisk(folder, join(folder, 'x.db'));
    expect(same).toMatchObject({ check: 'backup disk', verdict: 'look' });
  });

  it('is told of only where there are files to compare', () => {
    expect(checkBackupDisk(undefined, join(folder, 'x.db'))).toEqual([]);
    expect(checkBackupDisk(folder, undefined)).toEqual([]);
    expect(checkBackupDisk(join(folder, 'khong-co'), join(folder, 'x.db'))).toEqual([]);
  });
});

describe('the knowledge', () => {
  it('as it is shipped has no fault, and goes out of date by itself', () => {
    const on = (day: string) => checkKnowledge('knowledge', new Date(`${day}T03:00:00Z`));
    expect(on('2026-11-29').map(({ check, verdict }) => `${check}: ${verdict}`)).toEqual([
      'knowledge: good',
      'review of entries: good',
      'hotlines: good',
    ]);
    expect(on('2029-01-01').map(({ verdict }) => verdict)).toEqual(['good', 'look', 'look']);
  });

  it('may be missing, or hold nothing that can be read', () => {
    const today = new Date('2026-11-29T03:00:00Z');
    expect(checkKnowledge(join(folder, 'khong-co'), today)).toMatchObject([{ verdict: 'mend' }]);
    expect(checkKnowledge(aFolder('trong', 0o755), today)).toMatchObject([{ verdict: 'mend' }]);
  });
});
