import writeXlsx from 'write-excel-file/node';
import type { Chart } from '../reporting/chart.ts';
import { chartsOf, type Report, tablesOf } from '../reporting/report.ts';
import type { ShownTable } from '../reporting/small-numbers.ts';
import { chartPng } from './chart-png.ts';
import { heightFor, SHEET_FONT, sheetName, tableSheet } from './table-xlsx.ts';

/** Pixels of a row of a sheet, for finding a place below a picture. */
const ROW_HEIGHT = 20;
const DPI = 96;
const TEXT_WIDTH = 80;
/** Pixels that fit on a printed page. */
const PICTURE_WIDTH = 620;

/** A report as an Excel file: what it says, a sheet for each table, and a sheet with the charts. */
export async function reportXlsx(report: Report): Promise<Buffer> {
  const charts = chartsOf(report);
  return writeXlsx(
    [
      textSheet(report),
      ...tablesOf(report).map(numberedSheet),
      ...(charts.length > 0 ? [await chartSheet(charts)] : []),
    ],
    SHEET_FONT,
  ).toBuffer();
}

/** Numbered, because two titles may begin with the same 31 letters. */
function numberedSheet(table: ShownTable, index: number) {
  return tableSheet(table, sheetName(`${index + 1}. ${table.title}`));
}

function textSheet({ head, sections }: Report) {
  const line = (value: string, fontWeight?: 'bold') => [
    { value, wrap: true, height: heightFor(value, TEXT_WIDTH), ...(fontWeight && { fontWeight }) },
  ];
  return {
    sheet: 'Báo cáo',
    columns: [{ width: TEXT_WIDTH }],
    data: [
      ...(head.superior ? [line(head.superior)] : []),
      line(head.body, 'bold'),
      [],
      line('BÁO CÁO', 'bold'),
      ...head.subject.map((subject) => line(subject, 'bold')),
      line(head.placeAndDay),
      ...sections.flatMap(({ heading, blocks }) => [
        [],
        line(heading, 'bold'),
        ...blocks.flatMap((block) => {
          if (block.block === 'heading') return [line(block.text, 'bold')];
          if (block.block === 'paragraph') return [line(block.text)];
          if (block.block === 'table') return [line(`Xem bảng: ${block.table.title}`)];
          if (block.block === 'to-write') return [line(`[${block.hint}]`)];
          return [];
        }),
      ]),
    ],
  };
}

async function chartSheet(charts: readonly Chart[]) {
  const pictures = await Promise.all(
    charts.map(async (chart) => {
      const { png, width, height } = await chartPng(chart);
      return { chart, png, width: PICTURE_WIDTH, height: Math.round((height * PICTURE_WIDTH) / width) };
    }),
  );
  const heights = pictures.map(({ height }) => Math.ceil(height / ROW_HEIGHT) + 3);
  const rowOf = (nth: number) => heights.slice(0, nth).reduce((row, height) => row + height, 1);
  return {
    sheet: 'Biểu đồ',
    data: pictures.flatMap(({ chart }, nth) => [
      [{ value: chart.title, fontWeight: 'bold' as const, height: ROW_HEIGHT }],
      ...Array.from({ length: (heights[nth] ?? 1) - 1 }, () => []),
    ]),
    images: pictures.map(({ chart, png, width, height }, nth) => ({
      content: png,
      contentType: 'image/png',
      width,
      height,
      dpi: DPI,
      anchor: { row: rowOf(nth) + 1, column: 1 },
      title: chart.title,
      description: chart.description,
    })),
  };
}
