import type { Language } from '../../../accounts/account.ts';
import type { Preview } from '../../../flow/curation/preview.ts';
import type { OutgoingMessage } from '../../../reply/message.ts';
import { type InBoth, numberInWords } from '../kit/words.ts';

interface PreviewWords {
  readonly channel: Readonly<Record<Preview['channel'], string>>;
  readonly messages: (count: string) => string;
  readonly message: (nth: string, of: string, characters: string) => string;
  readonly buttons: string;
}

const WORDS: InBoth<PreviewWords> = {
  vi: {
    channel: { telegram: 'Trên Telegram', zalo: 'Trên Zalo', web: 'Trên trang web' },
    messages: (count) => `${count} tin`,
    message: (nth, of, characters) => `Tin ${nth}/${of}, ${characters} ký tự`,
    buttons: 'Nút bấm',
  },
  en: {
    channel: { telegram: 'On Telegram', zalo: 'On Zalo', web: 'On the web page' },
    messages: (count) => `${count} messages`,
    message: (nth, of, characters) => `Message ${nth} of ${of}, ${characters} characters`,
    buttons: 'Buttons',
  },
};

/** An entry as each channel sends it: every message, with its bold words and its buttons. */
export function Previews({
  previews,
  language,
  open,
}: {
  readonly previews: readonly Preview[];
  readonly language: Language;
  /** The channel that is not folded away. */
  readonly open?: Preview['channel'] | undefined;
}) {
  const words = WORDS[language];
  const n = (value: number) => numberInWords(value, language);
  return (
    <>
      {previews.map(({ channel, messages }) => (
        <details open={channel === open}>
          <summary>
            {words.channel[channel]} ({words.messages(n(messages.length))})
          </summary>
          {messages.map((message, nth) => (
            <figure>
              <figcaption class="hint">
                {words.message(n(nth + 1), n(messages.length), n(message.text.length))}
              </figcaption>
              <Message message={message} buttons={words.buttons} />
            </figure>
          ))}
        </details>
      ))}
    </>
  );
}

/** One message as it is shown. */
function Message({ message, buttons }: { readonly message: OutgoingMessage; readonly buttons: string }) {
  const { text, bold, choices } = message;
  const ends = [...bold, [text.length, text.length] as const];
  return (
    <div class="preview">
      {ends.map(([from, to], nth) => (
        <>
          {text.slice(ends[nth - 1]?.[1] ?? 0, from)}
          {from < to && <strong>{text.slice(from, to)}</strong>}
        </>
      ))}
      {choices.length > 0 && (
        <ul class="plain" aria-label={buttons}>
          {choices.map(({ label }) => (
            <li>{label}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
