import type { OutgoingMessage } from '../../ports/channel.ts';

/** What a message consists of, so that a screen reader can move from heading to heading and count list items. */
export type Block =
  | { readonly block: 'heading'; readonly text: string }
  | { readonly block: 'text'; readonly text: string }
  /** Words of the law, character by character; `marked` is the part that was asked for, as [start, end) in it. */
  | { readonly block: 'quote'; readonly text: string; readonly marked: readonly (readonly [number, number])[] }
  /** Items keep their mark, "• " or "1. ", as `layOut` wrote it. */
  | { readonly block: 'list'; readonly items: readonly Item[] };

export interface Item {
  readonly mark: string;
  readonly text: string;
}

const MARK = /^(?:• |\d{1,3}\. )/;

type Message = Pick<OutgoingMessage, 'text' | 'bold' | 'quoted'>;

/** Reads a laid-out message back into its blocks. No word is lost, and of the words of the law no character. */
export function blocksOf({ text, bold, quoted = [] }: Message): readonly Block[] {
  const blocks: Block[] = [];
  let at = 0;
  for (const [start, end] of quoted) {
    blocks.push(...ownBlocks(text.slice(at, start), at, bold));
    const marked = bold
      .filter(([from, to]) => start <= from && to <= end)
      .map(([from, to]) => [from - start, to - start] as const);
    blocks.push({ block: 'quote', text: text.slice(start, end), marked });
    at = end;
  }
  return [...blocks, ...ownBlocks(text.slice(at), at, bold)];
}

/** @param from Where the text begins in the message. */
function ownBlocks(text: string, from: number, bold: Message['bold']): readonly Block[] {
  const blocks: Block[] = [];
  let at = from;
  for (const paragraph of text.split(/(\n{2,})/)) {
    // A new paragraph never continues the last one.
    let open: Block | undefined;
    let lineAt = at;
    for (const line of paragraph.split('\n')) {
      const next = line === '' ? undefined : joined(open, line, isBold(lineAt, line, bold));
      if (next) {
        if (open && next.block === open.block && next.block !== 'heading') blocks.pop();
        blocks.push(next);
        open = next;
      }
      lineAt += line.length + 1;
    }
    at += paragraph.length;
  }
  return blocks;
}

function joined(open: Block | undefined, line: string, isHeading: boolean): Block {
  if (isHeading) return { block: 'heading', text: line };
  const mark = MARK.exec(line)?.[0];
  const items = open?.block === 'list' ? open.items : [];
  if (mark !== undefined) return { block: 'list', items: [...items, { mark, text: line.slice(mark.length) }] };
  const last = items.at(-1);
  if (last) return { block: 'list', items: [...items.slice(0, -1), { ...last, text: `${last.text}\n${line}` }] };
  return { block: 'text', text: open?.block === 'text' ? `${open.text}\n${line}` : line };
}

function isBold(at: number, line: string, bold: OutgoingMessage['bold']): boolean {
  return bold.some(([start, end]) => start <= at && at + line.length <= end);
}
