import type { AnswerNeeds } from '../../answering/answer-question.ts';
import type { LookUps } from '../../answering/look-up.ts';
import { type Day, vietnamDay } from '../../base/days.ts';
import type { EntryId, RevisionId } from '../../base/ids.ts';
import { releaseConflict } from '../../curation/three-versions.ts';
import type { KnowledgeEntry } from '../../knowledge/entry.ts';
import type { Glossary } from '../../knowledge/glossary.ts';
import type { Library } from '../../knowledge/library.ts';
import { type Fault, type Parsed, parseEntry } from '../../knowledge/parse-entry.ts';
import type { KnowledgeFiles } from '../../ports/knowledge-files.ts';
import type { Log } from '../../ports/log.ts';
import type { LiveEntry, Revisions } from '../../ports/revisions.ts';
import type { Store } from '../../ports/store.ts';
import type { Wording } from '../../reply/wording/wording.ts';
import { evenWithoutStore } from '../degraded/even-without-store.ts';
import type { Knowledge } from '../knowledge-on.ts';
import { breath } from './breath.ts';
import { Edition, type EditionNeeds, withEntries } from './edition.ts';
import { Indexes, type IndexesNeeds } from './indexes.ts';
import { Relearning } from './relearning.ts';
import type { TrialOrFaults } from './trial.ts';

/** The knowledge as it was shipped with the program. */
export type Shipped = IndexesNeeds['shipped'] & {
  readonly files: KnowledgeFiles;
  readonly lookUps: LookUps;
  readonly glossary: Glossary;
  /** The text of an entry's file, byte for byte; undefined where there is none. */
  readonly textOf: (entry: EntryId) => string | undefined;
};

export interface LiveKnowledgeNeeds extends IndexesNeeds {
  readonly store: Store;
  readonly shipped: Shipped;
  readonly decision: AnswerNeeds;
  readonly wording: Wording;
  readonly now: () => Date;
  readonly log: Log;
}

/** A live revision that cannot be read any more, after a release: the shipped file is used instead. */
export interface Skipped extends LiveEntry {
  readonly faults: readonly Fault[];
}

/** A live revision, taken apart. */
interface ReadRevision {
  readonly parsed: Parsed<KnowledgeEntry>;
  readonly changedByRelease: boolean;
}

/** What a page tells of the running knowledge. */
export interface KnowledgeState {
  /** Revisions that stand in front of files. */
  readonly live: readonly LiveEntry[];
  readonly skipped: readonly Skipped[];
  /** Those whose shipped file a release has changed since: somebody must say which text is right. */
  readonly changedByRelease: readonly LiveEntry[];
  /** `false` while the index of today is learned anew: changed entries are found, less well by words that are not theirs. */
  readonly learned: boolean;
}

/** Told how far a reload is, from 0 to 1. */
export type ReloadProgress = (share: number) => void;

/** Who edits an entry asks about the same text again and again. */
const TRIALS_HELD = 3;
const READING_SHARE = 0.3;
/** So long before midnight the law of the next day is at hand. */
const SOON_MS = 60_000;

/**
 * The knowledge that the running program answers from: the shipped files, and in front of them the revisions that are live.
 * A change is taken up without a pause: a new edition is made beside the old one and takes its place when it can be asked.
 * See docs/decisions/0005-entries-in-front-of-files.md.
 */
export class LiveKnowledge {
  readonly #needs: LiveKnowledgeNeeds;
  readonly #indexes: Indexes;
  readonly #relearning: Relearning;
  readonly #read = new Map<RevisionId, ReadRevision>();
  readonly #trials = new Map<string, Promise<TrialOrFaults>>();
  #edition: Edition;
  #version = '';
  #live: readonly LiveEntry[] = [];
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  private constructor(needs: LiveKnowledgeNeeds) {
    this.#needs = needs;
    this.#indexes = new Indexes(needs);
    this.#relearning = new Relearning(needs);
    this.#edition = this.#editionOf([], needs.shipped.contents);
  }

  /**
   * Reads what is live and is ready to answer for today. Some seconds where no index is kept. When the database cannot be
   * used it is ready with the shipped files; `follow` takes up the rest.
   */
  static async open(needs: LiveKnowledgeNeeds): Promise<LiveKnowledge> {
    const knowledge = new LiveKnowledge(needs);
    await evenWithoutStore(() => knowledge.#load());
    await knowledge.#getReady();
    return knowledge;
  }

  /** What may be said on a day. Never waits for a reload, and is never empty. */
  readonly on = (day: Day): Knowledge => this.#edition.on(day);

  /** All that is known now. A later change makes another edition and leaves this one as it is. */
  get edition(): Edition {
    return this.#edition;
  }

  files(): KnowledgeFiles {
    return this.#edition.files;
  }

  library(): Library {
    return this.#edition.library;
  }

  state(): KnowledgeState {
    return {
      live: this.#live,
      skipped: this.#live.flatMap((live) => {
        const parsed = this.#read.get(live.revision)?.parsed;
        return parsed && !parsed.ok ? [{ ...live, faults: parsed.faults }] : [];
      }),
      changedByRelease: this.#live.filter(({ revision }) => this.#read.get(revision)?.changedByRelease),
      learned: this.#edition.heldOn(this.#today())?.learned ?? false,
    };
  }

  /** The text of an entry's shipped file, byte for byte; undefined where there is none. */
  shippedText(entry: EntryId): string | undefined {
    return this.#needs.shipped.textOf(entry);
  }

  /**
   * Takes up what is live now. Resolves when it can be found; until then the edition before answers.
   *
   * Calls while a reload runs are served together by one more after it: nothing that was committed before a call is missed.
   */
  reload(progress?: ReloadProgress): Promise<void> {
    this.#next ??= this.#running
      .catch(() => {}) // told to whoever asked for that one
      .then(() => {
        this.#next = undefined;
        this.#running = this.#load(progress);
        return this.#running;
      });
    return this.#next;
  }

  /** For a loop: takes up what another process changed, and gets ready for the next day. Mostly one small look at the database. */
  async follow(): Promise<void> {
    await this.#getReady();
    const version = await this.#needs.store.transaction(({ revisions }) => revisions.liveVersion());
    if (version !== this.#version) await this.reload();
    this.#relearning.lookAfter(this.#edition, this.#needs.now());
  }

  /** Has the law of today at hand, and shortly before midnight that of the next day. Needs no database. */
  async #getReady(): Promise<void> {
    const now = this.#needs.now();
    const soon = new Date(now.getTime() + SOON_MS);
    for (const moment of [now, soon]) await this.#indexes.prepare(this.#edition, vietnamDay(moment));
  }

  /**
   * The knowledge with one text in place, as it would be if it were published now. About a second; the last few are held.
   *
   * @param day The day whose law is asked; another than today's takes a second more.
   * @returns The faults of the text where it cannot be read.
   */
  trial(entry: EntryId, text: string, day: Day): Promise<TrialOrFaults> {
    const edition = this.#edition;
    const key = JSON.stringify([edition.contents, edition.library.epochOf(day), entry, text]);
    const trial = this.#trials.get(key) ?? this.#try(edition, entry, text, day);
    this.#trials.delete(key);
    this.#trials.set(key, trial);
    trial.catch(() => this.#trials.delete(key));
    for (const old of [...this.#trials.keys()].slice(0, -TRIALS_HELD)) this.#trials.delete(old);
    return trial;
  }

  async close(): Promise<void> {
    this.#relearning.stop();
    await this.#needs.maker.close();
  }

  async #load(progress: ReloadProgress = () => {}): Promise<void> {
    const { store, shipped, maker, log } = this.#needs;
    const { version, live, texts } = await store.transaction(async ({ revisions }) => {
      const live = await revisions.live();
      const unread = live.map(({ revision }) => revision).filter((id) => !this.#read.has(id));
      return { version: await revisions.liveVersion(), live, texts: await revisions.texts(unread) };
    });
    await this.#readTexts(live, texts, (share) => progress(READING_SHARE * share));
    const inFront = live.flatMap(({ revision }) => {
      const parsed = this.#read.get(revision)?.parsed;
      return parsed?.ok ? [{ revision, entry: parsed.value }] : [];
    });
    const contents =
      inFront.length === 0
        ? shipped.contents
        : maker.name([shipped.contents, ...inFront.flatMap(({ revision, entry }) => [entry.id, revision])]);
    const edition = this.#editionOf(
      inFront.map(({ entry }) => entry),
      contents,
    );
    await breath();
    const today = this.#today();
    const running = this.#edition.heldOn(today);
    if (running && this.#edition.contents === contents) edition.hold(today, running);
    else await this.#indexes.prepare(edition, today, running?.index);
    progress(1);
    if (version !== this.#version) log.info('published entries taken up', { inFront: inFront.length });
    this.#edition = edition;
    this.#version = version;
    this.#live = live;
    this.#trials.clear();
  }

  /** Takes new texts apart, and forgets those that are live no more. */
  async #readTexts(
    live: readonly LiveEntry[],
    texts: Awaited<ReturnType<Revisions['texts']>>,
    progress: ReloadProgress,
  ): Promise<void> {
    const standing = new Set(live.map(({ revision }) => revision));
    for (const known of [...this.#read.keys()]) if (!standing.has(known)) this.#read.delete(known);
    let read = 0;
    for (const { entry, revision } of live) {
      const texted = texts.get(revision);
      if (texted === undefined) continue;
      const parsed = parseEntry(`${entry}.md`, texted.text);
      const changedByRelease = releaseConflict(texted, this.shippedText(entry)) !== undefined;
      this.#read.set(revision, { parsed, changedByRelease });
      if (!parsed.ok) {
        this.#needs.log.warn('a live revision cannot be read; the shipped file is used', { entry, revision });
      }
      read += 1;
      progress(read / texts.size);
      await breath();
    }
  }

  #editionOf(inFront: readonly KnowledgeEntry[], contents: string): Edition {
    return this.#edit(this.#needs.shipped.files, inFront, contents, (day, edition) => this.#indexes.now(day, edition));
  }

  async #try(before: Edition, entry: EntryId, text: string, day: Day): Promise<TrialOrFaults> {
    const parsed = parseEntry(`${entry}.md`, text);
    if (!parsed.ok) return parsed;
    await this.#indexes.prepare(before, day);
    const from = before.indexOn(day);
    const contents = this.#needs.maker.name([before.contents, entry, text]);
    const after = this.#edit(before.files, [parsed.value], contents, (other, tried) => ({
      index: from.folded(tried.library.searchableOn(other)),
      learned: false,
    }));
    await breath();
    after.hold(day, { index: await this.#indexes.folded(from, after.library.searchableOn(day)), learned: false });
    const trial = { entry: parsed.value, entryBefore: before.library.entry(entry), day, before, after };
    return { ok: true, trial };
  }

  /** The files with entries in front of them. */
  #edit(
    files: KnowledgeFiles,
    inFront: readonly KnowledgeEntry[],
    contents: string,
    indexFor: EditionNeeds['indexFor'],
  ): Edition {
    const { wording, decision, shipped } = this.#needs;
    const { lookUps, glossary } = shipped;
    return new Edition({
      contents,
      files: withEntries(files, inFront),
      lookUps,
      glossary,
      wording,
      decision,
      indexFor,
    });
  }

  #today(): Day {
    return vietnamDay(this.#needs.now());
  }
}
