import { type Day, dayForPeople } from '../../../base/days.ts';
import type { ImportOutcome, LawFile } from '../../../flow/law/import-law.ts';
import { ConsolePage } from '../kit/console-page.tsx';
import { Button, Buttons, Card, CheckField, Facts, Notice, TextField } from '../kit/parts.tsx';
import type { Shell } from '../kit/shell.ts';
import { numberInWords } from '../kit/words.ts';
import { LAW } from './law-pages.tsx';
import { askedInWords, changesInWords, OUTCOME_WORDS } from './outcome-words.ts';
import { LAW_WORDS } from './wording.ts';

/** Hands in a file. */
export function UploadPage({ shell, fault }: { readonly shell: Shell; readonly fault: string | undefined }) {
  const words = LAW_WORDS[shell.language];
  return (
    <ConsolePage
      shell={shell}
      title={words.uploadTitle}
      here={LAW}
      lead={words.uploadLead}
      actions={<a href={LAW}>{words.title}</a>}
    >
      {fault !== undefined && <Notice kind="fault">{fault}</Notice>}
      <Card heading={words.file}>
        <form method="post" action={`${LAW}/upload`} enctype="multipart/form-data">
          <div class="field">
            <label for="file">{words.file}</label>
            <p class="hint" id="file-hint">
              {words.fileHint}
            </p>
            <input
              id="file"
              name="file"
              type="file"
              accept=".docx,.pdf,.html,.htm,.txt,.md,.xml"
              aria-describedby="file-hint"
              required
            />
          </div>
          <TextField name="code" label={words.codeLabel} hint={words.codeHint} maxlength={120} autocomplete="off" />
          <Buttons>
            <Button>{words.read}</Button>
          </Buttons>
        </form>
      </Card>
    </ConsolePage>
  );
}

/** A file that was not taken, and why. The reader of files says it in Vietnamese. */
export function RefusedPage({
  shell,
  name,
  message,
}: {
  readonly shell: Shell;
  readonly name: string;
  readonly message: string;
}) {
  const words = LAW_WORDS[shell.language];
  return (
    <ConsolePage
      shell={shell}
      title={words.refused(name)}
      here={LAW}
      actions={<a href={`${LAW}/upload`}>{words.upload}</a>}
    >
      <Notice kind="fault">
        <span lang="vi">{message}</span>
      </Notice>
    </ConsolePage>
  );
}

export interface PreviewPageProps {
  readonly shell: Shell;
  readonly id: string;
  readonly file: LawFile;
  readonly outcome: ImportOutcome;
  readonly typed: {
    readonly code: string;
    readonly inForceFrom: string;
    readonly url: string;
    readonly lettersChecked: boolean;
  };
  readonly faults: { readonly inForceFrom?: string | undefined; readonly url?: string | undefined };
}

/** What was read from a file, and what storing it would change. */
export function PreviewPage({ shell, id, file, outcome, typed, faults }: PreviewPageProps) {
  const { language } = shell;
  const words = LAW_WORDS[language];
  const { reading } = file;
  const isDoubtful = reading.warnings.some(({ kind }) => kind === 'spelling-doubtful');
  return (
    <ConsolePage
      shell={shell}
      title={words.previewTitle(file.fileName)}
      here={LAW}
      lead={words.uploadLead}
      actions={<a href={`${LAW}/upload`}>{words.upload}</a>}
    >
      <Effect outcome={outcome} shell={shell} />
      <Card heading={words.report}>
        <ReadFacts file={file} shell={shell} />
        <h3>{words.warnings}</h3>
        {reading.warnings.length === 0 ? (
          <p>{words.noWarnings}</p>
        ) : (
          <ul lang="vi">
            {reading.warnings.map(({ message }) => (
              <li>{message}</li>
            ))}
          </ul>
        )}
        <details>
          <summary>{words.firstArticles}</summary>
          {reading.articles.slice(0, SHOWN_ARTICLES).map(({ headingLine, text }) => (
            <pre class="law">{`${headingLine}\n${text.slice(0, SHOWN_LETTERS)}${text.length > SHOWN_LETTERS ? ' […]' : ''}`}</pre>
          ))}
        </details>
      </Card>
      <Card heading={words.store}>
        <form method="post" action={`${LAW}/uploads/${id}`}>
          <TextField
            name="code"
            label={words.codeLabel}
            hint={words.codeHint}
            value={typed.code}
            maxlength={120}
            autocomplete="off"
          />
          <TextField
            name="inForceFrom"
            type="date"
            label={words.dayLabel}
            hint={words.dayHint}
            value={typed.inForceFrom}
            fault={faults.inForceFrom}
          />
          <TextField
            name="url"
            label={words.urlLabel}
            hint={words.urlHint}
            value={typed.url}
            fault={faults.url}
            maxlength={500}
          />
          {isDoubtful && (
            <CheckField name="lettersChecked" label={words.lettersChecked} checked={typed.lettersChecked} />
          )}
          <Buttons>
            <Button name="act" value="store">
              {words.store}
            </Button>
            <Button kind="plain" name="act" value="preview">
              {words.again}
            </Button>
          </Buttons>
        </form>
      </Card>
    </ConsolePage>
  );
}

const SHOWN_ARTICLES = 3;
const SHOWN_LETTERS = 1500;

function ReadFacts({ file: { reading, fileSha256, code }, shell }: { readonly file: LawFile; readonly shell: Shell }) {
  const words = LAW_WORDS[shell.language];
  const { instrument, articles, gaps } = reading;
  const day = (value: Day | undefined): string => (value === undefined ? words.unknown : dayForPeople(value));
  const listed = (all: readonly string[]): string => (all.length === 0 ? '–' : all.join('; '));
  return (
    <Facts
      facts={[
        [words.facts.name, instrument.name ?? words.unknown],
        [words.facts.number, instrument.number ?? words.unknown],
        [words.facts.issuedBy, instrument.issuedBy ?? words.unknown],
        [words.facts.adoptedOn, day(instrument.adoptedOn)],
        [words.facts.inForceFrom, day(instrument.inForceFrom)],
        [words.facts.code, code ?? instrument.code ?? words.unknown],
        [words.facts.articles, numberInWords(articles.length, shell.language)],
        [words.facts.gaps, listed(gaps.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`)))],
        [words.facts.takesIn, listed(instrument.amendedBy.map(({ number }) => number))],
        [words.facts.amends, listed(instrument.amends)],
        [words.facts.hash, <code>{fileSha256}</code>],
      ]}
    />
  );
}

function Effect({ outcome, shell }: { readonly outcome: ImportOutcome; readonly shell: Shell }) {
  const words = LAW_WORDS[shell.language];
  const said = OUTCOME_WORDS[shell.language];
  if (outcome.result === 'refused') return <Notice kind="fault">{said.notStored[outcome.because]}</Notice>;
  if (outcome.result === 'unchanged') return <Notice>{said.unchanged}</Notice>;
  const asked = outcome.instruments.flatMap((one) =>
    askedInWords(one.asked, said).map((line) => `${one.code} – ${line}`),
  );
  return (
    <Card heading={words.effect}>
      <ul>
        {outcome.instruments.map((one) => (
          <li>
            <strong>{one.code}</strong>: {changesInWords(one, said)}
          </li>
        ))}
        {outcome.tasks > 0 && <li>{said.tasks(outcome.tasks)}</li>}
      </ul>
      <Lines heading={words.asked} lines={asked} />
      <Lines heading={words.doubts} lines={outcome.doubts.map(said.doubt)} />
    </Card>
  );
}

function Lines({ heading, lines }: { readonly heading: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{heading}</h3>
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </>
  );
}
