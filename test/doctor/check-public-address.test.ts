import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer as createPlainServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPublicAddress, judgeCertificate, judgeSilence } from '../../scripts/doctor/check-public-address.ts';

const NOW = new Date('2026-11-29T03:00:00Z');
const DAY_MS = 24 * 60 * 60_000;
const inDays = (days: number) => new Date(NOW.getTime() + days * DAY_MS);

describe('a certificate', () => {
  it.each([
    ['is good for long', { validTo: inDays(60), doubt: undefined }, 'good'],
    ['was not renewed', { validTo: inDays(10), doubt: undefined }, 'look'],
    ['ends the day after tomorrow', { validTo: inDays(2), doubt: undefined }, 'mend'],
    ['ended', { validTo: inDays(-1), doubt: 'CERT_HAS_EXPIRED' }, 'mend'],
    ['is nobody’s', { validTo: inDays(60), doubt: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'mend'],
  ])('%s', (_, seen, verdict) => {
    expect(judgeCertificate(seen, NOW).verdict).toBe(verdict);
  });
});

describe('the public address', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-cert-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const server = createServer();
  beforeAll(async () => {
    const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30', '-subj', '/CN=localhost'];
    execFileSync('openssl', [...made, '-keyout', key, '-out', cert], { stdio: 'ignore' });
    server.setSecureContext({ key: readFileSync(key), cert: readFileSync(cert) });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const urlOf = (address: AddressInfo) => `https://localhost:${address.port}`;

  it('is not set', async () => {
    expect(await checkPublicAddress(undefined, NOW)).toMatchObject([{ verdict: 'not tried' }]);
  });

  it('shows a certificate that no messenger believes', async () => {
    const findings = await checkPublicAddress(urlOf(server.address() as AddressInfo), new Date());
    expect(findings).toMatchObject([
      { check: 'certificate', verdict: 'mend', saw: 'is not believed: DEPTH_ZERO_SELF_SIGNED_CERT' },
    ]);
  });

  it('has nobody behind it, or somebody who speaks no TLS', async () => {
    const plain = createPlainServer((socket) =>
      socket
        .on('error', () => {})
        .resume()
        .end('HTTP/1.1 400 Bad Request\r\n\r\n'),
    ).listen(0, '127.0.0.1');
    await once(plain, 'listening');
    const url = urlOf(plain.address() as AddressInfo);
    expect(await checkPublicAddress(url, NOW)).toMatchObject([{ check: 'PUBLIC_URL', verdict: 'mend' }]);
    plain.close();
    await once(plain, 'close');
    expect(await checkPublicAddress(url, NOW)).toMatchObject([
      { check: 'PUBLIC_URL', verdict: 'mend', saw: expect.stringContaining('ECONNREFUSED') },
    ]);
  });

  it.each(['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'TIMEOUT'])(
    'cannot be reached from here (%s), which is said aloud',
    (code) => {
      expect(judgeSilence('hoiquyen.example.vn', code)).toMatchObject({
        verdict: 'not tried',
        saw: `NOT TRIED: hoiquyen.example.vn cannot be reached from here (${code}); look from outside`,
      });
    },
  );
});
