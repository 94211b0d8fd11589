import type { AccountId } from '../../../base/ids.ts';
import type { LawFile } from '../../../flow/law/import-law.ts';

/** What became of a file that was handed in. */
export type HandedInFile =
  /** It was read and waits to be stored. */
  | { readonly is: 'read'; readonly file: LawFile }
  /** It cannot be taken; the message is in Vietnamese. */
  | { readonly is: 'refused'; readonly fileName: string; readonly message: string };

/** What is not stored by then is read again. */
const KEPT_MS = 30 * 60_000;
/** A law of 50 MB takes some hundred MB when it is taken apart; so few are held. */
const MOST = 8;

/** Files between the preview and the decision. Kept in memory only: nothing is stored before somebody says so. */
export class Uploads {
  readonly #held = new Map<string, { readonly by: AccountId; readonly what: HandedInFile; readonly at: number }>();
  readonly #newId: () => string;
  readonly #now: () => Date;

  constructor({ newId, now }: { readonly newId: () => string; readonly now: () => Date }) {
    this.#newId = newId;
    this.#now = now;
  }

  /** @returns The name under which it is found again. */
  keep(by: AccountId, what: HandedInFile): string {
    const at = this.#now().getTime();
    for (const [id, upload] of this.#held) if (upload.at < at - KEPT_MS) this.#held.delete(id);
    const [oldest] = this.#held.keys();
    if (this.#held.size >= MOST && oldest !== undefined) this.#held.delete(oldest);
    const id = this.#newId();
    this.#held.set(id, { by, what, at });
    return id;
  }

  /** Only for the one who handed it in. */
  of(id: string, by: AccountId): HandedInFile | undefined {
    const upload = this.#held.get(id);
    const isOld = upload !== undefined && upload.at < this.#now().getTime() - KEPT_MS;
    return upload?.by === by && !isOld ? upload.what : undefined;
  }

  drop(id: string): void {
    this.#held.delete(id);
  }
}
