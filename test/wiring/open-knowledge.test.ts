import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readShipped } from '../../src/wiring/open-knowledge.ts';
import { collectingLog } from '../channels/collecting-log.ts';

const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-shipped-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a knowledge folder without hotlines', () => {
  it('is refused: who is in danger would read “gọi ngay” and no number', () => {
    expect(() => readShipped(folder, collectingLog())).toThrow(
      `No hotline could be read in ${join(folder, 'hotlines.yaml')}`,
    );
  });

  it('is refused too where one wrong line costs the whole list', () => {
    cpSync('knowledge/hotlines.yaml', join(folder, 'hotlines.yaml'));
    expect(readShipped(folder, collectingLog()).shipped.files.hotlines.length).toBeGreaterThan(4);
    writeFileSync(join(folder, 'hotlines.yaml'), '- number: 113\n  name: Công an\n');
    expect(() => readShipped(folder, collectingLog())).toThrow('No hotline could be read');
  });
});
