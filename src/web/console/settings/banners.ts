import type { Language } from '../../../accounts/account.ts';
import type { ServiceSettings } from '../../../service/service-settings.ts';
import { SWITCH_NAMES } from '../../../service/switches.ts';
import { type InBoth, timeInWords } from '../kit/words.ts';
import { SETTINGS_WORDS } from './wording.ts';

const DEMO: InBoth<string> = {
  vi: 'Dữ liệu mẫu để dùng thử: người, câu hỏi và hồ sơ ở đây đều không có thật.',
  en: 'Demonstration data: the people, questions and referrals here are invented.',
};

/** What everybody in the console must know: that data are invented, and which switches are thrown, since when. */
export function banners({ switches, demo }: ServiceSettings, language: Language): readonly string[] {
  const words = SETTINGS_WORDS[language].switches;
  const thrown = SWITCH_NAMES.flatMap((name) => {
    const since = switches[name]?.since;
    return since ? [words.banner(words.names[name], timeInWords(since, language))] : [];
  });
  return demo ? [DEMO[language], ...thrown] : thrown;
}
