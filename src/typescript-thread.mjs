// The beginning of a thread or of a process of its own, in plain JavaScript: on Node 20 the program's own `--import tsx` does
// not reach threads, and where a process is started from is no matter.
import { workerData } from 'node:worker_threads';
import { tsImport } from 'tsx/esm/api';

await tsImport(workerData?.file ?? process.argv[2], import.meta.url);
