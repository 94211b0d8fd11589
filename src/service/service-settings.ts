import type { z } from 'zod';
import { STATE_OFFICE_TIME } from '../base/public-holidays.ts';
import type { WorkingTime } from '../base/working-time.ts';
import type { ProvinceCode } from '../referral/legal-aid-centre.ts';
import { type CentreContact, StoredContact } from './centre-contact.ts';
import { type HotlineChange, StoredHotline } from './hotline-change.ts';
import { type OfficeTime, StoredOfficeTime, USUAL_OFFICE_TIME, workingTimeOf } from './office-time.ts';
import { NOTHING_SWITCHED, StoredSwitches, type Switches } from './switches.ts';
import { StoredTargets, type Targets, USUAL_TARGETS } from './targets.ts';
import { changeableText, faultOfText, StoredTexts, type Texts } from './texts.ts';

/** All that admins set, read. */
export interface ServiceSettings {
  readonly switches: Switches;
  readonly officeTime: OfficeTime;
  /** What `officeTime` comes to, with the public holidays. */
  readonly workingTime: WorkingTime;
  readonly targets: Targets;
  readonly centres: ReadonlyMap<ProvinceCode, CentreContact>;
  readonly hotlines: ReadonlyMap<string, HotlineChange>;
  readonly texts: Texts;
  /** The database holds invented people (`npm run demo`): every page of the console says so. */
  readonly demo: boolean;
}

/** Where nobody has set anything. */
export const USUAL_SETTINGS: ServiceSettings = {
  switches: NOTHING_SWITCHED,
  officeTime: USUAL_OFFICE_TIME,
  workingTime: STATE_OFFICE_TIME,
  targets: USUAL_TARGETS,
  centres: new Map(),
  hotlines: new Map(),
  texts: new Map(),
  demo: false,
};

/** A stored value that could not be read: the usual one stands in its place. */
export interface StoredFault {
  /** As it is stored: `working-time`, `centre/33`. */
  readonly name: string;
}

export interface ReadSettings {
  readonly settings: ServiceSettings;
  readonly faults: readonly StoredFault[];
}

/**
 * Reads what is stored. A value that cannot be read is told and never in the way: the bot goes on as if nobody had set it.
 *
 * @param stored The newest value of each name (`Configuration.all`); `null` takes back what was set.
 */
export function settingsFrom(stored: ReadonlyMap<string, unknown>): ReadSettings {
  const faults: StoredFault[] = [];
  const read = <Value>(name: string, schema: z.ZodType<Value>): Value | undefined => {
    const value = stored.get(name) ?? undefined;
    if (value === undefined) return undefined;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    faults.push({ name });
    return undefined;
  };
  const each = <Value>(kind: string, schema: z.ZodType<Value>): ReadonlyMap<string, Value> =>
    new Map(
      [...stored.keys()]
        .filter((name) => name.startsWith(`${kind}/`))
        .flatMap((name) => {
          const value = read(name, schema);
          return value === undefined ? [] : [[name.slice(kind.length + 1), value] as const];
        }),
    );
  const officeTime = read('working-time', StoredOfficeTime) ?? USUAL_OFFICE_TIME;
  const settings: ServiceSettings = {
    switches: read('switches', StoredSwitches) ?? NOTHING_SWITCHED,
    officeTime,
    workingTime: workingTimeOf(officeTime),
    targets: read('targets', StoredTargets) ?? USUAL_TARGETS,
    centres: each<CentreContact>('centre', StoredContact),
    hotlines: each<HotlineChange>('hotline', StoredHotline),
    texts: read('wording', StoredTexts) ?? new Map(),
    demo: stored.get('demo') === true,
  };
  for (const [key, text] of settings.texts) {
    const place = changeableText(key);
    if (!place || faultOfText(text, place)) faults.push({ name: `wording/${key}` });
  }
  return { settings, faults };
}
