import { expect } from 'chai';

import { editAnswer } from '#src/forum/edit-answer.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { readAudit } from '#src/moderation/audits/read-audit.ts';
import type { AuditId } from '#src/moderation/rows.ts';
import { NotFound } from '#src/refusals.ts';
import { aDomain } from '../../support/domain.ts';
import { aModerator } from '../../support/make.ts';
import { outcomeOf } from '../../support/outcome.ts';
import * as desk from '../desk.ts';

describe('An audit on the desk', () => {
  const domain = aDomain();
  let hannah: MemberRow;
  before(async () => {
    hannah = await aModerator(domain.db, { name: 'Hannah' });
  });

  it('holds the text that was accepted beside the text as it is now', async () => {
    const { audit, answer, asker, helper } = await desk.anAuditedAnswer(domain);
    await domain.perform(helper, (work) =>
      editAnswer(work, desk.markdown, {
        ...{ answer: answer.id, body: 'Quite another text', reason: '', version: 1 },
      }),
    );

    const item = await readAudit(domain.db, audit, domain.now());

    expect(item.accepted.body).to.equal(answer.body);
    expect(item.answer).to.include({ body: 'Quite another text', version: 2 });
    expect(item.edited).to.deep.equal({ by: helper.name, at: domain.now() });
    expect(item.signals).to.include({ edited: true, priced: false });
    expect(item.question.author.name).to.equal(asker.name);
    expect(item.answer.author).to.include({ name: helper.name, level: 'newcomer' });
  });

  it('knows the author’s record and how often this asker accepted them', async () => {
    const { audit, asker, helper } = await desk.anAuditedAnswer(domain);
    const passed = await desk.anotherAuditedAnswer(domain, helper);
    const failed = await desk.anotherAuditedAnswer(domain, helper, asker);
    const undone = await desk.anotherAuditedAnswer(domain, helper);
    const { decide, undo } = desk.deskOf(domain, hannah);
    await decide(passed.audit, desk.pass);
    await decide(failed.audit, desk.fail);
    await decide(undone.audit, desk.pass);
    await undo(undone.audit);

    const { history } = await readAudit(domain.db, audit, domain.now());

    expect(history).to.deep.equal({ accepted: 4, checked: 2, passed: 1, pair: 2 });
  });

  it('lists every verdict on the answer, undone ones with them', async () => {
    const { audit } = await desk.anAuditedAnswer(domain);
    const { decide, undo } = desk.deskOf(domain, hannah);
    await decide(audit, desk.fail);
    await undo(audit);
    await decide(audit, { ...desk.pass, note: 'Right after all' });

    const { verdicts } = await readAudit(domain.db, audit, domain.now());

    expect(
      verdicts.map(({ moderator, verdict, note, undone_at }) => [
        ...[moderator, verdict, note, undone_at !== null],
      ]),
    ).to.deep.equal([
      ['Hannah', 'fail', '', true],
      ['Hannah', 'pass', 'Right after all', false],
    ]);
  });

  it('answers 404 where there is none', async () => {
    const outcome = await outcomeOf(readAudit(domain.db, 2_000_000_000 as AuditId, domain.now()));

    expect(outcome).to.be.instanceOf(NotFound);
  });
});
