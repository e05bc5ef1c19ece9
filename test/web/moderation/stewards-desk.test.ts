import { expect } from 'chai';

import { editAnswer } from '#src/forum/edit-answer.ts';
import type { TopicRow } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { claimItem } from '#src/moderation/queue/claim-item.ts';
import { USUAL_KEYS } from '#src/moderation/queue/desk-settings.ts';
import type { AuditId } from '#src/moderation/rows.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember, aModerator, anAnswer, aQuestion, aTopic } from '#test/support/make.ts';
import { markdown } from '../../moderation/desk.ts';
import { anAuditIn, aSteward, turnedTo } from '../../moderation/governance/stewarding.ts';

describe('The stewards’ desk, as the moderators’', () => {
  const community = aCommunity();
  let [topic, ann, moderator] = [] as unknown as [TopicRow, MemberRow, MemberRow];
  beforeEach(async () => {
    community.itIsNow('2026-01-15T12:00:00Z');
    topic = await aTopic(community.owner);
    await turnedTo(community.owner, topic, 'mixed');
    ann = await aSteward(community.owner, [topic], {
      ...{ name: `ann-of-${topic.slug}`, level: 'steward' },
    });
    moderator = await aModerator(community.owner);
  });
  const pathOf = (id: AuditId) => `/steward/audits/${String(id)}`;
  const mainOf = ({ text }: { text: string }) =>
    text.slice(text.indexOf('<main'), text.indexOf('</main>')).replaceAll(/\s+/g, ' ');
  const look = async (id: AuditId) => mainOf(await community.visit(ann).get(pathOf(id)));
  const post = (who: MemberRow, path: string, fields: object = {}) =>
    community.visit(who).post(path).type('form').send(fields);
  const choose = (fields: object) =>
    post(ann, '/settings/keyboard', {
      shortcuts: 'on',
      ...Object.fromEntries(
        Object.entries(USUAL_KEYS).map(([action, key]) => [`key-${action}`, key]),
      ),
      ...fields,
    });

  it('has the keys that a steward chose, or none, not even digits', async () => {
    const { audit } = await anAuditIn(community, topic);

    const usual = await look(audit);
    const saved = await choose({ 'key-pass': 'x', 'key-ask': 'q' });
    const chosen = await look(audit);
    await choose({ shortcuts: 'off' });
    const off = await look(audit);

    expect(usual).to.include('value="pass" data-key="a"').and.include('data-key="1"');
    expect(usual).to.include('href="/settings/keyboard"');
    expect(saved.status).to.equal(303);
    expect(chosen)
      .to.include('value="pass" data-key="x"')
      .and.include('value="unsure" data-key="q"');
    expect(off).to.not.match(/data-key="[^"]/);
  });

  it('lets nobody choose keys who has no desk', async () => {
    const former = await aMember(community.owner, { level: 'steward' });

    expect((await community.visit(former).get('/settings/keyboard')).status).to.equal(404);
    expect((await community.visit(ann).get('/settings/keyboard')).status).to.equal(200);
  });

  it('shows prices, the official answer and what is repeated, and names nobody of the thread', async () => {
    const { audit, answer, helper, asker, question } = await anAuditIn(community, topic);
    await community.owner('official_facts').insert({
      ...{ topic_id: topic.id, kind: 'price', title: question.title, body: 'A day pass.' },
      ...{ amount_minor: 250n, source: 'https://example.org/prices', valid_from: '2026-01-01' },
      ...{ written_by: moderator.id, written_at: community.now() },
    });
    const elsewhere = await aQuestion(community.owner);
    const source = await anAnswer(community.owner, {
      ...{ question_id: elsewhere.id, author_id: helper.id },
      body: `${answer.body} Or ring 07700 900412.`,
    });
    await community.owner('near_copies').insert({
      ...{ answer_id: answer.id, source_answer_id: source.id, kind: 'near', own: true },
      ...{ similarity: 81, version: 1, source_version: 1, found_at: answer.answered_at },
    });

    const main = await look(audit);

    expect(main).to.include('A day pass.').and.include('£2.50');
    expect(main).to.include('81 % of it stands in an earlier answer by the same author');
    expect(main).to.include('077•• ••• 412').and.not.include('900412');
    expect(main).to.not.include(helper.name).and.not.include(asker.name);
  });

  it('masks what is personal in what changed after the acceptance', async () => {
    const { audit, answer, helper } = await anAuditIn(community, topic);
    const body = `${answer.body} Or ring 07700 900412.`;
    await community.perform(helper, (work) =>
      editAnswer(work, markdown, { answer: answer.id, body, reason: '', version: 1 }),
    );

    const main = await look(audit);

    expect(main).to.include('<ins>').and.include('077•• ••• 412').and.not.include('900412');
  });

  it('takes the rubric, and keeps it where something is missing', async () => {
    const { audit } = await anAuditIn(community, topic);
    const scores = { version: '1', correct: 'yes', clear: 'partly' };

    const empty = await post(ann, `${pathOf(audit)}/opinion`, scores);
    const said = await post(ann, `${pathOf(audit)}/opinion`, { ...scores, verdict: 'pass' });

    expect(empty.status).to.equal(422);
    expect(empty.text).to.include('<option value="partly" selected>');
    expect(said.status).to.equal(303);
    const opinion = await community.db('audit_opinions').where({ audit_id: audit }).first();
    expect(opinion).to.include({ correct: 'yes', clear: 'partly', safe: null });
  });

  it('offers to take an opinion back for thirty seconds, wherever the steward goes', async () => {
    const { audit, question } = await anAuditIn(community, topic);
    await post(ann, `${pathOf(audit)}/opinion`, { version: '1', verdict: 'pass' });
    const offered = (await community.visit(ann).get('/rewards')).text;

    community.itIsNow('2026-01-15T12:00:31Z');
    const late = (await community.visit(ann).get('/rewards')).text;
    const refused = await post(ann, `${pathOf(audit)}/undo`);
    community.itIsNow('2026-01-15T12:00:30Z');
    const undone = await post(ann, `${pathOf(audit)}/undo`);

    expect(offered).to.include(`Your opinion on “${question.title}” is kept.`);
    expect(offered)
      .to.include(`action="${pathOf(audit)}/undo"`)
      .and.include('data-key="u"');
    expect(late).to.not.include('/undo"');
    expect(refused.status).to.equal(409);
    expect(refused.text).to.include('It is too late to undo this');
    expect([undone.status, undone.headers.location]).to.deep.equal([303, pathOf(audit)]);
    expect(await look(audit)).to.include('name="verdict"');
  });

  it('offers it no longer once something has followed, and says what', async () => {
    const { audit } = await anAuditIn(community, topic);
    await post(ann, `${pathOf(audit)}/opinion`, { version: '1', verdict: 'pass' });
    await community.perform(moderator, (work) =>
      claimItem(work, { kind: 'audit', subject_id: audit }),
    );

    const { text } = await community.visit(ann).get('/steward/audits');
    const refused = await post(ann, `${pathOf(audit)}/undo`);

    expect(text).to.not.include('/undo"');
    expect(refused.status).to.equal(409);
    expect(refused.text).to.include('Our team has taken this one up since');
  });

  it('takes nothing back for somebody else', async () => {
    const { audit } = await anAuditIn(community, topic);
    await post(ann, `${pathOf(audit)}/opinion`, { version: '1', verdict: 'pass' });
    const ben = await aSteward(community.owner, [topic], { name: `ben-of-${topic.slug}` });
    const stranger = await aMember(community.owner);

    for (const somebody of [ben, stranger, moderator]) {
      expect((await post(somebody, `${pathOf(audit)}/undo`)).status).to.equal(404);
    }
    expect((await community.visit().post(`${pathOf(audit)}/undo`)).status).to.equal(401);
  });
});
