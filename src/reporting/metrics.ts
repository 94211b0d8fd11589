/** One number that is kept for each day: what it counts, and what its labels are. */
export interface MetricDescription {
  readonly counts: string;
  /** Form of the label, with an example. */
  readonly label: string;
}

/**
 * Everything that is counted, as sums by day, metric and label. No row tells of one person or one question. A label joins
 * two things only where neither says anything about a person (a channel and an outcome, an entry and a reason), and no two
 * metrics can be joined: who asked about a topic, in which province or on which channel is not kept.
 */
export const METRICS = {
  question: {
    counts: 'Questions on Zalo, Telegram and the web page. Greetings and calls for help are none.',
    label: '`<channel>/<outcome>`: `zalo/answer`',
  },
  'question-topic': {
    counts:
      'Topics of the answer that was given, or of the choice that was offered first; one question, several topics.',
    label: 'topic: `tien-luong`',
  },
  'question-article': {
    counts: 'Articles of a convention, the Universal Declaration or the Constitution that the given answer cites.',
    label: 'article: `crc:19`',
  },
  'question-danger': { counts: 'Questions that were answered with hotlines first.', label: 'danger: `violence`' },
  'unmet-topic': {
    counts: 'Topics of the entry that came nearest to a question which stayed unresolved.',
    label: 'topic: `dat-dai`',
  },
  'asked-again': {
    counts:
      'Questions put in the same talk within 24 hours of an answer where the same entry comes first again, or after the person said that the answer did not help. Not in groups, where others ask too.',
    label: '`all`',
  },
  'entry-shown': { counts: 'Times that an entry was shown.', label: 'entry: `qa/lao-dong/no-luong`' },
  'entry-helpful': { counts: 'Answers of which the person said that they helped. Each answer once.', label: 'entry' },
  'entry-unhelpful': {
    counts: 'Answers of which the person said that they did not. Each answer once.',
    label: 'entry',
  },
  'entry-reason': {
    counts: 'Why an answer did not help; at most one reason for each.',
    label: '`<entry> <reason>`: `qa/lao-dong/no-luong unclear`',
  },
  'referral-opened': { counts: 'Referrals that people agreed to.', label: 'province: `33`' },
  'referral-closed': {
    counts: 'Referrals that a centre closed; one that was opened again may count twice.',
    label: 'province',
  },
  'referral-withdrawn': { counts: 'Referrals that people took back.', label: 'province' },
  'referral-rating': {
    counts: 'What people said of the help of a centre.',
    label: '`<province>/<rating>`: `33/helpful`',
  },
  'first-answer': {
    counts:
      'First answers to referrals that are kept no longer, by the day of the answer, with the working hours that they took. Those of referrals that are kept are measured there.',
    label: '`<province>/<in-time or late>/<hours>`: `33/late/12.5`',
  },
  'late-since': {
    counts:
      'Referrals that are kept no longer and were late at the end of a day, by the day on which they became late.',
    label: 'province: `33`',
  },
  'late-until': { counts: 'The same, by the day on which they were late no more.', label: 'province: `33`' },
  message: {
    counts:
      'Messages to people that are kept no longer, by the day on which they were written. Those to staff are not counted.',
    label: '`sent`, or `given-up/<why>`: `given-up/too old`',
  },
} as const satisfies Readonly<Record<string, MetricDescription>>;

export type Metric = keyof typeof METRICS;
