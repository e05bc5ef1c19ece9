import { expect } from 'chai';

import { suggestSame } from '#src/forum/duplicates/suggest-same.ts';
import type { QuestionRow } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { aCommunity } from '#test/support/community.ts';
import { aFinancePerson, aMember, aModerator, anAdmin, aQuestion } from '#test/support/make.ts';

describe('Duplicates on the site', () => {
  const community = aCommunity();
  let [hannah, guide] = [{} as MemberRow, {} as MemberRow];
  before(async () => {
    hannah = await aModerator(community.owner);
    guide = await aMember(community.owner, { level: 'guide' });
  });
  beforeEach(() => community.owner.raw('truncate likely_duplicates, duplicate_suggestions'));

  const list = async (query = '') =>
    (await community.visit(hannah).get(`/staff/duplicates${query}`).expect(200)).text;
  const two = async (newer: Partial<QuestionRow> = {}) => ({
    older: await aQuestion(community.owner, { title: 'Where is my PUK?' }),
    newer: await aQuestion(community.owner, { title: 'Where do I find a <PUK>?', ...newer }),
  });
  type Two = Awaited<ReturnType<typeof two>>;
  const suggest = ({ older, newer }: Two) =>
    community.perform(guide, (work) => suggestSame(work, { question: newer.id, other: older.id }));
  const actionIn = (text: string) => /action="([^"]*\/apart)"/.exec(text)?.[1] ?? '';
  const post = (path: string, fields: object, who = hannah) =>
    community.visit(who).post(path).type('form').send(fields);

  it('stand with what tells them apart, and lead to merging the newer into the older', async () => {
    const pair = await two();
    await suggest(pair);
    await community.owner('likely_duplicates').update({ percent: 87 });

    const text = await list();

    expect(text).to.include('Where do I find a &lt;PUK&gt;?').and.include('Where is my PUK?');
    expect(text).to.include(`87 % alike · Suggested by ${guide.name}`);
    expect(text).to.include(' · Not solved · 0 answers');
    const merge = `/q/${String(pair.newer.id)}/merge?into=${String(pair.older.id)}`;
    expect(text).to.include(`href="${merge}"`);
    expect((await community.visit(hannah).get(merge)).text).to.include('This one goes');
    expect(text).to.match(/Duplicates <span class="count">1<\/span>/);
  });

  it('lead to merging the open one into the solved one, whichever is newer', async () => {
    const pair = await two({ state: 'solved' });
    await suggest(pair);

    const merge = `/q/${String(pair.older.id)}/merge?into=${String(pair.newer.id)}`;
    expect(await list()).to.include(`href="${merge}"`);
  });

  it('are set apart and offered again by a press', async () => {
    await suggest(await two());

    const apart = await post(actionIn(await list()), { on: '1' }).expect(303);
    const [waiting, kept] = [await list(), await list('?show=apart')];
    const again = await post(actionIn(kept), { on: '0' }).expect(303);

    expect(apart.headers['location']).to.equal('/staff/duplicates');
    expect(again.headers['location']).to.equal('/staff/duplicates?show=apart');
    expect(waiting).to.include('No duplicates to look at').and.not.include('PUK');
    expect(kept).to.include(`${hannah.name} said <time`).and.include('PUK');
    expect(await list()).to.include('PUK');
    const log = await community.visit(hannah).get('/staff/log').expect(200);
    expect(log.text).to.include('Said that two questions are not the same');
  });

  it('are there for moderators alone', async () => {
    await suggest(await two());
    const action = actionIn(await list());

    const others = [guide, await anAdmin(community.owner), await aFinancePerson(community.owner)];
    for (const who of others) {
      await community.visit(who).get('/staff/duplicates').expect(404);
      await post(action, { on: '1' }, who).expect(404);
    }
    const { headers } = await community.visit().get('/staff/duplicates').expect(303);
    expect(headers['location']).to.match(/^\/sign-in/);
    await post('/staff/duplicates/999/apart', { on: '1' }).expect(404);
    await post(action, { on: '2' }).expect(422);
  });

  it('are suggested by Guides, from the question, by number or address', async () => {
    const { older, newer } = await two();
    const page = `/q/${String(newer.id)}/${newer.slug}`;
    const visit = community.visit(guide);

    const question = await visit.get(page).expect(200);
    const form = `/q/${String(newer.id)}/same`;
    expect(question.text).to.include(`href="${form}"`);
    expect((await visit.get(form).expect(200)).text).to.include('name="address"');
    for (const [address, says] of [
      ['', 'Choose the question that asks the same'],
      ['nowhere', 'That is no address of a question here.'],
    ]) {
      const refused = await post(form, { address }, guide).expect(422);
      expect(refused.text).to.include(says);
    }
    const address = `http://goodline.test/q/${String(older.id)}/any-words#a-1`;
    const { headers } = await post(form, { address }, guide).expect(303);
    expect(headers['location']).to.equal(page);

    expect(await list()).to.include(`Suggested by ${guide.name}`);
    await post(form, { other: String(older.id) }, guide).expect(409);
  });

  it('are suggested by nobody else', async () => {
    const { newer } = await two();
    const helper = await aMember(community.owner, { level: 'helper' });

    for (const who of [helper, hannah]) {
      const { text } = await community.visit(who).get(`/q/${String(newer.id)}/${newer.slug}`);
      expect(text).to.not.include('/same"');
      await community
        .visit(who)
        .get(`/q/${String(newer.id)}/same`)
        .expect(404);
      await post(`/q/${String(newer.id)}/same`, { other: '1' }, who).expect(404);
    }
  });
});
