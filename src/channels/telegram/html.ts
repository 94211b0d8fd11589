import type { OutgoingMessage } from '../../ports/channel.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * A message in Telegram's HTML: bold parts as `<b>`, words of the law as `<blockquote>`, everything else as it is. Telegram
 * knows no other way to write `&`, `<` and `>` than as entities, and refuses the whole message for one tag that it does not
 * know.
 */
export function toHtml({ text, bold, quoted = [] }: Pick<OutgoingMessage, 'text' | 'bold' | 'quoted'>): string {
  let html = '';
  let written = 0;
  for (const [start, end] of quoted) {
    html += `${withBold(text, bold, written, start)}<blockquote>${withBold(text, bold, start, end)}</blockquote>`;
    written = end;
  }
  return html + withBold(text, bold, written, text.length);
}

/** A bold part lies in a quote as a whole, or outside of it. */
function withBold(text: string, bold: OutgoingMessage['bold'], from: number, to: number): string {
  let html = '';
  let written = from;
  for (const [start, end] of bold) {
    if (start < from || end > to) continue;
    html += `${escaped(text.slice(written, start))}<b>${escaped(text.slice(start, end))}</b>`;
    written = end;
  }
  return html + escaped(text.slice(written, to));
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);
}
