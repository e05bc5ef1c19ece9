import { expect } from 'chai';

import { editAnswer } from '#src/forum/edit-answer.ts';
import { findMentionable } from '#src/forum/find-mentionable.ts';
import { letThrough } from '#src/forum/hold-back.ts';
import { postAnswer } from '#src/forum/post-answer.ts';
import { postComment } from '#src/forum/post-comment.ts';
import type { AnswerRow, QuestionRow } from '#src/forum/rows.ts';
import { blockMember } from '#src/members/block-member.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { muteThread } from '#src/notices/mute-thread.ts';
import { keepWishes } from '#src/notices/preferences.ts';
import { tellFollowers } from '#src/notices/tell-followers.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { aDomain } from '#test/support/domain.ts';
import { aMember, aQuestion } from '#test/support/make.ts';

describe('a mention', () => {
  const domain = aDomain();
  const markdown = createMarkdown();

  let author: MemberRow;
  let named: MemberRow;
  let question: QuestionRow;
  beforeEach(async () => {
    author = await aMember(domain.owner, { level: 'helper' });
    named = await aMember(domain.owner);
    question = await aQuestion(domain.owner);
  });

  const answer = (body: string, by = author) =>
    domain.perform(by, (work) => postAnswer(work, markdown, { question: question.id, body }));
  const edit = ({ id, version }: AnswerRow, body: string) =>
    domain.perform(author, (work) =>
      editAnswer(work, markdown, { answer: id, body, reason: '', version }),
    );
  const toldOf = ({ id }: MemberRow) =>
    domain.db('notices').where({ member_id: id }).orderBy('id').pluck('kind');
  const isTold = async (body: string) => {
    await answer(body);
    return (await toldOf(named)).length > 0;
  };

  it('links to whom it names and tells them', async () => {
    const { body_html } = await answer(`Ask @${named.name.toUpperCase()}, they know.`);

    expect(body_html).to.include(`Ask <a href="/u/${named.name}">@${named.name}</a>, they`);
    expect(await toldOf(named)).to.deep.equal(['mentioned']);
  });

  it('is one of a member, and neither in code nor in an address', async () => {
    const { name } = named;

    const { body_html } = await answer(
      `@nobody-here \`@${name}\` a@${name} https://x.example/@${name}`,
    );

    expect(body_html).to.not.include('/u/');
    expect(await toldOf(named)).to.deep.equal([]);
  });

  it('in what is quoted links and tells nobody', async () => {
    const { body_html } = await answer(`> @${named.name} wrote:\n> > @${named.name}\n\nI see.`);

    expect(body_html).to.include(`/u/${named.name}`);
    expect(await toldOf(named)).to.deep.equal([]);
  });

  it('is told once, however often it is edited; whoever comes in by an edit is told too', async () => {
    const other = await aMember(domain.owner);
    const posted = await answer(`@${named.name}`);

    const edited = await edit(posted, `@${named.name} and more`);
    await edit(edited, `@${named.name} and @${other.name}`);

    expect([await toldOf(named), await toldOf(other)]).to.deep.equal([
      ['mentioned'],
      ['mentioned'],
    ]);
  });

  it('is not told of whom they have blocked, in a thread they have muted, or as they wish', async () => {
    await domain.perform(named, (work) => blockMember(work, author.id));
    expect(await isTold(`@${named.name}`)).to.equal(false);

    named = await aMember(domain.owner);
    await domain.perform(named, (work) => muteThread(work, question.id, true));
    expect(await isTold(`@${named.name}`)).to.equal(false);

    named = await aMember(domain.owner);
    const wish = { event: 'mentions', topicId: null, choice: 'off' } as const;
    await domain.perform(named, (work) =>
      keepWishes(work, named.id, [
        { ...wish, channel: 'in-app' },
        { ...wish, channel: 'email' },
      ]),
    );
    await answer(`@${named.name}`);
    const notice = await domain.db('notices').where({ member_id: named.id }).first();
    expect([notice?.in_app, notice?.mail_id]).to.deep.equal([false, null]);
  });

  it('is not told while the post waits for a look, and is once it can be read', async () => {
    const newcomer = await aMember(domain.owner);
    const held = await answer(`@${named.name} https://example.org`, newcomer);
    expect(await toldOf(named)).to.deep.equal([]);

    await domain.perform('system', (work) => letThrough(work, { answer: held.id }));

    expect(await toldOf(named)).to.deep.equal(['mentioned']);
  });

  it('is told to five of a crowd', async () => {
    const crowd = await Promise.all([1, 2, 3, 4, 5, 6, 7].map(() => aMember(domain.owner)));

    await answer(crowd.map(({ name }) => `@${name}`).join(' '));

    const told = await Promise.all(crowd.map(toldOf));
    expect(told.flat()).to.have.length(5);
  });

  it('is never a second notice of one thing', async () => {
    const asker = await domain.db('members').where({ id: question.author_id }).first();
    await domain.owner('follows').insert({
      ...{ question_id: question.id, member_id: named.id, followed_at: domain.now() },
    });
    const { id } = await answer(`@${asker!.name} @${named.name}`);
    await domain.perform(named, (work) =>
      postComment(work, markdown, { on: { answer: id }, body: `@${author.name} thanks` }),
    );
    await tellFollowers(domain.db, domain.perform, { questionId: question.id, answerId: id });

    expect([await toldOf(asker!), await toldOf(named), await toldOf(author)]).to.deep.equal([
      ['answered'],
      ['mentioned'],
      ['commented'],
    ]);
  });

  describe('as it is typed', () => {
    const names = async (prefix: string, viewer = author) =>
      (await findMentionable(domain.db, { prefix, question: question.id, viewer: viewer.id })).map(
        ({ name }) => name,
      );

    it('finds those of the thread first, and others by how their names begin', async () => {
      const present = await aMember(domain.owner, { name: 'Zara-Present' });
      const absent = await aMember(domain.owner, { name: 'Zara-Absent' });
      await answer('Hm, let me think.', present);

      expect(await names('zara')).to.deep.equal([present.name, absent.name]);
      expect(await names(''))
        .to.include(present.name)
        .and.not.include(absent.name);
      expect(await names('z_ra')).to.deep.equal([]);
    });

    it('finds nobody who is blocked, whose account is closed or who types', async () => {
      const blocked = await aMember(domain.owner, { name: 'Yara-Blocked' });
      await aMember(domain.owner, { name: 'Yara-Closed', closed_at: domain.now() });
      await domain.perform(author, (work) => blockMember(work, blocked.id));

      expect(await names('yara')).to.deep.equal([]);
      expect(await names(author.name)).to.deep.equal([]);
    });
  });
});
