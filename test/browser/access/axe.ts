import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

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

/** What axe finds in a page, look by look. */
export async function faultsOfAccess(page: Page, looks = USUAL): Promise<string[]> {
  const faults: string[] = [];
  await new AxeBuilder({ page }).setLegacyMode().include('title').analyze();
  for (const { width, colorScheme } of looks) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const found = await page.evaluate(runAxe);
    faults.push(...found.map((fault) => `axe at ${width} px, ${colorScheme}: ${fault}`));
  }
  return faults;
}

/** In the browser, where the builder has left axe: asking the builder each time takes a second. */
async function runAxe(): Promise<string[]> {
  const { axe } = window as unknown as { axe: Axe };
  const { violations } = await axe.run(document, { resultTypes: ['violations'] });
  return violations.map(
    ({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

type Axe = { run: (context: Document, options: object) => Promise<AxeResults> };
type AxeResults = Awaited<ReturnType<AxeBuilder['analyze']>>;
