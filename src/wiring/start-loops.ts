import { AppError } from '../base/errors.ts';
import type { Lifetimes } from '../base/lifetimes.ts';
import type { AnswersFromMemory } from '../flow/degraded/answers-from-memory.ts';
import type { WatchedStore } from '../flow/degraded/watched-store.ts';
import { deliver } from '../flow/deliver.ts';
import { keepTerms } from '../flow/desk/keep-terms.ts';
import type { Doorbell } from '../flow/doorbell.ts';
import { followClock, type WatchedClock } from '../flow/follow-clock.ts';
import { forget } from '../flow/forget.ts';
import { citingOf } from '../flow/law/citing.ts';
import { watchLaw } from '../flow/law/watch-law.ts';
import type { Pace } from '../flow/pace.ts';
import { type RespondNeeds, respond } from '../flow/respond.ts';
import type { LiveSettings } from '../flow/service/live-settings.ts';
import { takeBack } from '../flow/take-back.ts';
import { every, type Loops } from '../jobs/loops.ts';
import type { Channel, ChannelName } from '../ports/channel.ts';
import type { Settings } from '../settings.ts';
import { newestBackup } from '../store/backup/backup-folder.ts';
import { backUpAtNight } from '../store/backup/nightly-backup.ts';
import type { Metrics } from '../web/metrics.ts';
import type { OpenedKnowledge } from './open-knowledge.ts';
import { DEAD_SEND_MS, takeOver } from './open-store.ts';

/** How often the inbox is looked at when nobody rings: another process may have stored something. */
const INBOX_REST_MS = 500;
const RECOVER_EVERY_MS = 30_000;
const DEAD_AFTER_LOOKS = DEAD_SEND_MS / RECOVER_EVERY_MS;
/** How soon it is noticed that the clock was set back. */
const FOLLOW_CLOCK_EVERY_MS = 5_000;
/** How soon what an admin set in another process holds here. */
const SETTINGS_EVERY_MS = 3_000;
/** How soon an entry that was published in another process is found here. */
const ENTRIES_EVERY_MS = 2_000;
/** How soon a law that was imported in another process can be read here. */
const LAWS_EVERY_MS = 3_000;
const CLOCK_EVERY_MS = 30_000;
/** How soon a hotline that an admin changed is told from memory too. */
const HOLD_EVERY_MS = 30_000;
const KEEP_TERMS_EVERY_MS = 24 * 60 * 60_000;
const WATCH_LAW_EVERY_MS = 24 * 60 * 60_000;
/** How often it is looked whether the backup of the night is missing. */
const BACKUP_EVERY_MS = 10 * 60_000;
const FORGET_EVERY_MS = 24 * 60 * 60_000;
/** How soon it is tried again to take messages off screens. */
const TAKE_BACK_EVERY_MS = 5_000;

export interface LoopNeeds {
  readonly settings: Settings;
  readonly lifetimes: Lifetimes;
  readonly store: WatchedStore;
  readonly opened: OpenedKnowledge;
  readonly live: LiveSettings;
  readonly fromMemory: AnswersFromMemory;
  readonly respondNeeds: RespondNeeds;
  readonly metrics: Metrics;
  readonly watchedClock: WatchedClock;
  /** Looks once what is due by the clock. @returns `true` when there may be more to do at once. */
  readonly lookAtClock: () => Promise<boolean>;
  readonly inboxBell: Doorbell;
  /** Wakes whoever answers and sends. */
  readonly wakeAll: () => void;
  /** Told that the database will never open with these settings. */
  readonly refuse: (fault: AppError) => void;
}

/** Starts what answers, forgets, follows and looks after things. */
export function startLoops(loops: Loops, needs: LoopNeeds): void {
  const { settings, lifetimes, store, opened, live, fromMemory, respondNeeds, watchedClock, wakeAll } = needs;
  const { knowledge, followLaw } = opened;
  const { now, log } = respondNeeds;
  loops.always(
    'watching the database',
    () => watchDatabase(needs),
    (signal) => store.rest(signal),
  );
  loops.always('holding answers in memory', async () => fromMemory.refresh(), every(HOLD_EVERY_MS));
  loops.add(
    'responding',
    () => respond(respondNeeds),
    (signal) => needs.inboxBell.wait(INBOX_REST_MS, signal),
  );
  loops.add('keeping words of old tickets', (signal) => keepTerms({ store }, signal), every(KEEP_TERMS_EVERY_MS));
  loops.add('recovering', recovering(needs), async () => {});
  const follow = followClock({ store, clock: watchedClock, log, onDue: wakeAll });
  loops.add('following the clock', follow, every(FOLLOW_CLOCK_EVERY_MS));
  loops.add('reading settings', () => live.refresh().then(() => false), every(SETTINGS_EVERY_MS));
  loops.add('following published entries', () => knowledge.follow(), every(ENTRIES_EVERY_MS));
  loops.add('following imported laws', followLaw, every(LAWS_EVERY_MS));
  const { workingTime } = respondNeeds;
  loops.add(
    'forgetting',
    (signal) => forget({ store, lifetimes, workingTime, now, log }, signal),
    every(FORGET_EVERY_MS),
  );
  const instruments = () => knowledge.library().instruments.values();
  const citing = citingOf(() => knowledge.library().entries);
  loops.add(
    'watching for law that ends',
    () => watchLaw({ store, instruments, citing, now, log }),
    every(WATCH_LAW_EVERY_MS),
  );
  loops.add('the clock', needs.lookAtClock, every(CLOCK_EVERY_MS));
  if (settings.BACKUP_DIR !== undefined) backUp(settings.BACKUP_DIR, loops, needs);
}

export interface SendingNeeds {
  readonly store: WatchedStore;
  readonly metrics: Metrics;
  readonly respondNeeds: Pick<RespondNeeds, 'now' | 'log'>;
  readonly paceOf: (channel: ChannelName) => Pace;
  /** Rings when something is owed on the channel. */
  readonly bell: Doorbell;
  /** Rings when something is to be taken off screens; undefined where the channel cannot. */
  readonly takeBackBell: Doorbell | undefined;
  readonly stopping: AbortSignal;
  /** Ends sends that are under way. */
  readonly hurry: AbortSignal;
}

/** Starts to send on a channel, and to take back. */
export function startSending(channel: Channel, loops: Loops, needs: SendingNeeds): void {
  const { store, metrics, paceOf, bell, takeBackBell, stopping, hurry } = needs;
  const { now, log } = needs.respondNeeds;
  loops.join(
    deliver(
      {
        store,
        works: (signal) => store.works(signal),
        channel,
        now,
        log,
        bell,
        pace: paceOf(channel.name),
        hurry,
        onHandedOver: (ms) => metrics.handedOver(channel.name, ms),
        onTooFast: () => metrics.tooFast(channel.name),
      },
      stopping,
    ),
  );
  if (!takeBackBell) return;
  loops.add(
    `taking back on ${channel.name}`,
    (signal) => takeBack({ store, channel, now, log }, signal),
    (signal) => takeBackBell.wait(TAKE_BACK_EVERY_MS, signal),
  );
}

async function watchDatabase({ store, refuse }: LoopNeeds): Promise<void> {
  try {
    await store.watch();
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault;
    refuse(fault);
  }
}

/** Frees what a process had on the wire that died. */
function recovering({ store, respondNeeds: { now, log } }: LoopNeeds): (signal: AbortSignal) => Promise<boolean> {
  const looks: Date[] = [];
  return async (signal) => {
    // The rest comes first: when a database that was gone is back, what was sent meanwhile is noted before this looks.
    await every(RECOVER_EVERY_MS)(signal);
    if (signal.aborted) return false;
    // By looks and not by the clock: one that jumps ahead would make dead of what is being sent.
    looks.push(now());
    const begunBefore = looks.length > DEAD_AFTER_LOOKS ? looks.shift() : undefined;
    if (begunBefore) await takeOver(store, { alone: false, begunBefore, now, log });
    return true;
  };
}

/** Makes a backup each night. One that fails is logged and counted, and tried again some minutes later. */
function backUp(folder: string, loops: Loops, { settings, metrics, respondNeeds: { now, log } }: LoopNeeds): void {
  const onFailed = metrics.watchBackups(() => newestBackup(folder, now()));
  loops.add(
    'backing up',
    async (signal) => {
      try {
        if (await backUpAtNight({ settings, folder, now }, signal)) log.info('backup made');
      } catch (fault) {
        if (signal.aborted) return;
        onFailed();
        log.fault('backup failed', fault);
      }
    },
    every(BACKUP_EVERY_MS),
  );
}
