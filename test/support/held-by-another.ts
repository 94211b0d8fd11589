import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Another process holds the file of a database (`begin exclusive`) until it is told to let go. */
export async function heldByAnother(file: string): Promise<() => Promise<void>> {
  const code = `const db = new (require('better-sqlite3'))(process.argv[1]); db.exec('begin exclusive');
    process.stdout.write('held'); process.stdin.once('data', () => { db.exec('commit'); db.close(); process.exit(0); });`;
  const child = spawn(process.execPath, ['-e', code, file], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return async () => {
    child.stdin.write('let go');
    await once(child, 'close');
  };
}
