/** A piece of text; with `call` it is a telephone number as it is dialled. */
export interface Piece {
  readonly text: string;
  readonly call?: string | undefined;
}

/** Service numbers, mobile and landline numbers; not a CCCD of 12 digits, nor a number inside a longer one. */
const LONG = /(?<![\d.,/-])(?:1[89]00(?: ?\d){4,6}|(?:\+84 ?|0)[1-9](?:[ .]?\d){8,9})(?![ .]?\d)/;
/** 111 to 115. Also numbers of articles, so only where the words before say that somebody is called. */
const SHORT = /(?<![\d.,/-])11[1-5](?![\d/%]|[.,-]\d| (?:nghìn|ngàn|triệu|tỷ|đồng|người|ngày|tháng|năm))/;
const NUMBER = new RegExp(`${LONG.source}|${SHORT.source}`, 'g');
const PLACE_IN_LAW = /(?:điều|khoản|điểm|chương|mục|luật|trang)\s[\s\d,]*(?:(?:và|đến|tới|hoặc)\s+)?$/i;
const CALLING = /gọi|nhắn|báo|tổng đài|đường dây|số khẩn cấp|nguy hiểm/i;

/** Finds the numbers that a person can call. Joined, the pieces are the text. */
export function phonesIn(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: number, index } of text.matchAll(NUMBER)) {
    if (number.length === 3 && !isCalled(text, index)) continue;
    if (index > end) pieces.push({ text: text.slice(end, index) });
    pieces.push({ text: number, call: number.replace(/[ .]/g, '') });
    end = index + number.length;
  }
  return end < text.length ? [...pieces, { text: text.slice(end) }] : pieces;
}

function isCalled(text: string, index: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', index - 1) + 1, index);
  if (/^(?:• )?$/.test(before)) return /^ [–-] /.test(text.slice(index + 3));
  const sentence = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('; ')) + 1);
  return CALLING.test(sentence) && !PLACE_IN_LAW.test(before);
}
