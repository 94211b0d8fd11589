/** `npm run docs:evaluation -- FILE`: measures everything anew and writes docs/evaluation.md, its pictures, and the tables of the README. */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as echarts from 'echarts';
import { askOnce } from '../src/ask.ts';
import { vietnamDay } from '../src/base/days.ts';
import { CAPABILITIES } from '../src/channels/capabilities.ts';
import { ablation } from '../src/evaluation/ablation.ts';
import { crossValidate } from '../src/evaluation/cross-validate.ts';
import { type Evaluated, evaluate, type Measures } from '../src/evaluation/evaluate.ts';
import { thresholdFor } from '../src/evaluation/fit-confidence.ts';
import { fitDecision, type Sure, tryLabelled, tryQuestion } from '../src/evaluation/fit-decision.ts';
import { askHeldOut, holdOut } from '../src/evaluation/held-out.ts';
import { intervals } from '../src/evaluation/intervals.ts';
import { OUTSIDE_QUESTIONS } from '../src/evaluation/outside-questions.ts';
import { reliability, riskCoverage } from '../src/evaluation/reliability.ts';
import { know } from '../src/know.ts';
import { commandLine, misused } from './command-line.ts';
import { readLabelled } from './labelled.ts';
import { tellLearning } from './tell-learning.ts';

const USAGE = `npm run docs:evaluation -- FILE.jsonl [--keep-retrieval]
  FILE: labelled questions, as for npm run eval. Retrieval sets are measured where ../shared/data is there.
  --keep-retrieval   leaves the tables of the retrieval sets as they stand in the README; measuring them takes minutes
`;
const SETS = ['alqac', 'luat-2026'];
const SIZE = { width: 520, height: 360 };
const COLUMNS: readonly (readonly [keyof Measures, string])[] = [
  ['n', 'n'],
  ['answered', 'answered'],
  ['accuracy', 'accuracy among answered'],
  ['answerRate', 'answer rate'],
  ['hit1', 'hit@1'],
  ['hit3', 'hit@3'],
  ['abstainRecall', 'abstention'],
  ['urgentRecall', 'urgent recall'],
  ['urgentFalseAlarms', 'false alarms'],
  ['ece', 'calibration error'],
  ['aurocRightWrong', 'AUROC right/wrong'],
  ['aurocScope', 'AUROC in/out of scope'],
];

const { values, positionals } = commandLine(USAGE, {
  allowPositionals: true,
  options: { 'keep-retrieval': { type: 'boolean', default: false } },
});
const [file] = positionals;
if (file === undefined) misused(USAGE, 'FILE, with the labelled questions, is missing.');
const tell = (what: string): void => {
  process.stderr.write(`${what} …\n`);
};
const folder = './knowledge';
const day = vietnamDay(new Date());
const known = know(folder, tellLearning);
const entries = known.library.currentOn(day);
const index = known.indexOn(day);
const questions = readLabelled(file);
const capabilities = CAPABILITIES.terminal;

tell('questions, cross-validated');
const held = holdOut(entries, known.lexicon, 1);
const pairs = crossValidate({
  questions,
  index,
  heldOut: held,
  ask: (text, decision) => askOnce(text, { knowledgeOn: known.knowledgeWith(decision), day, capabilities }),
});
const evaluated = evaluate(pairs);
const spans = intervals(pairs, ['accuracy', 'answerRate', 'hit1', 'hit3']);

tell('calibration');
const decided = fitDecision({
  heldOut: askHeldOut(held),
  labelled: tryLabelled(index, questions),
  outside: OUTSIDE_QUESTIONS.flatMap((text) => tryQuestion(index, text, () => false)),
});
const within5 = thresholdFor(0.05, decided.unseen);
const within2 = thresholdFor(0.02, decided.unseen);
mkdirSync('docs/images', { recursive: true });
writeFileSync('docs/images/reliability.svg', reliabilityPicture(decided.unseen));
writeFileSync('docs/images/risk-coverage.svg', riskPicture(decided.unseen));

tell('ablation');
const ablated = ablation({ entries, index, held, questions, lexicon: known.lexicon });

const readme = readFileSync('README.md', 'utf8');
const retrievalTables = values['keep-retrieval'] ? partOf(readme, 'retrieval') : measureRetrieval();
tell('speed of the whole bot');
const speed = JSON.parse(command('bench', '--json')) as Record<string, number>;

const questionTable = tableOf(evaluated);
writeFileSync('docs/evaluation.md', document());
writeFileSync(
  'README.md',
  put(put(put(readme, 'questions', questionTable), 'retrieval', retrievalTables), 'speed', speedLine()),
);

function measureRetrieval(): string {
  return SETS.filter((set) => existsSync(`../shared/data/${set}`))
    .map((set) => {
      tell(`retrieval on ${set}`);
      return command('bench:retrieval', `../shared/data/${set}`);
    })
    .join('\n');
}

function command(script: string, ...args: readonly string[]): string {
  return execFileSync('npm', ['run', '--silent', script, '--', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function tableOf({ overall, byKind }: Evaluated): string {
  const rows = [['all', overall] as const, ...Object.entries(byKind).sort(([, a], [, b]) => b.n - a.n)];
  return [
    `| | ${COLUMNS.map(([, title]) => title).join(' | ')} |`,
    `|---|${COLUMNS.map(() => '---|').join('')}`,
    ...rows.map(
      ([name, measures]) => `| ${name} | ${COLUMNS.map(([column]) => measures[column] ?? '–').join(' | ')} |`,
    ),
  ].join('\n');
}

function speedLine(): string {
  return `ready ${((speed.readyMs ?? 0) / 1000).toFixed(1)} s after start, ${speed.rssMb} MB resident, an answer end to end p50 ${speed.answerP50Ms} ms and p99 ${speed.answerP99Ms} ms, ${speed.messagesPerSecond} messages a second through inbox, answer and outbox on a SQLite file.`;
}

function partOf(text: string, part: string): string {
  const [begin, end] = [`<!-- ${part} -->`, `<!-- /${part} -->`];
  return text.slice(text.indexOf(begin) + begin.length, text.indexOf(end)).trim();
}

/** Replaces what stands between the marks of a part. */
function put(text: string, part: string, content: string): string {
  const [begin, end] = [`<!-- ${part} -->`, `<!-- /${part} -->`];
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  return from < 0 || to < 0 ? text : `${text.slice(0, from + begin.length)}\n${content.trim()}\n${text.slice(to)}`;
}

function reliabilityPicture(tried: readonly Sure[]): string {
  const bins = reliability(tried);
  return picture({
    title: { text: 'How sure, and how often right', left: 'center' },
    xAxis: { type: 'value', name: 'probability given', min: 0, max: 1, nameLocation: 'middle', nameGap: 26 },
    yAxis: { type: 'value', name: 'share right', min: 0, max: 1 },
    series: [
      {
        type: 'line',
        data: [
          [0, 0],
          [1, 1],
        ],
        symbol: 'none',
        lineStyle: { type: 'dashed', color: '#888' },
      },
      { type: 'line', data: bins.map(({ sure, right }) => [sure, right]), symbolSize: 9, color: '#1f5f8b' },
    ],
  });
}

function riskPicture(tried: readonly Sure[]): string {
  return picture({
    title: { text: 'Wrong among answered, by share answered', left: 'center' },
    xAxis: { type: 'value', name: 'share answered', min: 0, max: 1, nameLocation: 'middle', nameGap: 26 },
    yAxis: { type: 'value', name: 'share wrong', min: 0, max: 0.3 },
    series: [
      {
        type: 'line',
        data: riskCoverage(tried).map(({ coverage, risk }) => [coverage, risk]),
        symbol: 'none',
        color: '#a33',
      },
    ],
  });
}

function picture(option: Record<string, unknown>): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, ...SIZE });
  chart.setOption({ animation: false, grid: { left: 56, right: 24, top: 48, bottom: 48 }, ...option });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

function document(): string {
  const spanList = Object.entries(spans)
    .map(([name, [from, to]]) => `${name} ${from}–${to}`)
    .join(', ');
  return `# Evaluation

Written by \`npm run docs:evaluation -- FILE\` on ${day}, with ${entries.length} entries in force. Text that explains is in
[decisions/0004-search-by-words-and-meaning.md](decisions/0004-search-by-words-and-meaning.md); here are the figures.

## Questions of real style

${questions.length} labelled questions; none of them, nor a paraphrase, is in the knowledge base. \`npm run eval -- FILE --cross-validated\`: the probability and
the thresholds are fitted on four fifths of the questions and asked the last fifth.

${questionTable}

95 % intervals (bootstrap over the questions): ${spanList}.

## How sure the bot is

Probabilities under models that were not fitted on the question (ten folds). The threshold for an answer is the lowest from which the upper 90 % bound on
wrong answers is at most 8 %: ${decided.decision.thresholds.answer} (${decided.answer.answered} answered, ${decided.answer.wrong} wrong, bound ${decided.answer.upperBound.toFixed(3)}). For detention, violence, children and
complaints (deadlines) at most 6.5 %: ${decided.decision.thresholds.strict} (${decided.strict.answered} answered, ${decided.strict.wrong} wrong). A bound of
5 % would leave ${within5.answered} answered (${within5.wrong} wrong), one of 2 % ${within2.upperBound <= 0.02 ? within2.answered : 'none'}: so few questions cannot show more.

![Reliability](images/reliability.svg) ![Risk and coverage](images/risk-coverage.svg)

## What each part gives

Entries ranked by parts of the mix alone; labelled questions that the search decides, and phrasings held out of the index (right: the entry itself, or one that rests on the same
articles).

| | questions hit@1 | questions hit@3 | held-out phrasings hit@1 |
|---|---|---|---|
${ablated.map(({ name, hit1, hit3, heldOut }) => `| ${name} | ${hit1} | ${hit3} | ${heldOut} |`).join('\n')}

## Retrieval over articles of law

\`npm run bench:retrieval -- DIR\`, all engines in one run. The order of our engine was fitted on these dev questions; \`npm run fit:ranker\` prints what it gives on questions it has not seen.

${retrievalTables}

## The whole bot

\`npm run bench\`: ${speedLine()}
`;
}
