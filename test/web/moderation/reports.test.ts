import { expect } from 'chai';

import type { AnswerRow } from '#src/forum/rows.ts';
import { createPasswords } from '#src/members/passwords.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { removePost } from '#src/moderation/posts/remove-post.ts';
import { reportPost } from '#src/moderation/reports/report-post.ts';
import type { ReportRef } from '#src/moderation/reports/subject.ts';
import { aCommunity, secrets } from '#test/support/community.ts';
import {
  aFinancePerson,
  aMember,
  aModerator,
  anAdmin,
  anAnsweredQuestion,
} from '#test/support/make.ts';

const password = 'three blue garden gnomes';
const passwords = createPasswords({ pepper: secrets.PASSWORD_PEPPER, cost: 4 });

describe('The pages of reports', () => {
  const community = aCommunity();
  let hannah: MemberRow;
  let reporter: MemberRow;
  let asker: MemberRow;
  let helper: MemberRow;
  let answer: AnswerRow;
  before(async () => {
    hannah = await aModerator(community.owner, { name: 'Hannah' });
  });
  beforeEach(async () => {
    reporter = await aMember(community.owner);
    ({ asker, helper, answer } = await anAnsweredQuestion(community.owner));
  });

  const get = (who: MemberRow | undefined, path: string) => community.visit(who).get(path);
  const post = (who: MemberRow | undefined, path: string, fields: object = {}) =>
    community.visit(who).post(path).type('form').send(fields);
  const formOf = ({ id }: Pick<AnswerRow, 'id'>) => `/report/a/${String(id)}`;
  const rude = { ground: 'rude', note: 'Not nice at all.' };
  const caseAbout = async (ref: ReportRef = { answer: answer.id }, by = reporter) => {
    const { id } = await community.perform(by, (work) =>
      reportPost(work, ref, { ground: 'rude', note: '' }),
    );
    return `/staff/reports/${String(id)}`;
  };

  /** What was chosen before stands out among the buttons. */
  const CHOSEN = /class="btn primary" name="ground" value="rude"/;

  it('want to know what is wrong, and keep the note', async () => {
    const { status, text } = await post(reporter, formOf(answer), { note: rude.note });

    expect(status).to.equal(422);
    expect(text).to.include('Say what is wrong with it.').and.include(rude.note);
    expect((await post(reporter, formOf(answer), { ...rude, ground: 'ugly' })).status).to.equal(
      422,
    );
    const long = await post(reporter, formOf(answer), { ...rude, note: 'x'.repeat(1_001) });
    expect(long.status).to.equal(422);
    expect(long.text).to.match(CHOSEN).and.include('it can have 1,000');
    expect(await community.db('reports').where({ reporter_id: reporter.id })).to.deep.equal([]);
  });

  it('refuse one’s own, what is not there, what is gone, and a second time', async () => {
    const statuses = async (who: MemberRow, path: string) => [
      (await get(who, path)).status,
      (await post(who, path, rude)).status,
    ];

    expect(await statuses(helper, formOf(answer))).to.deep.equal([403, 403]);
    expect(await statuses(reporter, `/report/u/${String(reporter.id)}`)).to.deep.equal([403, 403]);
    for (const path of ['/report/a/999999', '/report/x/1', '/report/u/999999', '/report/c/1e3']) {
      expect(await statuses(reporter, path), path).to.deep.equal([404, 404]);
    }
    expect((await post(reporter, formOf(answer), rude)).status).to.equal(303);
    expect((await post(reporter, formOf(answer), rude)).status).to.equal(409);
    await community.perform(hannah, (work) =>
      removePost(work, { answer: answer.id }, { reason: 'rude', note: '' }),
    );
    expect(await statuses(await aMember(community.owner), formOf(answer))).to.deep.equal([
      410, 410,
    ]);
  });

  it('keep what a signed-out reporter typed until they have signed in', async () => {
    const member = await aMember(community.owner, {
      password_hash: await passwords.hash(password),
    });
    const browser = community.visit();
    const path = formOf(answer);

    const asked = await browser
      .post(path)
      .set('referer', `http://goodline.test${path}`)
      .set('host', 'goodline.test')
      .type('form')
      .send(rude);
    const signedIn = await browser
      .post('/sign-in')
      .type('form')
      .send({ email: member.email, password, next: path });

    expect(asked.status).to.equal(401);
    expect(asked.text).to.include('Your text is safe').and.include(`name="next" value="${path}"`);
    expect([signedIn.status, signedIn.headers.location]).to.deep.equal([303, path]);
    const { text } = await browser.get(path);
    expect(text).to.match(CHOSEN).and.include(rude.note);
    expect((await browser.post(path).type('form').send(rude)).status).to.equal(303);
    const [report] = await community.db('reports').where({ reporter_id: member.id });
    expect(report).to.include(rude);
  });

  it('are for moderators alone', async () => {
    const path = await caseAbout();
    const others = [
      await aFinancePerson(community.owner),
      await anAdmin(community.owner),
      reporter,
    ];

    for (const who of others) {
      for (const address of ['/staff/reports', path]) {
        expect((await get(who, address)).status, who.role).to.equal(404);
      }
      expect((await post(who, `${path}/decision`, { decision: 'dismiss' })).status).to.equal(404);
    }
    expect((await get(undefined, path)).status).to.equal(303);
    expect((await post(undefined, `${path}/decision`, {})).status).to.equal(401);
    expect((await get(hannah, '/staff/reports/999999')).status).to.equal(404);
    const none = await post(hannah, '/staff/reports/999999/decision', { decision: 'dismiss' });
    expect(none.status).to.equal(404);
  });

  it('say at the field what a decision lacks, and keep what was typed', async () => {
    const path = await caseAbout();
    const refused = async (fields: object, error: string) => {
      const { status, text } = await post(hannah, `${path}/decision`, {
        ...{ note: 'My long note.', ...fields },
      });
      expect([status, text.includes(error)]).to.deep.equal([422, true]);
      expect(text).to.include('My long note.');
      return text;
    };

    await refused({}, 'Say what is to be done.');
    expect(await refused({ decision: 'remove' }, 'Say why it goes.')).to.match(
      /value="remove" checked/,
    );
    await refused({ decision: 'remove', reason: 'ugly' }, 'Say why it goes.');
    await refused({ decision: 'warn' }, 'Say what the warning is about.');
    await refused({ decision: 'warn', warning: 'no-such-text' }, 'Say why.');
    const profile = await caseAbout({ profile: helper.id });
    const whole = await post(hannah, `${profile}/decision`, { decision: 'remove', reason: 'rude' });
    expect([whole.status, whole.text.includes('A profile can’t be removed')]).to.deep.equal([
      422,
      true,
    ]);
    const waiting = { author_id: helper.id, decision: null };
    expect(await community.db('report_cases').where(waiting)).to.have.length(2);
  });

  it('refuse who has a part in it, what cannot be masked, and a second decision', async () => {
    await community.owner('members').where({ id: asker.id }).update({ role: 'moderator' });
    const path = await caseAbout();
    const decide = (who: MemberRow, decision: string) =>
      post(who, `${path}/decision`, { decision, note: 'Fine by me.' });
    const asModerator = { ...asker, role: 'moderator' } as const;

    expect((await get(asModerator, path)).text).to.not.include(`action="${path}/decision"`);
    expect((await decide(asModerator, 'dismiss')).status).to.equal(403);
    expect((await decide(hannah, 'mask')).status).to.equal(409);
    expect((await decide(hannah, 'dismiss')).status).to.equal(303);
    const late = await decide(await aModerator(community.owner), 'dismiss');
    expect(late.status).to.equal(409);
    expect(late.text).to.include('Hannah has left this as it is already.');
    expect(late.text).to.include('Fine by me.');
  });

  it('tell the reporter the outcome, and nobody else of the report', async () => {
    const path = await caseAbout();
    await post(hannah, `${path}/decision`, { decision: 'dismiss', note: '' });

    expect((await get(reporter, '/me/reports')).text).to.include('left it as it is');
    expect((await get(helper, '/me/reports')).text).to.not.include('left it as it is');
    expect((await get(undefined, '/me/reports')).status).to.equal(303);
  });
});
