/** `npm run load`: the whole program under load, with platforms that keep their limits; judged from outside. */
import { randomFrom } from '../emulators/random-from.ts';
import { settingsFrom } from '../src/settings.ts';
import { commandLine, misused } from './command-line.ts';
import { People } from './drill/people.ts';
import { type BurstResult, burst } from './load/burst.ts';
import { rounded } from './load/figures.ts';
import { EMERGENCIES, QUESTIONS, type Writes } from './load/people.ts';
import { Stage } from './load/stage.ts';
import { type Rates, type SteadyResult, steady } from './load/steady.ts';
import { type ProofRow, writeProof } from './proof-report.ts';

const USAGE = `npm run load [-- options]   the whole program in a process of its own, people on Telegram, Zalo and the web at a steady rate, then 1,000
                            messages in 10 s; the emulated platforms refuse what is too fast; exit 1 when a bar is missed
  --rate N      messages a second (default 50)
  --minutes N   how long (default 10)
  --seed N      other people and other moments; the same number draws the same ones
  --quick       a few seconds of each, to try that it works; memory is not judged
  --profile DIR leaves a CPU profile of the program there, for Chrome's developer tools
  --json        one JSON value on standard output, progress on standard error
`;
/** The bar: 95 of 100 first messages of an answer are with the network within this time of receipt. */
const P95_MS = 300;
/** Memory is flat when it grows by no more than this in a minute, in the last half of the run. */
const MOST_MB_PER_MINUTE = 2;
/** Somebody in danger waits no longer than this for the hotlines, however long the queue is. */
const URGENT_MS = 3_000;
/** What the burst may take beyond what the platforms' limits make of it. */
const DRAIN_SLACK = 1.25;
const DRAIN_SLACK_S = 5;
/** How much of what a platform takes the answers use in the steady run; the rest of the people write on the web. */
const USED_OF_LIMIT = 0.6;
const BURST = { messages: 1_000, seconds: 10 };
const WARM_UP_SECONDS = 15;
const QUICK = { warmUpSeconds: 4, seconds: 8, burst: { messages: 60, seconds: 2 } };
/** Below this a slope says nothing. */
const LEAST_MINUTES_FOR_MEMORY = 4;

const { values } = commandLine(USAGE, {
  options: {
    rate: { type: 'string', default: '50' },
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: '20261129' },
    quick: { type: 'boolean', default: false },
    profile: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const number = (name: 'rate' | 'minutes' | 'seed', least: number): number => {
  const value = Number(values[name]);
  if (Number.isFinite(value) && value >= least) return value;
  return misused(USAGE, `--${name} must be a number from ${least}, not "${values[name]}"`);
};
const rate = number('rate', 1);
const seconds = values.quick ? QUICK.seconds : number('minutes', 0.1) * 60;
const random = randomFrom(number('seed', 0));
const progress = (what: string) => process.stderr.write(`  ${what}\n`);

const startedAt = new Date();
const defaults = settingsFrom({ NODE_ENV: 'development' });
const limits = { telegram: defaults.TELEGRAM_PER_SECOND, zalo: defaults.ZALO_PER_SECOND };
const rates = ratesFor(rate);
process.stderr.write(
  `steady: ${rate} messages a second (${Object.entries(rates)
    .map(([on, each]) => `${on} ${each}`)
    .join(', ')}) for ${seconds} s …\n`,
);
const { first, second } = await run();
const rows = [rowOfSteady(first), ...rowsOfChannels(first), rowOfBurst(second)];
if (!values.quick) {
  writeProof('load', {
    title: 'Load',
    about: `The whole program in a process of its own, people on Telegram, Zalo and the web chat, each reading before they write again; messages come at their rate whatever the program does. The emulated platforms refuse with 429 what is faster than their limits. It passes when 95 of 100 first messages of an answer are with the network within ${P95_MS} ms of receipt (on the web: can be seen), memory grows by no more than ${MOST_MB_PER_MINUTE} MB a minute, nothing is lost, doubled or left in the queue, and no 429 was provoked. The next message of an answer comes a second later, as the platforms want it.`,
    command: `npm run load -- --rate ${rate} --minutes ${rounded(seconds / 60, 1)} --seed ${values.seed}`,
    startedAt,
    rows,
    charts: [...first.charts],
  });
}
if (values.json) {
  const { charts: _, ...steadyFigures } = first;
  process.stdout.write(
    `${JSON.stringify({ rates, steady: steadyFigures, burst: second, verdict: verdictOf(rows) })}\n`,
  );
} else {
  for (const row of rows) {
    const figures = Object.entries(row.figures).map(([name, value]) => `${name} ${value}`);
    process.stdout.write(
      `${row.name}: ${row.verdict}${row.because ? ` (${row.because})` : ''}\n  ${figures.join(', ')}\n`,
    );
  }
}
process.exitCode = verdictOf(rows) === 'pass' ? 0 : 1;

async function run(): Promise<{ first: SteadyResult; second: BurstResult }> {
  const stage = await Stage.open(values.profile);
  try {
    // A program that has just started is compiled while it works; people meet one that runs.
    await steady({ stage, rates, seconds: values.quick ? QUICK.warmUpSeconds : WARM_UP_SECONDS, random, progress });
    const first = await steady({ stage, rates, seconds, random, progress });
    const size = values.quick ? QUICK.burst : BURST;
    process.stderr.write(`burst: ${size.messages} messages in ${size.seconds} s …\n`);
    const second = await burst({ stage, ...size, perSecond: limits, random, progress });
    return { first, second };
  } finally {
    await stage.close();
  }
}

/** So many on each messenger that the answers stay below what it takes, and the others on the web. */
function ratesFor(all: number): Rates {
  const people = new People();
  const texts = [...QUESTIONS, ...EMERGENCIES];
  const share = (on: Exclude<Writes, 'web'>, most: number) => {
    const parts = texts.reduce((sum, text) => sum + people.repliesTo(on, text).length, 0) / texts.length;
    return rounded(Math.min(all * most, (USED_OF_LIMIT * limits[on]) / parts), 1);
  };
  const [telegram, zalo] = [share('telegram', 0.4), share('zalo', 0.4)];
  return { telegram, zalo, web: rounded(all - telegram - zalo, 1) };
}

function rowOfSteady(result: SteadyResult): ProofRow {
  const { latency, betweenPartsP50Ms, lost, doubled, refused, failed, queuedAtEnd, rssMbPerMinute, lagP99Ms } = result;
  const judgesMemory = result.seconds >= LEAST_MINUTES_FOR_MEMORY * 60;
  const missed = [
    latency.all.p95Ms > P95_MS && `p95 ${latency.all.p95Ms} ms`,
    lost > 0 && `${lost} lost`,
    doubled > 0 && `${doubled} doubled`,
    refused > 0 && `${refused} answers 429`,
    failed > 0 && `${failed} not taken`,
    queuedAtEnd > 0 && `${queuedAtEnd} left in the queue`,
    judgesMemory && rssMbPerMinute > MOST_MB_PER_MINUTE && `memory grows by ${rssMbPerMinute} MB a minute`,
  ].filter((one) => one !== false);
  return {
    name: `${result.perSecond} messages a second for ${rounded(result.seconds / 60, 1)} minutes`,
    figures: {
      received: result.received,
      'sent by platforms': result.sent,
      'p50 ms': latency.all.p50Ms,
      'p95 ms': latency.all.p95Ms,
      'p99 ms': latency.all.p99Ms,
      'between parts of an answer, p50 ms': betweenPartsP50Ms,
      lost,
      doubled,
      '429s': refused,
      'queue at the end': queuedAtEnd,
      'MB at start': result.rssStartMb,
      'MB at end': result.rssEndMb,
      'MB/min': rssMbPerMinute,
      'event loop p99 ms': lagP99Ms,
    },
    verdict: missed.length === 0 ? 'pass' : 'fail',
    ...(missed.length > 0 && { because: missed.join(', ') }),
  };
}

function rowsOfChannels({ latency }: SteadyResult): readonly ProofRow[] {
  return (['telegram', 'zalo', 'web'] as const).map((on) => ({
    name: `of these, ${on}`,
    figures: {
      received: latency[on].messages,
      'p50 ms': latency[on].p50Ms,
      'p95 ms': latency[on].p95Ms,
      'p99 ms': latency[on].p99Ms,
    },
    verdict: latency[on].p95Ms <= P95_MS ? 'pass' : 'fail',
  }));
}

function rowOfBurst(result: BurstResult): ProofRow {
  const { drainedS, leastS, lost, doubled, reordered, refused, failed, queuedAtEnd, urgentP95Ms } = result;
  const missed = [
    drainedS > leastS * DRAIN_SLACK + DRAIN_SLACK_S && `drained in ${drainedS} s, the limits want ${leastS} s`,
    urgentP95Ms > URGENT_MS && `hotlines after ${urgentP95Ms} ms`,
    lost > 0 && `${lost} lost`,
    doubled > 0 && `${doubled} doubled`,
    reordered > 0 && `${reordered} out of order`,
    refused > 0 && `${refused} answers 429`,
    failed > 0 && `${failed} not taken`,
    queuedAtEnd > 0 && `${queuedAtEnd} left in the queue`,
  ].filter((one) => one !== false);
  return {
    name: `${result.received} messages at once`,
    figures: {
      received: result.received,
      'sent by platforms': result.replies,
      'drained in s': drainedS,
      'least the limits allow, s': leastS,
      'hotlines p95 ms': urgentP95Ms,
      'other first answers p95 ms': result.othersP95Ms,
      lost,
      doubled,
      reordered,
      '429s': refused,
      'queue at the end': queuedAtEnd,
    },
    verdict: missed.length === 0 ? 'pass' : 'fail',
    ...(missed.length > 0 && { because: missed.join(', ') }),
  };
}

function verdictOf(of: readonly ProofRow[]): 'pass' | 'fail' {
  return of.every(({ verdict }) => verdict === 'pass') ? 'pass' : 'fail';
}
