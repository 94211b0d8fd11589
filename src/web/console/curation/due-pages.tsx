import { dayForPeople } from '../../../base/days.ts';
import type { EntryId } from '../../../base/ids.ts';
import { proposeMerge, type ReleaseConflict } from '../../../curation/three-versions.ts';
import type { ChangedByRelease, EndingLaw, RatedEntry } from '../../../flow/curation/due.ts';
import type { Skipped } from '../../../flow/entries/live-knowledge.ts';
import type { Citation } from '../../../knowledge/citation.ts';
import type { KnowledgeEntry } from '../../../knowledge/entry.ts';
import { cellForm } from '../../../reporting/number-form.ts';
import type { ContactState } from '../../../service/centre-contact.ts';
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
  Pager,
  Tabs,
  TextField,
  When,
} from '../kit/parts.tsx';
import type { Shell } from '../kit/shell.ts';
import { Compared } from './compared.tsx';
import { Faults } from './draft-panels.tsx';
import { DUE_LISTS, DUE_WORDS, type DueListName } from './due-wording.ts';

const HERE = '/console/due';

/** A centre whose contact somebody should look at. */
export interface DueContact {
  readonly name: string;
  readonly state: ContactState;
  readonly verifiedOn: string | undefined;
}

/** One list with its rows. */
export type DueList =
  | { readonly list: 'reviews'; readonly rows: readonly KnowledgeEntry[] }
  | { readonly list: 'laws'; readonly rows: readonly EndingLaw[] }
  | { readonly list: 'unhelpful'; readonly rows: readonly RatedEntry[] }
  | { readonly list: 'release'; readonly rows: readonly ChangedByRelease[] }
  | { readonly list: 'unreadable'; readonly rows: readonly Skipped[] }
  | { readonly list: 'contacts'; readonly rows: readonly DueContact[] };

export interface DuePageProps {
  readonly shell: Shell;
  /** Of this page. */
  readonly shown: DueList;
  readonly counts: Readonly<Record<DueListName, number>>;
  readonly today: string;
  readonly titleOf: (entry: EntryId) => string;
  readonly label: (citation: Citation) => string;
  readonly previous: string | undefined;
  readonly next: string | undefined;
  readonly told: string | undefined;
}

/** What somebody has to look at, list by list. */
export function DuePage(props: DuePageProps) {
  const { shell, shown, counts, told } = props;
  const { language } = shell;
  const words = DUE_WORDS[language];
  return (
    <ConsolePage shell={shell} title={words.title} here={HERE} lead={words.lead[shown.list]}>
      {told === 'settled' && <Notice kind="good">{words.settled}</Notice>}
      <Tabs
        label={words.lists}
        language={language}
        tabs={DUE_LISTS.map((list) => ({
          href: `${HERE}?list=${list}`,
          label: words.list[list],
          count: counts[list],
          current: list === shown.list,
        }))}
      />
      {shown.rows.length === 0 ? <EmptyState>{words.none[shown.list]}</EmptyState> : <List {...props} />}
      <Pager language={language} previous={props.previous} next={props.next} />
    </ConsolePage>
  );
}

function List({ shell, shown, today, titleOf, label }: DuePageProps) {
  const { language } = shell;
  const words = DUE_WORDS[language];
  const caption = words.list[shown.list];
  const link = (entry: EntryId) => <a href={`/console/entries/${entry}`}>{titleOf(entry)}</a>;
  switch (shown.list) {
    case 'reviews':
      return (
        <DataTable
          caption={caption}
          columns={[{ label: words.entry }, { label: words.reviewBy }]}
          rows={shown.rows.map(({ id, reviewBy }) => [
            link(id),
            <>
              {dayForPeople(reviewBy)} {reviewBy < today && <Mark kind="warning">{words.past}</Mark>}
            </>,
          ])}
        />
      );
    case 'laws':
      return (
        <DataTable
          caption={caption}
          columns={[words.entry, words.rests, words.endsOn, words.follows].map((heading) => ({ label: heading }))}
          rows={shown.rows.map(({ entry, citation, endsOn, followedBy }) => [
            link(entry.id),
            citation ? label(citation) : words.ownDays,
            <>
              {dayForPeople(endsOn)} {endsOn < today && <Mark kind="danger">{words.past}</Mark>}
            </>,
            followedBy.length > 0 ? followedBy.map(link) : <Mark kind="warning">{words.nothingFollows}</Mark>,
          ])}
        />
      );
    case 'unhelpful':
      return (
        <>
          <DataTable
            caption={caption}
            columns={[{ label: words.entry }, { label: words.times, numeric: true }, { label: words.reasons }]}
            rows={shown.rows.map(({ entry, unhelpful, reasons }) => [
              link(entry),
              cellForm(unhelpful),
              reasons.map(({ reason, times }) => `${words.reason[reason] ?? reason}: ${cellForm(times)}`).join('; '),
            ])}
          />
          <p class="hint">{words.signs}</p>
        </>
      );
    case 'release':
      return (
        <DataTable
          caption={caption}
          columns={[{ label: words.entry }, { label: words.action }]}
          rows={shown.rows.map(({ entry }) => [
            link(entry),
            <a href={`${HERE}/release?entry=${encodeURIComponent(entry)}`}>{words.threeVersions}</a>,
          ])}
        />
      );
    case 'unreadable':
      return (
        <DataTable
          caption={caption}
          columns={[words.entry, words.since, words.faults].map((heading) => ({ label: heading }))}
          rows={shown.rows.map(({ entry, revision, since, faults }) => [
            <a href={`/console/revisions/${revision}`}>{titleOf(entry)}</a>,
            <When at={since} language={language} />,
            <Faults shell={shell} faults={faults} />,
          ])}
        />
      );
    case 'contacts':
      return (
        <DataTable
          caption={caption}
          columns={[words.centre, words.contact, words.checkedOn].map((heading) => ({ label: heading }))}
          rows={shown.rows.map(({ name, state, verifiedOn }) => [
            name,
            <Mark kind="warning">{words.contactState[state]}</Mark>,
            verifiedOn ? dayForPeople(verifiedOn) : words.never,
          ])}
        />
      );
  }
}

export interface ReleasePageProps {
  readonly shell: Shell;
  readonly entry: EntryId;
  readonly title: string;
  readonly conflict: ReleaseConflict;
  readonly mayTakeTheirs: boolean;
  /** What was typed when it was refused, and why. */
  readonly refused?:
    | {
        readonly take: string;
        readonly note: string;
        readonly text: string | undefined;
        readonly noteFault: string | undefined;
        readonly textFault: string | undefined;
      }
    | undefined;
}

/** The file as it was, the file as it is, and the revision; one of three ways on. */
export function ReleasePage({ shell, entry, title, conflict, mayTakeTheirs, refused }: ReleasePageProps) {
  const { language } = shell;
  const words = DUE_WORDS[language];
  const { shippedThen, shippedNow, ours } = conflict;
  const merged = proposeMerge(conflict);
  const noteOf = (take: string) => (refused?.take === take ? refused : undefined);
  const Note = ({ take }: { readonly take: string }) => (
    <>
      <input type="hidden" name="entry" value={entry} />
      <input type="hidden" name="take" value={take} />
      <TextField
        name="note"
        id={`note-${take}`}
        label={words.note}
        value={noteOf(take)?.note}
        fault={noteOf(take)?.noteFault}
        maxlength={500}
        required
      />
    </>
  );
  return (
    <ConsolePage shell={shell} title={words.releaseTitle(title)} here={HERE} lead={words.releaseLead}>
      <div class="halves">
        <Card heading={words.theirs}>
          <p class="hint">{words.theirsLead}</p>
          {shippedThen === undefined && <Notice>{words.noFileThen}</Notice>}
          {shippedNow === undefined ? (
            <Notice kind="warning">{words.fileGone}</Notice>
          ) : (
            <Compared before={shippedThen ?? ''} after={shippedNow} language={language} />
          )}
        </Card>
        <Card heading={words.ours}>
          <p class="hint">{words.oursLead}</p>
          <Compared before={shippedThen ?? ''} after={ours} language={language} />
        </Card>
      </div>
      <div class="halves">
        <Card heading={words.keepOurs}>
          <p class="hint">{words.keepOursLead}</p>
          <form method="post" action={`${HERE}/release`}>
            <Note take="ours" />
            <Buttons>
              <Button>{words.keepOurs}</Button>
            </Buttons>
          </form>
        </Card>
        <Card heading={words.takeTheirs}>
          <p class="hint">{words.takeTheirsLead}</p>
          {mayTakeTheirs ? (
            <form method="post" action={`${HERE}/release`}>
              <Note take="theirs" />
              <Buttons>
                <Button kind="danger">{words.takeTheirs}</Button>
              </Buttons>
            </form>
          ) : (
            <p>{words.onlyReviewer}</p>
          )}
        </Card>
      </div>
      <Card heading={words.merge}>
        <p class="hint">{words.mergeLead}</p>
        <p>{merged === undefined ? words.notMerged : words.mergedByMachine}</p>
        <form method="post" action={`${HERE}/release`} data-guard>
          <AreaField
            name="text"
            label={words.text}
            value={noteOf('merged')?.text ?? merged ?? ours}
            fault={noteOf('merged')?.textFault}
            rows={30}
            code
          />
          <Note take="merged" />
          <Buttons>
            <Button>{words.merge}</Button>
          </Buttons>
        </form>
      </Card>
    </ConsolePage>
  );
}
