import type { Page } from 'playwright-core';

/** How wide a page is asked to be: phones from the narrowest on, which is a desk at 400 %. */
const NARROW = [320, 360, 390, 640];

/** Where a page has to be moved from side to side to be read. */
export async function faultsOfWidth(page: Page, widths = NARROW): Promise<string[]> {
  const faults: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    faults.push(...(await faultsOfScroll(page, width)));
  }
  return faults;
}

async function faultsOfScroll(page: Page, width: number): Promise<string[]> {
  const needed = await page.evaluate(() => document.scrollingElement?.scrollWidth ?? 0);
  if (needed <= width) return [];
  const wide = await page.evaluate((room) => {
    const found: string[] = [];
    for (const one of document.querySelectorAll('body *')) {
      if (!one.checkVisibility() || one.getBoundingClientRect().right <= room + 0.5) continue;
      let box = one.parentElement;
      while (box && getComputedStyle(box).overflowX === 'visible') box = box.parentElement;
      if (!box) found.push(`${one.localName}.${one.getAttribute('class') ?? ''}`);
    }
    return found;
  }, width);
  return [`needs ${needed} px where ${width} are, for ${wide.slice(0, 3).join(' ')}`];
}

/** Text of twice its size, on a phone and on a desk. */
const LARGE = 'html { font-size: 200% !important; }';

/** What a reader may set by themselves, after WCAG 1.4.12. */
const SPACED = `* {
  line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important;
}
p { margin-block-end: 2em !important; }`;

/** What is cut, hidden or pushed aside where a reader enlarges or spaces the text. */
export async function faultsOfRoom(page: Page): Promise<string[]> {
  return [
    ...(await underStyle(page, 'at 200 % of text', LARGE, [640, 1280])),
    ...(await underStyle(page, 'with spaced text', SPACED, [320, 1280])),
    ...(await atDoubleZoom(page)),
  ];
}

async function underStyle(page: Page, what: string, css: string, widths: number[]) {
  const sheet = await page.evaluateHandle((text) => {
    const made = new CSSStyleSheet();
    made.replaceSync(text);
    document.adoptedStyleSheets = [made];
    return made;
  }, css);
  const faults: string[] = [];
  for (const width of widths) {
    faults.push(...(await faultsOfWidth(page, [width])), ...(await cutIn(page)));
  }
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
  await sheet.dispose();
  return faults.map((fault) => `${what}: ${fault}`);
}

/** A desk of 1280 pixels, twice enlarged. */
async function atDoubleZoom(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const zoom = { width: 640, height: 400, deviceScaleFactor: 2, mobile: false };
  await page.setViewportSize({ width: 640, height: 400 });
  await session.send('Emulation.setDeviceMetricsOverride', zoom);
  const faults = [...(await faultsOfScroll(page, zoom.width)), ...(await cutIn(page))];
  await session.send('Emulation.clearDeviceMetricsOverride');
  await session.detach();
  return faults.map((fault) => `at 200 % of zoom: ${fault}`);
}

/** Text that reaches beyond a box that clips, and that nothing scrolls or folds on purpose. */
async function cutIn(page: Page): Promise<string[]> {
  const cut = await page.evaluate(() => {
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode()) {
      const text = texts.currentNode;
      if (!text.textContent?.trim() || !text.parentElement?.checkVisibility()) continue;
      range.selectNodeContents(text);
      const { right, bottom } = range.getBoundingClientRect();
      for (let box: Element | null = text.parentElement; box; box = box.parentElement) {
        const { overflowX, overflowY, clipPath, webkitLineClamp } = getComputedStyle(box);
        if (clipPath !== 'none' || webkitLineClamp !== 'none' || overflowX === 'auto') break;
        const edges = box.getBoundingClientRect();
        const isWide = /hidden|clip/.test(overflowX) && right > edges.right + 2;
        const isLong = /hidden|clip/.test(overflowY) && bottom > edges.bottom + 2;
        if (isWide || isLong)
          found.push(`${text.textContent.trim().slice(0, 60)} in ${box.className}`);
      }
    }
    return found;
  });
  return cut.map((what) => `is cut: ${what}`);
}
