import { type Block, blocksOf, type Item } from './blocks.ts';
import { phonesIn } from './phone-numbers.ts';
import type { Line } from './transcript.ts';

/** Between a number and what it is for, as the wording of hotlines has it. */
const DASH = ' – ';

/** HTML id of a line. */
export function lineId({ id }: Pick<Line, 'id'>): string {
  return `m-${id}`;
}

/** One line of the talk. What a person typed is shown as it is; what the bot says gets headings, lists, numbers to call. */
export function Message({ line }: { readonly line: Line }) {
  if (line.by === 'person') {
    return (
      <li class="person" id={lineId(line)} tabindex={-1}>
        <span class="who">Bạn: </span>
        {line.text}
      </li>
    );
  }
  const blocks = blocksOf(line);
  return (
    <li class={blocks.some(isHotlines) ? 'bot urgent' : 'bot'} id={lineId(line)} tabindex={-1}>
      <span class="who">Hỏi Quyền: </span>
      {blocks.map((block) => (
        <Part block={block} />
      ))}
    </li>
  );
}

function Part({ block }: { readonly block: Block }) {
  switch (block.block) {
    case 'heading':
      return (
        <h3>
          <Phones text={block.text} />
        </h3>
      );
    case 'text':
      return (
        <p>
          <Phones text={block.text} />
        </p>
      );
    case 'quote':
      return (
        <blockquote>
          <Marked text={block.text} marked={block.marked} />
        </blockquote>
      );
    case 'list':
      return (
        <ul class={isHotlines(block) ? 'hotlines' : 'list'}>
          {block.items.map((item) => (isHotlines(block) ? <Hotline {...item} /> : <Entry {...item} />))}
        </ul>
      );
  }
}

/** Words of the law: nothing is made of them, no list and no link. */
function Marked({ text, marked }: Pick<Extract<Block, { readonly block: 'quote' }>, 'text' | 'marked'>) {
  let at = 0;
  const pieces = marked.map(([start, end]) => {
    const before = text.slice(at, start);
    at = end;
    return (
      <>
        {before}
        <mark>{text.slice(start, end)}</mark>
      </>
    );
  });
  return (
    <>
      {pieces}
      {text.slice(at)}
    </>
  );
}

function Entry({ mark, text }: Item) {
  return (
    <li>
      <span class="mark">{mark}</span>
      <span>
        <Phones text={text} />
      </span>
    </li>
  );
}

/** A number large enough for a shaking thumb, and what it is for. */
function Hotline({ mark, text }: Item) {
  const [number, ...rest] = phonesIn(text);
  return (
    <li>
      <span class="who">{mark}</span>
      <a href={`tel:${number?.call}`}>{number?.text}</a>
      <span class="who">{DASH}</span>
      <span>
        {rest
          .map((piece) => piece.text)
          .join('')
          .slice(DASH.length)}
      </span>
    </li>
  );
}

function Phones({ text }: { readonly text: string }) {
  return (
    <>{phonesIn(text).map((piece) => (piece.call ? <a href={`tel:${piece.call}`}>{piece.text}</a> : piece.text))}</>
  );
}

/** A list of numbers to call: what an emergency begins with. */
function isHotlines(block: Block): boolean {
  return (
    block.block === 'list' &&
    block.items.every(({ text }) => {
      const [first, second] = phonesIn(text);
      return first?.call !== undefined && second?.text.startsWith(DASH) === true;
    })
  );
}
