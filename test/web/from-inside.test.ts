import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningApp, runApp } from './running-app.ts';

const PUBLIC = '203.0.113.7';
const apps: RunningApp[] = [];
let byProxies: readonly RunningApp[] = [];
beforeAll(async () => {
  for (const proxies of ['0', '1', '2'])
    apps.push(await runApp({ PUBLIC_URL: 'https://hoi-quyen.example', TRUST_PROXY: proxies }));
  byProxies = apps;
});
afterAll(() => Promise.all(apps.map((app) => app.stop())));

/** @param from Address of the connection. */
async function metrics(proxies: number, from: string, headers: Readonly<Record<string, string>> = {}): Promise<number> {
  const call = new Request('http://localhost/metrics', { headers });
  const response = await byProxies[proxies]?.web.fetch(call, { incoming: { socket: { remoteAddress: from } } });
  return response?.status ?? 0;
}

describe('numbers of the service are read', () => {
  it.each([
    ['on the machine itself', 0, '127.0.0.1', {}],
    ['on the machine itself, by IPv6', 0, '::1', {}],
    ['as IPv4 is written in IPv6', 0, '::ffff:10.1.2.3', {}],
    ['from the network of the containers', 0, '172.18.0.5', {}],
    ['past the proxy, from its network', 1, '10.0.0.9', {}],
    ['through our proxy, by somebody in our network', 1, '10.0.0.2', { 'x-forwarded-for': '192.168.1.20' }],
    [
      'through both proxies, by somebody in our network',
      2,
      '10.0.0.2',
      { 'x-forwarded-for': '192.168.1.20, 10.0.0.1' },
    ],
  ] as const)('%s', async (_, proxies, from, headers) => expect(await metrics(proxies, from, headers)).toBe(200));
});

describe('and not', () => {
  it.each<[string, number, string, Readonly<Record<string, string>>]>([
    ['from the internet', 0, PUBLIC, {}],
    ['from the internet by IPv6', 0, '2001:db8::7', {}],
    ['from the internet through our proxy', 1, '10.0.0.2', { 'x-forwarded-for': PUBLIC }],
    ['by who writes an address of ours in front', 1, '10.0.0.2', { 'x-forwarded-for': `127.0.0.1, ${PUBLIC}` }],
    ['by who comes past the outer of two proxies', 2, '10.0.0.2', { 'x-forwarded-for': PUBLIC }],
    ['by who writes too many addresses', 2, '10.0.0.2', { 'x-forwarded-for': '127.0.0.1, 10.0.0.1, 10.0.0.3' }],
    ['through a proxy that nobody told us of', 0, '127.0.0.1', { 'x-forwarded-for': PUBLIC }],
    ['through such a proxy, by who claims to be inside', 0, '127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }],
    ['through a proxy that speaks otherwise', 0, '127.0.0.1', { forwarded: `for=${PUBLIC}` }],
    ['through a proxy with one name only', 0, '127.0.0.1', { 'x-real-ip': PUBLIC }],
    ['by who claims something that is no address', 1, '10.0.0.2', { 'x-forwarded-for': 'localhost' }],
  ])('%s', async (_, proxies, from, headers) => expect(await metrics(proxies, from, headers)).toBe(404));

  it('in another way than a page that there is not', async () => {
    const env = { incoming: { socket: { remoteAddress: PUBLIC } } };
    const ask = async (path: string) => byProxies[0]?.web.fetch(new Request(`http://localhost${path}`), env);
    const [kept, missing] = [await ask('/metrics'), await ask('/metrik')];
    expect(await kept?.text()).toBe(await missing?.text());
    expect(kept?.status).toBe(missing?.status);
  });
});
