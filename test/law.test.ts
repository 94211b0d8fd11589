import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONSOLIDATED_KITE_LAW, KITE_LAW } from './law/invented-laws.ts';

const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-law-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  readonly exit: number;
  readonly out: string;
  readonly told: string;
}

function run(...words: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', 'scripts/law.ts', ...words], (fault, out, told) => {
      resolve({ exit: fault ? Number(fault.code) : 0, out, told });
    });
  });
}

const file = (name: string): string => join(folder, name);

beforeAll(() => {
  writeFileSync(file('kites.txt'), KITE_LAW);
  writeFileSync(file('consolidated.txt'), CONSOLIDATED_KITE_LAW);
  writeFileSync(file('letter.txt'), 'Kính gửi bà con, xã mời bà con đến dự hội thả diều vào sáng chủ nhật.');
});

describe('npm run law -- import … --dry-run', () => {
  it('prints the instrument and its articles as JSON', async () => {
    const { exit, out } = await run('import', file('kites.txt'), '--dry-run', '--json');
    const law = JSON.parse(out);
    expect(exit).toBe(0);
    expect(law.instrument).toMatchObject({
      code: 'luat-tha-dieu-2031',
      name: 'Luật Thả diều',
      number: '77/2031/QH18',
      adoptedOn: '2031-11-20',
    });
    expect(law.articles).toHaveLength(4);
    expect(law.articles[0]).toMatchObject({
      number: '1',
      heading: 'Phạm vi điều chỉnh',
      sha256: createHash('sha256').update(law.articles[0].text).digest('hex'),
    });
    expect([law.gaps, law.warnings]).toEqual([[], []]);
  });

  it('names every missing number, and takes the code that is given', async () => {
    const { out } = await run(
      'import',
      file('consolidated.txt'),
      '--code',
      'luat-khac-2000',
      '--as-of',
      '2036-06-01',
      '--dry-run',
      '--json',
    );
    const law = JSON.parse(out);
    expect(law.gaps).toEqual(['4', '5']);
    expect(law.instrument.code).toBe('luat-khac-2000');
    expect(law.warnings).toContainEqual(expect.objectContaining({ kind: 'earlier-wording-missing', articles: ['2'] }));
  });

  it('refuses with a reason and exit code 2', async () => {
    const { exit, out } = await run('import', file('letter.txt'), '--dry-run', '--json');
    expect(exit).toBe(2);
    expect(JSON.parse(out)).toEqual({ error: { code: 'not-a-law', message: expect.stringMatching(/không phải/) } });
    expect(await run('import', file('nothing-here.txt'), '--dry-run', '--json')).toMatchObject({ exit: 2 });
  });

  it('reports in Vietnamese without --json, file after file', async () => {
    const { exit, out } = await run('import', file('kites.txt'), file('letter.txt'), '--dry-run');
    expect(exit).toBe(2);
    expect(out).toContain('Luật Thả diều · số 77/2031/QH18 · Quốc hội');
    expect(out).toContain('KHÔNG NHẬP (not-a-law)');
  });
});
