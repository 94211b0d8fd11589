/** A line of print: its left end in points from the left and lower edge of the page. */
export interface Print {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
}

/** Every letter is half as wide as it is high. */
export const letterWidth = (size: number): number => size / 2;

/** A PDF with a text layer, written by hand: one font whose codes are translated to letters by a table, as Word does it. */
export function makePdf(pages: readonly (readonly Print[])[]): Uint8Array {
  const letters = [...new Set(pages.flat().flatMap(({ text }) => [...text]))];
  if (letters.length > 220) throw new RangeError('Too many different letters for one font');
  const code = (letter: string): string => (letters.indexOf(letter) + 33).toString(16).padStart(2, '0');
  const unicode = (letter: string): string =>
    [...Array(letter.length).keys()].map((at) => letter.charCodeAt(at).toString(16).padStart(4, '0')).join('');
  const table = [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def',
    '1 begincodespacerange <00> <ff> endcodespacerange',
    ...letters.map((letter) => `1 beginbfchar <${code(letter)}> <${unicode(letter)}> endbfchar`),
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
  const stream = (text: string): string => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
  const contents = pages.map((prints) =>
    prints
      .map(({ x, y, size, text }) => `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm <${[...text].map(code).join('')}> Tj ET`)
      .join('\n'),
  );
  const firstPage = 5;
  const kids = pages.map((_, nth) => `${firstPage + nth * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    `<< /Type /Font /Subtype /TrueType /BaseFont /Made /FirstChar 33 /LastChar 255 /Widths [${Array(223).fill(500).join(' ')}] /ToUnicode 4 0 R >>`,
    stream(table),
    ...contents.flatMap((content, nth) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${firstPage + nth * 2 + 1} 0 R >>`,
      stream(content),
    ]),
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, nth) => {
    const at = file.length;
    file += `${nth + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = file.length;
  const rows = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}
