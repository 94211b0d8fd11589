const ENGLISH = new Set(
  'the is are am was were do does did can could should would my me i you your he she they we it of to in on for with and or not what when where who how why if have has this that from there any get want need help keep boss employer company job work salary wage pay paid money husband wife child children son daughter baby school police arrested lawyer court law rights right contract fired passport visa marry married divorce beat hit hurt foreigner vietnam vietnamese landlord rent house insurance hospital doctor pregnant complaint free legal aid'.split(
    ' ',
  ),
);

/** They are Vietnamese syllables without marks as well: `tố cáo cán bộ`, `làm thế nào đó`. */
const OURS_TOO = new Set('the am do can me my i he it to in on not that hit son pay job aid rent'.split(' '));

/** Is the text English? Two of its commonest words, one of them only English, no Vietnamese letter, and a third of all words among them. */
export function isEnglish(text: string): boolean {
  if (/[^\p{ASCII}’‘“”–—…]/u.test(text)) return false;
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  const known = words.filter((word) => ENGLISH.has(word));
  const surely = known.some((word) => !OURS_TOO.has(word));
  return surely && new Set(known).size >= 2 && known.length * 3 >= words.length;
}
