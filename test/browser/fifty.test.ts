import { expect } from 'chai';
import type { Page } from 'playwright-core';

import type { MemberRow } from '#src/members/rows.ts';
import { clearQueue, anAuditedAnswer } from '../moderation/desk.ts';
import { aBrowser, findChromium } from '../support/browser.ts';
import { sessionOf } from '../support/community.ts';
import { aModerator } from '../support/make.ts';
import { aServedCommunity } from '../support/served.ts';

const FIFTY = 50;

/** Counts keys and touches of a pointer through all the pages of a visit. */
const COUNTS = `
  for (const what of ['keydown', 'pointerdown'])
    addEventListener(what, () => {
      sessionStorage.setItem(what, String(1 + Number(sessionStorage.getItem(what))));
    }, true);`;

describe('A batch of fifty', function () {
  this.timeout(120_000);
  const served = aServedCommunity();
  let hannah: MemberRow;
  beforeEach(async () => {
    await clearQueue(served);
    hannah = await aModerator(served.owner);
    for (let nth = 0; nth < FIFTY; nth += 1) await anAuditedAnswer(served);
  });
  const decidedAs = async (verdict: 'pass' | 'fail') =>
    (await served.db('verdicts').where({ moderator_id: hannah.id, verdict, undone_at: null }))
      .length;
  const first = async () => {
    const { text } = await served.visit(hannah).get('/staff/audits?kind=audit');
    return /href="(\/staff\/audits\/\d+\?kind=audit)"/.exec(text)?.[1] ?? '';
  };

  it('is passed by plain forms, with scripts off', async () => {
    const browser = served.visit(hannah).set('origin', served.url);
    let desk = await first();

    for (let nth = 1; desk !== '/staff/audits?kind=audit'; nth += 1) {
      const { text } = await browser.get(desk);
      const [, action = ''] = /id="decide" method="post" action="([^"]+)"/.exec(text) ?? [];
      const [, version] = /name="version" value="(\d+)"/.exec(text) ?? [];
      expect(text).to.include(`${String(nth)} of 50 in your batch`);
      const fields = { verdict: 'pass', version, note: '' };
      const passed = await browser.post(action).type('form').send(fields);
      desk = String(passed.headers.location);
    }

    expect(await decidedAs('pass')).to.equal(FIFTY);
  });

  describe('by the keys of the desk', function () {
    if (!findChromium()) return;
    const browser = aBrowser();

    /** A page on the first of the fifty. */
    const openDesk = async (): Promise<Page> => {
      const context = await browser.newContext({ baseURL: served.url });
      const { url } = served;
      await context.addCookies([{ name: 'session', value: sessionOf(hannah), url }]);
      await context.addInitScript({ content: COUNTS });
      const page = await context.newPage();
      await page.goto(await first());
      return page;
    };
    const counted = (page: Page) =>
      page.evaluate(() => [
        sessionStorage.getItem('keydown'),
        sessionStorage.getItem('pointerdown'),
      ]);

    it('takes fifty keys and no pointer to pass', async () => {
      const page = await openDesk();

      for (let nth = 0; nth < FIFTY; nth += 1) {
        await Promise.all([page.waitForEvent('load'), page.keyboard.press('a')]);
      }

      expect(await counted(page)).to.deep.equal([String(FIFTY), null]);
      expect(await decidedAs('pass')).to.equal(FIFTY);
      expect(new URL(page.url()).pathname).to.equal('/staff/audits');
      expect(await page.getByRole('main').innerText()).to.contain('You passed 50');
    });

    it('takes two keys to fail one, and one to take that back', async () => {
      const page = await openDesk();

      await page.keyboard.press('r');
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('1')]);
      const failed = await decidedAs('fail');
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('u')]);

      expect(failed).to.equal(1);
      expect(await counted(page)).to.deep.equal(['3', null]);
      expect(await decidedAs('fail')).to.equal(0);
    });

    it('is one decision a page, however often the key is pressed', async () => {
      const page = await openDesk();

      await page.keyboard.down('a');
      await page.keyboard.down('a');
      await page.waitForEvent('load').catch(() => undefined);

      expect(await decidedAs('pass')).to.be.at.most(1);
    });
  });
});
