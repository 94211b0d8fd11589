import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const drill = (args: readonly string[], cwd = process.cwd()) =>
  promisify(execFile)(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), resolve('scripts/drill-upgrade.ts'), ...args],
    { cwd },
  );

it('says how an upgrade is tried', async () => {
  expect((await drill(['--help'])).stdout).toContain('npm run drill:upgrade [-- --from REVISION]');
});

it('says that there is no such version, and where versions are listed', async () => {
  await expect(drill(['--from', 'khong-co-phien-ban-nay'])).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining(
      'There is no version "khong-co-phien-ban-nay" in this repository; git log lists them',
    ),
  });
});

it('needs the repository', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'hoi-quyen-khong-git-'));
  await expect(drill(['--from', 'HEAD'], elsewhere)).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('here is no repository'),
  });
  rmSync(elsewhere, { recursive: true });
});
