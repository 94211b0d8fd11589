import type { MessageId } from '../base/ids.ts';
import type { KeptOfPerson } from '../conversation/own-data.ts';
import type { Whereabouts } from './store.ts';

/** Reading everything that is kept of one person, for that person alone. */
export interface OwnData {
  /** @param asking The message with which they ask, which is no part of the answer. */
  of(who: Whereabouts, asking?: MessageId): Promise<KeptOfPerson>;
}
