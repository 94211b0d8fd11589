// The beginning of a thread, in plain JavaScript: on Node 20 the program's own `--import tsx` does not reach threads.
import { workerData } from 'node:worker_threads';
import { tsImport } from 'tsx/esm/api';

await tsImport(workerData.file, import.meta.url);
