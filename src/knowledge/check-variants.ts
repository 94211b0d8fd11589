import { fold } from '../language/fold.ts';
import type { KnowledgeEntry } from './entry.ts';
import type { Fault } from './parse-entry.ts';

/** A run-on story with detail that does not matter: the hardest kind of question, so every `qa` has some. */
const STORY_WORDS = { from: 40, to: 120 } as const;
const FEWEST = { stories: 3, withoutMarks: 2, veryShort: 1 } as const;
const VERY_SHORT_WORDS = 7;
/** Shorter ones may be without marks by chance: `kien o dau`, but also `xin visa`. */
const FEWEST_WORDS_WITHOUT_MARKS = 4;

/**
 * Are the phrasings of a `qa` as different from each other as people are? They are what the search learns from: long
 * stories, text typed without tone marks, very short ones; and a near question that the entry must not answer.
 * What no machine can tell (regional words, anger, a relative asking) is left to the second reader.
 */
export function checkVariants(entry: KnowledgeEntry): readonly Fault[] {
  if (entry.kind !== 'qa') return [];
  const complain = (field: string, message: string): Fault => ({ file: `${entry.id}.md`, field, message });
  const lengths = entry.variants.map(countWords);
  const stories = lengths.filter((words) => words >= STORY_WORDS.from && words <= STORY_WORDS.to).length;
  const withoutMarks = entry.variants.filter(
    (variant, nth) => fold(variant) === variant.toLowerCase() && (lengths[nth] ?? 0) >= FEWEST_WORDS_WITHOUT_MARKS,
  ).length;
  const veryShort = lengths.filter((words) => words <= VERY_SHORT_WORDS).length;
  const faults: Fault[] = [];
  const want = (have: number, fewest: number, what: string): void => {
    if (have < fewest) faults.push(complain('variants', `có ${have} ${what}, cần ít nhất ${fewest}`));
  };
  want(stories, FEWEST.stories, `chuyện kể dài ${STORY_WORDS.from}–${STORY_WORDS.to} từ`);
  want(withoutMarks, FEWEST.withoutMarks, 'câu không dấu');
  want(veryShort, FEWEST.veryShort, `câu rất ngắn (đến ${VERY_SHORT_WORDS} từ)`);
  if (!entry.negativeTwin) {
    faults.push(complain('negativeTwin', 'thiếu: ghi một câu hỏi gần giống mà mục này không được trả lời'));
  } else if ([entry.title, ...entry.variants].some((said) => fold(said) === fold(entry.negativeTwin ?? ''))) {
    faults.push(complain('negativeTwin', 'trùng với một cách nói của chính mục này, hãy đổi câu khác'));
  }
  return faults;
}

/** Words of a text as people count them: by spaces. */
export function countWords(text: string): number {
  return text.trim().split(/\s+/).filter(Boolean).length;
}
