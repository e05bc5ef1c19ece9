import { expect } from 'chai';
import type { Page } from 'playwright-core';

import type { MemberRow } from '#src/members/rows.ts';
import { aBrowser, findChromium } from '../support/browser.ts';
import { sessionOf } from '../support/community.ts';
import { aPng } from '../support/files.ts';
import { aMember, anAnsweredQuestion } from '../support/make.ts';
import { aServedCommunity } from '../support/served.ts';

const describeWithBrowser = findChromium() ? describe : describe.skip;

describeWithBrowser('The editor, by keys alone', function () {
  this.timeout(60_000);
  const served = aServedCommunity();
  const browser = aBrowser();
  let page: Page;
  let writer: MemberRow;
  let helper: MemberRow;
  beforeEach(async () => {
    writer = await aMember(served.owner, { level: 'helper' });
    const thread = await anAnsweredQuestion(served.owner);
    helper = thread.helper;
    const context = await browser.newContext();
    const { id, slug } = thread.question;
    await context.addCookies([{ name: 'session', value: sessionOf(writer), url: served.url }]);
    page = await context.newPage();
    await page.goto(`${served.url}/q/${String(id)}/${slug}`);
  });
  const field = () => page.locator('#body');
  const text = () => field().inputValue();
  const focused = () => page.evaluate('document.activeElement.textContent.trim()');

  it('has a toolbar of one stop, in which arrows go on', async () => {
    await field().focus();
    await page.keyboard.press('Shift+Tab');
    expect(await focused()).to.equal('Bold');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).to.equal('Italic');
    await page.keyboard.press('End');
    expect(await focused()).to.equal('Picture');
    await page.keyboard.press('Home');

    await page.keyboard.press('Enter');

    expect(await text()).to.equal('**bold**');
    await page.keyboard.type('off');
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+I');
    expect(await text()).to.equal('***off***');
  });

  it('has a small toolbar over a comment, from when somebody goes there', async () => {
    const comments = page.locator('.comments').last();
    await comments.locator('summary').press('Enter');
    expect(await comments.getByRole('toolbar').count()).to.equal(0);
    const comment = comments.locator('textarea');
    await comment.focus();
    await page.keyboard.press('Shift+Tab');
    expect(await focused()).to.match(/^Bold, comment on this answer from /);
    await page.keyboard.press('End');
    expect(await focused()).to.match(/^Code, comment on /);

    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+B');

    expect(await comment.inputValue()).to.equal('`**code**`');
    expect(await text()).to.equal('');
  });

  it('lists whom an @ may mean, and takes one by Enter', async () => {
    await field().focus();
    await page.keyboard.type(`Ask @${helper.name}`);
    await page.getByRole('listbox').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    const active = await field().getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active ?? ''}`).textContent()).to.include(helper.name);

    await page.keyboard.press('Enter');

    expect(await text()).to.equal(`Ask @${helper.name} `);
    expect(await page.getByRole('listbox').count()).to.equal(0);
  });

  it('shows a preview where one stands, and sends by Ctrl+Enter', async () => {
    await field().fill('Count to **ten**.');
    await page.getByRole('button', { name: 'Preview' }).press('Enter');
    await page.getByRole('region', { name: 'This is how it will look' }).waitFor();
    expect(await page.locator('section.prose strong').textContent()).to.equal('ten');

    await field().focus();
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/#a-\d+$/);
  });

  it('quotes a post, and puts in a picture that is chosen and described', async () => {
    await page.locator('[data-quote]').last().press('Enter');
    expect(await text()).to.include(`> @${helper.name} wrote:\n>\n> `);

    await page.locator('#body-pic summary').press('Enter');
    const buffer = await aPng();
    await page.locator('#picture').setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer });
    await page.locator('#alt').fill('Bars');
    await page.getByRole('button', { name: 'Put it into the text' }).press('Enter');
    await page.getByText('The picture is in the text.').waitFor();

    expect(await text()).to.match(/!\[Bars\]\(\/pictures\/[a-z]{26}-40x30\.webp\)/);
  });
});
