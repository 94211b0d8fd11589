/** `npm run eval -- FILE`: labelled questions against the bot; a table, and JSON in reports/eval.json. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { askOnce } from '../src/ask.ts';
import { vietnamDay } from '../src/base/days.ts';
import { CAPABILITIES } from '../src/channels/capabilities.ts';
import { evaluate, type Labelled, type Measures } from '../src/evaluation/evaluate.ts';
import { know } from '../src/know.ts';

const USAGE = `npm run --silent eval -- FILE.jsonl [--json] [--as-of YYYY-MM-DD] [--knowledge DIR]
  FILE: one {"id","text","kind","expect","accept"} for each line. Also writes reports/eval.json.
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

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    'as-of': { type: 'string' },
    knowledge: { type: 'string' },
    help: { type: 'boolean' },
  },
});
const [file] = positionals;
if (!file || values.help) {
  process.stderr.write(USAGE);
  process.exit(values.help ? 0 : 2);
}
const { knowledgeOn } = know(values.knowledge ?? process.env.KNOWLEDGE_DIR ?? './knowledge');
const day = values['as-of'] ?? vietnamDay(new Date());
const questions = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as Labelled);
const result = evaluate(
  questions.map((question) => [
    question,
    askOnce(question.text, { knowledgeOn, day, capabilities: CAPABILITIES.terminal }),
  ]),
);
mkdirSync('reports', { recursive: true });
writeFileSync(REPORT, `${JSON.stringify(result, null, 2)}\n`);
if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
else {
  const rows = [['all', result.overall] as const, ...Object.entries(result.byKind).sort(([, a], [, b]) => b.n - a.n)];
  const cell = (value: string | number | null) => String(value ?? '–').padStart(9);
  process.stdout.write(
    `${''.padEnd(14)}${COLUMNS.map((name) => cell(name.replace('urgentFalseAlarms', 'falseAl').replace('aurocRightWrong', 'auRW').replace('aurocScope', 'auScope').replace('abstainRecall', 'abstain').replace('urgentRecall', 'urgent').replace('answerRate', 'rate'))).join('')}\n`,
  );
  for (const [name, measures] of rows)
    process.stdout.write(`${name.padEnd(14)}${COLUMNS.map((column) => cell(measures[column])).join('')}\n`);
  process.stdout.write(`\nWritten to ${REPORT}\n`);
}
