import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { chartPng } from '../../src/documents/chart-png.ts';
import { type Chart, chartOf } from '../../src/reporting/chart.ts';
import { shownFigures } from '../../src/reporting/shown-figures.ts';
import { aYear } from '../support/period-figures.ts';

function groups(...names: readonly string[]): Chart {
  const { tables } = shownFigures(aYear({ questionsByGroup: names.map((name) => ({ name, count: 40 })) }));
  const chart = chartOf(tables.byGroup, 'bars');
  if (!chart) throw new Error('no chart');
  return chart;
}

describe('a chart as a picture', () => {
  it('is a PNG, twice as fine as it is shown', async () => {
    const { png, width, height } = await chartPng(groups('Trẻ em', 'Phụ nữ'));
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width * 2, height * 2]);
    expect(width).toBe(720);
  });

  it('has Vietnamese letters of its own, whatever is installed: no two marks look alike', async () => {
    const labels = [...'aàáảãạăằắẳẵặâầấẩẫậđeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ≈<'];
    const pictures = await Promise.all(
      labels.map(async (letter) => (await chartPng(groups(letter))).png.toString('base64')),
    );
    expect(new Set(pictures).size).toBe(labels.length);
  });

  it('lies on white, not on nothing: a dark reader of documents would show black on black', async () => {
    expect(firstPixel((await chartPng(groups('Trẻ em'))).png)).toEqual([255, 255, 255, 255]);
  });
});

/** Red, green, blue and opacity of the upper left corner, which no PNG filter changes. */
function firstPixel(png: Buffer): readonly number[] {
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const body = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(body);
  }
  return [...inflateSync(Buffer.concat(data)).subarray(1, 5)];
}
