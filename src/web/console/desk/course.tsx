import type { AccountId } from '../../../base/ids.ts';
import type { TicketEvent } from '../../../ports/desk.ts';
import { AreaField, Button, Buttons, Card, When } from '../kit/parts.tsx';
import { centreName } from './desk-needs.ts';
import { lastWithin, MOST_EVENTS, NOTES_CHARS } from './light-page.ts';
import type { TicketPageProps } from './ticket-state.ts';
import { STATE_WORDS, TICKET_WORDS } from './wording.ts';

/** Notes for colleagues. */
export function Notes({ shell, seen, others, once, whole }: TicketPageProps) {
  const { language } = shell;
  const words = TICKET_WORDS[language];
  const { view, names } = seen;
  const notes = whole ? view.notes : lastWithin(view.notes, (note) => note.words.length, NOTES_CHARS);
  return (
    <Card heading={words.notes}>
      <p class="hint">{words.notesLead}</p>
      {view.notes.length === 0 && <p class="hint">{words.noNotes}</p>}
      {notes.length < view.notes.length && (
        <p>
          <a href={`/console/tickets/${view.code}?talk=all`}>{words.showAll}</a>
        </p>
      )}
      {notes.map(({ by, at, words: noted }) => (
        <article class="said">
          <p class="hint">
            {names.get(by) ?? STATE_WORDS[language].somebody} · <When at={at} language={language} />
          </p>
          {noted}
        </article>
      ))}
      <form method="post" action={`/console/tickets/${view.code}/note`}>
        <input type="hidden" name="once" value={once()} />
        <AreaField
          name="note"
          label={words.note}
          value={others.note?.words}
          fault={others.note?.fault}
          rows={3}
          required
        />
        <Buttons>
          <Button kind="plain">{words.noteButton}</Button>
        </Buttons>
      </form>
    </Card>
  );
}

/** What happened to the ticket, in order. */
export function Course({ shell, seen, centres, whole }: TicketPageProps) {
  const { language } = shell;
  const words = TICKET_WORDS[language];
  const { view, names } = seen;
  return (
    <Card heading={words.course}>
      <ol class="plain">
        <li>
          <When at={view.openedAt} language={language} />: {words.openedEvent}
        </li>
        {view.events.slice(whole ? 0 : -MOST_EVENTS).map((event) => (
          <li>
            <When at={event.at} language={language} />: {actor(event)} {words.events[event.kind](other(event))}
          </li>
        ))}
      </ol>
    </Card>
  );

  /** Staff who closed or answered from the group have no account. */
  function actor({ by, kind }: TicketEvent): string {
    if (by !== undefined) return names.get(by) ?? STATE_WORDS[language].somebody;
    return kind === 'closed' ? words.staff(words.viaGroup) : words.byPerson;
  }

  function other({ kind, detail }: TicketEvent): string {
    const { to = '', from = '' } = detail;
    switch (kind) {
      case 'assigned':
        return names.get(to as AccountId) ?? STATE_WORDS[language].somebody;
      case 'merged':
        return from || to;
      case 'transferred':
        return centreName(from, centres);
      default:
        return centreName(to, centres);
    }
  }
}
