import type { Context } from 'hono';

/** What the Node server hands over with a call. */
interface NodeCall {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
}

/**
 * The address that a call comes from. `X-Forwarded-For` counts only as far as our own proxies wrote it: each adds at the end
 * who called it, and what stands before was written by the caller.
 *
 * @param proxies How many of our proxies stand in front; 0: the address of the connection itself.
 * @returns `undefined` where nobody can say: then it must not be counted with others of whom nobody can say either.
 */
export function clientAddress(c: Context, proxies: number): string | undefined {
  const direct = (c.env as NodeCall | undefined)?.incoming?.socket?.remoteAddress;
  if (proxies === 0) return direct;
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((one) => one.trim());
  return forwarded.at(-proxies) || direct;
}
