import type { ShownCanned } from '../../../flow/desk/show-canned.ts';
import type { FoundCitation } from '../../../flow/find-citations.ts';
import { ConsolePage } from '../kit/console-page.tsx';
import {
  AreaField,
  Button,
  Buttons,
  Card,
  DataTable,
  EmptyState,
  Mark,
  Notice,
  TextField,
  When,
} from '../kit/parts.tsx';
import type { Shell } from '../kit/shell.ts';
import { FOUND_PLACE } from './places.ts';
import { CANNED_WORDS, TICKET_WORDS } from './wording.ts';

const HERE = '/console/canned';
const CITATIONS_FIELD = 'citations';

/** The canned replies that somebody may use, and a way to those they may change. */
export function CannedListPage({
  shell,
  replies,
  mayChange,
  told,
}: {
  readonly shell: Shell;
  readonly replies: readonly ShownCanned[];
  readonly mayChange: (reply: ShownCanned) => boolean;
  readonly told: 'saved' | 'removed' | undefined;
}) {
  const { language, account } = shell;
  const words = CANNED_WORDS[language];
  return (
    <ConsolePage
      shell={shell}
      title={words.title}
      here={HERE}
      lead={account?.role === 'staff' ? words.leadStaff : words.leadWriter}
      actions={
        <a class="button main" href={`${HERE}/new`}>
          {words.add}
        </a>
      }
    >
      {told && <Notice kind="good">{words[told]}</Notice>}
      {replies.length === 0 ? (
        <EmptyState>{words.empty}</EmptyState>
      ) : (
        <DataTable
          caption={words.title}
          columns={Object.values(words.columns).map((label) => ({ label }))}
          rows={replies.map((reply) => [
            mayChange(reply) ? <a href={`${HERE}/${reply.id}`}>{reply.title}</a> : reply.title,
            <>
              {reply.labels.join('; ')} {!reply.inForce && <Mark kind="warning">{words.outOfForce}</Mark>}
            </>,
            reply.province === undefined ? words.forAll : words.ours,
            <>
              <When at={reply.changedAt} language={language} />{' '}
              {reply.changedByName !== undefined && words.by(reply.changedByName)}
            </>,
          ])}
        />
      )}
    </ConsolePage>
  );
}

export interface CannedFormPageProps {
  readonly shell: Shell;
  /** Of the reply, or of the form of a new one. */
  readonly id: string;
  readonly isNew: boolean;
  readonly typed: { readonly title: string; readonly body: string; readonly citations: string };
  readonly faults: {
    readonly title?: string | undefined;
    readonly body?: string | undefined;
    readonly citations?: string | undefined;
  };
  readonly cite?: { readonly typed: string; readonly found: readonly FoundCitation[] } | undefined;
}

/** Adds or changes one. Pressing Enter in a field of one line uses the first button, which saves nothing. */
export function CannedFormPage({ shell, id, isNew, typed, faults, cite }: CannedFormPageProps) {
  const { language } = shell;
  const words = CANNED_WORDS[language];
  const law = TICKET_WORDS[language];
  const isFaulty = Object.values(faults).some((fault) => fault !== undefined);
  return (
    <ConsolePage
      shell={shell}
      title={isNew ? words.addTitle : words.changeTitle}
      here={HERE}
      actions={<a href={HERE}>{words.back}</a>}
    >
      {isFaulty && <Notice kind="fault">{law.invalid}</Notice>}
      <Card heading={isNew ? words.addTitle : words.changeTitle}>
        <form method="post" action={`${HERE}/${id}`} data-guard>
          <div class="row">
            <TextField
              name="q"
              type="search"
              label={law.citeLabel}
              hint={law.citeHint}
              value={cite?.typed}
              maxlength={200}
              autocomplete="off"
            />
            <button
              type="submit"
              class="plain"
              formaction={`${HERE}/${id}/find`}
              formnovalidate
              hx-post={`${HERE}/${id}/find`}
              hx-target={`#${FOUND_PLACE}`}
              hx-params="q"
            >
              {law.citeButton}
            </button>
          </div>
          <div id={FOUND_PLACE} aria-live="polite">
            {cite && <FoundCodes id={id} found={cite.found} shell={shell} />}
          </div>
          <TextField
            name="title"
            label={words.titleLabel}
            value={typed.title}
            fault={faults.title}
            maxlength={120}
            required
          />
          <AreaField
            name="body"
            label={words.bodyLabel}
            hint={words.bodyHint}
            value={typed.body}
            fault={faults.body}
            rows={8}
            required
          />
          <AreaField
            name={CITATIONS_FIELD}
            label={words.citationsLabel}
            hint={words.citationsHint}
            value={typed.citations}
            fault={faults.citations}
            rows={3}
            code
            required
          />
          <Buttons>
            <Button>{words.save}</Button>
          </Buttons>
        </form>
      </Card>
      {!isNew && (
        <form method="post" action={`${HERE}/${id}/remove`}>
          <Button kind="danger">{words.remove}</Button>
        </form>
      )}
    </ConsolePage>
  );
}

/** Places in the law, each with a button that puts its code into the form. */
export function FoundCodes({
  id,
  found,
  shell,
}: {
  readonly id: string;
  readonly found: readonly FoundCitation[];
  readonly shell: Shell;
}) {
  const words = TICKET_WORDS[shell.language];
  if (found.length === 0) return <p class="hint">{words.citeNothing}</p>;
  return (
    <ul class="plain">
      {found.map(({ citation, label, says, inForce }) => (
        <li>
          <strong>{label}</strong>
          {says && `: ${says}`}{' '}
          {inForce ? (
            <button
              type="submit"
              class="link"
              formaction={`${HERE}/${id}/find`}
              formnovalidate
              name="insert"
              value={citation}
              data-insert={`${citation}\n`}
              data-into={CITATIONS_FIELD}
              aria-label={words.insertThat(label)}
            >
              {words.insert}
            </button>
          ) : (
            <Mark kind="warning">{words.notInForce}</Mark>
          )}
        </li>
      ))}
    </ul>
  );
}
