import type { Role } from '../../../accounts/account.ts';
import type { AuditCheck, ShownAuditLine } from '../../../flow/audit/read-audit.ts';
import type { KeptAccount } from '../../../ports/accounts.ts';
import type { AuditFilter } from '../../../ports/audit.ts';
import type { Centre } from '../accounts/centre.ts';
import { ConsolePage } from '../kit/console-page.tsx';
import { Button, Buttons, DataTable, EmptyState, Notice, Pager, SelectField, TextField, When } from '../kit/parts.tsx';
import { ROLE_NAMES } from '../kit/role-names.ts';
import type { Shell } from '../kit/shell.ts';
import { AUDIT_WORDS, actionGroups, actionInWords } from './wording.ts';

export interface AuditPageProps {
  readonly shell: Shell;
  readonly filter: AuditFilter;
  readonly lines: readonly ShownAuditLine[];
  /** The last line of this page where there are more. */
  readonly next: string | undefined;
  readonly isFirst: boolean;
  readonly accounts: readonly KeptAccount[];
  readonly centres: readonly Centre[];
  readonly check: AuditCheck | undefined;
}

/** The audit log, filtered and page by page. */
export function AuditPage({ shell, filter, lines, next, isFirst, accounts, centres, check }: AuditPageProps) {
  const { language } = shell;
  const words = AUDIT_WORDS[language];
  const query = new URLSearchParams(Object.entries(filter).filter((pair): pair is [string, string] => !!pair[1]));
  const page = (more: Readonly<Record<string, string>>) =>
    `/console/audit?${new URLSearchParams([...query, ...Object.entries(more)])}`;
  const centreName = (code: string) => centres.find(({ province }) => province === code)?.name ?? code;
  return (
    <ConsolePage
      shell={shell}
      title={words.title}
      here="/console/audit"
      actions={
        <a class="button" href={`/console/audit/file?${query}`}>
          {words.export}
        </a>
      }
    >
      <Chain shell={shell} check={check} />
      <form method="get" action="/console/audit" class="row">
        <SelectField
          name="by"
          label={words.who}
          value={filter.by ?? ''}
          options={[
            { value: '', label: words.everybody },
            ...accounts.map(({ id, name, login }) => ({ value: id, label: `${name} (${login})` })),
          ]}
        />
        <SelectField
          name="action"
          label={words.action}
          value={filter.action ?? ''}
          options={[{ value: '', label: words.everything }, ...actionGroups(language)]}
        />
        <TextField name="object" label={words.object} hint={words.objectHint} value={filter.object} maxlength={200} />
        <SelectField
          name="province"
          label={words.centre}
          value={filter.province ?? ''}
          options={[
            { value: '', label: words.all },
            ...centres.map(({ province, name }) => ({ value: province, label: name })),
          ]}
        />
        <TextField name="from" label={words.from} type="date" value={filter.from} />
        <TextField name="to" label={words.to} type="date" value={filter.to} />
        <Button kind="plain">{words.show}</Button>
      </form>
      {lines.length === 0 ? (
        <EmptyState>{words.empty}</EmptyState>
      ) : (
        <DataTable
          caption={words.listed}
          columns={[words.at, words.who, words.action, words.object, words.centre, words.detail].map((label) => ({
            label,
          }))}
          rows={lines.map((line) => [
            <When at={line.at} language={language} />,
            line.by === undefined ? (
              words.program
            ) : (
              <>
                <a href={`/console/accounts/${line.by}`}>{line.byName ?? line.by}</a>
                {line.role && ` (${ROLE_NAMES[language][line.role as Role] ?? line.role})`}
              </>
            ),
            actionInWords(line.action, language),
            line.aboutName ? (
              <a href={`/console/accounts/${line.object.slice('account/'.length)}`}>{line.aboutName}</a>
            ) : (
              line.object
            ),
            line.province === undefined ? '' : centreName(line.province),
            Object.entries(line.detail ?? {})
              .map(([name, value]) => `${name}: ${value}`)
              .join(', '),
          ])}
        />
      )}
      <Pager
        language={language}
        previous={isFirst ? undefined : page({})}
        next={next === undefined ? undefined : page({ before: next })}
      />
    </ConsolePage>
  );
}

/** Whether the log is as it was written, when it was last looked at. */
function Chain({ shell: { language }, check }: { readonly shell: Shell; readonly check: AuditCheck | undefined }) {
  const words = AUDIT_WORDS[language];
  return (
    <Notice kind={check === undefined ? 'info' : check.broken === undefined ? 'good' : 'fault'}>
      <p>
        {check === undefined
          ? words.unchecked
          : check.broken === undefined
            ? words.whole(check.lines)
            : words.broken(check.broken)}{' '}
        {check && <When at={check.at} language={language} />}
      </p>
      <form method="post" action="/console/audit/check">
        <Buttons>
          <Button kind="plain">{words.check}</Button>
        </Buttons>
      </form>
    </Notice>
  );
}
