import { encode } from 'uqr';
import type { QrCode } from '../ports/sign-in.ts';

/** Squares around the code that a camera needs to see its edge (ISO/IEC 18004). */
const QUIET_EDGE = 4;

/** A text as a QR code. A page draws it, so that nothing is fetched from elsewhere and no raw markup is let in. */
export function qrCode(text: string): QrCode {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET_EDGE });
  return { size, path: data.map(pathOfRow).join('') };
}

/** Dark squares that stand side by side are one piece: a third of the text that single squares need. */
function pathOfRow(row: readonly boolean[], y: number): string {
  return row
    .flatMap((dark, x) => {
      if (!dark || row[x - 1]) return [];
      const end = row.indexOf(false, x);
      const width = (end < 0 ? row.length : end) - x;
      return [`M${x} ${y}h${width}v1h-${width}z`];
    })
    .join('');
}
