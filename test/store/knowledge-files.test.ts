import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readKnowledge } from '../../src/store/knowledge-files.ts';
import { entryFile } from '../support/knowledge-values.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A small knowledge folder: the shipped lists, and the files given. */
function aFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-knowledge-'));
  folders.push(folder);
  for (const list of ['hotlines.yaml', 'provinces.yaml', 'centres.yaml'])
    cpSync(`knowledge/${list}`, join(folder, list));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const ownEntries = (folder: string) =>
  readKnowledge(folder)
    .entries.filter(({ quotes }) => quotes.length === 0)
    .map(({ id }) => id);

describe('readKnowledge', () => {
  it('reads every entry below qa, guide and article, and the Declaration', () => {
    const folder = aFolder({
      'qa/lao-dong/no-luong.md': entryFile(),
      'qa/lao-dong/tien-luong/cham.md': entryFile({ id: 'qa/lao-dong/tien-luong/cham' }),
    });
    const { entries, faults, hotlines, provinces, centres } = readKnowledge(folder);
    expect(faults).toEqual([]);
    expect(ownEntries(folder)).toEqual(['qa/lao-dong/no-luong', 'qa/lao-dong/tien-luong/cham']);
    expect(entries.filter(({ id }) => id.startsWith('article/udhr/'))).toHaveLength(30);
    expect([hotlines.length > 0, provinces.length, centres.length]).toEqual([true, 34, 34]);
  });

  it('leaves alone what is no entry: notes, drafts, hidden files', () => {
    const folder = aFolder({
      'README.md': '# Hướng dẫn',
      'ghi-chu/no-luong.md': 'ghi chú',
      'qa/lao-dong/no-luong.md~': 'bản nháp',
      'qa/lao-dong/no-luong.txt': 'ghi chú',
    });
    expect([ownEntries(folder), readKnowledge(folder).faults]).toEqual([[], []]);
  });

  it('goes on without a file that cannot be read, and names it', () => {
    const folder = aFolder({
      'qa/lao-dong/no-luong.md': entryFile(),
      'qa/lao-dong/hong.md': entryFile({ id: 'qa/lao-dong/hong', confidence: 'C' }),
      'instruments/hong.yaml': 'code: [',
    });
    expect(ownEntries(folder)).toEqual(['qa/lao-dong/no-luong']);
    expect(readKnowledge(folder).faults).toMatchObject([
      { file: 'qa/lao-dong/hong.md', field: 'confidence', line: expect.any(Number) },
      { file: 'instruments/hong.yaml' },
    ]);
  });

  it.each(['hotlines.yaml', 'provinces.yaml', 'centres.yaml'])('says that a list is missing: %s', (list) => {
    const folder = aFolder({});
    rmSync(join(folder, list));
    expect(readKnowledge(folder).faults).toEqual([{ file: list, field: 'tệp', message: 'thiếu tệp này' }]);
  });

  it.each([
    [
      'a number with letters',
      'hotlines.yaml',
      '- { id: a, number: "gọi 113", name: A, purpose: b, hours: "", cost: "", dangers: [] }',
    ],
    [
      'a number that YAML takes for one',
      'hotlines.yaml',
      '- { id: a, number: 113, name: A, purpose: b, hours: "", cost: "", dangers: [] }',
    ],
    [
      'a danger that we do not know',
      'hotlines.yaml',
      '- { id: a, number: "113", name: A, purpose: b, hours: "", cost: "", dangers: [fire] }',
    ],
    ['a field too many', 'centres.yaml', '- { province: "01", name: Trung tâm, phone: "0243" }'],
    ['a code that YAML takes for a number', 'centres.yaml', '- { province: 1, name: Trung tâm }'],
    ['no list at all', 'centres.yaml', 'Hà Nội'],
    ['nothing', 'centres.yaml', ''],
    ['no YAML', 'centres.yaml', '- ['],
  ])('names the list that is wrong, and reads the others: %s', (_, list, text) => {
    const { faults, provinces } = readKnowledge(aFolder({ [list]: text }));
    expect(faults.length).toBeGreaterThan(0);
    expect(new Set(faults.map(({ file }) => file))).toEqual(new Set([list]));
    expect(provinces).toHaveLength(34);
  });

  it('says which folder is not there, and which setting names it', () => {
    expect(() => readKnowledge('/khong/co/thu-muc')).toThrow(
      expect.objectContaining({
        kind: 'not-found',
        message: expect.stringMatching(/\/khong\/co\/thu-muc.*KNOWLEDGE_DIR/),
      }),
    );
  });

  it('reads the same twice', () => {
    const folder = aFolder({ 'qa/lao-dong/no-luong.md': entryFile() });
    expect(readKnowledge(folder)).toEqual(readKnowledge(folder));
  });
});
