import { createHash, randomBytes } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Hono } from 'hono';
import type { AppError } from './base/errors.ts';
import type { MessageId } from './base/ids.ts';
import { LIFETIMES, type Lifetimes } from './base/lifetimes.ts';
import { StoreFault, type StoreTrouble } from './base/store-fault.ts';
import { CAPABILITIES } from './channels/capabilities.ts';
import { sendingLimits } from './channels/sending-limits.ts';
import type { Way } from './conversation/service.ts';
import { rowsCsv } from './documents/rows-csv.ts';
import { inviteFirstAdmin } from './flow/accounts/first-admin.ts';
import { AnswersFromMemory } from './flow/degraded/answers-from-memory.ts';
import { evenWithoutStore } from './flow/degraded/even-without-store.ts';
import { inTime } from './flow/degraded/in-time.ts';
import { TellFromMemory } from './flow/degraded/tell-from-memory.ts';
import { Teller } from './flow/degraded/teller.ts';
import { Doorbell } from './flow/doorbell.ts';
import type { LiveKnowledge } from './flow/entries/live-knowledge.ts';
import { WatchedClock } from './flow/follow-clock.ts';
import type { LawLibrary } from './flow/law/law-library.ts';
import { ownDataText } from './flow/own-data-text.ts';
import { Pace } from './flow/pace.ts';
import { receive } from './flow/receive.ts';
import type { RespondNeeds } from './flow/respond.ts';
import { LiveSettings } from './flow/service/live-settings.ts';
import { serviceOn } from './flow/service/service-on.ts';
import { watchClock } from './flow/service/watch-clock.ts';
import { Intake } from './flow/too-many.ts';
import { Loops } from './jobs/loops.ts';
import { ProcessLawReader } from './law-files/process-law-reader.ts';
import { CHANNEL_NAMES, type Channel, type ChannelName, type IncomingMessage } from './ports/channel.ts';
import type { Log } from './ports/log.ts';
import type { Store, Waiting } from './ports/store.ts';
import type { ProvinceCode } from './referral/legal-aid-centre.ts';
import { dueAt } from './service/targets.ts';
import type { Settings } from './settings.ts';
import { Argon2Passwords } from './sign-in/argon2-passwords.ts';
import { MemoryLockOut } from './sign-in/memory-lock-out.ts';
import { TotpSecondFactor } from './sign-in/totp-second-factor.ts';
import { idMaker } from './store/new-id.ts';
import type { openDatabase } from './store/open.ts';
import { webApp } from './web/app.tsx';
import { LongWork } from './web/console/kit/work.tsx';
import { banners } from './web/console/settings/banners.ts';
import { waitingFor } from './web/console/waiting.ts';
import { wholeConsole } from './web/console/whole-console.ts';
import { Metrics } from './web/metrics.ts';
import { channelsFrom, connect } from './wiring/channels.ts';
import { documents } from './wiring/documents.ts';
import { openKnowledge, readShipped } from './wiring/open-knowledge.ts';
import { openStore } from './wiring/open-store.ts';
import { startLoops, startSending } from './wiring/start-loops.ts';

/** How often it is looked whether everything is answered and sent. */
const IDLE_LOOK_MS = 20;
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
  const known = readShipped(settings.KNOWLEDGE_DIR, log);
  const lifetimes: Lifetimes = {
    conversationsDays: settings.KEEP_CONVERSATIONS_DAYS,
    referralsMonths: settings.KEEP_REFERRALS_MONTHS,
    auditMonths: settings.KEEP_AUDIT_MONTHS,
    backupsDays: settings.BACKUP_KEEP_DAYS,
    questionsDays: LIFETIMES.questionsDays,
  };
  const newId = idMaker(now);
  const store = await openStore({ settings, database, newId, now, log, onMended });
  const live = new LiveSettings({ store, log });
  await evenWithoutStore(() => live.refresh());
  const opened = await openKnowledge({ known, store, live, lifetimes, now, log });
  const { knowledge, laws, knowledgeOn, followLaw } = opened;

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
    spared: new Set<MessageId>(),
    onStuck: ({ id, channel, address, heard, inGroup }: Waiting) =>
      telling.tell(channel, [{ externalId: id, from: address, heard, sentAt: now(), inGroup }], 'kept'),
    onSetAside: (name: ChannelName) => metrics.tooMany(name, 'set-aside', 1),
  };

  const lawReader = new ProcessLawReader();
  const console = wholeConsole({
    ...respondNeeds,
    publicUrl: settings.PUBLIC_URL,
    shippedOn: knowledge.on,
    knowledge,
    live,
    works: new LongWork({ newId, now, log }),
    law: {
      read: (file, options) => lawReader.read(file, options),
      isReading: () => lawReader.busy,
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
    topics: known.shipped.files.topics,
    centres: () => known.shipped.files.centres,
    waiting: (account) => waitingFor(account, store, now()),
    banners: (language) => banners(live.current, language),
  });

  const lookAtClock = () =>
    watchClock({ store, knowledgeOn, capabilities, settings: () => live.current, now, log, onOwed });

  const loops = new Loops({ works: (signal) => store.works(signal), stopping: stopping.signal, log });
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
      while (await lookAtClock());
    },
    desk: respondNeeds,
    inviteFirstAdmin: () => inviteFirstAdmin({ store, newToken: () => randomBytes(32).toString('base64url'), now }),
    start() {
      startLoops(loops, {
        settings,
        lifetimes,
        store,
        opened,
        live,
        fromMemory,
        respondNeeds,
        metrics,
        watchedClock,
        lookAtClock,
        inboxBell,
        wakeAll,
        refuse,
      });
      for (const channel of channels) {
        startSending(channel, loops, {
          store,
          metrics,
          respondNeeds,
          paceOf,
          bell: outboxBells.get(channel.name) ?? new Doorbell(),
          takeBackBell: takeBackBells.get(channel),
          stopping: stopping.signal,
          hurry: hurrying.signal,
        });
        connect(channel, { settings, loops, takeIn, onFound: (name) => foundAs.set(channel.name, name), log });
      }
    },
    async stop() {
      stopping.abort();
      const hurry = setTimeout(() => hurrying.abort(), HURRY_AFTER_MS);
      await Promise.all([loops.ended(), ...[...tellers.values()].map((teller) => teller.done())]);
      clearTimeout(hurry);
      await Promise.all([lawReader.close(), knowledge.close(), laws.close()]);
      await store.close();
    },
  };

  /** Whoever waited is served at once. */
  function onMended(): void {
    telling.forget();
    for (const teller of tellers.values()) teller.forgetTheRest();
    wakeAll();
  }

  function wakeAll(): void {
    inboxBell.ring();
    onOwed();
  }
}
