import type { ZaloTrouble } from '../../emulators/zalo-platform.ts';
import { badWeather, type Gust } from './bad-weather.ts';
import { type Drill, runOn } from './drill.ts';

const PAGE = '<!DOCTYPE html><html><head><title>Zalo</title></head><body>Hệ thống đang bận</body></html>';
const GUSTS: readonly Gust<ZaloTrouble>[] = [
  { share: 0.02, trouble: { error: 429, description: 'Quota exceeded' } },
  { share: 0.02, trouble: { error: -32, description: 'Rate limit' } },
  { share: 0.02, trouble: { error: 403, description: 'Internal server error' } },
  { share: 0.02, trouble: { status: 200, body: PAGE } },
  { share: 0.02, trouble: { status: 502, body: PAGE } },
  { share: 0.01, trouble: { error: 408, description: 'Request timeout' }, uncertain: true },
  { share: 0.005, trouble: { status: 200, body: '' }, uncertain: true },
  { share: 0.005, trouble: { status: 200, body: '', after: true }, uncertain: true },
  { share: 0.005, trouble: { status: 504, body: PAGE, after: true }, uncertain: true },
  { share: 0.005, trouble: 'cut-after', uncertain: true },
];

/** Zalo's ways to say no: under HTTP status 200, as pages, with nothing at all, and without saying how long to wait. */
export const zaloOddAnswers: Drill = {
  name: 'zalo-odd-answers',
  about:
    '10 % of the sends get 429, -32, 403 or a page in HTML (under 200 and 502), 3 % get 408, 504, nothing, or are cut',
  share: 14_000,
  run: (needs) =>
    runOn(zaloOddAnswers.name, needs, { telegramUpdates: 'webhook' }, async (stand) => {
      const people = needs.people.writing(needs.messages, 'zalo');
      const weather = badWeather(GUSTS, needs.random);
      stand.fails({ zalo: weather.rule });
      await stand.write(people);
      return { people, figures: weather.figures };
    }),
};
