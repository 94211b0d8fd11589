import { ENDED_KEPT_MS } from '../accounts/session-lifetime.ts';
import { vietnamDay } from '../base/days.ts';
import { ERASURES_DAYS, HEARD_BEFORE_DAYS, type Lifetimes, TAKE_BACK_HOURS } from '../base/lifetimes.ts';
import type { WorkingTime } from '../base/working-time.ts';
import type { Forgotten } from '../ports/forgetting.ts';
import type { Log } from '../ports/log.ts';
import type { Records, Store } from '../ports/store.ts';
import { countForgotten } from './count-forgotten.ts';

/** Pieces of work, each so small that answers to people go on in between. A talk or a referral has many rows. */
const TALKS_AT_ONCE = 25;
const ROWS_AT_ONCE = 500;
const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** Codes and links that ran out, so that an admin still sees yesterday's. */
const CODES_KEPT_DAYS = 30;

export interface ForgetNeeds {
  readonly store: Store;
  readonly lifetimes: Lifetimes;
  readonly workingTime: () => WorkingTime;
  readonly now: () => Date;
  readonly log: Log;
}

/**
 * Removes what was kept as long as was promised: talks, referrals that ended, questions for the curators, lines of the audit
 * log, sessions, codes. A referral that is open is never among them, however long nobody has touched it, and the talk stays
 * with it.
 *
 * @param signal Stops after the piece of work in hand; the rest is done at the next time.
 */
export async function forget(needs: ForgetNeeds, signal?: AbortSignal): Promise<void> {
  const { store, lifetimes, now, log } = needs;
  const { conversationsDays, referralsMonths, auditMonths, backupsDays, questionsDays } = lifetimes;
  const at = now();
  const ago = (ms: number): Date => new Date(at.getTime() - ms);
  const talksBefore = ago(conversationsDays * DAY_MS);
  const done = {
    talks: await inPieces(({ forgetting }) => forgetting.talks(talksBefore, TALKS_AT_ONCE)),
    messages: await inPieces(({ forgetting }) => forgetting.messages(talksBefore, ROWS_AT_ONCE)),
    referrals: await inPieces(({ forgetting }) =>
      forgetting.referrals(monthsBefore(at, referralsMonths), TALKS_AT_ONCE),
    ),
    audit: await inPieces(({ forgetting }) => forgetting.audit(monthsBefore(at, auditMonths), ROWS_AT_ONCE)),
    ...(await store.transaction(async ({ keptQuestions, sessions, forgetting }) => {
      await sessions.forget(ago(ENDED_KEPT_MS));
      return {
        questions: await keptQuestions.forgetBefore(vietnamDay(ago(questionsDays * DAY_MS))),
        small: await forgetting.small({
          heardBefore: ago(HEARD_BEFORE_DAYS * DAY_MS),
          erasures: ago((ERASURES_DAYS + backupsDays) * DAY_MS),
          takeBacks: ago(TAKE_BACK_HOURS * HOUR_MS),
          presence: ago(DAY_MS),
          codes: ago(CODES_KEPT_DAYS * DAY_MS),
        }),
      };
    })),
  };
  // Also when nothing was removed now: it may have been in a process that died before it came to this.
  await store.writeThrough();
  if (Object.values(done).every((rows) => rows === 0)) return;
  log.info('what was kept long enough is removed', done);

  /** One transaction for each piece, until nothing is left. */
  async function inPieces(piece: (records: Records) => Promise<Forgotten | number>): Promise<number> {
    let all = 0;
    while (!signal?.aborted) {
      const rows = await store.transaction(async (records) => {
        const forgotten = await piece(records);
        if (typeof forgotten === 'number') return forgotten;
        await countForgotten(forgotten, { counts: records.counts, workingTime: needs.workingTime() });
        return forgotten.rows;
      });
      if (rows === 0) break;
      all += rows;
    }
    return all;
  }
}

/** The same day of an earlier month, or the last before it: a month is never counted shorter than it is. */
function monthsBefore(at: Date, months: number): Date {
  const before = new Date(at);
  before.setUTCDate(1);
  before.setUTCMonth(before.getUTCMonth() - months);
  const lastDay = new Date(Date.UTC(before.getUTCFullYear(), before.getUTCMonth() + 1, 0)).getUTCDate();
  before.setUTCDate(Math.min(at.getUTCDate(), lastDay));
  return before;
}
