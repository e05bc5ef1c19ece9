import { expect } from 'chai';
import type { Page } from 'playwright-core';

import type { Places } from './places.ts';
import type { Who } from './visiting.ts';
import type { Visitors } from './visitors.ts';

type Way = { name: string; as: Who; path: (places: Places) => string; main: readonly string[] };

/** What one must be able to reach by the Tab key alone, in the order in which it comes. */
const WAYS: readonly Way[] = [
  { name: 'home', as: 'nobody', path: () => '/', main: ['Ask a question', 'Sign in', 'Search'] },
  {
    ...{ name: 'a question', as: 'nobody', path: ({ open }: Places) => open },
    main: ['Search', 'I have this too', 'Helpful', 'Preview', 'Post answer'],
  },
  {
    ...{ name: 'one’s own question', as: 'Una', path: ({ ofUna }: Places) => ofUna },
    main: ['Your account', 'This fixed it', 'Post answer'],
  },
  {
    ...{ name: 'the form for a question', as: 'Una', path: () => '/ask' },
    main: ['Your question', 'Topic', 'What’s happening?', 'Post question'],
  },
  { name: 'a wallet', as: 'Tom', path: () => '/wallet', main: ['Show', 'CSV'] },
  { name: 'the ledger', as: 'Jordan', path: () => '/finance/ledger', main: ['Month', 'Filter'] },
];

/** Walks through pages with the Tab key and nothing else. */
export function keyboard(visitors: Visitors): void {
  describe('the Tab key leads to everything, and shows where one is: ', () => {
    for (const { name, as, path, main } of WAYS) {
      it(name, async () => {
        const page = await visitors.pageOf(as);
        await page.setViewportSize({ width: 1280, height: 800 });
        await page.goto(path(visitors.places()));

        const stops = await tabThrough(page);

        expect(stops[0]?.label).to.equal('Skip to main content');
        expect(stops.filter(({ ring }) => !ring).map(({ label }) => label)).to.deep.equal([]);
        expect(inOrder(main, stops)).to.deep.equal(main);
      });
    }
  });
}

type Stop = { label: string; ring: boolean };

/** Every place that the Tab key stops at, and whether one can see that it has. */
async function tabThrough(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let presses = 0; presses < 400; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body) return undefined;
      const box = at.getBoundingClientRect();
      const { labels } = at as HTMLInputElement;
      const label = (labels?.[0]?.textContent ?? at.textContent).trim().replaceAll(/\s+/g, ' ');
      let ring = false;
      for (let around: Element | null = at; around; around = around.parentElement) {
        const { outlineStyle, outlineWidth } = getComputedStyle(around);
        if (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) ring = true;
      }
      return { label, ring: ring && box.bottom > 0 && box.top < innerHeight };
    });
    if (!stop) return stops;
    stops.push(stop);
  }
  throw new Error('The Tab key never leaves the page');
}

/** Those of the labels that are on stops, one after the other. */
function inOrder(labels: readonly string[], stops: readonly Stop[]): string[] {
  let from = 0;
  return labels.filter((wanted) => {
    const place = stops.findIndex(({ label }, index) => index >= from && label.includes(wanted));
    if (place >= 0) from = place + 1;
    return place >= 0;
  });
}
