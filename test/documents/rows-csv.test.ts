import { expect, it } from 'vitest';
import { rowsCsv } from '../../src/documents/rows-csv.ts';

it('is a file in pieces: only the first begins with the mark by which Excel reads Vietnamese', () => {
  expect(rowsCsv([['Ai', 'Việc']], true)).toBe('\ufeffAi,Việc\r\n');
  expect(rowsCsv([['Hoa', 'Xem "hồ sơ", hai lần']], false)).toBe('Hoa,"Xem ""hồ sơ"", hai lần"\r\n');
  expect(rowsCsv([['=1+1', '@x', '-2']], false)).toBe("'=1+1,'@x,'-2\r\n");
});
