import { AxeBuilder } from '@axe-core/playwright';
import { HtmlValidate } from 'html-validate';
import type { Page, Response } from 'playwright-core';

/** A page with all that its browser said about it while it was opened. */
export type Watched = {
  page: Page;
  /** The answer that is shown now. */
  shown: () => Response;
  /** What the console said: among it everything that the security policy refused. */
  complaints: string[];
};

/** Listens to a page from before it is opened. */
export function watch(page: Page): Watched {
  let latest: Response | undefined;
  const complaints: string[] = [];
  page.on('response', (response) => {
    if (response.request().isNavigationRequest()) latest = response;
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    const text = message.text();
    const isTheAnswer = /status of 4\d\d/.test(text);
    if (/error|warning/.test(message.type()) && !isTheAnswer) complaints.push(text);
  });
  const shown = () => {
    if (!latest) throw new Error('Nothing is shown yet');
    return latest;
  };
  return { page, shown, complaints };
}

/** Everything that is wrong with a page as it is shown, in words; nothing if all is well. */
export async function faultsOf({ page, shown, complaints }: Watched): Promise<string[]> {
  return [
    ...complaints,
    ...(await faultsOfMarkup(await shown().text())),
    ...(await faultsOfStructure(page)),
    ...(await faultsOfAccess(page)),
    ...(await faultsOfWidth(page)),
  ];
}

/** What axe finds on a phone and on a desk, by day and by night. */
export async function faultsOfAccess(page: Page): Promise<string[]> {
  const faults: string[] = [];
  await new AxeBuilder({ page }).setLegacyMode().include('title').analyze();
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const found = await page.evaluate(runAxe);
      faults.push(...found.map((fault) => `axe at ${width} px, ${colorScheme}: ${fault}`));
    }
  }
  return faults;
}

/** In the browser, where the builder has left axe: asking the builder four times takes a second. */
async function runAxe(): Promise<string[]> {
  const { axe } = window as unknown as { axe: Axe };
  const { violations } = await axe.run(document, { resultTypes: ['violations'] });
  return violations.map(
    ({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

type Axe = { run: (context: Document, options: object) => Promise<AxeResults> };
type AxeResults = Awaited<ReturnType<AxeBuilder['analyze']>>;

/** How many pixels wide phones are from the narrowest on, and a desk at a zoom of 200 %. */
const NARROW = [320, 360, 390, 640];

async function faultsOfWidth(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const width of NARROW) {
    await page.setViewportSize({ width, height: 800 });
    const needed = await page.evaluate(() => document.scrollingElement?.scrollWidth ?? 0);
    if (needed > width) faults.push(`needs ${needed} px where ${width} are`);
  }
  return faults;
}

async function faultsOfMarkup(html: string): Promise<string[]> {
  const { results } = await MARKUP.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
  );
}

/** Rules about how markup is written, and not about what it says, are a matter of taste. */
const MARKUP = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    'no-trailing-whitespace': 'off',
    'require-sri': ['error', { target: 'crossorigin' }],
    'long-title': 'off',
  },
});

/** Read in the browser, where the page is as its reader has it. */
async function faultsOfStructure(page: Page): Promise<string[]> {
  const counts = await page.evaluate(
    (paths) => paths.map((path) => document.evaluate(`count(${path})`, document).numberValue),
    RULES.map(({ path }) => path),
  );
  return RULES.filter(({ times }, index) => counts[index] !== times).map(({ fault }) => fault);
}

/** How often something must stand on a page, by XPath. */
const RULES = [
  { path: '//h1', times: 1, fault: 'has not one h1' },
  { path: '//title[string-length() > 10]', times: 1, fault: 'has no title' },
  { path: '/html[@lang="en-GB"]', times: 1, fault: 'does not say its language' },
  { path: '/html/body/main', times: 1, fault: 'has no main part' },
  { path: '/html/body/header', times: 1, fault: 'has no header' },
  { path: '/html/body/footer', times: 1, fault: 'has no footer' },
  { path: '/html/body/nav[@aria-label="Main"]', times: 1, fault: 'has no way around' },
  { path: '//@href[. = "#" or . = ""]', times: 0, fault: 'has a link to nowhere' },
  { path: '//style | //@style', times: 0, fault: 'has a style in its markup' },
  { path: '//@*[starts-with(name(), "on")]', times: 0, fault: 'has a handler in its markup' },
  {
    path: '//script[not(@src) and not(@type = "application/ld+json")]',
    ...{ times: 0, fault: 'has a script in its markup' },
  },
];
