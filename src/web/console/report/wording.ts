import type { InBoth } from '../kit/words.ts';

interface ReportWords {
  readonly title: string;
  readonly lead: string;
  readonly scope: string;
  readonly whole: string;
  readonly body: string;
  readonly bodyLead: string;
  readonly superior: string;
  readonly superiorHint: string;
  readonly name: string;
  readonly nameHint: string;
  readonly symbol: string;
  readonly symbolHint: string;
  readonly place: string;
  readonly needed: string;
  readonly tooLong: (most: number) => string;
  readonly badSymbol: string;
  readonly docx: string;
  readonly xlsx: string;
  readonly takesTime: string;
  readonly preview: string;
  readonly previewLead: string;
  /** Title of the work while the file is made. */
  readonly making: (period: string) => string;
  readonly counting: string;
  readonly writing: string;
}

export const REPORT_WORDS: InBoth<ReportWords> = {
  vi: {
    title: 'Báo cáo',
    lead: 'Báo cáo theo thể thức văn bản hành chính: chọn kỳ, xem trước, tải về Word hoặc Excel rồi điền nhận xét và ký.',
    scope: 'Phạm vi',
    whole: 'Toàn hệ thống',
    body: 'Đơn vị lập báo cáo',
    bodyLead: 'Tên ghi ở đầu văn bản. Không lưu lại; lần sau nhập lại.',
    superior: 'Cơ quan chủ quản',
    superiorHint: 'Bỏ trống nếu không có.',
    name: 'Tên đơn vị',
    nameHint: 'Ví dụ: Trung tâm Trợ giúp pháp lý nhà nước tỉnh Hưng Yên.',
    symbol: 'Chữ viết tắt trong số văn bản',
    symbolHint: 'Ví dụ: TGPL, để số văn bản là …/BC-TGPL.',
    place: 'Địa danh',
    needed: 'Bạn chưa điền ô này.',
    tooLong: (most) => `Dài quá ${most} ký tự. Bạn viết ngắn lại.`,
    badSymbol: 'Chỉ dùng chữ, số và dấu gạch nối.',
    docx: 'Lập báo cáo Word',
    xlsx: 'Lập báo cáo Excel',
    takesTime: 'Lập báo cáo mất vài giây; trang sau cho biết tiến độ.',
    preview: 'Xem trước',
    previewLead: 'Nội dung như trong tệp, chưa có biểu đồ; bảng dài chỉ hiện những dòng đầu.',
    making: (period) => `Báo cáo ${period}`,
    counting: 'Đang tính số liệu.',
    writing: 'Đang vẽ biểu đồ và viết tệp.',
  },
  en: {
    title: 'Report',
    lead: 'A report in Vietnamese administrative form: choose a period, look at it, download it for Word or Excel, add your remarks and sign.',
    scope: 'Scope',
    whole: 'The whole service',
    body: 'Issuing body',
    bodyLead: 'Names for the letterhead, in Vietnamese. They are not kept.',
    superior: 'Superior body',
    superiorHint: 'Leave it empty where there is none.',
    name: 'Name of the body',
    nameHint: 'For example: Trung tâm Trợ giúp pháp lý nhà nước tỉnh Hưng Yên.',
    symbol: 'Short form in the number',
    symbolHint: 'For example TGPL, for a number …/BC-TGPL.',
    place: 'Place',
    needed: 'Please fill this in.',
    tooLong: (most) => `Longer than ${most} characters. Please shorten it.`,
    badSymbol: 'Letters, digits and hyphens only.',
    docx: 'Make the Word file',
    xlsx: 'Make the Excel file',
    takesTime: 'This takes some seconds; the next page shows how far it is.',
    preview: 'Preview',
    previewLead: 'The contents of the file, in Vietnamese, without charts; of long tables only the first rows.',
    making: (period) => `Report, ${period}`,
    counting: 'Counting.',
    writing: 'Drawing charts and writing the file.',
  },
};
