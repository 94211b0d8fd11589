import { ConsolePage } from '../kit/console-page.tsx';
import { Facts, Mark, Notice, When } from '../kit/parts.tsx';
import { AnswerForm } from './answer-form.tsx';
import { Course, Notes } from './course.tsx';
import { centreName } from './desk-needs.ts';
import { dueInWords } from './due-in-words.ts';
import { EarlierAnswers, Passages } from './helps.tsx';
import { Merge, Moves, Reopen, Transfer } from './moves.tsx';
import { PresencePlace } from './presence.tsx';
import { StateMarks } from './state-marks.tsx';
import { Talk } from './talk.tsx';
import type { TicketPageProps } from './ticket-state.ts';
import { STATE_WORDS, TICKET_WORDS } from './wording.ts';

/** One ticket: what the person passed on, the answer, what helps to write it, and what happened to it. */
export function TicketPage(props: TicketPageProps) {
  const { shell, me, seen, told, refused, answer, others, now, workingTime, centres } = props;
  const { language } = shell;
  const words = TICKET_WORDS[language];
  const state = STATE_WORDS[language];
  const { view, names, present } = seen;
  const isOpen = view.state === 'waiting' || view.state === 'answered';
  const isFaulty = answer.fault !== undefined || others.note !== undefined || others.transfer !== undefined;
  return (
    <ConsolePage
      shell={shell}
      title={words.title(view.code)}
      here="/console/inbox"
      actions={<a href="/console/inbox">{words.back}</a>}
    >
      {told && <Notice kind="good">{words.told[told]}</Notice>}
      {refused && <Notice kind="fault">{words.refused[refused.why](refused.who)}</Notice>}
      {isFaulty && <Notice kind="fault">{words.invalid}</Notice>}
      {isOpen && view.contactStopped && <Notice kind="warning">{words.contactStopped}</Notice>}
      {isOpen && (
        <PresencePlace code={view.code} version={view.version} present={present} names={names} language={language} />
      )}
      <Facts
        facts={[
          ...reaches().map((reach) => [words.facts.reach, <strong>{reach}</strong>] as const),
          [
            words.facts.state,
            <StateMarks
              ticket={view}
              me={me}
              names={names}
              centreName={(province) => centreName(province, centres)}
              words={state}
            />,
          ],
          [words.facts.opened, <When at={view.openedAt} language={language} />],
          ...(isOpen && view.dueAt ? [[words.facts.due, due(view.dueAt)] as const] : []),
          [words.facts.channel, words.channels[view.channel]],
          [words.facts.contact, contacts()],
          ...(view.rating ? [[words.facts.rating, words.ratings[view.rating]] as const] : []),
          ...(view.mergedInto
            ? [[words.facts.merged, <a href={`/console/tickets/${view.mergedInto}`}>{view.mergedInto}</a>] as const]
            : []),
        ]}
      />
      {view.state === 'withdrawn' ? (
        <>
          <Notice kind="warning">{words.withdrawnNotice}</Notice>
          <Course {...props} />
        </>
      ) : (
        <div class="columns">
          <div class="column">
            <Talk view={view} names={names} language={language} whole={props.whole} />
            {isOpen && <AnswerForm {...props} />}
            <Notes {...props} />
          </div>
          <div class="column">
            {isOpen && <Moves {...props} />}
            {view.state === 'closed' && view.mergedInto === undefined && <Reopen {...props} />}
            {isOpen && <Passages {...props} />}
            {isOpen && <EarlierAnswers {...props} />}
            {isOpen && <Merge {...props} />}
            {isOpen && <Transfer {...props} />}
            <Course {...props} />
          </div>
        </div>
      )}
    </ConsolePage>
  );

  function due(at: Date) {
    const inWords = dueInWords(at, now, workingTime, state);
    return (
      <>
        <When at={at} language={language} />, {now > at ? <Mark kind="danger">{inWords}</Mark> : inWords}
      </>
    );
  }

  /** Read before anything else: it may not be safe to write or to call. */
  function reaches(): readonly string[] {
    return [view.reach, ...view.merged.map(({ reach }) => reach)].filter((one) => one !== undefined);
  }

  function contacts(): string {
    const given = [view.contact, ...view.merged.map(({ contact }) => contact)].filter((one) => one !== undefined);
    return given.length > 0 ? given.join(' · ') : words.facts.noContact;
  }
}
