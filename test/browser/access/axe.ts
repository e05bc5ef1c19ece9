import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

import { faultsOfColours, COLOURS, type Legible } from './colours.ts';

/** How a page is looked at. */
export type Look = { width: number; colorScheme: 'light' | 'dark' };

const SCHEMES = ['light', 'dark'] as const;
const inBoth = (width: number): Look[] => SCHEMES.map((colorScheme) => ({ width, colorScheme }));

/** A phone and a desk, by day and by night. */
const USUAL: readonly Look[] = [390, 1280].flatMap(inBoth);

/** The narrowest phone and a tablet, by day and by night. */
const OTHERS: readonly Look[] = [320, 768].flatMap(inBoth);

/** Everything that WCAG’s checks are promised at. */
export const EVERY_LOOK: readonly Look[] = [...USUAL, ...OTHERS];

/** What the suite has time for: the usual looks, and one of the others by the page’s name. */
export function looksFor(name: string): Look[] {
  const sum = [...name].reduce((all, letter) => (all * 31 + letter.charCodeAt(0)) % 1009, 7);
  return [...USUAL, OTHERS[sum % OTHERS.length]!];
}

/**
 * What axe finds in a page, look by look. Day and night differ in their colours alone, and text of
 * the same colours, size and weight is as legible wherever it stands: so the rules about colours see
 * one of each that is not in `legible` yet, and the other rules see each width once.
 */
export async function faultsOfAccess(
  page: Page,
  looks = USUAL,
  legible: Legible = new Set(),
): Promise<string[]> {
  const faults: string[] = [];
  await page.evaluate(sourceOf(new AxeBuilder({ page })));
  for (const width of new Set(looks.map((look) => look.width))) {
    const say = (found: string[], how: string) =>
      faults.push(...found.map((fault) => `axe at ${width} px${how}: ${fault}`));
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    say(await page.evaluate(runAxe, COLOURS), '');
    for (const { colorScheme } of looks.filter((look) => look.width === width)) {
      await page.emulateMedia({ colorScheme });
      say(await faultsOfColours(page, legible), `, ${colorScheme}`);
    }
  }
  return faults;
}

/** What the builder would bring to the page twice, and start, each time that it is asked. */
const sourceOf = (builder: AxeBuilder) => (builder as unknown as { script: () => string }).script();

/** In the browser, where axe is. */
async function runAxe(off: readonly string[]): Promise<string[]> {
  const { axe } = window as unknown as { axe: Axe };
  const rules = Object.fromEntries(off.map((rule) => [rule, { enabled: false }]));
  const { violations } = await axe.run({ rules, resultTypes: ['violations'] });
  return violations.map(
    ({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

type Axe = { run: (options: object) => ReturnType<AxeBuilder['analyze']> };
