const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const;

/** `1.4 GB`, with 1000 bytes to a KB as disks are sold. */
export function bytesInWords(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)));
  const shown = bytes / 1000 ** step;
  return `${step === 0 || shown >= 100 ? Math.round(shown) : Math.round(shown * 10) / 10} ${UNITS[step]}`;
}

const MINUTE_MS = 60_000;

/** `40 seconds`, `26 hours`, `3 days`. */
export function timeInWords(ms: number): string {
  if (ms < 2 * MINUTE_MS) return `${Math.round(ms / 1000)} seconds`;
  if (ms < 120 * MINUTE_MS) return `${Math.round(ms / MINUTE_MS)} minutes`;
  if (ms < 48 * 60 * MINUTE_MS) return `${Math.round(ms / (60 * MINUTE_MS))} hours`;
  return `${Math.floor(ms / (24 * 60 * MINUTE_MS))} days`;
}
