import { randomUUID } from 'node:crypto';

import { expect } from 'chai';

import { assignCase, handOverCase } from '#src/handoff/assign-case.ts';
import { changePromise } from '#src/handoff/change-promise.ts';
import { closeCase } from '#src/handoff/close-case.ts';
import { listCases, listOwnCases } from '#src/handoff/list-cases.ts';
import { noteOnCase } from '#src/handoff/note-on-case.ts';
import { openCase } from '#src/handoff/open-case.ts';
import { readPromise } from '#src/handoff/promise.ts';
import { readCaseForStaff, readOwnCase } from '#src/handoff/read-case.ts';
import { redactMessage } from '#src/handoff/redact-message.ts';
import { replyAsStaff } from '#src/handoff/reply.ts';
import type { CaseId } from '#src/handoff/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { Conflict, Invalid, NotAllowed, NotFound } from '#src/refusals.ts';
import { aDomain } from '#test/support/domain.ts';
import { mailsTo } from '#test/support/mailbox.ts';
import {
  aFinancePerson,
  aMember,
  aModerator,
  anAdmin,
  anAnsweredQuestion,
  aTopic,
} from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import { casework, markdown } from './casework.ts';

describe('A private case', () => {
  const domain = aDomain({ connections: 4 });
  const { ask, write, reply, row, lastSeen } = casework(domain);
  let people: Record<'member' | 'stranger' | 'hannah' | 'marcus' | 'finance' | 'admin', MemberRow>;
  beforeEach(async () => {
    domain.itIsNow('2026-01-15T12:00:00Z');
    const { owner } = domain;
    people = {
      ...{ member: await aMember(owner), stranger: await aMember(owner) },
      ...{ hannah: await aModerator(owner), marcus: await aModerator(owner) },
      ...{ finance: await aFinancePerson(owner), admin: await anAdmin(owner) },
    };
  });

  const queued = (id: CaseId) =>
    domain.owner('queue_items').where({ kind: 'case', subject_id: id, state: 'waiting' }).first();

  it('keeps the clock it was begun with, and another promise holds for the next', async () => {
    const { member, hannah, admin } = people;
    const {
      version,
      reason: _why,
      changed_by: _who,
      changed_at: _at,
      ...now
    } = await readPromise(domain.db);
    const before = await ask(member);
    const change = { reason: 'We are more now', version };
    const set = (who: MemberRow) =>
      domain.perform(who, (work) =>
        changePromise(work, { ...now, first_reply_minutes: 60 }, change),
      );

    const refused = await outcomeOf(set(hannah));
    await set(admin);
    const after = await ask(member);

    expect(refused).to.be.instanceOf(NotAllowed);
    const hours = (due: Date | null) =>
      ((due?.getTime() ?? 0) - domain.now().getTime()) / 3_600_000;
    expect(hours((await row(before.id)).due_at)).to.equal(4);
    expect(hours((await row(after.id)).due_at)).to.equal(1);
    await domain.perform(admin, (work) =>
      changePromise(work, now, { reason: 'As before', version: version + 1 }),
    );
  });

  it('is there for the member and our team, and for nobody else', async () => {
    const { member, stranger, hannah, finance, admin } = people;

    const { id } = await ask(member);

    expect((await readOwnCase(domain.db, id, member)).messages).to.have.length(1);
    expect((await readCaseForStaff(domain.db, id, hannah)).messages).to.have.length(1);
    expect((await readCaseForStaff(domain.db, id, admin)).messages).to.have.length(1);
    for (const other of [stranger, finance]) {
      expect(await outcomeOf(readOwnCase(domain.db, id, other))).to.be.instanceOf(NotFound);
      expect(await outcomeOf(readCaseForStaff(domain.db, id, other))).to.be.instanceOf(NotFound);
      expect(await outcomeOf(write(other, id))).to.be.instanceOf(NotFound);
      expect(await outcomeOf(reply(other, id))).to.be.instanceOf(NotFound);
    }
  });

  it('of one of our own is not for them to handle', async () => {
    const { hannah, marcus } = people;

    const { id } = await ask(hannah);

    expect(await outcomeOf(readCaseForStaff(domain.db, id, hannah))).to.be.instanceOf(NotFound);
    expect((await readOwnCase(domain.db, id, hannah)).head.id).to.equal(id);
    const listed = await listCases(domain.db, hannah, { tab: 'all' });
    expect(listed.rows.map((one) => one.id)).not.to.include(id);
    const others = await listCases(domain.db, marcus, { tab: 'all' });
    expect(others.rows.map((one) => one.id)).to.include(id);
  });

  it('waits in the queue until the promised reply, and leaves it with the reply', async () => {
    const { member, hannah } = people;
    const { id } = await ask(member);
    const waiting = await queued(id);

    await reply(hannah, id);

    expect(waiting?.due_at).to.deep.equal(new Date('2026-01-15T16:00:00Z'));
    expect(waiting).to.include({ risk: 3 }).and.to.have.deep.property('barred', [member.id]);
    expect(await queued(id)).to.equal(undefined);
    expect(await row(id)).to.include({ state: 'waiting-for-member', assigned_to: hannah.id });
  });

  it('keeps its promise when the member writes again before our reply', async () => {
    const { member } = people;
    const { id } = await ask(member);
    domain.itIsNow('2026-01-15T14:00:00Z');

    await write(member, id);

    expect((await row(id)).due_at).to.deep.equal(new Date('2026-01-15T16:00:00Z'));
    expect((await queued(id))?.due_at).to.deep.equal(new Date('2026-01-15T16:00:00Z'));
  });

  it('tells the member by mail that somebody wrote, and neither what nor about what', async () => {
    const { member, hannah } = people;
    const { id } = await ask(member, { subject: 'My aardvark', body: 'It eats zebras.' });

    await reply(hannah, id, 'Feed it pangolins.');

    const [mail, ...more] = await mailsTo(domain.owner, member.email);
    expect(more).to.deep.equal([]);
    expect(mail?.subject).to.equal(`${hannah.name} replied to you privately`);
    expect(JSON.stringify(mail)).not.to.match(/aardvark|zebra|pangolin/i);
    expect(mail?.text_body).to.include(`/me/conversations/${String(id)}`);
  });

  it('is one however often the form is sent, at once or later', async () => {
    const { member } = people;
    const key = randomUUID();

    const opened = await Promise.all([1, 2, 3, 4].map(() => ask(member, { key })));
    const { id } = await ask(member, { key });

    expect(new Set(opened.map((one) => one.id))).to.deep.equal(new Set([id]));
    expect(await domain.owner('cases').where({ member_id: member.id })).to.have.length(1);
    expect(await domain.owner('case_messages').where({ case_id: id })).to.have.length(1);
  });

  it('holds a message once that is sent twice at once, from either side', async () => {
    const { member, hannah } = people;
    const { id } = await ask(member);
    const seen = await lastSeen(id);
    const keys = [randomUUID(), randomUUID()] as const;

    await Promise.all(
      [1, 2].map(() =>
        domain.perform(hannah, (work) =>
          replyAsStaff(work, markdown, id, { body: 'Done.', key: keys[0], seen }),
        ),
      ),
    );
    await Promise.all([1, 2].map(() => write(member, id, 'Thanks.', keys[1])));

    expect(await domain.owner('case_messages').where({ case_id: id })).to.have.length(3);
    expect(await mailsTo(domain.owner, member.email)).to.have.length(1);
  });

  it('takes one of two replies at once, and refuses the other with what was typed kept', async () => {
    const { member, hannah, marcus } = people;
    const { id } = await ask(member);
    const seen = await lastSeen(id);

    const outcomes = await Promise.all(
      [hannah, marcus].map((staff) =>
        outcomeOf(
          domain.perform(staff, (work) =>
            replyAsStaff(work, markdown, id, { body: 'Me first.', key: randomUUID(), seen }),
          ),
        ),
      ),
    );

    expect(outcomes.filter((outcome) => outcome instanceof Conflict)).to.have.length(1);
    expect(await domain.owner('case_messages').where({ case_id: id })).to.have.length(2);
  });

  it('is given to one of two who take it at once', async () => {
    const { member, hannah, marcus, stranger } = people;
    const { id } = await ask(member);
    const give = (staff: MemberRow, to = staff.id) =>
      outcomeOf(domain.perform(staff, (work) => assignCase(work, id, { to, was: null })));

    const outcomes = await Promise.all([give(hannah), give(marcus)]);

    expect(outcomes.filter((outcome) => outcome instanceof Conflict)).to.have.length(1);
    const { assigned_to } = await row(id);
    expect([hannah.id, marcus.id]).to.include(assigned_to);
    const wrong = await outcomeOf(
      domain.perform(hannah, (work) => assignCase(work, id, { to: stranger.id, was: assigned_to })),
    );
    expect(wrong).to.be.instanceOf(Invalid);
  });

  it('is handed over with a note that only our team reads', async () => {
    const { member, hannah, marcus } = people;
    const { id } = await ask(member);
    await reply(hannah, id);
    await domain.perform(hannah, (work) =>
      noteOnCase(work, id, { body: 'Rude.', key: randomUUID() }),
    );

    await domain.perform(hannah, (work) =>
      handOverCase(work, id, { to: marcus.id, was: hannah.id, note: 'Knows billing.' }),
    );

    const ours = await readCaseForStaff(domain.db, id, marcus);
    expect(ours.head.holder).to.equal(marcus.name);
    expect(JSON.stringify(ours)).to.include('Knows billing.').and.to.include('Rude.');
    const theirs = JSON.stringify(await readOwnCase(domain.db, id, member));
    expect(theirs).not.to.match(/Knows billing|Rude/);
  });

  it('closes with a summary for everybody that does not name the member', async () => {
    const { member, hannah } = people;
    const { slug } = await aTopic(domain.owner);
    const { id } = await ask(member);
    await reply(hannah, id);
    const seen = await lastSeen(id);
    const close = (answer: string) =>
      domain.perform(hannah, (work) =>
        closeCase(work, markdown, id, {
          seen,
          summary: { topic: slug, title: 'Why is my bill wrong?', body: 'It is too high.', answer },
        }),
      );

    const named = await outcomeOf(close(`As we told ${member.name}: wait.`));
    const published = await close('Wait a day.');

    expect(named).to.be.instanceOf(Invalid);
    expect(published?.question).to.include({ author_id: hannah.id });
    const asked = await domain.owner('questions').where({ author_id: hannah.id }).first();
    expect(asked?.state).to.equal('no-single-answer');
    expect(await row(id)).to.include({ state: 'closed', closed_by: hannah.id });
    const told = await mailsTo(domain.owner, member.email);
    expect(told.map(({ kind }) => kind)).to.deep.equal(['case-reply', 'case-closed']);
  });

  it('is not closed over what the member has just written', async () => {
    const { member, hannah } = people;
    const { id } = await ask(member);
    await reply(hannah, id);
    const seen = await lastSeen(id);
    await write(member, id, 'Wait, one more thing.');

    const outcome = await outcomeOf(
      domain.perform(hannah, (work) => closeCase(work, markdown, id, { seen })),
    );

    expect(outcome).to.be.instanceOf(Conflict);
    expect((await row(id)).state).to.equal('waiting-for-staff');
  });

  it('opens again by the member’s reply within thirty days, and not after', async () => {
    const { member, hannah } = people;
    const { id } = await ask(member);
    await reply(hannah, id);
    await domain.perform(hannah, async (work) =>
      closeCase(work, markdown, id, { seen: await lastSeen(id) }),
    );

    domain.itIsNow('2026-02-14T12:00:01Z');
    const late = await outcomeOf(write(member, id));
    domain.itIsNow('2026-02-14T12:00:00Z');
    await write(member, id);

    expect(late).to.be.instanceOf(Conflict);
    expect(await row(id)).to.include({ state: 'waiting-for-staff', closed_at: null });
    expect((await queued(id))?.reasons).to.deep.equal(['case-answered-back']);
  });

  it('about a thread is begun by our team, once, and unseen until they write', async () => {
    const { hannah, marcus, member } = people;
    const { asker, helper, question, answer } = await anAnsweredQuestion(domain.owner);
    const about = { question: question.id, answer: answer.id, with: 'asker' } as const;
    const open = (staff: MemberRow) => domain.perform(staff, (work) => openCase(work, about));

    const [one, two] = await Promise.all([open(hannah), open(marcus)]);
    const unseen = await listOwnCases(domain.db, asker.id);
    await reply(hannah, one.id);

    expect(two.id).to.equal(one.id);
    expect(unseen.rows).to.deep.equal([]);
    expect((await listOwnCases(domain.db, asker.id)).rows).to.have.length(1);
    expect((await listOwnCases(domain.db, helper.id)).rows).to.deep.equal([]);
    expect(await outcomeOf(open(member))).to.be.instanceOf(NotAllowed);
  });

  it('loses what a message said to an admin alone, and to nobody’s edit', async () => {
    const { member, hannah, admin } = people;
    const { id } = await ask(member, { body: 'My card is 4242.' });
    const messageId = (await lastSeen(id)) ?? expect.fail('there is a message');
    const redact = (staff: MemberRow) =>
      domain.perform(staff, (work) =>
        redactMessage(work, { caseId: id, messageId, reason: 'A card number' }),
      );

    const refused = await outcomeOf(redact(hannah));
    const edited = await outcomeOf(
      domain.owner('case_messages').where({ id: messageId }).update({ body: 'Something else' }),
    );
    await redact(admin);

    expect(refused).to.be.instanceOf(NotAllowed);
    expect(edited).to.match(/never edited/);
    const { messages } = await readOwnCase(domain.db, id, member);
    expect(messages).to.have.length(1);
    expect(JSON.stringify(messages)).not.to.include('4242');
    expect(await outcomeOf(domain.owner('case_messages').where({ id: messageId }).del())).to.match(
      /never/,
    );
  });

  it('is open to somebody who is suspended, and not to handle for one of ours who is', async () => {
    const { owner } = domain;
    const suspended = { suspended_until: new Date('2026-02-01T00:00:00Z') };
    const [member, staff] = [await aMember(owner, suspended), await aModerator(owner, suspended)];

    const { id } = await ask(member);
    await write(member, id);

    expect(await outcomeOf(reply(staff, id))).to.be.instanceOf(NotAllowed);
    expect(await owner('case_messages').where({ case_id: id })).to.have.length(2);
  });

  it('is in the log of what our people did, without a word of it', async () => {
    const { member, hannah } = people;
    const { id } = await ask(member, { subject: 'My aardvark' });

    await reply(hannah, id, 'Feed it.');

    const acts = await domain.owner('moderation_log').where({ subject: `case:${String(id)}` });
    expect(acts.map(({ act, actor_id }) => [act, actor_id])).to.deep.equal([
      ['case-replied', hannah.id],
    ]);
    expect(JSON.stringify(acts)).not.to.match(/aardvark|Feed/);
  });
});
