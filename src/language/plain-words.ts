import { fold } from './fold.ts';

/** The words of a text alone: folded, letters and digits, one space between two. `"Dạ, đồng ý ạ!"` → `"da dong y a"`. */
export function plainWords(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
