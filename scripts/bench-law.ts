/**
 * `npm run bench:law [-- --json]`: texts of 5 MB made to be hard to take apart; time must grow with length, not with its square.
 * `npm run bench:law -- FILE…`: how long others wait for a turn while a file is read.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { importLaw } from '../src/law-files/import-law.ts';
import { ProcessLawReader } from '../src/law-files/process-law-reader.ts';
import { commandLine, misused } from './command-line.ts';
import { longestTurn } from './longest-turn.ts';

const USAGE = `npm run bench:law [-- --json]   seconds of the processor to read texts of 5 MB that are hard to take apart
npm run bench:law -- FILE…      the longest that nobody else has a turn while each file is read, in milliseconds of the
                                processor: in the program itself, and in a process of its own as the console reads it
`;
const BYTES = 5 * 1024 * 1024;
const LAW =
  'LUẬT\nTHẢ DIỀU\nQuốc hội ban hành Luật Thả diều.\nĐiều 1. Phạm vi\nLuật này quy định về thả diều và bãi thả diều.\n';
const AMENDING = 'LUẬT\nSỬA ĐỔI LUẬT X\nĐiều 1. Sửa đổi, bổ sung một số điều của Luật X\n';

const fill = (text: string): string => text.repeat(Math.ceil(BYTES / Buffer.byteLength(text)));

const TEXTS: Readonly<Record<string, () => string>> = {
  'one line': () => fill('điều này quy định về thả diều '),
  'the same heading': () => fill('Điều 1. Bò\n'),
  'rising headings': () =>
    Array.from({ length: 150_000 }, (_, nth) => `Điều ${nth % 9999}. Phạm vi điều chỉnh`).join('\n'),
  'quotations never closed': () => fill('“Điều 5. Bò đi\n'),
  'quotations half closed': () => fill('“a “b”\nvăn bản pháp luật\n'),
  'notes and marks': () => LAW + fill('[1] quy định [2] [3]\n'),
  'chapters without articles': () => LAW + fill('Chương I\nQUY ĐỊNH\n'),
  spaces: () => LAW + fill(`Điều${' '.repeat(1000)}`),
  'instructions to amend': () =>
    AMENDING + fill('Sửa đổi, bổ sung khoản 1 và bổ sung khoản 2 Điều 3 bãi bỏ Điều 4 như sau:\n“1. điều”\n'),
  'one endless instruction': () => AMENDING + fill('bổ sung sửa đổi khoản 1 bãi bỏ các điểm a, b và c '),
  'lines of print': () => LAW + fill('quy định về thả diều và sáo diều của người dân ở làng quê Việt Nam ta \n'),
  'heads of pages': () => LAW + fill('CÔNG BÁO/Số 1/Ngày 1-1-2020\n1\nquy định\n'),
  'a page of boxes': () => `<html><body>${fill('<div><p>Điều 1. Bò</p>điều này</div>')}`,
  'rows of a table': () => `<html><body><table>${fill('<tr><td>Điều</td><td>1. điều</td></tr>')}`,
  'a codification': () =>
    fill('Điều 4.5.LQ.1. Phạm vi\n(Điều 1 Luật số 11/2017/QH14 Trợ giúp, có hiệu lực)\nđiều này\n'),
  'letters and marks apart': () => fill('điều này quy định về thả diều\n').normalize('NFD'),
};

const { values, positionals } = commandLine(USAGE, {
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});
if (positionals.length > 0) {
  await benchFiles(positionals);
  process.exit(0);
}
/** Seconds of the processor, so that what else runs on the machine does not count. */
const secondsFor = async (text: string): Promise<number> => {
  const from = process.cpuUsage();
  await importLaw({ bytes: Buffer.from(text), name: 'bench' }, { asOf: '2026-01-01' });
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1e6;
};
const rows: { text: string; megabytes: number; seconds: number; halfSeconds: number }[] = [];
for (const [name, make] of Object.entries(TEXTS)) {
  const text = make();
  const halfSeconds = await secondsFor(text.slice(0, text.length / 2));
  const seconds = await secondsFor(text);
  rows.push({ text: name, megabytes: Buffer.byteLength(text) / 1e6, seconds, halfSeconds });
  if (!values.json) {
    const { megabytes } = rows.at(-1) ?? { megabytes: 0 };
    process.stdout.write(
      `${name.padEnd(26)} ${megabytes.toFixed(1)} MB ${seconds.toFixed(2)} s, half of it ${halfSeconds.toFixed(2)} s\n`,
    );
  }
}
if (values.json) process.stdout.write(`${JSON.stringify(rows)}\n`);

async function benchFiles(paths: readonly string[]): Promise<void> {
  const reader = new ProcessLawReader();
  process.stdout.write(
    '| file | MB | in the program, ms | in a process of its own, ms | read in, s |\n| --- | --- | --- | --- | --- |\n',
  );
  for (const path of paths) {
    const file = { bytes: bytesOf(path), name: basename(path) };
    const options = { asOf: '2026-01-01' } as const;
    const inProgram = await longestTurn(() => importLaw(file, options));
    const inProcess = await longestTurn(() => reader.read(file, options));
    const cells = [
      file.name,
      (file.bytes.length / 1e6).toFixed(1),
      inProgram.longestMs,
      inProcess.longestMs,
      (inProcess.tookMs / 1000).toFixed(1),
    ];
    process.stdout.write(`| ${cells.join(' | ')} |\n`);
  }
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    return misused(USAGE, `${path} cannot be read: is it there, and may you read it?`);
  }
}
