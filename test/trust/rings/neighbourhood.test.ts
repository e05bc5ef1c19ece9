import { expect } from 'chai';

import type { MemberId, MemberRow } from '#src/members/rows.ts';
import { circlesOf } from '#src/trust/rings/circles.ts';
import {
  findStrongPairs,
  findStrongPairsAround,
  type StrongPair,
} from '#src/trust/rings/strong-pairs.ts';
import { weighAround } from '#src/trust/rings/weigh-around.ts';
import { weighEverybody } from '#src/trust/rings/weigh-everybody.ts';
import { randomFrom } from '#seeds/volume/random.ts';
import { aDomain } from '#test/support/domain.ts';
import { aMember } from '#test/support/make.ts';
import { rewarding } from '#test/support/rewarding.ts';
import { accepts } from '../accepting.ts';

const pair = (asker: number, author: number) =>
  ({ asker_id: asker, author_id: author }) as StrongPair;

describe('The circles of a community', () => {
  it('are what can be reached and come back from, and nothing else', () => {
    const chain = [
      pair(1, 2),
      pair(2, 3),
      pair(3, 1),
      pair(3, 4),
      pair(4, 5),
      pair(5, 4),
      pair(6, 1),
    ];

    expect(circlesOf(chain)).to.have.deep.members([
      [1, 2, 3],
      [4, 5],
    ]);
    expect(circlesOf([])).to.deep.equal([]);
  });

  it('are found in a chain of fifty thousand', () => {
    const chain = Array.from({ length: 50_000 }, (_, index) => pair(index + 1, index + 2));

    expect(circlesOf([...chain, pair(50_001, 1)]).map(({ length }) => length)).to.deep.equal([
      50_001,
    ]);
  });
});

describe('Weighing a neighbourhood', () => {
  const domain = aDomain();

  /** Whatever a job would have been left to weigh. */
  const weighAsTheJobDoes = ({ id }: MemberRow) => weighAround(domain.db, domain.perform, id);

  it('comes to what weighing everybody comes to, whatever was accepted and withdrawn', async function () {
    this.timeout(120_000);
    const random = randomFrom(3);
    const members: MemberRow[] = [];
    while (members.length < 9) members.push(await aMember(domain.owner));
    const any = () => members[random.below(9)]!;

    for (let turn = 0; turn < 90; turn += 1) {
      const asker = any();
      const next = members[(members.indexOf(asker) + 1) % 3]!;
      const author = random.chance(0.7) && next !== asker ? next : any();
      if (author === asker) continue;
      const answer = await accepts(domain, asker, author, random.chance(0.8) ? 20 : 500);
      if (random.chance(0.15)) await rewarding(domain).withdraw(asker, answer);
      for (const member of [asker, author]) await weighAsTheJobDoes(member);
    }

    const all = circlesOf(await findStrongPairs(domain.db));
    for (const { id } of members) {
      const around = circlesOf(await findStrongPairsAround(domain.db, id));
      const mine = (circles: MemberId[][]) => circles.find((circle) => circle.includes(id));
      expect(mine(around), `the circle of ${String(id)}`).to.deep.equal(mine(all));
    }
    const cases = () => domain.db('fraud_cases').orderBy('id');
    const before = await cases();
    const { miscounted } = await weighEverybody(domain.db, domain.perform);
    expect(miscounted).to.equal(0);
    expect(before).to.have.length.greaterThan(0);
    expect(await cases()).to.deep.equal(before);
  });
});
