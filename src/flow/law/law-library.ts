import type { FoundLaw, KnownLaw } from '../../answering/known-law.ts';
import { LookUps } from '../../answering/look-up.ts';
import { covers, type Day, dayBefore } from '../../base/days.ts';
import { citationOf, partsOf } from '../../knowledge/citation.ts';
import type { Instrument } from '../../knowledge/instrument.ts';
import type { Library } from '../../knowledge/library.ts';
import type { ArticleHead, LawSource, Wording } from '../../ports/laws.ts';
import type { Log } from '../../ports/log.ts';
import type { Store } from '../../ports/store.ts';
import { ArticleIndex, documentOf } from '../../search/article-index.ts';
import type { RankerWeights } from '../../search/ranker.ts';
import type { StoredTextIndex, TextDocument } from '../../search/text-index.ts';
import { evenWithoutStore } from '../degraded/even-without-store.ts';
import { lawOf } from './law-of.ts';
import type { LiveLaw } from './live-law.ts';

/** Makes the index of official texts while the program goes on answering. */
export interface LawIndexMaker {
  /** A name for contents: equal contents have equal names. */
  name(contents: readonly string[]): string;
  /** An index that is kept from before. */
  keptTexts(name: string): StoredTextIndex | undefined;
  /** Makes an index of what is handed over, and keeps it. Some seconds for ten thousand articles. */
  makeTexts(
    name: string,
    handOver: (give: (documents: readonly TextDocument[]) => void) => Promise<void>,
  ): Promise<StoredTextIndex>;
}

export interface LawLibraryNeeds {
  readonly store: Store;
  readonly live: LiveLaw;
  readonly maker: LawIndexMaker;
  readonly weights: RankerWeights;
  readonly log: Log;
}

/** Articles that are read from the database and handed over at a time. */
const AT_ONCE = 200;
/** Articles looked at for one question, before those that do not bind on its day fall away. */
const FOUND = 20;

/** What is known of the imported texts at one time. */
interface Shelf {
  readonly version: string;
  /** By code, of the newest file. */
  readonly sources: ReadonlyMap<string, LawSource>;
  /** Asked until that of newer texts is there. */
  readonly index?: ArticleIndex | undefined;
}

/** What an index is made from. */
interface ToIndex {
  readonly version: string;
  /** Names all of it. */
  readonly name: string;
  /** By code. */
  readonly laws: ReadonlyMap<string, string>;
  /** `code:article@first day` of every wording, in the order of the index. */
  readonly ids: readonly string[];
}

/**
 * The imported texts as people look them up and find them: by the names of the instruments, article by article, and by an
 * index of their words. The index is made beside the running program whenever texts have changed; until it is there the one
 * before is asked.
 */
export class LawLibrary {
  readonly #needs: LawLibraryNeeds;
  #shelf: Shelf = { version: '', sources: new Map() };
  #known = new WeakMap<Library, KnownLaw>();
  /** The instruments of a library come with a release, so they are the same for every one. */
  #lookUps: LookUps | undefined;
  #making: Promise<void> | undefined;
  #closing = false;

  private constructor(needs: LawLibraryNeeds) {
    this.#needs = needs;
  }

  /** Reads what is held, and its index where one is kept. Where none is, it is made in the background. */
  static async open(needs: LawLibraryNeeds): Promise<LawLibrary> {
    const library = new LawLibrary(needs);
    await evenWithoutStore(() => library.follow());
    return library;
  }

  /** For a loop, and after an import: takes up what was imported here or elsewhere. Mostly one small look at the database. */
  async follow(): Promise<void> {
    const { store, live, maker } = this.#needs;
    await live.follow();
    const { version } = live;
    if (version === this.#shelf.version) return;
    const { sources, fingerprints } = await store.transaction(async ({ laws }) => ({
      sources: await laws.sources(),
      fingerprints: await laws.fingerprints(),
    }));
    const newest = new Map(sources.toReversed().map((source) => [source.code, source]));
    const laws = new Map([...newest].map(([code, source]) => [code, lawInTitles(source)]));
    const toIndex: ToIndex = {
      version,
      name: maker.name([...[...laws].flat(), ...fingerprints]),
      laws,
      ids: fingerprints.map((fingerprint) => fingerprint.slice(0, fingerprint.lastIndexOf(' '))),
    };
    const kept = fingerprints.length > 0 ? maker.keptTexts(toIndex.name) : undefined;
    this.#put({ version, sources: newest, index: kept ? this.#indexFrom(toIndex, kept) : this.#shelf.index });
    if (fingerprints.length > 0 && !kept) this.#make(toIndex);
  }

  /** Resolves when no index is being made. */
  async made(): Promise<void> {
    await this.#making;
  }

  /** An index that is being made when its thread is stopped is no fault. */
  async close(): Promise<void> {
    this.#closing = true;
    await this.#making;
  }

  /** The official texts, together with those that stand in the entries of a library. */
  known(library: Library): KnownLaw {
    const known = this.#known.get(library) ?? this.#knownWith(library);
    this.#known.set(library, known);
    return known;
  }

  #knownWith(library: Library): KnownLaw {
    const { sources, index } = this.#shelf;
    const others = new Map(
      [...sources].flatMap(([code, source]) =>
        library.instruments.has(code) ? [] : [[code, instrumentOf(source, library)] as const],
      ),
    );
    this.#lookUps ??= new LookUps([...library.instruments.values(), ...others.values()]);
    const lookUps = this.#lookUps;
    const binds = (code: string, day: Day) => {
      const instrument = library.instruments.get(code) ?? others.get(code);
      return instrument !== undefined && covers(instrument.inForce, day);
    };
    const find =
      index &&
      ((question: string, day: Day) =>
        this.#find(index, question, day).filter(({ citation }) => binds(partsOf(citation).code, day)));
    return lawOf(library, this.#needs.live, others, lookUps, find);
  }

  #find(index: ArticleIndex, question: string, day: Day): readonly FoundLaw[] {
    return index.find(question, FOUND).flatMap(({ id, score, evidence }) => {
      const head = this.#headOf(id);
      const binds = head && this.#needs.live.head(head.code, head.article, day) === head;
      return binds ? [{ citation: citationOf(head.code, head), score, evidence }] : [];
    });
  }

  /** `undefined` where an import has taken the wording away since. */
  #headOf(id: string): ArticleHead | undefined {
    const [code = '', article = '', from] = id.split(/[:@]/);
    return this.#needs.live.wordings(code, article).find(({ inForce }) => inForce.from === from);
  }

  #put(shelf: Shelf): void {
    this.#shelf = shelf;
    this.#lookUps = undefined;
    this.#known = new WeakMap();
  }

  /** Makes the index beside everything else; one at a time. */
  #make(toIndex: ToIndex): void {
    const { store, maker, log } = this.#needs;
    this.#making = (this.#making ?? Promise.resolve()).then(async () => {
      if (this.#closing || this.#shelf.version !== toIndex.version) return; // a newer one waits
      try {
        log.info('making the index of official texts', { wordings: toIndex.ids.length });
        const stored = await maker.makeTexts(toIndex.name, (give) =>
          store.transaction(({ laws }) =>
            laws.each(AT_ONCE, (wordings) => give(wordings.map((wording) => documentFrom(toIndex, wording)))),
          ),
        );
        // Otherwise something was imported meanwhile, and an index of that is made next.
        if (this.#shelf.version === toIndex.version && stored.size === toIndex.ids.length) {
          this.#put({ ...this.#shelf, index: this.#indexFrom(toIndex, stored) });
        }
      } catch (fault) {
        if (!this.#closing) log.fault('making the index of official texts', fault);
      }
    });
  }

  #indexFrom(toIndex: ToIndex, stored: StoredTextIndex): ArticleIndex {
    const articles = toIndex.ids.map((id) => {
      const head = this.#headOf(id);
      return { id, title: head ? titleFrom(toIndex, head) : '', text: '' };
    });
    return new ArticleIndex(articles, this.#needs.weights, stored);
  }
}

function documentFrom(toIndex: ToIndex, wording: Wording): TextDocument {
  return documentOf({ title: titleFrom(toIndex, wording), text: wording.text });
}

/** As the ranker was taught to read it: `Luật Hộ tịch (03/2026/QH16), Điều 1. Phạm vi điều chỉnh`. */
function titleFrom({ laws }: ToIndex, { code, article, heading }: ArticleHead): string {
  return `${laws.get(code) ?? code}, Điều ${article}. ${heading}`;
}

function lawInTitles({ code, facts: { name = code, number } }: LawSource): string {
  return number === undefined ? name : `${name} (${number})`;
}

/** An instrument of which we know nothing but its text, and that another one has taken its place where one has. */
function instrumentOf({ code, facts, startsOn, url }: LawSource, { instruments }: Library): Instrument {
  const successor = [...instruments.values()].find(({ replaces }) => replaces.includes(code));
  const name = facts.name ?? code;
  const year = facts.adoptedOn?.slice(0, 4);
  const byNumber = facts.kind !== 'law' && facts.kind !== 'code' && facts.number !== undefined;
  return {
    code,
    kind: facts.kind ?? 'law',
    name,
    shortName: byNumber ? `${name} (${facts.number})` : [name, year].filter(Boolean).join(' '),
    number: facts.number,
    adoptedOn: facts.adoptedOn,
    inForce: { from: startsOn, to: successor && dayBefore(successor.inForce.from) },
    replaces: [],
    replacedBy: successor?.code,
    officialUrl: url,
    missingArticles: [],
    insertedArticles: [],
    articleSpans: new Map(),
    aliases: facts.number === undefined ? [] : [facts.number],
  };
}
