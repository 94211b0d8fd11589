import { Document, FootnoteReferenceRun, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { importLaw } from '../../src/law-files/import-law.ts';
import { AS_OF, CONSOLIDATED_KITE_LAW, KITE_LAW } from '../law/invented-laws.ts';
import { makePdf } from '../law-files/make-pdf.ts';
import { Broken, type Entrance, type OpenEntrance } from './entrance.ts';
import { hostileText } from './hostile-text.ts';
import { damagedBytes } from './mutate-json.ts';

interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Lines that stand where they should not. */
const ODD_LINES = [
  ...[
    'Điều 99999999999999999999. Số lớn',
    'Điều 0.',
    'Điều -1.',
    'Điều 1a1b1c. Lạ',
    'Điều',
    'Điều 1',
    'Điều 1. ',
    'Chương',
    'Mục 9999',
  ],
  ...[
    '1.',
    '1. 1. 1. 1.',
    'a) b) c)',
    '999999999999999999. Khoản',
    '[1]',
    '[99999999] Chú thích',
    '“',
    '”',
    'Luật số: ',
    'LUẬT',
    'PHỤ LỤC',
  ],
  'Luật này có hiệu lực thi hành từ ngày 99 tháng 99 năm 9999.',
  'Luật này có hiệu lực thi hành từ ngày 31 tháng 2 năm 2032.',
  '1. Sửa đổi, bổ sung khoản 1 Điều 1 như sau:',
  '“1. Diều là vật bay',
  `${'1.'.repeat(300)} Điểm`,
  `Điều ${'9'.repeat(400)}. Số dài`,
  ' '.repeat(2_000),
];

/** A law whose lines are out of order, missing, doubled, or beside lines that no law has. */
const lawText: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(KITE_LAW, CONSOLIDATED_KITE_LAW),
    fc.array(
      fc.tuple(
        fc.nat(99),
        fc.constantFrom('remove', 'double', 'move', 'put', 'join'),
        fc.oneof(fc.constantFrom(...ODD_LINES), hostileText(2_000)),
      ),
      { maxLength: 6 },
    ),
  )
  .map(([law, edits]) =>
    edits
      .reduce<readonly string[]>((lines, [at, edit, odd]) => {
        const place = at % lines.length;
        const [head, line = '', tail] = [lines.slice(0, place), lines[place], lines.slice(place + 1)];
        switch (edit) {
          case 'remove':
            return [...head, ...tail, ''];
          case 'double':
            return [...head, line, line, ...tail];
          case 'move':
            return [line, ...head, ...tail];
          case 'join':
            return [...head, `${line}${odd}`, ...tail];
          default:
            return [...head, odd, line, ...tail];
        }
      }, law.split('\n'))
      .join('\n'),
  );

const ENCODERS: readonly ((text: string) => Uint8Array)[] = [
  (text) => strToU8(text),
  (text) => strToU8(text.normalize('NFD')),
  (text) => strToU8(`\uFEFF${text.replace(/\n/g, '\r\n')}`),
  (text) => new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])),
  (text) => new Uint8Array(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()])),
  (text) => new Uint8Array(Buffer.from(text, 'latin1')),
  (text) => new Uint8Array(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text, 'latin1')])),
];

const encoded = (text: fc.Arbitrary<string>): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(text, fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.nat(ENCODERS.length - 1)))
    .map(([one, how]) => ENCODERS[how]?.(one) ?? strToU8(one));

const inPage = fc
  .tuple(
    lawText,
    fc.constantFrom('p', 'div', 'td', 'li', 'pre', 'b', 'table', 'svg', 'template', 'math'),
    fc.nat(3),
    fc.boolean(),
    fc.constantFrom('utf-8', 'windows-1258', 'utf-7', 'x-user-defined', 'khong-co'),
  )
  .map(([text, tag, deep, closes, charset]) => {
    const depth = [0, 1, 50, 3_000][deep] ?? 0;
    const body = text
      .split('\n')
      .map((line) => `<${tag} class=x>${line}${closes ? `</${tag}>` : ''}`)
      .join('\n');
    return `<!doctype html><html><head><meta charset="${charset}"><title>Luật</title></head><body>${`<${tag}>`.repeat(depth)}${body}</body></html>`;
  });

const inXml = fc
  .tuple(
    lawText,
    fc.constantFrom(
      '',
      '<!DOCTYPE a [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>',
      `<!DOCTYPE a SYSTEM "file:///etc/passwd">`,
    ),
    fc.constantFrom(0, 40, 3_000),
  )
  .map(
    ([text, doctype, depth]) =>
      `<?xml version="1.0" encoding="utf-8"?>${doctype}<akomaNtoso>${'<p>'.repeat(depth)}<![CDATA[${text}]]><p>&c;&#x41;</p></akomaNtoso>`,
  );

const inMarkdown = lawText.map((text) =>
  text.replace(/^(Điều \d.*)$/gm, '### **$1**').replaceAll('Diều', '[Diều](https://example.org/(a)'),
);

const inPdf = fc.tuple(lawText, fc.constantFrom(10, 1, 10_000, 0)).map(([text, size]) => {
  const lines = text
    .split('\n')
    .slice(0, 60)
    .map((line) => onlyLetters(line));
  return makePdf(
    [lines.slice(0, 40), lines.slice(40)].map((page) =>
      page.map((line, nth) => ({ x: 70, y: 800 - nth * 15, size, text: line })),
    ),
  );
});

/** The hand-written font of `makePdf` holds 220 letters. */
function onlyLetters(line: string): string {
  return line.slice(0, 200).replace(/[^\p{Script=Latin}\d .,;:()“”-]/gu, '');
}

/** What replaces a part of a Word file. */
const WORD_PARTS = fc.constantFrom<(xml: string) => string>(
  (xml) => xml,
  (xml) => xml.replace('<w:body>', `<w:body>${'<w:tbl><w:tr><w:tc>'.repeat(400)}`),
  (xml) =>
    xml.replace('<w:body>', `<w:body>${'<w:tbl><w:tr><w:tc>'.repeat(400)}x${'</w:tc></w:tr></w:tbl>'.repeat(400)}`),
  (xml) => xml.replaceAll('</w:t>', ''),
  (xml) =>
    xml
      .replace(
        /^(<\?xml[^>]*>)/,
        '$1<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>',
      )
      .replace('<w:t', '<w:t>&c;</w:t><w:t'),
  (xml) => xml.replaceAll('w:val="', 'w:val="99999999999999999999'),
  (xml) => xml.replaceAll('w:id="', 'w:id="-9'),
  (xml) => xml.slice(0, xml.length / 2),
  (xml) => xml.replaceAll('<w:r>', `<w:r>${'<w:t>dài</w:t>'.repeat(40)}`),
  () => '',
  () => '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
  () => `<?xml version="1.0"?>${'<a>'.repeat(2_000)}`,
);

async function wordFile(law: string): Promise<Uint8Array> {
  const paragraphs = law.split('\n').map((text) => new Paragraph({ text }));
  const row = new TableRow({
    children: [
      new TableCell({ children: [new Paragraph('Loại')] }),
      new TableCell({ children: [new Paragraph('Mét')] }),
    ],
  });
  const document = new Document({
    footnotes: { 1: { children: [new Paragraph('Luật số 90/2035/QH18 có căn cứ ban hành như sau:')] } },
    sections: [
      {
        children: [
          ...paragraphs,
          new Table({ rows: [row] }),
          new Paragraph({ children: [new FootnoteReferenceRun(1)] }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** Word files whose parts are changed and packed anew, missing, or swollen to many times their size. */
function wordFiles(packed: Uint8Array): fc.Arbitrary<Uint8Array> {
  const parts = unzipSync(packed);
  const names = Object.keys(parts);
  const changed = fc
    .tuple(
      fc.oneof({ weight: 3, arbitrary: fc.constant('word/document.xml') }, fc.constantFrom(...names)),
      WORD_PARTS,
      lawText,
    )
    .map(([name, change, text]) => {
      const lines = text.replace(/[<&]|(?![\t\n])\p{Cc}/gu, '?').split('\n');
      const xml = strFromU8(parts[name] ?? new Uint8Array()).replace('KITE', () =>
        lines.join('</w:t></w:r></w:p><w:p><w:r><w:t>'),
      );
      return zipSync({ ...parts, [name]: strToU8(change(xml)) }, { level: 1 });
    });
  const without = fc
    .constantFrom(...names)
    .map((name) => zipSync(Object.fromEntries(Object.entries(parts).filter(([one]) => one !== name)), { level: 1 }));
  const swollen = fc.tuple(fc.constantFrom(10_000, 3_000_000), fc.boolean()).map(([size, honest]) => {
    const zip = zipSync({ ...parts, 'word/document.xml': new Uint8Array(size).fill(32) }, { level: 1 });
    return honest ? zip : withSizeOf(zip, 'word/document.xml', 100);
  });
  return fc.oneof(
    { weight: 6, arbitrary: changed },
    { weight: 2, arbitrary: without },
    { weight: 1, arbitrary: swollen },
  );
}

/** A zip file whose directory says of one file in it that it is small. */
export function withSizeOf(zip: Uint8Array, file: string, size: number): Uint8Array {
  const lying = Buffer.from(zip);
  const next = (from: number) => lying.indexOf('PK\u0001\u0002', from, 'latin1');
  for (let at = next(0); at !== -1; at = next(at + 4)) {
    if (lying.subarray(at + 46, at + 46 + file.length).toString('latin1') === file) lying.writeUInt32LE(size, at + 24);
  }
  return new Uint8Array(lying);
}

const NAMES = fc.constantFrom(
  'luat.txt',
  'luat.md',
  'luat.docx',
  'luat',
  '',
  '../../luat.md',
  'luật thả diều.html',
  'x'.repeat(300),
);

export const lawFiles: Entrance = {
  name: 'law-files',
  about:
    'official texts as Word, PDF, page, text, Markdown and XML: of real shape, with other parts, bytes, encodings and depths',
  async open(): Promise<OpenEntrance<File>> {
    const packed = await wordFile(`${KITE_LAW}\nKITE`);
    const pdf = makePdf([
      KITE_LAW.split('\n').map((line, nth) => ({ x: 70, y: 800 - nth * 15, size: 10, text: onlyLetters(line) })),
    ]);
    // The reader of PDF is loaded with the first one, which takes long and only once.
    await importLaw({ name: 'luat.pdf', bytes: pdf }, { asOf: AS_OF });
    const whole = fc.oneof(
      { weight: 6, arbitrary: encoded(lawText) },
      { weight: 3, arbitrary: encoded(inPage) },
      { weight: 2, arbitrary: encoded(inXml) },
      { weight: 2, arbitrary: encoded(inMarkdown) },
      { weight: 1, arbitrary: wordFiles(packed) },
      { weight: 1, arbitrary: inPdf },
    );
    const damaged = fc.oneof(
      { weight: 4, arbitrary: damagedBytes(encoded(lawText)) },
      { weight: 1, arbitrary: damagedBytes(fc.constant(packed)) },
      { weight: 1, arbitrary: damagedBytes(fc.constant(pdf)) },
      { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(
            fc.constantFrom(
              '%PDF-1.4\n',
              'PK\u0003\u0004word/document.xml',
              '\u00d0\u00cf\u0011\u00e0',
              '{\\rtf1',
              '<?xml',
              '<html>',
            ),
            fc.uint8Array({ maxLength: 200 }),
          )
          .map(([head, tail]) => new Uint8Array(Buffer.concat([Buffer.from(head, 'latin1'), tail]))),
      },
    );
    return {
      inputs: fc.record({
        name: NAMES,
        bytes: fc.oneof({ weight: 2, arbitrary: whole }, { weight: 1, arbitrary: damaged }),
      }),
      put: async (file) => judge(await importLaw(file, { asOf: AS_OF })),
      async check() {
        const { ok } = await importLaw({ name: 'luat.txt', bytes: strToU8(KITE_LAW) }, { asOf: AS_OF });
        if (!ok) throw new Broken('inconsistent', 'the next law is not read');
      },
      close: async () => {},
    };
  },
};

function judge(result: Awaited<ReturnType<typeof importLaw>>): void {
  if (result.ok) {
    const lost = result.law.articles.find(({ text, sha256 }) => text === undefined || sha256.length !== 64);
    if (lost) throw new Broken('inconsistent', `an article without words: ${lost.number}`);
  } else if (result.refusal.message.length < 5)
    throw new Broken('inconsistent', `refused without a reason: ${result.refusal.code}`);
}
