/** `npm run bench [-- --json]`: start-up, memory, latency of answers, messages a second through the whole pipeline, publishing. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askOnce } from '../src/ask.ts';
import { vietnamDay } from '../src/base/days.ts';
import { CAPABILITIES } from '../src/channels/capabilities.ts';
import { OUTSIDE_QUESTIONS } from '../src/evaluation/outside-questions.ts';
import { know } from '../src/know.ts';
import { makeLog } from '../src/log.ts';
import type { Channel, IncomingMessage } from '../src/ports/channel.ts';
import { settingsFrom } from '../src/settings.ts';
import { openApp } from '../src/wiring.ts';
import { measureWithLaw } from './bench-held-law.ts';
import { measurePublishing } from './bench-publish.ts';
import { commandLine } from './command-line.ts';

const USAGE = `npm run bench [-- --json] [--law DIR]   start-up, memory, latency of answers, messages a second, publishing an entry; a minute or two
  --law DIR   also with the articles of corpus.jsonl.gz and documents.tsv in DIR as official texts in the database
`;

const { values } = commandLine(USAGE, {
  options: { json: { type: 'boolean', default: false }, law: { type: 'string' } },
});
const MESSAGES = 1_000;
const CHATS = 200;
const progress = (what: string) => process.stderr.write(`${what} …\n`);

// What is learned from the knowledge is kept; a start after a change of the knowledge learns it anew.
progress('learning the index, where it is not kept yet');
const day = vietnamDay(new Date());
const learning = performance.now();
const { knowledgeOn, library, indexOn } = know('./knowledge');
indexOn(day);
const learnMs = performance.now() - learning;
progress('starting the program');
const { readyMs, rssMb } = await startProgram();
progress('asking');
// Every twelfth phrasing: short and long ones, with and without marks, about 300 questions that the index knows.
const questions = library
  .currentOn(day)
  .flatMap((entry) => entry.variants)
  .filter((_, nth) => nth % 12 === 0);
const ask = (text: string) => askOnce(text, { knowledgeOn, day, capabilities: CAPABILITIES.zalo });
for (const question of questions.slice(0, 50)) ask(question);
const times = questions.map((question) => {
  const began = performance.now();
  ask(question);
  return performance.now() - began;
});
progress(`${MESSAGES} messages of ${CHATS} people through inbox, answer and outbox`);
const messagesPerSecond = await throughput(questions);
progress('an entry from the second yes to the first answer');
const publishing = await measurePublishing(questions, day);
if (values.law) progress('the same with official texts');
const law = values.law
  ? await measureWithLaw(values.law, {
      knowledgeOn,
      library,
      day,
      questions: [...questions, ...OUTSIDE_QUESTIONS],
      start: startProgram,
    })
  : undefined;

const round = (value: number) => Math.round(value * 100) / 100;
const shareOf = (measured: readonly number[], share: number) =>
  round(measured.toSorted((a, b) => a - b)[Math.floor(measured.length * share)] ?? 0);
const at = (share: number) => shareOf(times, share);
const result = {
  readyMs: Math.round(readyMs),
  rssMb: round(rssMb),
  answerP50Ms: at(0.5),
  answerP99Ms: at(0.99),
  messagesPerSecond: round(messagesPerSecond),
  publishMs: Math.round(publishing.publishMs),
  takeUpMs: Math.round(publishing.takeUpMs),
  relearnMs: Math.round(publishing.relearnMs),
  meanwhileP99Ms: round(publishing.meanwhileP99Ms),
  longestPauseMs: round(publishing.longestPauseMs),
  ...(law && {
    law: {
      articles: law.articles,
      indexMs: Math.round(law.indexMs),
      readyMs: Math.round(law.readyMs),
      rssMb: round(law.rssMb),
      answerP50Ms: shareOf(law.answerTimes, 0.5),
      answerP99Ms: shareOf(law.answerTimes, 0.99),
      findP50Ms: shareOf(law.findTimes, 0.5),
      findP99Ms: shareOf(law.findTimes, 0.99),
    },
  }),
};
/** The bars of the issue on official texts: by how much one is missed. */
const against = (value: number, most: number) =>
  value <= most ? `at most ${most}` : `at most ${most}: MISSED by ${round(value - most)}`;
if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
else {
  process.stdout.write(`knowledge and index      ${Math.round(learnMs)} ms (some seconds where the knowledge has changed)
ready after start        ${result.readyMs} ms
resident memory          ${result.rssMb} MB
answer, end to end       p50 ${result.answerP50Ms} ms, p99 ${result.answerP99Ms} ms (${questions.length} questions)
whole pipeline           ${result.messagesPerSecond} messages/s (SQLite file, fake network)
an entry is published    ${result.publishMs} ms from the second yes to the first answer, all questions asked; another process takes it up in ${result.takeUpMs} ms
                         (learning anew, as every change needed before: ${result.relearnMs} ms, now in the background)
answers meanwhile        p99 ${result.meanwhileP99Ms} ms, longest pause ${result.longestPauseMs} ms
`);
  if (result.law) {
    const held = result.law;
    process.stdout.write(`with ${held.articles} articles of official texts
  index                  ${held.indexMs} ms, made once in the background and kept
  ready after start      ${held.readyMs} ms (${against(held.readyMs, 3000)})
  resident memory        ${held.rssMb} MB (${against(held.rssMb, 400)})
  answer, end to end     p50 ${held.answerP50Ms} ms, p99 ${held.answerP99Ms} ms (${against(held.answerP99Ms, 30)})
  search over articles   p50 ${held.findP50Ms} ms, p99 ${held.findP99Ms} ms (only where no entry answers)
`);
  }
}

/** Starts `src/main.ts` as its own process: time until `/readyz` answers 200, resident memory then. */
async function startProgram(databaseUrl?: string): Promise<{ readyMs: number; rssMb: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-bench-'));
  const began = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    env: {
      ...process.env,
      NODE_ENV: 'development',
      PORT: '0',
      DATABASE_URL: databaseUrl ?? `file:${join(folder, 'bench.db')}`,
      LOG_LEVEL: 'error',
      TELEGRAM_BOT_TOKEN: '',
      ZALO_BOT_TOKEN: '',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let printed = '';
      child.stdout.on('data', (chunk) => {
        printed += String(chunk);
        const found = /Web chat\s+(http\S+?)\/\s/.exec(printed)?.[1];
        if (found) resolve(found);
      });
      child.once('exit', (code) => reject(new Error(`the program ended with ${code}`)));
    });
    const response = await fetch(`${address}/readyz`);
    if (!response.ok) throw new Error(`/readyz answered ${response.status}`);
    const readyMs = performance.now() - began;
    const status = process.platform === 'linux' ? readFileSync(`/proc/${child.pid}/status`, 'utf8') : '';
    return { readyMs, rssMb: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024 };
  } finally {
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** From stored to handed to a network that takes no time, on a real database file. */
async function throughput(texts: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-bench-'));
  const sent = { count: 0 };
  const channel: Channel = {
    name: 'zalo',
    capabilities: CAPABILITIES.zalo,
    read: async () => [],
    send: async () => {
      sent.count += 1;
      return { result: 'sent', externalId: String(sent.count) };
    },
  };
  const app = await openApp({
    settings: settingsFrom({
      NODE_ENV: 'development',
      DATABASE_URL: `file:${join(folder, 'bench.db')}`,
      // As fast as the program is; what a platform takes is another matter.
      ZALO_PER_SECOND: '1000',
      CHAT_REST_MS: '0',
      PERSON_PER_MINUTE: '100000',
    }),
    log: makeLog({ level: 'error', secrets: [] }),
    channels: [channel],
  });
  const message = (nth: number): IncomingMessage => ({
    externalId: String(nth),
    from: `chat-${nth % CHATS}`,
    heard: { kind: 'text', text: texts[nth % texts.length] ?? '' },
    sentAt: new Date(),
    inGroup: false,
  });
  app.start();
  const began = performance.now();
  for (let nth = 0; nth < MESSAGES; nth += 1) await app.receive(channel, [message(nth)]);
  await app.idle();
  const seconds = (performance.now() - began) / 1000;
  await app.stop();
  rmSync(folder, { recursive: true, force: true });
  return MESSAGES / seconds;
}
