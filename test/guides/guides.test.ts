import { expect } from 'chai';

import type { AnswerRow } from '#src/forum/rows.ts';
import { changeGuideState } from '#src/guides/change-state.ts';
import { checkGuide } from '#src/guides/check-guide.ts';
import { editGuide } from '#src/guides/edit-guide.ts';
import { queueDueGuides } from '#src/guides/queue-guides.ts';
import { findGuide, readGuidesCrediting, searchGuides } from '#src/guides/read-guides.ts';
import { readGuideVersions } from '#src/guides/read-guide-versions.ts';
import type { GuideRow } from '#src/guides/rows.ts';
import { writeGuide } from '#src/guides/write-guide.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { removePost } from '#src/moderation/posts/remove-post.ts';
import { listNotices } from '#src/notices/read-notices.ts';
import { Conflict, Invalid, NotAllowed } from '#src/refusals.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { aDomain } from '#test/support/domain.ts';
import { aMember, aModerator, anAnswer, aTopic } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import { anAcceptedAnswer } from '#test/support/rewarding.ts';

describe('Guides', () => {
  const domain = aDomain();
  const markdown = createMarkdown();
  let hannah: MemberRow;
  before(async () => {
    hannah = await aModerator(domain.owner);
  });
  beforeEach(() => {
    domain.itIsNow('2026-01-15T12:00:00Z');
  });

  type Written = { by?: MemberRow; title?: string; credits?: string[] };
  const write = async (answer: AnswerRow, { by = hannah, ...words }: Written = {}) => {
    const topic = await aTopic(domain.owner);
    const text = { title: 'No signal after a change of SIM', body: 'Restart the phone.' };
    const given = { ...text, credits: [], months: 6, answerId: answer.id, topicId: topic.id };
    return domain.perform(by, (work) => writeGuide(work, markdown, { ...given, ...words }));
  };
  const become = ({ id }: GuideRow, state: GuideRow['state']) =>
    domain.perform(hannah, (work) => changeGuideState(work, id, state));
  const edit = (guide: GuideRow, changes: object = {}, version = guide.version) =>
    domain.perform(hannah, (work) =>
      editGuide(work, markdown, guide.id, {
        ...{ title: guide.title, body: 'Restart it twice.', topicId: guide.topic_id, version },
        ...{ credits: [], reason: 'Twice is needed', ...changes },
      }),
    );
  const published = async () => {
    const { answer, helper } = await anAcceptedAnswer(domain);
    const guide = await write(answer);
    await become(guide, 'published');
    return { guide, answer, helper };
  };
  const told = async ({ id }: MemberRow) =>
    (await listNotices(domain.db, id, { at: domain.now() })).rows.filter(
      ({ kind }) => kind === 'guide-credit',
    ).length;
  const waiting = async ({ id }: GuideRow) =>
    domain.owner('queue_items').where({ kind: 'guide', subject_id: id, state: 'waiting' });

  it('are made by moderators, of an answer that was accepted or is our own', async () => {
    const { answer } = await anAcceptedAnswer(domain);
    const open = await anAnswer(domain.owner);
    const ours = await anAnswer(domain.owner, { by_staff: true });
    const gone = await anAnswer(domain.owner, { by_staff: true, removed_at: domain.now() });

    const byMember = await outcomeOf(write(answer, { by: await aMember(domain.owner) }));

    expect(byMember).to.be.instanceOf(NotAllowed);
    expect(await outcomeOf(write(open))).to.be.instanceOf(Conflict);
    expect(await outcomeOf(write(gone))).to.be.instanceOf(Conflict);
    expect((await write(ours)).state).to.equal('draft');
  });

  it('have an address each, also where two of one title are saved at once', async () => {
    const { answer } = await anAcceptedAnswer(domain);
    const title = 'How to keep a number';

    const guides = await Promise.all([1, 2, 3].map(() => write(answer, { title })));

    expect(guides.map(({ slug }) => slug).sort()).to.deep.equal([
      'how-to-keep-a-number',
      'how-to-keep-a-number-2',
      'how-to-keep-a-number-3',
    ]);
  });

  it('credit the author and whom they name, each told once and when readers see it', async () => {
    const { answer, helper } = await anAcceptedAnswer(domain);
    const [other, later] = [await aMember(domain.owner), await aMember(domain.owner)];
    const guide = await write(answer, { credits: [other.name.toUpperCase()] });
    const before = await told(helper);

    await Promise.all([become(guide, 'published'), become(guide, 'published')]);
    await edit(guide, { credits: [other.name, later.name] });
    await become(guide, 'draft');
    await become(guide, 'published');

    expect(before).to.equal(0);
    expect([await told(helper), await told(other), await told(later)]).to.deep.equal([1, 1, 1]);
    const { credits } = await findGuide(domain.db, guide.slug, undefined);
    expect(credits.map(({ id }) => id)).to.deep.equal([helper.id, other.id, later.id]);
    const refused = await outcomeOf(edit(guide, { credits: ['Nobody-at-all'] }, 2));
    expect(refused).to.be.instanceOf(Invalid);
  });

  it('are changed by one of two at a moment, and show readers what readers saw', async () => {
    const { answer } = await anAcceptedAnswer(domain);
    const guide = await write(answer);

    const outcomes = await Promise.all([outcomeOf(edit(guide)), outcomeOf(edit(guide))]);
    await become(guide, 'published');
    await edit(guide, { body: 'Three times.' }, 2);

    expect(outcomes.filter((outcome) => outcome instanceof Invalid)).to.have.length(1);
    const shown = await readGuideVersions(domain.db, guide.id, undefined);
    const all = await readGuideVersions(domain.db, guide.id, hannah);
    expect(shown.map(({ version }) => version)).to.deep.equal([3, 2]);
    expect(all.map(({ version }) => version)).to.deep.equal([3, 2, 1]);
  });

  it('are found and listed only while readers can see them', async () => {
    const { guide, helper } = await published();
    const found = async () =>
      (await searchGuides(domain.db, { q: 'signals SIM', topic: guide.topic_id })).length +
      (await readGuidesCrediting(domain.db, helper.id)).rows.length;
    const before = await found();

    await become(guide, 'draft');

    expect([before, await found()]).to.deep.equal([2, 0]);
  });

  it('wait in the queue once they are due, until somebody has checked them', async () => {
    const { guide } = await published();
    await queueDueGuides(domain.db, domain.perform, domain.now());
    const early = await waiting(guide);

    domain.itIsNow('2026-07-15T12:00:00Z');
    await queueDueGuides(domain.db, domain.perform, domain.now());
    await queueDueGuides(domain.db, domain.perform, domain.now());
    const due = await waiting(guide);
    await domain.perform(hannah, (work) => checkGuide(work, guide.id, 3));

    expect([early.length, due.length, (await waiting(guide)).length]).to.deep.equal([0, 1, 0]);
    const { guide: checked } = await findGuide(domain.db, guide.slug, undefined);
    expect(checked.review_at.toISOString()).to.equal('2026-10-15T12:00:00.000Z');
  });

  it('outlive the answer they were made of, with its author’s name and without the link', async () => {
    const { guide, answer, helper } = await published();

    await domain.perform(hannah, (work) =>
      removePost(work, { answer: answer.id }, { reason: 'off-topic', note: '' }),
    );

    const read = await findGuide(domain.db, guide.slug, undefined);
    expect(read.source).to.equal(undefined);
    expect(read.credits.map(({ id }) => id)).to.deep.equal([helper.id]);
    expect((await waiting(guide)).map(({ reasons }) => reasons)).to.deep.equal([
      ['guide-source-gone'],
    ]);
  });
});
