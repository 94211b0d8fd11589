/** `npm run docs:proof`: writes docs/proof.md and its pictures from the reports that the last runs left. */

import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as echarts from 'echarts';
import { commandLine } from './command-line.ts';
import { chartPath, proofPage } from './proof-page.ts';
import { PROOF_DIR, type ProofChart, readProof } from './proof-report.ts';

const USAGE = `npm run docs:proof
  Writes docs/proof.md from the reports in ${PROOF_DIR}/, which these leave: npm run drill, load, fuzz, drill:restore,
  drill:migrate, drill:upgrade. A part that was not run is named as such.
`;
const SIZE = { width: 720, height: 300 };

commandLine(USAGE, {});
const files = existsSync(PROOF_DIR) ? readdirSync(PROOF_DIR).filter((name) => name.endsWith('.json')) : [];
const reports = new Map(files.map((name) => [name.replace(/\.json$/, ''), readProof(join(PROOF_DIR, name))]));
mkdirSync('docs/images', { recursive: true });
for (const [name, { charts }] of reports) {
  for (const chart of charts) writeFileSync(join('docs', chartPath(name, chart)), drawn(chart));
}
writeFileSync('docs/proof.md', proofPage(reports));
process.stderr.write(`docs/proof.md: ${reports.size} reports\n`);

function drawn({ title, x, y, lines }: ProofChart): string {
  const drawing = echarts.init(null, null, { renderer: 'svg', ssr: true, ...SIZE });
  drawing.setOption({
    animation: false,
    backgroundColor: '#ffffff',
    title: { text: title, textStyle: { fontSize: 14 } },
    legend: { top: 26, show: lines.length > 1 },
    grid: { left: 64, right: 24, top: lines.length > 1 ? 60 : 44, bottom: 44 },
    xAxis: { type: 'value', name: x, nameLocation: 'middle', nameGap: 26, max: 'dataMax' },
    yAxis: { type: 'value', name: y },
    series: lines.map(({ name, points }) => ({ type: 'line' as const, name, showSymbol: false, data: points })),
  });
  const svg = drawing.renderToSVGString();
  drawing.dispose();
  return svg;
}
