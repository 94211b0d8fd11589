/**
 * Words that say nothing about the matter: particles, courtesy, pronouns and kinship words used as pronouns, and the
 * frame of a question ("cho em hỏi … thì phải làm sao ạ"). Folded, because questions come without marks too. They are
 * left out of questions, not of the index. A word whose other meaning is a matter of law (`con` a child, `chong` a
 * husband, `cha`, `me`) is not here.
 */
const LISTED = `
a ah ad admin adm ai alo anh anhchi ban bac bao bay bi biet boi bua cac cai can chac chang chao chau chi cho chu chua chut co coi con cong cu cua cung
da dang danh day de dem den deu di do doi dong dua duoc e em g gi gio giup ha hai hay he hen hi ho hoi hon hom it j ke kha khac khi khong khuc kia kieu
la lai lam lau len loai luc luon luot ma mai may mik minh moi mong mot muon na nao nay neu nen nghe ngay nhe nhi nhieu nho nhu nhung noi nua o oi on ong ra rang rat roi
sao sau se so ta tai tam tao tat thanh that the thi thoi thu thua thuc tinh toi ton tren trong truoc tu tui tung tuy u uh va van vao vay ve vi viec voi vua vui xin
xem y ya yeu
hello please thanks what how does the is are can my i am to of in a an and for do
`;
/** Listed above by their folded form, but they carry a matter when written so often in questions about rights. */
const KEEP = new Set([
  'danh',
  'con',
  'cong',
  'dong',
  'thu',
  'doi',
  'ke',
  'so',
  'bao',
  'ho',
  'hon',
  'mong',
  'tam',
  'giup',
  'tai',
  'lai',
  'dua',
  'thuc',
  'tinh',
  'hai',
  'bi',
  'yeu',
  'loai',
  'tu',
  'hen',
  'dang',
  'tat',
  'len',
]);

/** Folded words to leave out of a question. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  LISTED.split(/\s+/).filter((word) => word !== '' && !KEEP.has(word)),
);
