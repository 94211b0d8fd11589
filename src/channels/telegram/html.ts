import type { OutgoingMessage } from '../../ports/channel.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * A message in Telegram's HTML: bold parts as `<b>`, everything else as it is. Telegram knows no other way to write
 * `&`, `<` and `>` than as entities, and refuses the whole message for one tag that it does not know.
 */
export function toHtml({ text, bold }: Pick<OutgoingMessage, 'text' | 'bold'>): string {
  let html = '';
  let written = 0;
  for (const [start, end] of bold) {
    html += `${escaped(text.slice(written, start))}<b>${escaped(text.slice(start, end))}</b>`;
    written = end;
  }
  return html + escaped(text.slice(written));
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);
}
