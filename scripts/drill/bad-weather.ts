import type { PlatformCall } from '../../emulators/platform-server.ts';

/** Something that goes wrong with sends. */
export interface Gust<Trouble> {
  readonly trouble: Trouble;
  /** 0–1: with which part of the sends. */
  readonly share: number;
  /** Afterwards nobody but the platform can know whether the message arrived. */
  readonly uncertain?: boolean;
}

export interface BadWeather<Trouble> {
  readonly rule: (call: PlatformCall) => Trouble | undefined;
  /** What went wrong so far: surely not arrived, and who knows. */
  readonly figures: { refused: number; uncertain: number };
}

/**
 * Lets sends go wrong at random. Of one message at most one send ends uncertainly: after a second one the program stops
 * on purpose, because a third copy does more harm than good, and then it depends on luck whether one arrived.
 */
export function badWeather<Trouble>(gusts: readonly Gust<Trouble>[], random: () => number): BadWeather<Trouble> {
  const figures = { refused: 0, uncertain: 0 };
  const uncertainBefore = new Set<string>();
  return {
    figures,
    rule({ method, body }) {
      if (method !== 'sendMessage') return undefined;
      const gust = drawn(gusts, random());
      if (!gust) return undefined;
      if (gust.uncertain) {
        const message = `${body.chat_id} ${body.text}`;
        if (uncertainBefore.has(message)) return undefined;
        uncertainBefore.add(message);
      }
      figures[gust.uncertain ? 'uncertain' : 'refused'] += 1;
      return gust.trouble;
    },
  };
}

function drawn<Trouble>(gusts: readonly Gust<Trouble>[], chance: number): Gust<Trouble> | undefined {
  let sum = 0;
  return gusts.find(({ share }) => {
    sum += share;
    return chance < sum;
  });
}
