import { Hono } from 'hono';
import { AppError, type FaultKind } from '../base/errors.ts';
import { StoreFault } from '../base/store-fault.ts';
import type { Channel, IncomingMessage } from '../ports/channel.ts';
import type { Log } from '../ports/log.ts';
import type { AddressLimits } from './address-limits.ts';

/** What a platform is told. Anything but a 2xx makes it deliver the call again. */
const STATUS: Readonly<Record<FaultKind, 400 | 401 | 404 | 409 | 503>> = {
  'invalid-input': 400,
  forbidden: 401,
  'not-found': 404,
  conflict: 409,
  unavailable: 503,
};

export interface WebhookNeeds {
  readonly channels: readonly Channel[];
  readonly receive: (channel: Channel, messages: readonly IncomingMessage[]) => Promise<void>;
  readonly log: Log;
  readonly limits: AddressLimits;
}

/** `POST /webhooks/<channel>`: "stored" is answered only when the messages are safe in the database. */
export function webhooks({ channels, receive, log, limits }: WebhookNeeds) {
  const app = new Hono();
  for (const channel of channels.filter(({ name }) => name === 'telegram' || name === 'zalo')) {
    app.post(`/webhooks/${channel.name}`, async (c) => {
      await receive(channel, await channel.read(c.req.raw));
      return c.json({ message: 'stored' });
    });
  }
  app.onError((fault, c) => {
    // Who guesses the secret fills no log. A call that carries it never comes here, whatever else its address sends.
    const waitS = fault instanceof AppError && fault.kind === 'forbidden' ? limits('webhook', c) : undefined;
    if (waitS !== undefined) return c.json({ message: 'not stored' }, 429, { 'retry-after': `${waitS}` });
    // Told once in the log when it begins, not for every message that comes meanwhile.
    if (!(fault instanceof StoreFault)) log.fault('webhook call refused', fault, { path: c.req.path });
    return c.json({ message: 'not stored' }, fault instanceof AppError ? STATUS[fault.kind] : 500);
  });
  return app;
}
