import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/fold.ts';
import {
  findPersonalData,
  maskPersonalData,
  type PersonalKind,
  PLACEHOLDERS,
  withoutPlaceholders,
} from '../../src/safety/personal-data.ts';
import { readKnowledge } from '../../src/store/knowledge-files.ts';
import { fc, runs } from '../support/property.ts';

const shipped = readKnowledge('knowledge');
const mask = (text: string): string => maskPersonalData(text).text;

/** All names, numbers and places are invented. */
const PERSONAL: readonly (readonly [special: string, text: string, masked: string])[] = [
  // names
  ['họ tên đầy đủ', 'Em tên Nguyễn Thị Thu Hà, chồng em là Trần Văn Bình', 'Em tên [tên], chồng em là [tên]'],
  ['không dấu, chữ thường', 'toi ten la le thi bich, chong danh toi', 'toi ten la [tên], chong danh toi'],
  ['không dấu, không có chữ "tên"', 'tran van hung danh em', '[tên] danh em'],
  ['toàn chữ hoa', 'TÔI LÀ PHẠM VĂN ĐỨC, BỊ NỢ LƯƠNG', 'TÔI LÀ [tên], BỊ NỢ LƯƠNG'],
  ['chữ thường, không có "văn", "thị"', 'em trai tôi lê minh tuấn bị giam', 'em trai tôi [tên] bị giam'],
  ['chữ thường, họ ít gặp', 'tôi là tạ minh tâm, ông ngô bảo châu nợ tôi', 'tôi là [tên], ông [tên] nợ tôi'],
  ['chữ thường, tên trùng từ thường', 'em tên lý thị sao ạ', 'em tên [tên] ạ'],
  ['chữ thường, tên người Mông', 'con tôi tên giàng a tủa', 'con tôi tên [tên]'],
  ['không dấu, sau chữ "là"', 'toi la ngo van hai, o bac ninh', 'toi la [tên], o bac ninh'],
  ['không dấu, không có "văn", "thị"', 'chong em la trinh cong son', 'chong em la [tên]'],
  ['tên là từ thường gặp', 'chị Sao nợ tiền em hai năm', 'chị [tên] nợ tiền em hai năm'],
  [
    'chữ thường, có việc làm theo sau',
    'anh nam đánh em, chị bình không trả tiền',
    'anh [tên] đánh em, chị [tên] không trả tiền',
  ],
  ['sau từ xưng hô', 'Chị Hoa với anh Tuấn không trả tiền', 'Chị [tên] với anh [tên] không trả tiền'],
  ['sau từ xưng hô, chữ thường', 'chị hoa với anh tuấn không trả tiền', 'chị [tên] với anh [tên] không trả tiền'],
  ['sau từ xưng hô, không dấu', 'chi hoa no tien em 3 thang roi', 'chi [tên] no tien em 3 thang roi'],
  ['trùng chữ "anh hùng"', 'anh hùng đánh chị lan', 'anh [tên] đánh chị [tên]'],
  ['viết hoa mỗi chữ', 'Chị Hoa Nợ Tiền Của Tôi Không Trả', 'Chị [tên] Nợ Tiền Của Tôi Không Trả'],
  ['chức danh hai chữ', 'bác sĩ Minh bảo luật sư Hải nộp đơn', 'bác sĩ [tên] bảo luật sư [tên] nộp đơn'],
  ['bị can', 'bị can Lò Văn Pánh là chồng em', 'bị can [tên] là chồng em'],
  ['cô giáo', 'cô giáo Lan phạt con em đứng nắng', 'cô giáo [tên] phạt con em đứng nắng'],
  ['tên gọi theo thứ', 'ông Bảy lấn đất nhà tôi', 'ông [tên] lấn đất nhà tôi'],
  ['tên ở nhà', 'bé bông nhà em bị bạn đánh', 'bé [tên] nhà em bị bạn đánh'],
  ['tên đệm là từ thường', 'Con tôi tên Gia Bảo học lớp 3', 'Con tôi tên [tên] học lớp 3'],
  ['tên sau nhiều chữ', 'tên con tôi: Nguyễn Minh Khôi', 'tên con tôi: [tên]'],
  ['tên sau chữ "là"', 'tên em là thuý kiều', 'tên em là [tên]'],
  ['biệt danh', 'em tên tèo, ở quê kêu vậy', 'em tên [tên], ở quê kêu vậy'],
  ['đứng tên', 'sổ đỏ đứng tên Đỗ Mạnh Cường', 'sổ đỏ đứng tên [tên]'],
  ['con gái em là', 'con gái em là Ngọc Trâm bị thầy Quân sờ', 'con gái em là [tên] bị thầy [tên] sờ'],
  ['không có từ xưng hô, giữa câu', 'tôi với Hương ly hôn năm ngoái', 'tôi với [tên] ly hôn năm ngoái'],
  ['không có từ xưng hô, đầu câu', 'Hùng đánh em ngay trước cổng', '[tên] đánh em ngay trước cổng'],
  ['chữ cái thay tên gọi', 'Nguyễn Văn A và Trần Thị B cùng đứng tên', '[tên] và [tên] cùng đứng tên'],
  ['tên người Mông', 'Anh Sùng A Páo ở bản em bị bắt', 'Anh [tên] ở bản em bị bắt'],
  ['tên có chữ thường gặp', 'ông trưởng thôn Vàng A Chứ giữ sổ', 'ông trưởng thôn [tên] giữ sổ'],
  ['tên người Ê Đê', 'Chồng em là Y Blô Niê, người Ê Đê', 'Chồng em là [tên], người Ê Đê'],
  ['tên có dấu nháy', "bà H'Hen bán đất cho em", 'bà [tên] bán đất cho em'],
  ['tên người Khmer', 'Thạch Sô Phia ở Trà Vinh hỏi về đất', '[tên] ở Trà Vinh hỏi về đất'],
  ['tên trùng tên nước', 'anh Đức với chị Nga', 'anh [tên] với chị [tên]'],
  ['tên nước ngoài', 'Mr David không trả cọc phòng', 'Mr [tên] không trả cọc phòng'],
  // telephone numbers
  ['liền', 'Số em 0912345678 ạ', 'Số em [số điện thoại] ạ'],
  ['có khoảng trắng', 'gọi em 0912 345 678 nhé', 'gọi em [số điện thoại] nhé'],
  ['có dấu chấm', 'sdt: 0912.345.678', 'sdt: [số điện thoại]'],
  ['có dấu phẩy', 'zalo 0912,345,678', 'zalo [số điện thoại]'],
  ['mã nước', 'gọi +84 912 345 678 hoặc 84912345678', 'gọi [số điện thoại] hoặc [số điện thoại]'],
  ['mã nước kiểu cũ', 'tel: 0084 912 345 678', 'tel: [số điện thoại]'],
  ['trong ngoặc', 'máy bàn (024) 3826 1234', 'máy bàn [số điện thoại]'],
  ['nước ngoài', 'bạn em ở bên đó +855 12 345 678', 'bạn em ở bên đó [số điện thoại]'],
  ['từng chữ số', '0 9 1 2 3 4 5 6 7 8', '[số điện thoại]'],
  ['dính chữ', 'sđt0912345678ạ', 'sđt[số điện thoại]ạ'],
  ['hai số', '0901 234 567 - 0938.765.432', '[số điện thoại] - [số điện thoại]'],
  ['ký tự ẩn ở giữa', 'số 0912\u200b345\u200b678', 'số [số điện thoại]'],
  ['chữ số toàn khổ', 'số ０９１２３４５６７８', 'số [số điện thoại]'],
  ['đọc thành chữ', 'không chín một hai ba bốn năm sáu bảy tám', '[số điện thoại]'],
  ['nửa chữ nửa số', 'khong chin bay 3 4 5 6 7 8 9 nha', '[số điện thoại] nha'],
  // papers, accounts, plates
  ['căn cước', 'CCCD 001099012345', 'CCCD [số giấy tờ]'],
  ['chứng minh nhân dân số tròn', 'CMND 100001000 của em', 'CMND [số giấy tờ] của em'],
  ['căn cước có khoảng trắng', 'căn cước số 0010 9901 2345', 'căn cước số [số giấy tờ]'],
  ['chứng minh cũ', 'chứng minh 123 456 789', 'chứng minh [số giấy tờ]'],
  ['không có chữ nào trước', 'đây ạ: 001099012345', 'đây ạ: [số giấy tờ]'],
  ['hộ chiếu', 'hộ chiếu B1234567', 'hộ chiếu [số giấy tờ]'],
  ['mã số thuế', 'mst: 8012345678-001', 'mst: [số giấy tờ]'],
  ['sổ bảo hiểm trông như điện thoại', 'sổ bhxh 0123456789', 'sổ bhxh [số giấy tờ]'],
  ['tài khoản', 'stk 1903 5678 9012 34 techcombank', 'stk [tài khoản] techcombank'],
  ['ngân hàng đứng sau', '0071000123456 vietcombank', '[tài khoản] vietcombank'],
  ['tài khoản ngắn', 'số tài khoản 12345678', 'số tài khoản [tài khoản]'],
  ['dãy số lạ', 'mã của em là 4821093765', 'mã của em là [dãy số]'],
  ['biển số ô tô', 'xe 29A-123.45 tông em', 'xe [biển số] tông em'],
  ['biển số xe máy', 'xe 59X1-234.56 và 29-B1 234.56', 'xe [biển số] và [biển số]'],
  ['biển số chữ thường', 'bks 30e12345', 'bks [biển số]'],
  // addresses
  ['số nhà, ngõ, đường', 'số nhà 12 ngõ 45/6 đường Láng', 'số nhà [địa chỉ] ngõ [địa chỉ] đường [địa chỉ]'],
  ['hẻm và phố không có chữ "phố"', 'hẻm 123/4/5 Lê Văn Sỹ, phường 1', 'hẻm [địa chỉ], phường [địa chỉ]'],
  ['thôn, xã', 'thôn Đoài, xã Tân Lập, Bắc Ninh', 'thôn [địa chỉ], xã [địa chỉ], Bắc Ninh'],
  ['thôn, xã, không dấu', 'thon doai xa tan lap', 'thon [địa chỉ] xa [địa chỉ]'],
  ['ấp có số', 'ấp Bình Hòa 2, xã Phú An, Bến Tre', 'ấp [địa chỉ], xã [địa chỉ], Bến Tre'],
  ['tổ, khu phố', 'tổ 7 khu phố 3 phường Hiệp Phú', 'tổ [địa chỉ] khu phố [địa chỉ] phường [địa chỉ]'],
  ['viết tắt', 'P.12, Q.Gò Vấp', 'P.[địa chỉ], Q.[địa chỉ]'],
  ['xã trùng tên tỉnh', 'công an xã Hà Giang', 'công an xã [địa chỉ]'],
  ['địa chỉ viết liền', 'địa chỉ: 12 Lê Lợi, phường Bến Thành, TP HCM', 'địa chỉ: [địa chỉ], TP HCM'],
  ['chung cư', 'chung cư Hoàng Anh, phòng 1203', 'chung cư [địa chỉ], phòng [địa chỉ]'],
  ['chỉ có số và phố', 'ở 12/3 Lê Lợi, Huế', 'ở [địa chỉ], Huế'],
  // dates of birth, addresses in the net
  ['ngày sinh', 'sinh ngày 12/3/1990', 'sinh ngày [ngày sinh]'],
  ['ngày sinh viết tắt', 'sn 05-06-1985', 'sn [ngày sinh]'],
  ['ngày sinh bằng chữ', 'con em sinh ngày 5 tháng 3 năm 2020', 'con em sinh ngày [ngày sinh]'],
  ['tháng sinh', 'bé sinh 3/2020', 'bé sinh [ngày sinh]'],
  ['thư điện tử', 'mail hoa.nguyen99@gmail.com ạ', 'mail [email] ạ'],
  ['thư điện tử có khoảng trắng', 'hoanguyen @gmail.com', '[email]'],
  ['liên kết', 'https://www.facebook.com/profile.php?id=10001.', '[liên kết].'],
  ['liên kết ngắn', 'zalo.me/0912345678', '[liên kết]'],
  ['tài khoản mạng', 'fb em là hoacute99', 'fb em là [tài khoản mạng]'],
  ['tên trên mạng', 'facebook: Hoa Bánh Bèo', 'facebook: [tài khoản mạng]'],
  ['a còng', '@hoanguyen99 nhắn em', '[tài khoản mạng] nhắn em'],
  [
    'tất cả một lúc',
    'mẹ em là bà Phan Thị Mỹ Lệ sinh ngày 01/02/1960, CCCD 079160001234, sđt 0912345678, ở thôn Đoài',
    'mẹ em là bà [tên] sinh ngày [ngày sinh], CCCD [số giấy tờ], sđt [số điện thoại], ở thôn [địa chỉ]',
  ],
];

const NOBODYS: readonly string[] = [
  // money
  'Công ty nợ lương em 5.000.000 đồng',
  'vay 2tr trả 3tr, mượn 500k',
  'mượn 150000000 đồng không trả',
  'mượn 150000000 không trả',
  'bị phạt 7.500.000đ đúng không',
  'đền bù 1.200.000.000 đồng',
  'chuyển khoản 5000000 cho chủ trọ',
  'tài khoản bị trừ 2.000.000',
  'thuế 10% của 250 nghìn',
  // places in the law, hotlines
  'theo điều 113 Bộ luật Lao động',
  'điều 12, 13, 14, 15 luật trẻ em',
  'khoản 2 điều 20 hiến pháp, điểm b khoản 1 Điều 112',
  'gọi 113, 114, 115 hay 111',
  'gọi 1800 1233 hoặc 18001233',
  'tổng đài 1900 969 680, 1900969680',
  'Nghị định 144/2021/NĐ-CP',
  'Luật số 45/2019/QH14, Quyết định 1079/QĐ-TTg',
  // years, ages, hours, days of events
  'sinh năm 1990, năm nay 36 tuổi',
  'Con em 14 tuổi, học lớp 9',
  'làm từ 7h30 đến 17h, tăng ca 3 tiếng',
  'ngày 12/3/2024 công ty cho em nghỉ',
  'từ 01-07-2025 đến 31.12.2026',
  'ký hợp đồng ngày 5 tháng 3 năm 2024',
  'khai sinh ngày 12/3/2020 mà sai tên đệm',
  'dự sinh ngày 20/12 thì nghỉ từ bao giờ',
  'học sinh 12/3 được nghỉ không',
  'chi phí phát sinh từ ngày 1/7/2025',
  'nam sinh 10/1964 thì nghỉ hưu năm nào',
  'năm 2023 2024 2025 đều không được thưởng',
  'lo 1 2 3 4 5 năm tù, một hai ba bốn năm người',
  'vay vốn từ 01.2024-12.2025',
  // ordinary words after kinship words
  'chồng đánh em hoài, mẹ chồng giữ lương của em',
  'con tôi bị bạn bắt nạt',
  'anh trai em lấy hết đất, em gái tôi bị sàm sỡ',
  'bà nội nuôi cháu có được trợ cấp không',
  'cô giáo đánh học sinh, bác sĩ không cho khám',
  'ông bà, cô chú, anh chị em họ hàng',
  'Anh Chị cho em hỏi',
  'bà con quý nhau lắm, anh em toàn nông dân',
  'Con Tôi Bị Bạn Đánh Ở Trường Hoài',
  'mẹ Việt Nam anh hùng được hưởng gì',
  'con là công dân Việt Nam',
  'em ngân hàng nào cũng không cho vay',
  'chị bình thường không, có bị gì không',
  'cháu minh oan cách nào',
  'em trang trí quán mà chủ không trả tiền',
  'em nguyện vọng xin chuyển trường',
  'vi phạm hợp đồng, xâm phạm an ninh, mức trần hoa hồng môi giới',
  'chị tính đòi tiền, anh giao hàng, em sinh bị băng huyết, cô trực nói không',
  'vo thi khong cho, la do ho thi hanh an, bao nhieu phan tram luong',
  'bố mẹ em sang Đức, em đi Mỹ, lấy chồng bên Nga',
  'nội dung đơn ghi gì, ngoại nhi là khoa nào',
  'tôi là công nhân, em là nữ',
  'Tôi là người khuyết tật',
  'Chủ nợ doạ giết, chủ nhà trọ giữ căn cước của em',
  'bé 5 tuổi sốt cao, bé gái bị xâm hại',
  'vo van danh toi, ho van khong cho ve',
  'ông K lấn đất của bà B',
  // offices
  'Ông Công an xã mời em lên',
  'Bà Chủ tịch Hội Phụ nữ nói vậy',
  'anh Cảnh sát giao thông giữ xe',
  'ủy ban nhân dân xã không trả lời, công an phường mời lên',
  'gửi Đoàn luật sư, thuộc Chương trình, theo Hiệp định, của Doanh nghiệp, Đại hội đồng Liên hợp quốc',
  'Sở Giáo dục và Đào tạo, Hội đồng Khoa học, Giải thưởng Bông lúa vàng',
  // provinces, peoples, instruments
  'tôi ở Hà Nội, quê Nghệ An',
  'em Nam Định lên Bắc Ninh làm',
  'em ở tỉnh Bà Rịa - Vũng Tàu',
  'TP Hồ Chí Minh, TP.HCM, Sài Gòn',
  'người Mông ở Hà Giang, dân tộc Ê Đê ở Đắk Lắk',
  'chồng Hàn Quốc, chồng Hàn, chồng Đức, ông Tây',
  'công ước CEDAW là gì',
  'Công ước về quyền trẻ em của Liên hợp quốc',
  // words that also begin addresses and names
  'xã hội có giúp người già không, hợp tác xã nợ tiền tôi',
  'bản án chưa được thi hành',
  'tổ trưởng tổ hòa giải không làm gì, tổ 3 người',
  'đường dây nóng là số mấy',
  'hàng xóm chửi em, cả xóm cười, trưởng thôn không cho vay vốn',
  'thuê phòng 20 m2 giá 2 triệu, nhà em có 3 phòng 2 tầng',
  'huyện bỏ rồi thì nộp ở đâu, xã A chỉ sang xã B',
  'đứng tên sổ đỏ chung với chồng, ký tên hộ có sao không',
  'tên gì cũng được phải không, đổi tên đệm cho con, chụp tên trang',
  'hộ chiếu bị thu, căn cước bị mất, tai khoan ngan hang bi khoa',
  'xe 60m2 10h 20k 30tr',
  'dichvucong.gov.vn có làm được không',
  'facebook đăng ảnh con em, zalo bị hack thì báo ai',
];

describe('maskPersonalData', () => {
  it.each(PERSONAL)('che: %s', (_, text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each(NOBODYS)('để nguyên: %s', (text) => {
    expect(maskPersonalData(text)).toEqual({ text, found: [] });
  });

  it.each(PERSONAL)('chữ tổ hợp cũng vậy: %s', (_, text, masked) => {
    expect(mask(text.normalize('NFD')).normalize('NFC')).toBe(masked);
  });

  it('says where it found what, so that a page can show it', () => {
    const text = 'Chị Hoa gọi +84912345678';
    const { found } = maskPersonalData(text);
    expect(found.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['name', 'Hoa'],
      ['phone', '+84912345678'],
    ]);
    expect(findPersonalData(text)).toEqual(found);
  });

  it('leaves numbers that are for everybody, however they are written', () => {
    const publicNumbers = ['+84 981 84 84 84', '024 3826 1234'];
    const text = 'gọi 0981848484, +84 981 84 84 84, (024) 3826 1234';
    expect(maskPersonalData(text, { publicNumbers })).toEqual({ text, found: [] });
    expect(maskPersonalData('gọi 0981848485', { publicNumbers }).text).toBe('gọi [số điện thoại]');
  });

  it('leaves every name of a province, old and new, wherever somebody says that they live there', () => {
    const names = shipped.provinces.flatMap(({ name, shortName, formerNames, aliases }) => [
      name,
      shortName,
      ...formerNames,
      ...aliases,
    ]);
    const frames = ['em ở X', 'em X', 'quê chồng em X ạ', 'tỉnh X'];
    const lost = names
      .flatMap((name) => frames.map((frame) => frame.replace('X', name)))
      .filter((text) => mask(text) !== text);
    expect(names.length).toBeGreaterThan(100);
    expect(lost).toEqual([]);
  });

  it('finds nobody in what the knowledge base answers', () => {
    const { entries, hotlines } = shipped;
    const publicNumbers = hotlines.map(({ number }) => number);
    const texts = entries
      .filter(({ quotes }) => quotes.length === 0)
      .flatMap(({ title, shortAnswer, negativeTwin = '' }) => [title, shortAnswer, negativeTwin]);
    const found = texts.flatMap((text) =>
      findPersonalData(text, { publicNumbers }).map(({ start, end }) => text.slice(Math.max(0, start - 20), end + 10)),
    );
    expect(texts.length).toBeGreaterThan(2_000);
    expect(found).toEqual([]);
  });
});

describe('a masked text', () => {
  it('is left as it is', () => {
    const all = Object.values(PLACEHOLDERS).join(' với ');
    expect(maskPersonalData(all)).toEqual({ text: all, found: [] });
    expect(mask(all.normalize('NFD'))).toBe(all.normalize('NFD'));
  });

  it('has what was asked left when the placeholders are taken out', () => {
    expect(withoutPlaceholders('anh [tên] ở [địa chỉ] nợ lương').split(/\s+/)).toEqual(['anh', 'ở', 'nợ', 'lương']);
    expect(withoutPlaceholders('[số điện thoại]'.normalize('NFD')).trim()).toBe('');
  });
});

describe('whatever somebody types', () => {
  const pieces = [...PERSONAL.flatMap(([, text]) => text.split(' ')), ...NOBODYS.flatMap((text) => text.split(' '))];
  const mixed = fc
    .array(fc.constantFrom(...pieces, '[tên]', '0912', '345', '678', '\n', '.', '@', '-', '/', ':', '(', ')'), {
      maxLength: 30,
    })
    .chain((words) => fc.constantFrom(' ', '', ', ', '\n').map((gap) => words.join(gap)));
  const anything = fc.oneof(
    mixed,
    fc.string({ unit: 'binary', maxLength: 120 }),
    fc.string({ unit: 'grapheme', maxLength: 120 }),
  );

  it('masking twice changes nothing', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const once = mask(text);
        expect(mask(once)).toBe(once);
      }),
      { numRuns: runs(500) },
    );
  });

  it('is the same composed and decomposed', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        expect(mask(text.normalize('NFD')).normalize('NFC')).toBe(mask(text.normalize('NFC')).normalize('NFC'));
      }),
      { numRuns: runs(300) },
    );
  });

  it.each(['@gmail.comgiớiEmNinhngàytênTrầnGiangEmnăm', 'hỏi @ế nhé', 'tìm @ếế nha', `${'ế'.repeat(60)}@gmail.com`])(
    'is the same composed and decomposed: %s',
    (text) => {
      expect(mask(text.normalize('NFD')).normalize('NFC')).toBe(mask(text.normalize('NFC')));
    },
  );

  it('is cut nowhere else: spans are in order, and what lies between them stays', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { text: masked, found } = maskPersonalData(text);
        let end = 0;
        let expected = '';
        for (const one of found) {
          expect(one.start).toBeGreaterThanOrEqual(end);
          expect(one.end).toBeGreaterThan(one.start);
          expected += text.slice(end, one.start) + PLACEHOLDERS[one.kind];
          end = one.end;
        }
        expect(masked).toBe(expected + text.slice(end));
      }),
      { numRuns: runs(300) },
    );
  });

  it('keeps no row of nine digits or more, but sums and hotlines', () => {
    const digits = fc.stringMatching(/^[0-9]{9,16}$/).filter((row) => !/^1[89]00|0{5}$/.test(row));
    const words = pieces.filter((piece) => !/\d{4}/.test(piece));
    fc.assert(
      fc.property(digits, fc.constantFrom(...words), fc.constantFrom(...words), (row, before, after) => {
        fc.pre(!/^(?:đồng|đ|vnđ|đô|won|tệ)[.,;:!?)]*$/.test(after));
        expect(mask(`${before} ${row} ${after}`)).not.toMatch(/\d{9}/);
      }),
    );
  });

  it.each<[string, string, PersonalKind]>(
    ['0912345678', '0243826123', '+84 912 345 678', '0912.345.678', '(0912) 345-678'].flatMap((number) =>
      ['', 'số em ', 'lh: ', 'điều 5 và ', 'nợ 5.000.000 đồng, '].map((before): [string, string, PersonalKind] => [
        before,
        number,
        'phone',
      ]),
    ),
  )('never lets a telephone number through: "%s%s"', (before, number) => {
    expect(mask(`${before}${number} ạ`)).not.toMatch(/345|826/);
  });

  it('masks a full name with marks, without, small and in capitals', () => {
    for (const name of ['Nguyễn Thị Hoa', 'Trần Văn Tuấn', 'Phạm Thị Hương', 'Lê Văn Hùng']) {
      for (const typed of [name, name.toLowerCase(), name.toUpperCase(), fold(name)]) {
        expect(mask(`${typed} no tien`)).toBe('[tên] no tien');
      }
    }
  });
});

/** How many of many invented names are found, so that a change that finds fewer is seen. */
describe('names that were not thought of', () => {
  const NAMES =
    'Nguyễn Thị Kim Anh,Trần Quốc Toản,Lê Thị Mai,Phạm Gia Huy,Hoàng Thị Thu,Vũ Đức Anh,Đặng Thùy Dương,Bùi Văn Nam,' +
    'Đỗ Thị Bình,Hồ Ngọc Hà,Dương Văn Minh,Lý Thị Sao,Đinh Văn Hai,Mai Văn Phúc,Cao Thị Tình,Phan Thành Công,Võ Thị Sáu,' +
    'Huỳnh Văn Lợi,Lương Thị Thắm,Tạ Minh Tâm,Hà Thị Nở,Lò Thị Pành,Giàng A Tủa,Sùng Thị Dở,Nông Văn Dền,Thạch Thị Sa,' +
    'Kim Thị Sô Rịa,Y Thông Byă,Ksor Hlan,Quàng Văn Ún,Chu Thị Thành,Kiều Văn Tài,Phùng Khánh Linh,La Văn Cầu,Ma Thị Hồng';
  const FRAMES = [
    'em tên X ạ',
    'tôi là X, sinh năm 1980',
    'ông X lấn đất',
    'X nợ em 20 triệu',
    'em cho X mượn tiền',
    'họ tên: X',
  ];

  it.each([
    ['as they are written', (text: string) => text, 0.95],
    ['in small letters', (text: string) => text.toLowerCase(), 0.8],
    ['in capitals', (text: string) => text.toUpperCase(), 0.8],
    ['without marks', fold, 0.35],
  ])('%s', (_, typed, floor) => {
    const all = NAMES.split(',').flatMap((name) =>
      FRAMES.map((frame) => ({ name, text: typed(frame.replace('X', name)) })),
    );
    const gone = all.filter(({ name, text }) => {
      const left = mask(text).split(/[\s,]+/);
      return !left.includes(typed(name.split(' ').at(-1) ?? ''));
    });
    expect(gone.length / all.length).toBeGreaterThan(floor);
  });
});

/** Time is not measured: what is not linear would take hours, and the runner stops it. */
describe('a hundred thousand characters', () => {
  it.each([
    ['one digit', '1'.repeat(100_000)],
    ['digits by themselves', '1 '.repeat(50_000)],
    ['house numbers', 'số 1/'.repeat(20_000)],
    ['numbers and slashes', '1/'.repeat(50_000)],
    ['dots', 'a.'.repeat(50_000)],
    ['at signs', '@'.repeat(100_000)],
    ['half addresses', 'a@a.'.repeat(25_000)],
    ['the beginning of links', 'www.'.repeat(25_000)],
    ['family names', 'Nguyễn '.repeat(14_000)],
    ['announced names', 'tên là '.repeat(14_000)],
    ['names', 'chị Hoa em Lan con Minh '.repeat(4_000)],
    ['placeholders', '[tên] '.repeat(17_000)],
    ['half placeholders', '[tên'.repeat(25_000)],
    ['spoken digits', 'không '.repeat(16_000)],
    ['marks', `a${'\u0301'.repeat(100_000)}`],
    ['hidden characters', '1\u200b'.repeat(50_000)],
  ])('are read to the end: %s', (_, text) => {
    const { text: masked, found } = maskPersonalData(`${text}\nsđt 0912345678`);
    expect(masked.endsWith('[số điện thoại]')).toBe(true);
    expect(found.at(-1)?.end).toBe(text.length + 15);
  });
});
