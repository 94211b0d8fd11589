/** `npm run fit:confidence -- FILE`: fits src/answering/model.json; see USAGE. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type ConfidenceModel, confidence, featuresOf } from '../src/answering/confidence.ts';
import { vietnamDay } from '../src/base/days.ts';
import { type Labelled, meets } from '../src/evaluation/evaluate.ts';
import { fitConfidence, thresholdFor, upperBound } from '../src/evaluation/fit-confidence.ts';
import { askHeldOut, holdOut, type Tried } from '../src/evaluation/held-out.ts';
import { OUTSIDE_QUESTIONS } from '../src/evaluation/outside-questions.ts';
import { know } from '../src/know.ts';

const USAGE = `npm run fit:confidence -- FILE.jsonl
  Fits the probability of an answer on phrasings held out of the index and on the labelled questions of FILE, and chooses
  the thresholds on questions that the model was not fitted on (ten folds). About a minute.
`;
const MODEL = new URL('../src/answering/model.json', import.meta.url);
/** Kinds of questions that the search decides; look-ups by number and greetings never come to it. */
const NOT_SEARCHED = new Set(['lookup', 'smalltalk', 'english']);
const FOLDS = 10;
/** Upper bounds on the share of wrong answers; docs/evaluation.md says why they are not 5 and 2 %. */
const MOST_WRONG = 0.08;
const MOST_WRONG_STRICT = 0.06;
/** Choices are offered from this probability on that one of them is right. */
const OFFER = 0.5;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean' } } });
const [file] = positionals;
if (!file || values.help) {
  process.stderr.write(USAGE);
  process.exit(values.help ? 0 : 2);
}
const day = vietnamDay(new Date());
const { library, lexicon, indexOn } = know(process.env.KNOWLEDGE_DIR ?? './knowledge');
const heldOut = askHeldOut(holdOut(library.currentOn(day), lexicon, 1));
process.stderr.write(`${heldOut.length} phrasings held out, ${heldOut.filter(({ right }) => right).length} right\n`);
const index = indexOn(day);
const labelled = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as Labelled)
  .filter(({ kind, expect }) => !NOT_SEARCHED.has(kind) && expect !== 'either')
  .flatMap(({ text, expect, accept }): readonly Tried[] => {
    const matches = index.search(text, 6);
    const [first] = matches;
    if (!first) return [];
    const right = expect !== 'abstain' && meets(first.entry.citations, accept);
    return [{ features: featuresOf(matches, 0, index.tellingWords(text)), right }];
  });
const outside = OUTSIDE_QUESTIONS.flatMap((text): readonly Tried[] => {
  const matches = index.search(text, 6);
  return matches.length === 0 ? [] : [{ features: featuresOf(matches, 0, index.tellingWords(text)), right: false }];
});
const unseen = Array.from({ length: FOLDS }, (_, fold) => {
  const model = fitConfidence({ heldOut, labelled: labelled.filter((_, nth) => nth % FOLDS !== fold), outside });
  return labelled
    .filter((_, nth) => nth % FOLDS === fold)
    .map(({ features, right }) => ({ sure: confidence(features, model), right }));
}).flat();
const answer = thresholdFor(MOST_WRONG, unseen);
const strict = thresholdFor(MOST_WRONG_STRICT, unseen);
const rounded = (value: number): number => Number(value.toPrecision(4));
const fitted = fitConfidence({ heldOut, labelled, outside });
const model: ConfidenceModel = { bias: rounded(fitted.bias), weights: fitted.weights.map(rounded) };
const thresholds = {
  answer: rounded(answer.from),
  strict: rounded(Math.max(answer.from, strict.from)),
  offer: OFFER,
};
writeFileSync(MODEL, `${JSON.stringify({ model, thresholds }, null, 2)}\n`);
process.stdout.write(`${labelled.length} labelled questions, unseen: ${JSON.stringify({ answer, strict })}\n`);
for (const share of [0.5, 0.6, 0.7, 0.8, 0.9]) {
  const given = unseen.filter(({ sure }) => sure >= share);
  const wrong = given.filter(({ right }) => !right).length;
  process.stdout.write(
    `from ${share}: ${given.length} answered, ${wrong} wrong, upper bound ${upperBound(wrong, given.length).toFixed(3)}\n`,
  );
}
process.stdout.write(`${JSON.stringify({ model, thresholds })}\n`);
