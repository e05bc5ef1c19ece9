import { existsSync } from 'node:fs';

import { chromium, type Browser } from 'playwright-core';

/** The browser that the tests drive, or undefined where there is none. */
export function findChromium(): string | undefined {
  const named = process.env['CHROME_PATH'];
  if (named) return named;
  return PLACES.find((file) => existsSync(file));
}

export type OpenBrowser = Pick<Browser, 'newContext'>;

/** Opens the browser before the tests of a file and closes it after. */
export function aBrowser(): OpenBrowser {
  let browser: Browser | undefined;

  before(async () => {
    browser = await launch();
  });

  after(() => browser?.close());
  return {
    newContext: (options) => {
      if (!browser) throw new Error('The browser is not open yet');
      return browser.newContext(options);
    },
  };
}

/** Without whatever talks to others than the site. */
export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: findChromium() ?? '', args: QUIET });

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const QUIET = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];
