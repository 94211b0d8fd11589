import type { TelegramTrouble } from '../../emulators/telegram-platform.ts';
import { badWeather, type Gust } from './bad-weather.ts';
import { type Drill, runOn } from './drill.ts';

const PAGE = '<html><head><title>502 Bad Gateway</title></head><body><center>nginx</center></body></html>';
/** What Telegram’s own gateway says when nobody behind it answered in time; the message may have been sent. */
const TIMEOUT = JSON.stringify({ ok: false, error_code: 504, description: 'Gateway Timeout' });
const GUSTS: readonly Gust<TelegramTrouble>[] = [
  { share: 0.03, trouble: { error: 500, description: 'Internal Server Error' } },
  { share: 0.03, trouble: { status: 502, body: PAGE } },
  { share: 0.01, trouble: { error: 503, description: 'Service Unavailable' } },
  { share: 0.005, trouble: { status: 504, body: TIMEOUT, after: true }, uncertain: true },
  { share: 0.01, trouble: 'cut', uncertain: true },
  { share: 0.01, trouble: 'cut-after', uncertain: true },
  { share: 0.01, trouble: 'cut-within', uncertain: true },
];
const POLLS_CUT = 0.02;

/** Telegram answers with errors of its own, and connections are cut before, after and in the middle of an answer. */
export const telegram5xxAndCut: Drill = {
  name: 'telegram-5xx-and-cut',
  about:
    '7 % of the sends end in 5xx, 3.5 % in 504 or a connection cut before, after or in the middle of the answer; polls too',
  share: 14_000,
  run: (needs) =>
    runOn(telegram5xxAndCut.name, needs, { telegramUpdates: 'polling' }, async (stand) => {
      const people = needs.people.writing(needs.messages, 'telegram');
      const weather = badWeather(GUSTS, needs.random);
      stand.fails({
        telegram: (call) =>
          call.method === 'getUpdates' ? (needs.random() < POLLS_CUT ? 'cut' : undefined) : weather.rule(call),
      });
      await stand.write(people);
      return { people, figures: weather.figures };
    }),
};
