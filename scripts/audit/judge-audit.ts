import { z } from 'zod';

/** Advisories that were read and do not concern us, each with the reason and the day until which that holds. */
export const Accepted = z.array(
  z.strictObject({
    /** `GHSA-…`. */
    id: z.string().regex(/^GHSA(?:-[a-z0-9]{4}){3}$/),
    package: z.string().min(1),
    reason: z.string().min(20),
    /** `2027-01-31`: then it is looked at again. */
    until: z.iso.date(),
  }),
);
export type AcceptedAdvisories = z.infer<typeof Accepted>;

const Advisory = z.object({ name: z.string(), title: z.string(), url: z.string(), severity: z.string() });
const Answer = z.object({
  vulnerabilities: z.record(z.string(), z.object({ via: z.array(z.union([z.string(), Advisory])) })),
});

export type AuditVerdict =
  | { readonly verdict: 'pass'; readonly accepted: readonly string[] }
  | { readonly verdict: 'fail'; readonly because: readonly string[] }
  /** Nobody looked: the registry has no advisories, or cannot be reached. */
  | { readonly verdict: 'not tried'; readonly because: string };

/** From here on an advisory stops a build. */
const SERIOUS = ['high', 'critical'];

/**
 * What the answer of `npm audit --json` comes to.
 *
 * @param today `2026-11-29`; what was accepted until an earlier day counts no more.
 */
export function judgeAudit(answer: string, accepted: AcceptedAdvisories, today: string): AuditVerdict {
  const read = Answer.safeParse(parsed(answer));
  if (!read.success) return { verdict: 'not tried', because: reasonIn(answer) };
  const advisories = Object.values(read.data.vulnerabilities)
    .flatMap(({ via }) => via)
    .filter((one) => typeof one !== 'string')
    .filter(({ severity }) => SERIOUS.includes(severity));
  const because = new Set<string>();
  const passed = new Set<string>();
  for (const { name, title, url, severity } of advisories) {
    const id = url.split('/').at(-1) ?? '';
    const known = accepted.find((one) => one.id === id && one.package === name);
    if (known && known.until >= today) passed.add(id);
    else because.add(`${name}: ${title} (${severity}, ${url})${known ? `; accepted until ${known.until}` : ''}`);
  }
  return because.size > 0 ? { verdict: 'fail', because: [...because] } : { verdict: 'pass', accepted: [...passed] };
}

function parsed(answer: string): unknown {
  try {
    return JSON.parse(answer);
  } catch {
    return undefined;
  }
}

const Refusal = z.object({ message: z.string().optional(), error: z.object({ summary: z.string() }).optional() });

function reasonIn(answer: string): string {
  const { message, error } = Refusal.safeParse(parsed(answer)).data ?? {};
  const reason = error?.summary || message || '';
  // The address of a registry says where somebody works, and nothing about the packages.
  return reason.replace(/https?:\/\/\S+/g, 'the registry').trim() || 'npm audit gave no answer';
}
