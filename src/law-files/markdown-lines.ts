import { linesOf } from '../law/lines.ts';

/** The words of a Markdown text: signs for headings, emphasis, links and front matter fall away, nothing else. */
export function markdownLines(text: string): readonly string[] {
  const lines = linesOf(text);
  const body = lines[0]?.trim() === '---' ? lines.slice(lines.indexOf('---', 1) + 1) : lines;
  return body
    .filter((line) => !/^\s*<\/?(?:meta|br|div|span|p)\b[^<>]*>\s*$/i.test(line))
    .map((line) =>
      line
        .replace(/^\s{0,3}#{1,6}\s*/, '')
        .replace(/^\s{0,3}>\s?/, '')
        .replace(/\[([^\][]*)\]\([^()\s]*\)/g, '$1')
        .replace(/(\*\*|__)(?=\S)([^*_]+?)\1/g, '$2')
        .replace(/\\([.()[\]*_#>-])/g, '$1')
        .trimEnd(),
    );
}
