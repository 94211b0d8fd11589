import type { Account, Language } from '../../accounts/account.ts';
import { keepLanguage } from '../../flow/sign-in/own-account.ts';
import { consoleApp } from './console-app.tsx';
import { centreName, consoleRoutes } from './console-routes.ts';
import type { ConsoleNeeds } from './kit/needs.ts';
import { signedIn } from './sign-in/session-cookie.ts';
import { signInNeeds } from './sign-in/sign-in-needs.ts';

export interface WholeConsoleNeeds extends ConsoleNeeds {
  readonly waiting: (account: Account) => Promise<ReadonlyMap<string, number>>;
  readonly banners: (language: Language) => readonly string[];
}

/** The console with every area, its sign-in and its frame. */
export function wholeConsole(needs: WholeConsoleNeeds) {
  const { store, newId, log, publicUrl, centres, waiting, banners } = needs;
  const signIn = signInNeeds(needs, needs.proving);
  return consoleApp({
    routes: consoleRoutes(needs, signIn),
    signedIn: signedIn(signIn),
    publicUrl,
    centreName: (province) => centreName(province, centres()),
    waiting,
    banners,
    keepLanguage: (account, language) => keepLanguage(account, language, { store }),
    report: (fault, path) => {
      const reference = newId();
      log.fault('console page failed', fault, { path, reference });
      return reference;
    },
  });
}
