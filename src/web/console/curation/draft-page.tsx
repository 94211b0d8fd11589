import type { Revision } from '../../../curation/draft.ts';
import type { Preview } from '../../../flow/curation/preview.ts';
import type { FoundCitation } from '../../../flow/find-citations.ts';
import type { EntryForm } from '../../../knowledge/entry-form.ts';
import type { Fault } from '../../../knowledge/parse-entry.ts';
import { ConsolePage } from '../kit/console-page.tsx';
import { AreaField, Button, Buttons, Card, Notice, Tabs, TextField } from '../kit/parts.tsx';
import type { Shell } from '../kit/shell.ts';
import { numberInWords } from '../kit/words.ts';
import { FormFields, fieldOf } from './draft-form.tsx';
import { CitationHits, Faults, PreviewPanel, type TriedOnPage, TryPanel } from './draft-panels.tsx';
import { DRAFT_WORDS } from './draft-wording.ts';
import type { Named } from './entry-list-pages.tsx';

const HERE = '/console/entries';

export interface DraftPageProps {
  readonly shell: Shell;
  readonly draft: Revision;
  /** As it stands in the page: saved, or typed and not saved. */
  readonly text: string;
  readonly note: string;
  readonly tab: 'form' | 'file';
  /** Undefined where the head of the file cannot be read. */
  readonly form: EntryForm | undefined;
  readonly faults: readonly Fault[];
  readonly previews: readonly Preview[] | undefined;
  readonly topics: readonly Named[];
  readonly tried?: TriedOnPage | undefined;
  /** What an article was searched by, and what was found. */
  readonly searched?: { readonly words: string; readonly found: readonly FoundCitation[] } | undefined;
  readonly told: DraftTold | undefined;
  /** Nothing was said about what was changed when it was to be sent to review. */
  readonly noteMissing?: boolean | undefined;
}

export type DraftTold = 'saved' | 'not-saved' | 'not-sound' | 'too-long';

/** Where an author writes: fields or the whole file, what people will read, and what the bot will do with it. */
export function DraftPage(props: DraftPageProps) {
  const { shell, draft, tab, form, faults, told, tried } = props;
  const words = DRAFT_WORDS[shell.language];
  const path = `/console/drafts/${draft.id}`;
  const shown = form === undefined ? 'file' : tab;
  return (
    <ConsolePage
      shell={shell}
      title={words.title(form?.title || draft.entry)}
      here={HERE}
      actions={<a href={`/console/revisions/${draft.id}`}>{words.compare}</a>}
    >
      <Told shell={shell} told={told} faults={faults} />
      <Tabs
        label={words.tabs}
        language={shell.language}
        tabs={(['form', 'file'] as const).map((one) => ({
          href: `${path}?tab=${one}`,
          label: one === 'form' ? words.asForm : words.asFile,
          current: one === shown,
        }))}
      />
      {form === undefined && <Notice kind="warning">{words.noForm}</Notice>}
      <div class="columns">
        <div class="column">
          <form
            id="ban-nhap"
            method="post"
            action={path}
            data-guard
            hx-post={`${path}/preview`}
            hx-trigger="input changed delay:800ms"
            hx-target="#xem-truoc"
            hx-sync="this:replace"
          >
            <input type="hidden" name="tab" value={shown} />
            <General shell={shell} faults={faults} tab={shown} />
            {form === undefined || shown === 'file' ? (
              <AreaField name="text" label={words.file} hint={words.fileHint} value={props.text} rows={40} code />
            ) : (
              <FormFields
                shell={shell}
                form={form}
                faults={faults}
                topics={props.topics}
                citations={<CitationSearch {...props} path={path} />}
              />
            )}
            <AreaField
              name="note"
              label={words.note}
              hint={words.noteHint}
              fault={props.noteMissing ? words.noteMissing : undefined}
              value={props.note}
              rows={3}
              maxlength={1000}
            />
            <Buttons>
              <Button>{words.save}</Button>
              <Button kind="plain" formaction={`${path}/submit`}>
                {words.submit}
              </Button>
            </Buttons>
            <p class="hint">{words.submitLead}</p>
          </form>
        </div>
        <div class="column">
          <Card heading={words.preview}>
            <p class="hint">{words.previewLead}</p>
            <div id="xem-truoc" aria-live="polite">
              <PreviewPanel shell={shell} shown={props.previews ? { previews: props.previews } : { faults }} />
            </div>
          </Card>
          <Card heading={words.check}>
            <p class="hint">{words.checkLead}</p>
            <Buttons>
              <Button kind="plain" form="ban-nhap" formaction={`${path}/check`}>
                {words.checkButton}
              </Button>
            </Buttons>
          </Card>
          <Card heading={words.discard}>
            <p class="hint">{words.discardLead}</p>
            <form method="post" action={`${path}/discard`}>
              <Buttons>
                <Button kind="danger">{words.discard}</Button>
              </Buttons>
            </form>
          </Card>
        </div>
      </div>
      <Card heading={words.tryIt} id="thu">
        <p class="hint">{words.tryLead}</p>
        <form
          method="post"
          action={`${path}/try`}
          class="row"
          hx-post={`${path}/try`}
          hx-target="#ket-qua"
          hx-include="#ban-nhap"
        >
          <TextField
            name="question"
            id="cau-thu"
            label={words.tryQuestion}
            value={tried?.question}
            maxlength={1000}
            required
          />
          <Button kind="plain">{words.tryButton}</Button>
        </form>
        <div id="ket-qua" aria-live="polite">
          {tried && <TryPanel shell={shell} tried={tried} entry={draft.entry} />}
        </div>
      </Card>
    </ConsolePage>
  );
}

function Told({ shell, told, faults }: Pick<DraftPageProps, 'shell' | 'told' | 'faults'>) {
  const words = DRAFT_WORDS[shell.language];
  switch (told) {
    case 'saved':
      return faults.length === 0 ? (
        <Notice kind="good">{words.saved}</Notice>
      ) : (
        <Notice kind="warning">{words.savedWithFaults(numberInWords(faults.length, shell.language))}</Notice>
      );
    case 'not-saved':
      return <Notice kind="fault">{words.notSaved}</Notice>;
    case 'too-long':
      return <Notice kind="fault">{words.tooLong}</Notice>;
    case 'not-sound':
      return <Notice kind="fault">{words.notSound}</Notice>;
    case undefined:
      return null;
  }
}

/** In the form only what belongs to no field; beside the file everything, with its line. */
function General({ shell, faults, tab }: Pick<DraftPageProps, 'shell' | 'faults' | 'tab'>) {
  const words = DRAFT_WORDS[shell.language];
  const listed = tab === 'file' ? faults : faults.filter((fault) => fieldOf(fault) === undefined);
  if (listed.length === 0) return null;
  return (
    <Notice kind="warning">
      <p>{words.faultsLead(numberInWords(listed.length, shell.language))}</p>
      <Faults shell={shell} faults={listed} />
    </Notice>
  );
}

/** Looks for an article beside the field in which it is written. */
function CitationSearch({ shell, searched, path }: DraftPageProps & { readonly path: string }) {
  const words = DRAFT_WORDS[shell.language];
  return (
    <details open={searched !== undefined}>
      <summary>{words.findCitation}</summary>
      <TextField
        name="article"
        label={words.findCitation}
        hint={words.findCitationHint}
        type="search"
        value={searched?.words}
        maxlength={200}
      />
      <button
        type="submit"
        class="plain"
        formaction={`${path}/citations`}
        hx-post={`${path}/citations`}
        hx-target="#dieu-luat"
      >
        {words.find}
      </button>
      <div id="dieu-luat" aria-live="polite">
        {searched && (
          <CitationHits
            shell={shell}
            found={searched.found}
            into="basis"
            insert={({ citation, says }) => `${citation}: ${says ?? ''}\n`}
          />
        )}
      </div>
    </details>
  );
}
