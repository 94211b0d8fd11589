import { type Day, dayForPeople, isDay, vietnamDay } from '../../../base/days.ts';
import type { KnowledgeOn } from '../../../flow/knowledge-on.ts';
import type { Hotline } from '../../../safety/hotlines.ts';
import { type HotlineChange, isFixed, StoredHotline } from '../../../service/hotline-change.ts';
import { ConsolePage } from '../kit/console-page.tsx';
import { notFound } from '../kit/guard.tsx';
import { Button, Buttons, CheckField, DataTable, Facts, Mark, Notice, TextField } from '../kit/parts.tsx';
import { ADMINS, type ConsoleContext, type ConsoleRoute } from '../kit/route.ts';
import { arriving, saveSetting } from './save-setting.ts';
import { BackToSettings, ChangeNotice, Changes, ReasonField, type Shown, STATUS } from './setting-parts.tsx';
import {
  type FieldFaults,
  type SettingPageNeeds,
  type ShownChange,
  stateOf,
  type Typed,
  typedIn,
} from './setting-state.ts';
import { CHANGE_WORDS, SETTINGS_WORDS } from './wording.ts';

const PATH = '/settings/hotlines';
const LONGEST = 160;

type Words = (typeof SETTINGS_WORDS)['vi']['hotlines'];

export interface HotlinesNeeds extends SettingPageNeeds {
  /** As it comes from the files, without what admins set. */
  readonly shippedOn: KnowledgeOn;
}

/** The list of hotlines, and a form for each that may be changed. */
export function hotlinesRoutes(needs: HotlinesNeeds): readonly ConsoleRoute[] {
  const shipped = () => needs.shippedOn(vietnamDay(needs.now())).rendering.hotlines;
  const meant = (c: ConsoleContext) => shipped().find(({ id }) => id === c.req.param('id'));

  async function showList(c: ConsoleContext): Promise<Response> {
    await needs.live.refresh();
    const { language } = c.get('shell');
    const words = SETTINGS_WORDS[language].hotlines;
    const { hotlines: changes } = needs.live.current;
    return c.html(
      <ConsolePage shell={c.get('shell')} title={words.title} here="/console/settings" lead={words.lead}>
        <DataTable
          caption={words.title}
          columns={[words.number, words.name, words.purpose, words.hours, words.cost, words.state].map((label) => ({
            label,
          }))}
          rows={shipped().map((hotline) => {
            const change = isFixed(hotline) ? undefined : changes.get(hotline.id);
            const { number, name, hours, cost } = { ...hotline, ...change };
            return [
              isFixed(hotline) ? number : <a href={`/console${PATH}/${hotline.id}`}>{number}</a>,
              name,
              hotline.purpose,
              hours,
              cost,
              stateOfHotline(hotline, change, words),
            ];
          })}
        />
        <BackToSettings language={language} />
      </ConsolePage>,
    );
  }

  async function show(
    hotline: Hotline,
    c: ConsoleContext,
    shown: Shown,
    tried?: Typed,
    faults: FieldFaults = {},
  ): Promise<Response> {
    const state = await stateOf(`hotline/${hotline.id}`, needs);
    const { language } = c.get('shell');
    const words = SETTINGS_WORDS[language].hotlines;
    const change = needs.live.current.hotlines.get(hotline.id);
    const typed = tried ?? typedFrom(hotline, change);
    const field = (name: keyof HotlineChange, label: string, hint?: string) => (
      <TextField
        name={name}
        label={label}
        hint={hint}
        maxlength={LONGEST}
        value={typed[name] ?? ''}
        fault={faults[name]}
      />
    );
    return c.html(
      <ConsolePage shell={c.get('shell')} title={words.edit(hotline.name)} here="/console/settings">
        <ChangeNotice shown={shown} language={language} />
        <Facts
          facts={[
            [words.purpose, hotline.purpose],
            [words.state, stateOfHotline(hotline, change, words)],
            [words.shipped, `${hotline.number} – ${hotline.name}`],
          ]}
        />
        <Notice>{words.inEntries}</Notice>
        <form method="post" action={`/console${PATH}/${hotline.id}`} data-guard>
          {field('number', words.number)}
          {field('name', words.name)}
          {field('hours', words.hours)}
          {field('cost', words.cost)}
          <CheckField name="off" label={words.offLabel} hint={words.offHint} checked={typed.off === 'yes'} />
          {field('source', words.source, words.sourceHint)}
          <TextField
            name="verifiedOn"
            type="date"
            label={words.verifiedOn}
            value={typed.verifiedOn ?? ''}
            fault={faults.verifiedOn}
          />
          <ReasonField state={state} typed={tried ?? {}} faults={faults} language={language} />
          <Buttons>
            <Button>{CHANGE_WORDS[language].save}</Button>
            {change && (
              <Button kind="plain" name="do" value="reset" formnovalidate>
                {words.reset}
              </Button>
            )}
          </Buttons>
        </form>
        <Changes state={state} language={language} what={(one) => inShort(one, words)} />
        <p>
          <a href={`/console${PATH}`}>{words.title}</a>
        </p>
      </ConsolePage>,
      STATUS[shown],
    );
  }

  return [
    { method: 'GET', path: PATH, may: ADMINS, handle: showList },
    {
      method: 'GET',
      path: `${PATH}/:id`,
      may: ADMINS,
      handle: (c) => {
        const hotline = meant(c);
        if (!hotline || isFixed(hotline)) return notFound(c);
        return show(hotline, c, arriving(c));
      },
    },
    {
      method: 'POST',
      path: `${PATH}/:id`,
      may: ADMINS,
      handle: async (c) => {
        const hotline = meant(c);
        if (!hotline || isFixed(hotline)) return notFound(c);
        const typed = await typedIn(c);
        const value = typed.do === 'reset' ? null : changeFrom(typed);
        const words = SETTINGS_WORDS[c.get('language')].hotlines;
        const faults = value === null ? {} : faultsOf(value, vietnamDay(needs.now()), words);
        const written = { name: `hotline/${hotline.id}`, path: `${PATH}/${hotline.id}`, typed, value, faults };
        return saveSetting(c, written, (...again) => show(hotline, c, ...again), needs);
      },
    },
  ];
}

function stateOfHotline(hotline: Hotline, change: HotlineChange | undefined, words: Words) {
  if (isFixed(hotline)) return <Mark>{words.fixed}</Mark>;
  if (!change) return words.shipped;
  return change.off ? (
    <Mark kind="danger">{words.off}</Mark>
  ) : (
    <Mark kind="good">{words.changed(dayForPeople(change.verifiedOn))}</Mark>
  );
}

function typedFrom(hotline: Hotline, change: HotlineChange | undefined): Typed {
  const { number, name, hours, cost } = { ...hotline, ...change };
  const { source = '', verifiedOn = '', off = false } = change ?? {};
  return { number, name, hours, cost, source, verifiedOn, off: off ? 'yes' : '' };
}

function changeFrom(typed: Typed): HotlineChange {
  const field = (name: string) => (typed[name] ?? '').trim().slice(0, LONGEST);
  return {
    number: field('number'),
    name: field('name'),
    hours: field('hours'),
    cost: field('cost'),
    off: typed.off === 'yes',
    source: field('source'),
    verifiedOn: field('verifiedOn'),
  };
}

function faultsOf(change: HotlineChange, today: Day, words: Words): FieldFaults {
  const { number, name, source, verifiedOn } = change;
  return {
    ...(!StoredHotline.shape.number.safeParse(number).success && { number: words.badNumber }),
    ...(name === '' && { name: words.missing }),
    ...(source === '' && { source: words.missing }),
    ...((!isDay(verifiedOn) || verifiedOn > today) && { verifiedOn: words.badVerified }),
  };
}

function inShort({ value }: ShownChange, words: Words): string {
  if (value === null) return words.resetDone;
  const { number = '', name = '', off } = (value ?? {}) as Partial<HotlineChange>;
  return `${number} – ${name}${off ? ` (${words.off})` : ''}`;
}
