import type { Child } from 'hono/jsx';
import type { Language } from '../../../accounts/account.ts';
import { Button, Tabs, TextField } from '../kit/parts.tsx';
import type { ChosenPeriod, PeriodChoice, QuickPeriod } from './chosen-period.ts';
import { PERIOD_WORDS } from './wording.ts';

/** Choosing the period of a page: quick ones as links, any other from day to day. */
export function PeriodForm({
  language,
  action,
  quick,
  chosen,
  typed,
  keep = {},
  quickKeeps = keep,
  children,
}: {
  readonly language: Language;
  /** The page, without its query. */
  readonly action: string;
  readonly quick: readonly QuickPeriod[];
  readonly chosen: ChosenPeriod;
  readonly typed: PeriodChoice;
  /** What else stands in the address and stays. */
  readonly keep?: Readonly<Record<string, string>>;
  /** What stays besides where a quick period is chosen: the values of `children`. */
  readonly quickKeeps?: Readonly<Record<string, string>>;
  /** More fields of the form. */
  readonly children?: Child;
}) {
  const words = PERIOD_WORDS[language];
  const { from, to } = chosen.ok ? chosen.period : { from: typed.from, to: typed.to };
  return (
    <>
      <Tabs
        label={words.periods}
        language={language}
        tabs={quick.map((one) => ({
          href: `${action}?${new URLSearchParams({ ...quickKeeps, quick: one })}`,
          label: words.quick[one],
          current: chosen.ok && chosen.quick === one,
        }))}
      />
      <form method="get" action={action} class="row">
        {Object.entries(keep).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <TextField
          name="from"
          label={words.from}
          type="date"
          value={from}
          required
          fault={chosen.ok ? undefined : words.fault[chosen.fault]}
        />
        <TextField name="to" label={words.to} type="date" value={to} required />
        {children}
        <Button kind="plain">{words.show}</Button>
      </form>
    </>
  );
}

/** The period as it stands in the address of a page or file. */
export function periodQuery(chosen: ChosenPeriod): Readonly<Record<string, string>> {
  if (!chosen.ok) return {};
  return chosen.quick === undefined ? { ...chosen.period } : { quick: chosen.quick };
}
