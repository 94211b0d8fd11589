import { Document, Packer, Paragraph } from 'docx';
import { unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { importLaw } from '../../src/law-files/import-law.ts';
import { unpackedSize } from '../../src/law-files/unpacked-size.ts';
import { withSizeOf } from '../fuzz/law-files.ts';
import { AS_OF, KITE_LAW } from '../law/invented-laws.ts';

const MIB = 1024 * 1024;
const paragraphs = KITE_LAW.split('\n').map((text) => new Paragraph({ text }));
const word = new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children: paragraphs }] })));
const swollen = zipSync({ ...unzipSync(word), 'word/document.xml': new Uint8Array(300 * MIB).fill(32) }, { level: 1 });

it('a Word file is measured by what it unpacks to', () => {
  const size = Object.values(unzipSync(word)).reduce((sum, { length }) => sum + length, 0);
  expect(unpackedSize(word, size)).toBe('within');
  expect(unpackedSize(word, size - 1)).toBe('too-large');
});

it.each([
  ['says so', swollen],
  ['says that it is small', withSizeOf(swollen, 'word/document.xml', 100)],
])('a file of one megabyte that unpacks to 300 is refused, and %s', async (_, bytes) => {
  expect(bytes.length).toBeLessThan(2 * MIB);
  const result = await importLaw({ name: 'luat.docx', bytes }, { asOf: AS_OF });
  expect(result).toMatchObject({ ok: false, refusal: { code: 'too-large' } });
});

it.each<[string, (file: Buffer) => Uint8Array]>([
  ['with something in front of it', (file) => Buffer.concat([word, file])],
  ['without its end', (file) => file.subarray(0, file.length - 30)],
  [
    'whose directory points to nothing',
    (file) => Buffer.from(file.toString('latin1').replaceAll('PK\u0003\u0004', 'PK\u0003\u0005'), 'latin1'),
  ],
  ['that is none', () => Buffer.from('PK\u0003\u0004 word/document.xml')],
])('a zip file %s is not unpacked', (_, change) => {
  expect(unpackedSize(change(Buffer.from(word)), 100 * MIB)).toBe('odd');
});
