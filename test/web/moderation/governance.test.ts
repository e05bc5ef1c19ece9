import { expect } from 'chai';

import type { TopicRow } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { findAppointment } from '#src/moderation/governance/find-stewards.ts';
import { readUndertaking } from '#src/moderation/governance/undertakings.ts';
import type { AuditId } from '#src/moderation/rows.ts';
import { aCommunity } from '#test/support/community.ts';
import { aFinancePerson, aMember, aModerator, anAdmin, aTopic } from '#test/support/make.ts';
import {
  actsOn,
  anAuditIn,
  aSteward,
  failed,
  passed,
  theReview,
  turnedTo,
} from '../../moderation/governance/stewarding.ts';

const monthOf = (at: Date) => at.toISOString().slice(0, 7);

describe('the pages of the dial', () => {
  const community = aCommunity();
  let [topic, moderator] = [] as unknown as [TopicRow, MemberRow];
  beforeEach(async () => {
    topic = await aTopic(community.owner);
    moderator = await aModerator(community.owner);
  });

  const path = () => `/staff/governance/topics/${topic.slug}`;
  const send = (who: MemberRow, to: string, fields: object) =>
    community.visit(who).post(to).type('form').send(fields);

  it('say what each topic needs, and turn it by hand for a reason', async () => {
    const admin = await anAdmin(community.owner);
    const before = await community.visit(admin).get('/staff/governance');
    await aSteward(community.owner, [topic]);
    await aSteward(community.owner, [topic]);

    const unreasoned = await send(moderator, path(), { from: 'staff', to: 'mixed' });
    const turned = await send(moderator, path(), {
      ...{ from: 'staff', to: 'mixed', reason: 'Two good stewards' },
    });
    const after = (await community.visit(moderator).get(path())).text;

    expect(before.text).to.include('Needs two stewards who serve; it has 0.');
    expect(unreasoned.status).to.equal(422);
    expect(unreasoned.text).to.include('Say why. It is kept.');
    expect(turned.status).to.equal(303);
    expect(after).to.include(`Staff to Mixed: turned by our team by ${moderator.name}`);
    expect(after).to.include('Needs 200 more double audits');
  });

  it('refuse what the topic does not qualify for, and what has turned meanwhile', async () => {
    const fields = { from: 'staff', to: 'mixed', reason: 'Let us try' };

    expect((await send(moderator, path(), fields)).status).to.equal(409);
    expect((await send(moderator, path(), { ...fields, from: 'mixed' })).status).to.equal(409);
    expect((await send(moderator, '/staff/governance/topics/none', fields)).status).to.equal(404);
  });

  it('set the thresholds, and keep what was typed where they make no sense', async () => {
    const { text } = await community.visit(moderator).get('/staff/governance/settings');
    const fields = Object.fromEntries(
      [...text.matchAll(/name="(\w+)" value="(\d+)"/g)].map(([, name, value]) => [name!, value!]),
    );

    const wrong = await send(moderator, '/staff/governance/settings', {
      ...{ ...fields, sample_percent: '0', reason: 'Less work' },
    });
    const right = await send(moderator, '/staff/governance/settings', {
      ...{ ...fields, sample_percent: '30', reason: 'More care' },
    });
    const stale = await send(moderator, '/staff/governance/settings', {
      ...{ ...fields, sample_percent: '40', reason: 'More care still' },
    });

    expect(wrong.status).to.equal(422);
    expect(wrong.text).to.include('Give a number from 1 to 100.').and.include('Less work');
    expect([right.status, stale.status]).to.deep.equal([303, 409]);
  });

  it('change the topics of a steward, and keep what was ticked where the reason is missing', async () => {
    const steward = await aSteward(community.owner, [topic]);
    const other = await aTopic(community.owner);
    const { id } = (await findAppointment(community.db, steward.id))!;
    const to = `/staff/governance/stewards/${String(id)}/topics`;
    const change = { 'topics[]': [String(other.id)], was: String(topic.id) };

    const page = await community.visit(moderator).get(to);
    const unreasoned = await send(moderator, to, change);
    const changed = await send(moderator, to, { ...change, reason: 'Knows more of that' });
    const stale = await send(moderator, to, { ...change, reason: 'Once more' });

    expect(page.text).to.match(new RegExp(`value="${String(topic.id)}" checked`));
    expect([unreasoned, changed, stale].map(({ status }) => status)).to.deep.equal([422, 303, 409]);
    expect(unreasoned.text).to.match(new RegExp(`value="${String(other.id)}" checked`));
    expect((await community.visit(steward).get('/steward/invitation')).text).to.include(other.name);
  });

  it('invite a steward, who signs, judges and stops', async () => {
    await community.owner('governance_settings').insert({
      ...(await community.owner('governance_settings').orderBy('version', 'desc').first())!,
      ...{ version: 90, steward_passed: 1, reason: 'For a test' },
    });
    const { audit, helper } = await anAuditIn(community, topic);
    await actsOn(community).decide(moderator, audit, passed);
    await community.owner('members').where({ id: helper.id }).update({ level: 'guide' });
    const form = {
      ...{ name: helper.name, 'topics[]': String(topic.id), review: '2026-12-31' },
      reason: 'canary-why-them',
    };

    const nowhere = await send(moderator, '/staff/governance/stewards', {
      ...form,
      'topics[]': [],
    });
    const invited = await send(moderator, '/staff/governance/stewards', form);
    const offer = await community.visit(helper).get('/steward/invitation');
    const unsigned = await send(helper, '/steward/invitation', { answer: 'accept', version: '1' });
    const signed = await send(helper, '/steward/invitation', {
      ...{ answer: 'accept', version: '1', signature: helper.name },
    });
    const desk = await community.visit(helper).get('/steward/audits');
    const stopped = await send(helper, '/steward/resignation', {});
    const after = await community.visit(helper).get('/steward/audits');

    expect(nowhere.status).to.equal(422);
    expect(nowhere.text).to.include('Choose a topic at least.').and.include('canary-why-them');
    expect(invited.status).to.equal(303);
    expect(offer.text).to.include('What a steward undertakes').and.include(topic.name);
    expect(offer.text).to.not.include('canary-why-them');
    expect(unsigned.status).to.equal(422);
    expect([signed.status, desk.status]).to.deep.equal([303, 200]);
    expect(desk.text).to.include('>Checks<');
    expect([stopped.status, after.status]).to.deep.equal([303, 404]);
  });

  it('publish what stewards undertake, who sign it before they judge again', async () => {
    const steward = await aSteward(community.owner, [topic]);
    const to = '/staff/governance/undertaking';
    const { version } = await readUndertaking(community.db);
    const text = { body: 'I judge fairly.\n\nAnd kindly.', version: String(version) };

    const unreasoned = await send(moderator, to, text);
    const published = await send(moderator, to, { ...text, reason: 'Kinder words' });
    const desk = await community.visit(steward).get('/steward/audits');
    const page = await community.visit(steward).get('/steward/invitation');
    const stewards = await community.visit(moderator).get('/staff/governance/stewards');
    const signature = { signature: steward.name, version: String(version + 1) };
    const wrong = await send(steward, '/steward/signature', { ...signature, signature: 'X' });
    const signed = await send(steward, '/steward/signature', signature);

    expect([unreasoned, published, wrong, signed].map(({ status }) => status)).to.deep.equal([
      ...[422, 303, 422, 303],
    ]);
    expect(desk.headers['location']).to.equal('/steward/invitation');
    expect(page.text).to.include('And kindly.').and.include('action="/steward/signature"');
    expect(page.text).to.include('action="/steward/resignation"');
    expect(stewards.text).to.include('has yet to sign the new undertaking');
    expect((await community.visit(steward).get('/steward/audits')).status).to.equal(200);
    const record = await community.visit().get(`/decisions?month=${monthOf(community.now())}`);
    expect(record.text).to.include(
      'New versions of what they undertake: 1; Signed one of these: 1',
    );
    expect(record.text).not.to.include(steward.name);
  });
});

describe('the stewards’ desk', () => {
  const community = aCommunity();
  let [topic, moderator, ann, ben] = [] as unknown as [TopicRow, MemberRow, MemberRow, MemberRow];
  const begin = async (mode: 'mixed' | 'community') => {
    topic = await aTopic(community.owner);
    await turnedTo(community.owner, topic, mode);
    moderator = await aModerator(community.owner);
    ann = await aSteward(community.owner, [topic], { name: `ann-of-${topic.slug}` });
    ben = await aSteward(community.owner, [topic], { name: `ben-of-${topic.slug}` });
  };
  const say = (who: MemberRow, id: AuditId, fields: object) =>
    community.visit(who).post(`/steward/audits/${id}/opinion`).type('form').send(fields);

  it('shows the answer, and neither who wrote it nor what it earns', async () => {
    await begin('mixed');
    const { audit, answer, helper, asker } = await anAuditIn(community, topic);

    const list = await community.visit(ann).get('/steward/audits');
    const { text } = await community.visit(ann).get(`/steward/audits/${audit}`);
    const main = text.slice(text.indexOf('<main'), text.indexOf('</main>'));

    expect(list.text).to.include(`/steward/audits/${audit}`);
    expect(main).to.include(answer.body);
    expect(main).to.not.include(helper.name);
    expect(main).to.not.include(asker.name);
    expect(main).to.not.match(/£|released|being held|staff note/i);
  });

  it('takes an opinion, goes on to the next, and tells staff of it only once they have decided', async () => {
    await begin('mixed');
    const { audit } = await anAuditIn(community, topic);
    const { audit: next } = await anAuditIn(community, topic);

    const said = await say(ann, audit, { reason: 'unsafe', version: '1', note: 'canary-opinion' });
    const blind = (await community.visit(moderator).get(`/staff/audits/${audit}`)).text;
    await actsOn(community).decide(moderator, audit, passed);
    const open = (await community.visit(moderator).get(`/staff/audits/${audit}`)).text;

    expect([said.status, said.headers.location]).to.deep.equal([303, `/steward/audits/${next}`]);
    expect(blind).to.not.include('canary-opinion').and.not.include(ann.name);
    expect(open).to.include(`${ann.name} judged it alone: a fail`);
  });

  it('keeps what was typed where something is missing, and says what happened meanwhile', async () => {
    await begin('mixed');
    const { audit } = await anAuditIn(community, topic);

    const empty = await say(ann, audit, { version: '1', note: 'Kept words' });
    await actsOn(community).say(ben, audit, passed);
    const late = await say(ann, audit, { version: '1', verdict: 'pass' });

    expect(empty.status).to.equal(422);
    expect(empty.text).to.include('Say what you think of the answer.').and.include('Kept words');
    expect(late.status).to.equal(409);
    expect(late.text).to.include('Our team has this one now.');
  });

  it('is not there for others, and neither is what is not theirs to judge', async () => {
    await begin('mixed');
    const { audit } = await anAuditIn(community, topic);
    const own = await anAuditIn(community, topic, { helper: ann });
    const stranger = await aMember(community.owner, { level: 'steward' });

    const statuses = await Promise.all([
      community.visit(stranger).get('/steward/audits'),
      community.visit(moderator).get(`/steward/audits/${audit}`),
      community.visit(ann).get(`/steward/audits/${own.audit}`),
    ]);
    const recused = await say(ann, own.audit, { version: '1', verdict: 'pass' });

    expect(statuses.map(({ status }) => status)).to.deep.equal([404, 404, 404]);
    expect(recused.status).to.equal(403);
  });

  it('decides with the second who agrees; readers see that two stewards did, not who', async () => {
    await begin('community');
    const { audit, question } = await anAuditIn(community, topic);

    await say(ann, audit, { version: '1', verdict: 'pass' });
    const second = await say(ben, audit, { version: '1', verdict: 'pass' });
    const { text } = await community.visit().get(`/q/${question.id}/${question.slug}`);

    expect(second.status).to.equal(303);
    expect(text).to.include('<b>two stewards</b>');
    expect(text).to.not.include(ben.name).and.not.include(ann.name);
  });

  it('has its decisions judged by staff, blind, who may overturn them', async () => {
    await begin('community');
    const { audit } = await anAuditIn(community, topic);
    await actsOn(community).say(ann, audit, failed);
    await actsOn(community).say(ben, audit, failed);
    const { id } = await theReview(community.db, audit);
    const href = `/staff/governance/reviews/${id}`;
    const browser = community.visit(moderator);

    const queue = await browser.get('/staff/audits');
    const blind = await browser.get(href);
    const empty = await browser.post(href).type('form').send({});
    const said = await browser.post(href).type('form').send({ verdict: 'pass' });
    const open = await browser.get(href);
    const overturned = await browser.post(`${href}/overturn`);
    const again = await browser.post(`${href}/overturn`);

    expect(queue.text).to.include(href);
    expect(blind.text).to.not.include('Two stewards failed it');
    expect([empty.status, said.status]).to.deep.equal([422, 303]);
    expect(open.text).to.include('Two stewards failed it: wrong or out of date.');
    expect(open.text).to.include('Overturn their decision');
    expect([overturned.status, again.status]).to.deep.equal([303, 409]);
  });

  it('is no door of finance', async () => {
    const finance = await aFinancePerson(community.owner);

    expect((await community.visit(finance).get('/staff/governance')).status).to.equal(404);
  });
});
