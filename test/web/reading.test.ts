import { expect } from 'chai';

import { aCommunity } from '#test/support/community.ts';
import { ROUTES } from './routes.ts';
import { readSums } from './sums.ts';
import { aWorld, realPath, type World } from './world.ts';

describe('Reading', function () {
  this.timeout(60_000);
  const community = aCommunity();
  let world: World;
  before(async () => {
    world = await aWorld(community);
  });

  for (const name of ['visitor', 'asker', 'helper', 'moderator', 'finance', 'admin'] as const) {
    it(`changes nothing, whatever address the ${name} opens`, async () => {
      const member = name === 'visitor' ? undefined : world.people[name];
      const before = await readSums(community.owner);

      for (const { path } of ROUTES.filter(({ method }) => method === 'get')) {
        const where = realPath(world, path);
        await community.visit(member).get(where);
        await community.visit(member).head(where);
      }

      expect(await readSums(community.owner)).to.deep.equal(before);
    });
  }

  it('writes down later only how often a question was read', async () => {
    const before = await readSums(community.owner);

    await community.flush();

    const after = await readSums(community.owner);
    const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
    expect(changed).to.have.members(['questions']);
  });
});
