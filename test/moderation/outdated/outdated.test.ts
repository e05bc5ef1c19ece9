import { expect } from 'chai';

import { editAnswer } from '#src/forum/edit-answer.ts';
import { sayFixed } from '#src/forum/fixed/say-fixed.ts';
import type { AnswerRow } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { listActs } from '#src/moderation/log.ts';
import { decideOutdated } from '#src/moderation/outdated/decide-outdated.ts';
import { flagOutdated } from '#src/moderation/outdated/flag-outdated.ts';
import { readOutdated } from '#src/moderation/outdated/read-outdated.ts';
import { removePost } from '#src/moderation/posts/remove-post.ts';
import { changeOutdatedTerms, readOutdatedTerms } from '#src/moderation/outdated/terms.ts';
import { keepWishes } from '#src/notices/preferences.ts';
import { listNotices } from '#src/notices/read-notices.ts';
import { Conflict, Invalid, NotAllowed } from '#src/refusals.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { aDomain } from '#test/support/domain.ts';
import { aMember, aModerator, anAdmin, anAnswer, anAnsweredQuestion } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';

describe('an answer that may be out of date', () => {
  const domain = aDomain();
  const flag = (member: MemberRow, answer: AnswerRow) =>
    domain.perform(member, (work) => flagOutdated(work, { answer: answer.id, note: 'It moved' }));
  const because = async ({ id, question_id }: AnswerRow) =>
    (await readOutdated(domain.db, question_id)).get(id)?.because;
  const noticesOf = async ({ id }: MemberRow) =>
    (await listNotices(domain.db, id, { at: domain.now() })).rows.map(({ kind }) => kind);
  const waits = async ({ id }: AnswerRow) => {
    const item = { kind: 'outdated', subject_id: id, state: 'waiting' } as const;
    return (await domain.db('queue_items').where(item)).length === 1;
  };

  it('is marked at once by its author, by a moderator and by a trusted member', async () => {
    const moderator = await aModerator(domain.owner);
    const guide = await aMember(domain.owner, { level: 'guide' });
    for (const word of ['author', 'staff', 'trusted'] as const) {
      const { helper, answer } = await anAnsweredQuestion(domain.owner);

      await flag({ author: helper, staff: moderator, trusted: guide }[word], answer);

      expect(await because(answer)).to.equal(word);
      expect(await waits(answer)).to.equal(false);
    }
  });

  it('waits for a look when one member says so, and is marked when three do', async () => {
    const answered_at = domain.now();
    const answer = await anAnswer(domain.owner, { answered_at });
    const [one, two] = [await aMember(domain.owner), await aMember(domain.owner)];

    await flag(one, answer);
    expect(await waits(answer)).to.equal(true);
    expect(await outcomeOf(flag(one, answer))).to.be.instanceOf(Conflict);
    await flag(two, answer);
    expect(await because(answer)).to.equal(null);
    await flag(await aMember(domain.owner), answer);

    expect(await because(answer)).to.equal('members');
    expect(await waits(answer)).to.equal(false);
    expect(await outcomeOf(flag(one, answer))).to.be.instanceOf(Conflict);
  });

  it('needs two to say so where it is older than a year', async () => {
    const answer = await anAnswer(domain.owner, { answered_at: new Date('2024-12-01T10:00:00Z') });

    await flag(await aMember(domain.owner), answer);
    await flag(await aMember(domain.owner), answer);

    expect(await because(answer)).to.equal('members');
  });

  it('is as new as its edit', async () => {
    const { helper, answer } = await anAnsweredQuestion(domain.owner);
    await flag(helper, answer);

    const edit = { answer: answer.id, body: 'Now it is under Settings.', reason: '', version: 1 };
    await domain.perform(helper, (work) => editAnswer(work, createMarkdown(), edit));

    expect(await because(answer)).to.equal(undefined);
    const mark = await domain.db('outdated_marks').where({ answer_id: answer.id }).first();
    expect(mark).to.include({ ended_because: 'edited', ended_by: helper.id });
  });

  it('is decided by a moderator who did not write it, and logged', async () => {
    const moderator = await aModerator(domain.owner);
    const { answer } = await anAnsweredQuestion(domain.owner);
    const decide = (outdated: boolean, actor = moderator) =>
      domain.perform(actor, (work) => decideOutdated(work, { answer: answer.id, outdated }));
    await flag(await aMember(domain.owner), answer);

    await decide(true);
    expect(await because(answer)).to.equal('staff');
    await decide(false);
    expect(await because(answer)).to.equal(undefined);

    const acts = await listActs(domain.db, `answer:${answer.id}`);
    expect(acts.map(({ act }) => act)).to.deep.equal(['outdated-marked', 'outdated-cleared']);
    expect(await outcomeOf(decide(true, await aMember(domain.owner)))).to.be.instanceOf(NotAllowed);
    const own = await anAnswer(domain.owner, { author_id: moderator.id });
    const onOwn = domain.perform(moderator, (work) =>
      decideOutdated(work, { answer: own.id, outdated: true }),
    );
    expect(await outcomeOf(onOwn)).to.be.instanceOf(NotAllowed);
  });

  it('comes before a moderator where ten readers say that it did not help, and fewer that it did', async () => {
    const { answer } = await anAnsweredQuestion(domain.owner);
    const say = (nth: number, fixed: 'yes' | 'no') =>
      domain.perform('visitor', (work) =>
        sayFixed(work, { answer: answer.id, voice: String(nth).padStart(64, '0'), fixed }),
      );
    for (let nth = 0; nth < 9; nth += 1) await say(nth, 'no');
    expect(await waits(answer)).to.equal(false);

    await say(9, 'no');

    expect(await waits(answer)).to.equal(true);
    expect(await because(answer)).to.equal(undefined);
  });

  it('is told to its author when readers are told, unless they say so themselves', async () => {
    const moderator = await aModerator(domain.owner);
    const [told, marked, silent] = [
      await anAnsweredQuestion(domain.owner),
      await anAnsweredQuestion(domain.owner),
      await anAnsweredQuestion(domain.owner),
    ];
    const off = { event: 'outdated', channel: 'in-app', topicId: null, choice: 'off' } as const;
    await domain.perform(silent.helper, (work) => keepWishes(work, silent.helper.id, [off]));

    await flag(await aMember(domain.owner), told.answer);
    const early = await noticesOf(told.helper);
    await flag(moderator, told.answer);
    await flag(marked.helper, marked.answer);
    await flag(moderator, silent.answer);

    expect(early).to.deep.equal([]);
    expect(await noticesOf(told.helper)).to.deep.equal(['outdated']);
    expect(await noticesOf(marked.helper)).to.deep.equal([]);
    expect(await noticesOf(silent.helper)).to.deep.equal([]);
  });

  it('takes as many as an admin says, who says why', async () => {
    const admin = await anAdmin(domain.owner);
    const { version, ...held } = await readOutdatedTerms(domain.db);
    const { members, old_days, members_old, readers, listened_days } = held;
    const before = { members, old_days, members_old, readers, listened_days };
    const set = (values: object, who = admin, nth = version) =>
      domain.perform(who, (work) =>
        changeOutdatedTerms(
          work,
          { ...before, ...values },
          { reason: 'We are many', version: nth },
        ),
      );
    const answer = await anAnswer(domain.owner, { answered_at: domain.now() });

    const refused = [
      await outcomeOf(set({ members: 1 })),
      await outcomeOf(set({ members: 4 }, await aModerator(domain.owner))),
    ];
    await set({ members: 2 });
    await flag(await aMember(domain.owner), answer);
    await flag(await aMember(domain.owner), answer);
    const stale = await outcomeOf(set({ members: 5 }));
    await set(before, admin, version + 1);

    expect(refused[0]).to.be.instanceOf(Invalid);
    expect(refused[1]).to.be.instanceOf(NotAllowed);
    expect(await because(answer)).to.equal('members');
    expect(stale).to.be.instanceOf(Conflict);
    const logged = await listActs(domain.db, `outdated:${String(version + 1)}`);
    expect(logged.map(({ act }) => act)).to.deep.equal(['outdated-terms-changed']);
  });

  it('waits for nobody any more once it was removed', async () => {
    const moderator = await aModerator(domain.owner);
    const { answer } = await anAnsweredQuestion(domain.owner);
    await flag(await aMember(domain.owner), answer);

    await domain.perform(moderator, (work) =>
      removePost(work, { question: answer.question_id }, { reason: 'spam', note: '' }),
    );

    expect(await waits(answer)).to.equal(false);
  });
});
