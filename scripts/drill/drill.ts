import { judge, type Tally } from './judge.ts';
import type { People, Person } from './people.ts';
import { Stand, type StandOptions } from './stand.ts';

export interface DrillNeeds {
  /** How many messages people write in it, about. */
  readonly messages: number;
  /** 0–1: a short run does less of what does not depend on messages, such as kills. */
  readonly size: number;
  readonly people: People;
  readonly random: () => number;
  /** A PostgreSQL server to run on; SQLite without it. */
  readonly server: string | undefined;
  /** For proving that a drill can fail; see `StandOptions`. */
  readonly swallow: number;
  readonly progress: (what: string) => void;
}

export interface Drill {
  readonly name: string;
  /** The only database that can break in this way; both where it is left out. */
  readonly on?: 'sqlite' | 'postgres';
  /** What is done to the program, in one line. */
  readonly about: string;
  /** How many of 100,000 messages it takes. */
  readonly share: number;
  readonly run: (needs: DrillNeeds) => Promise<DrillResult>;
}

export interface DrillResult extends Tally {
  readonly name: string;
  readonly messages: number;
  readonly people: number;
  /** Messages the program sends at the same time: of those, one each may be on the wire at a kill. */
  readonly workers: number;
  readonly kills: number;
  readonly seconds: number;
  /** What only this drill counts. */
  readonly figures: Readonly<Record<string, number>>;
  readonly verdict: 'pass' | 'fail' | 'not tried';
  /** Why it is no pass. */
  readonly because?: string;
}

/** What one drill does with its stand: it returns when everything was written, with what only it counts. */
export interface Course {
  readonly people: readonly Person[];
  readonly figures?: Readonly<Record<string, number>>;
  /** What went wrong apart from what people read. */
  readonly faults?: readonly string[];
}

/** Sends at the same time: on each of two messengers as many as `src/flow/deliver.ts` begins at once. */
export const WORKERS = 32;
/** After everything was written and nothing is broken any more, the rest is given up when it stands still for so long. */
const STANDSTILL_MS = 180_000;

/** Sets a stand up, runs the course on it, waits until nothing is owed, and judges. */
export async function runOn(
  name: string,
  { swallow, server, people: made, progress }: DrillNeeds,
  options: Omit<StandOptions, 'swallow' | 'server'>,
  course: (stand: Stand) => Promise<Course>,
): Promise<DrillResult> {
  const began = performance.now();
  const stand = await Stand.open({ ...options, server, swallow });
  try {
    const { people, figures = {}, faults = [] } = await course(stand);
    const settled = await stand.settled(STANDSTILL_MS, progress);
    const kills = stand.kills;
    const tally = judge(stand.talks(people), { kills, workers: WORKERS, isNotice: (text) => made.isNotice(text) });
    const because = [
      ...faults,
      ...(settled ? [] : [`${await stand.unfinished()} messages were still waiting`]),
      ...Object.entries(MUST_BE_NONE).flatMap(([what, words]) => {
        const count = tally[what as keyof Tally];
        return count > 0 ? [`${count} ${words}`] : [];
      }),
    ];
    return {
      name,
      messages: people.reduce((sum, { texts }) => sum + texts.length, 0),
      people: people.length,
      ...tally,
      workers: WORKERS,
      kills: kills.length,
      seconds: Math.round((performance.now() - began) / 100) / 10,
      figures: { ...figures, reposts: stand.reposts, given_up: await stand.givenUp() },
      verdict: because.length === 0 ? 'pass' : 'fail',
      ...(because.length === 0 ? {} : { because: because.join('; ') }),
    };
  } finally {
    await stand.close();
  }
}

const MUST_BE_NONE: Partial<Record<keyof Tally, string>> = {
  lost: 'replies never came',
  doubled: 'replies came twice',
  reordered: 'replies came after a later one',
  foreign: 'messages were for nobody',
};

/** What is known of a drill that broke off. */
export const NOTHING = {
  messages: 0,
  people: 0,
  lost: 0,
  doubled: 0,
  reordered: 0,
  foreign: 0,
  onTheWire: 0,
  unanswered: 0,
  notices: 0,
  workers: WORKERS,
  kills: 0,
  seconds: 0,
  figures: {},
} as const;
