import { expect } from 'chai';

import type { MemberRow } from '#src/members/rows.ts';
import { aCommunity } from '#test/support/community.ts';
import { GUARDS, ROUTES, routesOf, type Route } from './routes.ts';
import { aWorld, guestOf, realPath, type World } from './world.ts';

describe('The doors of the site', () => {
  const community = aCommunity();
  let world: World;
  before(async function () {
    this.timeout(60_000);
    world = await aWorld(community);
  });

  const open = ({ method, path }: Route, member?: MemberRow) =>
    community.visit(member)[method](realPath(world, path));
  const statusFor = async (route: Route, member?: MemberRow) => (await open(route, member)).status;

  it('are all on the list, each with whom it is for', () => {
    const listed = [...ROUTES.map(({ method, path }) => `${method} ${path}`), ...GUARDS];

    expect(listed).to.have.members(routesOf(community));
  });

  it('lead somewhere for whom they are', async () => {
    const closed: string[] = [];
    for (const route of ROUTES.filter(({ method }) => method === 'get')) {
      const status = await statusFor(route, guestOf(world, route.door));
      if (status >= 400) closed.push(`${route.path}: ${String(status)}`);
    }

    // What needs a token, a file that is there or a split is tried where those are made.
    expect(closed).to.deep.equal([
      ...['/assets/*path: 404', '/reset/:token: 410', '/verify/:token: 410'],
      ...['/settings/email/:token: 410', '/n/off/:token: 410', '/n/fixed/:token: 410'],
      '/q/:id/split/undo: 404',
    ]);
  });

  it('ask a visitor to sign in where somebody is needed', async () => {
    const wrong: string[] = [];
    for (const route of ROUTES.filter(({ door }) => door !== 'anyone')) {
      const { status, headers } = await open(route);
      const isAsked = route.method === 'post' ? status === 401 : status === 303;
      const next = `/sign-in?next=${encodeURIComponent(realPath(world, route.path))}`;
      if (!isAsked || (status === 303 && headers.location !== next))
        wrong.push(`${route.method} ${route.path}: ${String(status)}`);
    }

    expect(wrong).to.deep.equal([]);
  });

  for (const role of ['helper', 'moderator', 'finance', 'admin'] as const) {
    it(`that are not for the ${role} are not there`, async () => {
      const wrong: string[] = [];
      for (const route of ROUTES) {
        if (['anyone', 'member', 'helper'].includes(route.door)) continue;
        if (route.door.split(' or ').includes(role)) continue;
        const status = await statusFor(route, world.people[role]);
        if (status !== 404) wrong.push(`${route.method} ${route.path}: ${String(status)}`);
      }

      expect(wrong).to.deep.equal([]);
    });
  }
});
