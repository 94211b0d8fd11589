import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { secureHeaders } from 'hono/secure-headers';
import { StoreFault, type StoreTrouble } from '../base/store-fault.ts';
import type { AnswersFromMemory } from '../flow/degraded/answers-from-memory.ts';
import type { Channel, IncomingMessage } from '../ports/channel.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import { addressLimits } from './address-limits.ts';
import { assets } from './assets.ts';
import { chatRoutes } from './chat/chat-routes.tsx';
import type { GuardedVariables } from './console/kit/route.ts';
import { health } from './health.ts';
import { NoticePage } from './layout/notice-page.tsx';
import type { Metrics } from './metrics.ts';
import { ownForms } from './own-forms.ts';
import { webhooks } from './webhooks.ts';

export interface WebNeeds {
  readonly publicUrl: string | undefined;
  readonly channels: readonly Channel[];
  readonly store: Store;
  readonly receive: (channel: Channel, messages: readonly IncomingMessage[]) => Promise<void>;
  /** Everything that is kept of a session of the web chat, as text. */
  readonly ownData: (of: string | undefined) => Promise<string>;
  readonly metrics: Metrics;
  /** What stands below `/console`. */
  readonly console: Hono<{ Variables: GuardedVariables }>;
  readonly log: Log;
  readonly newId: () => string;
  readonly now: () => Date;
  /** How many of our proxies stand in front. */
  readonly proxies: number;
  /** Messages of the web chat that are taken from one network address in a minute. */
  readonly perMinute: number;
  /** What people are told while the database cannot be used. */
  readonly fromMemory: Pick<AnswersFromMemory, 'to' | 'notice'>;
  /** What is wrong with the database; undefined while it works. */
  readonly trouble: () => StoreTrouble | undefined;
}

/** Larger than any body that a messenger or our own form sends. */
const LARGEST_BODY_BYTES = 1024 * 1024;
/** Where files with official texts are handed in, and the largest of them with what a form adds. */
const UPLOAD_PATH = '/console/law/upload';
const LARGEST_UPLOAD_BYTES = 51 * 1024 * 1024;

/** Everything over HTTP (contracts §5), behind the headers that keep a page to itself. */
export function webApp(needs: WebNeeds): Hono {
  const { publicUrl, channels, store, receive, ownData, metrics, console, log, newId, now } = needs;
  const limits = addressLimits({ ...needs, onLimited: (what) => metrics.limited(what) });
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
      // Nothing is told to other sites. Not `no-referrer`: with it a browser hides the origin of our own forms too.
      referrerPolicy: 'same-origin',
      permissionsPolicy: { camera: [], geolocation: [], microphone: [] },
      // Only where the service is reached by https; a trial on localhost must not teach the browser otherwise.
      strictTransportSecurity: publicUrl !== undefined,
    }),
  );
  const uploads = bodyLimit({
    maxSize: LARGEST_UPLOAD_BYTES,
    onError: (c) =>
      c.html(
        <NoticePage heading="Tệp lớn quá">
          <p>Tệp lớn hơn 50 MB nên không nhận được. Bạn chia nhỏ, hoặc dùng tệp có chữ thay cho ảnh quét.</p>
        </NoticePage>,
        413,
      ),
  });
  const others = bodyLimit({
    maxSize: LARGEST_BODY_BYTES,
    onError: (c) =>
      c.req.path.startsWith('/webhooks/')
        ? c.text(`Body larger than ${LARGEST_BODY_BYTES} bytes`, 413)
        : c.html(
            <NoticePage heading="Tin dài quá">
              <p>Tin này dài quá nên tôi không nhận được. Bạn chia thành vài tin ngắn rồi gửi lần lượt giúp tôi.</p>
              <p>Việc gấp: gọi 113 (công an), 115 (cấp cứu), 111 (trẻ em).</p>
            </NoticePage>,
            413,
          ),
  });
  app.use((c, next) => (c.req.path === UPLOAD_PATH ? uploads : others)(c, next));
  app.route('/', webhooks({ channels, receive, log, limits }));
  app.route('/', health({ store, metrics, proxies: needs.proxies }));
  // What comes above is short and read by programs.
  app.use(compress());
  app.route('/', assets());
  app.route('/', console);

  const pages = new Hono();
  pages.use(
    ownForms(publicUrl, (c) =>
      c.html(
        <NoticePage heading="Tin chưa gửi được">
          <p>Tin này không đến từ trang của Hỏi Quyền nên tôi không nhận. Bạn mở lại trang hỏi rồi gửi lại giúp tôi.</p>
        </NoticePage>,
        403,
      ),
    ),
  );
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
        ownData,
        // Trouble of the database is told once in the log, not for every message.
        report: (fault) => {
          if (!(fault instanceof StoreFault)) log.fault('message not stored', fault, { channel: 'web' });
        },
        fromMemory: needs.fromMemory,
        trouble: needs.trouble,
        limits,
        newId,
        newSession: () => randomBytes(24).toString('base64url'),
        secure: publicUrl !== undefined,
      }),
    );
  }
  app.route('/', pages);

  app.notFound((c) =>
    c.html(
      <NoticePage heading="Không tìm thấy trang này">
        <p>Có thể địa chỉ bị gõ nhầm.</p>
      </NoticePage>,
      404,
    ),
  );
  app.onError((fault, c) => {
    if ('getResponse' in fault && typeof fault.getResponse === 'function') return fault.getResponse() as Response;
    if (fault instanceof StoreFault) {
      return c.html(
        <NoticePage heading="Hệ thống đang trục trặc">
          <p>Tôi tạm chưa mở được trang này. Bạn thử lại sau ít phút.</p>
        </NoticePage>,
        503,
      );
    }
    const reference = newId();
    log.fault('page failed', fault, { path: c.req.path, reference });
    return c.html(
      <NoticePage heading="Hệ thống đang trục trặc">
        <p>Bạn thử lại sau ít phút. Nếu vẫn vậy, bạn báo giúp mã này: {reference}.</p>
      </NoticePage>,
      500,
    );
  });
  return app;
}
