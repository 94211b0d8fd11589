import type { Language } from '../../../accounts/account.ts';
import type { ReferralCode } from '../../../base/ids.ts';
import type { FoundCitation } from '../../../flow/find-citations.ts';
import { AreaField, Button, Buttons, Card, Mark, SelectField, TextField } from '../kit/parts.tsx';
import { numberInWords } from '../kit/words.ts';
import { ANSWER_FORM, FOUND_PLACE, PRESENCE_PLACE, PREVIEW_PLACE, WORDS_FIELD, WORDS_PLACE } from './places.ts';
import type { AnswerState, TicketPageProps } from './ticket-state.ts';
import { TICKET_WORDS } from './wording.ts';

/** Words of one answer; the longest that a person reads through. */
export const LONGEST_ANSWER = 6000;

/**
 * The answer to the person: law to insert, a canned reply, a preview, and sending. Every button sends the whole form, so
 * what is written stays without script too; with it only a part of the page is renewed. Pressing Enter in the search field
 * uses the first button, which sends nothing to anybody.
 */
export function AnswerForm(props: TicketPageProps) {
  const { shell, seen, answer, once, textLimit } = props;
  const { language } = shell;
  const words = TICKET_WORDS[language];
  const { view, canned } = seen;
  const path = `/console/tickets/${view.code}`;
  return (
    <Card heading={words.answer}>
      {/* Going back must not fill a new form with words that were sent already. */}
      <form method="post" action={`${path}/answer`} id={ANSWER_FORM} autocomplete="off" data-guard>
        <input type="hidden" name="once" value={once()} />
        <input type="hidden" name="version" value={view.version} />
        <div class="row">
          <TextField
            name="q"
            type="search"
            label={words.citeLabel}
            hint={words.citeHint}
            value={answer.cite?.typed}
            maxlength={200}
            autocomplete="off"
          />
          <button
            type="submit"
            class="plain"
            formaction={`${path}/find`}
            formnovalidate
            hx-post={`${path}/find`}
            hx-target={`#${FOUND_PLACE}`}
            hx-params="q"
          >
            {words.citeButton}
          </button>
        </div>
        <div id={FOUND_PLACE} aria-live="polite">
          {answer.cite && <FoundLaw code={view.code} found={answer.cite.found} language={language} />}
        </div>
        {canned.length > 0 && (
          <div class="row">
            <SelectField
              name="canned"
              label={words.cannedLabel}
              options={[
                { value: '', label: words.choose },
                ...canned.map(({ id, title }) => ({
                  value: id,
                  label: seen.doubted.has(id) ? `${title} (${words.cannedDoubted})` : title,
                })),
              ]}
            />
            <button
              type="submit"
              class="plain"
              formaction={`${path}/insert`}
              formnovalidate
              hx-post={`${path}/insert`}
              hx-target={`#${WORDS_PLACE}`}
              hx-params="canned,words"
            >
              {words.cannedButton}
            </button>
          </div>
        )}
        <p class="hint">
          {canned.length === 0 && `${words.cannedNone} `}
          <a href="/console/canned">{words.cannedManage}</a>
        </p>
        <div
          id={WORDS_PLACE}
          hx-post={`${path}/presence`}
          hx-trigger="input throttle:10s"
          hx-target={`#${PRESENCE_PLACE}`}
          hx-params="doing,version"
          hx-vals={JSON.stringify({ doing: 'writing' })}
        >
          <AnswerWords
            answer={answer}
            channel={words.channels[view.channel]}
            textLimit={textLimit}
            language={language}
          />
        </div>
        <div id={PREVIEW_PLACE} aria-live="polite">
          {answer.preview && (
            <Preview messages={answer.preview} channel={words.channels[view.channel]} language={language} />
          )}
        </div>
        {view.contactStopped && <p class="hint">{words.answerIsKept}</p>}
        <Buttons>
          <button
            type="submit"
            class="plain"
            formaction={`${path}/preview`}
            formnovalidate
            hx-post={`${path}/preview`}
            hx-target={`#${PREVIEW_PLACE}`}
            hx-params="words"
          >
            {words.preview}
          </button>
          <Button>{words.send}</Button>
        </Buttons>
        {view.claimedBy === undefined && <p class="hint">{words.takesIt}</p>}
      </form>
    </Card>
  );
}

/** The field itself. */
export function AnswerWords({
  answer,
  channel,
  textLimit,
  language,
}: {
  readonly answer: Pick<AnswerState, 'words' | 'fault'>;
  readonly channel: string;
  readonly textLimit: number;
  readonly language: Language;
}) {
  const words = TICKET_WORDS[language];
  return (
    <AreaField
      name={WORDS_FIELD}
      label={words.answerLabel}
      hint={words.answerHint(channel, numberInWords(textLimit, language))}
      value={answer.words}
      fault={answer.fault}
      rows={8}
      required
    />
  );
}

/** An answer as the person will read it. */
export function Preview({
  messages,
  channel,
  language,
}: {
  readonly messages: readonly string[];
  readonly channel: string;
  readonly language: Language;
}) {
  const words = TICKET_WORDS[language];
  if (messages.length === 0) return <p class="hint">{words.previewEmpty}</p>;
  return (
    <section aria-label={words.previewHeading(channel)}>
      <h3>{words.previewHeading(channel)}</h3>
      {messages.map((message, nth) => (
        <>
          <p class="hint">{words.previewMessage(nth + 1, messages.length)}</p>
          <p class="preview">{message}</p>
        </>
      ))}
    </section>
  );
}

/** What the search for law found. Only what is in force can be inserted. */
export function FoundLaw({
  code,
  found,
  language,
}: {
  readonly code: ReferralCode;
  readonly found: readonly FoundCitation[];
  readonly language: Language;
}) {
  const words = TICKET_WORDS[language];
  if (found.length === 0) return <p class="hint">{words.citeNothing}</p>;
  return (
    <ul class="plain">
      {found.map(({ label, says, inForce }) => (
        <li>
          <strong>{label}</strong>
          {says && `: ${says}`}{' '}
          {inForce ? (
            <InsertButton code={code} words={`(${label})`} what={label} language={language} />
          ) : (
            <Mark kind="warning">{words.notInForce}</Mark>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Puts words into the answer: where the cursor stands, or without script at the end. */
export function InsertButton({
  code,
  words,
  what,
  language,
}: {
  readonly code: ReferralCode;
  readonly words: string;
  /** Named for those who hear the page. */
  readonly what: string;
  readonly language: Language;
}) {
  const { insert, insertThat } = TICKET_WORDS[language];
  return (
    <button
      type="submit"
      class="link"
      form={ANSWER_FORM}
      formaction={`/console/tickets/${code}/insert`}
      formnovalidate
      name="insert"
      value={words}
      data-insert={words}
      data-into={WORDS_FIELD}
      aria-label={insertThat(what)}
    >
      {insert}
    </button>
  );
}
