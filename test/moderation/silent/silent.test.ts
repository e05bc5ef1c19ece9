import { expect } from 'chai';

import { acceptAnswer } from '#src/forum/accept-answer.ts';
import { postComment } from '#src/forum/post-comment.ts';
import type { AnswerRow, QuestionRow } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { acceptForSilentAsker } from '#src/moderation/silent/accept-for-silent-asker.ts';
import { answerForAsker, endObjections } from '#src/moderation/silent/end-objection.ts';
import { findCandidates } from '#src/moderation/silent/find-candidates.ts';
import { changeSilentTerms, readSilentTerms } from '#src/moderation/silent/terms.ts';
import { Refusal } from '#src/refusals.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { expectBooksToMatchStates } from '#test/support/books.ts';
import { aDomain } from '#test/support/domain.ts';
import { aMember, aModerator, anAdmin, anAnswer, aQuestion } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import { lastReward, rewarding } from '#test/support/rewarding.ts';

const DAY = 86_400_000;

describe('Accepting for a silent asker', () => {
  const domain = aDomain({ connections: 12 });
  afterEach(() => expectBooksToMatchStates(domain.db));
  beforeEach(() => {
    domain.itIsNow('2026-02-15T12:00:00Z');
  });

  const later = (days: number) => {
    domain.itIsNow(new Date(domain.now().getTime() + days * DAY));
  };
  /** 200, or the status of the refusal. */
  const statusOf = async (promise: Promise<unknown>): Promise<number> => {
    const outcome = await outcomeOf(promise);
    if (outcome instanceof Refusal) return outcome.status;
    if (outcome instanceof Error) throw outcome;
    return 200;
  };
  const candidates = async () =>
    (await findCandidates(domain.db, { at: domain.now(), limit: 100 })).rows.map(
      ({ answer }) => answer.id,
    );
  const acceptFor = (moderator: MemberRow, { id }: AnswerRow) =>
    domain.perform(moderator, (work) => acceptForSilentAsker(work, id, 'Eleven say so'));
  const objectTo = (asker: MemberRow, { id }: QuestionRow, says: 'keep' | 'object' = 'object') =>
    domain.perform(asker, (work) => answerForAsker(work, id, { says, note: '' }));

  it('is offered after fourteen days, where one answer is clearly the best', async () => {
    const { best, second } = await aQuietThread();
    const close = await aQuietThread({ second: 3 });
    const few = await aQuietThread({ best: 3 });

    const offered = await candidates();

    expect(offered).to.include(best.id);
    expect(offered).not.to.include.members([second.id]);
    expect(offered).not.to.include(close.best.id);
    expect(offered).not.to.include(few.best.id);
  });

  it('is offered neither a minute early nor where the asker has said a word since', async () => {
    const { best, asker, question } = await aQuietThread();
    const { answered_at } = best;

    domain.itIsNow(new Date(answered_at.getTime() + 14 * DAY - 1));
    const early = await candidates();
    domain.itIsNow(new Date(answered_at.getTime() + 14 * DAY));
    const due = await candidates();
    await domain.perform(asker, (work) =>
      postComment(work, createMarkdown(), { on: { question: question.id }, body: 'Not yet.' }),
    );

    expect(early).not.to.include(best.id);
    expect(due).to.include(best.id);
    expect(await candidates()).not.to.include(best.id);
  });

  it('counts a steward’s word for three more, and "this helped me too" for two', async () => {
    const { best } = await aQuietThread({ best: 0 });
    const steward = await aMember(domain.owner, { level: 'steward' });
    await domain.owner('helps').insert({
      ...{ answer_id: best.id, member_id: steward.id, said_at: domain.now() },
    });
    await domain.owner('answers').where({ id: best.id }).update({ helped_count: 1 });

    const { rows } = await findCandidates(domain.db, { at: domain.now(), limit: 100 });

    const found = rows.find(({ answer }) => answer.id === best.id);
    expect(found).to.include({ points: 5, stewards: 1, helped: 1, votes: 0, lead: 5 });
  });

  it('keeps the reward waiting for seven days, whatever the audit says', async () => {
    const { best } = await aQuietThread();
    const [moderator, colleague] = [await aModerator(domain.owner), await aModerator(domain.owner)];

    await acceptFor(moderator, best);
    await rewarding(domain).decide(colleague, best, 'pass');
    later(7 - 1 / DAY);
    await endObjections(domain.db, domain.perform, domain.now());
    const before = await lastReward(domain.db, best);
    later(1 / DAY);
    await endObjections(domain.db, domain.perform, domain.now());

    expect(before.state).to.equal('held');
    expect(await lastReward(domain.db, best)).to.include({
      ...{ state: 'released', because: 'audit-passed' },
    });
  });

  it('goes by the terms that an admin has set, once where two set them at once', async () => {
    const { best } = await aQuietThread();
    const admin = await anAdmin(domain.owner);
    const moderator = await aModerator(domain.owner);
    const { silent: before } = await acceptFor(moderator, (await aQuietThread()).best);
    const { version } = await readSilentTerms(domain.db);
    const terms = { quiet_days: 14, objection_days: 3, least_points: 4, least_lead: 2 };
    const change = { reason: 'Mail is quick', version };
    const set = (who: MemberRow, values = terms) =>
      domain.perform(who, (work) => changeSilentTerms(work, values, change));

    const refused = await statusOf(set(moderator));
    const two = await Promise.all([
      statusOf(set(admin)),
      statusOf(set(admin, { ...terms, quiet_days: 10 })),
    ]);
    const { silent: after } = await acceptFor(moderator, best);

    expect([refused, two.toSorted()]).to.deep.equal([403, [200, 409]]);
    expect([before, after].map(({ object_until }) => object_until)).to.deep.equal(
      [7, 3].map((days) => new Date(domain.now().getTime() + days * DAY)),
    );
    const { quiet_days } = await readSilentTerms(domain.db);
    await domain.perform(admin, (work) =>
      changeSilentTerms(
        work,
        { ...terms, quiet_days, objection_days: 7 },
        {
          ...{ reason: 'As before', version: version + 1 },
        },
      ),
    );
  });

  it('pays at once when the asker keeps it', async () => {
    const { best, asker, question } = await aQuietThread();
    const [moderator, colleague] = [await aModerator(domain.owner), await aModerator(domain.owner)];
    await acceptFor(moderator, best);
    await rewarding(domain).decide(colleague, best, 'pass');

    await objectTo(asker, question, 'keep');

    expect(await lastReward(domain.db, best)).to.include({ state: 'released' });
  });

  it('ends with its reward when the asker objects, and is not offered again', async () => {
    const { best, asker, question } = await aQuietThread();
    await acceptFor(await aModerator(domain.owner), best);
    later(6);

    await objectTo(asker, question);

    later(60);
    expect(await lastReward(domain.db, best)).to.include({ state: 'voided', because: 'withdrawn' });
    expect(await domain.db('questions').where({ id: question.id }).first('state')).to.deep.equal({
      state: 'open',
    });
    expect(await candidates()).not.to.include(best.id);
    expect(await statusOf(objectTo(asker, question))).to.equal(409);
  });

  it('takes no objection after seven days, nor from anybody else', async () => {
    const { best, question, asker } = await aQuietThread();
    await acceptFor(await aModerator(domain.owner), best);

    const stranger = await statusOf(objectTo(await aMember(domain.owner), question));
    later(7);
    const late = await statusOf(objectTo(asker, question));

    expect([stranger, late]).to.deep.equal([404, 410]);
  });

  it('takes the objection of whoever holds the link of the mail', async () => {
    const { best, question } = await aQuietThread();
    const { token } = await acceptFor(await aModerator(domain.owner), best);
    const say = (with_: string) =>
      domain.perform('visitor', (work) =>
        answerForAsker(work, question.id, { says: 'object', note: 'Still broken', token: with_ }),
      );

    const wrong = await statusOf(say('x'.repeat(43)));
    await say(token);

    expect(wrong).to.equal(404);
    expect(await lastReward(domain.db, best)).to.include({ state: 'voided' });
  });

  it('is for moderators who have no part in the thread', async () => {
    const moderator = await aModerator(domain.owner);
    const { best, asker } = await aQuietThread({ helper: moderator });
    const { best: another } = await aQuietThread();

    const outcomes = await Promise.all([
      statusOf(acceptFor(moderator, best)),
      statusOf(acceptFor(asker, another)),
    ]);

    expect(outcomes).to.deep.equal([403, 403]);
  });

  it('earns staff nothing', async () => {
    const { best } = await aQuietThread({ helper: await aModerator(domain.owner) });

    await acceptFor(await aModerator(domain.owner), best);

    expect(await lastReward(domain.db, best)).to.include({ state: 'refused', refusal: 'staff' });
  });

  it('is decided once where the asker accepts another answer at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { best, second, asker, question } = await aQuietThread();
      const moderator = await aModerator(domain.owner);

      const [ours] = await Promise.all([
        statusOf(acceptFor(moderator, best)),
        domain.perform(asker, (work) => acceptAnswer(work, second.id)),
      ]);

      const live = await domain.owner('acceptances').where({
        ...{ question_id: question.id, withdrawn_at: null },
      });
      const silent = await domain.owner('silent_acceptances').where({ question_id: question.id });
      expect(live.map(({ answer_id }) => answer_id)).to.deep.equal([second.id]);
      expect(silent.map(({ outcome }) => outcome)).to.deep.equal(ours === 409 ? [] : ['withdrawn']);
      const open = await domain
        .owner('reward_holds')
        .where({ lifted_at: null })
        .whereIn(
          'acceptance_id',
          domain.owner('acceptances').where({ question_id: question.id }).select('id'),
        );
      expect(open).to.deep.equal([]);
    }
  });

  it('counts once when two moderators press at the same moment', async () => {
    const { best } = await aQuietThread();
    const people = [await aModerator(domain.owner), await aModerator(domain.owner)];

    const outcomes = await Promise.all(people.map((one) => statusOf(acceptFor(one, best))));

    expect(outcomes.toSorted()).to.deep.equal([200, 409]);
  });

  async function aQuietThread(given: { best?: number; second?: number; helper?: MemberRow } = {}) {
    const asker = await aMember(domain.owner);
    const helper = given.helper ?? (await aMember(domain.owner));
    const question = await aQuestion(domain.owner, { author_id: asker.id });
    const best = await anAnswer(domain.owner, {
      ...{ question_id: question.id, author_id: helper.id, score: given.best ?? 4 },
      by_staff: helper.role !== 'member',
    });
    const second = await anAnswer(domain.owner, {
      ...{ question_id: question.id, score: given.second ?? 0 },
    });
    return { asker, helper, question, best, second };
  }
});
