/** `npm run eval -- FILE`: labelled questions against the bot; a table, and JSON in reports/eval.json. See USAGE. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { clearlyRelated } from '../src/answering/related-law.ts';
import { askOnce } from '../src/ask.ts';
import { isDay, vietnamDay } from '../src/base/days.ts';
import { CAPABILITIES } from '../src/channels/capabilities.ts';
import { crossValidate } from '../src/evaluation/cross-validate.ts';
import { evaluate, type Labelled, type Measures } from '../src/evaluation/evaluate.ts';
import { holdOut } from '../src/evaluation/held-out.ts';
import { intervals } from '../src/evaluation/intervals.ts';
import { type Beside, relatedOffers } from '../src/evaluation/related-offers.ts';
import type { Knowledge, KnowledgeOn } from '../src/flow/knowledge-on.ts';
import { know } from '../src/know.ts';
import { commandLine, misused } from './command-line.ts';
import { openHeldLaw } from './held-law.ts';
import { readLabelled } from './labelled.ts';
import { withLoadedLaws } from './load-laws.ts';
import { tellLearning } from './tell-learning.ts';

const USAGE = `npm run --silent eval -- FILE.jsonl [--json] [--cross-validated] [--as-of YYYY-MM-DD] [--knowledge DIR] [--law DIR]
  FILE: one {"id","text","kind","expect","accept"} for each line. Also writes reports/eval.json.
  --cross-validated   each question under a probability and thresholds that were not fitted on it: needed where
                      FILE is the one that npm run fit:confidence was given
  --law DIR           with the articles of corpus.jsonl.gz and documents.tsv in DIR as official texts; also tells how
                      often articles are shown beside questions without an answer
`;
const REPORT = 'reports/eval.json';
const COLUMNS: readonly (keyof Measures)[] = [
  'n',
  'answered',
  'accuracy',
  'answerRate',
  'hit1',
  'hit3',
  'abstainRecall',
  'urgentRecall',
  'urgentFalseAlarms',
  'ece',
  'aurocRightWrong',
  'aurocScope',
];

const { values, positionals } = commandLine(USAGE, {
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    'cross-validated': { type: 'boolean', default: false },
    'as-of': { type: 'string' },
    knowledge: { type: 'string' },
    law: { type: 'string' },
  },
});
const [file] = positionals;
if (file === undefined) misused(USAGE, 'FILE, with the labelled questions, is missing.');
const day = values['as-of'] ?? vietnamDay(new Date());
if (!isDay(day)) misused(USAGE, `--as-of ${day}: must be a day that exists, YYYY-MM-DD`);
const known = know(values.knowledge ?? process.env.KNOWLEDGE_DIR ?? './knowledge', tellLearning);
const questions = readLabelled(file);
const capabilities = CAPABILITIES.terminal;
if (values.law) {
  process.stderr.write('storing the articles and making their index …\n');
  await withLoadedLaws(values.law, async (url) => {
    const laws = await openHeldLaw(url);
    if (laws) await measure(laws.knowledgeOn(known.knowledgeOn));
    await laws?.close();
  });
} else await measure(known.knowledgeOn);

async function measure(knowledgeOn: KnowledgeOn): Promise<void> {
  const pairs = values['cross-validated']
    ? crossValidate({
        questions,
        index: known.indexOn(day),
        heldOut: holdOut(known.library.currentOn(day), known.lexicon, 1),
        ask: (text, decision) => askOnce(text, { knowledgeOn: known.knowledgeWith(decision), day, capabilities }),
        progress: (fold, folds) => process.stderr.write(`fold ${fold} of ${folds}\n`),
      })
    : questions.map((question) => [question, askOnce(question.text, { knowledgeOn, day, capabilities })] as const);
  const beside = values.law
    ? relatedOffers(questions.map((question) => besideOf(question, knowledgeOn(day))))
    : undefined;
  const result = { ...evaluate(pairs), ...(beside && { related: beside }) };
  mkdirSync('reports', { recursive: true });
  writeFileSync(REPORT, `${JSON.stringify(result, null, 2)}\n`);
  if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else {
    // `| head` closes the pipe before everything is said.
    process.stdout.on('error', () => process.exit(0));
    const rows = [['all', result.overall] as const, ...Object.entries(result.byKind).sort(([, a], [, b]) => b.n - a.n)];
    const cell = (value: string | number | null) => String(value ?? '–').padStart(9);
    process.stdout.write(
      `${''.padEnd(14)}${COLUMNS.map((name) => cell(name.replace('urgentFalseAlarms', 'falseAl').replace('aurocRightWrong', 'auRW').replace('aurocScope', 'auScope').replace('abstainRecall', 'abstain').replace('urgentRecall', 'urgent').replace('answerRate', 'rate'))).join('')}\n`,
    );
    for (const [name, measures] of rows)
      process.stdout.write(`${name.padEnd(14)}${COLUMNS.map((column) => cell(measures[column])).join('')}\n`);
    const spans = Object.entries(intervals(pairs, ['accuracy', 'answerRate', 'hit1', 'hit3']));
    process.stdout.write(
      `\n95 % intervals (bootstrap): ${spans.map(([name, [from, to]]) => `${name} ${from}–${to}`).join(', ')}\nWritten to ${REPORT}\n`,
    );
    if (beside) {
      const { outside, unanswered, withoutEntries } = beside;
      process.stdout.write(
        `articles of law beside: ${outside.shown} of ${outside.n} to be left unanswered; ${unanswered.shown} of ${unanswered.n} that were not answered (${unanswered.right} right); if no entry answered: ${withoutEntries.shown} of ${withoutEntries.n} (${withoutEntries.right} right)\n`,
      );
    }
  }
}

/** What stands beside one question, and what would if no entry answered it. */
function besideOf(question: Labelled, { judge, law }: Knowledge): Beside {
  const { answer, related = [] } = judge(question.text);
  const telling = known.indexOn(day).tellingWords(question.text);
  return {
    question,
    unanswered: answer.kind === 'not-known' || answer.kind === 'out-of-scope',
    related,
    otherwise: clearlyRelated(law.find?.(question.text, day) ?? [], telling).map(({ citation }) => citation),
  };
}
