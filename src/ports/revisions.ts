import type { AccountId, EntryId, Id, RevisionId } from '../base/ids.ts';
import type { NewDraft, Revision, RevisionHead, RevisionState, TakenBack } from '../curation/draft.ts';

/** Which revisions a page shows; each given part must hold. */
export interface RevisionFilter {
  readonly state?: RevisionState | undefined;
  readonly entry?: EntryId | undefined;
  readonly author?: AccountId | undefined;
}

/** The second person's word on a revision. */
export interface Decision {
  readonly state: 'published' | 'rejected';
  readonly by: AccountId;
  readonly at: Date;
  readonly why: string;
}

/** A revision that stands in front of the shipped file of the same id. */
export interface LiveEntry {
  readonly entry: EntryId;
  readonly revision: RevisionId;
  readonly since: Date;
}

/** Texts of entries written after the release, and which of them are live. Nothing is ever overwritten but a draft by its author. */
export interface Revisions {
  draft(draft: NewDraft): Promise<Revision>;
  /** Keeps what the author wrote. @returns `false` when it is no draft of theirs: then nothing changes. */
  save(id: RevisionId, author: AccountId, written: { readonly text: string; readonly note: string }): Promise<boolean>;
  /** @returns `false` when it is no draft of theirs. */
  submit(id: RevisionId, author: AccountId, at: Date): Promise<boolean>;
  /** @returns `false` when it is neither a draft nor in review, or somebody else's. */
  discard(id: RevisionId, author: AccountId, at: Date): Promise<boolean>;
  /** Takes up what an operator published from files: the only revision that one person alone decides on. */
  addPublished(imported: NewDraft, why: string): Promise<Revision>;
  /** @returns `false` when it is not in review, or the one who decides wrote it: then nothing changes. */
  decide(id: RevisionId, decision: Decision): Promise<boolean>;
  find(id: RevisionId): Promise<Revision | undefined>;
  /** Newest first. `before`: the last one of the page before. */
  list(filter: RevisionFilter, limit: number, before?: RevisionId): Promise<readonly RevisionHead[]>;
  count(filter: RevisionFilter): Promise<number>;
  /** What some revisions say, and on which shipped files they stand. */
  texts(ids: readonly RevisionId[]): Promise<ReadonlyMap<RevisionId, Pick<Revision, 'text' | 'baseText'>>>;

  /** What stands in front of shipped files, by entry. */
  live(): Promise<readonly LiveEntry[]>;
  liveOf(entry: EntryId): Promise<LiveEntry | undefined>;
  /** Changes whenever `live` does. Cheap: asked every few seconds. */
  liveVersion(): Promise<string>;
  /**
   * Puts a revision in front, in place of the one that was there or of the shipped file.
   *
   * @param instead The revision that is expected there; undefined for the shipped file, or nothing.
   * @returns `false` when another is there: then nothing changes.
   */
  putLive(entry: EntryId, revision: RevisionId, instead: RevisionId | undefined, at: Date): Promise<boolean>;
  /**
   * The shipped file counts again, or nothing where there is none.
   *
   * @returns The revision that stood in front of it; undefined when none did.
   */
  takeBack(entry: EntryId, how: TakenBack): Promise<RevisionId | undefined>;
}

export type RegressionId = Id<'regression'>;

/** A question that was kept with an entry: each revision of it must pass. */
export interface Regression {
  readonly id: RegressionId;
  readonly entry: EntryId;
  readonly question: string;
  /** `wins`: the entry must come first; `loses`: the entry must not be given as the answer. */
  readonly expects: 'wins' | 'loses';
  /** `citizen`: the wording of somebody who asked, masked. */
  readonly origin: 'citizen' | 'curator';
  readonly by: AccountId;
  readonly at: Date;
}

/** Questions kept with entries. Their words are sealed. */
export interface Regressions {
  /** A question that the entry has already, in the same words, is not added twice. @returns its id. */
  add(regression: Omit<Regression, 'id'>): Promise<RegressionId>;
  /** Oldest first. What cannot be opened, because the key was changed, is left out. */
  of(entry: EntryId): Promise<readonly Regression[]>;
  /** @returns `false` when there is none. */
  remove(id: RegressionId): Promise<boolean>;
}
