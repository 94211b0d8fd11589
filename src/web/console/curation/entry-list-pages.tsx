import { dayForPeople } from '../../../base/days.ts';
import type { AccountId } from '../../../base/ids.ts';
import type { RevisionHead } from '../../../curation/draft.ts';
import { ENTRY_STATES, type EntryFilter, type EntryState } from '../../../flow/curation/list-entries.ts';
import type { EntryKind, KnowledgeEntry } from '../../../knowledge/entry.ts';
import { ConsolePage } from '../kit/console-page.tsx';
import {
  Button,
  DataTable,
  EmptyState,
  Mark,
  Notice,
  Pager,
  SelectField,
  Tabs,
  TextField,
  When,
} from '../kit/parts.tsx';
import type { Shell } from '../kit/shell.ts';
import { numberInWords } from '../kit/words.ts';
import { ENTRY_WORDS } from './entry-wording.ts';

const HERE = '/console/entries';
const KINDS: readonly EntryKind[] = ['qa', 'guide', 'article'];

/** A value of a filter with its name. */
export interface Named {
  readonly value: string;
  readonly label: string;
}

export interface EntriesPageProps {
  readonly shell: Shell;
  readonly filter: EntryFilter;
  /** Of this page. */
  readonly entries: readonly { readonly entry: KnowledgeEntry; readonly states: readonly EntryState[] }[];
  /** On all pages. */
  readonly total: number;
  readonly topics: readonly Named[];
  readonly instruments: readonly Named[];
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

/** Every entry, found as a person would find it, or by what it is. */
export function EntriesPage(props: EntriesPageProps) {
  const { shell, filter, entries, total, topics, instruments } = props;
  const { language } = shell;
  const words = ENTRY_WORDS[language];
  const all = { value: '', label: words.all };
  return (
    <ConsolePage
      shell={shell}
      title={words.title}
      here={HERE}
      lead={words.lead(numberInWords(total, language))}
      actions={
        <>
          <a class="button main" href="/console/drafts/new">
            {words.begin}
          </a>
          <a href="/console/entries/files">{words.files}</a>
        </>
      }
    >
      <EntryTabs shell={shell} current="entries" />
      <form method="get" action={HERE} class="row">
        <TextField
          name="words"
          label={words.find}
          hint={words.findHint}
          type="search"
          value={filter.words}
          maxlength={300}
        />
        <SelectField
          name="kind"
          label={words.kind}
          value={filter.kind ?? ''}
          options={[all, ...KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))]}
        />
        <SelectField name="topic" label={words.topic} value={filter.topic ?? ''} options={[all, ...topics]} />
        <SelectField
          name="instrument"
          label={words.instrument}
          value={filter.instrument ?? ''}
          options={[all, ...instruments]}
        />
        <SelectField
          name="state"
          label={words.state}
          value={filter.state ?? ''}
          options={[all, ...ENTRY_STATES.map((state) => ({ value: state, label: words.states[state] }))]}
        />
        <Button kind="plain">{words.show}</Button>
      </form>
      {entries.length === 0 ? (
        <EmptyState>{words.none}</EmptyState>
      ) : (
        <DataTable
          caption={words.table}
          columns={[words.entry, words.kind, words.topic, words.state, words.reviewBy].map((label) => ({ label }))}
          rows={entries.map(({ entry, states }) => [
            <a href={`${HERE}/${entry.id}`}>{entry.title}</a>,
            words.kinds[entry.kind],
            entry.topics.map((topic) => topics.find(({ value }) => value === topic)?.label ?? topic).join(', '),
            <States states={states} shell={shell} />,
            dayForPeople(entry.reviewBy),
          ])}
        />
      )}
      <Pager language={language} previous={props.previous} next={props.next} />
    </ConsolePage>
  );
}

const STATE_MARKS: Readonly<Record<EntryState, 'quiet' | 'good' | 'warning'>> = {
  current: 'good',
  coming: 'quiet',
  ended: 'quiet',
  overdue: 'warning',
  revised: 'quiet',
};

/** All that holds for an entry, in words. */
export function States({ states, shell }: { readonly states: readonly EntryState[]; readonly shell: Shell }) {
  return (
    <>
      {states.map((state) => (
        <>
          <Mark kind={STATE_MARKS[state]}>{ENTRY_WORDS[shell.language].states[state]}</Mark>{' '}
        </>
      ))}
    </>
  );
}

function EntryTabs({ shell, current }: { readonly shell: Shell; readonly current: 'entries' | 'mine' | 'all' }) {
  const words = ENTRY_WORDS[shell.language];
  return (
    <Tabs
      label={words.tabs}
      language={shell.language}
      tabs={[
        { href: HERE, label: words.tabEntries, current: current === 'entries' },
        { href: '/console/drafts', label: words.tabMine, current: current === 'mine' },
        { href: '/console/drafts?of=all', label: words.tabOthers, current: current === 'all' },
      ]}
    />
  );
}

export interface DraftsPageProps {
  readonly shell: Shell;
  readonly of: 'mine' | 'all';
  readonly drafts: readonly RevisionHead[];
  /** What the reviewer gave back to the one who looks. */
  readonly sentBack: readonly RevisionHead[];
  /** A sentence. */
  readonly told: string | undefined;
  readonly name: (account: AccountId) => string;
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

/** What is being written. */
export function DraftsPage({ shell, of, drafts, sentBack, told, name, previous, next }: DraftsPageProps) {
  const { language } = shell;
  const words = ENTRY_WORDS[language];
  return (
    <ConsolePage
      shell={shell}
      title={of === 'mine' ? words.tabMine : words.tabOthers}
      here={HERE}
      actions={
        <a class="button main" href="/console/drafts/new">
          {words.begin}
        </a>
      }
    >
      {told && <Notice kind="good">{told}</Notice>}
      <EntryTabs shell={shell} current={of} />
      {sentBack.length > 0 && (
        <DataTable
          caption={words.sentBack}
          captionShown
          columns={[words.forEntry, words.decision, words.when].map((label) => ({ label }))}
          rows={sentBack.map(({ id, entry, decision, decidedBy, decidedAt }) => [
            <a href={`/console/revisions/${id}`}>{entry}</a>,
            decidedBy && `${name(decidedBy)}: ${decision ?? ''}`,
            decidedAt && <When at={decidedAt} language={language} />,
          ])}
        />
      )}
      {drafts.length === 0 ? (
        <EmptyState>{words.noDrafts}</EmptyState>
      ) : (
        <DataTable
          caption={words.draftsTable}
          columns={[words.forEntry, words.origin, words.note, words.by, words.when].map((label) => ({ label }))}
          rows={drafts.map((draft) => [
            <a href={`/console/drafts/${draft.id}`}>{draft.entry}</a>,
            words.origins[draft.origin],
            draft.note,
            name(draft.author),
            <When at={draft.createdAt} language={language} />,
          ])}
        />
      )}
      <Pager language={language} previous={previous} next={next} />
    </ConsolePage>
  );
}
