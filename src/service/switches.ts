import { z } from 'zod';
import type { AccountId } from '../base/ids.ts';

/** Channels that can be switched off one by one. */
const SWITCHED_CHANNELS = ['telegram', 'zalo', 'web'] as const;

/**
 * What can be switched: one channel off · `referrals`: nothing new is passed on to centres · `hotlines-only`: the whole bot
 * says nothing but whom to call.
 */
export const SWITCH_NAMES = ['channel-telegram', 'channel-zalo', 'channel-web', 'referrals', 'hotlines-only'] as const;
export type SwitchName = (typeof SWITCH_NAMES)[number];

/** A switch that was thrown. */
export interface Thrown {
  /** In the words of the admin. */
  readonly reason: string;
  readonly since: Date;
  readonly by: AccountId;
}

/** The switches that are thrown now; what is not in it works as always. */
export type Switches = Readonly<Partial<Record<SwitchName, Thrown>>>;

export const NOTHING_SWITCHED: Switches = {};

export const StoredSwitches = z
  .partialRecord(
    z.enum(SWITCH_NAMES),
    z.object({
      reason: z.string().min(1),
      since: z.iso.datetime().transform((text) => new Date(text)),
      by: z.string().transform((id) => id as AccountId),
    }),
  )
  .transform((thrown): Switches => thrown);

/** May people ask on this channel? A terminal is never off. */
export function isOff(channel: string, switches: Switches): boolean {
  const name = SWITCHED_CHANNELS.find((one) => one === channel);
  return name !== undefined && switches[`channel-${name}`] !== undefined;
}
