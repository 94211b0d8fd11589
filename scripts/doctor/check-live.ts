import { connect } from 'node:net';
import { type Finding, good, look, mend, notTried } from './finding.ts';
import { timeInWords } from './sizes.ts';

const PATIENCE_MS = 8_000;
/** Names of the gauges that `src/web/metrics.ts` exposes. */
const DEGRADED = 'hoi_quyen_degraded';
const LAG = 'nodejs_eventloop_lag_p99_seconds';
const LONG_LAG_SECONDS = 0.5;

/** Is there anybody at HOST and PORT? The program must be able to take it, or be there already. */
export async function checkPort(host: string, port: number): Promise<Finding> {
  if (port === 0) return good('port', 'any free one');
  const at = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  if (!(await listens(at, port))) {
    return look('port', `nothing listens at ${at}:${port}`, 'start the program, or check HOST and PORT');
  }
  const health = await get(`http://${at.includes(':') ? `[${at}]` : at}:${port}/healthz`);
  return isOurs(health)
    ? good('port', `the program answers at ${at}:${port}`)
    : mend('port', `another program listens at ${at}:${port}`, 'end it, or set another PORT');
}

/** What the running program says of itself at an address. */
export async function checkLive(address: string): Promise<readonly Finding[]> {
  const at = (path: string) => new URL(path, address).toString();
  const health = await get(at('/healthz'));
  if (health === undefined) return [mend('running', `no answer at ${address}`, 'start it, or see its log')];
  if (!isOurs(health)) return [mend('running', `/healthz answers ${health.status}`, 'see its log, then restart it')];
  const ready = await get(at('/readyz'));
  return [
    good('running', `answers at ${address}`),
    ready?.status === 200
      ? good('readiness', 'it can keep what people write')
      : mend('readiness', `/readyz answers ${ready?.status ?? 'nothing'}`, 'see the checks of database and disk'),
    ...(await checkDoors(at)),
    ...judgeMetrics(await get(at('/metrics'))),
  ];
}

/** Whoever has no secret is turned away. */
async function checkDoors(at: (path: string) => string): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const channel of ['telegram', 'zalo']) {
    const status = await post(at(`/webhooks/${channel}`));
    if (status === 401 || status === 403 || status === 404) {
      findings.push(good(`door of ${channel}`, status === 404 ? 'closed' : 'turns away a call without our secret'));
    } else if (status === undefined) {
      findings.push(notTried(`door of ${channel}`, 'no answer'));
    } else {
      findings.push(mend(`door of ${channel}`, `answers ${status} to a call without our secret`, 'see the proxy'));
    }
  }
  return findings;
}

function judgeMetrics(metrics: Got | undefined): readonly Finding[] {
  if (metrics?.status !== 200) {
    return [
      notTried('metrics', `/metrics is not open here (${metrics?.status ?? 'no answer'}); ask the program itself`),
    ];
  }
  const value = (name: string) => Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'm').exec(metrics.text)?.[1]);
  return [judgeDegraded(value(DEGRADED)), judgeLag(value(LAG))];
}

/** @param degraded 1 or 0; `NaN` where the program does not tell. */
function judgeDegraded(degraded: number): Finding {
  if (Number.isNaN(degraded)) return notTried('degraded', `/metrics does not tell ${DEGRADED}`);
  return degraded > 0
    ? mend('degraded', 'people get hotlines and emergency answers only', 'mend the database (docs/operations.md)')
    : good('degraded', 'no');
}

/** @param lag Seconds; `NaN` where the program does not tell, as in its first moments. */
function judgeLag(lag: number): Finding {
  if (Number.isNaN(lag)) return notTried('event loop', `/metrics does not tell ${LAG}`);
  return lag > LONG_LAG_SECONDS
    ? look('event loop', `one in a hundred waits ${timeInWords(lag * 1000)}`, 'give it more processor time')
    : good('event loop', `keeps up (${Math.round(lag * 1000)} ms)`);
}

interface Got {
  readonly status: number;
  readonly text: string;
}

function isOurs(health: Got | undefined): boolean {
  return health?.status === 200 && health.text.includes('"status"');
}

async function get(url: string): Promise<Got | undefined> {
  try {
    const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) });
    return { status: answer.status, text: await answer.text() };
  } catch {
    return undefined;
  }
}

async function post(url: string): Promise<number | undefined> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      // Not empty: Zalo tries a new address with an empty call, which we answer.
      body: '{"doctor":true}',
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return answer.status;
  } catch {
    return undefined;
  }
}

function listens(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: PATIENCE_MS });
    const end = (there: boolean) => {
      socket.destroy();
      resolve(there);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}
