import { setTimeout as sleep } from 'node:timers/promises';
import { type Arrival, judge } from '../drill/judge.ts';
import { People, type Person } from '../drill/people.ts';
import { quantile, rounded } from './figures.ts';
import { EMERGENCIES } from './people.ts';
import type { Stage } from './stage.ts';

export interface BurstNeeds {
  readonly stage: Stage;
  readonly messages: number;
  readonly seconds: number;
  readonly perSecond: Readonly<Record<'telegram' | 'zalo', number>>;
  readonly random: () => number;
  readonly progress: (what: string) => void;
}

export interface BurstResult {
  readonly received: number;
  readonly replies: number;
  /** From the first message to the last reply. */
  readonly drainedS: number;
  /** What the channels' own limits make of so many replies. */
  readonly leastS: number;
  /** How long people in danger waited for the hotlines while the queue was long; 95 of 100. */
  readonly urgentP95Ms: number;
  readonly othersP95Ms: number;
  readonly lost: number;
  readonly doubled: number;
  readonly reordered: number;
  readonly refused: number;
  readonly failed: number;
  readonly queuedAtEnd: number;
}

const MESSAGES_EACH = 2;
const ONE_IN_DANGER_OF = 25;
const DRAIN_MS = 10 * 60_000;
const FIRST_ARTICLE = 14;
const ARTICLES = 36;

interface Writer extends Person {
  readonly urgent: boolean;
}

/** Far more at once than the messengers take: everybody is answered all the same, in order, as fast as they allow. */
export async function burst(needs: BurstNeeds): Promise<BurstResult> {
  const { stage, messages, seconds, perSecond, random, progress } = needs;
  const people = new People();
  const writers = writersFor(messages, people);
  const before = { telegram: stage.telegram.sent.length, zalo: stage.zalo.sent.length };
  const refusedBefore = stage.keepers.telegram.refusals + stage.keepers.zalo.refusals;
  const sentAt = new Map<string, number>();

  const began = performance.now();
  let failed = 0;
  let received = 0;
  await Promise.all(
    writers.map(async ({ on, chat, texts }) => {
      await sleep(random() * seconds * 1000 * 0.8);
      sentAt.set(chat, performance.now());
      for (const text of texts) {
        received += 1;
        await stage.say(on, chat, text).catch(() => {
          failed += 1;
        });
      }
    }),
  );
  const postedS = rounded((performance.now() - began) / 1000, 1);
  progress(`burst: ${received} messages in ${postedS} s; draining …`);
  const queuedAtEnd = await stage.settled(DRAIN_MS);
  const read = new Map<string, Arrival[]>();
  const sent = [...stage.telegram.sent.slice(before.telegram), ...stage.zalo.sent.slice(before.zalo)];
  for (const { chatId, ...arrival } of sent) {
    const known = read.get(String(chatId));
    if (known) known.push(arrival);
    else read.set(String(chatId), [arrival]);
  }
  const arrivals = [...read.values()].flat().map(({ at }) => at);
  const drainedS = (arrivals.reduce((latest, at) => Math.max(latest, at), began) - began) / 1000;
  const talks = writers
    .filter(({ urgent }) => !urgent)
    .map(({ chat, expected }) => ({ expected, read: read.get(chat) ?? [] }));
  const { lost, doubled, reordered, foreign } = judge(talks, { kills: [], workers: 0, isNotice: () => false });
  const firstWaits = (urgent: boolean) =>
    writers.flatMap((writer) => {
      const first = read.get(writer.chat)?.[0];
      return writer.urgent === urgent && first ? [first.at - (sentAt.get(writer.chat) ?? 0)] : [];
    });
  const unheard = writers.filter(({ urgent, chat }) => urgent && !read.has(chat)).length;
  const repliesOn = (on: 'telegram' | 'zalo') =>
    writers.reduce((sum, writer) => sum + (writer.on === on ? (read.get(writer.chat)?.length ?? 0) : 0), 0);
  const leastS = Math.max(repliesOn('telegram') / perSecond.telegram, repliesOn('zalo') / perSecond.zalo) - 1;
  return {
    received,
    replies: arrivals.length,
    drainedS: rounded(drainedS, 1),
    leastS: rounded(leastS, 1),
    urgentP95Ms: rounded(quantile(firstWaits(true), 0.95)),
    othersP95Ms: rounded(quantile(firstWaits(false), 0.95)),
    lost: lost + unheard + foreign,
    doubled,
    reordered,
    refused: stage.keepers.telegram.refusals + stage.keepers.zalo.refusals - refusedBefore,
    failed,
    queuedAtEnd,
  };
}

/** Most write twice and must read answers that they alone could get in that order; some are in danger and write once. */
function writersFor(messages: number, people: People): readonly Writer[] {
  const writers: Writer[] = [];
  for (let left = messages, nth = 0; left > 0; nth += 1) {
    const on = nth % 9 < 5 ? 'telegram' : 'zalo';
    const urgent = nth % ONE_IN_DANGER_OF === 0;
    const article = (plus: number) => `điều ${FIRST_ARTICLE + ((nth + plus) % ARTICLES)} hiến pháp`;
    const texts = urgent || left === 1 ? [EMERGENCIES[nth % EMERGENCIES.length] ?? ''] : [article(0), article(7)];
    writers.push({ ...people.person(on, texts), urgent: texts.length < MESSAGES_EACH });
    left -= texts.length;
  }
  return writers;
}
