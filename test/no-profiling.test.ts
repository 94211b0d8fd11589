import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { METRICS, type Metric } from '../src/reporting/metrics.ts';
import { migrate } from '../src/store/migrate.ts';
import { openDatabase } from '../src/store/open.ts';
import { METRIC_LABELS } from './support/metric-labels.ts';

/*
 * "No score, label or list of people by opinion, faith, ethnicity or what they asked; statistics only as counts, small
 * numbers hidden" (docs/privacy.md). What is counted and what stands beside a person is written down here once more, so that
 * nobody widens it by the way.
 */

const db = openDatabase('file::memory:');
let columnsOf: ReadonlyMap<string, readonly string[]>;
beforeAll(async () => {
  await migrate(db);
  const tables = await db.introspection.getTables();
  columnsOf = new Map(tables.map(({ name, columns }) => [name, columns.map((column) => column.name)]));
});
afterAll(() => db.destroy());

const ABOUT_WHAT_WAS_ASKED: readonly Metric[] = [
  'question-topic',
  'question-article',
  'question-danger',
  'unmet-topic',
  'entry-shown',
  'entry-helpful',
  'entry-unhelpful',
  'entry-reason',
];
/** What a label may never be: somebody, their referral, their chat. */
const LABELS_OF_A_PERSON = [
  'HQ-7K3M',
  '5012345678',
  '0912345678',
  'OFoCPbn2vTdzOWlJgdzhm3tVUAO4yhNkOoGsVbk3_Wc',
  '33/HQ-7K3M',
  'Nguyễn Thị Bưởi',
];
/** What was asked together with where, on which channel, or by whom. */
const JOINED = ['33/dat-dai', 'zalo/tien-luong', '33/qa/dat-dai/thu-hoi', 'violence/33', 'tin-lanh/33', '33/violence'];

/** Keys that lead to a person, by themselves or through the row that they name. */
const PERSON_KEY = /^(chat_hash|message_hash|external_hash|ticket_id|address_sealed)$/;
/** What somebody asked about, or is. */
const ABOUT_A_PERSON =
  /topic|entry|danger|urgent|label|score|group|faith|religion|ethnic|opinion|gender|age$|tag|category|kind_of/;
/** The desk of the centre that the person chose shows urgent matters first; it goes with the referral. */
const ALLOWED = ['tickets.urgent'];
/** Only where a message came from and was it for staff; no group of people. */
const OTHER_MEANING = ['inbox.in_group'];

describe('no profiling', () => {
  it('counts only what is on the closed list, and no label of it joins what was asked with who or where', () => {
    expect(Object.keys(METRIC_LABELS).sort()).toEqual(Object.keys(METRICS).sort());
    for (const [metric, form] of Object.entries(METRIC_LABELS)) {
      for (const label of LABELS_OF_A_PERSON) expect([metric, label, form.test(label)]).toEqual([metric, label, false]);
    }
    for (const metric of ABOUT_WHAT_WAS_ASKED) {
      for (const label of JOINED)
        expect([metric, label, METRIC_LABELS[metric].test(label)]).toEqual([metric, label, false]);
    }
  });

  it('keeps in a count a day, a metric, a label and a number', () => {
    expect(columnsOf.get('counts')).toEqual(['day', 'metric', 'label', 'n']);
  });

  it('puts no plain word of what somebody asked, or is, beside a key that leads to them', () => {
    const found = [...columnsOf].flatMap(([table, columns]) =>
      columns.some((column) => PERSON_KEY.test(column))
        ? columns
            .filter((column) => ABOUT_A_PERSON.test(column) && !column.endsWith('_sealed'))
            .map((column) => `${table}.${column}`)
        : [],
    );
    expect(found.filter((one) => !OTHER_MEANING.includes(one))).toEqual(ALLOWED);
  });

  it('keeps masked questions without anything that leads to their person, their hour or their order', () => {
    const columns = columnsOf.get('kept_questions') ?? [];
    expect(columns).toContain('day');
    expect(columns.filter((column) => PERSON_KEY.test(column) || column === 'asked_at' || column === 'seq')).toEqual(
      [],
    );
  });

  it('shows figures only after small numbers were hidden', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path));
    const codeOf = (path: string) => readFileSync(`src/${path}`, 'utf8');
    // Only the place that measures knows figures in which nothing is hidden yet, and the two that hide it.
    const unhidden = files.filter((path) => /\bPeriodFigures\b/.test(codeOf(path)));
    expect(unhidden).toEqual([
      'flow/period-figures.ts',
      'reporting/figures.ts',
      'reporting/report.ts',
      'reporting/shown-figures.ts',
      'web/console/dashboard/figures-of.ts',
    ]);
    const measuring = files.filter((path) => /\bfiguresOf\(/.test(codeOf(path)) && !unhidden.includes(path));
    expect(measuring).toEqual(['web/console/dashboard/dashboard-routes.tsx', 'web/console/report/report-routes.tsx']);
    for (const path of measuring) {
      for (const [call] of codeOf(path).matchAll(/.*\bfiguresOf\([^)]*\).*/g)) {
        expect([path, call, /\bshownFigures\(|\breport\(|const figures =/.test(call)]).toEqual([path, call, true]);
      }
    }
    expect(codeOf('reporting/report.ts')).toContain('const shown = shownFigures(figures);');
    // Nobody else reads the counts, but for what curators are told of ratings, which hides small numbers in the same way; the
    // reader in turns only hands them to the place that measures.
    const reading = files.filter((path) => /\bcounts\.(of|sums)\(/.test(codeOf(path)));
    expect(reading.toSorted()).toEqual(['flow/curation/due.ts', 'flow/figures-in-turns.ts', 'flow/period-figures.ts']);
    const handedOn = files.filter((path) => /\bfiguresInTurns\(/.test(codeOf(path)));
    expect(handedOn.toSorted()).toEqual(['flow/figures-in-turns.ts', 'web/console/dashboard/figures-of.ts']);
  });
});
