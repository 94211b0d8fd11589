import type { Child } from 'hono/jsx';
import { AreaField, Button, Buttons, Card, Mark, Notice, SelectField } from '../kit/parts.tsx';
import { centreName } from './desk-needs.ts';
import { beginningOf, MOST_OTHERS } from './light-page.ts';
import type { TicketPageProps } from './ticket-state.ts';
import { STATE_WORDS, TICKET_WORDS } from './wording.ts';

const LINE_CHARS = 160;

/** What can be done with an open ticket besides answering it. */
export function Moves(props: TicketPageProps) {
  const { shell, me, seen, once } = props;
  const { language } = shell;
  const words = TICKET_WORDS[language];
  const { view, colleagues } = seen;
  const { claimedBy } = view;
  return (
    <Card heading={words.moves}>
      {claimedBy === undefined && (
        <ActForm props={props} act="claim">
          <Button>{words.claim}</Button>
        </ActForm>
      )}
      {claimedBy === me && (
        <ActForm props={props} act="release">
          <Button kind="plain">{words.release}</Button>
        </ActForm>
      )}
      <form method="post" action={`/console/tickets/${view.code}/assign`} class="row">
        <input type="hidden" name="once" value={once()} />
        <input type="hidden" name="from" value={claimedBy ?? ''} />
        <SelectField
          name="to"
          id="assign-to"
          label={words.assignTo}
          required
          options={[
            { value: '', label: words.choose },
            ...colleagues.filter(({ id }) => id !== claimedBy).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Button kind="plain">{words.assign}</Button>
      </form>
      <ActForm props={props} act="close">
        <p class="hint">{words.closeHint}</p>
        <Button kind="danger">{words.close}</Button>
      </ActForm>
    </Card>
  );
}

/** Opens a closed ticket again. */
export function Reopen(props: TicketPageProps) {
  const words = TICKET_WORDS[props.shell.language];
  return (
    <Card heading={words.moves}>
      <ActForm props={props} act="reopen">
        <p class="hint">{words.reopenHint}</p>
        <Button>{words.reopen}</Button>
      </ActForm>
      <p class="hint">{words.offerHint}</p>
      <p>
        <a class="button" href={`/console/tickets/${props.seen.view.code}/candidate`}>
          {words.offer}
        </a>
      </p>
    </Card>
  );
}

/** Proposes a transfer, or shows the one that waits for the person's answer. */
export function Transfer(props: TicketPageProps) {
  const { shell, seen, others, once, centres } = props;
  const { language } = shell;
  const words = TICKET_WORDS[language];
  const { view, names, receives } = seen;
  if (view.transfer) {
    const { to, by, reason } = view.transfer;
    const who = names.get(by) ?? STATE_WORDS[language].somebody;
    return (
      <Card heading={words.transfer}>
        <p>{words.transferAsked(centreName(to, centres), who)}</p>
        <p class="said">{reason}</p>
        {!receives(to) && <Mark kind="warning">{words.nobodyReads}</Mark>}
        <ActForm props={props} act="transfer/drop">
          <Button kind="plain">{words.dropTransfer}</Button>
        </ActForm>
      </Card>
    );
  }
  const typed = others.transfer;
  return (
    <Card heading={words.transfer}>
      <details open={typed !== undefined}>
        <summary>{words.transferButton}</summary>
        <p class="hint">{words.transferLead}</p>
        <form method="post" action={`/console/tickets/${view.code}/transfer`}>
          <input type="hidden" name="once" value={once()} />
          <SelectField
            name="to"
            id="transfer-to"
            label={words.transferTo}
            value={typed?.to}
            fault={typed?.faults.to}
            required
            options={[
              { value: '', label: words.choose },
              ...centres
                .filter(({ province }) => province !== view.province)
                .map(({ province, name }) => ({
                  value: province,
                  label: receives(province) ? name : `${name} (${words.nobodyReads})`,
                })),
            ]}
          />
          <AreaField
            name="reason"
            label={words.transferReason}
            hint={words.transferReasonHint}
            value={typed?.reason}
            fault={typed?.faults.reason}
            rows={3}
            required
          />
          <Buttons>
            <Button kind="plain">{words.transferButton}</Button>
          </Buttons>
        </form>
      </details>
    </Card>
  );
}

/** Other open tickets of the same person, to be put into this one. */
export function Merge(props: TicketPageProps) {
  const { shell, seen, once } = props;
  const words = TICKET_WORDS[shell.language];
  const { code, samePerson } = seen.view;
  if (samePerson.length === 0) return null;
  return (
    <Card heading={words.merge}>
      <Notice>{words.mergeLead}</Notice>
      {samePerson.slice(-MOST_OTHERS).map((other) => (
        <form method="post" action={`/console/tickets/${code}/merge`}>
          <input type="hidden" name="once" value={once()} />
          <input type="hidden" name="other" value={other.code} />
          <p>
            <a href={`/console/tickets/${other.code}`}>{other.code}</a>: {beginningOf(other.firstLine, LINE_CHARS)}
          </p>
          <Button kind="plain">{words.mergeButton(other.code)}</Button>
        </form>
      ))}
    </Card>
  );
}

function ActForm({
  props,
  act,
  children,
}: {
  readonly props: TicketPageProps;
  readonly act: string;
  readonly children: Child;
}) {
  return (
    <form method="post" action={`/console/tickets/${props.seen.view.code}/${act}`}>
      <input type="hidden" name="once" value={props.once()} />
      {children}
    </form>
  );
}
