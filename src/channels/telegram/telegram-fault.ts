import { GrammyError, HttpError } from 'grammy';
import { AppError } from '../../base/errors.ts';
import type { Delivery } from '../../ports/channel.ts';

/** What became of a message whose sending failed. Texts of Telegram change, so the code counts first. */
export function deliveryAfter(fault: unknown): Delivery {
  if (fault instanceof GrammyError) return afterRefusal(fault);
  if (surelyNotSent(fault) || isWebPage(fault) || isRedirect(fault)) return { result: 'wait', because: 'down' };
  return { result: 'uncertain', cause: withoutSecrets(fault) };
}

function afterRefusal(fault: GrammyError): Delivery {
  const { error_code: code, description, parameters } = fault;
  switch (code) {
    case 400:
      return { result: 'refused', because: /chat not found/i.test(description) ? 'person-left' : 'rejected' };
    case 401:
    case 404: // the answer to a token that has not the form of one
      return { result: 'wait', because: 'token' };
    case 403:
      return { result: 'refused', because: 'person-left' };
    case 429:
      return {
        result: 'wait',
        because: 'rate',
        forMs: parameters.retry_after === undefined ? undefined : parameters.retry_after * 1000,
      };
    case undefined: // an answer in JSON, but not one of Telegram's
    case 504: // the call was handed on and not answered in time
      return { result: 'uncertain', cause: withoutSecrets(fault) };
    default:
      return { result: 'wait', because: 'down' };
  }
}

/** A failed call as an error of ours; a mistake of ours stays what it is. */
export function telegramFault(fault: unknown): unknown {
  if (!(fault instanceof GrammyError || fault instanceof HttpError)) return fault;
  const cause = withoutSecrets(fault);
  if (fault instanceof HttpError) return new AppError('unavailable', 'Telegram cannot be reached now', { cause });
  const facts = { code: fault.error_code ?? 0 };
  switch (fault.error_code) {
    case 401:
    case 404:
      return new AppError('forbidden', 'Telegram does not accept our token', { facts, cause });
    case 409:
      return new AppError(
        'unavailable',
        'Somebody else receives the updates of this bot: a webhook is set, or a second program polls with our token',
        { facts, cause },
      );
    default:
      return new AppError('unavailable', 'Telegram did not do what we asked', { facts, cause });
  }
}

/** grammY's errors carry the message we sent, and the address with our token; of both, nothing may reach a log. */
export function withoutSecrets(fault: unknown): Error {
  if (fault instanceof GrammyError) return new Error(`${fault.method}: ${fault.error_code} ${fault.description}`);
  if (fault instanceof HttpError) return new Error(`${fault.message} ${codeOf(fault.error) ?? ''}`.trim());
  return new Error(fault instanceof Error ? fault.name : 'unknown fault');
}

const BEFORE_SENDING =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|ERR_TLS_CERT\w+)$/;
/** The operating system gives some of these codes also to a connection that stood: `read ETIMEDOUT`. */
const WHILE_TALKING = /\b(read|write) E[A-Z]+/;

/** Does the fault prove that no part of the request left this machine? Looks through the whole chain of causes. */
function surelyNotSent(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  const code = codeOf(fault);
  if (code !== undefined && BEFORE_SENDING.test(code)) return !WHILE_TALKING.test(fault.message);
  return surelyNotSent(fault instanceof HttpError ? fault.error : fault.cause);
}

/** A gateway before Telegram answered with HTML; grammY tells that only through the reason. */
function isWebPage(fault: unknown): boolean {
  return fault instanceof HttpError && fault.error instanceof Error && /Unexpected token '?</.test(fault.error.message);
}

/** Somebody before Telegram sent us elsewhere; we did not go, so nothing arrived. */
function isRedirect(fault: unknown): boolean {
  return (
    fault instanceof HttpError && fault.error instanceof Error && Reflect.get(fault.error, 'type') === 'no-redirect'
  );
}

function codeOf(fault: unknown): string | undefined {
  return fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : undefined;
}
