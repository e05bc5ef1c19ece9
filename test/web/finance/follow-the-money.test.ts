import { expect } from 'chai';

import { sealTransfers } from '#src/ledger/seal.ts';
import type { AcceptanceRow } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { aCommunity } from '#test/support/community.ts';
import { aFinancePerson, aMember } from '#test/support/make.ts';
import { anApprovedAdjustment } from '../../finance/adjusting.ts';
import { anAcceptedAnswer, decide, waitingAudit } from '../../finance/history.ts';

describe('From a total to what is behind it', () => {
  const community = aCommunity();
  let [jordan, tess] = [] as unknown as [MemberRow, MemberRow];
  let acceptance: AcceptanceRow;

  before(async () => {
    const { owner } = community;
    jordan = await aFinancePerson(owner, { name: 'Jordan' });
    tess = await aMember(owner, { name: 'Tess' });
    community.itIsNow('2026-01-20T12:00:00Z');
    acceptance = await anAcceptedAnswer(community, { author: tess, title: 'No signal in Leeds' });
    await decide(community, acceptance, 'pass');
    await sealTransfers(owner);
  });

  const get = (address: string, who = jordan) => community.visit(who).get(address);

  /** Clicks the first link in the main part that leads where it should, and counts it. */
  const follow = async (start: string, ...links: RegExp[]) => {
    let { text } = await get(start);
    let clicks = 0;
    for (const link of links) {
      const main = text.slice(text.indexOf('<main'));
      const hrefs = [...main.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href);
      const href = hrefs.find((one) => link.test(one)) ?? `nothing like ${String(link)}`;
      const answer = await get(href.replaceAll('&amp;', '&').replace(/#.*/, ''));
      expect(answer.status, href).to.equal(200);
      ({ text } = answer);
      clicks += 1;
    }
    return { text, clicks };
  };

  const TOTAL = /^\/finance\/ledger\?period=2026-01&amp;account=balances$/;
  const ENTRY = /^\/finance\/entries\/\d+$/;

  it('leads in three clicks to the question, and in three to the check', async () => {
    const question = await follow('/finance', TOTAL, ENTRY, /^\/q\/\d+\//);
    const audit = await follow('/finance', TOTAL, ENTRY, /^\/finance\/audits\/\d+$/);

    expect([question.clicks, audit.clicks]).to.deep.equal([3, 3]);
    expect(question.text).to.include('No signal in Leeds');
    expect(audit.text).to.include('passed this answer').and.include('“Looked at”');
  });

  it('shows of an entry both sides, its event, its rules and what it settles', async () => {
    const { text } = await follow('/finance', TOTAL, ENTRY);

    expect(text).to.include(`member:${String(tess.id)}:pending`);
    expect(text).to.include(`member:${String(tess.id)}:available`);
    expect(text).to.include('20 January 2026 at 12:00:00 GMT').and.include('journal:');
    expect(text)
      .to.include('Settles')
      .and.match(/Rules \d/);
  });

  it('shows who asked for an adjustment, who approved it, and why', async () => {
    const reason = 'Goodwill for the outage of Tuesday';
    await anApprovedAdjustment(community, tess, { reason });

    const { text } = await follow(
      '/finance/ledger?event=adjustment',
      /^\/finance\/entries\/t?\d+$/,
    );

    expect(text).to.include(reason).and.include('Asked for by').and.include('Approved by');
  });

  it('says what is late: in the ledger, on its own page and on the statement', async () => {
    community.itIsNow('2026-02-02T12:00:00Z');
    await community.visit(jordan).post('/finance/periods/2026-01/close');
    community.itIsNow('2026-01-31T12:00:00Z');
    const author = await aMember(community.owner);
    await anAcceptedAnswer(community, { author });
    const words = 'Booked in February 2026: January 2026 was already closing';

    const { text } = await follow('/finance/ledger', /^\/finance\/entries\/t?\d+$/);

    expect(text).to.include('This entry is late.').and.include(words);
    expect((await community.visit(jordan).get('/finance/ledger')).text).to.include(words);
    const { text: statement } = await community.visit(author).get('/wallet?month=2026-02');
    expect(statement).to.include(words);
    community.itIsNow('2026-02-02T12:00:00Z');
  });

  it('lets finance read a check and never decide one', async () => {
    const waits = await anAcceptedAnswer(community, { author: tess });
    const audit = await waitingAudit(community, waits);
    const id = String(audit?.id);

    const page = await get(`/finance/audits/${id}`);
    const verdicts = await Promise.all(
      [`/finance/audits/${id}`, `/finance/audits/${id}/verdict`, `/staff/audits/${id}/verdict`].map(
        (address) => community.visit(jordan).post(address).send('verdict=pass&version=1'),
      ),
    );

    expect(page.text.slice(page.text.indexOf('<main'))).to.not.include('<form');
    expect(verdicts.map(({ status }) => status)).to.deep.equal([404, 404, 404]);
    expect(await waitingAudit(community, waits)).to.deep.equal(audit);
  });

  it('hides of a check what was taken down', async () => {
    const { owner } = community;
    await owner('questions')
      .where({ id: acceptance.question_id })
      .update({ removed_at: community.now() });

    const audit = await owner('audits').where({ acceptance_id: acceptance.id }).first();
    const { text } = await get(`/finance/audits/${String(audit?.id)}`);

    expect(text).to.include('A question that was removed').and.not.include('No signal in Leeds');
    expect(text).to.include('its text is not shown');
    expect((await get('/finance/audits/999')).status).to.equal(404);
  });
});
