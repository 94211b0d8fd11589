import { fold } from '../language/fold.ts';

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
  return NO.has(bare(words)) || NO.has(plain(words));
}

/** Consent needs the words themselves: `Đồng ý`. A yes or a thumb is not enough to pass somebody's story on. */
export function agrees(words: string): boolean {
  return AGREES.has(bare(words));
}

const DID_NOT_HELP =
  /^(?:da |nhung )?(?:khong|ko|chua|k|hong) (?:dung|phai|giup|hieu|ro|giai quyet|duoc gi)(?: .{0,40})?$|^(?:tra loi )?(?:sai|lac de|lung tung)(?: .{0,30})?$/;

/** `sai tên trong sổ đỏ thì sửa ở đâu` begins like a complaint and asks something. */
const ASKS = / (?:thi|o dau|bao nhieu|bao lau|khi nao|the nao|lam (?:gi|sao)|co duoc|duoc khong|phai khong)\b/;

/** Does the message say that the last answer was not what was needed? */
export function didNotHelp(words: string): boolean {
  const said = plain(words);
  return DID_NOT_HELP.test(said) && !ASKS.test(said);
}

function bare(words: string): string {
  return plain(words).replace(POLITE_ENDINGS, '');
}

function plain(words: string): string {
  return fold(words)
    .replace(/[^a-z0-9 ]/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}
