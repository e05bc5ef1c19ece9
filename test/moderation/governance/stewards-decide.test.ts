import { expect } from 'chai';

import { postComment } from '#src/forum/post-comment.ts';
import type { TopicRow } from '#src/forum/rows.ts';
import { withdrawAcceptanceOf } from '#src/forum/withdraw-acceptance.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { Suspended } from '#src/members/writing-member.ts';
import { readOverturned } from '#src/moderation/appeals/read-overturned.ts';
import { undoVerdict } from '#src/moderation/audits/undo-verdict.ts';
import { overturnDecision } from '#src/moderation/governance/overturn-decision.ts';
import { passOnLateAudits } from '#src/moderation/governance/pass-on-late-audits.ts';
import { readStewardQueue } from '#src/moderation/governance/read-steward-queue.ts';
import { Conflict, NotAllowed, NotFound } from '#src/refusals.ts';
import { aDomain } from '#test/support/domain.ts';
import {
  aMember,
  aModerator,
  anAcceptance,
  anAnswer,
  aQuestion,
  aTopic,
} from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import { deskOf, holdingsOf, markdown } from '../desk.ts';
import {
  actsOn,
  anAuditIn,
  aSteward,
  failed,
  needsFix,
  passed,
  rewardStateOf,
  theReview,
  turnedTo,
  unsure,
  waitsForStaff,
} from './stewarding.ts';

describe('stewards', () => {
  const domain = aDomain();
  let [topic, ann, ben, cem, moderator] = [] as unknown as [TopicRow, ...MemberRow[]] & MemberRow[];

  const at = (mode: 'mixed' | 'community') => async () => {
    topic = await aTopic(domain.owner);
    await turnedTo(domain.owner, topic, mode);
    [ann, ben, cem] = [
      await aSteward(domain.owner, [topic]),
      await aSteward(domain.owner, [topic]),
      await aSteward(domain.owner, [topic]),
    ];
    moderator = await aModerator(domain.owner);
  };
  const partners = { partner_count: 3, partner_days: 180 };
  const queueOf = async (steward: MemberRow) => {
    const items = await readStewardQueue(domain.db, steward, {
      ...{ ...partners, limit: 50, at: domain.now() },
    });
    return items.map(({ id }) => id);
  };

  describe('in a mixed topic', () => {
    beforeEach(at('mixed'));

    it('give a first opinion that moves no money, and then staff decide', async () => {
      const { audit, answer } = await anAuditIn(domain, topic);
      const before = await waitsForStaff(domain.db, audit);

      await actsOn(domain).say(ann!, audit, failed);

      expect(before).to.equal(false);
      expect(await waitsForStaff(domain.db, audit)).to.equal(true);
      expect(await rewardStateOf(domain.db, answer)).to.equal('held');
      await actsOn(domain).decide(moderator!, audit, passed);
      expect(await rewardStateOf(domain.db, answer)).to.equal('released');
      expect(await domain.db('double_audits').where({ audit_id: audit }).first()).to.include({
        ...{ stewards: 'fail', staff: 'pass', mode: 'mixed' },
      });
    });

    it('have no say while they are suspended', async () => {
      const { audit } = await anAuditIn(domain, topic);
      const suspended = { ...ann!, suspended_until: new Date('2099-01-01Z') };

      expect(await outcomeOf(actsOn(domain).say(suspended, audit, failed))).to.be.instanceOf(
        Suspended,
      );
      expect(await waitsForStaff(domain.db, audit)).to.equal(false);
    });

    it('are compared with nobody where staff decided first', async () => {
      const { audit } = await anAuditIn(domain, topic);

      await actsOn(domain).decide(moderator!, audit, passed);
      const late = await outcomeOf(actsOn(domain).say(ann!, audit, passed));

      expect(late).to.be.instanceOf(Conflict);
      expect(await domain.db('double_audits').where({ audit_id: audit }).first()).to.equal(
        undefined,
      );
    });

    it('are compared anew where staff undo their verdict and decide again', async () => {
      const { audit } = await anAuditIn(domain, topic);
      await actsOn(domain).say(ann!, audit, passed);
      await actsOn(domain).decide(moderator!, audit, failed);

      await deskOf(domain, moderator!).undo(audit);
      const undone = await domain.db('double_audits').where({ audit_id: audit }).first();
      await actsOn(domain).decide(moderator!, audit, passed);

      expect(undone?.withdrawn_at).to.not.equal(null);
      const again = await domain.db('double_audits').where({ audit_id: audit }).first();
      expect(again).to.include({ staff: 'pass', withdrawn_at: null });
    });

    it('have it for a day, then it goes to staff', async () => {
      const { audit } = await anAuditIn(domain, topic);
      const inADay = new Date(domain.now().getTime() + 25 * 3_600_000);

      await passOnLateAudits(domain.db, domain.perform, domain.now());
      const early = await waitsForStaff(domain.db, audit);
      await passOnLateAudits(domain.db, domain.perform, inADay);

      expect(early).to.equal(false);
      expect(await waitsForStaff(domain.db, audit)).to.equal(true);
    });
  });

  describe('in a topic of the community', () => {
    beforeEach(at('community'));

    it('decide where two of them agree, with all that follows from a verdict', async () => {
      const { audit, answer, helper } = await anAuditIn(domain, topic);

      const first = await actsOn(domain).say(ann!, audit, passed);
      const held = await rewardStateOf(domain.db, answer);
      const second = await actsOn(domain).say(ben!, audit, passed);

      expect([first, second]).to.deep.equal([undefined, 'agreed']);
      expect(held).to.equal('held');
      expect(await holdingsOf(domain, helper)).to.deep.equal({ pending: 0n, available: 50n });
      expect(await domain.db('verdicts').where({ audit_id: audit }).first()).to.include({
        ...{ verdict: 'pass', decided_as: 'stewards', moderator_id: ben!.id },
      });
    });

    for (const [what, one, other] of [
      ['differ', passed, failed],
      ['want it mended', passed, needsFix],
      ['are not sure', passed, unsure],
    ] as const) {
      it(`leave it to staff where they ${what}`, async () => {
        const { audit, answer } = await anAuditIn(domain, topic);

        await actsOn(domain).say(ann!, audit, one);
        await actsOn(domain).say(ben!, audit, other);

        expect(await waitsForStaff(domain.db, audit)).to.equal(true);
        expect(await rewardStateOf(domain.db, answer)).to.equal('held');
        expect(await outcomeOf(actsOn(domain).say(cem!, audit, passed))).to.be.instanceOf(Conflict);
      });
    }

    it('cannot judge one answer twice, though both come at once', async () => {
      const { audit } = await anAuditIn(domain, topic);

      const said = await Promise.all(
        [ann!, ann!].map((steward) => outcomeOf(actsOn(domain).say(steward, audit, passed))),
      );

      expect(said.filter((one) => one instanceof Conflict)).to.have.length(1);
      expect(await domain.db('audits').where({ id: audit }).first()).to.include({
        state: 'waiting',
      });
    });

    it('decide once, though three say the same at once', async () => {
      const { audit, helper } = await anAuditIn(domain, topic);

      await Promise.all(
        [ann!, ben!, cem!].map((steward) => outcomeOf(actsOn(domain).say(steward, audit, passed))),
      );

      expect(await domain.db('verdicts').where({ audit_id: audit })).to.have.length(1);
      expect((await holdingsOf(domain, helper)).available).to.equal(50n);
    });

    it('have every fail of theirs looked at by staff, who may overturn it', async () => {
      const { audit, answer, helper } = await anAuditIn(domain, topic);
      await actsOn(domain).say(ann!, audit, failed);
      await actsOn(domain).say(ben!, audit, failed);
      const unpaid = await rewardStateOf(domain.db, answer);

      await actsOn(domain).review(moderator!, audit, passed);
      const { id } = await theReview(domain.db, audit);
      await domain.perform(moderator!, (work) => overturnDecision(work, markdown, id));
      const again = await outcomeOf(
        domain.perform(moderator!, (work) => overturnDecision(work, markdown, id)),
      );

      expect(unpaid).to.equal('voided');
      expect(await rewardStateOf(domain.db, answer)).to.equal('released');
      expect((await holdingsOf(domain, helper)).available).to.equal(50n);
      expect(again).to.be.instanceOf(Conflict);
    });

    it('have a fail that staff overturn counted against its rule, and never told', async () => {
      const { audit, helper } = await anAuditIn(domain, topic);
      const stretch = { from: domain.now(), before: new Date(domain.now().getTime() + 60_000) };
      const rule = async () => {
        const rules = await readOverturned(domain.db, stretch);
        return rules.find(({ kind, ground }) => kind === 'verdict' && ground === 'wrong');
      };
      const before = await rule();
      await actsOn(domain).say(ann!, audit, failed);
      await actsOn(domain).say(ben!, audit, failed);
      await actsOn(domain).review(moderator!, audit, passed);
      const { id, verdict_id } = await theReview(domain.db, audit);

      await domain.perform(moderator!, (work) => overturnDecision(work, markdown, id));

      const { decided = 0, overturned = 0 } = before ?? {};
      expect(await rule()).to.include({ decided: decided + 1, overturned: overturned + 1 });
      const stands = await domain.db('verdicts').where({ audit_id: audit, undone_at: null });
      expect(stands).to.have.length(1);
      expect(stands[0]).to.include({ verdict: 'pass', replaces_id: verdict_id });
      const told = await domain.db('mails').where({ member_id: helper.id, kind: 'failed' });
      expect(told.map((mail) => mail.cancelled_at)).to.deep.equal([domain.now()]);
      expect(
        await outcomeOf(domain.perform(moderator!, (work) => undoVerdict(work, audit))),
      ).to.be.instanceOf(Conflict);
    });

    it('give back a level that their overturned fail had kept from its author', async () => {
      const helper = await aMember(domain.owner, { level: 'newcomer' });
      for (let nth = 0; nth < 5; nth += 1) {
        const { audit } = await anAuditIn(domain, topic, { helper });
        const said = nth === 0 ? failed : passed;
        await actsOn(domain).say(ann!, audit, said);
        await actsOn(domain).say(ben!, audit, said);
      }
      const fail = await domain
        .db('verdicts')
        .where({ verdict: 'fail' })
        .orderBy('id', 'desc')
        .first();
      const review = await theReview(domain.db, fail!.audit_id);
      await actsOn(domain).review(moderator!, review.audit_id, passed);
      const levelOf = async () =>
        (await domain.db('members').where({ id: helper.id }).first())?.level;
      const before = await levelOf();

      await domain.perform(moderator!, (work) => overturnDecision(work, markdown, review.id));

      expect([before, await levelOf()]).to.deep.equal(['newcomer', 'helper']);
    });

    it('have a pass that staff differ on counted as an error, and its reward taken back', async () => {
      await domain.owner('governance_settings').insert(await everyDecisionIsDrawn());
      const { audit, answer, helper } = await anAuditIn(domain, topic);
      await actsOn(domain).say(ann!, audit, passed);
      await actsOn(domain).say(ben!, audit, passed);

      await actsOn(domain).review(moderator!, audit, failed);
      const { id } = await theReview(domain.db, audit);
      await domain.perform(moderator!, (work) => overturnDecision(work, markdown, id));

      expect(await domain.db('double_audits').where({ audit_id: audit }).first()).to.include({
        ...{ stewards: 'pass', staff: 'fail', mode: 'community', withdrawn_at: null },
      });
      expect(await rewardStateOf(domain.db, answer)).to.equal('clawed-back');
      expect((await holdingsOf(domain, helper)).available).to.equal(0n);
    });

    async function everyDecisionIsDrawn() {
      const now = await domain.owner('governance_settings').orderBy('version', 'desc').first();
      return { ...now!, version: now!.version + 1, sample_percent: 100, reason: 'For a test' };
    }
  });

  describe('keep out of', () => {
    beforeEach(at('community'));

    it('topics that their appointment does not name', async () => {
      const elsewhere = await aSteward(domain.owner, [await aTopic(domain.owner)]);
      const { audit } = await anAuditIn(domain, topic);

      expect(await queueOf(elsewhere)).to.not.include(audit);
      expect(await outcomeOf(actsOn(domain).say(elsewhere, audit, passed))).to.be.instanceOf(
        NotFound,
      );
      expect(await queueOf(ann!)).to.include(audit);
    });

    it('threads in which they asked, answered or said something', async () => {
      const asked = await anAuditIn(domain, topic, { asker: ann! });
      const wrote = await anAuditIn(domain, topic, { helper: ann! });
      const answered = await anAuditIn(domain, topic);
      await anAnswer(domain.owner, { question_id: answered.question.id, author_id: ann!.id });
      const said = await anAuditIn(domain, topic);
      await domain.perform(ann!, (work) =>
        postComment(work, markdown, { on: { question: said.question.id }, body: 'Me too.' }),
      );

      for (const { audit } of [asked, wrote, answered, said]) {
        expect(await queueOf(ann!)).to.not.include(audit);
        const refusal = await outcomeOf(actsOn(domain).say(ann!, audit, passed));
        expect(refusal).to.be.instanceOf(NotAllowed);
      }
    });

    it('the answers of frequent partners, in either direction, and of people they ask', async () => {
      const friend = await aMember(domain.owner);
      const acquaintance = await aMember(domain.owner);
      for (let times = 0; times < 3; times += 1) await acceptedEach(ann!, friend);
      for (let times = 0; times < 2; times += 1) await acceptedEach(ann!, acquaintance);

      const wrote = await anAuditIn(domain, topic, { helper: friend });
      const asked = await anAuditIn(domain, topic, { asker: friend });
      const fine = await anAuditIn(domain, topic, { helper: acquaintance });

      expect(await queueOf(ann!)).to.not.include.members([wrote.audit]);
      expect(await queueOf(ann!)).to.not.include.members([asked.audit]);
      expect(await queueOf(ann!)).to.include(fine.audit);
      expect(await outcomeOf(actsOn(domain).say(ann!, wrote.audit, passed))).to.be.instanceOf(
        NotAllowed,
      );
    });

    async function acceptedEach(helper: MemberRow, asker: MemberRow) {
      const question = await aQuestion(domain.owner, { author_id: asker.id });
      const answer = await anAnswer(domain.owner, {
        ...{ question_id: question.id, author_id: helper.id },
      });
      await anAcceptance(domain.owner, answer);
    }
  });

  it('are not asked where fewer than two of them have no part in it', async () => {
    await at('community')();
    const { audit } = await anAuditIn(domain, topic, { asker: ann!, helper: ben! });

    expect(await waitsForStaff(domain.db, audit)).to.equal(true);
    expect(await queueOf(cem!)).to.not.include(audit);
  });

  it('lose what an asker withdraws', async () => {
    await at('community')();
    const { audit, asker, answer } = await anAuditIn(domain, topic);

    await domain.perform(asker, (work) => withdrawAcceptanceOf(work, answer.id));

    expect(await queueOf(ann!)).to.not.include(audit);
    expect(await outcomeOf(actsOn(domain).say(ann!, audit, passed))).to.be.instanceOf(Conflict);
  });
});
