import { vietnamDay } from '../../../base/days.ts';
import type { KnowledgeOn } from '../../../flow/knowledge-on.ts';
import { MOST_DAYS, MOST_REMIND_HOURS, type Targets } from '../../../service/targets.ts';
import { ConsolePage } from '../kit/console-page.tsx';
import { Card, TextField } from '../kit/parts.tsx';
import { ADMINS, type ConsoleContext, type ConsoleRoute } from '../kit/route.ts';
import { arriving, saveSetting } from './save-setting.ts';
import {
  BackToSettings,
  ChangeNotice,
  Changes,
  ReasonField,
  SaveButton,
  type Shown,
  STATUS,
} from './setting-parts.tsx';
import { type FieldFaults, type SettingPageNeeds, stateOf, type Typed, typedIn } from './setting-state.ts';
import { SETTINGS_WORDS } from './wording.ts';

const PATH = '/settings/targets';
const NAME = 'targets';

export interface TargetsNeeds extends SettingPageNeeds {
  readonly knowledgeOn: KnowledgeOn;
}

/** GET shows how soon answers are due; POST sets it for all centres and for single ones. */
export function targetsRoutes(needs: TargetsNeeds): readonly ConsoleRoute[] {
  const provinces = () => needs.knowledgeOn(vietnamDay(needs.now())).rendering.provinces;

  async function show(c: ConsoleContext, shown: Shown, tried?: Typed, faults: FieldFaults = {}): Promise<Response> {
    const state = await stateOf(NAME, needs);
    const { language } = c.get('shell');
    const words = SETTINGS_WORDS[language].targets;
    const typed = tried ?? typedFrom(needs.live.current.targets);
    const number = (name: string, label: string, hint?: string) => (
      <TextField
        name={name}
        label={label}
        hint={hint}
        inputmode="numeric"
        maxlength={4}
        value={typed[name] ?? ''}
        fault={faults[name]}
      />
    );
    return c.html(
      <ConsolePage shell={c.get('shell')} title={words.title} here="/console/settings" lead={words.lead}>
        <ChangeNotice shown={shown} language={language} />
        <form method="post" action={`/console${PATH}`} data-guard>
          {number('answerDays', words.answerDays, words.answerDaysHint)}
          {number('remindHours', words.remindHours, words.remindHint)}
          {number('escalateDays', words.escalateDays, words.escalateHint)}
          <Card heading={words.own}>
            <p class="hint">{words.ownHint}</p>
            {provinces().map(({ code, name }) => number(`days-${code}`, name))}
          </Card>
          <ReasonField state={state} typed={tried ?? {}} faults={faults} language={language} />
          <SaveButton language={language} />
        </form>
        <Changes state={state} language={language} what={({ value }) => inShort(value)} />
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
      path: PATH,
      may: ADMINS,
      handle: async (c) => {
        const typed = await typedIn(c);
        const codes = provinces().map(({ code }) => code);
        const read = targetsFrom(typed, codes, SETTINGS_WORDS[c.get('language')].targets);
        return saveSetting(c, { name: NAME, path: PATH, typed, ...read }, (...again) => show(c, ...again), needs);
      },
    },
  ];
}

function typedFrom({ answerDays, answerDaysOf, remindHours, escalateDays }: Targets): Typed {
  return {
    answerDays: String(answerDays),
    remindHours: String(remindHours),
    escalateDays: String(escalateDays),
    ...Object.fromEntries(Object.entries(answerDaysOf).map(([code, days]) => [`days-${code}`, String(days)])),
  };
}

function targetsFrom(
  typed: Typed,
  codes: readonly string[],
  words: (typeof SETTINGS_WORDS)['vi']['targets'],
): { readonly value: Targets; readonly faults: FieldFaults } {
  const faults: Record<string, string> = {};
  const number = (name: string, isRight: (value: number) => boolean, fault: string): number => {
    // People in Vietnam write 1,5.
    const value = Number((typed[name] ?? '').trim().replace(',', '.') || Number.NaN);
    if (!isRight(value)) faults[name] = fault;
    return value;
  };
  const isDays = (value: number) => Number.isInteger(value) && value >= 1 && value <= MOST_DAYS;
  const days = (name: string) => number(name, isDays, words.badDays(MOST_DAYS));
  const value: Targets = {
    answerDays: days('answerDays'),
    remindHours: number(
      'remindHours',
      (hours) => hours >= 0.5 && hours <= MOST_REMIND_HOURS,
      words.badHours(MOST_REMIND_HOURS),
    ),
    escalateDays: days('escalateDays'),
    answerDaysOf: Object.fromEntries(
      codes.filter((code) => (typed[`days-${code}`] ?? '').trim() !== '').map((code) => [code, days(`days-${code}`)]),
    ),
  };
  return { value, faults };
}

/** Common numbers, then those of single centres. */
function inShort(value: unknown): string {
  const { answerDays, remindHours, escalateDays, answerDaysOf = {} } = (value ?? {}) as Partial<Targets>;
  const own = Object.entries(answerDaysOf).map(([code, days]) => `${code}: ${days}`);
  return [`${answerDays} / ${remindHours} / ${escalateDays}`, ...own].join('; ');
}
