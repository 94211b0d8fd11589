import type { FoundPassage } from '../../../flow/desk/passages.ts';
import type { Citation } from '../../../knowledge/citation.ts';
import type { EntryCandidate } from '../../../ports/candidates.ts';
import { ConsolePage } from '../kit/console-page.tsx';
import { Button, Buttons, Card, DataTable, EmptyState, Notice, Pager, When } from '../kit/parts.tsx';
import type { Shell } from '../kit/shell.ts';
import { CANDIDATE_WORDS } from './candidate-wording.ts';
import { type Dismissal, DismissCard } from './dismissal.tsx';
import { MarkedText } from './marked-text.tsx';
import { percentInWords } from './percent.ts';

const HERE = '/console/candidates';

export interface CandidatesPageProps {
  readonly shell: Shell;
  readonly waiting: readonly EntryCandidate[];
  readonly label: (citation: Citation) => string;
  readonly previous: string | undefined;
  readonly next: string | undefined;
  readonly told: string | undefined;
}

/** What staff offer, oldest first. */
export function CandidatesPage({ shell, waiting, label, previous, next, told }: CandidatesPageProps) {
  const { language } = shell;
  const words = CANDIDATE_WORDS[language];
  return (
    <ConsolePage shell={shell} title={words.title} here={HERE} lead={words.lead}>
      {told === 'dismissed' && <Notice kind="good">{words.dismissed}</Notice>}
      {told === 'gone' && <Notice kind="warning">{words.gone}</Notice>}
      {waiting.length === 0 ? (
        <EmptyState>{words.none}</EmptyState>
      ) : (
        <DataTable
          caption={words.table}
          columns={[words.question, words.citations, words.since].map((heading) => ({ label: heading }))}
          rows={waiting.map(({ id, question, citations, madeAt }) => [
            <a href={`${HERE}/${id}`}>{question.length > 200 ? `${question.slice(0, 199).trimEnd()}…` : question}</a>,
            citations.map(label).join('; '),
            <When at={madeAt} language={language} />,
          ])}
        />
      )}
      <Pager language={language} previous={previous} next={next} />
    </ConsolePage>
  );
}

export interface CandidatePageProps {
  readonly shell: Shell;
  readonly candidate: EntryCandidate;
  readonly label: (citation: Citation) => string;
  readonly near: readonly FoundPassage[];
  /** What was typed when it was refused. */
  readonly dismissal?: Dismissal | undefined;
}

/** One question with its answer, and what to make of it. */
export function CandidatePage({ shell, candidate, label, near, dismissal }: CandidatePageProps) {
  const words = CANDIDATE_WORDS[shell.language];
  const path = `${HERE}/${candidate.id}`;
  return (
    <ConsolePage shell={shell} title={words.pageTitle} here={HERE} lead={words.lead}>
      <div class="columns">
        <div class="column">
          <Card heading={words.question}>
            <MarkedText text={candidate.question} />
          </Card>
          <Card heading={words.answer}>
            <MarkedText text={candidate.answer} />
          </Card>
          <Card heading={words.citations}>
            <ul class="points">
              {candidate.citations.map((citation) => (
                <li>
                  {label(citation)} <code>{citation}</code>
                </li>
              ))}
            </ul>
          </Card>
        </div>
        <div class="column">
          <Card heading={words.begin}>
            <p class="hint">{words.beginHint}</p>
            <form method="post" action={`${path}/draft`}>
              <Buttons>
                <Button name="as" value="new">
                  {words.newEntry}
                </Button>
              </Buttons>
              {near.length > 0 && (
                <DataTable
                  caption={words.near}
                  captionShown
                  columns={[
                    { label: words.entry },
                    { label: words.confidence, numeric: true },
                    { label: words.action },
                  ]}
                  rows={near.map(({ id, title, confidence }) => [
                    <a href={`/console/entries/${id}`}>{title}</a>,
                    percentInWords(confidence, shell.language),
                    <Button kind="plain" name="as" value={id}>
                      {words.addTo}
                    </Button>,
                  ])}
                />
              )}
            </form>
          </Card>
          <DismissCard path={path} dismissal={dismissal} words={words} />
        </div>
      </div>
    </ConsolePage>
  );
}
