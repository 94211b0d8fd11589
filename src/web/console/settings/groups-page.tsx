import { vietnamDay } from '../../../base/days.ts';
import type { KnowledgeOn } from '../../../flow/knowledge-on.ts';
import {
  GROUPS_HISTORY,
  type GroupChange,
  type LinkNeeds,
  makeLinkCode,
  unlinkGroup,
} from '../../../flow/service/link-groups.ts';
import { ADMIN_GROUPS } from '../../../ports/store.ts';
import { ConsolePage } from '../kit/console-page.tsx';
import {
  Button,
  Buttons,
  Card,
  DataTable,
  EmptyState,
  Facts,
  Notice,
  SelectField,
  TextField,
  When,
} from '../kit/parts.tsx';
import { ADMINS, type ConsoleContext, type ConsoleRoute } from '../kit/route.ts';
import type { Shell } from '../kit/shell.ts';
import { BackToSettings, ChangeNotice, Changes, ReasonField, type Shown, STATUS } from './setting-parts.tsx';
import {
  changeOf,
  type FieldFaults,
  LONGEST_REASON,
  type SettingPageNeeds,
  stateOf,
  type Typed,
  typedIn,
} from './setting-state.ts';
import { CHANGE_WORDS, CHANNELS, SETTINGS_WORDS } from './wording.ts';

const PATH = '/settings/groups';

export interface GroupsNeeds extends SettingPageNeeds, LinkNeeds {
  readonly knowledgeOn: KnowledgeOn;
}

/** Which form was sent with a fault: that for a new code, or that of a group. */
interface Tried {
  readonly form: string;
  readonly typed: Typed;
  readonly faults: FieldFaults;
}

/** The groups that are linked; a code for another one; unlinking. */
export function groupsRoutes(needs: GroupsNeeds): readonly ConsoleRoute[] {
  const provinces = () => needs.knowledgeOn(vietnamDay(needs.now())).rendering.provinces;
  const named = (province: string, words: (typeof SETTINGS_WORDS)['vi']['groups']) =>
    province === ADMIN_GROUPS ? words.admins : (provinces().find(({ code }) => code === province)?.name ?? province);

  async function show(c: ConsoleContext, shown: Shown, tried?: Tried): Promise<Response> {
    const { language } = c.get('shell');
    const words = SETTINGS_WORDS[language].groups;
    const state = await stateOf(GROUPS_HISTORY, needs);
    const groups = await needs.store.transaction(({ staffGroups }) => staffGroups.list());
    const making = tried?.form === 'new' ? tried : undefined;
    const told = shown === 'fresh' ? c.req.query('told') : undefined;
    return c.html(
      <ConsolePage shell={c.get('shell')} title={words.title} here="/console/settings" lead={words.lead}>
        <ChangeNotice shown={shown} language={language} />
        {told === 'unlinked' && <Notice kind="good">{words.unlinked}</Notice>}
        {told === 'gone' && <Notice kind="warning">{words.gone}</Notice>}
        <Card heading={words.make}>
          <form method="post" action={`/console${PATH}`} data-guard>
            <SelectField
              name="province"
              label={words.forWhom}
              value={making?.typed.province ?? ''}
              fault={making?.faults.province}
              options={[
                { value: '', label: '–' },
                { value: ADMIN_GROUPS, label: words.admins },
                ...provinces().map(({ code, name }) => ({ value: code, label: name })),
              ]}
            />
            <ReasonField state={state} typed={making?.typed ?? {}} faults={making?.faults ?? {}} language={language} />
            <Buttons>
              <Button>{words.makeButton}</Button>
            </Buttons>
          </form>
        </Card>
        <Card heading={words.linked}>
          {groups.length === 0 ? (
            <EmptyState>{words.none}</EmptyState>
          ) : (
            <DataTable
              caption={words.linked}
              columns={[words.centre, words.channel, words.since, words.action].map((label) => ({ label }))}
              rows={groups.map(({ id, province, channel, linkedAt }) => {
                const own = tried?.form === id ? tried : undefined;
                return [
                  named(province, words),
                  CHANNELS[language][channel] ?? channel,
                  <When at={linkedAt} language={language} />,
                  <form method="post" action={`/console${PATH}/unlink`} class="row">
                    <input type="hidden" name="group" value={id} />
                    <TextField
                      name="reason"
                      id={`reason-${id}`}
                      label={words.unlinkOf(named(province, words))}
                      maxlength={LONGEST_REASON}
                      required
                      value={own?.typed.reason ?? ''}
                      fault={own?.faults.reason}
                    />
                    <Button kind="danger">{words.unlink}</Button>
                  </form>,
                ];
              })}
            />
          )}
        </Card>
        <Changes
          state={state}
          language={language}
          what={({ value }) => {
            const { did, province } = value as GroupChange;
            return words.did[did]?.(named(province, words)) ?? '';
          }}
        />
        <BackToSettings language={language} />
      </ConsolePage>,
      STATUS[shown],
    );
  }

  return [
    { method: 'GET', path: PATH, may: ADMINS, handle: (c) => show(c, 'fresh') },
    {
      method: 'POST',
      path: PATH,
      may: ADMINS,
      handle: async (c) => {
        const { language } = c.get('shell');
        const words = SETTINGS_WORDS[language].groups;
        const typed = await typedIn(c);
        const { faults: unreasoned, reason, by } = changeOf(typed, c);
        const { province = '' } = typed;
        const isKnown = province === ADMIN_GROUPS || provinces().some(({ code }) => code === province);
        const faults = { ...(!isKnown && { province: words.chooseCentre }), ...unreasoned };
        if (Object.keys(faults).length > 0) return show(c, 'faulty', { form: 'new', typed, faults });
        const made = await makeLinkCode({ province, reason, by }, needs);
        // Not by way of another page: the code is kept nowhere and shown this once.
        return c.html(<CodePage shell={c.get('shell')} centre={named(province, words)} {...made} />);
      },
    },
    {
      method: 'POST',
      path: `${PATH}/unlink`,
      may: ADMINS,
      handle: async (c) => {
        const typed = await typedIn(c);
        const { faults, reason, by } = changeOf(typed, c);
        const { group = '' } = typed;
        if (Object.keys(faults).length > 0) return show(c, 'faulty', { form: group, typed, faults });
        const unlinked = await unlinkGroup({ id: group, reason, by }, needs);
        return c.redirect(`/console${PATH}?told=${unlinked ? 'unlinked' : 'gone'}`, 303);
      },
    },
  ];
}

function CodePage({
  shell,
  centre,
  code,
  validUntil,
}: {
  readonly shell: Shell;
  readonly centre: string;
  readonly code: string;
  readonly validUntil: Date;
}) {
  const words = SETTINGS_WORDS[shell.language].groups;
  return (
    <ConsolePage shell={shell} title={words.make} here="/console/settings">
      <Notice kind="warning">{words.once}</Notice>
      <Facts
        facts={[
          [words.forWhom, centre],
          [
            words.code,
            <strong class="code" id="lenh-noi">
              {`/lienket ${code}`}
            </strong>,
          ],
          [words.validUntil, <When at={validUntil} language={shell.language} />],
        ]}
      />
      <Buttons>
        <button type="button" class="plain" data-copy="lenh-noi" data-done={words.copied} hidden>
          {words.copy}
        </button>
      </Buttons>
      <ol class="plain">
        {words.steps(code).map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <p>
        <a href={`/console${PATH}`}>{CHANGE_WORDS[shell.language].back}</a>
      </p>
    </ConsolePage>
  );
}
