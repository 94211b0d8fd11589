import { AppError } from '../../src/base/errors.ts';
import { SETTING_NAMES, type Settings, settingsFrom } from '../../src/settings.ts';
import { type Finding, good, look, mend } from './finding.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Below this a secret was typed on a keyboard rather than made by a machine; `openssl rand -base64 48` gives about 40. */
const FEWEST_DIFFERENT_SIGNS = 16;

export interface SettingsChecked {
  /** Undefined where the program would not start with them. */
  readonly settings: Settings | undefined;
  readonly findings: readonly Finding[];
}

/**
 * The settings as `npm start` reads them.
 *
 * @param fileNames Names that stand in `.env`: one that is no setting is a slip of the pen that nothing else would tell.
 */
export function checkSettings(environment: Environment, fileNames: readonly string[]): SettingsChecked {
  const misspelt = fileNames.filter((name) => !SETTING_NAMES.includes(name) && !ALSO_READ.includes(name));
  const slips =
    misspelt.length === 0
      ? []
      : [
          look(
            'names in .env',
            `no setting is called ${misspelt.join(', ')}`,
            'correct or remove them (README, “Settings”)',
          ),
        ];
  try {
    const settings = settingsFrom(environment);
    const findings = [good('settings', 'all can be read'), ...slips, ...checkKeys(settings), ...checkProxy(settings)];
    return { settings, findings };
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault;
    const faults = fault.message.split('\n').slice(1);
    const findings = faults.map((line) => mend('settings', line.trim(), 'correct it in the environment or in .env'));
    return { settings: undefined, findings: [...findings, ...slips] };
  }
}

/** Read by Node and its libraries, and fine in `.env`. */
const ALSO_READ = ['NODE_OPTIONS', 'TZ', 'NODE_EXTRA_CA_CERTS', 'UV_THREADPOOL_SIZE'];

function checkKeys(settings: Settings): readonly Finding[] {
  if (settings.developmentKeys) {
    return [
      mend(
        'keys',
        'DEVELOPMENT KEYS, which everybody can read in the source',
        'set DATA_KEY (openssl rand -base64 32) and SESSION_SECRET (openssl rand -base64 48) before anybody else writes; what was written until then cannot be opened with the new key',
      ),
    ];
  }
  const { SESSION_SECRET, DATA_KEY, DATA_KEY_OLD, TELEGRAM_WEBHOOK_SECRET, ZALO_WEBHOOK_SECRET } = settings;
  const others = { DATA_KEY, DATA_KEY_OLD, TELEGRAM_WEBHOOK_SECRET, ZALO_WEBHOOK_SECRET };
  const same = Object.entries(others).flatMap(([name, value]) => (value === SESSION_SECRET ? [name] : []));
  const findings: Finding[] = [];
  if (same.length > 0) {
    findings.push(
      mend('SESSION_SECRET', `is the same as ${same.join(', ')}`, 'make one of its own: openssl rand -base64 48'),
    );
  }
  if (new Set(SESSION_SECRET).size < FEWEST_DIFFERENT_SIGNS) {
    findings.push(
      mend('SESSION_SECRET', 'holds few different signs and can be guessed', 'make a new one: openssl rand -base64 48'),
    );
  }
  if (new Set(Buffer.from(DATA_KEY, 'base64')).size < FEWEST_DIFFERENT_SIGNS) {
    findings.push(
      mend(
        'DATA_KEY',
        'its bytes are not random',
        'make one with openssl rand -base64 32 and change to it: npm run rotate-key',
      ),
    );
  }
  if (TELEGRAM_WEBHOOK_SECRET !== undefined && TELEGRAM_WEBHOOK_SECRET === ZALO_WEBHOOK_SECRET) {
    findings.push(
      look('webhook secrets', 'Telegram and Zalo share one', 'give each its own, so that one leak is one leak'),
    );
  }
  if (DATA_KEY_OLD !== undefined) {
    findings.push(look('DATA_KEY_OLD', 'is still set', 'finish npm run rotate-key, then remove it from the settings'));
  }
  return findings.length > 0 ? findings : [good('keys', 'own keys, each different')];
}

/** The program speaks http itself; a public https address means that a proxy stands in front. */
function checkProxy({ PUBLIC_URL, TRUST_PROXY, HOST }: Settings): readonly Finding[] {
  if (PUBLIC_URL !== undefined && TRUST_PROXY === 0) {
    return [
      mend(
        'TRUST_PROXY',
        'is 0 behind the proxy of PUBLIC_URL: everybody seems to come from one address and shares its limits',
        'set TRUST_PROXY to the number of your own proxies, mostly 1',
      ),
    ];
  }
  if (PUBLIC_URL === undefined && TRUST_PROXY > 0) {
    return [
      look(
        'TRUST_PROXY',
        `is ${TRUST_PROXY} and no PUBLIC_URL is set: whoever reaches ${HOST} may invent addresses`,
        'set PUBLIC_URL, or TRUST_PROXY to 0 where no proxy is in front',
      ),
    ];
  }
  return [good('TRUST_PROXY', `${TRUST_PROXY} ${TRUST_PROXY === 1 ? 'proxy' : 'proxies'} in front`)];
}
