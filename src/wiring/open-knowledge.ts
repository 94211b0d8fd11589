import { join } from 'node:path';
import { AppError } from '../base/errors.ts';
import type { Lifetimes } from '../base/lifetimes.ts';
import { LiveKnowledge } from '../flow/entries/live-knowledge.ts';
import type { KnowledgeOn } from '../flow/knowledge-on.ts';
import { LawLibrary } from '../flow/law/law-library.ts';
import { LiveCautions, withCautions } from '../flow/law/live-cautions.ts';
import { LiveLaw } from '../flow/law/live-law.ts';
import { withLaw } from '../flow/law/with-law.ts';
import type { LiveSettings } from '../flow/service/live-settings.ts';
import { withService } from '../flow/service/with-service.ts';
import { ThreadIndexMaker } from '../index-maker.ts';
import { ARTICLE_WEIGHTS, KEPT_IN, type Known, know } from '../know.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import { vietnamese } from '../reply/wording/vi.ts';

/** What the bot answers from. */
export interface OpenedKnowledge {
  readonly knowledge: LiveKnowledge;
  /** The official texts that were imported. */
  readonly laws: LawLibrary;
  /** Entries and law of a day, with what admins set and what waits for a review. */
  readonly knowledgeOn: KnowledgeOn;
  /** For a loop: takes up laws that were imported and reviews that became due. */
  readonly followLaw: () => Promise<void>;
}

/** @throws AppError `not-found` when the folder has no entry that can be read, or no hotline: nobody would be helped in danger. */
export function readShipped(folder: string, log: Log): Known {
  const known = know(folder, (day) =>
    log.info('learning the index, some seconds once for each change of the knowledge', { day }),
  );
  if (known.library.entries.length === 0) throw new AppError('not-found', `No entry could be read in ${folder}`);
  if (known.shipped.files.hotlines.length === 0) {
    const what = `No hotline could be read in ${join(folder, 'hotlines.yaml')}: people in danger would be given no number.`;
    throw new AppError('not-found', `${what} Mend it (npm run kb:check), or set KNOWLEDGE_DIR to the right folder.`);
  }
  if (known.faults.length > 0) log.warn('knowledge has faults; see npm run kb:check', { faults: known.faults.length });
  return known;
}

/** Makes ready what is answered from today. Some seconds where no index is kept. */
export async function openKnowledge({
  known: { shipped, decision },
  store,
  live,
  lifetimes,
  now,
  log,
}: {
  readonly known: Known;
  readonly store: Store;
  readonly live: LiveSettings;
  readonly lifetimes: Lifetimes;
  readonly now: () => Date;
  readonly log: Log;
}): Promise<OpenedKnowledge> {
  // Holds the index of today before anything else begins, so that nobody waits for it and readiness means it.
  const maker = new ThreadIndexMaker(KEPT_IN);
  const wording = vietnamese(lifetimes);
  const knowledge = await LiveKnowledge.open({ store, shipped, decision, maker, wording, now, log });
  const liveLaw = await LiveLaw.open({ store, log });
  const laws = await LawLibrary.open({ store, live: liveLaw, maker, weights: ARTICLE_WEIGHTS, log });
  const cautions = await LiveCautions.open({ store });
  const inService = withService(knowledge.on, () => live.current);
  return {
    knowledge,
    laws,
    knowledgeOn: withCautions(withLaw(inService, laws), cautions),
    async followLaw() {
      await laws.follow();
      await cautions.follow();
    },
  };
}
