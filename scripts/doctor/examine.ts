import { dirname } from 'node:path';
import type { Settings } from '../../src/settings.ts';
import { checkBackupDisk, checkBackups } from './check-backups.ts';
import { checkDatabase } from './check-database.ts';
import { checkDisk, checkFolder, checkPrivate, sqliteFile } from './check-files.ts';
import { checkKnowledge } from './check-knowledge.ts';
import { checkLive, checkPort } from './check-live.ts';
import { checkClock, checkNode } from './check-machine.ts';
import { checkTelegram, checkZalo } from './check-platforms.ts';
import { checkPublicAddress } from './check-public-address.ts';
import { checkSettings } from './check-settings.ts';
import { type Finding, hiding, notTried } from './finding.ts';

export interface ExamineNeeds {
  /** With what stands in `.env`. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Names that stand in `.env`. */
  readonly fileNames: readonly string[];
  readonly envFile: string;
  /** Where the program runs that is to be asked as well. */
  readonly live: string | undefined;
  readonly now: () => Date;
}

/** Everything that can be seen of a deployment from where it runs, one finding after the other. Changes nothing. */
export async function examine({
  environment,
  fileNames,
  envFile,
  live,
  now,
}: ExamineNeeds): Promise<readonly Finding[]> {
  const { settings, findings } = checkSettings(environment, fileNames);
  const seen = [
    ...findings,
    checkNode(process.version, now()),
    checkPrivate('.env', envFile),
    ...(settings === undefined
      ? [notTried('everything else', 'the settings come first')]
      : await examineWith(settings, now)),
    ...(live === undefined ? [] : await attempt('running', () => checkLive(live))),
  ];
  const secrets = Object.entries(environment).flatMap(([name, value]) => (SECRET.test(name) ? [value] : []));
  return hiding([...secrets, passwordIn(environment.DATABASE_URL)], seen);
}

const SECRET = /^(DATA_KEY|DATA_KEY_OLD|SESSION_SECRET|(TELEGRAM|ZALO)_(BOT_TOKEN|WEBHOOK_SECRET))$/;

async function examineWith(settings: Settings, now: () => Date): Promise<readonly Finding[]> {
  const { DATABASE_URL, BACKUP_DIR, KNOWLEDGE_DIR, PUBLIC_URL, HOST, PORT } = settings;
  const file = sqliteFile(DATABASE_URL);
  const backups = await checkBackups(BACKUP_DIR, now());
  const roots = [
    ...(settings.TELEGRAM_BOT_TOKEN ? [settings.TELEGRAM_API_ROOT] : []),
    ...(settings.ZALO_BOT_TOKEN ? [settings.ZALO_API_ROOT] : []),
  ];
  return [
    await checkClock(roots, now),
    ...(file === undefined
      ? []
      : [
          checkPrivate('database file', file),
          checkFolder('data folder', dirname(file)),
          checkDisk(file, backups.newestBytes),
        ]),
    ...(await attempt('knowledge', async () => checkKnowledge(KNOWLEDGE_DIR, now()))),
    ...(await attempt('database', () => checkDatabase(settings, now()))),
    ...backups.findings,
    ...checkBackupDisk(BACKUP_DIR, file),
    ...(await attempt('Telegram', () => checkTelegram(settings, now()))),
    ...(await attempt('Zalo', () => checkZalo(settings))),
    ...(await attempt('PUBLIC_URL', () => checkPublicAddress(PUBLIC_URL, now()))),
    await checkPort(HOST, PORT),
  ];
}

/** A check that fails in a way nobody thought of must not hide what the others see. */
async function attempt(check: string, look: () => Promise<readonly Finding[]>): Promise<readonly Finding[]> {
  try {
    return await look();
  } catch (fault) {
    return [notTried(check, `the check itself failed: ${fault instanceof Error ? fault.message : 'unknown fault'}`)];
  }
}

/** The password in `postgres://user:password@host/name`, as it is written there. */
function passwordIn(url: string | undefined): string | undefined {
  return /\/\/[^:/@]*:([^@]*)@/.exec(url ?? '')?.[1];
}
