import { expect } from 'chai';

import { askQuestion } from '#src/forum/ask-question.ts';
import type { AnswerRow } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { takeBackCase } from '#src/moderation/fraud/decide-case.ts';
import { decideFinding } from '#src/moderation/posts/decide-finding.ts';
import { removePost } from '#src/moderation/posts/remove-post.ts';
import { imposeSanction } from '#src/moderation/sanctions/impose-sanction.ts';
import { NotAllowed, NotFound } from '#src/refusals.ts';
import { releaseDueRewards } from '#src/rewards/release-due-rewards.ts';
import { weighAround } from '#src/trust/rings/weigh-around.ts';
import { maskingMarkdown } from '#src/trust/personal-data/masking-markdown.ts';
import { expectBooksToMatchStates } from '#test/support/books.ts';
import { aDomain, operator } from '#test/support/domain.ts';
import { aFinancePerson, aMember, aModerator, anAdmin, aTopic } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import {
  anAcceptedAnswer,
  lastAcceptance,
  lastReward,
  rewarding,
} from '#test/support/rewarding.ts';
import { acceptInACircle } from '#test/trust/accepting.ts';
import { holdingsOf, markdown } from '../desk.ts';
import { appealing } from './appealing.ts';

const DAY = 86_400_000;

describe('Whoever decides an appeal', () => {
  const domain = aDomain({ connections: 6 });
  const { decide } = rewarding(domain);
  const { appeal, decideOn, failOf, removalOf } = appealing(domain);
  let hannah: MemberRow;
  let marcus: MemberRow;
  let ada: MemberRow;
  before(async () => {
    hannah = await aModerator(domain.owner, { name: 'Hannah' });
    marcus = await aModerator(domain.owner, { name: 'Marcus' });
    ada = await anAdmin(domain.owner, { name: 'Ada' });
  });
  beforeEach(() => {
    domain.itIsNow('2026-02-15T12:00:00Z');
  });
  afterEach(() => expectBooksToMatchStates(domain.db));

  const later = (days: number) => {
    domain.itIsNow(new Date(domain.now().getTime() + days * DAY));
  };
  const impose = (who: MemberRow, by: MemberRow) =>
    domain.perform(by, (work) =>
      imposeSanction(work, who.id, {
        ...{ kind: 'limited', reason: 'spam', note: '' },
        until: new Date(domain.now().getTime() + 7 * DAY),
      }),
    );

  it('may be an admin: a fail becomes a pass in their name, and is paid', async () => {
    const { helper, answer } = await anAcceptedAnswer(domain);
    await decide(hannah, answer, 'fail');
    later(1);

    await decideOn(ada, await appeal(helper, await failOf(answer)), 'overturned');

    expect(await holdingsOf(domain, helper)).to.deep.equal({ pending: 0n, available: 50n });
    const pass = await domain.db('verdicts').orderBy('id', 'desc').first();
    expect(pass).to.include({ verdict: 'pass', moderator_id: ada.id });
  });

  it('may be an admin: what was removed comes back as it was', async () => {
    const { helper, answer } = await anAcceptedAnswer(domain);
    const before = await lastAcceptance(domain.db, answer);
    await domain.perform(hannah, (work) =>
      removePost(work, { answer: answer.id }, { reason: 'unsafe', note: '' }),
    );

    await decideOn(ada, await appeal(helper, await removalOf(answer)), 'overturned');

    const after = await lastAcceptance(domain.db, answer);
    expect([after.id, after.withdrawn_at]).to.deep.equal([before.id, null]);
    expect((await lastReward(domain.db, answer)).state).to.equal('held');
  });

  it('may be an admin: what was masked is shown', async () => {
    const masking = maskingMarkdown(markdown, operator);
    const asker = await aMember(domain.owner, { level: 'helper' });
    const { slug } = await aTopic(domain.owner);
    const question = await domain.perform(asker, (work) =>
      askQuestion(work, masking, {
        topic: slug,
        title: 'Whose number is it?',
        body: 'Ring 07700 900412.',
      }),
    );
    const of = { question_id: question.id };
    const finding = await domain.db('personal_data_findings').where(of).first();
    const mask = { state: 'masked', reason: 'Private', was: 'waiting' } as const;
    await domain.perform(hannah, (work) => decideFinding(work, masking, finding!.id, mask));

    const opened = await appeal(asker, `finding:${String(finding!.id)}`);
    await decideOn(ada, opened, 'overturned');

    const [now] = await domain.db('personal_data_findings').where(of);
    expect(now).to.include({ state: 'shown', decided_by: ada.id });
  });

  it('may be an admin, of a sanction by a moderator, and the other way round', async () => {
    const [one, other] = [await aMember(domain.owner), await aMember(domain.owner)];
    const [byHannah, byAda] = [await impose(one, hannah), await impose(other, ada)];
    const [first, second] = [
      await appeal(one, `sanction:${String(byHannah.id)}`),
      await appeal(other, `sanction:${String(byAda.id)}`),
    ];

    expect(await outcomeOf(decideOn(ada, second, 'overturned'))).to.be.instanceOf(NotAllowed);
    await decideOn(ada, first, 'overturned');
    await decideOn(hannah, second, 'overturned');

    const standing = await domain.db('members').whereIn('id', [one.id, other.id]);
    expect(standing.map(({ limited_until }) => limited_until)).to.deep.equal([null, null]);
  });

  it('is never an admin who asked or appealed, whoever else has a part, or finance', async () => {
    const asker = await anAdmin(domain.owner);
    const { helper, answer } = await anAcceptedAnswer(domain, { asker });
    await decide(hannah, answer, 'fail');
    later(1);
    const opened = await appeal(helper, await failOf(answer));
    await domain.owner('members').where({ id: helper.id }).update({ role: 'admin' });
    const appellant = { ...helper, role: 'admin' } as const;

    for (const who of [asker, appellant, hannah, await aFinancePerson(domain.owner)]) {
      expect(await outcomeOf(decideOn(who, opened, 'upheld')), who.name).to.be.instanceOf(
        NotAllowed,
      );
    }
    await decideOn(ada, opened, 'upheld');
  });

  describe('on what was taken back as fraud', () => {
    let ring: MemberRow[];
    let answers: AnswerRow[];
    beforeEach(async () => {
      ring = [
        await aMember(domain.owner),
        await aMember(domain.owner),
        await aMember(domain.owner),
      ];
      answers = await acceptInACircle(domain, ring);
    });

    const ofMember = ({ id }: MemberRow) => answers.filter(({ author_id }) => author_id === id);
    /** All that an appeal that is won has to put back. */
    const stateOf = async (member: MemberRow) => {
      const rewards = await Promise.all(ofMember(member).map((one) => lastReward(domain.db, one)));
      return {
        rewards: rewards.map(({ state, amount_minor }) => [state, amount_minor]),
        holdings: await holdingsOf(domain, member),
        level: (await domain.db('members').where({ id: member.id }).first())?.level,
      };
    };
    /** The first answer of each is paid out before anybody suspects them. */
    async function payTheFirst(): Promise<void> {
      for (const member of ring) await decide(hannah, ofMember(member)[0]!, 'pass');
      later(8);
      await releaseDueRewards(domain.db, domain.perform, domain.now());
    }
    async function takeAllBack(): Promise<void> {
      const id = (await weighAround(domain.db, domain.perform, ring[0]!.id))!;
      const { version } = (await domain.db('fraud_cases').where({ id }).first())!;
      const reason = 'They accept each other for the money.';
      await domain.perform(hannah, (work) =>
        takeBackCase(work, id, { reason, version, acceptanceIds: 'all' }),
      );
    }
    const fraudOf = async (member: MemberRow) => {
      const taken = await Promise.all(
        ofMember(member).map((one) => lastAcceptance(domain.db, one)),
      );
      return `fraud:${String(Math.min(...taken.map(({ id }) => id)))}`;
    };

    it('gives one member all of it back exactly, and the others nothing', async () => {
      await payTheFirst();
      const before = await Promise.all(ring.map(stateOf));
      await takeAllBack();
      const taken = await Promise.all(ring.map(stateOf));
      expect(taken[0]?.rewards.map(([state]) => state)).to.include.members([
        ...['clawed-back', 'voided'],
      ]);
      expect(taken[0]?.holdings).to.deep.equal({ pending: 0n, available: 0n });

      await decideOn(ada, await appeal(ring[0]!, await fraudOf(ring[0]!)), 'overturned');

      expect(await stateOf(ring[0]!)).to.deep.equal(before[0]);
      expect(await Promise.all(ring.slice(1).map(stateOf))).to.deep.equal(taken.slice(1));
      await decide(marcus, ofMember(ring[0]!)[1]!, 'pass');
      expect(await holdingsOf(domain, ring[0]!)).to.deep.equal({ pending: 0n, available: 100n });
    });

    it('is no member of the case, nor whoever decided it; to others it is not there', async () => {
      await takeAllBack();
      const subject = await fraudOf(ring[0]!);
      const opened = await appeal(ring[0]!, subject);
      await domain.owner('members').where({ id: ring[1]!.id }).update({ role: 'admin' });

      const partner = { ...ring[1]!, role: 'admin' } as const;
      for (const who of [hannah, partner]) {
        expect(await outcomeOf(decideOn(who, opened, 'upheld'))).to.be.instanceOf(NotAllowed);
      }
      expect(await outcomeOf(appeal(ring[2]!, subject))).to.be.instanceOf(NotFound);
      await decideOn(ada, opened, 'upheld');
      expect((await stateOf(ring[0]!)).holdings.available).to.equal(0n);
    });
  });
});
