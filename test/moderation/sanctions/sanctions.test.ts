import { expect } from 'chai';

import { readMember } from '#src/members/find-members.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { isLimited, isSanctioned, isSuspended, isWarned } from '#src/members/standing.ts';
import { Suspended } from '#src/members/writing-member.ts';
import { postComment } from '#src/forum/post-comment.ts';
import { acknowledgeWarning } from '#src/moderation/sanctions/acknowledge-warning.ts';
import { liftSanction } from '#src/moderation/sanctions/end-sanction.ts';
import { expireSanctions } from '#src/moderation/sanctions/expire-sanctions.ts';
import { imposeSanction, type NewSanction } from '#src/moderation/sanctions/impose-sanction.ts';
import { nextStep } from '#src/moderation/sanctions/ladder.ts';
import { readSanctions } from '#src/moderation/sanctions/sanction.ts';
import { rewordText } from '#src/moderation/sanctions/texts.ts';
import { Conflict, Invalid, NotAllowed } from '#src/refusals.ts';
import { releaseDueRewards } from '#src/rewards/release-due-rewards.ts';
import { expectBooksToMatchStates } from '#test/support/books.ts';
import { aDomain } from '#test/support/domain.ts';
import { aMember, aModerator, anAdmin, aQuestion } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import { anAcceptedAnswer, lastReward, rewarding } from '#test/support/rewarding.ts';
import { markdown } from '../desk.ts';

const DAY = 86_400_000;

describe('A sanction', () => {
  const domain = aDomain({ connections: 4 });
  const { decide } = rewarding(domain);
  let hannah: MemberRow;
  let member: MemberRow;
  before(async () => {
    hannah = await aModerator(domain.owner, { name: 'Hannah' });
  });
  beforeEach(async () => {
    domain.itIsNow('2026-02-15T12:00:00Z');
    member = await aMember(domain.owner);
  });
  afterEach(() => expectBooksToMatchStates(domain.db));

  const inDays = (days: number) => new Date(domain.now().getTime() + days * DAY);
  const later = (days: number) => {
    domain.itIsNow(inDays(days));
  };
  const impose = (sanction: Partial<NewSanction> = {}, who = member, by = hannah) =>
    domain.perform(by, (work) =>
      imposeSanction(work, who.id, {
        ...{ kind: 'suspended', reason: 'rude', note: 'Twice in a day.', until: inDays(7) },
        ...sanction,
      }),
    );
  const now = async ({ id } = member) => {
    const row = await readMember(domain.db, id);
    if (!row) throw new Error('no such member');
    return row;
  };
  const speak = async (who: MemberRow) => {
    const question = await aQuestion(domain.owner);
    return outcomeOf(
      domain.perform(who, (work) =>
        postComment(work, markdown, { on: { question: question.id }, body: 'Me, too.' }),
      ),
    );
  };
  const mailsTo = ({ id }: MemberRow) =>
    domain.db('mails').where({ member_id: id }).orderBy('id').pluck('subject');

  it('keeps a member from writing until it ends by the clock, with no job needed', async () => {
    await impose();

    expect(await speak(await now())).to.be.instanceOf(Suspended);
    later(7);
    expect(await speak(await now())).to.not.be.instanceOf(Error);
  });

  it('is told with its reason, and its end is told by the job, once', async () => {
    await impose();
    later(8);

    expect(await expireSanctions(domain.db, domain.perform, domain.now())).to.be.above(0);
    expect(await expireSanctions(domain.db, domain.perform, domain.now())).to.equal(0);

    expect(await mailsTo(member)).to.deep.equal([
      'Your account is suspended for a while',
      'It’s over',
    ]);
    const mail = await domain.db('mails').where({ member_id: member.id }).first();
    expect(mail?.text_body).to.include('Rude or hurtful').and.to.include('Twice in a day.');
    expect(mail?.text_body).to.include('22 February 2026').and.to.include('/me/standing');
  });

  it('limits, suspends or closes, each its own way', async () => {
    await impose({ kind: 'limited' });
    expect(isLimited(await now(), domain.now())).to.equal(true);
    expect(isSuspended(await now(), domain.now())).to.equal(false);
    expect(await speak(await now())).to.not.be.instanceOf(Error);

    await impose({ kind: 'closed', until: null });
    later(4_000);
    expect(isSuspended(await now(), domain.now())).to.equal(true);
    expect(await speak(await now())).to.be.instanceOf(Suspended);
  });

  it('that is a warning changes nothing, and is shown until it is said to be read', async () => {
    await impose({ kind: 'warning', until: inDays(90) });

    expect(isWarned(await now(), domain.now())).to.equal(true);
    expect(isSanctioned(await now(), domain.now())).to.equal(false);

    await domain.perform(await now(), acknowledgeWarning);
    expect(isWarned(await now(), domain.now())).to.equal(false);
  });

  it('lasts as long as the longest of those in force', async () => {
    await impose({ until: inDays(7) });
    const long = await impose({ until: inDays(20) });
    expect((await now()).suspended_until).to.deep.equal(inDays(20));

    await domain.perform(hannah, (work) => liftSanction(work, long.id, 'It was too long.'));

    expect((await now()).suspended_until).to.deep.equal(inDays(7));
  });

  it('pays nothing for what is accepted meanwhile', async () => {
    await impose({ kind: 'limited' });

    const { answer } = await anAcceptedAnswer(domain, { helper: await now() });

    expect(await lastReward(domain.db, answer)).to.include({
      ...{ state: 'refused', refusal: 'sanctioned', amount_minor: 0n },
    });
  });

  it('keeps what was earned before it, and lets go of it when it is lifted', async () => {
    const { answer } = await anAcceptedAnswer(domain, { helper: member });
    const sanction = await impose();

    await decide(hannah, answer, 'pass');
    expect((await lastReward(domain.db, answer)).state).to.equal('held');

    await domain.perform(hannah, (work) => liftSanction(work, sanction.id, 'They apologised.'));
    expect((await lastReward(domain.db, answer)).state).to.equal('released');
  });

  it('keeps what quiet days would release, and lets go of it when it has expired', async () => {
    const helper = await aMember(domain.owner, { level: 'steward' });
    const { answer } = await anAcceptedAnswer(domain, { helper });
    await domain.owner('rewards').where({ member_id: helper.id }).update({ audit_drawn: false });
    await impose({ until: inDays(10) }, helper);
    later(8);
    await releaseDueRewards(domain.db, domain.perform, domain.now());
    expect((await lastReward(domain.db, answer)).state).to.equal('held');

    later(3);
    await expireSanctions(domain.db, domain.perform, domain.now());

    expect((await lastReward(domain.db, answer)).state).to.equal('released');
  });

  it('is proposed by the ladder, step by step, for a year', async () => {
    const next = async () => nextStep(await readSanctions(domain.db, member.id), domain.now()).kind;
    expect(await next()).to.equal('warning');
    await impose({ kind: 'warning', until: inDays(90) });
    expect(await next()).to.equal('limited');
    await impose({ kind: 'suspended' });
    expect(await next()).to.equal('closed');
    later(370);
    expect(await next()).to.equal('warning');
  });

  it('keeps the words that it was imposed with', async () => {
    const admin = await anAdmin(domain.owner);
    await impose({ reason: 'spam' });
    const reword = (version: number) =>
      domain.perform(admin, (work) =>
        rewordText(work, { slug: 'spam', label: 'Advertising', body: 'No adverts here.', version }),
      );

    await reword(1);

    expect(await outcomeOf(reword(1))).to.be.instanceOf(Conflict);
    expect((await readSanctions(domain.db, member.id))[0]?.label).to.equal('Spam or advertising');
    const other = await aMember(domain.owner);
    await impose({ reason: 'spam' }, other);
    expect((await readSanctions(domain.db, other.id))[0]?.label).to.equal('Advertising');
  });

  it('is not for staff by moderators, and for nobody by themselves', async () => {
    const admin = await anAdmin(domain.owner);
    const marcus = await aModerator(domain.owner);

    expect(await outcomeOf(impose({}, marcus))).to.be.instanceOf(NotAllowed);
    expect(await outcomeOf(impose({}, hannah))).to.be.instanceOf(NotAllowed);
    expect(await outcomeOf(impose({}, admin, admin))).to.be.instanceOf(NotAllowed);
    expect(await outcomeOf(impose({}, member, await aMember(domain.owner)))).to.be.instanceOf(
      NotAllowed,
    );
    await impose({}, marcus, admin);
    expect(await outcomeOf(impose({}, member, await now(marcus)))).to.be.instanceOf(Suspended);
  });

  it('needs a known reason and a sensible end', async () => {
    for (const wrong of [
      ...[{ reason: 'dislike' }, { until: null }, { until: domain.now() }],
      ...[{ until: inDays(400) }, { kind: 'closed' as const }],
    ]) {
      expect(await outcomeOf(impose(wrong))).to.be.instanceOf(Invalid);
    }
  });

  it('is lifted once, for a reason', async () => {
    const { id } = await impose();
    const lift = (because: string) =>
      outcomeOf(domain.perform(hannah, (work) => liftSanction(work, id, because)));

    expect(await lift(' ')).to.be.instanceOf(Invalid);
    const outcomes = await Promise.all([lift('Enough.'), lift('Enough.')]);

    expect(outcomes.filter((one) => one instanceof Conflict)).to.have.length(1);
  });
});
