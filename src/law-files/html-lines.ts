import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { isCodifiedHeading } from '../law/codification.ts';
import { articleHeading } from '../law/headings.ts';
import { linesOf } from '../law/lines.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const UNSEEN = new Set(
  'script style noscript template head iframe object svg select option button textarea input'.split(' '),
);

export interface HtmlOptions {
  /** Every element is a paragraph, as in XML of documents. */
  readonly xml?: boolean;
  /** Keep spaces as they are: the text does not come from a page, where many spaces are shown as one. */
  readonly keepSpaces?: boolean;
}

/**
 * The paragraphs of a page, one line each; cells of a table's row are parted by tabs. Of a page of a portal only the part that
 * holds the articles is taken, so that menus, side boxes and footers stay out; where no part holds any, the whole page.
 */
export function htmlLines(html: string, options: HtmlOptions = {}): readonly string[] {
  const text = html.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, inside: string) =>
    inside.replace(/&/g, '&amp;').replace(/</g, '&lt;'),
  );
  const page = parse(options.xml ? text.replace(/<(\/?)title\b/gi, '<$1x-title') : text);
  const whole = parents(page.childNodes);
  const root = whole && holderOfArticles(whole, options.xml ?? false);
  return root ? blockLines(root, options) : linesOf('');
}

function parents(nodes: readonly Node[]): Element | undefined {
  return nodes.find((node): node is Element => isElement(node) && node.tagName === 'html');
}

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

function isUnseen(element: Element): boolean {
  if (UNSEEN.has(element.tagName)) return true;
  return element.attrs.some(
    ({ name, value }) =>
      name === 'hidden' || (name === 'style' && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(value)),
  );
}

/** So much more text than in the part with the articles still belongs to the law: its title, its signature. */
const AROUND_LETTERS = 4000;

/** The innermost element that holds nearly all headings of articles, and what stands close around it. */
function holderOfArticles(whole: Element, xml: boolean): Element {
  const { headings, letters } = measure(whole, xml);
  const total = headings.get(whole) ?? 0;
  if (total === 0) return whole;
  const path = [whole];
  for (let holder: Element | undefined = whole; holder; ) {
    holder = holder.childNodes.filter(isElement).find((child) => (headings.get(child) ?? 0) >= total * 0.95);
    if (holder) path.push(holder);
  }
  let holder = path.pop() ?? whole;
  for (let outer = path.pop(); outer; outer = path.pop()) {
    const [own, more] = [letters.get(holder) ?? 0, letters.get(outer) ?? 0];
    if (more - own > AROUND_LETTERS || more > own * 1.5) break;
    holder = outer;
  }
  return holder;
}

interface Measures {
  /** How many headings of articles begin inside an element. */
  readonly headings: ReadonlyMap<Element, number>;
  readonly letters: ReadonlyMap<Element, number>;
}

/** One walk over the page. */
function measure(root: Element, xml: boolean): Measures {
  const headings = new Map<Element, number>();
  const letters = new Map<Element, number>();
  const around: Element[] = [];
  let line = '';
  let began: readonly Element[] = [];
  const end = (): void => {
    if (articleHeading(line.trim()) || isCodifiedHeading(line))
      for (const element of began) headings.set(element, (headings.get(element) ?? 0) + 1);
    line = '';
  };
  const walk = (element: Element): number => {
    around.push(element);
    const isBlock = isBlockElement(element, xml);
    if (isBlock) end();
    let sum = 0;
    for (const child of element.childNodes) {
      if (child.nodeName === '#text' && 'value' in child) {
        const text = child.value.replace(/\s+/g, ' ');
        if (line.trim() === '') began = text.trim() === '' ? began : [...around];
        if (line.length < 400) line += text;
        sum += text.length;
      } else if (isElement(child) && !isUnseen(child)) {
        if (child.tagName === 'br') end();
        else sum += walk(child);
      }
    }
    if (isBlock) end();
    around.pop();
    letters.set(element, sum);
    return sum;
  };
  walk(root);
  return { headings, letters };
}

function isBlockElement({ tagName }: Element, xml: boolean): boolean {
  return BLOCKS.has(tagName) || (xml && !INLINE.has(tagName));
}

const INLINE = new Set('a b em i span strong sub sup u'.split(' '));

function blockLines(root: Element, { xml = false, keepSpaces = false }: HtmlOptions): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const end = (): void => {
    lines.push(line);
    line = '';
  };
  const walk = (node: Node, inPre: boolean): void => {
    if (node.nodeName === '#text' && 'value' in node) {
      if (inPre) {
        const [first = '', ...more] = node.value.split('\n');
        line += first;
        for (const next of more) {
          end();
          line = next;
        }
      } else line += keepSpaces ? node.value : node.value.replace(/[ \t\r\n\f]+/g, ' ');
      return;
    }
    if (!isElement(node) || isUnseen(node)) return;
    if (node.tagName === 'br') {
      end();
      return;
    }
    if (node.tagName === 'tr') {
      end();
      for (const row of rowLines(node, { xml, keepSpaces })) lines.push(row);
      return;
    }
    const isBlock = isBlockElement(node, xml);
    if (isBlock) end();
    for (const child of node.childNodes) walk(child, inPre || node.tagName === 'pre');
    if (isBlock) end();
  };
  for (const child of root.childNodes) walk(child, root.tagName === 'pre');
  end();
  const shown = keepSpaces ? lines : lines.map((one) => one.replace(/^ +| +$/g, '').replace(/ {2,}/g, ' '));
  return linesOf(shown.filter((one) => one.trim() !== '').join('\n'));
}

/** Cells of one line each are a row of a table; a table that only places paragraphs side by side gives their lines in turn. */
function rowLines(row: Element, options: HtmlOptions): readonly string[] {
  const cells = row.childNodes
    .filter(isElement)
    .filter(({ tagName }) => tagName === 'td' || tagName === 'th')
    .map((cell) => blockLines(cell, options).filter((line) => line.trim() !== ''));
  const filled = cells.filter((cell) => cell.length > 0);
  if (filled.length <= 1) return filled.flat();
  const isTable = filled.every((cell) => cell.length <= 3 && cell.every((line) => articleHeading(line) === undefined));
  return isTable ? [cells.map((cell) => cell.join(' ')).join('\t')] : filled.flat();
}
