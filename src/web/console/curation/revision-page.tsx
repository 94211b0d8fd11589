import type { AccountId } from '../../../base/ids.ts';
import type { Revision, RevisionHead } from '../../../curation/draft.ts';
import type { Sources } from '../../../flow/curation/learn-wordings.ts';
import { ConsolePage } from '../kit/console-page.tsx';
import { Button, Buttons, Card, Facts, Mark, Notice, SelectField, TextField, When } from '../kit/parts.tsx';
import type { Shell } from '../kit/shell.ts';
import { numberInWords } from '../kit/words.ts';
import { Compared } from './compared.tsx';
import { DRAFT_WORDS } from './draft-wording.ts';
import { ENTRY_WORDS } from './entry-wording.ts';
import { REVIEW_WORDS } from './review-wording.ts';

export interface RevisionPageProps {
  readonly shell: Shell;
  readonly revision: Revision;
  readonly title: string;
  /** `what`: the shipped file or the id of a revision. `text`: undefined where there is no file. */
  readonly other: { readonly what: string; readonly number?: number; readonly text: string | undefined };
  readonly isLive: boolean;
  /** The entry is there already. */
  readonly isKnown: boolean;
  /** Of the same entry, newest first. */
  readonly history: readonly RevisionHead[];
  readonly sources: Sources;
  /** May the one who looks go on writing it? */
  readonly isOwn: boolean;
  readonly name: (account: AccountId) => string;
  /** A sentence. */
  readonly told: string | undefined;
  readonly refused?: { readonly why: string; readonly because: string } | undefined;
}

/** One text of an entry: who wrote it and why, how it differs from others, and what can still be done with it. */
export function RevisionPage(props: RevisionPageProps) {
  const { shell, revision, title, other, isLive, history, name, told } = props;
  const { language } = shell;
  const words = ENTRY_WORDS[language];
  const n = (value: number) => numberInWords(value, language);
  const path = `/console/revisions/${revision.id}`;
  const what = other.number === undefined ? words.shippedFile : words.number(n(other.number));
  return (
    <ConsolePage shell={shell} title={`${words.number(n(revision.number))}: ${title}`} here="/console/entries">
      {told && <Notice kind="good">{told}</Notice>}
      <Facts
        facts={[
          [
            words.entry,
            props.isKnown ? <a href={`/console/entries/${revision.entry}`}>{revision.entry}</a> : revision.entry,
          ],
          [
            words.state,
            <>
              <Mark>{words.revisionStates[revision.state]}</Mark> {isLive && <Mark kind="good">{words.isLive}</Mark>}
            </>,
          ],
          [words.origin, words.origins[revision.origin]],
          [words.by, name(revision.author)],
          [words.when, <When at={revision.createdAt} language={language} />],
          [words.note, revision.note],
          ...(revision.decidedBy
            ? ([[words.decision, `${name(revision.decidedBy)}: ${revision.decision ?? ''}`]] as const)
            : []),
        ]}
      />
      <Card heading={words.comparison}>
        <form method="get" action={path} class="row">
          <SelectField
            name="with"
            label={words.compare}
            value={other.what}
            options={[
              { value: 'file', label: words.shippedFile },
              ...history
                .filter(({ id }) => id !== revision.id)
                .map(({ id, number, state }) => ({
                  value: id,
                  label: `${words.number(n(number))} (${words.revisionStates[state]})`,
                })),
            ]}
          />
          <Button kind="plain">{words.show}</Button>
        </form>
        <h3>{words.comparedWith(other.text === undefined ? words.nothing : what)}</h3>
        <Compared before={other.text ?? ''} after={revision.text} language={language} />
      </Card>
      <Doings {...props} path={path} />
      <details>
        <summary>{words.wholeText}</summary>
        <pre class="said code">{revision.text}</pre>
      </details>
    </ConsolePage>
  );
}

function Doings(props: RevisionPageProps & { readonly path: string }) {
  const { shell, revision, sources, isLive, isOwn, name, refused, path } = props;
  const words = ENTRY_WORDS[shell.language];
  const draftWords = DRAFT_WORDS[shell.language];
  const reviewWords = REVIEW_WORDS[shell.language];
  const n = (value: number) => numberInWords(value, shell.language);
  if (isOwn) {
    return (
      <p>
        <a class="button main" href={`/console/drafts/${revision.id}`}>
          {words.open}
        </a>
      </p>
    );
  }
  if (revision.state === 'in-review') {
    return (
      <p>
        <a class="button main" href={`/console/reviews/${revision.id}`}>
          {words.open}
        </a>
      </p>
    );
  }
  return (
    <>
      {(revision.state === 'draft' || revision.state === 'rejected') && (
        <Card heading={draftWords.goOn}>
          {revision.author !== shell.account?.id && <p>{draftWords.notYours(name(revision.author))}</p>}
          <p class="hint">{draftWords.goOnLead}</p>
          <form method="post" action={`${path}/go-on`}>
            <Buttons>
              <Button>{draftWords.goOn}</Button>
            </Buttons>
          </form>
          {revision.state === 'rejected' && sources.questions + sources.candidates > 0 && (
            <form method="post" action={`${path}/release`}>
              <p>{reviewWords.from({ questions: n(sources.questions), candidates: n(sources.candidates) })}</p>
              <Buttons>
                <Button kind="plain">{reviewWords.giveBack}</Button>
              </Buttons>
            </form>
          )}
        </Card>
      )}
      {revision.state === 'published' && !isLive && (
        <Card heading={words.bringBack}>
          <p class="hint">{words.bringBackLead}</p>
          <form method="post" action={`${path}/bring-back`}>
            <TextField
              name="why"
              label={words.whyNeeded}
              value={refused?.why}
              fault={refused?.because}
              maxlength={300}
              required
            />
            <Buttons>
              <Button>{words.bringBack}</Button>
            </Buttons>
          </form>
        </Card>
      )}
    </>
  );
}
