import { connect } from 'node:tls';
import { type Finding, good, look, mend, notTried } from './finding.ts';

const PATIENCE_MS = 8_000;
const DAY_MS = 24 * 60 * 60_000;
const LITTLE_DAYS = 14;
const TOO_LITTLE_DAYS = 3;
/** Nothing is known of the other side when these stop us: no network here, or none to there. */
const NO_WAY = ['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'TIMEOUT'];

/** A certificate as the other side showed it. */
export interface CertificateSeen {
  readonly validTo: Date;
  /** Why a messenger would not believe it, as OpenSSL names it; undefined where it would. */
  readonly doubt: string | undefined;
}

/** Will people and messengers believe this certificate, and for how long still? */
export function judgeCertificate({ validTo, doubt }: CertificateSeen, now: Date): Finding {
  const days = Math.floor((validTo.getTime() - now.getTime()) / DAY_MS);
  const day = validTo.toISOString().slice(0, 10);
  if (days < 0) return mend('certificate', `ended on ${day}`, 'renew it; messengers deliver nothing until then');
  if (doubt !== undefined) {
    return mend('certificate', `is not believed: ${doubt}`, 'install the whole chain of a public authority');
  }
  if (days < TOO_LITTLE_DAYS) return mend('certificate', `ends on ${day}, in ${days} days`, 'renew it today');
  return days < LITTLE_DAYS
    ? look('certificate', `ends on ${day}, in ${days} days`, 'see why it was not renewed by itself')
    : good('certificate', `valid for ${days} more days`);
}

/** Nobody answered. @param code As the system names the reason. */
export function judgeSilence(host: string, code: string): Finding {
  return NO_WAY.includes(code)
    ? notTried('PUBLIC_URL', `${host} cannot be reached from here (${code}); look from outside`)
    : mend('PUBLIC_URL', `${host} does not answer (${code})`, 'start the proxy in front of the program');
}

/** Can PUBLIC_URL be reached from here, and is its certificate good? */
export async function checkPublicAddress(publicUrl: string | undefined, now: Date): Promise<readonly Finding[]> {
  if (publicUrl === undefined) return [notTried('PUBLIC_URL', 'none is set; fine for a trial and for polling')];
  const { hostname, port, host } = new URL(publicUrl);
  const seen = await certificateOf(hostname, Number(port || 443));
  if (!('validTo' in seen)) return [judgeSilence(host, seen.code)];
  const certificate = judgeCertificate(seen, now);
  return certificate.verdict === 'mend' ? [certificate] : [certificate, await checkBehind(publicUrl)];
}

async function checkBehind(publicUrl: string): Promise<Finding> {
  try {
    const answer = await fetch(new URL('/healthz', publicUrl), {
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return answer.status === 200
      ? good('PUBLIC_URL', 'leads to a program that answers')
      : mend('PUBLIC_URL', `/healthz answers ${answer.status}`, 'see where the proxy leads to, and whether we run');
  } catch {
    return mend('PUBLIC_URL', '/healthz gives no answer', 'see where the proxy leads to, and whether we run');
  }
}

function certificateOf(host: string, port: number): Promise<CertificateSeen | { readonly code: string }> {
  return new Promise((resolve) => {
    // Also a certificate that nobody believes is looked at: when it ended is what one wants to know.
    const socket = connect({ host, port, servername: host, rejectUnauthorized: false, timeout: PATIENCE_MS });
    const end = (told: CertificateSeen | { readonly code: string }) => {
      socket.destroy();
      resolve(told);
    };
    socket.once('secureConnect', () => {
      const { valid_to } = socket.getPeerCertificate();
      const doubt = socket.authorized ? undefined : String(socket.authorizationError);
      end({ validTo: new Date(valid_to), doubt });
    });
    socket.once('timeout', () => end({ code: 'TIMEOUT' }));
    socket.once('error', (fault: NodeJS.ErrnoException) => end({ code: fault.code ?? 'no TLS there' }));
  });
}
