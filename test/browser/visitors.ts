import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

import type { OpenBrowser } from '../support/browser.ts';
import type { Served } from '../support/served.ts';
import { findPlaces, type Places } from './places.ts';
import type { Who } from './visiting.ts';

/** The password of everybody in the demonstration. */
const PASSWORD = 'goodline demo only';

/** A page that is still from the start: one that is stilled as it comes in complains of it. */
export const STILL = { reducedMotion: 'reduce' } as const;

type Cookies = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Everybody who looks at the demonstration. */
export type Visitors = {
  /** A visitor's page in a browser that has been here before, one at a time. */
  pageOf: (who: Who) => Promise<Page>;
  /** A browser that has never been here but to sign in. */
  newContext: (who: Who, options?: BrowserContextOptions) => Promise<BrowserContext>;
  places: () => Places;
};

/** To be called beside the tests: it looks around before the first of them. */
export function visitorsOf(served: Served, browser: OpenBrowser): Visitors {
  const pages = new Map<Who, Page>();
  const cookies = new Map<Who, Cookies>();
  let places: Places | undefined;

  before(async () => {
    places = await findPlaces(served.owner);
  });

  const newContext: Visitors['newContext'] = async (who, options = {}) => {
    const fresh = { baseURL: served.url, ...STILL, ...options };
    if (who === 'nobody') return browser.newContext(fresh);
    const storageState = cookies.get(who) ?? (await signedIn(browser, served, who));
    cookies.set(who, storageState);
    return browser.newContext({ ...fresh, storageState });
  };

  return {
    newContext,
    places: () => places!,
    pageOf: async (who) => {
      const page = pages.get(who) ?? (await (await newContext(who)).newPage());
      pages.set(who, page);
      return asAtFirst(page);
    },
  };
}

/** A new page would be another process of the browser's: half of what it costs to open an address. */
async function asAtFirst(page: Page): Promise<Page> {
  for (const event of ['response', 'pageerror', 'console']) page.removeAllListeners(event);
  await page.emulateMedia({ media: null, colorScheme: null, ...STILL });
  await page.setViewportSize({ width: 1280, height: 720 });
  return page;
}

/** Types an address of the demonstration, or another's, and its password into the form. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
}

async function signedIn(browser: OpenBrowser, { url }: Served, who: Who): Promise<Cookies> {
  const context = await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await signIn(page, `${who.toLowerCase()}@goodline.example`);
  await page.getByText('You’re signed in.').waitFor();
  const cookies = await context.storageState();
  await context.close();
  return { ...cookies, cookies: cookies.cookies.filter(({ name }) => name === 'session') };
}
