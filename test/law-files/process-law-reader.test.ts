import { readdirSync, readFileSync } from 'node:fs';
import { Document, Packer, Paragraph } from 'docx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { AppError } from '../../src/base/errors.ts';
import { importLaw } from '../../src/law-files/import-law.ts';
import { ProcessLawReader } from '../../src/law-files/process-law-reader.ts';
import { AS_OF, CONSOLIDATED_KITE_LAW, KITE_LAW } from '../law/invented-laws.ts';
import { makePdf } from './make-pdf.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));
const wordFile = async (law: string): Promise<Uint8Array> => {
  const children = law.split('\n').map((text) => new Paragraph({ text }));
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
};
const pdf = makePdf(
  [KITE_LAW, KITE_LAW.slice(0, 400)].map((page) =>
    page.split('\n').map((text, nth) => ({ x: 70, y: 800 - nth * 15, size: 10, text })),
  ),
);
/** Far more than comes in one piece. */
const LONG = KITE_LAW.replace(
  'b) Bãi biển.',
  Array.from({ length: 20_000 }, (_, nth) => `Bãi thứ ${nth} của làng.`).join('\n'),
);
/** Minutes of work for any machine. */
const ENDLESS = bytes(`${KITE_LAW}\n${'bổ sung sửa đổi khoản 1 bãi bỏ các điểm a, b và c '.repeat(500_000)}`);

let reader: ProcessLawReader;
const open = (limits?: ConstructorParameters<typeof ProcessLawReader>[0]) => {
  reader = new ProcessLawReader(limits);
  return (file: Uint8Array, name = 'luat.txt') => reader.read({ bytes: file, name }, { asOf: AS_OF });
};
afterEach(() => reader.close());

describe('a file that is read in a process of its own', () => {
  it.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
    ['a text', () => bytes(KITE_LAW)],
    ['a consolidated text with warnings', () => bytes(CONSOLIDATED_KITE_LAW)],
    ['a long text', () => bytes(LONG)],
    ['a Word file', () => wordFile(CONSOLIDATED_KITE_LAW)],
    ['a page', () => bytes(`<html><body><p>${KITE_LAW.replaceAll('\n', '</p><p>')}</p></body></html>`)],
    ['a letter', () => bytes('Đây là một lá thư, không phải luật.')],
    ['a broken Word file', () => bytes('PK\u0003\u0004 word/document.xml')],
    ['nothing', () => new Uint8Array()],
  ])('gives the same as in the program: %s', async (_, make) => {
    const file = await make();
    const [here, there] = [await importLaw({ bytes: file, name: 'luat.txt' }, { asOf: AS_OF }), await open()(file)];
    expect(there).toStrictEqual(here);
  });

  it('tells of every page of a PDF, and knows which instrument is meant', async () => {
    open();
    const pages: string[] = [];
    const result = await reader.read(
      { bytes: pdf, name: 'luat.pdf' },
      { asOf: AS_OF, code: 'luat-tha-dieu-x', onPage: (page, of) => pages.push(`${page}/${of}`) },
    );
    expect(pages).toEqual(['1/2', '2/2']);
    expect(result).toStrictEqual(
      await importLaw({ bytes: pdf, name: 'luat.pdf' }, { asOf: AS_OF, code: 'luat-tha-dieu-x' }),
    );
  });

  it('is given up when it takes too long, and the next one is read', async () => {
    const read = open({ longestMs: 1 });
    const result = await read(ENDLESS);
    expect(result).toMatchObject({ ok: false, refusal: { code: 'takes-too-long' } });
    expect(result.ok || result.refusal.message).toContain('quá 5 phút chưa xong nên đã dừng. Chưa có gì được lưu.');
    expect((await open()(bytes(KITE_LAW))).ok).toBe(true);
  });

  it('is given up when it unfolds to more than there is room for, in one great piece or in very many', async () => {
    const parts = unzipSync(await wordFile(KITE_LAW));
    const many = strToU8(`<w:document><w:body>${'<w:p/>'.repeat(10_000_000)}</w:body></w:document>`);
    const bomb = zipSync({ ...parts, 'word/document.xml': many }, { level: 1 });
    const read = open({ mostMb: 100 });
    for (const file of [bomb, bytes(KITE_LAW + '\nĐiều'.repeat(5_000_000))]) {
      const result = await read(file);
      expect(result).toMatchObject({ ok: false, refusal: { code: 'takes-too-much-memory' } });
      expect(result.ok || result.refusal.message).toContain('Bạn mở tệp bằng Word, bỏ hình ảnh');
    }
    expect((await read(bytes(KITE_LAW))).ok).toBe(true);
  });

  it('waits for the one before it; so many may wait, and no more', async () => {
    const read = open();
    const ended: number[] = [];
    const reads = [0, 1, 2, 3, 4].map((nth) => read(bytes(KITE_LAW)).then(({ ok }) => ended.push(ok ? nth : -1)));
    expect(reader.busy).toBe(true);
    expect(await read(bytes(KITE_LAW))).toMatchObject({ ok: false, refusal: { code: 'too-many-files' } });
    await Promise.all(reads);
    expect(ended).toEqual([0, 1, 2, 3, 4]);
    expect(reader.busy).toBe(false);
    expect((await read(bytes(KITE_LAW))).ok).toBe(true);
  });

  it('is ended with the program, and so is whoever waits behind it', async () => {
    const read = open();
    const both = [read(ENDLESS), read(bytes(KITE_LAW))].map((one) => one.catch((fault: unknown) => fault));
    await reader.close();
    for (const fault of await Promise.all(both)) {
      expect(fault).toBeInstanceOf(AppError);
      expect(fault).toMatchObject({ kind: 'unavailable', message: expect.stringContaining('Máy chủ đang dừng') });
    }
  });

  it.runIf(process.platform === 'linux')('is read where no key and no token of the program is', async () => {
    const read = open();
    const reading = read(ENDLESS).catch((fault: unknown) => fault);
    await expect.poll(() => childrenReading()).toHaveLength(1);
    // Node tells the process how it is spoken to, and nothing else is told.
    const names = childrenReading().map((pid) => readFileSync(`/proc/${pid}/environ`, 'utf8').match(/[A-Z_]+(?==)/g));
    expect(names).toEqual([['NODE_CHANNEL_FD', 'NODE_CHANNEL_SERIALIZATION_MODE']]);
    await reader.close();
    expect(childrenReading()).toEqual([]);
    expect(await reading).toBeInstanceOf(AppError);
  });
});

/** Processes of ours that read a file. */
function childrenReading(): readonly string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      const parent = /^PPid:\s(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      return parent === String(process.pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('reading-process');
    } catch {
      return false; // gone meanwhile, or no process
    }
  });
}
