import type { Child } from 'hono/jsx';
import type { Language } from '../../../accounts/account.ts';
import { AreaField, Button, Buttons, Card, DataTable, EmptyState, Notice, When } from '../kit/parts.tsx';
import { type FieldFaults, LONGEST_REASON, type SettingState, type ShownChange, type Typed } from './setting-state.ts';
import { CHANGE_WORDS } from './wording.ts';

/** How a page with a form comes to be shown. */
export type Shown = 'fresh' | 'saved' | 'faulty' | 'stale';

/** The status that belongs to it. */
export const STATUS: Readonly<Record<Shown, 200 | 409 | 422>> = { fresh: 200, saved: 200, faulty: 422, stale: 409 };

/** Whether it was saved, above everything else. */
export function ChangeNotice({ shown, language }: { readonly shown: Shown; readonly language: Language }) {
  const words = CHANGE_WORDS[language];
  if (shown === 'saved') return <Notice kind="good">{words.saved}</Notice>;
  if (shown === 'faulty') return <Notice kind="fault">{words.faulty}</Notice>;
  if (shown === 'stale') return <Notice kind="fault">{words.stale}</Notice>;
  return null;
}

/** The last field of every form that changes something, and what the form was made from. */
export function ReasonField({
  state,
  typed,
  faults,
  language,
  id = 'reason',
}: {
  readonly state: Pick<SettingState, 'seen'>;
  readonly typed: Typed;
  readonly faults: FieldFaults;
  readonly language: Language;
  /** Different where a page has several forms. */
  readonly id?: string;
}) {
  const words = CHANGE_WORDS[language];
  return (
    <>
      <input type="hidden" name="seen" value={state.seen ?? ''} />
      <AreaField
        name="reason"
        id={id}
        label={words.reason}
        hint={words.reasonHint}
        rows={2}
        maxlength={LONGEST_REASON}
        required
        value={typed.reason ?? ''}
        fault={faults.reason}
      />
    </>
  );
}

/** Ends a form that changes something. */
export function SaveButton({ language }: { readonly language: Language }) {
  return (
    <Buttons>
      <Button>{CHANGE_WORDS[language].save}</Button>
    </Buttons>
  );
}

/** Who changed it, when and why; `what` says in words what was changed. */
export function Changes({
  state,
  language,
  what,
}: {
  readonly state: SettingState;
  readonly language: Language;
  readonly what: (change: ShownChange) => Child;
}) {
  const words = CHANGE_WORDS[language];
  return (
    <Card heading={words.history}>
      {state.changes.length === 0 ? (
        <EmptyState>{words.noHistory}</EmptyState>
      ) : (
        <DataTable
          caption={words.history}
          columns={[words.when, words.who, words.what, words.reason].map((label) => ({ label }))}
          rows={state.changes.map((change) => [
            <When at={change.at} language={language} />,
            change.by || words.somebody,
            what(change),
            change.reason,
          ])}
        />
      )}
    </Card>
  );
}

/** The way back to the list of settings. */
export function BackToSettings({ language }: { readonly language: Language }) {
  return (
    <p>
      <a href="/console/settings">{CHANGE_WORDS[language].back}</a>
    </p>
  );
}
