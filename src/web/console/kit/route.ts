import type { Context } from 'hono';
import type { Account, Language, Role } from '../../../accounts/account.ts';
import type { SessionId } from '../../../base/ids.ts';
import type { Shell } from './shell.ts';

/** What every page of the console may know, signed in or not. */
export interface OpenVariables {
  readonly language: Language;
  readonly shell: Shell;
}

/** What a page behind the guard also knows. */
export interface GuardedVariables extends OpenVariables {
  readonly account: Account;
  readonly session: SessionId;
}

export type OpenContext = Context<{ Variables: OpenVariables }>;
export type ConsoleContext = Context<{ Variables: GuardedVariables }>;
export type Answer = Response | Promise<Response>;

interface Place {
  readonly method: 'GET' | 'POST';
  /** Below `/console`, in Hono's notation: `/tickets/:code`. `''` is `/console` itself. */
  readonly path: string;
}

/**
 * One page or form of the console, with the roles that may use it. What stands in no table does not exist, and nothing is
 * open by accident: `anyone` has to be said. Whether *this* ticket or entry may be seen is for the handler to ask.
 */
export type ConsoleRoute =
  | (Place & { readonly may: 'anyone'; readonly handle: (c: OpenContext) => Answer })
  | (Place & { readonly may: readonly Role[]; readonly handle: (c: ConsoleContext) => Answer });

/** Everybody who is signed in. */
export const EVERY_ROLE: readonly Role[] = ['staff', 'curator', 'reviewer', 'admin'];
/** Who runs the service. */
export const ADMINS: readonly Role[] = ['admin'];
/** Who writes entries. */
export const WRITERS: readonly Role[] = ['curator', 'reviewer'];
