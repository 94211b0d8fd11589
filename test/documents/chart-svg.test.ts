import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { chartSvg } from '../../src/documents/chart-svg.ts';
import { type Chart, chartOf } from '../../src/reporting/chart.ts';
import type { PeriodFigures } from '../../src/reporting/figures.ts';
import { shownFigures } from '../../src/reporting/shown-figures.ts';
import type { ShownTable } from '../../src/reporting/small-numbers.ts';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { aYear } from '../support/period-figures.ts';

const MARCH = { period: { from: '2026-03-01', to: '2026-03-31' } };
/** Everything that a drawing may consist of: nothing that a strict page would not show, nothing that runs. */
const ELEMENTS = ['svg', 'title', 'desc', 'rect', 'path', 'text', 'defs', 'pattern', 'clipPath', 'g'];
const ATTRIBUTES = [
  ...['xmlns', 'viewBox', 'width', 'height', 'role', 'aria-labelledby', 'id', 'x', 'y', 'd', 'transform'],
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-linecap', 'stroke-linejoin'],
  ...['text-anchor', 'dominant-baseline', 'font-size', 'patternUnits', 'patternTransform', 'paint-order'],
  ...['stroke-miterlimit', 'opacity', 'clip-path'],
];

type Element = DefaultTreeAdapterMap['element'];

function drawn(
  table: keyof ReturnType<typeof shownFigures>['tables'],
  kind: Chart['kind'],
  other: Partial<PeriodFigures> = {},
): Chart {
  return must(chartOf(shownFigures(aYear(other)).tables[table], kind));
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not there');
  return value;
}

function elements(svg: string): readonly Element[] {
  const inside = (node: DefaultTreeAdapterMap['node']): readonly Element[] => [
    ...('tagName' in node ? [node] : []),
    ...('childNodes' in node ? node.childNodes.flatMap(inside) : []),
  ];
  return inside(parseFragment(svg));
}

const textsOf = (svg: string) =>
  elements(svg)
    .filter(({ tagName }) => tagName === 'text')
    .flatMap(({ childNodes }) => childNodes.flatMap((node) => ('value' in node ? [node.value.trim()] : [])));
/** Widths of the bars in a colour, in pixels, top to bottom: `M264 12.8l352.9 0l0 22.4…` is 352.9 wide. */
const widths = (svg: string, fill: string) =>
  [...svg.matchAll(new RegExp(`d="M[\\d.]+ [\\d.]+l([\\d.]+) 0[^"]*" fill="${fill}"`, 'g'))].map(([, width]) =>
    Number(width),
  );

describe.each([
  ['bars', drawn('byTopic', 'bars')],
  ['bars of several columns', drawn('referrals', 'bars')],
  ['a line', drawn('overTime', 'line', MARCH)],
])('the drawing of %s', (_, chart) => {
  const svg = chartSvg(chart);

  it('has nothing that a page under a strict policy would not show, and nothing that runs', () => {
    const all = elements(svg);
    expect([...new Set(all.map(({ tagName }) => tagName))].filter((name) => !ELEMENTS.includes(name))).toEqual([]);
    const attributes = new Set(all.flatMap(({ attrs }) => attrs.map(({ name }) => name)));
    expect([...attributes].filter((name) => !ATTRIBUTES.includes(name))).toEqual([]);
  });

  it('is a picture with a name and a description', () => {
    const [root, title, desc] = elements(svg);
    const of = (name: string) => root?.attrs.find((one) => one.name === name)?.value;
    expect([of('role'), of('aria-labelledby')]).toEqual(['img', `${chart.name}-title ${chart.name}-desc`]);
    expect([title?.tagName, desc?.tagName]).toEqual(['title', 'desc']);
    expect(svg).toContain(`>${chart.title}</title>`);
  });

  it('takes the colour of the text around it, so that it can be read on light and on dark', () => {
    const fills = elements(svg)
      .filter(({ tagName }) => tagName === 'text')
      .map(({ attrs }) => attrs.find(({ name }) => name === 'fill')?.value);
    expect([...new Set(fills)]).toEqual(['currentColor']);
  });

  it('is the same every time, and shares no id with another one on the page', () => {
    expect(chartSvg(chart)).toBe(svg);
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(2);
    expect(ids.filter((id) => !id?.startsWith(`${chart.name}-`))).toEqual([]);
    expect([...svg.matchAll(/url\(#([^)]+)\)/g)].filter(([, id]) => !ids.includes(id))).toEqual([]);
  });
});

describe('bars', () => {
  it('carry the number that the table shows', () => {
    expect(textsOf(chartSvg(drawn('urgent', 'bars'))).slice(-6)).toEqual(['64', '21', '6', '≈ 8', '< 5', '< 5']);
  });

  it('are as long as their numbers', () => {
    const [first = 0, second = 0] = widths(chartSvg(drawn('byTopic', 'bars')), '#2e86c8');
    expect(second / first).toBeCloseTo(540 / 612, 2);
  });

  it('of hidden numbers are equally long, whatever they hide', () => {
    const hidden = (count: number) =>
      chartSvg(drawn('byChannel', 'bars', { questionsByChannel: { zalo: 900, telegram: 300 - count, web: count } }));
    expect(hidden(1)).toBe(hidden(4));
    expect(widths(hidden(1), '#808080')).toHaveLength(1);
    const two = (a: number, b: number) =>
      chartSvg(drawn('byChannel', 'bars', { questionsByChannel: { zalo: 900, telegram: a, web: b } }));
    expect(two(1, 4)).toBe(two(2, 3));
  });

  it('wrap long labels instead of cutting them', () => {
    const texts = textsOf(chartSvg(drawn('byArticle', 'bars')));
    expect(texts.join(' ')).toContain('Điều 16 Công ước về xóa bỏ mọi hình thức phân biệt đối xử với phụ nữ (CEDAW)');
    expect(Math.max(...texts.map((text) => text.length))).toBeLessThan(40);
  });

  it('take any label as text', () => {
    const name = '<script>alert(1)</script>" style="x" onload="y" zr0-p0 & \'';
    const svg = chartSvg(drawn('byGroup', 'bars', { questionsByGroup: [{ name, count: 40 }] }));
    expect(elements(svg).filter(({ tagName }) => !ELEMENTS.includes(tagName))).toEqual([]);
    expect(
      elements(svg)
        .flatMap(({ attrs }) => attrs)
        .filter(({ name }) => !ATTRIBUTES.includes(name)),
    ).toEqual([]);
    expect(textsOf(svg).join(' ')).toContain('<script>alert(1)</script>" style="x"');
  });
});

describe('a line', () => {
  it('breaks where a number is hidden, and marks the place', () => {
    const march = drawn('overTime', 'line', MARCH);
    const hidden = march.rows.filter(({ cells }) => cells[0]?.shown === 'under-5').length;
    const svg = chartSvg(march);
    expect(hidden).toBe(5);
    expect(textsOf(svg).filter((text) => text === '< 5')).toHaveLength(hidden);
    expect(widths(svg, '#808080')).toHaveLength(hidden);
  });

  it('looks the same, whatever it hides', () => {
    const day = (count: number) =>
      chartSvg(
        drawn('overTime', 'line', {
          period: { from: '2026-03-02', to: '2026-03-05' },
          questionsByDay: { '2026-03-02': 30, '2026-03-03': count, '2026-03-04': 41, '2026-03-05': 20 - count },
          askedAgain: 0,
        }),
      );
    expect(day(1)).toBe(day(4));
    expect(textsOf(day(1))).toContain('≈ 18');
  });

  it('tells several columns apart by the shape of their marks, with their names', () => {
    const table = must(shownFigures(aYear()).tables.referrals) satisfies ShownTable;
    expect(textsOf(chartSvg(must(chartOf(table, 'line')))).slice(-3)).toEqual(['Mở', 'Kết thúc', 'Người hỏi rút']);
  });
});

describe.skipIf(noBrowser)(`on a page with a strict policy${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  it('breaks no rule of it', async () => {
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      await page.route('https://hoi-quyen.test/', (route) =>
        route.fulfill({
          contentType: 'text/html; charset=utf-8',
          headers: { 'content-security-policy': "default-src 'none'; style-src 'self'" },
          body: `<!doctype html><title>Biểu đồ</title><h1>Biểu đồ</h1>${chartSvg(drawn('referrals', 'bars'))}${chartSvg(drawn('overTime', 'line', MARCH))}`,
        }),
      );
      await page.goto('https://hoi-quyen.test/');
      const names = await page.getByRole('img').all();
      expect([complaints, names.length]).toEqual([[], 2]);
      await page.getByRole('img', { name: 'Chuyển gửi theo tỉnh' }).waitFor();
    } finally {
      await browser.close();
    }
  });
});
