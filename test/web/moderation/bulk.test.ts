import { expect } from 'chai';

import { aCommunity } from '#test/support/community.ts';
import { aModerator } from '#test/support/make.ts';
import * as desk from '../../moderation/desk.ts';

describe('Deciding several at once at the desk', () => {
  const community = aCommunity();
  beforeEach(async () => {
    community.itIsNow('2026-01-15T12:00:00Z');
    await desk.clearQueue(community);
  });

  it('says what will happen to each before, does it, and takes it back', async () => {
    const [one, two] = [
      await desk.anAuditedAnswer(community),
      await desk.anAuditedAnswer(community),
    ];
    const browser = community.visit(await aModerator(community.owner));
    const marcus = await aModerator(community.owner);
    await desk.bar(community, two.audit, marcus);

    const list = (await browser.get('/staff/audits')).text;
    const query = `act=pass&item[]=audit:${String(one.audit)}&item[]=audit:${String(two.audit)}`;
    const preview = (await browser.get(`/staff/bulk?${query}`)).text;
    const barred = (await community.visit(marcus).get(`/staff/bulk?${query}`)).text;
    const items = /name="items" value="([^"]+)"/.exec(preview)?.[1];
    const done = await browser
      .post('/staff/bulk')
      .type('form')
      .send({ act: 'pass', items, note: 'Lovely' });
    const address = String(done.headers.location);
    const result = (await browser.get(address)).text;
    const queue = (await browser.get('/staff/audits')).text;
    const others = (await community.visit(marcus).get('/staff/audits')).text;
    community.itIsNow('2026-01-15T13:00:00Z');
    const undone = await browser.post(`${address}/undo`);
    const after = (await browser.get(address)).text;
    const queueAfter = (await browser.get('/staff/audits')).text;

    expect(list).to.include(`value="audit:${String(one.audit)}"`);
    expect(preview).to.include('2 of 2 will change. Nothing has happened yet.');
    expect(preview.match(/Pass and pay £0\.50/g)).to.have.length(2);
    expect(barred).to.include('1 of 2 will change.').and.include('so a colleague decides');
    expect(done.status).to.equal(303);
    expect(result).to.include('did this to 2 of 2').and.include('Undo all of it');
    expect(queue).to.include(`<a href="${address}">Pass the answers</a>`);
    expect(`${others}${queueAfter}`).to.not.include(address);
    expect(undone.status).to.equal(303);
    expect(after).to.include('2 undone.').and.include('Done, then undone.');
    expect(after).to.not.include('Undo all of it');
    expect(await desk.holdingsOf(community, one.helper)).to.deep.equal({
      ...{ pending: 50n, available: 0n },
    });
  });

  it('takes all that is listed, up to a hundred, and nothing that makes no sense', async () => {
    const { question } = await desk.anAuditedAnswer(community);
    const browser = community.visit(await aModerator(community.owner));

    const all = (await browser.get('/staff/bulk?act=fail:copied&all=1')).text;
    const senseless = await Promise.all(
      ['act=explode&all=1', 'act=pass&item[]=audit:x', 'act=pass&item[]=nothing:1'].map((query) =>
        browser.get(`/staff/bulk?${query}`),
      ),
    );

    expect(all).to.include(question.title).and.include('Fail, don’t pay. The author is told why.');
    expect(senseless.map(({ status }) => status)).to.deep.equal([404, 404, 404]);
  });
});
