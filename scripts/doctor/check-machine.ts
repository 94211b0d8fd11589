import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Finding, good, look, mend, notTried } from './finding.ts';
import { timeInWords } from './sizes.ts';

/** Last day on which a line of Node gets mended, https://github.com/nodejs/release#release-schedule. */
const MENDED_UNTIL: Readonly<Record<number, string>> = { 20: '2026-04-30', 22: '2027-04-30', 24: '2028-04-30' };
/** A code of a phone app is good for 30 seconds; beyond that nobody can sign in. */
const MOST_WRONG_MS = 20_000;
const PATIENCE_MS = 5_000;

/** @param version As `process.version`. */
export function checkNode(version: string, now: Date): Finding {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 13) || major >= 24;
  if (!fits) return mend('Node', `${version} is too old, or a line that is not supported`, 'install Node 22 or 24');
  const until = MENDED_UNTIL[major];
  return until !== undefined && until < now.toISOString().slice(0, 10)
    ? look('Node', `${version} gets no security mendings since ${until}`, 'change to Node 22 or 24 soon')
    : good('Node', version);
}

/** What somebody else's clock says, compared with ours. Time zones play no part in either. */
export function judgeClock(ours: Date, theirs: Date, whose: string): Finding {
  const apartMs = Math.abs(ours.getTime() - theirs.getTime());
  return apartMs > MOST_WRONG_MS
    ? mend(
        'clock',
        `${timeInWords(apartMs)} apart from ${whose}`,
        'turn on time synchronisation (timedatectl set-ntp true); with a wrong clock no sign-in code fits and reminders come at the wrong hour',
      )
    : good('clock', `agrees with ${whose}`);
}

/**
 * Asks the platforms what time it is (`Date` header), and where none can be reached the system whether it follows a time
 * server.
 *
 * @param roots Addresses of platforms, the first that answers counts.
 * @param timedatectl Command of systemd that knows.
 */
export async function checkClock(
  roots: readonly string[],
  now: () => Date,
  timedatectl = 'timedatectl',
): Promise<Finding> {
  for (const root of roots) {
    try {
      const answer = await fetch(root, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
        redirect: 'manual',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const date = new Date(answer.headers.get('date') ?? '');
      if (!Number.isNaN(date.getTime())) return judgeClock(now(), date, new URL(root).host);
    } catch {
      // The next one, or the system itself.
    }
  }
  try {
    const told = await promisify(execFile)(timedatectl, ['show', '--property=NTPSynchronized', '--value']);
    return told.stdout.trim() === 'yes'
      ? good('clock', 'follows a time server')
      : mend('clock', 'does not follow a time server', 'turn on time synchronisation: timedatectl set-ntp true');
  } catch {
    return notTried('clock', 'no platform answered with its time, and there is no timedatectl to ask');
  }
}
