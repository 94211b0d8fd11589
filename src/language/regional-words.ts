/**
 * Words of the Centre and the South that have one standard form. Only whole words, only where the standard meaning of
 * the same letters is rare in a question about rights (`răng`, a tooth, is not turned into `sao`).
 */
const STANDARD: Readonly<Record<string, string>> = {
  tui: 'tôi',
  hổng: 'không',
  hông: 'không',
  mần: 'làm',
  rứa: 'thế',
  mô: 'đâu',
  nớ: 'đó',
  tề: 'kia',
  dìa: 'về',
  dề: 'về',
  vô: 'vào',
  dô: 'vào',
  ổng: 'ông',
  bả: 'bà',
  mướn: 'thuê',
  kêu: 'gọi',
  sanh: 'sinh',
  bịnh: 'bệnh',
  biểu: 'bảo',
  méc: 'mách',
  xỉn: 'say',
  tía: 'cha',
  má: 'mẹ',
  mạ: 'mẹ',
  bố: 'cha',
  nhơn: 'nhân',
  chánh: 'chính',
  nhứt: 'nhất',
  đờn: 'đàn',
  quánh: 'đánh',
  oánh: 'đánh',
  uýnh: 'đánh',
  quýnh: 'đánh',
  thiệt: 'thật',
  bển: 'bên',
  trển: 'trên',
  ngoải: 'ngoài',
  hun: 'hôn',
  lượm: 'nhặt',
};

/** The standard word for a lower-case regional one, or the word itself. */
export function standardWord(word: string): string {
  return (Object.hasOwn(STANDARD, word) ? STANDARD[word] : undefined) ?? word;
}
