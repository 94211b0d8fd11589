import { createRequire } from 'node:module';
import { renderAsync } from '@resvg/resvg-js';
import type { Chart } from '../reporting/chart.ts';
import { chartSvg } from './chart-svg.ts';

/** A picture, with the size in pixels at which a document shows it (the file holds twice as many). */
export interface Picture {
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Printed pages want more than a screen. */
const ZOOM = 2;
/** A font that has every Vietnamese letter, whatever is installed where the program runs. */
const FONTS = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'];
const FAMILY = 'DejaVu Sans';

/** Draws a chart as a picture on white, for documents that cannot hold SVG. Does not hold up other work. */
export async function chartPng(chart: Chart): Promise<Picture> {
  const { resolve } = createRequire(import.meta.url);
  const image = await renderAsync(chartSvg(chart), {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: ZOOM },
    font: {
      loadSystemFonts: false,
      fontFiles: FONTS.map((file) => resolve(`dejavu-fonts-ttf/ttf/${file}`)),
      defaultFontFamily: FAMILY,
      sansSerifFamily: FAMILY,
    },
  });
  return { png: image.asPng(), width: image.width / ZOOM, height: image.height / ZOOM };
}
