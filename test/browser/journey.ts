import { expect } from 'chai';
import type { Page } from 'playwright-core';

import { sealTransfers } from '#src/ledger/seal.ts';
import { aMember } from '../support/make.ts';
import type { Served } from '../support/served.ts';
import type { Visitors } from './visitors.ts';
import { aWalker, type Walker } from './walker.ts';

/** From joining to the month's export, as four people do it. */
export function journey(served: Served, visitors: Visitors, scripts: boolean): void {
  describe(`one walks from joining to the export with scripts ${scripts ? 'on' : 'off'}: `, () => {
    const title = `How do I stop a recurring top-up, ${scripts ? 'in' : 'without'} the app?`;
    const [asker, author] = scripts ? ['Ines', 'Otto'] : ['Ines-Two', 'Otto-Two'];
    const emailOf = (name: string) => `${name.toLowerCase()}@example.com`;
    let question = '';

    const arrive = () => aWalker(visitors, scripts);
    let [ines, otto] = [] as unknown as [Walker, Walker];

    before(async () => {
      const priya = await served.owner('members').where({ name: 'Priya' }).first();
      const { password_hash } = priya!;
      await aMember(served.owner, { name: author, email: emailOf(author), password_hash });
      ines = await arrive();
      otto = await arrive();
    });

    it('join', async () => {
      const { page } = ines;
      await page.goto('/');
      await ines.look();

      await ines.press('link', 'Join');
      await ines.look();
      await page.getByLabel('Name').fill(asker);
      await page.getByLabel('Email address').fill(emailOf(asker));
      await page.getByLabel('Password').fill('seven plain words are quite enough here');
      await ines.press('button', 'Join');

      expect(await page.getByRole('heading', { level: 1 }).innerText()).to.equal('Check your mail');
      await ines.look();
    });

    it('confirm one’s address by the link in the mail', async () => {
      const { page } = ines;
      await page.goto('/dev/mail');
      await ines.look();

      await page.getByRole('main').getByRole('link').first().click();
      await page.getByRole('main').getByRole('link', { name: '/verify/' }).click();
      await ines.look();
      await ines.press('button', 'Confirm my address');

      expect(await ines.said()).to.equal('Thanks. Your email address is confirmed.');
    });

    it('ask from any page in two clicks, with a look at it before', async () => {
      const { page } = ines;
      await page.goto('/guidelines');

      await page.getByRole('banner').getByRole('link', { name: 'Ask a question' }).click();
      await ines.look();
      await page.getByLabel('Your question').fill(title);
      await page.getByLabel('Topic').selectOption({ label: 'Bills and top-ups' });
      await page.getByLabel('What’s happening?').fill('£10 goes every month.\n\n1. No *stop*.');
      await ines.press('button', 'Preview');
      // With scripts it is drawn in place, and without the title, which is in view already.
      await page.getByRole('main').locator('.prose').getByText('£10 goes every month.').waitFor();
      await ines.look();
      await ines.press('button', 'Post question');

      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await ines.look();
      question = new URL(page.url()).pathname;
    });

    it('answer in one click, with what was typed kept through the sign-in', async () => {
      const { page } = otto;
      await page.goto(question);
      await page.locator('#body').fill('Text **STOP** to 4444.');
      await otto.press('button', 'Post answer');
      await otto.look();

      await otto.signIn(emailOf(author));

      expect(await otto.said()).to.equal('You’re signed in. What you typed is still there.');
      expect(await page.locator('#body').inputValue()).to.equal('Text **STOP** to 4444.');
      await otto.press('button', 'Post answer');
      expect(await page.locator('article', { hasText: 'Text STOP to 4444.' }).count()).to.equal(1);
      await otto.look();
    });

    it('accept in one click', async () => {
      const { page } = ines;
      await page.goto(question);
      await ines.look();

      await ines.press('button', 'This fixed it');

      const accepted = page.getByRole('article', { name: 'Accepted answer' });
      expect(await accepted.innerText()).to.contain('£0.50 being checked');
      await ines.look();
    });

    it(`audit ${scripts ? 'by the keyboard alone' : 'by buttons'}`, async () => {
      const hannah = await arrive();
      const { page } = hannah;
      await page.goto('/sign-in?next=/staff/audits');
      await hannah.signIn('hannah@goodline.example');
      await hannah.look();
      const line = page.getByRole('main').getByRole('link', { name: title });

      if (scripts) {
        await tabTo(page, await line.getAttribute('href'));
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { name: title }).waitFor();
        await hannah.look();
        await page.keyboard.press('a');
      } else {
        await line.click();
        await page.getByRole('button', { name: 'Pass and pay £0.50' }).click();
      }

      await page.getByRole('button', { name: /^Undo/ }).waitFor();
      expect(await page.getByRole('status').innerText()).to.contain('assed');
      await hannah.look();
    });

    it('see in the wallet what was earned, and at the top of every page', async () => {
      const { page } = otto;
      await page.goto('/wallet');

      expect(await page.getByRole('banner').innerText()).to.contain('£0.50');
      expect(await page.getByRole('main').innerText()).to.match(/Your balance\s+£0\.50/);
      expect(await page.getByRole('main').getByRole('link', { name: title }).count()).to.equal(2);
      await otto.look();
    });

    it('open the entry in the ledger and download the month', async () => {
      await sealTransfers(served.owner);
      const jordan = await arrive();
      const { page } = jordan;
      await page.goto('/sign-in?next=/finance/ledger');
      await jordan.signIn('jordan@goodline.example');
      await jordan.look();

      await page.getByLabel('Member', { exact: true }).fill(author);
      await jordan.press('button', 'Filter');
      const entry = page.getByRole('main').getByRole('row').nth(1).getByRole('link').first();
      const number = await entry.innerText();
      await entry.click();
      expect(await page.getByRole('main').innerText()).to.contain(title);
      await jordan.look();
      await page.getByRole('link', { name: 'Dashboard' }).click();
      await jordan.look();
      await page.getByRole('link', { name: 'Month close' }).click();
      await page.getByRole('main').getByRole('row').nth(1).getByRole('link').first().click();
      await jordan.look();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        jordan.press('link', 'Ledger CSV'),
      ]);

      const csv = await textOf(await download.createReadStream());
      expect(csv.split('\r\n').find((line) => line.startsWith(`${number},`))).to.contain('0.50');
    });
  });
}

/** Goes on by the Tab key until the link to this address has the focus. */
async function tabTo(page: Page, href: string | null): Promise<void> {
  for (let presses = 0; presses < 100; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await page.locator(':focus').getAttribute('href')) === href) return;
  }
  throw new Error(`The Tab key does not come to ${String(href)}`);
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
