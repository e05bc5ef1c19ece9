import { expect } from 'chai';
import type { BrowserContext } from 'playwright-core';

import type { MemberRow } from '#src/members/rows.ts';
import type { OpenBrowser } from '../support/browser.ts';
import { sessionOf } from '../support/community.ts';
import type { Served } from '../support/served.ts';
import { ROUTES, type Route } from '../web/routes.ts';
import { aWorld, guestOf, realPath, type World } from '../web/world.ts';
import { anInspector, watch, type Inspect } from './inspect.ts';
import { STILL } from './visitors.ts';

/** Pages that are no part of the site, and so have neither its head nor its foot. */
const APART = new Map([
  ['/dev/mail/:id/html', 'a mail as it goes out; mails have a test of their own'],
  ['/ask/similar', 'a part of the form for a question, which is looked at with it'],
]);

type Guests = (world: World, route: Route) => readonly (MemberRow | undefined)[];
type How = { inspect: Inspect; guests: Guests };

/** Looks at the page of each address that no visit has opened, as somebody whom it is for. */
export function everyAddress(
  served: Served,
  browser: OpenBrowser,
  opened: ReadonlySet<string>,
  { inspect = anInspector(), guests = onlyWhomItIsFor }: Partial<How> = {},
): void {
  describe('no page is left out: ', function () {
    this.timeout(120_000);
    let world: World;
    before(async () => {
      world = await aWorld(served);
    });

    const pages = ROUTES.filter(({ method, path }) => method === 'get' && !APART.has(path));
    for (const route of pages) {
      const name = route.path;
      it(`${name} is sound and accessible, too`, async () => {
        const faults: Record<string, string[]> = {};
        const path = realPath(world, name);
        for (const guest of opened.has(name) ? [] : guests(world, route)) {
          const found = await lookAt(served, browser, { path, guest, inspect, name });
          if (found.length > 0) faults[guest?.role ?? 'nobody'] = found;
        }

        expect(faults).to.deep.equal({});
      });
    }
  });
}

const onlyWhomItIsFor: Guests = (world, { door }) => [guestOf(world, door)];

/** The listed address that a page has: the most literal one where several would do. */
export function routeOf(address: string): string | undefined {
  const { pathname } = new URL(address);
  const fits = ROUTES.filter(
    ({ method, path }) => method === 'get' && patternOf(path).test(pathname),
  );
  const names = ({ path }: Route) => path.split(':').length;
  return fits.sort((one, other) => names(one) - names(other))[0]?.path;
}

const patternOf = (path: string) =>
  new RegExp(
    `^${path
      .replaceAll('.', String.raw`\.`)
      .replaceAll(/:\w+/g, '[^/]+')
      .replace('*path', '.+')}$`,
  );

type Looking = { path: string; guest: MemberRow | undefined; name: string; inspect: Inspect };

async function lookAt(served: Served, browser: OpenBrowser, looking: Looking): Promise<string[]> {
  const { path, guest, name, inspect } = looking;
  const { type, redirect } = await served.visit(guest).get(path);
  if (type !== 'text/html' || redirect) return [];
  const context = await browser.newContext({ baseURL: served.url, ...STILL });
  if (guest) await signedIn(context, served, guest);
  const watched = watch(await context.newPage());
  await watched.page.goto(path);
  const faults = await inspect(watched, name);
  await context.close();
  return faults;
}

const signedIn = (context: BrowserContext, { url }: Served, guest: MemberRow) =>
  context.addCookies([{ name: 'session', value: sessionOf(guest), url }]);
