import { HtmlValidate } from 'html-validate';
import type { Page, Response } from 'playwright-core';

import { faultsOfAccess, looksFor, type Look } from './access/axe.ts';
import type { Legible } from './access/colours.ts';
import { faultsOfNames } from './access/names.ts';
import { faultsOfTargets } from './access/reach.ts';
import { faultsOfWidth } from './access/room.ts';

/** A page with all that its browser said about it while it was opened. */
export type Watched = {
  page: Page;
  /** The answer that is shown now. */
  shown: () => Response;
  /** What the console said: among it everything that the security policy refused. */
  complaints: string[];
};

/** Says in words all that is wrong with the page of this name. */
export type Inspect = (watched: Watched, name: string) => Promise<string[]>;

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
export function anInspector(looks: (name: string) => readonly Look[] = looksFor): Inspect {
  const legible: Legible = new Set();
  return async (watched, name) => {
    const { page, shown, complaints } = watched;
    const focus = await faultsOfFocus(watched);
    const html = await shown().text();
    // Markup is read in this process while the browser is busy with axe in its own.
    const [access, markup] = await Promise.all([
      faultsOfAccess(page, looks(name), legible),
      faultsOfMarkup(html),
    ]);
    return [
      ...[...complaints, ...focus, ...markup, ...access],
      ...(await faultsOfStructure(page)),
      ...(await faultsOfTargets(page)),
      ...(await faultsOfWidth(page)),
      ...(await faultsOfNames(page)),
    ];
  };
}

/** Whoever sent a form that is refused is brought to what is wrong with it. */
async function faultsOfFocus({ page, shown }: Watched): Promise<string[]> {
  if (shown().status() !== 422) return [];
  // A browser brings one there with the first picture of the page, which a busy machine is late with.
  const brought = await page
    .waitForFunction(
      () => document.activeElement?.matches('[role=alert], [role=status], section'),
      undefined,
      { timeout: 2_000 },
    )
    .then(
      () => true,
      () => false,
    );
  return brought ? [] : ['does not bring one to what is wrong'];
}

export async function faultsOfMarkup(html: string): Promise<string[]> {
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
