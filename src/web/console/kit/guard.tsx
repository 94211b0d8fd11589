import type { Context, MiddlewareHandler } from 'hono';
import type { Account, Role } from '../../../accounts/account.ts';
import type { SessionId } from '../../../base/ids.ts';
import { ConsolePage } from './console-page.tsx';
import { Notice } from './parts.tsx';
import type { OpenContext } from './route.ts';
import type { InBoth } from './words.ts';

/** Who makes a call, from its cookie; undefined where nobody is signed in with both factors. */
export type SignedIn = (c: Context) => Promise<{ readonly account: Account; readonly session: SessionId } | undefined>;

interface GuardWords {
  readonly signIn: string;
  readonly ended: string;
  readonly toSignIn: string;
  readonly forbidden: string;
  readonly notYours: string;
  readonly missing: string;
  readonly notHere: string;
}

const WORDS: InBoth<GuardWords> = {
  vi: {
    signIn: 'Cần đăng nhập',
    ended: 'Phiên đăng nhập đã hết nên chưa lưu được. Bạn đăng nhập ở thẻ khác, rồi quay lại đây và gửi lại.',
    toSignIn: 'Đăng nhập',
    forbidden: 'Không có quyền',
    notYours: 'Tài khoản của bạn không dùng được trang này. Cần dùng, bạn hỏi người quản trị.',
    missing: 'Không tìm thấy',
    notHere: 'Trang này không có, hoặc không thuộc phần việc của bạn.',
  },
  en: {
    signIn: 'Sign in first',
    ended: 'Your session has ended, so nothing was saved. Sign in in another tab, come back here and send again.',
    toSignIn: 'Sign in',
    forbidden: 'Not allowed',
    notYours: 'Your account cannot use this page. If you need it, ask the admin.',
    missing: 'Not found',
    notHere: 'There is no such page, or it is not part of your work.',
  },
};

/** Lets through who is signed in with one of the roles; everybody else learns only that they are not. */
export function guard(may: readonly Role[]): MiddlewareHandler {
  return async (c, next) => {
    const { account, language } = c.get('shell');
    const words = WORDS[language as 'vi' | 'en'];
    if (!account) {
      if (c.req.method === 'GET') {
        return c.redirect(`/console/sign-in?next=${encodeURIComponent(pathOf(c))}`, 303);
      }
      return c.html(
        <ConsolePage shell={c.get('shell')} title={words.signIn}>
          <Notice kind="fault">{words.ended}</Notice>
          <p>
            <a href="/console/sign-in" target="_blank" rel="noreferrer">
              {words.toSignIn}
            </a>
          </p>
        </ConsolePage>,
        401,
      );
    }
    if (!may.includes(account.role)) {
      return c.html(
        <ConsolePage shell={c.get('shell')} title={words.forbidden}>
          <Notice kind="fault">{words.notYours}</Notice>
        </ConsolePage>,
        403,
      );
    }
    await next();
    return undefined;
  };
}

/** The same answer for what does not exist and for what belongs to another centre. */
export function notFound(c: OpenContext | Context): Response | Promise<Response> {
  const shell = (c as OpenContext).get('shell');
  const words = WORDS[shell.language];
  return c.html(
    <ConsolePage shell={shell} title={words.missing}>
      <Notice kind="warning">{words.notHere}</Notice>
      <p>
        <a href="/console">Hỏi Quyền</a>
      </p>
    </ConsolePage>,
    404,
  );
}

function pathOf(c: Context): string {
  const { pathname, search } = new URL(c.req.url);
  return `${pathname}${search}`;
}
