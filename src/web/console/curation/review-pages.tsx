import { dayForPeople } from '../../../base/days.ts';
import type { AccountId, EntryId } from '../../../base/ids.ts';
import type { Revision, RevisionHead } from '../../../curation/draft.ts';
import type { Refusal } from '../../../curation/review.ts';
import type { CheckState } from '../../../flow/curation/checks.ts';
import type { Sources } from '../../../flow/curation/learn-wordings.ts';
import type { Preview } from '../../../flow/curation/preview.ts';
import type { RevisionCheck } from '../../../flow/entries/check-revision.ts';
import { ConsolePage } from '../kit/console-page.tsx';
import {
  AreaField,
  Button,
  Buttons,
  Card,
  DataTable,
  EmptyState,
  Facts,
  Mark,
  Notice,
  Pager,
  When,
} from '../kit/parts.tsx';
import type { Shell } from '../kit/shell.ts';
import { numberInWords } from '../kit/words.ts';
import { Compared } from './compared.tsx';
import { CheckPanel, Faults } from './draft-panels.tsx';
import { ENTRY_WORDS } from './entry-wording.ts';
import { percentInWords } from './percent.ts';
import { Previews } from './previews.tsx';
import { REVIEW_WORDS } from './review-wording.ts';

const HERE = '/console/reviews';

export interface ReviewsPageProps {
  readonly shell: Shell;
  readonly waiting: readonly RevisionHead[];
  readonly name: (account: AccountId) => string;
  readonly titleOf: (entry: EntryId) => string;
  readonly previous: string | undefined;
  readonly next: string | undefined;
  readonly told: string | undefined;
}

/** What waits for a second person. */
export function ReviewsPage({ shell, waiting, name, titleOf, previous, next, told }: ReviewsPageProps) {
  const { language, account } = shell;
  const words = REVIEW_WORDS[language];
  const entryWords = ENTRY_WORDS[language];
  return (
    <ConsolePage shell={shell} title={words.title} here={HERE} lead={words.lead}>
      {told && words.told[told] && <Notice kind="good">{words.told[told]}</Notice>}
      {waiting.length === 0 ? (
        <EmptyState>{words.none}</EmptyState>
      ) : (
        <DataTable
          caption={words.table}
          columns={[words.entry, words.author, words.origin, words.note, words.since].map((label) => ({ label }))}
          rows={waiting.map((revision) => [
            <a href={`${HERE}/${revision.id}`}>{titleOf(revision.entry)}</a>,
            <>
              {name(revision.author)} {revision.author === account?.id && <Mark>{words.yours}</Mark>}
            </>,
            entryWords.origins[revision.origin],
            revision.note,
            revision.submittedAt && <When at={revision.submittedAt} language={language} />,
          ])}
        />
      )}
      <Pager language={language} previous={previous} next={next} />
    </ConsolePage>
  );
}

export interface ReviewPageProps {
  readonly shell: Shell;
  readonly revision: Revision;
  readonly title: string;
  /** What is in use; undefined for a new entry. */
  readonly current: string | undefined;
  readonly previews: readonly Preview[] | undefined;
  readonly check: CheckState;
  readonly sources: Sources;
  readonly name: (account: AccountId) => string;
  readonly titleOf: (entry: EntryId) => string;
  /** The entry is there already. */
  readonly isKnown: boolean;
  /** Why the one who looks may not publish; undefined where they may. */
  readonly refusal: Refusal | undefined;
  readonly told: string | undefined;
  /** What was typed when it could not be sent back. */
  readonly sendBack?: { readonly why: string; readonly fault: boolean } | undefined;
}

/** One text that waits: what was changed, what people will read, how its questions come out, and the two answers to it. */
export function ReviewPage(props: ReviewPageProps) {
  const { shell, revision, title, current, previews, check, sources, name, told } = props;
  const { language } = shell;
  const words = REVIEW_WORDS[language];
  const n = (value: number) => numberInWords(value, language);
  return (
    <ConsolePage shell={shell} title={words.pageTitle(title)} here={HERE}>
      {told && words.told[told] && <Notice kind={told === 'submitted' ? 'good' : 'fault'}>{words.told[told]}</Notice>}
      <Facts
        facts={[
          [
            words.entry,
            props.isKnown ? <a href={`/console/entries/${revision.entry}`}>{revision.entry}</a> : revision.entry,
          ],
          [words.noteOf(name(revision.author)), revision.note],
          [words.origin, ENTRY_WORDS[language].origins[revision.origin]],
          ...(check.state === 'done'
            ? ([
                [
                  words.changed,
                  current === undefined
                    ? words.isNew
                    : check.check.changed.map((field) => words.fields[field]).join(', ') || words.nothingChanged,
                ],
              ] as const)
            : []),
        ]}
      />
      {sources.questions + sources.candidates > 0 && (
        <p class="hint">{words.from({ questions: n(sources.questions), candidates: n(sources.candidates) })}</p>
      )}
      <div class="columns">
        <div class="column">
          <Card heading={words.comparison}>
            <Compared before={current ?? ''} after={revision.text} language={language} />
          </Card>
        </div>
        <div class="column">
          <Checked
            shell={shell}
            check={check}
            path={`${HERE}/${revision.id}`}
            titleOf={props.titleOf}
            entry={revision.entry}
          />
          {previews && (
            <Card heading={words.preview}>
              <Previews previews={previews} language={language} open="zalo" />
            </Card>
          )}
          <Decide {...props} />
        </div>
      </div>
    </ConsolePage>
  );
}

/** How far the checks are, then what they found. Looks again by itself. */
export function Checked(props: {
  readonly shell: Shell;
  readonly check: CheckState;
  /** Of the page that shows it. */
  readonly path: string;
  readonly entry: EntryId;
  readonly titleOf: (entry: EntryId) => string;
}) {
  const { shell, check, path, entry, titleOf } = props;
  const words = REVIEW_WORDS[shell.language];
  const n = (value: number) => numberInWords(value, shell.language);
  const again =
    check.state === 'running'
      ? { 'hx-get': path, 'hx-trigger': 'every 1s', 'hx-select': '#kiem-tra', 'hx-swap': 'outerHTML' }
      : {};
  return (
    <Card heading={words.checks} id="kiem-tra" {...again}>
      <div aria-live="polite">
        {check.state === 'running' && (
          <>
            <label for="da-kiem">{words.checking(n(check.done), n(check.of))}</label>
            <progress id="da-kiem" value={check.done} max={check.of}></progress>
            <p>
              <a href={path}>{words.lookAgain}</a>
            </p>
          </>
        )}
        {check.state === 'failed' && <Notice kind="fault">{words.checkFailed}</Notice>}
        {check.state === 'done' && <Findings shell={shell} check={check.check} entry={entry} titleOf={titleOf} />}
      </div>
    </Card>
  );
}

function Findings(props: {
  readonly shell: Shell;
  readonly check: RevisionCheck;
  readonly entry: EntryId;
  readonly titleOf: (entry: EntryId) => string;
}) {
  const { shell, check, entry, titleOf } = props;
  const words = REVIEW_WORDS[shell.language];
  const asked = numberInWords(check.neighbourQuestions, shell.language);
  return (
    <>
      <Notice kind={check.passes ? 'good' : 'fault'}>{check.passes ? words.passes : words.stopped}</Notice>
      {check.conflict && (
        <Notice kind="warning">
          {words.conflict} <a href={`/console/due/release?entry=${encodeURIComponent(entry)}`}>{words.toDue}</a>
        </Notice>
      )}
      {check.overtaken && <Notice kind="warning">{words.overtaken}</Notice>}
      {check.faults.length > 0 && (
        <>
          <h3>{words.faults}</h3>
          <Faults shell={shell} faults={check.faults} />
        </>
      )}
      {check.faults.length === 0 && (
        <>
          <h3>{words.own}</h3>
          <p class="hint">{check.day === undefined ? words.noDay : words.day(dayForPeople(check.day))}</p>
          <CheckPanel shell={shell} results={check.own} titleOf={titleOf} />
          <h3>{words.taken(asked)}</h3>
          {check.taken.length === 0 ? (
            <p>{words.noneTaken(asked)}</p>
          ) : (
            <CheckPanel shell={shell} results={check.taken} titleOf={titleOf} />
          )}
        </>
      )}
      {check.near.length > 0 && (
        <>
          <h3>{words.near}</h3>
          <ul class="points">
            {check.near.map(({ entry: near, likeness }) => (
              <li>
                <a href={`/console/entries/${near.id}`}>{near.title}</a>{' '}
                <span class="hint">{percentInWords(likeness, shell.language)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** The buttons that the one who looks may press; to the others it is said why there are none. */
function Decide({ shell, revision, refusal, sendBack }: ReviewPageProps) {
  const words = REVIEW_WORDS[shell.language];
  const path = `${HERE}/${revision.id}`;
  // Also where their role would not publish the work of others.
  if (revision.author === shell.account?.id) {
    return (
      <Card heading={words.decide}>
        <p>{words.ownWork}</p>
        <p class="hint">{words.withdrawLead}</p>
        <form method="post" action={`/console/drafts/${revision.id}/discard`}>
          <Buttons>
            <Button kind="danger">{words.withdraw}</Button>
          </Buttons>
        </form>
      </Card>
    );
  }
  if (refusal !== undefined) {
    return (
      <Card heading={words.decide}>
        <p>{refusal === 'role' ? words.onlyReviewer : words.refused[refusal]}</p>
      </Card>
    );
  }
  return (
    <>
      <Card heading={words.publish}>
        <p class="hint">{words.publishLead}</p>
        <form method="post" action={`${path}/publish`}>
          <AreaField name="comment" label={words.comment} hint={words.commentHint} rows={2} maxlength={1000} />
          <Buttons>
            <Button>{words.publish}</Button>
          </Buttons>
        </form>
      </Card>
      <Card heading={words.sendBack}>
        <p class="hint">{words.sendBackLead}</p>
        <form method="post" action={`${path}/send-back`}>
          <AreaField
            name="why"
            label={words.sendBackReason}
            value={sendBack?.why}
            fault={sendBack?.fault ? words.reasonMissing : undefined}
            rows={3}
            maxlength={1000}
            required
          />
          <Buttons>
            <Button kind="danger">{words.sendBack}</Button>
          </Buttons>
        </form>
      </Card>
    </>
  );
}
