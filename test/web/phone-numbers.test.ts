import { describe, expect, it } from 'vitest';
import { phonesIn } from '../../src/web/chat/phone-numbers.ts';
import { fc } from '../support/property.ts';

const called = (text: string) => phonesIn(text).flatMap(({ call }) => call ?? []);

describe('numbers that can be called', () => {
  it.each([
    ['đầu dòng đường dây nóng', '113 – Công an: đang bị đe doạ (24/7, miễn phí)', ['113']],
    ['dòng có dấu chấm tròn', '• 1900 969 680 – Ngôi nhà Bình yên', ['1900969680']],
    ['trong câu', 'Nếu đang gặp nguy hiểm, gọi ngay 113 hoặc 115.', ['113', '115']],
    ['có ngoặc', 'gọi 113 (công an), 115 (cấp cứu), 111 (trẻ em, mua bán người).', ['113', '115', '111']],
    ['gọi thêm', 'rồi gọi 113. Trong nhà có trẻ em thì gọi thêm 111 (miễn phí, 24/7).', ['113', '111']],
    ['số gọi ở nước ngoài', '• +84 981 84 84 84 – Tổng đài bảo hộ công dân', ['+84981848484']],
    ['trợ giúp pháp lý', 'bạn gọi 1800 1233 (miễn phí, 8h–17h)', ['18001233']],
    ['di động, cố định', 'Trung tâm: 0912 345 678, 024 3826 1234', ['0912345678', '02438261234']],
    ['số điện thoại có chấm', 'gọi 0912.345.678.', ['0912345678']],
  ])('%s: %s', (_, text, numbers) => {
    expect(called(text)).toEqual(numbers);
  });

  it.each([
    ['điều luật', '• Điều 113 Bộ luật Lao động 2019: nghỉ hằng năm'],
    ['điều luật trong câu có chữ gọi', 'Gọi là nghỉ hằng năm theo Điều 113, 114 và 115 Bộ luật Lao động.'],
    ['nghị định', 'báo theo Nghị định 115/2020/NĐ-CP và 111-2024'],
    ['số tiền', 'báo mất 115.000 đồng, 111 nghìn, 1.113 người'],
    ['ngày tháng', 'gọi trước 11.11.2026'],
    ['căn cước', 'số 001099012345'],
    ['hồ sơ', 'mã HQ-1112, hồ sơ số 1800 12'],
  ])('not %s: %s', (_, text) => {
    expect(called(text)).toEqual([]);
  });

  it('loses no character', () => {
    const words = fc.constantFrom('gọi ', '113', ' ', '1900 969 680', 'Điều ', '0912345678', '\n', '• ', ' – ', 'ấ');
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        const joined = phonesIn(text).map((piece) => piece.text);
        expect(joined.join('')).toBe(text);
      }),
    );
  });
});
