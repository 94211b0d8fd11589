import type { LawReading } from '../../src/law/law-text.ts';
import { linesOf } from '../../src/law/lines.ts';
import { type LawResult, readLaw } from '../../src/law/read-law.ts';

/** A law that was never passed: front, two chapters, four articles, signature. */
export const KITE_LAW = `QUỐC HỘI
Luật số: 77/2031/QH18
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
LUẬT
THẢ DIỀU
Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Quốc hội ban hành Luật Thả diều.
Chương I
NHỮNG QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Luật này quy định về thả diều, sáo diều và bãi thả diều; chương II của Luật này quy định về an toàn.
Điều 2. Giải thích từ ngữ
Trong Luật này, các từ ngữ dưới đây được hiểu như sau:
1. “Diều” là vật bay có dây giữ.
2. Bãi thả diều gồm:
a) Bãi đất trống theo quy định tại
Điều 4 của Luật này;
b) Bãi biển.
Chương II
AN TOÀN KHI THẢ DIỀU
Mục 1. KHOẢNG CÁCH
Điều 3. Khoảng cách
1. Không thả diều gần đường điện.

2. Khoảng cách do Chính phủ quy định.
Điều 4. Hiệu lực thi hành
Luật này có hiệu lực thi hành từ ngày 01 tháng 3 năm 2032.
Luật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XVIII, kỳ họp thứ 2 thông qua ngày 20 tháng 11 năm 2031.
CHỦ TỊCH QUỐC HỘI
(Đã ký)
Nguyễn Văn Gió`;

/** The same law with what two later laws made of it; one of them binds later than the day in `AS_OF`. */
export const CONSOLIDATED_KITE_LAW = `LUẬT
THẢ DIỀU
Luật Thả diều số 77/2031/QH18 ngày 20 tháng 11 năm 2031 của Quốc hội, có hiệu lực kể từ ngày 01 tháng 3 năm 2032, được sửa đổi, bổ sung bởi:
1. Luật Sáo diều số 12/2033/QH18 ngày 10 tháng 6 năm 2033 của Quốc hội, có hiệu lực kể từ ngày 01 tháng 01 năm 2034;
2. Luật số 90/2035/QH18 ngày 01 tháng 7 năm 2035 của Quốc hội sửa đổi, bổ sung một số điều của Luật Thả diều, có hiệu lực kể từ ngày 01 tháng 01 năm 2037.
Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Quốc hội ban hành Luật Thả diều[1].
Điều 1. Phạm vi điều chỉnh
Luật này quy định về thả diều.
Điều 2. Người thả diều[2]
1. Mọi người được thả diều.
2.[3] Trẻ em thả diều cùng người lớn.
Điều 2a. Sáo diều[4]
1. Sáo làm bằng tre.
Điều 3.[5] (được bãi bỏ)
Điều 6. Hiệu lực thi hành[6]
Luật này có hiệu lực thi hành từ ngày 01 tháng 3 năm 2032.
XÁC THỰC VĂN BẢN HỢP NHẤT
CHỦ NHIỆM
[1] Luật số 90/2035/QH18 có căn cứ ban hành như sau:
“Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Thả diều.”.
[2] Điều này được sửa đổi, bổ sung theo quy định tại khoản 1 Điều 1 của Luật số 90/2035/QH18 sửa đổi, bổ sung một số điều của Luật Thả diều, có hiệu lực kể từ ngày 01 tháng 01 năm 2037.
[3] Cụm từ “có hiệu lực kể từ ngày 09 tháng 9 năm 2099” được thay thế theo quy định tại Điều 8 của Luật Sáo diều số 12/2033/QH18.
[4] Điều này được bổ sung theo quy định tại Điều 9 của Luật Sáo diều số 12/2033/QH18, có hiệu lực kể từ ngày 01 tháng 01 năm 2034.
[5] Điều này được bãi bỏ theo quy định tại Điều 10 của Luật Sáo diều số 12/2033/QH18, có hiệu lực kể từ ngày 01 tháng 01 năm 2034.
[6] Điều 30 của Luật Sáo diều số 12/2033/QH18, có hiệu lực kể từ ngày 01 tháng 01 năm 2034 quy định như sau:
“Điều 30. Hiệu lực thi hành
Luật này đã được sửa đổi, có hiệu lực thi hành từ ngày 01 tháng 01 năm 2034.”.`;

/** A law that changes the two above. */
export const AMENDING_LAW = `LUẬT
SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT THẢ DIỀU
Luật số: 90/2035/QH18
Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Thả diều số 77/2031/QH18.
Điều 1. Sửa đổi, bổ sung một số điều của Luật Thả diều
1. Sửa đổi, bổ sung Điều 2 như sau:
“Điều 2. Người thả diều
1. Mọi người được thả diều.
2. Trẻ em thả diều cùng người lớn.”.
2. Bổ sung Điều 2b vào sau Điều 2a như sau:
“Điều 2b. Thi thả diều
Cuộc thi do xã tổ chức.”.
3. Sửa đổi, bổ sung khoản 1 và bổ sung khoản 3 vào sau khoản 2 Điều 3 như sau:
“1. Không thả diều gần đường điện, sân bay.
3. Dây diều không dùng kim loại.”.
4. Sửa đổi, bổ sung một số điểm của khoản 2 Điều 4 như sau:
a) Bổ sung điểm c vào sau điểm b như sau:
“c) Sân đình;”;
b) Bãi bỏ điểm a.
5. Bãi bỏ Điều 6 và khoản 2 Điều 7.
Điều 2. Hiệu lực thi hành
Luật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2037.
Luật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XVIII, kỳ họp thứ 9 thông qua ngày 01 tháng 7 năm 2035.`;

/** Between the days on which the two amending laws begin to bind. */
export const AS_OF = '2036-06-01';

export function readText(text: string, code?: string): LawResult {
  return readLaw({ lines: linesOf(text), from: 'other', warnings: [] }, { asOf: AS_OF, code });
}

/** @throws Error when the text is refused. */
export function lawIn(text: string, code?: string): LawReading {
  const result = readText(text, code);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.law;
}
