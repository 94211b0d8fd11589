import type { Day } from '../base/days.ts';
import type { Metric } from '../reporting/metrics.ts';

/** One number of a day. */
export interface Count {
  readonly day: Day;
  readonly label: string;
  readonly n: number;
}

/**
 * Counts for the dashboard and the report, as `METRICS` describes them. Only sums are kept: no row tells of one person or
 * one question, and labels of different metrics cannot be joined.
 */
export interface Counts {
  /** Adds `n` (1) to the number of a metric, label and day. */
  add(day: Day, metric: Metric, label: string, n?: number): Promise<void>;
  /** The rows of a metric in a span of days, both ends included, by day and label. */
  of(metric: Metric, from: Day, to: Day): Promise<readonly Count[]>;
  /** Sums over the span by label, highest first. */
  sums(metric: Metric, from: Day, to: Day): Promise<readonly { readonly label: string; readonly n: number }[]>;
}
