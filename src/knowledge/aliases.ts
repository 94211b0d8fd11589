import { type Document, visit } from 'yaml';

/** What an author is told of `&name` and `*name`. */
export const NO_ALIASES = 'không dùng & và * của YAML ở đầu giá trị: viết thẳng chữ ra, hoặc đặt trong dấu nháy';

/** Does a value stand for another? No file of ours needs that, nine short lines of it unfold to gigabytes, and one without its other half cannot be read. */
export function usesAliases(document: Document): boolean {
  let found = false;
  visit(document, {
    Alias() {
      found = true;
      return visit.BREAK;
    },
  });
  return found;
}
