import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entryOfFile, filesIn, folderKind, textOfFile, writeWhole } from '../../src/store/knowledge-folder.ts';

describe('a folder of knowledge', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-folder-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const write = (file: string, bytes: string | Uint8Array = 'x'): void => {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), bytes);
  };

  it('is told from one that holds something else', () => {
    expect(folderKind(join(folder, 'chưa có'))).toBe('new');
    expect(folderKind(folder)).toBe('empty');
    write('hotlines.yaml');
    write('topics.yaml');
    expect(folderKind(folder)).toBe('foreign');
    write('instruments/crc.yaml');
    expect(folderKind(folder)).toBe('knowledge');
    expect(folderKind('knowledge')).toBe('knowledge');
  });

  it('lists every file, with forward slashes, without hidden ones', () => {
    for (const file of ['qa/lao-dong/no-luong.md', 'topics.yaml', '.git/config', 'qa/.DS_Store', 'README.md'])
      write(file);
    expect(filesIn(folder)).toEqual(['README.md', 'qa/lao-dong/no-luong.md', 'topics.yaml']);
    expect(filesIn(`${folder}/`)).toEqual(filesIn(folder));
    expect(() => filesIn(join(folder, 'chưa có'))).toThrow(expect.objectContaining({ kind: 'not-found' }));
  });

  it.each<[string, string | undefined]>([
    ['qa/lao-dong/no-luong.md', 'qa/lao-dong/no-luong'],
    ['article/crc/32.md', 'article/crc/32'],
    ['guide/ho-tich/khai-sinh.md', 'guide/ho-tich/khai-sinh'],
    ['qa/lao-dong/no-luong.txt', undefined],
    ['qa/lao-dong/No-Luong.md', undefined],
    ['qa/../topics.md', undefined],
    ['instruments/crc.yaml', undefined],
    ['README.md', undefined],
  ])('knows whose file %s is', (file, entry) => {
    expect(entryOfFile(file)).toBe(entry);
  });

  it('reads texts byte for byte, and none that is no text', () => {
    write('a.md', 'nợ lương\r\n ');
    write('b.md', Uint8Array.of(0x6e, 0xff));
    write('c.md', 'nợ\0lương');
    expect([textOfFile(folder, 'a.md'), textOfFile(folder, 'b.md'), textOfFile(folder, 'c.md')]).toEqual([
      'nợ lương\r\n ',
      undefined,
      undefined,
    ]);
  });

  it('writes only what differs, and leaves nothing half done behind', () => {
    const bytes = Buffer.from('nợ lương');
    expect(writeWhole(folder, 'qa/lao-dong/a.md', bytes)).toBe(true);
    expect(writeWhole(folder, 'qa/lao-dong/a.md', bytes)).toBe(false);
    expect(writeWhole(folder, 'qa/lao-dong/a.md', Buffer.from('khác'))).toBe(true);
    expect(readFileSync(join(folder, 'qa/lao-dong/a.md'), 'utf8')).toBe('khác');
    expect(readdirSync(join(folder, 'qa/lao-dong'))).toEqual(['a.md']);
  });
});
