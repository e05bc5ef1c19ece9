import { expect } from 'chai';

import { editAnswer } from '#src/forum/edit-answer.ts';
import { acceptAnswer } from '#src/forum/accept-answer.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { claimAudit } from '#src/moderation/audits/claim-audit.ts';
import { countQueue, readQueue } from '#src/moderation/audits/read-queue.ts';
import { aDomain } from '../../support/domain.ts';
import { aMember, aModerator, anAnswer, aQuestion } from '../../support/make.ts';
import * as desk from '../desk.ts';

describe('The audit queue', () => {
  const domain = aDomain();
  let hannah: MemberRow;
  let marcus: MemberRow;
  beforeEach(async () => {
    domain.itIsNow('2026-01-15T12:00:00Z');
    await domain.owner('audits').update({ state: 'cancelled' }).where({ state: 'waiting' });
    hannah = await aModerator(domain.db);
    marcus = await aModerator(domain.db);
  });
  const queueOf = (moderator: MemberRow, limit = 10) =>
    readQueue(domain.db, moderator, { limit, at: domain.now() });

  /** An answer that waits, posted and accepted when the test says so. */
  const anItem = async ({ body = 'Restart it.', postedAt = '2026-01-15T09:00:00Z' } = {}) => {
    const [asker, helper] = [await aMember(domain.db), await aMember(domain.db)];
    const question = await aQuestion(domain.db, { author_id: asker.id });
    const answer = await anAnswer(domain.db, {
      ...{ question_id: question.id, author_id: helper.id, body, answered_at: new Date(postedAt) },
    });
    await domain.perform(asker, (work) => acceptAnswer(work, answer.id));
    return { asker, helper, question, answer };
  };

  it('lists the riskiest first, then the oldest, with what to look at', async () => {
    const plain = await anItem();
    domain.itIsNow('2026-01-15T12:01:00Z');
    const later = await anItem();
    const quick = await anItem({ postedAt: '2026-01-15T12:00:30Z' });
    const edited = await anItem();
    await domain.perform(edited.helper, (work) =>
      editAnswer(work, desk.markdown, {
        ...{ answer: edited.answer.id, body: 'It costs £2 a day.', reason: '', version: 1 },
      }),
    );

    const { items, count } = await queueOf(hannah);

    expect(count).to.equal(4);
    expect(items.map(({ title }) => title)).to.deep.equal(
      [quick, edited, plain, later].map(({ question }) => question.title),
    );
    expect(items[0]).to.include({ risk: 'high', quick: true, edited: false, priced: false });
    expect(items[1]).to.include({ risk: 'high', quick: false, edited: true, priced: true });
    expect(items[2]).to.include({ risk: 'mid', because: 'first-five' });
  });

  it('calls a spot check of a plain answer a low risk, and one with a price a middling one', async () => {
    await anItem();
    await anItem({ body: 'It is £2.50.' });
    await domain.owner('audits').where({ state: 'waiting' }).update({ because: 'sample' });

    const { items } = await queueOf(hannah);

    expect(items.map(({ risk }) => risk)).to.deep.equal(['mid', 'low']);
  });

  it('does not take an import, which knows no instant of acceptance, for a quick one', async () => {
    await anItem({ postedAt: '2026-01-15T12:00:00Z' });

    const { items } = await queueOf(hannah);

    expect(items[0]).to.include({ quick: false });
  });

  it('hides what this moderator wrote, asked for or accepted', async () => {
    for (const part of ['author_id', 'asker_id', 'accepted_by'] as const) {
      const { answer } = await anItem();
      await domain
        .owner('acceptances')
        .where({ answer_id: answer.id })
        .update({ [part]: hannah.id });
    }

    expect(await queueOf(hannah)).to.deep.equal({ items: [], count: 0 });
    expect(await queueOf(marcus)).to.include({ count: 3 });
    expect(await countQueue(domain.db, hannah, domain.now())).to.equal(0);
  });

  it('puts what a colleague reads last and does not count it, until the claim ends', async () => {
    const { audit } = await desk.anAuditedAnswer(domain);
    await desk.anAuditedAnswer(domain);
    await domain.perform(hannah, (work) => claimAudit(work, audit));

    const meanwhile = await queueOf(marcus);
    expect(meanwhile.count).to.equal(1);
    expect(meanwhile.items.at(-1)).to.include({ id: audit, holder: hannah.name });
    expect(await countQueue(domain.db, marcus, domain.now())).to.equal(1);
    expect((await queueOf(hannah)).items[0]).to.include({ id: audit, holder: null });

    domain.itIsNow('2026-01-15T12:05:00Z');
    expect(await queueOf(marcus)).to.include({ count: 2 });
  });

  it('holds nothing that is decided or withdrawn, and counts beyond what it lists', async () => {
    const { audit } = await desk.anAuditedAnswer(domain);
    await desk.deskOf(domain, marcus).decide(audit, desk.pass);
    await anItem();
    await anItem();

    const { items, count } = await queueOf(hannah, 1);

    expect(items).to.have.length(1);
    expect(count).to.equal(2);
  });
});
