import { fold } from '../language/fold.ts';
import { plainWords } from '../language/plain-words.ts';

/** What a person can ask the bot to do, by `/word` or by plain words. */
export type Command =
  | 'start'
  | 'help'
  | 'cancel'
  | 'referral'
  | 'status'
  | 'withdraw'
  | 'back-to-bot'
  | 'privacy'
  | 'my-data'
  | 'erase';

const SLASH: ReadonlyMap<string, Command> = new Map(
  Object.entries<Command>({
    start: 'start',
    batdau: 'start',
    help: 'help',
    trogiup: 'help',
    huongdan: 'help',
    huy: 'cancel',
    dung: 'cancel',
    stop: 'cancel',
    canbo: 'referral',
    gapcanbo: 'referral',
    trangthai: 'status',
    hoso: 'status',
    rut: 'withdraw',
    bot: 'back-to-bot',
    may: 'back-to-bot',
    riengtu: 'privacy',
    dulieu: 'my-data',
    xoa: 'erase',
    xoahet: 'erase',
    xoadulieu: 'erase',
  }),
);

/** Whole messages, folded, without courtesy. */
const PLAIN: ReadonlyMap<string, Command> = new Map(
  Object.entries<Command>({
    'bat dau': 'start',
    start: 'start',
    help: 'help',
    'tro giup': 'help',
    'huong dan': 'help',
    'huong dan su dung': 'help',
    'giup toi': 'help',
    'giup em': 'help',
    'giup voi': 'help',
    'bot lam duoc gi': 'help',
    huy: 'cancel',
    'huy bo': 'cancel',
    'thoi huy': 'cancel',
    'dung lai': 'cancel',
    'thoi khong gui nua': 'cancel',
    'khong chuyen nua': 'cancel',
    stop: 'cancel',
    'gap can bo': 'referral',
    'cho gap can bo': 'referral',
    'toi muon gap can bo': 'referral',
    'em muon gap can bo': 'referral',
    'muon gap can bo': 'referral',
    'gap nguoi that': 'referral',
    'cho gap nguoi that': 'referral',
    'noi chuyen voi nguoi that': 'referral',
    'gap tro giup vien': 'referral',
    'gap luat su': 'referral',
    'chuyen cho can bo': 'referral',
    'chuyen can bo': 'referral',
    'can bo': 'referral',
    'gap nguoi': 'referral',
    'toi muon gap nguoi that': 'referral',
    'talk to a person': 'referral',
    'trang thai': 'status',
    'xem trang thai': 'status',
    'ho so cua toi': 'status',
    'cau hoi cua toi den dau roi': 'status',
    'bao gio tra loi': 'status',
    rut: 'withdraw',
    'rut cau hoi': 'withdraw',
    'rut ho so': 'withdraw',
    'rut lai': 'withdraw',
    'hoi may': 'back-to-bot',
    'quay lai bot': 'back-to-bot',
    'hoi bot': 'back-to-bot',
    'rieng tu': 'privacy',
    'bao mat': 'privacy',
    'du lieu': 'my-data',
    'xem du lieu': 'my-data',
    'xoa du lieu': 'erase',
    'quen toi di': 'erase',
  }),
);
const ME = '(?:toi|em|tui|minh|chau|con|mi)';
/** One's own data, and never a line of what is to be passed on (“xoá 2”) nor somebody else's. */
const OWN: readonly (readonly [RegExp, Command])[] = [
  [new RegExp(`^(?:${ME} muon )?(?:xem |coi )?(?:het |toan bo )?(?:du lieu|thong tin) (?:cua|ve) ${ME}$`), 'my-data'],
  [new RegExp(`^(?:ban |bot |may )?(?:dang )?(?:giu|luu|biet) (?:nhung )?gi (?:cua|ve) ${ME}$`), 'my-data'],
  [
    new RegExp(
      `^(?:${ME} muon )?xoa (?:het |toan bo |tat ca )?(?:moi )?(?:du lieu|thong tin|tin nhan|tin)(?: (?:cua|ve) ${ME})?$`,
    ),
    'erase',
  ],
];
const COURTESY =
  /^(?:(?:da|alo|ad oi|ban oi|xin|cho (?:em|toi|minh|chau|con)) )+|(?: (?:a|nhe|nha|voi|di|giup|ban|ad))+$/g;

/** The command that a whole message is, if it is one. `/trangthai HQ-7K3M` keeps its code for the step that reads it. */
export function commandIn(text: string): Command | undefined {
  const slash = /^\/([a-z_]+)(?:@\w+)?(?:\s|$)/i.exec(text.trim())?.[1];
  if (slash) return SLASH.get(slash.toLowerCase().replaceAll('_', ''));
  const plain = plainWords(fold(text).replace(/\bhq ?[-–—]? ?[a-z0-9]{4}\b/g, ' '));
  const bare = plain.replace(COURTESY, '').trim();
  return PLAIN.get(plain) ?? PLAIN.get(bare) ?? OWN.find(([words]) => words.test(plain) || words.test(bare))?.[1];
}
