import { z } from 'zod';
import { ZaloAnswerError, ZaloApiError, ZaloGatewayError } from './zalo-errors.ts';

/** An answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly text: string;
}

const Envelope = z.object({
  ok: z.boolean().optional(),
  result: z.unknown().optional(),
  error_code: z.number().optional(),
  errorCode: z.number().optional(), // seen once, with 426
  error: z.number().optional(), // as other services of Zalo write it; 0 is no error
  description: z.string().optional(),
  message: z.unknown().optional(),
});

/**
 * What Zalo answered. The body is judged first and the status only where the body says nothing: most errors come with
 * HTTP status 200.
 *
 * @param bareIsFine An answer without `ok` is the result itself: nothing, or an update without its envelope.
 * @param hidden Cleans Zalo's description of what must not be read in a log.
 * @throws ZaloApiError when Zalo says no, `ZaloGatewayError` for what is not JSON, `ZaloAnswerError` for JSON that
 *   says neither yes nor no.
 */
export function resultIn(
  method: string,
  { status, text }: RawAnswer,
  bareIsFine: boolean,
  hidden: (text: string) => string,
): unknown {
  const body = parsed(text);
  if (body === undefined) throw new ZaloGatewayError(method, status);
  const envelope = Envelope.safeParse(body).data ?? {};
  if (envelope.ok === true) return envelope.result;
  const code = envelope.error_code ?? envelope.errorCode ?? (envelope.error || undefined);
  if (envelope.ok === false || code !== undefined || status >= 400) {
    throw new ZaloApiError(method, code ?? status, hidden(envelope.description ?? wordsIn(envelope.message)));
  }
  if (!bareIsFine) throw new ZaloAnswerError(method, status);
  return envelope.result ?? body;
}

/** @returns `undefined` for what is not JSON; an empty answer is `null`. */
function parsed(text: string): unknown {
  try {
    return text.trim() === '' ? null : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function wordsIn(message: unknown): string {
  return typeof message === 'string' ? message : '';
}
