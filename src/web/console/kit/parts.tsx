import type { Child } from 'hono/jsx';
import type { Language } from '../../../accounts/account.ts';
import { type InBoth, numberInWords, timeInWords } from './words.ts';

/** A message about the page as a whole. `fault` is read out at once. */
export function Notice({
  kind = 'info',
  children,
}: {
  readonly kind?: 'info' | 'good' | 'warning' | 'fault';
  readonly children: Child;
}) {
  return (
    <div class={`notice ${kind}`} role={kind === 'fault' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  /** How to fill it in. */
  readonly hint?: string | undefined;
  /** What is wrong with what stands in it, and what to do. */
  readonly fault?: string | undefined;
  readonly required?: boolean | undefined;
  /** Different from the name where a page has several forms with this field. */
  readonly id?: string | undefined;
}

/** Label, hint and fault around a control that has the id and `aria-describedby` of `described`. */
function Labelled({ field, children }: { readonly field: FieldProps; readonly children: Child }) {
  const id = field.id ?? field.name;
  return (
    <div class={field.fault ? 'field wrong' : 'field'}>
      <label for={id}>{field.label}</label>
      {field.hint && (
        <p class="hint" id={`${id}-hint`}>
          {field.hint}
        </p>
      )}
      {children}
      {field.fault && (
        <p class="fault" id={`${id}-fault`} role="alert">
          {field.fault}
        </p>
      )}
    </div>
  );
}

function described({ id, name, hint, fault }: FieldProps): string | undefined {
  const all = [hint && `${id ?? name}-hint`, fault && `${id ?? name}-fault`].filter(Boolean).join(' ');
  return all === '' ? undefined : all;
}

/** A field of one line. */
export function TextField(
  props: FieldProps & {
    readonly value?: string | undefined;
    readonly type?: 'text' | 'email' | 'password' | 'search' | 'date' | 'time' | 'number' | 'tel' | undefined;
    readonly autocomplete?: string | undefined;
    readonly inputmode?: 'numeric' | 'text' | undefined;
    readonly maxlength?: number | undefined;
  },
) {
  const { value, type = 'text', autocomplete, inputmode, maxlength, ...field } = props;
  return (
    <Labelled field={field}>
      <input
        id={field.id ?? field.name}
        name={field.name}
        type={type}
        value={value}
        required={field.required}
        autocomplete={autocomplete}
        inputmode={inputmode}
        maxlength={maxlength}
        aria-invalid={field.fault ? 'true' : undefined}
        aria-describedby={described(field)}
      />
    </Labelled>
  );
}

/** A field of several lines. */
export function AreaField(
  props: FieldProps & {
    readonly value?: string | undefined;
    readonly rows?: number | undefined;
    readonly maxlength?: number | undefined;
    /** Written in a typeface whose letters are all as wide, as for files. */
    readonly code?: boolean | undefined;
  },
) {
  const { value = '', rows = 6, maxlength, code, ...field } = props;
  return (
    <Labelled field={field}>
      <textarea
        id={field.id ?? field.name}
        name={field.name}
        rows={rows}
        class={code ? 'code' : undefined}
        required={field.required}
        maxlength={maxlength}
        aria-invalid={field.fault ? 'true' : undefined}
        aria-describedby={described(field)}
      >
        {/* A browser drops the first line break of a textarea. */}
        {value.startsWith('\n') ? `\n${value}` : value}
      </textarea>
    </Labelled>
  );
}

/** One of several values. */
export function SelectField(
  props: FieldProps & {
    readonly value?: string | undefined;
    readonly options: readonly { readonly value: string; readonly label: string }[];
  },
) {
  const { value, options, ...field } = props;
  return (
    <Labelled field={field}>
      <select
        id={field.id ?? field.name}
        name={field.name}
        required={field.required}
        aria-invalid={field.fault ? 'true' : undefined}
        aria-describedby={described(field)}
      >
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** A yes or no. */
export function CheckField(props: FieldProps & { readonly checked?: boolean | undefined; readonly value?: string }) {
  const { checked, value = 'yes', ...field } = props;
  const id = field.id ?? field.name;
  return (
    <div class={field.fault ? 'field check wrong' : 'field check'}>
      <input
        id={id}
        name={field.name}
        type="checkbox"
        value={value}
        checked={checked}
        required={field.required}
        aria-invalid={field.fault ? 'true' : undefined}
        aria-describedby={described(field)}
      />
      <label for={id}>{field.label}</label>
      {field.hint && (
        <p class="hint" id={`${id}-hint`}>
          {field.hint}
        </p>
      )}
      {field.fault && (
        <p class="fault" id={`${id}-fault`} role="alert">
          {field.fault}
        </p>
      )}
    </div>
  );
}

/** The buttons at the end of a form. */
export function Buttons({ children }: { readonly children: Child }) {
  return <div class="buttons">{children}</div>;
}

/** Submits its form. `danger` for what cannot be taken back. */
export function Button(props: {
  readonly children: Child;
  readonly kind?: 'main' | 'plain' | 'danger';
  readonly name?: string;
  readonly value?: string;
  readonly formaction?: string;
  readonly formnovalidate?: boolean;
  /** The id of its form, where it stands outside of it. */
  readonly form?: string;
}) {
  const { children, kind = 'main', ...rest } = props;
  return (
    <button type="submit" class={kind} {...rest}>
      {children}
    </button>
  );
}

export interface Column {
  readonly label: string;
  /** Digits stand under digits. */
  readonly numeric?: boolean;
}

/** A table that scrolls by itself where the screen is narrow. The first cell of a row names it. */
export function DataTable({
  caption,
  columns,
  rows,
  captionShown = false,
}: {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Child[])[];
  readonly captionShown?: boolean;
}) {
  return (
    <section class="scroll" tabindex={0} aria-label={caption}>
      <table>
        <caption class={captionShown ? undefined : 'who'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ label, numeric }) => (
              <th scope="col" class={numeric ? 'number' : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...rest]) => (
            <tr>
              <th scope="row" class={columns[0]?.numeric ? 'number' : undefined}>
                {first}
              </th>
              {rest.map((cell, nth) => (
                <td class={columns[nth + 1]?.numeric ? 'number' : undefined}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Several lists of the same kind, with how many stand in each. */
export function Tabs({
  label,
  language,
  tabs,
}: {
  readonly label: string;
  readonly language: Language;
  readonly tabs: readonly {
    readonly href: string;
    readonly label: string;
    readonly count?: number | undefined;
    readonly current: boolean;
  }[];
}) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count !== undefined && <span class="count"> {numberInWords(tab.count, language)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const PAGER: InBoth<{ readonly label: string; readonly newer: string; readonly older: string }> = {
  vi: { label: 'Sang trang', newer: 'Trang trước', older: 'Trang sau' },
  en: { label: 'Pages', newer: 'Previous page', older: 'Next page' },
};

/** Ways to the page before and after; nothing where there is neither. */
export function Pager({
  language,
  previous,
  next,
}: {
  readonly language: Language;
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
}) {
  if (previous === undefined && next === undefined) return null;
  const words = PAGER[language];
  return (
    <nav class="pager" aria-label={words.label}>
      {previous !== undefined && (
        <a rel="prev" href={previous}>
          {words.newer}
        </a>
      )}
      {next !== undefined && (
        <a rel="next" href={next}>
          {words.older}
        </a>
      )}
    </nav>
  );
}

/** A moment, for people and for machines. */
export function When({ at, language }: { readonly at: Date; readonly language: Language }) {
  return <time datetime={at.toISOString()}>{timeInWords(at, language)}</time>;
}

/** A short word that stands out. Its meaning is in the word, never in the colour alone. */
export function Mark({
  kind = 'quiet',
  children,
}: {
  readonly kind?: 'quiet' | 'good' | 'warning' | 'danger';
  readonly children: Child;
}) {
  return <span class={`mark ${kind}`}>{children}</span>;
}

/** Names and values, one pair in a row. */
export function Facts({ facts }: { readonly facts: readonly (readonly [string, Child])[] }) {
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Where a list holds nothing: why, and what to do next. */
export function EmptyState({ children }: { readonly children: Child }) {
  return <p class="empty">{children}</p>;
}

/** A part of a page under its own heading. */
export function Card({
  heading,
  id,
  children,
  ...rest
}: {
  readonly heading: string;
  readonly id?: string;
  readonly children: Child;
  readonly [name: `hx-${string}`]: string;
}) {
  return (
    <section class="card" id={id} {...rest}>
      <h2>{heading}</h2>
      {children}
    </section>
  );
}
