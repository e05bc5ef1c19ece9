import type { MemberRow } from '#src/members/rows.ts';
import { aBrowser } from '../support/browser.ts';
import { aServedCommunity } from '../support/served.ts';
import { guestOf, type World } from '../web/world.ts';
import type { Route } from '../web/routes.ts';
import { EVERY_LOOK } from './access/axe.ts';
import { faultsOfRoom } from './access/room.ts';
import { faultsOfWishes } from './access/wishes.ts';
import { everyAddress } from './every-address.ts';
import { everyPage } from './every-page.ts';
import { anInspector, type Inspect } from './inspect.ts';
import { mails } from './mails.ts';
import { visitorsOf } from './visitors.ts';

/*
 * `npm run accessibility`: every page as everybody has it, at four widths, by day and by night,
 * enlarged, spaced, in forced colours, without motion and on paper. The suite looks at a part of
 * this; `-- -g "a wallet"` at one page.
 */

function inEveryWay(): Inspect {
  const inspect = anInspector(() => EVERY_LOOK);
  return async (watched, name) => [
    ...(await inspect(watched, name)),
    ...(await faultsOfRoom(watched.page)),
    ...(await faultsOfWishes(watched.page)),
  ];
}

describe('every page in every way', function () {
  this.timeout(600_000);
  const limits = { reset: { points: 5, seconds: 60 } };
  const served = aServedCommunity({ demo: true, limits });
  const community = aServedCommunity();
  const browser = aBrowser();
  const inspect = inEveryWay();

  everyPage(visitorsOf(served, browser), inspect);
  everyAddress(community, browser, new Set(), { inspect, guests: everybody });
  mails(community, browser);
});

/** Whoever may open it: a page for anyone is another for each who is signed in. */
function everybody(world: World, { door }: Route): (MemberRow | undefined)[] {
  const { asker, steward, moderator, finance, admin } = world.people;
  if (door === 'anyone') return [undefined, asker, steward, moderator, finance, admin];
  if (door === 'moderator or admin') return [moderator, admin];
  if (door === 'moderator or finance or admin') return [moderator, finance, admin];
  return door === 'member' ? [asker, moderator, admin] : [guestOf(world, door)];
}
