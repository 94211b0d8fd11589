import type { Language } from '../../../accounts/account.ts';

/** The same words in both languages; the compiler finds what is missing in one of them. */
export type InBoth<Words> = Readonly<Record<Language, Words>>;

const FORMATS: Readonly<Record<Language, { readonly time: Intl.DateTimeFormat; readonly number: Intl.NumberFormat }>> =
  {
    vi: formats('vi-VN'),
    en: formats('en-GB'),
  };

function formats(locale: string) {
  return {
    time: new Intl.DateTimeFormat(locale, {
      timeZone: 'Asia/Ho_Chi_Minh',
      hour: '2-digit',
      minute: '2-digit',
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
    }),
    number: new Intl.NumberFormat(locale),
  };
}

/** A moment as people in Vietnam read it: `09:05 21/11/2026`. */
export function timeInWords(at: Date, language: Language): string {
  return FORMATS[language].time.format(at).replace(',', '');
}

/** `1.234` in Vietnamese, `1,234` in English. */
export function numberInWords(n: number, language: Language): string {
  return FORMATS[language].number.format(n);
}
