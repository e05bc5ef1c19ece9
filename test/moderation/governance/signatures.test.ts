import { expect } from 'chai';

import type { TopicRow } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { changeStewardTopics } from '#src/moderation/governance/change-steward-topics.ts';
import {
  countStewards,
  findAppointment,
  readTopicNames,
} from '#src/moderation/governance/find-stewards.ts';
import { publishUndertaking } from '#src/moderation/governance/publish-undertaking.ts';
import { readStewardQueue } from '#src/moderation/governance/read-steward-queue.ts';
import { readSettings } from '#src/moderation/governance/settings.ts';
import { signUndertaking } from '#src/moderation/governance/sign-undertaking.ts';
import { readUndertaking } from '#src/moderation/governance/undertakings.ts';
import type { StewardRow } from '#src/moderation/rows.ts';
import { Conflict, Invalid, NotAllowed, NotFound } from '#src/refusals.ts';
import { aDomain } from '#test/support/domain.ts';
import { aMember, aModerator, aTopic } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import {
  actsOn,
  anAuditIn,
  appoint,
  aSteward,
  passed,
  turnedTo,
  waitsForStaff,
} from './stewarding.ts';

describe('a steward who serves', () => {
  const domain = aDomain();
  let [topic, moderator, ann] = [] as unknown as [TopicRow, MemberRow, MemberRow];
  let id: StewardRow['id'];
  beforeEach(async () => {
    topic = await aTopic(domain.owner);
    await turnedTo(domain.owner, topic, 'community');
    moderator = await aModerator(domain.owner);
    ann = await aMember(domain.owner);
    id = await appoint(domain.owner, ann, [topic]);
    await aSteward(domain.owner, [topic]);
    await signAll();
  });

  const publish = async (who: MemberRow = moderator) => {
    const { version } = await readUndertaking(domain.db);
    const body = `I judge fairly.\n\nNumber ${String(version + 1)}.`;
    const change = { reason: 'Clearer words', version };
    await domain.perform(who, (work) => publishUndertaking(work, { body }, change));
    return version + 1;
  };
  const sign = (who: MemberRow, version: number, signature = who.name) =>
    domain.perform(who, (work) => signUndertaking(work, { signature, version }));
  /** What an earlier test has published is signed by those who are appointed by hand. */
  const signAll = async () => {
    const { version } = await readUndertaking(domain.db);
    await domain.owner('stewards').update({ undertaking_version: version });
  };
  const queueOf = async (who: MemberRow) => {
    const limits = { ...(await readSettings(domain.db)), limit: 50, at: domain.now() };
    return (await readStewardQueue(domain.db, who, limits)).map((item) => item.id);
  };
  const mailsTo = (who: MemberRow) =>
    domain.db('mails').where({ member_id: who.id }).orderBy('id').pluck('kind');

  it('has no desk from a new undertaking until it is signed, and staff judge meanwhile', async () => {
    const { audit } = await anAuditIn(domain, topic);
    const before = await queueOf(ann);

    const version = await publish();
    const shut = await queueOf(ann);
    const refused = await outcomeOf(actsOn(domain).say(ann, audit, passed));
    const { audit: next } = await anAuditIn(domain, topic);
    await sign(ann, version, ` ${ann.name.toUpperCase()}`);

    expect([before, shut, await queueOf(ann)]).to.deep.equal([[audit], [], [audit]]);
    expect(refused).to.be.instanceOf(NotAllowed);
    expect(await waitsForStaff(domain.db, next)).to.equal(true);
    expect(await mailsTo(ann)).to.deep.equal(['steward-undertaking']);
    expect(await findAppointment(domain.db, ann.id)).to.include({
      ...{ state: 'serving', undertaking_version: version, signed_as: ann.name.toUpperCase() },
    });
    expect(
      await domain.db('steward_signatures').where({ steward_id: id }).pluck('version'),
    ).to.deep.equal([1, version]);
  });

  it('signs what they have read, once, and under their own name', async () => {
    const version = await publish();

    const refused = [
      await outcomeOf(sign(ann, version, 'Somebody else')),
      await outcomeOf(sign(ann, version - 1)),
      await outcomeOf(sign(await aMember(domain.owner), version)),
    ];
    await sign(ann, version);
    const again = await outcomeOf(sign(ann, version));

    expect(refused[0]).to.be.instanceOf(Invalid);
    expect(refused[1]).to.be.instanceOf(Conflict);
    expect(refused[2]).to.be.instanceOf(NotFound);
    expect(again).to.be.instanceOf(Conflict);
  });

  it('counts for the dial while they have yet to sign', async () => {
    await publish();

    expect(await countStewards(domain.db, topic.id)).to.equal(2);
  });

  it('undertakes what a moderator publishes for a reason, and nobody else', async () => {
    const version = await publish();

    expect(await outcomeOf(publish(ann))).to.be.instanceOf(NotAllowed);
    const stale = domain.perform(moderator, (work) =>
      publishUndertaking(work, { body: 'Mine.' }, { reason: 'Mine', version: version - 1 }),
    );
    expect(await outcomeOf(stale)).to.be.instanceOf(Conflict);
    const act = {
      act: 'undertaking-published',
      subject: `undertaking:${String(version)}`,
    } as const;
    expect(await domain.db('moderation_log').where(act).first()).to.include({
      ...{ reason: 'Clearer words', actor_id: moderator.id },
    });
  });

  it('judges other topics once staff say so, and is told why', async () => {
    const other = await aTopic(domain.owner);
    const { audit } = await anAuditIn(domain, topic);
    const change = (topics: TopicRow[], was: TopicRow[], who = moderator) =>
      domain.perform(who, (work) =>
        changeStewardTopics(work, id, {
          ...{ topics: topics.map((one) => one.id), was: was.map((one) => one.id) },
          reason: 'Knows more of that',
        }),
      );

    const refused = [
      await outcomeOf(change([], [topic])),
      await outcomeOf(change([topic], [topic])),
      await outcomeOf(change([other], [other])),
      await outcomeOf(change([{ ...topic, id: 999_999 as never }], [topic])),
      await outcomeOf(change([other], [topic], ann)),
    ];
    await change([other], [topic]);

    const [none, same, stale, unknown, member] = refused;
    for (const one of [none, same, unknown]) expect(one).to.be.instanceOf(Invalid);
    expect(stale).to.be.instanceOf(Conflict);
    expect(member).to.be.instanceOf(NotAllowed);
    expect(await readTopicNames(domain.db, id)).to.deep.equal([other.name]);
    expect(await queueOf(ann)).not.to.include(audit);
    expect(await outcomeOf(actsOn(domain).say(ann, audit, passed))).to.be.instanceOf(NotFound);
    expect(await mailsTo(ann)).to.deep.equal(['steward-topics']);
    const act = { act: 'steward-topics-changed', subject: `member:${String(ann.id)}` } as const;
    expect(await domain.db('moderation_log').where(act).first()).to.include({
      ...{ reason: 'Knows more of that', note: `${topic.name} to ${other.name}` },
    });
  });
});
