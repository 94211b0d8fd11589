import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable'];
const path = process.env.CHROMIUM_PATH ?? PLACES.find((place) => existsSync(place));

/** Why there is no browser to test with; `undefined` where there is one. For `describe.skipIf`. */
export const noBrowser: string | undefined =
  path !== undefined && existsSync(path)
    ? undefined
    : 'SKIPPED: no browser. Install Chromium (apt-get install chromium) or set CHROMIUM_PATH';

/** Without network of its own: whatever these switch off would call the outside, or wait for it. */
const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts Chromium with a new, empty profile (playwright makes one for each launch and deletes it afterwards). */
export function openBrowser(): Promise<Browser> {
  if (path === undefined) throw new Error(noBrowser);
  return chromium.launch({ executablePath: path, args: ARGS });
}
