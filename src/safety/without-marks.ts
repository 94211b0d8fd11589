import { TOUCH, UNDRESS } from './danger-words.ts';

/** What a sign is called in a text typed without marks. */
export type Reading = readonly [marked: string, plain: string];

/**
 * Typed without marks many words look like others that are far more frequent: `tu van` is `tự vẫn` and nearly always
 * `tư vấn`, `dang` is `đang` and `đăng`, `dam` is `đâm` and `dám`. In text without marks such a sign counts only where
 * the words beside it leave no other reading. Longer entries come first.
 */
export const WITHOUT_MARKS: readonly Reading[] = [
  [
    TOUCH,
    'so (?:soang|mo|nguc|mong|dui|khap|vung kin|cho kin|vao (?:nguc|nguoi|mong|cho|vung|dui)|nguoi (?:em|chau|con|be))',
  ],
  [UNDRESS, 'coi (?:quan|ao|truong)'],
  ['nạo|đẻ|sinh con', 'nao (?:thai|hut)|de (?:them|bang duoc|con trai|con gai)|sinh con'],
  ['bạo hành', '(?:(?<=(?:bi|chong|vo|cha) )bao hanh|bao hanh(?= (?:em|toi|con|gia dinh|tre|vo|chau|me|minh|min) ))'],
  ['tự vẫn', '(?!)'],
  [
    'hắn',
    '(?:han(?! (?:cua|ho|tra|mot|hai|ba|nop|bao|luon|toi|het|thang|cuoi) )(?<!(?:het|qua|thoi|den|tre|dung|co) han))',
  ],
  ['nhấn', 'nhan(?= (?:dau|mat|nuoc|xuong|chim|con|em) )'],
  ['ấn', 'an(?= (?:dau|mat) )'],
  ['rượt', '(?:(?<=(?:dang|bi|chay|dao|gay|roi) )ruot|ruot(?= (?:em|toi|me|con|danh|chem|chay|khap|vo|ca|theo|dap) ))'],
  ['bất động', '(?:(?:nam|nguoi|lim|im) bat dong|bat dong (?:roi|luon|khong|nam|tren|duoi))'],
  [
    'chừ',
    '(?:(?<=(?:bay|rang|mo|ni) )chu|chu(?= (?:em|toi|con|no|han|dang|phai|lam|man|biet|di|sao|bao mo|hoi mo|keu|goi) ))',
  ],
  ['châm', 'cham(?= (?:thuoc|lua|vao|vo|tan|dieu) )'],
  [
    'tự tử',
    '(?<!(?:dau|thu|chu|tu|noi|cu|tro|lai) )tu tu(?! (?:tu|nha|do|ngay|den|xa|moi|cu|lam|roi|tinh|thang|nam) )',
  ],
  ['quyên sinh', '(?!)'],
  ['lá ngón', '(?:an|hai|nhai|nuot|uong|nam) la ngon(?! ngu)'],
  ['thiêu', 'thieu(?= (?:song|chet|rui|ca nha) )'],
  ['trại', 'trai(?= (?:giam|tam giam|tam giu|cai nghien|go|khai thac|ga|heo|tom) )'],
  ['đồn', '(?:don (?:cong an|bien phong|phuong)|(?:len|ve|tren) don(?! (?:vi|gian|xin|ly|li) ))'],
  ['treo cổ', '(?:(?:doi|dinh|muon|vua|di|dem|nay) treo co|treo co (?:chet|cho (?:roi|xong)|tu tu))'],
  ['thắt cổ(?! chai)', '(?:(?:doi|dinh|muon|vua|di) that co)'],
  ['con dao', 'con dao(?! (?:nay|gan|truoc|do|roi) )'],
  ['dâm ô', '(?:hanh vi|bi|hay|dinh|toi) dam o'],
  ['năm ngoái', 'nam ngoai(?! (?:san|duong|hanh|cua|troi|he|ban) )'],
  [
    'đang',
    'dang(?! (?:ki|ky|tin|bai|anh|hinh|clip|tai|le|vien|uy|bo|nhap|kiem|len) )(?<!(?:hinh|da|xung|noi|khuyet|nang|dich) dang)',
  ],
  ['mới', 'moi(?! (?:nguoi|ngay|thang|nam|tuan|lan|khi|nha|gia|ho|truong|viec|noi|len) )'],
  [
    'đánh',
    '(?:danh(?! (?:sach|muc|du|dum|hieu|tieng|nghia|rieng|cho|tinh|dinh|xung|lam|ban|thiep|ba) )(?<!(?:dich|chuc|cong|vinh|ten|dinh|thanh|liem|giay|nac|cho) danh)|(?:oanh|uynh|quynh|quanh)(?= (?:em|toi|vo|con|me|chau) )(?<!(?:xung|vong|loanh) quanh))',
  ],
  ['đập', 'dap(?! (?:ung|an|loi|xe|gan|trung (?:dinh|day|min|kinh)|phai) )(?<!(?:xe|giai|boi|den|van|thi) dap)'],
  ['đạp', 'dap(?= (?:vao|em|toi|con|me|bung|mat|nguoi|te) )(?<!xe dap)'],
  ['đấm', 'dam(?= (?:vao|mat|lien|tui bui) )(?<!(?:khong|chang|ai|bat) dam)'],
  [
    'đâm',
    '(?:dam(?= (?:chet|em|toi|me|vo|chau|thung|nguoi) )(?<!(?:khong|chang|ai|nao) dam)|(?<=bi (?:chong|vo) )dam(?! (?:don|bao) ))',
  ],
  [
    'tát',
    '(?:tat(?= (?:em|toi|con|chau|vo|vao|tai|lia|lien|minh|may cai) )(?<!(?:khuyet|tan|benh) tat)|(?<=(?:chong|vo|cha|me|trai) )tat(?! (?:ca|toan|nuoc|may|den|dien|nguyen|bat) ))',
  ],
  ['quất', '(?:quat(?= (?:em|toi|con|chau|vao|lia|no|roi|hoai) )|(?<=(?:roi|day dien|that lung|gay|choi) )quat)'],
  ['phang', 'phang(?= (?:em|toi|con|vao|vo|chau|bang) )'],
  ['súng', '(?:cam|co|di|chia|rut|mang|lay|khau|xach) sung(?! tuc)'],
  [
    'trói',
    '(?:troi(?= (?:em|toi|con|chau|tay|chan|lai|vao|no|chat|go) )(?<!(?:ong|duoi|mat|ngoai|qua|nam|thang|ca) troi)|(?<=bi )troi)',
  ],
  ['hiếp', 'hiep(?! (?:hoi|dinh|uoc|thuong|tac|thanh) )(?<!(?:lien|doan|hoa|an|uc|bao) hiep)'],
  ['nhảy', '(?:nhay(?= (?:cau|lau|song|xuong|san thuong) )|(?<=(?:doi|dinh|muon) )nhay)'],
  ['còng', 'cong tay'],
  ['hóc', 'hoc (?:xuong|di vat|keo|hat|dong xu)'],
  ['ngất', 'ngat(?! (?:quang|ket|dien|nuoc) )'],
  ['ghe', '(?<=(?:tren|xuong|chu|sang|tau|chiec|len) )ghe'],
  ['ra máu', '(?:(?:bi|nhieu|gio|chay) ra mau|ra mau (?:nhieu|lam|qua|dau|roi|khong cam))'],
  ['mất máu', '(?!)'],
  ['cứu', 'cuu(?! (?:chien|ho|tro|giup hai) )'],
  ['đòn roi', '(?!)'],
  ['la lối', 'la loi(?= (?:chui|om|suot|hoai|ca) )'],
  ['khống chế', '(?!)'],
  ['côn đồ', '(?!)'],
  ['lão', 'lao(?= (?:chong|nha|ta) )'],
  [
    'dượng',
    '(?:(?<=(?:bo|ba|cha|ong) )duong|duong(?= (?:no|em|chau|toi|hay|so|danh|dap|bat|con (?:cu|hay|so|danh|nhin)) ))',
  ],
  ['dôn', 'don(?= toi (?:hay|say|nhau|danh|dap|cu) )'],
  [
    'vả(?! (?:lại|chăng))',
    '(?:(?:hay|cu) va(?= (?:em|toi|vo|con|vao) )|va(?= (?:vao (?:mat|mom)|(?:em|toi|vo) (?:mot|may|hai) (?:cai|phat|bat)) ))',
  ],
  [
    '(?<!(?:mai|hỏa) )táng',
    'tang(?= (?:vao (?:mat|dau)|(?:cho )?(?:em|toi|vo) (?:(?:mot|may|hai) (?:cai|bat) (?:vi|vao|truoc|ngay)|chay|bam|sung)) )',
  ],
  ['tẩn(?! mẩn)', '(?:(?:hay|bi|cu) tan(?= (?:em|toi|vo|con) )|tan(?= (?:em|toi|vo) mot tran ))'],
  ['nện(?! (?:nền|đất|móng))', 'nen(?= (?:em|toi|vo|con) (?:may|mot|hoai) )'],
  ['dợt', 'dot(?= (?:em|toi|vo) (?:toi|mot|may|hoai) )'],
  ['thụi', 'thoi(?= vao (?:bung|mat|nguoi|lung) )'],
  ['giộng', 'giong(?= dau )'],
  ['dộng', 'dong(?= dau )'],
  ['xáng', 'xang(?= (?:em|toi|cho|vao|bat) )'],
  ['quật(?! mồ)', 'quat(?= (?:em|toi|con|vo|vao) )'],
  ['rủa', '(?:rua(?= (?:em|toi|sa|ca) )|(?<=chui )rua)'],
  ['hăm', 'ham(?= (?:giet|doa|he|danh|em|toi) )'],
  ['quậy', 'quay(?= pha )'],
  [
    'dí',
    'di(?= (?:dau (?:xuong|vao|vo|thuoc)|(?:vo|vao) (?:dui|mong|mat|lung|bung)|vo tay|tan|thuoc|dao|sung|con dao|ban (?:ui|la)) )',
  ],
  ['bợp', 'bop(?= (?:tai|vao) )'],
  ['vào', '(?:vao|vo)'],
  ['lào', 'lao(?! (?:dong|cong|luc|vun) )'],
];
