import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { checkLive } from '../../scripts/doctor/check-live.ts';

/** What the doctor says of a program whose `/metrics` hold this, by check. */
async function seenWith(metrics: string): Promise<Readonly<Record<string, string>>> {
  const pages: Readonly<Record<string, string>> = {
    '/healthz': '{"status":"ok"}',
    '/readyz': '{}',
    '/metrics': metrics,
  };
  const server = createServer(({ url = '' }, answer) => {
    answer.writeHead(pages[url] === undefined ? 404 : 200).end(pages[url]);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const findings = await checkLive(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    return Object.fromEntries(findings.map(({ check, verdict, saw }) => [check, `${verdict}: ${saw}`]));
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

it('says what the program tells of itself', async () => {
  expect(
    await seenWith('hoi_quyen_degraded 0\nnodejs_eventloop_lag_p99_seconds{app="hoi-quyen"} 0.012\n'),
  ).toMatchObject({ degraded: 'good: no', 'event loop': 'good: keeps up (12 ms)' });
  expect(await seenWith('hoi_quyen_degraded 1\nnodejs_eventloop_lag_p99_seconds 0.8\n')).toMatchObject({
    degraded: expect.stringMatching(/^mend: people get hotlines/),
    'event loop': 'look: one in a hundred waits 1 seconds',
  });
});

it('takes no number for no good news', async () => {
  expect(await seenWith('hoi_quyen_open_referrals 3\n')).toMatchObject({
    degraded: 'not tried: NOT TRIED: /metrics does not tell hoi_quyen_degraded',
    'event loop': 'not tried: NOT TRIED: /metrics does not tell nodejs_eventloop_lag_p99_seconds',
  });
});
