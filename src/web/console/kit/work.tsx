import { AppError } from '../../../base/errors.ts';
import type { AccountId } from '../../../base/ids.ts';
import type { Log } from '../../../ports/log.ts';
import { ConsolePage } from './console-page.tsx';
import { Notice } from './parts.tsx';
import { type ConsoleRoute, EVERY_ROLE } from './route.ts';
import { type InBoth, numberInWords } from './words.ts';

/** What a long piece of work left behind. */
export type WorkResult =
  | { readonly kind: 'file'; readonly name: string; readonly type: string; readonly body: Uint8Array<ArrayBuffer> }
  /** A page of the console that shows it. */
  | { readonly kind: 'page'; readonly href: string };

/** Told how far the work is: steps done of all steps, and what it is at, in the language of the one who waits. */
export type Progress = (done: number, of: number, at: string) => void;

interface Work {
  readonly by: AccountId;
  readonly title: string;
  done: number;
  of: number;
  at: string;
  result: WorkResult | undefined;
  /** What is told where it failed; the fault itself is in the log. */
  failed: string | undefined;
  endedAt: number | undefined;
}

/** A finished file is kept so long for its owner, then dropped: it may hold much and is made again at will. */
const KEPT_MS = 30 * 60_000;

/** Work that takes more than a second: begun by a form, watched on a page, fetched when it is done. Kept in memory only. */
export class LongWork {
  readonly #works = new Map<string, Work>();
  readonly #newId: () => string;
  readonly #now: () => Date;
  readonly #log: Log;

  constructor({ newId, now, log }: { newId: () => string; now: () => Date; log: Log }) {
    this.#newId = newId;
    this.#now = now;
    this.#log = log;
  }

  /**
   * Begins at once and goes on by itself.
   *
   * @param run An AppError that it throws is told in its words; of any other fault only that there was one.
   * @returns The path of the page that shows how far it is.
   */
  begin(by: AccountId, title: string, run: (progress: Progress) => Promise<WorkResult>): string {
    this.#forgetOld();
    const id = this.#newId();
    const work: Work = {
      by,
      title,
      done: 0,
      of: 1,
      at: '',
      result: undefined,
      failed: undefined,
      endedAt: undefined,
    };
    this.#works.set(id, work);
    run((done, of, at) => {
      work.done = done;
      work.of = Math.max(1, of);
      work.at = at;
    })
      .then((result) => {
        work.result = result;
      })
      .catch((fault: unknown) => {
        work.failed = fault instanceof AppError ? fault.message : '';
        this.#log.fault('long work failed', fault);
      })
      .finally(() => {
        work.endedAt = this.#now().getTime();
      });
    return `/console/work/${id}`;
  }

  /** Only for the one who began it. */
  of(id: string, by: AccountId): Work | undefined {
    const work = this.#works.get(id);
    return work?.by === by ? work : undefined;
  }

  #forgetOld(): void {
    const before = this.#now().getTime() - KEPT_MS;
    for (const [id, { endedAt }] of this.#works) if (endedAt !== undefined && endedAt < before) this.#works.delete(id);
  }
}

interface WorkWords {
  readonly step: (done: string, of: string) => string;
  readonly look: string;
  readonly done: string;
  readonly fetch: string;
  readonly show: string;
  readonly failed: string;
  readonly gone: string;
}

const WORDS: InBoth<WorkWords> = {
  vi: {
    step: (done, of) => `${done} trên ${of}`,
    look: 'Xem lại tiến độ',
    done: 'Đã xong.',
    fetch: 'Tải tệp',
    show: 'Xem kết quả',
    failed: 'Không làm được việc này. Bạn thử lại; nếu vẫn vậy, báo người quản trị xem nhật ký máy chủ.',
    gone: 'Việc này không còn ở đây: đã quá 30 phút, hoặc máy chủ khởi động lại. Bạn làm lại từ đầu.',
  },
  en: {
    step: (done, of) => `${done} of ${of}`,
    look: 'Look again',
    done: 'Done.',
    fetch: 'Download the file',
    show: 'Show the result',
    failed: 'This could not be done. Try again; if it stays so, ask the admin to look into the log of the server.',
    gone: 'This is no longer here: 30 minutes have passed, or the server was started again. Please begin anew.',
  },
};

/** How far a piece of work is, and its file. */
export function workRoutes(works: LongWork): readonly ConsoleRoute[] {
  return [
    {
      method: 'GET',
      path: '/work/:id',
      may: EVERY_ROLE,
      handle: (c) => {
        const id = c.req.param('id') ?? '';
        const work = works.of(id, c.get('account').id);
        const words = WORDS[c.get('language')];
        if (!work) {
          return c.html(
            <ConsolePage shell={c.get('shell')} title={words.failed.split('.')[0] ?? ''}>
              <Notice kind="warning">{words.gone}</Notice>
            </ConsolePage>,
            404,
          );
        }
        const page = `/console/work/${id}`;
        const n = (value: number) => numberInWords(value, c.get('language'));
        const ended = work.result !== undefined || work.failed !== undefined;
        const state = (
          <section
            id="tien-do"
            class="card"
            aria-live="polite"
            {...(ended
              ? {}
              : { 'hx-get': page, 'hx-trigger': 'every 1s', 'hx-select': '#tien-do', 'hx-swap': 'outerHTML' })}
          >
            {!ended && (
              <>
                <label for="buoc">
                  {work.at} {words.step(n(work.done), n(work.of))}
                </label>
                <progress id="buoc" value={work.done} max={work.of}></progress>
                <p>
                  <a href={page}>{words.look}</a>
                </p>
              </>
            )}
            {work.failed !== undefined && <Notice kind="fault">{work.failed || words.failed}</Notice>}
            {work.result?.kind === 'file' && (
              <p>
                {words.done} <a href={`${page}/file`}>{`${words.fetch}: ${work.result.name}`}</a>
              </p>
            )}
            {work.result?.kind === 'page' && (
              <p>
                {words.done} <a href={work.result.href}>{words.show}</a>
              </p>
            )}
          </section>
        );
        return c.html(
          <ConsolePage shell={c.get('shell')} title={work.title}>
            {state}
          </ConsolePage>,
        );
      },
    },
    {
      method: 'GET',
      path: '/work/:id/file',
      may: EVERY_ROLE,
      handle: (c) => {
        const result = works.of(c.req.param('id') ?? '', c.get('account').id)?.result;
        if (result?.kind !== 'file') return c.notFound();
        return c.body(result.body, 200, {
          'content-type': result.type,
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(result.name)}`,
        });
      },
    },
  ];
}
