import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SmallKnowledge, smallKnowledge } from './support/small-knowledge.ts';
import { CONSOLIDATED_LENDING_LAW, LENDING, LENDING_LAW } from './support/small-laws.ts';

describe('npm run law', () => {
  let small: SmallKnowledge;
  let folder: string;
  beforeEach(async () => {
    small = await smallKnowledge();
    folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-law-'));
  });
  afterEach(async () => {
    await small.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (...args: readonly string[]) => script('law', ...args);
  const script = (name: string, ...args: readonly string[]) =>
    new Promise<{ code: number; out: string; err: string }>((resolve) => {
      const env = {
        PATH: process.env.PATH ?? '',
        NODE_ENV: 'development',
        DATABASE_URL: small.databaseUrl,
        KNOWLEDGE_DIR: small.knowledgeDir,
        DATA_KEY: Buffer.alloc(32, 'khoá để thử').toString('base64'),
      };
      execFile(process.execPath, ['--import', 'tsx', `scripts/${name}.ts`, ...args], { env }, (fault, out, err) =>
        resolve({ code: typeof fault?.code === 'number' ? fault.code : fault ? -1 : 0, out, err }),
      );
    });
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  it('stores only what it is told to, lists and shows it, and tells what rests on it', async () => {
    const original = file('luat.txt', LENDING_LAW);
    const asked = await run('import', original);
    expect(asked.code).toBe(1);
    expect(asked.out).toContain('5 điều mới có nguyên văn');
    expect(asked.out).toContain('Chưa lưu: thêm --yes để lưu.');
    expect((await run('list')).out).toContain('Chưa có văn bản nào');

    const stored = await run('import', original, file('hop-nhat.txt', CONSOLIDATED_LENDING_LAW), '--yes');
    expect([stored.code, stored.err]).toEqual([0, '']);
    expect(stored.out).toContain(`${LENDING}: 5 điều mới có nguyên văn`);
    expect(stored.out).toContain('3 điều có nội dung mới');
    expect((await run('import', original, '--yes')).out).toContain('Tệp này đã nhập rồi');
    expect((await run('list')).out).toContain(`${LENDING}  số 61/2020/QH14  5 điều hôm nay, 9 nội dung, 2 tệp`);

    const then = await run('show', `${LENDING}:2`, '--as-of', '2026-12-31');
    expect(then.out).toContain('1. Người có thẻ thư viện.\n2. Trẻ em đi cùng người lớn.');
    expect(then.out).not.toContain('Mọi người ở trong xã');
    const both = (await run('show', `${LENDING}:2`)).out;
    expect(both).toContain('\n− 1. Người có thẻ thư viện.\n');
    expect(both).toContain('\n+ 1. Mọi người ở trong xã.\n');
    expect((await run('show', 'luat-khong-co-2020')).code).toBe(1);

    const impact = await run('impact', 'bo-luat-lao-dong-2019:97', '--json');
    expect(JSON.parse(impact.out)).toContainEqual({
      object: 'entry/qa/lao-dong/bi-no-luong',
      title: expect.any(String),
      citation: expect.stringMatching(/^bo-luat-lao-dong-2019:97(?:\.|$)/),
    });
    expect((await run('impact', `${LENDING}:2`)).out).toContain('Không có mục nào dựa vào đây.');

    const target = join(folder, 'xuat');
    expect((await run('export', target, '--akn')).code).toBe(0);
    expect(readdirSync(target).sort()).toEqual(['akn', 'index.json']);
    expect(JSON.parse(readFileSync(join(target, 'index.json'), 'utf8')).files).toHaveLength(2);
    const whole = join(folder, 'ca-kho');
    expect((await script('kb-export', whole, '--json')).code).toBe(0);
    expect(readdirSync(whole).sort()).toEqual(['index.json', 'knowledge.json', 'laws']);
    const foreign = await run('export', folder);
    expect([foreign.code, foreign.err]).toEqual([1, expect.stringContaining('không phải một bản xuất trước')]);
  });

  it('refuses what cannot be stored, says what to add, and ends with 2', async () => {
    const dayless = file(
      'luat.txt',
      LENDING_LAW.replace('có hiệu lực thi hành từ ngày 01 tháng 01 năm 2021', 'được thi hành'),
    );
    const refused = await run('import', dayless, '--yes');
    expect(refused.code).toBe(2);
    expect(refused.out).toContain('Thêm --in-force-from YYYY-MM-DD.');
    const json = await run('import', dayless, '--yes', '--json');
    expect(JSON.parse(json.out)).toMatchObject({ import: { error: { code: 'no-first-day' } } });
    expect((await run('import', dayless, '--yes', '--in-force-from', '2021-01-01')).code).toBe(0);
    expect(await run('import', file('thu.txt', 'Đây là lá thư.'), '--yes')).toMatchObject({ code: 2 });
    expect(await run('import', dayless, '--in-force-from', '2021-02-30')).toMatchObject({ code: 1, out: '' });
    expect((await run('--help')).out).toContain('npm run law -- export');
  });
});
