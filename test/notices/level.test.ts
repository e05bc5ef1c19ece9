import { expect } from 'chai';

import { setLevel } from '#src/members/change-level.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { listNotices } from '#src/notices/read-notices.ts';
import * as desk from '../moderation/desk.ts';
import { aDomain } from '../support/domain.ts';
import { aMember, aModerator, anAdmin } from '../support/make.ts';

describe('The notice of a level', () => {
  const domain = aDomain();
  let [author, moderator] = [] as unknown as [MemberRow, MemberRow];
  before(async () => {
    moderator = await aModerator(domain.db);
  });
  beforeEach(async () => {
    author = await aMember(domain.db);
  });

  const pass = async () => {
    const { audit } = await desk.anotherAuditedAnswer(domain, author);
    await desk.deskOf(domain, moderator).decide(audit, desk.pass);
    return audit;
  };
  const laterOn = () => new Date(domain.now().getTime() + 60_000);
  const told = async () => {
    const { rows } = await listNotices(domain.db, author.id, { at: laterOn() });
    return rows.filter(({ kind }) => kind === 'level-reached').length;
  };

  it('comes with the check that earned it, once, and leads to what it lets one do', async () => {
    for (let nth = 0; nth < 4; nth += 1) await pass();
    const before = await told();

    await pass();

    expect([before, await told()]).to.deep.equal([0, 1]);
    const notice = { member_id: author.id, kind: 'level-reached' } as const;
    const row = await domain.db('notices').where(notice).first();
    expect(row?.path).to.equal('/levels#helper');
    expect(row?.event).to.equal('checked');
  });

  it('does not come where that check is undone at once, and comes when it is earned again', async () => {
    for (let nth = 0; nth < 4; nth += 1) await pass();

    await desk.deskOf(domain, moderator).undo(await pass());
    const undone = await told();
    await pass();

    expect([undone, await told()]).to.deep.equal([0, 1]);
  });

  it('says nothing of a level that falls', async () => {
    await domain.owner('members').where({ id: author.id }).update({ level: 'guide' });
    const admin = await anAdmin(domain.db);

    await domain.perform(admin, (work) =>
      setLevel(work, author.id, { level: 'helper', reason: 'Asked for it' }),
    );

    expect(await told()).to.equal(0);
  });
});
