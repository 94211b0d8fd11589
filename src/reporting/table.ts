/** Counts as they were taken, before small numbers are hidden. Only `shownTable` makes of it something to show. */
export interface Table {
  /** Name for files and page anchors: `cau-hoi-theo-kenh`. Unique within a report. */
  readonly name: string;
  /** `Câu hỏi theo kênh`. */
  readonly title: string;
  /** What is counted, as it follows a number: `câu hỏi`. */
  readonly unit: string;
  /** Heading of the labels: `Kênh`. */
  readonly rowHeading: string;
  /** Headings of the counts. Each column is counted for itself: never parts of a row's whole. */
  readonly columns: readonly [string, ...string[]];
  /** In an order that does not depend on the counts: it decides which number is hidden beside a small one. */
  readonly rows: readonly Row[];
  /** Does a case count in one row only (then the rows add up to a total), or may it count in several? */
  readonly counting: 'once' | 'several-times';
  /** For readers: the order of the rows as it is, or the largest first. */
  readonly order: 'as-given' | 'largest-first';
}

/** One line of counts: whole numbers from 0, one for each column. */
export interface Row {
  readonly label: string;
  readonly counts: readonly number[];
}
