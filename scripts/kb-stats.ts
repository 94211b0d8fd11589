/** `npm run kb:stats [-- --json]`: what the knowledge base holds, by kind, instrument and topic. */
import { countKnowledge } from '../src/knowledge/count-knowledge.ts';
import { readKnowledge } from '../src/store/knowledge-files.ts';
import { commandLine } from './command-line.ts';

const USAGE = `npm run kb:stats [-- DIR] [--json]   what the knowledge base holds (default: KNOWLEDGE_DIR or ./knowledge)
`;

const { values, positionals } = commandLine(USAGE, {
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});
// `| head` closes the pipe before everything is said.
process.stdout.on('error', () => process.exit(0));
const { entries, instruments } = readKnowledge(positionals[0] ?? process.env.KNOWLEDGE_DIR ?? './knowledge');
const counts = countKnowledge(entries, instruments);
if (values.json) process.stdout.write(`${JSON.stringify(counts)}\n`);
else {
  const rows = [
    ...Object.entries(counts.entries).map(([kind, n]) => [`entries: ${kind}`, n] as const),
    ['variants', counts.variants] as const,
    ...Object.entries(counts.topics).map(([topic, n]) => [`topic: ${topic}`, n] as const),
    ...Object.entries(counts.instruments)
      .filter(([, { digests }]) => digests > 0)
      .map(([code, { articles, digests }]) => [`digests: ${code}`, `${digests} of ${articles || '?'}`] as const),
  ];
  for (const [name, value] of rows) process.stdout.write(`${name.padEnd(44)} ${value}\n`);
}
