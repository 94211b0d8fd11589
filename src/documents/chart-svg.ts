import { createRequire } from 'node:module';
import type { BarSeriesOption, EChartsOption, LineSeriesOption, init as makeDrawing } from 'echarts/types/dist/echarts';
import type { Chart } from '../reporting/chart.ts';
import { cellForm, countForm } from '../reporting/number-form.ts';
import type { ShownCount } from '../reporting/small-numbers.ts';

// In one file: the entry point for modules is a thousand files and takes a second to load where a page waits for it.
const { init } = createRequire(import.meta.url)('echarts/dist/echarts.min.js') as { readonly init: typeof makeDrawing };
type Decal = NonNullable<NonNullable<BarSeriesOption['itemStyle']>['decal']>;
type Datum<Series extends { data?: readonly unknown[] }> = NonNullable<Series['data']>[number];

/** Pixels of the drawing; a page may scale it. */
const WIDTH = 720;
const LINE_HEIGHT = 340;
/** Room for a label before it wraps. */
const LABEL_WIDTH = 250;
const LABEL_LETTERS = 32;
const FONT_SIZE = 13;

/**
 * Stands for the colour of the text around the drawing. ECharts computes with colours and knows no `currentColor`, so
 * it is told a colour that nobody else uses, and that is replaced.
 */
const TEXT = '#010203';
/**
 * At least 3 : 1 against white and against #1b1b1b (WCAG 1.4.11), and unlike each other for those who see no colours:
 * bars have patterns too, lines have marks of different shape.
 */
const COLOURS = ['#2e86c8', '#c2571a', '#7b7d1e'] as const;
const PATTERNS: readonly (Decal | undefined)[] = [
  undefined,
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5] },
  { symbol: 'circle', dashArrayX: [7, 7], dashArrayY: [7, 7], symbolSize: 0.6 },
];
const MARKS = ['circle', 'rect', 'triangle'] as const;
const GREY = '#808080';
const HATCHED: Decal = { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 3], rotation: -Math.PI / 4, color: TEXT };
/** Height of the mark of a hidden number, as a share of the longest bar: the same for all, whatever they hide. */
const STUB = 0.04;
/** How ECharts is told that there is nothing to draw. */
const NONE = '-';

/**
 * Draws a chart as an `<svg>` element for a page.
 *
 * It has no style sheet, no style attribute and no script, so that a page under `style-src 'self'` shows it as it is;
 * text takes the colour and the font of the page. Its ids begin with the chart's name: several may stand in one page.
 */
export function chartSvg(chart: Chart): string {
  const height = chart.kind === 'line' ? LINE_HEIGHT : heightOfBars(chart);
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  try {
    drawing.setOption(chart.kind === 'line' ? line(chart) : bars(chart));
    return forPages(drawing.renderToSVGString(), chart, height);
  } finally {
    drawing.dispose();
  }
}

function bars({ rows, columns }: Chart): EChartsOption {
  const stub = stubFor(rows.flatMap(({ cells }) => cells));
  return {
    ...common(columns),
    grid: { left: LABEL_WIDTH + 14, right: 70, top: columns.length > 1 ? 40 : 8, bottom: 8 },
    xAxis: { type: 'value', show: false, min: 0 },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: TEXT } },
      axisLabel: {
        color: TEXT,
        fontSize: FONT_SIZE,
        lineHeight: 17,
        width: LABEL_WIDTH,
        overflow: 'break',
        interval: 0,
      },
    },
    series: columns.map(
      (name, nth): BarSeriesOption => ({
        name,
        type: 'bar',
        silent: true,
        barMaxWidth: 26,
        barCategoryGap: '30%',
        itemStyle: { color: colour(nth), ...patterned(PATTERNS[nth % PATTERNS.length]) },
        label: { show: true, position: 'right', color: TEXT, fontSize: FONT_SIZE, formatter: ({ name }) => name },
        data: rows.map(({ cells }) => barOf(cells[nth], stub)),
      }),
    ),
  };
}

/** The label of a bar is its name, so that what is written is what the table writes. */
function barOf(cell: ShownCount | undefined, stub: number): Datum<BarSeriesOption> {
  if (cell?.shown === 'exactly') return { name: cellForm(cell), value: cell.count };
  if (cell?.shown === 'about') return { name: cellForm(cell), value: cell.count, itemStyle: { decal: HATCHED } };
  return { name: cell ? cellForm(cell) : '', value: stub, itemStyle: { color: GREY, decal: HATCHED } };
}

function line({ rows, columns }: Chart): EChartsOption {
  const stub = stubFor(rows.flatMap(({ cells }) => cells));
  const data = rows.map(({ label }) => label);
  return {
    ...common(columns),
    grid: { left: 60, right: 24, top: columns.length > 1 ? 40 : 24, bottom: 64 },
    xAxis: {
      type: 'category',
      data,
      axisLine: { lineStyle: { color: TEXT } },
      axisTick: { alignWithLabel: true, lineStyle: { color: TEXT } },
      axisLabel: { color: TEXT, fontSize: 12, rotate: 40, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      min: 0,
      minInterval: 1,
      axisLabel: { color: TEXT, fontSize: 12, formatter: (count: number) => countForm(count) },
      splitLine: { lineStyle: { color: TEXT, opacity: 0.2 } },
    },
    series: columns.flatMap((name, nth): (LineSeriesOption | BarSeriesOption)[] => [
      {
        name,
        type: 'line',
        silent: true,
        symbol: MARKS[nth % MARKS.length] ?? 'circle',
        symbolSize: 7,
        showAllSymbol: true,
        lineStyle: { color: colour(nth), width: 2 },
        itemStyle: { color: colour(nth) },
        label: { color: TEXT, fontSize: 11, formatter: ({ name }) => name },
        data: rows.map(({ cells }) => pointOf(cells[nth])),
      },
      // a line breaks where a number is hidden, and the hidden number has its mark on the ground
      {
        type: 'bar',
        silent: true,
        barWidth: 12,
        barGap: '-100%',
        itemStyle: { color: GREY, decal: HATCHED },
        label: { show: true, position: 'top', color: TEXT, fontSize: 11, formatter: ({ name }) => name },
        data: rows.map(({ cells }) => hiddenOnly(cells[nth], stub)),
      },
    ]),
  };
}

/** A point that is only about right is hollow and says so. */
function pointOf(cell: ShownCount | undefined): Datum<LineSeriesOption> {
  if (cell?.shown === 'exactly') return cell.count;
  if (cell?.shown !== 'about') return NONE;
  return { name: cellForm(cell), value: cell.count, symbol: 'emptyCircle', label: { show: true } };
}

function hiddenOnly(cell: ShownCount | undefined, stub: number): Datum<BarSeriesOption> {
  return cell?.shown !== 'under-5' && cell?.shown !== 'kept-back' ? NONE : { name: cellForm(cell), value: stub };
}

function common(columns: readonly string[]): EChartsOption {
  return {
    animation: false,
    textStyle: { color: TEXT },
    ...(columns.length > 1 && {
      legend: { data: [...columns], top: 4, textStyle: { color: TEXT, fontSize: FONT_SIZE }, itemGap: 24 },
    }),
  };
}

function stubFor(cells: readonly ShownCount[]): number {
  const counts = cells.map((cell) => ('count' in cell ? cell.count : 0));
  return Math.max(...counts, 1) * STUB;
}

function patterned(decal: Decal | undefined): { readonly decal?: Decal } {
  return decal === undefined ? {} : { decal };
}

function colour(nth: number): string {
  return COLOURS[nth % COLOURS.length] ?? GREY;
}

function heightOfBars({ rows, columns }: Chart): number {
  const heights = rows.map(({ label }) =>
    Math.max(Math.ceil(label.length / LABEL_LETTERS) * 18 + 14, columns.length * 20 + 12),
  );
  // all rows are drawn equally high, so the highest decides
  return rows.length * Math.max(...heights) + (columns.length > 1 ? 48 : 16);
}

/**
 * Takes away what a page must not have and what says nothing: ECharts writes a style sheet for the mouse, style
 * attributes for fonts, and its own marks. Only attributes are touched: in the text of a label quotes are escaped.
 */
function forPages(svg: string, { name, title, description }: Chart, height: number): string {
  const [, inside = ''] = /^<svg[^>]*>([\s\S]*)<\/svg>\s*$/.exec(svg) ?? [];
  const drawing = inside
    .replace(/<style ?>[\s\S]*?<\/style>/g, '')
    .replace(/ style="([^"]*)"/g, (_, declarations: string) => asAttributes(declarations))
    .replace(/ (?:class|ecmeta_\w+|pointer-events|xml:space)="[^"]*"/g, '')
    .replace(/ id="zr\d+-/g, ` id="${name}-`)
    .replace(/="url\(#zr\d+-/g, `="url(#${name}-`)
    .replaceAll(`"${TEXT}"`, '"currentColor"')
    .replace(/"rgb\(1,2,3\)"/g, '"currentColor"')
    .replace(/\n+/g, '\n');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" ` +
    `aria-labelledby="${name}-title ${name}-desc"><title id="${name}-title">${escaped(title)}</title>` +
    `<desc id="${name}-desc">${escaped(description)}</desc>${drawing}</svg>`
  );
}

/** `font-size:12px;font-family:sans-serif;` as attributes. The family is left out: the page has its own. */
function asAttributes(declarations: string): string {
  return declarations
    .split(';')
    .map((declaration) => declaration.split(':'))
    .filter(([property]) => property === 'font-size' || property === 'font-weight')
    .map(([property, value]) => ` ${property}="${value}"`)
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
