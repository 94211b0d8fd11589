import { covers, type Day } from '../../base/days.ts';
import type { ArticleHead } from '../../ports/laws.ts';
import type { Log } from '../../ports/log.ts';
import type { Store } from '../../ports/store.ts';
import { evenWithoutStore } from '../degraded/even-without-store.ts';

export interface LiveLawNeeds {
  readonly store: Store;
  readonly log: Log;
}

/**
 * Which official texts are held, without their words: small enough for memory, so that an answer can offer “Xem nguyên văn”
 * without a look at the database. The words themselves are read with `records.laws.on` where they are shown.
 */
export class LiveLaw {
  readonly #needs: LiveLawNeeds;
  /** By code, then by article; the wordings of an article oldest first. */
  #held: ReadonlyMap<string, ReadonlyMap<string, readonly ArticleHead[]>> = new Map();
  #version = '';

  private constructor(needs: LiveLawNeeds) {
    this.#needs = needs;
  }

  /** Reads what is held. */
  static async open(needs: LiveLawNeeds): Promise<LiveLaw> {
    const live = new LiveLaw(needs);
    await evenWithoutStore(() => live.follow());
    return live;
  }

  /** For a loop, and after an import: takes up what was imported here or elsewhere. Mostly one small look at the database. */
  async follow(): Promise<void> {
    const { store, log } = this.#needs;
    const fresh = await store.transaction(async ({ laws }) => {
      const version = await laws.version();
      return version === this.#version ? undefined : { version, heads: await laws.heads() };
    });
    if (!fresh) return;
    this.#held = byCodeAndArticle(fresh.heads);
    this.#version = fresh.version;
    log.info('official texts taken up', { instruments: this.#held.size, wordings: fresh.heads.length });
  }

  /** Changes with every import. */
  get version(): string {
    return this.#version;
  }

  /** Instruments of which anything is held, on any day. */
  codes(): readonly string[] {
    return [...this.#held.keys()];
  }

  /** Is the wording held that binds on the day? */
  holds(code: string, article: string, day: Day): boolean {
    return this.head(code, article, day) !== undefined;
  }

  /** Name, place and days of the wording that binds on the day. */
  head(code: string, article: string, day: Day): ArticleHead | undefined {
    return this.wordings(code, article).find(({ inForce }) => covers(inForce, day));
  }

  /** All wordings of an article that are held, oldest first. */
  wordings(code: string, article: string): readonly ArticleHead[] {
    return this.#held.get(code)?.get(article) ?? [];
  }

  /** What is held of an instrument as it binds on a day, in its order. */
  contents(code: string, day: Day): readonly ArticleHead[] {
    return [...(this.#held.get(code)?.values() ?? [])].flatMap((wordings) =>
      wordings.filter(({ inForce }) => covers(inForce, day)).slice(0, 1),
    );
  }

  /** The articles before and after one, among those that are held on the day. */
  neighbours(
    code: string,
    article: string,
    day: Day,
  ): { readonly previous: ArticleHead | undefined; readonly next: ArticleHead | undefined } {
    const contents = this.contents(code, day);
    const at = contents.findIndex((head) => head.article === article);
    return at === -1
      ? { previous: undefined, next: undefined }
      : { previous: contents[at - 1], next: contents[at + 1] };
  }
}

function byCodeAndArticle(
  heads: readonly ArticleHead[],
): ReadonlyMap<string, ReadonlyMap<string, readonly ArticleHead[]>> {
  const held = new Map<string, Map<string, ArticleHead[]>>();
  for (const head of heads) {
    const articles = held.get(head.code) ?? new Map<string, ArticleHead[]>();
    held.set(head.code, articles);
    const wordings = articles.get(head.article);
    if (wordings) wordings.push(head);
    else articles.set(head.article, [head]);
  }
  return held;
}
