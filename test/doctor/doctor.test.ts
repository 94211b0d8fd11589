import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createPlainServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChildBot } from '../../emulators/child-bot.ts';
import { TelegramPlatform } from '../../emulators/telegram-platform.ts';
import { checkLive, checkPort } from '../../scripts/doctor/check-live.ts';
import { examine } from '../../scripts/doctor/examine.ts';
import type { Finding } from '../../scripts/doctor/finding.ts';
import { ownKeys } from '../support/own-keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-doctor-whole-'));
const envFile = join(folder, '.env');
let telegram: TelegramPlatform;
let bot: ChildBot;
let address: string;
let environment: Record<string, string>;

beforeAll(async () => {
  telegram = await TelegramPlatform.start({ idleMs: 200 });
  environment = {
    NODE_ENV: 'production',
    ...ownKeys(),
    DATABASE_URL: `file:${join(folder, 'data', 'hoi-quyen.db')}`,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
  };
  writeFileSync(
    envFile,
    Object.entries(environment)
      .map(([name, value]) => `${name}="${value}"\n`)
      .join(''),
  );
  chmodSync(envFile, 0o600);
  bot = new ChildBot(environment);
  bot.start();
  address = await bot.address();
});
afterAll(async () => {
  await bot.end('SIGKILL');
  await telegram.stop();
  rmSync(folder, { recursive: true, force: true });
});

const verdictOf = (findings: readonly Finding[], check: string) =>
  findings.find((finding) => finding.check === check)?.verdict;

describe('a running deployment', () => {
  it('is looked over from settings to answers', async () => {
    const { port } = new URL(address);
    const findings = await examine({
      environment: { ...environment, PORT: port },
      fileNames: Object.keys(environment),
      envFile,
      live: address,
      now: () => new Date(),
    });
    // What a fresh one still lacks; everything else is as it should be.
    const lacks = findings.filter(({ verdict }) => verdict === 'mend').map(({ check }) => check);
    expect(lacks).toEqual(['admins', 'centres']);
    const good = [
      'settings',
      'keys',
      '.env',
      'clock',
      'database file',
      'data folder',
      'knowledge',
      'database',
      'tables',
    ];
    const live = ['Telegram', 'Telegram webhook', 'port', 'running', 'readiness', 'degraded', 'event loop'];
    for (const check of [...good, ...live]) expect([check, verdictOf(findings, check)]).toEqual([check, 'good']);
    expect(verdictOf(findings, 'door of telegram')).toBe('good');
  });

  it('never has its secrets shown, also where a platform quotes them', async () => {
    const { TELEGRAM_BOT_TOKEN: token = '', DATA_KEY = '', SESSION_SECRET = '' } = environment;
    const description = `unknown path /bot${token}/getMe ${DATA_KEY} ${SESSION_SECRET}`;
    telegram.failNext({ error: 500, description }, 'getMe');
    const findings = await examine({ environment, fileNames: [], envFile, live: undefined, now: () => new Date() });
    expect(findings).toContainEqual(
      expect.objectContaining({ check: 'Telegram', saw: expect.stringContaining('unknown path /bot[hidden]/getMe') }),
    );
    const shown = JSON.stringify(findings);
    for (const secret of [token, token.split(':')[1] ?? '', DATA_KEY, SESSION_SECRET]) {
      expect(shown).not.toContain(secret);
    }
  });

  it('does without the rest where the settings are wrong, and says so', async () => {
    const findings = await examine({
      environment: { ...environment, PORT: 'ba nghìn' },
      fileNames: [],
      envFile,
      live: undefined,
      now: () => new Date(),
    });
    expect(verdictOf(findings, 'settings')).toBe('mend');
    expect(verdictOf(findings, 'everything else')).toBe('not tried');
  });

  it('is told from another program at its port, and from nobody', async () => {
    const other = createServer((_, answer) => answer.end('chào')).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    expect(await checkPort('127.0.0.1', port)).toMatchObject({ verdict: 'mend' });
    expect(await checkLive(`http://127.0.0.1:${port}`)).toMatchObject([{ check: 'running', verdict: 'mend' }]);
    other.closeAllConnections();
    other.close();
    await once(other, 'close');
    expect(await checkPort('127.0.0.1', port)).toMatchObject({ verdict: 'look' });
    expect(await checkLive(`http://127.0.0.1:${port}`)).toMatchObject([{ check: 'running', verdict: 'mend' }]);
  });

  it('may be in trouble', async () => {
    const metrics = 'hoi_quyen_degraded 1\nnodejs_eventloop_lag_p99_seconds 0.9\n';
    const pages: Readonly<Record<string, [number, string]>> = {
      '/healthz': [200, '{"status":"ok"}'],
      '/readyz': [503, '{"status":"database cannot be written"}'],
      '/metrics': [200, metrics],
      '/webhooks/telegram': [200, 'thank you'],
    };
    const sick = createServer((call, answer) => {
      const [status, body] = pages[call.url ?? ''] ?? [404, ''];
      answer.writeHead(status).end(body);
    }).listen(0, '127.0.0.1');
    await once(sick, 'listening');
    const findings = await checkLive(`http://127.0.0.1:${(sick.address() as AddressInfo).port}`);
    expect(findings.map(({ check, verdict }) => `${check}: ${verdict}`)).toEqual([
      'running: good',
      'readiness: mend',
      'door of telegram: mend',
      'door of zalo: good',
      'degraded: mend',
      'event loop: look',
    ]);
    sick.closeAllConnections();
    sick.close();
  });

  it('may take calls and answer none', async () => {
    const silent = createPlainServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    expect(await checkPort('127.0.0.1', port)).toMatchObject({ verdict: 'mend' });
    silent.close();
  });
});

describe('npm run doctor', () => {
  const doctor = (...args: readonly string[]) =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/doctor.ts', ...args], {
      env: { PATH: process.env.PATH, ...environment },
    });

  it('ends with 1 where something must be mended, and tells it as JSON', async () => {
    const { code, stdout } = (await doctor('--json').catch((ended: { code: number; stdout: string }) => ended)) as {
      code: number;
      stdout: string;
    };
    const told = JSON.parse(stdout) as { findings: Finding[]; mend: number };
    expect([code, told.mend]).toEqual([1, told.findings.filter(({ verdict }) => verdict === 'mend').length]);
    expect(told.mend).toBeGreaterThan(0);
    expect(told.findings.filter(({ verdict, toDo }) => verdict === 'mend' && !toDo)).toEqual([]);
  });

  it('says how it is used, and what is wrong with an address', async () => {
    expect((await doctor('--help')).stdout).toContain('npm run doctor [-- --live URL] [--json]');
    await expect(doctor('--live', 'may-chu')).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--live needs an address'),
    });
  });
});
