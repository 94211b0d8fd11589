import { createHash, randomBytes } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Hono } from 'hono';
import { AppError } from './base/errors.ts';
import { CAPABILITIES } from './channels/capabilities.ts';
import { TelegramChannel } from './channels/telegram/telegram-channel.ts';
import { WebChannel } from './channels/web/web-channel.ts';
import { HttpZaloBotApi } from './channels/zalo/zalo-bot-api.ts';
import { ZaloChannel } from './channels/zalo/zalo-channel.ts';
import type { Way } from './conversation/service.ts';
import { rowsCsv } from './documents/rows-csv.ts';
import { inviteFirstAdmin } from './flow/accounts/first-admin.ts';
import { deliver } from './flow/deliver.ts';
import { keepTerms } from './flow/desk/keep-terms.ts';
import type { DeskNeeds } from './flow/desk/work-on-ticket.ts';
import { Doorbell } from './flow/doorbell.ts';
import { LiveKnowledge } from './flow/entries/live-knowledge.ts';
import { forgetOldQuestions } from './flow/forget-old-questions.ts';
import { citingOf } from './flow/law/citing.ts';
import { LawLibrary } from './flow/law/law-library.ts';
import { LiveCautions, withCautions } from './flow/law/live-cautions.ts';
import { LiveLaw } from './flow/law/live-law.ts';
import { watchLaw } from './flow/law/watch-law.ts';
import { withLaw } from './flow/law/with-law.ts';
import { receive } from './flow/receive.ts';
import { respond } from './flow/respond.ts';
import { LiveSettings } from './flow/service/live-settings.ts';
import { serviceOn } from './flow/service/service-on.ts';
import { watchClock } from './flow/service/watch-clock.ts';
import { withService } from './flow/service/with-service.ts';
import { ThreadIndexMaker } from './index-maker.ts';
import { runUntilStopped } from './jobs/run-until-stopped.ts';
import { ARTICLE_WEIGHTS, KEPT_IN, know } from './know.ts';
import { importLaw as readLawFile } from './law-files/import-law.ts';
import type { Channel, ChannelName, IncomingMessage } from './ports/channel.ts';
import type { Documents } from './ports/documents.ts';
import type { Log } from './ports/log.ts';
import type { Store } from './ports/store.ts';
import type { ProvinceCode } from './referral/legal-aid-centre.ts';
import { vi } from './reply/wording/vi.ts';
import { dueAt } from './service/targets.ts';
import type { Settings } from './settings.ts';
import { Argon2Passwords } from './sign-in/argon2-passwords.ts';
import { MemoryLockOut } from './sign-in/memory-lock-out.ts';
import { TotpSecondFactor } from './sign-in/totp-second-factor.ts';
import { migrate } from './store/migrate.ts';
import { idMaker } from './store/new-id.ts';
import { isOneProcess, openDatabase } from './store/open.ts';
import { SqlStore } from './store/sql-store.ts';
import { Vault } from './store/vault.ts';
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
const IDLE_LOOK_MS = 20;
/** How soon what an admin set in another process holds here. */
const SETTINGS_EVERY_MS = 3_000;
/** How soon an entry that was published in another process is found here. */
const ENTRIES_EVERY_MS = 2_000;
/** How soon a law that was imported in another process can be read here. */
const LAWS_EVERY_MS = 3_000;
const CLOCK_EVERY_MS = 30_000;
const WATCH_LAW_EVERY_MS = 24 * 60 * 60_000;
const FORGET_EVERY_MS = 24 * 60 * 60_000;
/** How long sends under way may take after the signal to stop. */
const HURRY_AFTER_MS = 8_000;

/** The running program. */
export interface App {
  readonly web: Hono;
  readonly store: Store;
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
  /** What the journeys of staff need, for programs that work on tickets. */
  readonly desk: DeskNeeds;
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
}

/**
 * Builds every part once, by hand, in order.
 *
 * @throws AppError when the knowledge or the database cannot be opened, or no entry could be read.
 */
export async function openApp({
  settings,
  log,
  now = () => new Date(),
  channels = channelsFrom(settings, log),
}: AppNeeds): Promise<App> {
  const { library, faults, shipped, decision } = know(settings.KNOWLEDGE_DIR, (day) =>
    log.info('learning the index, some seconds once for each change of the knowledge', { day }),
  );
  if (library.entries.length === 0)
    throw new AppError('not-found', `No entry could be read in ${settings.KNOWLEDGE_DIR}`);
  if (faults.length > 0) log.warn('knowledge has faults; see npm run kb:check', { faults: faults.length });

  const newId = idMaker(now);
  const db = openDatabase(settings.DATABASE_URL);
  await migrate(db);
  const store = new SqlStore(db, new Vault(Buffer.from(settings.DATA_KEY, 'base64')), newId, (what, id) =>
    log.warn('a stored message cannot be opened; was DATA_KEY changed?', { what, id }),
  );
  await recover(isOneProcess(settings.DATABASE_URL));
  const live = new LiveSettings({ store, log });
  await live.refresh();
  // Holds the index of today before anything else begins, so that nobody waits for it and readiness means it.
  const maker = new ThreadIndexMaker(KEPT_IN);
  const knowledge = await LiveKnowledge.open({ store, shipped, decision, maker, wording: vi, now, log });
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
  const takeIn = async (channel: Channel, messages: readonly IncomingMessage[]): Promise<void> => {
    metrics.received(
      channel.name,
      await receive(channel.name, messages, { store, now, onStored: () => inboxBell.ring() }),
    );
  };
  /** How the bot is found on a messenger that is connected. */
  const foundAs = new Map<ChannelName, string>();
  const ways = () =>
    channels.flatMap(({ name: on }): Way[] => {
      if (on === 'terminal' || (on === 'web' && settings.PUBLIC_URL === undefined)) return [];
      return [{ on, at: on === 'web' ? settings.PUBLIC_URL : foundAs.get(on) }];
    });
  const capabilities = (name: ChannelName) => CAPABILITIES[name];
  const onOwed = () => outboxBells.forEach((bell) => bell.ring());
  const respondNeeds = {
    store,
    knowledgeOn,
    capabilities,
    serviceOn: (name: ChannelName) => serviceOn(name, live.current.switches, ways()),
    dueAt: (at: Date, province: ProvinceCode) => dueAt(at, province, live.current.targets, live.current.workingTime),
    newId,
    randomBytes: (count: number) => randomBytes(count),
    now,
    log,
    onOwed,
    onAsked: (asked: Parameters<Metrics['asked']>[0]) => metrics.asked(asked),
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

  const stopping = new AbortController();
  const hurrying = new AbortController();
  // Every loop and every send under way listens, more at once than the ten after which Node warns of a leak.
  setMaxListeners(0, stopping.signal, hurrying.signal);
  const loops: Promise<void>[] = [];
  const loop = (
    name: string,
    step: (signal: AbortSignal) => Promise<boolean>,
    rest: (signal: AbortSignal) => Promise<void>,
  ) =>
    loops.push(
      runUntilStopped({ step, rest, onFault: (fault) => log.fault(`${name} failed`, fault) }, stopping.signal),
    );

  return {
    web: webApp({
      publicUrl: settings.PUBLIC_URL,
      channels,
      store,
      receive: takeIn,
      metrics,
      console,
      log,
      newId,
      now,
    }),
    store,
    knowledge,
    laws,
    channels,
    receive: takeIn,
    async idle() {
      while (
        !(await store.transaction(
          async ({ inbox, outbox }) => (await inbox.countWaiting()) + (await outbox.countDue(now())) === 0,
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
      loop(
        'responding',
        () => respond(respondNeeds),
        (signal) => inboxBell.wait(INBOX_REST_MS, signal),
      );
      loops.push(
        keepTerms({ store }, stopping.signal).catch((fault: unknown) => log.fault('words of old tickets', fault)),
      );
      loop(
        'recovering',
        () => recover(false).then(() => false),
        (signal) => new Doorbell().wait(RECOVER_EVERY_MS, signal),
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
        'forgetting old questions',
        () => forgetOldQuestions({ store, now, log }).then(() => false),
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
      for (const channel of channels) {
        const bell = outboxBells.get(channel.name) ?? new Doorbell();
        loops.push(deliver({ store, channel, now, log, bell, hurry: hurrying.signal }, stopping.signal));
        if (channel.connect) connect(channel);
      }
    },
    async stop() {
      stopping.abort();
      const hurry = setTimeout(() => hurrying.abort(), HURRY_AFTER_MS);
      await Promise.all(loops);
      clearTimeout(hurry);
      await Promise.all([knowledge.close(), laws.close()]);
      await store.close();
    },
  };

  /** What a process that died had in hand is free again; a send of its may have arrived. */
  async function recover(alone: boolean): Promise<void> {
    const time = now();
    const begunBefore = alone ? time : new Date(time.getTime() - DEAD_SEND_MS);
    const { released, uncertain } = await store.transaction(async ({ inbox, outbox }) => ({
      released: alone ? await inbox.releaseAll(time) : 0,
      uncertain: await outbox.recover(time, begunBefore),
    }));
    if (released + uncertain > 0) log.warn('took over from a process that ended', { released, uncertain });
  }

  /** Connects a messenger and keeps trying; the others work meanwhile. */
  function connect(channel: Channel): void {
    const webhook = usesWebhook(channel, settings) ? `${settings.PUBLIC_URL}/webhooks/${channel.name}` : undefined;
    let connected = false;
    loop(
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
        await channel.poll((messages) => takeIn(channel, messages), signal);
        return true;
      },
      (signal) => new Doorbell().wait(60 * 60_000, signal),
    );
  }
}

function channelsFrom(settings: Settings, log: Log): readonly Channel[] {
  const channels: Channel[] = [new WebChannel()];
  if (settings.TELEGRAM_BOT_TOKEN) {
    channels.push(
      new TelegramChannel({
        token: settings.TELEGRAM_BOT_TOKEN,
        apiRoot: settings.TELEGRAM_API_ROOT,
        webhookSecret: settings.TELEGRAM_WEBHOOK_SECRET,
        log,
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
