import type { Weekday } from '../../../base/working-time.ts';
import type { SwitchName } from '../../../service/switches.ts';
import type { InBoth } from '../kit/words.ts';

/** What every page says on which an admin sets something. */
export interface ChangeWords {
  readonly reason: string;
  readonly reasonHint: string;
  readonly reasonMissing: string;
  readonly save: string;
  readonly saved: string;
  readonly stale: string;
  readonly faulty: string;
  readonly history: string;
  readonly noHistory: string;
  readonly when: string;
  readonly who: string;
  readonly what: string;
  readonly somebody: string;
  readonly back: string;
}

export const CHANGE_WORDS: InBoth<ChangeWords> = {
  vi: {
    reason: 'Lý do',
    reasonHint: 'Viết ngắn, để người sau hiểu. Không ghi tên hay chuyện của người hỏi.',
    reasonMissing: 'Bạn ghi lý do, ít nhất 3 chữ cái.',
    save: 'Lưu',
    saved: 'Đã lưu. Có hiệu lực ngay.',
    stale:
      'Có người vừa đổi mục này trong lúc bạn viết. Bạn xem lại giá trị mới bên dưới (trong Các lần đổi), rồi lưu lại.',
    faulty: 'Chưa lưu được. Bạn sửa những chỗ được đánh dấu.',
    history: 'Các lần đổi',
    noHistory: 'Chưa ai đổi.',
    when: 'Lúc',
    who: 'Ai',
    what: 'Đổi gì',
    somebody: '(tài khoản đã xoá)',
    back: 'Về trang Cài đặt',
  },
  en: {
    reason: 'Reason',
    reasonHint: 'Short, for whoever comes later. No names and no story of a person.',
    reasonMissing: 'Give a reason of at least 3 letters.',
    save: 'Save',
    saved: 'Saved. It holds at once.',
    stale:
      'Somebody changed this while you were writing. Look at the new value below (under Changes), then save again.',
    faulty: 'Not saved. Please mend what is marked.',
    history: 'Changes',
    noHistory: 'Nobody has changed it.',
    when: 'When',
    who: 'Who',
    what: 'What',
    somebody: '(account removed)',
    back: 'Back to Settings',
  },
};

interface SettingsWords {
  readonly title: string;
  readonly lead: string;
  readonly unreadable: (names: string) => string;
  readonly pages: Readonly<
    Record<'switches' | 'hours' | 'targets' | 'hotlines' | 'texts' | 'groups' | 'centres', readonly [string, string]>
  >;
  readonly thrown: (count: number) => string;

  readonly switches: {
    readonly title: string;
    readonly lead: string;
    readonly names: Readonly<Record<SwitchName, string>>;
    readonly means: Readonly<Record<SwitchName, string>>;
    readonly works: string;
    readonly off: string;
    readonly since: string;
    readonly by: string;
    readonly because: string;
    readonly turnOff: string;
    readonly turnOn: string;
    readonly always: string;
    readonly changed: (name: string, off: boolean) => string;
    readonly banner: (name: string, since: string) => string;
  };

  readonly hours: {
    readonly title: string;
    readonly lead: string;
    readonly week: string;
    readonly weekHint: string;
    readonly weekdays: Readonly<Record<Weekday, string>>;
    readonly badHours: string;
    readonly noHours: string;
    readonly holidays: string;
    readonly holidaysHint: string;
    readonly closed: string;
    readonly closedHint: string;
    readonly exchanged: string;
    readonly exchangedHint: string;
    readonly badDay: (line: string) => string;
    readonly noName: string;
    readonly bothWays: (day: string) => string;
    readonly example: (due: string) => string;
  };

  readonly targets: {
    readonly title: string;
    readonly lead: string;
    readonly answerDays: string;
    readonly answerDaysHint: string;
    readonly remindHours: string;
    readonly remindHint: string;
    readonly escalateDays: string;
    readonly escalateHint: string;
    readonly own: string;
    readonly ownHint: string;
    readonly badDays: (most: number) => string;
    readonly badHours: (most: number) => string;
  };

  readonly hotlines: {
    readonly title: string;
    readonly lead: string;
    readonly number: string;
    readonly name: string;
    readonly purpose: string;
    readonly hours: string;
    readonly cost: string;
    readonly state: string;
    readonly fixed: string;
    readonly fixedWhy: string;
    readonly shipped: string;
    readonly changed: (day: string) => string;
    readonly off: string;
    readonly edit: (name: string) => string;
    readonly offLabel: string;
    readonly offHint: string;
    readonly source: string;
    readonly sourceHint: string;
    readonly verifiedOn: string;
    readonly badNumber: string;
    readonly missing: string;
    readonly badVerified: string;
    readonly inEntries: string;
    readonly reset: string;
    readonly resetDone: string;
  };

  readonly texts: {
    readonly title: string;
    readonly lead: string;
    readonly where: string;
    readonly text: string;
    readonly state: string;
    readonly changed: string;
    readonly shipped: string;
    readonly places: Readonly<Record<string, string>>;
    readonly field: string;
    readonly longest: (count: number) => string;
    readonly mustHave: (words: string) => string;
    readonly preview: string;
    readonly previewOn: (channel: string) => string;
    readonly length: (count: string, limit: string) => string;
    readonly pieces: (count: number) => string;
    readonly shippedText: string;
    readonly reset: string;
    readonly resetDone: string;
    readonly empty: string;
    readonly tooLong: (longest: number) => string;
    readonly lacks: (words: string) => string;
    readonly unknownPlaceholder: (words: string) => string;
    readonly changedText: (place: string) => string;
  };

  readonly groups: {
    readonly title: string;
    readonly lead: string;
    readonly make: string;
    readonly forWhom: string;
    readonly admins: string;
    readonly makeButton: string;
    readonly code: string;
    readonly steps: (code: string) => readonly string[];
    readonly validUntil: string;
    readonly once: string;
    readonly copy: string;
    readonly copied: string;
    readonly linked: string;
    readonly none: string;
    readonly centre: string;
    readonly channel: string;
    readonly since: string;
    readonly action: string;
    readonly unlink: string;
    readonly unlinkOf: (name: string) => string;
    readonly unlinked: string;
    readonly gone: string;
    readonly chooseCentre: string;
    readonly did: Readonly<Record<'code-made' | 'unlinked', (name: string) => string>>;
  };
}

/** How channels are called. */
export const CHANNELS: InBoth<Readonly<Record<string, string>>> = {
  vi: { telegram: 'Telegram', zalo: 'Zalo', web: 'Trang web' },
  en: { telegram: 'Telegram', zalo: 'Zalo', web: 'Web page' },
};

export const SETTINGS_WORDS: InBoth<SettingsWords> = {
  vi: {
    title: 'Cài đặt',
    lead: 'Mỗi lần đổi đều phải ghi lý do, được ghi vào nhật ký và có hiệu lực ngay, không cần khởi động lại.',
    unreadable: (names) =>
      `Giá trị đã lưu sau đây không đọc được, nên đang dùng giá trị mặc định: ${names}. Bạn mở mục ấy và lưu lại.`,
    pages: {
      switches: ['Công tắc', 'Tắt một kênh, ngừng chuyển hồ sơ, hoặc chỉ còn đường dây nóng.'],
      hours: ['Giờ làm việc và ngày nghỉ', 'Giờ của trung tâm, ngày lễ, ngày làm bù: dùng để tính hạn trả lời.'],
      targets: ['Hạn trả lời', 'Bao lâu phải trả lời lần đầu, khi nào nhắc, khi nào báo người quản trị.'],
      hotlines: ['Đường dây nóng', 'Số gọi khi nguy hiểm và số hỏi luật sư.'],
      texts: ['Câu chữ của bot', 'Lời chào, hướng dẫn và các câu thường ngày.'],
      groups: ['Nhóm Telegram', 'Nối nhóm của trung tâm, nhóm báo động của người quản trị.'],
      centres: ['Trung tâm', 'Địa chỉ, điện thoại, ngày kiểm tra.'],
    },
    thrown: (count) => `${count} đang tắt`,
    switches: {
      title: 'Công tắc',
      lead: 'Tắt chỉ khi cần. Tin nhắn vẫn được nhận và giữ; ai đang có hồ sơ vẫn nhắn được cho cán bộ và rút lại được.',
      names: {
        'channel-telegram': 'Kênh Telegram',
        'channel-zalo': 'Kênh Zalo',
        'channel-web': 'Trang hỏi trên web',
        referrals: 'Chuyển câu hỏi tới trung tâm',
        'hotlines-only': 'Trả lời câu hỏi (cả bot)',
      },
      means: {
        'channel-telegram':
          'Khi tắt, bot không trả lời trên Telegram; người nhắn được báo một lần trong 6 giờ, kèm số gọi và nơi hỏi khác. Nhóm của trung tâm vẫn dùng được.',
        'channel-zalo':
          'Khi tắt, bot không trả lời trên Zalo; người nhắn được báo một lần trong 6 giờ, kèm số gọi và nơi hỏi khác.',
        'channel-web':
          'Khi tắt, bot không trả lời trên trang web; người nhắn được báo một lần trong 6 giờ, kèm số gọi và nơi hỏi khác.',
        referrals:
          'Khi tắt, bot vẫn trả lời nhưng không nhận hồ sơ mới; ai muốn gặp cán bộ được cho số 1800 1233, và địa chỉ trung tâm nếu đã kiểm tra.',
        'hotlines-only': 'Khi tắt, bot không trả lời và không chuyển gì, trên mọi kênh; chỉ nêu các số để gọi.',
      },
      works: 'Đang mở',
      off: 'Đang tắt',
      since: 'Từ lúc',
      by: 'Người tắt',
      because: 'Lý do',
      turnOff: 'Tắt',
      turnOn: 'Mở lại',
      always: 'Dù tắt gì, tin báo nguy hiểm vẫn luôn được trả lời ngay bằng số 113, 115, 111.',
      changed: (name, off) => `${off ? 'Tắt' : 'Mở lại'}: ${name}`,
      banner: (name, since) => `Đang tắt: ${name} (từ ${since}).`,
    },
    hours: {
      title: 'Giờ làm việc và ngày nghỉ',
      lead: 'Hạn trả lời chỉ tính trong giờ làm việc. Ngày lễ theo luật có sẵn; ở đây chỉ ghi chỗ khác. Hồ sơ đã gửi giữ hạn cũ.',
      week: 'Giờ trong tuần',
      weekHint: 'Ví dụ: 7:30–11:30, 13:00–17:00. Để trống là nghỉ.',
      weekdays: { 1: 'Thứ Hai', 2: 'Thứ Ba', 3: 'Thứ Tư', 4: 'Thứ Năm', 5: 'Thứ Sáu', 6: 'Thứ Bảy', 7: 'Chủ nhật' },
      badHours: 'Không đọc được giờ. Bạn viết như 7:30–11:30, 13:00–17:00, giờ sau lớn hơn giờ trước.',
      noHours: 'Phải có ít nhất một ngày làm việc trong tuần.',
      holidays: 'Ngày lễ sắp tới',
      holidaysHint: 'Bỏ đánh dấu nếu hôm ấy vẫn làm việc.',
      closed: 'Ngày nghỉ thêm',
      closedHint: 'Mỗi dòng một ngày và lý do, ví dụ: 4/2/2027 Nghỉ Tết thêm một ngày.',
      exchanged: 'Ngày làm bù',
      exchangedHint: 'Thứ Bảy hoặc Chủ nhật phải làm. Mỗi dòng một ngày, ví dụ: 22/8/2026.',
      badDay: (line) => `Không đọc được ngày ở dòng: ${line}`,
      noName: 'Bạn ghi lý do nghỉ sau ngày.',
      bothWays: (day) => `Ngày ${day} vừa nghỉ vừa làm bù. Bạn bỏ một chỗ.`,
      example: (due) => `Với cài đặt đang lưu, câu hỏi chuyển lúc này phải được trả lời trước ${due}.`,
    },
    targets: {
      title: 'Hạn trả lời',
      lead: 'Tính theo giờ làm việc. Quá hạn thì cán bộ được báo, người hỏi được xin lỗi kèm số để gọi, rồi người quản trị được báo. Hồ sơ đã gửi giữ hạn cũ.',
      answerDays: 'Trả lời lần đầu trong (ngày làm việc)',
      answerDaysHint: 'Áp dụng cho mọi trung tâm không ghi số riêng ở dưới.',
      remindHours: 'Nhắc cán bộ trước hạn (giờ làm việc)',
      remindHint: 'Ví dụ 2 hoặc 1.5.',
      escalateDays: 'Báo người quản trị sau hạn (ngày làm việc)',
      escalateHint: 'Vào trang Quá hạn và nhóm báo động, nếu đã nối.',
      own: 'Số riêng của từng trung tâm',
      ownHint: 'Ngày làm việc. Để trống là dùng số chung.',
      badDays: (most) => `Bạn ghi số ngày từ 1 đến ${most}.`,
      badHours: (most) => `Bạn ghi số giờ từ 0,5 đến ${most}.`,
    },
    hotlines: {
      title: 'Đường dây nóng',
      lead: 'Số ghi ở đây được dùng thay số trong bản phát hành. Chỉ ghi số đã gọi thử hoặc có văn bản.',
      number: 'Số',
      name: 'Tên',
      purpose: 'Khi nào gọi',
      hours: 'Giờ nghe máy',
      cost: 'Cước',
      state: 'Tình trạng',
      fixed: 'Luôn hiện, không đổi được',
      fixedWhy: 'Số này luôn được hiện và chỉ đổi cùng bản phát hành, vì nó có mặt trong nhiều câu trả lời.',
      shipped: 'Theo bản phát hành',
      changed: (day) => `Đã đổi, kiểm tra ngày ${day}`,
      off: 'Đang ẩn',
      edit: (name) => `Sửa: ${name}`,
      offLabel: 'Ẩn số này',
      offHint: 'Khi không còn ai nghe máy. Các số khẩn cấp vẫn luôn hiện.',
      source: 'Nguồn',
      sourceHint: 'Văn bản, trang chính thức, hoặc cuộc gọi thử ngày nào.',
      verifiedOn: 'Ngày kiểm tra',
      badNumber: 'Số chỉ gồm chữ số và dấu cách, ví dụ 1900 969 680.',
      missing: 'Bạn điền chỗ này.',
      badVerified: 'Ngày kiểm tra phải là hôm nay hoặc trước đó.',
      inEntries: 'Số cũ có thể còn trong lời của vài mục kiến thức; người biên soạn sửa ở đó.',
      reset: 'Dùng lại số trong bản phát hành',
      resetDone: 'Dùng lại bản phát hành',
    },
    texts: {
      title: 'Câu chữ của bot',
      lead: 'Viết ngắn, ấm, dễ hiểu; đọc to một lần trước khi lưu. Câu về nguy hiểm, đồng ý chuyển hồ sơ, riêng tư và luật không đổi được ở đây.',
      where: 'Khi nào nói',
      text: 'Câu đang dùng',
      state: 'Tình trạng',
      changed: 'Đã đổi',
      shipped: 'Câu gốc',
      places: {
        greeting: 'Chào',
        help: 'Hướng dẫn',
        thanks: 'Khi được cảm ơn',
        goodbye: 'Khi chia tay',
        'machine-or-person': 'Khi hỏi là máy hay người',
        machineNotice: 'Lời nhắc là máy, cuối mỗi câu trả lời',
        outOfScope: 'Việc nằm ngoài phần biết',
        whichOne: 'Hỏi lại là việc nào',
        articleNotHeld: 'Chưa có điều luật được hỏi',
        entryGone: 'Nội dung không còn áp dụng',
        staleButton: 'Nút cũ không còn dùng được',
        askProvince: 'Hỏi tỉnh khi chuyển hồ sơ',
        provinceUnknown: 'Chưa nhận ra tỉnh',
        whichProvince: 'Tên có thể là nhiều tỉnh',
        cancelled: 'Khi dừng việc đang làm',
        nothingToCancel: 'Không có gì để dừng',
        declined: 'Khi không muốn chuyển',
        noTickets: 'Chưa chuyển câu hỏi nào',
        whichTicket: 'Hỏi rút câu hỏi nào',
        added: 'Đã thêm vào hồ sơ, cán bộ chưa trả lời',
        addedByCode: 'Đã thêm vào hồ sơ theo mã',
        backToBot: 'Khi quay lại hỏi máy',
        withStaffAgain: 'Khi cán bộ đang giúp, máy tạm im',
        closed: 'Khi cán bộ kết thúc hồ sơ',
        rated: 'Cảm ơn đã đánh giá',
      },
      field: 'Câu của bot',
      longest: (count) => `Tối đa ${count} ký tự.`,
      mustHave: (words) => `Phải giữ nguyên: ${words}.`,
      preview: 'Xem trước',
      previewOn: (channel) => `Trên ${channel}`,
      length: (count, limit) => `${count} trên tối đa ${limit} ký tự`,
      pieces: (count) => `Bị cắt thành ${count} tin`,
      shippedText: 'Câu gốc',
      reset: 'Dùng lại câu gốc',
      resetDone: 'dùng lại câu gốc',
      empty: 'Câu không được để trống.',
      tooLong: (longest) => `Câu dài quá ${longest} ký tự.`,
      lacks: (words) => `Câu phải có “${words}”, vì người hỏi cần chữ này.`,
      unknownPlaceholder: (words) => `Chỗ này không có gì để điền vào ${words}.`,
      changedText: (place) => `Đổi: ${place}`,
    },
    groups: {
      title: 'Nhóm Telegram',
      lead: 'Câu hỏi mới, lời nhắc và báo động đến nhóm đã nối. Ai trong nhóm cũng đọc được, nên chỉ để cán bộ của trung tâm trong nhóm.',
      make: 'Nối một nhóm',
      forWhom: 'Nhóm của',
      admins: 'Người quản trị (chỉ báo động quá hạn, không có nội dung)',
      makeButton: 'Tạo mã nối',
      code: 'Mã nối',
      steps: (code) => [
        'Thêm bot vào nhóm Telegram.',
        `Gửi trong nhóm: /lienket ${code}`,
        'Bot báo đã nối. Muốn gỡ từ trong nhóm, gửi: /golienket',
      ],
      validUntil: 'Dùng được đến',
      once: 'Mã chỉ hiện một lần và chỉ dùng được một lần. Đóng trang này rồi thì tạo mã khác.',
      copy: 'Chép lệnh',
      copied: 'Đã chép.',
      linked: 'Nhóm đã nối',
      none: 'Chưa nối nhóm nào.',
      centre: 'Của',
      channel: 'Kênh',
      since: 'Nối lúc',
      action: 'Gỡ nối',
      unlink: 'Gỡ nối',
      unlinkOf: (name) => `Lý do gỡ nhóm của ${name}`,
      unlinked: 'Đã gỡ nối. Nhóm ấy không nhận gì nữa.',
      gone: 'Nhóm này đã được gỡ trước đó.',
      chooseCentre: 'Bạn chọn một trung tâm.',
      did: {
        'code-made': (name) => `Tạo mã nối cho ${name}`,
        unlinked: (name) => `Gỡ nhóm của ${name}`,
      },
    },
  },
  en: {
    title: 'Settings',
    lead: 'Every change needs a reason, is written to the audit log and holds at once, without a restart.',
    unreadable: (names) =>
      `These stored values cannot be read, so the usual ones are in use: ${names}. Open them and save again.`,
    pages: {
      switches: ['Switches', 'Switch a channel off, stop referrals, or leave only the hotlines.'],
      hours: [
        'Working hours and holidays',
        'Hours of the centres, holidays, exchanged days: deadlines are counted with them.',
      ],
      targets: ['Targets', 'How soon the first answer is due, when staff are reminded, when the admin is told.'],
      hotlines: ['Hotlines', 'Numbers to call in danger and for a lawyer.'],
      texts: ['Texts of the bot', 'Greeting, help and everyday sentences.'],
      groups: ['Telegram groups', 'Link the group of a centre, and the alarm group of the admins.'],
      centres: ['Centres', 'Addresses, telephones, when they were checked.'],
    },
    thrown: (count) => `${count} switched off`,
    switches: {
      title: 'Switches',
      lead: 'Only when needed. Messages are still received and kept; whoever has a referral can still write to staff and take it back.',
      names: {
        'channel-telegram': 'Telegram',
        'channel-zalo': 'Zalo',
        'channel-web': 'Web chat',
        referrals: 'Passing questions to centres',
        'hotlines-only': 'Answering questions (the whole bot)',
      },
      means: {
        'channel-telegram':
          'When off, the bot does not answer on Telegram; people are told once in 6 hours, with numbers to call and where else to ask. Groups of centres still work.',
        'channel-zalo':
          'When off, the bot does not answer on Zalo; people are told once in 6 hours, with numbers to call and where else to ask.',
        'channel-web':
          'When off, the bot does not answer on the web; people are told once in 6 hours, with numbers to call and where else to ask.',
        referrals:
          'When off, the bot answers but takes no new referral; who wants to reach staff is given 1800 1233 and the address of the centre where it was checked.',
        'hotlines-only':
          'When off, the bot answers and passes on nothing, on any channel; it only names the numbers to call.',
      },
      works: 'On',
      off: 'Off',
      since: 'Since',
      by: 'Switched off by',
      because: 'Reason',
      turnOff: 'Switch off',
      turnOn: 'Switch on again',
      always: 'Whatever is off, messages that show danger are always answered at once with 113, 115, 111.',
      changed: (name, off) => `${off ? 'Off' : 'On again'}: ${name}`,
      banner: (name, since) => `Off: ${name} (since ${since}).`,
    },
    hours: {
      title: 'Working hours and holidays',
      lead: 'Deadlines run in working hours only. Public holidays are built in; set here only what differs. Referrals already passed on keep their due time.',
      week: 'Hours of the week',
      weekHint: 'For example 7:30–11:30, 13:00–17:00. Empty means closed.',
      weekdays: { 1: 'Monday', 2: 'Tuesday', 3: 'Wednesday', 4: 'Thursday', 5: 'Friday', 6: 'Saturday', 7: 'Sunday' },
      badHours: 'These hours cannot be read. Write 7:30–11:30, 13:00–17:00, each later than the one before.',
      noHours: 'There must be at least one working day in the week.',
      holidays: 'Coming holidays',
      holidaysHint: 'Untick a day that is worked all the same.',
      closed: 'Days off besides these',
      closedHint: 'One day and its reason in each line, for example: 4/2/2027 One more day of Tết.',
      exchanged: 'Exchanged working days',
      exchangedHint: 'Saturdays or Sundays that are worked. One day in each line, for example: 22/8/2026.',
      badDay: (line) => `No day can be read in the line: ${line}`,
      noName: 'Write after the day why it is off.',
      bothWays: (day) => `${day} is both off and worked. Remove one of them.`,
      example: (due) => `As it is saved now, a question passed on at this moment must be answered before ${due}.`,
    },
    targets: {
      title: 'Targets',
      lead: 'Counted in working time. When it is late, staff are told, the person gets an apology and a number to call, then the admin is told. Referrals already passed on keep their due time.',
      answerDays: 'First answer within (working days)',
      answerDaysHint: 'For every centre without its own number below.',
      remindHours: 'Remind staff before it is due (working hours)',
      remindHint: 'For example 2 or 1.5.',
      escalateDays: 'Tell the admin after it was due (working days)',
      escalateHint: 'On the page Overdue and in the alarm group, where one is linked.',
      own: 'Own numbers of centres',
      ownHint: 'Working days. Empty means the common number.',
      badDays: (most) => `Give a number of days from 1 to ${most}.`,
      badHours: (most) => `Give a number of hours from 0.5 to ${most}.`,
    },
    hotlines: {
      title: 'Hotlines',
      lead: 'What is set here is used instead of the released number. Only numbers that were called, or that stand in an official paper.',
      number: 'Number',
      name: 'Name',
      purpose: 'When to call',
      hours: 'Hours',
      cost: 'Cost',
      state: 'State',
      fixed: 'Always shown, cannot be changed',
      fixedWhy: 'This number is always shown and changes only with a release, for it stands in many answers.',
      shipped: 'As released',
      changed: (day) => `Changed, checked on ${day}`,
      off: 'Hidden',
      edit: (name) => `Edit: ${name}`,
      offLabel: 'Hide this number',
      offHint: 'When nobody answers there any more. Emergency numbers are always shown.',
      source: 'Source',
      sourceHint: 'Official document, official page, or the day of a test call.',
      verifiedOn: 'Checked on',
      badNumber: 'Digits and spaces only, for example 1900 969 680.',
      missing: 'Please fill this in.',
      badVerified: 'The day must be today or earlier.',
      inEntries: 'The old number may still stand in the words of some entries; curators change it there.',
      reset: 'Use the released number again',
      resetDone: 'Back to the released one',
    },
    texts: {
      title: 'Texts of the bot',
      lead: 'Short, warm, plain; read it aloud before saving. What is said in danger, of consent, privacy and the law cannot be changed here.',
      where: 'When it is said',
      text: 'Text in use',
      state: 'State',
      changed: 'Changed',
      shipped: 'As released',
      places: {
        greeting: 'Greeting',
        help: 'Help',
        thanks: 'When thanked',
        goodbye: 'Goodbye',
        'machine-or-person': 'When asked whether it is a machine',
        machineNotice: 'Notice of a machine, at the end of every answer',
        outOfScope: 'Outside of what it knows',
        whichOne: 'Which matter is meant',
        articleNotHeld: 'Article not held',
        entryGone: 'No longer in force',
        staleButton: 'A button too old',
        askProvince: 'Asking for the province',
        provinceUnknown: 'Province not recognised',
        whichProvince: 'A name of several provinces',
        cancelled: 'When something is stopped',
        nothingToCancel: 'Nothing to stop',
        declined: 'When nothing is to be passed on',
        noTickets: 'Nothing was passed on',
        whichTicket: 'Which question to take back',
        added: 'Added to the referral, no answer yet',
        addedByCode: 'Added to the referral by its code',
        backToBot: 'Back to the machine',
        withStaffAgain: 'Staff are helping, the machine keeps quiet',
        closed: 'When staff close the referral',
        rated: 'Thanks for the rating',
      },
      field: 'What the bot says',
      longest: (count) => `At most ${count} characters.`,
      mustHave: (words) => `Must keep: ${words}.`,
      preview: 'Preview',
      previewOn: (channel) => `On ${channel}`,
      length: (count, limit) => `${count} of at most ${limit} characters`,
      pieces: (count) => `Cut into ${count} messages`,
      shippedText: 'As released',
      reset: 'Use the released text again',
      resetDone: 'back to the released text',
      empty: 'The text must not be empty.',
      tooLong: (longest) => `The text is longer than ${longest} characters.`,
      lacks: (words) => `The text must have “${words}”: people need it.`,
      unknownPlaceholder: (words) => `Nothing can be put in place of ${words} here.`,
      changedText: (place) => `Changed: ${place}`,
    },
    groups: {
      title: 'Telegram groups',
      lead: 'New questions, reminders and alarms come to linked groups. Everybody in a group reads them, so only staff of the centre should be in it.',
      make: 'Link a group',
      forWhom: 'Group of',
      admins: 'Admins (alarms only, no content)',
      makeButton: 'Make a code',
      code: 'Code',
      steps: (code) => [
        'Add the bot to the Telegram group.',
        `Send in the group: /lienket ${code}`,
        'The bot says that it is linked. To unlink from the group, send: /golienket',
      ],
      validUntil: 'Valid until',
      once: 'The code is shown once and works once. When this page is closed, make another one.',
      copy: 'Copy the command',
      copied: 'Copied.',
      linked: 'Linked groups',
      none: 'No group is linked.',
      centre: 'Of',
      channel: 'Channel',
      since: 'Linked',
      action: 'Unlink',
      unlink: 'Unlink',
      unlinkOf: (name) => `Reason for unlinking the group of ${name}`,
      unlinked: 'Unlinked. Nothing is posted there any more.',
      gone: 'This group was unlinked before.',
      chooseCentre: 'Choose a centre.',
      did: {
        'code-made': (name) => `Code made for ${name}`,
        unlinked: (name) => `Group of ${name} unlinked`,
      },
    },
  },
};
