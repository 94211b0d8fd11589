import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { Secret, TOTP } from 'otpauth';
import { afterAll, expect, it } from 'vitest';
import { secretOf, tokenOn } from './web/console/office.ts';

const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-first-run-'));
const environment = {
  ...process.env,
  NODE_ENV: 'development',
  DATABASE_URL: `file:${join(folder, 'test.db')}`,
  HOST: '127.0.0.1',
  PORT: '0',
  LOG_LEVEL: 'silent',
};
const running: ChildProcess[] = [];
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** `npm start`, until it has printed everything. */
async function start(): Promise<{
  readonly printed: string;
  readonly url: string;
  readonly stop: () => Promise<void>;
}> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], { env: environment });
  running.push(child);
  let printed = '';
  for await (const piece of child.stdout) {
    printed += String(piece);
    if (printed.includes('DEVELOPMENT KEYS')) break;
  }
  return {
    printed,
    url: /Console {4}(http:\S+)/.exec(printed)?.[1] ?? 'not printed',
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

const resetAdmin = (...args: readonly string[]) =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/reset-admin.ts', ...args], { env: environment });

it('prints a link that makes the first admin, another one at each start, and none once it was used', async () => {
  const first = await start();
  const lost = tokenOn(first.printed);
  expect(first.printed).toContain(`${first.url}/invitation?token=${lost}`);
  expect((await fetch(`${first.url}/invitation?token=${lost}`)).status).toBe(200);
  await first.stop();

  const second = await start();
  const token = tokenOn(second.printed);
  expect(token).not.toBe(lost);
  expect((await fetch(`${second.url}/invitation?token=${lost}`)).status).toBe(410);
  const form = await (await fetch(`${second.url}/invitation?token=${token}`)).text();
  const secret = secretOf(form.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '));
  const done = await fetch(`${second.url}/invitation`, {
    method: 'POST',
    headers: { origin: new URL(second.url).origin },
    body: new URLSearchParams({
      token,
      name: 'Quản trị',
      login: 'admin@trogiup.example',
      password: 'bốn con mèo ngủ trưa',
      again: 'bốn con mèo ngủ trưa',
      seed: /name="seed" value="([^"]+)"/.exec(form)?.[1] ?? '',
      code: new TOTP({ secret: Secret.fromBase32(secret) }).generate(),
    }),
  });
  expect(await done.text()).toContain('Cất mã dự phòng');

  // An operator whose admin lost everything, beside the running program.
  const reset = await resetAdmin('--login', 'Admin@TroGiup.example');
  const link = await fetch(`${second.url}/invitation?token=${tokenOn(reset.stdout)}`);
  expect(await link.text()).toContain('Đặt lại cách đăng nhập');
  await expect(resetAdmin('--login', 'khong-ai@trogiup.example')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Admins: admin@trogiup.example'),
  });
  await second.stop();

  const third = await start();
  expect(third.printed).toContain('Hỏi Quyền is running');
  expect(tokenOn(third.printed)).toBe('');
  await third.stop();
});

it('begins and promises nothing where the port is taken', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const file = join(folder, 'taken.db');
  const started = promisify(execFile)(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    env: { ...environment, DATABASE_URL: `file:${file}`, PORT: `${port}` },
  });
  await expect(started).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: `Port ${port} is in use. Set another PORT.\n`,
  });
  taken.close();
  const database = new Database(file, { readonly: true });
  // No link for a first admin was made that nobody has read, and one that was read before goes on holding.
  expect(database.prepare('select * from invitations').all()).toEqual([]);
  database.close();
});

it('says how the command for a lost admin is used', async () => {
  expect((await resetAdmin('--help')).stdout).toContain('npm run console:reset-admin -- --login EMAIL');
});
