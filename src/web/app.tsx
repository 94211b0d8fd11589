import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import type { Channel, IncomingMessage } from '../ports/channel.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import { assets } from './assets.ts';
import { chatRoutes } from './chat/chat-routes.tsx';
import { ConsolePage } from './console/console-page.tsx';
import { health } from './health.ts';
import { Page } from './layout/page.tsx';
import type { Metrics } from './metrics.ts';
import { webhooks } from './webhooks.ts';

export interface WebNeeds {
  readonly publicUrl: string | undefined;
  readonly channels: readonly Channel[];
  readonly store: Store;
  readonly receive: (channel: Channel, messages: readonly IncomingMessage[]) => Promise<void>;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly newId: () => string;
  readonly now: () => Date;
}

/** Larger than any body that a messenger or our own form sends. */
const LARGEST_BODY_BYTES = 1024 * 1024;

/** Everything over HTTP (contracts §5), behind the headers that keep a page to itself. */
export function webApp({ publicUrl, channels, store, receive, metrics, log, newId, now }: WebNeeds): Hono {
  const app = new Hono();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      xFrameOptions: 'DENY',
      referrerPolicy: 'no-referrer',
      // Only where the service is reached by https; a trial on localhost must not teach the browser otherwise.
      strictTransportSecurity: publicUrl !== undefined,
    }),
  );
  app.use(
    bodyLimit({
      maxSize: LARGEST_BODY_BYTES,
      onError: (c) => c.text(`Body larger than ${LARGEST_BODY_BYTES} bytes`, 413),
    }),
  );
  app.route('/', webhooks({ channels, receive, log }));
  app.route('/', health({ store, metrics }));
  app.route('/', assets());

  const pages = new Hono();
  pages.use(csrf());
  pages.use(async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
  });
  const web = channels.find(({ name }) => name === 'web');
  if (web) {
    pages.route(
      '/',
      chatRoutes({
        store,
        receive: (from, externalId, heard) =>
          receive(web, [{ externalId, from, heard, sentAt: now(), inGroup: false }]),
        newId,
        newSession: () => randomBytes(24).toString('base64url'),
        secure: publicUrl !== undefined,
      }),
    );
  }
  pages.get('/console', async (c) => {
    const { openReferrals, linkedCentres } = await store.transaction(async ({ tickets, staffGroups }) => ({
      openReferrals: await tickets.countOpen(),
      linkedCentres: (await staffGroups.linkedProvinces()).length,
    }));
    return c.html(
      <ConsolePage on={channels.map(({ name }) => name)} openReferrals={openReferrals} linkedCentres={linkedCentres} />,
    );
  });
  app.route('/', pages);

  app.notFound((c) =>
    c.html(
      <Page title="Không tìm thấy – Hỏi Quyền">
        <main id="noi-dung">
          <h1>Không tìm thấy trang này</h1>
          <p>
            <a href="/">Về trang hỏi</a>. Nguy hiểm thì gọi ngay 113, 115, 111.
          </p>
        </main>
      </Page>,
      404,
    ),
  );
  app.onError((fault, c) => {
    if ('getResponse' in fault && typeof fault.getResponse === 'function') return fault.getResponse() as Response;
    const reference = newId();
    log.fault('page failed', fault, { path: c.req.path, reference });
    return c.html(
      <Page title="Trục trặc – Hỏi Quyền">
        <main id="noi-dung">
          <h1>Hệ thống đang trục trặc</h1>
          <p>
            Bạn thử lại sau ít phút. Nguy hiểm thì gọi ngay 113 (công an), 115 (cấp cứu), 111 (trẻ em). Mã tra cứu:{' '}
            {reference}.
          </p>
        </main>
      </Page>,
      500,
    );
  });
  return app;
}
