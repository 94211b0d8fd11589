/** `npm run kb:check`: every fault in `knowledge/`, with file, line, field and what to do; then what to look at. See USAGE. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vietnamDay } from '../src/base/days.ts';
import { countKnowledge } from '../src/knowledge/count-knowledge.ts';
import { inspectKnowledge } from '../src/knowledge/inspect-knowledge.ts';
import { locate } from '../src/knowledge/locate.ts';
import { IDS_FILE, readKnowledge } from '../src/store/knowledge-files.ts';
import { readOfficialTexts } from '../src/store/official-texts.ts';
import { commandLine } from './command-line.ts';

const SHOWN = 20;
const USAGE = `npm run kb:check [-- DIR]   faults of the knowledge base (default: KNOWLEDGE_DIR or ./knowledge); exit 1 when there are any

  --texts DIR    published texts to check citations against (default ../shared/data/luat-2026; skipped where absent)
  --codes FILE   table of further codes (default ../shared/design/extra-codes.tsv)
  --all          list every near duplicate and every hard answer, not only the first ${SHOWN}
  --record       add new ids to ${IDS_FILE}, after which they may not vanish
  --help
`;
const { values, positionals } = commandLine(USAGE, {
  allowPositionals: true,
  options: {
    texts: { type: 'string', default: '../shared/data/luat-2026' },
    codes: { type: 'string', default: '../shared/design/extra-codes.tsv' },
    all: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
  },
});
// `| head` closes the pipe before everything is said.
process.stdout.on('error', () => process.exit(0));
const say = (line = ''): void => {
  process.stdout.write(`${line}\n`);
};
const folder = positionals[0] ?? process.env.KNOWLEDGE_DIR ?? './knowledge';
const files = readKnowledge(folder);
const texts = readOfficialTexts(values.texts, values.codes);
const unread = new Set(files.faults.map(({ file }) => file));
const found = inspectKnowledge({
  ...files,
  publishedIds: files.publishedIds.filter((id) => !unread.has(`${id}.md`)), // such a file is there, and its fault is told
  publishedNumbers: files.hotlines.map(({ number }) => number),
  today: vietnamDay(new Date()),
  texts,
});

const textOf = (file: string): string => {
  try {
    return readFileSync(join(folder, file), 'utf8');
  } catch {
    return ''; // the fault is that the file is not there
  }
};
const faults = [...files.faults, ...found.faults].map((fault) => locate(fault, textOf(fault.file)));
for (const { file, line, field, message } of faults) {
  say(`${folder}/${file}${line ? `:${line}` : ''}  ${field}: ${message}`);
}

const some = <T>(list: readonly T[]): readonly T[] => (values.all ? list : list.slice(0, SHOWN));
say(`\nCâu hỏi gần giống nhau, cần người xem (${found.alike.length}):`);
for (const { first, second, likeness } of some(found.alike)) {
  say(`  ${likeness.toFixed(2)}  ${first.id} ~ ${second.id}`);
}
say(
  `\nĐộ dễ đọc: trung bình ${found.wordsPerSentence.toFixed(1)} từ một câu. Mục có câu dài (${found.hardToRead.length}):`,
);
for (const { entry, wordsPerSentence, longest } of some(found.hardToRead)) {
  say(`  ${wordsPerSentence.toFixed(1)} từ/câu, dài nhất ${longest}: ${entry.id}`);
}
say('\nLĩnh vực                                      qa  guide  article');
for (const { name, counts } of found.coverage) {
  say(`  ${name.padEnd(40)} ${[counts.qa, counts.guide, counts.article].map((n) => String(n).padStart(6)).join(' ')}`);
}
const counts = countKnowledge(files.entries, files.instruments);
const english = files.entries.filter((entry) => entry.english).length;
say(
  `\n${counts.entries.qa} qa, ${counts.entries.guide} guide, ${counts.entries.article} article, ${counts.variants} cách nói, ${english} mục có tiếng Anh, ` +
    `${files.instruments.length} văn bản, ${files.glossary.terms.length} thuật ngữ, ${files.topics.length} lĩnh vực`,
);
say(
  texts
    ? `Đã đối chiếu ${texts.articles.size} điều luật đã công bố.`
    : `Không có ${values.texts}: bỏ qua đối chiếu với văn bản đã công bố.`,
);
say(`${faults.length} lỗi${faults.length ? '' : ': tốt'}`);

if (values.record && faults.length === 0) {
  const ids = [
    ...new Set([
      ...files.publishedIds,
      ...files.entries.filter(({ quotes }) => quotes.length === 0).map(({ id }) => id),
    ]),
  ];
  writeFileSync(join(folder, IDS_FILE), `${ids.sort().join('\n')}\n`);
  say(`Đã ghi ${ids.length} mã mục vào ${folder}/${IDS_FILE}`);
}
process.exitCode = faults.length > 0 ? 1 : 0;
