import { z } from 'zod';
import { changeSetting } from '../../../flow/service/change-setting.ts';
import { SWITCH_NAMES, type Switches, type SwitchName } from '../../../service/switches.ts';
import { ConsolePage } from '../kit/console-page.tsx';
import { notFound } from '../kit/guard.tsx';
import { Button, Buttons, Card, Facts, Mark, Notice, When } from '../kit/parts.tsx';
import { ADMINS, type ConsoleContext, type ConsoleRoute } from '../kit/route.ts';
import { arriving } from './save-setting.ts';
import { BackToSettings, ChangeNotice, Changes, ReasonField, type Shown, STATUS } from './setting-parts.tsx';
import {
  changeOf,
  type FieldFaults,
  type SettingPageNeeds,
  type ShownChange,
  stateOf,
  type Typed,
  typedIn,
} from './setting-state.ts';
import { SETTINGS_WORDS } from './wording.ts';

const PATH = '/settings/switches';
const NAME = 'switches';

interface Tried {
  readonly name: SwitchName;
  readonly typed: Typed;
  readonly faults: FieldFaults;
}

/** GET shows the switches; POST throws one of them, with a reason. */
export function switchesRoutes(needs: SettingPageNeeds): readonly ConsoleRoute[] {
  async function show(c: ConsoleContext, shown: Shown, tried?: Tried): Promise<Response> {
    const state = await stateOf(NAME, needs);
    const { switches } = needs.live.current;
    const { language } = c.get('shell');
    const words = SETTINGS_WORDS[language].switches;
    const names = await needs.store.transaction(({ accounts }) =>
      accounts.names(Object.values(switches).map(({ by }) => by)),
    );
    return c.html(
      <ConsolePage shell={c.get('shell')} title={words.title} here="/console/settings" lead={words.lead}>
        <ChangeNotice shown={shown} language={language} />
        <Notice>{words.always}</Notice>
        {SWITCH_NAMES.map((name) => {
          const thrown = switches[name];
          const own = tried?.name === name ? tried : undefined;
          return (
            <Card heading={words.names[name]} id={name}>
              <p>
                <Mark kind={thrown ? 'danger' : 'good'}>{thrown ? words.off : words.works}</Mark> {words.means[name]}
              </p>
              {thrown && (
                <Facts
                  facts={[
                    [words.since, <When at={thrown.since} language={language} />],
                    [words.by, names.get(thrown.by) ?? ''],
                    [words.because, thrown.reason],
                  ]}
                />
              )}
              <form method="post" action={`/console${PATH}/${name}`} data-guard>
                <input type="hidden" name="to" value={thrown ? 'on' : 'off'} />
                <ReasonField
                  state={state}
                  typed={own?.typed ?? {}}
                  faults={own?.faults ?? {}}
                  language={language}
                  id={`reason-${name}`}
                />
                <Buttons>
                  <Button
                    kind={thrown ? 'main' : 'danger'}
                  >{`${thrown ? words.turnOn : words.turnOff}: ${words.names[name]}`}</Button>
                </Buttons>
              </form>
            </Card>
          );
        })}
        <Changes state={state} language={language} what={(change) => differences(change, words)} />
        <BackToSettings language={language} />
      </ConsolePage>,
      STATUS[shown],
    );
  }

  return [
    {
      method: 'GET',
      path: PATH,
      may: ADMINS,
      handle: (c) => show(c, arriving(c)),
    },
    {
      method: 'POST',
      path: `${PATH}/:name`,
      may: ADMINS,
      handle: async (c) => {
        const name = SWITCH_NAMES.find((one) => one === c.req.param('name'));
        const typed = await typedIn(c);
        const to = z.enum(['on', 'off']).safeParse(typed.to);
        if (name === undefined || !to.success) return notFound(c);
        const { faults, ...change } = changeOf(typed, c);
        if (Object.keys(faults).length > 0) return show(c, 'faulty', { name, typed, faults });
        await needs.live.refresh();
        // Sent twice, it is thrown once.
        const isThrown = needs.live.current.switches[name] !== undefined;
        if (isThrown === (to.data === 'off')) return c.redirect(`/console${PATH}?told=saved#${name}`, 303);
        const value = thrownTo(to.data, name, needs.live.current.switches, change.reason, c, needs.now());
        const outcome = await changeSetting({ ...change, name: NAME, value }, needs);
        if (outcome === 'stale') return show(c, 'stale', { name, typed, faults });
        return c.redirect(`/console${PATH}?told=saved#${name}`, 303);
      },
    },
  ];
}

/** As it is stored: every switch that is off, since when, by whom and why. */
function thrownTo(
  to: 'on' | 'off',
  name: SwitchName,
  before: Switches,
  reason: string,
  c: ConsoleContext,
  at: Date,
): unknown {
  const { [name]: _, ...others } = before;
  return to === 'on' ? others : { ...others, [name]: { reason, since: at, by: c.get('account').id } };
}

function differences({ value, before }: ShownChange, words: (typeof SETTINGS_WORDS)['vi']['switches']): string {
  const isThrown = (stored: unknown, name: SwitchName) =>
    typeof stored === 'object' && stored !== null && name in stored;
  return SWITCH_NAMES.filter((name) => isThrown(value, name) !== isThrown(before, name))
    .map((name) => words.changed(words.names[name], isThrown(value, name)))
    .join('; ');
}
