import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Accepted, judgeAudit } from '../scripts/audit/judge-audit.ts';

interface Locked {
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
}

const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const locked: readonly (readonly [string, Locked])[] = Object.entries(
  json('package-lock.json').packages as Record<string, Locked>,
).filter(([path]) => path !== '');
const { allowScripts, dependencies, devDependencies } = json('package.json');

describe('packages', () => {
  it('are installed only with the content that was locked', () => {
    expect(locked.length).toBeGreaterThan(100);
    expect(
      locked.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? '')).map(([path]) => path),
    ).toEqual([]);
  });

  it('are named with the version that was tried', () => {
    const versions = Object.values({ ...dependencies, ...devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
  });

  it('run a script while they are installed only where that was allowed', () => {
    const scripts = locked
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path.replace(/^.*node_modules\//, ''));
    expect(scripts.toSorted()).toEqual(Object.keys(allowScripts).toSorted());
    expect(readFileSync('.npmrc', 'utf8')).toMatch(/^strict-allow-scripts=true$/m);
  });

  it('are not installed for a Node that is too old, which would fail at the start in words that nobody understands', () => {
    expect(readFileSync('.npmrc', 'utf8')).toMatch(/^engine-strict=true$/m);
    const floor = /\^20\.19\.0 \|\| \^22\.13\.0 \|\| >=24/;
    expect(JSON.parse(readFileSync('package.json', 'utf8')).engines.node).toMatch(floor);
  });
});

describe('the audit of dependencies', () => {
  const hole = {
    name: 'hono',
    title: 'Cookies of others',
    url: 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc',
    severity: 'high',
  };
  const answer = (...via: readonly unknown[]) => JSON.stringify({ vulnerabilities: { hono: { via } }, metadata: {} });
  const accepted = [
    { id: 'GHSA-aaaa-bbbb-cccc', package: 'hono', reason: 'We set no cookie of that kind', until: '2026-12-31' },
  ];

  it('passes where nothing serious is known', () => {
    expect(judgeAudit(answer(), [], '2026-11-29')).toEqual({ verdict: 'pass', accepted: [] });
    expect(judgeAudit(answer({ ...hole, severity: 'moderate' }, 'x'), [], '2026-11-29').verdict).toBe('pass');
  });

  it('fails with what it found', () => {
    expect(judgeAudit(answer(hole), [], '2026-11-29')).toEqual({
      verdict: 'fail',
      because: ['hono: Cookies of others (high, https://github.com/advisories/GHSA-aaaa-bbbb-cccc)'],
    });
  });

  it('lets pass what was accepted, for that package and until that day', () => {
    expect(judgeAudit(answer(hole), accepted, '2026-12-31')).toEqual({
      verdict: 'pass',
      accepted: ['GHSA-aaaa-bbbb-cccc'],
    });
    expect(judgeAudit(answer(hole), accepted, '2027-01-01').verdict).toBe('fail');
    expect(judgeAudit(answer({ ...hole, name: 'pg' }), accepted, '2026-12-31').verdict).toBe('fail');
  });

  it.each([
    ['', 'npm audit gave no answer'],
    ['<html>502</html>', 'npm audit gave no answer'],
    [
      '{"message":"405 Method Not Allowed - POST https://registry.example/-/npm","error":{"summary":"","detail":""}}',
      '405 Method Not Allowed - POST the registry',
    ],
    [
      '{"error":{"code":"ENOTFOUND","summary":"request to https://registry.example failed"}}',
      'request to the registry failed',
    ],
  ])('is no success where nobody could be asked: %s', (given, because) => {
    expect(judgeAudit(given, accepted, '2026-11-29')).toEqual({ verdict: 'not tried', because });
  });

  it('has a reason and a day for everything that was accepted', () => {
    expect(Accepted.safeParse(json('scripts/audit/accepted.json')).success).toBe(true);
    expect(Accepted.safeParse([{ ...accepted[0], reason: 'later' }]).success).toBe(false);
  });
});
