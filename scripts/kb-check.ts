/** `npm run kb:check`: every fault in `knowledge/`, with file, line, field and what to do. */
import { vietnamDay } from '../src/base/days.ts';
import { checkLibrary } from '../src/knowledge/check-library.ts';
import { readKnowledge } from '../src/store/knowledge-files.ts';

const folder = process.argv[2] ?? process.env.KNOWLEDGE_DIR ?? './knowledge';
const files = readKnowledge(folder);
const faults = [
  ...files.faults,
  ...checkLibrary({
    entries: files.entries,
    instruments: files.instruments,
    publishedNumbers: files.hotlines.map(({ number }) => number),
    today: vietnamDay(new Date()),
  }),
];
for (const { file, line, field, message } of faults) {
  process.stdout.write(`${folder}/${file}${line ? `:${line}` : ''}  ${field}: ${message}\n`);
}
process.stdout.write(
  `${files.entries.length} mục, ${files.instruments.length} văn bản, ${faults.length} lỗi${faults.length ? '' : ': tốt'}\n`,
);
process.exitCode = faults.length > 0 ? 1 : 0;
