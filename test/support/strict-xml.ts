/** An element of a document, with its text. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Between the tags, child elements left out. */
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

const NAME = String.raw`[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?`;
const TAG = new RegExp(`<(/?)(${NAME})((?:\\s+${NAME}="[^"<]*")*)\\s*(/?)>`, 'y');
const ATTRIBUTE = new RegExp(`(${NAME})="([^"<]*)"`, 'g');
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#13': '\r' };

/**
 * Reads the part of XML that our exports are written in, and nothing that is not well-formed.
 *
 * @throws Error with the place of the first fault.
 */
export function readXml(xml: string): XmlElement {
  const root: Open = { name: '', attributes: new Map(), children: [], text: '' };
  const open: Open[] = [root];
  let at = xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>') ? xml.indexOf('?>') + 2 : 0;
  while (at < xml.length) {
    const innermost = open.at(-1) as Open;
    const next = xml.indexOf('<', at);
    innermost.text += unescaped(xml.slice(at, next === -1 ? xml.length : next));
    if (next === -1) break;
    TAG.lastIndex = next;
    const tag = TAG.exec(xml);
    if (!tag) throw new Error(`no tag at ${next}: ${xml.slice(next, next + 60)}`);
    at = TAG.lastIndex;
    const [, closing, name = '', given = '', empty] = tag;
    if (closing) {
      if (innermost.name !== name) throw new Error(`</${name}> closes <${innermost.name}> at ${next}`);
      open.pop();
      continue;
    }
    const attributes = new Map(
      [...given.matchAll(ATTRIBUTE)].map(([, key = '', value = '']) => [key, unescaped(value)]),
    );
    const element: Open = { name, attributes, children: [], text: '' };
    innermost.children.push(element);
    if (!empty) open.push(element);
  }
  const [only, more] = root.children;
  if (open.length !== 1 || !only || more || root.text.trim() !== '') throw new Error('not one whole element');
  return only;
}

/** All elements of this name, at any depth, in the order of the document. */
export function elementsOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...elementsOf(child, name)]);
}

function unescaped(words: string): string {
  return words.replace(/&([^;]*);|&/g, (whole, name?: string) => {
    const meant = name === undefined ? undefined : ENTITIES[name];
    if (meant === undefined) throw new Error(`odd reference ${whole}`);
    return meant;
  });
}
