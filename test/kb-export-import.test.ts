import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AccountId } from '../src/base/ids.ts';
import { COMMAND_LINE } from '../src/flow/entries/import-entries.ts';
import { BEES, beeFile } from './support/bees.ts';
import { lineOf } from './support/knowledge-values.ts';
import { NOON, type SmallKnowledge, smallKnowledge, TODAY, WAGES } from './support/small-knowledge.ts';

const BEE_FILE = beeFile();

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

describe('kb:export and kb:import', () => {
  let small: SmallKnowledge;
  let folder: string;
  beforeEach(async () => {
    small = await smallKnowledge();
    folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-tree-'));
  });
  afterEach(async () => {
    await small.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (script: string, ...args: readonly string[]) =>
    new Promise<Ended>((resolve) => {
      const env = {
        PATH: process.env.PATH ?? '',
        NODE_ENV: 'development',
        DATABASE_URL: small.databaseUrl,
        KNOWLEDGE_DIR: small.knowledgeDir,
        DATA_KEY: Buffer.alloc(32, 'khoá để thử').toString('base64'),
      };
      execFile(process.execPath, ['--import', 'tsx', `scripts/${script}.ts`, ...args], { env }, (fault, out, err) =>
        resolve({ code: typeof fault?.code === 'number' ? fault.code : fault ? -1 : 0, out, err }),
      );
    });
  const exported = async (name: string): Promise<string> => {
    const target = join(folder, name);
    const { code, err } = await run('kb-export', target);
    expect([code, err]).toEqual([0, expect.any(String)]);
    return target;
  };
  /** Every file with its bytes. */
  const treeOf = (of: string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      readdirSync(of, { recursive: true, withFileTypes: true })
        .filter((found) => found.isFile())
        .map((found) => join(found.parentPath, found.name))
        .sort()
        .map((path) => [path.slice(of.length), readFileSync(path).toString('base64')]),
    );
  const change = (tree: string, file: string, edit: (text: string) => string): void => {
    const text = readFileSync(join(tree, file), 'utf8');
    expect(edit(text)).not.toBe(text);
    writeFileSync(join(tree, file), edit(text));
  };
  const revisions = () =>
    small.store.transaction(async (records) =>
      (await records.revisions.list({}, 50)).map(({ entry, state, author, origin, note, decidedBy }) => ({
        entry,
        state,
        author,
        origin,
        note,
        decidedBy,
      })),
    );
  const live = () =>
    small.store.transaction(async (records) => (await records.revisions.live()).map(({ entry }) => entry));

  it('write what is live, read nothing back from it, and write the same again', async () => {
    // line breaks of Windows, no break at the end, letters taken apart: what was published is kept as it is
    const odd = `${small.shippedText(WAGES).trimEnd().replace('Đòi bằng giấy', 'Hãy đòi bằng giấy'.normalize('NFD'))}  `;
    await small.putLive(WAGES, odd.replaceAll('\n', '\r\n'));
    await small.putLive(BEES, BEE_FILE);
    const first = await exported('một');
    expect(readFileSync(join(first, `${WAGES}.md`), 'utf8')).toBe(odd.replaceAll('\n', '\r\n'));
    expect(readFileSync(join(first, `${BEES}.md`), 'utf8')).toBe(BEE_FILE);
    const { [`/${BEES}.md`]: bees, [`/${WAGES}.md`]: wages, ...rest } = treeOf(first);
    const { [`/${WAGES}.md`]: shippedWages, ...shipped } = treeOf(small.knowledgeDir);
    expect(rest).toEqual(shipped);
    expect([bees, wages, shippedWages]).toEqual([expect.any(String), expect.any(String), expect.any(String)]);

    const before = await revisions();
    const imported = await run('kb-import', first, '--json');
    expect(imported.code).toBe(0);
    expect(JSON.parse(imported.out)).toEqual({ changed: [], waiting: [], unchanged: expect.any(Number) });
    expect(JSON.parse(imported.out).unchanged).toBeGreaterThan(50);
    expect(await revisions()).toEqual(before);
    expect(treeOf(await exported('hai'))).toEqual(treeOf(first));
  });

  it('take what was changed to review, once, and leave what is live alone', async () => {
    const tree = await exported('một');
    change(tree, `${WAGES}.md`, (text) => text.replace('Đòi bằng giấy', 'Hãy đòi bằng giấy'));
    writeFileSync(join(tree, `${BEES}.md`), BEE_FILE);
    const { code, out } = await run('kb-import', tree, '--note', 'đọc lại cùng Sở Tư pháp');
    expect([code, out]).toEqual([0, expect.stringContaining('2 mục thay đổi')]);
    const waits = { state: 'in-review', author: COMMAND_LINE, origin: 'import', note: 'đọc lại cùng Sở Tư pháp' };
    expect(await revisions()).toEqual([
      { ...waits, entry: BEES, decidedBy: undefined },
      { ...waits, entry: WAGES, decidedBy: undefined },
    ]);
    expect(await live()).toEqual([]);
    const again = await run('kb-import', tree, '--json');
    expect(JSON.parse(again.out)).toMatchObject({ changed: [], waiting: [WAGES, BEES] });
    expect(await revisions()).toHaveLength(2);
    const lines = await small.store.transaction(({ audit }) => audit.find({}, 10));
    expect(lines.map(({ action, by }) => [action, by])).toEqual([
      ['revision-submitted', undefined],
      ['revision-submitted', undefined],
    ]);
  });

  it('publish for an operator who says why; a running bot takes it up', async () => {
    const bot = await small.open();
    const tree = await exported('một');
    writeFileSync(join(tree, `${BEES}.md`), BEE_FILE);
    expect((await run('kb-import', tree, '--publish')).code).toBe(2);
    expect(await live()).toEqual([]);
    const { code, out } = await run('kb-import', tree, '--publish', '--note', 'đã duyệt ở máy khác');
    expect([code, out]).toEqual([0, expect.stringContaining(`${BEES}: đã đăng`)]);
    expect(await live()).toEqual([BEES]);
    expect(await revisions()).toEqual([
      {
        entry: BEES,
        state: 'published',
        author: COMMAND_LINE,
        origin: 'import',
        note: 'đã duyệt ở máy khác',
        decidedBy: COMMAND_LINE,
      },
    ]);
    await bot.follow();
    expect(bot.on(TODAY).entry(BEES)?.title).toContain('ong đốt');
    const [line] = await small.store.transaction(({ audit }) => audit.find({}, 10));
    expect(line).toMatchObject({ action: 'entry-published', object: `entry/${BEES}`, by: undefined });
  });

  it('make drafts of a curator', async () => {
    const login = 'lan@vidu.vn';
    const account = {
      login,
      name: 'Lan',
      province: undefined,
      language: 'vi',
      passwordHash: 'x',
      totpSecret: 'x',
      totpLastStep: 0,
      by: undefined,
      at: NOON,
    } as const;
    const id = await small.store.transaction(({ accounts }) => accounts.add({ ...account, role: 'curator' }));
    await small.store.transaction(({ accounts }) => accounts.add({ ...account, role: 'admin', login: 'sep@vidu.vn' }));
    const tree = await exported('một');
    writeFileSync(join(tree, `${BEES}.md`), BEE_FILE);
    for (const other of ['khong-co@vidu.vn', 'sep@vidu.vn']) {
      expect((await run('kb-import', tree, '--as', other)).code).toBe(2);
    }
    expect(await revisions()).toEqual([]);
    expect((await run('kb-import', tree, '--as', login)).code).toBe(0);
    expect((await run('kb-import', tree, '--as', login)).code).toBe(0);
    expect(await revisions()).toMatchObject([{ entry: BEES, state: 'draft', author: id as AccountId }]);
  });

  it('list every fault with file and line, and then write nothing', async () => {
    const tree = await exported('một');
    const numbers = 'qa/lao-dong/bi-ep-tang-ca';
    change(tree, `${WAGES}.md`, (text) => text.replace('confidence: A', 'confidence: C'));
    change(tree, `${numbers}.md`, (text) => text.replace('## Căn cứ', '7. Gọi số 1900 7777.\n\n## Căn cứ'));
    writeFileSync(join(tree, `${BEES}.md`), BEE_FILE);
    const { code, out } = await run('kb-import', tree, '--publish', '--note', 'thử');
    expect(code).toBe(1);
    const line = lineOf(readFileSync(join(tree, `${WAGES}.md`), 'utf8'), 'confidence:');
    expect(out).toContain(`${join(tree, WAGES)}.md:${line}  confidence: phải là A hoặc B`);
    expect(out).toMatch(new RegExp(`${numbers}\\.md.*1900 7777`));
    expect(out).toContain('2 lỗi; không mục nào được ghi');
    expect([await live(), await revisions()]).toEqual([[], []]);
  });

  it('refuse a file that is no text, and a name that is no id', async () => {
    const tree = join(folder, 'một');
    mkdirSync(join(tree, 'qa/lao-dong'), { recursive: true });
    writeFileSync(join(tree, 'qa/lao-dong/hong.md'), Uint8Array.of(0x2d, 0xff, 0xfe));
    writeFileSync(join(tree, 'qa/lao-dong/Nợ Lương.md'), BEE_FILE);
    const { code, out } = await run('kb-import', tree);
    expect(code).toBe(1);
    expect(out).toContain('hong.md  tệp: không phải văn bản UTF-8');
    expect(out).toContain('Nợ Lương.md  tên tệp:');
  });

  it('write into no folder that holds something else, and delete nothing in a knowledge folder', async () => {
    const notes = join(folder, 'ghi chú');
    mkdirSync(notes);
    writeFileSync(join(notes, 'thư.txt'), 'riêng');
    expect(await run('kb-export', notes)).toMatchObject({
      code: 1,
      err: expect.stringContaining('Nothing was written'),
    });
    expect(readdirSync(notes)).toEqual(['thư.txt']);

    await small.putLive(WAGES, small.shippedText(WAGES).replace('Đòi bằng giấy', 'Hãy đòi bằng giấy'));
    const tree = join(folder, 'kho');
    cpSync(small.knowledgeDir, tree, { recursive: true });
    writeFileSync(join(tree, `${BEES}.md`), BEE_FILE);
    const { code, out, err } = await run('kb-export', tree);
    expect([code, out]).toEqual([0, expect.stringContaining('1 written')]);
    expect(err).toContain(`${BEES}.md: is not live`);
    expect(readFileSync(join(tree, `${BEES}.md`), 'utf8')).toBe(BEE_FILE);
    expect(readFileSync(join(tree, `${WAGES}.md`), 'utf8')).toContain('Hãy đòi bằng giấy');
  });

  it('write the shipped file where the live revision cannot be read, as the bot does', async () => {
    await small.putLive(WAGES, 'không có phần đầu');
    const tree = join(folder, 'một');
    const { code, err } = await run('kb-export', tree);
    expect([code, err]).toEqual([0, expect.stringContaining(`${WAGES}: the live revision cannot be read`)]);
    expect(treeOf(tree)).toEqual(treeOf(small.knowledgeDir));
    expect(JSON.parse((await run('kb-import', tree, '--json')).out)).toMatchObject({ changed: [] });
  });

  it.each<[string, readonly string[]]>([
    ['kb-export', ['--help']],
    ['kb-import', ['--help']],
  ])('%s explains itself', async (script, args) => {
    expect(await run(script, ...args)).toMatchObject({ code: 0, out: expect.stringContaining('DIR'), err: '' });
  });

  it.each<[string, readonly string[]]>([
    ['kb-export', []],
    ['kb-import', []],
    ['kb-import', ['/khong/co', 'hai']],
    ['kb-import', ['x', '--as', 'a', '--publish']],
  ])('%s says what is missing: %j', async (script, args) => {
    expect(await run(script, ...args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('DIR') });
  });
});
