import { expect } from 'chai';

import type { TopicRow } from '#src/forum/rows.ts';
import { withdrawAcceptanceOf } from '#src/forum/withdraw-acceptance.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { takeBackOpinion } from '#src/moderation/governance/take-back-opinion.ts';
import { claimItem } from '#src/moderation/queue/claim-item.ts';
import type { AuditId } from '#src/moderation/rows.ts';
import { Conflict, NotFound } from '#src/refusals.ts';
import { aDomain } from '#test/support/domain.ts';
import { aModerator, aTopic } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import {
  actsOn,
  anAuditIn,
  aSteward,
  failed,
  needsFix,
  passed,
  turnedTo,
  waitsForStaff,
} from './stewarding.ts';

describe('A steward who takes an opinion back', () => {
  const domain = aDomain({ connections: 4 });
  let [topic, ann, ben, moderator] = [] as unknown as [TopicRow, MemberRow, MemberRow, MemberRow];
  const begin = async (mode: 'mixed' | 'community') => {
    domain.itIsNow('2026-01-15T12:00:00Z');
    topic = await aTopic(domain.owner);
    await turnedTo(domain.owner, topic, mode);
    [ann, ben] = [await aSteward(domain.owner, [topic]), await aSteward(domain.owner, [topic])];
    moderator = await aModerator(domain.owner);
    return (await anAuditIn(domain, topic)).audit;
  };
  const acts = () => actsOn(domain);
  const takeBack = (who: MemberRow, id: AuditId) =>
    domain.perform(who, (work) => takeBackOpinion(work, id));
  const claim = (id: AuditId) =>
    domain.perform(moderator, (work) => claimItem(work, { kind: 'audit', subject_id: id }));
  const turnOf = (id: AuditId) => domain.db('steward_audits').where({ audit_id: id }).first();

  it('has said nothing, in mixed: it leaves staff’s queue and waits for stewards again', async () => {
    const audit = await begin('mixed');
    await acts().say(ann, audit, failed);

    domain.itIsNow('2026-01-15T12:00:30Z');
    await takeBack(ann, audit);

    expect(await waitsForStaff(domain.db, audit)).to.equal(false);
    expect(await turnOf(audit)).to.include({ ended_at: null, outcome: null });
    await acts().say(ann, audit, passed);
    await acts().decide(moderator, audit, passed);
    const double = await domain.db('double_audits').where({ audit_id: audit }).first();
    expect(double).to.include({ stewards: 'pass', staff: 'pass' });
  });

  it('may judge again, in the community’s hands, before the second or after a fix', async () => {
    const first = await begin('community');
    const { audit: second } = await anAuditIn(domain, topic);
    await acts().say(ann, first, failed);
    await acts().say(ann, second, needsFix);

    await takeBack(ann, first);
    await takeBack(ann, second);

    for (const audit of [first, second]) {
      expect(await waitsForStaff(domain.db, audit)).to.equal(false);
      expect(await acts().say(ann, audit, passed)).to.equal(undefined);
      expect(await acts().say(ben, audit, passed)).to.equal('agreed');
    }
  });

  it('is in the log, without what was said', async () => {
    const audit = await begin('mixed');
    await acts().say(ann, audit, failed);

    await takeBack(ann, audit);

    const logged = await domain
      .db('moderation_log')
      .where({ actor_id: ann.id, subject: `audit:${String(audit)}` })
      .orderBy('id');
    expect(logged.map(({ act }) => act)).to.deep.equal(['opinion-given', 'opinion-undone']);
    expect(logged.at(-1)).to.include({ reason: '', note: '' });
  });

  it('is too late after thirty seconds', async () => {
    const audit = await begin('mixed');
    await acts().say(ann, audit, failed);

    domain.itIsNow('2026-01-15T12:00:31Z');
    const late = await outcomeOf(takeBack(ann, audit));

    expect(late).to.be.instanceOf(Conflict);
    expect(await waitsForStaff(domain.db, audit)).to.equal(true);
  });

  it('is too late once something has followed from it', async () => {
    const following: ['mixed' | 'community', (audit: AuditId) => Promise<unknown>, RegExp][] = [
      ['mixed', (audit) => acts().decide(moderator, audit, passed), /has been decided since/],
      ['mixed', claim, /Our team has taken this one up/],
      ['community', (audit) => acts().say(ben, audit, failed), /has been decided since/],
      ['community', (audit) => acts().say(ben, audit, passed), /Somebody else has judged this one/],
    ];

    for (const [mode, follow, message] of following) {
      const audit = await begin(mode);
      await acts().say(ann, audit, failed);
      await follow(audit);
      const refused = await outcomeOf(takeBack(ann, audit));
      expect(refused).to.be.instanceOf(Conflict);
      expect(String(refused)).to.match(message);
    }
  });

  it('is too late once the acceptance is withdrawn', async () => {
    const audit = await begin('mixed');
    const { answer, asker, audit: withdrawn } = await anAuditIn(domain, topic);
    await acts().say(ann, withdrawn, failed);
    await domain.perform(asker, (work) => withdrawAcceptanceOf(work, answer.id));

    expect(await outcomeOf(takeBack(ann, withdrawn))).to.be.instanceOf(Conflict);
    expect(await turnOf(audit)).to.include({ outcome: null });
  });

  it('is nobody who has said nothing, or not as a steward', async () => {
    const audit = await begin('mixed');
    await acts().say(ann, audit, failed);

    expect(await outcomeOf(takeBack(ben, audit))).to.be.instanceOf(NotFound);
    expect(await outcomeOf(takeBack(moderator, audit))).to.be.instanceOf(NotFound);
  });

  it('and a moderator who takes it up at the same instant: one of them is refused', async () => {
    for (let round = 0; round < 5; round += 1) {
      const audit = await begin('mixed');
      await acts().say(ann, audit, failed);

      const both = await Promise.all([outcomeOf(takeBack(ann, audit)), outcomeOf(claim(audit))]);

      expect(both.filter((outcome) => outcome instanceof Conflict)).to.have.length(1);
      const waits = await waitsForStaff(domain.db, audit);
      const turn = await turnOf(audit);
      expect(waits).to.equal(turn?.ended_at !== null);
    }
  });
});
