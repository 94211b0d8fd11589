import { describe, expect, it } from 'vitest';
import { proofPage } from '../../scripts/proof-page.ts';
import type { ProofReport } from '../../scripts/proof-report.ts';

const DRILL: ProofReport = {
  title: 'Fault drills',
  about: 'Nothing is lost, nothing is answered twice.',
  command: 'npm run drill',
  startedAt: '2026-11-29T22:00:00.000Z',
  seconds: 1200.5,
  machine: '2 cores, Node v20',
  commit: 'abc1234',
  rows: [
    { name: 'kill', figures: { messages: 20_000, lost: 0 }, verdict: 'pass' },
    { name: 'disk | full', figures: { messages: 300, notices: 12 }, verdict: 'fail', because: 'two were\nlost' },
    { name: 'clock', figures: {}, verdict: 'not tried', because: 'no way to shift it' },
  ],
  charts: [{ name: 'memory', title: 'Memory', x: 's', y: 'MB', lines: [{ name: 'rss', points: [[0, 250]] }] }],
};

describe('the page of proof', () => {
  const page = proofPage(new Map([['drill', DRILL]]));

  it('shows when, where, on what and by which command each figure was measured', () => {
    for (const part of ['npm run drill', '2026-11-29 22:00 UTC', '1,200.5 s', 'abc1234', '2 cores, Node v20']) {
      expect(page).toContain(part);
    }
    expect(page).toContain('| kill | 20,000 | lost 0 | pass |');
  });

  it('shows what failed and what was not tried, with the reason', () => {
    expect(page).toContain('| disk \\| full | 300 | notices 12 | **fail**: two were lost |');
    expect(page).toContain('| clock |  |  | not tried: no way to shift it |');
    expect(page).toContain(
      '| [Fault drills](#fault-drills) | 2026-11-29 | abc1234 | 1 passed, **1 failed**, 1 not tried |',
    );
  });

  it('names what was not run', () => {
    expect(page).toContain('| Load | – | – | not run |');
    expect(page).toContain('Not run here: `npm run load`.');
  });

  it('shows a picture and a report that it was not told of', () => {
    expect(page).toContain('![Memory](images/proof-drill-memory.svg)');
    expect(proofPage(new Map([['other', { ...DRILL, title: 'Something else' }]]))).toContain('## Something else');
  });
});
