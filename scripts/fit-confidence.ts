/** `npm run fit:confidence -- FILE`: fits src/answering/model.json; see USAGE. */
import { writeFileSync } from 'node:fs';
import { vietnamDay } from '../src/base/days.ts';
import { upperBound } from '../src/evaluation/fit-confidence.ts';
import { fitDecision, tryLabelled, tryQuestion } from '../src/evaluation/fit-decision.ts';
import { askHeldOut, holdOut } from '../src/evaluation/held-out.ts';
import { OUTSIDE_QUESTIONS } from '../src/evaluation/outside-questions.ts';
import { know } from '../src/know.ts';
import { commandLine, misused } from './command-line.ts';
import { readLabelled } from './labelled.ts';
import { tellLearning } from './tell-learning.ts';

const USAGE = `npm run fit:confidence -- FILE.jsonl
  Fits the probability of an answer on phrasings held out of the index and on the labelled questions of FILE, and chooses
  the thresholds on questions that the model was not fitted on (ten folds). About a minute.
`;
const MODEL = new URL('../src/answering/model.json', import.meta.url);
const HELD_OUT_FOLD = 1;

const { positionals } = commandLine(USAGE, { allowPositionals: true, options: {} });
const [file] = positionals;
if (file === undefined) misused(USAGE, 'FILE, with the labelled questions, is missing.');
const day = vietnamDay(new Date());
const { library, lexicon, indexOn } = know(process.env.KNOWLEDGE_DIR ?? './knowledge', tellLearning);
const heldOut = askHeldOut(holdOut(library.currentOn(day), lexicon, HELD_OUT_FOLD));
process.stderr.write(`${heldOut.length} phrasings held out, ${heldOut.filter(({ right }) => right).length} right\n`);
const index = indexOn(day);
const { decision, answer, strict, unseen } = fitDecision({
  heldOut,
  labelled: tryLabelled(index, readLabelled(file)),
  outside: OUTSIDE_QUESTIONS.flatMap((text) => tryQuestion(index, text, () => false)),
});
writeFileSync(MODEL, `${JSON.stringify(decision, null, 2)}\n`);
process.stdout.write(`${unseen.length} labelled questions, unseen: ${JSON.stringify({ answer, strict })}\n`);
for (const share of [0.5, 0.6, 0.7, 0.8, 0.9]) {
  const given = unseen.filter(({ sure }) => sure >= share);
  const wrong = given.filter(({ right }) => !right).length;
  process.stdout.write(
    `from ${share}: ${given.length} answered, ${wrong} wrong, upper bound ${upperBound(wrong, given.length).toFixed(3)}\n`,
  );
}
process.stdout.write(`${JSON.stringify(decision)}\n`);
