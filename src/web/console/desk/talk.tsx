import type { Language } from '../../../accounts/account.ts';
import type { Names } from '../../../flow/desk/look.ts';
import type { TicketTalk, TicketView, TicketWords } from '../../../ports/desk.ts';
import { Mark, When } from '../kit/parts.tsx';
import { firstWithin, LINES_CHARS, lastWithin, MERGED_CHARS, WORDS_CHARS } from './light-page.ts';
import { STATE_WORDS, TICKET_WORDS } from './wording.ts';

export interface TalkProps {
  readonly view: TicketView;
  readonly names: Names;
  readonly language: Language;
  readonly whole: boolean;
}

const DELIVERY_KIND = { queued: 'quiet', held: 'quiet', sent: 'good', failed: 'danger', blocked: 'danger' } as const;

/** What the person passed on and everything said since. While something is on its way the part renews itself. */
export function Talk({ view, names, language, whole }: TalkProps) {
  const words = TICKET_WORDS[language];
  const shown = whole ? view.words : lastWithin(view.words, ({ words: said }) => said.length, WORDS_CHARS);
  const lines = whole ? view.lines : firstWithin(view.lines, (line) => line.length, LINES_CHARS);
  const hidden = view.words.length - shown.length + view.lines.length - lines.length;
  const queued = view.words.some(({ delivery }) => delivery?.state === 'queued');
  const path = `/console/tickets/${view.code}`;
  return (
    <section
      class="card"
      id="trao-doi"
      {...(queued && { 'hx-get': `${path}/talk`, 'hx-trigger': 'every 5s', 'hx-swap': 'outerHTML' })}
    >
      <h2>{words.talk}</h2>
      {view.merged.map((talk) => (
        <MergedTalk talk={talk} names={names} language={language} whole={whole} />
      ))}
      <PassedOn lines={lines} at={view.openedAt} language={language} />
      {hidden > 0 && (
        <p>
          {words.earlierHidden(hidden)} <a href={`${path}?talk=all#trao-doi`}>{words.showAll}</a>
        </p>
      )}
      {shown.map((said) => (
        <Said said={said} names={names} language={language} />
      ))}
      {queued && (
        <p>
          <a href={`${path}#trao-doi`}>{words.refresh}</a>
        </p>
      )}
    </section>
  );
}

function MergedTalk({
  talk,
  names,
  language,
  whole,
}: {
  readonly talk: TicketTalk;
  readonly names: Names;
  readonly language: Language;
  readonly whole: boolean;
}) {
  const lines = whole ? talk.lines : firstWithin(talk.lines, (line) => line.length, MERGED_CHARS);
  const words = whole ? talk.words : lastWithin(talk.words, (said) => said.words.length, MERGED_CHARS);
  const hidden = talk.lines.length - lines.length + talk.words.length - words.length;
  return (
    <details>
      <summary>{TICKET_WORDS[language].mergedTalk(talk.code)}</summary>
      <PassedOn lines={lines} at={talk.openedAt} language={language} />
      {hidden > 0 && (
        <p>
          {TICKET_WORDS[language].earlierHidden(hidden)}{' '}
          <a href={`/console/tickets/${talk.code}?talk=all`}>{TICKET_WORDS[language].showAll}</a>
        </p>
      )}
      {words.map((said) => (
        <Said said={said} names={names} language={language} />
      ))}
    </details>
  );
}

/** The lines that the person agreed to pass on, as one by one they sent them. */
function PassedOn({
  lines,
  at,
  language,
}: {
  readonly lines: readonly string[];
  readonly at: Date;
  readonly language: Language;
}) {
  return (
    <article class="said">
      <p class="hint">
        {TICKET_WORDS[language].passedOn} · <When at={at} language={language} />
      </p>
      <ol class="plain">
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ol>
    </article>
  );
}

function Said({
  said,
  names,
  language,
}: {
  readonly said: TicketWords;
  readonly names: Names;
  readonly language: Language;
}) {
  const words = TICKET_WORDS[language];
  const { by, at, via, account, delivery } = said;
  const somebody = (account && names.get(account)) ?? STATE_WORDS[language].somebody;
  const who = by === 'person' ? words.person : words.staff(via === 'group' ? words.viaGroup : somebody);
  return (
    <article class={by === 'person' ? 'said' : 'said staff'}>
      <p class="hint">
        {who} · <When at={at} language={language} />
      </p>
      {said.words}
      {delivery && (
        <p>
          <Mark kind={DELIVERY_KIND[delivery.state]}>{words.delivery(delivery)}</Mark>
          {delivery.state === 'sent' && (
            <span class="hint">
              {' '}
              {words.deliveryTime} <When at={delivery.at} language={language} />
            </span>
          )}
        </p>
      )}
    </article>
  );
}
