import { expect } from 'chai';
import type { Response } from 'playwright-core';

import type { Visitors } from './visitors.ts';
import { routeOf } from './every-address.ts';
import { anInspector, watch } from './inspect.ts';
import { VISITS } from './visits.ts';

/** Looks at each kind of page as its visitors have it, and says which addresses that were. */
export function everyPage(visitors: Visitors, inspect = anInspector()): ReadonlySet<string> {
  const opened = new Set<string>();
  describe('every page is sound, accessible and fits: ', () => {
    const pathsByTitle = new Map<string, Set<string>>();
    for (const { name, as, status = 200, open } of VISITS) {
      it(name, async () => {
        const watched = watch(await visitors.pageOf(as));
        const { page } = watched;

        await open(page, visitors.places());

        if (isPlain(watched.shown())) opened.add(routeOf(page.url()) ?? '');
        expect(watched.shown().status()).to.equal(status);
        const account = page.getByRole('banner').getByText('Your account');
        expect(await account.count()).to.equal(as === 'nobody' ? 0 : 1);
        expect(await inspect(watched, name)).to.deep.equal([]);
        if (status >= 400 && status !== 422) return;
        const paths = pathsByTitle.get(await page.title()) ?? new Set();
        pathsByTitle.set(await page.title(), paths.add(pathOf(page.url())));
      });
    }

    it('has a title that no other page has', () => {
      const shared = [...pathsByTitle].filter(([, paths]) => paths.size > 1);

      expect(shared.map(([title, paths]) => [title, ...paths])).to.deep.equal([]);
    });
  });
  return opened;
}

/** A page at its own address: not a form that is drawn again, and not a refusal. */
const isPlain = (shown: Response) => shown.request().method() === 'GET' && shown.ok();

/** A form is drawn again, with a preview or with mistakes, under the address that it was sent to. */
const pathOf = (url: string) => new URL(url).pathname.replace(OF_FORMS, '');

const OF_FORMS = new RegExp(
  `/(?:${[
    ...['preview', 'canned', 'move', 'lock', 'pin', 'role', 'level', 'limits', 'domains'],
    ...['messages', 'notes', 'handover', 'summary'],
  ].join('|')})$`,
);
