import { expect } from 'chai';

import { editAnswer } from '#src/forum/edit-answer.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { claimItem } from '#src/moderation/queue/claim-item.ts';
import { openItem, type NewItem } from '#src/moderation/queue/items.ts';
import {
  type Asked,
  countQueue,
  findItem,
  readQueue,
  readTaken,
} from '#src/moderation/queue/read-queue.ts';
import { aDomain } from '../../support/domain.ts';
import { aModerator } from '../../support/make.ts';
import * as desk from '../desk.ts';

const NOON = new Date('2026-01-15T12:00:00Z');

describe('The queue', () => {
  const domain = aDomain();
  let hannah: MemberRow;
  let marcus: MemberRow;
  beforeEach(async () => {
    domain.itIsNow(NOON);
    await desk.clearQueue(domain);
    hannah = await aModerator(domain.db);
    marcus = await aModerator(domain.db);
  });
  const queueOf = (moderator: MemberRow, asked: Partial<Asked> = {}) =>
    readQueue(domain.db, moderator, { limit: 10, at: domain.now(), ...asked });
  let count = 0;

  /** Something that waits, for as many hours as the test says. */
  const aWait = async (hours: number, risk: number, details: Partial<NewItem> = {}) => {
    const subject_id = (count += 1);
    domain.itIsNow(new Date(NOON.getTime() - hours * 3_600_000));
    await domain.perform('system', (work) =>
      openItem(work, {
        ...{ kind: 'report', subject_id, risk, reasons: ['spam'], barred: [] },
        ...details,
      }),
    );
    domain.itIsNow(NOON);
    return subject_id;
  };
  const subjects = (items: { subject_id: number }[]) => items.map(({ subject_id }) => subject_id);

  it('is in the order of risk × age, the higher risk first where they are equal', async () => {
    const spotCheck = await aWait(30, 1);
    const harm = await aWait(5, 5);
    const old = await aWait(26, 1);
    const middling = await aWait(10, 3);
    const equal = await aWait(15, 2);

    const items = await queueOf(hannah);

    expect(subjects(items)).to.deep.equal([middling, equal, spotCheck, old, harm]);
    expect(items[0]).to.include({ score: 3 * 10 * 3_600_000 });
  });

  it('is read page by page as it stood at the first, and back again', async () => {
    for (let nth = 0; nth < 23; nth += 1) await aWait(1 + (nth % 7), 1 + (nth % 5));
    const all = await queueOf(hannah, { limit: 100 });

    const first = await queueOf(hannah, { limit: 9 });
    const second = await queueOf(hannah, { limit: 9, after: first.at(-1) });
    const third = await queueOf(hannah, { limit: 9, after: second.at(-1) });

    expect(all).to.have.length(23);
    expect(subjects([...first, ...second, ...third])).to.deep.equal(subjects(all));
    expect(subjects(await queueOf(hannah, { limit: 2, before: second[0] }))).to.deep.equal(
      subjects(first.slice(-2).reverse()),
    );
  });

  it('is of one kind alone where that is asked for', async () => {
    await aWait(9, 5);
    const appeal = await aWait(1, 1, { kind: 'appeal' });

    expect(subjects(await queueOf(hannah, { kind: 'appeal' }))).to.deep.equal([appeal]);
    expect(await countQueue(domain.db, hannah, NOON, 'appeal')).to.equal(1);
    expect(await countQueue(domain.db, hannah, NOON)).to.equal(2);
  });

  it('hides from a moderator what they have a part in', async () => {
    await aWait(9, 5, { barred: [hannah.id] });

    expect(await queueOf(hannah)).to.deep.equal([]);
    expect(await countQueue(domain.db, hannah, NOON)).to.equal(0);
    expect(await queueOf(marcus)).to.have.length(1);
  });

  it('leaves out what a colleague reads, until the claim ends', async () => {
    const subject_id = await aWait(9, 5);
    await domain.perform(hannah, (work) => claimItem(work, { kind: 'report', subject_id }));

    expect(await queueOf(marcus)).to.deep.equal([]);
    expect(await countQueue(domain.db, marcus, NOON)).to.equal(0);
    expect((await readTaken(domain.db, marcus, NOON))[0]).to.include({
      ...{ subject_id, holder: hannah.name },
    });
    expect(subjects(await queueOf(hannah))).to.deep.equal([subject_id]);
    expect(await readTaken(domain.db, hannah, NOON)).to.deep.equal([]);

    domain.itIsNow('2026-01-15T12:05:00Z');
    expect(subjects(await queueOf(marcus))).to.deep.equal([subject_id]);
    expect(await readTaken(domain.db, marcus, domain.now())).to.deep.equal([]);
  });

  it('says of an audit what it is about, and weighs it anew when the answer is edited', async () => {
    const { audit, helper, question, answer } = await desk.anAuditedAnswer(domain);
    const subject = { kind: 'audit', subject_id: audit } as const;
    const before = await findItem(domain.db, subject, NOON);

    await domain.perform(helper, (work) =>
      editAnswer(work, desk.markdown, {
        ...{ answer: answer.id, body: 'It costs £2 a day.', reason: '', version: 1 },
      }),
    );

    const after = await findItem(domain.db, subject, NOON);
    expect(before).to.include({ risk: 2, title: question.title, member: helper.name });
    expect(before?.reasons).to.deep.equal(['first-five']);
    expect(after).to.include({ risk: 4, id: before?.id });
    expect(after?.reasons).to.deep.equal(['first-five', 'edited', 'priced']);
    expect(after?.opened_at).to.deep.equal(before?.opened_at);
  });

  it('does not take an import, which knows no instant of acceptance, for a quick one', async () => {
    const { audit, answer, asker } = await desk.anAuditedAnswer(domain);
    const { reasons } = (await findItem(domain.db, { kind: 'audit', subject_id: audit }, NOON))!;
    const quick = await desk.anotherAuditedAnswer(domain, asker, undefined, {
      answered_at: new Date('2026-01-15T11:59:30Z'),
    });
    const imported = await desk.anotherAuditedAnswer(domain, asker, undefined, {
      answered_at: NOON,
    });
    const reasonsOf = async (subject_id: number) =>
      (await findItem(domain.db, { kind: 'audit', subject_id }, NOON))?.reasons;

    expect(answer.answered_at).to.be.below(NOON);
    expect(reasons).to.not.include('quick');
    expect(await reasonsOf(quick.audit)).to.include('quick');
    expect(await reasonsOf(imported.audit)).to.not.include('quick');
  });
});
