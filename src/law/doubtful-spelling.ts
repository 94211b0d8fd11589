const RIMES = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh
  êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm
  oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơng ơp ơt u ua uân uâng uât uây
  uc uê uêch uênh uêu ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uyn uynh uyt uyu ư ưa ưc ưi ưm ưn ưng
  ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y ych yêm yên yêng yêt yêu ynh yt`
    .trim()
    .split(/\s+/),
);
const ONSET = /^(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])/u;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const STOPPED = /(?:ch|[ptc])$/u;
/** In these the tone stands on the second letter: `ước`, never `ứơc`. */
const TONE_ON_FIRST =
  /(?:ư[\u0300\u0301\u0303\u0309\u0323]ơ|[iy][\u0300\u0301\u0303\u0309\u0323]ê|u[\u0300\u0301\u0303\u0309\u0323]ô)/u;
const WORD = /(?<![\p{L}\p{M}\d])\p{L}{1,12}(?![\p{L}\p{M}\d])/gu;

/** Marks of vowel quality stay with their letter, tones come apart: `ước` → `ươ` + acute + `c`. */
function toneApart(word: string): string {
  return word
    .normalize('NFD')
    .replace(/(\p{L})([\u0300\u0301\u0303\u0309\u0323]?)([\u0302\u0306\u031B])/gu, '$1$3$2')
    .replace(/[aeouAEOU][\u0302\u0306\u031B]/gu, (letter) => letter.normalize('NFC'));
}

/** Can this be a syllable of Vietnamese? Only for words that carry a Vietnamese letter; others may be any language. */
function isSyllable(word: string): boolean {
  const apart = toneApart(word.toLocaleLowerCase('vi').replace(/ð/g, 'đ'));
  if (TONE_ON_FIRST.test(apart)) return false;
  const tones = apart.match(TONE) ?? [];
  if (tones.length > 1) return false;
  const base = apart.replace(TONE, '').normalize('NFC');
  const rime = base.replace(ONSET, '');
  if (STOPPED.test(base) && tones[0] !== undefined && !'\u0301\u0323'.includes(tones[0])) return false;
  return RIMES.has(rime) || RIMES.has(base) || (base.startsWith('gi') && RIMES.has(base.slice(1)));
}

/** Abbreviations (`NĐ`) and words of other languages in Vietnamese letters (`kilôgam`) have no syllable to judge. */
function isOneSyllable(word: string): boolean {
  const base = word.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐÐ]/g, 'd');
  return base.length > 1 && /[a-z]$/.test(base) && /^[^aeiouy]*[aeiouy]+[^aeiouy]*$/i.test(base);
}

/** Too few words tell nothing. */
const FEWEST_WORDS = 300;

/**
 * The share of accented words that cannot be Vietnamese, 0 to 1: near nothing in typed laws, a hundredth and more in a text that a
 * machine read from pictures. Wrong words that happen to be syllables (`quôc` for `quốc` is one) are not counted.
 */
export function doubtfulShare(lines: readonly string[]): number {
  let words = 0;
  let doubtful = 0;
  for (const line of lines) {
    for (const [word] of line.matchAll(WORD)) {
      if (/^[A-Za-z]+$/.test(word) || !isOneSyllable(word)) continue;
      words += 1;
      if (!isSyllable(word)) doubtful += 1;
    }
  }
  return words < FEWEST_WORDS ? 0 : doubtful / words;
}
