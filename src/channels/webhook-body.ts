import { AppError } from '../base/errors.ts';

/** Updates have a few hundred bytes to a few kilobytes: far above any of them, far below what would hurt us. */
const LONGEST_BODY_BYTES = 1024 * 1024;

/** Is there nothing in the body? Reads no further than to the first byte, so a stranger cannot make us read much. */
export async function isEmpty(call: Request): Promise<boolean> {
  return (await textOf(call, 0)) === '';
}

/**
 * The JSON in a webhook call.
 *
 * @returns `undefined` for an empty body, which is how a platform tries an address.
 * @throws AppError `invalid-input` when it is longer than 1 MiB, breaks off, or is not JSON.
 */
export async function bodyOf(call: Request): Promise<unknown> {
  const text = await textOf(call, LONGEST_BODY_BYTES);
  if (text === undefined) throw new AppError('invalid-input', 'The body is too long');
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // The fault of `JSON.parse` quotes the body, and with it somebody's words.
    throw new AppError('invalid-input', 'The body is not JSON');
  }
}

/** @returns `undefined` when there are more bytes than `limit`. */
async function textOf(call: Request, limit: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of call.body ?? []) {
      bytes += chunk.length;
      if (bytes > limit) return undefined;
      chunks.push(chunk);
    }
  } catch (cause) {
    throw new AppError('invalid-input', 'The body broke off', { cause });
  }
  return Buffer.concat(chunks).toString('utf8');
}
