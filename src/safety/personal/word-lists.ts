/*
 * Words by which names are told from other words. All lower-case with tone marks unless said otherwise; one space apart.
 * They are kept here and not under `knowledge/` because they are not legal content: no curator has to review them.
 */

import { fold } from '../../language/fold.ts';

const list = (...lines: readonly string[]): ReadonlySet<string> => new Set(lines.join(' ').split(' '));

/** Family names of the Kinh and of other peoples of Vietnam. */
export const FAMILY_NAMES = list(
  'nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý lí đinh trịnh đoàn lâm mai đào trương phùng tô tạ',
  'hà chu châu lương lưu vương quách thái cao kiều triệu từ tăng tống nghiêm khổng khúc khuất bạch bành âu doãn diệp đồng',
  'giáp giang hàn hứa la lã lại lều lục mạc ninh nhâm quản thân thiều tiêu tôn trà trưng ung uông cù cung đàm đậu đới',
  'thạch kim sơn danh tiền lò quàng cầm lường tòng lô nông bế ma lộc sầm hoàng lèo cà vi sùng giàng vàng thào hầu cứ mùa hạng',
  'tráng vừ hờ chảo phàn tẩn lù thào mã ly lầu pờ lỳ khoàng giá niê mlô kpă ksor rahlan rcom siu rơ êban ayun kbuôr byă',
);

/** Family names that hardly any other word looks like, also when written small and without tone marks. */
export const CLEAR_FAMILY_NAMES = list('nguyễn trần lê phạm hoàng huỳnh phan đặng bùi ngô trịnh đinh dương trương');
/** Those of them that remain clear without tone marks. */
export const CLEAR_UNMARKED_FAMILY_NAMES = list('nguyen tran pham huynh bui');
/** Before a family name these make another word of it: `vi phạm`, `tật nguyền`, `nghỉ lễ`. Without marks. */
export const NO_FAMILY_AFTER: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['pham', list('vi xam xuc toi quy can dong tai lam thuc san tac my duoc van che thuong vat')],
  ['nguyen', list('tat tai nguyen')],
  ['tran', list('quan canh nha')],
  ['le', list('nghi ti hon ngay dieu hanh phong giay ly')],
  ['duong', list('am bien cung tuyen dia')],
  ['hoang', list('bo thien huy')],
  ['phan', list('mot thanh bo tham phe')],
  ['dinh', list('gia quyet nhat co an quy xac chi')],
]);

/** The same without marks, for text that has none. */
export const FAMILY_NAMES_UNMARKED: ReadonlySet<string> = new Set([...FAMILY_NAMES].map(fold));

/** What stands between a family name and a given name and makes the two a name however they are written. */
export const MIDDLE_NAMES = list('văn thị thi van');
/** What makes an ordinary word with `văn` or `thị`: `văn phòng`, `thị trường`. */
export const NOT_AFTER_MIDDLE: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['văn', list('hóa hoá bản phòng bằng nghệ kiện thư học chương phạm')],
  ['thị', list('trường xã trấn giác thực lực phi tộc uy sát')],
  ['van', list('khong con chua dang cu co phai muon')],
  ['thi', list('khong phai sao lam co duoc bi')],
]);

/** Given names, also those that are ordinary words: believed only where a capital and the words around speak for a name. */
export const GIVEN_NAMES = list(
  'an anh ánh ân ấn ẩn bách bạch bằng băng bảo bích bình bửu ca cảnh cẩm châu chi chí chiến chinh chính chung chương công cúc cương',
  'cường danh dân diễm diễn diệp diệu doanh du duẩn dung dũng duy duyên dương đài đại đam đàn đan đào đạo đạt đăng điền điệp đình định',
  'đoan đoàn đô đông đồng đức gấm gia giang giao giáp hà hạ hải hán hân hằng hạnh hào hảo hậu hiên hiền hiển hiệp hiếu hiệu hoa hoà hòa hóa hoài',
  'hoàn hoan hoàng hoạt hồ hồng hợp hợi huân huấn huệ hùng huy huyền huyên huỳnh hưng hương hường hữu hưởng khải khang khánh khiêm khoa khoát khôi',
  'khởi khuê khuyên khương kiên kiệt kiều kim kỳ lài lam lâm lan lãm lành lân lập lê lệ liêm liên liễu linh loan long lộc lợi lụa luân luận luyến lưu',
  'lực lượng lương lựu ly lý lĩnh mai mão mạnh mận mẫn mây mến miên minh mơ mười mùi my mỹ na nam nga ngà ngạn ngân nghi nghĩa nghiệp nghiêm ngoan ngọ ngọc nguyên nguyện nguyệt',
  'nhã nhài nhâm nhàn nhân nhật nhi nhiên nhuận nhung như nhựt ninh nở nương oanh phấn pháp phát phi phong phú phúc phụng phước phương phượng quang quân',
  'quảng quế quốc quý quyên quyền quyết quỳnh sang sáng sâm sen sinh soạn sơn sử sửu sương tài tạo tâm tân tấn thạch thái thắm thắng thanh thành thạnh thảo thêu thi thịnh',
  'thiện thìn thiệu thoa thoại thông thơ thơm thu thuấn thuận thuật thục thuý thúy thùy thuỳ thủy thuỷ thuyên thư thương thường thức tiên tiến tiệp tín tình tính tịnh toại toán toản toàn tới trà trác trâm',
  'trân trấn trang trí triết triều trinh trình trọng trúc trung trường trưởng trực tú tuân tuấn tuế tuệ tùng tuyên tuyền tuyến tuyết tường tý tỵ tư tứ uyên uy vân văn vàng viễn vinh vĩnh',
  'vọng vũ vui vượng vương vy vi vỹ xuân xuyến xuyên ý yên yến út hai ba bốn năm sáu bảy tám chín tèo tí tũn bống bông bin bon bảy nhỏ lớn gái',
);

/** Children are called by the order in which they were born: `anh Hai`. In small letters these are numbers. */
export const BIRTH_ORDER = list(
  'hai ba bốn năm sáu bảy tám chín mười út tư tứ cả nhỏ lớn gái bon sau bay chin muoi ut nho lon gai',
);

/** The same without marks, for text that has none. */
export const GIVEN_NAMES_UNMARKED: ReadonlySet<string> = new Set([...GIVEN_NAMES].map(fold));

/** Given names that are hardly ever another word after `anh`, `chị`, `bé` …: believed when written small. */
export const CLEAR_GIVEN_NAMES = list(
  'bích châu cúc cường diễm diệp diệu dũng dung duyên điệp giang hà hạnh hằng hân hậu hiếu hoa hoàng hoan hồng huân huệ huy huyền hưng hương hường',
  'khang khánh khôi khoa kiên kiệt kiều lan lâm liên liễu linh loan long luân lộc mạnh mẫn minh my nga ngà ngân nghĩa ngọc nguyệt nhi nhung nhàn oanh',
  'phong phú phúc phụng phước phương phượng quang quân quế quý quỳnh quyên sơn sương tâm tân thanh thảo thịnh thoa thơ thúy thuý thùy thuỳ thủy thuỷ tiên trang trâm',
  'trân trinh trúc trung tú tuấn tùng tuyền tuyết uyên vân vinh vũ vy xuân xuyến yến hải đức hùng hòa hoà tèo tũn bống bông bin mận lựu na đông',
);

/** The same after `anh`, `chị`, `ông`, `cô` …, which are less often pronouns of somebody who acts than `em` and `con`. */
export const CLEAR_AFTER_TITLES = list('hiền phát đạt nguyên lợi thắng ly');

/** Peoples and countries that nobody is called by: `ông Tây`, `chồng Hàn`. */
export const PEOPLES = list('tây hàn đài nhật úc lào ấn việt tàu kinh mông hmông tày nùng mường khmer chăm');

/** Countries and a town that are names too. By themselves, and after `chồng` and `vợ`, they are the country. */
export const COUNTRIES_AND_NAMES = list('mỹ đức nga thái trung pháp my duc thai phap han nhat dai hue');

/** Given names written without tone marks that are hardly another word after `anh`, `chi`, `em`. */
export const CLEAR_UNMARKED_NAMES = list(
  'tuan hung huong huyen linh loan nhung oanh quynh thuy tuyet trang yen hang lan hoa ngoc vinh cuong quang khanh hoang huy',
  'khang phuong thao trinh truc uyen vy diep diem hanh hoai nguyet phuc phuoc trung vu son duc hai dung long teo',
);

/**
 * A name by itself and an ordinary word together with what follows: `em ngân` and `em ngân hàng`. Without marks, so that
 * it serves both ways of writing.
 */
export const ORDINARY_PAIRS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  (
    [
      ['an', 'toan ninh ui tri tam cu uong giang huong phi xa tang com'],
      ['anh', 'em trai chi ay ta ho huong rieng ruot re ca hai ba duong dau sang van ngu'],
      ['ba', 'con me noi ngoai chi hoi'],
      ['bao', 'hiem luc ve dam hanh cho lau nhieu gio cao mat luu lanh hoa tri gom an ton'],
      ['binh', 'xet bau thuong dang yen quan luan chon tinh si chung on phuong'],
      ['ca', 'nhan hai nha lam si may ban doi do'],
      ['cam', 'ket on thay dong do giu quyen'],
      ['canh', 'sat bao cao tay giac sinh'],
      ['chi', 'tiet phi tra tieu co la cuc nhanh em dau ho ay hoi'],
      ['chien', 'si tranh dau thang'],
      ['chinh', 'quyen sach phu thuc tri xac dang sua chu minh'],
      ['chung', 'cu toi nhan thuc minh ta song thuy sinh'],
      ['cong', 'an ty nhan viec dan chung chuc doan trinh bo khai bang ti cu lao ly to nghe nghiep uoc van luc hoa'],
      ['cuc', 'truong bo'],
      ['cuong', 'che quyet ep buc dam do hoa hanh doat vi'],
      ['dan', 'toc su cu phong quan so oan lang dau chung nhac'],
      ['danh', 'du sach ba tieng tinh con vo dap bai ghen nhau nguoi gia'],
      ['dao', 'duc tao tin loan dat ham'],
      ['dat', 'dai duoc chuan giai muc diem nuoc o nong nha cho ten'],
      ['dien', 'thoai tich bien ra dan luc giai'],
      ['diep', 'vien'],
      ['dieu', 'tri tra kien dong le khoan hanh chinh'],
      ['dinh', 'cu chi ky huong doat muc cong'],
      ['doan', 'the vien ket tuyet dai'],
      ['dong', 'y bao tien gop nghiep doi bang chi thoi tinh nguoi bo dau viet nam'],
      ['duc', 'hanh tinh'],
      ['dung', 'chung cu yen luat hoi la vay roi khong dau tay ra ten len tien cam manh khi si'],
      ['duong', 'day bo su pho tinh nhien oi'],
      ['giang', 'day vien duong ho'],
      ['ha', 'noi tinh giang nam khac tang tien canh huyet long'],
      ['hai', 'vo ben nguoi dua con me chi anh quan cot long san hung nam thang ngay ba bon phong'],
      ['han', 'che quoc muc'],
      ['hang', 'xom thang ngay nam hoa gia tuan rao loat nghin quan khong ngu cho trieu'],
      ['hanh', 'ha hung vi chinh phuc nghe dong trinh'],
      ['hau', 'qua het nhu can mai phau'],
      ['hien', 'nay tai dat mau lanh nhien gio dang thuc hanh truong phap vat ke dai ra lam nen qua thi roi'],
      ['hieu', 'luc qua truong biet ro lam kho thao nham the hoc suat pho thuan'],
      ['hoa', 'don hong giai hoi quy nhap chat binh si mau la chua thuan hop sen ky tieu vien khoi mai'],
      ['hoai', 'thai nghi bao vong cong'],
      ['hoan', 'canh cong thanh toan tien tra hoan cai'],
      ['hoang', 'mang so dan loan sa hon toan'],
      ['hong', 'ngoc thu ngoai kong lo'],
      ['hung', 'hang thu tro thinh hoi ac bao hung lao luc liet dan cach khang'],
      ['huong', 'dan luong uoc bao tro dung cho che vi hai nghiep thu tu loi phep thai tien du so khoi'],
      ['huy', 'bo hoai dong hop ket don hieu chuong diet'],
      ['huyen', 'thoai doan nay tra do'],
      ['khai', 'sinh bao tu nhan thac thue truong gian man'],
      ['khang', 'cao nghi sinh chien dinh'],
      ['khanh', 'thanh kiet hoa'],
      ['khoa', 'hoc noi ngoai cua san nhi trai may ban cap lai sim xe nay tap luan tai hoc ky khac'],
      ['khoi', 'to kien nghiep phai cong'],
      ['kien', 'nghi quyet tri cao thuc ra cong len toi nhau tung doi truong thiet'],
      ['kiet', 'que suc tac'],
      ['kieu', 'bao nay do gi nao'],
      ['lam', 'viec gi sao thu tinh dung sang nghiep nguy benh thuong ham on them the'],
      ['lan', 'truoc nay sau dau thu nao luot tran man hai cuoi ra'],
      ['lap', 'gia trinh ra bien hop tuc phap di tai ho bien van to'],
      ['lien', 'quan he lac tuc minh doan hoan doi hop bang ket tiep ngay can'],
      ['linh', 'hoat dong luong tinh canh mien vuc'],
      ['loc', 'mau nuoc'],
      ['loi', 'dung ich khai noi tuc the nhuan hua song ra quyen lo co khuyen'],
      ['long', 'tin tham me lo vong trong khong dong nguoi to tot bien mo che'],
      ['luan', 'van chuyen phien ly an'],
      ['luong', 'thang tam huu toi thieu thu cua ngay bao co ban duoc em cao thap'],
      ['luu', 'y tru giu hanh vong truyen thong ban'],
      ['ly', 'di hon do than tinh lich thuyet luan giai thu khai tan su con huong'],
      ['mai', 'mot dam tang nay toi sau di em phai sang'],
      ['man', 'tinh kinh han an nguyen hinh mang cam'],
      ['manh', 'khoe tay me liet dan ai gao'],
      ['minh', 'bach hoa oan chung hoi co bi la thi khong muon dang da phai chua o cung oi'],
      ['my', 'pham thuat man'],
      ['nam', 'nu nay ngoai gioi sinh trong vien ngay nao moi tuoi roi thang truoc'],
      ['nga', 're xe gia xuong tu gay sap ba benh'],
      ['ngan', 'hang sach chan can ngua ha'],
      ['nghia', 'vu la trang tinh dia quan cu'],
      ['ngoc', 'trai nghech'],
      ['nguyen', 'don nhan tac vong lieu tu ven si gia ban trang van luong thuy'],
      ['nguyet', 'san'],
      [
        'nhan',
        'vien than dan quyen su dao cach hang nuoi duoc tien luong tho ai tam vat thuc lam nham con dien le loi ra khau roi nha',
      ],
      ['nhi', 'dong vien khoa'],
      ['nhung', 'ai nguoi gi lua nhan'],
      ['pham', 'toi nhan phap luat vi quy phai'],
      ['phap', 'luat ly che quy nhan dinh mon'],
      ['phat', 'hien trien sinh bieu hanh tien tu luong luat thuong nguoi am ngon thuoc loa giac hoang cho'],
      ['phong', 'tro toa chong benh hop kham ban tuc cach ngua phu tranh van khach cong an chay'],
      ['phu', 'nu huynh cap giup hop thuoc nhan quan tung luc ho sa thai xe trach quoc noi'],
      ['phuc', 'vu hoi loi khao tap tra chuc'],
      ['phung', 'duong su phi'],
      ['phuoc', 'thien'],
      ['phuong', 'phap tien an huong dien nay khac bao toi xa ho ngon thuc noi trung quyen'],
      ['quan', 'ly he su doi trong tam cafe nhan an ao trieu niem sat nuoc huyen khu chung'],
      ['quang', 'cao dong canh vinh ninh nam ngai tri binh trung'],
      ['que', 'quan huong em toi ngoai o nha chong'],
      ['quoc', 'gia te hoi tich khanh ca lo phong hieu'],
      [
        'quy',
        'dinh trinh hoach dat mo khach doi che hang bau van bao mau tin tien luat vi ong ba co khach anh chi ban',
      ],
      ['quyen', 'loi luc han gop tien su cua nang'],
      ['quyet', 'dinh toan liet tam'],
      ['quynh', 'huong'],
      ['sang', 'nay ten nhuong mai hom tay chieu tien'],
      ['sinh', 'con vien hoat de nhat song ra ngay nam thuong hoc doi ton'],
      ['son', 'moi nha tuong la sua mong'],
      ['tai', 'san khoan lieu chinh xe nan tro sao dinh hoa'],
      ['tam', 'giam giu tru than ly huyet ngung hoan su dong thoi ung biet tu linh thu vo the nhin'],
      ['tan', 'tat cong nhan noi hoang pha thoi ta'],
      ['tao', 'dieu'],
      ['thach', 'thuc'],
      ['thai', 'do san lan nhi doi ky phu duong nghen to hoa'],
      ['thang', 'nay truoc sau luong be con kien loi cu nao hai muoi ba'],
      ['thanh', 'toan nien pho vien cong lap tich phan tra ly thoat minh ra pham hon nguoi'],
      ['thao', 'luan don van go tho ra tung'],
      ['thi', 'hanh truong xa nghiep tuyen co sao phai la cong khong duoc dau do'],
      ['thien', 'tai chua vi nhien chi'],
      ['thinh', 'thoang vuong'],
      ['thong', 'bao tin qua cam nhat thuong ke dung minh'],
      [
        'thu',
        'tuc nhap hoi tien tuong ky do tu bay vien thap chieu moi thach xep ba hai nam sau bon nhat ngan mua gom phi di giu nham nhan chi lao',
      ],
      ['thuan', 'tinh loi duong tuy'],
      ['thuc', 'hien te su pham tap dem day don'],
      ['thuong', 'con yeu tat xuyen luong tru mai nhau binh benh tich tet vien em tam hai quyen'],
      ['thuy', 'san dien loi chung tinh tri van'],
      ['tien', 'bac luong phat si hanh dien hoc trinh an coc le nuoc nha tro o cap com cong thuong bo thue quan'],
      ['tin', 'nhan tuong nguong hieu dung cay chi tuc chap'],
      ['tinh', 'trang cam duc nguyen tien toi hinh dong uy day mang yeu thue sao lai luong nao nay'],
      ['toan', 'bo quoc dien the than cau'],
      ['toi', 'pham nay ac danh ngay nghiep'],
      ['tra', 'no luong tien loi hoi tan gop hang cho'],
      ['trang', 'web thai tri tron bi trai thiet phuc tin phap bi thong dien'],
      ['tri', 'thuc an gia tue benh lieu'],
      ['trinh', 'bao do tu tiet thuoc dien duyet'],
      [
        'trong',
        'tai luong coi thuong nam khi do nha dai con dong cay am yeu luc vong thang tuan nguoi cho trot tu dien',
      ],
      ['truc', 'tiep thang thuoc ban dem tuyen ca trac'],
      ['trung', 'tam hoc uong thanh quoc binh thuc gian cap tu dung bay hop khop so thuong muu cau nien'],
      ['truong', 'hop hoc phong thanh cong ban ca thon ho trinh khoa doi'],
      [
        'tu',
        'do van nguyen lieu y choi chu tuong lap thien dong tu hinh te thoi vong ngay dau han phap nhan tin nhien tron than cho nam so',
      ],
      ['tuan', 'nay truoc sau roi toi qua thu ngan trang hoan tra gio'],
      ['tung', 'tich hoanh bi lam tin co nha bo anh len nguoi'],
      ['tuong', 'duong lai tro tu quan'],
      ['tuyen', 'truyen dung sinh bo an duong chon cu'],
      ['tuyet', 'doi vong mat thuc chung'],
      ['uy', 'ban quyen thac hiep tin nhiem'],
      [
        'van',
        'phong hoa ban minh bang de chuyen dong con nhu bi tay tai khong chua dang cu co nghi hanh phai muon lam o tien an',
      ],
      ['vi', 'pham tri sao the du vi'],
      ['vien', 'chuc phi kiem tro'],
      ['viet', 'nam kieu don tat bai'],
      ['vinh', 'vien du danh quang'],
      ['vu', 'an viec khi trang loi kien phu no nhuc truong khong tai nay'],
      ['vui', 've long'],
      ['xuan', 'nay hong thu'],
      ['y', 'te ta kien thuc nghia dinh chi bac xac'],
      ['yen', 'tam on lang bai than'],
      ['huan', 'chuong'],
      ['bong', 'lua'],
      ['chau', 'phi a au my luc'],
      ['tran', 'trong tro truong nha'],
      ['dai', 'hoi bieu hoc dien loan duong su ly tu'],
      ['du', 'lich an hoc kien dinh'],
      ['bac', 'tai si ai'],
      ['giao', 'hang dich thong vien nhan cho'],
    ] as const
  ).map(([first, seconds]) => [first, new Set(seconds.split(' '))]),
);

/** Frequent words that are no names: where one stands, a name has ended or never began. */
export const COMMON_WORDS = list(
  'không có người thì được bị huế lập làm tôi em cho ở phải con giấy nhà là mà và xin hỏi đi ngày nói của tiền bạn trong ai hoặc xã nước việc ra nào lại luật báo từ nhận rồi về một khi muốn gì đơn tui tháng',
  'trả với ký kí để họ bản giữ giờ cấp biết mình điều nộp án chỉ theo hay tuổi đó nơi ghi mẹ bắt trước mới mất gọi đòi học gửi giúp cũng tòa toà chưa sao còn hội mấy kiện đã vì chồng tên đến tự quyết ban nghỉ hết lên cơ trẻ chứng',
  'khai nên khác quan vụ tờ phí cả do nó lấy vợ đâu cháu trợ thể chỗ gia hộ ty vào cần ông bán số đưa viện nhờ đủ hạn bỏ ngoài chị thứ giải nếu lần đúng bà hiểm vậy bệnh xử tra đóng hàng bên này cha xe vẫn ta đất miễn thấy',
  'nại qua khiếu ạ phạt bộ sở viết nuôi trên xem tật sai sau ngay việt cùng điện quá đánh nghe lúc đầu cầu lời sư cái tỉnh nội yêu các chuyện thêm phòng nghèo cáo tội nhắn ảnh tế biên rõ khám khuyết sổ sự cách hôn nay đổi tịch cô ubnd',
  'kết cấm khu nhau tạm máy mỗi vô mua xong ủy uỷ động sợ thế dùng phụ phần thẻ nhưng riêng ép hành vệ nhất ăn thay cũ diện đứng chịu xác căn sơ chuyển trai tổ y kiểm chối tố nghị khoản dưới tộc đứa lo tiếng phạm hơn chừ sửa tay hình',
  'buộc mang nữ mặt coi bồi kể quy lao dịch hồi giáo nợ kia vực giám sống hại chữ ấy cán xóm hiến hôm xét đọc mạng mức trừ trú nhóm lớp sát thuộc phép o bác chạy cưới kêu bầu nặng đừng từng lỗi sách chia thuê đường sản chờ đồ giam',
  'cước họp biệt già cử thuốc gần bé giùm thời thai xa đề cửa những chụp gặp nhập nữa giới đêm luôn rứa lâu phường kèm chữa tù khỏi thật vay đền thằng tai trăm mọi thiếu trị tục đây thư nhiệm ngoại quê ngồi tuần thôi ca góp giá chức ít sức',
  'nằm nhiêu phân rút nhiều nha di khó đuổi răng vừa nêu mô mở tử mần chế trái chết dự chục nạn bước hẹn trọ tại biểu khách cư đối tụi cụ sĩ quay quán chống dụng nghi hưu tìm chuẩn lừa má trại đều chọn bữa cá địa cứu kế quả chấp thôn mời',
  'xuống nghề kín gỡ chú hiểu phiếu lai sớm gây trách cắt dẫn đặc nửa ứng sắp điểm gian giảm cầm hắn chăm vùng hoài cận thực dạy dám hè dọa doạ tham hiện tập chứ thiệt đặt to cổng thầy cam tranh cuối lỡ dừng bảng loại đời chợ nguy liệu lịch hãy phê',
  'chiếu khóc kiểu gom ngủ cộng uống xuất đem câu bài đẻ thử thẩm bàn đa trốn chắc mẫu trở tác gốc cãi khăn lắm thần phản kê lễ nhốt gấp tích thỏa biển phố bưu chửi độc dục cây độ nổi xưởng chặn giữa xây dấu thích thẳng ruột mổ khẩu buổi làng',
  'mượn chẳng à tổng mặc dài đập thăm cua tiệm trời cọc đau khỏe nhẹ kéo chân tàu bào dù hướng thợ ốm ngôn thừa kháng áo thấp khóa thiểu lộ âm oan ngang trạm vé chở phục kịp quen trễ phá chủng thất xoá rành giả giấu mật vấn dữ dạ yếu chậm đẳng hệ vắng',
  'áp chất xếp cuộc mắt lệnh bù lãi mục vài nhìn phủ xâm nghĩ hon miệng chơi cản đảo ôm thưa treo chấm rối cơm tết tạp đỏ lạ cười dán xóa lạc tốt cố xảy ruộng kho mưa trụ quỹ tốn xúc nhục suốt trông tiêu sẽ khôn gồm kỹ chúng tận hoãn nhiễm hứa ưu',
  'tắt in kỷ môi bây đổ lục gãy đảm thải bay vốn nghiện rủ nhớ đáng cậu tái đám vết rể rễ trận hoạch máu xấu trộm rưỡi chừng khẩn nhắc bày lánh bãi thuế quần dọn bạc thờ nớ lái thù mồ ngắn ngắt nhầm dễ giật ngại hủy huỷ tang đôi khuyến niêm chiều tung',
  'tùy hư rẫy đỡ che gạch nóng đàng cất cải ngăn nhanh tách biến bấm vật đón bếp bạ điếc vườn đá buôn bến sữa nghệ côi đói tiêm sạch lẽ giành tiện cổ trồng gio trạng mối dính lén huyện bánh bớt xá lòng non thả xài đợt lạnh trật bờ soát màn bão tránh mãi',
  'tức đồn lũ rơi cạnh thưởng tụng dứt kẻ thoả dần trò thua cúng trống mốt tóc say bè hẳn đợi dặn ví tàn biện phẩm đốt đẩy quên đích lột đầy nguồn vòng rượu dòng nít rác ngược rửa nấu dựng đếm gạt dâm no gắn tôm cục sốt phút đụng dắt tắm rất núi gỗ té',
  'lùi tan mầm gác đoạn bêu cảm rừng hỏng xu quấy ngữ phổ sẵn chiếm dị khổ lá dây bò cuốn chỉnh miền khớp phán tường giận thầu dựa ngừng lúa bức bang chê sông trâu giày bả rốt bênh nền khuya hãng nhậu tắc thoát gói ghép xả ấp tông rau sạn kém câm tặng mướn táng giết',
  'sờ kiệm hát trích trưa khắp tim đê truyền giàu thở buồng buồn rào vận giống xưa hụi sót gạo gõ mét dùm trục ê dượng lượt trúng nghìn mệt nạt cớ rời ghế mong siêu bì sẻ bế kẹt ngành tấm hiếp bún giường gọn chuộc rớt hôi ồn ngã màu khoan bê xương nhánh',
  'lặng tầng quét cài giỏi khoi rẻ trưng bại lấn chép suất tía vượt bắc mừng rộng né sâu dập bịa lôi tát khí chốt chảy ghé chút lần ngày tháng hôm nay mai kia thường thật ông bà chủ đốc trưởng phó bí bị cáo đồng dân công an cảnh sát hay nhỉ nhé vâng kính gửi thưa',
  'mông hmông tày nùng mường khmer chăm kinh giáy covid zalo facebook tiktok việt kiều đảng quốc hội nhà cháu dì cậu mợ thím ông cụ sếp nàng chàng đứa thằng cô gái',
);

/** The same without marks, for text that has none. */
export const COMMON_WORDS_UNMARKED: ReadonlySet<string> = new Set([...COMMON_WORDS].map(fold));

/** After these a name is likely, whatever it looks like. */
export const TITLES = list('anh chị ông bà cô chú bác thầy dì cậu mợ thím dượng cụ sếp bé thằng chồng vợ mr mrs ms');

/** Of these and their unmarked forms, those that are hardly pronouns of somebody who acts. */
export const TRUE_TITLES = list('anh chị ông bà cô chú bác thầy dì cậu mợ thím cụ chi ong chu bac thay');

/** After these there may be a name that looks like one: they are pronouns as often as they are titles. */
export const NEAR_PEOPLE = list(
  'em con cháu bạn mẹ bố ba cha má trai gái rể dâu út ruột nội ngoại họ tôi tui mình nó ấy đứa chủ',
);

/** After these a name is looked for also in small letters. */
export const SMALL_TITLES = list(
  'anh chị em ông bà cô chú bác cháu con thầy dì cậu mợ thím cụ bé thằng bạn chồng vợ trai gái sếp',
);

/** The titles that remain clear without tone marks: `co` is more often `có`. */
export const UNMARKED_TITLES = list('anh chi ong bac chu thay em chau be chong vo');

/** Last words of titles, with the word that must stand before them: `bác sĩ`, `bị cáo`. */
export const TITLE_ENDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  (
    [
      ['sĩ', 'bác tiến thạc nha y'],
      ['sư', 'luật giáo kỹ kĩ'],
      ['giáo', 'cô thầy'],
      ['đốc', 'giám'],
      ['cáo', 'bị'],
      ['can', 'bị'],
      ['hại', 'bị'],
      ['đơn', 'bị nguyên'],
      ['nhân', 'nạn bệnh'],
      ['chí', 'đồng'],
      ['thôn', 'trưởng'],
      ['xóm', 'trưởng hàng'],
      ['bản', 'trưởng'],
      ['phán', 'thẩm'],
      ['yêu', 'người'],
      ['tá', 'y'],
      ['trưởng', 'tổ hiệu xóm'],
      ['tịch', 'chủ'],
      ['hàng', 'chủ'],
      ['trọ', 'chủ'],
      ['nhà', 'chủ'],
      ['quán', 'chủ'],
    ] as const
  ).map(([last, firsts]) => [last, new Set(firsts.split(' '))]),
);

/** Two words for many people: what follows is told of them. */
export const MANY_PEOPLE = new Set(
  'bà con,anh em,chị em,ông bà,anh chị,cô chú,bố mẹ,ba má,ba mẹ,cha mẹ,vợ chồng,con cháu,thầy cô,mẹ con'.split(','),
);

/** Offices and bodies that people write with a first capital: no names. */
export const CAPITAL_PAIRS = new Set(
  [
    'tuyên ngôn,mặt trận,ba má,ba mẹ,bố mẹ,cha mẹ,ông bà,anh em,chị em,anh chị,cô chú,vợ chồng,thầy cô,nông nghiệp,chi nhánh,chi cục,quý vị,quý luật,liên hợp,liên hiệp,liên đoàn,liên minh,đào tạo,công an,công chức,công nghiệp,công viên,công đoàn,công nhân,công ty,công chứng,công ước,cảnh sát,cảnh vệ,thanh tra,thanh niên,quốc hội,quốc gia,quốc lộ,quốc tế,quốc tịch',
    'trung tâm,trung ương,trung tá,trung úy,trung sĩ,trung tướng,thành viên,thành phố,hải quan,hải quân,ngân hàng,quân đội,quân nhân,quân sự,chính phủ',
    'chính quyền,chính trị,bảo hiểm,bảo vệ,dân phòng,dân quân,dân sự,hình sự,hành chính,thường trực,thường vụ,tư pháp,tư vấn,phúc thẩm,sơ thẩm,hoàng gia',
    'hội đồng,hội nông,hội phụ,hiệu trưởng,hiệu phó,trưởng phòng,trưởng thôn,trưởng công,tài chính,tài nguyên,nhân dân,nhân quyền,phòng khám,nội vụ,y tế',
    'giáo viên,giáo dục,đoàn thanh,đoàn thể,đại biểu,đại học,đại úy,đại tá,đại sứ,thi hành,thông tin,thông tư,viễn thông,đức phật,đông y,bình đẳng',
  ].flatMap((line) => line.split(',')),
);

/** Given names that are also what somebody does or is: after a title in small letters they are that. */
export const NAMES_AND_VERBS = list(
  'định tính giao sinh thương diễn trực tạo tỉnh tới hợp trình lập tin thi chi chung nghi quyết thức thoại toại triển thuật hóa hoá đại đồng như nở vui vọng tiến hiểu công ca',
  'danh chính bảo thành thật thông thường trường trưởng lực luật đạo đạt nghĩa nhân nguyện lương học hỏi đang đông đường khởi huấn hướng hưởng',
);

/** The same without marks, for text that has none. */
export const NAMES_AND_VERBS_UNMARKED: ReadonlySet<string> = new Set([
  ...[...NAMES_AND_VERBS].map(fold),
  ...list('phap quyen sang xa di no tra long giao'),
]);

/** Given names with which offices, papers and treaties begin: `Hiệp định`, `Doanh nghiệp`. By themselves they are those. */
export const NAMES_OF_THINGS = list(
  'hiệp chương doanh danh hợp hồ đoàn bằng thông giao thi lưu chiến nguyên quỹ học bảo trưởng đăng anh công quốc chính đại trung cảnh tín thường văn hội hiệu định trình quyết quy ngân đồng tiến du an tuyến tuyên phát chí khoa lập nam',
);

/** With a capital after a title they are an office or somebody of the family, not a name: `ông Chủ`, `bà Nội`. */
export const CAPITAL_TITLES = list(
  'chủ công cảnh hiệu trưởng phó giám bí thẩm luật bác thanh hội nội ngoại em chị anh ông bà cô chú dì cậu mợ thím con cháu chồng vợ mẹ bố ba má trai gái tôi mình',
  'ấy ta nhà bộ sở trạm tổ đội phòng ban ủy uỷ trời bụt táo giáo bảo kế thư cán chấp điều này kia đó nào ơi ạ',
);

/** After a name at the beginning of a sentence: somebody does something. */
export const DEEDS = list(
  'đánh bị là nói bảo đã có không cũng với và đang nợ mượn vay lừa hứa đòi dọa doạ chửi ép bắt rủ nhắn gọi lấy giữ bán cho hàng',
  'danh bi la noi da co khong cung voi va dang no muon vay lua hua doi doa chui ep bat ru nhan goi lay giu ban cho hang',
);

/** Between `tên` and the name itself: `tên con tôi là`. */
export const NAMED = list(
  'em tôi con cháu mình tui anh chị ông bà cô chú bác chồng vợ mẹ bố ba má bé bạn của thật gọi thường đầy đủ khai sinh ở nhà cũ mới đó ấy nó là họ và trai gái',
);

/** The same without marks, for text that has none. */
export const NAMED_UNMARKED: ReadonlySet<string> = new Set([...NAMED].map(fold));

/** Before a name of a street, school or hospital: it is no person. */
export const BEFORE_OTHER_NAMES = list(
  'người ng xứ vô dô tộc tiếng nước tịch tich ngoài trong trên dưới bên gốc hàng gần hướng trang sạn xuống sang tuyến xe biển bãi lạnh xuất phần sổ to in from at tỉnh phố huyện quận phường xã thôn bản làng ở tại về lên vào ra qua đến tới từ đường chợ cầu trường ty hãng báo đài hàng viện sông hồ núi đảo vùng miền khu cảng ga tết mùa thi học môn luật hiệu giải quỹ lăng vịnh',
);

/** The same without marks, for text that has none. */
export const BEFORE_OTHER_NAMES_UNMARKED: ReadonlySet<string> = new Set([...BEFORE_OTHER_NAMES].map(fold));

/** First syllables of names of villages and communes, for text without capitals. */
export const PLACE_SYLLABLES = list(
  'tân phú an hòa hoà bình long vĩnh thạnh thanh đông tây nam trung thượng hạ đại hải hiệp hưng phước phúc minh mỹ ngọc quảng sơn tam thái thạch thuận tiên tiến trường vạn xuân yên lộc lâm liên kim khánh ia ea đăk đắk cư krông pa mường nậm tà chiềng',
  'hoàng hương nghĩa nhơn cẩm châu diễn đức gia giao hàm hậu hồng kỳ lạc lương mai nga ninh phong quỳnh song thọ thụy thuỵ tịnh trà triệu tư vân việt vũ bàu bến cần cái cù gò hóc rạch suối xuyên đoài lập đồng định điện bắc hành hoằng hợp',
);

/** The same without marks, for text that has none. */
export const PLACE_SYLLABLES_UNMARKED: ReadonlySet<string> = new Set([...PLACE_SYLLABLES].map(fold));

/** Names of provinces, old and new, of towns and countries that everybody knows, and of what is called after a person; unmarked. */
const PLACES: readonly string[] = [
  'viet nam',
  'lien hop quoc',
  'lien hiep quoc',
  'ho chi minh',
  'sai gon',
  'bac ho',
  'trung quoc',
  'han quoc',
  'dai loan',
  'nhat ban',
  'thai lan',
  'campuchia',
  'cam pu chia',
  'hoa ky',
  'a rap',
  'ba lan',
  'myanmar',
  'malaysia',
  'trieu tien',
  'an do',
  'ma cao',
  'hong kong',
  'an giang',
  'ba ria',
  'vung tau',
  'bac giang',
  'bac kan',
  'bac can',
  'bac lieu',
  'bac ninh',
  'ben tre',
  'binh dinh',
  'binh duong',
  'binh phuoc',
  'binh thuan',
  'ca mau',
  'can tho',
  'cao bang',
  'da nang',
  'dak lak',
  'dac lac',
  'daklak',
  'dak nong',
  'dac nong',
  'dien bien',
  'dien bien phu',
  'dong nai',
  'dong thap',
  'gia lai',
  'ha giang',
  'ha nam',
  'ha noi',
  'hanoi',
  'ha tay',
  'ha tinh',
  'hai duong',
  'hai phong',
  'hau giang',
  'hoa binh',
  'hung yen',
  'khanh hoa',
  'kien giang',
  'kon tum',
  'lai chau',
  'lam dong',
  'lang son',
  'lao cai',
  'long an',
  'nam dinh',
  'nghe an',
  'ninh binh',
  'ninh thuan',
  'phu tho',
  'phu yen',
  'quang binh',
  'quang nam',
  'quang ngai',
  'quang ninh',
  'quang tri',
  'soc trang',
  'son la',
  'tay ninh',
  'thai binh',
  'thai nguyen',
  'thanh hoa',
  'thua thien',
  'tien giang',
  'tra vinh',
  'tuyen quang',
  'vinh long',
  'vinh phuc',
  'yen bai',
  'da lat',
  'nha trang',
  'ha long',
  'phan thiet',
  'phan rang',
  'buon ma thuot',
  'buon me thuot',
  'bien hoa',
  'thu duc',
  'hoi an',
  'dong hoi',
  'long xuyen',
  'quy nhon',
  'tuy hoa',
  'rach gia',
  'chau doc',
  'thu dau mot',
  'cam ranh',
  'dong xoai',
  'my tho',
  'cao lanh',
  'ly son',
  'sa pa',
  'sapa',
  'phu quoc',
  'con dao',
  'truong sa',
  'hoang sa',
  'tay nguyen',
  'tay bac',
  'dong bac',
  'bac bo',
  'nam bo',
  'trung bo',
  'ba vi',
  'mong cai',
  'me kong',
  'cuu long',
  'cong giao',
  'tin lanh',
  'thien chua',
  'phat giao',
  'hoa hao',
  'cao dai',
  'ba na',
  'gia rai',
  'ha nhi',
  'e de',
  'hmong',
];

/** By the first syllable: all names that begin with it, as syllables, longest first. */
export const PLACES_BY_FIRST: ReadonlyMap<string, readonly (readonly string[])[]> = byFirst(PLACES);

function byFirst(names: readonly string[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const found = new Map<string, (readonly string[])[]>();
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    const syllables = name.split(' ');
    const [first = ''] = syllables;
    found.set(first, [...(found.get(first) ?? []), syllables]);
  }
  return found;
}
