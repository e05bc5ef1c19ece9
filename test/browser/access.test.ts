import { expect } from 'chai';

import { aBrowser, findChromium } from '../support/browser.ts';
import { EVERY_LOOK, faultsOfAccess } from './access/axe.ts';

const describeWithBrowser = findChromium() ? describe : describe.skip;

/** Grey on white has 2.3 to 1; black has 21. */
const PAGE = (body: string, css = '') => `<!doctype html><html lang="en"><title>A page</title>
  <style>body { background: white; color: black } .faint { color: #aaa } ${css}</style>
  <main><h1>A page</h1>${body}</main>`;

describeWithBrowser('what the looks with axe see', function () {
  this.timeout(60_000);
  const browser = aBrowser();
  const legible = new Set<string>();
  /** Where there is something to be found in a page. */
  const placesIn = async (html: string): Promise<string[]> => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.setContent(html);
    const faults = await faultsOfAccess(page, EVERY_LOOK, legible);
    await context.close();
    return faults.map((fault) => fault.replace(/<.*/, '').trim());
  };
  const at = (width: number, scheme: string, rule = 'color-contrast') =>
    `axe at ${String(width)} px, ${scheme}: ${rule} of`;
  const everywhere = [390, 1280, 320, 768].flatMap((width) => [
    at(width, 'light'),
    at(width, 'dark'),
  ]);

  it('is nothing in a sound page', async () => {
    expect(await placesIn(PAGE('<p>One</p><p>Two</p>'))).to.deep.equal([]);
  });

  it('is faint text at every width, and again on the next page', async () => {
    const faint = PAGE('<p>One</p><p class="faint">Two</p>');

    expect(await placesIn(faint)).to.deep.equal(everywhere);
    expect(await placesIn(faint)).to.deep.equal(everywhere);
  });

  it('is text that is faint at night alone, or on a desk alone', async () => {
    const night = '@media (prefers-color-scheme: dark) { p { color: #bbb } }';
    const desk = '@media (min-width: 1000px) { p { color: #ccc } }';

    expect(await placesIn(PAGE('<p>One</p>', night))).to.deep.equal(
      everywhere.filter((place) => place.includes('dark')),
    );
    expect(await placesIn(PAGE('<p>One</p>', desk))).to.deep.equal([
      at(1280, 'light'),
      at(1280, 'dark'),
    ]);
  });

  it('is faint text whose like was off or on another ground before', async () => {
    const off = PAGE('<button class="faint" disabled>One</button>');
    const dark = PAGE(
      '<div class="dark"><p class="faint">One</p></div>',
      '.dark { background: black }',
    );

    expect(await placesIn(off)).to.deep.equal([]);
    expect(await placesIn(dark)).to.deep.equal([]);
    expect(await placesIn(PAGE('<button class="faint">One</button>'))).to.have.length(8);
    expect(await placesIn(PAGE('<p class="faint">Two</p>'))).to.have.length(8);
  });

  it('is a link that only its colour tells from the text around it', async () => {
    const link = PAGE(
      '<p>One <a href="#x">two</a> three.</p>',
      'a { color: #111; text-decoration: none }',
    );

    expect(await placesIn(link)).to.deep.equal(
      everywhere.map((place) => place.replace('color-contrast', 'link-in-text-block')),
    );
  });

  it('is a fault of structure once at each width', async () => {
    expect(await placesIn(PAGE('<button></button>'))).to.deep.equal(
      [390, 1280, 320, 768].map((width) => `axe at ${String(width)} px: button-name at button`),
    );
  });
});
