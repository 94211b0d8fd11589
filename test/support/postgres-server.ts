import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** PostgreSQL runs for everybody but root; `nobody` then. */
const NOBODY = 65_534;
const as = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
const PROGRAMS = ['initdb', 'pg_ctl', 'pg_dump', 'psql'];

/** Are the programs of a PostgreSQL server on this machine? */
export const hasPostgres = PROGRAMS.every((program) => spawnSync(program, ['--version']).status === 0);

/** A real PostgreSQL server on loopback, with a password, until it is stopped. */
export class PostgresServer {
  readonly #folder: string;
  readonly #port: number;

  private constructor(folder: string, port: number) {
    this.#folder = folder;
    this.#port = port;
  }

  static async start(): Promise<PostgresServer> {
    const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-pg-'));
    if (as.uid !== undefined) chownSync(folder, as.uid, as.gid);
    const server = new PostgresServer(folder, await freePort());
    const data = join(folder, 'data');
    const quiet = { ...as, cwd: folder, stdio: 'ignore' } as const;
    execFileSync('initdb', ['-D', data, '-U', 'bot', '--auth=trust', '-E', 'UTF8', '--locale=C', '-N'], quiet);
    const options = `-p ${server.#port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off`;
    execFileSync('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start'], quiet);
    return server;
  }

  /** The password is not asked for here; it shows whether it turns up where it must not. */
  url(database: string): string {
    return `postgres://bot:mat-khau-cua-may@127.0.0.1:${this.#port}/${database}`;
  }

  stop(): void {
    execFileSync('pg_ctl', ['-D', join(this.#folder, 'data'), '-m', 'immediate', 'stop'], { ...as, stdio: 'ignore' });
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
