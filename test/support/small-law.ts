import type { Span } from '../../src/base/days.ts';
import { placeOf } from '../../src/law/article-order.ts';
import type { LawSource, Wording } from '../../src/ports/laws.ts';
import type { Store } from '../../src/ports/store.ts';
import { sha256 } from './sha256.ts';

/** An invented law; no test hangs on a sentence of a real one. */
export const BOOKS = 'luat-muon-sach-2020';
export const BOOKS_NAME = 'Luật Mượn sách 2020';

/** An article as it is held: heading line, then text. */
export interface HeldWords {
  readonly article: string;
  readonly heading: string;
  readonly text: string;
  readonly inForce?: Span;
  readonly division?: string;
}

/** What messengers and browsers like to change: tabs, two spaces, empty lines, tags, a line longer than a message. */
export const ODD_TEXT = [
  '1. Người  mượn\tcó thẻ thì được mượn < 3 quyển & giữ <b>14 ngày</b>.[2]',
  '',
  '2. Thủ thư có trách nhiệm:',
  'a) Ghi phiếu;',
  '\tb)  Nhắc người mượn trước khi hết hạn;',
  'đ) Không hỏi vì sao.',
  `3. ${'Sách quý được đọc tại chỗ, không mang về; '.repeat(120)}hết.`,
].join('\n');

export const BOOK_ARTICLES: readonly HeldWords[] = [
  {
    article: '1',
    heading: 'Phạm vi điều chỉnh',
    text: 'Luật này quy định việc mượn sách ở thư viện xã.',
    division: 'Chương I. Chung',
  },
  {
    article: '2',
    heading: 'Ai được mượn sách thư viện xã',
    text: '1. Ai có thẻ thì được mượn.\n2. Trẻ em không cần thẻ.',
    inForce: { from: '2021-01-01', to: '2026-12-31' },
    division: 'Chương I. Chung',
  },
  {
    article: '2',
    heading: 'Ai được mượn sách thư viện xã',
    text: '1. Ai cũng được mượn, không cần thẻ.',
    inForce: { from: '2027-01-01' },
    division: 'Chương I. Chung',
  },
  { article: '3', heading: 'Cách mượn', text: ODD_TEXT, division: 'Chương II. Mượn và trả' },
  { article: '3a', heading: 'Gia hạn', text: 'Gia hạn một lần, bảy ngày.', division: 'Chương II. Mượn và trả' },
  ...Array.from(
    { length: 12 },
    (_, nth): HeldWords => ({
      article: String(nth + 4),
      heading: `Kho sách số ${nth + 1}`,
      text: `Kho sách số ${nth + 1} mở cửa ngày thứ ${nth + 1} hằng tháng, do thủ thư số ${nth + 1} giữ chìa khóa.`,
      division: 'Chương III. Kho',
    }),
  ),
];

export const FACTS: LawSource['facts'] = {
  code: BOOKS,
  kind: 'law',
  name: 'Luật Mượn sách',
  number: '1/2020/QH14',
  adoptedOn: '2020-06-20',
  inForceFrom: '2021-01-01',
  issuedBy: 'Quốc hội',
  amendedBy: [],
  amends: [],
};

/** Heading line, line break, text: what is shown must be this, byte for byte. */
export function wordsOf({ article, heading, text }: HeldWords): string {
  return `Điều ${article}. ${heading}\n${text}`;
}

/** Puts articles of a law into a database, as an import leaves them. */
export async function holdLaw(
  store: Store,
  articles: readonly HeldWords[] = BOOK_ARTICLES,
  { code = BOOKS, facts = FACTS, file = code }: { code?: string; facts?: LawSource['facts']; file?: string } = {},
): Promise<void> {
  await store.transaction(async ({ laws }) => {
    const source = await laws.addSource({
      code,
      fileName: `${file}.docx`,
      fileSha256: sha256(file),
      url: 'https://congbao.example/muon-sach',
      facts,
      language: 'vi',
      startsOn: facts.inForceFrom ?? '2021-01-01',
      by: undefined,
      at: new Date('2026-11-20T03:00:00Z'),
    });
    for (const held of articles) {
      const { article, heading, text, inForce = { from: '2021-01-01' }, division } = held;
      const wording: Wording = {
        code,
        article,
        place: placeOf(article),
        heading,
        headingLine: `Điều ${article}. ${heading}`,
        text,
        sha256: sha256(wordsOf(held)),
        divisions: division === undefined ? [] : [division],
        inForce,
        source,
      };
      await laws.put(wording);
    }
  });
}
