import type { Child } from 'hono/jsx';
import type { EntryForm } from '../../../knowledge/entry-form.ts';
import type { Fault } from '../../../knowledge/parse-entry.ts';
import { AreaField, SelectField, TextField } from '../kit/parts.tsx';
import type { Shell } from '../kit/shell.ts';
import { DRAFT_WORDS } from './draft-wording.ts';
import type { Named } from './entry-list-pages.tsx';
import { ENTRY_WORDS } from './entry-wording.ts';

/** Sections that an entry of a kind must have, in their order. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  qa: ['Việc cần làm'],
  guide: ['Việc cần làm', 'Nơi làm', 'Giấy tờ', 'Thời hạn', 'Chi phí'],
  article: [],
};
const STEPS = 'Việc cần làm';
const LONGEST_QUESTION = 120;
const LONGEST_ANSWER = 600;

/** Where a fault of the text is shown in the form; undefined where it belongs to no field. */
export function fieldOf({ field }: Fault): string | undefined {
  const [first = '', second] = field.split('.');
  if (first === 'question' || first === 'title') return 'title';
  if (first === 'english') return second === undefined || /^\d+$/.test(second) ? 'englishQuestion' : ENGLISH[second];
  if (first === 'citations' || first === 'Căn cứ') return 'basis';
  if (first === 'câu trả lời ngắn') return 'shortAnswer';
  return FIELDS.has(first) ? first : undefined;
}

const ENGLISH: Readonly<Record<string, string>> = {
  question: 'englishQuestion',
  variants: 'englishVariants',
  answer: 'englishAnswer',
};
const FIELDS = new Set([
  'variants',
  'negativeTwin',
  'topics',
  'validFrom',
  'validTo',
  'reviewedOn',
  'reviewBy',
  'sources',
  'confidence',
  'urgent',
]);

export interface FormFieldsProps {
  readonly shell: Shell;
  readonly form: EntryForm;
  readonly faults: readonly Fault[];
  readonly topics: readonly Named[];
  /** What the search for an article found, where one was made without script. */
  readonly citations: Child;
}

/** The fields of an entry, each with what is wrong with it. */
export function FormFields({ shell, form, faults, topics, citations }: FormFieldsProps) {
  const words = DRAFT_WORDS[shell.language];
  const { dangers, notUrgent } = ENTRY_WORDS[shell.language];
  const fault = (field: string): string | undefined => {
    const own = faults.filter((one) => fieldOf(one) === field).map(({ message }) => message);
    return own.length > 0 ? own.join('; ') : undefined;
  };
  const kind = form.id.split('/')[0] ?? '';
  return (
    <>
      <AreaField
        name="title"
        label={kind === 'article' ? words.articleTitle : words.question}
        value={form.title}
        fault={fault('title')}
        rows={2}
        maxlength={LONGEST_QUESTION * 2}
      />
      <AreaField
        name="variants"
        label={words.variants}
        hint={words.variantsHint}
        value={form.variants.join('\n')}
        fault={fault('variants')}
        rows={12}
      />
      <AreaField
        name="negativeTwin"
        label={words.negativeTwin}
        hint={words.negativeTwinHint}
        value={form.negativeTwin}
        fault={fault('negativeTwin')}
        rows={2}
      />
      <AreaField
        name="shortAnswer"
        label={words.shortAnswer}
        hint={words.shortAnswerHint}
        value={form.shortAnswer}
        fault={fault('shortAnswer')}
        rows={6}
        maxlength={LONGEST_ANSWER * 2}
      />
      {passagesOf(form, kind).map(({ heading, text }, nth) => (
        <Passage
          shell={shell}
          heading={heading}
          text={text}
          nth={nth}
          fixed={REQUIRED[kind]?.includes(heading) ?? false}
          fault={messagesFor(faults, heading)}
        />
      ))}
      <AreaField
        name="basis"
        label={words.basis}
        hint={words.basisHint}
        value={form.basis.join('\n')}
        fault={fault('basis')}
        rows={6}
        code
      />
      {citations}
      <Topics shell={shell} topics={topics} chosen={form.topics} fault={fault('topics')} />
      <fieldset>
        <legend>{words.dates}</legend>
        {(['validFrom', 'validTo', 'reviewedOn', 'reviewBy'] as const).map((name) => (
          <TextField
            name={name}
            label={words[name]}
            hint={name === 'validTo' ? words.validToHint : undefined}
            // What is no day would be dropped from a field for days.
            type={/^(?:\d{4}-\d{2}-\d{2})?$/.test(form[name]) ? 'date' : 'text'}
            value={form[name]}
            fault={fault(name)}
          />
        ))}
      </fieldset>
      <AreaField
        name="sources"
        label={words.sources}
        hint={words.sourcesHint}
        value={form.sources.join('\n')}
        fault={fault('sources')}
        rows={3}
      />
      <SelectField
        name="confidence"
        label={words.confidence}
        value={form.confidence}
        fault={fault('confidence')}
        options={[
          { value: 'B', label: words.confidenceB },
          { value: 'A', label: words.confidenceA },
        ]}
      />
      <SelectField
        name="urgent"
        label={words.urgent}
        hint={words.urgentHint}
        value={form.urgent}
        fault={fault('urgent')}
        options={[
          { value: '', label: notUrgent },
          ...Object.entries(dangers).map(([value, label]) => ({ value, label })),
        ]}
      />
      <details open={form.english.question !== '' || fault('englishQuestion') !== undefined}>
        <summary>{words.english}</summary>
        <p class="hint">{words.englishHint}</p>
        <TextField
          name="englishQuestion"
          label={words.englishQuestion}
          value={form.english.question}
          fault={fault('englishQuestion')}
        />
        <AreaField
          name="englishVariants"
          label={words.englishVariants}
          value={form.english.variants.join('\n')}
          fault={fault('englishVariants')}
          rows={4}
        />
        <AreaField
          name="englishAnswer"
          label={words.englishAnswer}
          value={form.english.answer}
          fault={fault('englishAnswer')}
          rows={4}
        />
      </details>
    </>
  );
}

/** Those of the form, those that the kind must have, and room for one more. */
function passagesOf({ passages }: EntryForm, kind: string): EntryForm['passages'] {
  const missing = (REQUIRED[kind] ?? []).filter((heading) => !passages.some((one) => one.heading === heading));
  return [...passages, ...missing.map((heading) => ({ heading, text: '' })), { heading: '', text: '' }];
}

function messagesFor(faults: readonly Fault[], heading: string): string | undefined {
  const own = faults.filter(({ field }) => field === heading && heading !== '').map(({ message }) => message);
  return own.length > 0 ? own.join('; ') : undefined;
}

function Passage(props: {
  readonly shell: Shell;
  readonly heading: string;
  readonly text: string;
  readonly nth: number;
  readonly fixed: boolean;
  readonly fault: string | undefined;
}) {
  const { heading, text, nth, fixed, fault } = props;
  const words = DRAFT_WORDS[props.shell.language];
  return (
    <>
      {fixed ? (
        <input type="hidden" name="heading" value={heading} />
      ) : (
        <TextField
          name="heading"
          id={`heading-${nth}`}
          label={heading === '' ? words.morePassage : words.passageHeading}
          hint={heading === '' ? words.passageHeadingHint : undefined}
          value={heading}
          maxlength={80}
        />
      )}
      <AreaField
        name="passage"
        id={`passage-${nth}`}
        label={fixed ? heading : `${words.passage}${heading === '' ? '' : `: ${heading}`}`}
        hint={heading === STEPS ? words.stepsHint : undefined}
        value={text}
        fault={fault}
        rows={heading === '' ? 2 : 5}
      />
    </>
  );
}

function Topics(props: {
  readonly shell: Shell;
  readonly topics: readonly Named[];
  readonly chosen: readonly string[];
  readonly fault: string | undefined;
}) {
  const { topics, chosen, fault } = props;
  const words = DRAFT_WORDS[props.shell.language];
  const known = new Set(topics.map(({ value }) => value));
  const all = [...topics, ...chosen.filter((one) => !known.has(one)).map((value) => ({ value, label: value }))];
  const names = all.filter(({ value }) => chosen.includes(value)).map(({ label }) => label);
  return (
    <fieldset class={fault ? 'wrong' : undefined} aria-describedby={fault ? 'topics-fault' : undefined}>
      <legend>{words.topics}</legend>
      {fault && (
        <p class="fault" id="topics-fault" role="alert">
          {fault}
        </p>
      )}
      <details open={chosen.length === 0}>
        <summary>{names.length > 0 ? names.join(', ') : words.topicsHint}</summary>
        {all.map(({ value, label }) => (
          <div class="field check">
            <input id={`topic-${value}`} name="topic" type="checkbox" value={value} checked={chosen.includes(value)} />
            <label for={`topic-${value}`}>{label}</label>
          </div>
        ))}
      </details>
    </fieldset>
  );
}
