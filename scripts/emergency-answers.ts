/** `npm run emergency-answers`: the entries that people are answered with from memory while the database cannot be used. */
import { isDay, vietnamDay } from '../src/base/days.ts';
import { Library } from '../src/knowledge/library.ts';
import { emergencyEntries } from '../src/safety/emergency-entries.ts';
import { readKnowledge } from '../src/store/knowledge-files.ts';
import { commandLine, misused } from './command-line.ts';

const USAGE = `npm run emergency-answers [-- DIR] [--as-of YYYY-MM-DD] [--json]
  the entries that are given from memory while the database cannot be used, and how they are chosen (docs/degraded.md)
  DIR: the knowledge (default: KNOWLEDGE_DIR or ./knowledge); --as-of: by the law of that day (default: today)
`;

const { values, positionals } = commandLine(USAGE, {
  allowPositionals: true,
  options: { 'as-of': { type: 'string' }, json: { type: 'boolean', default: false } },
});
const day = values['as-of'] ?? vietnamDay(new Date());
if (!isDay(day)) misused(USAGE, `--as-of ${day} is no day; write it like 2027-01-01.`);
// `| head` closes the pipe before everything is said.
process.stdout.on('error', () => process.exit(0));
const { entries, instruments } = readKnowledge(positionals[0] ?? process.env.KNOWLEDGE_DIR ?? './knowledge');
const chosen = emergencyEntries(new Library(entries, instruments), day);
const lines = values.json
  ? [JSON.stringify(chosen.map(({ id, urgent, title }) => ({ id, urgent, title })))]
  : chosen.map(({ id, urgent = '', title }) => `${urgent.padEnd(12)} ${id.padEnd(52)} ${title}`);
process.stdout.write(`${lines.join('\n')}\n`);
