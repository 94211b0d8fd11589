import { accountsRoutes } from './accounts/accounts-routes.tsx';
import { auditRoutes } from './audit/audit-routes.tsx';
import { centresRoutes } from './centres/centre-routes.tsx';
import { clockRoutes } from './clock/clock-routes.tsx';
import { curationRoutes } from './curation/curation-routes.ts';
import { dashboardRoutes } from './dashboard/dashboard-routes.tsx';
import { deskRoutes } from './desk/desk-routes.ts';
import type { ConsoleNeeds } from './kit/needs.ts';
import type { ConsoleRoute } from './kit/route.ts';
import { workRoutes } from './kit/work.tsx';
import { lawRoutes } from './law/law-routes.tsx';
import { profileRoutes } from './profile/profile-routes.tsx';
import { reportRoutes } from './report/report-routes.tsx';
import { settingsRoutes } from './settings/settings-routes.tsx';
import { invitationRoutes } from './sign-in/invitation-routes.tsx';
import type { SignInNeeds } from './sign-in/sign-in-needs.ts';
import { signInRoutes } from './sign-in/sign-in-routes.tsx';

/** Every page and form of the console, area by area. */
export function consoleRoutes(needs: ConsoleNeeds, signIn: SignInNeeds): readonly ConsoleRoute[] {
  const { centres } = needs;
  return [
    ...signInRoutes(signIn),
    ...invitationRoutes({ ...signIn, centreName: (province) => centreName(province, centres()) }),
    ...profileRoutes(signIn),
    ...accountsRoutes({ ...signIn, centres }),
    ...auditRoutes(needs),
    ...curationRoutes(needs),
    ...lawRoutes(needs),
    ...deskRoutes(needs),
    ...dashboardRoutes(needs),
    ...reportRoutes(needs),
    ...centresRoutes(needs),
    ...clockRoutes(needs),
    ...settingsRoutes(needs),
    ...workRoutes(needs.works),
  ];
}

/** The code itself where no centre is listed. */
export function centreName(province: string, centres: readonly { province: string; name: string }[]): string {
  return centres.find((centre) => centre.province === province)?.name ?? province;
}
