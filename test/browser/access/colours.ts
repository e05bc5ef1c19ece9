import type { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Axe’s rules whose outcome depends on colours. */
export const COLOURS = ['color-contrast', 'link-in-text-block'];

/** What text looks like that axe has found legible, so that no other of that look need be tried. */
export type Legible = Set<string>;

/** What axe finds in the colours of a page, of which it sees one text of each look that is new. */
export async function faultsOfColours(page: Page, legible: Legible): Promise<string[]> {
  const texts = await page.evaluateHandle(textsByLook);
  const looks = await texts.evaluate((all) => [...all.keys()]);
  const fresh = looks.filter((look) => !legible.has(look));
  if (fresh.length === 0) return [];
  const read = await page.evaluate(readTexts, { texts, fresh, rules: COLOURS });
  await texts.dispose();
  for (const look of read.legible) legible.add(look);
  return read.faults;
}

/**
 * In the browser: a text for each way in which its colours may be read, which is by its own, its size
 * and weight, the grounds that it stands on, and whether it is off or hidden. What lies over
 * something else is told by its class as well.
 */
function textsByLook(): Map<string, Element> {
  const texts = new Map<string, Element>();
  const off = ':disabled, [aria-disabled=true]';
  for (const one of document.querySelectorAll('body *')) {
    const words = [...one.childNodes].filter(({ nodeType }) => nodeType === 3);
    const speaks =
      one.matches('input, select, textarea') ||
      words.some(({ textContent }) => textContent?.trim() !== '');
    if (!speaks || !one.checkVisibility()) continue;
    const { color, fontSize, fontWeight, textShadow, textDecorationLine } = getComputedStyle(one);
    const { width, height, bottom } = one.getBoundingClientRect();
    const control = one.closest('label')?.control;
    const isOff = one.closest(off) !== null || control?.matches(off) === true;
    const isUnseen = width <= 1 || height <= 1 || bottom + scrollY <= 0;
    const size = parseFloat(fontSize) < 24 ? fontSize : 'large';
    const look = [isOff || isUnseen ? 'off' : 'on', color, size, fontWeight, textShadow];
    look.push(textDecorationLine);
    if (one.matches('a')) look.push(getComputedStyle(one.parentElement!).color);
    for (let at: Element | null = one; at; at = at.parentElement) {
      const { backgroundColor, backgroundImage, opacity, position } = getComputedStyle(at);
      const ground = `${backgroundColor} ${backgroundImage} ${opacity}`;
      if (ground !== 'rgba(0, 0, 0, 0) none 1') look.push(ground);
      if (/absolute|fixed|sticky/.test(position)) look.push(at.getAttribute('class') ?? '');
    }
    const key = look.join(' | ');
    if (!texts.has(key)) texts.set(key, one);
  }
  return texts;
}

type Texts = { texts: Map<string, Element>; fresh: string[]; rules: string[] };

/** In the browser: which looks axe passes, or passes over as it does whatever is off or hidden. */
async function readTexts({ texts, fresh, rules }: Texts) {
  const { axe } = window as unknown as { axe: Axe };
  const include = fresh.map((look) => texts.get(look)!);
  const { violations, passes } = await axe.run(
    { include },
    { runOnly: rules, resultTypes: ['violations', 'passes'], elementRef: true, selectors: false },
  );
  const failed = violations.flatMap(({ nodes }) => nodes.map(({ element }) => element as Element));
  const passed = passes.flatMap(({ nodes }) => nodes.map(({ element }) => element as Element));
  return {
    faults: violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id} of ${html.slice(0, 160)}`),
    ),
    legible: fresh.filter((look) => {
      const text = texts.get(look)!;
      return !failed.includes(text) && (passed.includes(text) || look.startsWith('off'));
    }),
  };
}

type Axe = { run: (context: object, options: object) => ReturnType<AxeBuilder['analyze']> };
