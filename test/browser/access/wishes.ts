import type { Page } from 'playwright-core';

/** What goes wrong where a reader’s device asks for its own colours, for stillness, or for paper. */
export async function faultsOfWishes(page: Page): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  // What began to move before may end.
  await page.evaluate(() => {
    for (const moving of document.getAnimations()) moving.finish();
  });
  return [
    ...(await faultsOfForcedColours(page)),
    ...(await faultsOfMotion(page)),
    ...(await faultsOfPaper(page)),
  ];
}

/** Whatever is only a colour is gone there: a button has to have an edge, and a sign a stroke. */
async function faultsOfForcedColours(page: Page): Promise<string[]> {
  await page.emulateMedia({ forcedColors: 'active' });
  const faults = await page.evaluate(() => {
    const edged = '.btn, .chip, .input, .textarea, .select, .toast, .note, .error-summary';
    const found = [...document.querySelectorAll(edged)]
      .filter((one) => {
        if (!one.checkVisibility() || one.closest('.editor') !== null) return false;
        const { borderBlockStartStyle: above, borderInlineStartStyle: beside } =
          getComputedStyle(one);
        return above === 'none' && beside === 'none';
      })
      .map((one) => `has no edge: ${one.outerHTML.slice(0, 100)}`);
    const told = 'a[aria-current], button[aria-pressed=true]';
    const flat = [...document.querySelectorAll(told)].filter((one) => {
      const { borderBlockEndWidth, textDecorationLine } = getComputedStyle(one);
      return textDecorationLine !== 'underline' && parseFloat(borderBlockEndWidth) < 1;
    });
    const signs = [...document.querySelectorAll('svg.i')].filter((one) => {
      const { stroke, color, fill } = getComputedStyle(one);
      return stroke !== color && fill !== color;
    });
    return [
      ...found,
      ...flat.map((one) => `is told by its colour alone: ${one.outerHTML.slice(0, 100)}`),
      ...signs.map((one) => `keeps a colour: ${one.outerHTML.slice(0, 100)}`),
    ];
  });
  await page.emulateMedia({ forcedColors: 'none' });
  return faults.map((fault) => `in forced colours: ${fault}`);
}

/** Every change of state that is drawn slowly is drawn at once. */
async function faultsOfMotion(page: Page): Promise<string[]> {
  const moving = await page.evaluate(() => {
    const slow = [...document.querySelectorAll('body *')].filter((one) => {
      const { transitionDuration, animationName } = getComputedStyle(one);
      return /[1-9]/.test(transitionDuration) || animationName !== 'none';
    });
    return [
      ...slow.map((one) => one.outerHTML.slice(0, 80)),
      ...document
        .getAnimations()
        .map(({ effect }) => (effect as KeyframeEffect).target?.outerHTML.slice(0, 80) ?? ''),
    ];
  });
  return moving.map((what) => `moves where stillness is asked for: ${what}`);
}

/** On paper there is the page and nothing to press. */
async function faultsOfPaper(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  const faults = await page.evaluate(() => {
    const main = document.querySelector<HTMLElement>('main');
    const left = ['header.site-head', 'nav.site-nav', '.tabbar', 'main .btn'].filter((selector) =>
      [...document.querySelectorAll(selector)].some((one) => one.checkVisibility()),
    );
    const { backgroundColor } = getComputedStyle(document.body);
    return [
      ...(main?.checkVisibility() && main.innerText.trim() ? [] : ['is empty']),
      ...left.map((selector) => `shows ${selector}`),
      ...(backgroundColor === 'rgb(255, 255, 255)' ? [] : [`is on ${backgroundColor}`]),
    ];
  });
  await page.emulateMedia({ media: null });
  return faults.map((fault) => `on paper it ${fault}`);
}
