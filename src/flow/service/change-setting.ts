import type { Account } from '../../accounts/account.ts';
import type { Records, Store } from '../../ports/store.ts';
import type { LiveSettings } from './live-settings.ts';

export interface SettingNeeds {
  readonly store: Store;
  readonly live: LiveSettings;
  readonly now: () => Date;
}

/** A value as an admin sends it. */
export interface SettingForm {
  /** `switches`, `centre/33`. */
  readonly name: string;
  readonly value: unknown;
  /** Why, in the words of the admin. */
  readonly reason: string;
  readonly by: Account;
  /** Id of the newest change of this name when the form was made; undefined where there was none. */
  readonly seen: string | undefined;
}

/** `changed`: also when it was set to the same before. `stale`: somebody set something else since the form was made. */
export type SettingOutcome = 'changed' | 'stale';

/** Sets what an admin may set, with a line in the audit log. It holds here at once and in other processes within seconds. */
export async function changeSetting(form: SettingForm, { store, live, now }: SettingNeeds): Promise<SettingOutcome> {
  const outcome = await store.transaction((records) => set(form, records, now()));
  if (outcome === 'changed') await live.refresh();
  return outcome;
}

async function set(
  { name, value, reason, by, seen }: SettingForm,
  { configuration, audit }: Records,
  at: Date,
): Promise<SettingOutcome> {
  const [newest] = await configuration.history(name, 1);
  if (newest !== undefined && newest.id !== seen) {
    // The same form sent twice is one change.
    return JSON.stringify(newest.value) === JSON.stringify(value) ? 'changed' : 'stale';
  }
  await configuration.set({ name, value, reason, by: by.id, at });
  const province = /^centre\/(.+)$/.exec(name)?.[1];
  await audit.add({
    at,
    by: by.id,
    role: by.role,
    action: 'configuration-changed',
    object: `configuration/${name}`,
    province,
  });
  return 'changed';
}
