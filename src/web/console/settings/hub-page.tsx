import { ConsolePage } from '../kit/console-page.tsx';
import { Mark, Notice } from '../kit/parts.tsx';
import type { Shell } from '../kit/shell.ts';
import { SETTINGS_WORDS } from './wording.ts';

export interface HubPageProps {
  readonly shell: Shell;
  /** How many switches are thrown. */
  readonly thrown: number;
  /** Names of stored values that cannot be read. */
  readonly unreadable: readonly string[];
}

const PLACES = [
  ['switches', '/console/settings/switches'],
  ['hours', '/console/settings/hours'],
  ['targets', '/console/settings/targets'],
  ['centres', '/console/centres'],
  ['hotlines', '/console/settings/hotlines'],
  ['texts', '/console/settings/texts'],
  ['groups', '/console/settings/groups'],
] as const;

/** The ways to everything that an admin sets. */
export function HubPage({ shell, thrown, unreadable }: HubPageProps) {
  const words = SETTINGS_WORDS[shell.language];
  return (
    <ConsolePage shell={shell} title={words.title} here="/console/settings" lead={words.lead}>
      {unreadable.length > 0 && <Notice kind="warning">{words.unreadable(unreadable.join(', '))}</Notice>}
      <dl class="facts">
        {PLACES.map(([page, href]) => (
          <div>
            <dt>
              <a href={href}>{words.pages[page][0]}</a>
            </dt>
            <dd>
              {words.pages[page][1]}{' '}
              {page === 'switches' && thrown > 0 && <Mark kind="danger">{words.thrown(thrown)}</Mark>}
            </dd>
          </div>
        ))}
      </dl>
    </ConsolePage>
  );
}
