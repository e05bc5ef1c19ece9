import { expect } from 'chai';

import type { MemberRow } from '#src/members/rows.ts';
import { removePost } from '#src/moderation/posts/remove-post.ts';
import { aCommunity } from '#test/support/community.ts';
import {
  aFinancePerson,
  aMember,
  aModerator,
  anAdmin,
  anAnswer,
  aQuestion,
} from '#test/support/make.ts';
import { rewarding } from '#test/support/rewarding.ts';

describe('The file of a member', () => {
  const community = aCommunity();
  let people: Record<'tom' | 'priya' | 'hannah' | 'admin' | 'finance', MemberRow>;
  before(async () => {
    const { owner, perform } = community;
    people = {
      ...{ tom: await aMember(owner), priya: await aMember(owner) },
      ...{ hannah: await aModerator(owner), admin: await anAdmin(owner) },
      finance: await aFinancePerson(owner),
    };
    const { tom, priya, hannah } = people;
    for (let nth = 0; nth < 3; nth += 1) {
      const [asker, helper] = nth < 2 ? [priya, tom] : [tom, priya];
      const question = await aQuestion(owner, { author_id: asker.id });
      const answer = await anAnswer(owner, { question_id: question.id, author_id: helper.id });
      await rewarding(community).accept(asker, answer);
    }
    const rude = await anAnswer(owner, { author_id: tom.id, body: 'What a silly question.' });
    await perform(hannah, (work) =>
      removePost(work, { answer: rude.id }, { reason: 'rude', note: '' }),
    );
    await owner('member_devices').insert(
      [tom, priya].map(({ id }) => ({
        ...{ member_id: id, device_key: 'd'.repeat(64) },
        ...{ first_seen: community.now(), last_seen: community.now() },
      })),
    );
  });

  const path = () => `/staff/members/${people.tom.name}`;
  const read = async (who: MemberRow, at = path()) => community.visit(who).get(at);
  const cells = (text: string) =>
    [...text.matchAll(/data-l="(They got|They gave)">(\d+)</g)].map(([, label, n]) => [label, n]);

  it('says who accepted whom, counted both ways', async () => {
    const { text } = await read(people.hannah);

    expect(text).to.include(`href="/staff/members/${people.priya.name}"`);
    expect(cells(text)).to.deep.equal([
      ['They got', '1'],
      ['They gave', '2'],
    ]);
  });

  it('says where rewards are, and not what they are', async () => {
    const { text } = await read(people.hannah);

    expect(text).to.include('2 being checked');
    expect(text).not.to.match(/£|0\.50|balance|\/finance/i);
  });

  it('shows what was removed to a moderator, and to an admin that it was', async () => {
    const [moderators, admins] = [await read(people.hannah), await read(people.admin)];

    expect(moderators.text).to.include('What a silly question.').and.to.include('Removed: rude');
    expect(admins.text).to.include('Removed: rude');
    expect(admins.text).not.to.include('silly');
  });

  it('names linked accounts and how they are linked, and no device', async () => {
    const { text } = await read(people.hannah);

    expect(text).to.include('Both have used the same device');
    expect(text).not.to.include('dddd');
  });

  it('takes notes, and strikes them out', async () => {
    const { hannah, admin } = people;
    const send = (at: string, fields: Record<string, string>) =>
      community.visit(admin).post(`${path()}${at}`).type('form').send(fields);

    const empty = await send('/notes', { body: ' ' });
    await send('/notes', { body: 'Prefers the phone.' });
    const noted = await read(hannah);
    const [, strike = ''] = /action="([^"]+\/strike)"/.exec(noted.text) ?? [];
    const without = await send(strike.replace(path(), ''), { reason: '' });
    await send(strike.replace(path(), ''), { reason: 'Not any more.' });
    const again = await send(strike.replace(path(), ''), { reason: 'Twice.' });
    const { text } = await read(hannah);

    expect([empty.status, without.status, again.status]).to.deep.equal([422, 422, 409]);
    expect(noted.text).to.include('Prefers the phone.');
    expect(text).to.include('<del>Prefers the phone.</del>').and.to.include('Not any more.');
  });

  it('is linked from the profile for our team, and is not there for anybody else', async () => {
    const { tom, priya, hannah, finance } = people;
    const profile = `/u/${tom.name}`;

    expect((await read(hannah, profile)).text).to.include(`href="${path()}"`);
    for (const other of [tom, priya, finance]) {
      expect((await read(other, profile)).text).not.to.include(path());
      expect((await read(other)).status).to.equal(404);
    }
    expect((await read(hannah, `/staff/members/${hannah.name}`)).status).to.equal(404);
    expect((await read(hannah, '/staff/members/nobody-at-all')).status).to.equal(404);
  });
});
