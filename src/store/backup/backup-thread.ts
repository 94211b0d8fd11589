import { workerData } from 'node:worker_threads';
import { makeBackup } from './make-backup.ts';
import type { ThreadNeeds } from './nightly-backup.ts';

/** What the thread of a nightly backup does. It ends when the backup is made, and fails when it could not be made. */
const { at, ...needs } = workerData.backup as ThreadNeeds;
await makeBackup({ ...needs, now: () => at });
