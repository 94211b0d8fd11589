import type { ProofChart, ProofReport, ProofRow } from './proof-report.ts';

/** What the page always speaks of, in this order; what was not run is named as such. */
const EXPECTED: readonly (readonly [name: string, what: string, command: string])[] = [
  ['drill', 'Fault drills', 'npm run drill'],
  ['drill-postgres', 'Fault drills on PostgreSQL', 'npm run drill -- --database postgres://…'],
  ['load', 'Load', 'npm run load'],
  ['fuzz', 'Fuzzing', 'npm run fuzz'],
  ['restore', 'Backup and restore', 'npm run drill:restore'],
  ['migration', 'Migration at real size', 'npm run drill:migrate'],
  ['upgrade', 'Upgrade and rollback', 'npm run drill:upgrade'],
];

/** Where a chart of a report is kept, as seen from the page. */
export function chartPath(report: string, chart: ProofChart): string {
  return `images/proof-${report}-${chart.name}.svg`;
}

/**
 * The page that shows what was proved, in Markdown: made from reports alone, so that nothing on it is typed by hand.
 *
 * @param reports By the name of their file, without ending.
 */
export function proofPage(reports: ReadonlyMap<string, ProofReport>): string {
  const others = [...reports.keys()].filter((name) => !EXPECTED.some(([expected]) => expected === name)).sort();
  const sections = [
    ...EXPECTED.map(([name, what, command]) => section(name, reports.get(name)) ?? notRun(what, command)),
    ...others.map((name) => section(name, reports.get(name)) ?? ''),
  ];
  return `# Proof

Made by \`npm run docs:proof\` from what the runs below left in \`reports/proof/\`: each part says when, where, on which commit and by which
command it was measured (\`+\`: with changes not committed yet). Nothing here is typed by hand; to renew a part, run its command and then \`npm run docs:proof\`.

${summary(reports)}

${sections.join('\n\n')}
`;
}

function summary(reports: ReadonlyMap<string, ProofReport>): string {
  const rows = EXPECTED.map(([name, what]) => {
    const report = reports.get(name);
    if (!report) return `| ${what} | – | – | not run |`;
    const count = (verdict: ProofRow['verdict']) => report.rows.filter((row) => row.verdict === verdict).length;
    const [passed, failed, untried] = [count('pass'), count('fail'), count('not tried')];
    const verdict = [`${passed} passed`, failed && `**${failed} failed**`, untried && `${untried} not tried`];
    return `| [${what}](#${anchor(report.title)}) | ${report.startedAt.slice(0, 10)} | ${report.commit} | ${verdict.filter(Boolean).join(', ')} |`;
  });
  return ['| part | date | commit | verdict |', '|---|---|---|---|', ...rows].join('\n');
}

function section(name: string, report: ProofReport | undefined): string | undefined {
  if (!report) return undefined;
  const names = [...new Set(report.rows.flatMap(({ figures }) => Object.keys(figures)))];
  const has = (name: string) => report.rows.filter(({ figures }) => figures[name] !== undefined).length;
  const columns = names.filter((name) => has(name) * 3 > report.rows.length);
  const others = names.filter((name) => !columns.includes(name));
  const head = ['', ...columns, ...(others.length > 0 ? ['besides'] : []), 'verdict'].map(spaced);
  const rows = report.rows.map((row) => [
    row.name,
    ...columns.map((column) => shown(row.figures[column])),
    ...(others.length > 0 ? [besides(row, others)] : []),
    verdictOf(row),
  ]);
  return [
    `## ${report.title}`,
    report.about,
    `\`${report.command}\` · ${report.startedAt.slice(0, 16).replace('T', ' ')} UTC · ${shown(report.seconds)} s · commit ${report.commit} · ${report.machine}`,
    [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n'),
    ...report.charts.map((chart) => `![${chart.title}](${chartPath(name, chart)})`),
  ].join('\n\n');
}

/** What few rows have stands in one cell: a column for each would hide the others. */
function besides({ figures }: ProofRow, names: readonly string[]): string {
  return names
    .flatMap((name) => (figures[name] === undefined ? [] : [`${spaced(name)} ${shown(figures[name])}`]))
    .join(', ');
}

/** `given_up` and `onTheWire` as words. */
function spaced(name: string): string {
  return name.replaceAll('_', ' ').replace(/(?<=[a-z])[A-Z](?=[a-z])/g, (letter) => ` ${letter.toLowerCase()}`);
}

function notRun(what: string, command: string): string {
  return `## ${what}\n\nNot run here: \`${command}\`.`;
}

function verdictOf({ verdict, because }: ProofRow): string {
  const word = verdict === 'fail' ? '**fail**' : verdict;
  return because ? `${word}: ${because}` : word;
}

function shown(figure: number | string | undefined): string {
  return typeof figure === 'number' ? figure.toLocaleString('en-US', { maximumFractionDigits: 3 }) : (figure ?? '');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

/** As GitHub makes it from a heading. */
function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}
