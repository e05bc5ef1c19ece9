import { expect } from 'chai';

import { mailHtml, mailText } from '#src/notices/mail-body.ts';
import type { MailRow } from '#src/notices/rows.ts';
import { writeMail } from '#src/notices/write-mail.ts';
import type { OpenBrowser } from '../support/browser.ts';
import { operator } from '../support/domain.ts';
import { aMember } from '../support/make.ts';
import type { Served } from '../support/served.ts';
import { EVERY_LOOK, faultsOfAccess } from './access/axe.ts';
import { faultsOfNames } from './access/names.ts';
import { faultsOfWidth } from './access/room.ts';
import { faultsOfMarkup } from './inspect.ts';

/** Looks at a mail of each kind by day and by night. */
export function mails(served: Served, browser: OpenBrowser): void {
  describe('mails are read by everybody: ', function () {
    this.timeout(300_000);
    let latest: MailRow[];
    before(async () => {
      await oneOfEachKind(served);
      latest = await served.owner('mails').distinctOn('kind').orderBy(['kind', 'id']);
    });

    it('sound and accessible, on a phone and on a desk', async () => {
      const context = await browser.newContext({ baseURL: served.url });
      const page = await context.newPage();
      const faults: Record<string, string[]> = {};
      const legible = new Set<string>();
      for (const { id, kind, html_body } of latest) {
        await page.goto(`/dev/mail/${String(id)}/html`);
        const found = [
          ...(await faultsOfMarkup(html_body)),
          ...(await faultsOfAccess(page, EVERY_LOOK, legible)),
          ...(await faultsOfWidth(page)),
          ...(await faultsOfNames(page)),
        ];
        if (found.length > 0) faults[kind] = found;
      }
      await context.close();

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

/** A mail of each kind that a community writes, with all that a mail may have, and one of several. */
async function oneOfEachKind({ owner, perform }: Served): Promise<void> {
  const { id, email } = await aMember(owner);
  const link = (label: string) => ({ label, url: `https://goodline.example/${label}?a=1&b=2` });
  const foot = { why: 'You follow it.', off: link('Stop'), settings: link('Choose') };
  const kinds = (await owner('mail_kinds').pluck('word')) as MailRow['kind'][];
  await perform('system', async (work) => {
    for (const kind of kinds) {
      await writeMail(work, {
        ...{ kind, memberId: id, to: email!, dedupeKey: `looked-at.${kind}` },
        ...{ subject: `What’s new: ${kind} & more`, text: 'Two of them.\n\nAnd 3 < 4.' },
        button: link('Read'),
        foot,
      });
    }
  });
  const gathered = {
    ...{ subject: 'Three new things', text: 'While you were away:', foot },
    lines: ['An answer to “No signal”', 'A comment'].map((text) => ({ ...link('Read'), text })),
    reply: { address: 'r@goodline.example', says: 'Reply to this mail to answer.' },
  };
  const where = { ...operator, replyDomain: 'goodline.example' };
  await owner('mails')
    .where({ dedupe_key: `looked-at.${kinds[0]!}` })
    .update({ html_body: mailHtml(where, gathered), text_body: mailText(where, gathered) });
}
