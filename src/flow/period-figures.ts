import { DANGERS } from '../base/danger.ts';
import { type Day, nextDay, vietnamDay } from '../base/days.ts';
import type { WorkingTime } from '../base/working-time.ts';
import { UNHELPFUL_REASONS } from '../conversation/conversation.ts';
import type { Citation } from '../knowledge/citation.ts';
import type { Topic } from '../knowledge/inspect-knowledge.ts';
import type { FirstAnswerTime, MessageCount } from '../ports/measures.ts';
import type { Records } from '../ports/store.ts';
import type { ProvinceCode } from '../referral/legal-aid-centre.ts';
import type { Rendering } from '../reply/render.ts';
import {
  type AnswerRatings,
  COUNTED_CHANNELS,
  COUNTED_OUTCOMES,
  COUNTED_RATINGS,
  type CountsBy,
  type DeliveryCounts,
  type FirstAnswer,
  GIVEN_UP_REASONS,
  type Named,
  type Period,
  type PeriodFigures,
  type ProvinceReferrals,
} from '../reporting/figures.ts';
import type { Metric } from '../reporting/metrics.ts';
import { type CountedAnswer, countedAnswer, hoursMeter } from './count-forgotten.ts';
import { breath } from './entries/breath.ts';

export interface FigureNeeds {
  readonly records: {
    readonly counts: Pick<Records['counts'], 'of' | 'sums'>;
    readonly measures: Records['measures'];
  };
  /** For the names that people read. */
  readonly rendering: Rendering;
  readonly topics: readonly Topic[];
  readonly workingTime: WorkingTime;
  readonly now: Date;
}

/** Before anything was counted. */
const FIRST_DAY: Day = '2000-01-01';

/** Answers whose hours are measured before others get their turn: some milliseconds. */
const MEASURED_AT_ONCE = 2_000;

/** Sums of one metric over the period, by label. */
type Sums = ReadonlyMap<string, number>;

/**
 * What was counted and measured in a period. Nothing is hidden yet: only `shownFigures` may show it.
 *
 * @param province Of the referrals to this centre alone. Questions are counted without their province, so they are not in it.
 */
export async function periodFigures(
  period: Period,
  province: ProvinceCode | undefined,
  needs: FigureNeeds,
): Promise<PeriodFigures> {
  const { counts, measures } = needs.records;
  const { from, to } = momentsOf(period);
  const until = new Date(Math.min(needs.now.getTime(), to.getTime()));
  const sums = async (metric: Metric): Promise<Sums> =>
    new Map((await counts.sums(metric, period.from, period.to)).map(({ label, n }) => [label, n]));

  const ratings = await sums('referral-rating');
  const figures: PeriodFigures = {
    ...NOTHING_OF_QUESTIONS,
    period,
    referrals: referralsOf(
      await sums('referral-opened'),
      await sums('referral-closed'),
      await sums('referral-withdrawn'),
      province,
      needs.rendering,
    ),
    firstAnswer: await firstAnswerOf(
      await measures.firstAnswers(from, to, province),
      [...(await sums('first-answer'))].flatMap(([label, n]) => countedAnswer(label, n)),
      province,
      (await measures.countOverdue(until, province)) + (await lateOfForgotten(until, province, needs)),
      needs.workingTime,
    ),
    referralRatings: keyed(COUNTED_RATINGS, (rating) =>
      sum([...ratings].filter(([label]) => isOf(label, rating, province)).map(([, n]) => n)),
    ),
  };
  if (province !== undefined) return figures;

  const questions = await counts.of('question', period.from, period.to);
  const questionsOf = (part: 0 | 1, key: string): number =>
    sum(questions.filter(({ label }) => label.split('/')[part] === key).map(({ n }) => n));
  const topics = named(await sums('question-topic'), topicName(needs.topics));
  const groups = new Set(needs.topics.filter(({ group }) => group).map(({ name }) => name));
  const dangers = await sums('question-danger');
  return {
    ...figures,
    questionsByDay: byDay(questions),
    questionsByChannel: keyed(COUNTED_CHANNELS, (channel) => questionsOf(0, channel)),
    questionsByOutcome: keyed(COUNTED_OUTCOMES, (outcome) => questionsOf(1, outcome)),
    questionsByTopic: topics.filter(({ name }) => !groups.has(name)),
    questionsByGroup: topics.filter(({ name }) => groups.has(name)),
    questionsByArticle: named(await sums('question-article'), (label) =>
      needs.rendering.library.label(label as Citation),
    ),
    urgentByDanger: keyed(DANGERS, (danger) => dangers.get(danger) ?? 0),
    unmetByTopic: named(await sums('unmet-topic'), topicName(needs.topics)),
    askedAgain: sum((await sums('asked-again')).values()),
    answerRatings: answerRatingsOf(
      await sums('entry-helpful'),
      await sums('entry-unhelpful'),
      await sums('entry-reason'),
      needs.rendering,
    ),
    delivery: deliveryOf([...(await measures.messages(from, to)), ...[...(await sums('message'))].map(ofForgotten)]),
  };
}

const NOTHING_OF_QUESTIONS = {
  questionsByDay: undefined,
  questionsByChannel: undefined,
  questionsByOutcome: undefined,
  questionsByTopic: undefined,
  questionsByGroup: undefined,
  questionsByArticle: undefined,
  // Nobody is asked where they are before they want to be passed on.
  urgentByDanger: undefined,
  unmetByTopic: undefined,
  askedAgain: undefined,
  answerRatings: undefined,
  delivery: undefined,
} as const satisfies Partial<PeriodFigures>;

/** When a period begins and ends in Vietnam; the end belongs to the day after. */
function momentsOf({ from, to }: Period): { readonly from: Date; readonly to: Date } {
  const midnight = (day: Day) => new Date(`${day}T00:00:00+07:00`);
  return { from: midnight(from), to: midnight(nextDay(to)) };
}

/** Is `33/helpful` such a rating, of such a province? */
function isOf(label: string, rating: string, province: ProvinceCode | undefined): boolean {
  const [of, said] = label.split('/');
  return said === rating && (province === undefined || of === province);
}

function byDay(questions: readonly { readonly day: Day; readonly n: number }[]): CountsBy<Day> {
  const days: Record<Day, number> = {};
  for (const { day, n } of questions) days[day] = (days[day] ?? 0) + n;
  return days;
}

function referralsOf(
  opened: Sums,
  closed: Sums,
  withdrawn: Sums,
  only: ProvinceCode | undefined,
  { provinces }: Rendering,
): readonly ProvinceReferrals[] {
  return provinces
    .filter(({ code }) => only === undefined || code === only)
    .map(({ code, name }) => ({
      province: name,
      opened: opened.get(code) ?? 0,
      closed: closed.get(code) ?? 0,
      withdrawn: withdrawn.get(code) ?? 0,
    }))
    .filter((row) => only !== undefined || row.opened + row.closed + row.withdrawn > 0);
}

/** @param forgotten Of referrals that are kept no longer, of all centres. */
async function firstAnswerOf(
  times: readonly FirstAnswerTime[],
  forgotten: readonly CountedAnswer[],
  province: ProvinceCode | undefined,
  overdue: number,
  workingTime: WorkingTime,
): Promise<FirstAnswer> {
  const hours = hoursMeter(workingTime);
  const answers: Pick<CountedAnswer, 'inTime' | 'hours'>[] = forgotten.filter(
    (answer) => province === undefined || answer.province === province,
  );
  for (const [nth, { openedAt, answeredAt, dueAt }] of times.entries()) {
    if (nth % MEASURED_AT_ONCE === 0) await breath();
    answers.push({ inTime: answeredAt <= dueAt, hours: hours(openedAt, answeredAt) });
  }
  const inTime = answers.filter((answer) => answer.inTime).length;
  return {
    inTime,
    late: answers.length - inTime,
    medianHours: median(answers.map((answer) => answer.hours)),
    overdue,
  };
}

/** Referrals that are kept no longer and were late at a moment: those that had become late and had not ceased to be. */
async function lateOfForgotten(
  at: Date,
  province: ProvinceCode | undefined,
  { records: { counts } }: FigureNeeds,
): Promise<number> {
  // The end of a period is the midnight after its last day.
  const day = vietnamDay(new Date(at.getTime() - 1));
  const upTo = async (metric: Metric): Promise<number> => {
    const sums = await counts.sums(metric, FIRST_DAY, day);
    return sum(sums.filter(({ label }) => province === undefined || label === province).map(({ n }) => n));
  };
  return (await upTo('late-since')) - (await upTo('late-until'));
}

/** `given-up/too old` as it was measured before the message went. */
function ofForgotten([label, n]: readonly [label: string, n: number]): MessageCount {
  const [state = '', reason] = label.split('/');
  return { state: state === 'sent' ? 'sent' : 'given-up', reason, n };
}

function answerRatingsOf(helpful: Sums, unhelpful: Sums, reasons: Sums, { wording }: Rendering): AnswerRatings {
  return {
    helpful: sum(helpful.values()),
    unhelpful: sum(unhelpful.values()),
    reasons: UNHELPFUL_REASONS.map((reason) => ({
      name: wording.label.reason[reason],
      count: sum([...reasons].filter(([label]) => label.endsWith(` ${reason}`)).map(([, n]) => n)),
    })),
  };
}

function deliveryOf(messages: readonly MessageCount[]): DeliveryCounts {
  const of = (is: (message: MessageCount) => boolean): number => sum(messages.filter(is).map(({ n }) => n));
  return {
    sent: of(({ state }) => state === 'sent'),
    waiting: of(({ state }) => state === 'waiting'),
    givenUp: keyed(GIVEN_UP_REASONS, (reason) =>
      of(({ state, reason: noted }) => state === 'given-up' && reasonOf(noted) === reason),
    ),
  };
}

/** The person blocked the bot, told by the messenger at once (`person left`) or when sending failed. */
function reasonOf(noted: string | undefined): (typeof GIVEN_UP_REASONS)[number] {
  if (noted === 'person left') return 'person-left';
  return GIVEN_UP_REASONS.find((reason) => reason === noted) ?? 'other';
}

function topicName(topics: readonly Topic[]): (label: string) => string {
  const names = new Map(topics.map(({ topic, name }) => [topic, name]));
  return (label) => names.get(label) ?? label;
}

function named(sums: Sums, name: (label: string) => string): readonly Named[] {
  return [...sums].map(([label, count]) => ({ name: name(label), count }));
}

function keyed<Key extends string>(keys: readonly Key[], count: (key: Key) => number): CountsBy<Key> {
  return Object.fromEntries(keys.map((key) => [key, count(key)])) as CountsBy<Key>;
}

function median(numbers: readonly number[]): number | undefined {
  const sorted = numbers.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2;
}

function sum(numbers: Iterable<number>): number {
  let all = 0;
  for (const one of numbers) all += one;
  return all;
}
