import type { OfferFaults } from '../../../flow/curation/offer-candidate.ts';
import { LONGEST_ANSWER, LONGEST_QUESTION } from '../../../flow/curation/offer-candidate.ts';
import type { FoundPassage } from '../../../flow/desk/passages.ts';
import type { FoundCitation } from '../../../flow/find-citations.ts';
import { ConsolePage } from '../kit/console-page.tsx';
import { AreaField, Button, Buttons, Card, CheckField, DataTable, Notice, TextField } from '../kit/parts.tsx';
import type { Shell } from '../kit/shell.ts';
import { CANDIDATE_WORDS } from './candidate-wording.ts';
import { CitationHits } from './draft-panels.tsx';
import { DRAFT_WORDS } from './draft-wording.ts';
import { MarkedText } from './marked-text.tsx';
import { percentInWords } from './percent.ts';

export interface OfferPageProps {
  readonly shell: Shell;
  readonly code: string;
  readonly question: string;
  readonly answer: string;
  readonly citations: string;
  readonly looked: boolean;
  readonly faults?: Omit<OfferFaults, 'outcome' | 'masked'> | undefined;
  readonly near: readonly FoundPassage[];
  readonly searched?: { readonly words: string; readonly found: readonly FoundCitation[] } | undefined;
}

/** A closed referral as its staff may offer it: masked by the machine, to be read and corrected by a person. */
export function OfferPage(props: OfferPageProps) {
  const { shell, code, question, answer, citations, looked, faults, near, searched } = props;
  const words = CANDIDATE_WORDS[shell.language];
  const draftWords = DRAFT_WORDS[shell.language];
  const path = `/console/tickets/${code}/candidate`;
  const faultOf = (fault: 'missing' | 'masked' | undefined) => fault && words[fault];
  return (
    <ConsolePage shell={shell} title={words.offerTitle(code)} here="/console/inbox" lead={words.offerLead}>
      {faults && <Notice kind="fault">{words.faulty}</Notice>}
      <div class="columns">
        <form method="post" action={path} data-guard>
          <p>{words.maskedLead}</p>
          <MarkedText text={question} />
          <AreaField
            name="question"
            label={words.question}
            hint={words.questionHint}
            value={question}
            fault={faultOf(faults?.question)}
            rows={8}
            maxlength={LONGEST_QUESTION}
            required
          />
          <MarkedText text={answer} />
          <AreaField
            name="answer"
            label={words.answer}
            hint={words.answerHint}
            value={answer}
            fault={faultOf(faults?.answer)}
            rows={10}
            maxlength={LONGEST_ANSWER}
            required
          />
          <AreaField
            name="citations"
            label={words.citations}
            hint={words.citationsHint}
            value={citations}
            fault={
              faults?.citations &&
              (faults.citations.length === 0 ? words.noCitation : words.unknownCitations(faults.citations.join(', ')))
            }
            rows={3}
            maxlength={1000}
            code
          />
          <details open={searched !== undefined}>
            <summary>{draftWords.findCitation}</summary>
            <TextField
              name="article"
              label={draftWords.findCitation}
              hint={draftWords.findCitationHint}
              type="search"
              value={searched?.words}
              maxlength={200}
            />
            <button
              type="submit"
              class="plain"
              formaction={`${path}/citations`}
              formnovalidate
              hx-post={`${path}/citations`}
              hx-target="#dieu-luat"
            >
              {draftWords.find}
            </button>
            <div id="dieu-luat" aria-live="polite">
              {searched && (
                <CitationHits
                  shell={shell}
                  found={searched.found}
                  into="citations"
                  insert={({ citation }) => `${citation}\n`}
                />
              )}
            </div>
          </details>
          <CheckField
            name="looked"
            label={words.looked}
            hint={words.lookedHint}
            fault={faults?.looked && words.notLooked}
            checked={looked}
            required
          />
          <Buttons>
            <Button>{words.offer}</Button>
            <a href={`/console/tickets/${code}`}>{words.back}</a>
          </Buttons>
        </form>
        <Card heading={words.near}>
          <p class="hint">{words.nearLead}</p>
          <NearEntries shell={shell} near={near} />
        </Card>
      </div>
    </ConsolePage>
  );
}

/** Entries that may answer the same. */
function NearEntries({ shell, near }: { readonly shell: Shell; readonly near: readonly FoundPassage[] }) {
  const words = CANDIDATE_WORDS[shell.language];
  if (near.length === 0) return <p>{words.noNear}</p>;
  return (
    <DataTable
      caption={words.near}
      columns={[{ label: words.entry }, { label: words.shortAnswer }, { label: words.confidence, numeric: true }]}
      rows={near.map(({ title, shortAnswer, confidence }) => [
        title,
        shortAnswer,
        percentInWords(confidence, shell.language),
      ])}
    />
  );
}
