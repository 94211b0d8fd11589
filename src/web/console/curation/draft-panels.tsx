import type { EntryId } from '../../../base/ids.ts';
import type { RegressionResult } from '../../../curation/regression.ts';
import type { Explained, ExplainedCandidate } from '../../../flow/curation/explain.ts';
import type { Preview } from '../../../flow/curation/preview.ts';
import type { FoundCitation } from '../../../flow/find-citations.ts';
import type { Fault } from '../../../knowledge/parse-entry.ts';
import { DataTable, Mark, Notice } from '../kit/parts.tsx';
import type { Shell } from '../kit/shell.ts';
import { numberInWords } from '../kit/words.ts';
import { DRAFT_WORDS, type DraftWords } from './draft-wording.ts';
import { percentInWords } from './percent.ts';
import { Previews } from './previews.tsx';

/** What is wrong with a text, with its places. */
export function Faults({ shell, faults }: { readonly shell: Shell; readonly faults: readonly Fault[] }) {
  const words = DRAFT_WORDS[shell.language];
  return (
    <ul class="points">
      {faults.map(({ line, field, message }) => (
        <li>
          {line !== undefined && `${words.faultAt(numberInWords(line, shell.language))}, `}
          <strong>{labelOf(field, words)}</strong>: {message}
        </li>
      ))}
    </ul>
  );
}

/** Words that are the name of a field. */
type NameOfField =
  | 'question'
  | 'articleTitle'
  | 'variants'
  | 'negativeTwin'
  | 'english'
  | 'topics'
  | 'basis'
  | 'validFrom'
  | 'validTo'
  | 'reviewedOn'
  | 'reviewBy'
  | 'sources'
  | 'confidence'
  | 'urgent';

/** The name of a field in the form, with its name in the file. */
function labelOf(field: string, words: DraftWords): string {
  const [first = ''] = field.split('.');
  const label = FIELDS[first];
  return label === undefined ? field : `${words[label]} (${field})`;
}

const FIELDS: Readonly<Record<string, NameOfField>> = {
  question: 'question',
  title: 'articleTitle',
  variants: 'variants',
  negativeTwin: 'negativeTwin',
  english: 'english',
  topics: 'topics',
  citations: 'basis',
  validFrom: 'validFrom',
  validTo: 'validTo',
  reviewedOn: 'reviewedOn',
  reviewBy: 'reviewBy',
  sources: 'sources',
  confidence: 'confidence',
  urgent: 'urgent',
};

/** The entry as it would be sent, or why it cannot be shown. */
export function PreviewPanel(props: {
  readonly shell: Shell;
  readonly shown: { readonly previews: readonly Preview[] } | { readonly faults: readonly Fault[] };
}) {
  const { shell, shown } = props;
  if ('previews' in shown) return <Previews previews={shown.previews} language={shell.language} open="zalo" />;
  return (
    <>
      <p>{DRAFT_WORDS[shell.language].noPreview}</p>
      <Faults shell={shell} faults={shown.faults} />
    </>
  );
}

/** What a question comes to, now and with the text that is being written. */
export interface TriedOnPage {
  readonly question: string;
  readonly danger: boolean;
  readonly before: Explained;
  /** Undefined where the text has faults. */
  readonly after: Explained | undefined;
}

/** Both answers side by side, with all that speaks for each candidate. */
export function TryPanel(props: {
  readonly shell: Shell;
  readonly tried: TriedOnPage;
  /** The entry that is being edited. */
  readonly entry: EntryId;
}) {
  const { shell, tried, entry } = props;
  const words = DRAFT_WORDS[shell.language];
  return (
    <>
      <p class="said">{tried.question}</p>
      {tried.danger && <Notice kind="warning">{words.danger}</Notice>}
      {!tried.after && <Notice kind="warning">{words.tryFaults}</Notice>}
      <div class="halves">
        <div>
          <h3>{words.before}</h3>
          <Answered shell={shell} explained={tried.before} entry={entry} />
        </div>
        {tried.after && (
          <div>
            <h3>{words.after}</h3>
            <Answered shell={shell} explained={tried.after} entry={entry} />
          </div>
        )}
      </div>
    </>
  );
}

function Answered({
  shell,
  explained,
  entry,
}: {
  readonly shell: Shell;
  readonly explained: Explained;
  readonly entry: EntryId;
}) {
  const words = DRAFT_WORDS[shell.language];
  return (
    <>
      <p>
        <strong>{words.decision[explained.decision]}</strong>
      </p>
      {explained.candidates.length === 0 && <p>{words.nothingFound}</p>}
      <ol class="plain">
        {explained.candidates.map((candidate) => (
          <li>
            <a href={`/console/entries/${candidate.entry.id}`}>{candidate.entry.title}</a>{' '}
            {candidate.entry.id === entry && <Mark kind="warning">{words.thisEntry}</Mark>}{' '}
            {explained.given.includes(candidate.entry.id) && <Mark kind="good">{words.given}</Mark>}
            <Why shell={shell} candidate={candidate} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Why({ shell, candidate }: { readonly shell: Shell; readonly candidate: ExplainedCandidate }) {
  const { language } = shell;
  const words = DRAFT_WORDS[language];
  const { confidence, needed, why, found } = candidate;
  const percent = (share: number) => percentInWords(share, language);
  const list = (some: readonly string[]) => (some.length > 0 ? some.join(', ') : words.noWords);
  return (
    <details>
      <summary>
        {words.confidenceOf}: {words.confidenceNeeded(percent(confidence), percent(needed))}
      </summary>
      <ul class="points">
        <li>
          {words.nearest}: {why.nearest}
        </li>
        <li>
          {words.inPhrasings}: {list(why.inPhrasings)}
        </li>
        <li>
          {words.inAnswer}: {list(why.inAnswer)}
        </li>
        <li>
          {words.nowhere}: {list(why.nowhere)}
        </li>
        {found ? (
          <>
            {(['lexical', 'said', 'whole', 'coverage', 'nearest', 'marked', 'twin', 'agreement'] as const).map(
              (name) => (
                <li>
                  {words.evidence[name]}: {percent(found.evidence[name])}
                </li>
              ),
            )}
            <li>
              {words.evidence.score}: {numberInWords(Math.round(found.score * 1000) / 1000, language)}
            </li>
          </>
        ) : (
          <li>{words.otherWay}</li>
        )}
      </ul>
    </details>
  );
}

/** How the questions of an entry come out. */
export function CheckPanel(props: {
  readonly shell: Shell;
  readonly results: readonly RegressionResult[];
  readonly titleOf: (entry: EntryId) => string;
}) {
  const { shell, results, titleOf } = props;
  const { language } = shell;
  const words = DRAFT_WORDS[language];
  const failed = results.filter(({ result }) => result !== 'passes');
  const broken = results.some(({ result }) => result === 'broken');
  return (
    <>
      <Notice kind={broken ? 'fault' : 'good'}>
        {words.checked(
          numberInWords(results.length - failed.length, language),
          numberInWords(results.length, language),
        )}{' '}
        {failed.length === 0 && words.allPassed}
      </Notice>
      {failed.length > 0 && (
        <DataTable
          caption={words.failures}
          captionShown
          columns={[words.question, words.entry, words.fromWhere, words.result, words.instead].map((label) => ({
            label,
          }))}
          rows={failed.map(({ question, entry, from, result, instead }) => [
            question,
            <a href={`/console/entries/${entry}`}>{titleOf(entry)}</a>,
            words.from[from],
            <Mark kind={result === 'broken' ? 'danger' : 'quiet'}>{words.results[result]}</Mark>,
            instead ? <a href={`/console/entries/${instead}`}>{titleOf(instead)}</a> : '',
          ])}
        />
      )}
    </>
  );
}

/** Places in the law that were found, each with a button that puts it into the field. */
export function CitationHits(props: {
  readonly shell: Shell;
  readonly found: readonly FoundCitation[];
  /** Id of the field that it goes into. */
  readonly into: string;
  /** How it is written there. */
  readonly insert: (found: FoundCitation) => string;
}) {
  const { shell, found, into, insert } = props;
  const words = DRAFT_WORDS[shell.language];
  if (found.length === 0) return <p>{words.noCitation}</p>;
  return (
    <ul class="points">
      {found.map((one) => (
        <li>
          {one.label} <code>{one.citation}</code> {!one.inForce && <Mark kind="warning">{words.notInForce}</Mark>}{' '}
          {one.says && <span class="hint">{one.says}</span>}{' '}
          <button type="button" class="plain" data-into={into} data-insert={insert(one)}>
            {words.insert}
          </button>
        </li>
      ))}
    </ul>
  );
}
