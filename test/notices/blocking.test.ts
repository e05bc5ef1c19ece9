import { expect } from 'chai';

import { acceptAnswer } from '#src/forum/accept-answer.ts';
import { followQuestion } from '#src/forum/follow-question.ts';
import { postAnswer } from '#src/forum/post-answer.ts';
import { postComment } from '#src/forum/post-comment.ts';
import { sayMeToo } from '#src/forum/say-me-too.ts';
import { blockMember } from '#src/members/block-member.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { muteThread } from '#src/notices/mute-thread.ts';
import { keepWishes } from '#src/notices/preferences.ts';
import { listNotices } from '#src/notices/read-notices.ts';
import type { MailRow } from '#src/notices/rows.ts';
import { sendWaitingMails } from '#src/notices/send-waiting-mails.ts';
import { tellFollowers } from '#src/notices/tell-followers.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { aDomain } from '#test/support/domain.ts';
import { mailsTo } from '#test/support/mailbox.ts';
import { aMember, anAnsweredQuestion } from '#test/support/make.ts';

describe('Whoever has blocked somebody', () => {
  const domain = aDomain();
  const markdown = createMarkdown();
  const noticesOf = async ({ id }: MemberRow) =>
    (await listNotices(domain.db, id, { at: domain.now() })).rows;

  it('hears that what they follow is solved, and neither by whom nor by what', async () => {
    const { db, owner, perform } = domain;
    const { asker, helper, question, answer } = await anAnsweredQuestion(owner);
    const [other, blocking] = [await aMember(owner), await aMember(owner)];
    for (const follower of [other, blocking]) {
      await perform(follower, (work) => followQuestion(work, question.id, true));
    }
    await perform(blocking, (work) => blockMember(work, helper.id));

    await perform(asker, (work) => acceptAnswer(work, answer.id));
    await tellFollowers(db, perform, { questionId: question.id, answerId: null });

    const [heard] = await noticesOf(blocking);
    expect(heard).to.include({ kind: 'solved', answer_id: null, actor: null });
    expect(heard?.path).to.equal(`/q/${String(question.id)}/${question.slug}`);
    expect((await noticesOf(other))[0]).to.include({ kind: 'solved', answer_id: answer.id });
    const [mail] = await mailsTo(db, blocking.email);
    expect(`${mail?.subject ?? ''} ${mail?.text_body ?? ''}`).not.to.include(helper.name);
  });

  it('hears of no answer, comment, quotation, mention or “me too” of theirs', async () => {
    const { db, owner, perform } = domain;
    const { asker, question, answer } = await anAnsweredQuestion(owner);
    const blocked = await aMember(owner, { level: 'helper' });
    await perform(asker, (work) => blockMember(work, blocked.id));
    const body = `> @${asker.name} wrote: since nine\n\nSo @${asker.name}, switch it off.`;

    const posted = await perform(blocked, (work) =>
      postAnswer(work, markdown, { question: question.id, body }),
    );
    for (const on of [{ question: question.id }, { answer: answer.id }, { answer: posted.id }]) {
      await perform(blocked, (work) => postComment(work, markdown, { on, body }));
    }
    await perform(blocked, (work) => sayMeToo(work, question.id, true));
    const news = { questionId: question.id, answerId: posted.id };
    await tellFollowers(db, perform, news);

    expect(await db('notices').where({ member_id: asker.id })).to.deep.equal([]);
  });

  it('and whoever muted a thread since gets no mail of it that waited', async () => {
    const { db, owner, perform } = domain;
    const helper = await aMember(owner, { level: 'helper' });
    const daily = { event: 'answers', topicId: null, channel: 'email', choice: 'daily' } as const;
    const sentTo = async (mute: boolean) => {
      const { asker, question } = await anAnsweredQuestion(owner);
      await perform(asker, (work) => keepWishes(work, asker.id, [daily]));
      await perform(helper, (work) =>
        postAnswer(work, markdown, { question: question.id, body: 'Switch it off and on.' }),
      );
      await perform(asker, (work) => muteThread(work, question.id, mute));
      domain.itIsNow(new Date(domain.now().getTime() + 2 * 86_400_000));
      const sent: (string | null)[] = [];
      const transport = (mail: MailRow) => Promise.resolve(void sent.push(mail.to_address));
      await sendWaitingMails({ db, perform, transport, now: domain.now });
      return sent.filter((address) => address === asker.email).length;
    };

    expect([await sentTo(true), await sentTo(false)]).to.deep.equal([0, 1]);
  });
});
