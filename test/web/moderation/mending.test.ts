import { expect } from 'chai';

import type { MemberRow } from '#src/members/rows.ts';
import type { AuditId } from '#src/moderation/rows.ts';
import { aCommunity } from '#test/support/community.ts';
import { aModerator } from '#test/support/make.ts';
import * as desk from '../../moderation/desk.ts';

describe('A fix with something personal in it', () => {
  const community = aCommunity();
  let hannah: MemberRow;
  beforeEach(async () => {
    community.itIsNow('2026-01-15T12:00:00Z');
    hannah = await aModerator(community.owner);
  });
  const decide = (id: AuditId, fields: Record<string, string>) =>
    community
      .visit(hannah)
      .post(`/staff/audits/${String(id)}/verdict`)
      .type('form')
      .send({ version: '1', ...fields });
  const textOf = async (id: number) =>
    community
      .db('answers')
      .where({ id: id as never })
      .first('body', 'body_html');
  const body = 'Ring Beth on 07700 900412, she will know.';

  it('is asked about, with all that was typed and chosen', async () => {
    const { audit, answer } = await desk.anAuditedAnswer(community);

    const { status, text } = await decide(audit, {
      ...{ verdict: 'fix', body, note: 'Names help.', correct: 'partly' },
      ...{ ask_note: 'Is this allowed?', ask_of: '' },
    });

    expect(status).to.equal(422);
    expect(text).to.include('That looks like a phone number.').and.include('Show it masked');
    expect(text).to.not.include('Ask our team privately');
    expect(text).to.match(/<textarea[^>]*id="body"[^>]*>\s*Ring Beth on 07700 900412/);
    expect(text).to.include('Names help.').and.include('Is this allowed?');
    expect(text).to.match(/<option value="partly" selected>/);
    expect(text).to.match(/<details class="fail" open>\s*<summary[^>]*data-key="f"/);
    expect(await desk.theAudit(community, audit)).to.include({ state: 'waiting' });
    expect((await textOf(answer.id))?.body).to.equal(answer.body);
  });

  it('is published with a mask, where that was chosen by a button alone', async () => {
    const { audit, answer } = await desk.anAuditedAnswer(community);

    const { status } = await decide(audit, { personal: 'mask', body });

    expect(status).to.equal(303);
    expect((await textOf(answer.id))?.body).to.match(/^Ring Beth on 077•• ••• 412/);
    const found = await community.db('personal_data_findings').where({ answer_id: answer.id });
    expect(found).to.deep.equal([]);
  });

  it('is kept as it is, hidden from readers until somebody has looked', async () => {
    const { audit, answer } = await desk.anAuditedAnswer(community);

    const { status, headers } = await decide(audit, { personal: 'keep', body });

    expect(status).to.equal(303);
    expect(headers['set-cookie']?.toString()).to.include('fix-kept-hidden');
    const kept = await textOf(answer.id);
    expect(kept?.body).to.equal(body);
    expect(kept?.body_html).to.not.include('900412');
    const [finding] = await community.db('personal_data_findings').where({ answer_id: answer.id });
    expect(finding).to.include({ state: 'waiting', disputed: true });
  });

  it('keeps the text where the answer was edited meanwhile', async () => {
    const { audit, answer } = await desk.anAuditedAnswer(community);

    const { status, text } = await decide(audit, { personal: 'keep', body, version: '7' });

    expect(status).to.equal(409);
    expect(text).to.match(/<textarea[^>]*id="body"[^>]*>\s*Ring Beth on 07700 900412/);
    expect((await textOf(answer.id))?.body).to.equal(answer.body);
  });

  it('is nobody’s concern where the answer passes as it is', async () => {
    const { audit } = await desk.anAuditedAnswer(community);

    expect((await decide(audit, { verdict: 'pass', body })).status).to.equal(303);
  });

  it('refuses a choice that there is not', async () => {
    const { audit } = await desk.anAuditedAnswer(community);

    const { status, text } = await decide(audit, { verdict: 'fix', personal: 'private', body });

    expect(status).to.equal(422);
    expect(text).to.include('Choose how to post it.');
  });
});
