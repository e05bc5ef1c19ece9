import { expect } from 'chai';

import { readLog, type LoggedAct } from '#src/moderation/record/read-log.ts';
import { removePost } from '#src/moderation/posts/remove-post.ts';
import { withdrawAcceptanceOf } from '#src/forum/withdraw-acceptance.ts';
import { readMoved } from '#src/rewards/read-moved.ts';
import { aDomain } from '#test/support/domain.ts';
import { aModerator, aTopic } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import { anAuditedAnswer, deskOf, fail, pass } from '../desk.ts';
import { actsOn, anAuditIn, aSteward, passed, turnedTo } from '../governance/stewarding.ts';

describe('the log', () => {
  const domain = aDomain();
  const all = { limit: 50 };
  const subjectOf = ({ id }: { id: number }) => `answer:${String(id)}`;
  const effectsOf = ({ act, effects }: LoggedAct) => [act, ...effects.map(({ effect }) => effect)];

  it('says of every act what it did to a reward, with the transfer at the same instant', async () => {
    const moderator = await aModerator(domain.owner);
    const { audit, answer } = await anAuditedAnswer(domain);
    const desk = deskOf(domain, moderator);

    await desk.decide(audit, fail);
    await desk.undo(audit);
    domain.itIsNow(new Date(domain.now().getTime() + 5_000));
    await desk.decide(audit, pass);
    domain.itIsNow(new Date(domain.now().getTime() + 5_000));
    await domain.perform(moderator, (work) =>
      removePost(work, { answer: answer.id }, { reason: 'rude', note: '' }),
    );

    const { rows } = await readLog(domain.db, { subject: subjectOf(answer) }, all);
    expect(rows.map(effectsOf)).to.deep.equal([
      ['removed', 'clawed-back'],
      ['verdict-pass', 'released'],
      ['verdict-undone', 'restored'],
      ['verdict-fail', 'voided'],
    ]);
    const released = rows[1]!;
    const acceptanceId = released.effects[0]!.acceptance_id;
    const moved = await readMoved(domain.db, [{ acceptanceId, at: released.happened_at }]);
    expect(moved.map(({ event, amount_minor }) => [event, amount_minor])).to.deep.equal([
      ['reward.release', 50n],
    ]);
  });

  it('has the effect of what two stewards decide, and none of what members do by themselves', async () => {
    const topic = await aTopic(domain.owner);
    await turnedTo(domain.owner, topic, 'community');
    const [ann, ben] = [
      await aSteward(domain.owner, [topic]),
      await aSteward(domain.owner, [topic]),
    ];
    const { audit, answer, asker } = await anAuditIn(domain, topic);
    await actsOn(domain).say(ann, audit, passed);
    await actsOn(domain).say(ben, audit, passed);
    const before = await domain.db('moderation_effects').count('id as count');

    await domain.perform(asker, (work) => withdrawAcceptanceOf(work, answer.id));

    const { rows } = await readLog(domain.db, { subject: subjectOf(answer) }, all);
    expect(rows.map(effectsOf)).to.deep.equal([['verdict-pass', 'released']]);
    expect(await domain.db('moderation_effects').count('id as count')).to.deep.equal(before);
  });

  it('is read by who, what, about what and when, and page by page', async () => {
    const moderator = await aModerator(domain.owner);
    domain.itIsNow('2026-03-01T12:00:00Z');
    for (let times = 0; times < 3; times += 1) {
      const { audit } = await anAuditedAnswer(domain);
      await deskOf(domain, moderator).decide(audit, pass);
    }

    const actor = moderator.name;
    const first = await readLog(domain.db, { actor, act: 'verdict-pass' }, { limit: 2 });
    const second = await readLog(
      domain.db,
      { actor, act: 'verdict-pass' },
      { limit: 2, after: first.next! },
    );
    const march = {
      from: new Date('2026-03-01T00:00:00Z'),
      before: new Date('2026-04-01T00:00:00Z'),
    };
    const inMarch = await readLog(domain.db, { actor, ...march }, all);
    const nobody = await readLog(domain.db, { actor: 'nobody of this name' }, all);

    expect([first.rows.length, second.rows.length, second.next]).to.deep.equal([2, 1, null]);
    expect(inMarch.rows.filter(({ act }) => act === 'verdict-pass')).to.have.length(3);
    expect(nobody.rows).to.deep.equal([]);
  });

  it('cannot be changed, and neither can what an act did', async () => {
    const changes = await Promise.all(
      ['moderation_log', 'moderation_effects'].map((table) =>
        outcomeOf(domain.owner.raw(`delete from ${table}`)),
      ),
    );

    expect(changes.map(String).join()).to.match(/never changed.*never changed/s);
  });
});
