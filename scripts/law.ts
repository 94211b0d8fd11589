/**
 * `npm run law -- import FILE… [--code CODE] [--as-of YYYY-MM-DD] --dry-run [--json]`: what a file with an official text holds.
 * `npm run law -- check-folder DIR [--against CORPUS.jsonl.gz] [--json]`: a table of all files of a folder (docs/law-import.md).
 */
import { parseArgs } from 'node:util';
import { isDay, vietnamDay } from '../src/base/days.ts';
import { checkFolder } from './law/check-folder.ts';
import { importFiles } from './law/import-files.ts';

const USAGE = `Cách dùng:
  npm run law -- import TỆP… [--code MÃ] [--as-of YYYY-MM-DD] --dry-run [--json]
  npm run law -- check-folder THƯ_MỤC [--against CORPUS.jsonl.gz] [--json]`;

// `| head` closes the pipe before everything is said.
process.stdout.on('error', () => process.exit(0));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    code: { type: 'string' },
    'as-of': { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    against: { type: 'string' },
  },
});
const [command, ...paths] = positionals;
const asOf = values['as-of'] ?? vietnamDay(new Date());

if (!isDay(asOf) || paths.length === 0 || (command !== 'import' && command !== 'check-folder')) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 1;
} else if (command === 'check-folder') {
  await checkFolder({ folder: paths[0] ?? '.', against: values.against, asOf, json: values.json });
} else if (!values['dry-run']) {
  process.stderr.write('Hiện chỉ xem thử được: thêm --dry-run. Chưa có gì được lưu.\n');
  process.exitCode = 1;
} else {
  process.exitCode = await importFiles({ paths, code: values.code, asOf, json: values.json });
}
