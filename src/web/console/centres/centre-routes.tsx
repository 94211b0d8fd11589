import { z } from 'zod';
import { type Day, dayForPeople, isDay, vietnamDay } from '../../../base/days.ts';
import type { KnowledgeOn } from '../../../flow/knowledge-on.ts';
import { receivingCentres } from '../../../flow/receiving-centres.ts';
import {
  type CentreContact,
  type ContactState,
  checkedContact,
  contactState,
  UNKNOWN_CONTACT,
} from '../../../service/centre-contact.ts';
import { ConsolePage } from '../kit/console-page.tsx';
import { notFound } from '../kit/guard.tsx';
import { AreaField, Card, DataTable, Mark, Notice, TextField } from '../kit/parts.tsx';
import { ADMINS, type ConsoleContext, type ConsoleRoute } from '../kit/route.ts';
import { arriving, saveSetting } from '../settings/save-setting.ts';
import { ChangeNotice, Changes, ReasonField, SaveButton, type Shown, STATUS } from '../settings/setting-parts.tsx';
import {
  type FieldFaults,
  type SettingPageNeeds,
  type ShownChange,
  stateOf,
  type Typed,
  typedIn,
} from '../settings/setting-state.ts';
import { CENTRES_WORDS } from './wording.ts';

const PATH = '/centres';
const LONGEST = 300;
const PHONE = /^\+?\d(?:[ .]?\d){2,14}$/;
const MARKS: Readonly<Record<ContactState, 'quiet' | 'good' | 'warning' | 'danger'>> = {
  none: 'quiet',
  unverified: 'warning',
  old: 'danger',
  sure: 'good',
};

type Words = (typeof CENTRES_WORDS)['vi'];

export interface CentresNeeds extends SettingPageNeeds {
  readonly knowledgeOn: KnowledgeOn;
}

/** The centres with how they are reached, and a form for each. */
export function centresRoutes(needs: CentresNeeds): readonly ConsoleRoute[] {
  const today = () => vietnamDay(needs.now());
  const provinces = () => needs.knowledgeOn(today()).rendering.provinces;
  const meant = (c: ConsoleContext) => provinces().find(({ code }) => code === c.req.param('province'));

  async function showList(c: ConsoleContext): Promise<Response> {
    await needs.live.refresh();
    const { language } = c.get('shell');
    const words = CENTRES_WORDS[language];
    const receives = await needs.store.transaction((records) => receivingCentres(records));
    const { centre } = needs.knowledgeOn(today());
    return c.html(
      <ConsolePage shell={c.get('shell')} title={words.title} here="/console/centres" lead={words.lead}>
        <DataTable
          caption={words.title}
          columns={[words.centre, words.contact, words.verified, words.receives].map((label) => ({ label }))}
          rows={provinces().map(({ code }) => {
            const contact = needs.live.current.centres.get(code);
            const state = contactState(contact, today());
            return [
              <a href={`/console${PATH}/${code}`}>{centre(code).name}</a>,
              <Mark kind={MARKS[state]}>{words.states[state]}</Mark>,
              contact?.verifiedOn ? words.verifiedOn(dayForPeople(contact.verifiedOn), contact.verifiedBy) : '',
              receives(code) ? words.yes : words.no,
            ];
          })}
        />
      </ConsolePage>,
    );
  }

  async function show(
    province: string,
    c: ConsoleContext,
    shown: Shown,
    tried?: Typed,
    faults: FieldFaults = {},
  ): Promise<Response> {
    const state = await stateOf(`centre/${province}`, needs);
    const { language } = c.get('shell');
    const words = CENTRES_WORDS[language];
    const contact = needs.live.current.centres.get(province) ?? UNKNOWN_CONTACT;
    const isSure = contactState(contact, today());
    const checked = checkedContact(contact, today());
    const { centre, rendering } = needs.knowledgeOn(today());
    const typed = tried ?? typedFrom(contact);
    const field = (name: keyof CentreContact, label: string, hint?: string) => (
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
      <ConsolePage shell={c.get('shell')} title={centre(province).name} here="/console/centres">
        <ChangeNotice shown={shown} language={language} />
        <Notice kind={isSure === 'sure' ? 'good' : 'warning'}>
          {words.means[isSure]}{' '}
          {contact.verifiedOn && words.verifiedOn(dayForPeople(contact.verifiedOn), contact.verifiedBy)}
        </Notice>
        <div class="columns">
          <form method="post" action={`/console${PATH}/${province}`} class="column" data-guard>
            {field('address', words.address)}
            <AreaField
              name="phones"
              label={words.phones}
              hint={words.phonesHint}
              rows={3}
              value={typed.phones ?? ''}
              fault={faults.phones}
            />
            {field('email', words.email)}
            {field('hours', words.hours, words.hoursHint)}
            {field('source', words.source, words.sourceHint)}
            <TextField
              name="verifiedOn"
              type="date"
              label={words.verifiedOnLabel}
              hint={words.verifiedOnHint}
              value={typed.verifiedOn ?? ''}
              fault={faults.verifiedOn}
            />
            {field('verifiedBy', words.verifiedBy, words.verifiedByHint)}
            <AreaField name="note" label={words.note} hint={words.noteHint} rows={3} value={typed.note ?? ''} />
            <ReasonField state={state} typed={tried ?? {}} faults={faults} language={language} />
            <SaveButton language={language} />
          </form>
          <Card heading={words.asPeopleRead}>
            <p class="preview" lang="vi">
              {checked
                ? rendering.wording.centreContact(checked, dayForPeople(checked.checkedOn))
                : rendering.wording.noCentreContact(centre(province).name)}
            </p>
          </Card>
        </div>
        <Changes state={state} language={language} what={(change) => differences(change, words)} />
        <p>
          <a href={`/console${PATH}`}>{words.back}</a>
        </p>
      </ConsolePage>,
      STATUS[shown],
    );
  }

  return [
    { method: 'GET', path: PATH, may: ADMINS, handle: showList },
    {
      method: 'GET',
      path: `${PATH}/:province`,
      may: ADMINS,
      handle: (c) => {
        const province = meant(c);
        return province ? show(province.code, c, arriving(c)) : notFound(c);
      },
    },
    {
      method: 'POST',
      path: `${PATH}/:province`,
      may: ADMINS,
      handle: async (c) => {
        const province = meant(c)?.code;
        if (province === undefined) return notFound(c);
        const typed = await typedIn(c);
        const value = contactFrom(typed);
        const faults = faultsOf(value, today(), CENTRES_WORDS[c.get('language')]);
        const written = { name: `centre/${province}`, path: `${PATH}/${province}`, typed, value, faults };
        return saveSetting(c, written, (...again) => show(province, c, ...again), needs);
      },
    },
  ];
}

function typedFrom({ phones, verifiedOn = '', ...words }: CentreContact): Typed {
  return { ...words, phones: phones.join('\n'), verifiedOn };
}

function contactFrom(typed: Typed): CentreContact {
  const field = (name: keyof CentreContact) => (typed[name] ?? '').trim().slice(0, LONGEST);
  const verifiedOn = field('verifiedOn');
  return {
    address: field('address'),
    phones: (typed.phones ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
    email: field('email'),
    hours: field('hours'),
    note: (typed.note ?? '').trim(),
    source: field('source'),
    ...(verifiedOn !== '' && { verifiedOn }),
    verifiedBy: field('verifiedBy'),
  };
}

function faultsOf(contact: CentreContact, today: Day, words: Words): FieldFaults {
  const { address, phones, email, source, verifiedOn, verifiedBy } = contact;
  const badPhone = phones.find((phone) => !PHONE.test(phone));
  return {
    ...(badPhone !== undefined && { phones: words.badPhone(badPhone) }),
    ...(email !== '' && !z.email().safeParse(email).success && { email: words.badEmail }),
    ...(source === '' && (address !== '' || phones.length > 0) && { source: words.noSource }),
    ...(verifiedOn !== undefined && (!isDay(verifiedOn) || verifiedOn > today) && { verifiedOn: words.badVerifiedOn }),
    ...(verifiedOn !== undefined && verifiedBy === '' && { verifiedBy: words.noVerifier }),
  };
}

/** Which fields a change touched. */
function differences({ value, before }: ShownChange, words: Words): string {
  const labels: readonly (readonly [keyof CentreContact, string])[] = [
    ['address', words.address],
    ['phones', words.phones],
    ['email', words.email],
    ['hours', words.hours],
    ['source', words.source],
    ['verifiedOn', words.verifiedOnLabel],
    ['verifiedBy', words.verifiedBy],
    ['note', words.note],
  ];
  const of = (stored: unknown, field: keyof CentreContact) =>
    JSON.stringify((stored as Partial<CentreContact> | undefined)?.[field] ?? UNKNOWN_CONTACT[field]);
  const changed = labels.filter(([field]) => of(value, field) !== of(before, field)).map(([, label]) => label);
  return words.changed(changed.join(', '));
}
