import { aBrowser, findChromium } from '../support/browser.ts';
import { aServedCommunity } from '../support/served.ts';
import { budgets } from './budgets.ts';
import { byKeyboard } from './by-keyboard.ts';
import { everyAddress } from './every-address.ts';
import { everyPage } from './every-page.ts';
import { anInspector } from './inspect.ts';
import { journey } from './journey.ts';
import { keyboard } from './keyboard.ts';
import { mails } from './mails.ts';
import { pairsByKeyboard } from './pairs-by-keyboard.ts';
import { readersByKeyboard } from './readers-by-keyboard.ts';
import { redress } from './redress.ts';
import { staffByKeyboard } from './staff-by-keyboard.ts';
import { visitorsOf } from './visitors.ts';

describe('in a browser', function () {
  this.timeout(120_000);
  if (!findChromium()) {
    it('needs Chromium: install Debian’s package chromium, or name one in CHROME_PATH', function () {
      if (process.env['CHECK_ALL'] === '1') throw new Error('There is no Chromium');
      this.skip();
    });
    return;
  }
  const limits = { reset: { points: 5, seconds: 60 } };
  const served = aServedCommunity({ demo: true, limits });
  const browser = aBrowser();
  const community = aServedCommunity();
  const visitors = visitorsOf(served, browser);

  journey(served, visitors, true);
  journey(served, visitors, false);
  redress(served, visitors, true);
  redress(served, visitors, false);
  const inspect = anInspector();
  everyAddress(community, browser, everyPage(visitors, inspect), { inspect });
  mails(community, browser);
  keyboard(visitors);
  byKeyboard(served, visitors);
  staffByKeyboard(served, visitors);
  readersByKeyboard(visitors);
  pairsByKeyboard(served, visitors);
  budgets(visitors);
});
