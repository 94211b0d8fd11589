import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Drill, type DrillNeeds, type DrillResult, runOn } from './drill.ts';
import { inParts } from './people.ts';
import type { Stand } from './stand.ts';

const TIMES = 5;
const FEWEST_TIMES = 2;
const FULL_MS = 4_000;
const BEFORE_MS = 2_000;
const DISK_MB = 64;

/** The disk of the database is full, has space again, and is full again. */
export const diskFull: Drill = {
  name: 'disk-full',
  on: 'sqlite',
  about: 'the disk of the database is full for seconds, again and again, while people write',
  share: 3_000,
  run: async (needs) => {
    const disk = SmallDisk.mount();
    try {
      return await drillOn(needs, disk);
    } finally {
      disk?.unmount();
    }
  },
};

async function drillOn(needs: DrillNeeds, disk: SmallDisk | undefined): Promise<DrillResult> {
  const where = disk ? { folder: disk.folder } : {};
  return runOn(diskFull.name, needs, { telegramUpdates: 'webhook', ...where }, async (stand) => {
    const times = Math.max(FEWEST_TIMES, Math.round(TIMES * needs.size));
    const people = needs.people.calm(needs.messages);
    const figures = { times_full: times, refused_while_full: 0, a_disk_of_its_own: disk ? 1 : 0 };
    for (const some of inParts(people, times)) {
      const [early = [], late = []] = inParts(some, 2);
      const before = stand.reposts;
      const earlyOnes = stand.write(early);
      await sleep(BEFORE_MS * needs.random());
      const free = disk ? disk.fill() : limitFiles(stand);
      const lateOnes = stand.write(late);
      await sleep(FULL_MS);
      free();
      figures.refused_while_full += stand.reposts - before;
      await Promise.all([earlyOnes, lateOnes]);
    }
    const noticed = figures.refused_while_full > 0;
    return { people, figures, faults: noticed ? [] : ['the program never noticed that the disk was full'] };
  });
}

/** A file system in memory, small enough to be filled. */
class SmallDisk {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** @returns `undefined` where this process may not mount anything. */
  static mount(): SmallDisk | undefined {
    const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-disk-'));
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'tmpfs', folder], { stdio: 'ignore' });
      return new SmallDisk(folder);
    } catch {
      rmSync(folder, { recursive: true });
      return undefined;
    }
  }

  /** Writes until nothing more fits. @returns What makes space again. */
  fill(): () => void {
    const path = join(this.folder, 'filler');
    const file = openSync(path, 'w');
    for (let bytes = 1 << 20; bytes >= 1; ) {
      try {
        writeSync(file, Buffer.alloc(bytes));
      } catch {
        bytes >>= 1;
      }
    }
    closeSync(file);
    return () => rmSync(path);
  }

  unmount(): void {
    execFileSync('umount', ['-l', this.folder], { stdio: 'ignore' });
    rmSync(this.folder, { recursive: true });
  }
}

/** Without a disk of its own: the system lets the program write no byte beyond the first of any file (`RLIMIT_FSIZE`). */
function limitFiles(stand: Stand): () => void {
  const limit = (bytes: string) => execFileSync('prlimit', ['--pid', String(stand.child.pid), `--fsize=${bytes}:`]);
  limit('1');
  return () => limit('unlimited');
}
