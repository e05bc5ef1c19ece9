import { randomUUID } from 'node:crypto';

import { expect } from 'chai';

import type { MemberRow } from '#src/members/rows.ts';
import { readNotes } from '#src/moderation/member-file/read-notes.ts';
import { strikeNote, writeNote } from '#src/moderation/member-file/write-note.ts';
import type { StaffNoteId } from '#src/moderation/rows.ts';
import { Conflict, NotFound } from '#src/refusals.ts';
import { aDomain } from '#test/support/domain.ts';
import { aFinancePerson, aMember, aModerator, anAdmin } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';

describe('A note of the team on a member', () => {
  const domain = aDomain({ connections: 4 });
  let member: MemberRow;
  let hannah: MemberRow;
  beforeEach(async () => {
    [member, hannah] = [await aMember(domain.owner), await aModerator(domain.owner)];
  });

  const note = (staff: MemberRow, of: MemberRow, key: string = randomUUID()) =>
    outcomeOf(
      domain.perform(staff, (work) => writeNote(work, of.id, { body: 'Ring first.', key })),
    );
  const strike = (staff: MemberRow, noteId: StaffNoteId, of = member) =>
    outcomeOf(
      domain.perform(staff, (work) =>
        strikeNote(work, { memberId: of.id, noteId, reason: 'It was somebody else.' }),
      ),
    );
  const only = async () => (await readNotes(domain.db, member.id))[0] ?? expect.fail('no note');

  it('is written by moderators and admins, and by nobody of themselves', async () => {
    const [admin, finance] = [await anAdmin(domain.owner), await aFinancePerson(domain.owner)];

    for (const staff of [hannah, admin]) expect(await note(staff, member)).to.equal(undefined);
    for (const other of [finance, await aMember(domain.owner)]) {
      expect(await note(other, member)).to.be.instanceOf(NotFound);
    }
    expect(await note(hannah, hannah)).to.be.instanceOf(NotFound);
    expect(await readNotes(domain.db, member.id)).to.have.length(2);
  });

  it('is one however often the form is sent', async () => {
    const key = randomUUID();

    await Promise.all([1, 2, 3].map(() => note(hannah, member, key)));

    expect(await readNotes(domain.db, member.id)).to.have.length(1);
    const subject = `member:${String(member.id)}`;
    expect(await domain.owner('moderation_log').where({ subject })).to.have.length(1);
  });

  it('is never changed: it is struck out once, with a reason, and stays readable', async () => {
    await note(hannah, member);
    const { id } = await only();

    const outcomes = await Promise.all([1, 2].map(() => strike(hannah, id)));
    const changed = await outcomeOf(
      domain.owner('staff_notes').where({ id }).update({ body: 'Something else' }),
    );

    expect(outcomes.filter((outcome) => outcome instanceof Conflict)).to.have.length(1);
    expect(await only()).to.have.property('body', 'Ring first.');
    expect((await only()).strike).to.include({
      reason: 'It was somebody else.',
      by: hannah.name,
    });
    expect(changed).to.match(/never|refus|change/i);
  });

  it('of one member is not found in the file of another', async () => {
    await note(hannah, member);
    const other = await aMember(domain.owner);

    const outcome = await strike(hannah, (await only()).id, other);

    expect(outcome).to.be.instanceOf(NotFound);
  });
});
