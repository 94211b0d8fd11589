import { fold } from '../language/fold.ts';
import type { SmallTalk } from './conversation.ts';

/** Patterns over the folded message. A greeting before a question is no small talk, so most must fill the whole message. */
const GREETING = /^(?:(?:da|em|chau|con|a|e)? ?(?:xin chao|chao|hello|hi|hey|alo+|a lo|good morning)[ a-z]{0,40})$/;
const GREETING_WORDS = new Set(
  'da em chau con toi minh xin chao hello hi hey alo alu lo ad admin ban anh chi co chu bac cac bot shop a e oi nhe nha co ai truc khong o do truc tuyen day buoi sang trua chieu toi good morning het k ko bn ac hoi quyen'.split(
    ' ',
  ),
);
const THANKS = /\b(cam on|thank|thanks|tks|cam ta|camon)\b/;
const GOODBYE =
  /^(?:(?:ok|da|vang|thoi)\b.*\b)?(?:tam biet|bye+|bb|bai|hen gap lai|chuc ngu ngon|goodbye|hoi (?:tiep|sau))(?: [a-z]+){0,3}$/;
const MACHINE =
  /\b(nguoi that hay (?:la )?(?:may|bot|robot)|may hay (?:la )?nguoi|bot hay (?:la )?nguoi|co phai (?:la )?(?:bot|may|robot|nguoi that|ai)\b|ban la ai|may la ai|ai dang tra loi|chatgpt|are you (?:a )?(?:bot|human|real))/;
const OTHERS_DATA =
  /\b(?:cho (?:toi|em|minh|anh) (?:xem|biet|coi|xin)|doc|gui (?:toi|cho toi)|lay) .{0,40}(?:tin nhan|so dien thoai|dia chi|noi dung hoi|ho so|thong tin) .{0,30}(?:cua|nguoi|co|anh|chi|ba|ong|vo|chong|hang xom|nhan vien) /;
const MAKE_UP =
  /\b(?:bo qua (?:het |moi |tat ca )?(?:cac )?(?:huong dan|chi dan|lenh|quy tac)|ignore (?:all |the )?(?:previous|above)|(?:tu soan|bia|che|viet) .{0,25}(?:dieu luat|luat moi|dieu khoan moi|van ban luat)|gia vo (?:la|lam) (?:tham phan|luat su)|dong vai|system prompt)/;

/**
 * What a message is when it asks nothing about the law: a greeting, thanks, a question about the bot itself, or a
 * request that the bot must refuse whatever it finds (other people's data, made-up law).
 */
export function smallTalkIn(text: string): SmallTalk | undefined {
  const plain = fold(text)
    .replace(/[^a-z0-9 ]/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
  if (plain === '') return 'help';
  if (MAKE_UP.test(plain)) return 'make-up-law';
  if (OTHERS_DATA.test(`${plain} `)) return 'others-data';
  const count = plain.split(' ').length;
  if (GREETING.test(plain) && plain.split(' ').every((word) => GREETING_WORDS.has(word))) return 'greeting';
  if (MACHINE.test(plain) && count <= 25) return 'machine-or-person';
  if (GOODBYE.test(plain) && count <= 14) return 'goodbye';
  if (
    THANKS.test(plain) &&
    !text.includes('?') &&
    count <= 25 &&
    !/\b(hoi|lam sao|the nao|duoc khong|co duoc|phai lam|giup em|giup toi)\b/.test(plain)
  )
    return 'thanks';
  return undefined;
}
