/** A real browser for looking at the playground, where one is installed. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser on this machine; undefined when there is none. */
export const browserPath: string | undefined = PLACES.find((path) => path && existsSync(path));

/** What the tests say when they can't run. */
export const NO_BROWSER =
  'SKIPPED: no Chromium was found; install it (apt-get install chromium) or name it in CHROMIUM';

/** Starts it without a window and without any talk to the outside. */
export function launchBrowser(): Promise<Browser> {
  if (!browserPath) throw new Error(NO_BROWSER);
  return chromium.launch({
    executablePath: browserPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
