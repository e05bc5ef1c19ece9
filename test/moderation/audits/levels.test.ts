import { expect } from 'chai';

import type { MemberRow } from '#src/members/rows.ts';
import { needsOf, readProgress } from '#src/moderation/audits/level-progress.ts';
import { readSettings } from '#src/moderation/governance/settings.ts';
import { aDomain } from '../../support/domain.ts';
import { aMember, aModerator } from '../../support/make.ts';
import { publishRules } from '../../support/rewarding.ts';
import * as desk from '../desk.ts';

describe('The level that checked answers earn', () => {
  const domain = aDomain();
  let author: MemberRow;
  let moderator: MemberRow;
  before(async () => {
    moderator = await aModerator(domain.db);
  });
  beforeEach(async () => {
    author = await aMember(domain.db);
  });
  const levelOf = async () =>
    (await domain.db('members').where({ id: author.id }).first('level'))?.level;
  const check = async (decision = desk.pass) => {
    const { audit } = await desk.anotherAuditedAnswer(domain, author);
    await desk.deskOf(domain, moderator).decide(audit, decision);
    return audit;
  };

  it('rises to Helper with the fifth answer that passed, and not before', async () => {
    for (let passed = 1; passed <= 4; passed += 1) await check();
    expect(await levelOf()).to.equal('newcomer');

    await check(desk.fixTo('Mended'));

    expect(await levelOf()).to.equal('helper');
  });

  it('says on the way how much of what is needed there is', async () => {
    const settings = await readSettings(domain.db);
    const progress = async () => {
      const member = await domain.db('members').where({ id: author.id }).first();
      return member && readProgress(domain.db, member, needsOf(settings));
    };
    for (let passed = 1; passed <= 4; passed += 1) await check();
    const before = await progress();
    await check();
    await domain.owner('members').where({ id: author.id }).update({ level: 'guide' });

    expect(before).to.deep.include({ next: 'helper', has: { passed: 4, percent: 100 } });
    expect(before?.needs).to.deep.equal({ passed: 5, percent: 0, of: 'none' });
    expect(await progress()).to.deep.equal({
      ...{ next: 'steward', has: { passed: 5, percent: 100 } },
      needs: {
        ...{ passed: settings.steward_passed, percent: settings.steward_share_percent },
        of: 'all',
      },
    });
  });

  it('counts no answer that failed', async () => {
    for (let passed = 1; passed <= 4; passed += 1) await check();

    await check(desk.fail);

    expect(await levelOf()).to.equal('newcomer');
  });

  it('falls back when the verdict that earned it is undone', async () => {
    for (let passed = 1; passed <= 4; passed += 1) await check();
    const last = await check();

    await desk.deskOf(domain, moderator).undo(last);

    expect(await levelOf()).to.equal('newcomer');
    const reasons = await domain.db('level_changes').where({ member_id: author.id }).orderBy('id');
    expect(reasons.map(({ reason }) => reason)).to.deep.equal([
      'Earned: 5 checked answers passed',
      'The check that earned it was undone',
    ]);
  });

  it('is never lowered by a verdict', async () => {
    await domain.owner('members').where({ id: author.id }).update({ level: 'helper' });
    await publishRules(domain.owner, ALWAYS_CHECKED);

    await check(desk.fail);

    expect(await levelOf()).to.equal('helper');
  });
});

/** Rules under which every paid answer is audited, whatever its author's level. */
const ALWAYS_CHECKED = {
  ...{ effective_from: new Date('2026-01-01'), draw_seed: 'second' },
  ...{ newcomer_share: 100, helper_share: 100, guide_share: 100, steward_share: 100 },
};
