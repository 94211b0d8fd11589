import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  LeaderType,
  LineRuleType,
  convertMillimetersToTwip as mm,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Chart } from '../reporting/chart.ts';
import { SIGNS } from '../reporting/number-form.ts';
import { type Block, chartsOf, type Report, type ReportHead, tablesOf } from '../reporting/report.ts';
import { hidesNumbers, type ShownTable } from '../reporting/small-numbers.ts';
import { type Cell, cellText, tableLines } from '../reporting/table-lines.ts';
import { chartPng, type Picture } from './chart-png.ts';

// Measures of Nghị định 30/2020/NĐ-CP, Phụ lục I: A4, margins top and bottom 20–25 mm, left 30–35, right 15–20; Times New
// Roman; the sizes of each part in half points, as Word counts them.
const PAGE = { width: mm(210), height: mm(297) };
const MARGIN = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15), header: mm(10) };
const TEXT_MM = 165;
const FONT = 'Times New Roman';
const SIZE = {
  text: 28,
  motto: 26,
  nation: 24,
  body: 24,
  number: 26,
  table: 24,
  caption: 26,
  copies: 22,
  copiesTo: 24,
};
const FIRST_LINE = mm(10);
/** Six points after a paragraph; 1.15 lines. */
const SPACING = { after: 120, line: 276 };
/** The left and the right half of the letterhead and of the signature. */
const HALVES_MM = [68, TEXT_MM - 68] as const;
/** Length of the lines under the name of the body (a third to half of it), the motto (all of it) and the subject. */
const RULE_MM = { body: 22, motto: 59, subject: 50 };
/** The largest picture that a page takes with its caption, in pixels of 1/96 inch. */
const PICTURE = { width: 620, height: 800 };
/** Up to so many rows a table stays on one page. */
const ROWS_TOGETHER = 15;
const DOTTED_LINES = 3;

/** A report as a Word file in the form of an administrative document, for the writer to complete and sign. */
export async function reportDocx(report: Report): Promise<Buffer> {
  const figures = { tables: tablesOf(report), pictures: await picturesOf(chartsOf(report)) };
  const document = new Document({
    title: `Báo cáo ${report.head.subject.join(' ')}`,
    creator: report.head.body,
    styles: {
      default: {
        document: { run: { font: FONT, size: SIZE.text, language: { value: 'vi-VN' } } },
        heading1: { run: { bold: true, color: '000000' }, paragraph: { spacing: { ...SPACING, before: 120 } } },
        heading2: { run: { bold: true, color: '000000' }, paragraph: { spacing: { ...SPACING, before: 60 } } },
      },
    },
    sections: [
      {
        properties: { page: { size: PAGE, margin: MARGIN }, titlePage: true },
        headers: { default: pageNumbers(), first: new Header({ children: [] }) },
        children: [
          ...letterhead(report.head),
          ...report.sections.flatMap(({ heading, blocks }) => [
            headingParagraph(heading, HeadingLevel.HEADING_1),
            ...blocks.flatMap((block) => paragraphsOf(block, figures)),
          ]),
          new Paragraph({ spacing: { before: 120 }, children: [] }),
          signature(report.recipients),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** What is numbered: tables and charts in the order of the report. */
interface Figures {
  readonly tables: readonly ShownTable[];
  readonly pictures: readonly (Picture & { readonly chart: Chart })[];
}

function picturesOf(charts: readonly Chart[]): Promise<Figures['pictures']> {
  return Promise.all(charts.map(async (chart) => ({ ...(await chartPng(chart)), chart })));
}

/** In the middle of the top margin, not on the first page. */
function pageNumbers(): Header {
  const number = new TextRun({ children: [PageNumber.CURRENT], size: SIZE.text });
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] });
}

function letterhead(head: ReportHead): readonly (Paragraph | Table)[] {
  const [left, right] = HALVES_MM;
  const upper = (text: string) => text.toLocaleUpperCase('vi');
  return [
    sideBySide(
      [
        ...(head.superior ? [centred(upper(head.superior), { size: SIZE.body })] : []),
        centred(upper(head.body), { size: SIZE.body, bold: true }),
        rule(RULE_MM.body, left),
        centred(head.number, { size: SIZE.number }),
      ],
      [
        centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: SIZE.nation, bold: true }),
        centred('Độc lập - Tự do - Hạnh phúc', { size: SIZE.motto, bold: true }),
        rule(RULE_MM.motto, right),
        centred(head.placeAndDay, { size: SIZE.text, italics: true }),
      ],
    ),
    centred('BÁO CÁO', { size: SIZE.text, bold: true }, { spacing: { before: 360 }, heading: HeadingLevel.TITLE }),
    ...head.subject.map((line) => centred(line, { size: SIZE.text, bold: true })),
    rule(RULE_MM.subject, TEXT_MM),
    centred(head.addressee, { size: SIZE.text }, { spacing: { before: 120, after: 240 } }),
  ];
}

function signature(recipients: readonly string[]): Table {
  return sideBySide(
    [
      new Paragraph({ children: [new TextRun({ text: 'Nơi nhận:', bold: true, italics: true, size: SIZE.copiesTo })] }),
      ...recipients.map((line) => new Paragraph({ children: [new TextRun({ text: line, size: SIZE.copies })] })),
    ],
    [
      centred('QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ', { size: SIZE.text, bold: true }),
      centred('', {}, { spacing: { before: 1200 } }),
      centred('Họ và tên', { size: SIZE.text, bold: true }),
    ],
  );
}

function paragraphsOf(block: Block, { tables, pictures }: Figures): readonly (Paragraph | Table)[] {
  switch (block.block) {
    case 'heading':
      return [headingParagraph(block.text, HeadingLevel.HEADING_2)];
    case 'paragraph':
      return [body(new TextRun(block.text))];
    case 'to-write':
      return [
        body(new TextRun({ text: `[${block.hint}]`, italics: true })),
        ...Array.from({ length: DOTTED_LINES }, dottedLine),
      ];
    case 'table':
      return countsTable(block.table, tables.indexOf(block.table) + 1);
    case 'chart':
      return pictures.flatMap((picture, nth) =>
        picture.chart === block.chart ? chartParagraphs(block.chart, picture, nth + 1) : [],
      );
  }
}

function countsTable(table: ShownTable, number: number): readonly (Paragraph | Table)[] {
  const { headings, rows, total } = tableLines(table);
  const narrow = Math.min(36, 96 / (headings.length - 1));
  const widths = headings.map((_, nth) => mm(nth === 0 ? TEXT_MM - narrow * (headings.length - 1) : narrow));
  const line = (cells: readonly string[], bold: boolean, tableHeader: boolean) =>
    new TableRow({
      cantSplit: true,
      tableHeader,
      children: cells.map((text, nth) =>
        countsCell(text, { bold, width: widths[nth] ?? 0, first: nth === 0, keepNext: together }),
      ),
    });
  const together = rows.length <= ROWS_TOGETHER;
  const texts = (cells: readonly Cell[]) => cells.map(cellText);
  return [
    centred(
      `Bảng ${number}. ${table.title}`,
      { size: SIZE.caption, bold: true },
      { keepNext: true, spacing: { before: 60, after: 60 } },
    ),
    new Table({
      layout: TableLayoutType.FIXED,
      columnWidths: widths,
      width: { size: mm(TEXT_MM), type: WidthType.DXA },
      rows: [
        line(headings, true, true),
        ...rows.map((row) => line(texts(row), false, false)),
        ...(total ? [line(texts(total), true, false)] : []),
      ],
    }),
    new Paragraph({
      spacing: { before: 40, after: 120 },
      children: hidesNumbers(table) ? [new TextRun({ text: SIGNS, italics: true, size: SIZE.copies })] : [],
    }),
  ];
}

interface CellForm {
  readonly bold: boolean;
  readonly width: number;
  readonly first: boolean;
  readonly keepNext: boolean;
}

function countsCell(text: string, { bold, width, first, keepNext }: CellForm): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { marginUnitType: WidthType.DXA, left: mm(1.5), right: mm(1.5), top: mm(0.6), bottom: mm(0.6) },
    children: [
      new Paragraph({
        alignment: first ? AlignmentType.LEFT : AlignmentType.RIGHT,
        keepNext,
        children: [new TextRun({ text, bold, size: SIZE.table })],
      }),
    ],
  });
}

function chartParagraphs({ name, title, description }: Chart, picture: Picture, number: number): readonly Paragraph[] {
  const scale = Math.min(1, PICTURE.width / picture.width, PICTURE.height / picture.height);
  const image = new ImageRun({
    type: 'png',
    data: picture.png,
    transformation: { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) },
    // without a number of its own every picture would be the first one, and Word may refuse the file
    altText: { id: String(number), name, title, description },
  });
  return [
    new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true, children: [image] }),
    centred(`Biểu đồ ${number}. ${title}`, { size: SIZE.caption, bold: true }, { spacing: { after: 120 } }),
  ];
}

function headingParagraph(text: string, heading: IParagraphOptions['heading']): Paragraph {
  return new Paragraph({
    ...(heading && { heading }),
    keepNext: true,
    indent: { firstLine: FIRST_LINE },
    children: [new TextRun({ text, bold: true, size: SIZE.text, font: FONT })],
  });
}

function body(run: TextRun): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: FIRST_LINE },
    spacing: SPACING,
    children: [run],
  });
}

/** Room for handwriting, or for what is typed over it. */
function dottedLine(): Paragraph {
  return new Paragraph({
    spacing: SPACING,
    tabStops: [{ type: TabStopType.RIGHT, position: mm(TEXT_MM), leader: LeaderType.DOT }],
    children: [new TextRun('\t')],
  });
}

function centred(
  text: string,
  run: { readonly size?: number; readonly bold?: boolean; readonly italics?: boolean },
  paragraph: Pick<IParagraphOptions, 'spacing' | 'keepNext' | 'heading'> = {},
): Paragraph {
  return new Paragraph({
    ...paragraph,
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text, color: '000000', font: FONT, ...run })],
  });
}

/** A line of a given length in the middle of a given width: the lower edge of a flat paragraph. */
function rule(lengthMm: number, widthMm: number): Paragraph {
  const side = mm((widthMm - lengthMm) / 2);
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 0, after: 100, line: 40, lineRule: LineRuleType.EXACT },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
    children: [],
  });
}

function sideBySide(left: readonly Paragraph[], right: readonly Paragraph[]): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const cell = (children: readonly Paragraph[], widthMm: number) =>
    new TableCell({
      width: { size: mm(widthMm), type: WidthType.DXA },
      margins: { marginUnitType: WidthType.DXA, left: 0, right: mm(1) },
      children: [...children],
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: HALVES_MM.map((half) => mm(half)),
    width: { size: mm(TEXT_MM), type: WidthType.DXA },
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    rows: [new TableRow({ cantSplit: true, children: [cell(left, HALVES_MM[0]), cell(right, HALVES_MM[1])] })],
  });
}
