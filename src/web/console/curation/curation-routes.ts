import { Checks } from '../../../flow/curation/checks.ts';
import { QuestionGroups } from '../../../flow/curation/question-groups.ts';
import type { ConsoleNeeds } from '../kit/needs.ts';
import type { ConsoleRoute } from '../kit/route.ts';
import { candidateRoutes } from './candidate-routes.tsx';
import { draftRoutes } from './draft-routes.tsx';
import { dueRoutes } from './due-routes.tsx';
import { entryRoutes } from './entry-routes.tsx';
import { fileRoutes } from './file-routes.tsx';
import { questionRoutes } from './question-routes.tsx';
import { reviewRoutes } from './review-routes.tsx';

export type CurationNeeds = Pick<
  ConsoleNeeds,
  'store' | 'knowledge' | 'knowledgeOn' | 'capabilities' | 'topics' | 'works' | 'live' | 'centres' | 'now' | 'log'
>;

/** Everything with which curators keep the knowledge right. */
export function curationRoutes(needs: CurationNeeds): readonly ConsoleRoute[] {
  const checks = new Checks(needs);
  const groups = new QuestionGroups(needs);
  return [
    ...questionRoutes({ ...needs, groups }),
    ...fileRoutes(needs),
    ...entryRoutes({ ...needs, checks }),
    ...draftRoutes({ ...needs, checks }),
    ...reviewRoutes({ ...needs, checks }),
    ...candidateRoutes(needs),
    ...dueRoutes(needs),
  ];
}
