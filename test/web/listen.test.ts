import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { Hono } from 'hono';
import { afterEach, describe, expect, it } from 'vitest';
import { CONNECTION_LIMITS, type ConnectionLimits, listen } from '../../src/web/listen.ts';

const QUICK: ConnectionLimits = { ...CONNECTION_LIMITS, headersMs: 100, requestMs: 200, lookEveryMs: 20 };

let server: ReturnType<typeof listen> | undefined;
let port = 0;
const sockets: Socket[] = [];

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  server = undefined;
});

async function start(limits: ConnectionLimits): Promise<void> {
  const app = new Hono()
    .post('/', async (c) => c.text(`${(await c.req.text()).length} letters`))
    .onError((_, c) => c.text('broken off', 400));
  port = await new Promise<number>((resolve) => {
    server = listen({ app, port: 0, host: '127.0.0.1', limits, onListening: resolve });
  });
}

/** A connection; what is sent on it comes as slowly as the test wants. */
async function opened(): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  sockets.push(socket);
  await once(socket, 'connect');
  return socket;
}

describe('a connection', () => {
  it('that sends its request is answered', async () => {
    await start(QUICK);
    const socket = await opened();
    socket.write('POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 4\r\n\r\nchao');
    expect(await text(socket)).toContain('4 letters');
  });

  it('that never ends its headers is closed', async () => {
    await start(QUICK);
    const socket = await opened();
    socket.write('POST / HTTP/1.1\r\nhost: x\r\n');
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('that never ends its body is closed', async () => {
    await start(QUICK);
    const socket = await opened();
    socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\nchao');
    expect(await text(socket)).not.toContain('letters');
  });

  it('beyond the most that are held is turned away, and does not keep the others from being answered', async () => {
    await start({ ...QUICK, headersMs: 60_000, requestMs: 60_000, connections: 1 });
    const first = await opened();
    const second = await opened();
    expect(await text(second).catch(() => '')).toBe('');
    first.write('POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 4\r\n\r\nchao');
    expect(await text(first)).toContain('4 letters');
  });
});
