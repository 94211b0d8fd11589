import { plainWords } from '../language/plain-words.ts';
import type { SmallTalk } from './conversation.ts';

/** Patterns over the folded message. A greeting before a question is no small talk, so most must fill the whole message. */
const GREETING =
  /^(?:(?:(?:da|em|chau|con|a|e) ?){0,3}(?:xin chao|chao|hello|hi|hey|alo+|a lo|good morning)[ a-z]{0,40})$/;
const GREETING_WORDS = new Set(
  'da em chau con toi minh xin chao hello hi hey alo alu lo ad admin ban anh chi co chu bac cac bot shop a e oi nhe nha co ai truc khong o do truc tuyen day buoi sang trua chieu toi good morning het k ko bn ac hoi quyen'.split(
    ' ',
  ),
);
const THANKS = /^(.*?)\b(?:cam on|thank|thanks|tks|cam ta|camon)\b(?! truoc)/;
/** What may stand before thanks that are only thanks; a story that ends with "em cảm ơn" is a question. */
const BEFORE_THANKS = new Set(
  'da vang u uh ok oke okay okie duoc the vay thi a ah e em toi minh chau con tui hieu biet ro roi tot hay qua lam tuyet voi bot ad admin ban anh chi co chu bac tra loi giup huu ich that rat vui thoi xin chan thanh nhe nha'.split(
    ' ',
  ),
);
const GOODBYE =
  /^(?:(?:ok|da|vang|thoi)\b.*\b)?(?:tam biet|bye+|bb|bai|hen gap lai|chuc ngu ngon|goodbye|hoi (?:tiep|sau))(?: [a-z]+){0,3}$/;
const MACHINE =
  /\b(nguoi that hay (?:la )?(?:may|bot|robot)|may hay (?:la )?nguoi|bot hay (?:la )?nguoi|co phai (?:la )?(?:bot|may|robot|nguoi that)\b(?! dau)|co phai (?:la )?ai(?= khong| ko| k| a|$)|(?<!mua )ban la ai|may la ai|ai dang tra loi|chatgpt|are you (?:a )?(?:bot|human|real))/;
/** What the bot keeps, and who reads it. */
const PRIVACY =
  /\b(?:bot|may nay|trang nay|he thong nay|hoi quyen)(?: nay)?(?: co)? (?:luu|giu|ghi|thu thap|biet)(?: lai)?(?: nhung)? (?:gi|tin nhan|thong tin)\b|\bco ai (?:khac )?(?:doc|xem) (?:duoc )?(?:tin nhan|doan chat|cau hoi)(?: nay| cua (?:toi|em|minh|tui|chau|con))/;
/** Somebody of whom the bot would have to tell tales. Offices and groups of people (`người khuyết tật`) are not meant. */
const SOMEBODY =
  '(?:vo(?! chong)|chong|hang xom|nhan vien|sep|giam doc|con (?:trai|gai|dau|re)|ban (?:trai|gai)|nguoi (?:khac|kia|ay|ta|yeu|hoi|tung hoi|vua)|(?:co|anh|chi|ba|ong|bac|chu|cau|thang|dua) (?!em\\b|be\\b|ba\\b|quan\\b|giao\\b|nhan\\b|phu\\b)[a-z]+) ';
const PRIVATE_MATTER =
  '(?:tin nhan|so dien thoai|sdt|so may|dia chi|noi dung|cau hoi|ho so|thong tin|doan chat)(?: (?:ca nhan|rieng|dien thoai|nha|chat|hoi|zalo|facebook|hom qua|hom nay|va|voi|ten|so|dia chi))*(?: cua| ma)? ';
const OTHERS_DATA = new RegExp(
  `(?<!khong )\\bcho (?:toi|em|minh|anh|chi|chau|tui) (?:(?:xem|biet|coi|xin|doc|muon|thay) )+(?:[a-z]+ ){0,4}?${PRIVATE_MATTER}${SOMEBODY}` +
    `|^(?:(?:ad|bot|ban|oi|hay|da|a|lam on|vui long) )*(?:doc|gui|lay|mo|dua|cung cap)(?: (?:cho )?(?:toi|em|minh|anh|chi))? (?:[a-z]+ ){0,4}?${PRIVATE_MATTER}${SOMEBODY}`,
);
/** A question about law, or about somebody who was taken away, that begins as such a request does. */
const ABOUT_LAW =
  /\b(pham toi|vi pham|bi phat|di tu|co bi|dung luat|trai luat|quyen(?! (?:duoc )?(?:biet|xem|coi|doc))|bi bat|bi giam|bi giu|tam giu|tam giam)\b/;
/** `chế độ theo luật mới` and `Việt Nam có điều luật nào` are questions: only small words may stand before the object. */
const MAKE_UP =
  /\b(?:bo qua (?:het |moi |tat ca )?(?:cac )?(?:huong dan|chi dan|lenh|quy tac)|ignore (?:all |the )?(?:previous|above)|(?:soan|(?<!uong )bia|che|viet|nghi ra)(?: (?:ra|cho|toi|em|minh|giup|dum|ho|mot|1|vai|them|cai|may|dai|ngay|thu))* (?:dieu luat|luat moi|luat gia|dieu khoan moi|van ban luat)|gia vo (?:la|lam) (?:tham phan|luat su)|dong vai (?:la |lam |mot |nhu )*(?:tham phan|luat su|cong an|chuyen gia|quan toa|kiem sat|chatgpt|ai\b|tro ly|nhan vat|nguoi)|system prompt)/;

/**
 * What a message is when it asks nothing about the law: a greeting, thanks, a question about the bot itself, or a
 * request that the bot must refuse whatever it finds (other people's data, made-up law).
 */
export function smallTalkIn(text: string): SmallTalk | undefined {
  const plain = plainWords(text);
  if (plain === '') return 'help';
  if (MAKE_UP.test(plain)) return 'make-up-law';
  if (OTHERS_DATA.test(`${plain} `) && !ABOUT_LAW.test(plain)) return 'others-data';
  const count = plain.split(' ').length;
  if (GREETING.test(plain) && plain.split(' ').every((word) => GREETING_WORDS.has(word))) return 'greeting';
  if (MACHINE.test(plain) && count <= 25) return 'machine-or-person';
  if (PRIVACY.test(plain) && count <= 20) return 'privacy';
  if (GOODBYE.test(plain) && count <= 14) return 'goodbye';
  const beforeThanks = THANKS.exec(plain)?.[1]?.trim();
  if (
    beforeThanks?.split(' ').every((word) => word === '' || BEFORE_THANKS.has(word)) &&
    !text.includes('?') &&
    count <= 25 &&
    !/\b(hoi|lam sao|the nao|duoc khong|co duoc|phai lam|giup em|giup toi)\b/.test(plain)
  )
    return 'thanks';
  return undefined;
}
