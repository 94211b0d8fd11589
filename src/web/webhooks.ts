import { Hono } from 'hono';
import { AppError, type FaultKind } from '../base/errors.ts';
import type { Channel, IncomingMessage } from '../ports/channel.ts';
import type { Log } from '../ports/log.ts';

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
}

/** `POST /webhooks/<channel>`: "stored" is answered only when the messages are safe in the database. */
export function webhooks({ channels, receive, log }: WebhookNeeds) {
  const app = new Hono();
  for (const channel of channels.filter(({ name }) => name === 'telegram' || name === 'zalo')) {
    app.post(`/webhooks/${channel.name}`, async (c) => {
      await receive(channel, await channel.read(c.req.raw));
      return c.json({ message: 'stored' });
    });
  }
  app.onError((fault, c) => {
    log.fault('webhook call refused', fault, { path: c.req.path });
    return c.json({ message: 'not stored' }, fault instanceof AppError ? STATUS[fault.kind] : 500);
  });
  return app;
}
