/**
 * `good`: as it should be. `look`: works, and somebody should look. `mend`: must be mended. `not tried`: nothing is known,
 * which is said aloud because silence would read like `good`.
 */
export type Verdict = 'good' | 'look' | 'mend' | 'not tried';

/** What one check saw. Holds no secret and nothing that people wrote: it is printed, and pasted into tickets. */
export interface Finding {
  readonly check: string;
  readonly verdict: Verdict;
  readonly saw: string;
  /** What to do; always there for `mend` and `look`. */
  readonly toDo?: string;
}

/** What stands in front of a finding. */
const SIGNS: Readonly<Record<Verdict, string>> = { good: '✓', look: '!', mend: '✗', 'not tried': '?' };

/** As it should be. */
export function good(check: string, saw: string): Finding {
  return { check, verdict: 'good', saw };
}

/** Goes on for now, and somebody should look at it. */
export function look(check: string, saw: string, toDo: string): Finding {
  return { check, verdict: 'look', saw, toDo };
}

/** Has to be mended. */
export function mend(check: string, saw: string, toDo: string): Finding {
  return { check, verdict: 'mend', saw, toDo };
}

/** Could not be looked at, which says nothing about it. */
export function notTried(check: string, because: string): Finding {
  return { check, verdict: 'not tried', saw: `NOT TRIED: ${because}` };
}

/** The findings as lines for a terminal, then a sum. */
export function printed(findings: readonly Finding[]): string {
  const lines = findings.flatMap(({ check, verdict, saw, toDo }) => [
    `${SIGNS[verdict]} ${check}: ${saw}`,
    ...(toDo === undefined ? [] : [`    → ${toDo}`]),
  ]);
  const count = (verdict: Verdict) => findings.filter((finding) => finding.verdict === verdict).length;
  const sum = `${count('good')} good, ${count('look')} to look at, ${count('mend')} to mend, ${count('not tried')} not tried`;
  return `${[...lines, '', sum].join('\n')}\n`;
}

/** Cuts values that must not be shown out of every finding, wherever a platform or the system may have quoted them. */
export function hiding(secrets: readonly (string | undefined)[], findings: readonly Finding[]): readonly Finding[] {
  const hidden = secrets
    .filter((secret) => secret !== undefined && secret.length >= 4)
    .flatMap((secret = '') => [secret, encodeURIComponent(secret), secret.slice(secret.indexOf(':') + 1)])
    .filter((piece) => piece.length >= 4)
    .sort((a, b) => b.length - a.length);
  const clean = (text: string) => hidden.reduce((shown, secret) => shown.replaceAll(secret, '[hidden]'), text);
  return findings.map(({ check, verdict, saw, toDo }) => ({
    check,
    verdict,
    saw: clean(saw),
    ...(toDo === undefined ? {} : { toDo: clean(toDo) }),
  }));
}
