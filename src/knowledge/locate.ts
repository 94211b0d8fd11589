import type { Fault } from './parse-entry.ts';

/** A fault with the line of the field or section it names, where the text of the file shows one. Lines count from 1. */
export function locate(fault: Fault, text: string): Fault {
  if (fault.line !== undefined) return fault;
  const field = fault.field.split('.')[0] ?? '';
  const at = text.split(/\r?\n/).findIndex((line) => line.startsWith(`${field}:`) || line === `## ${field}`);
  return at < 0 ? fault : { ...fault, line: at + 1 };
}
