import { expect } from 'chai';

import { findLiveAcceptance } from '#src/forum/acceptances.ts';
import type { PostRef } from '#src/forum/posts.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { listActs } from '#src/moderation/log.ts';
import { readRemovalCase } from '#src/moderation/posts/read-removal.ts';
import { removePost, restorePost } from '#src/moderation/posts/remove-post.ts';
import { Conflict, Invalid, NotAllowed } from '#src/refusals.ts';
import { findReward } from '#src/rewards/rewards.ts';
import { aDomain } from '../../support/domain.ts';
import { aComment, anAdmin, aModerator, anAnsweredQuestion } from '../../support/make.ts';
import { outcomeOf } from '../../support/outcome.ts';
import * as desk from '../desk.ts';

describe('Removing and restoring posts', () => {
  const domain = aDomain();
  let hannah: MemberRow;
  before(async () => {
    hannah = await aModerator(domain.db, { name: 'Hannah' });
  });
  const remove = (ref: PostRef, by = hannah) =>
    domain.perform(by, (work) =>
      removePost(work, ref, { reason: 'unsafe', note: 'Cuts the line' }),
    );
  const restore = (ref: PostRef, because = 'It was right after all') =>
    domain.perform(hannah, (work) => restorePost(work, ref, because));

  it('voids the held reward of an accepted answer and takes its audit out of the queue', async () => {
    const { answer, helper, audit } = await desk.anAuditedAnswer(domain);

    await remove({ answer: answer.id });

    expect(await desk.holdingsOf(domain, helper)).to.deep.equal({ pending: 0n, available: 0n });
    expect(await desk.movesOf(domain, answer)).to.deep.equal(['reward.hold', 'reward.void']);
    expect(await desk.theAudit(domain, audit)).to.include({ state: 'cancelled' });
  });

  it('makes a new acceptance, with a reward of its own, when the answer comes back', async () => {
    const { answer, question, helper } = await desk.anAuditedAnswer(domain);
    await remove({ answer: answer.id });

    await restore({ answer: answer.id });

    const acceptance = await findLiveAcceptance(domain.db, question.id);
    expect(acceptance).to.include({ answer_id: answer.id, accepted_by: hannah.id });
    const reward = acceptance && (await findReward(domain.db, acceptance.id));
    expect(reward).to.include({ state: 'held', amount_minor: 50n });
    expect(await desk.holdingsOf(domain, helper)).to.include({ pending: 50n });
  });

  it('writes both down in the log', async () => {
    const { question } = await anAnsweredQuestion(domain.db);
    await remove({ question: question.id });
    await restore({ question: question.id });

    const acts = await listActs(domain.db, `question:${String(question.id)}`);

    expect(acts.map(({ act, reason, note }) => [act, reason, note])).to.deep.equal([
      ['removed', 'unsafe', 'Cuts the line'],
      ['restored', '', 'It was right after all'],
    ]);
  });

  it('needs a reason to restore', async () => {
    const { question } = await anAnsweredQuestion(domain.db);
    await remove({ question: question.id });

    const outcome = await outcomeOf(restore({ question: question.id }, '  '));

    expect(outcome).to.be.instanceOf(Invalid).with.nested.property('fields.note');
  });

  it('is for moderators, and once', async () => {
    const { answer, helper } = await anAnsweredQuestion(domain.db);
    const ref = { answer: answer.id };

    for (const actor of [helper, await anAdmin(domain.db)]) {
      expect(await outcomeOf(remove(ref, actor))).to.be.instanceOf(NotAllowed);
    }
    await remove(ref);
    expect(await outcomeOf(remove(ref))).to.be.instanceOf(Conflict);
  });

  it('shows beforehand whose post it is, what took it down, and what hangs on it', async () => {
    const { answer, question, helper } = await desk.anAuditedAnswer(domain);
    const comment = await aComment(domain.db, { question_id: question.id });

    const standing = await readRemovalCase(domain.db, { answer: answer.id }, hannah);
    await remove({ answer: answer.id });
    const down = await readRemovalCase(domain.db, { answer: answer.id }, hannah);
    const remark = await readRemovalCase(domain.db, { comment: comment.id }, hannah);

    expect(standing).to.include({ author: helper.name, removal: undefined });
    expect(standing.acceptance).to.include({ answer_id: answer.id });
    expect(down.removal).to.include({ moderator: 'Hannah', withdrew_acceptance: true });
    expect(remark).to.include({ acceptance: undefined, removal: undefined });
  });
});
