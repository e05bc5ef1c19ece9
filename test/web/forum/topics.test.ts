import { expect } from 'chai';

import { aCommunity } from '#test/support/community.ts';
import { aMember, aTopic } from '#test/support/make.ts';

describe('The page of a topic', () => {
  const community = aCommunity();

  it('is followed with one press, and not any more with another', async () => {
    const member = await aMember(community.owner);
    const { slug } = await aTopic(community.owner);
    const read = async () => (await community.visit(member).get(`/topics/${slug}`)).text;

    const before = await read();
    const { status } = await community
      .visit(member)
      .post(`/topics/${slug}/follow`)
      .type('form')
      .send({ on: '1' });
    const after = await read();

    expect(status).to.equal(303);
    expect(before).to.not.include('Stop following');
    expect(after).to.include('Stop following');
    expect(after).to.include(`/settings/notifications?topic=${slug}`);
  });

  it('says who knows it and by which rule; to a visitor nothing that is personal', async () => {
    const { owner } = community;
    const topic = await aTopic(owner);
    const [knows, tried] = [await aMember(owner), await aMember(owner)];
    const expertise = { topic_id: topic.id, last_passed_at: community.now() };
    await owner('topic_experts').insert([
      { ...expertise, member_id: knows.id, passed: 7 },
      { ...expertise, member_id: tried.id, passed: 2 },
    ]);

    const { text, headers } = await community.visit().get(`/topics/${topic.slug}`);

    expect(text).to.include(`/u/${knows.name}`).and.include('7 passed').and.include('3 or more');
    expect(text).to.not.include(`/u/${tried.name}`);
    expect(headers['set-cookie']).to.equal(undefined);
  });
});
