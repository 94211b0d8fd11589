import { createHash, randomBytes } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Hono } from 'hono';
import { AppError } from './base/errors.ts';
import { LIFETIMES, type Lifetimes } from './base/lifetimes.ts';
import { StoreFault, type StoreTrouble } from './base/store-fault.ts';
import { CAPABILITIES } from './channels/capabilities.ts';
import { sendingLimits } from './channels/sending-limits.ts';
import { TelegramChannel } from './channels/telegram/telegram-channel.ts';
import { WebChannel } from './channels/web/web-channel.ts';
import { HttpZaloBotApi } from './channels/zalo/zalo-bot-api.ts';
import { ZaloChannel } from './channels/zalo/zalo-channel.ts';
import type { Way } from './conversation/service.ts';
import { rowsCsv } from './documents/rows-csv.ts';
import { inviteFirstAdmin } from './flow/accounts/first-admin.ts';
import { AnswersFromMemory } from './flow/degraded/answers-from-memory.ts';
import { evenWithoutStore } from './flow/degraded/even-without-store.ts';
import { inTime } from './flow/degraded/in-time.ts';
import { TellFromMemory } from './flow/degraded/tell-from-memory.ts';
import { Teller } from './flow/degraded/teller.ts';
import { WatchedStore } from './flow/degraded/watched-store.ts';
import { deliver } from './flow/deliver.ts';
import { keepTerms } from './flow/desk/keep-terms.ts';
import { Doorbell } from './flow/doorbell.ts';
import { LiveKnowledge } from './flow/entries/live-knowledge.ts';
import { followClock, makeAllDue, WatchedClock } from './flow/follow-clock.ts';
import { forget } from './flow/forget.ts';
import { citingOf } from './flow/law/citing.ts';
import { LawLibrary } from './flow/law/law-library.ts';
import { LiveCautions, withCautions } from './flow/law/live-cautions.ts';
import { LiveLaw } from './flow/law/live-law.ts';
import { watchLaw } from './flow/law/watch-law.ts';
import { withLaw } from './flow/law/with-law.ts';
import { ownDataText } from './flow/own-data-text.ts';
import { Pace } from './flow/pace.ts';
import { receive } from './flow/receive.ts';
import { type RespondNeeds, respond } from './flow/respond.ts';
import { LiveSettings } from './flow/service/live-settings.ts';
import { serviceOn } from './flow/service/service-on.ts';
import { watchClock } from './flow/service/watch-clock.ts';
import { withService } from './flow/service/with-service.ts';
import { takeBack } from './flow/take-back.ts';
import { Intake } from './flow/too-many.ts';
import { ThreadIndexMaker } from './index-maker.ts';
import { runUntilStopped } from './jobs/run-until-stopped.ts';
import { ARTICLE_WEIGHTS, KEPT_IN, know } from './know.ts';
import { importLaw as readLawFile } from './law-files/import-law.ts';
import { CHANNEL_NAMES, type Channel, type ChannelName, type IncomingMessage } from './ports/channel.ts';
import type { Documents } from './ports/documents.ts';
import type { Log } from './ports/log.ts';
import type { Store, Waiting } from './ports/store.ts';
import type { ProvinceCode } from './referral/legal-aid-centre.ts';
import { vietnamese } from './reply/wording/vi.ts';
import { dueAt } from './service/targets.ts';
import type { Settings } from './settings.ts';
import { Argon2Passwords } from './sign-in/argon2-passwords.ts';
import { MemoryLockOut } from './sign-in/memory-lock-out.ts';
import { TotpSecondFactor } from './sign-in/totp-second-factor.ts';
import { newestBackup } from './store/backup/backup-folder.ts';
import { backUpAtNight } from './store/backup/nightly-backup.ts';
import { migrate } from './store/migrate.ts';
import { idMaker, timeOfId } from './store/new-id.ts';
import { isOneProcess, openDatabase } from './store/open.ts';
import { openVault } from './store/open-vault.ts';
import { SqlStore } from './store/sql-store.ts';
import { troubleIn, withStoreFaults } from './store/store-faults.ts';
import { webApp } from './web/app.tsx';
import { LongWork } from './web/console/kit/work.tsx';
import { banners } from './web/console/settings/banners.ts';
import { waitingFor } from './web/console/waiting.ts';
import { wholeConsole } from './web/console/whole-console.ts';
import { Metrics } from './web/metrics.ts';

/** How often the inbox is looked at when nobody rings: another process may have stored something. */
const INBOX_REST_MS = 500;
/** A send that began so long ago and was not recorded belongs to a process that died. */
const DEAD_SEND_MS = 2 * 60_000;
const RECOVER_EVERY_MS = 30_000;
const DEAD_AFTER_LOOKS = DEAD_SEND_MS / RECOVER_EVERY_MS;
/** Whatever the clock said when they began: all sends of a process that is no more. */
const LAST_MOMENT = new Date('9999-12-31T00:00:00.000Z');
/** How soon it is noticed that the clock was set back. */
const FOLLOW_CLOCK_EVERY_MS = 5_000;
const IDLE_LOOK_MS = 20;
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
/** How long the program waits for another process that holds the database; people are answered from memory meanwhile. */
const LOCK_PATIENCE_MS = 2_000;
/** How soon a messenger is asked again after its messages could not be kept. */
const POLL_AGAIN_MS = 500;
const WATCH_LAW_EVERY_MS = 24 * 60 * 60_000;
/** How often it is looked whether the backup of the night is missing. */
const BACKUP_EVERY_MS = 10 * 60_000;
const FORGET_EVERY_MS = 24 * 60 * 60_000;
/** How soon it is tried again to take messages off screens. */
const TAKE_BACK_EVERY_MS = 5_000;
/** How long sends under way may take after the signal to stop. */
const HURRY_AFTER_MS = 8_000;

/** The running program. */
export interface App {
  readonly web: Hono;
  readonly store: Store;
  /** What is wrong with the database, so that people are answered from memory; undefined while it works. */
  readonly trouble: () => StoreTrouble | undefined;
  /** Resolves when it turns out later that the database will never open with these settings. */
  readonly refused: Promise<AppError>;
  /** What the bot answers from. */
  readonly knowledge: LiveKnowledge;
  /** The official texts that were imported. */
  readonly laws: LawLibrary;
  readonly channels: readonly Channel[];
  /** Stores what came in on a channel, to be answered in turn. */
  readonly receive: (channel: Channel, messages: readonly IncomingMessage[]) => Promise<void>;
  /** Resolves when everything received is answered and sent, as far as it can be now. For programs that talk line by line. */
  readonly idle: () => Promise<void>;
  /** Does at once what else is done every few seconds: reads what admins set, and looks what is due. */
  readonly lookNow: () => Promise<void>;
  /** The token of a link that makes the first admin, a new one each time; undefined once there is an account. */
  readonly inviteFirstAdmin: () => Promise<string | undefined>;
  /** What the journeys of staff and of one message need, for programs that take them step by step. */
  readonly desk: RespondNeeds;
  /** Starts to answer, send and poll. */
  readonly start: () => void;
  /** Takes nothing more, finishes what is in hand, closes the database. */
  readonly stop: () => Promise<void>;
}

export interface AppNeeds {
  readonly settings: Settings;
  readonly log: Log;
  readonly now?: () => Date;
  /** In place of the channels that the settings name: the terminal, or an emulated one. */
  readonly channels?: readonly Channel[];
  /** From 0 to 1: by how much waits are drawn out that a platform asked for, so that not all end in the same moment. */
  readonly chance?: () => number;
  /** In place of the one that the settings name. */
  readonly database?: ReturnType<typeof openDatabase>;
}

/**
 * Builds every part once, by hand, in order.
 *
 * A database that cannot be used now is no reason to stay away: people are answered from memory until it can.
 *
 * @throws AppError when the knowledge cannot be opened or has no entry, or when the settings do not fit the database.
 */
export async function openApp({
  settings,
  log,
  now: clockOfMachine = () => new Date(),
  channels: given,
  chance = Math.random,
  database,
}: AppNeeds): Promise<App> {
  const watchedClock = new WatchedClock(clockOfMachine);
  const { now } = watchedClock;
  const paces = new Map(CHANNEL_NAMES.map((name) => [name, new Pace(sendingLimits(name, settings), chance)]));
  const paceOf = (name: ChannelName) => paces.get(name) ?? new Pace(undefined, chance);
  const channels = given ?? channelsFrom(settings, log, () => paceOf('telegram').spare(now()));
  const { library, faults, shipped, decision } = know(settings.KNOWLEDGE_DIR, (day) =>
    log.info('learning the index, some seconds once for each change of the knowledge', { day }),
  );
  if (library.entries.length === 0)
    throw new AppError('not-found', `No entry could be read in ${settings.KNOWLEDGE_DIR}`);
  if (faults.length > 0) log.warn('knowledge has faults; see npm run kb:check', { faults: faults.length });

  const lifetimes: Lifetimes = {
    conversationsDays: settings.KEEP_CONVERSATIONS_DAYS,
    referralsMonths: settings.KEEP_REFERRALS_MONTHS,
    auditMonths: settings.KEEP_AUDIT_MONTHS,
    backupsDays: settings.BACKUP_KEEP_DAYS,
    questionsDays: LIFETIMES.questionsDays,
  };
  const newId = idMaker(now);
  const db = database ?? openDatabase(settings.DATABASE_URL, LOCK_PATIENCE_MS);
  let alone = isOneProcess(settings.DATABASE_URL);
  const store = new WatchedStore({
    open: openStore,
    look: () => withStoreFaults(() => db.connection().execute(async () => {})),
    async onOpened(opened) {
      await recover(alone, opened, alone ? LAST_MOMENT : new Date(now().getTime() - DEAD_SEND_MS));
      await goOnBehind(opened);
      alone = false;
    },
    close: () => db.destroy(),
    onMended,
    log,
  });
  await store.mend();
  if (store.trouble === 'refused') {
    await store.close();
    throw new StoreFault('refused');
  }
  const live = new LiveSettings({ store, log });
  await evenWithoutStore(() => live.refresh());
  // Holds the index of today before anything else begins, so that nobody waits for it and readiness means it.
  const maker = new ThreadIndexMaker(KEPT_IN);
  const knowledge = await LiveKnowledge.open({
    store,
    shipped,
    decision,
    maker,
    wording: vietnamese(lifetimes),
    now,
    log,
  });
  const laws = await LawLibrary.open({
    store,
    live: await LiveLaw.open({ store, log }),
    maker,
    weights: ARTICLE_WEIGHTS,
    log,
  });
  const cautions = await LiveCautions.open({ store });
  const knowledgeOn = withCautions(
    withLaw(
      withService(knowledge.on, () => live.current),
      laws,
    ),
    cautions,
  );
  const followLaw = async () => {
    await laws.follow();
    await cautions.follow();
  };

  const inboxBell = new Doorbell();
  const outboxBells = new Map(channels.map(({ name }) => [name, new Doorbell()]));
  const metrics = new Metrics(store);
  metrics.begin(channels.map(({ name }) => name));
  metrics.watchDegraded(() => store.trouble !== undefined);
  const stopping = new AbortController();
  const hurrying = new AbortController();
  // Every loop and every send under way listens, more at once than the ten after which Node warns of a leak.
  setMaxListeners(0, stopping.signal, hurrying.signal);
  const intake = new Intake(settings.PERSON_PER_MINUTE);
  const capabilities = (name: ChannelName) => CAPABILITIES[name];
  const fromMemory = new AnswersFromMemory({
    knowledgeOn,
    capabilities,
    channels: channels.map(({ name }) => name),
    now,
  });
  const tellers = new Map(
    channels
      .filter(({ name }) => name !== 'web')
      .map((channel) => [
        channel.name,
        new Teller({ channel, pace: paceOf(channel.name), now, hurry: hurrying.signal }),
      ]),
  );
  const telling = new TellFromMemory({ answers: fromMemory, tellerFor: (name) => tellers.get(name), now });
  const takeIn = async (channel: Channel, messages: readonly IncomingMessage[]): Promise<void> => {
    const onDropped = (count: number) => metrics.tooMany(channel.name, 'dropped', count);
    const onStored = () => inboxBell.ring();
    try {
      // Nothing is tried while nothing could be answered, and nobody’s allowance is used up by what a platform brings again.
      if (store.trouble !== undefined) throw new StoreFault(store.trouble);
      const count = await inTime((late) =>
        receive(channel.name, messages, { store, now, onStored, intake, onDropped, late }),
      );
      metrics.received(channel.name, count);
    } catch (fault) {
      if (fault instanceof StoreFault) {
        store.notice(fault);
        telling.tell(channel.name, messages, 'not-kept');
      }
      throw fault;
    }
  };
  /** How the bot is found on a messenger that is connected. */
  const foundAs = new Map<ChannelName, string>();
  const ways = () =>
    channels.flatMap(({ name: on }): Way[] => {
      if (on === 'terminal' || (on === 'web' && settings.PUBLIC_URL === undefined)) return [];
      return [{ on, at: on === 'web' ? settings.PUBLIC_URL : foundAs.get(on) }];
    });
  const takeBackBells = new Map(
    channels.filter(({ takeBack }) => takeBack).map((channel) => [channel, new Doorbell()]),
  );
  const onOwed = () => [...outboxBells.values(), ...takeBackBells.values()].forEach((bell) => bell.ring());
  const respondNeeds = {
    store,
    knowledgeOn,
    capabilities,
    serviceOn: (name: ChannelName) => serviceOn(name, live.current.switches, ways()),
    workingTime: () => live.current.workingTime,
    dueAt: (at: Date, province: ProvinceCode) => dueAt(at, province, live.current.targets, live.current.workingTime),
    newId,
    randomBytes: (count: number) => randomBytes(count),
    now,
    log,
    onOwed,
    onAsked: (asked: Parameters<Metrics['asked']>[0]) => metrics.asked(asked),
    perMinute: settings.PERSON_PER_MINUTE,
    onStuck: ({ id, channel, address, heard, inGroup }: Waiting) =>
      telling.tell(channel, [{ externalId: id, from: address, heard, sentAt: now(), inGroup }], 'kept'),
    onSetAside: (name: ChannelName) => metrics.tooMany(name, 'set-aside', 1),
  };

  const console = wholeConsole({
    ...respondNeeds,
    publicUrl: settings.PUBLIC_URL,
    shippedOn: knowledge.on,
    knowledge,
    live,
    works: new LongWork({ newId, now, log }),
    law: {
      read: readLawFile,
      sha256: (text) => createHash('sha256').update(text).digest('hex'),
      changed: followLaw,
    },
    proving: {
      passwords: new Argon2Passwords(),
      secondFactor: new TotpSecondFactor(settings.SESSION_SECRET),
      lockOut: new MemoryLockOut(),
      sessionSecret: settings.SESSION_SECRET,
      proxies: settings.TRUST_PROXY,
    },
    documents,
    rowsCsv,
    topics: shipped.files.topics,
    centres: () => shipped.files.centres,
    waiting: (account) => waitingFor(account, store, now()),
    banners: (language) => banners(live.current, language),
  });

  const clock = () => watchClock({ store, knowledgeOn, capabilities, settings: () => live.current, now, log, onOwed });

  const loops: Promise<void>[] = [];
  type Step = (signal: AbortSignal) => Promise<boolean>;
  type Rest = (signal: AbortSignal) => Promise<void>;
  const loopAlways = (name: string, step: Step, rest: Rest) =>
    loops.push(
      runUntilStopped({ step, rest, onFault: (fault) => log.fault(`${name} failed`, fault) }, stopping.signal),
    );
  /** Rests while the database cannot be used; the log tells that once, for all of them. */
  const loop = (name: string, step: Step, rest: Rest) =>
    loopAlways(
      name,
      async (signal) => {
        await store.works(signal);
        if (signal.aborted) return false;
        try {
          return await step(signal);
        } catch (fault) {
          if (fault instanceof StoreFault) return true;
          throw fault;
        }
      },
      rest,
    );
  let refuse: (fault: AppError) => void = () => {};
  const refused = new Promise<AppError>((resolve) => {
    refuse = resolve;
  });

  return {
    web: webApp({
      publicUrl: settings.PUBLIC_URL,
      channels,
      store,
      receive: takeIn,
      ownData: (of) => ownDataText(of === undefined ? undefined : { channel: 'web', address: of }, respondNeeds),
      metrics,
      console,
      log,
      newId,
      now,
      proxies: settings.TRUST_PROXY,
      perMinute: settings.ADDRESS_PER_MINUTE,
      fromMemory,
      trouble: () => store.trouble,
    }),
    store,
    trouble: () => store.trouble,
    refused,
    knowledge,
    laws,
    channels,
    receive: takeIn,
    async idle() {
      while (
        !(await store.transaction(
          async ({ inbox, outbox, takeBacks }) =>
            (await inbox.countWaiting()) + (await outbox.countDue(now())) + (await takeBacks.countDue(now())) === 0,
        ))
      ) {
        await sleep(IDLE_LOOK_MS);
      }
    },
    async lookNow() {
      await live.refresh();
      while (await clock());
    },
    desk: respondNeeds,
    inviteFirstAdmin: () => inviteFirstAdmin({ store, newToken: () => randomBytes(32).toString('base64url'), now }),
    start() {
      loopAlways(
        'watching the database',
        async () => {
          try {
            await store.watch();
          } catch (fault) {
            if (!(fault instanceof AppError)) throw fault;
            refuse(fault);
          }
          return false;
        },
        (signal) => store.rest(signal),
      );
      loopAlways(
        'holding answers in memory',
        async () => {
          fromMemory.refresh();
          return false;
        },
        (signal) => new Doorbell().wait(HOLD_EVERY_MS, signal),
      );
      loop(
        'responding',
        () => respond(respondNeeds),
        (signal) => inboxBell.wait(INBOX_REST_MS, signal),
      );
      loop(
        'keeping words of old tickets',
        (signal) => keepTerms({ store }, signal).then(() => false),
        (signal) => new Doorbell().wait(KEEP_TERMS_EVERY_MS, signal),
      );
      const looks: Date[] = [];
      loop(
        'recovering',
        async (signal) => {
          // The rest comes first: when a database that was gone is back, what was sent meanwhile is noted before this looks.
          await new Doorbell().wait(RECOVER_EVERY_MS, signal);
          if (signal.aborted) return false;
          // By looks and not by the clock: one that jumps ahead would make dead of what is being sent.
          looks.push(now());
          const begunBefore = looks.length > DEAD_AFTER_LOOKS ? looks.shift() : undefined;
          if (begunBefore) await recover(false, store, begunBefore);
          return true;
        },
        async () => {},
      );
      const lookAtClock = followClock({ store, clock: watchedClock, log, onDue: lookAtAll });
      loop(
        'following the clock',
        () => lookAtClock().then(() => false),
        (signal) => new Doorbell().wait(FOLLOW_CLOCK_EVERY_MS, signal),
      );
      loop(
        'reading settings',
        () => live.refresh().then(() => false),
        (signal) => new Doorbell().wait(SETTINGS_EVERY_MS, signal),
      );
      loop(
        'following published entries',
        () => knowledge.follow().then(() => false),
        (signal) => new Doorbell().wait(ENTRIES_EVERY_MS, signal),
      );
      loop(
        'following imported laws',
        () => followLaw().then(() => false),
        (signal) => new Doorbell().wait(LAWS_EVERY_MS, signal),
      );
      loop(
        'forgetting',
        (signal) =>
          forget({ store, lifetimes, workingTime: respondNeeds.workingTime, now, log }, signal).then(() => false),
        (signal) => new Doorbell().wait(FORGET_EVERY_MS, signal),
      );
      loop(
        'watching for law that ends',
        () =>
          watchLaw({
            store,
            instruments: () => knowledge.library().instruments.values(),
            citing: citingOf(() => knowledge.library().entries),
            now,
            log,
          }).then(() => false),
        (signal) => new Doorbell().wait(WATCH_LAW_EVERY_MS, signal),
      );
      loop('the clock', clock, (signal) => new Doorbell().wait(CLOCK_EVERY_MS, signal));
      if (settings.BACKUP_DIR !== undefined) backUp(settings.BACKUP_DIR);
      for (const channel of channels) {
        const bell = outboxBells.get(channel.name) ?? new Doorbell();
        const onHandedOver = (ms: number) => metrics.handedOver(channel.name, ms);
        const onTooFast = () => metrics.tooFast(channel.name);
        const [pace, hurry] = [paceOf(channel.name), hurrying.signal];
        const works = (signal: AbortSignal) => store.works(signal);
        const needs = { store, works, channel, now, log, bell, pace, hurry, onHandedOver, onTooFast };
        loops.push(deliver(needs, stopping.signal));
        const toTakeBack = takeBackBells.get(channel);
        if (toTakeBack) {
          loop(
            `taking back on ${channel.name}`,
            (signal) => takeBack({ store, channel, now, log }, signal),
            (signal) => toTakeBack.wait(TAKE_BACK_EVERY_MS, signal),
          );
        }
        if (channel.connect) connect(channel);
      }
    },
    async stop() {
      stopping.abort();
      const hurry = setTimeout(() => hurrying.abort(), HURRY_AFTER_MS);
      await Promise.all([...loops, ...[...tellers.values()].map((teller) => teller.done())]);
      clearTimeout(hurry);
      await Promise.all([knowledge.close(), laws.close()]);
      await store.close();
    },
  };

  /** Brings the tables up to date and opens what is sealed in them. */
  function openStore(): Promise<Store> {
    return withStoreFaults(async () => {
      await migrate(db).catch((cause: unknown) => {
        const known = cause instanceof AppError || troubleIn(cause) !== undefined;
        throw known ? cause : new StoreFault('not-migrated', { cause });
      });
      return new SqlStore(db, await openVault(db, settings, { takesOver: true }), newId, (what, id) =>
        log.warn('a stored message cannot be opened; was DATA_KEY changed?', { what, id }),
      );
    });
  }

  /** Whoever waited is served at once. */
  function onMended(): void {
    telling.forget();
    for (const teller of tellers.values()) teller.forgetTheRest();
    lookAtAll();
  }

  function lookAtAll(): void {
    inboxBell.ring();
    onOwed();
  }

  /** Makes a backup each night. One that fails is logged and counted, and tried again some minutes later. */
  function backUp(folder: string): void {
    const onFailed = metrics.watchBackups(() => newestBackup(folder, now()));
    loop(
      'backing up',
      async (signal) => {
        try {
          if (await backUpAtNight({ settings, folder, now }, signal)) log.info('backup made');
        } catch (fault) {
          if (signal.aborted) return false;
          onFailed();
          log.fault('backup failed', fault);
        }
        return false;
      },
      (signal) => new Doorbell().wait(BACKUP_EVERY_MS, signal),
    );
  }

  /** What a process that died had in hand is free again; a send of its may have arrived. */
  async function recover(alone: boolean, inStore: Store, begunBefore: Date): Promise<void> {
    const time = now();
    const { released, uncertain } = await inStore.transaction(async ({ inbox, outbox }) => ({
      released: alone ? await inbox.releaseAll(time) : 0,
      uncertain: await outbox.recover(time, begunBefore),
    }));
    if (released + uncertain > 0) log.warn('took over from a process that ended', { released, uncertain });
  }

  /** A clock that was set back while nothing ran must neither turn the order round nor make anybody wait. */
  async function goOnBehind(opened: Store): Promise<void> {
    const ids = await opened.transaction(async ({ inbox, outbox }) => [
      await inbox.latestId(),
      await outbox.latestId(),
    ]);
    const known = ids.filter((id) => id !== undefined);
    known.forEach(newId.after);
    if (known.some((id) => timeOfId(id) > now().getTime())) await makeAllDue(opened, now());
  }

  /** Connects a messenger and keeps trying; the others work meanwhile. */
  function connect(channel: Channel): void {
    const webhook = usesWebhook(channel, settings) ? `${settings.PUBLIC_URL}/webhooks/${channel.name}` : undefined;
    let connected = false;
    loopAlways(
      channel.name,
      async (signal) => {
        if (!connected) {
          const as = await channel.connect?.(webhook);
          // Zalo’s name of an account is no name that people could look for.
          if (as?.startsWith('@')) foundAs.set(channel.name, as);
          log.info('channel connected', {
            channel: channel.name,
            as,
            updates: webhook ? 'webhook' : 'polling',
          });
          connected = true;
        }
        if (webhook !== undefined || !channel.poll) return false;
        try {
          await channel.poll((messages) => takeIn(channel, messages), signal);
        } catch (fault) {
          // What could not be kept comes again, and others may have written meanwhile: they too are told from memory.
          if (!(fault instanceof StoreFault)) throw fault;
          await new Doorbell().wait(POLL_AGAIN_MS, signal);
        }
        return true;
      },
      (signal) => new Doorbell().wait(60 * 60_000, signal),
    );
  }
}

function channelsFrom(settings: Settings, log: Log, spare: () => boolean): readonly Channel[] {
  const channels: Channel[] = [new WebChannel()];
  if (settings.TELEGRAM_BOT_TOKEN) {
    channels.push(
      new TelegramChannel({
        token: settings.TELEGRAM_BOT_TOKEN,
        apiRoot: settings.TELEGRAM_API_ROOT,
        webhookSecret: settings.TELEGRAM_WEBHOOK_SECRET,
        log,
        spare,
      }),
    );
  }
  if (settings.ZALO_BOT_TOKEN) {
    const api = new HttpZaloBotApi({ token: settings.ZALO_BOT_TOKEN, apiRoot: settings.ZALO_API_ROOT });
    channels.push(new ZaloChannel({ api, webhookSecret: settings.ZALO_WEBHOOK_SECRET, log }));
  }
  return channels;
}

/** With `webhook` but no `PUBLIC_URL` the address is set by hand at the platform; polling would be refused there. */
function usesWebhook({ name }: Channel, settings: Settings): boolean {
  if (name === 'telegram') return settings.TELEGRAM_UPDATES === 'webhook';
  if (name === 'zalo') return settings.ZALO_UPDATES === 'webhook';
  return false;
}

/**
 * Each with the first chart or file of its kind: the libraries behind them are large, and nobody who asks the bot something
 * needs them.
 */
const documents: Documents = {
  chartSvg: async (chart) => (await import('./documents/chart-svg.ts')).chartSvg(chart),
  tableCsv: async (table) => (await import('./documents/table-csv.ts')).tableCsv(table),
  tableXlsx: async (table) => (await import('./documents/table-xlsx.ts')).tableXlsx(table),
  reportDocx: async (report) => (await import('./documents/report-docx.ts')).reportDocx(report),
  reportXlsx: async (report) => (await import('./documents/report-xlsx.ts')).reportXlsx(report),
};
