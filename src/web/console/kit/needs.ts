import type { KnowledgeOn } from '../../../flow/knowledge-on.ts';
import type { ChannelName } from '../../../ports/channel.ts';
import type { Log } from '../../../ports/log.ts';
import type { Store } from '../../../ports/store.ts';
import type { Capabilities } from '../../../reply/message.ts';
import type { LongWork } from './work.tsx';

/** What the areas of the console are made of. Each takes what it uses. */
export interface ConsoleNeeds {
  readonly store: Store;
  readonly knowledgeOn: KnowledgeOn;
  readonly capabilities: (channel: ChannelName) => Capabilities;
  readonly works: LongWork;
  readonly newId: () => string;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly now: () => Date;
  readonly log: Log;
  /** Told when something waits to be sent. */
  readonly onOwed: () => void;
  /** Where people reach us, `https://…`; undefined for a trial on this machine. */
  readonly publicUrl: string | undefined;
}
