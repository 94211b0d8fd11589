import type { AccountView } from '../../../flow/accounts/change-account.ts';
import { ConsolePage } from '../kit/console-page.tsx';
import { Button, Buttons, Card, DataTable, EmptyState, Facts, Mark, Notice, When } from '../kit/parts.tsx';
import { ROLE_NAMES } from '../kit/role-names.ts';
import type { Shell } from '../kit/shell.ts';
import type { Centre } from './centre.ts';
import { type InviteFaults, PlaceFields } from './invite-page.tsx';
import { ACCOUNTS_WORDS } from './wording.ts';

export interface AccountPageProps extends AccountView {
  readonly shell: Shell;
  readonly centres: readonly Centre[];
  readonly saved: boolean;
  readonly lastAdmin: boolean;
  readonly faults: InviteFaults;
  readonly typed?: { readonly role: string; readonly province: string } | undefined;
}

/** One account: what it may do, where it is signed in, and what an admin can change. */
export function AccountPage({ shell, account, sessions, centres, saved, lastAdmin, faults, typed }: AccountPageProps) {
  const { language } = shell;
  const words = ACCOUNTS_WORDS[language];
  const action = (what: string) => `/console/accounts/${account.id}/${what}`;
  const isActive = account.state === 'active';
  const centre = centres.find(({ province }) => province === account.province);
  return (
    <ConsolePage shell={shell} title={account.name} here="/console/accounts">
      {saved && <Notice kind="good">{words.saved}</Notice>}
      {lastAdmin && <Notice kind="fault">{words.lastAdmin}</Notice>}
      <Facts
        facts={[
          [words.login, account.login],
          [words.role, ROLE_NAMES[language][account.role]],
          ...(centre ? [[words.centre, centre.name] as const] : []),
          [words.state, <Mark kind={isActive ? 'good' : 'danger'}>{words.states[account.state]}</Mark>],
          [words.made, <When at={account.createdAt} language={language} />],
          [words.lastSignIn, account.signedInAt ? <When at={account.signedInAt} language={language} /> : words.never],
        ]}
      />
      <p>
        <a href={`/console/audit?by=${account.id}`}>{words.audit}</a>
      </p>
      <div class="columns">
        <div class="column">
          <Card heading={words.sessions}>
            {sessions.length === 0 ? (
              <EmptyState>{words.noSessions}</EmptyState>
            ) : (
              <>
                <DataTable
                  caption={words.sessions}
                  columns={[words.device, words.since, words.seen, words.action].map((label) => ({ label }))}
                  rows={sessions.map(({ id, device, createdAt, seenAt }) => [
                    device || words.unknownDevice,
                    <When at={createdAt} language={language} />,
                    <When at={seenAt} language={language} />,
                    <form method="post" action={action('sessions/end')}>
                      <input type="hidden" name="session" value={id} />
                      <button type="submit" class="link">
                        {words.end(device || words.unknownDevice)}
                      </button>
                    </form>,
                  ])}
                />
                <form method="post" action={action('sessions/end')}>
                  <Buttons>
                    <Button kind="danger">{words.endAll}</Button>
                  </Buttons>
                </form>
              </>
            )}
          </Card>
          <Card heading={words.changeRole}>
            <p class="hint">{words.changeRoleHint}</p>
            <form method="post" action={action('role')}>
              <PlaceFields
                shell={shell}
                centres={centres}
                role={typed?.role ?? account.role}
                province={typed?.province ?? account.province ?? ''}
                faults={faults}
              />
              <Buttons>
                <Button>{words.saveRole}</Button>
              </Buttons>
            </form>
          </Card>
        </div>
        <div class="column">
          {isActive && (
            <Card heading={words.resetHeading}>
              <p class="hint">{words.resetHint}</p>
              <form method="post" action={action('reset')}>
                <Buttons>
                  <Button kind="plain">{words.makeReset}</Button>
                </Buttons>
              </form>
            </Card>
          )}
          <Card heading={isActive ? words.disable : words.enable}>
            <p class="hint">{isActive ? words.disableHint : words.enableHint}</p>
            <form method="post" action={action('state')}>
              <input type="hidden" name="state" value={isActive ? 'disabled' : 'active'} />
              <Buttons>
                <Button kind={isActive ? 'danger' : 'main'}>{isActive ? words.disable : words.enable}</Button>
              </Buttons>
            </form>
          </Card>
        </div>
      </div>
    </ConsolePage>
  );
}
