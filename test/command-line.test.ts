import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly told: string;
}

function run(...args: readonly string[]): Promise<Ended> {
  return runScript('kb-stats', ...args);
}

function runScript(name: string, ...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', `scripts/${name}.ts`, ...args], (fault, out, told) =>
      resolve({ code: typeof fault?.code === 'number' ? fault.code : 0, out, told }),
    );
  });
}

describe('what is typed behind a command', () => {
  it('says how it is used when asked', async () => {
    const { code, out, told } = await run('--help');
    expect([code, told]).toEqual([0, '']);
    expect(out).toMatch(/^npm run kb:stats/);
  });

  it('is named where it is no option, with what is, and without where in the program that was seen', async () => {
    const { code, out, told } = await run('--tat-ca');
    expect([code, out]).toEqual([2, '']);
    expect(told).toMatch(/^Unknown option '--tat-ca'.*\n\nnpm run kb:stats/);
    expect(told).not.toMatch(/\n\s+at /);
  });
});

describe('what a command cannot read', () => {
  it.each([
    ['kb-stats', ['--json', './khong-co'], 'The knowledge folder ./khong-co cannot be read. Set KNOWLEDGE_DIR to it.'],
    ['kb-check', ['./khong-co'], 'The knowledge folder ./khong-co cannot be read. Set KNOWLEDGE_DIR to it.'],
    ['eval', ['./khong-co.jsonl', '--json'], "ENOENT: no such file or directory, open './khong-co.jsonl'"],
  ])('%s names it in one line, and prints nothing that could be taken for a result', async (name, args, line) => {
    expect(await runScript(name, ...args)).toEqual({ code: 2, out: '', told: `${line}\n` });
  });

  it('labels that are not there are named before anything is measured', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-labels-'));
    writeFileSync(join(folder, 'corpus.jsonl.gz'), '');
    const { code, out, told } = await runScript('bench-retrieval', folder, '--qrels', './khong-co.tsv', '--json');
    rmSync(folder, { recursive: true });
    expect([code, out]).toEqual([2, '']);
    expect(told).toMatch(/^\.\/khong-co\.tsv: there is no such file\n\nnpm run --silent bench:retrieval/);
  });

  it('a day that does not exist is named before anything is asked', async () => {
    const { code, out, told } = await runScript('eval', './khong-co.jsonl', '--as-of', '2026-02-30', '--json');
    expect([code, out]).toEqual([2, '']);
    expect(told).toMatch(/^--as-of 2026-02-30: must be a day that exists, YYYY-MM-DD\n\nnpm run --silent eval/);
  });
});

it('every command of package.json can be asked how it is used', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const files = Object.values(scripts).flatMap((script) => /scripts\/\S+\.ts/.exec(script) ?? []);
  expect(files.length).toBeGreaterThan(25);
  expect(files.filter((file) => !/commandLine\(|--help|help: \{/.test(readFileSync(file, 'utf8')))).toEqual([]);
});
