import { setTimeout as sleep } from 'node:timers/promises';
import type { ProofChart } from '../proof-report.ts';
import { quantile, rounded, slope } from './figures.ts';
import { type LoadPerson, peopleFrom, type Writes } from './people.ts';
import type { Arrived, Stage } from './stage.ts';

/** How many messages a second on each channel. */
export type Rates = Readonly<Record<Writes, number>>;

export interface SteadyNeeds {
  readonly stage: Stage;
  readonly rates: Rates;
  readonly seconds: number;
  readonly random: () => number;
  readonly progress: (what: string) => void;
}

export interface Latency {
  readonly messages: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
}

export interface SteadyResult {
  readonly seconds: number;
  readonly received: number;
  readonly sent: number;
  readonly perSecond: number;
  /** From the beginning of the request with the message to the first message of the answer, by channel. */
  readonly latency: Readonly<Record<Writes | 'all', Latency>>;
  /** From each message of an answer to the next, in milliseconds; the platforms want a second. */
  readonly betweenPartsP50Ms: number;
  readonly lost: number;
  readonly doubled: number;
  readonly refused: number;
  readonly failed: number;
  readonly queuedAtEnd: number;
  readonly rssStartMb: number;
  readonly rssEndMb: number;
  /** Over the last half of the run. */
  readonly rssMbPerMinute: number;
  readonly lagP99Ms: number;
  readonly charts: readonly ProofChart[];
}

/** Nobody writes again before nothing has come for so long: the answer is complete and they have read it. */
const READS_MS = 6_000;
const DRAIN_MS = 120_000;
const PROGRESS_EVERY_S = 10;
const CHANNELS: readonly Writes[] = ['telegram', 'zalo', 'web'];

interface Talk {
  readonly person: LoadPerson;
  next: number;
  /** When the message was handed over that is not answered yet. */
  since: number | undefined;
  /** Texts of the answer that is coming. */
  parts: Set<string>;
  latest: number;
  cookie: string;
}

/** Messages come at their rates, whatever the program does (open loop), by people of whom each reads before they write again. */
export async function steady({ stage, rates, seconds, random, progress }: SteadyNeeds): Promise<SteadyResult> {
  const newPerson = peopleFrom(random);
  const talks = new Map<string, Talk>();
  const open: Record<Writes, Talk[]> = { telegram: [], zalo: [], web: [] };
  const waits: { readonly on: Writes; readonly at: number; readonly ms: number }[] = [];
  const betweenParts: number[] = [];
  const counts = { received: 0, sent: 0, doubled: 0, failed: 0 };

  stage.onArrived = ({ on, chat, text, at }: Arrived) => {
    counts.sent += 1;
    const talk = talks.get(`${on} ${chat}`);
    if (!talk) return; // a group of staff
    if (talk.parts.has(text)) counts.doubled += 1;
    talk.parts.add(text);
    if (talk.since === undefined) betweenParts.push(at - talk.latest);
    else waits.push({ on, at, ms: at - talk.since });
    talk.since = undefined;
    talk.latest = at;
  };

  const began = performance.now();
  const firstSample = stage.samples.length;
  const under = new Set<Promise<void>>();
  const total = CHANNELS.reduce((sum, on) => sum + rates[on], 0);
  let due = began;
  let told = 0;
  while (due < began + seconds * 1000) {
    due += (-Math.log(1 - random()) / total) * 1000;
    const early = due - performance.now();
    if (early > 1) await sleep(early);
    const talk = nextTalk(channelFor(random() * total));
    counts.received += 1;
    const writing = writes(talk)
      .catch(() => {
        counts.failed += 1;
      })
      .finally(() => under.delete(writing));
    under.add(writing);
    const passed = Math.floor((performance.now() - began) / 1000);
    if (passed >= told + PROGRESS_EVERY_S) {
      told = passed;
      const lately = waits.filter(({ at }) => at > performance.now() - PROGRESS_EVERY_S * 1000).map(({ ms }) => ms);
      const rss = rounded(stage.samples.at(-1)?.rssMb ?? Number.NaN);
      progress(`${passed} s: ${counts.received} received, p95 ${rounded(quantile(lately, 0.95))} ms, ${rss} MB`);
    }
  }
  const ended = performance.now();
  await Promise.all(under);
  const queuedAtEnd = await stage.settled(DRAIN_MS);
  const samples = stage.samples.slice(firstSample).filter(({ at }) => at <= ended);
  const overTime = samples.map(({ at, rssMb }) => [rounded((at - began) / 60_000, 2), rounded(rssMb, 1)] as const);
  const half = overTime.slice(Math.floor(overTime.length / 2));
  const latencyOf = (of: (on: Writes) => boolean): Latency => {
    const ms = waits.filter(({ on }) => of(on)).map((wait) => wait.ms);
    const at = (share: number) => rounded(quantile(ms, share), 1);
    return { messages: ms.length, p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99) };
  };
  const latency = {
    telegram: latencyOf((on) => on === 'telegram'),
    zalo: latencyOf((on) => on === 'zalo'),
    web: latencyOf((on) => on === 'web'),
    all: latencyOf(() => true),
  };
  return {
    seconds: rounded((ended - began) / 1000, 1),
    received: counts.received,
    sent: counts.sent,
    perSecond: rounded(counts.received / ((ended - began) / 1000), 1),
    latency,
    betweenPartsP50Ms: rounded(quantile(betweenParts, 0.5)),
    lost: counts.received - counts.failed - waits.length,
    doubled: counts.doubled,
    refused: stage.keepers.telegram.refusals + stage.keepers.zalo.refusals,
    failed: counts.failed,
    queuedAtEnd,
    rssStartMb: rounded(samples[0]?.rssMb ?? Number.NaN),
    rssEndMb: rounded(samples.at(-1)?.rssMb ?? Number.NaN),
    rssMbPerMinute: rounded(slope(half), 2),
    lagP99Ms: rounded(quantile(samples.map(({ lagMs }) => lagMs).filter(Number.isFinite), 0.99), 1),
    charts: [
      {
        name: 'memory',
        title: 'Memory of the program under load',
        x: 'minutes',
        y: 'MB',
        lines: [{ name: 'resident', points: overTime.map(([x, y]) => [x, y]) }],
      },
      latencyChart(waits, began),
    ],
  };

  function channelFor(drawn: number): Writes {
    if (drawn < rates.telegram) return 'telegram';
    return drawn < rates.telegram + rates.zalo ? 'zalo' : 'web';
  }

  /** The one who has waited longest after reading, or somebody new. */
  function nextTalk(on: Writes): Talk {
    const ready = open[on].findIndex((talk) => talk.since === undefined && performance.now() - talk.latest > READS_MS);
    const [known] = ready < 0 ? [] : open[on].splice(ready, 1);
    if (known) return known;
    const person = newPerson(on);
    const talk: Talk = { person, next: 0, since: undefined, parts: new Set(), latest: 0, cookie: '' };
    talks.set(`${on} ${person.chat}`, talk);
    return talk;
  }

  async function writes(talk: Talk): Promise<void> {
    const { on, chat, texts } = talk.person;
    const text = texts[talk.next] ?? '';
    talk.next += 1;
    talk.parts = new Set();
    if (talk.next < texts.length) open[on].push(talk);
    else if (on !== 'web') forgetLater(`${on} ${chat}`);
    if (on !== 'web') {
      talk.since = performance.now();
      return stage.say(on, chat, text);
    }
    talk.since = Number.POSITIVE_INFINITY; // nobody else writes in it meanwhile
    if (talk.cookie === '') talk.cookie = await stage.openPage(chat);
    const since = performance.now();
    const lines = await stage.write(chat, talk.cookie, text);
    if (lines > 0) waits.push({ on, at: performance.now(), ms: performance.now() - since });
    talk.since = undefined;
    talk.latest = performance.now();
    const looking = sleep(5_000).then(() => stage.look(chat, talk.cookie));
    under.add(looking);
    looking.catch(() => {}).finally(() => under.delete(looking));
    return undefined;
  }

  /** A talk that is over is still listened to for a while, and then forgotten: the driver too must not grow. */
  function forgetLater(key: string): void {
    setTimeout(() => talks.delete(key), 3 * DRAIN_MS).unref();
  }
}

function latencyChart(waits: readonly { readonly at: number; readonly ms: number }[], began: number): ProofChart {
  const windows = new Map<number, number[]>();
  for (const { at, ms } of waits) {
    const nth = Math.floor((at - began) / (PROGRESS_EVERY_S * 1000));
    windows.set(nth, [...(windows.get(nth) ?? []), ms]);
  }
  const line = (name: string, share: number) => ({
    name,
    points: [...windows].map(([nth, ms]): [number, number] => [
      rounded(((nth + 1) * PROGRESS_EVERY_S) / 60, 2),
      rounded(quantile(ms, share), 1),
    ]),
  });
  return {
    name: 'latency',
    title: 'From receipt to handing over to the network',
    x: 'minutes',
    y: 'ms',
    lines: [line('p50', 0.5), line('p95', 0.95)],
  };
}
