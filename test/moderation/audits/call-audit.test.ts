import { expect } from 'chai';

import { withdrawAcceptanceOf } from '#src/forum/withdraw-acceptance.ts';
import type { AnswerId } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { callAudit } from '#src/moderation/audits/call-audit.ts';
import { findWaitingAudit } from '#src/moderation/audits/find-audit.ts';
import { Conflict, NotAllowed } from '#src/refusals.ts';
import { findReward } from '#src/rewards/rewards.ts';
import { aDomain } from '../../support/domain.ts';
import { aMember, aModerator, anAnsweredQuestion } from '../../support/make.ts';
import { outcomeOf } from '../../support/outcome.ts';
import * as desk from '../desk.ts';

describe('Calling for an audit', () => {
  const domain = aDomain();
  let moderator: MemberRow;
  before(async () => {
    moderator = await aModerator(domain.db);
  });
  const call = (id: AnswerId, by = moderator) =>
    outcomeOf(domain.perform(by, (work) => callAudit(work, id)));

  it('puts an accepted answer in the queue, and its reward waits again for the verdict', async () => {
    const { answer, audit } = await desk.anAuditedAnswer(domain);
    const { acceptance_id } = await desk.theAudit(domain, audit);
    await domain.owner('audits').where({ id: audit }).update({ state: 'decided' });
    await domain.owner('rewards').where({ acceptance_id }).update({ audit_drawn: false });

    await call(answer.id);

    const waiting = await findWaitingAudit(domain.db, answer.id);
    expect(waiting && (await desk.theAudit(domain, waiting.id)).because).to.equal('called');
    expect(await findReward(domain.db, acceptance_id)).to.include({ audit_drawn: true });
  });

  it('is refused while the answer waits already', async () => {
    const { answer } = await desk.anAuditedAnswer(domain);

    expect(await call(answer.id)).to.be.instanceOf(Conflict);
  });

  it('is refused for an answer that is not accepted', async () => {
    const never = await anAnsweredQuestion(domain.db);
    const { answer, asker } = await desk.anAuditedAnswer(domain);
    await domain.perform(asker, (work) => withdrawAcceptanceOf(work, answer.id));

    expect(await call(never.answer.id)).to.be.instanceOf(Conflict);
    expect(await call(answer.id)).to.be.instanceOf(Conflict);
  });

  it('is for moderators who take no part in the thread', async () => {
    const { answer, audit } = await desk.aReleasedAnswer(domain, moderator);
    const { acceptance_id: id } = await desk.theAudit(domain, audit);
    const asked = await aModerator(domain.db);
    await domain.owner('acceptances').where({ id }).update({ asker_id: asked.id });

    expect(await call(answer.id, asked)).to.be.instanceOf(NotAllowed);
    expect(await call(answer.id, await aMember(domain.db))).to.be.instanceOf(NotAllowed);
  });
});
