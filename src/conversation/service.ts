/** Somewhere else where the bot can be asked. */
export interface Way {
  readonly on: 'telegram' | 'zalo' | 'web';
  /** Its name or address there, where it is known: `@hoiquyen_bot`, `https://…`. */
  readonly at?: string | undefined;
}

/** What admins have switched, as far as one turn is concerned. */
export interface Service {
  /** `channel-off`: the bot does not answer on this channel. `hotlines-only`: on none, it only says whom to call. */
  readonly mode: 'open' | 'channel-off' | 'hotlines-only';
  /** New matters are passed on to centres. */
  readonly referrals: boolean;
  /** Channels that are open besides this one. */
  readonly otherWays: readonly Way[];
}

/** Nothing is switched off. */
export const IN_SERVICE: Service = { mode: 'open', referrals: true, otherWays: [] };
