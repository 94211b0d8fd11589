import { type Account, ROLES, type Role } from '../../../accounts/account.ts';
import type { AccountId } from '../../../base/ids.ts';
import type { ShownInvitation } from '../../../flow/accounts/invite.ts';
import type { KeptAccount } from '../../../ports/accounts.ts';
import { ConsolePage } from '../kit/console-page.tsx';
import { Button, Card, DataTable, EmptyState, Mark, Notice, Pager, SelectField, When } from '../kit/parts.tsx';
import { ROLE_NAMES } from '../kit/role-names.ts';
import type { Shell } from '../kit/shell.ts';
import type { Centre } from './centre.ts';
import { ACCOUNTS_WORDS } from './wording.ts';

export interface AccountsPageProps {
  readonly shell: Shell;
  readonly filter: {
    readonly role?: Role | undefined;
    readonly province?: string | undefined;
    readonly state?: Account['state'] | undefined;
  };
  readonly accounts: readonly KeptAccount[];
  /** The last account of this page where there are more. */
  readonly next: AccountId | undefined;
  readonly isFirst: boolean;
  readonly invitations: readonly ShownInvitation[];
  readonly centres: readonly Centre[];
  readonly told: string | undefined;
}

/** Every account, by role, centre and state, and the links that nobody has used yet. */
export function AccountsPage({
  shell,
  filter,
  accounts,
  next,
  isFirst,
  invitations,
  centres,
  told,
}: AccountsPageProps) {
  const { language } = shell;
  const words = ACCOUNTS_WORDS[language];
  const roles = ROLE_NAMES[language];
  const all = { value: '', label: words.all };
  const query = new URLSearchParams(Object.entries(filter).filter((pair): pair is [string, string] => !!pair[1]));
  const page = (more: Readonly<Record<string, string>>) =>
    `/console/accounts?${new URLSearchParams([...query, ...Object.entries(more)])}`;
  return (
    <ConsolePage
      shell={shell}
      title={words.title}
      here="/console/accounts"
      actions={
        <a class="button main" href="/console/accounts/invite">
          {words.invite}
        </a>
      }
    >
      {told === 'withdrawn' && <Notice kind="good">{words.withdrawn}</Notice>}
      {told === 'withdrawn-before' && <Notice kind="warning">{words.withdrawnBefore}</Notice>}
      <form method="get" action="/console/accounts" class="row">
        <SelectField
          name="role"
          label={words.filterRole}
          value={filter.role ?? ''}
          options={[all, ...ROLES.map((role) => ({ value: role, label: roles[role] }))]}
        />
        <SelectField
          name="province"
          label={words.filterCentre}
          value={filter.province ?? ''}
          options={[all, ...centres.map(({ province, name }) => ({ value: province, label: name }))]}
        />
        <SelectField
          name="state"
          label={words.filterState}
          value={filter.state ?? ''}
          options={[all, ...(['active', 'disabled'] as const).map((one) => ({ value: one, label: words.states[one] }))]}
        />
        <Button kind="plain">{words.show}</Button>
      </form>
      {accounts.length === 0 ? (
        <EmptyState>{words.empty}</EmptyState>
      ) : (
        <DataTable
          caption={words.listed}
          columns={[words.name, words.login, words.role, words.centre, words.state, words.lastSignIn].map((label) => ({
            label,
          }))}
          rows={accounts.map((account) => [
            <a href={`/console/accounts/${account.id}`}>{account.name}</a>,
            account.login,
            roles[account.role],
            centres.find(({ province }) => province === account.province)?.name ?? words.none,
            <Mark kind={account.state === 'active' ? 'good' : 'danger'}>{words.states[account.state]}</Mark>,
            account.signedInAt ? <When at={account.signedInAt} language={language} /> : words.never,
          ])}
        />
      )}
      <Pager
        language={language}
        previous={isFirst ? undefined : page({})}
        next={next === undefined ? undefined : page({ before: next })}
      />
      {invitations.length > 0 && (
        <Card heading={words.openLinks}>
          <DataTable
            caption={words.openLinks}
            columns={[words.forWhom, words.role, words.centre, words.madeBy, words.until, words.action].map(
              (label) => ({
                label,
              }),
            )}
            rows={invitations.map((invitation) => [
              invitation.account ? (
                <a href={`/console/accounts/${invitation.account}`}>{words.reset}</a>
              ) : (
                invitation.note || words.none
              ),
              roles[invitation.role],
              centres.find(({ province }) => province === invitation.province)?.name ?? words.none,
              invitation.byName ?? words.program,
              <When at={invitation.expiresAt} language={language} />,
              <form method="post" action={`/console/accounts/invitations/${invitation.id}/withdraw`}>
                <button type="submit" class="link">
                  {words.withdraw}
                  <span class="who">: {invitation.note || words.reset}</span>
                </button>
              </form>,
            ])}
          />
        </Card>
      )}
    </ConsolePage>
  );
}
