import { expect } from 'chai';

import type { MemberRow } from '#src/members/rows.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember, aModerator, anAnsweredQuestion } from '#test/support/make.ts';
import { anAcceptedAnswer, rewarding } from '#test/support/rewarding.ts';
import { actionsIn, answerIn } from './reading.ts';

describe('what the page of a question offers', () => {
  const community = aCommunity();
  const read = async ({ id, slug }: { id: number; slug: string }, reader?: MemberRow) =>
    (await community.visit(reader).get(`/q/${String(id)}/${slug}`)).text;

  /** Everybody's part in one thread. */
  const aCast = async () => {
    const thread = await anAnsweredQuestion(community.owner);
    const moderator = await aModerator(community.owner);
    return { ...thread, moderator, other: await aMember(community.owner) };
  };

  it('lets whoever asked accept, and nobody else', async () => {
    const { asker, helper, moderator, other, question, answer } = await aCast();
    const action = `/a/${answer.id}/acceptance`;

    expect(actionsIn(await read(question, asker))).to.include(action);
    for (const reader of [helper, moderator, other, undefined]) {
      expect(actionsIn(await read(question, reader))).to.not.include(action);
    }
  });

  it('says what accepting does, and names an amount only where the author can be paid', async () => {
    const { asker, helper, question, answer } = await aCast();
    const promise = `thanks ${helper.name} with £0.50. It costs you nothing.`;
    expect(await read(question, asker)).to.include(promise);

    await community.owner('members').where({ id: helper.id }).update({ role: 'moderator' });

    const card = answerIn(await read(question, asker), answer);
    expect(card).to.include('Marks your question solved.').and.not.include('£');
  });

  it('lets whoever asked withdraw what they accepted, or say that it is not solved', async () => {
    const { asker, helper, question, answer } = await anAcceptedAnswer(community);
    const withdrawal = `/a/${answer.id}/acceptance/withdrawal`;

    const own = await read(question, asker);

    expect(actionsIn(own)).to.include(withdrawal).and.not.include(`/a/${answer.id}/acceptance`);
    expect(own).to.include('value="still-not-solved"').and.not.include('value="no-single-answer"');
    expect(actionsIn(await read(question, helper))).to.not.include(withdrawal);
    expect(await read(question, helper)).to.not.include('still-not-solved');
  });

  it('lets whoever asked say that no single answer solved it, while it is open', async () => {
    const { asker, other, question } = await aCast();

    expect(await read(question, asker)).to.include('value="no-single-answer"');
    expect(await read(question, asker)).to.not.include('value="still-not-solved"');
    expect(await read(question, other)).to.not.include('value="no-single-answer"');
  });

  it('offers votes and "helped me too" to anybody but the author', async () => {
    const { asker, helper, other, question, answer } = await aCast();
    const forms = [`/a/${answer.id}/vote`, `/a/${answer.id}/helped`];

    for (const reader of [asker, other, undefined]) {
      expect(actionsIn(await read(question, reader))).to.include.members(forms);
    }
    const own = actionsIn(await read(question, helper));
    for (const form of forms) expect(own).to.not.include(form);
  });

  it('offers "I have this too" and a vote on the question to anybody but the asker', async () => {
    const { asker, other, question } = await aCast();
    const forms = [`/q/${question.id}/me-too`, `/q/${question.id}/vote`];

    for (const reader of [other, undefined]) {
      expect(actionsIn(await read(question, reader))).to.include.members(forms);
    }
    const own = actionsIn(await read(question, asker));
    for (const form of forms) expect(own).to.not.include(form);
  });

  it('offers to edit to the author and to moderators', async () => {
    const { asker, helper, moderator, other, question, answer } = await aCast();
    const [ofQuestion, ofAnswer] = [`/q/${question.id}/edit"`, `/a/${answer.id}/edit"`];

    expect(await read(question, asker))
      .to.include(ofQuestion)
      .and.not.include(ofAnswer);
    expect(await read(question, helper))
      .to.include(ofAnswer)
      .and.not.include(ofQuestion);
    expect(await read(question, moderator))
      .to.include(ofAnswer)
      .and.include(ofQuestion);
    for (const reader of [other, undefined]) {
      expect(await read(question, reader)).to.not.include('/edit"');
    }
  });

  it('offers removal to moderators alone', async () => {
    const { asker, helper, moderator, question, answer } = await aCast();

    const desk = await read(question, moderator);

    expect(desk).to.include(`/q/${question.id}/removal`).and.include(`/a/${answer.id}/removal`);
    for (const reader of [asker, helper, undefined]) {
      expect(await read(question, reader)).to.not.include('/removal');
    }
  });

  it('offers a check of the accepted answer to moderators, unless it waits or is their own', async () => {
    const { moderator } = await aCast();
    const { asker, helper, question, answer } = await anAcceptedAnswer(community);
    expect(actionsIn(await read(question, moderator))).to.not.include('/staff/audits');

    await rewarding(community).decide(moderator, answer, 'pass');

    expect(actionsIn(await read(question, moderator))).to.include('/staff/audits');
    for (const reader of [asker, helper, undefined]) {
      expect(actionsIn(await read(question, reader))).to.not.include('/staff/audits');
    }
    await community.owner('acceptances').update({ accepted_by: moderator.id });
    expect(actionsIn(await read(question, moderator))).to.not.include('/staff/audits');
  });
});
