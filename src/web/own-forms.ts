import type { Context, MiddlewareHandler } from 'hono';

/**
 * Lets only our own pages post to us. Browsers say where a post comes from (`Sec-Fetch-Site`, in older ones `Origin`);
 * a call that says neither does not come from a browser that could have been led here with somebody's cookie.
 *
 * @param publicUrl Where people reach us, when a proxy stands in between and our own address is another.
 * @param refuse What the person reads.
 */
export function ownForms(
  publicUrl: string | undefined,
  refuse: (c: Context) => Response | Promise<Response>,
): MiddlewareHandler {
  const publicOrigin = publicUrl && new URL(publicUrl).origin;
  return async (c, next) => {
    const site = c.req.header('sec-fetch-site');
    const origin = c.req.header('origin');
    const isOwn =
      c.req.method === 'GET' ||
      c.req.method === 'HEAD' ||
      (site === undefined
        ? origin === undefined || origin === new URL(c.req.url).origin || origin === publicOrigin
        : site === 'same-origin' || site === 'none');
    if (!isOwn) return refuse(c);
    await next();
    return undefined;
  };
}
