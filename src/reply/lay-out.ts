import type { Capabilities, Choice, OutgoingMessage } from './message.ts';
import type { Block, Reply } from './reply.ts';
import { split } from './split.ts';
import type { Wording } from './wording/wording.ts';

/**
 * A reply as messages that the messenger can show: cut to its limit, choices as buttons on the last message or
 * numbered in the text.
 */
export function layOut(reply: Reply, can: Capabilities, wording: Wording): readonly OutgoingMessage[] {
  const offered = reply.findLast((block) => block.block === 'choices');
  const choices = offered?.block === 'choices' ? offered.choices : [];
  const { text, bold, quoted } = written(reply, can, wording);
  const pieces = split(text, can.textLimit, quoted);
  return pieces.map(([start, end], nth) => ({
    text: text.slice(start, end),
    bold: can.markup ? within(bold, start, end) : [],
    ...(quoted.length > 0 && { quoted: within(quoted, start, end) }),
    choices: can.buttons && nth === pieces.length - 1 ? buttons(choices, can.buttons.labelLimit) : [],
  }));
}

function written(
  reply: Reply,
  can: Capabilities,
  wording: Wording,
): { text: string; bold: [number, number][]; quoted: [number, number][] } {
  const bold: [number, number][] = [];
  const quoted: [number, number][] = [];
  let text = '';
  let afterHeading = false;
  for (const block of reply) {
    const words = wordsOf(block, can, wording);
    if (words === '') continue;
    if (text !== '') text += afterHeading ? '\n' : '\n\n';
    if (block.block === 'heading') bold.push([text.length, text.length + words.length]);
    if (block.block === 'quote') {
      const { marked } = block;
      if (marked) bold.push([text.length + marked[0], text.length + marked[1]]);
      quoted.push([text.length, text.length + words.length]);
    }
    text += words;
    afterHeading = block.block === 'heading';
  }
  return { text, bold, quoted };
}

function wordsOf(block: Block, can: Capabilities, wording: Wording): string {
  switch (block.block) {
    case 'text':
    case 'heading':
    case 'quote':
      return block.text;
    case 'steps':
      return block.steps.map((step, nth) => `${nth + 1}. ${step}`).join('\n');
    case 'points':
      return block.points.map((point) => `• ${point}`).join('\n');
    case 'choices':
      return choicesInText(block.choices, block.typed, can, wording);
  }
}

function choicesInText(
  choices: readonly Choice[],
  typed: string | undefined,
  can: Capabilities,
  wording: Wording,
): string {
  if (choices.length === 0) return '';
  const list = choices.map(({ label }, nth) => `${nth + 1}. ${label}`).join('\n');
  if (can.buttons) return tooLong(choices, can.buttons.labelLimit) ? list : '';
  return typed ?? `${list}\n${wording.typeNumber(choices.length)}`;
}

/** Long choices stand in the text; their buttons carry the number and the beginning. */
function buttons(choices: readonly Choice[], labelLimit: number): readonly Choice[] {
  if (!tooLong(choices, labelLimit)) return choices;
  return choices.map(({ label, press }, nth) => {
    const numbered = `${nth + 1}. ${label}`;
    return {
      press,
      label: numbered.length <= labelLimit ? numbered : `${numbered.slice(0, labelLimit - 1).trimEnd()}…`,
    };
  });
}

function tooLong(choices: readonly Choice[], labelLimit: number): boolean {
  return choices.some(({ label }) => label.length > labelLimit);
}

function within(
  ranges: readonly (readonly [number, number])[],
  start: number,
  end: number,
): readonly (readonly [number, number])[] {
  return ranges
    .map(([from, to]) => [Math.max(from, start) - start, Math.min(to, end) - start] as const)
    .filter(([from, to]) => from < to);
}
