import type { Page } from 'playwright-core';

/** Things that are too small to be hit: less than 24 CSS pixels, outside a sentence (WCAG 2.5.8). */
export async function faultsOfTargets(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 390, height: 800 });
  const small = await page.evaluate((least) => {
    const found: string[] = [];
    const all = document.querySelectorAll(
      'a[href], button, summary, select, textarea, input:not([type=hidden])',
    );
    const boxes = [...all]
      .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .map((one) => {
        const around = one.matches('input[type=radio], input[type=checkbox]')
          ? (one.closest('label') ?? one)
          : one;
        return { one, box: around.getBoundingClientRect() };
      })
      .filter(({ box }) => box.width > 1 && box.height > 1);
    for (const { one, box } of boxes) {
      if (box.width >= least && box.height >= least) continue;
      const inSentence =
        getComputedStyle(one).display === 'inline' &&
        [...(one.parentElement?.childNodes ?? [])].some(
          (node) => node !== one && node.nodeType === 3 && (node.textContent ?? '').trim() !== '',
        );
      if (inSentence) continue;
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const crowded = boxes.some(({ one: other, box: its }) => {
        if (other === one || other.contains(one) || one.contains(other)) return false;
        const isSmall = its.width < least || its.height < least;
        const dx = isSmall
          ? Math.abs(its.x + its.width / 2 - x)
          : Math.max(its.left - x, 0, x - its.right);
        const dy = isSmall
          ? Math.abs(its.y + its.height / 2 - y)
          : Math.max(its.top - y, 0, y - its.bottom);
        return Math.hypot(dx, dy) < (isSmall ? least : least / 2);
      });
      if (crowded) found.push(`${one.outerHTML.slice(0, 100)} ${box.width}×${box.height}`);
    }
    return found;
  }, LEAST);
  return small.map((what) => `is too small and too near to others to be hit: ${what}`);
}

/** In CSS pixels. */
const LEAST = 24;
