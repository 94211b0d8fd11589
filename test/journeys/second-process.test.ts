import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi as vitest } from 'vitest';
import { ChildBot } from '../../emulators/child-bot.ts';
import { ZaloPlatform } from '../../emulators/zalo-platform.ts';
import { makeLog } from '../../src/log.ts';
import { settingsFrom } from '../../src/settings.ts';
import { idMaker } from '../../src/store/new-id.ts';
import { openStore } from '../../src/wiring/open-store.ts';
import { hasPostgres, PostgresServer } from '../support/postgres-server.ts';
import { WITHOUT_LIMITS } from '../support/without-limits.ts';

const SECRET = 'bi-mat-cua-webhook-0123456789';
const WAITS = 'another process answers and sends on this database; waiting for it to end';

describe.each([
  { kind: 'SQLite', there: true },
  { kind: 'PostgreSQL', there: hasPostgres },
])('Hai máy chủ trên một cơ sở dữ liệu $kind', ({ kind, there }) => {
  let folder: string;
  let server: PostgresServer | undefined;
  let zalo: ZaloPlatform;
  let url: string;
  const children: ChildBot[] = [];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-second-'));
    if (kind === 'PostgreSQL' && there) server = await PostgresServer.start();
    url = server?.url('postgres') ?? `file:${join(folder, 'hoi-quyen.db')}`;
    zalo = await ZaloPlatform.start();
  });
  afterEach(async () => {
    for (const child of children.splice(0)) await child.end('SIGKILL');
    await zalo?.stop();
    server?.stop();
    server = undefined;
    rmSync(folder, { recursive: true, force: true });
  });

  function started(): ChildBot {
    const child = new ChildBot({
      NODE_ENV: 'development',
      LOG_LEVEL: 'warn',
      DATABASE_URL: url,
      ZALO_BOT_TOKEN: zalo.token,
      ZALO_API_ROOT: zalo.apiRoot,
      ZALO_UPDATES: 'webhook',
      ZALO_WEBHOOK_SECRET: SECRET,
      ...WITHOUT_LIMITS,
    });
    children.push(child);
    child.start();
    return child;
  }

  async function asks(child: ChildBot, from: string): Promise<void> {
    const answer = await fetch(`${await child.address()}/webhooks/zalo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-bot-api-secret-token': SECRET },
      body: JSON.stringify(zalo.textFrom(from, 'cty nợ lương 2 tháng')),
    });
    expect(answer.status).toBe(200);
  }

  it.skipIf(!there)(
    'máy thứ hai không trả lời ai khi máy thứ nhất còn chạy, rồi nhận việc ngay khi máy ấy dừng hoặc chết',
    async () => {
      const first = started();
      await asks(first, 'lan');
      const second = started();
      await vitest.waitFor(() => expect(second.log.join()).toContain(WAITS), { timeout: 60_000, interval: 50 });
      await zalo.hasSent(1);
      expect(await first.end('SIGTERM')).toEqual({ code: 0, signal: null });
      await asks(second, 'mai');
      await vitest.waitFor(() => expect(zalo.sent.some(({ chatId }) => chatId === 'mai')).toBe(true), 60_000);

      const third = started();
      await vitest.waitFor(() => expect(third.log.join()).toContain(WAITS), { timeout: 60_000, interval: 50 });
      await second.end('SIGKILL');
      await asks(third, 'hung');
      await vitest.waitFor(() => expect(zalo.sent.some(({ chatId }) => chatId === 'hung')).toBe(true), 60_000);
    },
    120_000,
  );

  it.skipIf(!there)(
    'máy thứ hai nói rõ vì sao nó không khởi động, nếu máy thứ nhất không dừng',
    async () => {
      await started().address();
      const opening = openStore({
        settings: settingsFrom({ NODE_ENV: 'development', DATABASE_URL: url }),
        newId: idMaker(() => new Date()),
        now: () => new Date(),
        log: makeLog({ level: 'silent', secrets: [] }),
        onMended: () => {},
        handOverMs: 0,
      });
      await expect(opening).rejects.toMatchObject({
        kind: 'conflict',
        message: expect.stringMatching(/^Another process answers and sends on this database\. Only one may/),
      });
    },
    60_000,
  );
});
