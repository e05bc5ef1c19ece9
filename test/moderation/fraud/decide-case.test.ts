import { expect } from 'chai';

import { acceptAnswer } from '#src/forum/accept-answer.ts';
import type { AnswerRow } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { holdEverything, releaseCase, takeBackCase } from '#src/moderation/fraud/decide-case.ts';
import { suspectRing } from '#src/trust/rings/suspect-ring.ts';
import { weighAround } from '#src/trust/rings/weigh-around.ts';
import type { FraudCaseId } from '#src/trust/rows.ts';
import { aDomain } from '#test/support/domain.ts';
import { aMember, aModerator, anAnswer, aQuestion } from '#test/support/make.ts';
import { lastAcceptance, lastReward } from '#test/support/rewarding.ts';
import { acceptInACircle } from '#test/trust/accepting.ts';

describe('Deciding a case of fraud, at the same moment', () => {
  const domain = aDomain({ connections: 16 });
  const REASON = 'They accept each other for the money.';
  let moderators: MemberRow[];
  let ring: MemberRow[];
  let answers: AnswerRow[];
  let id: FraudCaseId;

  beforeEach(async () => {
    const { owner, db, perform } = domain;
    moderators = [await aModerator(owner), await aModerator(owner)];
    ring = [await aMember(owner), await aMember(owner), await aMember(owner)];
    answers = await acceptInACircle(domain, ring);
    id = (await weighAround(db, perform, ring[0]!.id))!;
  });

  const row = async () => (await domain.db('fraud_cases').where({ id }).first())!;
  const outcomes = async (tries: Promise<unknown>[]) =>
    (await Promise.allSettled(tries)).map((one) =>
      one.status === 'fulfilled' ? 'done' : (one.reason as Error).constructor.name,
    );

  it('by two moderators is one decision, and the other hears of it', async () => {
    const decision = { reason: REASON, version: 1 };

    const done = await outcomes([
      domain.perform(moderators[0]!, (work) => releaseCase(work, id, decision)),
      domain.perform(moderators[1]!, (work) =>
        takeBackCase(work, id, { ...decision, acceptanceIds: 'all' }),
      ),
    ]);

    expect(done).to.have.members(['done', 'Conflict']);
    const { state } = await row();
    const states = await Promise.all(answers.map((one) => lastReward(domain.db, one)));
    const isTaken = states.some(({ because }) => because === 'fraud');
    expect(isTaken).to.equal(state === 'confirmed');
  });

  it('never deadlocks with what is being accepted, and holds it whoever comes first', async () => {
    const { owner, perform, db } = domain;
    const fresh = await Promise.all(
      ring.map(async (asker, index) => {
        const question = await aQuestion(owner, { author_id: asker.id });
        const author_id = ring[(index + 2) % 3]!.id;
        return { asker, answer: await anAnswer(owner, { question_id: question.id, author_id }) };
      }),
    );

    const done = await outcomes([
      perform(moderators[0]!, (work) => holdEverything(work, id, { reason: REASON, version: 1 })),
      ...fresh.map(({ asker, answer }) => perform(asker, (work) => acceptAnswer(work, answer.id))),
    ]);

    expect(done).to.deep.equal(['done', 'done', 'done', 'done']);
    const held = await db('reward_holds').where({
      ref: `fraud-case:${String(id)}`,
      lifted_at: null,
    });
    for (const { answer } of fresh) {
      const { id: acceptance_id } = await lastAcceptance(db, answer);
      const { state } = await lastReward(db, answer);
      const isHeld = held.some((hold) => hold.acceptance_id === acceptance_id);
      expect(isHeld, `${state} is held`).to.equal(true);
    }
  });

  it('that several weigh at once is opened once', async () => {
    const { owner, perform, db } = domain;
    const others = [await aMember(owner), await aMember(owner)];
    await acceptInACircle(domain, others);
    const ids = others.map((member) => member.id);

    let open = 0;
    let begin: () => void = () => undefined;
    const allAreOpen = new Promise<void>((resolve) => (begin = resolve));

    await Promise.all(
      Array.from({ length: 8 }, () =>
        perform('system', async (work) => {
          if ((open += 1) === 8) begin();
          await allAreOpen;
          return suspectRing(work, ids);
        }),
      ),
    );

    expect(await db('fraud_case_members').where({ member_id: ids[0]! })).to.have.length(1);
  });

  it('is for moderators who are not in it alone', async () => {
    const { owner, perform } = domain;
    await owner('members').where({ id: ring[0]!.id }).update({ role: 'moderator' });
    const inside = (await owner('members').where({ id: ring[0]!.id }).first())!;

    const done = await outcomes(
      [inside, ring[1]!].map((who) =>
        perform(who, (work) => releaseCase(work, id, { reason: REASON, version: 1 })),
      ),
    );

    expect(done).to.deep.equal(['NotFound', 'NotAllowed']);
    expect((await row()).state).to.equal('open');
  });
});
