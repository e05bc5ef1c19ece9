import { expect } from 'chai';

import { editAnswer } from '#src/forum/edit-answer.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { actOnBatch, type Chosen } from '#src/moderation/bulk/act-on-batch.ts';
import type { BulkCode } from '#src/moderation/bulk/acts.ts';
import { readBatch } from '#src/moderation/bulk/read-batch.ts';
import { undoBatch } from '#src/moderation/bulk/undo-batch.ts';
import { claimItem } from '#src/moderation/queue/claim-item.ts';
import type { AuditId, BulkActionId } from '#src/moderation/rows.ts';
import { Conflict, NotAllowed } from '#src/refusals.ts';
import { aDomain } from '#test/support/domain.ts';
import { aModerator } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import * as desk from '../desk.ts';

describe('Deciding several at once', () => {
  const domain = aDomain();
  const { markdown } = desk;
  let hannah: MemberRow;
  let marcus: MemberRow;
  beforeEach(async () => {
    domain.itIsNow('2026-01-15T12:00:00Z');
    await desk.clearQueue(domain);
    hannah = await aModerator(domain.db);
    marcus = await aModerator(domain.db);
  });
  const needs = () => ({ perform: domain.perform, markdown });
  const auditOf = (subject_id: AuditId, version = 1): Chosen => ({
    ...{ kind: 'audit', subject_id, version },
  });
  const act = (code: BulkCode, chosen: readonly Chosen[], by = hannah) =>
    actOnBatch(needs(), by, { bulk: { code, note: '' }, chosen });
  const undo = (id: BulkActionId, by = hannah) => outcomeOf(undoBatch(needs(), by, id));
  const entriesOf = async (id: BulkActionId) => (await readBatch(domain.db, id)).entries;
  const holdings = (member: MemberRow) => desk.holdingsOf(domain, member);

  it('passes each by the command that passes one, and pays', async () => {
    const [one, two] = [await desk.anAuditedAnswer(domain), await desk.anAuditedAnswer(domain)];

    const id = await act('pass', [auditOf(one.audit), auditOf(two.audit)]);

    expect((await entriesOf(id)).map(({ refusal }) => refusal)).to.deep.equal([null, null]);
    expect(await holdings(one.helper)).to.deep.equal({ pending: 0n, available: 50n });
    expect(await holdings(two.helper)).to.deep.equal({ pending: 0n, available: 50n });
  });

  it('leaves alone what was edited, decided or is read by a colleague, and says so', async () => {
    const items = [];
    for (let nth = 0; nth < 4; nth += 1) items.push(await desk.anAuditedAnswer(domain));
    const [fine, edited, decided, read] = items;
    await domain.perform(edited!.helper, (work) =>
      editAnswer(work, markdown, {
        ...{ answer: edited!.answer.id, body: 'Otherwise.', reason: '', version: 1 },
      }),
    );
    await desk.deskOf(domain, marcus).decide(decided!.audit, desk.pass);
    const subject = { kind: 'audit', subject_id: read!.audit } as const;
    await domain.perform(marcus, (work) => claimItem(work, subject));

    const id = await act(
      'fail:copied',
      items.map(({ audit }) => auditOf(audit)),
    );

    const said = new Map((await entriesOf(id)).map((entry) => [entry.subject_id, entry.refusal]));
    expect(said.get(fine!.audit)).to.equal(null);
    expect(said.get(edited!.audit)).to.include('edited this while you were reading');
    expect(said.get(decided!.audit)).to.equal('It was decided meanwhile.');
    expect(said.get(read!.audit)).to.equal('A colleague is reading it just now.');
    expect(await holdings(fine!.helper)).to.deep.equal({ pending: 0n, available: 0n });
    expect(await holdings(edited!.helper)).to.include({ pending: 50n });
  });

  it('is undone within a day by contra transfers, except what has moved on, which it says', async () => {
    const [one, two] = [await desk.anAuditedAnswer(domain), await desk.anAuditedAnswer(domain)];
    const id = await act('pass', [auditOf(one.audit), auditOf(two.audit)]);
    const early = await undo(id, marcus);
    domain.itIsNow('2026-01-15T18:00:00Z');
    await desk.callAgain(domain, two.answer.id, marcus);

    const undone = await undo(id);

    expect(early).to.be.instanceOf(NotAllowed);
    expect(undone).to.equal(undefined);
    expect(await desk.movesOf(domain, one.answer)).to.deep.equal([
      ...['reward.hold', 'reward.release', 'reversal'],
    ]);
    expect(await holdings(one.helper)).to.deep.equal({ pending: 50n, available: 0n });
    expect(await desk.theAudit(domain, one.audit)).to.include({ state: 'waiting' });
    expect(await holdings(two.helper)).to.deep.equal({ pending: 0n, available: 50n });
    const [first, second] = await entriesOf(id);
    expect(first?.undone_at).to.deep.equal(domain.now());
    expect(second?.undo_refusal).to.include('Another check of this answer was asked for');
  });

  it('cannot be undone after a day, nor twice', async () => {
    const { audit, helper } = await desk.anAuditedAnswer(domain);
    const id = await act('fail:wrong', [auditOf(audit)]);

    domain.itIsNow('2026-01-16T12:00:00Z');
    const twice = await Promise.all([undo(id), undo(id)]);
    domain.itIsNow('2026-01-16T12:00:01Z');
    const late = await undo(id);

    expect(twice).to.deep.equal([undefined, undefined]);
    expect(late).to.be.instanceOf(Conflict);
    expect(await holdings(helper)).to.deep.equal({ pending: 50n, available: 0n });
  });

  it('puts back what it removed, with its acceptance and reward as they were', async () => {
    const { audit, helper, answer } = await desk.anAuditedAnswer(domain);

    const id = await act('remove:spam', [auditOf(audit)]);
    expect(await holdings(helper)).to.deep.equal({ pending: 0n, available: 0n });
    domain.itIsNow('2026-01-15T15:00:00Z');
    await undo(id);

    expect(await holdings(helper)).to.deep.equal({ pending: 50n, available: 0n });
    const back = await domain.db('answers').where({ id: answer.id }).first();
    expect(back?.removed_at).to.equal(null);
    expect(await desk.theAudit(domain, audit)).to.include({ state: 'waiting' });
  });

  it('decides each once where two press at the same moment', async () => {
    const some = () => desk.anAuditedAnswer(domain);
    const chosen = [await some(), await some(), await some()];

    const ids = await Promise.all(
      [hannah, marcus].map((by) =>
        act(
          'pass',
          chosen.map(({ audit }) => auditOf(audit)),
          by,
        ),
      ),
    );

    const done = (await Promise.all(ids.map(entriesOf))).flat();
    expect(done.filter(({ refusal }) => refusal === null)).to.have.length(3);
    for (const { helper } of chosen) {
      expect(await holdings(helper)).to.deep.equal({ pending: 0n, available: 50n });
    }
  });
});
