import { expect } from 'chai';

import { createPasswords } from '#src/members/passwords.ts';
import type { MemberRow, NewMemberRow } from '#src/members/rows.ts';
import { imposeSanction } from '#src/moderation/sanctions/impose-sanction.ts';
import type { SanctionRow } from '#src/moderation/rows.ts';
import { aCommunity, secrets } from '#test/support/community.ts';
import { aMember, aModerator, anAdmin, anAnsweredQuestion, aTopic } from '#test/support/make.ts';

const password = 'three blue garden gnomes';
const passwords = createPasswords({ pepper: secrets.PASSWORD_PEPPER, cost: 4 });

describe('The pages of sanctions', () => {
  const community = aCommunity();
  let hannah: MemberRow;
  let member: MemberRow;
  before(async () => {
    hannah = await aModerator(community.owner, { name: 'Hannah' });
  });
  beforeEach(async () => {
    member = await aMember(community.owner);
  });

  const post = (who: MemberRow | undefined, path: string, fields: object = {}) =>
    community.visit(who).post(path).type('form').send(fields);
  const ladderOf = ({ name }: MemberRow) => `/staff/members/${name}/sanctions`;
  const endOf = ({ id }: Pick<SanctionRow, 'id'>) => `/staff/sanctions/${String(id)}/end`;
  const impose = (who = member, kind: SanctionRow['kind'] = 'limited', by = hannah) =>
    community.perform(by, (work) =>
      imposeSanction(work, who.id, {
        ...{ kind, reason: 'rude', note: '' },
        until: kind === 'closed' ? null : new Date(community.now().getTime() + 7 * 86_400_000),
      }),
    );
  const suspended = (details: Partial<NewMemberRow> = {}) =>
    aMember(community.owner, { suspended_until: new Date('2026-02-01Z'), ...details });

  it('keep what was typed where the form makes no sense', async () => {
    const typed = { kind: 'limited', reason: '', until: '31.11.2026', note: 'Three adverts.' };

    const { status, text } = await post(hannah, ladderOf(member), typed);

    expect(status).to.equal(422);
    expect(text).to.include('id="reason-error"').and.include('id="until-error"');
    expect(text).to.include('value="31.11.2026"').and.include('Three adverts.');
    expect(await community.db('sanctions').where({ member_id: member.id })).to.deep.equal([]);
  });

  it('ask at the field why a sanction ends early, and keep what was typed elsewhere', async () => {
    const [first, second] = [await impose(), await impose(member, 'warning')];

    const { status, text } = await post(hannah, endOf(first), { because: ' ' });
    const long = await post(hannah, endOf(second), { because: `${'x'.repeat(1_000)} too long` });

    expect([status, long.status]).to.deep.equal([422, 422]);
    expect(text).to.include(`href="#end-${String(first.id)}-because">Say why it ends early.`);
    expect(text).to.include(`id="end-${String(first.id)}-because-error"`);
    expect(text).to.not.include(`id="end-${String(second.id)}-because-error"`);
    expect(text).to.include('End it now').and.include('Impose it');
    expect(long.text).to.include('too long"').and.include('it can have 1,000');
    expect(await community.db('sanction_ends')).to.deep.equal([]);
  });

  it('end it once', async () => {
    const sanction = await impose();
    const because = { because: 'A mistake of ours.' };

    const { status, headers } = await post(hannah, endOf(sanction), because);

    expect([status, headers.location]).to.deep.equal([303, ladderOf(member)]);
    expect((await post(hannah, endOf(sanction), because)).status).to.equal(409);
    expect((await post(hannah, endOf({ id: 999_999 as never }), because)).status).to.equal(404);
  });

  it('refuse what moderators may not do, and whom they are not for', async () => {
    const admin = await anAdmin(community.owner);
    const form = { kind: 'warning', reason: 'rude', until: '2026-02-01', note: '' };
    const ofStaff = await impose(await aModerator(community.owner), 'warning', admin);

    for (const who of [hannah, await aModerator(community.owner), admin]) {
      expect((await post(hannah, ladderOf(who), form)).status).to.equal(403);
    }
    expect((await post(hannah, endOf(ofStaff), { because: 'Enough' })).status).to.equal(403);
    expect((await post(hannah, ladderOf({ name: 'nobody' } as MemberRow), form)).status).to.equal(
      404,
    );
    for (const path of [ladderOf(member), endOf(ofStaff)]) {
      expect((await post(member, path, form)).status).to.equal(404);
      expect((await post(undefined, path, form)).status).to.equal(401);
    }
  });

  it('show texts to word to admins alone, once each, with what was typed', async () => {
    const admin = await anAdmin(community.owner);
    const at = '/admin/sanction-texts/rude';
    const text = { label: 'Rude', body: 'Please stay kind to one another.', version: '1' };

    const empty = await post(admin, at, { ...text, label: 'Ruder', body: '' });

    expect(empty.status).to.equal(422);
    expect(empty.text).to.include('value="Ruder"').and.include('id="body-error"');
    expect((await post(admin, at, text)).status).to.equal(303);
    expect((await post(admin, at, text)).status).to.equal(409);
    expect((await post(admin, '/admin/sanction-texts/none', text)).status).to.equal(404);
    expect((await post(hannah, at, text)).status).to.equal(404);
  });

  for (const kind of ['suspended', 'closed'] as const) {
    it(`sign somebody ${kind} out everywhere, and say why once they are back`, async () => {
      member = await aMember(community.owner, { password_hash: await passwords.hash(password) });
      const signIn = async () => {
        const browser = community.visit();
        const { email } = member;
        await browser.post('/sign-in').type('form').send({ email, password }).expect(303);
        return browser;
      };
      const browsers = [community.visit(member), await signIn(), await signIn()];
      const other = community.visit(await aMember(community.owner));
      const statuses = () =>
        Promise.all(browsers.map(async (one) => (await one.get('/me/standing')).status));
      expect(await statuses()).to.deep.equal([200, 200, 200]);

      await impose(member, kind);

      expect(await statuses()).to.deep.equal([303, 303, 303]);
      expect((await other.get('/me/standing')).status).to.equal(200);
      const back = await signIn();
      const { topic, ...asked } = await aQuestionToAsk();
      const refused = await back
        .post('/ask')
        .type('form')
        .send({ ...asked, topic });
      expect(refused.status).to.equal(403);
      expect(refused.text).to.include(`Your account is ${kind}`).and.include('See where you stand');
      expect(refused.text).to.match(/href="\/appeals\/new\?of=sanction:\d+"/);
      expect((await back.get('/me/standing')).status).to.equal(200);
    });
  }

  it('leave somebody who is warned or limited signed in', async () => {
    await impose(member, 'warning');
    await impose(member, 'limited');

    expect((await community.visit(member).get('/me/standing')).status).to.equal(200);
  });

  it('keep the suspended from all that others would see', async () => {
    const who = await suspended();
    const { question, answer } = await anAnsweredQuestion(community.owner);
    const [q, a] = [`/q/${String(question.id)}`, `/a/${String(answer.id)}`];
    const refused: [string, object][] = [
      ['/ask', await aQuestionToAsk()],
      [`${q}/answers`, { body: 'Switch it off and on.' }],
      [`${q}/comments`, { body: 'Which phone?' }],
      [`${a}/comments`, { body: 'Which phone?' }],
      [`${q}/vote`, { value: '1' }],
      [`${a}/vote`, { value: '1' }],
      [`${q}/me-too`, { on: '1' }],
      [`${a}/helped`, {}],
      [`/report/a/${String(answer.id)}`, { ground: 'rude', note: '' }],
      ['/settings', { bio: 'Cheap phones at example.com' }],
    ];

    for (const [path, fields] of refused) {
      const { status, text } = await post(who, path, fields);
      expect([path, status]).to.deep.equal([path, 403]);
      expect(text).to.include('Your account is suspended').and.include('/ask?private=1');
    }
  });

  it('have nobody on the team who is suspended, whatever their role', async () => {
    const areas = [
      ['moderator', '/staff/audits'],
      ['finance', '/finance'],
      ['admin', '/admin/members'],
    ] as const;

    for (const [role, path] of areas) {
      const [serving, away] = [await aMember(community.owner, { role }), await suspended({ role })];
      expect([role, (await community.visit(serving).get(path)).status]).to.deep.equal([role, 200]);
      expect([role, (await community.visit(away).get(path)).status]).to.deep.equal([role, 404]);
    }
  });

  it('let the suspended read, follow, and ask our team in private', async () => {
    const who = await suspended();
    const { question } = await anAnsweredQuestion(community.owner);
    const follow = (on: string) => post(who, `/q/${String(question.id)}/follow`, { on });
    const page = async () =>
      (await community.visit(who).get(`/q/${String(question.id)}/${question.slug}`)).text;

    expect((await follow('1')).status).to.equal(303);
    expect(await page()).to.include('Stop following');
    expect((await follow('0')).status).to.equal(303);
    const asked = await post(who, '/ask', { ...(await aQuestionToAsk()), private: '1' });

    expect(asked.status).to.equal(303);
    const conversation = asked.headers.location ?? '';
    expect(conversation).to.match(/^\/me\/conversations\/\d+$/);
    const { text } = await community.visit(who).get(conversation);
    const key = /name="key" value="([^"]+)"/.exec(text)?.[1];
    const replied = await post(who, `${conversation}/messages`, { body: 'I did not.', key });
    expect(replied.status).to.equal(303);
  });

  const aQuestionToAsk = async () => ({
    ...{ title: 'Why can’t I write any more?', body: 'Since this morning I can’t.' },
    topic: (await aTopic(community.owner)).slug,
  });
});
