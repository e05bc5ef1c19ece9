import { expect } from 'chai';

import { deleteOldDrafts, discardDraft, forgetDraft } from '#src/forum/drafts/forget-drafts.ts';
import { listDrafts } from '#src/forum/drafts/read-drafts.ts';
import { DraftOvertaken, saveDraft, type DraftText } from '#src/forum/drafts/save-draft.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { NotFound } from '#src/refusals.ts';
import { aDomain } from '#test/support/domain.ts';
import { aMember, aQuestion } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';

const TEXT: DraftText = {
  ...{ title: 'Why no signal?', body: 'Since', topic: '', private: false },
  ...{ question: null, version: 0 },
};

describe('Drafts', () => {
  const domain = aDomain();
  const save = (member: MemberRow, text: Partial<DraftText> = {}) =>
    domain.perform(member, (work) => saveDraft(work, { ...TEXT, ...text }));
  const mine = async ({ id }: MemberRow) =>
    (await listDrafts(domain.db, id)).map(({ body, version }) => `${body} ${String(version)}`);
  beforeEach(() => {
    domain.itIsNow('2026-03-02T12:00:00Z');
  });

  it('go on from version to version, one for each form', async () => {
    const [member, question] = [await aMember(domain.owner), await aQuestion(domain.owner)];

    const first = await save(member);
    const second = await save(member, { body: 'Since noon', version: first });
    await save(member, { title: '', body: 'Try this', question: question.id });

    expect([first, second]).to.deep.equal([1, 2]);
    expect(await mine(member)).to.have.members(['Since noon 2', 'Try this 1']);
  });

  it('never lose the newer text to a tab that had an older one', async () => {
    const member = await aMember(domain.owner);
    await save(member);
    await save(member, { body: 'Newer', version: 1 });

    const outcome = await outcomeOf(save(member, { body: 'Older', version: 1 }));

    expect(outcome).to.be.instanceOf(DraftOvertaken);
    expect((outcome as DraftOvertaken).saved).to.include({ body: 'Newer', version: 2 });
    expect(await mine(member)).to.deep.equal(['Newer 2']);
  });

  it('take one of many tabs that save at the same moment, and tell the others', async () => {
    const member = await aMember(domain.owner);
    for (const known of [0, 1]) {
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, (_, tab) =>
          outcomeOf(save(member, { body: `Tab ${String(tab)}`, version: known })),
        ),
      );

      expect(outcomes.filter((outcome) => outcome === known + 1)).to.have.length(1);
      expect(outcomes.filter((outcome) => outcome instanceof DraftOvertaken)).to.have.length(7);
    }
  });

  it('are forgotten once they are posted, also where a save was on its way', async () => {
    const member = await aMember(domain.owner);

    await domain.perform(member, (work) => forgetDraft(work, null));
    const late = await outcomeOf(save(member));

    expect(late).to.be.instanceOf(DraftOvertaken);
    expect(await mine(member)).to.deep.equal([]);
    expect(await save(member, { version: 1 })).to.equal(2);
  });

  it('are nobody else’s to read or to discard', async () => {
    const [member, other] = [await aMember(domain.owner), await aMember(domain.owner)];
    await save(member);
    const [draft] = await listDrafts(domain.db, member.id);
    if (!draft) throw new Error('it was saved');

    const outcome = await outcomeOf(domain.perform(other, (work) => discardDraft(work, draft.id)));
    const seen = await listDrafts(domain.db, other.id);
    await domain.perform(member, (work) => discardDraft(work, draft.id));

    expect(outcome).to.be.instanceOf(NotFound);
    expect(seen).to.deep.equal([]);
    expect(await mine(member)).to.deep.equal([]);
  });

  it('are deleted thirty days after they were last touched', async () => {
    const [member, poster] = [await aMember(domain.owner), await aMember(domain.owner)];
    await save(member);
    await domain.perform(poster, (work) => forgetDraft(work, null));
    const leftAt = async (instant: string) => {
      domain.itIsNow(instant);
      await domain.perform('system', deleteOldDrafts);
      return domain.db('drafts').whereIn('member_id', [member.id, poster.id]).pluck('member_id');
    };

    expect(await leftAt('2026-03-03T12:00:00Z')).to.have.members([member.id, poster.id]);
    expect(await leftAt('2026-04-01T12:00:00Z')).to.deep.equal([member.id]);
    expect(await leftAt('2026-04-01T12:00:01Z')).to.deep.equal([]);
  });

  it('do not name a question that readers cannot see any more', async () => {
    const member = await aMember(domain.owner);
    const removed = await aQuestion(domain.owner, { removed_at: domain.now() });
    await save(member, { question: removed.id });

    expect((await listDrafts(domain.db, member.id))[0]?.answers).to.equal(null);
  });

  it('are not kept of nothing', async () => {
    const member = await aMember(domain.owner);

    expect(await save(member, { title: ' ', body: '\n' })).to.equal(0);
    expect(await domain.db('drafts').where({ member_id: member.id })).to.deep.equal([]);
  });
});
