import { vietnamDay } from '../../../base/days.ts';
import type { KnowledgeOn } from '../../../flow/knowledge-on.ts';
import { previewText, type TextPreview } from '../../../flow/service/preview-text.ts';
import type { ChannelName } from '../../../ports/channel.ts';
import type { Capabilities } from '../../../reply/message.ts';
import {
  CHANGEABLE_TEXTS,
  type ChangeableText,
  changeableText,
  faultOfText,
  type TextFault,
  tidyText,
} from '../../../service/texts.ts';
import { ConsolePage } from '../kit/console-page.tsx';
import { notFound } from '../kit/guard.tsx';
import { AreaField, Button, Buttons, Card, DataTable, Mark } from '../kit/parts.tsx';
import { ADMINS, type ConsoleContext, type ConsoleRoute } from '../kit/route.ts';
import { numberInWords } from '../kit/words.ts';
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
import { CHANGE_WORDS, CHANNELS, SETTINGS_WORDS } from './wording.ts';

const PATH = '/settings/texts';
const NAME = 'wording';

type Words = (typeof SETTINGS_WORDS)['vi']['texts'];

export interface TextsNeeds extends SettingPageNeeds {
  /** As it comes with the release, without what admins set. */
  readonly shippedOn: KnowledgeOn;
  readonly capabilities: (channel: ChannelName) => Capabilities;
}

/** The texts of the bot, and a form for each with a preview. */
export function textsRoutes(needs: TextsNeeds): readonly ConsoleRoute[] {
  const shippedWording = () => needs.shippedOn(vietnamDay(needs.now())).rendering.wording;
  const meant = (c: ConsoleContext) => changeableText(c.req.param('key') ?? '');

  async function showList(c: ConsoleContext): Promise<Response> {
    await needs.live.refresh();
    const { language } = c.get('shell');
    const words = SETTINGS_WORDS[language].texts;
    const { texts } = needs.live.current;
    return c.html(
      <ConsolePage shell={c.get('shell')} title={words.title} here="/console/settings" lead={words.lead}>
        <DataTable
          caption={words.title}
          columns={[words.where, words.text, words.state].map((label) => ({ label }))}
          rows={CHANGEABLE_TEXTS.map((place) => [
            <a href={`/console${PATH}/${place.key}`}>{words.places[place.key] ?? place.key}</a>,
            firstLine(texts.get(place.key) ?? place.read(shippedWording())),
            texts.has(place.key) ? <Mark kind="good">{words.changed}</Mark> : words.shipped,
          ])}
        />
        <BackToSettings language={language} />
      </ConsolePage>,
    );
  }

  async function show(
    place: ChangeableText,
    c: ConsoleContext,
    shown: Shown,
    tried?: Typed,
    faults: FieldFaults = {},
  ): Promise<Response> {
    const state = await stateOf(NAME, needs);
    const { language } = c.get('shell');
    const words = SETTINGS_WORDS[language].texts;
    const shippedText = place.read(shippedWording());
    const text = tried?.text ?? needs.live.current.texts.get(place.key) ?? shippedText;
    const own = {
      ...state,
      changes: state.changes.filter((change) => textIn(change.value, place) !== textIn(change.before, place)),
    };
    const keeps = [...place.placeholders, ...place.keeps];
    return c.html(
      <ConsolePage shell={c.get('shell')} title={words.places[place.key] ?? place.key} here="/console/settings">
        <ChangeNotice shown={shown} language={language} />
        <div class="columns">
          <form method="post" action={`/console${PATH}/${place.key}`} class="column" data-guard>
            <AreaField
              name="text"
              label={words.field}
              hint={[words.longest(place.longest), keeps.length > 0 && words.mustHave(keeps.join(', '))]
                .filter(Boolean)
                .join(' ')}
              rows={10}
              maxlength={place.longest}
              required
              value={text}
              fault={faults.text}
            />
            <ReasonField state={state} typed={tried ?? {}} faults={faults} language={language} />
            <Buttons>
              <Button>{CHANGE_WORDS[language].save}</Button>
              <Button kind="plain" name="do" value="preview" formnovalidate>
                {words.preview}
              </Button>
              {needs.live.current.texts.has(place.key) && (
                <Button kind="plain" name="do" value="reset">
                  {words.reset}
                </Button>
              )}
            </Buttons>
          </form>
          <Previews
            previews={previewText(text, needs.capabilities, shippedWording())}
            words={words}
            language={language}
          />
        </div>
        {text !== shippedText && (
          <Card heading={words.shippedText}>
            <p class="said">{shippedText}</p>
          </Card>
        )}
        <Changes state={own} language={language} what={(change) => inShort(change, place, words)} />
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
      path: `${PATH}/:key`,
      may: ADMINS,
      handle: (c) => {
        const place = meant(c);
        return place ? show(place, c, arriving(c)) : notFound(c);
      },
    },
    {
      method: 'POST',
      path: `${PATH}/:key`,
      may: ADMINS,
      handle: async (c) => {
        const place = meant(c);
        if (!place) return notFound(c);
        const typed = await typedIn(c);
        const text = tidyText(typed.text ?? '');
        if (typed.do === 'preview') return show(place, c, 'fresh', { ...typed, text });
        const resets = typed.do === 'reset';
        const fault = resets ? undefined : faultOfText(text, place);
        const faults: FieldFaults = fault ? { text: faultInWords(fault, SETTINGS_WORDS[c.get('language')].texts) } : {};
        await needs.live.refresh();
        const others = [...needs.live.current.texts].filter(([key]) => key !== place.key);
        // In one order, so that the same form sent twice sets the same value.
        const all = [...others, ...(resets ? [] : [[place.key, text] as const])].sort(([a], [b]) => (a < b ? -1 : 1));
        const written = { name: NAME, path: `${PATH}/${place.key}`, typed, value: Object.fromEntries(all), faults };
        return saveSetting(c, written, (...again) => show(place, c, ...again), needs);
      },
    },
  ];
}

function Previews({
  previews,
  words,
  language,
}: {
  readonly previews: readonly TextPreview[];
  readonly words: Words;
  readonly language: 'vi' | 'en';
}) {
  return (
    <Card heading={words.preview}>
      {previews.map(({ channel, messages, limit }) => (
        <section>
          <h3>{words.previewOn(CHANNELS[language][channel] ?? channel)}</h3>
          {messages.map((message) => (
            <>
              <p class="preview" lang="vi">
                {message}
              </p>
              <p class="hint">
                {words.length(numberInWords(message.length, language), numberInWords(limit, language))}
              </p>
            </>
          ))}
          {messages.length > 1 && <p class="hint">{words.pieces(messages.length)}</p>}
        </section>
      ))}
    </Card>
  );
}

function faultInWords(fault: TextFault, words: Words): string {
  switch (fault.fault) {
    case 'empty':
      return words.empty;
    case 'too-long':
      return words.tooLong(fault.longest);
    case 'missing':
      return words.lacks(fault.words);
    case 'unknown-placeholder':
      return words.unknownPlaceholder(fault.words);
  }
}

function textIn(stored: unknown, { key }: ChangeableText): string | undefined {
  return typeof stored === 'object' && stored !== null ? (stored as Readonly<Record<string, string>>)[key] : undefined;
}

/** What the text was set to, for the list of changes. */
function inShort({ value }: ShownChange, place: ChangeableText, words: Words): string {
  const text = textIn(value, place);
  return text === undefined ? words.resetDone : firstLine(text);
}

const SHOWN = 90;

function firstLine(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length > SHOWN ? `${line.slice(0, SHOWN).trimEnd()}…` : line;
}
