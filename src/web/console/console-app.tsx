import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { z } from 'zod';
import { type Account, LANGUAGES, type Language } from '../../accounts/account.ts';
import { ConsolePage } from './kit/console-page.tsx';
import { guard, notFound, type SignedIn } from './kit/guard.tsx';
import { startOf } from './kit/navigation.ts';
import { Notice } from './kit/parts.tsx';
import { type ConsoleContext, type ConsoleRoute, EVERY_ROLE, type GuardedVariables } from './kit/route.ts';
import type { Shell } from './kit/shell.ts';

export interface ConsoleAppNeeds {
  /** Every page of every area. */
  readonly routes: readonly ConsoleRoute[];
  readonly signedIn: SignedIn;
  /** Where people reach us, when a proxy stands in between and our own address is another. */
  readonly publicUrl: string | undefined;
  /** Name of a centre, for the frame. */
  readonly centreName: (province: string) => string;
  /** What waits for somebody, by the path of the page where it waits. */
  readonly waiting: (account: Account) => Promise<ReadonlyMap<string, number>>;
  /** What everybody must know now. */
  readonly banners: (language: Language) => readonly string[];
  /** Remembers the language with the account. */
  readonly keepLanguage: (account: Account, language: Language) => Promise<void>;
  /** Told of a fault; gives the reference that the page names. */
  readonly report: (fault: unknown, path: string) => string;
}

const LANGUAGE_COOKIE = 'hq_language';
const LanguageForm = z.object({ language: z.enum(LANGUAGES), back: z.string().regex(/^\/console(?:[/?][^\\]*)?$/) });

/**
 * The console below `/console`: nothing but the routes of the tables, each behind its guard, and in front of all the check
 * that a form comes from our own pages.
 */
export function consoleApp(needs: ConsoleAppNeeds) {
  const app = new Hono<{ Variables: GuardedVariables }>();
  app.use('/console/*', async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
  });
  app.use('/console/*', async (c, next) => {
    const known = await needs.signedIn(c);
    const cookie = LANGUAGES.find((one) => one === getCookie(c, LANGUAGE_COOKIE));
    const language = known?.account.language ?? cookie ?? 'vi';
    const { pathname, search } = new URL(c.req.url);
    const isPage = c.req.header('hx-request') !== 'true' && c.req.method === 'GET';
    const shell: Shell = {
      language,
      account: known?.account,
      centre: known?.account.province === undefined ? undefined : needs.centreName(known.account.province),
      waiting: known && isPage ? await needs.waiting(known.account) : new Map(),
      banners: needs.banners(language),
      here: c.req.method === 'GET' ? `${pathname}${search}` : '/console',
    };
    c.set('language', language);
    c.set('shell', shell);
    if (known) {
      c.set('account', known.account);
      c.set('session', known.session);
    }
    await next();
  });
  const publicOrigin = needs.publicUrl && new URL(needs.publicUrl).origin;
  app.use(
    '/console/*',
    csrf({ origin: (origin, c) => origin === publicOrigin || origin === new URL(c.req.url).origin }),
  );

  const own: readonly ConsoleRoute[] = [
    { method: 'GET', path: '', may: EVERY_ROLE, handle: (c) => c.redirect(startOf(c.get('account').role), 303) },
    {
      method: 'POST',
      path: '/language',
      may: 'anyone',
      handle: async (c) => {
        const form = LanguageForm.safeParse(await c.req.parseBody());
        if (!form.success) return notFound(c);
        const { account } = c.get('shell');
        if (account) await needs.keepLanguage(account, form.data.language);
        setCookie(c, LANGUAGE_COOKIE, form.data.language, {
          path: '/console',
          httpOnly: true,
          sameSite: 'Lax',
          maxAge: 365 * 24 * 3600,
          secure: needs.publicUrl !== undefined,
        });
        return c.redirect(form.data.back, 303);
      },
    },
  ];
  for (const route of [...own, ...needs.routes]) {
    const path = `/console${route.path}`;
    if (route.may === 'anyone') app.on(route.method, path, readableForm, (c) => route.handle(c as never));
    else {
      const handle = (c: Context) => route.handle(c as unknown as ConsoleContext);
      app.on(route.method, path, guard(route.may), readableForm, handle);
    }
  }
  app.all('/console/*', guard(EVERY_ROLE), (c) => notFound(c));
  app.onError((fault, c) => {
    if ('getResponse' in fault && typeof fault.getResponse === 'function') {
      const response = fault.getResponse() as Response;
      if (response.status !== 403) return response;
      return c.html(<CrossSite shell={c.get('shell')} />, 403);
    }
    const reference = needs.report(fault, c.req.path);
    return c.html(<Trouble shell={c.get('shell')} reference={reference} />, 500);
  });
  return app;
}

/** What calls itself a form and is none (broken off, or another boundary) is refused before anything is done. */
const readableForm: MiddlewareHandler<{ Variables: GuardedVariables }> = async (c, next) => {
  const readable = c.req.method !== 'POST' || (await c.req.parseBody().then(Boolean, () => false));
  if (!readable) return c.html(<Unreadable shell={c.get('shell')} />, 400);
  await next();
  return undefined;
};

function Unreadable({ shell }: { readonly shell: Shell }) {
  const vi = shell.language === 'vi';
  return (
    <ConsolePage shell={shell} title={vi ? 'Chưa gửi được' : 'Not sent'}>
      <Notice kind="fault">
        {vi
          ? 'Biểu mẫu tới nơi không trọn vẹn nên chưa làm gì. Bạn quay lại trang trước rồi gửi lại.'
          : 'The form did not arrive whole, so nothing was done. Go back and send it again.'}
      </Notice>
    </ConsolePage>
  );
}

function CrossSite({ shell }: { readonly shell: Shell }) {
  const vi = shell.language === 'vi';
  return (
    <ConsolePage shell={shell} title={vi ? 'Chưa gửi được' : 'Not sent'}>
      <Notice kind="fault">
        {vi
          ? 'Tin này không đến từ trang quản lý nên không được nhận. Bạn mở lại trang rồi gửi lại.'
          : 'This did not come from a page of the console and was not taken. Open the page again and send it again.'}
      </Notice>
    </ConsolePage>
  );
}

function Trouble({ shell, reference }: { readonly shell: Shell; readonly reference: string }) {
  const vi = shell.language === 'vi';
  return (
    <ConsolePage shell={shell} title={vi ? 'Hệ thống đang trục trặc' : 'Something is broken'}>
      <Notice kind="fault">
        {vi
          ? `Việc vừa rồi chưa làm được. Bạn thử lại sau ít phút; nếu vẫn vậy, báo mã này: ${reference}.`
          : `That was not done. Try again in some minutes; if it stays so, report this code: ${reference}.`}
      </Notice>
    </ConsolePage>
  );
}
