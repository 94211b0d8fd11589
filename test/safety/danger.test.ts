import { describe, expect, it } from 'vitest';
import type { Danger } from '../../src/base/danger.ts';
import { fold } from '../../src/language/fold.ts';
import { dangerIn } from '../../src/safety/danger.ts';
import { fc } from '../support/property.ts';

/** Written for this test, as people type in need: with marks, without, chat spelling, the Centre and the South, capitals. */
const URGENT: Readonly<Record<Danger, readonly string[]>> = {
  violence: [
    'chồng em đang cầm dao đứng ngoài cửa, em với con trốn trong nhà tắm',
    'ck e đag đánh e, e chạy qua nhà hàng xóm r, giúp e vs',
    'anh ấy vừa bóp cổ tôi, tôi phải làm sao bây giờ',
    'chong toi dang dap cua doi chem ca nha',
    'ổng nhậu về đang đập đồ, đòi đốt nhà, má con tui sợ quá',
    'hắn đang kề dao vô cổ mạ tui, ai cứu với',
    'ny cũ đang đứng trước cổng phòng trọ đòi tạt axit e',
    'bố em say rượu đuổi đánh cả nhà, mẹ em chảy máu đầu rồi',
    'bi ban trai nhot trong phong tro hai ngay nay, no lay dien thoai, em muon tron',
    'tối qua em bị hai người lạ cưỡng hiếp, em không dám nói với ai',
    'CỨU TÔI VỚI CHỒNG TÔI ĐANG ĐÁNH TÔI',
    'con trai tôi nghiện, nó đang cầm búa đòi tiền, không đưa nó giết',
    'chồng vừa tát em chảy máu mũi, còn doạ giết nếu em báo công an',
    'he is beating me right now, please help',
    'chừ hắn đang đập cửa, nói vô được là chém hết',
    'e bi ck danh gay tay, h e dang o ngoai duong vs con nho, ko bit di dau',
    'em bị chồng đánh, em bế con chạy ra đường, đêm nay không biết ngủ ở đâu',
    'nó bảo tối nay về nó giết cả hai mẹ con',
    'em bị ép quan hệ tối qua, người em đau quá, giờ em phải đi đâu',
    'mới hồi nãy ổng đổ xăng lên người tui, tui chạy qua nhà chị Hai',
    'nhà bên cạnh đang có tiếng phụ nữ kêu cứu, chồng đánh vợ dữ lắm',
    'ban trai cu doa giet em neu em khong quay lai, no dang o duoi nha',
    'chồng em nhốt em trong nhà ba hôm nay rồi, thu điện thoại, em mượn máy đứa nhỏ nhắn',
    'Anh ta đang lao vào đánh mẹ tôi, tôi can không nổi',
    'bạn trai em lấy điện thoại đập vô mặt em, môi em rách, em phải đi đâu bây giờ',
    'người yêu cũ vừa phá khoá vào phòng em, em trốn ngoài ban công',
    'chồng em đánh em bể đầu, em phải làm sao',
    'nó say rượu lấy cái ca đập tui toạc đầu',
    'chong toi danh toi gay tay, toi phai lam gi',
    'ổng đạp tui gãy xương sườn',
    // what is long over stands beside what is happening now
    'cưới nhau năm năm trước ảnh hiền lắm, giờ ảnh đang cầm dao đứng ngoài cửa đòi chém em',
  ],
  child: [
    'cháu 12 tuổi bị bố dượng sờ mó mấy hôm nay, cháu sợ lắm',
    'con gái em 6 tuổi kể ông hàng xóm cởi quần con',
    'be 4 tuoi bi co giu tre danh bam tim ca nguoi',
    'thằng nhỏ kế nhà bị cha nó xích ngoài sân, bỏ đói hai bữa nay',
    'cháu học lớp 5, mẹ kế đánh cháu bằng dây điện, lằn đầy lưng',
    'em nhặt được bé sơ sinh trong thùng giấy trước cổng chùa, còn nguyên dây rốn',
    'hàng xóm đánh con dã man, đứa nhỏ khóc thét từ nãy giờ, tôi nghe mà run',
    'con nho lop 8 bi nguoi lon do quay clip roi doa tung len mang',
    'e 14t, bị thầy dạy thêm sờ ngực trong phòng kho',
    'bé gái chín tuổi gần nhà tôi bị nhốt một mình trong nhà từ sáng, khóc đòi mẹ',
    'cháu bị ba đánh gãy tay mà ba không cho đi viện, cháu mười một tuổi',
    'thằng cu 5 tuổi nhà bên bị ông dượng quánh bầm tím cả người',
    'có ông kia rủ con gái em học lớp 4 vô nhà cho coi phim bậy',
    'chau bi cau ruot lam chuyen nguoi lon, chau 13 tuoi, chau so co bau',
    'có người lạ vừa bắt cóc cháu bé nhà tôi ngay cổng trường',
    'CON TÔI 7 TUỔI BỊ XÂM HẠI, TÔI PHẢI ĐƯA CON ĐI ĐÂU',
    'hai đứa nhỏ 3 tuổi với 5 tuổi bị bỏ ở một mình trong nhà, không có gì ăn',
    'em lớp 9 bị một anh trên mạng doạ tung ảnh nếu không ra gặp',
    'em 15 tuổi nhà bắt lấy chồng mai cưới rồi',
    'bo me ep chau lay chong, chau moi 14 tuoi, tuan sau nguoi ta toi ruoc',
    'cháu học lớp 8, nhà gả cháu về làm vợ người ta, tháng sau là cưới',
  ],
  'self-harm': [
    'em mệt quá, em muốn chết',
    'toi khong con ly do gi de song nua',
    'đang đứng trên cầu đây, chắc nhảy xuống cho xong',
    'e uống hết vỉ thuốc ngủ rồi',
    'bạn em nhắn lời vĩnh biệt rồi tắt máy luôn',
    'con trai tôi rạch tay, nói không muốn sống',
    'tui chán sống quá trời, chết cho rồi',
    'có cách nào chết mà không đau không',
    'sống khổ quá chỉ muốn đi theo mẹ',
    'muon ket thuc cuoc doi dem nay',
    'em viết thư tuyệt mệnh xong rồi',
    'chồng em nợ nần, nói tối nay treo cổ',
    'em biến mất thì cả nhà đỡ khổ, không ai cần em nữa',
    'cháu 15t bị bắt nạt, cháu nghĩ đến cái chết hoài',
    'hổng muốn sống nữa, ôm con nhảy sông cho rồi',
    'vợ tôi sau sinh cứ đòi nhảy lầu',
    'I want to kill myself',
    'song chi cho kho nua, di cho roi',
    'ước gì ngủ một giấc rồi không tỉnh lại nữa',
    'em leo lên lan can tầng mười hai rồi',
  ],
  detention: [
    'con trai tôi bị công an giữ từ tối qua',
    'con toi bi cong an giu tu hom qua, toi co duoc gap khong',
    'công an vừa bắt chồng em đi lúc nửa đêm, không nói lý do',
    'con toi dang bi giu o don cong an phuong tu sang, khong cho gia dinh gap',
    'em trai em gọi về nói đang bị đánh trong đồn, họ ép nhận tội',
    'sáng nay công an ập vào nhà còng tay bố tôi đưa đi',
    'chau toi 17 tuoi bi cong an giu tu toi qua toi gio chua ve',
    'ck e vừa bị bắt, e phải làm j bây h',
    'ông xã tui mới bị công an xã giải đi, tui lo quá',
    'bị bắt lên phường từ sáng, tới giờ chưa cho về',
    'em trai tui bị họ nhốt trên xã hai ngày ni rồi, không ai nói tội chi',
    'police just arrested my husband, what do I do',
    'bố em bị công an giữ hơn 24 tiếng rồi chưa thả, không có giấy tờ gì',
    'họ đang tra tấn con tôi trong trại tạm giam, con nhắn ra cầu cứu',
  ],
  trafficking: [
    'em bị lừa sang Campuchia, họ nhốt trong toà nhà bắt gọi điện lừa người',
    'chau gai toi bi ban sang trung quoc, vua nhan tin ve cau cuu',
    'nó đòi 200 triệu mới thả em về, em đang ở bên Myanmar',
    'tui bị giữ trên ghe ngoài biển, không cho lên bờ',
    'con gái tôi đi theo người lạ qua cửa khẩu, mất liên lạc hai ngày nay',
    'chị em bị ép tiếp khách ở quán karaoke, bị thu hết giấy tờ',
    'em bị chích điện vì không đủ chỉ tiêu, cứu em',
    'họ bắt em làm vợ ông già bên Trung Quốc, nhốt không cho ra ngoài',
    'chủ lò gạch nhốt tụi em, thu điện thoại, làm không lương, trốn là đánh',
    'toi dang bi giu trong cong ty lua dao o tam giac vang, dien thoai muon lai',
    'anh tôi gọi về khóc nói bị bán qua công ty khác, họ đòi tiền chuộc',
    'con nhỏ em tui bị gạt bán qua bển, chừ kêu ai cứu',
    'em xin việc qua mạng, qua tới nơi họ tịch thu hộ chiếu không cho về',
  ],
  medical: [
    'vợ em vỡ ối rồi mà bệnh viện không nhận vì không có tiền',
    'ba tui đột quỵ, nhà thương biểu đóng tiền mới cho vô',
    'me toi bi co giat, benh vien doi tam ung truoc moi chiu nhan',
    'bạn e uống nhầm cồn, ko thở đc, lm s bây h',
    'công nhân bị điện giật bất tỉnh mà chủ không cho gọi cấp cứu',
    'mẹ em khó thở tím tái, phòng khám họ đuổi đi chỗ khác',
    'bị rắn cắn, tay sưng to, giờ phải làm sao',
    'chị em đang băng huyết mà trạm xá không có xe chở',
    'máy dập nát tay, máu chảy nhiều lắm mà quản lý không đưa đi viện',
    'cả nhà ăn nấm bị ngộ độc, nôn mửa, phải làm gì bây giờ',
    'ông nội em đau ngực vã mồ hôi, bệnh viện từ chối cấp cứu',
    'con em nuốt pin rồi, làm sao bây giờ',
  ],
};

/** Questions that sound near and are not in danger. Hotlines first would make people deaf to them. */
const CALM: readonly string[] = [
  'tội giết người bị phạt thế nào',
  'đánh bài ăn tiền phạt bao nhiêu',
  'luật phòng chống bạo lực gia đình quy định gì',
  'công ty cho tôi nghỉ việc',
  // the same letters without marks: tư vấn/tự vẫn, cờ/cổ, bổ sung/súng, đăng/đang, bảo hành/bạo hành, dạo/dao
  'tôi cần tư vấn ly hôn',
  'can tu van ve thua ke dat dai',
  'nho luat su tu van giup em',
  'an treo co duoc di lam xa khong',
  'khong treo co ngay quoc khanh bi phat khong',
  'bo sung ho so dang ky ket hon can giay to gi',
  'em dang ky tam tru cho con o dau',
  'xe may moi mua bi hong, cua hang khong chiu bao hanh',
  'con dao nay hay om, the bao hiem cua con het han lam lai o dau',
  'toi khong dam ky giay vi so mat dat',
  'danh sach cu tri niem yet o dau',
  'nguoi khuyet tat nang duoc tro cap bao nhieu',
  'hiep hoi phu nu co ho tro vay von khong',
  'ket hon voi nguoi Lao can giay to gi',
  'tat ca giay to deu bi chay het, lam lai the nao',
  'vua mua xe dap cho con trai thi bi mat trom',
  'sinh vien dai hoc vua tot nghiep co phai di nghia vu quan su khong',
  'ngon ngu dung trong co so giao duc la ngon ngu nao',
  'thoi gian dong bao hiem xa hoi toi thieu la bao nhieu',
  'me nam ngoai hanh lang benh vien thi bao hiem co tra tien giuong khong',
  // words of danger in a calm matter
  'con trai tôi vừa bị mất xe đạp ở trường',
  'biện pháp khẩn cấp tạm thời là gì',
  'tra cứu giúp em điều 20 hiến pháp',
  'hàng xóm xích mích với nhà tôi vì cái mương nước',
  'lò giết mổ cạnh nhà gây ô nhiễm thì báo ai',
  'giữ người trong trường hợp khẩn cấp là gì',
  'uống thuốc tránh thai khẩn cấp có hại không',
  'bị chém giá khi đi chợ thì báo ai',
  'lãi vay cắt cổ có đúng luật không',
  'súng săn của ông nội để lại có được giữ không',
  'hàng xóm hát karaoke đến khuya, tôi báo ai được',
  'đập nhà cũ xây lại có cần xin phép không',
  'bị công an giữ xe máy thì bao lâu được lấy lại',
  'bị công an giữ xe từ tối qua, sáng mai lên lấy được không',
  'công ty giữ bằng gốc không cho nghỉ',
  'công ty không cho về quê ăn Tết sớm có đúng không',
  'chủ trọ khoá cửa phòng, không cho tôi lấy đồ vì nợ tiền nhà',
  'bạn bè trong lớp hay ăn hiếp con tôi bằng lời nói, nhà trường phải làm gì',
  'hội liên hiệp phụ nữ xã ở đâu',
  'cưỡng bức lao động là như thế nào',
  'tiêm vắc xin xong bị ngất thì ai bồi thường',
  'em sắp sinh, được nghỉ thai sản mấy tháng',
  'thuốc trừ sâu giả bán ở chợ thì báo cơ quan nào',
  'chồng tôi đang làm ở Campuchia, muốn bảo lãnh vợ con sang',
  // long over, or hearing of it
  'hồi nhỏ tôi hay bị ba đánh, giờ tôi có kiện được không',
  'năm ngoái chồng đánh tôi, giờ ly hôn rồi có đòi bồi thường được không',
  'tháng trước tôi bị tai nạn lao động gãy tay, công ty chưa trả tiền',
  'năm ngoái bị hàng xóm đánh vỡ đầu, tòa xử bồi thường rồi mà nó không trả',
  'em trốn thoát từ Campuchia về nước rồi, giờ xin giấy tờ lại thế nào',
  'vợ tôi bỏ đi hai năm nay không tin tức, tôi xin ly hôn được không',
  'em quen chồng mười năm trước, giờ muốn ly hôn thì nộp đơn ở đâu',
  // law in general
  'công chức đang bị tạm giữ có bị kỷ luật không',
  'nếu tôi chết thì đất để lại cho ai',
  'giao cấu với người dưới 16 tuổi thì bị tội gì',
  'mua bán người bị phạt mấy năm tù',
  'tạm giam tối đa bao lâu',
  'công an mời lên làm việc có bắt buộc phải đi không',
  'luật sư gặp người bị tạm giữ cần mang giấy tờ gì',
  'chồng tôi bị tạm giam ba tháng nay, làm sao xin thăm gặp',
  'anh tôi đi tù về có xoá án tích được không',
  'trẻ em mấy tuổi thì được đi làm thêm',
  'con 6 tuổi chưa có giấy khai sinh thì đi học được không',
  'bé 5 tuổi đi máy bay cần giấy tờ gì',
  'trường bắt học sinh lớp 3 đóng tiền quỹ có đúng không',
  'cấm tiếp xúc trong bạo lực gia đình nghĩa là gì',
  'xúi giục người khác tự tử thì tội gì',
  'mẹ tôi mất vì tự tử thì bảo hiểm nhân thọ có trả không',
  'bệnh viện không cho tôi sao hồ sơ bệnh án',
  'mổ ruột thừa bảo hiểm y tế trả bao nhiêu',
  'bị tai nạn giao thông thì ai trả viện phí',
  'tôi muốn kết thúc hợp đồng thuê nhà trước hạn',
  'em muốn nhảy việc thì báo trước mấy ngày',
  'em muốn đi theo chồng sang Hàn, con khai sinh thế nào',
  'vay von dau tu tu nha nuoc can dieu kien gi',
  'luật mới lương thấp bị bắt thì được luật sư không',
  // the everyday
  'cty nợ lương 2 tháng chưa trả, e phải làm j',
  'chồng ngoại tình thì ly hôn được không',
  'tui mần công nhân mười năm, nghỉ ngang có được tiền hông',
  'ly hôn rồi ai nuôi con, con em mới ba tuổi',
  'xã thu hồi đất mà đền bù rẻ quá',
  'sếp la mắng em hoài, em muốn nghỉ',
  'làm sổ hộ nghèo thì lên xã gặp ai',
  'Xin chào, tôi muốn hỏi về quyền của người khuyết tật',
  'hôm nay xã có tiếp dân không',
  'em vừa ký hợp đồng thử việc hai tháng',
  'đang nuôi con nhỏ có bị sa thải không',
  'cứu trợ bão lụt thì xã phát cho ai',
];

const all = Object.entries(URGENT).flatMap(([danger, sentences]) =>
  sentences.map((sentence) => ({ danger, sentence })),
);

describe('dangerIn', () => {
  it.each(all)('$danger: $sentence', ({ danger, sentence }) => {
    expect(dangerIn(sentence)).toBe(danger);
  });

  it.each(all)('sees it without marks as well: $sentence', ({ sentence }) => {
    expect(dangerIn(fold(sentence))).toBeDefined();
  });

  it.each(CALM)('calm: %s', (sentence) => {
    expect(dangerIn(sentence)).toBeUndefined();
  });

  it.each(CALM)('calm without marks: %s', (sentence) => {
    expect(dangerIn(fold(sentence))).toBeUndefined();
  });

  it('is tried on enough sentences of both kinds', () => {
    expect(all.length).toBeGreaterThanOrEqual(60);
    expect(CALM.length).toBeGreaterThanOrEqual(60);
  });

  it.each(all.filter((_, nth) => nth % 5 === 0))(
    'reads decomposed letters and capitals alike: $sentence',
    ({ danger, sentence }) => {
      expect(dangerIn(sentence.normalize('NFD'))).toBe(danger);
      expect(dangerIn(sentence.toUpperCase())).toBe(danger);
    },
  );

  it('finds the one sentence in a long story', () => {
    const story = 'em làm công nhân may ở Bình Dương, lương bảy triệu, sáng đi tối về, con gửi bà ngoại ở quê. '.repeat(
      12,
    );
    expect(dangerIn(`${story}Giờ chồng em đang cầm dao đứng ngoài cửa. ${story}`)).toBe('violence');
    expect(dangerIn(story)).toBeUndefined();
  });

  it('never throws, and sees the same twice', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...CALM, 'constructor'), { maxLength: 5 }).map((some) => some.join(' ')),
    );
    fc.assert(
      fc.property(anyText, (typed) => {
        expect(dangerIn(typed)).toBe(dangerIn(typed));
      }),
    );
  });

  it('says nothing of an empty message, of signs alone and of another script', () => {
    expect(['', '   ', '???', '👍', '។ ភាសាខ្មែរ'].map(dangerIn)).toEqual(Array(5).fill(undefined));
  });
});
