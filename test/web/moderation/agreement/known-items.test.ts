import { expect } from 'chai';

import { editAnswer } from '#src/forum/edit-answer.ts';
import type { MemberRow } from '#src/members/rows.ts';
import {
  confirmKnownItem,
  pickKnownItem,
} from '#src/moderation/agreement/known-items/pick-known-item.ts';
import type { KnownItemId } from '#src/moderation/rows.ts';
import { aCommunity } from '#test/support/community.ts';
import { aModerator } from '#test/support/make.ts';
import * as desk from '../../../moderation/desk.ts';

describe('A known item at the desk', () => {
  const community = aCommunity();
  let hannah: MemberRow;
  let marcus: MemberRow;
  let nadia: MemberRow;
  before(() =>
    community.owner('agreement_terms').insert({
      ...{ double_share: 0, known_every: 2, seed: 'a seed for tests', reason: 'A test' },
      changed_at: new Date('2026-01-01T00:00:00Z'),
    }),
  );
  beforeEach(async () => {
    community.itIsNow('2026-01-15T12:00:00Z');
    [hannah, marcus] = [await aModerator(community.owner), await aModerator(community.owner)];
    nadia = await aModerator(community.owner);
    const at = community.now();
    const settled = { state: 'settled', settled_at: at, claimed_by: null, claimed_until: null };
    await community
      .owner('queue_items')
      .where({ state: 'waiting' })
      .update(settled as never);
    const retired = { retired_by: hannah.id, retired_at: at };
    await community.owner('known_items').where({ retired_at: null }).update(retired);
  });
  const pageOf = (id: number) => `/staff/audits/${String(id)}`;
  const decide = (id: number, fields: Record<string, string>, by: MemberRow) =>
    community
      .visit(by)
      .post(`${pageOf(id)}/verdict`)
      .type('form')
      .send({ version: '1', ...fields });

  /** A decided audit that Hannah and Marcus agree on. */
  const aKnownItem = async () => {
    const audited = await desk.anAuditedAnswer(community);
    await community
      .visit(nadia)
      .post(`${pageOf(audited.audit)}/claim`)
      .type('form')
      .send({});
    const page = (await community.visit(nadia).get(pageOf(audited.audit))).text;
    await desk.deskOf(community, hannah).decide(audited.audit, desk.fail);
    const picked = { audit: audited.audit, verdict: 'fail', why: 'It costs £2.' } as const;
    await community.perform(hannah, (work) => pickKnownItem(work, picked));
    const item = await community.db('known_items').orderBy('id', 'desc').first('id');
    const id = item?.id as KnownItemId;
    await community.perform(marcus, (work) => confirmKnownItem(work, id));
    return { ...audited, page };
  };

  /** Decides ordinary items until the desk goes on to a known one. */
  const goOnToKnown = async (by: MemberRow): Promise<number> => {
    for (let round = 0; round < 12; round += 1) {
      await desk.anAuditedAnswer(community);
      const { audit } = await desk.anAuditedAnswer(community);
      const { headers } = await decide(audit, { verdict: 'pass' }, by);
      const id = Number(/audits\/(\d+)/.exec(headers.location ?? '')?.[1]);
      if (
        await community
          .db('known_showings')
          .where({ id: id as never })
          .first()
      )
        return id;
    }
    throw new Error('No known item was mixed in');
  };

  it('is drawn as it was before anybody judged it, but for its number', async () => {
    const { page, audit, answer, helper } = await aKnownItem();
    const edit = { answer: answer.id, body: 'Quite another text.', reason: '', version: 1 };
    await community.perform(helper, (work) => editAnswer(work, desk.markdown, edit));

    const id = await goOnToKnown(nadia);
    const { text } = await community.visit(nadia).get(pageOf(id));

    const plain = (html: string, number: number) =>
      sectionsOf(html).replaceAll(`/audits/${String(number)}`, '/audits/N');
    expect(plain(text, id)).to.equal(plain(page, audit));
    expect(text).not.to.match(/known|£2/i);
  });

  it('moves no money, and tells whoever judged it what two people agree on', async () => {
    const { answer } = await aKnownItem();
    const moved = await desk.movesOf(community, answer);
    const id = await goOnToKnown(nadia);
    await desk.anAuditedAnswer(community);

    const { status, headers } = await decide(id, { verdict: 'pass' }, nadia);
    const { text } = await community.visit(nadia).get(headers.location ?? '');

    expect(status).to.equal(303);
    expect(await desk.movesOf(community, answer)).to.deep.equal(moved);
    expect(text)
      .to.include('That was a known item')
      .and.to.include('Agreed: a fail; you said a pass');
    const { text: again } = await community.visit(nadia).get(pageOf(id));
    expect(again).to.include('It costs £2.').and.not.to.include('id="decide"');
  });

  it('waits for the person it is shown to, and for nobody else', async () => {
    await aKnownItem();
    const id = await goOnToKnown(nadia);

    const other = community.visit(marcus);
    expect((await other.get(pageOf(id))).status).to.equal(404);
    expect(
      (
        await other
          .post(`${pageOf(id)}/claim`)
          .type('form')
          .send({})
      ).status,
    ).to.equal(404);
    expect((await decide(id, { verdict: 'pass' }, marcus)).status).to.equal(404);
    expect((await other.get('/staff/audits')).text).not.to.include(`"${pageOf(id)}"`);
    expect((await community.visit(nadia).get('/staff/audits')).text).to.include(`${pageOf(id)}"`);
  });

  it('is shown once to a person, and never to those who agreed on it', async () => {
    await aKnownItem();
    const id = await goOnToKnown(nadia);
    await decide(id, { reason: 'wrong' }, nadia);

    for (const somebody of [nadia, hannah, marcus]) {
      let outcome = 'none';
      await goOnToKnown(somebody).then(
        () => (outcome = 'shown'),
        () => undefined,
      );
      expect(outcome).to.equal('none');
    }
    expect(await community.db('known_showings').where({ member_id: nadia.id })).to.have.length(1);
  }).timeout(60_000);

  it('is picked by one person and confirmed by another', async () => {
    const { audit } = await desk.anAuditedAnswer(community);
    await desk.deskOf(community, hannah).decide(audit, desk.pass);
    const post = (by: MemberRow, path: string, fields: Record<string, string> = {}) =>
      community.visit(by).post(path).type('form').send(fields);
    const pick = { audit: String(audit), verdict: 'pass', why: 'A clear and safe answer.' };

    expect((await post(hannah, '/staff/agreement/known', pick)).status).to.equal(303);
    const item = await community.db('known_items').orderBy('id', 'desc').first();
    const address = `/staff/agreement/known/${String(item?.id)}`;
    expect((await post(hannah, `${address}/confirmation`)).status).to.equal(403);
    expect((await post(marcus, `${address}/confirmation`)).status).to.equal(303);
    expect((await post(nadia, `${address}/confirmation`)).status).to.equal(409);
    expect((await post(nadia, `${address}/retirement`)).status).to.equal(303);
  });
});

/** The item, what the data says of it and the form: all but the list of what else waits. */
function sectionsOf(html: string): string {
  const article = /<section class="card">[\s\S]*<form[\s\S]*?id="decide"[\s\S]*?<\/form>/.exec(
    html,
  );
  expect(article, 'a form to decide with').to.not.equal(null);
  return (article?.[0] ?? '')
    .replace(/href="[^"]*" data-key="s"/, 'skip')
    .replace(/<\/p>\s+<\/div>/g, '</p></div>');
}
