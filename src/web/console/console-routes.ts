import type { ConsoleNeeds } from './kit/needs.ts';
import type { ConsoleRoute } from './kit/route.ts';
import { workRoutes } from './kit/work.tsx';

/** Every page and form of the console, area by area. */
export function consoleRoutes(needs: ConsoleNeeds): readonly ConsoleRoute[] {
  return [...workRoutes(needs.works)];
}
