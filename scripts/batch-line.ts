import { AppError } from '../src/base/errors.ts';

/**
 * One line of a batch for `ask`: a JSON object with the texts `id` and `text`.
 *
 * @param place Where it stands, for the error.
 * @throws AppError `invalid-input` for anything else; it does not repeat the line.
 */
export function readBatchLine(line: string, place: string): { readonly id: string; readonly text: string } {
  try {
    const { id, text } = JSON.parse(line);
    if (typeof id === 'string' && typeof text === 'string') return { id, text };
  } catch {
    // told below with the place
  }
  throw new AppError('invalid-input', `${place}: must be a JSON object with text fields "id" and "text"`);
}
