import { expect } from 'chai';

import { acceptAnswer } from '#src/forum/accept-answer.ts';
import { postAnswer } from '#src/forum/post-answer.ts';
import { postComment } from '#src/forum/post-comment.ts';
import type { QuestionRow } from '#src/forum/rows.ts';
import { readPinned, type PinPlace } from '#src/forum/threads/pin-question.ts';
import type { MemberRow } from '#src/members/rows.ts';
import {
  lockThread,
  moveThread,
  pinThread,
  unpinThread,
} from '#src/moderation/threads/keep-thread.ts';
import { Conflict, Invalid, NotAllowed } from '#src/refusals.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember, aModerator, anAnsweredQuestion, aQuestion, aTopic } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';

describe('Keeping threads', () => {
  const community = aCommunity();
  let moderator: MemberRow;
  before(async () => (moderator = await aModerator(community.db)));

  const reason = 'It belongs there';
  const move = ({ id }: QuestionRow, topic: string, by = moderator) =>
    community.perform(by, (work) => moveThread(work, { question: id, topic, reason }));
  const lock = ({ id }: QuestionRow, on: boolean, why = 'The outage is over') =>
    community.perform(moderator, (work) => lockThread(work, { question: id, on, reason: why }));
  const pin = ({ id }: QuestionRow, place: PinPlace, days = 2) =>
    community.perform(moderator, (work) => pinThread(work, { question: id, place, days, reason }));
  const unpin = ({ id }: QuestionRow, place: PinPlace) =>
    community.perform(moderator, (work) => unpinThread(work, { question: id, place, reason }));
  const actsOn = ({ id }: QuestionRow) =>
    community
      .db('moderation_log')
      .where({ subject: `question:${String(id)}` })
      .pluck('act');

  it('moves a question, counts it in its new topic, and takes down what was pinned in the old', async () => {
    const { db, now } = community;
    const [from, to] = [await aTopic(db), await aTopic(db)];
    const question = await aQuestion(db, { topic_id: from.id });
    await pin(question, 'topic');

    await move(question, to.slug);

    const topics = await db('topics').whereIn('id', [from.id, to.id]).orderBy('id');
    expect(topics.map(({ question_count }) => question_count)).to.deep.equal([0, 1]);
    const found = await db('search_documents').where({ question_id: question.id }).first();
    expect(found?.tags).to.include(`t:${String(to.id)}`);
    expect(await readPinned(db, from.id, now())).to.have.length(0);
    expect(await actsOn(question)).to.have.members(['question-pinned', 'question-moved']);
  });

  it('moves nothing into an archived topic, nor for whoever is no moderator', async () => {
    const { db } = community;
    const [archived, open] = [
      await aTopic(db, { archived_at: new Date('2026-01-01Z') }),
      await aTopic(db),
    ];
    const question = await aQuestion(db);
    const guide = await aMember(db, { level: 'guide' });

    expect(await outcomeOf(move(question, archived.slug))).to.be.instanceOf(Conflict);
    expect(await outcomeOf(move(question, open.slug, guide))).to.be.instanceOf(NotAllowed);
  });

  it('takes answers and comments in a locked thread from our team alone, until it is opened', async () => {
    const { db, perform, visit } = community;
    const { asker, question, answer } = await anAnsweredQuestion(db);
    const markdown = createMarkdown();
    const say = (by: MemberRow) =>
      perform(by, (work) =>
        postAnswer(work, markdown, { question: question.id, body: 'Turn it off and on.' }),
      );
    const comment = () =>
      perform(asker, (work) =>
        postComment(work, markdown, { on: { answer: answer.id }, body: 'Thank you.' }),
      );
    await lock(question, true);

    expect(await outcomeOf(say(asker))).to.be.instanceOf(Conflict);
    expect(await outcomeOf(comment())).to.be.instanceOf(Conflict);
    await say(moderator);
    await perform(asker, (work) => acceptAnswer(work, answer.id));
    const page = `/q/${String(question.id)}/${question.slug}`;
    const { text } = await visit(asker).get(page).expect(200);
    expect(text).to.include('Our team has locked this thread.').and.include('The outage is over');
    expect(text).not.to.include('Post answer');

    await lock(question, false, 'Open again');
    await say(asker);
    expect(await actsOn(question)).to.have.members(['question-locked', 'question-unlocked']);
  });

  it('pins three in a list at most, each once, and until its day', async () => {
    const { db, itIsNow, now, visit } = community;
    const topic = await aTopic(db);
    const questions: QuestionRow[] = [];
    for (let nth = 0; nth < 4; nth += 1)
      questions.push(await aQuestion(db, { topic_id: topic.id }));
    const [first, second, third, fourth] = questions;
    if (!first || !second || !third || !fourth) throw new Error('there are four');

    await pin(first, 'topic', 1);
    await pin(second, 'topic');
    await pin(third, 'topic');

    expect(await outcomeOf(pin(second, 'topic'))).to.be.instanceOf(Conflict);
    expect(await outcomeOf(pin(fourth, 'topic'))).to.be.instanceOf(Conflict);
    const { text } = await visit().get(`/topics/${topic.slug}`).expect(200);
    expect(text.match(/>Pinned</g)).to.have.length(3);
    const noon = now();
    itIsNow(new Date(noon.getTime() + 86_400_000));
    await pin(fourth, 'topic');
    await unpin(third, 'topic');
    const shown = (await readPinned(db, topic.id, now())).map(({ id }) => id);
    expect(shown).to.deep.equal([fourth.id, second.id]);
    itIsNow(noon);
  });

  it('gives the last place once, however many pin at the same moment', async () => {
    const { db, now } = community;
    const topic = await aTopic(db);
    const questions: QuestionRow[] = [];
    for (let nth = 0; nth < 6; nth += 1)
      questions.push(await aQuestion(db, { topic_id: topic.id }));

    const outcomes = await Promise.all(questions.map((one) => outcomeOf(pin(one, 'topic'))));

    const refused = outcomes.filter((outcome) => outcome instanceof Error);
    expect(refused.every((outcome) => outcome instanceof Conflict)).to.equal(true);
    const shown = await readPinned(db, topic.id, now());
    expect(shown.length)
      .to.be.within(1, 3)
      .and.to.equal(questions.length - refused.length);
  });

  it('asks for days and a reason, on the page', async () => {
    const { db, visit } = community;
    const question = await aQuestion(db);
    const path = `/q/${String(question.id)}`;
    const desk = visit(moderator);

    await desk.get(`${path}/thread`).expect(200);
    const send = (act: string, fields: object) =>
      desk.post(`${path}/${act}`).type('form').send(fields);
    await send('pin', { place: 'home', days: '91', reason }).expect(422);
    await send('pin', { place: 'home', days: '2', reason: '' }).expect(422);
    await send('lock', { on: '1', reason: '' }).expect(422);
    await send('pin', { place: 'home', days: '2', reason }).expect(303);

    const home = await visit().get('/').expect(200);
    expect(home.text).to.include('>Pinned<');
    expect(await outcomeOf(pin(question, 'topic', 0))).to.be.instanceOf(Invalid);
  });
});
