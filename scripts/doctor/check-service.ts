import { type Kysely, sql } from 'kysely';
import type { Settings } from '../../src/settings.ts';
import type { Tables } from '../../src/store/tables.ts';
import { type Finding, good, look, mend } from './finding.ts';
import { timeInWords } from './sizes.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Answers take milliseconds; what waits longer than this waits for something that is broken. */
const LONG_WAIT_MS = 5 * MINUTE_MS;
/** A messenger may be down for a while; we go on trying for a day. */
const LONG_OWED_MS = 60 * MINUTE_MS;
const LATELY_MS = 7 * DAY_MS;
/** Time for the program to have been off for a while. */
const GRACE_DAYS = 3;
const LONGEST_MONTH_DAYS = 31;
/** Not our fault: people block the bot, leave, or have everything erased. */
const ORDINARY_ENDS = /^(person[- ]left|group unlinked|too old|eras|stop)/;

/** What the rows tell of the service. Counts and ages; no row is opened. */
export async function checkService(db: Kysely<Tables>, settings: Settings, now: Date): Promise<readonly Finding[]> {
  return [
    await checkInbox(db, now),
    await checkOutbox(db, now),
    await checkGivenUp(db, now),
    await checkAdmins(db),
    await checkCentres(db),
    await checkForgetting(db, settings, now),
  ];
}

async function checkInbox(db: Kysely<Tables>, now: Date): Promise<Finding> {
  const { oldest, waiting } = await db
    .selectFrom('inbox')
    .select((eb) => [eb.fn.min('received_at').as('oldest'), eb.fn.countAll<number | string>().as('waiting')])
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  const ageMs = oldest ? now.getTime() - Date.parse(oldest) : 0;
  const saw = `${waiting} messages wait for an answer, the oldest for ${timeInWords(ageMs)}`;
  return ageMs > LONG_WAIT_MS
    ? mend('messages received', saw, 'see whether the program runs, and “turn failed” in its log')
    : good('messages received', oldest ? saw : 'none waits for an answer');
}

async function checkOutbox(db: Kysely<Tables>, now: Date): Promise<Finding> {
  const rows = await db
    .selectFrom('outbox')
    .select((eb) => ['channel', eb.fn.min('added_at').as('oldest'), eb.fn.countAll<number | string>().as('n')])
    .where('state', 'in', ['waiting', 'sending'])
    .where('channel', '!=', 'web')
    .groupBy('channel')
    .orderBy('channel')
    .execute();
  const late = rows.filter(({ oldest }) => now.getTime() - Date.parse(oldest) > LONG_OWED_MS);
  const told = (some: typeof rows) =>
    some
      .map(({ channel, n, oldest }) => `${channel} ${n} (oldest ${timeInWords(now.getTime() - Date.parse(oldest))})`)
      .join(', ');
  if (late.length > 0) {
    return mend('messages to send', told(late), 'see “not delivered” in the log, and whether the messenger works');
  }
  return good('messages to send', rows.length > 0 ? told(rows) : 'none waits');
}

async function checkGivenUp(db: Kysely<Tables>, now: Date): Promise<Finding> {
  const rows = await db
    .selectFrom('outbox')
    .select((eb) => ['note', eb.fn.countAll<number | string>().as('n')])
    .where('state', '=', 'given-up')
    .where('added_at', '>', new Date(now.getTime() - LATELY_MS).toISOString())
    .groupBy('note')
    .orderBy('note')
    .execute();
  const ours = rows.filter(({ note }) => !ORDINARY_ENDS.test(note ?? ''));
  const told = (some: typeof rows) => some.map(({ note, n }) => `${n} “${note ?? 'no reason'}”`).join(', ');
  return ours.length > 0
    ? look('given up in 7 days', told(ours), 'see “not delivered” in the log; docs/operations.md says what each means')
    : good('given up in 7 days', rows.length > 0 ? `${told(rows)}, as it happens` : 'none');
}

/** Nobody has an account without a second factor: it is made together with the password. */
async function checkAdmins(db: Kysely<Tables>): Promise<Finding> {
  const { n } = await db
    .selectFrom('accounts')
    .select((eb) => eb.fn.countAll<number | string>().as('n'))
    .where('role', '=', 'admin')
    .where('state', '=', 'active')
    .where('totp_sealed', '!=', '')
    .executeTakeFirstOrThrow();
  const admins = Number(n);
  if (admins === 0)
    return mend('admins', 'nobody', 'open the link that npm start prints, or npm run console:reset-admin');
  return admins === 1
    ? look(
        'admins',
        'only one, with a second factor',
        'invite a second: whoever loses the phone cannot let themselves in',
      )
    : good('admins', `${admins}, each with a second factor`);
}

async function checkCentres(db: Kysely<Tables>): Promise<Finding> {
  const groups = await db
    .selectFrom('staff_groups')
    .select('province')
    .where('province', '!=', 'admin')
    .distinct()
    .execute();
  const staff = await db
    .selectFrom('accounts')
    .select('province')
    .where('role', '=', 'staff')
    .where('state', '=', 'active')
    .distinct()
    .execute();
  const centres = new Set([...groups, ...staff].map(({ province }) => province));
  return centres.size === 0
    ? mend(
        'centres',
        'none receives referrals, so nobody can be passed on',
        'invite staff of a centre at /console/accounts, or link its group (npm run link-group)',
      )
    : good('centres', `${centres.size} receive referrals`);
}

/** Forgetting runs every day; talks and referrals far older than it allows mean that it does not run. */
async function checkForgetting(
  db: Kysely<Tables>,
  { KEEP_CONVERSATIONS_DAYS: talkDays, KEEP_REFERRALS_MONTHS: referralMonths }: Settings,
  now: Date,
): Promise<Finding> {
  const daysAgo = (days: number) => new Date(now.getTime() - (days + GRACE_DAYS) * DAY_MS).toISOString();
  const since = daysAgo(talkDays);
  const count = sql<number | string>`count(*)`.as('n');
  const talks = await db
    .selectFrom('conversations as c')
    .select(count)
    .where('c.updated_at', '<', since)
    .where('c.chat_hash', 'not in', (eb) =>
      eb.selectFrom('tickets').select('chat_hash').where('state', 'in', ['waiting', 'answered']),
    )
    .where('c.chat_hash', 'not in', (eb) =>
      eb
        .selectFrom('inbox')
        .select('chat_hash')
        .where((row) => row.or([row('state', '=', 'waiting'), row('received_at', '>=', since)])),
    )
    .where('c.chat_hash', 'not in', (eb) =>
      eb
        .selectFrom('outbox')
        .select('chat_hash')
        .where((row) => row.or([row('state', 'in', ['waiting', 'sending']), row('added_at', '>=', since)])),
    )
    .executeTakeFirstOrThrow();
  const referrals = await db
    .selectFrom('tickets')
    .select(count)
    .where('state', 'in', ['closed', 'withdrawn'])
    .where('changed_at', '<', daysAgo(referralMonths * LONGEST_MONTH_DAYS))
    // What was put into another goes together with that.
    .where('merged_into', 'is', null)
    .executeTakeFirstOrThrow();
  const late = [
    ...(Number(talks.n) > 0 ? [`${talks.n} talks are older than ${talkDays} days`] : []),
    ...(Number(referrals.n) > 0 ? [`${referrals.n} referrals ended more than ${referralMonths} months ago`] : []),
  ];
  return late.length > 0
    ? mend('forgetting', late.join('; '), 'see “forgetting failed” in the log; restart the program')
    : good('forgetting', `no talk is older than ${talkDays} days, no ended referral than ${referralMonths} months`);
}
