import { SWITCH_NAMES } from '../../../service/switches.ts';
import { ADMINS, type ConsoleRoute } from '../kit/route.ts';
import { type GroupsNeeds, groupsRoutes } from './groups-page.tsx';
import { type HotlinesNeeds, hotlinesRoutes } from './hotlines-pages.tsx';
import { hoursRoutes } from './hours-page.tsx';
import { HubPage } from './hub-page.tsx';
import { switchesRoutes } from './switches-page.tsx';
import { targetsRoutes } from './targets-page.tsx';
import { type TextsNeeds, textsRoutes } from './texts-pages.tsx';

export type SettingsNeeds = GroupsNeeds & HotlinesNeeds & TextsNeeds;

/** What admins set: switches, hours, targets, hotlines, texts and groups. */
export function settingsRoutes(needs: SettingsNeeds): readonly ConsoleRoute[] {
  return [
    {
      method: 'GET',
      path: '/settings',
      may: ADMINS,
      handle: async (c) => {
        await needs.live.refresh();
        const { switches } = needs.live.current;
        return c.html(
          <HubPage
            shell={c.get('shell')}
            thrown={SWITCH_NAMES.filter((name) => switches[name]).length}
            unreadable={needs.live.faults.map(({ name }) => name)}
          />,
        );
      },
    },
    ...switchesRoutes(needs),
    ...hoursRoutes(needs),
    ...targetsRoutes(needs),
    ...hotlinesRoutes(needs),
    ...textsRoutes(needs),
    ...groupsRoutes(needs),
  ];
}
