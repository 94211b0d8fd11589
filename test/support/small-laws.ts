import { citingOf } from '../../src/flow/law/citing.ts';
import type { ImportNeeds, LawFile } from '../../src/flow/law/import-law.ts';
import type { KnowledgeEntry } from '../../src/knowledge/entry.ts';
import type { Instrument } from '../../src/knowledge/instrument.ts';
import type { LawReading } from '../../src/law/law-text.ts';
import { linesOf } from '../../src/law/lines.ts';
import { readLaw } from '../../src/law/read-law.ts';
import type { Store } from '../../src/ports/store.ts';
import { anInstrument } from './knowledge-values.ts';
import { sha256 } from './sha256.ts';

/** A law about lending books that was never passed. */
export const LENDING = 'luat-muon-sach-2020';
export const LENDING_LAW = `QUỐC HỘI
Luật số: 61/2020/QH14
LUẬT
MƯỢN SÁCH
Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Quốc hội ban hành Luật Mượn sách.
Chương I
NHỮNG QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Luật này quy định về mượn sách ở thư viện xã.
Điều 2. Người được mượn
1. Người có thẻ thư viện.
2. Trẻ em đi cùng người lớn.
Chương II
MƯỢN VÀ TRẢ
Điều 3. Thời hạn
1. Sách được mượn trong 14 ngày.
2. Tạp chí được mượn trong 3 ngày.
3. Người mượn được gia hạn khi:
a) Không ai chờ sách đó;
b) Sách không quý hiếm.
Điều 4. Tiền đặt cọc
Người mượn đặt cọc bằng giá bìa.
Điều 5. Hiệu lực thi hành
Luật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2021.
Luật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XIV, kỳ họp thứ 9 thông qua ngày 20 tháng 6 năm 2020.`;

/** Changes it from 01/01/2027 on. */
export const LENDING_AMENDMENT = `QUỐC HỘI
Luật số: 09/2026/QH16
LUẬT
SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT MƯỢN SÁCH
Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Mượn sách số 61/2020/QH14.
Điều 1. Sửa đổi, bổ sung một số điều của Luật Mượn sách
1. Sửa đổi, bổ sung Điều 2 như sau:
“Điều 2. Người được mượn
1. Mọi người ở trong xã.
2. Trẻ em được mượn một mình.”.
2. Sửa đổi, bổ sung khoản 1 Điều 3 như sau:
“1. Sách được mượn trong 30 ngày.”.
3. Bổ sung Điều 3a vào sau Điều 3 như sau:
“Điều 3a. Sách nói
Sách nói được mượn không thời hạn.”.
4. Bãi bỏ Điều 4.
Điều 2. Hiệu lực thi hành
Luật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2027.
Luật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XVI, kỳ họp thứ 2 thông qua ngày 23 tháng 4 năm 2026.`;

const BY_09 =
  'Luật số 09/2026/QH16 sửa đổi, bổ sung một số điều của Luật Mượn sách, có hiệu lực kể từ ngày 01 tháng 01 năm 2027.';

/** The law with that change, as the National Assembly prints it: what binds only later stands in it already. */
export const CONSOLIDATED_LENDING_LAW = `LUẬT
MƯỢN SÁCH
Luật Mượn sách số 61/2020/QH14 ngày 20 tháng 6 năm 2020 của Quốc hội, có hiệu lực kể từ ngày 01 tháng 01 năm 2021, được sửa đổi, bổ sung bởi:
Luật số 09/2026/QH16 ngày 23 tháng 4 năm 2026 của Quốc hội sửa đổi, bổ sung một số điều của Luật Mượn sách, có hiệu lực kể từ ngày 01 tháng 01 năm 2027.
Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Quốc hội ban hành Luật Mượn sách.
Chương I
NHỮNG QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Luật này quy định về mượn sách ở thư viện xã.
Điều 2. Người được mượn[1]
1. Mọi người ở trong xã.
2. Trẻ em được mượn một mình.
Chương II
MƯỢN VÀ TRẢ
Điều 3. Thời hạn
1.[2] Sách được mượn trong 30 ngày.
2. Tạp chí được mượn trong 3 ngày.
3. Người mượn được gia hạn khi:
a) Không ai chờ sách đó;
b) Sách không quý hiếm.
Điều 3a. Sách nói[3]
Sách nói được mượn không thời hạn.
Điều 4.[4] (được bãi bỏ)
Điều 5. Hiệu lực thi hành
Luật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2021.
XÁC THỰC VĂN BẢN HỢP NHẤT
CHỦ NHIỆM
[1] Điều này được sửa đổi, bổ sung theo quy định tại khoản 1 Điều 1 của ${BY_09}
[2] Khoản này được sửa đổi, bổ sung theo quy định tại khoản 2 Điều 1 của ${BY_09}
[3] Điều này được bổ sung theo quy định tại khoản 3 Điều 1 của ${BY_09}
[4] Điều này được bãi bỏ theo quy định tại khoản 4 Điều 1 của ${BY_09}`;

/** A law that takes its place from 01/07/2028 on. */
export const NEW_LENDING_LAW = `QUỐC HỘI
Luật số: 15/2027/QH16
LUẬT
MƯỢN SÁCH
Quốc hội ban hành Luật Mượn sách.
Điều 1. Mọi người mượn sách ở đâu
Ở mọi thư viện.
Điều 2. Hiệu lực thi hành
1. Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2028.
2. Luật Mượn sách số 61/2020/QH14 đã được sửa đổi, bổ sung một số điều theo Luật số 09/2026/QH16 hết hiệu lực kể từ ngày Luật này có hiệu lực thi hành.
Luật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XVI, kỳ họp thứ 4 thông qua ngày 20 tháng 11 năm 2027.`;

/** What the reader of laws makes of a text. @throws Error when it is refused. */
export function readSmallLaw(text: string): LawReading {
  const read = readLaw({ lines: linesOf(text), from: 'other', warnings: [] }, { asOf: '2026-11-29' });
  if (!read.ok) throw new Error(read.refusal.message);
  return read.law;
}

/** A file with such a text. */
export function aLawFile(text: string, more: Partial<LawFile> = {}): LawFile {
  return { reading: readSmallLaw(text), fileName: 'luat.txt', fileSha256: sha256(text), ...more };
}

/** The instrument of the knowledge that these texts belong to. */
export const LENDING_INSTRUMENT: Instrument = anInstrument({
  code: LENDING,
  kind: 'law',
  name: 'Luật Mượn sách',
  shortName: 'Luật Mượn sách 2020',
  number: '61/2020/QH14',
  adoptedOn: '2020-06-20',
  articles: 5,
  aliases: ['luật mượn sách'],
});

/** What an import needs, on a day on which the change is passed and does not bind yet. */
export function importNeeds(
  store: Store,
  { entries = [], instruments = [] }: { entries?: readonly KnowledgeEntry[]; instruments?: readonly Instrument[] } = {},
): ImportNeeds {
  return {
    store,
    instruments: () => instruments,
    citing: citingOf(() => entries),
    sha256,
    now: () => new Date('2026-11-29T05:00:00.000Z'),
  };
}
