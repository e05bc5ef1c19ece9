import { expect } from 'chai';

import type { MailRow } from '#src/notices/rows.ts';
import type { OpenBrowser } from '../support/browser.ts';
import type { Served } from '../support/served.ts';
import { EVERY_LOOK, faultsOfAccess } from './access/axe.ts';
import { faultsOfNames } from './access/names.ts';
import { faultsOfWidth } from './access/room.ts';
import { faultsOfMarkup } from './inspect.ts';

/** Looks at one mail of each kind that a small world writes, by day and by night. */
export function mails(served: Served, browser: OpenBrowser): void {
  describe('mails are read by everybody: ', function () {
    this.timeout(300_000);
    let latest: MailRow[];
    before(async () => {
      latest = await served.owner('mails').distinctOn('kind').orderBy(['kind', 'id']);
    });

    it('sound and accessible, on a phone and on a desk', async () => {
      const context = await browser.newContext({ baseURL: served.url });
      const page = await context.newPage();
      const faults: Record<string, string[]> = {};
      for (const { id, kind, html_body } of latest) {
        await page.goto(`/dev/mail/${String(id)}/html`);
        const found = [
          ...(await faultsOfMarkup(html_body)),
          ...(await faultsOfAccess(page, EVERY_LOOK)),
          ...(await faultsOfWidth(page)),
          ...(await faultsOfNames(page)),
        ];
        if (found.length > 0) faults[kind] = found;
      }
      await context.close();

      expect(latest.length, 'kinds').to.be.at.least(5);
      expect(faults).to.deep.equal({});
    });

    it('with nothing from elsewhere in them', () => {
      for (const { kind, html_body } of latest) {
        expect(html_body, kind).to.not.match(/<(?:img|link|script|iframe|object)\b|url\(|@import/i);
      }
    });

    it('and in plain text as well, with every address', () => {
      for (const { kind, html_body, text_body } of latest) {
        const hrefs = [...html_body.matchAll(/href="([^"]+)"/g)].map(([, href = '']) =>
          href.replaceAll('&amp;', '&'),
        );
        expect(
          hrefs.filter((href) => !text_body.includes(href)),
          kind,
        ).to.deep.equal([]);
        expect(text_body, kind).to.not.match(/<\/?[a-z]+>/);
      }
    });
  });
}
