import { BlockList, isIP } from 'node:net';
import type { Context } from 'hono';
import { clientAddress } from './client-address.ts';

/** Addresses that nobody on the internet has: loopback, private networks, link-local (RFC 1918, 4193, 6890). */
const INSIDE = new BlockList();
INSIDE.addSubnet('127.0.0.0', 8);
INSIDE.addSubnet('10.0.0.0', 8);
INSIDE.addSubnet('172.16.0.0', 12);
INSIDE.addSubnet('192.168.0.0', 16);
INSIDE.addSubnet('169.254.0.0', 16);
INSIDE.addAddress('::1', 'ipv6');
INSIDE.addSubnet('fc00::', 7, 'ipv6');
INSIDE.addSubnet('fe80::', 10, 'ipv6');

/** What proxies say of whom they speak for, besides `X-Forwarded-For`. */
const SPEAKS_FOR_OTHERS = ['forwarded', 'x-real-ip', 'x-forwarded-host', 'via', 'cf-connecting-ip'];

/**
 * Does a call come from our own machine or network, and not through a proxy for somebody on the internet?
 *
 * @param proxies How many of our proxies stand in front (`TRUST_PROXY`). A call that went through more than these, or through
 *   one that we were not told of, comes from outside.
 */
export function isFromInside(c: Context, proxies: number): boolean {
  const forwarded =
    c.req
      .header('x-forwarded-for')
      ?.split(',')
      .map((one) => one.trim()) ?? [];
  if (forwarded.length > proxies) return false;
  if (forwarded.length > 0) return forwarded.every(isInside);
  if (SPEAKS_FOR_OTHERS.some((name) => c.req.header(name) !== undefined)) return false;
  const direct = clientAddress(c, 0);
  // Nobody's address: the call was made inside of this process.
  return direct === undefined || isInside(direct);
}

function isInside(address: string): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  const family = isIP(plain);
  return family !== 0 && INSIDE.check(plain, family === 4 ? 'ipv4' : 'ipv6');
}
