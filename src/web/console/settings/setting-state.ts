import { z } from 'zod';
import type { Account } from '../../../accounts/account.ts';
import type { AccountId } from '../../../base/ids.ts';
import type { LiveSettings } from '../../../flow/service/live-settings.ts';
import type { Store } from '../../../ports/store.ts';
import type { ConsoleContext } from '../kit/route.ts';
import { CHANGE_WORDS } from './wording.ts';

export interface SettingPageNeeds {
  readonly store: Store;
  readonly live: LiveSettings;
  readonly now: () => Date;
}

/** A change as a page shows it. */
export interface ShownChange {
  readonly at: Date;
  /** Name of the account; empty where it is not known any more. */
  readonly by: string;
  readonly reason: string;
  readonly value: unknown;
  /** The value before it; undefined for the first. */
  readonly before: unknown;
}

/** What a page needs to know of a setting besides its value. */
export interface SettingState {
  /** Id of the newest change, for the form. */
  readonly seen: string | undefined;
  readonly changes: readonly ShownChange[];
}

/** Older changes are in the audit log. */
const MOST_CHANGES = 20;

/** Reads the changes of a setting; the value itself is then in `live`, as new as they are. */
export async function stateOf(name: string, { store, live }: SettingPageNeeds): Promise<SettingState> {
  await live.refresh();
  return store.transaction(async ({ configuration, accounts }) => {
    const history = await configuration.history(name, MOST_CHANGES + 1);
    const names = await accounts.names([...new Set(history.map(({ by }): AccountId => by))]);
    return {
      seen: history[0]?.id,
      changes: history.slice(0, MOST_CHANGES).map(({ at, by, reason, value }, nth) => ({
        at,
        by: names.get(by) ?? '',
        reason,
        value,
        before: history[nth + 1]?.value,
      })),
    };
  });
}

/** What is wrong, by the name of the field. */
export type FieldFaults = Readonly<Record<string, string>>;

/** The fields of a form as they were typed, one value for each name. */
export type Typed = Readonly<Record<string, string>>;

const SHORTEST_REASON = 3;
export const LONGEST_REASON = 500;
const Fields = z.record(z.string(), z.unknown());

/** Everything that was typed: composed letters, plain line breaks. Of a repeated name the last is kept. */
export async function typedIn(c: ConsoleContext): Promise<Typed> {
  const fields = Fields.parse(await c.req.parseBody());
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.normalize('NFC').replace(/\r\n?/g, '\n') : '',
    ]),
  );
}

/** The reason and what the form was made from, which every change has. */
export function changeOf(
  typed: Typed,
  c: ConsoleContext,
): { readonly reason: string; readonly seen: string | undefined; readonly by: Account; readonly faults: FieldFaults } {
  const reason = (typed.reason ?? '').trim().slice(0, LONGEST_REASON);
  return {
    reason,
    seen: typed.seen || undefined,
    by: c.get('account'),
    faults: reason.length < SHORTEST_REASON ? { reason: CHANGE_WORDS[c.get('language')].reasonMissing } : {},
  };
}
