import type { Language } from '../../../accounts/account.ts';
import type { ReferralCode } from '../../../base/ids.ts';
import type { Names, SeenPresence } from '../../../flow/desk/look.ts';
import type { Presence } from '../../../ports/desk.ts';
import { ANSWER_FORM, PRESENCE_PLACE } from './places.ts';
import { STATE_WORDS, TICKET_WORDS } from './wording.ts';

/**
 * Who else is at the ticket, renewed by itself; the server answers only when something else is to be shown. Without script
 * it shows who was there when the page was opened.
 */
export function PresencePlace({
  code,
  version,
  present,
  names,
  language,
}: {
  readonly code: ReferralCode;
  readonly version: string;
  readonly present: readonly Presence[];
  readonly names: Names;
  readonly language: Language;
}) {
  return (
    <div
      id={PRESENCE_PLACE}
      aria-live="polite"
      hx-post={`/console/tickets/${code}/presence`}
      hx-trigger="every 15s"
      hx-vals={JSON.stringify({ doing: 'reading', version })}
      hx-include={`#${PRESENCE_PLACE} input`}
    >
      <PresenceShown code={code} seen={{ present, names, version }} language={language} version={version} />
    </div>
  );
}

/** What stands inside. @param version Of the page that it is shown on. */
export function PresenceShown({
  code,
  seen,
  language,
  version,
}: {
  readonly code: ReferralCode;
  readonly seen: Pick<SeenPresence, 'present' | 'names' | 'version'>;
  readonly language: Language;
  readonly version: string;
}) {
  const words = TICKET_WORDS[language];
  const { somebody } = STATE_WORDS[language];
  return (
    <>
      <input type="hidden" name="shown" value={presenceMark(seen)} />
      {seen.present.map(({ by, doing }) => (
        <p class="notice info">{words.presence[doing](seen.names.get(by) ?? somebody)}</p>
      ))}
      {seen.version !== version && (
        <p class="notice warning">
          {words.newWords}{' '}
          <button
            type="submit"
            class="link"
            form={ANSWER_FORM}
            formaction={`/console/tickets/${code}/insert`}
            formnovalidate
          >
            {words.showNew}
          </button>
        </p>
      )}
    </>
  );
}

/** What is shown, in short: the same mark, the same words. */
export function presenceMark({ present, version }: Pick<SeenPresence, 'present' | 'version'>): string {
  return [version, ...present.map(({ by, doing }) => `${by}:${doing}`)].join(' ');
}
