import type { DueAt } from '../../../flow/desk/move-ticket.ts';
import type { LiveKnowledge } from '../../../flow/entries/live-knowledge.ts';
import type { KnowledgeOn } from '../../../flow/knowledge-on.ts';
import type { LiveSettings } from '../../../flow/service/live-settings.ts';
import type { Topic } from '../../../knowledge/inspect-knowledge.ts';
import type { ChannelName } from '../../../ports/channel.ts';
import type { Documents } from '../../../ports/documents.ts';
import type { LawReader } from '../../../ports/law-reader.ts';
import type { Log } from '../../../ports/log.ts';
import type { Store } from '../../../ports/store.ts';
import type { Capabilities } from '../../../reply/message.ts';
import type { Proving } from '../sign-in/sign-in-needs.ts';
import type { LongWork } from './work.tsx';

/** What the areas of the console are made of. Each takes what it uses. */
export interface ConsoleNeeds {
  readonly store: Store;
  readonly knowledgeOn: KnowledgeOn;
  /** The same without what admins set in front of it. */
  readonly shippedOn: KnowledgeOn;
  /** Entries as they are live, how far a change of them is, and what a text would do. */
  readonly knowledge: LiveKnowledge;
  /** When an answer is due to what comes to a centre at a moment. */
  readonly dueAt: DueAt;
  readonly capabilities: (channel: ChannelName) => Capabilities;
  readonly works: LongWork;
  /** How it is proved who somebody is. */
  readonly proving: Proving;
  /** What admins set, as it holds now. */
  readonly live: LiveSettings;
  /** All centres, by the code of the province. */
  readonly centres: () => readonly { readonly province: string; readonly name: string }[];
  /** Rows as a piece of a CSV file; the first piece begins the file. */
  readonly rowsCsv: (rows: readonly (readonly string[])[], isFirst: boolean) => string;
  /** Charts, reports and tables as files. */
  readonly documents: Documents;
  /** Fields of law and groups of people, with the names that people read. */
  readonly topics: readonly Topic[];
  /** Official texts: reading files, and taking up what was imported or read again. */
  readonly law: {
    readonly read: LawReader;
    /** Does a file that is handed in now have to wait? */
    readonly isReading: () => boolean;
    /** SHA-256 of a text as UTF-8, hexadecimal. */
    readonly sha256: (text: string) => string;
    /** Told when texts or review tasks have changed: answers take it up at once. */
    readonly changed: () => Promise<void>;
  };
  readonly newId: () => string;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly now: () => Date;
  readonly log: Log;
  /** Told when something waits to be sent. */
  readonly onOwed: () => void;
  /** Where people reach us, `https://…`; undefined for a trial on this machine. */
  readonly publicUrl: string | undefined;
}
