import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkClock, checkNode, judgeClock } from '../../scripts/doctor/check-machine.ts';

const NOW = new Date('2026-11-29T03:00:00Z');
const MINUTE_MS = 60_000;

describe('checkNode', () => {
  it.each([
    ['v18.20.0', 'mend'],
    ['v20.18.3', 'mend'],
    ['v20.19.0', 'look'],
    ['v21.7.0', 'mend'],
    ['v22.12.0', 'mend'],
    ['v22.13.0', 'good'],
    ['v23.11.0', 'mend'],
    ['v24.0.0', 'good'],
    ['v26.1.0', 'good'],
  ])('%s in November 2026: %s', (version, verdict) => {
    expect(checkNode(version, NOW).verdict).toBe(verdict);
  });

  it('knew no better while Node 20 was still mended', () => {
    expect(checkNode('v20.19.0', new Date('2026-04-30T00:00:00Z')).verdict).toBe('good');
  });
});

describe('the clock', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-clock-'));
  let platform: Server;
  let root: string;
  beforeAll(async () => {
    platform = createServer((_, answer) => answer.end()).listen(0, '127.0.0.1');
    await once(platform, 'listening');
    root = `http://127.0.0.1:${(platform.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    platform.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is compared with that of a platform', async () => {
    expect(await checkClock([root], () => new Date())).toMatchObject({ verdict: 'good' });
    const late = () => new Date(Date.now() - 3 * MINUTE_MS);
    expect(await checkClock([root], late)).toMatchObject({ check: 'clock', verdict: 'mend' });
  });

  it('is compared with the next platform where one does not answer', async () => {
    const late = () => new Date(Date.now() + 3 * MINUTE_MS);
    expect(await checkClock(['http://127.0.0.1:1', root], late)).toMatchObject({
      verdict: 'mend',
      saw: expect.stringContaining(new URL(root).host),
    });
  });

  it('may be some seconds wrong, in either direction', () => {
    const verdicts = [-25_000, -15_000, 0, 15_000, 25_000].map(
      (wrong) => judgeClock(new Date(NOW.getTime() + wrong), NOW, 'Telegram').verdict,
    );
    expect(verdicts).toEqual(['mend', 'good', 'good', 'good', 'mend']);
  });

  it.each([
    ['yes', 'good'],
    ['no', 'mend'],
    [undefined, 'not tried'],
  ])('is told by the system where no platform answers: %s', async (told, verdict) => {
    const command = join(folder, `timedatectl-${told}`);
    if (told) writeFileSync(command, `#!/bin/sh\necho ${told}\n`, { mode: 0o755 });
    expect((await checkClock(['http://127.0.0.1:1'], () => new Date(), command)).verdict).toBe(verdict);
  });
});
