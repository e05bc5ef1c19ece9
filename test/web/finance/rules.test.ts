import { expect } from 'chai';

import type { MemberRow } from '#src/members/rows.ts';
import { fundWaitingRewards } from '#src/rewards/fund-waiting-rewards.ts';
import { aCommunity } from '#test/support/community.ts';
import { aFinancePerson, aMember, aModerator } from '#test/support/make.ts';
import { anAcceptedAnswer, lastAudit, lastReward, publishRules } from '#test/support/rewarding.ts';

const FORM = {
  ...{ accepted_answer: '0.60', steps: '2 50\r\n3: 25%', hold_days: '5', pair_limit: '2' },
  ...{ pair_days: '30', monthly_cap: '25.00', daily_cap: '', monthly_budget: '900.00' },
  ...{ payout_minimum: '1.00', expire_after_months: '', notes: 'For finance’s eyes' },
  ...{ newcomer_share: '100', helper_share: '50', guide_share: '10', steward_share: '5' },
};

describe('The rules of rewards, to finance', () => {
  const community = aCommunity();
  let jordan: MemberRow;
  let sam: MemberRow;
  let ann: MemberRow;
  let draft = '';

  before(async () => {
    jordan = await aFinancePerson(community.owner, { name: 'Jordan' });
    sam = await aFinancePerson(community.owner, { name: 'Sasha' });
    community.itIsNow('2026-01-10T12:00:00Z');
    ann = await aMember(community.owner, { name: '-Ann' });
    for (let count = 0; count < 3; count += 1) {
      await anAcceptedAnswer(community, { helper: ann });
    }
    community.itIsNow('2026-02-01T12:00:00Z');
  });

  const post = (who: MemberRow, address: string, fields: Record<string, string>) =>
    community.visit(who).post(address).type('form').send(fields);
  const read = async (address: string, who?: MemberRow) =>
    (await community.visit(who).get(address)).text;

  it('are drafted from those in force, and mistakes are said at their fields', async () => {
    const form = await read('/finance/rules/new', jordan);
    expect(form).to.match(/name="accepted_answer" value="0\.50"/);

    const refused = await post(jordan, '/finance/rules', {
      ...FORM,
      ...{ accepted_answer: 'much', steps: 'often', pair_limit: '-1', daily_cap: '£', notes: '' },
    });
    const senseless = await post(jordan, '/finance/rules', { ...FORM, monthly_cap: '0.10' });
    const drafted = await post(jordan, '/finance/rules', FORM);

    expect(refused.status).to.equal(422);
    for (const field of ['accepted_answer', 'steps', 'pair_limit', 'daily_cap']) {
      expect(refused.text).to.include(`href="#${field}"`);
    }
    expect(refused.text).to.include('value="much"');
    expect(senseless.status).to.equal(422);
    expect(senseless.text).to.include('A month pays a member at least one accepted answer.');
    expect(drafted.status).to.equal(303);
    draft = drafted.headers['location'] as string;
    expect(await read(draft, jordan)).to.include('50% of it from reward 2 on, then 25%');
  });

  it('are changed as long as they are a draft', async () => {
    const saved = await post(sam, `${draft}/edit`, { ...FORM, hold_days: '4' });

    expect(saved.status).to.equal(303);
    expect(await read(draft, jordan)).to.include('or 4 days if it has none');
    expect((await community.visit(jordan).get('/finance/rules/1/edit')).status).to.equal(409);
  });

  it('are tried on the past, with a report and a file of every member', async () => {
    expect(await read(draft, jordan)).to.not.include('name="effective_from"');
    const wrong = await post(jordan, `${draft}/shadow`, { from: '2026-13', to: '2026-02-30' });
    expect(wrong.status).to.equal(422);
    expect(wrong.text).to.include('href="#shadow-from"').and.include('href="#shadow-to"');

    const tried = await post(jordan, `${draft}/shadow`, { from: '2026-01', to: '2026-01' });
    expect(tried.status).to.equal(303);
    const report = await read(draft, jordan);
    const { text, headers } = await community.visit(jordan).get(`${draft}/shadow.csv`);
    const manifest = JSON.parse(await read(`${draft}/shadow.csv.manifest.json`, jordan)) as object;

    // 0.60, 0.30 and 0.15 instead of three times 0.50.
    expect(report).to.include('Over January 2026 these rules would have paid £0.45 less');
    expect(report).to.include('0 members would have earned more, 1 less');
    expect(report).to.include('−£0.45');
    expect(headers).to.have.property('content-digest');
    expect(text.split('\r\n')).to.deep.equal([
      'member,name,paid,would_pay,difference,currency',
      `${String(ann.id)},'-Ann,1.50,1.05,-0.45,GBP`,
      '',
    ]);
    expect(manifest).to.include({ rows: 1, paid: '1.50', would_pay: '1.05' });
  });

  it('are proposed by one, at least thirty days ahead', async () => {
    const words = { reason: 'Fewer, better answers', evidence: 'Ticket 9' };
    const late = { effective_from: '2026-03-03', ...words };

    const refused = await post(jordan, `${draft}/proposal`, late);
    const wordless = await post(jordan, `${draft}/proposal`, { effective_from: 'soon' });
    const proposed = await post(jordan, `${draft}/proposal`, {
      ...{ ...words, effective_from: '2026-04-01' },
    });

    expect(refused.status).to.equal(422);
    expect(refused.text).to.include('the earliest date is 2026-03-04');
    expect(wordless.text).to.include('href="#proposal-effective_from"').and.include('Say why');
    expect(proposed.status).to.equal(303);
    expect(await read(draft, jordan)).to.include('You proposed it, so somebody else');
    expect(await read('/finance/approvals', sam)).to.include(`href="${draft}"`);
    expect((await post(jordan, `${draft}/approval`, {})).status).to.equal(403);
  });

  it('are published by another, and everybody reads what changes', async () => {
    const approved = await post(sam, `${draft}/approval`, { decision: 'approve', note: '' });

    expect(approved.status).to.equal(303);
    const all = await read('/finance/rules', jordan);
    expect(all).to.include('Rules 2').and.include('Takes effect later');
    expect(all).to.include('Jordan proposed it').and.include('Sasha approved it');
    const page = await community.visit().get('/rewards');
    expect(page.text).to.include('Rules 1, in force from the beginning');
    expect(page.text).to.include('Rules 2, from 1 April 2026');
    expect(page.text).to.match(/An accepted answer<\/th>.*£0\.50.*£0\.60/);
    expect(page.text).to.include('Over January 2026 these rules would have paid £0.45 less');
    expect(page.text).to.not.include('£900').and.not.include('finance’s eyes');
    expect(page.text).to.not.include('Ann').and.not.include('Jordan');

    community.itIsNow('2026-03-31T23:00:00Z');
    const later = await read('/rewards');
    expect(later).to.include('Rules 2, in force since 1 April 2026').and.not.include('Rules 3');
  });

  it('are not there for anybody else', async () => {
    for (const other of [await aMember(community.owner), await aModerator(community.owner)]) {
      expect((await community.visit(other).get(draft)).status).to.equal(404);
      expect((await post(other, `${draft}/approval`, {})).status).to.equal(404);
    }
  });
});

describe('A budget that is used up', () => {
  const community = aCommunity();
  let jordan: MemberRow;
  let sam: MemberRow;
  let waiting: Awaited<ReturnType<typeof anAcceptedAnswer>>;

  before(async () => {
    [jordan, sam] = [await aFinancePerson(community.owner), await aFinancePerson(community.owner)];
    await publishRules(community.owner, {
      ...{ effective_from: new Date('2026-01-01Z'), monthly_budget_minor: 12_345n },
      ...{ accepted_answer_minor: 6_200n, monthly_cap_minor: 20_000n },
    });
    await anAcceptedAnswer(community);
    waiting = await anAcceptedAnswer(community);
  });

  const post = (who: MemberRow, address: string, fields: Record<string, string>) =>
    community.visit(who).post(address).type('form').send(fields);
  const read = async (address: string, who?: MemberRow) =>
    (await community.visit(who).get(address)).text;

  it('is said on finance’s dashboard, with what waits', async () => {
    const page = await read('/finance', jordan);

    expect(page).to.include('January 2026’s reward budget is used up');
    expect(page).to.include('1 reward of £62.00');
  });

  it('is told to the member, without its amount', async () => {
    const wallet = await read('/wallet', waiting.helper);

    expect(wallet).to.include('£62.00 more is waiting').and.include('Waiting</span>');
    expect(wallet).to.include('It is paid from 1 February').and.include('Rules 2');
    for (const address of ['/wallet', '/rewards', `/q/${String(waiting.question.id)}/x`]) {
      expect(await read(address, waiting.helper)).to.not.include('123.45');
    }
  });

  it('is told to moderators as a state, without totals', async () => {
    const moderator = await aModerator(community.owner);
    const { id } = await lastAudit(community.db, waiting.answer);

    const desk = await read(`/staff/audits/${String(id)}`, moderator);

    expect(desk).to.include('£62.00 waits for budget').and.not.include('123.45');
  });

  it('is raised by two, and what waited is paid', async () => {
    const fields = { month: '2026-01', reason: 'An outage brought many', evidence: 'Incident 12' };
    const refused = await post(jordan, '/finance/rules/budget', { ...fields, amount: 'lots' });
    expect(refused.status).to.equal(422);
    expect(refused.text).to.include('href="#raise-amount"');

    const asked = await post(jordan, '/finance/rules/budget', { ...fields, amount: '' });
    expect(asked.status).to.equal(303);
    const { id } = (await community.db('budget_raises').first()) ?? {};
    const address = `/finance/rules/budget/${String(id)}/approval`;
    expect((await post(jordan, address, { decision: 'approve' })).status).to.equal(403);
    expect(await read('/finance/approvals', sam)).to.include('All that waits more for January');
    expect((await post(sam, address, { decision: 'approve' })).status).to.equal(303);
    await fundWaitingRewards(community.db, community.perform);

    expect((await lastReward(community.db, waiting.answer)).state).to.equal('held');
    const page = await read('/finance/rules/budget?month=2026-01', jordan);
    expect(page).to.include('£0.55').and.include('Approved');
  });
});
