import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';

import type { Visitors } from './visitors.ts';
import type { Who } from './visiting.ts';

/** Somebody who has a keyboard and nothing else, and has to see at each stop where they are. */
export type Typist = ReturnType<typeof typist>;

type Role = 'button' | 'link' | 'textbox' | 'combobox' | 'radio' | 'checkbox';

const DESK = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 700 };

/** Somebody at an address, in a browser of their own: at a desk, or with a phone. */
export async function aTypist(
  visitors: Visitors,
  as: Who,
  path: string,
  viewport = DESK,
): Promise<Typist> {
  const context = await visitors.newContext(as, { viewport });
  const page = await context.newPage();
  await page.goto(path);
  return typist(page);
}

function typist(page: Page) {
  const within = (role: Role, name: string | RegExp) => page.getByRole(role, { name }).first();
  const field = (label: string) => page.getByLabel(label).first();

  /** Goes on by Tab until this has the focus. */
  const goTo = async (target: Locator): Promise<void> => {
    await target.waitFor();
    for (let presses = 0; presses < 250; presses += 1) {
      if (await target.evaluate((one) => one === document.activeElement)) return;
      await page.keyboard.press('Tab');
      expect(await page.evaluate(hiddenFocus), page.url()).to.equal('');
    }
    throw new Error(`The Tab key does not come to ${String(target)} on ${page.url()}`);
  };

  /** Presses what sends a form or leads elsewhere, and waits for the page that comes. */
  const press = async (role: 'button' | 'link', name: string | RegExp): Promise<void> => {
    await goTo(within(role, name));
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  };

  return {
    ...{ page, goTo, press },
    /** Opens or folds a part of the page. */
    unfold: async (words: string) => {
      await goTo(page.locator('summary', { hasText: words }).first());
      await page.keyboard.press('Enter');
    },
    type: async (label: string, text: string) => {
      await goTo(field(label));
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.press('Delete');
      await page.keyboard.type(text);
    },
    /** Chooses in a list by the first letters of what is wanted. */
    pick: async (label: string, words: string) => {
      const list = page.getByRole('combobox', { name: label }).first();
      await goTo(list);
      await page.keyboard.type(words);
      expect(await list.locator('option:checked').innerText()).to.contain(words);
    },
    /** Goes to a question with several choices, and by the arrows to the one that is wanted. */
    choose: async (label: string | RegExp) => {
      const wanted = page.getByRole('radio', { name: label }).first();
      const group = `input[type=radio][name="${String(await wanted.getAttribute('name'))}"]`;
      while (!(await page.evaluate((all) => document.activeElement?.matches(all), group))) {
        await page.keyboard.press('Tab');
        expect(await page.evaluate(hiddenFocus), page.url()).to.equal('');
      }
      await page.keyboard.press('Space');
      for (let presses = 0; presses < 20 && !(await wanted.isChecked()); presses += 1) {
        await page.keyboard.press('ArrowDown');
      }
      expect(await wanted.isChecked()).to.equal(true);
    },
    tick: async (label: string | RegExp) => {
      await goTo(page.getByRole('checkbox', { name: label }).first());
      await page.keyboard.press('Space');
    },
    /** What the focus was brought to when the page came. */
    at: async () => page.locator(':focus').innerText({ timeout: 10_000 }),
    leave: () => page.context().close(),
  };
}

/**
 * In the browser: says what has the focus without anybody seeing it, because it has no ring or
 * because something that stands still lies over the whole of it (WCAG 2.4.7 and 2.4.11).
 */
function hiddenFocus(): string {
  const at = document.activeElement;
  if (!at || at === document.body) return '';
  let hasRing = false;
  for (let around: Element | null = at; around; around = around.parentElement) {
    const { outlineStyle, outlineWidth } = getComputedStyle(around);
    if (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) hasRing = true;
  }
  const { left, right, top, bottom } = at.getBoundingClientRect();
  const seen = [0.1, 0.5, 0.9].some((down) =>
    [0.1, 0.5, 0.9].some((along) => {
      const [x, y] = [left + (right - left) * along, top + (bottom - top) * down];
      const above = document.elementFromPoint(x, y);
      const label = (at as HTMLInputElement).labels?.[0];
      return above !== null && (at.contains(above) || above.contains(at) || label?.contains(above));
    }),
  );
  if (hasRing && seen) return '';
  return `${hasRing ? 'covered' : 'no ring'}: ${at.outerHTML.slice(0, 160)}`;
}
