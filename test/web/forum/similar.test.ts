import { expect } from 'chai';

import type { QuestionId, TopicRow } from '#src/forum/rows.ts';
import { learnQuestions } from '#src/forum/similar/learn-questions.ts';
import { takeDown } from '#src/forum/take-down.ts';
import { aCommunity } from '#test/support/community.ts';
import {
  aMember,
  aModerator,
  anAcceptance,
  anAnswer,
  aQuestion,
  aTopic,
} from '#test/support/make.ts';
import { expectSound } from './reading.ts';

describe('questions that ask the same', () => {
  const community = aCommunity();
  const learn = () => learnQuestions(community.owner, community.perform, { embedder: undefined });
  const look = async (title: string) => {
    const query = new URLSearchParams({ title }).toString();
    return community.visit().get(`/ask/similar?${query}`);
  };
  const linked = (text: string) =>
    [...text.matchAll(/href="\/q\/(\d+)\//g)].map(([, id]) => Number(id));

  /** A question, with an answer that is accepted. */
  const aSolved = async (title: string, body: string) => {
    const question = await aQuestion(community.owner, { title });
    const answer = await anAnswer(community.owner, { question_id: question.id, body });
    await anAcceptance(community.owner, answer);
    return question;
  };
  const timesFound = async (question_id: QuestionId) =>
    (await community.owner('found_answers').where({ question_id }).first())?.times ?? 0;

  it('are shown as a fragment, solved ones first, with the accepted answer', async () => {
    const open = await aQuestion(community.owner, {
      title: 'Why does my eSIM hang on Activating?',
    });
    const solved = await aSolved('eSIM stuck on Activating since Monday', 'Restart it twice.');
    await anAnswer(community.owner, { question_id: solved.id, score: 9, body: 'Wait a week.' });
    await learn();

    const { status, text, headers } = await look('My esim hangs on activating');

    expect(status).to.equal(200);
    expect(headers['set-cookie']).to.equal(undefined);
    expect(linked(text)).to.deep.equal([solved.id, open.id]);
    expect(text).to.include('Restart it twice.').and.not.include('Wait a week.');
    expect(text).not.to.include('<html');
  });

  it('are looked for from ten characters on', async () => {
    const { id } = await aSolved('Wi-Fi calling drops', 'Switch it off and on.');
    await learn();

    expect((await look('Wi-Fi call')).text).to.include(`/q/${String(id)}/`);
    expect((await look('   Wi-Fi  cal ')).text).to.equal('');
    expect((await community.visit().get('/ask/similar')).text).to.equal('');
  });

  it('are found with a slip of the finger', async () => {
    for (const month of ['May', 'June', 'July']) {
      await aQuestion(community.owner, { title: `Voicemail is full in ${month}` });
    }
    await learn();

    expect(linked((await look('My vociemail overflows')).text)).to.have.length(3);
  });

  it('are never hidden ones, from the moment they are hidden', async () => {
    const { owner, perform } = community;
    const { id } = await aSolved('Roaming charges in Andorra', 'It is in zone 3.');
    await learn();
    expect(linked((await look('Charges for roaming in Andorra')).text)).to.deep.equal([id]);

    const moderator = await aModerator(owner);
    await perform(moderator, (work) => takeDown(work, { question: id }, { reason: 'rude' }));

    expect(linked((await look('Charges for roaming in Andorra')).text)).to.deep.equal([]);
    await learn();
    expect(await owner('likeness').where({ question_id: id })).to.deep.equal([]);
    expect(await owner('likeness_words').where({ word: 'andorra' })).to.deep.equal([]);
  });

  it('follow what is asked and edited', async () => {
    const { owner } = community;
    const [asker, topic] = [await aMember(owner), await aTopic(owner)];
    const browser = community.visit(asker);
    const words = { body: 'Since this morning.', topic: topic.slug };
    const send = (address: string, fields: object) =>
      browser
        .post(address)
        .type('form')
        .send({ ...words, ...fields });

    const asked = await send('/ask', { title: 'Parcel tracking page is blank' });
    await learn();
    const path = String(asked.headers.location);
    expect((await look('Blank page for tracking a parcel')).text).to.include(path);

    const [, id] = /\/q\/(\d+)\//.exec(path) ?? [];
    const edit = { title: 'Tariff calculator shows zero', version: '1', reason: '' };
    expect((await send(`/q/${String(id)}/edit`, edit)).status).to.equal(303);
    await learn();

    expect((await look('Blank page for tracking a parcel')).text).not.to.include(
      `/q/${String(id)}/`,
    );
    expect((await look('The tariff calculator says zero')).text).to.include(`/q/${String(id)}/`);
  });

  it('are a step of the form where scripts are off, and are not in the way after it', async () => {
    const { owner } = community;
    const { id } = await aSolved('Invoice shows a double charge', 'Text BILL to us.');
    await learn();
    const { slug } = await aTopic(owner);
    const browser = community.visit(await aMember(owner));
    const typed = { title: 'Double charge on my invoice', body: 'It says so.', topic: slug };
    const fresh = await browser.get('/ask');
    expect(fresh.text).to.include('name="similar" value="first"');

    const step = await browser
      .post('/ask')
      .type('form')
      .send({ ...typed, similar: 'first' });

    expect(step.status).to.equal(200);
    expectSound(step.text);
    expect(linked(step.text)).to.include(id);
    expect(step.text).to.include('Text BILL to us.').and.include('value="Double charge on my');
    expect(step.text).to.include('None of these: post my question');
    expect(step.text).to.include('name="similar" value="seen"');
    const posted = await browser
      .post('/ask')
      .type('form')
      .send({ ...typed, similar: 'seen' });
    expect(posted.status).to.equal(303);
  });

  describe('suggest the topic that most of them are in', () => {
    let topic: TopicRow;
    before(async () => {
      topic = await aTopic(community.owner, { name: 'Landlines & “fibre”' });
      for (const place of ['hall', 'kitchen', 'attic']) {
        const title = `Crackling landline in the ${place}`;
        await aQuestion(community.owner, { title, topic_id: topic.id });
      }
      await aQuestion(community.owner, { title: 'Crackling landline in the cellar' });
      await learn();
    });
    const hint = 'Suggested: Landlines &amp; “fibre”, where questions like yours are asked.';
    const chosen = (text: string) => /<option value="([^"]+)" selected>/.exec(text)?.[1];
    const send = async (fields: object, path = '/ask') =>
      community
        .visit(await aMember(community.owner))
        .post(path)
        .type('form')
        .send({ title: 'A crackling landline', body: 'It crackles.', ...fields });

    it('in the fragment, and in a form whose link named none', async () => {
      const fragment = await look('My landline is crackling');
      const form = await community.visit().get('/ask?title=My+landline+is+crackling');

      expect(fragment.text).to.include(`data-topic="${topic.slug}" data-hint="${hint}"`);
      expect(chosen(form.text)).to.equal(topic.slug);
      expect(form.text).to.include(`id="topic-hint">${hint}`);
      expectSound(form.text);
    });

    it('in the step before posting where scripts are off, once, as no mistake', async () => {
      const step = await send({ topic: '', similar: 'first' });
      const incomplete = await send({ topic: '', body: '', similar: 'first' });
      const again = await send({ topic: '', similar: 'seen' });

      expect(step.status).to.equal(200);
      expect(chosen(step.text)).to.equal(topic.slug);
      expect(step.text).to.include('None of these: post my question').and.include(hint);
      expect(incomplete.status).to.equal(422);
      expect(incomplete.text).to.include('what you’ve tried.').and.not.include('Choose a topic.');
      expect(again.status).to.equal(422);
      expect(again.text).to.include('Choose a topic.');
    });

    it('never in the place of one that somebody chose', async () => {
      const { slug } = await aTopic(community.owner);

      const form = await community.visit().get(`/ask?title=My+landline+is+crackling&topic=${slug}`);
      const step = await send({ topic: slug, similar: 'first' });

      for (const { text } of [form, step]) {
        expect(chosen(text)).to.equal(slug);
        expect(text).to.include('Crackling landline').and.not.include('data-topic');
        expect(text).to.not.include('Suggested');
      }
    });

    it('not where nothing is near, where they are in many, or where nobody can ask in it', async () => {
      for (const place of ['garage', 'garden', 'shed']) {
        await aQuestion(community.owner, { title: `Squirrel gnawed the cable in the ${place}` });
      }
      await learn();
      const texts = [
        await look('Squirrel gnawed the cable'),
        await look('Parliament of owls at midnight'),
      ];
      await community.owner('topics').where({ id: topic.id }).update({ archived_at: new Date() });
      texts.push(await look('My landline is crackling'));

      for (const { text } of texts) {
        expect(text).to.not.include('data-topic');
      }
    });
  });

  it('are no step where there are none, for private ones neither, nor for who sends the form alone', async () => {
    const { slug } = await aTopic(community.owner);
    const browser = community.visit(await aMember(community.owner));
    const typed = { title: 'Zebra crossing quagmire', body: 'It says so.', topic: slug };

    const first = await browser
      .post('/ask')
      .type('form')
      .send({ ...typed, similar: 'first' });

    expect(first.status).to.equal(303);
  });

  it('are shown before a sign-in is asked for, and are there when a link brings a title', async () => {
    const { id } = await aSolved('Landline crackles in the rain', 'Book an engineer.');
    await learn();
    const { slug } = await aTopic(community.owner);
    const typed = { title: 'My landline crackles', body: 'When it rains.', topic: slug };

    const step = await community
      .visit()
      .post('/ask')
      .type('form')
      .send({ ...typed, similar: 'first' });
    const linkedTo = await community.visit().get('/ask?title=My+landline+crackles');

    expect(step.status).to.equal(200);
    expect(linked(step.text)).to.include(id);
    expect(linked(linkedTo.text)).to.include(id);
  });

  it('count as an answer found, once for each who says so, with nothing about them', async () => {
    const { id } = await aSolved('Tethering costs extra?', 'No, it is included.');
    const nobody = community.visit();
    const say = () =>
      nobody
        .post('/ask/solved')
        .type('form')
        .send({ question: String(id) });

    const said = await say();
    await say();

    expect(said.status).to.equal(303);
    expect(said.headers.location).to.equal(`/ask/solved/${String(id)}`);
    expect(said.headers['set-cookie']).to.equal(undefined);
    const { text } = await nobody.get(`/ask/solved/${String(id)}`);
    expectSound(text);
    expect(text)
      .to.include('Nothing was posted.')
      .and.include(`href="/q/${String(id)}/`);
    expect(await timesFound(id)).to.equal(1);
    const columns = await community.owner('found_answers').columnInfo();
    expect(Object.keys(columns)).to.deep.equal(['question_id', 'found_on', 'times']);
  });

  it('are not counted where readers cannot see them', async () => {
    const { id } = await aQuestion(community.owner, { removed_at: new Date() });

    const said = await community
      .visit()
      .post('/ask/solved')
      .type('form')
      .send({ question: String(id) });

    expect(said.status).to.equal(404);
    expect(await timesFound(id)).to.equal(0);
  });
});
