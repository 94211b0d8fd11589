import { z } from 'zod';
import { type Settings, webhookAddress } from '../../src/settings.ts';
import { type Finding, good, mend, notTried } from './finding.ts';
import { timeInWords } from './sizes.ts';

const PATIENCE_MS = 8_000;
const MANY_WAITING = 100;
/** An error of a webhook counts as lasting when it is so young. */
const LATELY_MS = 60 * 60_000;

const Answer = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  error_code: z.number().optional(),
  description: z.string().optional(),
});
type Answer = z.infer<typeof Answer>;
const TelegramWebhook = z.object({
  url: z.string(),
  pending_update_count: z.number().default(0),
  /** Seconds since 1970. */
  last_error_date: z.number().optional(),
  last_error_message: z.string().optional(),
});
const ZaloWebhook = z.object({ url: z.string().default('') }).nullish();

/** Is the bot known to Telegram, and do its updates come to us? https://core.telegram.org/bots/api#getwebhookinfo */
export async function checkTelegram(settings: Settings, now: Date): Promise<readonly Finding[]> {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: root, TELEGRAM_UPDATES: updates } = settings;
  if (token === undefined) return [good('Telegram', 'off: no TELEGRAM_BOT_TOKEN')];
  const ask = (method: string) => call(root, token, method);
  const me = await ask('getMe');
  if (me === undefined) return [unreachable('Telegram', root)];
  // 404 is Telegram's answer to a token that has not the form of one.
  if (!me.ok) return [refused('Telegram', me, 'BotFather')];
  const { username } = z.object({ username: z.string() }).parse(me.result);
  const known = good('Telegram', `answers; the bot is @${username}`);
  const info = TelegramWebhook.safeParse((await ask('getWebhookInfo'))?.result);
  if (!info.success) return [known, notTried('Telegram webhook', 'getWebhookInfo gave no answer')];
  const { url, pending_update_count: pending, last_error_date: failedAt, last_error_message: failure } = info.data;
  const findings = [known, whereUpdatesGo('Telegram', url, updates, settings)];
  if (pending > MANY_WAITING) {
    findings.push(
      mend('Telegram updates', `${pending} wait to be fetched`, 'see whether the program runs and answers: --live'),
    );
  }
  if (updates === 'webhook' && failedAt !== undefined) {
    const agoMs = now.getTime() - failedAt * 1000;
    const saw = `Telegram could not deliver ${timeInWords(agoMs)} ago: ${failure ?? 'no reason given'}`;
    findings.push(
      agoMs < LATELY_MS
        ? mend('Telegram deliveries', saw, 'see the certificate, the proxy and /webhooks/telegram')
        : good('Telegram deliveries', `${saw}; none since`),
    );
  }
  return findings;
}

/**
 * Is the bot known to Zalo, and do its updates come to us? Zalo answers errors with HTTP 200, tells a missing webhook by
 * 404, and nothing of pending updates or failed deliveries.
 */
export async function checkZalo(settings: Settings): Promise<readonly Finding[]> {
  const { ZALO_BOT_TOKEN: token, ZALO_API_ROOT: root, ZALO_UPDATES: updates } = settings;
  if (token === undefined) return [good('Zalo', 'off: no ZALO_BOT_TOKEN')];
  const me = await call(root, token, 'getMe');
  if (me === undefined) return [unreachable('Zalo', root)];
  if (!me.ok) return [refused('Zalo', me, 'Zalo Bot Creator')];
  const known = good('Zalo', 'answers, and accepts the token');
  const answer = await call(root, token, 'getWebhookInfo');
  const none = answer?.ok === false && answer.error_code === 404;
  const info = ZaloWebhook.safeParse(answer?.result);
  if (answer === undefined || (!answer.ok && !none) || !info.success) {
    return [known, notTried('Zalo webhook', 'getWebhookInfo gave no answer')];
  }
  return [known, whereUpdatesGo('Zalo', none ? '' : (info.data?.url ?? ''), updates, settings)];
}

/** Compares what a platform calls with what we wait for. */
function whereUpdatesGo(
  name: 'Telegram' | 'Zalo',
  url: string,
  updates: 'polling' | 'webhook',
  settings: Settings,
): Finding {
  const check = `${name} webhook`;
  if (updates === 'polling') {
    return url === ''
      ? good(check, 'none is set, and we poll')
      : mend(
          check,
          `${url} is set, so polling gets nothing`,
          `restart the program, which removes it; or set ${name.toUpperCase()}_UPDATES=webhook`,
        );
  }
  const ours = webhookAddress(settings, name.toLowerCase());
  return url === ours
    ? good(check, `${url}, as it should be`)
    : mend(check, url === '' ? 'none is set' : `${url} is set, ours is ${ours}`, 'restart the program, which sets it');
}

function unreachable(name: string, root: string): Finding {
  return notTried(name, `${new URL(root).host} cannot be reached from here`);
}

function refused(name: string, { error_code: code, description }: Answer, maker: string): Finding {
  const saw = `${code ?? 'no code'} ${description ?? ''}`.trim();
  return code === 401 || code === 404
    ? mend(name, `does not accept the token (${saw})`, `copy it again from ${maker}`)
    : mend(name, `answers with an error (${saw})`, 'wait some minutes, then run the doctor again');
}

/** @returns Undefined where no answer in the platform's form came. Never throws: the address in a fault holds the token. */
async function call(root: string, token: string, method: string): Promise<Answer | undefined> {
  try {
    const answer = await fetch(`${root.replace(/\/+$/, '')}/bot${token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const read = Answer.safeParse(await answer.json());
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
