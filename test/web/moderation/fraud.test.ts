import { expect } from 'chai';

import type { AnswerRow } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { releaseDueRewards } from '#src/rewards/release-due-rewards.ts';
import { noteDevice } from '#src/trust/risk/devices.ts';
import { weighAround } from '#src/trust/rings/weigh-around.ts';
import type { FraudCaseId } from '#src/trust/rows.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember, aModerator } from '#test/support/make.ts';
import { lastAcceptance, lastReward } from '#test/support/rewarding.ts';
import { acceptInACircle, accepts } from '#test/trust/accepting.ts';

const WHY = 'They live at the same address and answer nobody else.';

describe('A case of suspected fraud', () => {
  const community = aCommunity();
  let moderator: MemberRow;
  let ring: MemberRow[];
  let answers: AnswerRow[];
  let id: FraudCaseId;

  beforeEach(async () => {
    const { owner, db, perform } = community;
    moderator = await aModerator(owner);
    ring = [await aMember(owner), await aMember(owner), await aMember(owner)];
    answers = await acceptInACircle(community, ring);
    id = (await weighAround(db, perform, ring[0]!.id))!;
  });

  const path = () => `/staff/fraud/${String(id)}`;
  const row = () => community.db('fraud_cases').where({ id }).first();
  const post = async (fields: object, as = moderator, version?: number) => {
    const form = { reason: WHY, version: version ?? (await row())!.version, ...fields };
    return community.visit(as).post(`${path()}/decision`).type('form').send(form);
  };
  const holds = () =>
    community.db('reward_holds').where({ ref: `fraud-case:${String(id)}`, lifted_at: null });
  const stateOf = async (answer: AnswerRow) => (await lastReward(community.db, answer)).state;

  it('shows who accepted whom, why it is one, and where rewards are, but no amount', async () => {
    const [list, page] = await Promise.all([
      community.visit(moderator).get('/staff/fraud').expect(200),
      community.visit(moderator).get(path()).expect(200),
    ]);

    expect(list.text).to.include(path()).and.to.include(ring[0]!.name);
    expect(page.text).to.include('<svg').and.to.include('in a circle');
    expect(page.text).to.include(`${ring[0]!.name} accepted 3 of ${ring[1]!.name}`);
    expect(page.text).to.include('Held for this case');
    expect(page.text).not.to.match(/£|50p/);
  });

  it('never shows which device is shared, only that one is', async () => {
    const deviceKey = 'd'.repeat(64);
    for (const { id: memberId } of ring.slice(0, 2)) {
      await community.perform('system', (work) => noteDevice(work, { memberId, deviceKey }));
    }

    const page = await community.visit(moderator).get(path()).expect(200);

    expect(page.text).to.match(/<td>Yes<\/td>/);
    expect(page.text).not.to.include(deviceKey.slice(0, 12));
  });

  it('is not there for a moderator who is in it', async () => {
    await community.owner('members').where({ id: ring[0]!.id }).update({ role: 'moderator' });

    const list = await community.visit(ring[0]).get('/staff/fraud').expect(200);
    expect(list.text).not.to.include(path());
    await community.visit(ring[0]).get(path()).expect(404);
    expect((await post({ decision: 'release' }, ring[0])).status).to.equal(404);
    expect((await row())?.state).to.equal('open');
  });

  it('has everything between its members held, and whatever they accept from then on', async () => {
    const before = await holds();

    await post({ decision: 'hold' });
    community.itIsNow(new Date(community.now().getTime() + 31 * 86_400_000));
    const later = await accepts(community, ring[2]!, ring[0]!, 3_000);

    expect((await row())?.held_at).to.be.an.instanceOf(Date);
    expect(await holds()).to.have.length(before.length + 1);
    const { id: acceptance_id } = await lastAcceptance(community.db, later);
    expect((await holds()).map((hold) => hold.acceptance_id)).to.include(acceptance_id);
    const logged = await community.db('moderation_log').where({ act: 'fraud-held' });
    expect(logged.at(-1)).to.include({ note: WHY, subject: `fraud:${String(id)}` });
  });

  it('is released as harmless, and the same evidence does not open it again', async () => {
    const done = await post({ decision: 'release' });

    expect(done.status).to.equal(303);
    expect(await row()).to.include({ state: 'harmless', decided_by: moderator.id, reason: WHY });
    expect(await holds()).to.deep.equal([]);
    const { db, perform } = community;
    expect(await weighAround(db, perform, ring[0]!.id)).to.equal(undefined);
    const waiting = await db('queue_items').where({ kind: 'fraud', subject_id: id });
    expect(waiting.map(({ state }) => state)).to.deep.equal(['settled']);
  });

  it('is opened anew by a sign that it did not have', async () => {
    await post({ decision: 'release' });
    const deviceKey = 'e'.repeat(64);
    for (const { id: memberId } of ring.slice(0, 2)) {
      await community.perform('system', (work) => noteDevice(work, { memberId, deviceKey }));
    }

    const found = await weighAround(community.db, community.perform, ring[0]!.id);

    expect(found).to.be.greaterThan(id);
  });

  it('takes back what is ticked, held or released, and frees the rest', async () => {
    const [held, released, free] = answers;
    await community.perform('system', async (work) => {
      const { id: acceptance_id } = await lastAcceptance(work.trx, released!);
      await work.trx('reward_holds').where({ acceptance_id }).update({ lifted_at: work.at });
      await work
        .trx('rewards')
        .where({ acceptance_id })
        .update({ audit_drawn: false, hold_until: work.at });
    });
    await releaseDueRewards(community.db, community.perform, community.now());
    expect(await stateOf(released!)).to.equal('released');
    const chosen = await Promise.all(
      [held!, released!].map((answer) => lastAcceptance(community.db, answer)),
    );

    const done = await post({
      decision: 'take-back',
      'acceptances[]': chosen.map((one) => one.id),
    });

    expect(done.status).to.equal(303);
    expect(await stateOf(held!)).to.equal('voided');
    expect(await stateOf(released!)).to.equal('clawed-back');
    expect((await lastReward(community.db, held!)).because).to.equal('fraud');
    expect(await stateOf(free!)).to.equal('held');
    expect(await holds()).to.deep.equal([]);
    expect((await row())?.state).to.equal('confirmed');
  });

  it('takes back everything', async () => {
    await post({ decision: 'take-back-all' });

    const states = await Promise.all(answers.map(stateOf));
    expect(states).to.not.include('held');
    expect(await community.db('fraud_takings').where({ case_id: id })).to.have.length(9);
  });

  it('is not decided on what has changed: a second click finds it closed', async () => {
    const { version } = (await row())!;
    await post({ decision: 'take-back-all' }, moderator, version);

    const second = await post({ decision: 'release' }, moderator, version);

    expect(second.status).to.equal(409);
    expect(second.text).to.include('A colleague has closed this case meanwhile.');
    expect((await row())?.state).to.equal('confirmed');
  });

  it('is not decided unseen: more evidence refuses what was read before, and keeps the words', async () => {
    const { version } = (await row())!;
    await accepts(community, ring[0]!, ring[1]!);
    await weighAround(community.db, community.perform, ring[0]!.id);

    const late = await post({ decision: 'release' }, moderator, version);

    expect(late.status).to.equal(409);
    expect(late.text).to.include('There is more in this case').and.to.include(WHY);
    expect((await row())?.state).to.equal('open');
  });

  it('wants a reason, and something ticked to take back', async () => {
    const silent = await post({ decision: 'release', reason: 'No.' });
    const empty = await post({ decision: 'take-back' });
    const strange = await post({ decision: 'take-back', 'acceptances[]': '999999' });

    expect([silent.status, empty.status, strange.status]).to.deep.equal([422, 422, 404]);
    expect((await row())?.state).to.equal('open');
  });
});
