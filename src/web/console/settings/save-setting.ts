import { changeSetting } from '../../../flow/service/change-setting.ts';
import type { ConsoleContext } from '../kit/route.ts';
import type { Shown } from './setting-parts.tsx';
import { changeOf, type FieldFaults, type SettingPageNeeds, type Typed } from './setting-state.ts';

/** What a form says a setting should be. */
export interface WrittenSetting {
  readonly name: string;
  readonly typed: Typed;
  readonly value: unknown;
  /** What is wrong with it, besides a missing reason. */
  readonly faults: FieldFaults;
  /** Where it is seen, below `/console`. */
  readonly path: string;
}

/** Shows the form once more, with what was typed. */
type ShowAgain = (shown: Shown, typed: Typed, faults?: FieldFaults) => Promise<Response>;

/** Sets it and leads to its page; `showAgain` where something is wrong with it or somebody was faster. */
export async function saveSetting(
  c: ConsoleContext,
  { name, typed, value, faults: ofValue, path }: WrittenSetting,
  showAgain: ShowAgain,
  needs: SettingPageNeeds,
): Promise<Response> {
  const { faults: unreasoned, ...change } = changeOf(typed, c);
  const faults = { ...ofValue, ...unreasoned };
  if (Object.keys(faults).length > 0) return showAgain('faulty', typed, faults);
  const outcome = await changeSetting({ ...change, name, value }, needs);
  if (outcome === 'stale') return showAgain('stale', typed);
  return c.redirect(`/console${path}?told=saved`, 303);
}

/** How a page is shown to whoever asks for it: `saveSetting` sent them, or they came by themselves. */
export function arriving(c: ConsoleContext): Shown {
  return c.req.query('told') === 'saved' ? 'saved' : 'fresh';
}
