/** The kinds of danger that put hotlines first (contracts §2, `urgent`). */
export const DANGERS = ['violence', 'child', 'self-harm', 'detention', 'trafficking', 'medical'] as const;
export type Danger = (typeof DANGERS)[number];
