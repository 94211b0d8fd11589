import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const page = readFileSync('docs/threat-model.md', 'utf8');
/** `test/x.test.ts` “words of a title” */
const PROOF = /`(test\/[^`]+)` “([^”]+)”/g;
const protections = page.split('\n').filter((line) => /^\| (?!What protects|---)/.test(line));

describe('the threat model', () => {
  it('speaks of everybody who could hurt somebody, and of what does not protect', () => {
    const chapters = page.split(/^## /m).slice(1);
    expect(chapters).toHaveLength(9);
    for (const chapter of chapters) {
      expect(chapter).toContain('\nWhat does not: ');
      expect(chapter).toMatch(/^\| .+ \| `test\//m);
    }
  });

  it.each(protections)('%s', (line) => {
    const proofs = [...line.matchAll(PROOF)];
    expect(proofs.length).toBeGreaterThan(0);
    for (const [, file = '', title = ''] of proofs) {
      expect(existsSync(file), file).toBe(true);
      expect(readFileSync(file, 'utf8')).toContain(title);
    }
  });
});
