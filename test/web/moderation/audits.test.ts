import { expect } from 'chai';

import { editAnswer } from '#src/forum/edit-answer.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { claimItem } from '#src/moderation/queue/claim-item.ts';
import { USUAL_KEYS } from '#src/moderation/queue/desk-settings.ts';
import type { AuditId } from '#src/moderation/rows.ts';
import { aCommunity } from '#test/support/community.ts';
import { aFinancePerson, aMember, aModerator } from '#test/support/make.ts';
import * as desk from '../../moderation/desk.ts';

describe('The audit desk', () => {
  const community = aCommunity();
  let hannah: MemberRow;
  let marcus: MemberRow;
  beforeEach(async () => {
    community.itIsNow('2026-01-15T12:00:00Z');
    await desk.clearQueue(community);
    hannah = await aModerator(community.owner);
    marcus = await aModerator(community.owner);
  });
  const pageOf = (id: AuditId) => `/staff/audits/${String(id)}`;
  const audited = () => desk.anAuditedAnswer(community);
  const post = (id: AuditId, what: string, fields: Record<string, string>, by = hannah) =>
    community
      .visit(by)
      .post(`${pageOf(id)}/${what}`)
      .type('form')
      .send(fields);
  const itemOf = (id: AuditId) =>
    community.db('queue_items').where({ kind: 'audit', subject_id: id }).first();
  const decide = (id: AuditId, fields: Record<string, string>, by = hannah) =>
    post(id, 'verdict', { version: '1', ...fields }, by);

  it('lists what waits, each with a link to its own address', async () => {
    const { audit, question } = await audited();

    const { status, text } = await community.visit(hannah).get('/staff/audits');

    expect(status).to.equal(200);
    expect(text)
      .to.include(`href="${pageOf(audit)}"`)
      .and.to.include(question.title);
    expect(text).to.include('first paid answers').and.to.include('1 waits for you');
  });

  it('says so when nothing waits', async () => {
    const { text } = await community.visit(hannah).get('/staff/audits');

    expect(text).to.include('All caught up').and.to.include('Nothing waits for a check.');
  });

  it('is for moderators: others find nothing there, and visitors sign in', async () => {
    const { audit } = await audited();
    const others = [await aMember(community.owner), await aFinancePerson(community.owner)];
    for (const address of ['/staff/audits', pageOf(audit)]) {
      for (const other of others) {
        expect((await community.visit(other).get(address)).status, address).to.equal(404);
      }
      const { status, headers } = await community.visit().get(address);
      expect([status, headers.location]).to.deep.equal([
        303,
        `/sign-in?next=${encodeURIComponent(address)}`,
      ]);
    }
    expect((await decide(audit, { verdict: 'pass' }, others[0])).status).to.equal(404);
  });

  it('shows the answer, what the data says of it, and where its reward is', async () => {
    const { audit, answer, helper } = await audited();

    const { text } = await community.visit(hannah).get(pageOf(audit));

    expect(text).to.include(answer.body).and.to.include(helper.name);
    expect(text).to.include('£0.50 is being held until this is decided.');
    expect(text).to.include('Not edited since it was accepted');
    expect(text).to.match(/class="act-btn go" name="verdict" value="pass"/);
  });

  it('shows word by word what was edited since, or the final text alone', async () => {
    const { audit, answer, helper } = await audited();
    await community.perform(helper, (work) =>
      editAnswer(work, desk.markdown, {
        ...{ answer: answer.id, body: `${answer.body} It is £2.`, reason: '', version: 1 },
      }),
    );

    const changes = await community.visit(hannah).get(pageOf(audit));
    const final = await community.visit(hannah).get(`${pageOf(audit)}?diff=0`);

    expect(changes.text).to.match(/<ins>\s*It is £2\.<\/ins>/);
    expect(changes.text).to.include('2 things to look at').and.to.not.include('act-btn go');
    expect(final.text).to.include('It is £2.').and.to.not.include('<ins>');
  });

  it('changes nothing when it is looked at', async () => {
    const { audit } = await audited();
    const before = await desk.theAudit(community, audit);

    await community.visit(hannah).get(pageOf(audit));

    expect(await desk.theAudit(community, audit)).to.deep.equal(before);
  });

  it('keeps an item for whoever claims it, and tells colleagues', async () => {
    const { audit } = await audited();

    const { status, headers } = await post(audit, 'claim', {});

    expect([status, headers.location]).to.deep.equal([303, pageOf(audit)]);
    const queue = await community.visit(marcus).get('/staff/audits');
    expect(queue.text).to.include('Colleagues are reading').and.to.include('0 wait for you');
    const item = await community.visit(marcus).get(pageOf(audit));
    expect(item.text).to.include(`${hannah.name} is reading this one until 12:05`);
    expect((await post(audit, 'claim', {}, marcus)).status).to.equal(409);
  });

  it('goes from a pass to the next item, says what it did and offers to undo it', async () => {
    const first = await audited();
    const second = await audited();

    const { status, headers } = await decide(first.audit, { verdict: 'pass' });

    expect([status, headers.location]).to.deep.equal([303, pageOf(second.audit)]);
    expect(await itemOf(second.audit)).to.include({ claimed_by: hannah.id });
    const { text } = await community.visit(hannah).get(pageOf(second.audit));
    expect(text).to.include(`Passed “${first.question.title}”. £0.50 released.`);
    expect(text).to.include(`action="${pageOf(first.audit)}/undo"`);
    expect(text).to.include('Today: Passed 1 · Fixed 0 · Failed 0');
  });

  it('goes on past what a colleague reads, and to the queue after the last', async () => {
    const [first, second, third] = [await audited(), await audited(), await audited()];
    await community.perform(marcus, (work) =>
      claimItem(work, { kind: 'audit', subject_id: second.audit }),
    );

    const afterFirst = await decide(first.audit, { verdict: 'pass' });
    const afterThird = await decide(third.audit, { verdict: 'pass' });

    expect(afterFirst.headers.location).to.equal(pageOf(third.audit));
    expect(afterThird.headers.location).to.equal('/staff/audits');
  });

  it('undoes for thirty seconds, and offers it no longer', async () => {
    const { audit, helper } = await audited();
    await decide(audit, { verdict: 'fail', reason: 'wrong' });

    community.itIsNow('2026-01-15T12:00:31Z');
    const late = await post(audit, 'undo', {});
    expect(late.status).to.equal(409);
    expect(late.text).to.include('It is too late to undo this').and.to.not.include('/undo"');

    community.itIsNow('2026-01-15T12:00:30Z');
    const { headers } = await post(audit, 'undo', {});
    expect(headers.location).to.equal(pageOf(audit));
    expect(await desk.holdingsOf(community, helper)).to.include({ pending: 50n });
  });

  it('mends the text with a fix', async () => {
    const { audit, answer } = await audited();

    await decide(audit, { verdict: 'fix', body: 'It is £2.50.\r\nAsk in a shop.', note: 'Price.' });

    const mended = await community.db('answers').where({ id: answer.id }).first('body');
    expect(mended?.body).to.equal('It is £2.50.\nAsk in a shop.');
  });

  it('takes a reason alone for a fail, because a button sends one field', async () => {
    const { audit, helper } = await audited();

    const { status } = await decide(audit, { reason: 'copied' });

    expect(status).to.equal(303);
    expect(await desk.holdingsOf(community, helper)).to.include({ pending: 0n });
    const { text } = await community.visit(hannah).get('/staff/audits');
    expect(text).to.include('£0.50 not paid.');
  });

  it('draws the form again with what was typed when the decision makes no sense', async () => {
    const { audit, answer } = await audited();
    const note = 'Please mention the zone <b>';
    const senseless: [Record<string, string>, string][] = [
      [{}, 'Choose pass, fix or fail.'],
      [{ verdict: 'fail' }, 'Say why the answer fails.'],
      [{ verdict: 'fix', body: ' ' }, 'Write what the answer should say.'],
      [{ verdict: 'fix', body: answer.body }, 'Change what needs mending'],
      [{ verdict: 'maybe' }, 'Choose pass, fix or fail.'],
      [{ verdict: 'pass', version: 'x' }, 'we can’t tell which version you read'],
    ];

    for (const [fields, complaint] of senseless) {
      const { status, text } = await decide(audit, { ...fields, note });
      expect(status, complaint).to.equal(422);
      expect(text).to.include(complaint).and.to.include('Please mention the zone &lt;b&gt;');
      expect(text).to.include('<title>Error: ');
    }
    expect(await desk.theAudit(community, audit)).to.include({ state: 'waiting' });
  });

  it('shows what changed when the answer was edited meanwhile, and keeps what was typed', async () => {
    const { audit, answer, helper } = await audited();
    await community.perform(helper, (work) =>
      editAnswer(work, desk.markdown, {
        ...{ answer: answer.id, body: `${answer.body} Or twice.`, reason: '', version: 1 },
      }),
    );

    const { status, text } = await decide(audit, { verdict: 'pass', note: 'Short and sweet' });

    expect(status).to.equal(409);
    expect(text).to.include(`${helper.name} edited this while you were reading.`);
    expect(text).to.match(/<ins>\s*Or twice\.<\/ins>/);
    expect(text).to.include('name="version" value="2"').and.to.include('Short and sweet');
    expect((await decide(audit, { verdict: 'pass', version: '2' })).status).to.equal(303);
  });

  it('says who has decided meanwhile, and gives back the note', async () => {
    const { audit } = await audited();
    await decide(audit, { verdict: 'fail', reason: 'wrong' }, marcus);

    const { status, text } = await decide(audit, { verdict: 'pass', note: 'I like this one' });

    expect(status).to.equal(409);
    expect(text).to.include(`${marcus.name} has already failed this answer.`);
    expect(text).to.include('I like this one').and.to.not.include('id="decide"');
  });

  it('lets nobody decide on a thread they take part in', async () => {
    const { audit } = await audited();
    const { acceptance_id: id } = await desk.theAudit(community, audit);
    await community.owner('acceptances').where({ id }).update({ asker_id: hannah.id });

    const { text } = await community.visit(hannah).get(pageOf(audit));
    const { status } = await decide(audit, { verdict: 'pass' });

    expect(text).to.include('so a colleague decides').and.to.not.include('id="decide"');
    expect(status).to.equal(403);
  });

  it('takes a call for an audit from a thread', async () => {
    const { answer, audit } = await audited();
    await decide(audit, { verdict: 'pass' });
    const call = (id: string) =>
      community.visit(marcus).post('/staff/audits').type('form').send({ answer: id });

    const { status, headers } = await call(String(answer.id));

    expect(status).to.equal(303);
    const { text } = await community.visit(marcus).get(String(headers.location));
    expect(text).to.include('called by a moderator');
    expect(text).to.include('£0.50 has already been released: failing takes it back.');
    expect(text).to.include(`${hannah.name} passed this answer`);
    expect((await call(String(answer.id))).status).to.equal(409);
    expect((await call('99999999999')).status).to.equal(404);
  });

  it('tells a moderator on every page how many wait', async () => {
    await audited();
    await audited();

    const { text } = await community.visit(hannah).get('/rewards');

    expect(text).to.match(/Audits <span class="count hot">2<\/span>/);
  });

  it('hides the author’s name everywhere at the desk of whoever wants it so', async () => {
    const { audit, helper, answer } = await audited();
    await community.perform(helper, (work) =>
      editAnswer(work, desk.markdown, {
        ...{ answer: answer.id, body: `${answer.body} Or twice.`, reason: '', version: 1 },
      }),
    );
    const browser = community.visit(hannah);
    const open = await browser.get(pageOf(audit));

    const hidden = await browser
      .post('/settings/keyboard/blind')
      .type('form')
      .send({ on: '1', next: pageOf(audit) });

    expect(hidden.headers.location).to.equal(pageOf(audit));
    const late = await decide(audit, { verdict: 'pass' });
    expect(late.status).to.equal(409);
    const pages = [
      ...[await browser.get(pageOf(audit)), await browser.get(`${pageOf(audit)}?diff=0`), late],
      await browser.get('/staff/audits'),
    ];
    expect(open.text).to.include(helper.name).and.to.include('none checked yet');
    for (const { text } of pages) {
      expect(text).to.not.include(helper.name).and.to.not.include('none checked yet');
    }
    expect(pages[0]?.text).to.include('Show names').and.to.include('Note to the author');
    await decide(audit, { verdict: 'pass', version: '2' });
    expect((await browser.get('/staff/audits')).text).to.not.include(helper.name);
    expect((await community.visit(marcus).get(pageOf(audit))).text).to.include(helper.name);
  });

  it('has the keys that somebody chose, or none', async () => {
    const { audit } = await audited();
    const usual = Object.fromEntries(
      Object.entries(USUAL_KEYS).map(([action, key]) => [`key-${action}`, key]),
    );
    const browser = community.visit(hannah);
    const choose = (fields: object) =>
      browser
        .post('/settings/keyboard')
        .type('form')
        .send({ shortcuts: 'on', ...usual, ...fields });

    const twice = await choose({ 'key-pass': 'f' });
    const digit = await choose({ 'key-pass': '1' });
    const missing = await browser.post('/settings/keyboard').type('form').send({ shortcuts: 'on' });
    const chosen = await choose({ 'key-pass': 'X' });
    const page = (await browser.get(pageOf(audit))).text;
    await choose({ shortcuts: 'off', 'key-pass': 'x' });
    const off = (await browser.get(pageOf(audit))).text;

    expect([twice.status, digit.status, missing.status]).to.deep.equal([422, 422, 422]);
    expect(twice.text).to.include('Another action has this key.');
    expect(chosen.status).to.equal(303);
    expect(page).to.match(/value="pass" data-key="x"><kbd>x<\/kbd>/);
    expect(page).to.include('data-key="f"');
    expect(off).to.not.match(/data-key="[a-z?]"/);
    const other = (await community.visit(marcus).get(pageOf(audit))).text;
    expect(other).to.include('value="pass" data-key="a"');
    const member = community.visit(await aMember(community.owner));
    expect((await member.get('/settings/keyboard')).status).to.equal(404);
  });

  it('leaves it to a colleague who is asked, for whom it comes first', async () => {
    const [first, second] = [await audited(), await audited()];
    const ask = (fields: Record<string, string>) => post(first.audit, 'request', fields);

    const empty = await ask({ ask_note: ' ', ask_of: '' });
    const stranger = await ask({ ask_note: 'Is it so?', ask_of: first.helper.name });
    const { headers } = await ask({ ask_note: 'Is it so on a tablet?', ask_of: marcus.name });

    expect([empty.status, stranger.status]).to.deep.equal([422, 422]);
    expect(stranger.text).to.include('Choose a colleague').and.include('Is it so?');
    expect(headers.location).to.equal(pageOf(second.audit));
    expect((await community.visit(hannah).get('/staff/audits')).text).to.not.include(
      `href="${pageOf(first.audit)}"`,
    );
    const theirs = (await community.visit(marcus).get('/staff/audits')).text;
    expect(theirs).to.include('Asked of you');
    expect(theirs.indexOf(pageOf(first.audit))).to.be.below(theirs.indexOf(pageOf(second.audit)));
    const page = (await community.visit(marcus).get(pageOf(first.audit))).text;
    expect(page).to.include(`${hannah.name} asks ${marcus.name}:`).and.include('on a tablet?');
    expect((await decide(first.audit, { verdict: 'pass' }, hannah)).status).to.equal(303);
  });

  it('sends a canned note with its variables where the note is empty', async () => {
    const [first, second] = [await audited(), await audited()];
    const browser = community.visit(hannah);
    const save = (fields: object) =>
      browser
        .post('/staff/canned-notes')
        .type('form')
        .send({ id: '', ...fields });

    const wrong = await save({ title: 'Hello', body: 'Hello {name}' });
    const saved = await save({ title: 'Hello', body: 'Hello {author}, ring {support_number}.' });
    const twin = await save({ title: 'hello', body: 'Again' });
    const note = await community.db('canned_texts').where({ dropped_at: null }).first();
    const canned = String(note?.id);
    const page = (await browser.get(pageOf(first.audit))).text;
    await decide(first.audit, { verdict: 'pass', note: '', canned });
    await decide(second.audit, { verdict: 'pass', note: 'My own', canned });
    await browser.post(`/staff/canned-notes/${canned}/drop`);

    expect([wrong.status, saved.status, twin.status]).to.deep.equal([422, 303, 422]);
    expect(wrong.text).to.include('{name} stands for nothing here.');
    expect(page).to.include(`<option value="${canned}">Hello</option>`);
    const sent = await community.db('verdicts').orderBy('id', 'desc').limit(2);
    expect(sent.map((verdict) => verdict.note)).to.deep.equal([
      ...['My own', `Hello ${first.helper.name}, ring 4444.`],
    ]);
    expect((await browser.get('/staff/canned-notes')).text).to.not.include('Hello {author}');
  });

  it('says in short at the top of the question what it comes to, without what is personal', async () => {
    const { audit, question } = await audited();
    const set = (summary: string) => post(audit, 'summary', { summary });
    const path = `/q/${String(question.id)}/${question.slug}`;

    const long = await set('x'.repeat(281));
    const saved = await set('Restart it. <b>Or</b> ring 07700 900412.');
    const page = (await community.visit().get(path)).text;
    const open = (await community.visit(hannah).get(pageOf(audit))).text;
    await set('');
    const after = (await community.visit().get(path)).text;

    expect([long.status, saved.status]).to.deep.equal([422, 303]);
    expect(page).to.include('In short').and.include('Restart it.').and.not.include('900412');
    expect(page).to.include(`${hannah.name} from Goodline`).and.not.include('<b>Or</b>');
    expect(page.indexOf('In short')).to.be.below(page.indexOf('aria-label="Question"'));
    expect(open).to.include('Restart it.').and.include('data-key="i"');
    expect(after).to.not.include('In short');
  });
});
