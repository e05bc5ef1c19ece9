import { expect } from 'chai';

import type { QuestionRow } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { placeHold } from '#src/rewards/holds.ts';
import type { Keeping } from '#src/rewards/keeping.ts';
import type { RewardHoldRow } from '#src/rewards/rows.ts';
import { KEPT } from '#src/web/kept-words.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember, anAnswer, aQuestion } from '#test/support/make.ts';
import { aPractisedMember } from '#test/support/practised.ts';
import { lastAcceptance, publishRules, rewarding } from '#test/support/rewarding.ts';

describe('A reward that is kept', () => {
  const community = aCommunity();

  before(() =>
    publishRules(community.owner, { effective_from: new Date('2026-01-01Z'), helper_share: 0 }),
  );

  const pageOf = async (question: QuestionRow, viewer?: MemberRow) =>
    (await community.visit(viewer).get(`/q/${String(question.id)}/${question.slug}`)).text;

  async function anAcceptance(helper: MemberRow) {
    const asker = await aMember(community.owner);
    const question = await aQuestion(community.owner, { author_id: asker.id });
    const of = { question_id: question.id, author_id: helper.id };
    const answer = await anAnswer(community.owner, of);
    await rewarding(community).accept(asker, answer);
    return { asker, question, acceptance: await lastAcceptance(community.db, answer) };
  }

  async function expectToBeTold(keeping: Keeping, helper: MemberRow, question: QuestionRow) {
    const words = `£0.50 ${KEPT[keeping]}`;
    const others = Object.values(KEPT).filter((one) => one !== KEPT[keeping]);
    const page = await pageOf(question, helper);
    const [, receipt = ''] =
      /href="(\/wallet\/receipts\/\w+)"/.exec(
        (await community.visit(helper).get('/wallet')).text,
      ) ?? [];
    const { text } = await community.visit(helper).get(receipt);

    for (const told of [page, text]) {
      expect(told, keeping).to.include(words);
      for (const other of others) expect(told, keeping).to.not.include(other);
    }
    for (const viewer of [undefined, await aMember(community.owner)]) {
      expect(await pageOf(question, viewer), keeping).to.not.include(KEPT[keeping]);
    }
  }

  it('has a sentence for every cause that the database knows, and no two alike', async () => {
    const causes = await causesOfHolds();

    expect(causes).to.have.length.of.at.least(5);
    expect(Object.keys(KEPT)).to.have.members(['email', ...causes]);
    expect(new Set(Object.values(KEPT)).size).to.equal(Object.keys(KEPT).length);
    for (const cause of ['report', 'fraud'] as const) {
      expect(KEPT[cause]).to.not.match(/report|fraud|suspic/i);
    }
  });

  it('tells its author why, for every cause of a hold, and nobody else', async () => {
    for (const because of await causesOfHolds()) {
      const helper = await aPractisedMember(community.owner);
      const { question, acceptance } = await anAcceptance(helper);
      await community.perform('system', (work) =>
        placeHold(work, acceptance.id, { because, ref: `${because}:${String(acceptance.id)}` }),
      );

      await expectToBeTold(because, helper, question);
    }
  });

  it('tells its author that an address waits to be confirmed, or a sanction to end', async () => {
    const unconfirmed = await aPractisedMember(community.owner, { email_verified_at: null });
    const sanctioned = await aPractisedMember(community.owner);
    const [first, second] = [await anAcceptance(unconfirmed), await anAcceptance(sanctioned)];
    await community
      .owner('members')
      .where({ id: sanctioned.id })
      .update({ limited_until: new Date('2026-02-01Z') });

    await expectToBeTold('email', unconfirmed, first.question);
    await expectToBeTold('sanction', sanctioned, second.question);
  });

  /** The words that the check of the column lists. */
  async function causesOfHolds(): Promise<RewardHoldRow['because'][]> {
    const { rows } = await community.owner.raw<{ rows: [{ rule: string }] }>(
      `select pg_get_constraintdef(oid) as rule from pg_constraint
        where conname = 'reward_holds_because_is_known'`,
    );
    return [...rows[0].rule.matchAll(/'([a-z-]+)'/g)].map(
      ([, word]) => word as RewardHoldRow['because'],
    );
  }
});
