import { expect } from 'chai';
import type { Page } from 'playwright-core';

import type { Places } from './places.ts';
import type { Who } from './visiting.ts';
import type { Visitors } from './visitors.ts';

/** What a page may weigh on its way, in bytes, for somebody who has nothing of the site yet. */
const PAGE = 40_000;
const STYLE = 12_000;
const SCRIPTS = 6_000;
const EDITOR_SCRIPTS = 25_000;
/** How many elements a page may have. */
const NODES = 800;

type Weighed = { name: string; as: Who; path: (places: Places) => string } & Partial<
  Record<'requests' | 'scripts', number>
>;

const PAGES: readonly Weighed[] = [
  { name: 'a question', as: 'nobody', path: ({ solved }) => solved, requests: 5 },
  { name: 'home', as: 'nobody', path: () => '/' },
  {
    ...{ name: 'the form for a question', as: 'nobody', path: () => '/ask' },
    ...{ requests: 8, scripts: EDITOR_SCRIPTS },
  },
  { name: 'a wallet', as: 'Tom', path: () => '/wallet' },
  { name: 'the audit desk', as: 'Hannah', path: ({ decidedAudit }) => decidedAudit },
  { name: 'the finance dashboard', as: 'Jordan', path: () => '/finance' },
];

/** Weighs pages as a browser that has never been here gets them. */
export function budgets(visitors: Visitors): void {
  describe('the pages stay light: ', () => {
    for (const { name, as, path, requests = 6, ...most } of PAGES) {
      const scripts = most.scripts ?? (as === 'nobody' ? 0 : SCRIPTS);
      it(name, async () => {
        const context = await visitors.newContext(as, { viewport: { width: 390, height: 800 } });
        const page = await context.newPage();
        const weights = weigh(page);

        await page.goto(path(visitors.places()), { waitUntil: 'networkidle' });

        const { total, style, script, count } = await weights();
        expect(total, 'bytes').to.be.within(5_000, PAGE);
        expect(style, 'bytes of style').to.be.within(2_000, STYLE);
        expect(script, 'bytes of scripts').to.be.at.most(scripts);
        expect(count, 'requests').to.be.within(3, requests);
        expect(await page.locator('*').count(), 'elements').to.be.at.most(NODES);
        expect(await shiftsOf(page), 'layout shift').to.equal(0);
        await context.close();
      });
    }
  });
}

type Weights = { total: number; style: number; script: number; count: number };

/** Listens from before the page is opened to what comes over the wire, headers and all. */
function weigh(page: Page): () => Promise<Weights> {
  const arriving: Promise<[string, number]>[] = [];
  page.on('requestfinished', (request) => {
    const size = request
      .sizes()
      .then((sizes): [string, number] => [
        request.resourceType(),
        sizes.responseHeadersSize + sizes.responseBodySize,
      ]);
    arriving.push(size);
  });
  return async () => {
    const sizes = await Promise.all(arriving);
    const sum = (kind?: string) =>
      sizes.filter(([of]) => kind === undefined || of === kind).reduce((all, [, n]) => all + n, 0);
    const [total, style, script] = [sum(), sum('stylesheet'), sum('script')];
    return { total, style, script, count: sizes.length };
  };
}

/** How far things moved after they were first drawn. */
const shiftsOf = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            sum += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 200);
      }),
  );
