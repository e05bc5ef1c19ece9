import { expect } from 'chai';

import type { AcceptanceRow } from '#src/forum/rows.ts';
import { readRoot, type Proof } from '#src/ledger/proof.ts';
import { sealTransfers } from '#src/ledger/seal.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { aCommunity } from '#test/support/community.ts';
import { aFinancePerson, aMember } from '#test/support/make.ts';
import { anAcceptedAnswer, decide } from '../../finance/history.ts';

describe('The pages of finance', () => {
  const community = aCommunity();
  let [jordan, sam] = [] as unknown as [MemberRow, MemberRow];
  let acceptance: AcceptanceRow;

  before(async () => {
    const { owner } = community;
    jordan = await aFinancePerson(owner, { name: 'Jordan' });
    sam = await aFinancePerson(owner, { name: 'Sasha' });
    const author = await aMember(owner, { name: 'Tess' });
    community.itIsNow('2026-01-20T12:00:00Z');
    acceptance = await anAcceptedAnswer(community, { author, title: 'No signal in <b>Leeds</b>' });
    await anAcceptedAnswer(community, { author });
    await decide(community, acceptance, 'pass');
    await sealTransfers(owner);
  });

  const textOf = async (address: string, who = jordan) => {
    const { status, text } = await community.visit(who).get(address);
    expect(status, address).to.equal(200);
    return text;
  };

  it('show where the money is', async () => {
    const text = await textOf('/finance');

    expect(text).to.include('Books balance.').and.include('£1.00 = £1.00');
    expect(text).to.match(/Owed to members<\/dt><dd class="v">£0\.50/);
    expect(text).to.match(/Being checked<\/dt><dd class="v">£0\.50/);
    expect(text).to.match(/Reward cost this month<\/dt><dd class="v">£1\.00/);
    expect(text).to.include('See these numbers as a table');
  });

  it('lead from the ledger to the answer and its check in three clicks', async () => {
    const ledger = await textOf('/finance/ledger');
    const entry = /href="(\/finance\/entries\/\d+)"/.exec(ledger)?.[1] ?? '';

    const text = await textOf(entry);

    const { question_id, answer_id } = acceptance;
    expect(text).to.match(
      new RegExp(`href="/q/${String(question_id)}/[^"]+#a-${String(answer_id)}"`),
    );
    expect(text).to.include('No signal in &lt;b&gt;Leeds&lt;/b&gt;');
    expect(text).to.include('passed it').and.include('“Looked at”');
    expect(text).to.include('Settles');
  });

  it('keep the filters that were chosen', async () => {
    const text = await textOf('/finance/ledger?period=2026-01&account=checking&event=&q=tess');

    expect(text).to.include('<option value="2026-01" selected>');
    expect(text).to.include('<option value="checking" selected>');
    expect(text).to.include('value="tess"');
    expect(await textOf('/finance/ledger?q=nobody')).to.include('No entries');
  });

  it('say why a month cannot be closed yet', async () => {
    const text = await textOf('/finance/close/2026-01');

    expect(text).to.include(
      'It can be closed from 1 Feb 2026, 01:00: an hour after the month’s end.',
    );
    expect(text).to.match(/<button[^>]* disabled aria-describedby="why"/);
  });

  it('prove an entry to whoever has the checkpoint', async () => {
    const page = await textOf('/finance/entries/1');
    const { headers, text } = await community
      .visit(jordan)
      .get('/finance/entries/1/proof.json')
      .expect(200);

    const proof = JSON.parse(text) as Proof;
    expect(page).to.include('In block 1').and.include(proof.leaf);
    expect(page).to.match(/href="\/assets\/check-ledger\.[0-9a-f]{8}\.mjs" download/);
    expect(headers['content-disposition']).to.equal('attachment; filename=entry-1.proof.json');
    expect(proof).to.include({ entry: 1, index: 0, root: await readRoot(community.db, 3n) });
  });

  it('close a month by two people', async () => {
    community.itIsNow('2026-02-01T09:00:00Z');
    const asked = await community
      .visit(jordan)
      .post('/finance/periods/2026-01/close')
      .send('note=As+agreed+<b>on+Monday</b>.');
    expect(asked.status).to.equal(303);
    expect(asked.headers.location).to.equal('/finance/close/2026-01');
    const waiting = await textOf('/finance/close/2026-01');
    expect(waiting).to.include('You asked, so somebody else in finance approves.');
    expect(waiting)
      .to.include('As agreed &lt;b&gt;on Monday&lt;/b&gt;.')
      .and.include('Take it back');
    expect(waiting).to.include('The books have not been verified yet: the close does it first.');
    const approvals = await textOf('/finance/approvals', sam);
    expect(approvals).to.include('<a href="/finance/close/2026-01">Close January 2026</a>');

    const own = await community.visit(jordan).post('/finance/periods/2026-01/approval');
    expect(own.status).to.equal(403);

    const approved = await community.visit(sam).post('/finance/periods/2026-01/approval');
    expect(approved.status).to.equal(303);
    const closed = await textOf('/finance/close/2026-01');
    expect(closed).to.include('Jordan asked to close it').and.include('Sasha approved it');
    expect(await textOf('/finance/close')).to.include('Closed');
  });

  it('send a request back', async () => {
    community.itIsNow('2026-02-10T09:00:00Z');
    await anAcceptedAnswer(community);
    community.itIsNow('2026-03-02T09:00:00Z');
    await community.visit(jordan).post('/finance/periods/2026-02/close');

    const answer = await community
      .visit(sam)
      .post('/finance/periods/2026-02/approval')
      .send('decision=send-back');

    expect(answer.status).to.equal(303);
    expect(await textOf('/finance/close/2026-02')).to.include('Close February 2026</button>');
  });
});
