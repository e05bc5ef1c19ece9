import { expect } from 'chai';

import { aCommunity } from '#test/support/community.ts';
import {
  aMember,
  aModerator,
  anAnswer,
  anAnsweredQuestion,
  aQuestion,
  aTopic,
} from '#test/support/make.ts';
import { expectSound } from './reading.ts';

const NUMBER = '07700 900412';
const MASK = '077•• ••• 412';

describe('personal data, before it is published', () => {
  const community = aCommunity();
  const typed = async () => ({
    title: 'Will my allowance work in Turkey?',
    body: `I need **maps**. My number is ${NUMBER} if that helps.`,
    topic: (await aTopic(community.owner)).slug,
  });
  const send = async (path: string, fields: object, member?: Awaited<ReturnType<typeof aMember>>) =>
    community
      .visit(member ?? (await aMember(community.owner)))
      .post(path)
      .type('form')
      .send(fields);
  const rowsOf = (title: string) => community.owner('questions').where({ title });

  it('is pointed out, and nothing is stored', async () => {
    const form = { ...(await typed()), title: 'Is this shown to anybody?' };

    const answer = await send('/ask', form);

    expect(answer.status).to.equal(422);
    expectSound(answer.text);
    expect(answer.text).to.include('That looks like a phone number.').and.include(MASK);
    expect(answer.text).to.include(`“${NUMBER}” looks personal. Choose how to post it.`);
    expect(answer.text).to.include(`>\n${form.body}</textarea>`).and.include(form.title);
    expect(answer.text).to.include(`<strong>maps</strong>. My number is ${MASK} if that helps.`);
    // The first button is what Enter presses, without scripts, too.
    const buttons =
      /value="mask">Show it masked[^]*value="keep">Post it as it is[^]*Post question</;
    expect(answer.text).to.match(buttons);
    expect(answer.text).to.not.include('Only the team');
    expect(await rowsOf(form.title)).to.deep.equal([]);
  });

  it('is posted with a mask in its place, and then it is nowhere', async () => {
    const form = { ...(await typed()), title: `Should I ring ${NUMBER} from Turkey?` };

    const posted = await send('/ask', { ...form, personal: 'mask' });

    expect(posted.status).to.equal(303);
    expect(posted.headers.location).to.match(/\/should-i-ring-077-412-from-turkey$/);
    const [question] = await rowsOf(`Should I ring ${MASK} from Turkey?`);
    expect(question?.body).to.equal(`I need **maps**. My number is ${MASK} if that helps.`);
    const versions = await community
      .owner('question_versions')
      .where({ question_id: question!.id });
    expect(JSON.stringify(versions)).to.not.include(NUMBER);
    expect(await community.owner('personal_data_findings')).to.deep.equal([]);
  });

  it('is posted as it is, and hidden until a moderator has looked', async () => {
    const asker = await aMember(community.owner, { level: 'helper' });
    const form = { ...(await typed()), title: `Is ${NUMBER} mine?` };

    const browser = community.visit(asker);

    const posted = await browser
      .post('/ask')
      .type('form')
      .send({ ...form, personal: 'keep' });

    const path = String(posted.headers.location);
    const page = (await browser.get(path)).text;
    expect(page).to.include('hidden until our team has looked').and.include(`Is ${MASK} mine?`);
    expect(page).to.not.include(NUMBER);
    const edit = (await community.visit(asker).get(`${path.replace(/\/[^/]*$/, '')}/edit`)).text;
    expect(edit).to.include(`value="Is ${NUMBER} mine?"`).and.include(`number is ${NUMBER}`);
    const findings = await community.owner('personal_data_findings').select('state', 'disputed');
    expect(findings).to.deep.equal([{ state: 'waiting', disputed: true }]);
  });

  it('is asked about in answers, comments and edits alike', async () => {
    const { helper, asker, question, answer } = await anAnsweredQuestion(community.owner);
    const body = `Ring ${NUMBER}`;
    const edit = { body, version: '1', reason: 'mail me at una@example.com' };

    const asked = await Promise.all([
      send(`/q/${question.id}/answers`, { body }, helper),
      send(`/q/${question.id}/comments`, { body }, helper),
      send(`/a/${answer.id}/comments`, { body }, helper),
      send(`/a/${answer.id}/edit`, edit, helper),
      send(`/q/${question.id}/edit`, { ...edit, title: question.title }, asker),
    ]);

    for (const { status, text } of asked) {
      expect(status).to.equal(422);
      expectSound(text);
      expect(text).to.include(MASK).and.include(`>\n${body}</textarea>`);
    }
    expect(asked[3].text).to.include('a phone number and an email address');
    expect(asked[3].text).to.include('In your reason: <b>una@example.com</b>');
    const masked = [
      await send(`/q/${question.id}/answers`, { body, personal: 'mask' }, helper),
      await send(`/a/${answer.id}/comments`, { body, personal: 'mask' }, helper),
      await send(`/a/${answer.id}/edit`, { ...edit, personal: 'mask' }, helper),
    ];
    expect(masked.map(({ status }) => status)).to.deep.equal([303, 303, 303]);
    const page = (await community.visit(asker).get(`/q/${question.id}/${question.slug}`)).text;
    expect(page.split(`Ring ${MASK}`)).to.have.length.above(3);
    expect(page).to.not.include(NUMBER);
  });

  it('says what is wrong with a comment where it was typed', async () => {
    const { question } = await anAnsweredQuestion(community.owner);

    const answer = await send(`/q/${question.id}/comments`, { body: 'x'.repeat(2_001) });

    expect(answer.status).to.equal(422);
    expectSound(answer.text);
    expect(answer.text).to.include('2,001 characters').and.include('action="/q/');
  });

  it('is not asked about again when the rest is edited', async () => {
    const asker = await aMember(community.owner, { level: 'helper' });
    const form = { ...(await typed()), title: 'Is it asked about again?' };
    const posted = await send('/ask', { ...form, personal: 'keep' }, asker);
    const edit = `${String(posted.headers.location).replace(/\/[^/]*$/, '')}/edit`;

    const again = { title: form.title, body: `${form.body} Thanks.`, reason: '', version: '1' };
    const saved = await send(edit, again, asker);
    const more = { ...again, body: `${form.body} Or una@example.com`, version: '2' };
    const asked = await send(edit, more, asker);

    expect(saved.status).to.equal(303);
    expect(asked.status).to.equal(422);
    expect(asked.text).to.include('looks like an email address').and.not.include('phone number');
    expect(asked.text).to.include('“una@example.com” looks personal.');
  });

  it('is read masked in the history by all but its author and moderators', async () => {
    const helper = await aMember(community.owner);
    const question = await aQuestion(community.owner);
    const on = { question_id: question.id, author_id: helper.id };
    const answer = await anAnswer(community.owner, { ...on, body: `Older: ${NUMBER}` });
    const read = async (member?: typeof helper) =>
      (await community.visit(member).get(`/a/${answer.id}/history`)).text;

    expect(await read())
      .to.include(`Older: ${MASK}`)
      .and.not.include(NUMBER);
    expect(await read(await aMember(community.owner))).to.not.include(NUMBER);
    expect(await read(helper)).to.include(NUMBER);
    expect(await read(await aModerator(community.owner))).to.include(NUMBER);
  });

  it('is previewed as readers will see it', async () => {
    const form = { ...(await typed()), title: `Preview of ${NUMBER} here` };

    const { text, status } = await community.visit().post('/ask/preview').type('form').send(form);

    expect(status).to.equal(200);
    expect(text).to.include(`Preview of ${MASK} here`).and.include(`My number is ${MASK}`);
  });

  it('has room for masks that are longer than what they hide', async () => {
    const body = 'a@b.co '.repeat(2_857);

    const kept = await send('/ask', { ...(await typed()), body, personal: 'keep' });
    const masked = await send('/ask', { ...(await typed()), body, personal: 'mask' });
    const long = { ...(await typed()), title: `Is ${'a@b.co '.repeat(20)}?`, personal: 'keep' };

    expect(kept.status).to.equal(303);
    expect(masked.status).to.equal(422);
    expect(masked.text).to.include('it can have 20,000');
    expect((await send('/ask', long)).status).to.equal(303);
  });

  it('knows the number that the operator goes by today', async () => {
    await community.owner('site_settings' as 'members').insert({
      ...{ name: 'support_number', value: '07700 900999', changed_at: community.now() },
    } as never);
    community.itIsNow('2026-01-15T13:00:00Z');

    const posted = await send('/ask', { ...(await typed()), body: 'Ring 07700 900999, they say.' });

    expect(posted.status).to.equal(303);
  });
});
