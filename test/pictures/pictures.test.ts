import { expect } from 'chai';

import { askQuestion } from '#src/forum/ask-question.ts';
import { editAnswer } from '#src/forum/edit-answer.ts';
import { postAnswer } from '#src/forum/post-answer.ts';
import { postComment } from '#src/forum/post-comment.ts';
import type { QuestionRow } from '#src/forum/rows.ts';
import { askPrivately } from '#src/handoff/ask-privately.ts';
import { redactMessage } from '#src/handoff/redact-message.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { removePost, restorePost } from '#src/moderation/posts/remove-post.ts';
import { addPicture } from '#src/pictures/add-picture.ts';
import { dropUnused } from '#src/pictures/drop-unused.ts';
import { findPicture } from '#src/pictures/find-picture.ts';
import type { PictureRow } from '#src/pictures/rows.ts';
import { Invalid, NotFound } from '#src/refusals.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { aDomain } from '#test/support/domain.ts';
import { aMember, aModerator, anAdmin, aPicture, aQuestion, aTopic } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';

describe('pictures', () => {
  const domain = aDomain();
  const markdown = createMarkdown();

  let author: MemberRow;
  let reader: MemberRow;
  let moderator: MemberRow;
  let question: QuestionRow;
  let picture: PictureRow;
  beforeEach(async () => {
    domain.itIsNow('2026-01-15T12:00:00Z');
    author = await aMember(domain.owner, { level: 'helper' });
    reader = await aMember(domain.owner);
    moderator = await aModerator(domain.owner);
    question = await aQuestion(domain.owner);
    picture = await aPicture(domain.owner, { uploader_id: author.id, uploaded_at: domain.now() });
  });

  const show = ({ name } = picture) => `Look: ![A mast](/pictures/${name})`;
  const answer = (body = show(), by = author) =>
    domain.perform(by, (work) => postAnswer(work, markdown, { question: question.id, body }));
  const edit = ({ id, version }: { id: never; version: number }, body: string, by = author) =>
    domain.perform(by, (work) =>
      editAnswer(work, markdown, { answer: id, body, reason: '', version }),
    );
  const whoSees = async () => {
    const people = { author, reader, moderator, nobody: undefined };
    const seen = [];
    for (const [who, viewer] of Object.entries(people)) {
      const found = await outcomeOf(findPicture(domain.db, picture.name, viewer));
      if (!(found instanceof NotFound)) seen.push(who);
    }
    return seen;
  };
  const complaint = async (attempt: Promise<unknown>) => {
    const refusal = await outcomeOf(attempt);
    return refusal instanceof Invalid ? refusal.fields['body'] : refusal;
  };

  it('are seen by nobody else until something uses them', async () => {
    expect(await whoSees()).to.deep.equal(['author']);

    const { body_html } = await answer();

    expect(body_html).to.include(`<img src="/pictures/${picture.name}" alt="A mast" width="40"`);
    expect(await whoSees()).to.deep.equal(['author', 'reader', 'moderator', 'nobody']);
  });

  it('are hidden with what they stand in, and come back with it', async () => {
    const { id } = await answer();

    await domain.perform(moderator, (work) =>
      removePost(work, { answer: id }, { reason: 'rude', note: '' }),
    );
    expect(await whoSees()).to.deep.equal(['author', 'moderator']);

    await domain.perform(moderator, (work) => restorePost(work, { answer: id }, 'Fine'));
    expect(await whoSees()).to.include('nobody');
  });

  it('are hidden with the question that they stand under', async () => {
    const { id } = await answer('An answer.');
    await domain.perform(author, (work) =>
      postComment(work, markdown, { on: { answer: id }, body: show() }),
    );

    await domain.perform(moderator, (work) =>
      removePost(work, { question: question.id }, { reason: 'rude', note: '' }),
    );

    expect(await whoSees()).to.deep.equal(['author', 'moderator']);
  });

  it('are hidden while a newcomer’s first post waits for a look', async () => {
    author = await aMember(domain.owner);
    picture = await aPicture(domain.owner, { uploader_id: author.id });
    const { slug: topic } = await aTopic(domain.owner);

    const asked = await domain.perform(author, (work) =>
      askQuestion(work, markdown, { topic, title: 'Why is it so slow?', body: show() }),
    );

    const row = await domain.db('questions').where({ id: asked.id }).first();
    expect(row?.held_at).to.not.equal(null);
    expect(await whoSees()).to.deep.equal(['author', 'moderator']);
  });

  it('are hidden again where an edit takes them out, and forgotten after a day', async () => {
    const posted = await answer();
    await edit(posted as never, 'Nothing to see.');
    expect(await whoSees()).to.deep.equal(['author']);

    domain.itIsNow('2026-01-16T11:59:00Z');
    await domain.perform('system', dropUnused);
    expect(await whoSees()).to.deep.equal(['author']);

    domain.itIsNow('2026-01-16T12:00:00Z');
    await domain.perform('system', dropUnused);
    expect(await whoSees()).to.deep.equal([]);
  });

  it('stay for as long as something uses them, removed or not', async () => {
    const { id } = await answer();
    await domain.perform(moderator, (work) =>
      removePost(work, { answer: id }, { reason: 'rude', note: '' }),
    );

    domain.itIsNow('2026-06-01T12:00:00Z');
    await domain.perform('system', dropUnused);

    expect(await whoSees()).to.deep.equal(['author', 'moderator']);
  });

  it('are nobody else’s to show', async () => {
    const other = await aMember(domain.owner, { level: 'helper' });
    await answer();

    expect(await complaint(answer(show(), other))).to.include('somebody else’s');
    expect(await complaint(answer(`![x](/pictures/${'q'.repeat(26)}-1x1.webp)`))).to.include(
      'not there',
    );
    expect(
      await complaint(answer(`![x](/pictures/${picture.name.replace('40x30', '4x3')})`)),
    ).to.include('not there');
  });

  it('stay where a moderator mends the text around them', async () => {
    const posted = await answer();

    await edit(posted as never, `${show()} Mended.`, moderator);

    expect(await whoSees()).to.include('nobody');
  });

  it('are a newcomer’s to show in their own question, one of them', async () => {
    author = await aMember(domain.owner);
    const [one, two] = [
      await aPicture(domain.owner, { uploader_id: author.id }),
      await aPicture(domain.owner, { uploader_id: author.id }),
    ];
    const { slug: topic } = await aTopic(domain.owner);

    expect(await complaint(answer(show(one)))).to.include('As a Helper');
    const both = `${show(one)} ${show(two)}`;
    const asked = domain.perform(author, (work) =>
      askQuestion(work, markdown, { topic, title: 'Why is it so slow?', body: both }),
    );
    expect(await complaint(asked)).to.include('one picture');
  });

  it('are only so many in a day', async () => {
    const prepared = { bytes: Buffer.from('RIFF'), width: 1, height: 1 };
    const newcomer = await aMember(domain.owner);
    const upload = () => outcomeOf(domain.perform(newcomer, (work) => addPicture(work, prepared)));

    const outcomes = await Promise.all([1, 2, 3, 4, 5].map(upload));

    expect(outcomes.filter((one) => one instanceof Invalid)).to.have.length(2);
    domain.itIsNow('2026-01-16T12:00:01Z');
    expect(await upload()).to.not.be.instanceOf(Error);
  });

  it('in private are for whoever sent them and our team, until they are taken out', async () => {
    const opened = await domain.perform(author, (work) =>
      askPrivately(work, markdown, {
        ...{ subject: 'My bill', body: show(), origin: 'asked' },
        key: '7b0c5c2e-5a43-4e0c-9c0f-0f6f5d6a7b8c',
      }),
    );
    expect(await whoSees()).to.deep.equal(['author', 'moderator']);

    const admin = await anAdmin(domain.owner);
    const message = await domain.db('case_messages').where({ case_id: opened.id }).first();
    await domain.perform(admin, (work) =>
      redactMessage(work, { caseId: opened.id, messageId: message!.id, reason: 'A number' }),
    );
    expect(await whoSees()).to.deep.equal(['author']);
  });
});
