import { dayForPeople } from '../../../base/days.ts';
import type { AccountId, RevisionId } from '../../../base/ids.ts';
import type { RevisionHead } from '../../../curation/draft.ts';
import type { EntryState } from '../../../flow/curation/list-entries.ts';
import type { Preview } from '../../../flow/curation/preview.ts';
import type { KnowledgeEntry } from '../../../knowledge/entry.ts';
import type { Instrument } from '../../../knowledge/instrument.ts';
import type { Regression } from '../../../ports/revisions.ts';
import { ConsolePage } from '../kit/console-page.tsx';
import {
  Button,
  Buttons,
  Card,
  DataTable,
  EmptyState,
  Facts,
  Mark,
  Notice,
  SelectField,
  TextField,
  When,
} from '../kit/parts.tsx';
import type { Shell } from '../kit/shell.ts';
import { numberInWords } from '../kit/words.ts';
import { States } from './entry-list-pages.tsx';
import { ENTRY_WORDS } from './entry-wording.ts';
import { Previews } from './previews.tsx';

const HERE = '/console/entries';

/** Where the text that is in use comes from. */
export type Source =
  | { readonly from: 'file' }
  | { readonly from: 'revision'; readonly id: RevisionId; readonly number: number; readonly hasFile: boolean }
  /** Words of an instrument from a package: nobody edits them. */
  | { readonly from: 'package' };

export interface EntryPageProps {
  readonly shell: Shell;
  readonly entry: KnowledgeEntry;
  readonly states: readonly EntryState[];
  readonly source: Source;
  readonly previews: readonly Preview[];
  readonly citation: (citation: KnowledgeEntry['citations'][0]) => {
    readonly label: string;
    readonly instrument: Instrument | undefined;
  };
  readonly topicName: (topic: string) => string;
  /** Newest first. */
  readonly revisions: readonly RevisionHead[];
  readonly regressions: readonly Regression[];
  readonly name: (account: AccountId) => string;
  /** May put a text in use. */
  readonly mayPublish: boolean;
  readonly told: string | undefined;
  /** What was typed when a form was refused. */
  readonly refused?: EntryRefusal | undefined;
}

export type EntryRefusal =
  | { readonly form: 'take-back'; readonly why: string; readonly because: string }
  | { readonly form: 'regression'; readonly question: string; readonly expects: string; readonly because: string };

/** One entry: what people read, on what it rests, how it is found, and everything that was done to it. */
export function EntryPage(props: EntryPageProps) {
  const { shell, entry, states, source, previews, topicName, name, told } = props;
  const { language, account } = shell;
  const words = ENTRY_WORDS[language];
  const n = (value: number) => numberInWords(value, language);
  const open = props.revisions.filter(({ state }) => state === 'draft' || state === 'in-review');
  const mine = open.find(({ state, author }) => state === 'draft' && author === account?.id);
  return (
    <ConsolePage
      shell={shell}
      title={entry.title}
      here={HERE}
      actions={
        source.from !== 'package' && (
          <form method="post" action="/console/drafts" class="row">
            <input type="hidden" name="entry" value={entry.id} />
            <Button>{words.edit}</Button>
          </form>
        )
      }
      lead={words.editHint}
    >
      {told && words.told[told] && <Notice kind="good">{words.told[told]}</Notice>}
      {mine && (
        <Notice>
          {words.ownDraft} <a href={`/console/drafts/${mine.id}`}>{words.open}</a>
        </Notice>
      )}
      {open
        .filter((draft) => draft !== mine)
        .map((draft) => (
          <Notice>
            {draft.state === 'in-review' ? words.inReview : words.otherDraft(name(draft.author))}{' '}
            <a href={draft.state === 'in-review' ? `/console/reviews/${draft.id}` : `/console/drafts/${draft.id}`}>
              {words.open}
            </a>
          </Notice>
        ))}
      <div class="columns">
        <div class="column">
          <Card heading={words.asShown}>
            <Previews previews={previews} language={language} open="web" />
          </Card>
          <Card heading={words.basis}>
            <DataTable
              caption={words.basis}
              columns={[{ label: words.citation }, { label: words.says }]}
              rows={entry.basis.map(({ citation, says }) => {
                const { label, instrument } = props.citation(citation);
                return [
                  <>
                    {instrument?.officialUrl ? (
                      <a href={instrument.officialUrl} rel="noreferrer">
                        {label}
                      </a>
                    ) : (
                      label
                    )}{' '}
                    <code>{citation}</code>
                  </>,
                  says,
                ];
              })}
            />
          </Card>
          <Card heading={words.variants(n(entry.variants.length))}>
            <ul class="points">
              {entry.variants.map((variant) => (
                <li>{variant}</li>
              ))}
            </ul>
            {entry.negativeTwin && <Facts facts={[[words.negativeTwin, entry.negativeTwin]]} />}
          </Card>
        </div>
        <div class="column">
          <Card heading={words.state}>
            <Facts
              facts={[
                [words.state, <States states={states} shell={shell} />],
                [words.id, <code>{entry.id}</code>],
                [words.kind, words.kinds[entry.kind]],
                [words.topic, entry.topics.map(topicName).join(', ')],
                [
                  words.validity,
                  `${dayForPeople(entry.valid.from)} – ${
                    entry.valid.to ? `${words.until} ${dayForPeople(entry.valid.to)}` : words.stillValid
                  }`,
                ],
                [words.reviewed, `${dayForPeople(entry.reviewedOn)}; ${dayForPeople(entry.reviewBy)}`],
                [words.confidence, entry.confidence],
                [words.urgent, entry.urgent ? words.dangers[entry.urgent] : words.notUrgent],
                [words.sources, entry.sources.join('; ')],
                [words.comesFrom, sourceInWords(source, shell)],
                ...(entry.english ? ([[words.english, entry.english.question]] as const) : []),
              ]}
            />
          </Card>
          <History {...props} />
          <ChangeLive {...props} />
          <Regressions {...props} />
        </div>
      </div>
    </ConsolePage>
  );
}

function sourceInWords(source: Source, shell: Shell): string {
  const words = ENTRY_WORDS[shell.language];
  switch (source.from) {
    case 'file':
      return words.fromFile;
    case 'revision':
      return words.fromRevision(numberInWords(source.number, shell.language));
    case 'package':
      return words.fromPackage;
  }
}

function History({ shell, revisions, source, name }: EntryPageProps) {
  const { language } = shell;
  const words = ENTRY_WORDS[language];
  return (
    <Card heading={words.history}>
      {revisions.length === 0 ? (
        <EmptyState>{words.noHistory}</EmptyState>
      ) : (
        <DataTable
          caption={words.history}
          columns={[words.revision, words.state, words.note, words.by, words.when, words.decision].map((label) => ({
            label,
          }))}
          rows={revisions.map((revision) => [
            <a href={`/console/revisions/${revision.id}`}>{words.number(numberInWords(revision.number, language))}</a>,
            <>
              <Mark>{words.revisionStates[revision.state]}</Mark>{' '}
              {source.from === 'revision' && source.id === revision.id && <Mark kind="good">{words.isLive}</Mark>}
            </>,
            `${words.origins[revision.origin]}. ${revision.note}`,
            name(revision.author),
            <When at={revision.createdAt} language={language} />,
            <>
              {revision.decidedBy && `${name(revision.decidedBy)}: `}
              {revision.decision}
            </>,
          ])}
        />
      )}
    </Card>
  );
}

/** Giving up the revision that is in use. Bringing an old one back is on the page of that one. */
function ChangeLive({ shell, entry, source, mayPublish, refused }: EntryPageProps) {
  const words = ENTRY_WORDS[shell.language];
  if (source.from !== 'revision') return null;
  if (!mayPublish) return <p class="hint">{words.onlyReviewer}</p>;
  const own = refused?.form === 'take-back' ? refused : undefined;
  return (
    <Card heading={words.changeLive}>
      <p class="hint">{words.takeBackLead}</p>
      <form method="post" action="/console/entries/take-back">
        <input type="hidden" name="entry" value={entry.id} />
        <TextField
          name="why"
          label={words.whyNeeded}
          value={own?.why}
          fault={own?.because}
          maxlength={300}
          required
          id="why-take-back"
        />
        <Buttons>
          <Button kind="danger">{words.takeBack}</Button>
        </Buttons>
      </form>
    </Card>
  );
}

function Regressions({ shell, entry, regressions, name, refused }: EntryPageProps) {
  const { language } = shell;
  const words = ENTRY_WORDS[language];
  const own = refused?.form === 'regression' ? refused : undefined;
  return (
    <Card heading={words.regressions} id="cau-hoi-kiem">
      <p class="hint">{words.regressionsLead}</p>
      {regressions.length > 0 && (
        <DataTable
          caption={words.regressions}
          columns={[words.question, words.expects, words.by, words.remove].map((label) => ({ label }))}
          rows={regressions.map(({ id, question, expects, origin, by }) => [
            question,
            words[expects],
            `${origin === 'citizen' ? words.fromCitizen : words.fromCurator}, ${name(by)}`,
            <form method="post" action={`/console/regressions/${id}/remove`}>
              <input type="hidden" name="entry" value={entry.id} />
              <Button kind="plain">{words.remove}</Button>
            </form>,
          ])}
        />
      )}
      <form method="post" action="/console/regressions">
        <input type="hidden" name="entry" value={entry.id} />
        <TextField
          name="question"
          label={words.question}
          value={own?.question}
          fault={own?.because}
          maxlength={500}
          required
        />
        <SelectField
          name="expects"
          label={words.expects}
          value={own?.expects}
          options={(['wins', 'loses'] as const).map((value) => ({ value, label: words[value] }))}
        />
        <Buttons>
          <Button kind="plain">{words.addRegression}</Button>
        </Buttons>
      </form>
    </Card>
  );
}
