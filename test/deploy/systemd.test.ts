import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SETTING_NAMES } from '../../src/settings.ts';

const UNIT = 'deploy/hoi-quyen.service';
const text = readFileSync(UNIT, 'utf8');
const value = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(text)?.[1];
const withSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

describe('the systemd unit', () => {
  it('starts the program as npm start does', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } };
    expect(value('ExecStart')).toBe(`/usr/bin/${scripts.start}`);
  });

  it('waits longer for the end than the program takes', () => {
    const ms = (file: string, name: string) =>
      Number(new RegExp(`const ${name} = ([\\d_]+)`).exec(readFileSync(file, 'utf8'))?.[1]?.replaceAll('_', ''));
    const longestMs = ms('src/main.ts', 'CUT_AFTER_MS') + ms('src/wiring.ts', 'HURRY_AFTER_MS');
    expect(longestMs).toBeGreaterThan(0);
    expect(Number(value('TimeoutStopSec')) * 1000).toBeGreaterThan(longestMs + 5_000);
  });

  it('gives away only settings that there are, and no secret', () => {
    const set = [...text.matchAll(/^Environment=([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(set).toEqual(['NODE_ENV']);
    expect(set.filter((name) => !SETTING_NAMES.includes(name ?? ''))).toEqual([]);
  });

  it('may write to its data and its backups, and nowhere else', () => {
    expect([value('ProtectSystem'), value('StateDirectory'), value('UMask')]).toEqual(['strict', 'hoi-quyen', '0077']);
    expect(text.match(/^ReadWritePaths=/gm)).toHaveLength(1);
  });

  it.skipIf(!withSystemd)('is one that systemd understands and finds little exposed', () => {
    const rated = execFileSync('systemd-analyze', ['security', '--offline=yes', resolve(UNIT)], { encoding: 'utf8' });
    const exposure = Number(/exposure level for hoi-quyen\.service: ([\d.]+)/.exec(rated)?.[1]);
    expect(exposure).toBeLessThan(2);
    const verified = spawnSync('systemd-analyze', ['verify', resolve(UNIT)], { encoding: 'utf8' });
    // A unit of another program, or a command that is not installed where this runs, says nothing of ours.
    const ours = verified.stderr.split('\n').filter((line) => line.includes(UNIT) && !line.includes('not executable'));
    expect(ours).toEqual([]);
  });
});
