import { expect } from 'chai';

import type { TopicRow } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import {
  acceptInvitation,
  declineInvitation,
} from '#src/moderation/governance/answer-invitation.ts';
import type { Mode } from '#src/moderation/governance/decide-mode.ts';
import { relieveSteward, resignStewardship } from '#src/moderation/governance/end-stewardship.ts';
import { findAppointment } from '#src/moderation/governance/find-stewards.ts';
import { inviteSteward } from '#src/moderation/governance/invite-steward.ts';
import { changeSettings, readSettings } from '#src/moderation/governance/settings.ts';
import { turnTopic } from '#src/moderation/governance/turn-topic.ts';
import { Conflict, Invalid, NotAllowed, NotFound } from '#src/refusals.ts';
import { aDomain } from '#test/support/domain.ts';
import { aFinancePerson, aMember, aModerator, aTopic } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import { actsOn, anAuditIn, aSteward, passed, turnedTo, waitsForStaff } from './stewarding.ts';

describe('the dial of a topic', () => {
  const domain = aDomain();
  let [topic, moderator] = [] as unknown as [TopicRow, MemberRow];
  beforeEach(async () => {
    topic = await aTopic(domain.owner);
    moderator = await aModerator(domain.owner);
  });

  const turn = (from: Mode, to: Mode, by = moderator) =>
    domain.perform(by, (work) => turnTopic(work, topic.id, { from, to, reason: 'They are ready' }));
  const modeOf = async () =>
    (await domain.db('topic_modes').where({ topic_id: topic.id }).first())?.mode;
  const stepsOf = () => domain.db('governance_steps').where({ topic_id: topic.id }).orderBy('id');
  /** Double audits of this topic, written straight to their table. */
  const doubles = async (count: number, stewards: 'pass' | 'fail', staff: 'pass' | 'fail') => {
    domain.itIsNow(new Date(domain.now().getTime() + 1_000));
    for (let done = 0; done < count; done += 1) {
      const { audit } = await anAuditIn(domain, await aTopic(domain.owner));
      await domain.owner('double_audits').insert({
        ...{ audit_id: audit, topic_id: topic.id, mode: 'mixed', stewards, staff },
        made_at: domain.now(),
      });
    }
  };
  /** A topic of few double audits, so that a test need not make hundreds. */
  const fewSuffice = async () => {
    const now = await readSettings(domain.db);
    await domain.owner('governance_settings').insert({
      ...now,
      ...{ version: now.version + 1, window_size: 50, qualify_count: 50, mixed_count: 20 },
      ...{ qualify_error_permille: 100, keep_error_permille: 150, reason: 'For a test' },
    });
  };

  it('is turned up by staff only where enough stewards serve, with the step in the record', async () => {
    const early = await outcomeOf(turn('staff', 'mixed'));
    await aSteward(domain.owner, [topic]);
    await aSteward(domain.owner, [topic]);

    await turn('staff', 'mixed');

    expect(early).to.be.instanceOf(Conflict);
    expect(await modeOf()).to.equal('mixed');
    expect((await stepsOf())[0]).to.include({
      ...{ from_mode: 'staff', to_mode: 'mixed', because: 'by-hand', actor_id: moderator.id },
      ...{ stewards: 2, audits: 0 },
    });
  });

  it('is turned by moderators and admins, one step up at a time, from where they saw it', async () => {
    const finance = await aFinancePerson(domain.owner);

    expect(await outcomeOf(turn('staff', 'mixed', finance))).to.be.instanceOf(NotAllowed);
    expect(await outcomeOf(turn('staff', 'community'))).to.be.instanceOf(Invalid);
    expect(await outcomeOf(turn('mixed', 'staff'))).to.be.instanceOf(Conflict);
    expect(await stepsOf()).to.deep.equal([]);
  });

  it('rises at night, where the figures qualify, and falls as soon as they do not', async () => {
    await fewSuffice();
    await turnedTo(domain.owner, topic, 'mixed');
    await aSteward(domain.owner, [topic]);
    await aSteward(domain.owner, [topic]);
    await doubles(45, 'pass', 'pass');
    await doubles(5, 'fail', 'fail');

    const byDay = await actsOn(domain).look(topic, false);
    const atNight = await actsOn(domain).look(topic);
    await doubles(4, 'pass', 'fail');
    const fall = await actsOn(domain).look(topic, false);
    const again = await actsOn(domain).look(topic);

    expect(byDay).to.equal(undefined);
    expect(atNight).to.deep.equal({ to: 'community', because: 'qualified' });
    expect(fall).to.deep.equal({ to: 'mixed', because: 'error' });
    expect(again, 'what fell starts from nought').to.equal(undefined);
    expect((await stepsOf()).map(({ audits, errors }) => [audits, errors])).to.deep.equal([
      [50, 0],
      [50, 4],
    ]);
  }).timeout(60_000);

  it('stays back where a person turned it back, until a person turns it up', async () => {
    await fewSuffice();
    await turnedTo(domain.owner, topic, 'community');
    await aSteward(domain.owner, [topic]);
    await aSteward(domain.owner, [topic]);
    await turn('community', 'mixed');
    await doubles(45, 'pass', 'pass');
    await doubles(5, 'fail', 'fail');

    const atNight = await actsOn(domain).look(topic);
    await turn('mixed', 'community');

    expect(atNight).to.equal(undefined);
    expect(await modeOf()).to.equal('community');
  }).timeout(60_000);

  it('gives to staff what lies with stewards when it falls to staff', async () => {
    await turnedTo(domain.owner, topic, 'community');
    const [ann] = [await aSteward(domain.owner, [topic]), await aSteward(domain.owner, [topic])];
    const { audit } = await anAuditIn(domain, topic);
    const before = await waitsForStaff(domain.db, audit);

    await turn('community', 'staff');

    expect([before, await waitsForStaff(domain.db, audit)]).to.deep.equal([false, true]);
    expect(await outcomeOf(actsOn(domain).say(ann, audit, passed))).to.be.instanceOf(Conflict);
  });

  it('falls where too few stewards are left', async () => {
    await turnedTo(domain.owner, topic, 'community');
    const ann = await aSteward(domain.owner, [topic]);
    await aSteward(domain.owner, [topic]);

    await domain.perform(ann, (work) => resignStewardship(work, ''));
    const fall = await actsOn(domain).look(topic, false);

    expect(fall).to.deep.equal({ to: 'mixed', because: 'too-few-stewards' });
  });

  it('writes steps that nobody can change, not even its owner', async () => {
    await aSteward(domain.owner, [topic]);
    await aSteward(domain.owner, [topic]);
    await turn('staff', 'mixed');

    const change = await outcomeOf(domain.owner('governance_steps').update({ errors: 0 }));
    const removal = await outcomeOf(domain.owner('governance_settings').del());

    expect([change, removal].map(String).join()).to.match(/never changed.*never changed/);
  });

  it('goes by thresholds that staff set for a reason, and that make sense', async () => {
    const {
      version,
      reason: _reason,
      changed_by: _by,
      changed_at: _at,
      ...values
    } = await readSettings(domain.db);
    const set = (change: Partial<typeof values>, from = version) =>
      domain.perform(moderator, (work) =>
        changeSettings(work, { ...values, ...change }, { reason: 'Tried', version: from }),
      );

    expect(await outcomeOf(set({}))).to.be.instanceOf(Invalid);
    expect(await outcomeOf(set({ keep_kappa_percent: 90 }))).to.be.instanceOf(Invalid);
    expect(await outcomeOf(set({ sample_percent: 0 }))).to.be.instanceOf(Invalid);
    expect(await outcomeOf(set({ sample_percent: 30 }, version - 1))).to.be.instanceOf(Conflict);
    await set({ sample_percent: 30 });
    expect(await readSettings(domain.db)).to.include({
      ...{ version: version + 1, sample_percent: 30, reason: 'Tried', changed_by: moderator.id },
    });
  });
});

describe('an invitation to be a steward', () => {
  const domain = aDomain();
  let [topic, moderator, member] = [] as unknown as [TopicRow, MemberRow, MemberRow];
  beforeEach(async () => {
    topic = await aTopic(domain.owner);
    moderator = await aModerator(domain.owner);
    member = await aMember(domain.owner);
  });

  const invite = (who = member) =>
    domain.perform(moderator, (work) =>
      inviteSteward(work, {
        ...{ memberId: who.id, topics: [topic.id], reason: 'Knows it all', reviewOn: '2026-12-31' },
      }),
    );
  const oneSuffices = async () => {
    const now = await readSettings(domain.db);
    await domain.owner('governance_settings').insert({
      ...{ ...now, version: now.version + 1, steward_passed: 1, reason: 'For a test' },
    });
    const { audit } = await anAuditIn(domain, await aTopic(domain.owner), { helper: member });
    await actsOn(domain).decide(await aModerator(domain.owner), audit, passed);
    await domain.owner('members').where({ id: member.id }).update({ level: 'guide' });
  };

  it('is for Guides whose own answers have proved them', async () => {
    expect(await outcomeOf(invite())).to.be.instanceOf(Invalid);

    await oneSuffices();
    await invite();

    expect(await findAppointment(domain.db, member.id)).to.include({ state: 'invited' });
    expect(await domain.db('mails').where({ member_id: member.id }).pluck('kind')).to.include(
      'steward-invitation',
    );
    expect(await outcomeOf(invite())).to.be.instanceOf(Conflict);
    expect(await outcomeOf(invite(await aModerator(domain.owner)))).to.be.instanceOf(Invalid);
  });

  it('is accepted in writing, by signing the undertaking that was read', async () => {
    await oneSuffices();
    await invite();
    const sign = (signature: string, version = 1) =>
      domain.perform(member, (work) => acceptInvitation(work, { signature, version }));

    expect(await outcomeOf(sign('Somebody else'))).to.be.instanceOf(Invalid);
    expect(await outcomeOf(sign(member.name, 2))).to.be.instanceOf(Conflict);
    await sign(` ${member.name.toUpperCase()} `);

    expect(await findAppointment(domain.db, member.id)).to.include({
      ...{ state: 'serving', undertaking_version: 1, signed_as: member.name.toUpperCase() },
    });
    expect(await domain.db('members').where({ id: member.id }).first()).to.include({
      level: 'steward',
    });
  });

  it('is declined without anything else coming of it', async () => {
    await oneSuffices();
    await invite();

    await domain.perform(member, declineInvitation);

    expect(await findAppointment(domain.db, member.id)).to.equal(undefined);
    expect(await outcomeOf(domain.perform(member, declineInvitation))).to.be.instanceOf(NotFound);
  });

  it('ends when staff relieve the steward, for a reason, and the level goes with it', async () => {
    await oneSuffices();
    const id = await invite();
    const signature = { signature: member.name, version: 1 };
    await domain.perform(member, (work) => acceptInvitation(work, signature));

    await domain.perform(moderator, (work) => relieveSteward(work, id, 'Passed everything'));

    expect(await domain.db('stewards').where({ id }).first()).to.include({
      ...{ state: 'relieved', end_reason: 'Passed everything', ended_by: moderator.id },
    });
    expect(await domain.db('members').where({ id: member.id }).first()).to.include({
      level: 'guide',
    });
    const again = domain.perform(moderator, (work) => relieveSteward(work, id, 'Again'));
    expect(await outcomeOf(again)).to.be.instanceOf(Conflict);
  });
});
