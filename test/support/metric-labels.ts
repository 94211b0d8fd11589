import type { Metric } from '../../src/reporting/metrics.ts';

/** The form of every label that is counted, written down apart from the program: none has room for a person. */
export const METRIC_LABELS: Readonly<Record<Metric, RegExp>> = {
  question: /^(zalo|telegram|web)\/[a-z-]+$/,
  'question-topic': /^[a-z-]+$/,
  'question-article': /^[a-z0-9-]+:\d+[a-z]?$/,
  'question-danger': /^[a-z-]+$/,
  'unmet-topic': /^[a-z-]+$/,
  'asked-again': /^all$/,
  'entry-shown': /^(qa|guide|article)\/[a-z0-9/-]+$/,
  'entry-helpful': /^(qa|guide|article)\/[a-z0-9/-]+$/,
  'entry-unhelpful': /^(qa|guide|article)\/[a-z0-9/-]+$/,
  'entry-reason': /^(qa|guide|article)\/[a-z0-9/-]+ [a-z-]+$/,
  'referral-opened': /^\d\d$/,
  'referral-closed': /^\d\d$/,
  'referral-withdrawn': /^\d\d$/,
  'referral-rating': /^\d\d\/[a-z-]+$/,
  'first-answer': /^\d\d\/(in-time|late)\/\d+(\.\d)?$/,
  'late-since': /^\d\d$/,
  'late-until': /^\d\d$/,
  message: /^(sent|given-up\/[a-z -]+)$/,
};
