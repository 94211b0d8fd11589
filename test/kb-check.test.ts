import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { entryFile, lineOf } from './support/knowledge-values.ts';
import { NEGATIVE_TWIN, PHRASINGS } from './support/phrasings.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** What the check of any folder needs: the lists, and the instruments that the files below and the Declaration rest on. */
const SHIPPED = ['hotlines.yaml', 'provinces.yaml', 'centres.yaml', 'instruments/bo-luat-lao-dong-2019.yaml'];
const DECLARATION = readFileSync('knowledge/instruments/udhr.yaml', 'utf8').replace(/^card:.*\n/m, '');
const TOPICS = '- topic: lao-dong\n  name: Lao động\n';

/** A `qa` without a fault; a test changes the line that it is about. Its review never comes due while tests run. */
const aQuestion = (change: Readonly<Record<string, string | undefined>> = {}, body?: string): string =>
  entryFile(
    {
      variants: `\n${PHRASINGS.map((said) => `  - "${said}"`).join('\n')}`,
      negativeTwin: NEGATIVE_TWIN,
      reviewBy: '2999-12-31',
      ...change,
    },
    body,
  );

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** A knowledge folder with one sound question, and the files given. */
function aFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-kb-'));
  folders.push(folder);
  for (const file of SHIPPED) cpSync(`knowledge/${file}`, join(folder, file));
  write(folder, {
    'instruments/udhr.yaml': DECLARATION,
    'topics.yaml': TOPICS,
    'qa/lao-dong/no-luong.md': aQuestion(),
    ...files,
  });
  return folder;
}

interface Ended {
  readonly code: number;
  readonly lines: readonly string[];
  readonly err: string;
}
/** As `npm run kb:check -- …` starts it; settings of whoever runs the test count for nothing. */
const run = (...args: readonly string[]) =>
  new Promise<Ended>((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'scripts/kb-check.ts', ...args],
      { env: { PATH: process.env.PATH ?? '' }, maxBuffer: 1 << 26 },
      (fault, out, err) =>
        resolve({ code: typeof fault?.code === 'number' ? fault.code : fault ? -1 : 0, lines: out.split('\n'), err }),
    );
  });
/** The folder alone, without the published texts: they are not on every machine. */
const check = (folder: string, ...args: readonly string[]) => run('--texts', '/khong/co', ...args, folder);
/** Faults stand first, up to the first empty line. */
const faultsIn = (lines: readonly string[]): readonly string[] => lines.slice(0, lines.indexOf(''));
const idsIn = (folder: string): readonly string[] | undefined =>
  existsSync(join(folder, 'ids.txt')) ? readFileSync(join(folder, 'ids.txt'), 'utf8').split('\n') : undefined;

describe('npm run kb:check', () => {
  it('has nothing to say against a sound folder: exit 0', async () => {
    const { code, lines } = await check(aFolder());
    expect([code, faultsIn(lines)]).toEqual([0, []]);
    expect(lines).toContain('0 lỗi: tốt');
  });

  it('names every fault with folder, file, line and field, and what to do: exit 1', async () => {
    const twin = aQuestion({ id: 'qa/lao-dong/trung-lap', negativeTwin: PHRASINGS[0] ?? '' });
    const grade = aQuestion({ id: 'qa/lao-dong/do-tin', confidence: 'C' });
    const law = aQuestion({
      id: 'qa/lao-dong/dieu-la',
      question: 'Công ty giữ lương thử việc thì sao?',
      topics: '[luong-bong]',
      citations: '[bo-luat-lao-dong-2019:221]',
    }).replace(/^- `bo-luat-lao-dong-2019:94\.1`.*\n/m, '');
    const named = law.replace('`bo-luat-lao-dong-2019:97`', '`bo-luat-lao-dong-2019:221`');
    const folder = aFolder({
      'qa/lao-dong/trung-lap.md': twin,
      'qa/lao-dong/do-tin.md': grade,
      'qa/lao-dong/dieu-la.md': named,
    });
    const { code, lines } = await check(folder);
    const at = (file: string, text: string, field: string, message: string) =>
      `${folder}/qa/lao-dong/${file}.md:${lineOf(text, `${field}:`)}  ${field}: ${message}`;
    expect([...faultsIn(lines)].sort()).toEqual(
      [
        at('do-tin', grade, 'confidence', 'phải là A hoặc B; C không được đăng'),
        at('dieu-la', named, 'citations', 'bo-luat-lao-dong-2019:221: Bộ luật Lao động 2019 không có Điều 221'),
        at(
          'dieu-la',
          named,
          'topics',
          'luong-bong không có trong topics.yaml: chọn lĩnh vực có sẵn, hoặc thêm một dòng vào tệp đó',
        ),
        at('trung-lap', twin, 'question', 'trùng câu hỏi và thời gian hiệu lực với qa/lao-dong/no-luong.md'),
        at('trung-lap', twin, 'negativeTwin', 'trùng với một cách nói của chính mục này, hãy đổi câu khác'),
      ].sort(),
    );
    expect([code, lines.at(-2)]).toEqual([1, '5 lỗi']);
  });

  it('names a fault that has no line without one', async () => {
    const folder = aFolder({ 'qa/lao-dong/no-luong.md': aQuestion({ negativeTwin: undefined }) });
    const { code, lines } = await check(folder);
    expect([code, faultsIn(lines)]).toEqual([
      1,
      [
        `${folder}/qa/lao-dong/no-luong.md  negativeTwin: thiếu: ghi một câu hỏi gần giống mà mục này không được trả lời`,
      ],
    ]);
  });

  it('speaks Vietnamese of a list too, and names the file that is missing', async () => {
    const folder = aFolder({ 'centres.yaml': 'Hà Nội\n' });
    rmSync(join(folder, 'hotlines.yaml'));
    const { code, lines } = await check(folder);
    expect([code, faultsIn(lines)]).toEqual([
      1,
      [
        `${folder}/hotlines.yaml  tệp: thiếu tệp này`,
        expect.stringMatching(/\/centres\.yaml {2}tệp: Đầu vào không hợp lệ/),
      ],
    ]);
  });

  it('shows what a curator should look at: near questions, hard answers, each topic', async () => {
    const hard = `${Array.from({ length: 9 }, () => 'công ty phải trả').join(' ')}.`;
    const folder = aFolder({
      'qa/lao-dong/cham-luong.md': aQuestion({
        id: 'qa/lao-dong/cham-luong',
        question: 'Công ty nợ lương lâu thì phải làm gì?',
      }),
      'qa/lao-dong/kho-doc.md': aQuestion(
        { id: 'qa/lao-dong/kho-doc', question: 'Ai tính tiền lãi chậm trả?', citations: '[bo-luat-lao-dong-2019:97]' },
        `${hard}\n\n## Việc cần làm\n1. ${hard}\n\n## Căn cứ\n- \`bo-luat-lao-dong-2019:97\`: trả đúng hạn.\n`,
      ),
    });
    const { code, lines } = await check(folder);
    expect(code).toBe(0);
    expect(lines).toContain('Câu hỏi gần giống nhau, cần người xem (1):');
    expect(lines).toContainEqual(
      expect.stringMatching(/^ {2}0\.\d\d {2}qa\/lao-dong\/cham-luong ~ qa\/lao-dong\/no-luong$/),
    );
    expect(lines).toContain('  36.0 từ/câu, dài nhất 36: qa/lao-dong/kho-doc');
    expect(lines).toContainEqual(expect.stringMatching(/^ {2}Lao động +3 +0 +0$/));
    expect(lines).toContain('Không có /khong/co: bỏ qua đối chiếu với văn bản đã công bố.');
  });

  it('does not say that a published entry is gone where its file cannot be read', async () => {
    const broken = aQuestion({ confidence: 'C' });
    const folder = aFolder({ 'ids.txt': 'qa/lao-dong/no-luong\n', 'qa/lao-dong/no-luong.md': broken });
    const { code, lines } = await check(folder);
    expect([code, faultsIn(lines)]).toEqual([
      1,
      [
        `${folder}/qa/lao-dong/no-luong.md:${lineOf(broken, 'confidence:')}  confidence: phải là A hoặc B; C không được đăng`,
      ],
    ]);
  });

  it('says which folder is not there', async () => {
    const { code, err } = await check('/khong/co/thu-muc');
    expect(code).not.toBe(0);
    expect(err).toContain('/khong/co/thu-muc');
  });

  it('--help: says how it is used, and checks nothing', async () => {
    const { code, lines } = await run('--help');
    expect([code, lines[0]]).toEqual([0, expect.stringMatching(/^npm run kb:check/)]);
    expect(lines.join('\n')).not.toMatch(/lỗi/);
  });
});

describe('npm run kb:check -- --record', () => {
  it('writes the ids that are new, sorted, with those that were there; not the Declaration', async () => {
    const folder = aFolder({
      'ids.txt': 'qa/lao-dong/no-luong\n',
      'qa/lao-dong/cham-luong.md': aQuestion({ id: 'qa/lao-dong/cham-luong', question: 'Lương trả chậm thì sao?' }),
    });
    const { code, lines } = await check(folder, '--record');
    expect([code, idsIn(folder)]).toEqual([0, ['qa/lao-dong/cham-luong', 'qa/lao-dong/no-luong', '']]);
    expect(lines).toContain(`Đã ghi 2 mã mục vào ${folder}/ids.txt`);
  });

  it('writes the same when it is run again', async () => {
    const folder = aFolder();
    await check(folder, '--record');
    const once = idsIn(folder);
    await check(folder, '--record');
    expect([once, idsIn(folder)]).toEqual([['qa/lao-dong/no-luong', ''], once]);
  });

  it('without it nothing is written', async () => {
    const folder = aFolder();
    await check(folder);
    expect(idsIn(folder)).toBeUndefined();
  });

  it('writes nothing while there is a fault', async () => {
    const folder = aFolder({ 'topics.yaml': '- topic: dat-dai\n  name: Đất đai\n' });
    expect((await check(folder, '--record')).code).toBe(1);
    expect(idsIn(folder)).toBeUndefined();
  });

  it('an id that was recorded may not vanish', async () => {
    const folder = aFolder({
      'qa/lao-dong/cham-luong.md': aQuestion({ id: 'qa/lao-dong/cham-luong', question: 'Lương trả chậm thì sao?' }),
    });
    await check(folder, '--record');
    rmSync(join(folder, 'qa/lao-dong/cham-luong.md'));
    const { code, lines } = await check(folder, '--record');
    expect([code, faultsIn(lines)]).toEqual([
      1,
      [`${folder}/qa/lao-dong/cham-luong.md  id: mục đã đăng không được xóa hay đổi tên; hết áp dụng thì ghi validTo`],
    ]);
    expect(idsIn(folder)).toEqual(['qa/lao-dong/cham-luong', 'qa/lao-dong/no-luong', '']);
  });
});

describe('The shipped knowledge', () => {
  it('is published without a fault; only a review may come due as the years pass', async () => {
    const { code, lines } = await run();
    const faults = faultsIn(lines);
    expect(faults.filter((line) => !line.includes('reviewBy: đã quá hạn kiểm lại'))).toEqual([]);
    expect(code).toBe(faults.length > 0 ? 1 : 0);
    expect(lines).toContainEqual(expect.stringMatching(/^\d+ qa, \d+ guide, \d+ article, /));
  });
});
