import type { Context } from 'hono';
import { deviceOf } from '../../../accounts/device.ts';
import type { AcceptNeeds } from '../../../flow/sign-in/accept-invitation.ts';
import type { CheckPasswordNeeds, From } from '../../../flow/sign-in/check-password.ts';
import type { LockOut, Passwords, SecondFactor } from '../../../ports/sign-in.ts';
import { clientAddress } from '../../client-address.ts';
import type { ConsoleNeeds } from '../kit/needs.ts';
import { type KnownDevices, knownDevices } from './known-devices.ts';
import { type SessionCookie, sessionCookie } from './session-cookie.ts';

/** How it is proved who somebody is. */
export interface Proving {
  readonly passwords: Passwords;
  readonly secondFactor: SecondFactor;
  readonly lockOut: LockOut;
  /** `SESSION_SECRET`. */
  readonly sessionSecret: string;
  /** How many of our own proxies stand in front (`TRUST_PROXY`). */
  readonly proxies: number;
}

/** What the pages for signing in and for accounts are made of. */
export interface SignInNeeds extends CheckPasswordNeeds, AcceptNeeds {
  readonly cookie: SessionCookie;
  readonly devices: KnownDevices;
  readonly proxies: number;
  readonly newId: () => string;
  readonly publicUrl: string | undefined;
}

const TOKEN_BYTES = 32;

/** Joins what the whole console has with how it is proved who somebody is. */
export function signInNeeds(
  {
    store,
    now,
    newId,
    randomBytes,
    publicUrl,
  }: Pick<ConsoleNeeds, 'store' | 'now' | 'newId' | 'randomBytes' | 'publicUrl'>,
  { sessionSecret: secret, ...proving }: Proving,
): SignInNeeds {
  const secure = publicUrl !== undefined;
  const newToken = () => Buffer.from(randomBytes(TOKEN_BYTES)).toString('base64url');
  return {
    ...proving,
    store,
    now,
    newId,
    newToken,
    randomBytes,
    publicUrl,
    cookie: sessionCookie({ secret, secure }),
    devices: knownDevices({ secret, secure, newToken }),
  };
}

/** Where a call comes from. */
export async function fromOf(c: Context, { devices, proxies }: SignInNeeds): Promise<From> {
  return {
    address: clientAddress(c, proxies),
    device: deviceOf(c.req.header('user-agent')),
    knownDevice: await devices.of(c),
  };
}

/** The address of a link that is given to somebody, `https://…/console/invitation?token=…`. */
export function invitationLink(origin: string, token: string): string {
  return `${origin.replace(/\/$/, '')}/console/invitation?token=${token}`;
}
