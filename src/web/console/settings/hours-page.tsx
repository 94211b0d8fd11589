import { dayForPeople, timeForPeople, vietnamDay } from '../../../base/days.ts';
import { PUBLIC_HOLIDAYS, withDaysInLieu } from '../../../base/public-holidays.ts';
import type { Weekday } from '../../../base/working-time.ts';
import { addWorkingDays } from '../../../base/working-time.ts';
import { type ClosedDay, daysFrom, hoursFrom, hoursInWords, type OfficeTime } from '../../../service/office-time.ts';
import { ConsolePage } from '../kit/console-page.tsx';
import { AreaField, Card, CheckField, Notice, TextField } from '../kit/parts.tsx';
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

const PATH = '/settings/hours';
const NAME = 'working-time';
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

type Words = (typeof SETTINGS_WORDS)['vi']['hours'];

/** GET shows the hours of the week and the days off; POST sets them all. */
export function hoursRoutes(needs: SettingPageNeeds): readonly ConsoleRoute[] {
  async function show(c: ConsoleContext, shown: Shown, tried?: Typed, faults: FieldFaults = {}): Promise<Response> {
    const state = await stateOf(NAME, needs);
    const { officeTime, workingTime, targets } = needs.live.current;
    const { language } = c.get('shell');
    const words = SETTINGS_WORDS[language].hours;
    const typed = tried ?? typedFrom(officeTime);
    const due = addWorkingDays(needs.now(), targets.answerDays, workingTime);
    return c.html(
      <ConsolePage shell={c.get('shell')} title={words.title} here="/console/settings" lead={words.lead}>
        <ChangeNotice shown={shown} language={language} />
        <Notice>{words.example(timeForPeople(due))}</Notice>
        <form method="post" action={`/console${PATH}`} data-guard>
          <Card heading={words.week}>
            <p class="hint">{words.weekHint}</p>
            {WEEKDAYS.map((weekday) => (
              <TextField
                name={`day-${weekday}`}
                label={words.weekdays[weekday]}
                value={typed[`day-${weekday}`] ?? ''}
                fault={faults[`day-${weekday}`]}
                maxlength={80}
              />
            ))}
          </Card>
          <Card heading={words.holidays}>
            <p class="hint">{words.holidaysHint}</p>
            {comingHolidays(officeTime, vietnamDay(needs.now())).map(({ day, name }) => (
              <CheckField
                name={`off-${day}`}
                label={`${dayForPeople(day)} ${name}`}
                checked={tried ? tried[`off-${day}`] !== undefined : !officeTime.worked.includes(day)}
              />
            ))}
          </Card>
          <AreaField
            name="closed"
            label={words.closed}
            hint={words.closedHint}
            rows={4}
            value={typed.closed ?? ''}
            fault={faults.closed}
          />
          <AreaField
            name="exchanged"
            label={words.exchanged}
            hint={words.exchangedHint}
            rows={3}
            value={typed.exchanged ?? ''}
            fault={faults.exchanged}
          />
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
        await needs.live.refresh();
        const read = officeTimeFrom(
          typed,
          needs.live.current.officeTime,
          vietnamDay(needs.now()),
          SETTINGS_WORDS[c.get('language')].hours,
        );
        return saveSetting(c, { name: NAME, path: PATH, typed, ...read }, (...again) => show(c, ...again), needs);
      },
    },
  ];
}

/** The holidays from today on, with their days in lieu, whether they are kept or not. */
function comingHolidays({ days }: OfficeTime, today: string): readonly ClosedDay[] {
  return [...withDaysInLieu(PUBLIC_HOLIDAYS, days)]
    .filter(([day]) => day >= today)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, name]) => ({ day, name }));
}

function typedFrom({ days, closed, exchanged }: OfficeTime): Typed {
  return {
    ...Object.fromEntries(WEEKDAYS.map((weekday) => [`day-${weekday}`, hoursInWords(days[weekday])])),
    closed: closed.map(({ day, name }) => `${dayForPeople(day)} ${name}`).join('\n'),
    exchanged: exchanged.map(dayForPeople).join('\n'),
  };
}

/** What was typed, as it is stored, or what is wrong with it. */
function officeTimeFrom(
  typed: Typed,
  before: OfficeTime,
  today: string,
  words: Words,
): { readonly value: OfficeTime; readonly faults: FieldFaults } {
  const faults: Record<string, string> = {};
  const hours = WEEKDAYS.map((weekday) => {
    const read = hoursFrom(typed[`day-${weekday}`] ?? '');
    if (!read) faults[`day-${weekday}`] = words.badHours;
    return [weekday, read ?? []] as const;
  });
  const days = Object.fromEntries(hours) as OfficeTime['days'];
  if (Object.keys(faults).length === 0 && hours.every(([, spans]) => spans.length === 0))
    faults['day-1'] = words.noHours;
  const daysOf = (field: 'closed' | 'exchanged'): readonly ClosedDay[] => {
    const read = daysFrom(typed[field] ?? '');
    if (!read.ok) faults[field] = words.badDay(read.line);
    return read.ok ? [...read.days].sort((a, b) => (a.day < b.day ? -1 : 1)) : [];
  };
  const closed = daysOf('closed');
  const exchanged = daysOf('exchanged').map(({ day }) => day);
  if (closed.some(({ name }) => name === '')) faults.closed = words.noName;
  const twice = closed.find(({ day }) => exchanged.includes(day));
  if (twice) faults.exchanged = words.bothWays(dayForPeople(twice.day));
  const coming = comingHolidays({ ...before, days }, today).map(({ day }) => day);
  const listed = comingHolidays(before, today).map(({ day }) => day);
  const worked = [
    ...before.worked.filter((day) => day < today),
    // A day that was not on the form, for it moved with the hours of the week, was not unticked by anybody.
    ...coming.filter((day) => listed.includes(day) && typed[`off-${day}`] === undefined),
  ];
  return { value: { days, closed, worked, exchanged }, faults };
}

/** The week and how many days differ, for the list of changes. */
function inShort(value: unknown): string {
  const { days, closed = [], worked = [], exchanged = [] } = (value ?? {}) as Partial<OfficeTime>;
  const week = days
    ? [...new Set(WEEKDAYS.map((weekday) => hoursInWords(days[weekday])).filter(Boolean))].join(' · ')
    : '';
  const differing = [...closed.map(({ day }) => day), ...worked, ...exchanged].map(dayForPeople).join(', ');
  return [week, differing].filter(Boolean).join('; ');
}
