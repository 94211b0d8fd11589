import { z } from 'zod';

export const LONGEST_NAME = 160;
export const LONGEST_SYMBOL = 30;

const name = z.string().trim().max(LONGEST_NAME, 'tooLong');

/** Names for the letterhead, as they are typed. Faults are keys of the words of the page. */
export const BodyForm = z.object({
  superior: name.default(''),
  name: name.min(1, 'needed'),
  symbol: z
    .string()
    .trim()
    .min(1, 'needed')
    .max(LONGEST_SYMBOL, 'tooLong')
    .regex(/^[\p{L}\d-]+$/u, 'badSymbol'),
  place: name.min(1, 'needed'),
});

export type BodyFields = z.infer<typeof BodyForm>;
export type BodyFault = 'needed' | 'tooLong' | 'badSymbol';
export type BodyFaults = Readonly<Partial<Record<keyof BodyFields, BodyFault>>>;

/** The faults by field, the first of each. */
export function faultsOf(error: z.ZodError): BodyFaults {
  const faults: Partial<Record<keyof BodyFields, BodyFault>> = {};
  for (const { path, message } of error.issues) {
    const field = path[0] as keyof BodyFields;
    faults[field] ??= message === 'tooLong' || message === 'badSymbol' ? message : 'needed';
  }
  return faults;
}
