import { describe, expect, it } from 'vitest';
import { tellsOfViolenceAtHome } from '../../src/safety/danger.ts';

describe('words of violence at home', () => {
  it.each([
    'chồng em hay đánh em mỗi khi nhậu về',
    'ck e say là đánh e',
    'chong em danh em hoai',
    'em bị chồng tát trước mặt con',
    'bị mẹ chồng đánh',
    'chồng dọa giết cả nhà nếu em ly hôn',
    'bạn trai cũ doạ tung ảnh của em lên mạng',
    'ban trai doa dang anh nong cua em',
    'chồng nhốt em trong phòng mấy lần rồi',
    'chồng không cho em ra khỏi nhà',
    'chồng ép em quan hệ dù em không muốn',
    'bố dượng sờ soạng em',
    'anh ấy bóp cổ em năm ngoái',
    'chồng vũ phu quá, em muốn ly hôn',
    'em bị bạo hành nhiều năm nay',
    'con trai tôi đánh tôi để đòi tiền',
    'chồng tôi bắt tôi phải đưa hết lương và hay tát tôi',
    'chồng em nhậu về là đập em',
    'chồng đá em trước mặt con',
    'chồng túm tóc em lôi đi',
    'chong hay tum toc em',
    'chồng ném chén vào người em',
    'chồng hành hạ em suốt',
    'em bị chồng cho ăn đòn',
  ])('%s', (words) => {
    expect(tellsOfViolenceAtHome(words)).toBe(true);
  });

  it.each([
    'điều 5 luật phòng chống bạo lực gia đình',
    'luật phòng chống bạo lực gia đình quy định gì',
    'khái niệm bạo lực gia đình',
    'nguyên văn điều 3 luật phòng, chống bạo lực gia đình 2022',
    'chồng đánh vợ thì theo điều 185 bộ luật hình sự là sao',
    'công ty nợ lương hai tháng nay',
    'cty no luong e 2 thang nay chua tra',
    'ly hôn',
    'chồng em đâm đơn ly hôn',
    'chồng tôi bị bắt tối qua',
    'vợ chồng em muốn làm giấy khai sinh cho con',
    'chong toi danh sach cu tri',
    'con tôi bị bạn ở trường bắt nạt',
    'hàng xóm nuôi gà ồn quá',
    'chồng em bị công ty đuổi việc',
    'mẹ em già yếu có được trợ cấp không',
    'chồng em đá bóng bị gãy chân có được nghỉ ốm không',
    'chồng em ném rác ra đường bị phạt bao nhiêu',
    'chong va em muon ly hon thuan tinh',
    'vo chong toi mua nha dung ten ai',
  ])('not: %s', (words) => {
    expect(tellsOfViolenceAtHome(words)).toBe(false);
  });
});
