import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly told: string;
}

const COMMAND = ['--import', 'tsx', 'scripts/kb-stats.ts'];

function run(...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [...COMMAND, ...args], (fault, out, told) =>
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

it('every command of package.json can be asked how it is used', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const files = Object.values(scripts).flatMap((script) => /scripts\/\S+\.ts/.exec(script) ?? []);
  expect(files.length).toBeGreaterThan(25);
  expect(files.filter((file) => !/commandLine\(|--help|help: \{/.test(readFileSync(file, 'utf8')))).toEqual([]);
});
