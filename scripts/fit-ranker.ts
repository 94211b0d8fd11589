/** `npm run fit:ranker`: fits the order of candidates on labelled questions; see USAGE. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fitRanker, type RankedQuestion } from '../src/evaluation/fit-ranker.ts';
import { measureRetrieval } from '../src/evaluation/measure-retrieval.ts';
import { COMPARED_ARTICLES, documentOf } from '../src/search/article-index.ts';
import { Comparer } from '../src/search/compare.ts';
import { Ranker } from '../src/search/ranker.ts';
import { TextIndex } from '../src/search/text-index.ts';
import { commandLine } from './command-line.ts';
import { readCorpus, readQuestions } from './dataset.ts';

const USAGE = `npm run fit:ranker -- DIR [DIR…]
  Fits src/search/weights/articles.json on the dev questions of retrieval sets (default: ../shared/data/alqac
  ../shared/data/luat-2026). Prints what it gives on questions it has not seen, in five folds, before fitting on all.
`;
const FILE = new URL('../src/search/weights/articles.json', import.meta.url);
const FOLDS = 5;
const OPTIONS = { units: 16, rounds: 14, seed: 2026 };

interface Labelled extends RankedQuestion {
  readonly set: string;
  readonly found: readonly string[];
  readonly wanted: ReadonlySet<string>;
}

const { positionals } = commandLine(USAGE, { allowPositionals: true, options: {} });
const folders = positionals.length > 0 ? positionals : ['../shared/data/alqac', '../shared/data/luat-2026'];
const questions = folders.flatMap((folder) => {
  const corpus = readCorpus(folder);
  const documents = corpus.map(documentOf);
  const comparer = new Comparer(TextIndex.build(documents), documents);
  process.stderr.write(`${folder}: ${corpus.length} articles indexed\n`);
  return readQuestions(folder, join(folder, 'qrels/dev.tsv')).map(({ text, wanted }): Labelled => {
    const { documents: chosen, features } = comparer.compare(text, COMPARED_ARTICLES);
    const found = chosen.map((document) => corpus[document]?.id ?? '');
    return { set: folder, found, wanted, features, right: found.map((id) => wanted.has(id)) };
  });
});

const unseen = Array.from({ length: FOLDS }, (_, fold) => {
  const ranker = new Ranker(
    fitRanker(
      questions.filter((_, nth) => nth % FOLDS !== fold),
      OPTIONS,
    ),
  );
  process.stderr.write(`fold ${fold + 1} of ${FOLDS}\n`);
  return questions
    .filter((_, nth) => nth % FOLDS === fold)
    .map(({ set, found, wanted, features }) => {
      const { order } = ranker.rank({ documents: found.map((_, nth) => nth), features });
      return { set, found: order.map((nth) => found[nth] ?? ''), wanted, ms: 0 };
    });
}).flat();
for (const folder of folders) {
  const { p50Ms: _, p99Ms: __, ...measures } = measureRetrieval(unseen.filter(({ set }) => set === folder));
  process.stdout.write(`${folder}, unseen questions: ${JSON.stringify(measures)}\n`);
}
const weights = fitRanker(questions, {
  ...OPTIONS,
  progress: (round, rounds) => process.stderr.write(`round ${round} of ${rounds}\n`),
});
writeFileSync(FILE, `${JSON.stringify(weights)}\n`);
