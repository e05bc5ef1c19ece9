import { expect } from 'chai';

import { postReply } from '#src/replies/post-reply.ts';
import { muteThread } from '#src/notices/mute-thread.ts';
import type { AnswerId, QuestionId } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { tell } from '#src/notices/tell.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { aCommunity } from '#test/support/community.ts';
import {
  aComment,
  aMember,
  aModerator,
  anAcceptance,
  anAnswer,
  anAnsweredQuestion,
} from '#test/support/make.ts';

describe('Splitting a thread on the site', () => {
  const community = aCommunity();
  let moderator: MemberRow;
  before(async () => (moderator = await aModerator(community.db)));

  const aMixedThread = async () => {
    const thread = await anAnsweredQuestion(community.db);
    const question_id = thread.question.id;
    const [wonders, knows] = [await aMember(community.db), await aMember(community.db)];
    const opening = await anAnswer(community.db, {
      ...{ question_id, author_id: wonders.id, body: 'And does it work abroad? I go in May.' },
    });
    const reply = await anAnswer(community.db, { question_id, author_id: knows.id });
    return { ...thread, wonders, knows, opening, reply };
  };
  type Mixed = Awaited<ReturnType<typeof aMixedThread>>;
  const splitPath = ({ question }: Mixed) => `/q/${String(question.id)}/split`;
  const pagePath = ({ question }: Mixed) => `/q/${String(question.id)}/${question.slug}`;
  const split = async (mixed: Mixed) => {
    const { opening, reply } = mixed;
    const topics = await community.db('topics').where({ id: mixed.question.topic_id });
    const { headers } = await community
      .visit(moderator)
      .post(splitPath(mixed))
      .type('form')
      .send({
        ...{ posts: `a${String(opening.id)} a${String(reply.id)}`, reason: 'It asks of abroad' },
        ...{ title: 'Does it work abroad in May', body: 'I go in May.', topic: topics[0]?.slug },
      })
      .expect(303);
    const path = String(headers['location']);
    return { path, id: Number(path.split('/')[2]) as QuestionId };
  };

  it('is ticked, shown first with all that is known filled in, and done', async () => {
    const mixed = await aMixedThread();
    const desk = community.visit(moderator);
    const ticks = `post[]=a${String(mixed.opening.id)}&post[]=a${String(mixed.reply.id)}`;

    const page = await desk.get(pagePath(mixed)).expect(200);
    const picking = await desk.get(splitPath(mixed)).expect(200);
    const nothing = await desk.get(`${splitPath(mixed)}?pick=1`).expect(200);
    const preview = await desk.get(`${splitPath(mixed)}?${ticks}`).expect(200);
    const made = await split(mixed);

    expect(page.text).to.include(`href="${splitPath(mixed)}"`);
    expect(picking.text).to.include(`value="a${String(mixed.opening.id)}"`);
    expect(nothing.text).to.include('Tick what belongs to another question.');
    expect(preview.text).to.include('value="And does it work abroad?"');
    const { text } = await community.visit().get(made.path).expect(200);
    expect(text).to.include('Split off from').and.include(mixed.question.title);
    expect(text).not.to.include('/split/undo');
  });

  it('does not offer what is accepted, nor one’s own words', async () => {
    const mixed = await aMixedThread();
    await anAcceptance(community.db, mixed.answer);
    const question_id = mixed.question.id;
    const own = await anAnswer(community.db, { question_id, author_id: moderator.id });

    const { text } = await community.visit(moderator).get(splitPath(mixed)).expect(200);

    expect(text).not.to.include(`value="a${String(mixed.answer.id)}"`);
    expect(text).not.to.include(`value="a${String(own.id)}"`);
  });

  it('asks again for what is missing', async () => {
    const mixed = await aMixedThread();
    const desk = community.visit(moderator);
    const posts = `a${String(mixed.opening.id)}`;
    const send = (fields: object) => desk.post(splitPath(mixed)).type('form').send(fields);

    const untitled = await send({ posts, title: '', body: 'x', topic: 'x', reason: '' });
    const unpicked = await send({ posts: '', title: 'Does it work abroad', body: 'x' });

    expect(untitled.status).to.equal(422);
    expect(untitled.text).to.include('Say why.').and.include('Choose a topic.');
    expect(unpicked.status).to.equal(422);
  });

  it('leads from where posts stood to where they are', async () => {
    const mixed = await aMixedThread();
    const made = await split(mixed);

    const { text } = await community.visit().get(pagePath(mixed)).expect(200);

    expect(text).to.include(`Split into <a href="${made.path}">`);
    for (const { id } of [mixed.opening, mixed.reply]) {
      expect(text).to.include(`id="a-${String(id)}" href="/a/${String(id)}"`);
    }
    const lead = (id: AnswerId, to: string) =>
      community
        .visit()
        .get(`/a/${String(id)}`)
        .expect(301)
        .expect('location', to);
    await lead(mixed.opening.id, made.path);
    await lead(mixed.reply.id, `${made.path}#a-${String(mixed.reply.id)}`);
  });

  it('tells whoever asked and whoever wrote what moved, each once, but not who had muted it', async () => {
    const { db, perform } = community;
    const mixed = await aMixedThread();
    const quiet = await aMember(db);
    const { id: question_id } = mixed.question;
    const theirs = await anAnswer(db, { question_id, author_id: quiet.id });
    await perform(quiet, (work) => muteThread(work, question_id, true));

    const made = await split({ ...mixed, reply: theirs });

    const told = await db('notices').where({ kind: 'split', question_id: made.id });
    const members = told.map(({ member_id }) => member_id);
    expect(members).to.have.members([mixed.asker.id, mixed.wonders.id]);
  });

  it('has what was told of a post lead to where it is, and back', async () => {
    const { db, perform } = community;
    const mixed = await aMixedThread();
    const about = { questionId: mixed.question.id, answerId: mixed.reply.id };
    const path = `${pagePath(mixed)}#a-${String(mixed.reply.id)}`;
    await perform('system', (work) =>
      tell(work, {
        ...{ kind: 'answered', memberId: mixed.asker.id, about, by: mixed.knows.id },
        ...{ dedupeKey: `test.${path}`, subject: 'Answered', text: 'Answered.' },
        button: { label: 'Read it', url: `http://goodline.test${path}` },
      }),
    );
    const notice = () => db('notices').where({ answer_id: mixed.reply.id, kind: 'answered' });
    const before = await notice();

    const made = await split(mixed);
    const [there] = await notice();
    const undo = { reason: 'Not so' };
    await community
      .visit(moderator)
      .post(made.path.replace(/[^/]*$/, 'split/undo'))
      .type('form')
      .send(undo)
      .expect(303);

    const newPath = `${made.path}#a-${String(mixed.reply.id)}`;
    expect(there).to.include({ question_id: made.id, path: newPath });
    expect(await notice()).to.deep.equal(before);
  });

  it('posts a reply by mail where the answer is now, and under the question that it became', async () => {
    const { db, perform } = community;
    const markdown = createMarkdown();
    const mixed = await aMixedThread();
    const made = await split(mixed);

    for (const [nth, { id }] of [mixed.opening, mixed.reply].entries()) {
      const key = `00000000-0000-4000-8000-00000000000${String(nth)}`;
      const reply = { member: mixed.asker, target: { answer: id }, key };
      await perform(mixed.asker, (work) =>
        postReply(work, { markdown, privateMarkdown: markdown }, { ...reply, words: 'Thank you!' }),
      );
    }

    const comments = await db('comments').where({ question_id: made.id }).orderBy('id');
    expect(comments.map(({ answer_id }) => answer_id)).to.deep.equal([null, mixed.reply.id]);
  });

  it('is logged, and put back with a reason; its address leads back', async () => {
    const { db, visit } = community;
    const mixed = await aMixedThread();
    await aComment(db, { question_id: mixed.question.id, answer_id: mixed.opening.id });
    const made = await split(mixed);
    const undo = `/q/${String(made.id)}/split/undo`;

    await visit(moderator).get(undo).expect(200);
    await visit(moderator).post(undo).type('form').send({ reason: '' }).expect(422);
    await visit(moderator).post(undo).type('form').send({ reason: 'Not so' }).expect(303);

    await visit().get(made.path).expect(301).expect('location', pagePath(mixed));
    const { text } = await visit().get(pagePath(mixed)).expect(200);
    expect(text).to.include('<h2 id="answers">3 answers').and.not.include('Split into');
    expect(text).not.to.include('asked the same');
    const subjects = [mixed.question.id, made.id].map((id) => `question:${String(id)}`);
    const acts = await db('moderation_log').whereIn('subject', subjects).orderBy('id').pluck('act');
    expect(acts).to.deep.equal(['question-split', 'split-undone']);
  });
});
