import { plainWords } from '../language/plain-words.ts';
import { UNHELPFUL_REASONS, type UnhelpfulReason } from './conversation.ts';

const YES = new Set([
  'co',
  'da',
  'da co',
  'vang',
  'da vang',
  'u',
  'uh',
  'um',
  'uk',
  'ok',
  'oke',
  'okay',
  'dong y',
  'toi dong y',
  'em dong y',
  'con dong y',
  'da dong y',
  'duoc',
  'duoc roi',
  'yes',
  'chuyen di',
  'chuyen giup',
]);
const NO = new Set([
  'khong',
  'ko',
  'k',
  'kg',
  'hong',
  'thoi',
  'khong can',
  'thoi khong',
  'khong dong y',
  'da khong',
  'no',
  'de sau',
  'khong a',
  'chua',
]);
const AGREES = new Set([
  'dong y',
  'toi dong y',
  'em dong y',
  'con dong y',
  'chau dong y',
  'minh dong y',
  'tui dong y',
  'da dong y',
  'da em dong y',
  'da con dong y',
  'dong y chuyen',
]);
const POLITE_ENDINGS = /( a| nhe| nha| em| anh| chi| ban| roi)+$/;

/**
 * Is the *whole* message a yes? A beginning is not enough: without marks, `cơ quan nào…` and `cô tôi…` also begin
 * with `co`.
 */
export function isYes(words: string): boolean {
  return YES.has(bare(words));
}

export function isNo(words: string): boolean {
  return NO.has(bare(words)) || NO.has(plainWords(words));
}

/** Consent needs the words themselves: `Đồng ý`. A yes or a thumb is not enough to pass somebody's story on. */
export function agrees(words: string): boolean {
  return AGREES.has(bare(words));
}

const HELPED =
  /^(?:(?:da|vang|rat|that|cung|cau tra loi|tra loi|thong tin) )*(?:(?:co|huu|bo) ich|co giup|giup (?:duoc|ich)|dung (?:roi|y|viec))(?: (?:roi|lam|qua|nhieu|cho|cua|em|toi|minh|chau|con|a|nhe|nha|ban|ad|y|viec))*(?: cam on.{0,40})?$/;

/** Does the message say that the last answer was what was needed? */
export function helped(words: string): boolean {
  return HELPED.test(plainWords(words)) && !words.includes('?');
}

const DID_NOT_HELP =
  /^(?:da |nhung )?(?:khong|ko|chua|k|hong) (?:dung|phai|giup|hieu|ro|giai quyet|duoc gi|(?:co |huu |bo )?ich)(?: .{0,40})?$|^vo ich$|^(?:tra loi )?(?:sai|lac de|lung tung)(?: .{0,30})?$/;

/** `sai tên trong sổ đỏ thì sửa ở đâu` begins like a complaint and asks something. */
const ASKS = / (?:thi|o dau|bao nhieu|bao lau|khi nao|the nao|lam (?:gi|sao)|co duoc|duoc khong|phai khong)\b/;

/** Does the message say that the last answer was not what was needed? */
export function didNotHelp(words: string): boolean {
  const said = plainWords(words);
  return DID_NOT_HELP.test(said) && !ASKS.test(said);
}

/** Whole messages, folded and without courtesy: `công ty trả sai lương` is a question and no reason. */
const REASONS: Readonly<Record<UnhelpfulReason, RegExp>> = {
  'wrong-matter':
    /^(?:(?:em|toi|minh) hoi )?(?:(?:khong|ko|chua|k|hong) (?:dung|phai)(?: (?:la|viec|chuyen|y|cau|hoi|cua|em|toi|minh|chau))*|(?:viec|chuyen|y) khac|lac de)$/,
  unclear:
    /^(?:(?:cau|tra|loi|noi|viet|doc) )*(?:kho hieu|roi|roi ram|(?:khong|ko|chua|k|hong) (?:hieu|ro)(?: (?:gi|het))*)$/,
  'no-steps':
    /^(?:(?:con|tra|loi) )*(?:thieu|(?:khong|ko|chua|k|hong) (?:noi|chi|co|biet|huong dan|thay)(?: ro)?)(?: (?:cach|lam|cac|buoc|viec|can|gi|sao|the|nao|o|dau))+$/,
  'wrong-or-old':
    /^(?:(?:co|cho|thong|tin|tra|loi|noi|luat|bi) )*(?:sai|cu|loi thoi|het hieu luc)(?: (?:hoac|cu|luat))*$/,
  other: /^(?:ly do )?khac$/,
};

/** Why the last answer did not help, where the message says that and nothing else. */
export function reasonIn(words: string): UnhelpfulReason | undefined {
  const said = bare(words).replace(/(?: (?:lam|qua|roi))+$/, '');
  return UNHELPFUL_REASONS.find((reason) => REASONS[reason].test(said));
}

function bare(words: string): string {
  return plainWords(words).replace(POLITE_ENDINGS, '');
}
