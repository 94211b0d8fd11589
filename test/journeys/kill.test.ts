import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi as vitest } from 'vitest';
import { ChildBot } from '../../emulators/child-bot.ts';
import { randomFrom } from '../../emulators/random-from.ts';
import { ZaloPlatform, type ZaloUpdateBody } from '../../emulators/zalo-platform.ts';
import { askOnce } from '../../src/ask.ts';
import { vietnamDay } from '../../src/base/days.ts';
import { CAPABILITIES } from '../../src/channels/capabilities.ts';
import { know } from '../../src/know.ts';
import { WITHOUT_LIMITS } from '../support/without-limits.ts';

const SECRET = 'bi-mat-cua-webhook-0123456789';
const CONVERSATIONS = 200;
const KILLS = 10;
/** How many conversations write at the same time. */
const WRITERS = 20;
const SEED = 20_261_121;

/** A part of the knowledge, so that a start takes a second and the kills can be many. */
const KNOWLEDGE = ['instruments', 'article/hp2013', 'qa/lao-dong', 'qa/bao-luc-gia-dinh'];

let folder: string;
let zalo: ZaloPlatform;
let child: ChildBot;

let over: AbortController;

beforeEach(async () => {
  over = new AbortController();
  folder = await mkdtemp(join(tmpdir(), 'hoi-quyen-kill-'));
  for (const part of KNOWLEDGE) await cp(`knowledge/${part}`, join(folder, 'knowledge', part), { recursive: true });
  for (const file of ['hotlines.yaml', 'provinces.yaml', 'centres.yaml']) {
    await cp(`knowledge/${file}`, join(folder, 'knowledge', file));
  }
  zalo = await ZaloPlatform.start();
});
afterEach(async () => {
  over.abort();
  await child?.end('SIGKILL');
  await zalo?.stop();
  await rm(folder, { recursive: true, force: true });
});

function startChild(logLevel: string): void {
  child = new ChildBot({
    NODE_ENV: 'development',
    LOG_LEVEL: logLevel,
    DATABASE_URL: `file:${join(folder, 'hoi-quyen.db')}`,
    KNOWLEDGE_DIR: join(folder, 'knowledge'),
    ZALO_BOT_TOKEN: zalo.token,
    ZALO_API_ROOT: zalo.apiRoot,
    ZALO_UPDATES: 'webhook',
    ZALO_WEBHOOK_SECRET: SECRET,
    ...WITHOUT_LIMITS,
  });
  child.start();
}

/** What a person writes whose talk is the `nth`: three messages, with different answers each. */
const messagesOf = (nth: number): readonly string[] => [
  `điều ${14 + (nth % 36)} hiến pháp`,
  nth % 2 === 0 ? 'cty nợ lương 2 tháng' : 'cty đuổi việc không báo trước',
  'cảm ơn bạn',
];
const chatOf = (nth: number) => `nguoi-${String(nth).padStart(3, '0')}`;

/** What a person reads who is never disturbed. */
function expectedReplies(): (nth: number) => readonly string[] {
  const { knowledgeOn } = know(join(folder, 'knowledge'));
  const day = vietnamDay(new Date());
  const known = new Map<string, readonly string[]>();
  const replyTo = (text: string): readonly string[] => {
    const reply =
      known.get(text) ??
      askOnce(text, { knowledgeOn, day, capabilities: CAPABILITIES.zalo }).messages.map((message) => message.text);
    known.set(text, reply);
    return reply;
  };
  return (nth) => messagesOf(nth).flatMap(replyTo);
}

/** Posts until it is taken, as a platform does. @returns How often it had to be posted. */
async function postUntilTaken(update: ZaloUpdateBody): Promise<number> {
  for (let times = 1; !over.signal.aborted; times += 1) {
    const address = await child.address();
    const headers = { 'content-type': 'application/json', 'x-bot-api-secret-token': SECRET };
    const call = { method: 'POST', headers, body: JSON.stringify(update), signal: AbortSignal.timeout(10_000) };
    const taken = await fetch(`${address}/webhooks/zalo`, call).catch(() => undefined);
    if (taken?.ok) return times;
  }
  throw new Error('The test is over');
}

function database<Row>(sql: string): readonly Row[] {
  const file = new Database(join(folder, 'hoi-quyen.db'), { readonly: true });
  try {
    return file.prepare(sql).all() as Row[];
  } finally {
    file.close();
  }
}

const unfinished = () =>
  database<{ n: number }>(
    `select (select count(*) from inbox where state <> 'answered')
          + (select count(*) from outbox where state in ('waiting', 'sending')) as n`,
  )[0]?.n;

/**
 * How often a message arrived again, in what one person read.
 *
 * @throws when anything is missing, out of order, foreign, or comes again later than right after itself.
 */
function repeatsIn(read: readonly string[], expected: readonly string[]): number {
  let at = 0;
  let repeats = 0;
  for (const text of read) {
    if (text === expected[at]) at += 1;
    else if (at > 0 && text === expected[at - 1]) repeats += 1;
    else throw new Error(`Message ${at + 1} is not what it should be: ${text.slice(0, 60)}`);
  }
  if (at !== expected.length) throw new Error(`Only ${at} of ${expected.length} messages arrived`);
  return repeats;
}

describe('Máy chủ bị giết giữa chừng', () => {
  it(`${KILLS} lần, trong khi ${CONVERSATIONS} người nhắn: không mất, không đảo, không lặp ngoài tin đang trên đường`, async () => {
    const expected = expectedReplies();
    const replies = Array.from({ length: CONVERSATIONS }, (_, nth) => expected(nth));
    const owed = replies.flat().length;
    startChild('warn');

    let posts = 0;
    const waiting = Array.from({ length: CONVERSATIONS }, (_, nth) => nth);
    const write = async () => {
      for (let nth = waiting.shift(); nth !== undefined; nth = waiting.shift()) {
        for (const text of messagesOf(nth)) {
          const times = await postUntilTaken(zalo.textFrom(chatOf(nth), text));
          posts += times;
        }
      }
    };

    const random = randomFrom(SEED);
    const kill = async () => {
      for (let nth = 0; nth < KILLS; nth += 1) {
        // Somewhere in the next tenth of the run, and from there up to 40 ms on: at any step of the work.
        await zalo.hasSent(Math.floor(((nth + random()) / KILLS) * owed * 0.95));
        const pauseMs = random() * 40;
        if (nth % 2 === 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
        else await zalo.called('sendMessage');
        await child.end('SIGKILL');
        child.start();
        // Once also while it is starting.
        if (nth === 4) {
          await new Promise((resolve) => setTimeout(resolve, random() * 1500));
          await child.end('SIGKILL');
          child.start();
        }
      }
    };
    await Promise.all([kill(), ...Array.from({ length: WRITERS }, write)]);
    await child.address();
    await vitest.waitFor(() => expect(unfinished()).toBe(0), { timeout: 60_000, interval: 100 });

    const read = Array.from({ length: CONVERSATIONS }, (_, nth) =>
      zalo.sent.filter(({ chatId }) => chatId === chatOf(nth)).map(({ text }) => text),
    );
    const extra = read.reduce((sum, texts, nth) => sum + repeatsIn(texts, replies[nth] ?? []), 0);
    const [{ uncertain, messages, sent } = { uncertain: -1, messages: -1, sent: -1 }] = database<{
      uncertain: number;
      messages: number;
      sent: number;
    }>(
      `select (select sum(uncertain) from outbox) as uncertain, (select count(*) from inbox) as messages,
              (select count(*) from outbox where state = 'sent') as sent`,
    );
    process.stdout.write(
      `kill test: ${messages} messages of ${CONVERSATIONS} people in ${posts} posts, ${owed} replies owed, ` +
        `${KILLS + 1} kills (one at start), ` +
        `${zalo.sent.length} arrived, ${extra} of them again, ${uncertain} recorded as uncertain\n`,
    );
    expect({ messages, sent, arrived: zalo.sent.length }).toEqual({
      messages: CONVERSATIONS * 3,
      sent: owed,
      arrived: owed + extra,
    });
    expect(extra).toBeLessThanOrEqual(uncertain);
    expect(child.log.filter((line) => line.includes('"level":50'))).toEqual([]);
  }, 300_000);
});

describe('Máy chủ được bảo dừng (SIGTERM)', () => {
  it('làm xong việc đang làm rồi mới dừng; phần còn lại làm khi bật lại, không lặp tin nào', async () => {
    const expected = expectedReplies();
    const people = 40;
    startChild('info');
    await child.address();
    const writing = Promise.all(
      Array.from({ length: people }, async (_, nth) => {
        for (const text of messagesOf(nth)) await postUntilTaken(zalo.textFrom(chatOf(nth), text));
      }),
    );
    await zalo.hasSent(15);
    await zalo.called('sendMessage');
    expect(await child.end('SIGTERM')).toEqual({ code: 0, signal: null });
    const events = child.log.map((line) => (JSON.parse(line) as { msg: string }).msg);
    expect(events).toContain('stopping');
    expect(events.at(-1)).toBe('stopped');
    expect(database(`select count(*) as n from outbox where state = 'sending'`)).toEqual([{ n: 0 }]);
    expect(database(`select count(*) as n from outbox where state = 'sent'`)).toEqual([{ n: zalo.sent.length }]);

    child.start();
    await writing;
    await vitest.waitFor(() => expect(unfinished()).toBe(0), { timeout: 60_000, interval: 100 });
    for (let nth = 0; nth < people; nth += 1) {
      const read = zalo.sent.filter(({ chatId }) => chatId === chatOf(nth)).map(({ text }) => text);
      expect(read).toEqual(expected(nth));
    }
    expect(database('select sum(uncertain) as n from outbox')).toEqual([{ n: 0 }]);
  }, 180_000);
});
