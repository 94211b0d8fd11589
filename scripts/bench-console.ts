/** `npm run bench:console [-- --json]`: what every page of the console costs in a database that a country has used for a year. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Role } from '../src/accounts/account.ts';
import { WebChannel } from '../src/channels/web/web-channel.ts';
import { know } from '../src/know.ts';
import { makeLog } from '../src/log.ts';
import { settingsFrom } from '../src/settings.ts';
import { openApp } from '../src/wiring.ts';
import { BIG_CENTRE, fill } from './bench-console/fill.ts';
import { commandLine, misused } from './command-line.ts';
import { visits } from './console/pages.ts';
import { sessionOf } from './console/session-of.ts';
import { openStore } from './open-store.ts';

const HELP = `Usage: npm run bench:console [-- --json] [-- --times 20]

Fills a new database with 10,000 referrals, 5,000 entries and a year of counts, opens every page of the console as
somebody who may see it, and prints how long the server took and how large the page is. Ends with 1 where a page takes
200 ms or more at its median, or has 100 kB or more.
`;
const REFERRALS = 10_000;
const OF_BIG_CENTRE = 3_000;
const ENTRIES = 5_000;
const MOST_MS = 200;
const MOST_BYTES = 100_000;

/** What one page cost. */
interface Cost {
  readonly page: string;
  readonly as: Role | 'nobody';
  readonly status: number;
  /** The first time, when nothing was kept or compiled yet; not judged. */
  readonly firstMs: number;
  readonly p50Ms: number;
  readonly maxMs: number;
  readonly bytes: number;
  readonly gzipBytes: number;
  readonly misses: boolean;
}

async function main(): Promise<void> {
  const { values } = commandLine(HELP, {
    options: {
      json: { type: 'boolean', default: false },
      times: { type: 'string', default: '20' },
    },
  });
  const times = Number(values.times);
  if (!Number.isInteger(times) || times < 1)
    misused(HELP, `--times must be a whole number from 1, not "${values.times}"`);
  const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-bench-'));
  try {
    const costs = await measure(folder, times);
    if (values.json)
      process.stdout.write(`${JSON.stringify({ referrals: REFERRALS, entries: ENTRIES, pages: costs })}\n`);
    else process.stdout.write(table(costs));
    if (costs.some(({ misses }) => misses)) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(folder: string, times: number): Promise<readonly Cost[]> {
  const settings = settingsFrom({ NODE_ENV: 'development', DATABASE_URL: `file:${join(folder, 'bench.db')}` });
  const { shipped } = know(settings.KNOWLEDGE_DIR);
  const store = await openStore(settings);
  const filled = await fill({
    store,
    files: shipped.files,
    textOf: shipped.textOf,
    now: new Date(),
    referrals: REFERRALS,
    ofBigCentre: OF_BIG_CENTRE,
    entries: ENTRIES,
    progress: (what, done, of) => tell(`${what}: ${done} of ${of}`),
  });
  await store.close();
  tell('starting the program: its index takes in what was published');
  const log = makeLog({ level: 'error', secrets: [] });
  const now = () => new Date();
  const app = await openApp({ settings, log, now, channels: [new WebChannel()] });
  const cookies = new Map<Role, string>();
  for (const [role, id] of Object.entries(filled.accounts) as [Role, (typeof filled.accounts)[Role]][]) {
    cookies.set(role, await sessionOf(id, { store: app.store, secret: settings.SESSION_SECRET, now }));
  }
  const costs: Cost[] = [];
  const pages = visits({
    ticket: filled.tickets.talked,
    closedTicket: filled.tickets.closed,
    account: filled.accounts.staff,
    entry: filled.edited,
    draft: filled.draft,
    inReview: filled.inReview,
    published: filled.published,
    candidate: filled.candidate,
    question: filled.question,
    canned: filled.canned,
  });
  for (const [nth, { path, as }] of pages.entries()) {
    tell(`pages: ${nth + 1} of ${pages.length}`);
    const call = () => app.web.request(path, { headers: { cookie: (as && cookies.get(as)) ?? '' } });
    const first = performance.now();
    await (await call()).arrayBuffer();
    const firstMs = round(performance.now() - first);
    const took: number[] = [];
    let [status, body] = [0, Buffer.alloc(0)];
    for (let time = 0; time < times; time += 1) {
      const began = performance.now();
      const response = await call();
      body = Buffer.from(await response.arrayBuffer());
      took.push(performance.now() - began);
      status = response.status;
    }
    took.sort((a, b) => a - b);
    const p50Ms = round(took[Math.floor(took.length / 2)] ?? 0);
    costs.push({
      page: path,
      as: as ?? 'nobody',
      status,
      firstMs,
      p50Ms,
      maxMs: round(took.at(-1) ?? 0),
      bytes: body.length,
      gzipBytes: gzipSync(body).length,
      misses: p50Ms >= MOST_MS || body.length >= MOST_BYTES || status >= 500,
    });
  }
  tell('');
  await app.stop();
  return costs;
}

function table(costs: readonly Cost[]): string {
  const rows = costs.map(
    ({ page, as, status, firstMs, p50Ms, maxMs, bytes, gzipBytes, misses }) =>
      `| \`${page}\` | ${as} | ${status} | ${firstMs} | ${p50Ms} | ${maxMs} | ${kB(bytes)} | ${kB(gzipBytes)} | ${misses ? '**missed**' : ''} |`,
  );
  const missed = costs.filter(({ misses }) => misses).length;
  return `| Page | As | Status | First, ms | p50, ms | Longest, ms | kB | kB, gzip | |
|---|---|--:|--:|--:|--:|--:|--:|---|
${rows.join('\n')}

${costs.length} pages with ${REFERRALS} referrals (${OF_BIG_CENTRE} at the centre ${BIG_CENTRE}) and ${ENTRIES} entries; ${missed} missed ${MOST_MS} ms or ${MOST_BYTES / 1000} kB.
`;
}

function kB(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}

function tell(what: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${what}`);
  else if (/: 1 of|program/.test(what)) process.stderr.write(`${what}\n`);
}

await main();
