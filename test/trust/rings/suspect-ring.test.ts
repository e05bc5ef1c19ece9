import { expect } from 'chai';

import type { MemberRow } from '#src/members/rows.ts';
import { noteDevice } from '#src/trust/risk/devices.ts';
import { weighAround } from '#src/trust/rings/weigh-around.ts';
import { weighEverybody } from '#src/trust/rings/weigh-everybody.ts';
import { aDomain } from '#test/support/domain.ts';
import { aMember } from '#test/support/make.ts';
import { lastReward, rewarding } from '#test/support/rewarding.ts';
import { acceptInACircle, accepts, SLOW } from '../accepting.ts';

describe('A ring', () => {
  const domain = aDomain();
  const pass = () => weighEverybody(domain.db, domain.perform);
  const weigh = (member: MemberRow) => weighAround(domain.db, domain.perform, member.id);
  const people = async (count: number) => {
    const members: MemberRow[] = [];
    while (members.length < count) members.push(await aMember(domain.owner));
    return members;
  };
  const membersOf = async (caseId: number | undefined) =>
    domain
      .db('fraud_case_members')
      .where({ case_id: (caseId ?? 0) as never })
      .orderBy('member_id')
      .pluck('member_id');
  const idsOf = (members: readonly MemberRow[]) => members.map(({ id }) => id);

  it('of members who accept each other in a circle, and quickly, has a case', async () => {
    const ring = await people(3);
    const [answer] = await acceptInACircle(domain, ring);

    const found = await weigh(ring[0]!);

    expect(await membersOf(found)).to.deep.equal(idsOf(ring));
    const row = await domain.db('fraud_cases').where({ id: found! }).first();
    expect(row).to.include({ state: 'open', acceptances: 9 });
    expect(row?.reasons.slice(0, 2)).to.have.members(['circle', 'hasty']);
    const held = await domain.db('reward_holds').where({ ref: `fraud-case:${String(found)}` });
    expect(held.map(({ because }) => because)).to.deep.equal(Array(6).fill('fraud'));
    expect((await lastReward(domain.db, answer!)).state).to.equal('held');
    const item = await domain.db('queue_items').where({ kind: 'fraud', subject_id: found! });
    expect(item[0]?.barred).to.deep.equal(idsOf(ring));
  });

  it('leaves friends alone who take their time', async () => {
    const friends = await people(2);
    await acceptInACircle(domain, friends, { times: 5, minutes: SLOW * 10 });

    expect(await weigh(friends[0]!)).to.equal(undefined);
  });

  it('is told from friends by a device that they share', async () => {
    const [one, two] = await people(2);
    await acceptInACircle(domain, [one!, two!], { times: 3, minutes: SLOW * 10 });
    const deviceKey = 'a'.repeat(64);
    for (const { id: memberId } of [one!, two!]) {
      await domain.perform('system', (work) => noteDevice(work, { memberId, deviceKey }));
    }

    const found = await weigh(one!);

    const row = await domain.db('fraud_cases').where({ id: found! }).first();
    expect(row?.reasons).to.include('shared-device');
  });

  it('is not suspected for a device that a whole library uses', async () => {
    const [one, two, ...others] = await people(6);
    await acceptInACircle(domain, [one!, two!], { times: 3, minutes: SLOW * 10 });
    const deviceKey = 'b'.repeat(64);
    for (const { id: memberId } of [one!, two!, ...others]) {
      await domain.perform('system', (work) => noteDevice(work, { memberId, deviceKey }));
    }

    expect(await weigh(one!)).to.equal(undefined);
  });

  it('is told by a number that two of them have verified', async () => {
    const [one, two] = await people(2);
    await acceptInACircle(domain, [one!, two!], { times: 3, minutes: SLOW * 10 });
    const number = { number_key: 'c'.repeat(64), verified_at: domain.now() };
    await domain.owner('verified_numbers').insert([
      { member_id: one!.id, ...number },
      { member_id: two!.id, ...number },
    ]);

    const found = await weigh(two!);

    const row = await domain.db('fraud_cases').where({ id: found! }).first();
    expect(row?.reasons[0]).to.equal('shared-number');
  });

  it('does not make one of an expert whom many accept, however quickly', async () => {
    const [expert, ...askers] = await people(7);
    for (const asker of askers) {
      for (let time = 0; time < 3; time += 1) await accepts(domain, asker, expert!);
    }

    expect(await weigh(expert!)).to.equal(undefined);
  });

  it('is found by the nightly pass just as it was with each acceptance', async () => {
    const ring = await people(4);
    await acceptInACircle(domain, ring);
    await weigh(ring[0]!);
    const before = await domain.db('fraud_cases').orderBy('id');

    const { miscounted } = await pass();

    expect(miscounted).to.equal(0);
    expect(await domain.db('fraud_cases').orderBy('id')).to.deep.equal(before);
  });

  it('is counted without what was withdrawn', async () => {
    const [one, two] = await people(2);
    const answers = await acceptInACircle(domain, [one!, two!]);
    await rewarding(domain).withdraw(one!, answers[0]!);

    const pairs = await domain
      .db('acceptance_pairs')
      .whereIn('asker_id', idsOf([one!, two!]))
      .orderBy('asker_id');
    expect(pairs.map(({ accepted, quick }) => [accepted, quick])).to.deep.equal([
      [2, 2],
      [3, 3],
    ]);
    expect(await weigh(one!)).to.equal(undefined);
    expect((await pass()).miscounted).to.equal(0);
  });

  it('has wrong counts set right at night', async () => {
    const ring = await people(3);
    await acceptInACircle(domain, ring);
    const [first] = idsOf(ring);
    await domain.owner('acceptance_pairs').where({ asker_id: first! }).update({ accepted: 9 });
    await domain.owner('accepted_authors').where({ author_id: first! }).update({ accepted: 70 });

    const { miscounted } = await pass();

    expect(miscounted).to.be.greaterThan(0);
    const pair = await domain.db('acceptance_pairs').where({ asker_id: first! }).first();
    expect(pair?.accepted).to.equal(3);
    expect((await pass()).miscounted).to.equal(0);
  });
});
