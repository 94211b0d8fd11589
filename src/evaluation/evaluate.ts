/** One labelled question (the format of the evaluation files). */
export interface Labelled {
  readonly id: string;
  readonly text: string;
  readonly kind: string;
  readonly expect: 'answer' | 'abstain' | 'urgent' | 'either';
  /** Citations that ground a right answer; `<code>:*` stands for any article of the instrument. */
  readonly accept: readonly string[];
}

/** What the bot made of it, as `ask --json` prints it. */
export interface Given {
  readonly outcome: string;
  readonly urgent: string | null;
  readonly answers: readonly { readonly citations: readonly string[]; readonly confidence: number }[];
}

/** Shares between 0 and 1; `null` where nothing could be counted. */
export interface Measures {
  readonly n: number;
  /** Questions given an answer, right or wrong. */
  readonly answered: number;
  /** Of those answered: the first answer rests on an accepted citation. Answering what should be left unanswered is wrong. */
  readonly accuracy: number | null;
  /** Of the answerable: answered; a right entry among offered choices counts half. */
  readonly answerRate: number | null;
  readonly hit1: number | null;
  readonly hit3: number | null;
  /** Of those to be left unanswered: neither answered nor offered as choices. */
  readonly abstainRecall: number | null;
  readonly urgentRecall: number | null;
  /** Of the questions without danger: taken for dangerous. */
  readonly urgentFalseAlarms: number | null;
  /** Expected calibration error of the first candidate's confidence, ten bins. */
  readonly ece: number | null;
  /** Does the confidence of the first candidate tell right from wrong? Answerable questions. */
  readonly aurocRightWrong: number | null;
  /** Does it tell answerable questions from those outside the subject? */
  readonly aurocScope: number | null;
}

export interface Evaluated {
  readonly overall: Measures;
  readonly byKind: Readonly<Record<string, Measures>>;
}

interface Judged {
  readonly question: Labelled;
  readonly given: Given;
  readonly answerable: boolean;
  /** For each candidate, best first. */
  readonly right: readonly boolean[];
  readonly sure: number;
}

/** Measures answers against labels, over all and by kind (contracts §7, `eval`). */
export function evaluate(pairs: readonly (readonly [Labelled, Given])[]): Evaluated {
  const judged = pairs.map(
    ([question, given]): Judged => ({
      question,
      given,
      answerable: question.expect === 'answer' || question.expect === 'urgent',
      right: given.answers.map(({ citations }) => meets(citations, question.accept)),
      sure: given.answers[0]?.confidence ?? 0,
    }),
  );
  const kinds = [...new Set(judged.map(({ question }) => question.kind))];
  return {
    overall: measure(judged),
    byKind: Object.fromEntries(
      kinds.map((kind) => [kind, measure(judged.filter(({ question }) => question.kind === kind))]),
    ),
  };
}

/** Does one of the citations ground what is accepted? Clauses and points do not matter. */
export function meets(citations: readonly string[], accept: readonly string[]): boolean {
  return citations.some((citation) => {
    const [code = '', place = ''] = citation.split(':');
    return accept.includes(`${code}:${place.split('.')[0]}`) || accept.includes(`${code}:*`);
  });
}

function measure(judged: readonly Judged[]): Measures {
  const answerable = judged.filter((one) => one.answerable);
  const toLeave = judged.filter(({ question }) => question.expect === 'abstain');
  const urgent = judged.filter(({ question }) => question.expect === 'urgent');
  const calm = judged.filter(({ question }) => question.expect !== 'urgent');
  const answered = judged.filter(({ given }) => given.outcome === 'answer');
  // "Either" questions may be left alone or answered; they count as answered only where it is known what would be right.
  const decided = answered.filter(({ question }) => question.expect !== 'either' || question.accept.length > 0);
  const credit = ({ given, right }: Judged): number =>
    given.outcome === 'answer' ? 1 : given.outcome === 'choices' && right.slice(0, 4).some(Boolean) ? 0.5 : 0;
  return {
    n: judged.length,
    answered: answered.length,
    accuracy: share(decided, ({ right }) => right[0] === true),
    answerRate:
      answerable.length === 0 ? null : round(answerable.reduce((sum, one) => sum + credit(one), 0) / answerable.length),
    hit1: share(answerable, ({ right }) => right[0] === true),
    hit3: share(answerable, ({ right }) => right.slice(0, 3).some(Boolean)),
    abstainRecall: share(toLeave, ({ given }) => given.outcome !== 'answer' && given.outcome !== 'choices'),
    urgentRecall: share(urgent, ({ given }) => given.urgent !== null),
    urgentFalseAlarms: share(calm, ({ given }) => given.urgent !== null),
    ece: calibrationError(answerable.map(({ sure, right }) => [sure, right[0] === true])),
    aurocRightWrong: auroc(answerable.map(({ sure, right }) => [sure, right[0] === true])),
    aurocScope: auroc([...answerable, ...toLeave].map(({ sure, answerable: inside }) => [sure, inside])),
  };
}

function share(of: readonly Judged[], holds: (one: Judged) => boolean): number | null {
  return of.length === 0 ? null : round(of.filter(holds).length / of.length);
}

/** Probability that a true one gets a higher value than a false one; ties count half. */
function auroc(values: readonly (readonly [number, boolean])[]): number | null {
  const yes = values.filter(([, truth]) => truth).map(([value]) => value);
  const no = values.filter(([, truth]) => !truth).map(([value]) => value);
  if (yes.length === 0 || no.length === 0) return null;
  const won = yes.reduce((sum, a) => sum + no.reduce((inner, b) => inner + (a > b ? 1 : a === b ? 0.5 : 0), 0), 0);
  return round(won / (yes.length * no.length));
}

const BINS = 10;

function calibrationError(values: readonly (readonly [number, boolean])[]): number | null {
  if (values.length === 0) return null;
  const bins = Array.from({ length: BINS }, (_, nth) =>
    values.filter(([sure]) => Math.min(BINS - 1, Math.floor(sure * BINS)) === nth),
  );
  const error = bins.reduce((sum, bin) => {
    if (bin.length === 0) return sum;
    const sure = bin.reduce((total, [value]) => total + value, 0) / bin.length;
    const right = bin.filter(([, truth]) => truth).length / bin.length;
    return sum + (bin.length / values.length) * Math.abs(sure - right);
  }, 0);
  return round(error);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
