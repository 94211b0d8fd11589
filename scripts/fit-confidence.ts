/** `npm run fit:confidence`: fits src/answering/model.json on phrasings held out of the index. About a minute. */
import { writeFileSync } from 'node:fs';
import { vietnamDay } from '../src/base/days.ts';
import { askHeldOut, fitModel, thresholdFor } from '../src/evaluation/held-out.ts';
import { know } from '../src/know.ts';

const FILE = new URL('../src/answering/model.json', import.meta.url);
/**
 * Share of the answers given that are to be right on held-out phrasings. These are harder than real questions: an eighth
 * of them has no entry at all.
 */
const ANSWER_PRECISION = 0.93;
/** Choices are offered down to this share of the threshold for answers. */
const OFFER_SHARE = 0.5;

const { library } = know(process.env.KNOWLEDGE_DIR ?? './knowledge');
const data = askHeldOut(library.currentOn(vietnamDay(new Date())), (fold, folds) =>
  process.stderr.write(`fold ${fold} of ${folds}\n`),
);
const fitted = fitModel(data);
const answer = thresholdFor(ANSWER_PRECISION, data, fitted);
const round = (value: number) => Math.round(value * 1000) / 1000;
const model = Object.fromEntries(Object.entries(fitted).map(([name, weight]) => [name, round(weight)]));
writeFileSync(
  FILE,
  `${JSON.stringify({ model, thresholds: { answer: round(answer), offer: round(answer * OFFER_SHARE) } }, null, 2)}\n`,
);
const right = data.filter((one) => one.right).length;
process.stdout.write(`${data.length} phrasings, ${right} right; ${JSON.stringify({ model, answer: round(answer) })}\n`);
