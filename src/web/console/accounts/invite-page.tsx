import { ROLES, type Role } from '../../../accounts/account.ts';
import { ConsolePage } from '../kit/console-page.tsx';
import { Button, Buttons, Notice, SelectField, TextField } from '../kit/parts.tsx';
import { ROLE_NAMES } from '../kit/role-names.ts';
import type { Shell } from '../kit/shell.ts';
import type { Centre } from './centre.ts';
import { ACCOUNTS_WORDS } from './wording.ts';

const HOUR_MS = 60 * 60_000;

/** What is wrong with a role, its centre, or the note for whom a link is. */
export interface InviteFaults {
  readonly role?: boolean;
  readonly centre?: 'missing' | 'too-much';
  readonly note?: boolean;
}

/** Role and, for staff, the centre. */
export function PlaceFields({
  shell,
  centres,
  role,
  province,
  faults,
}: {
  readonly shell: Shell;
  readonly centres: readonly Centre[];
  readonly role: string;
  readonly province: string;
  readonly faults: InviteFaults;
}) {
  const words = ACCOUNTS_WORDS[shell.language];
  const names: Readonly<Record<Role, string>> = ROLE_NAMES[shell.language];
  const centreFault = faults.centre && (faults.centre === 'missing' ? words.centreMissing : words.centreTooMuch);
  return (
    <>
      <SelectField
        name="role"
        label={words.role}
        value={role}
        options={ROLES.map((one) => ({ value: one, label: names[one] }))}
        fault={faults.role ? words.roleMissing : undefined}
      />
      <SelectField
        name="province"
        label={words.centre}
        hint={words.centreHint}
        value={province}
        options={[
          { value: '', label: words.none },
          ...centres.map((centre) => ({ value: centre.province, label: centre.name })),
        ]}
        fault={centreFault}
      />
    </>
  );
}

/** For whom a new link is. */
export function InvitePage({
  shell,
  centres,
  typed,
  faults,
}: {
  readonly shell: Shell;
  readonly centres: readonly Centre[];
  readonly typed?: { readonly role: string; readonly province: string; readonly note: string };
  readonly faults: InviteFaults;
}) {
  const words = ACCOUNTS_WORDS[shell.language];
  return (
    <ConsolePage shell={shell} title={words.inviteTitle} here="/console/accounts" lead={words.inviteLead}>
      <form method="post" action="/console/accounts/invite" class="card narrow">
        <TextField
          name="note"
          label={words.note}
          hint={words.noteHint}
          value={typed?.note}
          maxlength={120}
          fault={faults.note ? words.noteMissing : undefined}
          required
        />
        <ul class="plain hint">
          {words.roleHints.map((hint) => (
            <li>{hint}</li>
          ))}
        </ul>
        <PlaceFields
          shell={shell}
          centres={centres}
          role={typed?.role ?? 'staff'}
          province={typed?.province ?? ''}
          faults={faults}
        />
        <Buttons>
          <Button>{words.makeLink}</Button>
        </Buttons>
      </form>
    </ConsolePage>
  );
}

/** A link, this once. */
export function LinkPage({
  shell,
  link,
  lifetimeMs,
}: {
  readonly shell: Shell;
  readonly link: string;
  readonly lifetimeMs: number;
}) {
  const words = ACCOUNTS_WORDS[shell.language];
  return (
    <ConsolePage shell={shell} title={words.linkTitle} here="/console/accounts">
      <Notice kind="warning">{words.linkLead(lifetimeMs / HOUR_MS)}</Notice>
      <section class="card" aria-label={words.link}>
        <p class="code" id="lien-ket">
          {link}
        </p>
        <Buttons>
          <button type="button" data-copy="lien-ket" data-done={words.copied} hidden>
            {words.copy}
          </button>
        </Buttons>
      </section>
      <p>
        <a href="/console/accounts">{words.back}</a>
      </p>
    </ConsolePage>
  );
}
