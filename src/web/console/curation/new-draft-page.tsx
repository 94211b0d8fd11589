import { ENTRY_KINDS, type EntryKind } from '../../../knowledge/entry.ts';
import { ConsolePage } from '../kit/console-page.tsx';
import { AreaField, Button, Buttons, SelectField, TextField } from '../kit/parts.tsx';
import type { Shell } from '../kit/shell.ts';
import { DRAFT_WORDS } from './draft-wording.ts';
import { ENTRY_WORDS } from './entry-wording.ts';

export interface NewDraftPageProps {
  readonly shell: Shell;
  readonly form: { readonly kind: EntryKind; readonly place: string; readonly question: string };
  readonly faults?: { readonly question: boolean; readonly place: boolean } | undefined;
}

/** The first words of an entry that is not there yet; they make its id. */
export function NewDraftPage({ shell, form, faults }: NewDraftPageProps) {
  const words = DRAFT_WORDS[shell.language];
  const { kinds } = ENTRY_WORDS[shell.language];
  return (
    <ConsolePage shell={shell} title={words.newTitle} here="/console/entries" lead={words.newLead}>
      <form method="post" action="/console/drafts/new" class="narrow">
        <SelectField
          name="kind"
          label={words.newKind}
          value={form.kind}
          options={ENTRY_KINDS.map((value) => ({ value, label: kinds[value] }))}
        />
        <TextField
          name="place"
          label={words.newPlace}
          hint={words.newPlaceHint}
          value={form.place}
          fault={faults?.place ? words.placeWrong : undefined}
          maxlength={30}
          required
        />
        <AreaField
          name="question"
          label={words.newQuestion}
          value={form.question}
          fault={faults?.question ? words.questionMissing : undefined}
          rows={2}
          maxlength={200}
          required
        />
        <Buttons>
          <Button>{words.begin}</Button>
        </Buttons>
      </form>
    </ConsolePage>
  );
}
