/** `npm run bench:retrieval -- DATASET`: our engine, MiniSearch as it comes, and SQLite FTS5 on one retrieval set. See USAGE. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import MiniSearch from 'minisearch';
import { measureRetrieval, type RetrievalMeasures } from '../src/evaluation/measure-retrieval.ts';
import { ArticleIndex, type ArticleText } from '../src/search/article-index.ts';
import type { RankerWeights } from '../src/search/ranker.ts';
import { commandLine, misused } from './command-line.ts';
import { readCorpus, readQuestions } from './dataset.ts';

const USAGE = `npm run --silent bench:retrieval -- DIR [--qrels FILE] [--queries FILE] [--subset IDS] [--only NAME] [--json]
  DIR            corpus.jsonl.gz and queries.jsonl (contracts §7)
  --qrels FILE   labels, default DIR/qrels/dev.tsv
  --queries FILE default DIR/queries.jsonl
  --subset IDS   only the articles of this file, one id a line
  --only NAME    one engine: hoi-quyen, minisearch or fts5; otherwise each in a process of its own, so that rssMb is its own
`;
const FOUND = 10;
const WARM_UP = 100;

interface Engine {
  readonly name: string;
  readonly build: (articles: readonly ArticleText[]) => (question: string) => readonly string[];
}

type Row = { engine: string; docs: number } & RetrievalMeasures & { indexSeconds: number; rssMb: number };

const weights = JSON.parse(
  readFileSync(new URL('../src/search/weights/articles.json', import.meta.url), 'utf8'),
) as RankerWeights;

const ENGINES: readonly Engine[] = [
  {
    name: 'hoi-quyen',
    build: (articles) => {
      const index = new ArticleIndex(articles, weights);
      return (question) => index.search(question, FOUND);
    },
  },
  {
    name: 'minisearch',
    build: (articles) => {
      const index = new MiniSearch<ArticleText>({ fields: ['title', 'text'] });
      index.addAll(articles);
      return (question) =>
        index
          .search(question)
          .slice(0, FOUND)
          .map(({ id }) => String(id));
    },
  },
  {
    name: 'fts5',
    build: (articles) => {
      const db = new Database(':memory:');
      db.exec('create virtual table articles using fts5(id unindexed, title, text)');
      const insert = db.prepare('insert into articles values (?, ?, ?)');
      db.transaction(() => {
        for (const { id, title, text } of articles) insert.run(id, title, text);
      })();
      const find = db
        .prepare<[string, number], string>(
          'select id from articles where articles match ? order by bm25(articles) limit ?',
        )
        .pluck();
      return (question) => {
        const words = question.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
        return words.length === 0 ? [] : find.all(words.map((word) => `"${word}"`).join(' OR '), FOUND);
      };
    },
  },
];

const { values, positionals } = commandLine(USAGE, {
  allowPositionals: true,
  options: {
    qrels: { type: 'string' },
    queries: { type: 'string' },
    subset: { type: 'string' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const [folder] = positionals;
if (folder === undefined) misused(USAGE, 'DIR, with the articles and questions, is missing.');
if (!existsSync(join(folder, 'corpus.jsonl.gz'))) misused(USAGE, `${folder}: there is no corpus.jsonl.gz`);
const qrels = values.qrels ?? join(folder, 'qrels/dev.tsv');
const others = [qrels, values.queries ?? join(folder, 'queries.jsonl'), values.subset].filter(
  (file) => file !== undefined,
);
for (const file of others) if (!existsSync(file)) misused(USAGE, `${file}: there is no such file`);
const rows = values.only ? [measure(values.only)] : ENGINES.map(({ name }) => measureApart(name));
if (values.json) process.stdout.write(`${JSON.stringify(rows)}\n`);
else {
  process.stdout.write(
    `${basename(folder)}: ${rows[0]?.docs} articles, ${rows[0]?.queries} questions\n\n` +
      '| engine | hit@1 | hit@3 | recall@10 | MRR@10 | nDCG@10 | index s | MB | p50 ms | p99 ms |\n|---|---|---|---|---|---|---|---|---|---|\n',
  );
  for (const row of rows) {
    const cells = [
      row.engine,
      row.hit1,
      row.hit3,
      row.recall10,
      row.mrr10,
      row.ndcg10,
      row.indexSeconds,
      row.rssMb,
      row.p50Ms,
      row.p99Ms,
    ];
    process.stdout.write(`| ${cells.join(' | ')} |\n`);
  }
}

/** The same command for one engine alone. */
function measureApart(name: string): Row {
  const command = [...process.execArgv, process.argv[1] ?? '', ...process.argv.slice(2), '--only', name];
  const args = command.includes('--json') ? command : [...command, '--json'];
  const printed = execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  const [row] = JSON.parse(printed) as readonly [Row];
  return row;
}

function measure(name: string): Row {
  const engine = ENGINES.find((known) => known.name === name);
  if (!engine || !folder) {
    return misused(USAGE, `--only ${name}: must be one of ${ENGINES.map((known) => known.name).join(', ')}`);
  }
  process.stderr.write(`${name} …\n`);
  const articles = readCorpus(folder, values.subset);
  const questions = readQuestions(folder, qrels, values.queries);
  const began = performance.now();
  const search = engine.build(articles);
  const indexSeconds = Math.round((performance.now() - began) / 100) / 10;
  for (const { text } of questions.slice(0, WARM_UP)) search(text);
  const runs = questions.map(({ text, wanted }) => {
    const from = performance.now();
    const found = search(text);
    return { found, wanted, ms: performance.now() - from };
  });
  // Resident memory of the process, with Node.js and the articles themselves.
  const rssMb = Math.round(process.memoryUsage().rss / 1e6);
  return { engine: name, docs: articles.length, ...measureRetrieval(runs), indexSeconds, rssMb };
}
