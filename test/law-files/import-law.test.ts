import { createHash } from 'node:crypto';
import { Document, FootnoteReferenceRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { describe, expect, it } from 'vitest';
import { type ImportedLaw, importLaw } from '../../src/law-files/import-law.ts';
import { AS_OF, CONSOLIDATED_KITE_LAW, KITE_LAW, lawIn } from '../law/invented-laws.ts';
import { letterWidth, makePdf, type Print } from './make-pdf.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));
const read = (file: Uint8Array, name = 'luat') => importLaw({ bytes: file, name }, { asOf: AS_OF });
const imported = async (file: Uint8Array, name?: string): Promise<ImportedLaw> => {
  const result = await read(file, name);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.law;
};
const words = ({ articles }: Pick<ImportedLaw, 'articles'>) =>
  articles.map(({ number, heading, text }) => ({ number, heading, text: text.replace(/\s+/g, ' ') }));
const expected = words(lawIn(KITE_LAW) as ImportedLaw);

describe('a law in plain text', () => {
  it('carries the SHA-256 of each article and of the file', async () => {
    const law = await imported(bytes(KITE_LAW));
    for (const { text, sha256 } of law.articles) {
      expect(sha256).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
    }
    expect(law.fileSha256).toBe(createHash('sha256').update(bytes(KITE_LAW)).digest('hex'));
  });

  it('is the same law in UTF-8 with its mark, in UTF-16 and with Windows line ends', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(KITE_LAW, 'utf16le')]);
    for (const file of [bytes(`\uFEFF${KITE_LAW}`), new Uint8Array(utf16), bytes(KITE_LAW.replace(/\n/g, '\r\n'))]) {
      expect((await imported(file)).articles).toEqual((await imported(bytes(KITE_LAW))).articles);
    }
  });

  it('is joined where it was broken at the edge of the paper, heads of pages and notes apart', async () => {
    const lines = KITE_LAW.split('\n').flatMap((line) => line.replace(/(.{60,72}) /g, '$1 \n').split('\n'));
    const page = (nth: number) => ['', `CÔNG BÁO/Số 12 + 13/Ngày 05-12-2031 `, `${nth} `, ''];
    const long = 'Người thả diều giữ dây cho chắc và nhìn trời nhìn đất nhìn người chung quanh, ';
    const filler = Array.from({ length: 20 }, () => `${long}`);
    const text = [...page(1), ...lines.slice(0, 22), ...page(2), ...lines.slice(22), ...page(3), ...filler].join('\n');
    const law = await imported(bytes(text));
    expect(words(law)).toEqual(expected);
    expect(law.warnings.map(({ kind }) => kind)).toEqual(['lines-joined', 'page-furniture-left-out']);
  });
});

describe('a law in Markdown', () => {
  it('loses its signs and nothing else', async () => {
    const text = KITE_LAW.replace(/^(Điều \d.*)$/gm, '### **$1**').replace(
      'Bãi biển',
      '[Bãi biển](https://example.org/b)',
    );
    expect(words(await imported(bytes(text), 'luat.md'))).toEqual(expected);
  });
});

describe('a law on a page of a portal', () => {
  const paragraphs = KITE_LAW.split('\n').filter(Boolean);
  const page = (body: string) => `<!doctype html><html><head><meta charset="utf-8"><title>Luật Thả diều</title>
<script>var a = "Điều 9. Không phải luật";</script></head><body>
<ul class="menu">${'<li><a href="/">Văn bản mới: Điều 5. Luật khác</a></li>'.repeat(3)}</ul>
<div id="main"><div class="side">${'<p>Bài liên quan về diều, sáo diều và gió.</p>'.repeat(120)}</div>
<div class="doc">${body}</div></div><div class="footer"><p>Bản quyền</p>${'<p>Liên hệ</p>'.repeat(300)}</div></body></html>`;

  it('comes without menus, side boxes and footer', async () => {
    const body = paragraphs
      .map((line) => `<p><b>${line.slice(0, 4)}</b>${line.slice(4).replaceAll(' ', '\n  ')}</p>`)
      .join('\n');
    const law = await imported(bytes(page(body)));
    expect(words(law)).toEqual(expected);
    expect(law.instrument.code).toBe('luat-tha-dieu-2031');
    expect(law.lines.join('\n')).not.toMatch(/Bài liên quan|Bản quyền|Luật khác/);
  });

  it('keeps the rows of a table, and what stands in a frame of cells', async () => {
    const body = paragraphs
      .map((line) =>
        line.startsWith('2. Khoảng cách')
          ? '<table><tr><td>Loại</td><td>Mét</td></tr><tr><td>Diều sáo</td><td>200</td></tr></table>'
          : `<p>${line}</p>`,
      )
      .join('');
    expect((await imported(bytes(page(body)))).articles[2]?.text).toBe(
      '1. Không thả diều gần đường điện.\nLoại\tMét\nDiều sáo\t200',
    );
  });
});

describe('a law in XML', () => {
  it('has a line for each element', async () => {
    const text = `<?xml version="1.0"?><law><title>Tuyên ngôn toàn thế giới về nhân quyền</title>${[1, 2]
      .map(
        (n) =>
          `<article><title>Điều ${n}:</title><para>Mọi người đều có quyền ${n}.</para><para>Và hơn thế.</para></article>`,
      )
      .join('')}</law>`;
    const law = await imported(bytes(text));
    expect(law.instrument).toMatchObject({ code: 'udhr', kind: 'declaration' });
    expect(law.articles.map((article) => article.text)).toEqual([
      'Mọi người đều có quyền 1.\nVà hơn thế.',
      'Mọi người đều có quyền 2.\nVà hơn thế.',
    ]);
  });
});

describe('a law in Word', () => {
  const packed = async (document: Document): Promise<Uint8Array> => new Uint8Array(await Packer.toBuffer(document));

  it('keeps paragraphs and many spaces', async () => {
    const children = KITE_LAW.replace('gần đường', 'gần   đường')
      .split('\n')
      .map((line) => new Paragraph(line));
    const law = await imported(await packed(new Document({ sections: [{ children }] })));
    expect(law.articles[2]?.text).toContain('gần   đường điện.');
    expect(words(law)).toEqual(expected);
  });

  it('has its footnotes as marks and notes', async () => {
    const children = KITE_LAW.split('\n').map((line) =>
      line.startsWith('Điều 3.')
        ? new Paragraph({ children: [new TextRun(line), new FootnoteReferenceRun(1)] })
        : new Paragraph(line),
    );
    const note =
      'Điều này được sửa đổi theo quy định tại Luật số 90/2035/QH18, có hiệu lực kể từ ngày 01 tháng 01 năm 2037.';
    const footnotes = { 1: { children: [new Paragraph(note)] } };
    const law = await imported(await packed(new Document({ footnotes, sections: [{ children }] })));
    expect(law.articles[2]).toMatchObject({
      heading: 'Khoảng cách',
      headingLine: 'Điều 3. Khoảng cách[1]',
      inForceFrom: '2037-01-01',
    });
    expect(law.notes).toEqual([{ number: '1', text: note }]);
  });

  it('keeps the rows of a table', async () => {
    const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
    const table = new Table({ rows: [new TableRow({ children: [cell('Diều sáo'), cell('200 m')] })] });
    const children = KITE_LAW.split('\n').flatMap((line) => [
      new Paragraph(line),
      ...(line.startsWith('2. Khoảng cách') ? [table] : []),
    ]);
    const law = await imported(await packed(new Document({ sections: [{ children }] })));
    expect(law.articles[2]?.text).toMatch(/quy định\.\nDiều sáo\t200 m$/);
  });

  it('warns where Word counts by itself', async () => {
    const numbering = { config: [{ reference: 'n', levels: [{ level: 0, format: 'decimal' as const, text: '%1.' }] }] };
    const children = [
      ...KITE_LAW.split('\n').map((line) => new Paragraph(line)),
      new Paragraph({ text: 'Đoạn tự đánh số', numbering: { reference: 'n', level: 0 } }),
    ];
    const law = await imported(await packed(new Document({ numbering, sections: [{ children }] })));
    expect(law.warnings.map(({ kind }) => kind)).toContain('automatic-numbering');
  });
});

describe('a law in print (PDF)', () => {
  const LEFT = 85;
  const RIGHT = 540;
  const SIZE = 14;

  /** Sets paragraphs as the Official Gazette does: the first line indented, words flowing to the edge. */
  function set(paragraphs: readonly string[], from = 760): readonly Print[] {
    const prints: Print[] = [];
    let y = from;
    for (const paragraph of paragraphs) {
      let x = LEFT + 28;
      let line = '';
      for (const word of paragraph.split(' ')) {
        if (line !== '' && x + (line.length + 1 + word.length) * letterWidth(SIZE) > RIGHT) {
          prints.push({ x, y, size: SIZE, text: line });
          [x, y, line] = [LEFT, y - 16, word];
        } else line = line === '' ? word : `${line} ${word}`;
      }
      prints.push({ x, y, size: SIZE, text: line });
      y -= 22;
    }
    return prints;
  }

  const head = (page: number): Print => ({
    x: 200,
    y: 803,
    size: SIZE,
    text: `CÔNG BÁO/Số 12/Ngày 05-12-2031 ${page}`,
  });
  const paragraphs = KITE_LAW.split('\n').filter(Boolean);
  const pages = [paragraphs.slice(0, 13), paragraphs.slice(13, 24), paragraphs.slice(24)];

  it('has its paragraphs back, without heads of pages', async () => {
    const law = await imported(makePdf(pages.map((page, nth) => [head(nth + 1), ...set(page)])));
    expect(words(law)).toEqual(expected);
    expect(law.instrument).toMatchObject({ code: 'luat-tha-dieu-2031', adoptedOn: '2031-11-20' });
    expect(law.warnings.map(({ kind }) => kind)).toEqual(['lines-joined', 'page-furniture-left-out']);
  });

  it('has notes from the foot of the page at the end, and raised numbers as their marks', async () => {
    const body = set(paragraphs.slice(0, 13));
    const heading = body.find(({ text }) => text.startsWith('Điều 1.'));
    if (!heading) throw new Error('No heading');
    const raised = { x: heading.x + heading.text.length * 7, y: heading.y + 5, size: 9, text: '1' };
    const note = [
      { x: 113, y: 120, size: 8, text: '1' },
      { x: 121, y: 116, size: 12, text: 'Điều này được sửa đổi theo quy định tại Luật số 90/2035/QH18, có hiệu' },
      { x: 85, y: 102, size: 12, text: 'lực kể từ ngày 01 tháng 01 năm 2037.' },
    ];
    const law = await imported(
      makePdf([
        [head(1), ...body, raised, ...note],
        [head(2), ...set(paragraphs.slice(13, 24))],
      ]),
    );
    expect(law.articles[0]).toMatchObject({ headingLine: 'Điều 1. Phạm vi điều chỉnh[1]', inForceFrom: '2037-01-01' });
    expect(law.notes[0]?.text).toMatch(/^Điều này được sửa đổi .* có hiệu lực kể từ ngày 01 tháng 01 năm 2037\.$/);
  });

  it('does not take the raised 2 of a square metre for a mark', async () => {
    const body = set(paragraphs.slice(0, 13));
    const heading = body.find(({ text }) => text.startsWith('Điều 1.'));
    if (!heading) throw new Error('No heading');
    const area = { ...heading, text: 'Điều 1. Bãi 500 m' };
    const notes = ['1', '2'].flatMap((number, nth) => [
      { x: 113, y: 124 - nth * 20, size: 8, text: number },
      { x: 121, y: 120 - nth * 20, size: 12, text: 'Điều này được bãi bỏ theo quy định tại Luật khác.' },
    ]);
    const prints = body.map((print) => (print === heading ? area : print));
    const raised = { x: heading.x + area.text.length * 7, y: heading.y + 5, size: 9, text: '2' };
    const law = await imported(makePdf([[head(1), ...prints, raised, ...notes]]));
    expect(law.articles[0]?.headingLine).toBe('Điều 1. Bãi 500 m2');
    expect(law.notes.map(({ number }) => number)).toEqual(['1', '2']);
  });

  it('tells progress page by page', async () => {
    const seen: string[] = [];
    await importLaw(
      { bytes: makePdf(pages.map((page) => set(page))), name: 'x' },
      { asOf: AS_OF, onPage: (done, of) => seen.push(`${done}/${of}`) },
    );
    expect(seen).toEqual(['1/3', '2/3', '3/3']);
  });

  it('is refused where letters were lost', async () => {
    const broken = pages.map((page) =>
      set(page).map((print) => ({ ...print, text: print.text.replace(/[^ -~]/g, '\u0001') })),
    );
    expect(await read(makePdf(broken))).toMatchObject({ ok: false, refusal: { code: 'broken-text-layer' } });
  });

  it('is refused where it is a picture', async () => {
    expect(await read(makePdf([[], []]))).toMatchObject({ ok: false, refusal: { code: 'scan' } });
  });
});

describe('files that are not imported', () => {
  const ole = (text: string): Uint8Array =>
    new Uint8Array(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), Buffer.from(text, 'utf16le')]));

  it.each([
    ['an empty file', new Uint8Array(), 'empty'],
    ['more than 50 MB', new Uint8Array(50 * 1024 * 1024 + 1).fill(65), 'too-large'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), 'unknown-type'],
    ['the old format of Word', ole('WordDocument'), 'unknown-type'],
    ['Word with a password', ole('EncryptedPackage'), 'encrypted'],
    ['a zip file that is no Word file', bytes('PK\u0003\u0004 anything else'), 'unknown-type'],
    ['a Word file that breaks off', bytes('PK\u0003\u0004 word/document.xml'), 'corrupt'],
    ['a PDF that breaks off', bytes('%PDF-1.7\n1 0 obj << /Type'), 'corrupt'],
    ['bytes of an old encoding', new Uint8Array([0x4c, 0x75, 0xcb, 0x74, 0x20, 0xfe, 0x0a]), 'legacy-encoding'],
    ['a page that is nested without end', bytes(`<html>${'<div>'.repeat(60_000)}Điều 1.`), 'corrupt'],
    ['RTF', bytes('{\\rtf1 \\u272?i}'), 'unknown-type'],
  ])('%s', async (_, file, code) => {
    const result = await read(file);
    expect(result).toMatchObject({ ok: false, refusal: { code } });
    expect(!result.ok && result.refusal.message).toMatch(/\p{L}{2}/u);
  });

  it('but a consolidated text is', async () => {
    expect((await imported(bytes(CONSOLIDATED_KITE_LAW))).articles).toHaveLength(5);
  });
});
