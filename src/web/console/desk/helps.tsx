import { Card, Mark, When } from '../kit/parts.tsx';
import { InsertButton } from './answer-form.tsx';
import { beginningOf, EARLIER_CHARS, lastWithin } from './light-page.ts';
import type { TicketPageProps } from './ticket-state.ts';
import { TICKET_WORDS } from './wording.ts';

const QUESTION_CHARS = 160;

/** What the bot finds for the person's lines: short answers of the knowledge base, with the law they rest on. */
export function Passages({ shell, seen, passages }: TicketPageProps) {
  const { language } = shell;
  const words = TICKET_WORDS[language];
  const percent = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { style: 'percent' });
  return (
    <Card heading={words.passages}>
      <p class="hint">{passages.length === 0 ? words.noPassages : words.passagesLead}</p>
      {passages.map(({ title, shortAnswer, confidence, basis }) => (
        <details>
          <summary>
            {title} <Mark>{words.sure(percent.format(confidence))}</Mark>
          </summary>
          <p>{shortAnswer}</p>
          <ul class="plain">
            {basis.map(({ label, says, url }) => (
              <li>
                <strong>{label}</strong>: {says}{' '}
                {url && (
                  <a href={url} rel="noreferrer" target="_blank">
                    {words.official}
                  </a>
                )}
              </li>
            ))}
          </ul>
          <InsertButton
            code={seen.view.code}
            words={`${shortAnswer}\n(${basis.map(({ label }) => label).join('; ')})`}
            what={title}
            language={language}
          />
        </details>
      ))}
    </Card>
  );
}

/** How the centre answered others who asked in similar words. Neither code nor contact of anybody. */
export function EarlierAnswers({ shell, seen }: TicketPageProps) {
  const { language } = shell;
  const words = TICKET_WORDS[language];
  return (
    <Card heading={words.earlier}>
      <p class="hint">{seen.earlier.length === 0 ? words.noEarlier : words.earlierLead}</p>
      {seen.earlier.map(({ question, answers, closedAt }) => (
        <details>
          <summary>{beginningOf(question, QUESTION_CHARS)}</summary>
          {lastWithin(answers, ({ length }) => length, EARLIER_CHARS).map((answer) => (
            <p class="said">{beginningOf(answer, EARLIER_CHARS)}</p>
          ))}
          <p class="hint">
            {words.earlierClosed} <When at={closedAt} language={language} />
          </p>
        </details>
      ))}
    </Card>
  );
}
